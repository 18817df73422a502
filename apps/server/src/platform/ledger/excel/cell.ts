/** What a cell of a file holds, before anybody knows which field it is meant for. */

/** A date cell: the day, and the time of day when it is not midnight (`14:30:00`). */
export type DateCell = { readonly day: string; readonly time?: string };
/** A cell that cannot be read: `formula` without a stored result, `error` such as #N/A. `shown` is what a person sees there. */
export type BrokenCell = { readonly broken: "formula" | "error" | "day"; readonly shown: string };
export type Cell = string | number | boolean | null | DateCell | BrokenCell;

/** `number` is the row in the file, 1-based, as the person sees it. `merged` lists columns filled from the first cell of a merged region. */
export type FileRow = { readonly number: number; readonly cells: readonly Cell[]; readonly merged?: readonly number[] };

/** A file ready to be read: each call of `rows` reads from the start, in batches, and can be left early. */
export type RowSource = {
  rows(batch: number): AsyncGenerator<readonly FileRow[]>;
};

export const isBroken = (cell: Cell): cell is BrokenCell => typeof cell === "object" && cell !== null && "broken" in cell;
export const isDate = (cell: Cell): cell is DateCell => typeof cell === "object" && cell !== null && "day" in cell;

/** The cell as the person saw it. */
export function shownText(cell: Cell): string {
  if (cell === null) return "";
  if (typeof cell === "object") return isBroken(cell) ? cell.shown : cell.time ? `${cell.day} ${cell.time}` : cell.day;
  if (typeof cell === "boolean") return cell ? "是" : "否";
  return String(cell);
}

export const isBlank = (cell: Cell): boolean => cell === null || (typeof cell === "string" && cell.trim() === "");
