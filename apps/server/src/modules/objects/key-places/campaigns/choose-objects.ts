/** The objects of a campaign, chosen by the same condition as any list shows, and put into its own narrow table in one statement. JX-2.1.5 */
import { type RawBuilder, sql } from "kysely";
import type { Tx } from "#platform/db.ts";
import type { Condition } from "#platform/ledger/condition.ts";
import { compileQuery, type Reader } from "#platform/ledger/read.ts";
import { ok, type Result } from "#platform/result.ts";
import { levelOfKey, rangeOf } from "#platform/values.ts";
import { stepBelow } from "./areas.ts";
import type { ObjectSource } from "./domain/kinds.ts";

type Columns = {
  readonly name: string;
  readonly address: string;
  readonly unit: string;
  readonly industry: string;
  readonly department: string;
};
const register: Columns = { name: "t.name", address: "t.address", unit: "t.unit", industry: "t.kind", department: "null::uuid" };

/** Which columns of each source name an object, its unit and its industry. */
const COLUMNS: Readonly<Record<ObjectSource, Columns>> = {
  "places.unit": { ...register, unit: "t.id", department: "t.regulator" },
  "places.building": { ...register, address: "null::text", industry: "t.use" },
  "key-places.urban-village": { ...register, address: "null::text", unit: "null::uuid", industry: "null::text" },
  "key-places.village-house": { ...register, unit: "null::uuid" },
  "key-places.rental-house": { ...register, unit: "null::uuid", industry: "t.structure" },
  "key-places.old-place": register,
  "key-places.large-mall": { ...register, industry: "null::text" },
};
/** The column that says the industry, for reading its words from the source's own choices. */
export const industryField: Readonly<Record<ObjectSource, string | null>> = {
  "places.unit": "kind",
  "places.building": "use",
  "key-places.urban-village": null,
  "key-places.village-house": "kind",
  "key-places.rental-house": "structure",
  "key-places.old-place": "kind",
  "key-places.large-mall": null,
};

export type Choice = { readonly source: ObjectSource; readonly where: Condition; readonly area: number };

/** What the choice shows: rows of the source under the caller's own rights, inside the campaign's area. */
function chosen({ source, where, area }: Choice, reader: Reader): Result<RawBuilder<unknown>> {
  const entry = reader.catalog.get(source);
  const condition = compileQuery(entry, { where }, reader);
  if (!condition.ok) return condition;
  const { lo, hi } = rangeOf(area, levelOfKey(area));
  return ok(sql`from ${sql.raw(entry.table)} t where ${condition.value} and t.area between ${lo} and ${hi}`);
}

export type Counted = { readonly key: string; readonly count: number };

export async function countChoice(
  choice: Choice,
  reader: Reader,
): Promise<Result<{ readonly areas: readonly Counted[]; readonly industries: readonly Counted[] }>> {
  const from = chosen(choice, reader);
  if (!from.ok) return from;
  const step = sql.raw(String(stepBelow(choice.area)));
  const count = async (key: RawBuilder<unknown>): Promise<readonly Counted[]> =>
    (
      await sql<Counted>`select (${key})::text as key, count(*)::int as count ${from.value} group by 1 order by 2 desc, 1`.execute(
        reader.tx,
      )
    ).rows;
  return ok({
    areas: await count(sql`t.area / ${step} * ${step}`),
    industries: await count(sql`coalesce(${sql.raw(COLUMNS[choice.source].industry)}, '')`),
  });
}

/** @returns how many were added; those it has already stay as they are. */
export async function addObjects(campaign: string, choice: Choice, reader: Reader): Promise<Result<number>> {
  const from = chosen(choice, reader);
  if (!from.ok) return from;
  const { name, address, unit, industry, department } = COLUMNS[choice.source];
  const { placed } = { placed: reader.catalog.get(choice.source).ledger.place === "point" };
  const point = placed ? sql`t.lon, t.lat, t.datum` : sql`null::float8, null::float8, null::text`;
  const added = await sql`insert into key_places.campaign_object
      (id, area, demo, lon, lat, datum, search_text, campaign, name, address, source, object_id, unit, industry, department, status, hazards, open_hazards)
    select gen_random_uuid(), t.area, t.demo, ${point}, t.search_text, ${campaign}::uuid, left(${sql.raw(name)}, 120), ${sql.raw(address)}, ${choice.source}, t.id::text,
      ${sql.raw(unit)}, ${sql.raw(industry)}, ${sql.raw(department)}, 'pending', 0, 0
    ${from.value} on conflict (campaign, source, object_id) do nothing`.execute(reader.tx);
  return ok(Number(added.numAffectedRows ?? 0));
}

export async function countObjects(campaign: string, tx: Tx): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from key_places.campaign_object
    where campaign = ${campaign} and deleted_at is null`.execute(tx);
  return rows[0]?.n ?? 0;
}
