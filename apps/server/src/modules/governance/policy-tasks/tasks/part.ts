/** 任务, its programmes and stages, findings turned into measures, pilots and good practice. */
import type { Part } from "../part.ts";
import { countAdoptions } from "./count-adoptions.ts";
import { seedTasks } from "./demo-seed.ts";
import { english } from "./english.ts";
import { adoption, finding, pilot, practice, progress } from "./ledgers.ts";
import { showLibrary } from "./library.ts";
import { measures } from "./measures.ts";
import { messages } from "./messages.ts";
import { milestone, programme, stage } from "./programme.ts";
import { taskRoutes } from "./routes.ts";
import { task } from "./task.ts";

const module = "policy-tasks";
const kept = ["programme", "stage", "milestone", "progress", "finding", "pilot", "practice", "adoption"] as const;
const reading = ["task", ...kept].map((name) => `${module}.${name}.read`);
const writing = (...names: readonly (typeof kept)[number][]) => names.map((name) => `${module}.${name}.write`);
const working = ["policy-tasks.handle", ...writing("progress", "adoption", "practice")];

export const tasksPart: Part = {
  ledgers: [programme, stage, milestone, progress, finding, pilot, practice, adoption],
  cases: [task],
  measures,
  routes: [...taskRoutes, showLibrary],
  handlers: [countAdoptions],
  messages,
  english,
  permissions: {
    "policy-tasks.assign": "交办与改派任务",
    "policy-tasks.handle": "办理任务",
    "policy-tasks.accept": "验收任务",
    "policy-tasks.machine": "系统自动办理任务",
  },
  grants: {
    "committee-office": [
      ...reading,
      ...kept.flatMap((name) => [`${module}.${name}.write`, `${module}.${name}.import`]),
      "policy-tasks.task.export",
      ...kept.map((name) => `${module}.${name}.export`),
      "policy-tasks.assign",
      "policy-tasks.handle",
      "policy-tasks.accept",
    ],
    leader: [...reading, "policy-tasks.task.export", "policy-tasks.assign", "policy-tasks.handle", "policy-tasks.accept"],
    inspector: [
      ...reading,
      ...working,
      ...writing("finding", "pilot", "programme", "stage", "milestone"),
      "policy-tasks.task.export",
      "policy-tasks.assign",
      "policy-tasks.accept",
    ],
    department: [...reading, ...working, ...writing("finding", "pilot"), "policy-tasks.assign", "policy-tasks.accept"],
    "street-clerk": [
      ...reading,
      ...working,
      ...writing("finding", "programme", "stage", "milestone"),
      "policy-tasks.assign",
      "policy-tasks.accept",
    ],
    readonly: reading,
  },
  menu: [
    { parent: "policy", key: "task", label: "任务", path: "/policy-tasks/task", permission: "policy-tasks.task.read" },
    { parent: "policy", key: "programme", label: "行动与计划", path: "/policy-tasks/programme", permission: "policy-tasks.programme.read" },
    { parent: "policy", key: "finding", label: "调研问题", path: "/policy-tasks/finding", permission: "policy-tasks.finding.read" },
    { parent: "policy", key: "practice", label: "试点与经验", path: "/policy-tasks/library", permission: "policy-tasks.practice.read" },
  ],
  async seed(tx, services, { demo }) {
    if (demo) await seedTasks(tx, services);
  },
};
