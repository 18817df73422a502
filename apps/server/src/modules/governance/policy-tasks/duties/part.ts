/** 应尽事项: who owes what by when, and how it stands; judged from measures, ledgers and cases, or from proof a person attached. */
import type { Part } from "../part.ts";
import { answerRoute, decideRoute, evidenceRoute, receiveRoute, targetRoute, urgeAllRoute, urgeRoute, waiveRoute } from "./act.ts";
import { boardRoute } from "./board.ts";
import { aheadRoute, calendarRoute } from "./calendar.ts";
import { clauseRoute } from "./clause.ts";
import { seedDemo } from "./demo-seed.ts";
import { english } from "./english.ts";
import { daily, followAreas, followDealings, followPacks, followTargets, start } from "./follow.ts";
import { standingsRoute } from "./list-standings.ts";
import { messages } from "./messages.ts";
import { standingRoute } from "./panel.ts";
import { followCells, READ, TOPIC } from "./recompute.ts";
import { ALL } from "./seen.ts";
import { urgings } from "./todo.ts";

const seeing = [READ, ALL];

export const dutiesPart: Part = {
  routes: [
    boardRoute,
    calendarRoute,
    aheadRoute,
    clauseRoute,
    standingsRoute,
    standingRoute,
    urgeRoute,
    urgeAllRoute,
    receiveRoute,
    answerRoute,
    evidenceRoute,
    waiveRoute,
    decideRoute,
    targetRoute,
  ],
  todo: [urgings],
  topics: { [TOPIC]: "应尽事项的落实情况有变 `{id, status}`，或 `{again, changed}`" },
  permissions: {
    [READ]: "查看落实情况",
    [ALL]: "查看辖区全部落实情况",
    "policy-tasks.urge": "催办落实",
    "policy-tasks.answer": "答复催办",
    "policy-tasks.evidence": "填报佐证",
    "policy-tasks.waive": "申请免除",
    "policy-tasks.decide": "审批免除",
    "policy-tasks.target": "设定职责目标",
  },
  grants: {
    "committee-office": [
      ...seeing,
      "policy-tasks.urge",
      "policy-tasks.answer",
      "policy-tasks.evidence",
      "policy-tasks.waive",
      "policy-tasks.decide",
      "policy-tasks.target",
    ],
    leader: [...seeing, "policy-tasks.urge", "policy-tasks.decide"],
    inspector: [...seeing, "policy-tasks.answer", "policy-tasks.evidence", "policy-tasks.waive"],
    "street-clerk": [...seeing, "policy-tasks.answer", "policy-tasks.evidence", "policy-tasks.waive"],
    department: [READ, "policy-tasks.answer", "policy-tasks.evidence", "policy-tasks.waive"],
    readonly: seeing,
  },
  handlers: [followPacks, followAreas, followDealings, followTargets],
  jobs: [daily],
  cellsChanged: followCells,
  start,
  messages,
  english,
  menu: [{ parent: "policy", key: "policy-board", label: "条款落实", path: "/policy-tasks/board", permission: READ }],
  seedWithPeople: async (tx, services, { demo, report }) => {
    if (demo) await seedDemo(tx, services, report);
  },
};
