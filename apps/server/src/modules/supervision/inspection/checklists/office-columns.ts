/**
 * Which column of an office's list is meant for what. By name first; where the heads say nothing (`level_4`), by what stands in the column:
 * the item is the long text that differs from row to row, its sections are the shorter texts before it that repeat.
 */
import { z } from "zod";

export const targets = {
  section: "分类（可多列）",
  text: "检查内容",
  ground: "依据",
  grade: "等级",
  penalty: "罚则",
  photo: "拍照要求",
  remedy: "整改要求",
  id: "编号",
} as const;
export type Target = keyof typeof targets;
export const target = z.enum(Object.keys(targets) as [Target, ...Target[]]);

export type GuessedColumn = {
  readonly header: string;
  readonly target: Target | null;
  /** How the guess was made: by the head's words, by the content, or not at all. */
  readonly by: "name" | "content" | null;
  readonly filled: number;
  readonly distinct: number;
  readonly longest: number;
  /** The values of a column with few of them: one may take only some of the rows. */
  readonly values: readonly string[];
  readonly samples: readonly string[];
};

const NAMES: readonly (readonly [Target, RegExp])[] = [
  ["id", /^(编号|序号|编码|代码|id|item_?id|no\.?)$/i],
  ["ground", /依据|法规|条款|标准|出处/],
  ["penalty", /罚则|处罚/],
  ["remedy", /整改|措施|建议|处理/],
  ["grade", /等级|级别|严重|性质|风险/],
  ["photo", /照片|拍照|取证/],
  ["text", /检查(内容|项|要点|标准)|内容|项目|要求|问题|隐患|描述|item$/i],
  ["section", /分类|类别|类型|大类|小类|章节|部位|场所|一级|二级|三级|level_?[123]|section|category/i],
];
const FEW = 60;

export function guessColumns(headers: readonly string[], rows: readonly (readonly string[])[]): readonly GuessedColumn[] {
  const looks = headers.map((header, i) =>
    look(
      header,
      rows.map((row) => (row[i] ?? "").trim()),
    ),
  );
  const once = new Set<Target>();
  const named = looks.map((each) => {
    const found = NAMES.find(([, words]) => words.test(each.header.replaceAll(/[\s（）()*]/g, "")))?.[0] ?? null;
    if (found === null || (found !== "section" && once.has(found))) return { ...each, target: null, by: null };
    once.add(found);
    return { ...each, target: found, by: "name" as const };
  });
  return sectionsBefore(once.has("text") ? named : withText(named)).map(({ mean: _, ...column }) => column);
}

type Looked = GuessedColumn & { readonly mean: number };

/** The item by content: among columns without a meaning, the longest text on average that mostly differs. */
function withText(columns: readonly Looked[]): readonly Looked[] {
  const free = columns.filter((column) => column.target === null && column.filled > 0 && column.distinct > column.filled / 2);
  const text = free.reduce<Looked | undefined>((best, each) => (best && best.mean >= each.mean ? best : each), undefined);
  if (!text || text.mean < 6) return columns;
  return columns.map((column) => (column === text ? { ...column, target: "text", by: "content" } : column));
}

/** Texts before the item that say the same again and again are what it belongs to. */
function sectionsBefore(columns: readonly Looked[]): readonly Looked[] {
  const at = columns.findIndex((column) => column.target === "text");
  const repeats = ({ filled, distinct, mean }: Looked) => filled > 0 && mean >= 3 && distinct < filled;
  return columns.map((column, i) =>
    i < at && column.target === null && repeats(column) ? { ...column, target: "section", by: "content" } : column,
  );
}

function look(header: string, cells: readonly string[]): Looked {
  const filled = cells.filter((cell) => cell !== "");
  const values = [...new Set(filled)];
  return {
    header,
    target: null,
    by: null,
    filled: filled.length,
    distinct: values.length,
    longest: filled.reduce((most, cell) => Math.max(most, cell.length), 0),
    mean: filled.length === 0 ? 0 : filled.reduce((sum, cell) => sum + cell.length, 0) / filled.length,
    values: values.length <= FEW ? values : [],
    samples: values.slice(0, 3).map((value) => value.slice(0, 60)),
  };
}
