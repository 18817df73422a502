/**
 * 转 119: a confirmed fire leaves as CAP 1.2 to the dispatch system, within 3 s of confirmation when it answers (RM-03). The record is made when the
 * event is heard and tried as soon as it is committed, then with growing pauses; each attempt is on the timeline, those that failed as well.
 * No transaction is open while the other side is waited for: it would hold up every event told meanwhile.
 */
import { sql } from "kysely";
import { addLine, systemReader } from "#platform/case/store.ts";
import { asWorker, type Db, type Tx } from "#platform/db.ts";
import { findRow, listRows } from "#platform/ledger/read.ts";
import type { EventHandler } from "#platform/outbox.ts";
import type { Services } from "#platform/services.ts";
import { readSettings } from "#platform/settings.ts";
import { ALARM } from "./alarm.ts";
import { capMessage, capName } from "./domain/cap.ts";
import { limitsOf } from "./domain/limits.ts";
import { tellAlarms } from "./queue.ts";

/** Leaves room for the rest of the way within the 3 seconds of RM-03. */
const ANSWER_MS = 2_500;
const MOST_ATTEMPTS = 40;
const RECEIPT_LIMIT = 2_000;
/** Longer than one attempt can take: who died at it is overtaken by the next. */
const CLAIM_SECONDS = 30;
const AT_ONCE = 16;

type Attempt = { readonly ok: boolean; readonly status: number | null; readonly receipt: string; readonly trouble: string | null };

async function post(url: string, message: string): Promise<Attempt> {
  try {
    const response = await fetch(url, {
      method: "POST",
      body: message,
      headers: { "content-type": "application/cap+xml; charset=utf-8" },
      signal: AbortSignal.timeout(ANSWER_MS),
    });
    const receipt = (await response.text()).slice(0, RECEIPT_LIMIT);
    return { ok: response.ok, status: response.status, receipt, trouble: response.ok ? null : `对方答复 ${response.status}` };
  } catch (error) {
    const timeout = error instanceof Error && error.name === "TimeoutError";
    return { ok: false, status: null, receipt: "", trouble: timeout ? `${ANSWER_MS / 1_000} 秒内无答复` : "连接不上" };
  }
}

/** Hears the confirmation. Idempotent: the alarm has one forward record. */
export const forwardOnConfirm: EventHandler = {
  name: "remote-monitoring.forward",
  types: [`${ALARM}.confirm`],
  handle: (event, tx, services) => makeRecord(tx, String(event.payload.id), services),
  committed: (services) => void forwardDue(services).catch((error: unknown) => services.log.warn({ err: error }, "forward to 119")),
};

const dispatchUrl = async (tx: Tx, services: Services): Promise<string | null> =>
  limitsOf(await readSettings(tx)).dispatchUrl ?? services.config.dispatchUrl;

/** What is to be sent, due at once; where no dispatch system is connected, that it was not sent. */
async function makeRecord(tx: Tx, id: string, services: Services): Promise<void> {
  const now = services.clock.now();
  const reader = systemReader(services, tx, now, services.clock.today());
  const row = await findRow(services.catalog.get(ALARM), id, reader);
  if (!row) return;
  const unit = await findRow(services.catalog.get("places.unit"), String(row.unit), reader);
  const rooms = await listRows(services.catalog.get("facilities.control-room"), { where: { unit: String(row.unit) }, limit: 1 }, reader);
  const phone = rooms.ok ? rooms.value.rows[0]?.phone : undefined;
  const said = (value: unknown): string => (typeof value === "string" ? value : "");
  const place = `${said(row.unitName)} ${said(row.placeWords)}`;
  const message = capMessage({
    identifier: capName(said(row.number)),
    sender: capName(`suiren.${services.city.code}`),
    senderName: `${services.city.name}消防远程监控中心`,
    sent: now,
    status: row.demo ? "Exercise" : "Actual",
    msgType: "Alert",
    event: "建筑火灾",
    severity: row.grade === "raised" ? "Extreme" : "Severe",
    onset: new Date(said(row.openedAt)),
    headline: `${place} 火警已核实`,
    description: [place, said(row.deviceWords), said(row.raisedWhy)].filter(Boolean).join("；"),
    contact: phone ? `消防控制室 ${String(phone)}` : null,
    areaDesc: [row.areaName, said(unit?.address)].filter(Boolean).join(" "),
    point: typeof unit?.lon === "number" && typeof unit.lat === "number" ? { lon: unit.lon, lat: unit.lat } : null,
    geocode: String(Math.floor(row.area / 1e9)),
    parameters: {
      alarmNumber: said(row.number),
      reportedAt: said(row.openedAt),
      confirmedAt: said(row.confirmedAt),
      vehicleEntry: said(unit?.vehicleEntry),
      pumpConnection: said(unit?.pumpConnection),
      evacuationFocus: said(unit?.evacuationFocus),
      hazard: said(unit?.hazardNote),
    },
  });
  const url = await dispatchUrl(tx, services);
  const state = url ? "sending" : "not-connected";
  const made =
    await sql`insert into remote_monitoring.forward (alarm_id, area, unit, identifier, state, message, first_at, last_at, trouble, next_at)
    values (${id}, ${row.area}, ${String(row.unit)}, ${said(row.number)}, ${state}, ${message}, ${now.toISOString()}, ${now.toISOString()}, ${url ? null : NOT_CONNECTED},
      ${url ? now.toISOString() : null})
    on conflict (alarm_id) do nothing returning alarm_id`.execute(tx);
  if (made.rows.length > 0 && !url) await sayNotConnected(tx, id, now);
}
const NOT_CONNECTED = "未接通";

async function sayNotConnected(tx: Tx, id: string, now: Date): Promise<void> {
  await say(tx, id, now, "remote-monitoring.dispatch_not_connected", {});
  await tellAlarms(tx, [id], "forward");
}

const say = (tx: Tx, id: string, at: Date, code: string, given: Record<string, unknown>) =>
  addLine(tx, { caseName: ALARM, caseId: id, at, kind: "system", actorName: "系统", code, given });

/** Growing pauses between attempts, in seconds. */
const pauseAfter = (attempts: number): number => Math.min(300, 5 * 2 ** Math.min(attempts - 1, 6));

type Claimed = { readonly alarmId: string; readonly message: string; readonly attempts: number };

/** Takes what is due, for half a minute: two workers never send the same at once. */
const claimDue = (services: Services): Promise<{ readonly url: string | null; readonly taken: readonly Claimed[] }> =>
  asWorker(services.db, async (tx) => {
    const now = services.clock.now();
    const until = new Date(now.getTime() + CLAIM_SECONDS * 1_000).toISOString();
    const { rows } =
      await sql<Claimed>`update remote_monitoring.forward set next_at = ${until}, attempts = attempts + 1, last_at = ${now.toISOString()}
      where alarm_id in (select alarm_id from remote_monitoring.forward where next_at <= ${now.toISOString()} and state in ('sending', 'failed')
        order by next_at limit ${AT_ONCE} for update skip locked)
      returning alarm_id, message, attempts`.execute(tx);
    const url = rows.length > 0 ? await dispatchUrl(tx, services) : null;
    if (url) return { url, taken: rows };
    for (const { alarmId } of rows) {
      await sql`update remote_monitoring.forward set state = 'not-connected', attempts = attempts - 1, next_at = null, trouble = ${NOT_CONNECTED}
        where alarm_id = ${alarmId}`.execute(tx);
      await sayNotConnected(tx, alarmId, now);
    }
    return { url, taken: [] };
  });

const underway = new WeakMap<Db, Set<Promise<void>>>();

/** One attempt for each that is due, all at once; whatever comes of it is written down. */
export async function forwardDue(services: Services): Promise<void> {
  const mine = underway.get(services.db) ?? new Set();
  underway.set(services.db, mine);
  const work = attemptDue(services);
  mine.add(work);
  await work.finally(() => mine.delete(work));
}

/** Those begun are waited for. */
export async function endForwards({ db }: Services): Promise<void> {
  await Promise.allSettled(underway.get(db) ?? []);
}

async function attemptDue(services: Services): Promise<void> {
  const { url, taken } = await claimDue(services);
  if (url === null) return;
  await Promise.all(
    taken.map(async (each) => {
      const result = await post(url, each.message);
      await asWorker(services.db, (tx) => writeDown(tx, each, result, services.clock.now()));
    }),
  );
}

/** A call made meanwhile (电话报 119) stands, unless the message has arrived after all. */
async function writeDown(tx: Tx, { alarmId: id, attempts }: Claimed, result: Attempt, now: Date): Promise<void> {
  const seconds = result.ok || attempts >= MOST_ATTEMPTS ? null : pauseAfter(attempts);
  const next = seconds === null ? null : new Date(now.getTime() + seconds * 1_000).toISOString();
  const { rows } =
    await sql`update remote_monitoring.forward set state = ${result.ok ? "delivered" : "failed"}, last_at = ${now.toISOString()}, next_at = ${next},
      status = ${result.status}, receipt = ${result.receipt}, trouble = ${result.trouble}, delivered_at = ${result.ok ? now.toISOString() : null}
    where alarm_id = ${id} and (state in ('sending', 'failed') or ${result.ok}) returning alarm_id`.execute(tx);
  if (rows.length === 0) return;
  if (result.ok) await say(tx, id, now, "remote-monitoring.dispatched", { attempts, status: result.status });
  else await say(tx, id, now, "remote-monitoring.not_dispatched", { attempts, trouble: result.trouble, seconds: pauseAfter(attempts) });
  await tellAlarms(tx, [id], "forward");
}
