/** Rows as statements take and give them. Numbers of a point: -1 where the standard has none, NULL on the case. */
import { sql } from "kysely";
import type { Tx } from "#platform/db.ts";
import type { Row } from "#platform/ledger/define.ts";
import { NONE, type PointKey } from "./domain/meaning.ts";
import { storable } from "./domain/storable.ts";

/** A device that may speak, from the register (`facilities.v_device`). */
export type Device = {
  readonly id: string;
  readonly address: string;
  readonly unit: string;
  readonly unitName: string | null;
  /** Where the unit stands, if it has been placed. */
  readonly lon: number | null;
  readonly lat: number | null;
  readonly building: string | null;
  readonly area: number;
  readonly name: string;
  readonly kind: string;
  readonly demo: boolean;
  readonly heartbeatSeconds: number;
  readonly inUse: boolean;
};

export async function findDevices(tx: Tx, addresses: readonly string[]): Promise<ReadonlyMap<string, Device>> {
  if (addresses.length === 0) return new Map();
  const { rows } =
    await sql<Device>`select d.id, d.address, d.unit, u.name as unit_name, u.lon, u.lat, d.building, d.area, d.name, d.kind, d.demo, d.heartbeat_seconds, d.in_use
    from facilities.v_device d left join places.unit u on u.id = d.unit where d.address = any(${addresses}::text[])`.execute(tx);
  return new Map(rows.map((row) => [row.address, row]));
}

export const orNull = (n: number): number | null => (n === NONE ? null : n);

/** Keys as the columns of `jsonb_to_recordset`. */
export const keyColumns = (key: PointKey) => ({
  address: key.address,
  system_type: key.systemType,
  system_address: key.systemAddress,
  component_address: key.componentAddress,
});
export const KEY_RECORD = sql.raw("address text, system_type integer, system_address integer, component_address bigint");
/** True where alias `a` is the point of the record `x`. */
export const samePoint = (a: string) =>
  sql.raw(
    `${a}.address = x.address and ${a}.system_type = x.system_type and ${a}.system_address = x.system_address and ${a}.component_address = x.component_address`,
  );
/** The row of `table` (alias `a`) for each record `x`. A limit keeps the planner at one index look-up a point, however large the table. */
export const pointIn = (table: string, a: string) =>
  sql`cross join lateral (select * from ${sql.raw(table)} ${sql.raw(a)} where ${samePoint(a)} limit 1) ${sql.raw(a)}`;

/** By key, the same everywhere, so that batches written at the same time take their rows in one order and never wait in a ring. */
export const inOrder = <T>(byKey: ReadonlyMap<string, T>): T[] =>
  [...byKey].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)).map(([, value]) => value);

const UNSTORABLE = /\\u(0000|d[89a-f])/i;
const clean = (_: string, value: unknown): unknown => (typeof value === "string" ? storable(value) : value);

/** Records as the text of a jsonb array. */
export function asRecords(records: readonly object[]): string {
  const text = JSON.stringify(records);
  return UNSTORABLE.test(text) ? JSON.stringify(records, clean) : text;
}

/** The title of a referenced row, as the platform's reads put it beside the row. */
export function refTitle(row: Row, key: string): string {
  const refs = row._ref;
  const title = typeof refs === "object" && refs !== null && key in refs ? (refs as Readonly<Record<string, unknown>>)[key] : undefined;
  return typeof title === "string" ? title : "";
}

export const textOf = (value: unknown): string => (typeof value === "string" ? value : "");
export const textOrNull = (value: unknown): string | null => (typeof value === "string" ? value : null);
export const numberOrNull = (value: unknown): number | null => (typeof value === "number" ? value : null);
