/** From cells to a row that can be stored, or to every reason why not, each with its fix where one is known. */
import type { Entry } from "../catalog.ts";
import { customProblems } from "../custom-values.ts";
import { isReference } from "../fields.ts";
import { type Reader, refLedgerOf } from "../read.ts";
import { checkValues, notYet } from "../write.ts";
import type { AreaNames } from "./area-names.ts";
import { type Cell, isBlank, shownText } from "./cell.ts";
import { differencesOf, findStored, type Stored, samenessOf } from "./duplicates.ts";
import { datumIn, POINT } from "./match-headers.ts";
import { type Fix, isProblem, parseCell } from "./parse-cell.ts";
import { findReferences, memoryKey, type ReferenceMemory } from "./references.ts";
import { AREA, datumColumn, pointColumns, type SheetColumn } from "./sheet-columns.ts";

/** Cells of one row by field; places of the tree may have several. `merged`: fields filled from a merged region. */
export type GivenRow = {
  readonly number: number;
  readonly cells: Readonly<Record<string, Cell>>;
  readonly areaParts: readonly string[];
  readonly merged: readonly string[];
};

export type RowProblem = {
  readonly field: string;
  readonly level: "error" | "confirm" | "fixed";
  readonly code: string;
  readonly params?: Readonly<Record<string, unknown>>;
  readonly fix?: Fix;
};
export type RowLevel = "good" | "fixed" | "confirm" | "error" | "same";
export type CheckedRow = {
  readonly given: GivenRow;
  readonly level: RowLevel;
  readonly area: number | null;
  readonly values: Readonly<Record<string, unknown>>;
  readonly problems: readonly RowProblem[];
  /** The row of the ledger this one would change. */
  readonly stored?: { readonly id: string; readonly version: number };
};

/** What one import keeps from batch to batch. */
export type Checking = {
  readonly entry: Entry;
  readonly columns: ReadonlyMap<string, SheetColumn>;
  readonly areas: AreaNames;
  readonly references: ReferenceMemory;
  /** Identity of a row → the number of the first row in the file that has it; null when a single row is checked again. */
  readonly seen: Map<string, number> | null;
  /** The coordinate system of the file when a row names none: from the header, or said by the person. */
  readonly datum: string | null;
};

export async function checkRows(rows: readonly GivenRow[], checking: Checking, reader: Reader): Promise<readonly CheckedRow[]> {
  const parsed = rows.map((row) => parseRow(row, checking));
  await settleReferences(parsed, checking, reader);
  for (const row of parsed) settle(row, checking, reader);
  const sound = parsed.filter((row) => row.problems.every((problem) => problem.level !== "error"));
  const stored = await findStored(
    checking.entry,
    sound.map((row) => ({ area: row.area ?? 0, values: row.values })),
    reader,
  );
  return parsed.map((row) => judge(row, stored, checking, reader));
}

type Draft = {
  readonly given: GivenRow;
  values: Record<string, unknown>;
  readonly problems: RowProblem[];
  /** References still to be found: field → what is written. */
  readonly asked: Map<string, string>;
  area: number | null;
};

function parseRow(given: GivenRow, { entry, columns }: Checking): Draft {
  const draft: Draft = { given, values: {}, problems: [], asked: new Map(), area: null };
  const custom: Record<string, unknown> = {};
  for (const [key, cell] of Object.entries(given.cells)) {
    const column = columns.get(key);
    if (!column || key === AREA || key === POINT || POINT_KEYS.has(key)) continue;
    const one = parseCell(cell, column.field, column.also?.field);
    if (isProblem(one)) {
      draft.problems.push({
        field: key,
        level: "error",
        code: one.code,
        ...(one.params ? { params: one.params } : {}),
        ...(one.fix ? { fix: one.fix } : {}),
      });
      continue;
    }
    if (one.note) draft.problems.push({ field: key, level: "fixed", ...one.note });
    if (one.value === null) continue;
    if (isReference(column.field)) draft.asked.set(key, String(one.value));
    else if (key.startsWith("custom.")) custom[key.slice(7)] = one.value;
    else draft.values[key] = one.value;
  }
  if (Object.keys(custom).length > 0) draft.values.custom = custom;
  for (const key of given.merged)
    draft.problems.push({ field: key, level: "fixed", code: "import.merged_cell", params: { shown: shownText(given.cells[key] ?? null) } });
  if (entry.ledger.place) parsePoint(draft, given);
  return draft;
}
const POINT_KEYS = new Set([...pointColumns.map((column) => column.key), datumColumn.key]);

const PAIR = /^[(（]?\s*([\d.]+)\s*[,，;；\s]\s*([\d.]+)\s*[)）]?/;

/** Both coordinates, from two cells or one; half a coordinate is none. */
function parsePoint(draft: Draft, { cells }: GivenRow): void {
  const pair = PAIR.exec(shownText(cells[POINT] ?? null).trim());
  const [lonColumn, latColumn] = pointColumns;
  const read = (key: string, column: SheetColumn | undefined, fallback: string | undefined): unknown => {
    const cell = isBlank(cells[key] ?? null) && fallback !== undefined ? Number(fallback) : (cells[key] ?? null);
    const one = column ? parseCell(cell, column.field, column.also?.field) : { value: null };
    if (!isProblem(one)) return one.value;
    draft.problems.push({ field: key, level: "error", code: one.code });
    return undefined;
  };
  const lon = read("lon", lonColumn, pair?.[1]);
  const lat = read("lat", latColumn, pair?.[2]);
  if (lon === undefined || lat === undefined) return;
  const isPairUnreadable = !isBlank(cells[POINT] ?? null) && !pair;
  if (isPairUnreadable || (lon === null) !== (lat === null))
    draft.problems.push({ field: POINT, level: "error", code: "import.half_point" });
  else if (lon !== null && lat !== null) draft.values.point = { lon, lat };
}

async function settleReferences(drafts: readonly Draft[], { entry, columns, references }: Checking, reader: Reader): Promise<void> {
  for (const [key, column] of columns) {
    if (!isReference(column.field)) continue;
    const texts = new Set(drafts.flatMap((draft) => draft.asked.get(key) ?? []));
    const target = reader.catalog.find(refLedgerOf(column.field));
    if (texts.size === 0) continue;
    if (target) await findReferences(target, texts, references, reader);
    for (const draft of drafts) {
      const text = draft.asked.get(key);
      if (text === undefined) continue;
      const found = references.get(memoryKey(target?.ledger.name ?? "", text)) ?? { code: "ledger.unknown_reference" };
      if ("code" in found) {
        draft.problems.push({ field: key, level: "error", code: found.code, ...(found.params ? { params: found.params } : {}) });
        continue;
      }
      if (key.startsWith("custom.")) draft.values.custom = { ...(draft.values.custom as object | undefined), [key.slice(7)]: found.id };
      else draft.values[key] = found.id;
      if (key === entry.ledger.partOf) draft.area = found.area;
    }
  }
}

/** Place, coordinates and the declaration's own checks. */
function settle(draft: Draft, { entry, areas, datum }: Checking, reader: Reader): void {
  if (!entry.ledger.partOf) {
    const found = areas.find(draft.given.areaParts, reader.scope.area);
    if ("key" in found) draft.area = found.key;
    else draft.problems.push({ field: AREA, level: "error", ...found });
  }
  const point = draft.values.point as { readonly lon: number; readonly lat: number } | undefined;
  const written = shownText(draft.given.cells[datumColumn.key] ?? null);
  const named = datumIn(written) ?? (datumIn(shownText(draft.given.cells[POINT] ?? null)) || datum);
  if (point) {
    if (written && !datumIn(written)) draft.problems.push({ field: datumColumn.key, level: "error", code: "import.unknown_datum" });
    draft.values.point = { ...point, ...(named ? { datum: named } : {}) };
  }
  const checked = checkValues(entry, draft.values, reader.catalog.formats, false);
  const known = new Set(draft.problems.filter((problem) => problem.level === "error").map((problem) => problem.field));
  const own = customProblems(
    entry,
    checked.values,
    { given: (checked.values.custom ?? {}) as Readonly<Record<string, unknown>>, demand: true },
    reader.moments,
  );
  for (const { field, code, params } of [...checked.problems, ...notYet(entry, checked.values, reader.moments.today), ...own]) {
    if (known.has(field)) continue;
    draft.problems.push({ field, level: "error", code, ...(params ? { params } : {}), ...fixOf(params) });
  }
  draft.values = checked.values;
  const isConverted = named === "gcj02" || named === "bd09";
  if (point && isConverted && typeof checked.values.lon === "number")
    draft.problems.push({
      field: POINT,
      level: "fixed",
      code: "import.datum_converted",
      params: { datum: datumColumn.field.choices?.[named] },
    });
}

/** A format names the right value itself; a swapped pair is put right by the other order. */
function fixOf(params: Readonly<Record<string, unknown>> | undefined): { readonly fix?: Fix } {
  const fix = params?.fix;
  if (typeof fix === "string") return { fix: { label: "改正", value: fix } };
  if (typeof fix !== "object" || fix === null) return {};
  const { lon, lat } = fix as { readonly lon?: unknown; readonly lat?: unknown };
  return { fix: { label: "对调", value: `${String(lon)},${String(lat)}` } };
}

function judge(draft: Draft, stored: ReadonlyMap<string, Stored>, checking: Checking, reader: Reader): CheckedRow {
  const { given, values, area, problems } = draft;
  if (problems.some((problem) => problem.level === "error")) return { given, level: "error", area, values, problems };
  const { entry, seen } = checking;
  let same: Stored | undefined;
  for (const { field, id } of samenessOf(entry, { area: area ?? 0, values })) {
    const first = seen?.get(id);
    if (first !== undefined) problems.push({ field, level: "confirm", code: "import.same_as_row", params: { row: first } });
    else seen?.set(id, given.number);
    const there = stored.get(id);
    if (!there || same) continue;
    same = there;
    const differences = differencesOf(entry, there, values, reader.sealer);
    if (differences.length === 0 && first === undefined) return { given, level: "same", area, values, problems: [], stored: there };
    problems.push({
      field,
      level: "confirm",
      code: "import.already_there",
      params: { count: differences.length, differences, id: there.id },
    });
  }
  const level = problems.some((problem) => problem.level === "confirm") ? "confirm" : problems.length > 0 ? "fixed" : "good";
  return { given, level, area, values, problems, ...(same ? { stored: same } : {}) };
}

/** A person's correction of one field of a row: what stands there now. */
export function correct(row: GivenRow, field: string, value: string): GivenRow {
  if (field === AREA) return { ...row, areaParts: [value] };
  const merged = row.merged.filter((key) => key !== field);
  if (field !== POINT) return { ...row, merged, cells: { ...row.cells, [field]: value === "" ? null : value } };
  const pair = PAIR.exec(value);
  const put = pair
    ? { lon: Number(pair[1]), lat: Number(pair[2]), [POINT]: null }
    : { lon: null, lat: null, [POINT]: value === "" ? null : value };
  return { ...row, merged, cells: { ...row.cells, ...put } };
}
