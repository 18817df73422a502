/** 隐患闭环: every hazard from any origin, from the first look to 销号. QZ-2.3.2, PT-1.3, TY-3.2.2. */
import { defineModule } from "#platform/module.ts";
import { burnDown, freezeList, listBaselines } from "./baseline.ts";
import { showBoard } from "./board.ts";
import { seedDemoHazards } from "./demo-seed.ts";
import { withDetermination } from "./determination/part.ts";
import { english } from "./english.ts";
import { faultsJob, raiseFromAlarm } from "./from-alarm.ts";
import { hazard } from "./hazard.ts";
import { measures } from "./measures.ts";
import { messages } from "./messages.ts";
import { registerHazard } from "./register-hazard.ts";

const moves = ["find", "grade", "assign", "copy", "rectify", "review"].map((right) => `hazard-loop.${right}`);

export const hazardLoop = defineModule(
  withDetermination({
    name: "hazard-loop",
    label: "隐患闭环",
    menuAs: "隐患",
    english,
    cases: [hazard],
    areas: { keeps: { "hazard_loop.baseline": true, "hazard_loop.baseline_row": true } },
    measures,
    routes: [registerHazard, raiseFromAlarm, showBoard, freezeList, listBaselines, burnDown],
    seed: async (tx, services, { demo, report }) => {
      if (demo) await seedDemoHazards(tx, services, report);
    },
    messages,
    jobs: [faultsJob],
    permissions: {
      "hazard-loop.find": "登记隐患",
      "hazard-loop.grade": "隐患定级",
      "hazard-loop.assign": "交办与延期",
      "hazard-loop.copy": "抄告",
      "hazard-loop.rectify": "报整改",
      "hazard-loop.review": "复查销号",
      "hazard-loop.review-major": "复查重大隐患",
      "hazard-loop.freeze": "冻结清单",
      "hazard-loop.machine": "系统自动办理",
    },
    grants: {
      inspector: ["hazard-loop.hazard.read", "hazard-loop.hazard.export", ...moves, "hazard-loop.review-major", "hazard-loop.freeze"],
      "street-clerk": ["hazard-loop.hazard.read", "hazard-loop.hazard.export", ...moves],
      "grid-member": ["hazard-loop.hazard.read", "hazard-loop.find", "hazard-loop.rectify"],
      "committee-office": [
        "hazard-loop.hazard.read",
        "hazard-loop.hazard.export",
        "hazard-loop.assign",
        "hazard-loop.copy",
        "hazard-loop.freeze",
      ],
      leader: ["hazard-loop.hazard.read", "hazard-loop.hazard.export"],
      department: ["hazard-loop.hazard.read", "hazard-loop.hazard.export", "hazard-loop.find", "hazard-loop.copy", "hazard-loop.rectify"],
      "duty-officer": ["hazard-loop.hazard.read"],
      "duty-leader": ["hazard-loop.hazard.read", "hazard-loop.find"],
      "unit-manager": ["hazard-loop.hazard.read", "hazard-loop.find", "hazard-loop.rectify"],
      "unit-duty": ["hazard-loop.hazard.read", "hazard-loop.find", "hazard-loop.rectify"],
      readonly: ["hazard-loop.hazard.read"],
    },
    menu: [
      { parent: "hazard", key: "hazards", label: "隐患", path: "/hazard-loop/hazard", permission: "hazard-loop.hazard.read" },
      { parent: "hazard", key: "hazard-lists", label: "两个清单", path: "/hazard-loop/lists", permission: "hazard-loop.hazard.export" },
      { parent: "hazard", key: "hazard-board", label: "清零看板", path: "/hazard-loop/board", permission: "hazard-loop.hazard.export" },
    ],
  }),
);
