/** What keeps standings current by itself: packs that change, figures, dealings, days. */
import { sql } from "kysely";
import { INTERVIEW, prepareInterview } from "#modules/supervision/supervision-listing/index.ts";
import { tellOrgan } from "#platform/case/notices.ts";
import { asWorker, type Tx } from "#platform/db.ts";
import type { Job } from "#platform/jobs.ts";
import { uuidv7 } from "#platform/ledger/write.ts";
import type { EventHandler } from "#platform/outbox.ts";
import { orThrow } from "#platform/result.ts";
import type { Services } from "#platform/services.ts";
import { addDays } from "#platform/values.ts";
import { DEALT_WITH, TARGET_SET } from "./act.ts";
import { findLaid, isOwed, knowMeasures, type LaidDuty, laidDuties, layOut } from "./laid.ts";
import { judgeLater, judgePending, recomputeOne } from "./recompute.ts";

const STANDING = "policy-tasks.standing";
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
    const ended = (payload.changed as readonly { readonly from: number }[]).map(({ from }) => from);
    await sql`delete from policy_tasks.roll where area = any(${ended}::bigint[]) and not exists (select from policy_tasks.frozen_year f
      where f.area = policy_tasks.roll.area and policy_tasks.roll.period like f.year || '%')`.execute(tx);
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

type Late = {
  readonly id: string;
  readonly duty: number;
  readonly area: number;
  readonly organ: string;
  readonly dueOn: string;
  readonly days: number;
};
const MANY = 5_000;

/** The rules of a pack for what is late: urge, report to the leading organ, draft an interview for it; each on its day, once. @returns how many acted */
export async function actOnLate(tx: Tx, services: Services): Promise<number> {
  const today = services.clock.today();
  const now = services.clock.now();
  const laid = new Map((await laidDuties(tx)).filter(isOwed).map((each) => [each.id, each]));
  const ruled = [...laid.values()].filter(({ content }) => content.duty.after.length > 0);
  if (ruled.length === 0) return 0;
  let acted = 0;
  const { rows } =
    await sql<Late>`select s.id, s.duty, s.area, s.organ, s.due_on, (${today}::date - coalesce(s.turned_on, s.due_on + 1))::int as days from policy_tasks.standing s
    where s.status = 'overdue' and not s.frozen and s.duty = any(${ruled.map(({ id }) => id)}::int[]) and s.period_to >= ${addDays(today, -400)}::date
    order by s.due_on limit ${MANY}`.execute(tx);
  for (const late of rows) {
    const of = laid.get(late.duty);
    for (const rule of of?.content.duty.after ?? []) {
      if (!of || rule.days > late.days) continue;
      const to = rule.do === "urge" ? late.organ : (of.leads[0] ?? late.organ);
      const message = wordsOf(rule.do, late);
      const { rows: made } =
        await sql`insert into policy_tasks.urging (id, standing, area, organ, kind, rule_days, message, on_day, at, to_organ)
        values (${uuidv7(now.getTime())}, ${late.id}, ${late.area}, ${late.organ}, ${rule.do}, ${rule.days}, ${message}, ${today}::date, ${now.toISOString()}, ${to})
        on conflict (standing, kind, rule_days) where rule_days is not null do nothing returning id`.execute(tx);
      if (made.length === 0) continue;
      acted += 1;
      const drafted = rule.do === "interview" ? await draftInterview(tx, services, of, late) : undefined;
      await tellOrgan(tx, {
        ...(drafted
          ? { caseName: INTERVIEW, caseId: drafted.id, area: drafted.area }
          : { caseName: STANDING, caseId: late.id, area: late.area }),
        organ: drafted?.host ?? to,
        note: message,
        subject: of.content.duty.text,
        at: now,
      });
    }
  }
  return acted;
}

type Drafted = { readonly id: string; readonly host: string; readonly area: number };

/** The organ that leads the duty is to talk to whoever is late; where that is itself, the organ above. It confirms the draft or discards it. */
async function draftInterview(tx: Tx, services: Services, of: LaidDuty, late: Late): Promise<Drafted | undefined> {
  const { rows } = await sql<{
    id: string;
    area: number;
    who: string;
  }>`select h.id, h.area, o.short_name as who from organizations.v_organ o
      join organizations.v_organ h on h.id = ${of.leads[0] ?? null}::uuid and h.id <> o.id or (coalesce(${of.leads[0] ?? null}::uuid, o.id) = o.id and h.id = o.parent)
    where o.id = ${late.organ} limit 1`.execute(tx);
  const host = rows[0];
  if (!host) return undefined;
  const { clause, duty } = of.content;
  const made = orThrow(
    await prepareInterview(tx, services, {
      ...{ host: host.id, area: host.area, title: `${duty.text}逾期`, who: host.who, why: `期限 ${late.dueOn}，逾期 ${late.days} 天` },
      ...{ origin: `${clause.id} 逾期规则`, originKey: `policy-tasks.duty/${of.id}` },
    }),
  );
  return { id: made, host: host.id, area: host.area };
}

const wordsOf = (rule: "urge" | "report" | "interview", { dueOn }: Late): string =>
  rule === "urge"
    ? `逾期催办，期限 ${dueOn}`
    : rule === "report"
      ? `逾期未完成，报请关注，期限 ${dueOn}`
      : `逾期未完成，已拟约谈，请确认，期限 ${dueOn}`;

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
  if (!isStopping?.()) await asWorker(services.db, (tx) => actOnLate(tx, services));
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
  const catchingUp = setTimeout(() => then(() => asWorker(db, (tx) => actOnLate(tx, services))), CATCH_UP_MS);
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
