/** The steps of an import as the screen walks them: 对字段 → 查错误 → 入库. Each person sees his own imports and nobody else's. */
import { z } from "zod";
import { type Actor, scopeOf } from "../../actor.ts";
import { apartFromTransaction } from "../../db.ts";
import type { Read } from "../../english.ts";
import { ok, type Result, refuse } from "../../result.ts";
import { type Route, type RouteContext, route } from "../../route.ts";
import type { Entry } from "../catalog.ts";
import { pathOf } from "../names.ts";
import { readerOf } from "../routes.ts";
import { shownText } from "./cell.ts";
import { checkRows, correct, type RowProblem } from "./check-rows.ts";
import {
  type Box,
  findImport,
  type ImportRecord,
  listImports,
  putRows,
  readImportRows,
  recount,
  type StoredRow,
  saveImport,
} from "./import-store.ts";
import { POINT } from "./match-headers.ts";
import { boxOf, checkingFor, importRunner, mappableKeys } from "./run-import.ts";
import { AREA, datumColumn, fillColumns, type SheetColumn } from "./sheet-columns.ts";

const LEVELS = {
  problems: ["error", "confirm", "fixed"],
  error: ["error"],
  confirm: ["confirm"],
  fixed: ["fixed"],
  all: ["good", "fixed", "confirm", "error", "same", "saved"],
} as const;

const idInput = z.object({ importId: z.uuid() });
const columnOut = z
  .object({
    header: z.string(),
    field: z.string().nullable(),
    suggestions: z.array(z.object({ field: z.string(), label: z.string() })),
    datum: z.string().optional(),
    ignored: z.boolean().optional(),
  })
  .meta({ id: "ImportColumn", description: "导入文件的一列，与对上的栏" });
const summaryOut = z
  .object({
    importId: z.uuid(),
    state: z.enum(["reading", "mapping", "checking", "checked", "saving", "done", "failed"]),
    fileName: z.string(),
    createdAt: z.string(),
    error: z.object({ code: z.string(), message: z.string() }).nullable(),
    total: z.number().int(),
    good: z.number().int(),
    bad: z.number().int(),
    confirm: z.number().int(),
    /** Rows already stored exactly so: nothing to do. */
    same: z.number().int(),
    done: z.number().int(),
  })
  .meta({ id: "ImportSummary", description: "一次导入：走到哪一步，各多少行" });
const rowOut = z
  .object({
    row: z.number().int(),
    title: z.string(),
    field: z.string().nullable(),
    label: z.string(),
    value: z.string(),
    problem: z.string(),
    level: z.enum(["good", "same", "saved", "error", "confirm", "fixed"]),
    fix: z.object({ label: z.string(), value: z.string() }).optional(),
    differences: z.array(z.object({ field: z.string(), label: z.string(), from: z.unknown(), to: z.unknown() })).optional(),
  })
  .meta({ id: "ImportRow", description: "导入的一行与它的一个问题" });

/** Finds the caller's import; somebody else's does not exist. */
async function mine(
  entry: Entry,
  { tx, actor }: Pick<RouteContext, "tx" | "actor">,
  id: string,
  forUpdate = false,
): Promise<Result<ImportRecord>> {
  const record = await findImport(tx, entry.ledger.name, id, actor.userId, forUpdate);
  return record ? ok(record) : refuse("not_found", "import.unknown", { id });
}

function summaryOf(
  { id, state, fileName, createdAt, error, counts }: ImportRecord,
  { services, language }: Pick<RouteContext, "services" | "language">,
) {
  return {
    importId: id,
    state,
    fileName,
    createdAt,
    error: error ? { code: error, message: services.messages.say(error, {}, language) } : null,
    total: counts.total,
    good: counts.good + counts.fixed,
    bad: counts.error,
    confirm: counts.confirm,
    same: counts.same,
    done: counts.saved,
  };
}

export const columnsByKey = (entry: Entry, read: Read): ReadonlyMap<string, SheetColumn> =>
  new Map(fillColumns(entry, read).map((column) => [column.key, column]));

/** What stood in the file for a field. */
export function shownValue({ given }: Box, field: string): string {
  if (field === AREA) return given.areaParts.join(" ");
  if (field !== POINT) return shownText(given.cells[field] ?? null);
  const pair = shownText(given.cells[POINT] ?? null);
  if (pair) return pair;
  const datum = shownText(given.cells[datumColumn.key] ?? null);
  return `${shownText(given.cells.lon ?? null)}, ${shownText(given.cells.lat ?? null)}${datum ? `（${datum}）` : ""}`;
}

export const labelOf = (field: string, columns: ReadonlyMap<string, SheetColumn>, read: Read): string =>
  field === POINT ? read("经纬度") : (columns.get(field)?.label ?? field);

export function sentenceOf({ code, params = {} }: RowProblem, { services, language }: Pick<RouteContext, "services" | "language">): string {
  const problems = params.problems as readonly { readonly code: string; readonly params?: Record<string, unknown> }[] | undefined;
  const inner = problems?.[0];
  return inner ? services.messages.say(inner.code, inner.params ?? {}, language) : services.messages.say(code, params, language);
}

function rowsOf(entry: Entry, { number, level, box }: StoredRow, context: RouteContext): z.input<typeof rowOut>[] {
  if (!box) return [{ row: number, title: "", field: null, label: "", value: "", problem: "", level }];
  const { read } = context.services.spoken[context.language];
  const columns = columnsByKey(entry, read);
  const title = shownText(box.given.cells[entry.ledger.title] ?? null) || read("（空）");
  if (box.problems.length === 0) return [{ row: number, title, field: null, label: "", value: "", problem: "", level }];
  return box.problems.map((problem) => ({
    row: number,
    title,
    field: problem.field,
    label: labelOf(problem.field, columns, read),
    value: shownValue(box, problem.field),
    problem: sentenceOf(problem, context),
    level: problem.level,
    ...(problem.fix ? { fix: { ...problem.fix, label: read(problem.fix.label) } } : {}),
    ...(Array.isArray(problem.params?.differences) ? { differences: problem.params.differences as never } : {}),
  }));
}

/** A unit's own people write one row at a time; whole lists come from those who keep the ledger. */
export const mayImport = (actor: Actor): Result<null> => (actor.unitId === null ? ok(null) : refuse("forbidden", "http.no_permission"));

export const canImport = (entry: Entry): boolean => !entry.ledger.readOnlyView && !entry.ledger.isCase;

export function importRoutes(entry: Entry): readonly Route[] {
  if (!canImport(entry)) return [];
  const { ledger } = entry;
  const base = { tag: ledger.label, permission: `${ledger.name}.import` };
  const path = `/${pathOf(ledger.name)}`;
  const sample = { importId: "01997c2e-8f00-7000-8000-000000000002" };
  const current = ({ services, language }: RouteContext) => services.catalog.spoken(ledger.name, language);
  return [
    route({
      ...base,
      method: "GET",
      path: `${path}/imports`,
      summary: `${ledger.label} 我的导入`,
      input: z.object({}),
      output: z.object({ imports: z.array(summaryOut) }),
      async run(context) {
        const records = await listImports(context.tx, ledger.name, context.actor.userId);
        return ok({ imports: records.map((record) => summaryOf(record, context)) });
      },
    }),
    route({
      ...base,
      method: "GET",
      path: `${path}/import/:importId`,
      summary: `${ledger.label} 导入进度与问题`,
      input: idInput.extend({
        level: z.enum(["problems", "error", "confirm", "fixed", "all"]).default("problems"),
        after: z.coerce.number().int().min(0).default(0),
        limit: z.coerce.number().int().min(1).max(200).default(50),
      }),
      output: summaryOut
        .extend({
          columns: z.array(columnOut),
          fields: z.array(z.object({ field: z.string(), label: z.string() })),
          rows: z.array(rowOut),
          next: z.number().int().nullable(),
        })
        .meta({ id: "ImportState", description: "一次导入：进度、列、问题行" }),
      example: { input: { ...sample, level: "problems" } },
      async run(context, { importId, level, after, limit }) {
        const found = await mine(entry, context, importId);
        if (!found.ok) return found;
        const rows = await readImportRows(context.tx, context.services.sealer, importId, {
          levels: LEVELS[level],
          after,
          limit: limit + 1,
        });
        const page = rows.slice(0, limit);
        const known = columnsByKey(current(context), context.services.spoken[context.language].read);
        return ok({
          ...summaryOf(found.value, context),
          columns: found.value.columns.map((column) => ({
            ...column,
            suggestions: column.suggestions.map(({ field }) => ({
              field,
              label: labelOf(field, known, context.services.spoken[context.language].read),
            })),
          })),
          fields: fillColumns(current(context), context.services.spoken[context.language].read).map(({ key, label }) => ({
            field: key,
            label,
          })),
          rows: page.flatMap((row) => rowsOf(current(context), row, context)),
          next: rows.length > limit ? (page.at(-1)?.number ?? null) : null,
        });
      },
    }),
    route({
      ...base,
      method: "POST",
      path: `${path}/import/:importId/map`,
      summary: `${ledger.label} 导入：对字段`,
      input: idInput.extend({
        columns: z.array(z.object({ header: z.string(), field: z.string().nullable() })).max(256),
        datum: z.enum(["wgs84", "cgcs2000", "gcj02", "bd09"]).nullable().optional(),
      }),
      output: summaryOut,
      example: { input: { ...sample, columns: [{ header: "名称", field: ledger.title }] } },
      async run(context, { importId, columns, datum }) {
        const found = await mine(entry, context, importId, true);
        if (!found.ok) return found;
        const record = found.value;
        if (!["mapping", "checked", "failed"].includes(record.state) || record.columns.length === 0)
          return refuse("conflict", "import.busy", { state: record.state });
        const mapped = mapColumns(current(context), record, columns, context.services.spoken[context.language].read);
        if (!mapped.ok) return mapped;
        await saveImport(context.tx, importId, {
          state: "checking",
          columns: mapped.value,
          error: null,
          ...(datum === undefined ? {} : { datum }),
        });
        wakeSoon(context, importId);
        return ok(summaryOf({ ...record, state: "checking" }, context));
      },
    }),
    route({
      ...base,
      method: "POST",
      path: `${path}/import/:importId/fix`,
      summary: `${ledger.label} 导入：改正一格`,
      input: idInput.extend({ row: z.number().int().min(1), field: z.string().max(60), value: z.string().max(4_000) }),
      output: summaryOut.extend({ rows: z.array(rowOut) }),
      example: { input: { ...sample, row: 14, field: "creditCode", value: "91330802MA28F3K9X7" } },
      async run(context, { importId, row, field, value }) {
        const found = await mine(entry, context, importId, true);
        if (!found.ok) return found;
        const record = found.value;
        if (record.state !== "checked" && record.state !== "done") return refuse("conflict", "import.busy", { state: record.state });
        if (!mappableKeys(current(context)).has(field)) return refuse("invalid", "ledger.unknown_field", { field });
        const [stored] = await readImportRows(context.tx, context.services.sealer, importId, {
          levels: LEVELS.problems,
          after: row - 1,
          limit: 1,
        });
        if (!stored?.box || stored.number !== row) return refuse("not_found", "import.unknown_row", { row });
        const checking = await checkingFor(record, context.services, context.tx, false);
        const [checked] = await checkRows([correct(stored.box.given, field, value)], checking, readerOf(context));
        if (!checked) return refuse("not_found", "import.unknown_row", { row });
        const box = boxOf(checked);
        await putRows(context.tx, context.services.sealer, importId, [{ number: row, level: checked.level, box }]);
        const counts = await recount(context.tx, importId);
        await saveImport(context.tx, importId, { counts });
        return ok({
          ...summaryOf({ ...record, counts }, context),
          rows: rowsOf(current(context), { number: row, level: checked.level, box }, context),
        });
      },
    }),
    route({
      ...base,
      method: "POST",
      path: `${path}/import/:importId/commit`,
      summary: `${ledger.label} 导入：入库`,
      input: idInput.extend({ includeConfirm: z.boolean().default(false) }),
      output: summaryOut,
      example: { input: { ...sample, includeConfirm: false } },
      async run(context, { importId, includeConfirm }) {
        const allowed = mayImport(context.actor);
        if (!allowed.ok) return allowed;
        const found = await mine(entry, context, importId, true);
        if (!found.ok) return found;
        const record = found.value;
        if (record.state !== "checked" && record.state !== "done") return refuse("conflict", "import.busy", { state: record.state });
        // The work goes on under the rights the person has now, not those he had when he sent the file.
        const options = { ...record.options, area: scopeOf(context.actor).area, includeConfirm };
        await saveImport(context.tx, importId, { state: "saving", options });
        wakeSoon(context, importId);
        return ok(summaryOf({ ...record, state: "saving" }, context));
      },
    }),
  ];
}

/** After this request's transaction is through; should the word be lost, the runner's sweep finds it. */
const wakeSoon = ({ services }: RouteContext, id: string): void =>
  void apartFromTransaction(() => setTimeout(() => importRunner(services).wake(id), 20));

function mapColumns(
  entry: Entry,
  record: ImportRecord,
  given: readonly { readonly header: string; readonly field: string | null }[],
  read: Read,
): Result<ImportRecord["columns"]> {
  if (given.length !== record.columns.length) return refuse("invalid", "import.other_columns");
  const keys = mappableKeys(entry);
  const taken = new Set<string>();
  for (const { field } of given) {
    if (field === null) continue;
    if (!keys.has(field)) return refuse("invalid", "ledger.unknown_field", { field });
    if (field !== AREA && taken.has(field))
      return refuse("invalid", "import.field_twice", { label: labelOf(field, columnsByKey(entry, read), read) });
    taken.add(field);
  }
  return ok(record.columns.map((column, i) => ({ ...column, field: given[i]?.field ?? null })));
}
