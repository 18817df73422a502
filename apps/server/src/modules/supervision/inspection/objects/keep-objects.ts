/** Keeps one object for every unit: new units are taken up, names and places follow, a finished check moves the day it is due again. */
import { sql } from "kysely";
import { systemReader } from "#platform/case/store.ts";
import type { Tx } from "#platform/db.ts";
import { asWorker } from "#platform/db.ts";
import type { Job } from "#platform/jobs.ts";
import type { Row } from "#platform/ledger/define.ts";
import { findRow } from "#platform/ledger/read.ts";
import { applyChange, insertRows, uuidv7 } from "#platform/ledger/write.ts";
import type { EventHandler } from "#platform/outbox.ts";
import type { Services } from "#platform/services.ts";
import { addDays, type CalendarDate } from "#platform/values.ts";
import { object } from "./object.ts";
import { initialRisk } from "./supervision-class.ts";

const BATCH = 2_000;

type Unit = {
  readonly id: string;
  readonly area: number;
  readonly name: string;
  readonly kind: string;
  readonly grade: string | null;
  readonly highRisk: boolean | null;
  readonly regulator: string | null;
  readonly townOrgan: string | null;
  readonly demo: boolean;
};

/** Takes up every unit that is no object yet, or one alone. The town's government is its area supervisor, the unit's regulator its line. @returns how many */
export async function takeUpUnits(tx: Tx, services: Services, unit?: string): Promise<number> {
  const today = services.clock.today();
  const scope = { area: services.city.range, unitId: null, userId: null };
  let taken = 0;
  for (;;) {
    const { rows } = await sql<Unit>`select u.id, u.area, u.name, u.kind, u.grade, u.high_risk, u.regulator, u.demo,
        (select o.id from organizations.organ o where o.area = u.area / 1000000 * 1000000 and o.kind = 'government' and o.level = 'town' and o.deleted_at is null limit 1) as town_organ
      from places.unit u where u.deleted_at is null ${unit ? sql`and u.id = ${unit}` : sql``}
        and not exists (select 1 from inspection.object o where o.unit = u.id and o.deleted_at is null) order by u.id limit ${BATCH}`.execute(
      tx,
    );
    if (rows.length === 0) return taken;
    await insertRows(
      services.catalog.get(object.name),
      rows.map((each) => stored(each, today, services)),
      { tx, sealer: services.sealer, scope },
    );
    taken += rows.length;
  }
}

function stored(unit: Unit, today: CalendarDate, services: Services) {
  const { risk, why } = initialRisk({ kind: unit.kind, grade: unit.grade, highRisk: unit.highRisk });
  return {
    id: uuidv7(services.clock.now().getTime()),
    area: unit.area,
    demo: unit.demo,
    values: {
      unit: unit.id,
      unitName: unit.name,
      kind: unit.kind,
      grade: unit.grade,
      highRisk: unit.highRisk,
      industryOrgan: unit.regulator,
      areaOrgan: unit.townOrgan,
      risk,
      credit: "unknown",
      classWhy: `初评：${why}（默认规则，待核定）`,
      classOn: today,
      // Demonstration units have been on the register for a while, so that some are due.
      takenOn: unit.demo ? addDays(today, -(Number.parseInt(unit.id.slice(-4), 16) % 1_000)) : today,
      checks: 0,
    },
  };
}

/** Name, place, kind and regulator are the unit's; an object says what the unit says now, and is due when that demands. */
export async function followUnits(tx: Tx, services: Services, unit?: string): Promise<void> {
  const { rows: judged } = await sql<{ id: string }>`select o.id from inspection.object o join places.unit u on u.id = o.unit
    where o.deleted_at is null and u.deleted_at is null ${unit ? sql`and u.id = ${unit}` : sql``}
      and (o.kind, o.grade, o.high_risk) is distinct from (u.kind, u.grade, u.high_risk) order by o.id`.execute(tx);
  await sql`update inspection.object o set area = u.area, unit_name = u.name, search_text = lower(u.name), kind = u.kind, grade = u.grade, high_risk = u.high_risk,
      industry_organ = u.regulator, industry_person = case when o.industry_organ is not distinct from u.regulator then o.industry_person end, deleted_at = u.deleted_at, deleted_why = case when u.deleted_at is null then null else '单位已注销' end,
      version = o.version + 1, updated_at = now()
    from places.unit u where o.unit = u.id ${unit ? sql`and u.id = ${unit}` : sql``}
      and (o.area, o.unit_name, o.kind, o.grade, o.high_risk, o.industry_organ, o.deleted_at) is distinct from (u.area, u.name, u.kind, u.grade, u.high_risk, u.regulator, u.deleted_at)`.execute(
    tx,
  );
  // What the law demands of a key unit or a kind, and so the interval, is derived from these facts.
  const reader = systemReader(services, tx, services.clock.now(), services.clock.today());
  for (const { id } of judged) {
    const row = await findRow(services.catalog.get(object.name), id, reader, true);
    if (row) await changeObject(row, {}, tx, services);
  }
}

export const followUnit: EventHandler = {
  name: "inspection.follow-unit",
  types: ["places.unit.saved"],
  async handle({ payload }, tx, services) {
    if (typeof payload.id !== "string") return;
    await followUnits(tx, services, payload.id);
    await takeUpUnits(tx, services, payload.id);
  },
};

export const followAllUnits: Job = {
  name: "inspection.follow-units",
  cron: "27 2 * * *",
  run: (_, services) =>
    asWorker(services.db, async (tx) => {
      await followUnits(tx, services);
      await takeUpUnits(tx, services);
    }),
};

/** Changes an object's row and what follows from it. */
export async function changeObject(row: Row, values: Readonly<Record<string, unknown>>, tx: Tx, services: Services): Promise<void> {
  const reader = systemReader(services, tx, services.clock.now(), services.clock.today());
  await applyChange(services.catalog.get(object.name), row.id, row.version, { ...row, ...values }, values, reader);
}

/** A check that took place counts; one that could not, or of a later day already counted, does not move the day. Idempotent: counted anew. */
export const countCheck: EventHandler = {
  name: "inspection.count-check",
  types: ["inspection.task.finish"],
  handle: ({ payload }, tx, services) => countChecksOf(String(payload.id), tx, services),
};

/** What the unit of a finished task has behind it, put on its object. */
export async function countChecksOf(taskId: string, tx: Tx, services: Services): Promise<void> {
  const { rows } = await sql<{ objectId: string; lastOn: string | null; checks: number }>`select o.id as object_id,
        (select max(d.done_on) from inspection.task d where d.unit = t.unit and d.state = 'done' and d.result <> 'notDone') as last_on,
        (select count(*)::int from inspection.task d where d.unit = t.unit and d.state = 'done' and d.result <> 'notDone') as checks
      from inspection.task t join inspection.object o on o.unit = t.unit and o.deleted_at is null where t.id = ${taskId}`.execute(tx);
  const found = rows[0];
  if (!found) return;
  const reader = systemReader(services, tx, services.clock.now(), services.clock.today());
  const row = await findRow(services.catalog.get(object.name), found.objectId, reader, true);
  if (row) await changeObject(row, { lastCheckedOn: found.lastOn ?? row.lastCheckedOn, checks: found.checks }, tx, services);
}
