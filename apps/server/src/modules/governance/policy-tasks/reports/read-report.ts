/** What the yearly report needs, read under the asker's own rows: of each duty and owner the last period that has begun. */
import { type RawBuilder, sql } from "kysely";
import type { Tx } from "#platform/db.ts";
import type { Measure } from "#platform/measure/define.ts";
import type { AreaRange, CalendarDate } from "#platform/values.ts";
import { isOfPack } from "../duties/laid.ts";
import { personOf } from "../duties/panel.ts";
import type { ReportClause, ReportEvidence, ReportGiven, ReportHand, ReportSnapshot } from "./compose.ts";
import type { ReportStanding } from "./domain/report.ts";

export type ReportAsked = {
  readonly pack: string;
  readonly year: number;
  readonly area: { readonly key: number; readonly name: string; readonly range: AreaRange };
  /** The last day it speaks of: of this year today, of a year past its end. */
  readonly until: CalendarDate;
};
type Read = { readonly tx: Tx; readonly measures: ReadonlyMap<string, Measure>; readonly words: (capability: string) => string };

const firstOf = (year: number): string => `${year}-01-01`;
const lastOf = (year: number): string => `${year}-12-31`;

export async function findPack(tx: Tx, pack: string): Promise<ReportGiven["pack"] | undefined> {
  const { rows } = await sql<ReportGiven["pack"]>`select content->'pack'->>'title' as title, content->'pack'->>'number' as number,
      content->'pack'->>'issuer' as issuer, version
    from policy_tasks.duty d where ${isOfPack(pack)} order by ended_on is not null, version desc limit 1`.execute(tx);
  return rows[0];
}

/** The area of the next lower level a standing belongs to; those of the asked area itself stay with it. */
function areaBelow({ range }: ReportAsked["area"]): RawBuilder<number> {
  const span = range.hi - range.lo + 1;
  const step = span > 1e11 ? 1e11 : span > 1e9 ? 1e9 : span > 1e6 ? 1e6 : 1e3;
  return sql`(s.area / ${step}::bigint * ${step}::bigint)`;
}

type Found = Omit<ReportStanding, "area" | "person" | "unit" | "decimals"> & {
  readonly areaKey: number;
  readonly areaName: string;
  readonly organId: string;
  readonly unit: string | null;
  readonly measure: string | null;
};

/** A duty done once and met in an earlier year is no longer owed; one that is still late is. */
async function standingsOf(
  { tx, measures }: Pick<Read, "tx" | "measures">,
  { pack, area }: ReportAsked,
  year: number,
  until: string,
): Promise<readonly ReportStanding[]> {
  const { rows } = await sql<Found>`select distinct on (s.duty, s.organ) d.clause, d.key as duty,
      coalesce(d.content->'duty'->>'text', d.content->'clause'->>'title') as text, ${areaBelow(area)} as area_key,
      coalesce((select a.name from platform.area a where a.key = ${areaBelow(area)}), '') as area_name,
      s.organ as organ_id, (select o.name from organizations.v_organ o where o.id = s.organ) as organ, d.content->>'measure' as measure,
      (select o.name from organizations.v_organ o where o.id = d.leads[1]) as lead,
      s.period, s.status, s.value, s.num, s.den, d.content->'duty'->>'unit' as unit, s.target, s.evidence, s.due_on,
      (${until}::date - s.due_on)::int as days,
      (select count(*)::int from policy_tasks.urging u where u.standing = s.id and u.kind = 'urge') as urged
    from policy_tasks.standing s join policy_tasks.duty d on d.id = s.duty
    where ${isOfPack(pack)} and s.area between ${area.range.lo} and ${area.range.hi} and s.status <> 'not-due'
      and s.period_from <= ${until}::date and (s.period_to >= ${firstOf(year)}::date or (s.period like 'by:%' and s.status in ('overdue', 'no-data')))
    order by s.duty, s.organ, s.due_on desc, s.period desc`.execute(tx);
  const late = rows.filter(({ status }) => status === "overdue" || status === "no-data").map(({ organId }) => organId);
  const persons = await personsOf(tx, [...new Set(late)].slice(0, MOST_PERSONS));
  return rows.map(({ areaKey, areaName, organId, measure, unit, ...row }) => {
    const known = measure === null ? undefined : measures.get(measure);
    const shown = { unit: unit ?? known?.unit ?? "", decimals: known?.decimals ?? 1, person: persons.get(organId) ?? null };
    return { ...row, ...shown, area: { key: areaKey, name: areaName } };
  });
}

/** Who answers for an organ that is late: his name with his post, else the post alone. */
const MOST_PERSONS = 300;
async function personsOf(tx: Tx, organs: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  for (const organ of organs) {
    const { post, person } = await personOf(tx, organ);
    const words = person ? `${person.post} ${person.name}` : post;
    if (words) found.set(organ, words);
  }
  return found;
}

async function clausesOf(tx: Tx, pack: string, words: Read["words"]): Promise<readonly ReportClause[]> {
  const { rows } = await sql<
    Omit<ReportClause, "awaits"> & { awaits: string | null }
  >`select d.clause as id, min(d.content->'clause'->>'title') as title,
      coalesce(min(d.content->>'part'), '') as part, coalesce(min(d.content->'clause'->>'subsystem'), '') as subsystem,
      case when bool_and(jsonb_typeof(d.content->'duty') is distinct from 'object') then coalesce(min(d.content->'clause'->'awaits'->>'capability'), min(d.content->'clause'->>'capability')) end as awaits
    from policy_tasks.duty d where ${isOfPack(pack)} and d.ended_on is null group by d.clause order by min(d.position)`.execute(tx);
  return rows.map((row) => ({ ...row, awaits: row.awaits === null ? null : words(row.awaits) }));
}

type Month = { readonly month: number; readonly met: number | null };
/** Of what ended in each month, the share that was met; what was waived or did not apply is not counted. */
async function monthsOf(tx: Tx, { pack, area }: ReportAsked, year: number, until: string): Promise<readonly Month[]> {
  const { rows } = await sql<Month>`select extract(month from s.period_to)::int as month,
      (100.0 * count(*) filter (where s.status = 'met') / nullif(count(*), 0))::float8 as met
    from policy_tasks.standing s join policy_tasks.duty d on d.id = s.duty
    where ${isOfPack(pack)} and s.area between ${area.range.lo} and ${area.range.hi} and s.status not in ('waived', 'not-due', 'not-applicable')
      and s.period_to between ${firstOf(year)}::date and ${until}::date group by 1 order by 1`.execute(tx);
  return rows;
}

async function courseOf(tx: Tx, asked: ReportAsked): Promise<ReportGiven["months"]> {
  const [now, before] = [
    await monthsOf(tx, asked, asked.year, asked.until),
    await monthsOf(tx, asked, asked.year - 1, lastOf(asked.year - 1)),
  ];
  const [of, earlier] = [new Map(now.map(({ month, met }) => [month, met])), new Map(before.map(({ month, met }) => [month, met]))];
  const last = Math.max(0, ...of.keys());
  return Array.from({ length: last }, (_, i) => ({ month: i + 1, met: of.get(i + 1) ?? null, metBefore: earlier.get(i + 1) ?? null }));
}

/** Where each computed figure comes from, how many rows it counts in this area, and how it is asked again. */
async function evidenceOf({ tx, measures }: Read, { pack, area, year, until }: ReportAsked): Promise<readonly ReportEvidence[]> {
  const { rows } = await sql<{
    clause: string;
    text: string;
    measure: string;
    num: number | null;
    den: number | null;
  }>`select distinct on (d.position) d.clause,
      coalesce(d.content->'duty'->>'text', d.content->'clause'->>'title') as text, d.content->>'measure' as measure,
      (select sum(x.num) from policy_tasks.standing x where x.duty = d.id and x.period = s.period and x.area between ${area.range.lo} and ${area.range.hi}) as num,
      (select sum(x.den) from policy_tasks.standing x where x.duty = d.id and x.period = s.period and x.area between ${area.range.lo} and ${area.range.hi}) as den
    from policy_tasks.duty d join policy_tasks.standing s on s.duty = d.id
    where ${isOfPack(pack)} and d.ended_on is null and d.content->>'measure' is not null and s.evidence = 'computed' and s.status <> 'not-due'
      and s.area between ${area.range.lo} and ${area.range.hi} and s.period_from <= ${until}::date and s.period_to >= ${firstOf(year)}::date
    order by d.position, s.due_on desc`.execute(tx);
  return rows.map(({ clause, text, measure, num, den }) => {
    const found = measures.get(measure);
    const isCount = found && ("count" in found.by || "sum" in found.by || "balance" in found.by || "given" in found.by);
    return {
      clause,
      text,
      source: found?.label ?? measure,
      rows: isCount ? num : den,
      query: `/api/v1/measures/${measure}/rows?area=${area.key}&from=${firstOf(year)}&to=${until}&part=all`,
    };
  });
}

async function handOf(tx: Tx, { pack, area, year, until }: ReportAsked): Promise<readonly ReportHand[]> {
  const { rows } = await sql<
    Omit<ReportHand, "value"> & { value: number | null; unit: string }
  >`select d.clause, coalesce((select a.name from platform.area a where a.key = e.area), '') as area,
      e.value, coalesce(d.content->'duty'->>'unit', '') as unit, e.on_day as "on", concat_ws(' ', e.by_organ, e.by_name) as by, e.note,
      coalesce((select jsonb_agg(jsonb_build_object('name', f.name, 'sha256', encode(f.sha256, 'hex')) order by f.name) from platform.file f where f.id = any(e.files)), '[]'::jsonb) as files
    from policy_tasks.evidence e join policy_tasks.duty d on d.id = e.duty
    where ${isOfPack(pack)} and e.area between ${area.range.lo} and ${area.range.hi} and e.on_day between ${firstOf(year)}::date and ${until}::date
    order by d.position, e.area, e.at`.execute(tx);
  return rows.map(({ value, unit, ...row }) => ({ ...row, value: value === null ? "—" : `${value}${unit ? ` ${unit}` : ""}` }));
}

async function snapshotsOf(tx: Tx, { area, year }: ReportAsked): Promise<readonly ReportSnapshot[]> {
  const { rows } = await sql<ReportSnapshot>`select id, subject, row_count as rows, encode(sm3, 'hex') as sm3,
      to_char(at at time zone 'Asia/Shanghai', 'YYYY-MM-DD HH24:MI') as "at"
    from platform.snapshot where area between ${area.range.lo} and ${area.range.hi} and query->>'year' = ${String(year)} order by area, at limit 200`.execute(
    tx,
  );
  return rows;
}

/** Frozen is a year of which every standing is: of a city, when its own and those of all its counties are. */
export async function isFrozen(tx: Tx, { pack, area, year }: ReportAsked): Promise<boolean> {
  const { rows } = await sql<{ frozen: boolean | null }>`select bool_and(s.frozen) as frozen from policy_tasks.standing s
    join policy_tasks.duty d on d.id = s.duty where ${isOfPack(pack)} and s.area between ${area.range.lo} and ${area.range.hi}
      and s.period_to between ${firstOf(year)}::date and ${lastOf(year)}::date`.execute(tx);
  return rows[0]?.frozen ?? false;
}

export async function readReport(
  read: Read,
  asked: ReportAsked,
  pack: ReportGiven["pack"],
): Promise<Omit<ReportGiven, "madeBy" | "frozen">> {
  const { tx } = read;
  const { year, until, area } = asked;
  return {
    area: area.name,
    pack,
    year,
    on: until,
    clauses: await clausesOf(tx, asked.pack, read.words),
    standings: await standingsOf(read, asked, year, until),
    before: await standingsOf(read, asked, year - 1, lastOf(year - 1)),
    months: await courseOf(tx, asked),
    evidence: await evidenceOf(read, asked),
    hand: await handOf(tx, asked),
    snapshots: await snapshotsOf(tx, asked),
  };
}
