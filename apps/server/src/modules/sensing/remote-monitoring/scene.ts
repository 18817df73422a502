/** The scene a plan needs: which alarms and points are open where the signals come from, and where each point is. */
import { sql } from "kysely";
import {
  type ComponentFacts,
  componentTypeName,
  deviceWords,
  placeWords,
  shortNumber,
  splitComponentAddress,
  systemTypeName,
} from "#modules/ground/facilities/index.ts";
import type { Tx } from "#platform/db.ts";
import type { AlarmKind } from "./domain/kinds.ts";
import { type Effect, keyText, NONE } from "./domain/meaning.ts";
import type { OpenAlarm, OpenPoint, Place, Scene } from "./domain/plan.ts";
import { asRecords, type Device, KEY_RECORD, keyColumns, pointIn } from "./rows.ts";

const MANUAL_CALL_POINT = 23;
const HYDRANT_BUTTON = 24;

type Registered = {
  readonly id: string;
  readonly address: string;
  readonly systemType: number;
  readonly systemAddress: number;
  readonly componentAddress: number;
  readonly componentType: number;
  readonly building: string | null;
  readonly loop: number | null;
  readonly point: number | null;
  readonly floor: number | null;
  readonly zone: string | null;
  readonly place: string | null;
};

/** What the case and its points say about a point. */
export type Spot = Place & {
  readonly component: string | null;
  readonly building: string | null;
  readonly floor: number | null;
  readonly zone: string | null;
  readonly placeWords: string;
  readonly deviceWords: string;
  readonly shortNumber: string;
};
export type LoadedScene = Omit<Scene, "placeOf"> & { placeOf(effect: Effect): Spot };

export async function loadScene(tx: Tx, effects: readonly Effect[], devices: ReadonlyMap<string, Device>): Promise<LoadedScene> {
  const known = [...new Set(effects.map((effect) => effect.key.address))].flatMap((address) => devices.get(address) ?? []);
  const registered = await registeredPoints(tx, effects);
  const { alarms, points } = await openAlarms(
    tx,
    known.map((each) => each.address),
    [...new Set(known.map((each) => each.unit))],
    [...new Set(effects.map((effect) => effect.kind))],
  );
  return {
    alarms,
    points,
    placeOf(effect) {
      const device = devices.get(effect.key.address);
      if (!device) throw new Error(`no device ${effect.key.address}`);
      return spotOf(effect, device, registered.get(keyText(effect.key)));
    },
  };
}

async function registeredPoints(tx: Tx, effects: readonly Effect[]): Promise<ReadonlyMap<string, Registered>> {
  const keys = new Map(
    effects.filter((effect) => effect.on && effect.key.componentAddress !== NONE).map((effect) => [keyText(effect.key), effect.key]),
  );
  if (keys.size === 0) return new Map();
  const { rows } =
    await sql<Registered>`select c.id, c.address, c.system_type, c.system_address, c.component_address, c.component_type, c.building,
      c.loop, c.point, c.floor, c.zone, c.place
    from jsonb_to_recordset(${asRecords([...keys.values()].map(keyColumns))}::jsonb) x(${KEY_RECORD}) ${pointIn("facilities.v_component", "c")}`.execute(
      tx,
    );
  return new Map(rows.map((row) => [keyText(row), row]));
}

/** Pure: the register first, then the panel's own description, then the numbers. */
export function spotOf(effect: Effect, device: Device, entry: Registered | undefined): Spot {
  const { key } = effect;
  const isComponent = key.componentAddress !== NONE;
  const split = isComponent ? splitComponentAddress(key.componentAddress) : { loop: null, point: null };
  const type = entry?.componentType ?? effect.componentType;
  const facts: ComponentFacts = {
    typeName: isComponent
      ? componentTypeName(type)
      : key.systemType === NONE
        ? device.name
        : `${systemTypeName(key.systemType)} ${key.systemAddress} 号`,
    systemName: key.systemType === NONE ? device.name : systemTypeName(key.systemType),
    componentAddress: isComponent ? key.componentAddress : null,
    loop: entry?.loop ?? split.loop,
    point: entry?.point ?? split.point,
    floor: entry?.floor ?? null,
    zone: entry?.zone ?? null,
    place: entry?.place ?? null,
    description: effect.description || null,
  };
  const building = entry?.building ?? device.building;
  const zoneIs = facts.zone ? "zone" : facts.floor === null ? null : "floor";
  return {
    unit: device.unit,
    area: device.area,
    component: entry?.id ?? null,
    building,
    floor: facts.floor,
    zone: facts.zone,
    zoneIs,
    zoneKey: zoneIs === null ? null : [device.unit, building ?? "", facts.floor ?? "", facts.zone ?? ""].join("/"),
    number: facts.point === null ? "" : String(facts.point).padStart(3, "0"),
    isButton: type === MANUAL_CALL_POINT || type === HYDRANT_BUTTON,
    placeWords: placeWords(facts),
    deviceWords: deviceWords(facts),
    shortNumber: shortNumber(facts),
  };
}

type AlarmRow = Omit<OpenAlarm, "zoneKey" | "zoneIs" | "vague" | "raised" | "accepted"> & {
  readonly building: string | null;
  readonly floor: number | null;
  readonly zone: string | null;
  readonly componentAddress: number | null;
  readonly grade: string;
  readonly state: string;
};
type PointRow = {
  readonly alarmId: string;
  readonly kind: AlarmKind;
  readonly address: string;
  readonly systemType: number;
  readonly systemAddress: number;
  readonly componentAddress: number;
  readonly componentType: number;
  readonly number: string;
  readonly lastAt: string;
  readonly restoredAt: string | null;
};

async function openAlarms(
  tx: Tx,
  addresses: readonly string[],
  units: readonly string[],
  kinds: readonly string[],
): Promise<{ readonly alarms: readonly OpenAlarm[]; readonly points: readonly OpenPoint[] }> {
  if (units.length === 0) return { alarms: [], points: [] };
  // Locked, so that what a person closes at this moment is either seen as closed or waits for this batch.
  const found = await sql<AlarmRow>`select id, kind, address, unit, building, floor, zone, component_address, opened_at, grade, state
    from remote_monitoring.alarm where closed_at is null and deleted_at is null and kind = any(${kinds}::text[])
      and (address = any(${addresses}::text[]) or (unit = any(${units}::uuid[]) and kind in ('fire', 'test', 'offline'))) order by id for no key update`.execute(
    tx,
  );
  const ids = found.rows.map((row) => row.id);
  const points =
    ids.length === 0
      ? { rows: [] }
      : await sql<PointRow>`select alarm_id, kind, address, system_type, system_address, component_address, component_type, number, last_at, restored_at
          from remote_monitoring.alarm_point where alarm_id = any(${ids}::uuid[]) and open`.execute(tx);
  return {
    alarms: found.rows.map(({ building, floor, zone, componentAddress, grade, state, ...row }) => {
      const zoneIs = zone ? "zone" : floor === null ? null : "floor";
      return {
        ...row,
        zoneIs,
        zoneKey: zoneIs === null ? null : [row.unit, building ?? "", floor ?? "", zone ?? ""].join("/"),
        vague: componentAddress === null,
        accepted: state !== "reported",
        raised: grade === "raised",
      };
    }),
    points: points.rows.map((row) => ({
      key: row,
      kind: row.kind,
      alarm: row.alarmId,
      lastAt: row.lastAt,
      number: row.number,
      isButton: row.componentType === MANUAL_CALL_POINT || row.componentType === HYDRANT_BUTTON,
      restored: row.restoredAt !== null,
    })),
  };
}
