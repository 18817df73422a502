import type { Part } from "../part.ts";
import { seedDraws } from "./demo-seed.ts";
import { drawCase } from "./draw.ts";
import { english } from "./english.ts";
import { avoidance, pick } from "./pick.ts";
import { arrangeRoute, showRoute } from "./route-plan.ts";
import { publicDraw, publicDraws, showDraw, showPackage, verifyDraw } from "./show.ts";
import { castDraw, commitDraw, dispatchDraw, draftDraw, publishDraw, redraw } from "./steps.ts";

const reading = ["inspection.draw.read", "inspection.draw-pick.read"];
const drawing = [
  ...reading,
  "inspection.draw-lots",
  "inspection.draw-pick.export",
  "inspection.avoidance.read",
  "inspection.avoidance.write",
  "inspection.avoidance.remove",
];

export const drawsPart: Part = {
  cases: [drawCase],
  ledgers: [pick, avoidance],
  routes: [
    showDraw,
    showPackage,
    verifyDraw,
    publicDraws,
    publicDraw,
    draftDraw,
    commitDraw,
    castDraw,
    dispatchDraw,
    publishDraw,
    redraw,
    showRoute,
    arrangeRoute,
  ],
  permissions: { "inspection.draw-lots": "双随机抽查", "inspection.draw-step": "双随机步骤（程序）" },
  grants: {
    inspector: drawing,
    department: drawing,
    "committee-office": reading,
    leader: reading,
    readonly: reading,
    "street-clerk": reading,
  },
  messages: {
    "inspection.draw_too_few_objects": [
      "名单里只有 {objects} 家，少于要抽的 {ask} 家，未抽",
      "The list has {objects} units, fewer than the {ask} asked for; nothing was drawn",
    ],
    "inspection.draw_too_few_inspectors": [
      "可派人员只有 {able} 人，每家需要 {needed} 人，未抽",
      "Only {able} inspectors may be sent, {needed} are needed; nothing was drawn",
    ],
    "inspection.draw_bad_list": ["名单有误：{what}", "The list is wrong: {what}"],
    "inspection.no_days_to_arrange": [
      "没有可排的日程：还没摇号，或都已查、已过截止",
      "No days to arrange: not drawn yet, or all checked or past the span",
    ],
    "inspection.draw_bad_days": [
      "检查起止日期不对：开始不早于今天，截止不早于开始",
      "The days are wrong: not before today, and not ending before they begin",
    ],
    "inspection.random_before_commitment": ["随机数须在承诺公布之后产生", "The public value must come after the commitment"],
    "inspection.random_in_future": ["随机数产生的时间还没到", "The time of the public value has not come"],
    "inspection.draw_not_checked": ["还有 {open} 家没查完，不能公布结果", "{open} units are not yet checked"],
    "inspection.unknown_draw": ["没有公示过这一批：{number}", "No such published draw: {number}"],
  },
  english,
  async seedWithPeople(tx, services, { demo, report }) {
    if (demo) await seedDraws(tx, services, report);
  },
  menu: [{ parent: "hazard", key: "draws", label: "双随机抽查", path: "/inspection/draws", permission: "inspection.draw.read" }],
};
