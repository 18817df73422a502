/** The rows that did not pass, as the template would have them, with what is wrong: corrected there and sent again. */
import { inScope, type Scope } from "../../db.ts";
import type { Language } from "../../messages.ts";
import type { Services } from "../../services.ts";
import type { Entry } from "../catalog.ts";
import { columnsByKey, labelOf, sentenceOf, shownValue } from "./import-routes.ts";
import { type ImportRecord, readImportRows, type StoredRow } from "./import-store.ts";
import { PROBLEM_HEADER } from "./match-headers.ts";
import { AREA, datumColumn, fillColumns, headerOf, pointColumns, type SheetColumn } from "./sheet-columns.ts";
import type { OutCell, OutSheet } from "./sheet-write.ts";

type Asker = { readonly scope: Scope; readonly services: Services; readonly language: Language };

const PAGE = 500;

export function errorSheet(entry: Entry, record: ImportRecord, { scope, services, language }: Asker): () => OutSheet {
  const { read } = services.spoken[language];
  const spoken = services.catalog.spoken(entry.ledger.name, language);
  const columns = columnsByKey(spoken, read);
  const given = new Set(record.columns.map((column) => column.field));
  const used = fillColumns(spoken, read).filter(({ key, field }) => given.has(key) || field.required || isPointPart(key, given));
  async function* rows(): AsyncGenerator<readonly OutCell[]> {
    for (let after = 0; ; ) {
      const page = await inScope(services.db, scope, (tx) =>
        readImportRows(tx, services.sealer, record.id, { levels: ["error", "confirm"], after, limit: PAGE }),
      );
      for (const row of page) yield* errorLine(row, used, columns, services, language);
      const last = page.at(-1);
      if (!last || page.length < PAGE) return;
      after = last.number;
    }
  }
  return () => ({
    name: spoken.ledger.label,
    columns: [
      { header: read(PROBLEM_HEADER), width: 40 },
      ...used.map((column) => ({ header: headerOf(column), width: 16, required: column.field.required === true })),
    ],
    rows: rows(),
  });
}

const isPointPart = (key: string, given: ReadonlySet<string | null>): boolean =>
  given.has("point") && (key === datumColumn.key || pointColumns.some((column) => column.key === key));

function errorLine(
  { number, box }: StoredRow,
  used: readonly SheetColumn[],
  columns: ReadonlyMap<string, SheetColumn>,
  services: Services,
  language: Language,
): readonly (readonly OutCell[])[] {
  if (!box) return [];
  const { read } = services.spoken[language];
  const problems = box.problems
    .filter((problem) => problem.level !== "fixed")
    .map((problem) => `${labelOf(problem.field, columns, read)}${read("：")}${sentenceOf(problem, { services, language })}`);
  const pair = shownValue(box, "point").split(/[,，\s]+/);
  const cellFor = ({ key }: SheetColumn): OutCell => {
    if (key === AREA) return box.given.areaParts.join("");
    const cell = box.given.cells[key] ?? null;
    if (cell === null && box.given.cells.point)
      return key === "lon" ? (pair[0] ?? null) : key === "lat" ? (pair[1]?.replace(/（.*/, "") ?? null) : null;
    if (typeof cell === "number") return cell;
    return shownValue(box, key) || null;
  };
  return [[`${read(`第 ${number} 行。`)}${problems.join(read("；"))}`, ...used.map(cellFor)]];
}
