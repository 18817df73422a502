/** What the platform itself contributes, in the form every module does: files in and out, imports, own fields, views, search. */

import { calendarRoutes } from "../case/calendar-routes.ts";
import { remindJob } from "../case/reminders.ts";
import { askedRoutes } from "../case/request-routes.ts";
import { workRoutes } from "../case/work-routes.ts";
import { compareCellsJob } from "../measure/keep-cells.ts";
import { defineModule } from "../module.ts";
import { fillFieldsJob } from "./custom-fields-fill.ts";
import { promoteFieldsJob, workOnDecision } from "./custom-fields-promote.ts";
import { customFieldRoutes, fieldPermissions } from "./custom-fields-routes.ts";
import { followFields } from "./custom-fields-store.ts";
import { english } from "./english.ts";
import { ledgerFileRoutes } from "./excel/file-routes.ts";
import { importMessages } from "./excel/messages.ts";
import { importRunner } from "./excel/run-import.ts";
import { searchRoutes } from "./global-search.ts";
import { fieldMessages } from "./platform-messages.ts";
import { preferenceRoutes } from "./preferences.ts";
import { rowFileRoutes } from "./row-files.ts";
import { savedViewRoutes, viewPermissions } from "./saved-views.ts";
import { ledgerTileRoutes } from "./tile-route.ts";

export const platform = defineModule({
  name: "platform",
  label: "平台",
  english,
  areas: { acting: { "platform.request": ["to_organ", "t.answered_at is null"] } },
  routes: [
    ...customFieldRoutes,
    ...savedViewRoutes,
    ...searchRoutes,
    ...preferenceRoutes,
    ...workRoutes,
    ...askedRoutes,
    ...calendarRoutes,
  ],
  raw: (services) => [...ledgerFileRoutes(services), ...rowFileRoutes(services), ...ledgerTileRoutes(services)],
  topics: { ledger: "台账记录有变 `{ledger, id}`", work: "有事项抄送 `{caseName, id}`" },
  permissions: { ...fieldPermissions, ...viewPermissions },
  grants: {
    "system-admin": ["platform.fields.manage"],
    "security-admin": ["platform.fields.approve"],
    "duty-leader": ["platform.views.share"],
    inspector: ["platform.views.share"],
    "committee-office": ["platform.views.share"],
    "street-clerk": ["platform.views.share"],
  },
  handlers: [workOnDecision],
  jobs: [promoteFieldsJob, fillFieldsJob, remindJob, compareCellsJob],
  messages: { ...importMessages, ...fieldMessages },
  async start(services) {
    const runner = importRunner(services);
    const stopFollowing = followFields(services);
    return async () => {
      await runner.stop();
      await stopFollowing();
    };
  },
});
