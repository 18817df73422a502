/** The page 消安委: every committee of the area as a tree, the meetings each owes and held this year, the next one; and who answers what it is asked. */
import { sql } from "kysely";
import { z } from "zod";
import { ok } from "#platform/result.ts";
import { route } from "#platform/route.ts";
import { COMMITTEE } from "./committee.ts";
import { type OwedPeriod, owedIn, type Rhythm } from "./domain/owed.ts";
import { actsFor } from "./people.ts";

const period = z.object({
  key: z.string(),
  from: z.string(),
  to: z.string(),
  held: z.number().int(),
  state: z.enum(["met", "due", "missed", "ahead"]),
  daysLeft: z.number().int(),
});
const next = z.object({ id: z.uuid(), title: z.string(), beginsAt: z.string(), state: z.string() }).nullable();
const shown = z
  .object({
    id: z.uuid(),
    name: z.string(),
    level: z.enum(["city", "county", "town"]),
    area: z.number().int(),
    areaName: z.string(),
    chair: z.string().nullable(),
    chairPost: z.string().nullable(),
    members: z.number().int(),
    complete: z.boolean(),
    lacking: z.string().nullable(),
    executive: z.array(period).describe("政府常务会议：本年各期"),
    plenary: z.object({ owed: z.number().int().nullable(), held: z.number().int() }),
    consultation: z.object({ everyDays: z.number().int().nullable(), lastOn: z.string().nullable(), late: z.boolean() }),
    next,
    minutes: next.describe("纪要还没有签发的会议"),
    openTasks: z.number().int(),
    overdueTasks: z.number().int(),
    acts: z.boolean(),
  })
  .meta({ id: "CommitteeShown", description: "一个消安委：机构、会议应开与已开、下次会议、会议任务" });
type Shown = z.output<typeof shown>;

type Found = {
  readonly id: string;
  readonly name: string;
  readonly level: Shown["level"];
  readonly area: number;
  readonly areaName: string;
  readonly chair: string | null;
  readonly chairPost: string | null;
  readonly members: number;
  readonly complete: boolean | null;
  readonly lacking: string | null;
  readonly plenaryPerYear: number | null;
  readonly executiveEvery: Rhythm | null;
  readonly owedSince: string | null;
  readonly consultEveryDays: number | null;
  readonly organ: string | null;
  readonly secretariat: string | null;
  readonly government: string;
  readonly openTasks: number;
  readonly overdueTasks: number;
};
type Meeting = {
  readonly id: string;
  readonly committee: string;
  readonly kind: string;
  readonly heldOn: string | null;
  readonly beginsAt: string;
  readonly title: string;
  readonly state: string;
};

const daysSince = (day: string, today: string): number => Math.round((Date.parse(today) - Date.parse(day)) / 86_400_000);

export const showCommittees = route({
  method: "GET",
  path: "/committee/overview",
  summary: "消安委总览",
  tag: "消安委",
  permission: `${COMMITTEE}.read`,
  composed: ["lacking"],
  input: z.object({ year: z.coerce.number().int().min(2000).max(2100).optional(), towns: z.enum(["true", "false"]).default("false") }),
  output: z.object({
    year: z.number().int(),
    committees: z.array(shown),
    towns: z.object({ all: z.number().int(), established: z.number().int() }).describe("街镇数与已成立消安委的街镇数"),
  }),
  async run({ tx, actor, today }, { year: asked, towns }) {
    const year = asked ?? Number(today.slice(0, 4));
    const { lo, hi } = actor.area;
    const levels = towns === "true" ? ["city", "county", "town"] : ["city", "county"];
    const only = (
      await sql<{ n: number }>`select count(*)::int as n from committee.committee where level in ('city', 'county') and deleted_at is null
      and area between ${lo} and ${hi}`.execute(tx)
    ).rows[0]?.n;
    const { rows } =
      await sql<Found>`select c.id, c.name, c.level, c.area, a.name as area_name, c.chair, c.chair_post, c.complete, c.lacking, c.plenary_per_year,
        c.executive_every, c.owed_since, c.consult_every_days, c.organ, c.secretariat, c.government,
        (select count(*)::int from committee.member m where m.committee = c.id and m.deleted_at is null and m.duty = 'member') as members,
        count(t.id) filter (where t.closed_at is null)::int as open_tasks,
        count(t.id) filter (where t.closed_at is null and t.due_on < ${today} and t.state in ('toSign', 'doing'))::int as overdue_tasks
      from committee.committee c join platform.area a on a.key = c.area
        left join committee.meeting m on m.committee = c.id and m.deleted_at is null and m.issued_on is not null
        left join policy_tasks.task t on t.source_kind = 'minutes' and t.source_id = m.id::text and t.deleted_at is null
      where c.deleted_at is null and c.level = any(${only === 0 ? ["town"] : levels}::text[]) and c.area between ${lo} and ${hi}
      group by c.id, a.name order by array_position(array['city', 'county', 'town'], c.level), c.area limit 300`.execute(tx);
    const meetings = await sql<Meeting>`select id, committee, kind, held_on, begins_at, title, state from committee.meeting
      where deleted_at is null and committee = any(${rows.map(({ id }) => id)}::uuid[]) and state <> 'cancelled'
        and (closed_at is null or held_on between ${`${year}-01-01`}::date and ${`${year}-12-31`}::date) order by begins_at`.execute(tx);
    const small = await sql<{
      all: number;
      established: number;
    }>`select count(*)::int as all, count(*) filter (where exists (select 1 from committee.committee c
        where c.government = o.id and c.level = 'town' and c.founding_number is not null and c.deleted_at is null))::int as established
      from organizations.v_organ o where o.kind = 'government' and o.level = 'town' and o.area between ${lo} and ${hi}`.execute(tx);
    return ok({
      year,
      committees: rows.map((row) =>
        stand(
          row,
          meetings.rows.filter(({ committee }) => committee === row.id),
          year,
          today,
          actor.organId,
        ),
      ),
      towns: small.rows[0] ?? { all: 0, established: 0 },
    });
  },
});

function stand(row: Found, meetings: readonly Meeting[], year: number, today: Parameters<typeof owedIn>[3], organId: string | null): Shown {
  const { plenaryPerYear, executiveEvery, owedSince, consultEveryDays, organ, secretariat, government, ...head } = row;
  const heldOf = (kinds: readonly string[]) =>
    meetings.flatMap(({ kind, heldOn }) => (kinds.includes(kind) && heldOn?.startsWith(String(year)) ? [heldOn] : []));
  const executive: readonly OwedPeriod[] = executiveEvery
    ? owedIn(year, { every: executiveEvery, since: owedSince }, heldOf(["executive", "office"]), today)
    : [];
  const lastOn = heldOf(["consultation", "joint"]).toSorted().at(-1) ?? null;
  const coming = meetings.find(({ state }) => state === "topics" || state === "noticed");
  const waiting = meetings.find(({ state }) => state === "held" || state === "minutes");
  const short = (meeting: Meeting | undefined) =>
    meeting ? { id: meeting.id, title: meeting.title, beginsAt: meeting.beginsAt, state: meeting.state } : null;
  const since = lastOn ?? `${year}-01-01`;
  return {
    ...head,
    complete: head.complete === true,
    executive: [...executive],
    plenary: { owed: plenaryPerYear, held: heldOf(["plenary"]).length },
    consultation: { everyDays: consultEveryDays, lastOn, late: consultEveryDays !== null && daysSince(since, today) > consultEveryDays },
    next: short(coming),
    minutes: short(waiting),
    acts: actsFor({ organId }, { organ, secretariat, government }),
  };
}

const feedback = z.object({
  organ: z.uuid(),
  name: z.string(),
  asked: z.number().int(),
  answered: z.number().int(),
  late: z.number().int().describe("到期未答，或到期以后才答"),
  meanHours: z.number().nullable(),
});

/** SH-1.12: who answers what the committee asks, how often and how fast. */
export const showFeedback = route({
  method: "GET",
  path: "/committee/feedback",
  summary: "信息反馈：各单位的答复率和平均用时",
  description: "本年就会议、任务、协调事项发出的通知、会签、抄告、协办、研商等请求。",
  tag: "消安委",
  permission: `${COMMITTEE}.read`,
  input: z.object({ year: z.coerce.number().int().min(2000).max(2100).optional() }),
  output: z.object({ organs: z.array(feedback) }),
  async run({ tx, today, now }, { year = Number(today.slice(0, 4)) }) {
    const { rows } = await sql<
      z.output<typeof feedback>
    >`select r.to_organ as organ, coalesce(o.short_name, '') as name, count(*)::int as asked,
        count(r.answered_at)::int as answered,
        count(*) filter (where coalesce(r.answered_at, ${now.toISOString()}::timestamptz) > r.due_at)::int as late,
        round((avg(extract(epoch from r.answered_at - r.asked_at)) / 3600)::numeric, 1)::float8 as mean_hours
      from platform.request r left join organizations.v_organ o on o.id = r.to_organ
      where (r.case_name like 'committee.%' or r.case_name = 'policy-tasks.task') and r.kind <> 'notice' and r.to_organ is not null
        and r.asked_at >= (${`${year}-01-01`}::date::timestamp at time zone 'Asia/Shanghai') and r.asked_at < (${`${year + 1}-01-01`}::date::timestamp at time zone 'Asia/Shanghai')
      group by r.to_organ, o.short_name order by count(*) filter (where coalesce(r.answered_at, ${now.toISOString()}::timestamptz) > r.due_at) desc, count(*) desc, r.to_organ limit 100`.execute(
      tx,
    );
    return ok({ organs: rows });
  },
});
