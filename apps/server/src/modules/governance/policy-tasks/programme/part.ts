/** 行动进展: a document told by its own groupings, stages and years. QZ-1.1.1, QZ-1.2.1, TY-1.1, PT-3.3.1 */
import { READ } from "../duties/seen.ts";
import type { Part } from "../part.ts";
import { carryKeyTasks, recordFromPack } from "./act.ts";
import { seedProgramme } from "./demo-seed.ts";
import { english } from "./english.ts";
import { KEY_TASK, keyTask } from "./key-task.ts";
import { messages } from "./messages.ts";
import { showProgress } from "./show-progress.ts";

const read = `${KEY_TASK}.read`;
const write = `${KEY_TASK}.write`;

export const programmePart: Part = {
  ledgers: [keyTask],
  routes: [showProgress, recordFromPack, carryKeyTasks],
  messages,
  english,
  grants: {
    "committee-office": [read, write, `${KEY_TASK}.import`, `${KEY_TASK}.export`],
    leader: [read, `${KEY_TASK}.export`],
    inspector: [read, write],
    department: [read],
    "street-clerk": [read, write],
    readonly: [read],
  },
  async seed(tx, services, { demo }) {
    if (demo) await seedProgramme(tx, services);
  },
  menu: [{ parent: "policy", key: "progress", label: "行动进展", path: "/policy-tasks/programme-view", permission: READ }],
};
