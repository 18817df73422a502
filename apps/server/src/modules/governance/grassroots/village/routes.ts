/** 村社工作台: which villages work, and what one village has before it: patrols, its own checks, notices, training. SH-1.14 */
import { sql } from "kysely";
import { z } from "zod";
import { may } from "#platform/actor.ts";
import type { Tx } from "#platform/db.ts";
import { readerOf } from "#platform/ledger/routes.ts";
import { insertRows, uuidv7 } from "#platform/ledger/write.ts";
import { ok, refuse } from "#platform/result.ts";
import { route } from "#platform/route.ts";
import type { Services } from "#platform/services.ts";
import { type AreaRange, addDays, areaKey, type CalendarDate, calendarDate, isWithin, levelOfKey, subtreeOf } from "#platform/values.ts";
import { villageBody } from "../forces/village.ts";
import { villageActiveDays } from "../standards/shipped.ts";
import { notice, villageCheck, villageItems } from "./ledgers.ts";

const tag = "村社工作台";
const nullable = z.string().nullable();
const VILLAGE = 1_000;

const line = z
  .object({
    area: z.number().int(),
    name: z.string(),
    town: z.string(),
    patrols: z.number().int(),
    checks: z.number().int(),
    notices: z.number().int().describe("签收的通知"),
    unread: z.number().int(),
    trainings: z.number().int(),
    unitChecks: z.number().int().describe("辖内单位自查"),
    lastOn: nullable,
    active: z.boolean(),
  })
  .meta({ id: "VillageLine", description: "一个村社近期的工作" });
type Line = z.output<typeof line>;

/** Everything a village did, as village, kind and day; unit self-checks only where that module is. */
function doings({ catalog }: Pick<Services, "catalog">, { lo, hi }: AreaRange, from: CalendarDate, to: CalendarDate) {
  const village = (column: string) => sql.raw(`(${column} / ${VILLAGE} * ${VILLAGE})`);
  const days = sql`between ${from}::date and ${to}::date`;
  const of = (kind: string, table: string, on: string) =>
    sql`select ${village("t.area")} as village, ${sql.lit(kind)} as kind, t.${sql.ref(on)} as on_day from ${sql.raw(table)} t
      where t.deleted_at is null and t.area between ${lo} and ${hi} and t.${sql.ref(on)} ${days}`;
  const units = catalog.find("unit-management.self-check");
  return sql.join(
    [
      of("patrols", "grassroots.patrol", "patrolled_on"),
      of("checks", "grassroots.village_check", "checked_on"),
      of("notices", "grassroots.notice", "read_on"),
      of("trainings", "grassroots.member_training", "trained_on"),
      sql`${of("trainings", "grassroots.activity", "done_on")} and t.kind = 'training'`,
      ...(units ? [of("unitChecks", units.table, "checked_on")] : []),
    ],
    sql` union all `,
  );
}

const counted = sql`count(*) filter (where d.kind = 'patrols')::int as patrols, count(*) filter (where d.kind = 'checks')::int as checks,
  count(*) filter (where d.kind = 'notices')::int as notices, count(*) filter (where d.kind = 'trainings')::int as trainings,
  count(*) filter (where d.kind = 'unitChecks')::int as unit_checks, max(d.on_day) filter (where d.kind <> 'unitChecks') as last_on`;

export async function villagesOf(tx: Tx, services: Services, range: AreaRange, today: CalendarDate): Promise<readonly Line[]> {
  const from = addDays(today, -villageActiveDays);
  const { lo, hi } = range;
  const { rows } = await sql<Omit<Line, "active">>`with d as materialized (${doings(services, range, from, today)})
    select a.key as area, a.name, coalesce(p.name, '') as town, coalesce(x.patrols, 0) as patrols, coalesce(x.checks, 0) as checks, coalesce(x.notices, 0) as notices,
      coalesce(x.trainings, 0) as trainings, coalesce(x.unit_checks, 0) as unit_checks, x.last_on,
      (select count(*)::int from grassroots.notice n where n.area = a.key and n.read_on is null and n.deleted_at is null) as unread
    from platform.area a left join platform.area p on p.key = a.parent left join (select d.village, ${counted} from d group by d.village) x on x.village = a.key
    where a.level = 'village' and a.key between ${lo} and ${hi} order by a.key`.execute(tx);
  return rows.map((row) => ({ ...row, active: row.lastOn !== null }));
}

/** What the register of village bodies says of each: the newest day something was done there. Idempotent. */
export async function keepActive(tx: Tx, services: Services): Promise<void> {
  const today = services.clock.today();
  await sql`update grassroots.village_body v set last_active_on = x.last_on, updated_at = now()
    from (select d.village, max(d.on_day) as last_on from (${doings(services, services.city.range, addDays(today, -120), today)}) d where d.kind <> 'unitChecks' group by d.village) x
    where x.village = v.area and v.deleted_at is null and v.last_active_on is distinct from x.last_on`.execute(tx);
}

export const listVillages = route({
  method: "GET",
  path: "/grassroots/villages",
  summary: "村社工作台一览：谁在用",
  tag,
  permission: `${villageBody.name}.read`,
  input: z.object({ area: z.coerce.number().pipe(areaKey).optional() }),
  output: z.object({ days: z.number().int(), villages: z.array(line), active: z.number().int(), maySend: z.boolean() }),
  async run({ tx, actor, services, today }, { area: asked }) {
    const area = asked ?? actor.area.lo;
    if (!isWithin(area, actor.area)) return refuse("not_found", "ledger.outside_area");
    const villages = await villagesOf(tx, services, subtreeOf(area), today);
    return ok({
      days: villageActiveDays,
      villages: [...villages],
      active: villages.filter(({ active }) => active).length,
      maySend: may(actor, "grassroots.notify"),
    });
  },
});

const desk = z.object({
  area: z.number().int(),
  name: z.string(),
  town: z.string(),
  townArea: z.number().int(),
  body: z
    .object({
      id: z.uuid(),
      status: z.string(),
      leader: nullable,
      pledge: z.boolean().nullable(),
      signed: z.number().int().nullable(),
      households: z.number().int().nullable(),
    })
    .nullable(),
  month: z.string(),
  planned: z.number().int().nullable(),
  patrols: z.array(
    z.object({ id: z.uuid(), member: z.string(), patrolledOn: z.string(), problems: z.number().int(), foundWords: z.string() }),
  ),
  patrolsMonth: z.number().int(),
  checks: z.array(
    z.object({ id: z.uuid(), checkedOn: z.string(), by: z.string(), found: z.number().int(), mended: z.number().int().nullable() }),
  ),
  notices: z.array(
    z.object({
      id: z.uuid(),
      title: z.string(),
      words: z.string(),
      sender: z.string(),
      sentOn: z.string(),
      readBy: z.string(),
      readOn: nullable,
      reader: nullable,
      reply: nullable,
    }),
  ),
  trainings: z.array(z.object({ what: z.string(), on: z.string(), people: z.number().int() })),
  watch: z.array(z.object({ id: z.uuid(), placeWords: z.string(), grade: z.string(), checkedOn: z.string() })),
  hazards: z.object({ open: z.number().int(), overdue: z.number().int() }),
  units: z.object({ all: z.number().int(), checked: z.number().int() }),
  items: z.record(z.string(), z.string()),
  may: z.object({ check: z.boolean(), read: z.boolean(), settle: z.boolean() }),
});
type Desk = z.output<typeof desk>;

export const showVillage = route({
  method: "GET",
  path: "/grassroots/villages/:area",
  summary: "一个村社的工作台",
  tag,
  permission: `${villageBody.name}.read`,
  composed: ["items"],
  input: z.object({ area: z.coerce.number().pipe(areaKey) }),
  output: desk,
  async run({ tx, actor, services, today, now }, { area }) {
    if (!isWithin(area, actor.area) || levelOfKey(area) !== "village") return refuse("not_found", "ledger.outside_area");
    const { lo, hi } = subtreeOf(area);
    const month = today.slice(0, 7);
    const within = sql`deleted_at is null and area between ${lo} and ${hi}`;
    const all = async <T>(query: ReturnType<typeof sql<T>>): Promise<T[]> => [...(await query.execute(tx)).rows];
    const [place] = await all(sql<{
      name: string;
      town: string;
      townArea: number;
    }>`select a.name, coalesce(p.name, '') as town, a.parent as town_area
      from platform.area a left join platform.area p on p.key = a.parent where a.key = ${area}`);
    if (!place) return refuse("not_found", "ledger.unknown_area", { key: area });
    const [body] = await all(
      sql<
        NonNullable<Desk["body"]>
      >`select id, status, leader, pledge, signed::int, households::int from grassroots.village_body where ${within} order by id limit 1`,
    );
    const [plan] = await all(sql<{ planned: number | null; done: number }>`select
      (select sum(patrols_a_month)::int from grassroots.grid_member where status = 'active' and ${within}) as planned,
      (select count(*)::int from grassroots.patrol where patrolled_on >= ${`${month}-01`}::date and ${within}) as done`);
    const patrols = await all(sql<
      Desk["patrols"][number]
    >`select p.id, m.name as member, p.patrolled_on, p.problems::int, p.found_words from grassroots.patrol p
      join grassroots.grid_member m on m.id = p.member where p.deleted_at is null and p.area between ${lo} and ${hi} order by p.patrolled_on desc, p.id desc limit 8`);
    const checks = await all(
      sql<
        Desk["checks"][number]
      >`select id, checked_on, by, found::int, mended::int from grassroots.village_check where ${within} order by checked_on desc, id desc limit 8`,
    );
    const notices = await all(sql<
      Desk["notices"][number]
    >`select id, title, words, sender, sent_on, read_by, read_on, reader, reply from grassroots.notice where ${within}
      order by (read_on is null) desc, sent_on desc, id desc limit 12`);
    const trainings = await all(sql<Desk["trainings"][number]>`select what, "on", people::int from (
        select what, done_on as "on", coalesce(people, 0) as people from grassroots.activity where kind = 'training' and ${within}
        union all select topic, trained_on, count(*) from grassroots.member_training where ${within} group by topic, trained_on) x order by "on" desc limit 6`);
    const watch = await all(sql<
      Desk["watch"][number]
    >`select id, place_words, grade, checked_on from grassroots.risk_check where route = 'watch' and settled_on is null and ${within}
      order by checked_on desc limit 10`);
    const [hazards] = await all(sql<
      Desk["hazards"]
    >`select count(*) filter (where is_open)::int as open, count(*) filter (where is_open and due_at < ${now.toISOString()})::int as overdue
      from hazard_loop.v_hazard where area between ${lo} and ${hi}`);
    const units = services.catalog.find("unit-management.self-check");
    const checked = units
      ? sql`(select count(distinct unit)::int from ${sql.raw(units.table)} where checked_on >= ${`${month}-01`}::date and ${within})`
      : sql`0`;
    const [unit] = await all(
      sql<Desk["units"]>`select (select count(*)::int from places.unit where ${within}) as all, ${checked} as checked`,
    );
    return ok({
      area,
      ...place,
      body: body ?? null,
      month,
      planned: plan?.planned ?? null,
      patrolsMonth: plan?.done ?? 0,
      ...{ patrols, checks, notices, trainings, watch },
      hazards: hazards ?? { open: 0, overdue: 0 },
      units: unit ?? { all: 0, checked: 0 },
      items: villageItems,
      may: {
        check: may(actor, `${villageCheck.name}.write`),
        read: may(actor, "grassroots.village"),
        settle: may(actor, "grassroots.village"),
      },
    });
  },
});

const MOST_VILLAGES = 2_000;

export const sendNotice = route({
  method: "POST",
  path: "/grassroots/notices",
  summary: "给村社发通知",
  description: "按所给辖区发到其下每个村社，各自签收。",
  tag,
  permission: "grassroots.notify",
  input: z.object({
    area: z.number().int().pipe(areaKey),
    title: z.string().trim().min(2).max(100),
    words: z.string().trim().min(2).max(4_000),
    readBy: calendarDate,
  }),
  output: z.object({ sent: z.number().int() }),
  async run(context, { area, title, words, readBy }) {
    const { tx, actor, services, today } = context;
    if (!isWithin(area, actor.area)) return refuse("not_found", "ledger.outside_area");
    if (readBy < today) return refuse("invalid", "grassroots.due_in_past");
    const { lo, hi } = subtreeOf(area);
    const { rows } = await sql<{
      key: number;
    }>`select key from platform.area where level = 'village' and key between ${lo} and ${hi} order by key limit ${MOST_VILLAGES}`.execute(
      tx,
    );
    if (rows.length === 0) return refuse("conflict", "grassroots.no_villages");
    const batch = uuidv7(context.now.getTime());
    const values = { title, words, sender: actor.organName ?? actor.areaName, sentOn: today, readBy, batch };
    await insertRows(
      services.catalog.get(notice.name),
      rows.map(({ key }) => ({ id: uuidv7(context.now.getTime()), area: key, demo: false, values })),
      readerOf(context),
    );
    context.audit({ action: "发村社通知", subject: notice.name, area, detail: { title, villages: rows.length } });
    return ok({ sent: rows.length });
  },
});

export const readNotice = route({
  method: "POST",
  path: "/grassroots/notices/:id/read",
  summary: "签收村社通知",
  tag,
  permission: "grassroots.village",
  input: z.object({ id: z.uuid(), reply: z.string().trim().max(500).nullable().default(null) }),
  output: z.object({ readOn: z.string(), reader: z.string() }),
  async run(context, { id, reply }) {
    const { tx, actor, today } = context;
    const { rows } = await sql<{
      area: number;
      readOn: string | null;
      reader: string | null;
    }>`select area, read_on, reader from grassroots.notice
      where id = ${id} and deleted_at is null for update`.execute(tx);
    const [row] = rows;
    if (!row) return refuse("not_found", "ledger.unknown_row", { id });
    if (row.readOn && row.reader) return ok({ readOn: row.readOn, reader: row.reader });
    await sql`update grassroots.notice set read_on = ${today}::date, reader = ${actor.name}, reply = ${reply}, in_time = read_by >= ${today}::date, version = version + 1, updated_at = now()
      where id = ${id}`.execute(tx);
    context.audit({ action: "签收村社通知", subject: notice.name, subjectId: id, area: row.area });
    return ok({ readOn: today, reader: actor.name });
  },
});
