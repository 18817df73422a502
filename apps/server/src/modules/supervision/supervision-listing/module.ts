/** 挂牌督办、约谈、曝光: what governments do when a hazard, a unit or a town does not move. SH-3.11, SH-3.17, PT-4.3.3, JX-1.2, QZ-2.1.4, TY-1.8, TY-3.3. */
import { defineModule } from "#platform/module.ts";
import { batch } from "./batch.ts";
import { listLaggards, rankTowns, rankUnits, unlistedHazards } from "./candidates.ts";
import { daily } from "./daily.ts";
import { seedDemo } from "./demo-seed.ts";
import { listingDocuments } from "./documents.ts";
import { english } from "./english.ts";
import { exposure } from "./exposure.ts";
import { followTargets } from "./follow-targets.ts";
import { noteClosure, tellHazard } from "./hear.ts";
import { interview } from "./interview.ts";
import { afterCheck, controlPlan, declineTarget, progress, townFires } from "./ledgers.ts";
import { listing } from "./listing.ts";
import { measures } from "./measures.ts";
import { messages } from "./messages.ts";
import { showOverview } from "./overview.ts";
import { proposeListings } from "./propose.ts";
import { changeLimits, showLimits } from "./settings.ts";
import { publicExposures, startExposure, startInterview } from "./start-case.ts";
import { assessTown, rollOver } from "./towns.ts";

const module = "supervision-listing";
const reading = ["batch", "listing", "progress", "interview", "control-plan", "town-fires", "decline-target", "after-check"].map(
  (name) => `${module}.${name}.read`,
);

/** Ledgers an office fills in by hand or by Excel; cases move by their moves. */
const kept = ["batch", "progress", "after-check", "town-fires", "decline-target", "control-plan"];

export const supervisionListing = defineModule({
  name: module,
  label: "挂牌督办",
  menuAs: "挂牌督办",
  english,
  areas: { settle: followTargets },
  ledgers: [batch, progress, afterCheck, townFires, declineTarget, controlPlan],
  cases: [listing, interview, exposure],
  measures,
  messages,
  routes: [
    showOverview,
    proposeListings,
    ...listingDocuments,
    assessTown,
    rollOver,
    unlistedHazards,
    rankUnits,
    rankTowns,
    listLaggards,
    startInterview,
    startExposure,
    publicExposures,
    showLimits,
    changeLimits,
  ],
  handlers: [tellHazard, noteClosure],
  jobs: [daily],
  permissions: {
    "supervision-listing.propose": "提请挂牌与公示",
    "supervision-listing.approve": "批准挂牌、摘牌与曝光",
    "supervision-listing.report": "报督改进度与销案",
    "supervision-listing.review": "挂牌复查",
    "supervision-listing.interview": "约谈",
    "supervision-listing.confirm": "确认拟约谈",
    "supervision-listing.expose": "曝光",
    "supervision-listing.configure": "督办设置",
    "supervision-listing.machine": "系统自动办理",
  },
  grants: {
    inspector: [
      ...reading,
      "supervision-listing.*.export",
      "supervision-listing.exposure.read",
      "supervision-listing.propose",
      "supervision-listing.report",
      "supervision-listing.review",
      "supervision-listing.interview",
      "supervision-listing.confirm",
      "supervision-listing.expose",
      "supervision-listing.progress.write",
      "supervision-listing.after-check.write",
      "supervision-listing.control-plan.write",
    ],
    "committee-office": [
      ...reading,
      ...kept.flatMap((name) => [`${module}.${name}.write`, `${module}.${name}.import`]),
      "supervision-listing.*.export",
      "supervision-listing.exposure.read",
      "supervision-listing.propose",
      "supervision-listing.report",
      "supervision-listing.interview",
      "supervision-listing.confirm",
      "supervision-listing.expose",
      "supervision-listing.configure",
    ],
    leader: [
      ...reading,
      "supervision-listing.*.export",
      "supervision-listing.exposure.read",
      "supervision-listing.approve",
      "supervision-listing.confirm",
    ],
    "street-clerk": [
      ...reading,
      "supervision-listing.exposure.read",
      "supervision-listing.report",
      "supervision-listing.progress.write",
      "supervision-listing.control-plan.write",
    ],
    // A department that leads a duty confirms and holds the interviews its rules ask for.
    department: [
      ...reading,
      "supervision-listing.report",
      "supervision-listing.progress.write",
      "supervision-listing.confirm",
      "supervision-listing.interview",
    ],
    "unit-manager": ["supervision-listing.listing.read"],
    readonly: ["supervision-listing.listing.read"],
  },
  menu: [
    {
      parent: "hazard",
      key: "listing",
      label: "挂牌督办",
      path: "/supervision-listing/overview",
      permission: "supervision-listing.listing.read",
    },
    {
      parent: "hazard",
      key: "interview",
      label: "约谈",
      path: "/supervision-listing/interview",
      permission: "supervision-listing.interview.read",
    },
    {
      parent: "hazard",
      key: "exposure",
      label: "曝光",
      path: "/supervision-listing/exposure",
      permission: "supervision-listing.exposure.read",
    },
  ],
  seed: async (tx, services, { demo, report }) => {
    if (demo) await seedDemo(tx, services, report);
  },
});
