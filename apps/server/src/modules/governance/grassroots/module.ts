/** 基层治理: the town's offices and stations, villages, grid members and their patrols, base registers, and the platforms we are part of. */
import { defineModule } from "#platform/module.ts";
import { appraisal } from "./appraisal/appraisal.ts";
import { appraiseJob, freezeJob, noteSettled, runAppraisal } from "./appraisal/appraise.ts";
import { seedDemoForces, seedDemoPeople } from "./demo-seed.ts";
import { deliverJob, sweepJob } from "./embed/deliver.ts";
import { event } from "./embed/event.ts";
import { followHazard, tellFeedback, tellWarnings } from "./embed/hear.ts";
import { manageRoutes } from "./embed/manage.ts";
import { embeddedRoutes, framedBy } from "./embed/page.ts";
import { exchangeTicket, postTicket } from "./embed/session.ts";
import { getEvent, postEvent } from "./embed/take-event.ts";
import { english } from "./english.ts";
import { patrolDay } from "./field/day.ts";
import { syncPatrols } from "./field/sync.ts";
import { activity, office } from "./forces/office.ts";
import { station, stationPost } from "./forces/station.ts";
import { team, villageBody, warden } from "./forces/village.ts";
import { gridMember, patrol } from "./grid/grid.ts";
import { countJob, keepPlaces } from "./keep-places.ts";
import { measures } from "./measures.ts";
import { messages } from "./messages.ts";
import { postProblem, tellProblem } from "./problems/exchange.ts";
import { problem } from "./problems/problem.ts";
import { countRegisters } from "./registers/count.ts";
import { confirmation, register } from "./registers/ledgers.ts";
import { confirmRegister, recountRegisters, showGaps, showMatrix } from "./registers/routes.ts";
import { riskCheck } from "./risk/ledgers.ts";
import { postRisk, settleRisk, showRisks } from "./risk/routes.ts";
import { showEffects } from "./standards/effects.ts";
import { keepStandards } from "./standards/keep-standards.ts";
import { norm, rating, workflow } from "./standards/ledgers.ts";
import { rateBody, showBody, showStandards, verifyRating } from "./standards/routes.ts";
import { listTowns, showTown } from "./town-page.ts";
import { memberTraining, notice, villageCheck } from "./village/ledgers.ts";
import { listVillages, readNotice, sendNotice, showVillage } from "./village/routes.ts";

const kept = ["office", "activity", "station", "station-post", "village-body", "warden", "team", "grid-member", "patrol"] as const;
/** Of villages and standards: kept by their own people. */
const standards = ["norm", "workflow"] as const;
const ofVillage = ["village-check", "member-training"] as const;
const of = (right: string, names: readonly string[] = kept) => names.map((name) => `grassroots.${name}.${right}`);
const reading = [
  ...of("read"),
  "grassroots.register.read",
  "grassroots.confirmation.read",
  "grassroots.appraisal.read",
  "grassroots.event.read",
  ...of("read", [...standards, ...ofVillage, "notice", "risk-check", "rating", "problem"]),
];
const exporting = "grassroots.*.export";
const revealing = of("reveal", ["station-post", "village-body", "warden", "team", "grid-member"]);

export const grassroots = defineModule({
  name: "grassroots",
  label: "基层治理",
  menuAs: "基层治理",
  english,
  ledgers: [
    office,
    activity,
    station,
    stationPost,
    villageBody,
    warden,
    team,
    gridMember,
    patrol,
    register,
    confirmation,
    norm,
    workflow,
    villageCheck,
    notice,
    memberTraining,
    riskCheck,
  ],
  cases: [appraisal, event, rating, problem],
  measures,
  routes: [
    showMatrix,
    showGaps,
    confirmRegister,
    recountRegisters,
    showTown,
    listTowns,
    runAppraisal,
    ...manageRoutes,
    ...[showStandards, showBody, rateBody, verifyRating, showEffects, listVillages, showVillage, sendNotice, readNotice],
    ...[postRisk, settleRisk, showRisks, syncPatrols, patrolDay],
  ],
  raw: () => [postProblem, postEvent, getEvent, postTicket, exchangeTicket, ...embeddedRoutes],
  framedBy,
  handlers: [noteSettled, followHazard, tellFeedback, tellWarnings, tellProblem],
  jobs: [countJob, appraiseJob, freezeJob, deliverJob, sweepJob],
  messages,
  permissions: {
    "grassroots.confirm": "核对底数清册",
    "grassroots.appraise": "网格员考核",
    "grassroots.object": "对考核提出异议",
    "grassroots.handle": "办理平台事件",
    "grassroots.rate": "对标自评",
    "grassroots.verify": "核实与验收",
    "grassroots.notify": "给村社发通知",
    "grassroots.village": "办理村社工作",
    "grassroots.find": "登记风险排查",
    "grassroots.machine": "系统自动办理",
    "grassroots.platforms.read": "查看接入的基层平台",
    "grassroots.platforms-register": "登记基层平台",
    "grassroots.platforms-approve": "授权与撤销基层平台",
  },
  grants: {
    inspector: [
      ...reading,
      exporting,
      ...revealing,
      ...of("write"),
      ...of("import", ["station", "village-body", "grid-member", "member-training"]),
      ...of("write", [...standards, ...ofVillage, "problem"]),
      "grassroots.verify",
      "grassroots.notify",
      "grassroots.find",
    ],
    "committee-office": [
      ...reading,
      exporting,
      ...of("write", ["office", "station", ...standards, "problem"]),
      "grassroots.verify",
      "grassroots.notify",
    ],
    "street-clerk": [
      ...reading,
      exporting,
      ...revealing,
      ...of("write"),
      ...of("import", [...kept, "member-training"]),
      ...of("write", [...ofVillage, "problem"]),
      "grassroots.rate",
      "grassroots.notify",
      "grassroots.village",
      "grassroots.find",
      "grassroots.confirm",
      "grassroots.appraise",
      "grassroots.handle",
    ],
    "grid-member": [
      ...reading,
      ...of("write", ["patrol", "activity", "warden", "village-check"]),
      "grassroots.village",
      "grassroots.find",
      "grassroots.object",
      "grassroots.handle",
    ],
    leader: [...reading, exporting],
    department: [...reading, exporting, "grassroots.activity.write"],
    "police-officer": of("read"),
    readonly: reading,
    "system-admin": ["grassroots.platforms.read", "grassroots.platforms-register"],
    "security-admin": ["grassroots.platforms.read", "grassroots.platforms-approve"],
  },
  menu: [
    {
      parent: "policy",
      key: "grassroots-registers",
      label: "底数清册",
      path: "/grassroots/registers",
      permission: "grassroots.register.read",
    },
    { parent: "policy", key: "grassroots-towns", label: "乡镇街道", path: "/grassroots/towns", permission: "grassroots.station.read" },
    { parent: "policy", key: "grassroots-standards", label: "对标", path: "/grassroots/standards", permission: "grassroots.rating.read" },
    {
      parent: "policy",
      key: "grassroots-villages",
      label: "村社工作台",
      path: "/grassroots/villages",
      permission: "grassroots.village-body.read",
    },
    { parent: "policy", key: "grassroots-risks", label: "风险排查", path: "/grassroots/risks", permission: "grassroots.risk-check.read" },
    {
      parent: "policy",
      key: "grassroots-problem",
      label: "重大问题清单",
      path: "/grassroots/problem",
      permission: "grassroots.problem.read",
    },
    {
      parent: "policy",
      key: "grassroots-practices",
      label: "治理措施",
      path: "/grassroots/practices",
      permission: "policy-tasks.practice.read",
    },
    { parent: "policy", key: "grassroots-station", label: "管理站", path: "/grassroots/station", permission: "grassroots.station.read" },
    {
      parent: "policy",
      key: "grassroots-post",
      label: "AB 岗",
      path: "/grassroots/station-post",
      permission: "grassroots.station-post.read",
    },
    { parent: "policy", key: "grassroots-office", label: "消防办", path: "/grassroots/office", permission: "grassroots.office.read" },
    {
      parent: "policy",
      key: "grassroots-village",
      label: "村社组织",
      path: "/grassroots/village-body",
      permission: "grassroots.village-body.read",
    },
    {
      parent: "policy",
      key: "grassroots-member",
      label: "网格员",
      path: "/grassroots/grid-member",
      permission: "grassroots.grid-member.read",
    },
    { parent: "policy", key: "grassroots-patrol", label: "巡查", path: "/grassroots/patrol", permission: "grassroots.patrol.read" },
    {
      parent: "policy",
      key: "grassroots-appraisal",
      label: "考核",
      path: "/grassroots/appraisal",
      permission: "grassroots.appraisal.read",
    },
    { parent: "policy", key: "grassroots-event", label: "平台事件", path: "/grassroots/event", permission: "grassroots.event.read" },
    { parent: "policy", key: "grassroots-warden", label: "楼长", path: "/grassroots/warden", permission: "grassroots.warden.read" },
    { parent: "policy", key: "grassroots-team", label: "群防群治", path: "/grassroots/team", permission: "grassroots.team.read" },
    {
      parent: "policy",
      key: "grassroots-activity",
      label: "工作记录",
      path: "/grassroots/activity",
      permission: "grassroots.activity.read",
    },
    {
      parent: "system",
      key: "grassroots-platforms",
      label: "基层平台接入",
      path: "/grassroots/platforms",
      permission: "grassroots.platforms.read",
    },
  ],
  seed: async (tx, services, { demo, report }) => {
    await keepPlaces(tx, services);
    await keepStandards(tx, services);
    if (demo) await seedDemoForces(tx, services, report);
  },
  seedWithPeople: async (tx, services, { demo, report }) => {
    if (demo) await seedDemoPeople(tx, services, report);
    else await countRegisters(tx, services, services.city.range);
  },
});
