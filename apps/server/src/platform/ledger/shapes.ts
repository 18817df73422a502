/** What the API shows and takes of a ledger: one row and its writable values, named after the ledger; and the answers all ledgers share. */
import { z } from "zod";
import type { Entry } from "./catalog.ts";
import { type AnyLedger, erase } from "./define.ts";
import { type Field, isReference, shapeOf } from "./fields.ts";
import { pointInput } from "./point.ts";

const whole = z.number().int();
const at = z.iso.datetime({ offset: true });

/** `remote-monitoring.alarm` → `RemoteMonitoringAlarm`: the ledger's name in the document and the client. */
export const typeNameOf = (ledger: string): string => ledger.replace(/(?:^|[.-])(\w)/g, (_, letter: string) => letter.toUpperCase());

export const ledgerRow = z
  .looseObject({
    id: z.uuid(),
    area: whole.describe("辖区键"),
    areaName: z.string().nullable().optional(),
    version: whole.describe("版次：修改时带上，被人抢先则拒绝"),
    createdAt: at,
    updatedAt: at,
    demo: z.boolean().describe("演示数据"),
    custom: z.record(z.string(), z.unknown()).optional().describe("自定字段"),
    lon: z.number().nullable().optional().describe("经度，WGS-84"),
    lat: z.number().nullable().optional(),
    _ref: z.record(z.string(), z.string().nullable()).optional().describe("引用的名称，按字段；辖区外的没有"),
  })
  .meta({ id: "LedgerRow", description: "任何台账的一条：公共栏，其余按各台账" });

export const caseRow = ledgerRow
  .extend({
    state: z.string(),
    holderOrgan: z.uuid().nullable(),
    holderPost: z.string().nullable(),
    holderPerson: z.uuid().nullable(),
    dueAt: at.nullable(),
    openedAt: at,
    closedAt: at.nullable(),
    repeats: whole,
    lastAt: at.nullable(),
  })
  .meta({ id: "CaseRow", description: "任何一件办理事项：台账一条，另有办理栏" });

const labelOf = ({ label, unit, choices }: Field): string => {
  const words = Object.entries(choices ?? {}).map(([key, says]) => `${key} ${says}`);
  return `${label}${unit ? `（${unit}）` : ""}${words.length > 0 ? `：${words.join("；")}` : ""}`;
};

/** A field as rows show it: limits are the business of writing. Personal text comes masked. */
function shownField(field: Field): z.ZodType {
  const text = field.kind === "text" || field.kind === "long" || field.personal !== undefined;
  const kind = text
    ? z.string()
    : field.kind === "integer"
      ? whole
      : field.kind === "decimal"
        ? z.number()
        : shapeOf({ ...field, required: true });
  const shown = field.required && !field.personal ? kind : kind.nullable();
  return shown.describe(`${labelOf(field)}${field.personal ? "（遮盖）" : ""}`);
}

/** One row of this ledger, head and fields. */
export function rowOf(declared: { readonly name: string }) {
  const ledger = erase(declared);
  const fields = Object.fromEntries(Object.entries(ledger.fields).map(([key, field]) => [key, shownField(field)]));
  return z
    .intersection(ledger.isCase ? caseRow : ledgerRow, z.looseObject(fields))
    .meta({ id: typeNameOf(ledger.name), description: ledger.label });
}

/** The declared example as a whole row; nothing where none is declared. */
export function exampleRow({ example, fields, isCase, place }: AnyLedger): Readonly<Record<string, unknown>> | undefined {
  if (!example) return undefined;
  const times = { createdAt: EXAMPLE_AT, updatedAt: EXAMPLE_AT };
  const head = { id: EXAMPLE_ID, area: 330_802_007_001_000, areaName: "府山街道", version: 3, ...times, demo: true, custom: {}, _ref: {} };
  const holder = { holderOrgan: null, holderPost: null, holderPerson: null };
  const ofCase = { state: "accepted", ...holder, dueAt: null, openedAt: EXAMPLE_AT, closedAt: null, repeats: 1, lastAt: EXAMPLE_AT };
  const empty = Object.fromEntries(
    Object.entries(fields).map(([key, field]) => [key, field.required && isReference(field) ? EXAMPLE_ID : null]),
  );
  return { ...head, ...(place ? { lon: 118.8731, lat: 28.9457 } : {}), ...(isCase ? ofCase : {}), ...empty, ...example };
}
export const EXAMPLE_ID = "01997c2e-8f00-7000-8000-000000000001";
const EXAMPLE_AT = "2026-03-18T06:29:41.000Z";

/** What of the declared example may be written. */
export const exampleValues = ({ ledger, writable }: Entry): Readonly<Record<string, unknown>> =>
  Object.fromEntries(writable.flatMap(([key]) => (ledger.example?.[key] === undefined ? [] : [[key, ledger.example[key]]])));

/** What may be written, every value optional; what a new row must have is told beside it. */
function valuesOf({ ledger, writable }: Entry) {
  const own = Object.fromEntries(writable.map(([key, field]) => [key, shapeOf(field).optional().describe(labelOf(field))]));
  const custom = z.record(z.string(), z.unknown()).optional().describe("自定字段的值");
  return z
    .object({ ...own, custom, ...(ledger.place ? { point: pointInput.optional() } : {}) })
    .meta({ id: `${typeNameOf(ledger.name)}Values`, description: `${ledger.label}：可写的栏` });
}

export function newRowOf(entry: Entry) {
  const required = entry.writable.filter(([, field]) => field.required).map(([key, field]) => [key, shapeOf(field)]);
  return z.intersection(
    valuesOf(entry),
    z.looseObject({
      id: z.uuid().optional().describe("自带编号，重发不会重复登记"),
      area: whole.optional().describe("辖区键；省略则取上级记录或本人的辖区"),
      ...Object.fromEntries(required),
    }),
  );
}

export const changedRowOf = (entry: Entry) => z.intersection(valuesOf(entry), z.looseObject({ id: z.uuid(), version: whole }));

export const countAnswer = z
  .object({ count: whole, capped: z.boolean() })
  .meta({ id: "Count", description: "条数；capped 为真则不止此数" });
export const historyEntry = z
  .object({
    version: whole,
    at,
    by: z.uuid().nullable(),
    byName: z.string().nullable(),
    changes: z.array(z.object({ field: z.string(), from: z.unknown(), to: z.unknown() })),
  })
  .meta({ id: "HistoryEntry", description: "一次修改：每栏由何改为何" });
export const mapPoints = z
  .object({
    points: z.array(z.tuple([z.number(), z.number(), z.uuid(), z.string()])),
    truncated: z.boolean(),
    thinned: z.boolean().describe("拥挤处只留分得开的点"),
  })
  .meta({ id: "MapPoints", description: "地图点：经度、纬度、编号、名称" });
export const revealed = z.record(z.string(), z.string().nullable()).meta({ id: "Revealed", description: "所看的个人信息，按字段" });
export const done = z.object({}).meta({ id: "Done", description: "已办" });
