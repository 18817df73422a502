/** A draft is checked again where its text did not change: its document came, or names and organs have changed since it was saved. */
import { sql } from "kysely";
import type { Tx } from "#platform/db.ts";
import type { RouteContext } from "#platform/route.ts";
import type { Version } from "./store.ts";
import { trialOf } from "./trial.ts";

export async function documentText(id: string, tx: Tx): Promise<string | undefined> {
  const { rows } = await sql<{ text: string | null }>`select document_text as text from policy_tasks.pack_version where id = ${id}`.execute(
    tx,
  );
  return rows[0]?.text ?? undefined;
}

/** Who wrote it and when stays. @returns how many errors it has now */
export async function recheck(
  { id, source, area }: Pick<Version, "id" | "source" | "area">,
  document: string | undefined,
  context: RouteContext,
): Promise<number> {
  const { tried } = await trialOf(source, { area, on: context.today, document }, context);
  const errors = tried.problems.filter(({ severity }) => severity === "error").length;
  const compiled = errors === 0 && tried.pack ? JSON.stringify(tried.pack) : null;
  await sql`update policy_tasks.pack_version set errors = ${errors}, compiled = ${compiled}::jsonb where id = ${id}`.execute(context.tx);
  return errors;
}
