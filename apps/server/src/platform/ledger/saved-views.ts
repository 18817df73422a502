/** Saved views 视图: a filter somebody gave a name, for himself or for everybody of his area. */
import { sql } from "kysely";
import { z } from "zod";
import { type Actor, may } from "../actor.ts";
import { ok, type Result, refuse } from "../result.ts";
import { type Route, route } from "../route.ts";
import { isWithin, subtreeOf } from "../values.ts";
import { type Condition, conditionSchema } from "./condition.ts";
import { checkQuery } from "./read.ts";
import { readerOf } from "./routes.ts";
import { uuidv7 } from "./write.ts";

export const viewPermissions = { "platform.views.share": "视图 共享给本辖区" } as const;
const SHARE = "platform.views.share";
/** More than anybody finds again. */
const OWN_LIMIT = 60;

type SavedView = {
  readonly id: string;
  readonly ledger: string;
  readonly owner: string;
  readonly sharedArea: number | null;
  readonly label: string;
  readonly condition: Condition;
  readonly sort: string | null;
};
const shown = z
  .object({
    id: z.uuid(),
    ledger: z.string(),
    label: z.string(),
    where: conditionSchema,
    sort: z.string().nullable(),
    shared: z.boolean(),
    mine: z.boolean(),
  })
  .meta({ id: "SavedView", description: "存下的视图" });
const shownView = (view: SavedView, actor: Actor): z.input<typeof shown> => ({
  id: view.id,
  ledger: view.ledger,
  label: view.label,
  where: view.condition,
  sort: view.sort,
  shared: view.sharedArea !== null,
  mine: view.owner === actor.userId,
});

/** A shared view reaches those whose own place lies in the area it is shared with. */
const reaches = (view: SavedView, actor: Actor): boolean =>
  view.owner === actor.userId || (view.sharedArea !== null && actor.unitId === null && isWithin(actor.area.lo, subtreeOf(view.sharedArea)));

function mayRead(actor: Actor, ledger: string, has: boolean): Result<null> {
  return has && may(actor, `${ledger}.read`) ? ok(null) : refuse("not_found", "views.unknown_ledger", { ledger });
}

const base = { tag: "视图", permission: "signed-in" } as const;

export const savedViewRoutes: readonly Route[] = [
  route({
    ...base,
    method: "GET",
    path: "/views",
    summary: "我的与共享的视图",
    input: z.object({ ledger: z.string().max(80) }),
    output: z.object({ views: z.array(shown), canShare: z.boolean() }),
    async run({ tx, actor, services }, { ledger }) {
      const allowed = mayRead(actor, ledger, services.catalog.find(ledger) !== undefined);
      if (!allowed.ok) return allowed;
      const { rows } = await sql<SavedView>`select id, ledger, owner, shared_area, label, condition, sort from platform.saved_view
        where ledger = ${ledger} and (owner = ${actor.userId} or shared_area is not null) order by created_at`.execute(tx);
      return ok({ views: rows.filter((view) => reaches(view, actor)).map((view) => shownView(view, actor)), canShare: may(actor, SHARE) });
    },
  }),
  route({
    ...base,
    method: "POST",
    path: "/views",
    summary: "保存视图",
    input: z.object({
      ledger: z.string().max(80),
      label: z.string().trim().min(1).max(20),
      where: conditionSchema,
      sort: z.string().max(60).nullable().default(null),
      shared: z.boolean().default(false),
    }),
    output: shown,
    example: { input: { ledger: "places.unit", label: "府山重点单位", where: { grade: "key" } } },
    async run(context, { ledger, label, where, sort, shared: isShared }) {
      const { tx, actor, services, now } = context;
      const entry = services.catalog.find(ledger);
      const allowed = mayRead(actor, ledger, entry !== undefined);
      if (!allowed.ok || !entry) return allowed.ok ? refuse("not_found", "views.unknown_ledger", { ledger }) : allowed;
      if (isShared && !may(actor, SHARE)) return refuse("forbidden", "http.no_permission", { permission: SHARE });
      const sound = checkQuery(entry, { where, ...(sort ? { sort } : {}) }, readerOf(context));
      if (!sound.ok) return sound;
      const { rows } = await sql<{
        n: number;
      }>`select count(*)::int as n from platform.saved_view where owner = ${actor.userId} and ledger = ${ledger}`.execute(tx);
      if ((rows[0]?.n ?? 0) >= OWN_LIMIT) return refuse("conflict", "views.too_many", { limit: OWN_LIMIT });
      const view: SavedView = {
        id: uuidv7(now.getTime()),
        ledger,
        owner: actor.userId,
        sharedArea: isShared ? actor.area.lo : null,
        label,
        condition: where,
        sort,
      };
      await sql`insert into platform.saved_view (id, ledger, owner, shared_area, label, condition, sort)
        values (${view.id}, ${ledger}, ${view.owner}, ${view.sharedArea}, ${label}, ${JSON.stringify(where)}::jsonb, ${sort})`.execute(tx);
      context.audit({ action: "保存视图", subject: ledger, subjectId: view.id, detail: { label, shared: isShared } });
      return ok(shownView(view, actor));
    },
  }),
  route({
    ...base,
    method: "PATCH",
    path: "/views/:id",
    summary: "视图 改名、共享或收回",
    input: z.object({ id: z.uuid(), label: z.string().trim().min(1).max(20).optional(), shared: z.boolean().optional() }),
    output: shown,
    example: { input: { id: "01997c2e-8f00-7000-8000-000000000001", label: "府山重点单位", shared: true } },
    async run(context, { id, label, shared: isShared }) {
      const { tx, actor } = context;
      if (isShared && !may(actor, SHARE)) return refuse("forbidden", "http.no_permission", { permission: SHARE });
      const area = isShared === undefined ? sql`shared_area` : sql`${isShared ? actor.area.lo : null}::bigint`;
      const { rows } =
        await sql<SavedView>`update platform.saved_view set label = coalesce(${label ?? null}::text, label), shared_area = ${area}
        where id = ${id} and owner = ${actor.userId} returning id, ledger, owner, shared_area, label, condition, sort`.execute(tx);
      const view = rows[0];
      if (!view) return refuse("not_found", "views.unknown", { id });
      context.audit({
        action: "改视图",
        subject: view.ledger,
        subjectId: id,
        detail: { label: view.label, shared: view.sharedArea !== null },
      });
      return ok(shownView(view, actor));
    },
  }),
  route({
    ...base,
    method: "DELETE",
    path: "/views/:id",
    summary: "删除视图",
    input: z.object({ id: z.uuid() }),
    output: z.object({}),
    async run({ tx, actor }, { id }) {
      const { numAffectedRows } = await sql`delete from platform.saved_view where id = ${id} and owner = ${actor.userId}`.execute(tx);
      return numAffectedRows === 1n ? ok({}) : refuse("not_found", "views.unknown", { id });
    },
  }),
];
