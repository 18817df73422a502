/**
 * 转 119: a confirmed fire leaves as CAP 1.2 to the dispatch system, within 3 s of confirmation when it answers (RM-03). The first attempt is made
 * when the event is heard, further ones by the job runner with growing pauses; each is on the timeline, those that failed as well.
 */
import { sql } from "kysely";
import { addLine, systemReader } from "#platform/case/store.ts";
import { asWorker, type Tx } from "#platform/db.ts";
import type { Job } from "#platform/jobs.ts";
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
const JOB = "remote-monitoring.forward-again";

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
  async handle(event, tx, services) {
    const id = String(event.payload.id);
    const made = await makeRecord(tx, id, services);
    if (made) await attempt(tx, id, services);
  },
};

export const forwardAgain: Job = {
  name: JOB,
  async run({ id }, services) {
    await asWorker(services.db, (tx) => attempt(tx, String(id), services));
  },
};

const dispatchUrl = async (tx: Tx, services: Services): Promise<string | null> =>
  limitsOf(await readSettings(tx)).dispatchUrl ?? services.config.dispatchUrl;

/** @returns false when there is nothing to send: already made, or no dispatch system connected */
async function makeRecord(tx: Tx, id: string, services: Services): Promise<boolean> {
  const now = services.clock.now();
  const reader = systemReader(services, tx, now, services.clock.today());
  const row = await findRow(services.catalog.get(ALARM), id, reader);
  if (!row) return false;
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
    await sql`insert into remote_monitoring.forward (alarm_id, area, unit, identifier, state, message, first_at, last_at, trouble)
    values (${id}, ${row.area}, ${String(row.unit)}, ${said(row.number)}, ${state}, ${message}, ${now.toISOString()}, ${now.toISOString()}, ${url ? null : "未接通"})
    on conflict (alarm_id) do nothing returning alarm_id`.execute(tx);
  if (made.rows.length === 0) return false;
  if (!url) {
    await say(tx, id, now, "remote-monitoring.dispatch_not_connected", {});
    await tellAlarms(tx, [id], "forward");
  }
  return url !== null;
}

const say = (tx: Tx, id: string, at: Date, code: string, given: Record<string, unknown>) =>
  addLine(tx, { caseName: ALARM, caseId: id, at, kind: "system", actorName: "系统", code, given });

/** Growing pauses between attempts, in seconds. */
const pauseAfter = (attempts: number): number => Math.min(300, 5 * 2 ** Math.min(attempts - 1, 6));

async function attempt(tx: Tx, id: string, services: Services): Promise<void> {
  const { rows } = await sql<{ message: string; attempts: number }>`select message, attempts from remote_monitoring.forward
    where alarm_id = ${id} and state in ('sending', 'failed') for update`.execute(tx);
  const record = rows[0];
  const url = await dispatchUrl(tx, services);
  if (!record || !url) return;
  const result = await post(url, record.message);
  const now = services.clock.now();
  const attempts = record.attempts + 1;
  await sql`update remote_monitoring.forward set state = ${result.ok ? "delivered" : "failed"}, attempts = ${attempts}, last_at = ${now.toISOString()},
      status = ${result.status}, receipt = ${result.receipt}, trouble = ${result.trouble}, delivered_at = ${result.ok ? now.toISOString() : null} where alarm_id = ${id}`.execute(
    tx,
  );
  if (result.ok) await say(tx, id, now, "remote-monitoring.dispatched", { attempts, status: result.status });
  else {
    const seconds = pauseAfter(attempts);
    await say(tx, id, now, "remote-monitoring.not_dispatched", { attempts, trouble: result.trouble, seconds });
    if (attempts < MOST_ATTEMPTS) await services.jobs.send(JOB, { id }, { startAfterSeconds: seconds });
  }
  await tellAlarms(tx, [id], "forward");
}
