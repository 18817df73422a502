/** What moves of these cases fetch or make in their own transaction: the next version of a list, the rule that a decision makes. */
import { sql } from "kysely";
import type { ByHand, Ready } from "#platform/case/define.ts";
import { madeBy } from "#platform/case/store.ts";
import type { Tx } from "#platform/db.ts";
import { uuidv7 } from "#platform/ledger/write.ts";
import { ok, refuse } from "#platform/result.ts";
import { speaksFor, standsOver } from "./over.ts";
import { placeUnits, waiting } from "./regulate.ts";

/** A decision goes before every rule by kind, licence, place or group. */
const DECIDED = 10;
const text = (value: unknown): string | null => (typeof value === "string" && value.trim() !== "" ? value.trim() : null);
const list = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : []);

/** Editions count by organ and by what the list covers: a rural list does not follow the general one. */
export async function nextEdition(tx: Tx, organ: string, scope: string | null): Promise<number> {
  const { rows } = await sql<{
    n: number;
  }>`select coalesce(max(edition), 0)::int + 1 as n from responsibility.power_list where organ = ${organ} and scope is not distinct from ${scope}`.execute(
    tx,
  );
  return rows[0]?.n ?? 1;
}

export const nextVersion: NonNullable<ByHand<string>["ready"]> = async ({ tx }, { organ, scope }) =>
  ok({ edition: await nextEdition(tx, String(organ), text(scope)) });

/** The list before ends on the day its successor is published. */
export const endOlder: Ready = async ({ tx, today }, row) => {
  await sql`update responsibility.power_list set ended_on = ${today}::date where organ = ${String(row.organ)} and id <> ${row.id}
    and scope is not distinct from ${text(row.scope)} and state = 'published' and ended_on is null`.execute(tx);
  return ok({});
};

export const countUnits: NonNullable<ByHand<string>["ready"]> = async ({ tx, actor }, { kinds, nameHas, unit }) =>
  ok({ units: await waiting(tx, actor.area, { kinds: list(kinds), nameHas: text(nameHas), unit: text(unit) }) });

/** The lower side is signed for by its own people alone. */
export const forPledger: Ready = async (context, row) =>
  (await speaksFor(context, row.pledger)) ? ok({}) : refuse("forbidden", "responsibility.not_the_pledger");

/** The upper side signs from above, and by other hands than the lower. */
export const forSuperior: Ready = async (context, row) => {
  const { tx, actor } = context;
  const isOther = (await standsOver(context, row.pledger)) && !(await madeBy(row.id, "sign", tx)).includes(actor.userId);
  return isOther ? ok({}) : refuse("conflict", "responsibility.signs_both_sides");
};

/** The decision becomes a rule of high rank, and every unit it speaks of gets its department; whose department was set by hand keeps it. */
export const assign: Ready = async ({ tx, today, now, actor }, row, given) => {
  const organKind = text(given.organKind) ?? text(row.organKind) ?? "";
  await sql`insert into responsibility.regulator_rule (id, area, search_text, industry, basis, kinds, name_has, unit, organ_kind, rank, ground, determination, "from")
    values (${uuidv7(now.getTime())}, ${row.area}, ${String(row.industry).toLowerCase()}, ${String(row.industry)}, 'kind', ${list(row.kinds)}::text[], ${text(row.nameHas)},
      ${text(row.unit)}, ${organKind}, ${DECIDED}, ${text(given.decidedBy)}, ${row.id}, ${today}::date)`.execute(tx);
  const { assigned } = await placeUnits(tx, actor.area, today);
  return ok({ assigned });
};
