/** The empty form as a workbook: headers, what is required, choices to pick from, one example row, and every field's rule in words. */
import type { Read } from "../../english.ts";
import type { Entry } from "../catalog.ts";
import type { Field } from "../fields.ts";
import { AREA, fillColumns, headerOf, type SheetColumn } from "./sheet-columns.ts";
import { columnLetters, type OutCell, type OutSheet, workbook } from "./sheet-write.ts";

/** Marks the example row: the reader skips it, so a forgotten example is never imported. */
const EXAMPLE_MARK = "示例（导入时跳过）";
/** In both languages of the form. */
export const EXAMPLE_MARKS = [EXAMPLE_MARK, "Example (skipped on import)"] as const;

const KINDS: Readonly<Partial<Record<Field["kind"], string>>> = {
  text: "文字",
  long: "长文字",
  integer: "整数",
  decimal: "数字",
  yes: "是 或 否",
  day: "日期，如 2026-03-18",
  instant: "日期和时间，如 2026-03-18 14:30",
  choice: "从下拉选项中选一项",
  many: "一项或多项，用顿号隔开",
  ref: "名称或编号",
  organ: "单位（部门）名称",
  person: "姓名或账号",
};

function exampleOf({ key, field }: SheetColumn, isTitle: boolean, read: Read): OutCell {
  if (isTitle) return read(EXAMPLE_MARK);
  if (key === AREA) return "府山街道";
  if (key === "lon") return 118.87;
  if (key === "lat") return 28.94;
  switch (field.kind) {
    case "integer":
    case "decimal":
      return field.min ?? 1;
    case "yes":
      return read("是");
    case "day":
      return { day: "2026-03-18" };
    case "instant":
      return { at: "2026-03-18T06:30:00Z" };
    case "choice":
    case "many":
      return Object.values(field.choices ?? {})[0] ?? null;
    default:
      return null;
  }
}

export function ruleOf({ field, key }: SheetColumn, read: Read): string {
  const parts = [KINDS[field.kind] ?? "文字"];
  if (field.min !== undefined || field.max !== undefined) {
    if (field.kind === "text" || field.kind === "long") parts.push(`不超过 ${field.max} 字`);
    else parts.push(`${field.min ?? "不限"} 至 ${field.max ?? "不限"}${field.unit ? ` ${field.unit}` : ""}`);
  }
  if (field.choices) parts.push(`${read("可选：")}${Object.values(field.choices).join(read("、"))}`);
  if (field.unique) parts.push("不能重复，已有同号的按修改处理，须确认");
  if (field.format === "creditCode") parts.push("18 位，校验末位");
  if (field.personal) parts.push("个人信息，加密保存，导出时脱敏");
  if (key.startsWith("custom.")) parts.push("自定字段");
  if (field.help) parts.push(field.help);
  return parts.map(read).join(read("；"));
}

const isRequired = (entry: Entry, { key, field }: SheetColumn): boolean =>
  field.required === true || (key === AREA && !entry.ledger.partOf);

const CHOICE_SHEET = "选项";

/** @param entry the ledger in the words of `read` */
export function templateOf(entry: Entry, read: Read): AsyncGenerator<Buffer> {
  const columns = fillColumns(entry, read);
  const lists = columns.flatMap((column, at) => {
    const options = column.field.kind === "yes" ? [read("是"), read("否")] : Object.values(column.field.choices ?? {});
    return options.length > 0 && column.field.kind !== "many" ? [{ at, label: column.label, options }] : [];
  });
  const longest = Math.max(0, ...lists.map((list) => list.options.length));
  const form = (): OutSheet => ({
    name: entry.ledger.label,
    columns: columns.map((column) => ({ header: headerOf(column), width: 16, required: isRequired(entry, column) })),
    rows: [columns.map((column) => exampleOf(column, column.key === entry.ledger.title, read))],
    dropDowns: lists.map(({ at, options }, i) => {
      const letter = columnLetters(i);
      return { column: at, list: `'${read(CHOICE_SHEET)}'!$${letter}$2:$${letter}$${options.length + 1}` };
    }),
  });
  const rules = (): OutSheet => ({
    name: read("说明"),
    columns: [
      { header: read("字段"), width: 24 },
      { header: read("必填"), width: 8 },
      { header: read("填写要求"), width: 90 },
    ],
    rows: [
      ...columns.map((column) => [headerOf(column), read(isRequired(entry, column) ? "必填" : "选填"), ruleOf(column, read)]),
      [read("示例行"), "", read("第 2 行为示例，导入时自动跳过，可删除")],
    ],
  });
  const choices = (): OutSheet => ({
    name: read(CHOICE_SHEET),
    hidden: true,
    columns: lists.map(({ label }) => ({ header: label })),
    rows: Array.from({ length: longest }, (_, row) => lists.map(({ options }) => options[row] ?? null)),
  });
  return workbook(lists.length > 0 ? [form, rules, choices] : [form, rules]);
}
