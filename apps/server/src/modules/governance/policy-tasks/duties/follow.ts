/** What keeps standings current by itself: packs that change, figures, dealings, days. */
import { sql } from "kysely";
import { asWorker, type Tx } from "#platform/db.ts";
import type { Job } from "#platform/jobs.ts";
import type { EventHandler } from "#platform/outbox.ts";
import type { Services } from "#platform/services.ts";
import { DEALT_WITH, TARGET_SET } from "./act.ts";
import { actOnLate } from "./act-on-late.ts";
import { moveTargets } from "./ground.ts";
import { findLaid, isOwed, knowMeasures, laidDuties, layOut } from "./laid.ts";
import { judgeLater, judgePending, recomputeOne } from "./recompute.ts";

const PACK_CHANGED = "policy-tasks.pack-changed";

/** A pack put in force or ended: its duties are laid out and judged from the start. */
export const followPacks: EventHandler = {
  name: "policy-tasks.follow-packs",
  types: [PACK_CHANGED],
  async handle(_, tx, services) {
    await layOut(tx, services);
    await judgeLater(tx);
  },
};

/** Areas merged, moved or renamed: other organs owe, in other places. */
export const followAreas: EventHandler = {
  name: "policy-tasks.follow-areas",
  types: ["organizations.areas-changed"],
  async handle({ payload }, tx, services) {
    const changed = payload.changed as readonly { readonly from: number; readonly to: number }[];
    await sql`delete from policy_tasks.roll r where r.area = any(${changed.map(({ from }) => from)}::bigint[])
      and not policy_tasks.is_frozen(r.area, r.period)`.execute(tx);
    for (const { from, to } of changed) await moveTargets(tx, from, to);
    await layOut(tx, services);
    await judgeLater(tx);
  },
};

export const followDealings: EventHandler = {
  name: "policy-tasks.follow-dealings",
  types: [DEALT_WITH],
  async handle({ payload }, tx, services) {
    const laid = await findLaid(tx, Number(payload.duty));
    const { rows } = await sql<{ area: number }>`select area from policy_tasks.standing where id = ${String(payload.id)}`.execute(tx);
    if (laid && isOwed(laid) && rows[0]) await recomputeOne(tx, services, laid, rows[0].area);
  },
};

export const followTargets: EventHandler = {
  name: "policy-tasks.follow-targets",
  types: [TARGET_SET],
  async handle({ payload }, tx) {
    await judgeLater(tx, [Number(payload.duty)]);
  },
};

/** Each morning: documents that begin or end today, days that have passed, rules of what is late. */
export const daily: Job = {
  name: "policy-tasks.standings",
  cron: "10 0 * * *",
  run: (_, services) => runDaily(services),
};

export async function runDaily(services: Services, isStopping?: () => boolean): Promise<void> {
  await asWorker(services.db, async (tx) => {
    await layOut(tx, services);
    await judgeLater(tx);
  });
  await judgePending(services, isStopping);
  if (!isStopping?.()) await actOnAllLate(services, isStopping);
}

/** As many at once as a short transaction holds, until nothing is left. */
async function actOnAllLate(services: Services, isStopping?: () => boolean): Promise<void> {
  while (!isStopping?.() && (await asWorker(services.db, (tx) => actOnLate(tx, services))) > 0);
}

/** How long after the start the rules of what is late are applied, should the program have stood still at midnight. */
const CATCH_UP_MS = 60_000;
/** How often what was noted for judging is looked at. */
const LOOK_MS = 400;

/** At start: this process knows the measures; what binds is laid out and judged while people work already. */
export async function start(services: Services): Promise<() => Promise<void>> {
  const { db, log, config } = services;
  if (!config.roles.has("worker")) {
    await asWorker(db, (tx) => knowMeasures(tx, services));
    return async () => undefined;
  }
  const warn = (error: unknown) => log.warn({ err: error }, "standings");
  let stopped = false;
  let waiting = 0;
  // First the measures, so that their cells are built with the others; these tell when they are there.
  let running: Promise<unknown> = asWorker(db, (tx) => judgeAtStart(tx, services)).catch(warn);
  const then = (work: () => Promise<unknown>) => {
    waiting += 1;
    running = running
      .then(() => (stopped ? undefined : work()))
      .catch(warn)
      .finally(() => {
        waiting -= 1;
      });
  };
  await asWorker(db, (tx) => knowMeasures(tx, services)).catch(warn);
  const isStopping = () => stopped;
  const looking = setInterval(() => waiting === 0 && then(() => judgePending(services, isStopping)), LOOK_MS);
  const catchingUp = setTimeout(() => then(() => actOnAllLate(services, () => stopped)), CATCH_UP_MS);
  return async () => {
    stopped = true;
    clearInterval(looking);
    clearTimeout(catchingUp);
    await running;
  };
}

/** What rests on figures waits on a first start until its cells were built: half of them would be told as turns that never were. */
async function judgeAtStart(tx: Tx, services: Services): Promise<void> {
  await layOut(tx, services);
  const { rows } = await sql`select 1 from policy_tasks.standing where evidence = 'computed' limit 1`.execute(tx);
  const byHand = (await laidDuties(tx)).filter((laid) => isOwed(laid) && laid.content.measure === null).map(({ id }) => id);
  await judgeLater(tx, rows.length > 0 ? undefined : byHand);
}
