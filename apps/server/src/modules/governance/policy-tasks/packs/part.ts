import { sql } from "kysely";
import { asWorker } from "#platform/db.ts";
import type { Part } from "../part.ts";
import { attachDocument, showWords } from "./attach-document.ts";
import { changeMessages } from "./change-messages.ts";
import { english } from "./english.ts";
import { approveVersion, diffVersions, putInForce, returnVersion, showEffect, showStatusChanges, submitVersion } from "./lifecycle.ts";
import { messages } from "./messages.ts";
import { permissions } from "./names.ts";
import { checkPackText, createVersion, listNames, listPacks, saveVersion, showSchema, showVersion } from "./routes.ts";
import { seedPacks } from "./seed.ts";
import { readShippedAhead } from "./shipped.ts";
import { applyTable, checkTable, sendTable } from "./tables/routes.ts";
import { withdrawVersion } from "./withdraw.ts";

const seeing = [permissions.see];
const writing = [...seeing, permissions.write];
const KEPT_DAYS = 7;
/** After everything that must be there first. */
const READ_AHEAD_MS = 20_000;

export const packsPart: Part = {
  routes: [
    listPacks,
    showVersion,
    checkPackText,
    createVersion,
    saveVersion,
    listNames,
    showSchema,
    submitVersion,
    returnVersion,
    approveVersion,
    diffVersions,
    showEffect,
    showStatusChanges,
    putInForce,
    withdrawVersion,
    attachDocument,
    showWords,
    checkTable,
    applyTable,
  ],
  raw: () => [sendTable],
  permissions: {
    [permissions.see]: "查看政策包",
    [permissions.write]: "编写政策包",
    [permissions.approve]: "批准政策包",
    [permissions.tables]: "导入任务分解表",
  },
  grants: {
    "committee-office": [...writing, permissions.approve, permissions.tables],
    "system-admin": writing,
    leader: [...seeing, permissions.approve],
    inspector: seeing,
    department: [...seeing, permissions.tables],
    "street-clerk": [...seeing, permissions.tables],
    readonly: seeing,
  },
  messages: { ...messages, ...changeMessages },
  english,
  menu: [
    { parent: "policy", key: "policy-packs", label: "政策包", path: "/policy/packs", permission: permissions.see },
    { parent: "policy", key: "task-tables", label: "任务分解表", path: "/policy/task-tables", permission: permissions.tables },
    { parent: "system", key: "policy-packs", label: "政策包", path: "/policy/packs", permission: permissions.write },
  ],
  async start({ config, log }) {
    if (!config.roles.has("api")) return async () => undefined;
    const timer = setTimeout(() => {
      readShippedAhead().catch((error: unknown) => log.warn({ err: error }, "packs of the program"));
    }, READ_AHEAD_MS);
    return async () => clearTimeout(timer);
  },
  jobs: [
    {
      name: "policy-tasks.forget-tables",
      cron: "43 3 * * *",
      run: (_, { db, clock }) =>
        asWorker(db, async (tx) => {
          const before = new Date(clock.now().getTime() - KEPT_DAYS * 86_400_000).toISOString();
          await sql`delete from policy_tasks.table_import where created_at < ${before}`.execute(tx);
        }),
    },
  ],
  async seed(tx, services, { demo, report }) {
    if (demo) await seedPacks(tx, services, report);
  },
};
