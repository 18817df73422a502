/**
 * Carries a confirmed change out: the plan of the day is laid down, rows move a table at a time, and one last transaction ends the old areas, draws
 * their lines and tells everybody. Stopped anywhere it goes on where it was; what is done is not done again.
 */
import { randomBytes } from "node:crypto";
import { sql } from "kysely";
import { areaColumns, hooksOf } from "#platform/areas/places.ts";
import { type Hand, moveRows, organColumns, passOn, strayMoves } from "#platform/areas/rekey.ts";
import { writeAudit } from "#platform/audit.ts";
import { asWorker, type Tx } from "#platform/db.ts";
import type { Job } from "#platform/jobs.ts";
import { findRow, type Reader } from "#platform/ledger/read.ts";
import { applyChange, removeRow } from "#platform/ledger/write.ts";
import { pushLive } from "#platform/live.ts";
import { markViews } from "#platform/measure/watch.ts";
import { type EventHandler, publish } from "#platform/outbox.ts";
import type { Services } from "#platform/services.ts";
import { addDays } from "#platform/values.ts";
import { organ } from "../organ.ts";
import { adjustmentOf, isProblem } from "./asked.ts";
import { draftOf } from "./ground.ts";
import { uniteOutlines } from "./outline.ts";
import { dueAdjustments, findAdjustment, noteStep, type Stored, type StoredPlan, stepsTaken } from "./store.ts";

export const AREAS_CHANGED = "organizations.areas-changed";
export const AREAS_TOPIC = "organizations.areas";
export const CONFIRMED = "organizations.adjustment-confirmed";
const CARRY_OUT = "organizations.adjust-areas";
const FINISH = "finish";

/** Begun changes first, then those whose day has come. One that cannot be done says so and does not hold up the next; the job fails at the end. */
export async function carryOutDue(services: Services): Promise<void> {
  const failures: unknown[] = [];
  for (const id of await asWorker(services.db, (tx) => dueAdjustments(tx, services.clock.today())))
    await carryOut(id, services).catch(async (error: unknown) => {
      failures.push(error);
      const incident = randomBytes(3).toString("hex").toUpperCase();
      services.log.error({ err: error, incident, adjustment: id }, "adjustment of areas broke off");
      await noteTrouble(id, incident, services).catch((second: unknown) => failures.push(second));
    });
  if (failures.length > 1) throw new AggregateError(failures, failures.map(String).join("; "));
  if (failures.length === 1) throw failures[0];
}

/** People are shown the number; what happened stands in the log under it. */
const noteTrouble = (id: string, incident: string, { db }: Services) =>
  asWorker(db, (tx) => sql`update organizations.area_adjustment set trouble = ${incident} where id = ${id}`.execute(tx));

export const carryOutJob: Job = { name: CARRY_OUT, cron: "2 0 * * *", run: (_, services) => carryOutDue(services) };

/** Confirmed for today or a day that has passed: begun at once. */
export const startConfirmed: EventHandler = {
  name: "organizations.start-adjustments",
  types: [CONFIRMED],
  handle: (_, __, { jobs }) => jobs.send(CARRY_OUT, {}, { singletonKey: CARRY_OUT }),
};

/** Rows that were written to an old area while it changed, or brought in late from a telephone without a network. */
export const sweepJob: Job = {
  name: "organizations.sweep-areas",
  cron: "40 * * * *",
  run: async (_, services) => void (await sweepEnded(services)),
};

export async function sweepEnded(services: Services): Promise<number> {
  const { rows } = await sql<{
    id: string;
  }>`select id from organizations.area_adjustment where state = 'done' and done_at > ${services.clock.now().toISOString()}::timestamptz - interval '30 days' order by done_at`.execute(
    services.db,
  );
  let moved = 0;
  for (const { id } of rows) {
    const adjustment = await asWorker(services.db, (tx) => findAdjustment(tx, id));
    if (adjustment?.plan) moved += await moveAll(adjustment.plan, handOf(adjustment, services), services);
  }
  return moved;
}

const handOf = ({ approvedBy }: Stored, { db, registry }: Services): Hand => ({ db, hooks: hooksOf(registry.modules), by: approvedBy });

async function moveAll(plan: StoredPlan, hand: Hand, { db }: Services): Promise<number> {
  let moved = 0;
  for (const column of await asWorker(db, areaColumns)) moved += await moveRows(column, [...plan.moves, ...plan.strays], hand);
  return moved;
}

export async function carryOut(id: string, services: Services): Promise<void> {
  const { db, clock } = services;
  const begun = await asWorker(db, (tx) => begin(id, tx, services));
  if (!begun) return;
  const { adjustment, plan } = begun;
  const hand = handOf(adjustment, services);
  const taken = await asWorker(db, (tx) => stepsTaken(tx, id));
  const step = async (name: string, work: () => Promise<number>): Promise<void> => {
    if (taken.has(name)) return;
    const rows = await work();
    await asWorker(db, (tx) => noteStep(tx, id, name, rows, clock.now()));
  };
  const change = { areas: plan.moves, organs: plan.organs.ended.map(({ from, to }) => ({ from, to })), by: hand.by, now: clock.now() };
  await step("settle", () =>
    asWorker(db, async (tx) => {
      for (const hook of hand.hooks) await hook.settle?.(tx, change);
      return 0;
    }),
  );
  await step("organs", () => asWorker(db, (tx) => changeOrgans(adjustment, plan, tx, services)));
  for (const column of organColumns(services.catalog, hand.hooks))
    await step(`organ ${column.table}.${column.column}`, () => passOn(column, change.organs, hand));
  for (const column of await asWorker(db, areaColumns))
    await step(`${column.part}.${column.column}`, () => moveRows(column, [...plan.moves, ...plan.strays], hand));
  await asWorker(db, (tx) => finish(id, plan, tx, services));
  // What was written to the old areas while they ended.
  await moveAll(plan, hand, services);
  await markViews(db);
}

/** @returns nothing when there is nothing to do: done, withdrawn, not due, or refused by what has changed since it was confirmed */
async function begin(
  id: string,
  tx: Tx,
  services: Services,
): Promise<{ readonly adjustment: Stored; readonly plan: StoredPlan } | undefined> {
  const adjustment = await findAdjustment(tx, id, true);
  if (!adjustment) return undefined;
  if (adjustment.state === "running" && adjustment.plan) return { adjustment, plan: adjustment.plan };
  if (adjustment.state !== "approved" || adjustment.effectiveOn > services.clock.today()) return undefined;
  const change = adjustmentOf(adjustment.given);
  const draft = isProblem(change)
    ? undefined
    : await draftOf(change, adjustment.effectiveOn, { tx, services, within: services.city.range });
  const problems = isProblem(change) ? [change] : (draft?.problems ?? []);
  if (!draft || problems.length > 0) {
    await sql`update organizations.area_adjustment set state = 'failed', problems = ${JSON.stringify(problems)}::jsonb where id = ${id}`.execute(
      tx,
    );
    return undefined;
  }
  const columns = await areaColumns(tx);
  const plan: StoredPlan = { ...draft.plan, strays: await strayMoves(tx, columns, draft.plan.moves) };
  await makeAreas(plan, tx);
  const steps = columns.length + organColumns(services.catalog, hooksOf(services.registry.modules)).length + 3;
  const now = services.clock.now().toISOString();
  await sql`update organizations.area_adjustment set state = 'running', plan = ${JSON.stringify(plan)}::jsonb, steps = ${steps}, started_at = ${now}, trouble = null
    where id = ${id}`.execute(tx);
  return { adjustment, plan };
}

async function makeAreas({ made }: StoredPlan, tx: Tx): Promise<void> {
  await sql`insert into platform.area (key, level, parent, code, name, full_name, pinyin, lon, lat, attributes, valid_from)
    select key, level, parent, code, name, "fullName", pinyin, lon, lat, attributes, "validFrom"
    from jsonb_to_recordset(${JSON.stringify(made)}::jsonb) as x(key bigint, level text, parent bigint, code text, name text, "fullName" text, pinyin text,
      lon float8, lat float8, attributes jsonb, "validFrom" date) order by key`.execute(tx);
}

/** Organs that go on bear the name of their place and stand under the right one; the others end with their posts. */
async function changeOrgans({ document, approvedBy }: Stored, { organs }: StoredPlan, tx: Tx, services: Services): Promise<number> {
  await sql`select set_config('suiren.user', ${approvedBy ?? ""}, true)`.execute(tx);
  const { catalog, clock, sealer, city } = services;
  const entry = catalog.get(organ.name);
  const scope = { area: city.range, unitId: null, userId: approvedBy };
  const reader: Reader = { tx, catalog, sealer, scope, moments: { today: clock.today(), now: clock.now() } };
  const changes = new Map<string, Record<string, unknown>>();
  for (const { id, name, shortName } of organs.renamed) changes.set(id, { name, shortName });
  for (const { id, parent } of organs.under) changes.set(id, { ...changes.get(id), parent });
  for (const [id, values] of changes) {
    const row = await findRow(entry, id, reader, true);
    if (row && Object.keys(values).some((key) => row[key] !== values[key]))
      await applyChange(entry, id, row.version, { ...row, ...values }, values, reader);
  }
  for (const { from, into } of organs.ended) {
    await removeRow(entry, from, `并入${into}（${document}）`, reader);
    await sql`update organizations.post set deleted_at = now(), deleted_why = ${`并入${into}`}, version = version + 1, updated_at = now()
      where organ = ${from} and deleted_at is null`.execute(tx);
  }
  return changes.size + organs.ended.length;
}

async function finish(id: string, plan: StoredPlan, tx: Tx, services: Services): Promise<void> {
  const adjustment = await findAdjustment(tx, id, true);
  if (adjustment?.state !== "running") return;
  const { effectiveOn, given, names, document, reason, approvedBy, approvedByName } = adjustment;
  await drawLines(id, given.kind, plan, effectiveOn, tx);
  const ended = plan.moves.map(({ from }) => from);
  // While those that end still have theirs.
  await uniteOutlines(plan, services.city.code, document, tx);
  await sql`update platform.area set valid_to = ${addDays(effectiveOn, -1)}::date where key = any(${ended}::bigint[]) and valid_to is null`.execute(
    tx,
  );
  await sql`update platform.area a set name = x.name, full_name = x."fullName", pinyin = x.pinyin
    from jsonb_to_recordset(${JSON.stringify(plan.renamed)}::jsonb) as x(key bigint, name text, "fullName" text, pinyin text) where a.key = x.key`.execute(
    tx,
  );
  const now = services.clock.now().toISOString();
  await noteStep(tx, id, FINISH, ended.length, services.clock.now());
  await sql`update organizations.area_adjustment set state = 'done', done_at = ${now}, trouble = null where id = ${id}`.execute(tx);
  const changed = plan.moves.map(({ from, to, kind }) => ({ from, to, kind }));
  await writeAudit(tx, {
    action: "执行行政区划调整",
    actor: approvedBy,
    actorName: approvedByName ?? "",
    subject: "organizations.area-adjustment",
    subjectId: id,
    detail: { kind: given.kind, names, effectiveOn, document, reason, changed },
  });
  await publish(tx, {
    type: AREAS_CHANGED,
    actor: approvedBy,
    id,
    kind: given.kind,
    names,
    effectiveOn,
    document,
    changed,
    renamed: plan.renamed.map(({ key }) => key),
  });
  await pushLive(tx, { topic: AREAS_TOPIC, area: null, permission: "organizations.organ.read", data: { id } });
}

const OF_AREA = { merge: "merge", move: "move" } as const;

/** What each became, under both names of the day. */
async function drawLines(id: string, kind: string, plan: StoredPlan, on: string, tx: Tx): Promise<void> {
  const [top] = plan.renamed;
  const lines = [
    ...plan.moves.map((move) => ({ from: move.from, to: move.to, kind: OF_AREA[move.kind] as string })),
    ...plan.split.map(({ from, to }) => ({ from, to, kind: "split" })),
    ...(kind === "rename" && top ? [{ from: top.key, to: top.key, kind: "rename" }] : []),
  ];
  await sql`insert into platform.area_change (from_key, to_key, changed_on, kind, adjustment, from_name, to_name)
    select x."from", x."to", ${on}::date, x.kind, ${id}, f.name, coalesce(x.name, t.name)
    from jsonb_to_recordset(${JSON.stringify(lines.map((line) => ({ ...line, name: line.kind === "rename" ? top?.name : null })))}::jsonb) as x("from" bigint, "to" bigint, kind text, name text)
      join platform.area f on f.key = x."from" join platform.area t on t.key = x."to" on conflict do nothing`.execute(tx);
}
