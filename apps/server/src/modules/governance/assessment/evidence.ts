/** The rows behind an indicator, as they stand: what is frozen at the year's end, and what the same rows say today. Personal fields are left out. */
import { type RawBuilder, sql } from "kysely";
import type { Entry } from "#platform/ledger/catalog.ts";
import type { Row } from "#platform/ledger/define.ts";
import { isReference } from "#platform/ledger/fields.ts";
import { columnName } from "#platform/ledger/names.ts";
import { present } from "#platform/ledger/read.ts";
import { rowsBehind } from "#platform/measure/compile.ts";
import type { Measure } from "#platform/measure/define.ts";
import type { SnapshotRow } from "#platform/snapshot/canonical.ts";
import { type AreaRange, type CalendarDate, subtreeOf } from "#platform/values.ts";
import type { Source } from "./domain/scheme.ts";
import { SITE_CHECK } from "./names.ts";
import type { Asked } from "./values.ts";

/** What one frozen row says: its title, its place, whether it counted in favour, and the fields that decided. */
export type RowContent = {
  readonly title: string;
  readonly place: string;
  readonly good: boolean;
  readonly shown: Readonly<Record<string, string | number | null>>;
  readonly files: number;
};
export type Evidence = {
  readonly rows: readonly SnapshotRow[];
  /** How many there were; beyond the limit the rows that count against are kept first. */
  readonly total: number;
  readonly columns: readonly { readonly key: string; readonly label: string }[];
};

/** Rows kept of one indicator and area. */
export const ROWS_KEPT = 2_000;
const SHOWN = 4;

/** Of a rate per head the rows are those of what was counted. */
export function rowsMeasure(measure: Measure, measures: ReadonlyMap<string, Measure>): Measure {
  return "ratio" in measure.by ? (measures.get(measure.by.ratio[0]) ?? measure) : measure;
}

const keysOf = (where: unknown): readonly string[] =>
  where && typeof where === "object" ? Object.keys(where).filter((key) => key !== "any" && key !== "open") : [];

/** What was counted of what, before anything else a row of these says. */
const deciding: Readonly<Record<string, readonly string[]>> = {
  [SITE_CHECK]: ["passed", "items", "checkedOn", "checkers"],
  "assessment.hand-value": ["num", "den", "document", "enteredOn"],
};

/** The fields that decide the figure, then the first of the list. */
export function columnsOf(entry: Entry, { by }: Measure): Evidence["columns"] {
  return columnsFirst(entry, "share" in by ? keysOf(by.where) : "sum" in by ? [by.field] : []);
}

function columnsFirst(entry: Entry, first: readonly string[]): Evidence["columns"] {
  const wanted = [...new Set([...first, ...entry.ledger.list.columns])].filter((key) => key !== entry.ledger.title);
  const usable = wanted.flatMap((key) => {
    if (key === "state" && entry.ledger.isCase) return [{ key, label: "状态" }];
    const field = entry.ledger.fields[key];
    const isPlain = field && !field.personal && !isReference(field) && !["files", "table", "many", "long"].includes(field.kind);
    return isPlain ? [{ key, label: field.label }] : [];
  });
  return usable.slice(0, SHOWN);
}

function said(
  entry: Entry,
  states: Readonly<Record<string, { readonly label: string }>> | undefined,
  row: Row,
  key: string,
): string | number | null {
  const value = row[key];
  if (value === null || value === undefined) return null;
  if (key === "state") return states?.[String(value)]?.label ?? String(value);
  const choice = entry.ledger.fields[key]?.choices?.[String(value)];
  if (choice) return choice;
  if (typeof value === "boolean") return value ? "是" : "否";
  return typeof value === "number" ? value : String(value);
}

const filesIn = (entry: Entry, row: Row): number =>
  Object.entries(entry.ledger.fields).reduce(
    (sum, [key, field]) => sum + (field.kind === "files" && Array.isArray(row[key]) ? (row[key] as unknown[]).length : 0),
    0,
  );

type Read = Readonly<Record<string, unknown>> & { readonly bad: boolean };

export function contentOf(entry: Entry, asked: Pick<Asked, "services">, stored: Read, columns: Evidence["columns"]): RowContent {
  const { bad, ...rest } = stored;
  const row = present(entry, rest, asked.services.sealer);
  const states = asked.services.registry.cases.get(entry.ledger.name)?.states;
  const title = entry.ledger.fields[entry.ledger.title];
  return {
    title: title?.choices?.[String(row[entry.ledger.title])] ?? String(row[entry.ledger.title] ?? ""),
    place: row.areaName ?? "",
    good: !bad,
    shown: Object.fromEntries(columns.map(({ key }) => [key, said(entry, states, row, key)])),
    files: filesIn(entry, row),
  };
}

const nothing: Evidence = { rows: [], total: 0, columns: [] };

type Rule = { readonly id: string; readonly source: Source; readonly better: "higher" | "lower" };

export async function evidenceOf({ id, source, better }: Rule, area: number, entrantId: string, asked: Asked): Promise<Evidence> {
  if ("measure" in source)
    return ofMeasure({ id, better, name: source.measure }, source.own ? { lo: area, hi: area } : subtreeOf(area), asked);
  if ("site" in source) return ofLedger(id, SITE_CHECK, entrantId, sql`t.checked_on is not null`, sql`t.passed < t.items`, asked);
  if ("hand" in source) return ofLedger(id, "assessment.hand-value", entrantId, sql`t.indicator = ${id}`, sql`false`, asked);
  return nothing;
}

type Named = { readonly id: string; readonly name: string; readonly better: Rule["better"] };

/** A row counts against where it spoils what should be high, or makes up what should be low; an appeal may claim it. */
function countsAgainst({ by }: Measure, better: Rule["better"], spoils: RawBuilder<unknown>): RawBuilder<boolean> {
  if ("share" in by || "each" in by)
    return better === "higher" ? sql<boolean>`coalesce((${spoils}), false)` : sql<boolean>`not coalesce((${spoils}), false)`;
  if (better === "higher") return sql<boolean>`false`;
  return "sum" in by ? sql<boolean>`coalesce(${sql.ref(`t.${columnName(by.field)}`)} > 0, false)` : sql<boolean>`true`;
}

async function ofMeasure({ id, name, better }: Named, { lo, hi }: AreaRange, asked: Asked): Promise<Evidence> {
  const { tx, services, today, now, year } = asked;
  const declared = services.registry.measures.get(name);
  if (!declared) return nothing;
  const measure = rowsMeasure(declared, services.registry.measures);
  const span = { from: year.from as CalendarDate, to: year.until as CalendarDate };
  const moments = { today, now, period: { start: span.from, end: span.to } };
  const all = rowsBehind(measure, services.catalog, moments, span, "all");
  const spoil = rowsBehind(measure, services.catalog, moments, span, "spoil");
  if (!all.ok || !spoil.ok) return nothing;
  const { entry } = all.value;
  const bad = countsAgainst(measure, better, spoil.value.where);
  const within = sql`t.deleted_at is null and t.area between ${lo} and ${hi} and ${all.value.where}`;
  const { rows } = await sql<Read>`select t.*, (select a.name from platform.area a where a.key = t.area) as area_name, ${bad} as bad
    from ${sql.raw(entry.table)} t where ${within} order by bad desc, t.id limit ${ROWS_KEPT}`.execute(tx);
  const count = await sql<{ n: number }>`select count(*)::int as n from ${sql.raw(entry.table)} t where ${within}`.execute(tx);
  return keep(id, entry, columnsOf(entry, measure), rows, count.rows[0]?.n ?? 0, asked);
}

async function ofLedger(
  id: string,
  ledger: string,
  entrant: string,
  where: ReturnType<typeof sql>,
  bad: ReturnType<typeof sql>,
  asked: Asked,
): Promise<Evidence> {
  const entry = asked.services.catalog.get(ledger);
  const { rows } =
    await sql<Read>`select t.*, (select a.name from platform.area a where a.key = t.area) as area_name, coalesce(${bad}, false) as bad
    from ${sql.raw(entry.table)} t where t.deleted_at is null and t.entrant = ${entrant} and ${where} order by t.id limit ${ROWS_KEPT}`.execute(
      asked.tx,
    );
  return keep(id, entry, columnsFirst(entry, deciding[ledger] ?? []), rows, rows.length, asked);
}

function keep(id: string, entry: Entry, columns: Evidence["columns"], rows: readonly Read[], total: number, asked: Asked): Evidence {
  return {
    total,
    columns,
    rows: rows.map((row) => ({
      part: id,
      ledger: entry.ledger.name,
      rowId: String(row.id),
      version: Number(row.version),
      content: contentOf(entry, asked, row, columns),
    })),
  };
}

/** What rows frozen once say today, within the reader's rows; a row that is gone is absent. */
export async function rowsToday(
  ledger: string,
  ids: readonly string[],
  columns: Evidence["columns"],
  asked: Pick<Asked, "tx" | "services">,
): Promise<ReadonlyMap<string, RowContent>> {
  const entry = asked.services.catalog.find(ledger);
  if (!entry || ids.length === 0) return new Map();
  const { rows } = await sql<Read>`select t.*, (select a.name from platform.area a where a.key = t.area) as area_name, false as bad
    from ${sql.raw(entry.table)} t where t.id = any(${ids}::uuid[]) and t.deleted_at is null`.execute(asked.tx);
  return new Map(rows.map((row) => [String(row.id), contentOf(entry, asked, row, columns)]));
}
