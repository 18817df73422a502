/** The live state of devices and components: one statement of each kind for a whole batch. */
import { sql } from "kysely";
import type { Tx } from "#platform/db.ts";
import { pushLive } from "#platform/live.ts";
import { dayOf } from "#platform/values.ts";
import type { AlarmKind } from "./domain/kinds.ts";
import { keyText, type PointState, transmitterWords } from "./domain/meaning.ts";
import { asRecords, type Device, inOrder, KEY_RECORD, keyColumns, pointIn } from "./rows.ts";
import type { Signal } from "./signal.ts";

type DeviceRecord = {
  readonly address: string;
  readonly transmitter: string;
  readonly unit: string;
  readonly area: number;
  last_at: string;
  last_kind: string;
  last_message_id: string;
  status: number | null;
  fault_words: string | null;
  clock_offset_s: number | null;
  facts: Record<string, unknown>;
  messages: number;
};

/** @returns addresses that were offline, or never heard, before this batch */
export async function projectDevices(tx: Tx, signals: readonly Signal[], devices: ReadonlyMap<string, Device>): Promise<readonly string[]> {
  const records = new Map<string, DeviceRecord>();
  const seen = new Set<string>();
  for (const signal of signals) {
    const device = devices.get(signal.address);
    if (!device) continue;
    const record = records.get(signal.address) ?? {
      address: device.address,
      transmitter: device.id,
      unit: device.unit,
      area: device.area,
      last_at: signal.receivedAt,
      last_kind: signal.kind,
      last_message_id: signal.messageId,
      status: null,
      fault_words: null,
      clock_offset_s: null,
      facts: {},
      messages: 0,
    };
    records.set(signal.address, record);
    if (!seen.has(signal.messageId)) record.messages += 1;
    seen.add(signal.messageId);
    if (signal.receivedAt >= record.last_at) {
      record.last_at = signal.receivedAt;
      record.last_kind = signal.kind;
      record.last_message_id = signal.messageId;
    }
    if (signal.sentAt !== null) record.clock_offset_s = (Date.parse(signal.sentAt) - Date.parse(signal.receivedAt)) / 1_000;
    if (signal.kind === "transmitter") {
      record.status = signal.status;
      record.fault_words = transmitterWords(signal.flags);
    }
    if (signal.kind === "fact") record.facts[signal.name] = signal.value;
  }
  const ordered = inOrder(records);
  if (ordered.length === 0) return [];
  const today = dayOf(new Date(ordered[0]?.last_at ?? 0));
  const { rows } = await sql<{ address: string }>`with before as (
      select address, online from remote_monitoring.device_state where address = any(${ordered.map((each) => each.address)}::text[])),
    saved as (insert into remote_monitoring.device_state as d (address, transmitter, unit, area, online, since, first_message_at, last_message_at, last_kind,
        last_message_id, status, fault_words, clock_offset_s, messages_today, messages_on, facts)
      select x.address, x.transmitter, x.unit, x.area, true, x.last_at, x.last_at, x.last_at, x.last_kind, x.last_message_id, x.status, coalesce(x.fault_words, ''),
        x.clock_offset_s, x.messages, ${today}::date, x.facts
      from jsonb_to_recordset(${asRecords(ordered)}::jsonb) x(address text, transmitter uuid, unit uuid, area bigint, last_at timestamptz, last_kind text,
        last_message_id text, status integer, fault_words text, clock_offset_s double precision, messages integer, facts jsonb)
      on conflict (address) do update set transmitter = excluded.transmitter, unit = excluded.unit, area = excluded.area, online = true,
        since = case when d.online then d.since else excluded.since end, last_message_at = greatest(d.last_message_at, excluded.last_message_at),
        last_kind = excluded.last_kind, last_message_id = excluded.last_message_id,
        status = case when excluded.status is null or excluded.last_message_at < d.last_message_at then d.status else excluded.status end,
        fault_words = case when excluded.status is null or excluded.last_message_at < d.last_message_at then d.fault_words else excluded.fault_words end,
        clock_offset_s = coalesce(excluded.clock_offset_s, d.clock_offset_s),
        messages_today = case when d.messages_on = excluded.messages_on then d.messages_today + excluded.messages_today else excluded.messages_today end,
        messages_on = excluded.messages_on, facts = d.facts || excluded.facts
      returning address)
    select s.address from saved s left join before b on b.address = s.address where b.online is not true`.execute(tx);
  return rows.map((row) => row.address);
}

/** A point before the batch. */
export type Before = { readonly active: readonly AlarmKind[]; readonly lastAt: string };

/**
 * Saves the last state of each point in the batch.
 * @returns each known point as it was before
 */
export async function projectPoints(
  tx: Tx,
  states: readonly PointState[],
  devices: ReadonlyMap<string, Device>,
): Promise<ReadonlyMap<string, Before>> {
  const last = new Map<string, PointState>();
  for (const state of states) {
    const key = keyText(state.key);
    const newer = last.get(key);
    if (devices.has(state.key.address) && !(newer && newer.at > state.at)) last.set(key, state);
  }
  if (last.size === 0) return new Map();
  const records = inOrder(last).map((state) => ({
    ...keyColumns(state.key),
    component_type: state.componentType,
    unit: devices.get(state.key.address)?.unit,
    area: devices.get(state.key.address)?.area,
    status: state.status,
    active: state.active,
    words: state.words,
    description: state.description,
    at: state.at,
    occurred_at: state.occurredAt,
    message_id: state.messageId,
  }));
  const { rows } = await sql<{
    address: string;
    systemType: number;
    systemAddress: number;
    componentAddress: number;
    active: AlarmKind[];
    lastAt: string;
  }>`with given as (select * from jsonb_to_recordset(${asRecords(records)}::jsonb) x(${KEY_RECORD}, component_type integer, unit uuid, area bigint,
        status integer, active text[], words text, description text, at timestamptz, occurred_at timestamptz, message_id text)),
    before as (select s.address, s.system_type, s.system_address, s.component_address, s.active, s.last_at from given x ${pointIn("remote_monitoring.component_state", "s")}),
    saved as (insert into remote_monitoring.component_state as s (address, system_type, system_address, component_address, component_type, unit, area, status, active,
        words, description, since, last_at, occurred_at, message_id)
      select x.address, x.system_type, x.system_address, x.component_address, x.component_type, x.unit, x.area, x.status, x.active, x.words, x.description, x.at, x.at,
        x.occurred_at, x.message_id from given x
      on conflict (address, system_type, system_address, component_address) do update set component_type = excluded.component_type, unit = excluded.unit,
        area = excluded.area, status = excluded.status, active = excluded.active, words = excluded.words,
        description = case when excluded.description = '' then s.description else excluded.description end,
        since = case when s.active = excluded.active then s.since else excluded.since end, last_at = excluded.last_at, occurred_at = excluded.occurred_at,
        message_id = excluded.message_id where excluded.last_at >= s.last_at)
    select * from before`.execute(tx);
  return new Map(rows.map((row) => [keyText(row), row]));
}

type Analog = Extract<Signal, { kind: "analog" }>;

/** Keeps readings, and the newest beside its component. */
export async function projectReadings(
  tx: Tx,
  signals: readonly Signal[],
  devices: ReadonlyMap<string, Device>,
): Promise<readonly Analog[]> {
  const readings = signals.filter(
    (signal): signal is Analog => signal.kind === "analog" && Number.isFinite(signal.value) && devices.has(signal.address),
  );
  if (readings.length === 0) return [];
  const records = readings.map((each) => ({
    ...keyColumns(each),
    at: each.receivedAt,
    sampled_at: each.sampledAt,
    component_type: each.componentType,
    analog_type: each.analogType,
    value: each.value,
    value_unit: each.unit,
    unit: devices.get(each.address)?.unit,
    area: devices.get(each.address)?.area,
    message_id: each.messageId,
  }));
  await sql`with given as (select * from jsonb_to_recordset(${asRecords(records)}::jsonb) x(${KEY_RECORD}, at timestamptz, sampled_at timestamptz,
        component_type integer, analog_type integer, value double precision, value_unit text, unit uuid, area bigint, message_id text)),
    kept as (insert into remote_monitoring.reading (at, sampled_at, address, system_type, system_address, component_address, analog_type, value, value_unit, unit, area)
      select at, sampled_at, address, system_type, system_address, component_address, analog_type, value, value_unit, unit, area from given)
    insert into remote_monitoring.component_state as s (address, system_type, system_address, component_address, component_type, unit, area, status, active, words,
        description, since, last_at, message_id, value, value_unit, value_at)
      select distinct on (address, system_type, system_address, component_address) address, system_type, system_address, component_address, component_type, unit, area,
        0, '{}'::text[], '', '', at, at, message_id, value, value_unit, coalesce(sampled_at, at)
      from given order by address, system_type, system_address, component_address, at desc
      on conflict (address, system_type, system_address, component_address) do update set value = excluded.value, value_unit = excluded.value_unit,
        value_at = excluded.value_at, last_at = excluded.last_at`.execute(tx);
  return readings;
}

/** Messages and fires of each minute, for the seat's head line. */
export async function countMinutes(tx: Tx, signals: readonly Signal[], fires: number): Promise<void> {
  const minutes = new Map<string, Set<string>>();
  for (const { receivedAt, messageId } of signals) {
    const minute = `${receivedAt.slice(0, 16)}:00Z`;
    minutes.set(minute, (minutes.get(minute) ?? new Set()).add(messageId));
  }
  const records = [...minutes].map(([minute, messages], i) => ({ minute, messages: messages.size, fires: i === 0 ? fires : 0 }));
  await sql`insert into remote_monitoring.minute_count as m (minute, messages, fires)
    select * from jsonb_to_recordset(${asRecords(records)}::jsonb) x(minute timestamptz, messages integer, fires integer) order by minute
    on conflict (minute) do update set messages = m.messages + excluded.messages, fires = m.fires + excluded.fires`.execute(tx);
}

const MOST_TOLD = 50;

/** Tells open screens which devices came or went; of a whole network coming back only that there were many. */
export async function tellConnections(tx: Tx, devices: readonly Device[], connection: "online" | "offline"): Promise<void> {
  const permission = "remote-monitoring.device.read";
  if (devices.length > MOST_TOLD) {
    await pushLive(tx, { topic: "device", area: null, permission, data: { what: "connections", connection, devices: devices.length } });
    return;
  }
  await pushLive(
    tx,
    ...devices.map(({ address, unit, area }) => ({
      topic: "device",
      area,
      unitId: unit,
      permission,
      data: { what: "connection", address, unit, connection },
    })),
  );
}
