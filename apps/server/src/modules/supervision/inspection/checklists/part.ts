import { sql } from "kysely";
import { asWorker } from "#platform/db.ts";
import type { Part } from "../part.ts";
import { english } from "./english.ts";
import { applyImport, checkImport, sendList } from "./import-routes.ts";
import { checkItem, checklist } from "./ledgers.ts";
import { messages } from "./messages.ts";
import {
  addItem,
  compareChecklists,
  copyChecklist,
  editItem,
  listChecklists,
  listsForUnit,
  putInForce,
  showChecklist,
  withdrawList,
} from "./routes.ts";

const seeing = ["inspection.see-lists", "inspection.checklist.read", "inspection.check-item.read"];
const keeping = [...seeing, "inspection.keep-lists", "inspection.checklist.export", "inspection.check-item.export"];

export const checklistsPart: Part = {
  ledgers: [checklist, checkItem],
  routes: [
    listChecklists,
    listsForUnit,
    compareChecklists,
    showChecklist,
    copyChecklist,
    addItem,
    editItem,
    putInForce,
    withdrawList,
    checkImport,
    applyImport,
  ],
  raw: () => [sendList],
  permissions: { "inspection.see-lists": "查阅检查表", "inspection.keep-lists": "管理检查表" },
  grants: {
    inspector: keeping,
    "committee-office": keeping,
    department: keeping,
    "street-clerk": keeping,
    "grid-member": seeing,
    leader: seeing,
    readonly: seeing,
  },
  messages,
  english,
  menu: [{ parent: "hazard", key: "checklists", label: "检查表", path: "/inspection/checklists", permission: "inspection.see-lists" }],
  jobs: [
    {
      name: "inspection.forget-imports",
      cron: "41 3 * * *",
      run: (_, { db, clock }) =>
        asWorker(db, async (tx) => {
          await sql`delete from inspection.list_import where created_at < ${new Date(clock.now().getTime() - 7 * 86_400_000).toISOString()}`.execute(
            tx,
          );
        }),
    },
  ],
};
