/** What waits for a person and is no case of its own: a module says which rows, and 待办 lists and counts them beside the cases. */
import { type RawBuilder, sql } from "kysely";
import type { Actor } from "../actor.ts";
import type { Tx } from "../db.ts";
import type { Language } from "../messages.ts";
import { ok, type Result, refuse } from "../result.ts";
import type { Item } from "./work-shapes.ts";

export type TodoSource = {
  /** `policy-tasks.urging`; the kind 待办 is filtered by. */
  readonly name: string;
  readonly label: string;
  /** Who may have any at all. */
  readonly permission: string;
  /** Rows `id, due_at` that wait for this person; under his row filter. */
  waiting(actor: Actor): RawBuilder<unknown>;
  /** Those rows as lines of 工作台. */
  read(
    ids: readonly string[],
    asked: { readonly tx: Tx; readonly actor: Actor; readonly language: Language },
  ): Promise<readonly TodoLine[]>;
};
/** `label` and the verb come in the words of the declaration; the rest is the record. */
export type TodoLine = Omit<Item, "caseName" | "kind" | "isClosed"> & { readonly verb: string | null };

/** A page of such rows by deadline, after the cursor that cases use too. */
export function pageOfSource(source: TodoSource, actor: Actor, after: string | undefined, limit: number): Result<RawBuilder<unknown>> {
  const beyond = after === undefined ? ok(sql`true`) : beyondOf(after);
  if (!beyond.ok) return beyond;
  return ok(
    sql`select w.id, w.due_at from (${source.waiting(actor)}) w where ${beyond.value} order by w.due_at nulls last, w.id limit ${limit}`,
  );
}

function beyondOf(after: string): Result<RawBuilder<unknown>> {
  let given: unknown;
  try {
    given = JSON.parse(Buffer.from(after, "base64url").toString("utf8"));
  } catch {
    return refuse("invalid", "ledger.bad_cursor");
  }
  const [at, id] = Array.isArray(given) ? (given as unknown[]) : [];
  const isSound =
    typeof id === "string" && /^[0-9a-f-]{36}$/i.test(id) && (at === null || (typeof at === "string" && !Number.isNaN(Date.parse(at))));
  if (!isSound) return refuse("invalid", "ledger.bad_cursor");
  if (at === null) return ok(sql`(w.due_at is null and w.id > ${id}::uuid)`);
  return ok(sql`((w.due_at, w.id) > (${at}::timestamptz, ${id}::uuid) or w.due_at is null)`);
}
