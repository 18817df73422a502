/** The rows that spoil a figure, by area below: how many, of what kind, how old the oldest. Under the asker's own rights. */
import { sql } from "kysely";
import { may } from "#platform/actor.ts";
import type { Entry } from "#platform/ledger/catalog.ts";
import { columnName, pathOf } from "#platform/ledger/names.ts";
import { rowsBehind, sourceOf } from "#platform/measure/compile.ts";
import type { Measure } from "#platform/measure/define.ts";
import type { RouteContext } from "#platform/route.ts";
import { type AreaRange, type CalendarDate, levelOfKey } from "#platform/values.ts";
import { filterBehind } from "./spoil-filter.ts";

export type SpoilingRows = {
  readonly ledger: string;
  readonly label: string;
  readonly path: string;
  readonly measure: string;
  readonly part: "all" | "spoil";
  /** The list's filter that shows these rows, where one can say it. */
  readonly where: Record<string, unknown> | null;
  readonly count: number;
  readonly groups: {
    area: { key: number; name: string };
    count: number;
    what: { label: string; count: number }[];
    oldestDays: number | null;
  }[];
};

const BELOW: Readonly<Record<string, number>> = { province: 1e11, city: 1e9, county: 1e6, town: 1e3, village: 1, grid: 1 };
const SHOWN = 30;

/** A choice that says what is wrong: the field the good rows are told by, else the kind the measure is split by. */
function kindField(measure: Measure, entry: Entry): string | undefined {
  const good = "share" in measure.by ? Object.keys(measure.by.where) : [];
  return [...good, measure.split ?? "", "state", "kind", "grade"].find((key) => {
    const kind = entry.columns.column(key)?.field.kind;
    return kind === "choice" || (key === "state" && entry.ledger.isCase);
  });
}

const sinceColumn = (measure: Measure, entry: Entry): string => {
  const on = sourceOf(measure)?.on;
  return entry.ledger.isCase ? "opened_at" : on ? columnName(on) : "updated_at";
};

export async function spoilingRows(
  context: RouteContext,
  measure: Measure,
  range: AreaRange,
  span: { readonly from: CalendarDate; readonly to: CalendarDate },
): Promise<SpoilingRows | null> {
  const { tx, services, actor, today, now, language } = context;
  const source = "balance" in measure.by ? measure.by.balance.of.name : sourceOf(measure)?.of.name;
  if (!source || !may(actor, `${source}.read`)) return null;
  const part = "share" in measure.by || "each" in measure.by ? "spoil" : "all";
  const behind = rowsBehind(measure, services.catalog, { today, now, period: { start: span.from, end: span.to } }, span, part);
  if (!behind.ok) return null;
  const { entry, where } = behind.value;
  const field = kindField(measure, entry);
  const step = BELOW[levelOfKey(range.lo)] ?? 1;
  const { rows } = await sql<{
    area: number;
    name: string | null;
    kind: string | null;
    n: number;
    oldest: number | null;
  }>`select q.area, a.name, q.kind, q.n, q.oldest from (
      select t.area / ${step}::bigint * ${step}::bigint as area, ${field ? sql`${sql.ref(`t.${columnName(field)}`)}::text` : sql`null::text`} as kind, count(*)::int as n,
        (${today}::date - min(${sql.ref(`t.${sinceColumn(measure, entry)}`)})::date)::int as oldest
      from ${sql.raw(entry.table)} t where t.deleted_at is null and t.area between ${range.lo} and ${range.hi} and ${where} group by 1, 2) q
    left join platform.area a on a.key = q.area order by q.area, q.n desc`.execute(tx);
  const words = wordsOf(services.catalog.spoken(source, language), field);
  return {
    ledger: source,
    label: entry.ledger.label,
    path: pathOf(source),
    measure: measure.name,
    part,
    where: filterBehind(measure, span),
    count: rows.reduce((sum, { n }) => sum + n, 0),
    groups: grouped(rows, words),
  };
}

const wordsOf = (entry: Entry, field: string | undefined): Readonly<Record<string, string>> => {
  if (field === undefined) return {};
  const states = (entry.ledger as { readonly states?: Readonly<Record<string, { readonly label: string }>> }).states ?? {};
  return field === "state" && entry.ledger.isCase
    ? Object.fromEntries(Object.entries(states).map(([key, { label }]) => [key, label]))
    : (entry.columns.column(field)?.field.choices ?? {});
};

function grouped(
  rows: readonly { area: number; name: string | null; kind: string | null; n: number; oldest: number | null }[],
  words: Readonly<Record<string, string>>,
) {
  const groups = new Map<number, SpoilingRows["groups"][number]>();
  for (const { area, name, kind, n, oldest } of rows) {
    const group = groups.get(area) ?? { area: { key: area, name: name ?? "" }, count: 0, what: [], oldestDays: null };
    groups.set(area, group);
    group.count += n;
    if (kind !== null) group.what.push({ label: words[kind] ?? kind, count: n });
    if (oldest !== null) group.oldestDays = Math.max(group.oldestDays ?? 0, oldest);
  }
  return [...groups.values()].sort((a, b) => b.count - a.count).slice(0, SHOWN);
}
