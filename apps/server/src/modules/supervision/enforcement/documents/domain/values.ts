/** The values of one document: checked against its kind, and told to a template by the Chinese names of the fields. */
import { type CalendarDate, isCalendarDate } from "#platform/values.ts";
import type { DocumentField, DocumentKind } from "./kind.ts";

export type DocumentValues = Readonly<Record<string, unknown>>;
export type Lacking = { readonly field: string; readonly label: string; readonly code: string };

const isBlank = (value: unknown): boolean =>
  value === undefined || value === null || value === "" || (Array.isArray(value) && value.length === 0);
const LONGEST = 8_000;
const MOST_ROWS = 200;

const isRows = (value: unknown, field: DocumentField): boolean =>
  Array.isArray(value) &&
  value.length <= MOST_ROWS &&
  value.every(
    (row: unknown) =>
      typeof row === "object" &&
      row !== null &&
      Object.entries(row).every(
        ([key, cell]) => key in (field.columns ?? {}) && (cell === null || ["string", "number"].includes(typeof cell)),
      ),
  );

function fits(value: unknown, field: DocumentField): boolean {
  if (field.kind === "rows") return isRows(value, field);
  if (typeof value !== "string" && typeof value !== "number") return false;
  if (field.kind === "day") return typeof value === "string" && isCalendarDate(value);
  return String(value).length <= LONGEST;
}

/** Everything wrong at once. `draft`: what is still missing does not matter yet. */
export function checkDocument(kind: DocumentKind, values: DocumentValues, draft = false): readonly Lacking[] {
  const unknown = Object.keys(values)
    .filter((key) => !(key in kind.fields))
    .map((field) => ({ field, label: field, code: "ledger.unknown_field" }));
  const wrong = Object.entries(kind.fields).flatMap(([key, field]): Lacking[] => {
    const value = values[key];
    if (isBlank(value)) return field.required && !draft ? [{ field: key, label: field.label, code: "ledger.required" }] : [];
    return fits(value, field) ? [] : [{ field: key, label: field.label, code: "ledger.bad_value" }];
  });
  return [...unknown, ...wrong];
}

/** 2026 年 3 月 18 日, as official documents write a day. */
export function inChinese(day: string): string {
  const [year, month, date] = day.split("-").map(Number);
  return `${year}年${month}月${date}日`;
}

const said = (value: unknown, field: DocumentField): unknown => {
  if (field.kind === "rows")
    return (Array.isArray(value) ? value : []).map((row: Readonly<Record<string, unknown>>, index) =>
      Object.fromEntries(
        Object.entries(field.columns ?? {}).map(([key, label]) => [label, String(row[key] ?? (key === "no" ? index + 1 : ""))]),
      ),
    );
  if (isBlank(value)) return "／";
  return field.kind === "day" ? inChinese(String(value)) : String(value);
};

export type Head = {
  readonly number: string;
  readonly organ: string;
  readonly party: string;
  readonly on: CalendarDate;
};

/** What a template is told. An empty optional field shows 「／」, so nobody writes into a gap afterwards. */
export const tellTemplate = (kind: DocumentKind, values: DocumentValues, head: Head): Readonly<Record<string, unknown>> => ({
  标题: kind.title,
  文号: head.number,
  制作机关: head.organ,
  制作日期: inChinese(head.on),
  当事人: head.party,
  法律依据: kind.ground,
  ...Object.fromEntries(Object.entries(kind.fields).map(([key, field]) => [field.label, said(values[key], field)])),
});

/** Values for a test print: every field shows its own name. */
export const sampleValues = (kind: DocumentKind): DocumentValues =>
  Object.fromEntries(
    Object.entries(kind.fields).map(([key, field]) => [
      key,
      field.kind === "day"
        ? "2026-03-18"
        : field.kind === "rows"
          ? [1, 2].map((no) =>
              Object.fromEntries(Object.entries(field.columns ?? {}).map(([name, label]) => [name, name === "no" ? no : `〔${label}〕`])),
            )
          : `〔${field.label}〕`,
    ]),
  );
