/** 重点任务分解表: which column is what, each row as a task, and what is wrong with a row. The others are not held up by it. */
import type { CalendarDate } from "#platform/values.ts";
import { type DueWords, dueOf } from "../domain/due-words.ts";
import { type Meant, type NamedOrgan, organsMeant, piecesOf } from "../domain/organ-words.ts";

export const columnKinds = ["number", "task", "lead", "support", "due", "measures", "output", "owner", "section"] as const;
export type ColumnKind = (typeof columnKinds)[number];
export type TableRow = { readonly number: number; readonly cells: readonly string[] };

const NAMES: readonly (readonly [ColumnKind, RegExp])[] = [
  ["number", /^(序号|编号|序|项次|no\.?)$/i],
  ["support", /配合|协办|协同|参与|协助/],
  ["lead", /牵头|责任单位|责任部门|主办|承办|负责单位|落实单位/],
  ["owner", /责任人|负责人|联系人/],
  ["due", /时限|期限|完成时间|时间节点|时间要求|进度|完成日期|时间安排/],
  ["measures", /措施|举措|做法|工作要求|具体要求|实施内容/],
  ["output", /成果|目标|成效|标志|验收/],
  ["task", /任务|工作内容|事项|项目|主要内容|内容/],
  ["section", /类别|领域|分类|章节|条款|重点工作|方面/],
];

export const kindOfHeader = (header: string): ColumnKind | null => {
  const words = header.replaceAll(/\s/g, "");
  return NAMES.find(([, pattern]) => pattern.test(words))?.[0] ?? null;
};

export type Table = {
  readonly headers: readonly string[];
  readonly columns: readonly (ColumnKind | null)[];
  readonly rows: readonly TableRow[];
};

/** A head is the first row that names a task and who leads; titles above it are passed over. */
export function readTable(rows: readonly TableRow[]): Table | undefined {
  for (const [i, { cells }] of rows.slice(0, 15).entries()) {
    const columns = onceEach(cells.map((cell) => (cell.length <= 20 ? kindOfHeader(cell) : null)));
    if (columns.includes("task") && (columns.includes("lead") || columns.includes("due")))
      return { headers: cells, columns, rows: rows.slice(i + 1) };
  }
  return undefined;
}

/** Of two columns with one meaning the first has it; a second 任务 column is read as measures if there are none. */
function onceEach(kinds: readonly (ColumnKind | null)[]): readonly (ColumnKind | null)[] {
  const seen = new Set<ColumnKind>();
  return kinds.map((kind) => {
    const own = kind === "task" && seen.has("task") && !kinds.includes("measures") ? "measures" : kind;
    if (own === null || seen.has(own)) return null;
    seen.add(own);
    return own;
  });
}

export type RowProblem = { readonly code: string; readonly params: Readonly<Record<string, unknown>> };
export type TaskRow = {
  readonly row: number;
  readonly title: string;
  readonly content: string | null;
  readonly section: string | null;
  readonly leads: readonly Meant[];
  readonly supports: readonly Meant[];
  readonly due: DueWords | null;
  readonly dueWords: string;
  readonly output: string | null;
  readonly owner: string | null;
  readonly problems: readonly RowProblem[];
  readonly notes: readonly RowProblem[];
};

const TITLE = 200;

/** @param year of deadlines without one. Merged cells arrive filled; a heading over the width is the section of what follows. */
export function tasksOf(
  { columns, rows }: Pick<Table, "columns" | "rows">,
  { organs, year, today }: { readonly organs: readonly NamedOrgan[]; readonly year: number; readonly today: CalendarDate },
): readonly TaskRow[] {
  let section = "";
  const seen = new Map<string, number>();
  const found: TaskRow[] = [];
  for (const { number, cells } of rows) {
    if (cells.every((cell) => cell.trim() === "")) continue;
    const filled = new Set(cells.map((cell) => cell.trim()).filter(Boolean));
    const own = (kind: ColumnKind): string => (columns.includes(kind) ? (cells[columns.indexOf(kind)] ?? "").trim() : "");
    // 一、组织领导 over the whole width: a heading of what follows.
    if (filled.size === 1 && own("lead") === own("task") && columns.includes("lead")) {
      section = [...filled][0] ?? "";
      continue;
    }
    if (
      filled.size === 1 &&
      own("lead") === "" &&
      own("due") === "" &&
      own("task") !== "" &&
      /^([一二三四五六七八九十]+、|（[一二三四五六七八九十]+）)/.test(own("task"))
    ) {
      section = own("task");
      continue;
    }
    found.push(taskOf(number, own, section, { organs, year, today, seen }));
  }
  return found;
}

type Own = (kind: ColumnKind) => string;
type Ground = {
  readonly organs: readonly NamedOrgan[];
  readonly year: number;
  readonly today: CalendarDate;
  readonly seen: Map<string, number>;
};

function taskOf(row: number, own: Own, heading: string, { organs, year, today, seen }: Ground): TaskRow {
  const problems: RowProblem[] = [];
  const notes: RowProblem[] = [];
  const task = own("task") || own("measures");
  if (task === "") problems.push({ code: "packs.row_without_task", params: {} });
  const leadWords = piecesOf(own("lead"));
  const leads = named(leadWords, organs);
  const unknown = leadWords.filter((words) => !leads.some((each) => each.words === words));
  if (leadWords.length === 0) problems.push({ code: "packs.row_without_lead", params: {} });
  else if (leads.length === 0 || leads[0]?.words !== leadWords[0])
    problems.push({ code: "packs.row_unknown_lead", params: { organ: leadWords[0] } });
  else if (unknown.length > 0) notes.push({ code: "packs.row_unknown_support", params: { organs: unknown.join("、") } });
  const supportWords = piecesOf(own("support"));
  const supports = named(supportWords, organs);
  const strangers = supportWords.filter((words) => !supports.some((each) => each.words === words));
  if (strangers.length > 0) notes.push({ code: "packs.row_unknown_support", params: { organs: strangers.join("、") } });
  const dueWords = own("due");
  const due = dueOf(dueWords, year) ?? null;
  if (dueWords === "") problems.push({ code: "packs.row_without_due", params: {} });
  else if (!due) problems.push({ code: "packs.row_unknown_due", params: { due: dueWords } });
  else if (due.kind === "by" && due.by < today) notes.push({ code: "packs.row_due_past", params: { due: due.by } });
  const same = seen.get(`${task}|${leadWords.join()}`);
  if (task !== "" && same !== undefined) problems.push({ code: "packs.row_twice", params: { row: same } });
  else seen.set(`${task}|${leadWords.join()}`, row);
  return {
    row,
    title: task.replaceAll(/\s+/g, " ").slice(0, TITLE),
    content: own("task") && own("measures") ? own("measures") : task.length > TITLE ? task : null,
    section: own("section") || heading || null,
    leads,
    supports: [...leads.slice(1), ...supports],
    due,
    dueWords,
    output: own("output") || null,
    owner: own("owner") || null,
    problems,
    notes,
  };
}

const named = (pieces: readonly string[], organs: readonly NamedOrgan[]): readonly Meant[] =>
  pieces.flatMap((words) => organsMeant(words, organs) ?? []);
