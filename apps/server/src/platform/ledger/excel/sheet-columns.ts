/** The columns a ledger has in a sheet: the same for export, template and import, so that what went out can come back. */
import { asWritten, hasHan, type Read, reworded } from "../../english.ts";
import type { Entry } from "../catalog.ts";
import type { Row } from "../define.ts";
import type { Field } from "../fields.ts";
import { caseFields } from "../head.ts";
import type { OutCell } from "./sheet-write.ts";

export type SheetColumn = {
  /** Field key, `custom.<key>`, or one of the head: `area`, `lon`, `lat`, `datum`. */
  readonly key: string;
  readonly label: string;
  readonly field: Field;
  /** The same column in English: a file may use either. */
  readonly also?: SheetColumn;
};

export const AREA = "area";
export const areaField: Field = { kind: "text", label: "辖区", max: 200, help: "乡镇（街道）、村（社区）的简称或全称" };
export const pointColumns: readonly SheetColumn[] = [
  { key: "lon", label: "经度", field: { kind: "decimal", label: "经度", help: "度，十进制，73–136" } },
  { key: "lat", label: "纬度", field: { kind: "decimal", label: "纬度", help: "度，十进制，3–54" } },
];
export const datumColumn: SheetColumn = {
  key: "datum",
  label: "坐标系",
  field: {
    kind: "choice",
    label: "坐标系",
    choices: { wgs84: "WGS-84", cgcs2000: "CGCS2000", gcj02: "GCJ-02", bd09: "BD-09" },
    help: "不填按 WGS-84；GCJ-02（高德、腾讯）与 BD-09（百度）自动换算",
  },
};

/** 建筑面积（m²）: the unit stands in the header, and is ignored when headers are matched. */
export function headerOf({ label, field }: SheetColumn): string {
  if (!field.unit) return label;
  return hasHan(label) ? `${label}（${field.unit}）` : `${label} (${field.unit})`;
}

const fillable = (field: Field): boolean => !field.readOnly && field.kind !== "files" && field.kind !== "table";

/** A column of the head: not declared by the ledger, so not yet in the reader's words. */
const spokenColumn = (column: SheetColumn, read: Read): SheetColumn => ({
  key: column.key,
  ...reworded({ label: column.label, field: column.field }, column.key, (_, word) => read(word)),
});

/** What a person may fill in, in the order of the form. A part's area is its parent's, so it has no column of its own. */
export function fillColumns(entry: Entry, read: Read = asWritten): readonly SheetColumn[] {
  const { ledger } = entry;
  const declared = entry.writable.filter(([, field]) => fillable(field)).map(([key, field]) => ({ key, label: field.label, field }));
  const custom = entry.custom
    .filter(({ definition }) => fillable(definition))
    .map(({ key, definition }) => ({ key: `custom.${key}`, label: definition.label, field: definition }));
  const area = ledger.partOf ? [] : [{ key: AREA, label: areaField.label, field: areaField }];
  const heads = [...area, ...(ledger.place ? [...pointColumns, datumColumn] : [])];
  return [...declared, ...heads.map((column) => spokenColumn(column, read)), ...custom];
}

/** What a person may fill in, with both names of every column and choice. */
export function bilingualColumns(chinese: Entry, english: Entry, read: Read): readonly SheetColumn[] {
  const others = new Map(fillColumns(english, read).map((column) => [column.key, column]));
  return fillColumns(chinese).map((column) => {
    const also = others.get(column.key);
    return also ? { ...column, also } : column;
  });
}

/** Everything a reader may take home: declared, computed and own fields, the place, and when it changed. */
export function exportColumns(entry: Entry, read: Read): readonly SheetColumn[] {
  const { ledger } = entry;
  const ofCase = ledger.isCase ? Object.entries(caseFields) : [];
  const column = ([key, field]: readonly [string, Field]): SheetColumn => ({ key, label: field.label, field });
  const custom = entry.custom.map(({ key, definition }) => column([`custom.${key}`, definition]));
  const said = (columns: readonly SheetColumn[]) => columns.map((each) => spokenColumn(each, read));
  return [
    ...said(ofCase.map(column)),
    ...Object.entries(ledger.fields).flatMap((each) => (each[1].internal ? [] : [column(each)])),
    ...said([column([AREA, areaField]), ...(ledger.place ? pointColumns : [])]),
    ...custom,
    ...said([column(["updatedAt", { kind: "instant", label: "更新时间" }])]),
  ];
}

export type Shown = { areaName(key: number): string; stateLabel(key: string): string; readonly read: Read };

/** A stored value as a person reads it: labels for choices, titles for references, days as days. Personal values arrive masked. */
export function shownCell(column: SheetColumn, row: Row, { areaName, stateLabel, read }: Shown): OutCell {
  const { key, field } = column;
  if (key === AREA) return areaName(row.area);
  const value = key.startsWith("custom.") ? (row.custom as Readonly<Record<string, unknown>> | null)?.[key.slice(7)] : row[key];
  if (value === null || value === undefined) return null;
  if (key === "state" && field.kind === "text") return stateLabel(String(value));
  return shownValue(field, value, (row._ref as Readonly<Record<string, unknown>> | undefined)?.[key], read);
}

function shownValue(field: Field, value: unknown, title: unknown, read: Read): OutCell {
  switch (field.kind) {
    case "integer":
    case "decimal":
      return typeof value === "number" ? value : String(value);
    case "yes":
      return read(value ? "是" : "否");
    case "day":
      return { day: String(value) };
    case "instant":
      return { at: String(value) };
    case "choice":
      return field.choices?.[String(value)] ?? String(value);
    case "many":
      return list(value)
        .map((each) => field.choices?.[String(each)] ?? String(each))
        .join(read("、"));
    case "ref":
    case "organ":
    case "person":
      return typeof title === "string" ? title : null;
    case "files":
      return read(`${list(value).length} 个文件`);
    case "table":
      return list(value)
        .map((line) => tableLine(field, line as Readonly<Record<string, unknown>>))
        .join("\n");
    default:
      return field.composed ? read(String(value)) : String(value);
  }
}

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

const tableLine = (field: Field, line: Readonly<Record<string, unknown>>): string =>
  Object.entries(field.columns ?? {})
    .filter(([key]) => line[key] !== null && line[key] !== undefined)
    .map(([key, column]) => `${column.label}：${String(line[key]).slice(0, 200)}`)
    .join("；");
