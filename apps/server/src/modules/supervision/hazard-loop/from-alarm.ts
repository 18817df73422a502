/**
 * Hazards out of devices: a fault nobody has mended for days, a shield left on, a device long offline; and whatever an officer passes on from an
 * alarm. The alarm goes its own way; the hazard carries its number. JX-1.5.5 does the same with what investigations find.
 */
import { sql } from "kysely";
import { z } from "zod";
import { systemReader } from "#platform/case/store.ts";
import { asWorker, type Tx } from "#platform/db.ts";
import type { Job } from "#platform/jobs.ts";
import type { Entry } from "#platform/ledger/catalog.ts";
import type { Row } from "#platform/ledger/define.ts";
import { compileQuery, findRow, type Reader } from "#platform/ledger/read.ts";
import { readerOf } from "#platform/ledger/routes.ts";
import { ok, orThrow, type Result, refuse } from "#platform/result.ts";
import { route } from "#platform/route.ts";
import type { Services } from "#platform/services.ts";
import { readSettings } from "#platform/settings.ts";
import { HAZARD } from "./hazard.ts";
import { type Finder, type RaisedHazard, raiseHazard } from "./raise-hazard.ts";

const ALARM = "remote-monitoring.alarm";
/** Days a fault may stand before it is a hazard: a product default, not out of a rule; an office sets its own. */
const FAULT_DAYS = 3;
const FAULT_DAYS_SETTING = "hazard-loop.faultDays";
const BATCH = 200;

const words = (row: Row, key: string): string => (typeof row[key] === "string" ? row[key] : "");
const idOf = (row: Row, key: string): string | null => (typeof row[key] === "string" ? row[key] : null);

/** The same component and kind is the same hazard, whatever number its alarm has today. */
async function hazardOf(tx: Tx, services: Services, alarm: Row, by: Finder, note: string): Promise<Result<RaisedHazard>> {
  const what = [words(alarm, "deviceWords"), words(alarm, "what"), note].filter(Boolean).join("，");
  const point = typeof alarm.lon === "number" && typeof alarm.lat === "number" ? { lon: alarm.lon, lat: alarm.lat, datum: "wgs84" } : null;
  const raised = await raiseHazard(
    tx,
    services,
    {
      area: alarm.area,
      unit: idOf(alarm, "unit"),
      building: idOf(alarm, "building"),
      placeWords: words(alarm, "placeWords") || "—",
      what,
      item: `device#${words(alarm, "kind")} ${words(alarm, "numbers") || words(alarm, "deviceWords")}`.slice(0, 120),
      origin: "device",
      originName: ALARM,
      originId: alarm.id,
      ground: "消防法 第十六条第一款第二项",
      foundOn: by.today,
      point,
      demo: alarm.demo,
    },
    by,
  );
  if (raised.ok)
    await sql`insert into hazard_loop.raised_alarm (alarm, hazard, at) values (${alarm.id}, ${raised.value.id}, ${by.now.toISOString()})
      on conflict (alarm) do nothing`.execute(tx);
  return raised;
}

export const raiseFromAlarm = route({
  method: "POST",
  path: "/hazard-loop/from-alarm/:id",
  summary: "警情转隐患",
  tag: "火灾隐患",
  permission: "hazard-loop.find",
  input: z.object({ id: z.uuid(), note: z.string().trim().max(400).default("") }),
  output: z.object({ id: z.uuid(), number: z.string(), repeats: z.number().int(), isNew: z.boolean() }),
  example: { input: { id: "01997c2e-8f00-7000-8000-000000000001", note: "探测器反复误报，待更换" } },
  async run(context, { id, note }) {
    const { tx, actor, now, today, services } = context;
    const reader = readerOf(context);
    const alarm = await findRow(services.catalog.get(ALARM), id, reader);
    if (!alarm) return refuse("not_found", "ledger.unknown_row", { id });
    const raised = await hazardOf(tx, services, alarm, { actor, actorName: actor.name, organ: null, now, today }, note);
    if (!raised.ok) return raised;
    const row = await findRow(services.catalog.get(HAZARD), raised.value.id, reader);
    if (!row) return refuse("not_found", "ledger.unknown_row");
    context.audit({ action: "警情转隐患", subject: HAZARD, subjectId: row.id, area: row.area, detail: { alarm: id } });
    return ok({ ...raised.value, number: String(row.number) });
  },
});

/** Every hour; what stands too long is raised once an alarm: counted on once when the same fault comes again under a new number, then left alone. */
export const faultsJob: Job = {
  name: "hazard-loop.faults",
  cron: "23 * * * *",
  run: (_, services) => raiseOldFaults(services).then(() => undefined),
};

type Waiting = { readonly id: string; readonly openedAt: string };

/** All that wait, a page a transaction; one that cannot be raised holds up none behind it. @returns how many hazards were opened */
export async function raiseOldFaults(services: Services, atOnce = BATCH): Promise<number> {
  let opened = 0;
  for (let after: Waiting | undefined, more = true; more; ) {
    const page = await asWorker(services.db, (tx) => raisePage(tx, services, after, atOnce));
    opened += page.opened;
    after = page.last;
    more = page.last !== undefined;
  }
  return opened;
}

async function raisePage(tx: Tx, services: Services, after: Waiting | undefined, atOnce: number) {
  const now = services.clock.now();
  const today = services.clock.today();
  const days = (await readSettings(tx)).get(FAULT_DAYS_SETTING);
  const limit = typeof days === "number" && days > 0 ? days : FAULT_DAYS;
  const alarms = services.catalog.get(ALARM);
  const reader = systemReader(services, tx, now, today);
  const waiting = await findWaiting(alarms, `now-${limit * 1_440}m`, after, atOnce, reader);
  let opened = 0;
  for (const { id } of waiting) {
    const alarm = await findRow(alarms, id, reader);
    if (!alarm) continue;
    const by = { actor: null, actorName: "系统", organ: null, now, today };
    const raised = await hazardOf(tx, services, alarm, by, `已 ${limit} 天未恢复`);
    if (raised.ok && raised.value.isNew) opened += 1;
  }
  return { opened, last: waiting.length < atOnce ? undefined : waiting.at(-1) };
}

/** The oldest first, without those a hazard came from already. */
async function findWaiting(alarms: Entry, before: string, after: Waiting | undefined, atOnce: number, reader: Reader) {
  const where = { open: true, kind: ["fault", "shield", "offline"], openedAt: { before } };
  const condition = orThrow(compileQuery(alarms, { where }, reader));
  const behind = after ? sql`and (t.opened_at, t.id) > (${after.openedAt}::timestamptz, ${after.id}::uuid)` : sql``;
  const { rows } = await sql<Waiting>`select t.id, t.opened_at::text as opened_at from ${sql.raw(alarms.table)} t
    where ${condition} ${behind} and not exists (select 1 from hazard_loop.raised_alarm r where r.alarm = t.id)
    order by t.opened_at, t.id limit ${atOnce}`.execute(reader.tx);
  return rows;
}
