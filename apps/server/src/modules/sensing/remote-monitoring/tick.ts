/** What time brings, each second, in one process at a time: reminders, devices gone silent, windows and duty checks that end. */
import { sql } from "kysely";
import { addLine } from "#platform/case/store.ts";
import { asWorker, type Tx } from "#platform/db.ts";
import { pushLive } from "#platform/live.ts";
import type { Services } from "#platform/services.ts";
import { readSettings } from "#platform/settings.ts";
import { ALARM } from "./alarm.ts";
import { applyEffects, deviceEffect } from "./apply-signals.ts";
import { giveUpStale } from "./commands.ts";
import { GATEWAY_AWAY_MS, goesOffline, silenceLimitMs } from "./domain/connection.ts";
import { deliver, dueSteps, type Listening, type Waiting } from "./domain/escalation.ts";
import { type Limits, limitsOf } from "./domain/limits.ts";
import type { Effect } from "./domain/meaning.ts";
import { type Answer, tellAnswers } from "./duty-answers.ts";
import { tellConnections } from "./project-devices.ts";
import { tellAlarms } from "./queue.ts";
import { findDevices } from "./rows.ts";
import { SEAT_SECONDS } from "./shifts.ts";

const TICK_LOCK = 26_875_003;

/** One tick, if no other process is at it. */
export const tick = (services: Services): Promise<void> =>
  asWorker(services.db, async (tx) => {
    const { rows } = await sql<{ mine: boolean }>`select pg_try_advisory_xact_lock(${TICK_LOCK}) as mine`.execute(tx);
    if (!rows[0]?.mine) return;
    const now = services.clock.now();
    const limits = limitsOf(await readSettings(tx));
    await remind(tx, limits, now);
    await findSilent(tx, limits, now, services);
    await endWindows(tx, now, services);
    await endDutyChecks(tx, now);
    await giveUpStale(tx, now);
  });

async function remind(tx: Tx, limits: Limits, now: Date): Promise<void> {
  const kinds = [...new Set(limits.escalation.map((step) => step.kind))];
  const { rows } = await sql<Waiting & { area: number }>`select a.id, a.kind, a.state, a.opened_at, a.accepted_at, a.area,
      array(select step from remote_monitoring.alarm_step s where s.alarm_id = a.id) as taken
    from remote_monitoring.alarm a where a.closed_at is null and a.deleted_at is null and a.kind = any(${kinds}::text[])
      and a.state in ('reported', 'accepted', 'verifying') order by a.kind <> 'fire', a.opened_at desc limit 2000`.execute(tx);
  const due = rows.flatMap((row) => dueSteps(row, limits.escalation, now.getTime()).map((each) => ({ ...each, area: row.area })));
  if (due.length === 0) return;
  const seats = await sql<Listening & { areaLo: number; areaHi: number }>`select name, sound, area_lo, area_hi from remote_monitoring.seat
    where seen_at > ${new Date(now.getTime() - SEAT_SECONDS * 1_000).toISOString()}`.execute(tx);
  for (const { alarm, key, step, area } of due) {
    const { delivered, how } = deliver(
      step,
      seats.rows.filter((seat) => area >= seat.areaLo && area <= seat.areaHi),
    );
    await sql`insert into remote_monitoring.alarm_step (alarm_id, step, at, delivered) values (${alarm}, ${key}, ${now.toISOString()}, ${delivered}) on conflict do nothing`.execute(
      tx,
    );
    const code = delivered ? "remote-monitoring.reminded" : "remote-monitoring.not_reminded";
    await addLine(tx, {
      caseName: ALARM,
      caseId: alarm,
      at: now,
      kind: "system",
      actorName: "系统",
      code,
      given: { what: step.what, to: step.to, how },
    });
  }
  await tellAlarms(
    tx,
    due.map((each) => each.alarm),
    "reminder",
  );
}

type Silent = { readonly address: string; readonly lastMessageAt: string; readonly heartbeatSeconds: number };

/** A network that fails takes many devices with it; no transaction may become long over it. */
const SILENT_AT_ONCE = 100;

async function findSilent(tx: Tx, limits: Limits, now: Date, services: Services): Promise<void> {
  const pulse = await sql<{
    at: string | null;
    since: string | null;
  }>`select max(at) as at, max(since) as since from remote_monitoring.gateway_pulse
    where at > ${new Date(now.getTime() - GATEWAY_AWAY_MS).toISOString()}`.execute(tx);
  const { at, since } = pulse.rows[0] ?? {};
  if (!at || !since) return;
  const gateway = { at: Date.parse(at), since: Date.parse(since) };
  const latest = new Date(now.getTime() - silenceLimitMs(0, limits.offlineSeconds)).toISOString();
  const { rows } = await sql<Silent>`select d.address, d.last_message_at, v.heartbeat_seconds from remote_monitoring.device_state d
    join facilities.v_device v on v.address = d.address where d.online and d.last_message_at < ${latest} order by d.last_message_at limit ${SILENT_AT_ONCE}`.execute(
    tx,
  );
  const gone = rows.filter((row) =>
    goesOffline(
      { online: true, lastMessageAt: Date.parse(row.lastMessageAt), heartbeatSeconds: row.heartbeatSeconds },
      gateway,
      now.getTime(),
      limits.offlineSeconds,
    ),
  );
  if (gone.length === 0) return;
  // Guarded by the message it was judged by: a device that spoke meanwhile stays online.
  const taken = await sql<{ address: string }>`update remote_monitoring.device_state d set online = false, since = ${now.toISOString()}
    from jsonb_to_recordset(${JSON.stringify(gone)}::jsonb) x("address" text, "lastMessageAt" timestamptz)
    where d.address = x.address and d.online and date_trunc('milliseconds', d.last_message_at) = x."lastMessageAt" returning d.address`.execute(
    tx,
  );
  const addresses = taken.rows.map((row) => row.address);
  const devices = await findDevices(tx, addresses);
  const effects = addresses.map((address) => deviceEffect(address, "offline", true, "通信中断", now.toISOString(), ""));
  await tellConnections(tx, [...devices.values()], "offline");
  await applyEffects(tx, effects, devices, services);
  await raiseWholeUnits(tx, addresses, now);
}

/** 单位离线: when every device of a unit is offline its alarm says so. */
async function raiseWholeUnits(tx: Tx, addresses: readonly string[], now: Date): Promise<void> {
  const { rows } = await sql<{ id: string; devices: number }>`update remote_monitoring.alarm a set grade = 'raised',
      raised_why = format('单位全部 %s 台联网设备离线', u.devices), version = version + 1, updated_at = now()
    from (select v.unit, count(*)::int as devices, bool_and(coalesce(not d.online, true)) as dark from facilities.v_device v
        left join remote_monitoring.device_state d on d.address = v.address
        where v.in_use and v.unit in (select unit from facilities.v_device where address = any(${addresses}::text[])) group by v.unit) u
    where a.unit = u.unit and u.dark and u.devices > 1 and a.kind = 'offline' and a.closed_at is null and a.grade = 'normal' returning a.id, u.devices`.execute(
    tx,
  );
  for (const { id, devices } of rows)
    await addLine(tx, {
      caseName: ALARM,
      caseId: id,
      at: now,
      kind: "system",
      actorName: "系统",
      code: "remote-monitoring.raised",
      given: { why: `单位全部 ${devices} 台联网设备离线` },
    });
  await tellAlarms(
    tx,
    rows.map((row) => row.id),
    "changed",
  );
}

type Ended = {
  readonly id: string;
  readonly unit: string;
  readonly area: number;
  readonly address: string | null;
  readonly systemType: number | null;
  readonly systemAddress: number | null;
  readonly componentAddress: number | null;
};

async function endWindows(tx: Tx, now: Date, services: Services): Promise<void> {
  const { rows } =
    await sql<Ended>`update remote_monitoring."window" set state = 'ended', ended_at = until, ended_why = '到时', version = version + 1, updated_at = now()
    where state = 'open' and until <= ${now.toISOString()} returning id, unit, area, address, system_type, system_address, component_address`.execute(
      tx,
    );
  for (const ended of rows) await afterWindow(tx, ended, now, services);
}

/** What still burns when a window ends is an alarm at that moment. */
export async function afterWindow(tx: Tx, ended: Ended, now: Date, services: Services): Promise<void> {
  const { rows } = await sql<
    Omit<Effect, "kind" | "on" | "key" | "at"> & Effect["key"]
  >`select address, system_type, system_address, component_address, component_type,
      words, description, occurred_at, message_id from remote_monitoring.component_state s
    where unit = ${ended.unit} and 'fire' = any(active) and (${ended.address}::text is null or address = ${ended.address})
      and (${ended.systemType}::int is null or system_type = ${ended.systemType}) and (${ended.systemAddress}::int is null or system_address = ${ended.systemAddress})
      and (${ended.componentAddress}::bigint is null or component_address = ${ended.componentAddress})`.execute(tx);
  const effects = rows.map(
    ({ address, systemType, systemAddress, componentAddress, ...rest }): Effect => ({
      ...rest,
      key: { address, systemType, systemAddress, componentAddress },
      kind: "fire",
      on: true,
      at: now.toISOString(),
    }),
  );
  await applyEffects(tx, effects, await findDevices(tx, [...new Set(rows.map((row) => row.address))]), services);
  await pushLive(tx, {
    topic: "duty",
    area: ended.area,
    unitId: ended.unit,
    permission: "remote-monitoring.window.read",
    data: { what: "window", id: ended.id, state: "ended" },
  });
}

async function endDutyChecks(tx: Tx, now: Date): Promise<void> {
  const { rows } = await sql<Answer>`update remote_monitoring.duty_answer
    set outcome = 'timeout', version = version + 1, updated_at = now() where outcome in ('sending', 'waiting') and answer_by <= ${now.toISOString()}
    returning id, area, unit, check_id`.execute(tx);
  await tellAnswers(tx, rows, "timeout");
}

/** A gateway in this process shows itself; a gap is a gap for every device. */
export const pulse = (services: Services, name: string): Promise<void> =>
  asWorker(services.db, async (tx) => {
    const now = services.clock.now();
    await sql`insert into remote_monitoring.gateway_pulse as g (name, at, since) values (${name}, ${now.toISOString()}, ${now.toISOString()})
      on conflict (name) do update set since = case when excluded.at - g.at <= make_interval(secs => ${GATEWAY_AWAY_MS / 1_000}) then g.since else excluded.at end,
        at = excluded.at`.execute(tx);
  });
