/** Standings kept current: everything after a pack, a little after a figure, one after a proof or waiver. Twice is once. */
import { sql } from "kysely";
import { asWorker, type Tx } from "#platform/db.ts";
import { type LiveMessage, pushLive } from "#platform/live.ts";
import type { CellChange } from "#platform/measure/cells.ts";
import { natureOf } from "#platform/measure/compile.ts";
import type { Services } from "#platform/services.ts";
import { addDays, type CalendarDate, subtreeOf } from "#platform/values.ts";
import { type DutyPeriod, yearBefore } from "./domain/periods.ts";
import type { Evidence, Status } from "./domain/standing.ts";
import { readGround } from "./ground.ts";
import { AHEAD_DAYS, type Asked, type JudgedPeriod, type JudgedRow, judgeAll } from "./judge-all.ts";
import { isOwed, LAID, LAID_OUT, type Laid, type LaidDuty, laidDuties } from "./laid.ts";
import { keepStrays } from "./strays.ts";
import { readTree } from "./tree.ts";
import { noteFailures, noteUnjudged } from "./unjudged.ts";
import {
  type Counts,
  count,
  digestOf,
  dropRolls,
  forgetDigests,
  keepDigests,
  noneCounted,
  type RollRow,
  readDigests,
  rollRow,
  rollUp,
  unwritten,
  type Written,
  writeFirst,
  writeRoll,
  writeStandings,
} from "./write-standings.ts";

export const TOPIC = "policy-tasks.standing";
export const READ = "policy-tasks.standing.read";

export type Recomputed = { readonly duties: number; readonly judged: number; readonly changed: number };

/** From the first day of last year: what is older is not judged again. */
export const judgedFrom = (today: CalendarDate): CalendarDate => `${Number(today.slice(0, 4)) - 1}-01-01` as CalendarDate;

const FLUSH = 20_000;
/** Those without a measure share no figures; so many of them are a transaction. */
const BY_HAND_AT_ONCE = 20;
/** So many transactions at once: while one waits for the database, another judges. */
const SIDE_BY_SIDE = 2;

const KEY = sql`hashtextextended('policy-tasks.standings', 0)`;
/** Two computations at once would wait for one another's rows in turn. */
const alone = (tx: Tx) => sql`select pg_advisory_xact_lock(${KEY})`.execute(tx);
/** Different duties have no row in common: side by side, but not beside who holds it alone. */
const besideOthers = (tx: Tx) => sql`select pg_advisory_xact_lock_shared(${KEY})`.execute(tx);

/** Duties, or all, are to be judged whole: noted here, done by `judgePending` in transactions of their own. */
export async function judgeLater(tx: Tx, some?: readonly number[]): Promise<void> {
  await sql`insert into policy_tasks.to_judge (duty) select id from policy_tasks.duty where ended_on is null
    ${some ? sql`and id = any(${some}::int[])` : sql``} order by id on conflict do nothing`.execute(tx);
}

/**
 * Judges what was noted, duties of one measure in one transaction: others see the outbox and the audit chain go on meanwhile, and a stop in the
 * middle is gone on with later. Two at once take different duties.
 */
export async function judgePending(services: Services, isStopping: () => boolean = () => false): Promise<Recomputed> {
  const { db } = services;
  const { rows } = await asWorker(db, (tx) => sql<{ duty: number }>`select duty from policy_tasks.to_judge`.execute(tx));
  const sums = { duties: 0, judged: 0, changed: 0 };
  if (rows.length === 0) return sums;
  const noted = new Set(rows.map(({ duty }) => duty));
  const duties = (await asWorker(db, (tx) => laidDuties(tx))).filter((laid) => noted.has(laid.id)).filter(isOwed);
  const groups = groupsOf(duties);
  const take = async (): Promise<void> => {
    for (let group = groups.shift(); group && !isStopping(); group = groups.shift()) {
      const { duties: done, judged, changed } = await judgeGroup(services, group, isStopping);
      sums.duties += done;
      sums.judged += judged;
      sums.changed += changed;
    }
  };
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, take));
  if (isStopping()) return sums;
  await asWorker(db, async (tx) => {
    await alone(tx);
    await sql`delete from policy_tasks.to_judge j using policy_tasks.duty d where d.id = j.duty and (d.ended_on is not null or d.key = '')`.execute(
      tx,
    );
    await finish(tx, services, sums);
  });
  return sums;
}

/** Duties whose measure cannot be read stop no others: each is tried by itself, and one that fails again is noted and left until all is judged anew. */
async function judgeGroup(services: Services, group: readonly LaidDuty[], isStopping: () => boolean): Promise<Recomputed> {
  const judge = (ids: readonly number[]) => asWorker(services.db, (tx) => judgeNoted(tx, services, ids));
  try {
    return await judge(group.map(({ id }) => id));
  } catch (error) {
    if (isStopping()) throw error;
  }
  const sums = { duties: 0, judged: 0, changed: 0 };
  for (const laid of group) {
    try {
      const { duties, judged, changed } = await judge([laid.id]);
      sums.duties += duties;
      sums.judged += judged;
      sums.changed += changed;
    } catch (error) {
      if (isStopping()) throw error;
      await asWorker(services.db, (tx) => noteUnjudged(services, laid, error, tx));
    }
  }
  return sums;
}

function groupsOf(duties: readonly LaidDuty[]): (readonly LaidDuty[])[] {
  const byMeasure = new Map<string, LaidDuty[]>();
  let byHand = 0;
  for (const laid of duties) {
    const name = laid.content.measure ?? `#${Math.floor(byHand++ / BY_HAND_AT_ONCE)}`;
    byMeasure.set(name, [...(byMeasure.get(name) ?? []), laid]);
  }
  return [...byMeasure.values()];
}

/** Whoever takes the note off does the work. */
async function judgeNoted(tx: Tx, services: Services, ids: readonly number[]): Promise<Recomputed> {
  await besideOthers(tx);
  const { rows } = await sql<{ duty: number }>`delete from policy_tasks.to_judge where duty in (
    select duty from policy_tasks.to_judge where duty = any(${ids}::int[]) order by duty for update skip locked) returning duty`.execute(
    tx,
  );
  const taken = new Set(rows.map(({ duty }) => duty));
  const duties = (await laidDuties(tx, { ids })).filter(isOwed).filter(({ id }) => taken.has(id));
  return duties.length === 0 ? { duties: 0, judged: 0, changed: 0 } : judgeWhole(tx, services, duties);
}

/** All duties, or some, in all their periods, within the transaction given. */
export async function recomputeAll(tx: Tx, services: Services, some?: readonly number[]): Promise<Recomputed> {
  await alone(tx);
  const duties = (await laidDuties(tx, some ? { ids: some } : {})).filter(isOwed);
  const sums = await judgeWhole(tx, services, duties);
  await finish(tx, services, sums);
  return sums;
}

async function judgeWhole(tx: Tx, services: Services, duties: readonly LaidDuty[]): Promise<Recomputed> {
  const failures = noteFailures(services);
  const asked = await askedFor(tx, services, duties, failures.failed);
  const { tree, today, ground } = asked;
  const sums = { duties: duties.length, judged: 0, changed: 0 };
  const before = await readDigests(
    duties.map(({ id }) => id),
    tx,
  );
  const isNew = await unwritten(
    duties.map(({ id }) => id),
    tx,
  );
  const kept = await keepStrays(
    duties.filter(({ id }) => !isNew.has(id)),
    asked,
    failures.failed,
    tx,
  );
  let summed: JudgedPeriod[] = [];
  let firsts: JudgedRow[] = [];
  let rows: JudgedRow[] = [];
  let rolls: RollRow[] = [];
  let digests: (readonly [JudgedPeriod, string])[] = [];
  const flush = async () => {
    await writeFirst(firsts, today, tx);
    const written = await writeStandings(rows, today, tx);
    await dropRolls(summed, rolls, tx);
    await writeRoll(rolls, tx);
    await keepDigests(digests, tx);
    sums.changed += firsts.length + written.length;
    [firsts, rows, rolls, digests, summed] = [[], [], [], [], []];
  };
  for await (const judged of judgeAll(duties, asked)) {
    const digest = digestOf(judged);
    if (!before.isSame(judged, digest)) {
      (isNew.has(judged.laid.id) ? firsts : rows).push(...judged.rows);
      digests.push([judged, digest]);
    }
    rolls.push(...rollUp(judged, { tree, ground, kept }));
    if (!isNew.has(judged.laid.id) && !judged.isSettled) summed.push(judged);
    sums.judged += judged.rows.length;
    if (firsts.length + rows.length + rolls.length >= FLUSH) await flush();
  }
  await flush();
  await failures.note(duties, tx);
  return sums;
}

async function askedFor(tx: Tx, services: Services, duties: readonly LaidDuty[], failed: Asked["failed"]): Promise<Asked> {
  const today = services.clock.today();
  const ids = duties.map(({ id }) => id);
  const seen = { from: judgedFrom(today), to: addDays(today, AHEAD_DAYS) };
  return { tx, services, tree: await readTree(tx), ground: await readGround(tx, ids), today, seen, failed };
}

async function finish(tx: Tx, services: Services, { changed }: Recomputed): Promise<void> {
  await noteComputed(services.clock.now(), tx);
  if (changed > 0) await pushLive(tx, { topic: TOPIC, area: null, permission: READ, data: { again: true, changed } });
}

const noteComputed = (now: Date, tx: Tx) =>
  sql`insert into policy_tasks.computed (at) values (${now.toISOString()}) on conflict (one) do update set at = excluded.at`.execute(tx);

type Some = {
  readonly duties: readonly LaidDuty[];
  readonly only: ReadonlySet<number>;
  readonly isWanted?: (period: DutyPeriod, laid: LaidDuty) => boolean;
};

/** Some duties in some areas, and the sums of the areas above them. @returns the standings that changed */
export async function recomputeSome(tx: Tx, services: Services, { duties, only, isWanted }: Some): Promise<readonly Written[]> {
  await alone(tx);
  const asked = { ...(await askedFor(tx, services, duties, noteFailures(services).failed)), only, isWanted };
  const { today, tree } = asked;
  const judged: JudgedPeriod[] = [];
  for await (const each of judgeAll(duties, asked)) judged.push(each);
  const written = await writeStandings(
    judged.flatMap(({ rows }) => rows),
    today,
    tx,
  );
  if (written.length > 0) await forgetDigests(judged, tx);
  const above = new Set([...only].flatMap((area) => tree.aboveOf(area)));
  const rolls = await rollsOf(judged, above, asked, tx);
  await dropRolls(
    judged.filter(({ isSettled }) => !isSettled),
    rolls,
    tx,
    [...above],
  );
  await writeRoll(rolls, tx);
  await noteComputed(services.clock.now(), tx);
  await tell(written, tx);
  return written;
}

/** The areas above are counted from all that stands below them, not only from what changed. */
async function rollsOf(
  judged: readonly JudgedPeriod[],
  above: ReadonlySet<number>,
  { ground }: Pick<Asked, "ground">,
  tx: Tx,
): Promise<readonly RollRow[]> {
  if (judged.length === 0 || above.size === 0) return [];
  const keys = [...above];
  const { rows } = await sql<{
    duty: number;
    period: string;
    area: number;
    status: Status;
    evidence: Evidence;
    n: number;
  }>`select s.duty, s.period, a.key as area, s.status, s.evidence, count(*)::int as n
    from unnest(${judged.map(({ laid }) => laid.id)}::int[], ${judged.map(({ period }) => period.key)}::text[]) w (duty, period)
    cross join unnest(${keys}::bigint[], ${keys.map((key) => subtreeOf(key).hi)}::bigint[]) a (key, hi)
    join policy_tasks.standing s on s.duty = w.duty and s.period = w.period and s.area > a.key and s.area <= a.hi group by 1, 2, 3, 4, 5`.execute(
    tx,
  );
  const found = new Map<string, Map<number, Counts>>();
  for (const { duty, period, area, n, ...row } of rows) {
    const byArea = found.get(`${duty} ${period}`) ?? new Map<number, Counts>();
    found.set(`${duty} ${period}`, byArea);
    const counts = byArea.get(area) ?? noneCounted();
    byArea.set(area, counts);
    count(counts, row, n);
  }
  const settled = await settledBelow(judged, keys, ground, tx);
  return judged.flatMap((each) =>
    [...(found.get(`${each.laid.id} ${each.period.key}`) ?? [])]
      .filter(([area]) => area >= each.laid.packArea)
      .map(([area, counts]) =>
        rollRow(each, area, counts, ground.isFrozen(area, each.period) || settled.has(`${each.laid.id} ${each.period.key} ${area}`)),
      ),
  );
}

/** Sums all of whose standings are frozen, though the area itself is not. */
async function settledBelow(
  judged: readonly JudgedPeriod[],
  keys: readonly number[],
  ground: Asked["ground"],
  tx: Tx,
): Promise<ReadonlySet<string>> {
  const mixed = judged.filter(({ laid, period }) => ground.isFrozenBelow(laid.packArea, period));
  if (mixed.length === 0) return new Set();
  const { rows } = await sql<{ duty: number; period: string; area: number }>`select s.duty, s.period, a.key as area
    from unnest(${mixed.map(({ laid }) => laid.id)}::int[], ${mixed.map(({ period }) => period.key)}::text[]) w (duty, period)
    cross join unnest(${keys}::bigint[], ${keys.map((key) => subtreeOf(key).hi)}::bigint[]) a (key, hi)
    join policy_tasks.standing s on s.duty = w.duty and s.period = w.period and s.area > a.key and s.area <= a.hi group by 1, 2, 3 having bool_and(s.frozen)`.execute(
    tx,
  );
  return new Set(rows.map(({ duty, period, area }) => `${duty} ${period} ${area}`));
}

const TOLD = 30;

/** Each area hears of its own; many at once are told as "read again". */
async function tell(written: readonly Written[], tx: Tx): Promise<void> {
  if (written.length === 0) return;
  const one = ({ id, area, status }: Written): LiveMessage => ({ topic: TOPIC, area, permission: READ, data: { id, status } });
  if (written.length <= TOLD) await pushLive(tx, ...written.map(one));
  else await pushLive(tx, { topic: TOPIC, area: null, permission: READ, data: { again: true, changed: written.length } });
}

/** After figures were computed again: the duties that rest on them, in the areas and periods concerned. */
export async function followCells(tx: Tx, services: Services, changes: readonly CellChange[]): Promise<void> {
  const names = [...new Set(changes.map(({ measure }) => measure))];
  const { rows } = await sql<
    Laid & { measures: readonly string[] }
  >`select ${LAID}, d.measures from ${LAID_OUT} where d.ended_on is null and d.measures && ${names}::text[]`.execute(tx);
  if (rows.length === 0) return;
  const duties = rows.filter((row): row is LaidDuty & { measures: readonly string[] } => isOwed(row));
  const whole = new Set<number>();
  for (const duty of duties)
    if (changes.some(({ measure, areas }) => areas === null && duty.measures.includes(measure))) whole.add(duty.id);
  if (whole.size > 0) await judgeLater(tx, [...whole]);
  const some = duties.filter(({ id }) => !whole.has(id));
  if (some.length === 0) return;
  const heard = changes.filter(({ measure }) => some.some((duty) => duty.measures.includes(measure)));
  await recomputeSome(tx, services, {
    duties: some,
    only: new Set(heard.flatMap(({ areas }) => areas ?? [])),
    isWanted: (period, laid) =>
      heard.some(
        ({ measure, month }) =>
          (laid as LaidDuty & { measures: readonly string[] }).measures.includes(measure) && touches(period, laid, month, services),
      ),
  });
}

/** A flow moves the periods of its month; a stock or a last known value also those after it. */
function touches(period: DutyPeriod, laid: LaidDuty, month: string, services: Services): boolean {
  const isIn = ({ from, to }: { readonly from: string; readonly to: string }) => from.slice(0, 7) <= month && month <= to.slice(0, 7);
  const own = laid.content.measure === null ? undefined : services.registry.measures.get(laid.content.measure);
  const nature = own && natureOf(own);
  if (nature === "flow" && laid.content.duty.target?.kind !== "baseline") return isIn(period.counted) || period.kind === "once";
  if (isIn(period.counted) || isIn(yearBefore(period.counted)) || period.kind === "once") return true;
  return nature !== "flow" && month <= period.to.slice(0, 7);
}

/** After a proof, a waiver or a target: one duty of one area. */
export const recomputeOne = (tx: Tx, services: Services, laid: LaidDuty, area: number): Promise<readonly Written[]> =>
  recomputeSome(tx, services, { duties: [laid], only: new Set([area]) });
