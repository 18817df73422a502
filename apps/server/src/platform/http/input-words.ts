/** What is wrong with something sent, in the words of who fills in a form; and what its field is called there. */
import { z } from "zod";
import type { Language } from "../messages.ts";

type Issue = z.core.$ZodRawIssue;
type Words = (issue: Issue) => string | undefined;

const count = (value: unknown): number => Number(value ?? 0);

const zh: Words = (issue) => {
  switch (issue.code) {
    case "invalid_type":
      return isMissing(issue.input) ? "必填" : (TYPES[issue.expected] ?? "格式不对");
    case "too_small":
      if (issue.origin === "string") return count(issue.minimum) <= 1 ? "不能为空" : `至少 ${issue.minimum} 个字`;
      if (isList(issue.origin)) return `至少 ${issue.minimum} 项`;
      return isFigure(issue.origin) ? `${issue.inclusive === false ? "须大于" : "不能小于"} ${issue.minimum}` : undefined;
    case "too_big":
      if (issue.origin === "string") return `最多 ${issue.maximum} 个字`;
      if (isList(issue.origin)) return `最多 ${issue.maximum} 项`;
      return isFigure(issue.origin) ? `${issue.inclusive === false ? "须小于" : "不能大于"} ${issue.maximum}` : undefined;
    case "invalid_format":
      return FORMATS[issue.format] ?? "格式不对";
    case "invalid_value":
      return "不在可选范围";
    case "unrecognized_keys":
      return `没有这一项：${issue.keys.join("、")}`;
    case "not_multiple_of":
      return undefined;
    default:
      return "格式不对";
  }
};
const TYPES: Readonly<Record<string, string>> = {
  string: "须为文字",
  number: "须为数字",
  int: "须为整数",
  boolean: "须为是或否",
  array: "须为列表",
};
const FORMATS: Readonly<Record<string, string>> = {
  uuid: "编号不对",
  date: "日期不对，应如 2026-03-18",
  datetime: "时间不对，应如 2026-03-18T08:30:00+08:00",
  url: "网址不对",
  email: "电子邮件地址不对",
};

const en: Words = (issue) => {
  switch (issue.code) {
    case "invalid_type":
      return isMissing(issue.input) ? "is required" : undefined;
    case "too_small":
      if (issue.origin === "string") return count(issue.minimum) <= 1 ? "must not be empty" : `needs at least ${issue.minimum} characters`;
      return isList(issue.origin) ? `needs at least ${issue.minimum} entries` : undefined;
    case "too_big":
      if (issue.origin === "string") return `takes at most ${issue.maximum} characters`;
      return isList(issue.origin) ? `takes at most ${issue.maximum} entries` : undefined;
    default:
      return undefined;
  }
};

const isMissing = (value: unknown): boolean => value === undefined || value === null;
const isList = (origin: string): boolean => origin === "array" || origin === "set";
const isFigure = (origin: string): boolean => origin === "number" || origin === "int" || origin === "bigint";

const FALLBACK = { zh: z.locales.zhCN().localeError, en: z.locales.en().localeError } as const;
/** Error maps for `safeParse`; a schema's own sentence goes before them. */
export const inputWords: Readonly<Record<Language, z.core.$ZodErrorMap>> = {
  zh: (issue) => zh(issue) ?? FALLBACK.zh(issue),
  en: (issue) => en(issue) ?? FALLBACK.en(issue),
};

/** Names that mean the same on every form. */
const COMMON: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  reason: ["理由", "Reason"],
  note: ["说明", "Note"],
  name: ["名称", "Name"],
  title: ["标题", "Title"],
  account: ["账号", "Account"],
  password: ["密码", "Password"],
  code: ["代码", "Code"],
  phone: ["电话", "Telephone"],
  area: ["辖区", "Area"],
  address: ["地址", "Address"],
  organ: ["机构", "Organ"],
  unit: ["单位", "Unit"],
  id: ["编号", "Number"],
  version: ["版本", "Version"],
  year: ["年度", "Year"],
  from: ["起", "From"],
  until: ["止", "Until"],
  dueOn: ["期限", "Deadline"],
  files: ["附件", "Files"],
  papers: ["附件", "Files"],
  where: ["筛选条件", "Filter"],
  sort: ["排序", "Order"],
  limit: ["条数", "Rows"],
  q: ["搜索的字", "Search"],
};

/** `labels`: what the route's ledger calls its fields, in Chinese; they are read in English where the answer is. */
export function labelOfInput(
  path: readonly PropertyKey[],
  language: Language,
  labels: Readonly<Record<string, string>> = {},
): string | undefined {
  const [first] = path;
  if (typeof first !== "string") return undefined;
  return Object.hasOwn(labels, first)
    ? labels[first]
    : Object.hasOwn(COMMON, first)
      ? COMMON[first]?.[language === "zh" ? 0 : 1]
      : undefined;
}

/** Where a text holds the character U+0000, which the database keeps in no text; undefined when none does. */
export function nulIn(value: unknown): readonly string[] | undefined {
  if (typeof value === "string") return value.includes("\0") ? [] : undefined;
  if (typeof value !== "object" || value === null || ArrayBuffer.isView(value)) return undefined;
  for (const [key, each] of Object.entries(value)) {
    if (key.includes("\0")) return [key.replaceAll("\0", "")];
    const found = nulIn(each);
    if (found) return [key, ...found];
  }
  return undefined;
}
