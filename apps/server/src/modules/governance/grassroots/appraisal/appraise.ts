/** Makes a month's appraisals out of patrols, hazards, tasks and training, and freezes those nobody objected to. Heard or run twice, nothing doubles. */
import { sql } from "kysely";
import { z } from "zod";
import { eraseCase } from "#platform/case/define.ts";
import { moveCase, raiseCase, systemReader } from "#platform/case/store.ts";
import { asWorker, type Tx } from "#platform/db.ts";
import type { Job } from "#platform/jobs.ts";
import type { EventHandler } from "#platform/outbox.ts";
import { ok, orThrow, refuse } from "#platform/result.ts";
import { route } from "#platform/route.ts";
import type { Services } from "#platform/services.ts";
import { type AreaRange, addDays, areaKey, type CalendarDate, calendarDate, isWithin, subtreeOf } from "#platform/values.ts";
import { type MemberMonth, scoreMonth } from "../domain/score.ts";
import { appraisalRule } from "../rules-in-force.ts";
import { APPRAISAL, appraisal } from "./appraisal.ts";

const erased = eraseCase(appraisal);
export const RULE = `rules/grassroots.yaml appraisal ${appraisalRule.confidence}`;

type Figures = Omit<MemberMonth, "planned"> & {
  readonly id: string;
  readonly area: number;
  readonly name: string;
  readonly user: string | null;
  readonly planned: number;
  readonly demo: boolean;
};

/** What every active member did in the month. His hazards are those he registered himself or that came out of his patrols. */
export async function figuresOf(tx: Tx, first: CalendarDate, { lo, hi }: AreaRange): Promise<readonly Figures[]> {
  const last = lastDayOf(first);
  const { rows } =
    await sql<Figures>`select m.id, m.area, m.name, m."user", m.demo, coalesce(m.objects, 0)::int as objects, coalesce(m.patrols_a_month, 0)::int as planned,
      (select count(*)::int from grassroots.patrol p where p.member = m.id and p.deleted_at is null and p.patrolled_on between ${first}::date and ${last}::date) as patrols,
      h.confirmed, h.untrue, t.tasks_due, t.tasks_in_time, k.trained_hours
    from grassroots.grid_member m
    cross join lateral (select count(*) filter (where z.state not in ('found', 'void'))::int as confirmed, count(*) filter (where z.state = 'void')::int as untrue
      from hazard_loop.hazard z where z.deleted_at is null and z.found_on between ${first}::date and ${last}::date and (
        (m."user" is not null and exists (select 1 from platform.timeline l where l.case_id = z.id and l.actor = m."user" and l.code = 'hazard-loop.found'))
        or (z.origin_name = 'grassroots.patrol' and z.origin_id in (select p.id::text from grassroots.patrol p where p.member = m.id)))) h
    cross join lateral (select count(*)::int as tasks_due, count(*) filter (where e.done_on <= e.due_on)::int as tasks_in_time
      from grassroots.event e where e.deleted_at is null and e.handler = m."user" and e.due_on between ${first}::date and ${last}::date) t
    cross join lateral (select coalesce(sum(k.hours), 0)::float8 as trained_hours from grassroots.member_training k where k.member = m.id and k.deleted_at is null
      and k.trained_on between ${addDays(last, -364)}::date and ${last}::date) k
    where m.deleted_at is null and m.status = 'active' and m.area between ${lo} and ${hi} order by m.area, m.id`.execute(tx);
  return rows;
}

const lastDayOf = (first: CalendarDate): CalendarDate => addDays(calendarDate.parse(`${addDays(first, 31).slice(0, 7)}-01`), -1);
const monthBefore = (today: CalendarDate): CalendarDate =>
  calendarDate.parse(`${addDays(calendarDate.parse(`${today.slice(0, 7)}-01`), -1).slice(0, 7)}-01`);

/** @returns how many were made; who has one of that month already keeps it */
export async function appraiseMonth(tx: Tx, services: Services, first: CalendarDate, range: AreaRange): Promise<number> {
  const now = services.clock.now();
  const today = services.clock.today();
  const reader = systemReader(services, tx, now, today);
  const known = await sql<{
    member: string;
  }>`select member from grassroots.appraisal where month = ${first}::date and deleted_at is null`.execute(tx);
  const had = new Set(known.rows.map(({ member }) => member));
  const organs = await sql<{
    id: string;
    area: number;
  }>`select id, area from organizations.v_organ where kind = 'government' and level = 'town'`.execute(tx);
  const organOf = new Map(organs.rows.map(({ id, area }) => [area, id]));
  let made = 0;
  for (const { id, area, name, user, demo, ...month } of await figuresOf(tx, first, range)) {
    if (had.has(id)) continue;
    const { score, grade, expectedPatrols } = scoreMonth(month, appraisalRule);
    if (score === null || grade === "none") continue;
    const { planned: _, ...kept } = month;
    orThrow(
      await raiseCase(
        erased,
        {
          area,
          holderOrgan: organOf.get(Math.floor(area / 1e6) * 1e6) ?? null,
          at: now,
          kind: "system",
          actorName: "系统",
          demo,
          values: {
            says: `${first.slice(0, 7)} ${name}`,
            member: id,
            account: user,
            month: first,
            ...kept,
            expected: expectedPatrols,
            score,
            grade,
            rule: RULE,
            countedOn: today,
          },
        },
        reader,
        services,
      ),
    );
    made += 1;
  }
  return made;
}

/** Nobody objected in time: the month stands. @returns how many */
export async function freezeDue(tx: Tx, services: Services): Promise<number> {
  const now = services.clock.now();
  const today = services.clock.today();
  const { rows } = await sql<{
    id: string;
  }>`select id from grassroots.appraisal where state = 'shown' and due_at < ${now.toISOString()} and deleted_at is null
    order by due_at limit 2000`.execute(tx);
  const by = { actor: null, now, today };
  for (const { id } of rows) orThrow(await moveCase(erased, id, "freeze", {}, by, systemReader(services, tx, now, today)));
  return rows.length;
}

export const appraiseJob: Job = {
  name: "grassroots.appraise",
  cron: "40 0 2 * *",
  run: (_, services) =>
    asWorker(services.db, (tx) => appraiseMonth(tx, services, monthBefore(services.clock.today()), services.city.range)).then(
      () => undefined,
    ),
};
export const freezeJob: Job = {
  name: "grassroots.freeze-appraisals",
  cron: "50 0 * * *",
  run: (_, services) => asWorker(services.db, (tx) => freezeDue(tx, services)).then(() => undefined),
};

/** What was settled is what the list of members shows. */
export const noteSettled: EventHandler = {
  name: "grassroots.appraised",
  types: ["freeze", "uphold", "correct"].map((move) => `${APPRAISAL}.${move}`),
  async handle(event, tx) {
    await sql`update grassroots.grid_member m set last_score = round(coalesce(a.adjusted, a.score))::int, appraised_on = a.frozen_on, version = m.version + 1, updated_at = now()
      from grassroots.appraisal a where a.id = ${String(event.payload.id)} and m.id = a.member
        and a.month = (select max(b.month) from grassroots.appraisal b where b.member = a.member and b.frozen_on is not null and b.deleted_at is null)`.execute(
      tx,
    );
  },
};

export const runAppraisal = route({
  method: "POST",
  path: "/grassroots/appraisals/run",
  summary: "核算一个月的网格员考核",
  description: "每月 2 日自动核算上月；补核只补没有的，已公示的不重算。",
  tag: "网格员考核",
  permission: "grassroots.appraise",
  scope: "owner",
  input: z.object({ month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/), area: z.number().int().pipe(areaKey).optional() }),
  output: z.object({ made: z.number().int() }),
  example: { input: { month: "2026-02" } },
  async run(context, { month, area }) {
    const { tx, services, actor, today } = context;
    const first = calendarDate.parse(`${month}-01`);
    if (lastDayOf(first) >= today) return refuse("invalid", "grassroots.month_not_over");
    if (area !== undefined && !isWithin(area, actor.area)) return refuse("not_found", "ledger.outside_area");
    const made = await appraiseMonth(tx, services, first, area === undefined ? actor.area : subtreeOf(area));
    context.audit({ action: "核算网格员考核", subject: APPRAISAL, detail: { month, made } });
    return ok({ made });
  },
});
