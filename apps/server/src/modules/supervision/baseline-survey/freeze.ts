/** 定底数: the inventory and the coverage as they stand at this moment, kept with a hash anybody can recompute. */
import { sql } from "kysely";
import type { Row } from "#platform/ledger/define.ts";
import { ok, type Result, refuse } from "#platform/result.ts";
import type { RouteContext } from "#platform/route.ts";
import { liveItems, registerOf } from "./relations.ts";

const MOST = 200_000;

type Frozen = {
  readonly register: number;
  readonly surveyed: number;
  readonly rate: number | null;
  readonly items: number;
  readonly sha256: string;
};

export async function freezeInventory({ tx, today }: Pick<RouteContext, "tx" | "today">, row: Row): Promise<Result<Frozen>> {
  const startsOn = String(row.startsOn);
  if (startsOn > today) return refuse("conflict", "baseline-survey.not_begun");
  // What is settled early ends on that day: nobody can have looked later.
  const endsOn = String(row.endsOn) < today ? String(row.endsOn) : today;
  const part = {
    id: row.id,
    state: "running" as const,
    startsOn,
    endsOn,
    kinds: Array.isArray(row.kinds) ? (row.kinds as string[]) : null,
  };
  const { rows: counted } = await sql<{ register: number; surveyed: number }>`with ${registerOf(part, row.area)}
    select count(*)::int as register, count(*) filter (where surveyed)::int as surveyed from register`.execute(tx);
  const { register = 0, surveyed = 0 } = counted[0] ?? {};
  const { rows: size } = await sql<{ n: number }>`select count(*)::int as n from (${liveItems(part, row.area)}) x`.execute(tx);
  if ((size[0]?.n ?? 0) === 0) return refuse("conflict", "baseline-survey.nothing_found");
  if ((size[0]?.n ?? 0) > MOST) return refuse("conflict", "baseline-survey.too_many", { most: MOST });
  await sql`insert into baseline_survey.item (id, area, demo, search_text, survey, hazard, number, what, type, grade, unit, kind, place_words, found_on, due_on, was_open)
    select gen_random_uuid(), x.area, x.demo, x.search_text, ${row.id}::uuid, x.hazard, x.number, x.what, x.type, x.grade, x.unit, x.kind, x.place_words, x.found_on, x.due_on, x.was_open
    from (${liveItems(part, row.area)}) x`.execute(tx);
  const { rows } = await sql<{ items: number; sha256: string }>`select count(*)::int as items, encode(sha256(convert_to(string_agg(
      concat_ws(E'\\t', number, type, coalesce(grade, ''), found_on::text, what), E'\\n' order by number), 'UTF8')), 'hex') as sha256
    from baseline_survey.item where survey = ${row.id}`.execute(tx);
  const { items = 0, sha256 = "" } = rows[0] ?? {};
  return ok({
    register,
    surveyed,
    rate: register === 0 ? null : Math.round((surveyed / register) * 1_000) / 10,
    items,
    sha256,
    settledOn: endsOn,
  });
}
