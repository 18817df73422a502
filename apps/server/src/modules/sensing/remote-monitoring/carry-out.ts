/** Carries out a plan: opens cases, keeps their points, writes the timeline, tells the screens. One transaction with the signals. */
import { sql } from "kysely";
import { eraseCase } from "#platform/case/define.ts";
import { addLine, moveCase, raiseCase, systemReader } from "#platform/case/store.ts";
import type { Tx } from "#platform/db.ts";
import type { Row } from "#platform/ledger/define.ts";
import { listRows, type Reader } from "#platform/ledger/read.ts";
import { orThrow } from "#platform/result.ts";
import type { Services } from "#platform/services.ts";
import { dayOf, isWithin, subtreeOf } from "#platform/values.ts";
import { ALARM, alarm } from "./alarm.ts";
import { type AlarmKind, alarmKinds, alarmNumber, numberPrefix } from "./domain/kinds.ts";
import { deadlines, type Limits } from "./domain/limits.ts";
import type { Effect } from "./domain/meaning.ts";
import type { Action } from "./domain/plan.ts";
import { tellAlarms } from "./queue.ts";
import { type Device, keyColumns, orNull } from "./rows.ts";
import type { Spot } from "./scene.ts";

export const alarmCase = eraseCase(alarm);

export type Stage = {
  readonly tx: Tx;
  readonly services: Services;
  readonly settings: ReadonlyMap<string, unknown>;
  readonly limits: Limits;
  readonly devices: ReadonlyMap<string, Device>;
  spotOf(effect: Effect): Spot;
};

/** @returns the ids of the alarms that changed */
export async function carryOut(actions: readonly Action[], stage: Stage): Promise<readonly string[]> {
  const ids = new Map<string, string>();
  const idOf = (name: string) => ids.get(name) ?? name;
  for (const action of actions) {
    switch (action.do) {
      case "raise":
        ids.set(action.alarm, await open(action.effect, stage));
        break;
      case "join":
        await join(idOf(action.alarm), action, stage);
        break;
      case "repeat":
        await countAgain(idOf(action.alarm), action.effect, action.times, stage);
        break;
      case "level":
        await raiseLevel(idOf(action.alarm), action.why, action.at, stage);
        break;
      case "merge":
        await merge(idOf(action.alarm), idOf(action.into), stage);
        break;
      case "restore":
        await restore(idOf(action.alarm), action, stage);
        break;
    }
  }
  const changed = [...new Set(actions.map((action) => idOf(action.alarm)))];
  await tellAlarms(stage.tx, changed, actions.some((action) => action.do === "raise") ? "new" : "changed");
  return changed;
}

async function nextNumber(tx: Tx, kind: AlarmKind, day: string): Promise<string> {
  const { rows } = await sql<{
    last: number;
  }>`insert into remote_monitoring.alarm_counter (prefix, day, last) values (${numberPrefix[kind]}, ${day}, 1)
    on conflict (prefix, day) do update set last = remote_monitoring.alarm_counter.last + 1 returning last`.execute(tx);
  return alarmNumber(kind, day, rows[0]?.last ?? 0);
}

async function open(effect: Effect, stage: Stage): Promise<string> {
  const { tx, services, settings, limits, devices } = stage;
  const spot = stage.spotOf(effect);
  const device = devices.get(effect.key.address);
  const day = dayOf(new Date(effect.at));
  const reader = systemReader(services, tx, new Date(effect.at), day);
  const number = await nextNumber(tx, effect.kind, day);
  const { key } = effect;
  const raised = orThrow(
    await raiseCase(
      alarmCase,
      {
        area: spot.area,
        at: new Date(effect.at),
        kind: "device",
        actorName: spot.deviceWords,
        holderOrgan: await findCentre(spot.area, services, reader),
        holderPost: "值班员",
        demo: device?.demo ?? false,
        settings,
        values: {
          number,
          kind: effect.kind,
          was: effect.kind === "test" ? "fire" : null,
          unit: spot.unit,
          unitName: device?.unitName || device?.name,
          ...(device && device.lon !== null && device.lat !== null ? { point: { lon: device.lon, lat: device.lat } } : {}),
          transmitter: device?.id ?? null,
          address: key.address,
          systemType: orNull(key.systemType),
          systemAddress: orNull(key.systemAddress),
          componentType: orNull(effect.componentType),
          componentAddress: orNull(key.componentAddress),
          component: spot.component,
          building: spot.building,
          floor: spot.floor,
          zone: spot.zone,
          placeWords: spot.placeWords,
          deviceWords: spot.deviceWords,
          numbers: spot.shortNumber,
          what: effect.words || alarmKinds[effect.kind],
          grade: "normal",
          points: 1,
          occurredAt: effect.occurredAt,
          messageId: effect.messageId,
          ...deadlines(effect.kind, effect.at, limits),
        },
      },
      reader,
      services,
    ),
  );
  await keepPoint(raised.id, effect, spot, tx);
  return raised.id;
}

/** Monitoring centres come and go by the year, alarms by the second. */
const CENTRES_KEPT_MS = 10_000;
const centresOf = new WeakMap<Services, { readonly readAt: number; readonly organs: readonly Row[] }>();

async function readCentres(services: Services, reader: Reader): Promise<readonly Row[]> {
  const kept = centresOf.get(services);
  if (kept && performance.now() - kept.readAt < CENTRES_KEPT_MS) return kept.organs;
  const found = await listRows(reader.catalog.get("organizations.organ"), { where: { kind: "monitoring-center" }, limit: 100 }, reader);
  const organs = found.ok ? found.value.rows : [];
  if (organs.length > 0) centresOf.set(services, { readAt: performance.now(), organs });
  return organs;
}

/** The monitoring centre that holds an alarm: the nearest one above its place. */
async function findCentre(area: number, services: Services, reader: Reader): Promise<string | null> {
  const above = (await readCentres(services, reader)).filter((organ) => isWithin(area, subtreeOf(organ.area)));
  return above.toSorted((a, b) => b.area - a.area)[0]?.id ?? null;
}

async function keepPoint(alarmId: string, effect: Effect, spot: Spot, tx: Tx): Promise<void> {
  const record = {
    ...keyColumns(effect.key),
    alarm_id: alarmId,
    kind: effect.kind,
    component_type: effect.componentType,
    component: spot.component,
    area: spot.area,
    unit: spot.unit,
    number: spot.number,
    place_words: spot.placeWords,
    device_words: spot.deviceWords,
    words: effect.words,
    first_at: effect.at,
    last_at: effect.at,
  };
  const columns = sql.raw(Object.keys(record).join(", "));
  await sql`insert into remote_monitoring.alarm_point (${columns})
    select ${columns} from jsonb_populate_record(null::remote_monitoring.alarm_point, ${JSON.stringify(record)}::jsonb)
    on conflict (address, system_type, system_address, component_address, kind) where open
    do update set alarm_id = excluded.alarm_id, last_at = excluded.last_at, times = remote_monitoring.alarm_point.times + 1, restored_at = null`.execute(
    tx,
  );
}

const line = (
  stage: Stage,
  id: string,
  at: string,
  actorName: string,
  code: string,
  given: Record<string, unknown>,
  kind: "device" | "system" = "device",
) => addLine(stage.tx, { caseName: ALARM, caseId: id, at: new Date(at), kind, actorName, code, given });

const NUMBERS_SHOWN = 12;

async function join(id: string, action: Extract<Action, { do: "join" }>, stage: Stage): Promise<void> {
  const { effect, because, refines } = action;
  const spot = stage.spotOf(effect);
  await keepPoint(id, effect, spot, stage.tx);
  const better = refines
    ? sql`, place_words = ${spot.placeWords}, device_words = ${spot.deviceWords}, component = ${spot.component}, building = ${spot.building}, floor = ${spot.floor}, zone = ${spot.zone}`
    : sql``;
  const { rows } = await sql<{
    points: number;
  }>`update remote_monitoring.alarm set points = points + 1, repeats = repeats + 1, last_at = greatest(last_at, ${effect.at}),
      numbers = case when points < ${NUMBERS_SHOWN} then concat_ws('、', nullif(numbers, ''), nullif(${spot.shortNumber}, '')) else numbers end ${better},
      version = version + 1, updated_at = now() where id = ${id} returning points`.execute(stage.tx);
  const points = rows[0]?.points ?? 0;
  if (because === "storm" && points > NUMBERS_SHOWN && points % 10 !== 0) return;
  const code =
    because === "storm" ? "remote-monitoring.folded" : because === "unit" ? "remote-monitoring.unit_offline" : "remote-monitoring.joined";
  await line(stage, id, effect.at, spot.deviceWords, code, {
    device: spot.deviceWords,
    place: spot.placeWords,
    kind: alarmKinds[effect.kind],
    points,
    messageId: effect.messageId,
  });
}

/** Every one of the first twenty repeats gets its line; a panel that says it a thousand times gets one in ten. */
const worthALine = (repeats: number, times: number): boolean =>
  repeats <= 20 || Math.floor(repeats / 10) !== Math.floor((repeats - times) / 10);

async function countAgain(id: string, effect: Effect, times: number, stage: Stage): Promise<void> {
  const spot = stage.spotOf(effect);
  await sql`update remote_monitoring.alarm_point set last_at = ${effect.at}, times = times + ${times}, restored_at = null, words = ${effect.words}
    from jsonb_to_record(${asRecord(effect)}::jsonb) x(address text, system_type integer, system_address integer, component_address bigint)
    where alarm_point.open and alarm_point.kind = ${effect.kind} and alarm_point.address = x.address and alarm_point.system_type = x.system_type
      and alarm_point.system_address = x.system_address and alarm_point.component_address = x.component_address`.execute(stage.tx);
  const { rows } = await sql<{
    repeats: number;
  }>`update remote_monitoring.alarm set repeats = repeats + ${times}, last_at = greatest(last_at, ${effect.at}),
      version = version + 1, updated_at = now() where id = ${id} returning repeats`.execute(stage.tx);
  const repeats = rows[0]?.repeats ?? 0;
  if (worthALine(repeats, times))
    await line(stage, id, effect.at, spot.deviceWords, "remote-monitoring.repeated", {
      device: spot.deviceWords,
      repeats,
      messageId: effect.messageId,
    });
}
const asRecord = (effect: Effect): string => JSON.stringify(keyColumns(effect.key));

async function raiseLevel(id: string, why: string, at: string, stage: Stage): Promise<void> {
  await sql`update remote_monitoring.alarm set grade = 'raised', raised_why = ${why.slice(0, 400)}, version = version + 1, updated_at = now() where id = ${id}`.execute(
    stage.tx,
  );
  await line(stage, id, at, "系统", "remote-monitoring.raised", { why }, "system");
}

async function merge(id: string, into: string, stage: Stage): Promise<void> {
  await sql`update remote_monitoring.alarm_point set alarm_id = ${into} where alarm_id = ${id} and open`.execute(stage.tx);
  const { rows } = await sql<{
    numbers: string | null;
    repeats: number;
    points: number;
  }>`select numbers, repeats, points from remote_monitoring.alarm where id = ${id}`.execute(stage.tx);
  const taken = rows[0];
  await sql`update remote_monitoring.alarm set points = points + ${taken?.points ?? 0}, repeats = repeats + ${taken?.repeats ?? 0},
      numbers = case when points < ${NUMBERS_SHOWN} then concat_ws('、', nullif(numbers, ''), nullif(${taken?.numbers ?? ""}, '')) else numbers end,
      version = version + 1, updated_at = now() where id = ${into}`.execute(stage.tx);
  await moveBySystem(id, "merge", { into }, stage);
}

async function restore(id: string, action: Extract<Action, { do: "restore" }>, stage: Stage): Promise<void> {
  const { effect, closes } = action;
  const stays = effect.kind === "fire" || effect.kind === "test";
  const { rows } = await sql<{ deviceWords: string }>`update remote_monitoring.alarm_point set restored_at = ${effect.at}, open = ${stays}
    from jsonb_to_record(${asRecord(effect)}::jsonb) x(address text, system_type integer, system_address integer, component_address bigint)
    where alarm_point.open and alarm_point.kind = ${effect.kind} and alarm_point.alarm_id = ${id} and alarm_point.address = x.address and alarm_point.system_type = x.system_type
      and alarm_point.system_address = x.system_address and alarm_point.component_address = x.component_address returning device_words`.execute(
    stage.tx,
  );
  const device = rows[0]?.deviceWords || stage.spotOf(effect).deviceWords;
  await line(stage, id, effect.at, device, "remote-monitoring.restored", { device, kind: alarmKinds[effect.kind] });
  if (closes) await moveBySystem(id, "restore", {}, stage);
}

/** A move of the machine's own: recorded as 系统, decided by the same rules. */
async function moveBySystem(
  id: string,
  move: string,
  given: Readonly<Record<string, unknown>>,
  stage: Pick<Stage, "tx" | "services">,
): Promise<void> {
  const now = stage.services.clock.now();
  const today = stage.services.clock.today();
  const reader = systemReader(stage.services, stage.tx, now, today);
  orThrow(await moveCase(alarmCase, id, move, given, { actor: null, now, today }, reader));
}
