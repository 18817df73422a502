/** A finished visit ends the task it was made for. */
import { sql } from "kysely";
import { eraseCase } from "#platform/case/define.ts";
import { moveCase } from "#platform/case/store.ts";
import { readerOf } from "#platform/ledger/routes.ts";
import type { RouteContext } from "#platform/route.ts";
import { dayOf } from "#platform/values.ts";
import { task } from "../tasks/task.ts";
import type { Visit } from "./store.ts";

type Standing = { readonly task: string | null; readonly endedAt: string | null; readonly failed: number; readonly state: string | null };

/** What the task refuses is its own matter and keeps no record from arriving: it stays open for a person. */
export async function finishTask(context: RouteContext, visit: Visit): Promise<void> {
  const { tx, services } = context;
  const { rows } = await sql<Standing>`select v.task, v.ended_at, v.failed, t.state from inspection.visit v
    left join inspection.task t on t.id = platform.uuid_of(v.task) and t.unit = v.unit where v.id = ${visit.id}`.execute(tx);
  const now = rows[0];
  if (!now?.task || now.endedAt === null || (now.state !== "pending" && now.state !== "doing")) return;
  const given = {
    result: now.failed > 0 ? "found" : "none",
    foundCount: now.failed,
    doneOn: dayOf(new Date(now.endedAt)),
    visit: visit.id,
  };
  const moved = await moveCase(eraseCase(task), now.task, "finish", given, context, readerOf(context));
  if (!moved.ok) services.log.warn({ visit: visit.id, task: now.task, code: moved.refusal.code }, "task not finished");
}
