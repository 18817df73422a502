/** Figures of a scheme's indicators for every assessed area: measures from their cells, duties from their standings, the spot checks, the hand-written ones. */
import { sql } from "kysely";
import type { Tx } from "#platform/db.ts";
import { figureValue } from "#platform/measure/compile.ts";
import type { Measure } from "#platform/measure/define.ts";
import { type Figure, figuresOf } from "#platform/measure/figures.ts";
import type { Services } from "#platform/services.ts";
import { areaLevels, type CalendarDate, levelOfKey, rangeOf, subtreeOf } from "#platform/values.ts";
import type { Scheme, Source } from "./domain/scheme.ts";
import type { Value } from "./domain/score.ts";
import { monthsOwed } from "./domain/year.ts";
import type { Assessed, Year } from "./years.ts";

export type Asked = {
  readonly tx: Tx;
  readonly services: Services;
  readonly now: Date;
  readonly today: CalendarDate;
  readonly year: Pick<Year, "area" | "from" | "until" | "year" | "id">;
  readonly entrants: readonly Pick<Assessed, "id" | "area" | "pledgedOn">[];
  /** The year is being closed: all its months are owed, whatever the day. */
  readonly isClosing?: true;
};
/** indicator → area → value */
export type Values = ReadonlyMap<string, ReadonlyMap<number, Value>>;
type OfArea = ReadonlyMap<number, Value>;

const owed: Value = { kind: "owed" };
const notApplicable: Value = { kind: "not-applicable" };

export async function valuesOf(asked: Asked, scheme: Scheme): Promise<Values> {
  const hand = await handWritten(asked);
  const late = await withoutFireFigures(asked);
  const found = new Map<string, OfArea>();
  for (const indicator of scheme.indicators) {
    const values = await ofSource(indicator.source, indicator.id, asked, hand);
    const whole =
      indicator.reported === "fires" ? new Map([...values].map(([area, value]) => [area, late.has(area) ? owed : value])) : values;
    found.set(indicator.id, whole);
  }
  for (const rule of [...scheme.bonuses, ...scheme.deductions, ...scheme.vetoes])
    found.set(rule.id, await ofSource(rule.source, rule.id, asked, hand));
  return found;
}

const ofEach = ({ entrants }: Asked, of: (entrant: Asked["entrants"][number]) => Value): OfArea =>
  new Map(entrants.map((entrant) => [entrant.area, of(entrant)]));

async function ofSource(source: Source, id: string, asked: Asked, hand: Hand): Promise<OfArea> {
  if ("measure" in source) return ofMeasure(source.measure, source.own === true, asked);
  if ("pledge" in source)
    return ofEach(asked, ({ pledgedOn }) => ({ kind: "value", value: pledgedOn ? 1 : 0, num: pledgedOn ? 1 : 0, den: 1 }));
  if ("site" in source) return siteChecks(asked);
  if ("duty" in source) return standings(source.duty, asked);
  return ofEach(asked, ({ id: entrant }) => hand.get(`${entrant} ${id}`) ?? owed);
}

async function ofMeasure(name: string, own: boolean, asked: Asked): Promise<OfArea> {
  const measure = asked.services.registry.measures.get(name);
  if (!measure) return ofEach(asked, () => owed);
  const figures = own ? await ownFigures(measure, asked) : await figuresFor(measure, asked);
  const byKey = new Map(figures.map((figure) => [Number(figure.key), figure]));
  return ofEach(asked, ({ area }) => valueFrom(measure, byKey.get(area)));
}

/** The whole year: months still to come hold nothing, and whole months are read from cells. */
async function figuresIn(
  measure: Measure,
  area: number,
  by: "area" | "none",
  { tx, services, year, today, now }: Asked,
): Promise<readonly Figure[]> {
  const [from, to] = [year.from as CalendarDate, year.until as CalendarDate];
  const moments = { today, now, period: { start: from, end: to } };
  const asked = { range: subtreeOf(area), from, to, by };
  const figures = await figuresOf(measure, asked, tx, services.catalog, services.registry.measures, moments);
  return figures.ok ? figures.value : [];
}

/** The key one level up: that of the county of a town. */
function parentOf(area: number): number {
  const above = areaLevels[Math.max(0, areaLevels.indexOf(levelOfKey(area)) - 1)] ?? "province";
  return area - (area % (rangeOf(0, above).hi + 1));
}

/** Of one or two areas below one parent each is asked for; of more the breakdown of their parent, which may lie between them and the area that assesses. */
async function figuresFor(measure: Measure, asked: Asked): Promise<readonly Figure[]> {
  const found: Figure[] = [];
  for (const [parent, inside] of Map.groupBy(asked.entrants, ({ area }) => parentOf(area))) {
    if (inside.length > 2) found.push(...(await figuresIn(measure, parent, "area", asked)));
    else
      for (const { area } of inside)
        found.push(...(await figuresIn(measure, area, "none", asked)).map((figure) => ({ ...figure, key: String(area) })));
  }
  return found;
}

/** Each area's figure without those of the areas directly below it: a county is not credited with its towns' meetings. */
async function ownFigures(measure: Measure, asked: Asked): Promise<readonly Figure[]> {
  const found: Figure[] = [];
  for (const { area } of asked.entrants) {
    const [whole] = await figuresIn(measure, area, "none", asked);
    if (!whole) continue;
    // A row at the area itself is broken down under the area's own key; it is the area's own.
    const below = (await figuresIn(measure, area, "area", asked)).filter(({ key }) => Number(key) !== area);
    const num = below.reduce((left, figure) => left - figure.num, whole.num);
    const den = below.reduce((left, figure) => left - figure.den, whole.den);
    found.push({ key: String(area), num, den, value: figureValue(measure, num, den) });
  }
  return found;
}

/** A count without rows is zero; a share or a rate without anything to divide by does not apply. */
export function valueFrom(measure: Measure, figure: Figure | undefined): Value {
  const { by } = measure;
  const isCount = "count" in by || "sum" in by || "balance" in by;
  if (!figure) return isCount ? { kind: "value", value: 0, num: 0, den: 0, perCount: 1 } : notApplicable;
  if (figure.value === null) return notApplicable;
  const perCount = isCount ? 1 : "ratio" in by && figure.den > 0 ? by.times / figure.den : undefined;
  return { kind: "value", value: figure.value, num: figure.num, den: figure.den, ...(perCount === undefined ? {} : { perCount }) };
}

type Hand = ReadonlyMap<string, Value>;
/** The newest entry of an indicator speaks. */
async function handWritten({ tx, entrants }: Asked): Promise<Hand> {
  const { rows } = await sql<{
    entrant: string;
    indicator: string;
    num: number;
    den: number | null;
  }>`select distinct on (entrant, indicator) entrant, indicator, num, den
    from assessment.hand_value where entrant = any(${entrants.map(({ id }) => id)}::uuid[]) and deleted_at is null order by entrant, indicator, entered_on desc, id desc`.execute(
    tx,
  );
  return new Map(
    rows.map(({ entrant, indicator, num, den }) => [
      `${entrant} ${indicator}`,
      den === null
        ? { kind: "value", value: num, num, den: 0, byHand: true, perCount: 1 }
        : den === 0
          ? notApplicable
          : { kind: "value", value: (num / den) * 100, num, den, byHand: true },
    ]),
  );
}

async function siteChecks(asked: Asked): Promise<OfArea> {
  const { tx, entrants } = asked;
  const { rows } = await sql<{
    entrant: string;
    items: number;
    passed: number;
  }>`select entrant, sum(items)::int as items, sum(passed)::int as passed
    from assessment.site_check where entrant = any(${entrants.map(({ id }) => id)}::uuid[]) and checked_on is not null and items > 0 and deleted_at is null group by entrant`.execute(
    tx,
  );
  const found = new Map(rows.map((row) => [row.entrant, row]));
  return ofEach(asked, ({ id }) => {
    const row = found.get(id);
    return row ? { kind: "value", value: (row.passed / row.items) * 100, num: row.passed, den: row.items } : owed;
  });
}

/** Areas whose fire figures lack a month that should be there. */
async function withoutFireFigures({ tx, year, today, entrants, isClosing }: Asked): Promise<ReadonlySet<number>> {
  const due = isClosing ? 12 : monthsOwed(year.year, today);
  if (due === 0) return new Set();
  const last = `${year.year}-${String(due).padStart(2, "0")}-01`;
  const { rows } = await sql<{
    area: number;
    months: number;
  }>`select e.area, (select count(distinct f.month)::int from assessment.fire_outcome f
      where f.area between e.area and e.hi and f.month between ${year.from}::date and ${last}::date and f.deleted_at is null) as months
    from jsonb_to_recordset(${JSON.stringify(entrants.map(({ area }) => ({ area, hi: subtreeOf(area).hi })))}::jsonb) e (area bigint, hi bigint)`.execute(
    tx,
  );
  return new Set(rows.filter(({ months }) => months < due).map(({ area }) => area));
}

/** Duties of a policy pack met in the year, of those whose time has come; where none has, it does not apply. A duty of towns counts for their county. */
async function standings({ pack, clause }: { readonly pack: string; readonly clause?: string | undefined }, asked: Asked): Promise<OfArea> {
  const { tx, year, entrants, today } = asked;
  const { rows } = await sql<{
    area: number;
    met: number;
    owed: number;
  }>`select e.area, count(*) filter (where s.status in ('met', 'waived'))::int as met, count(*)::int as owed
    from jsonb_to_recordset(${JSON.stringify(entrants.map(({ area }) => ({ area, hi: subtreeOf(area).hi })))}::jsonb) e (area bigint, hi bigint)
    join policy_tasks.v_standing s on s.area between e.area and e.hi and s.due_on between ${year.from}::date and ${year.until}::date
      and s.status in ('met', 'waived', 'overdue', 'no-data') and (s.status <> 'no-data' or s.due_on < ${today}::date)
      and s.pack = ${pack} and (${clause ?? null}::text is null or s.clause = ${clause ?? null}::text) group by e.area`.execute(tx);
  const found = new Map(rows.map((row) => [row.area, row]));
  return ofEach(asked, ({ area }) => {
    const row = found.get(area);
    return row ? { kind: "value", value: (row.met / row.owed) * 100, num: row.met, den: row.owed } : notApplicable;
  });
}
