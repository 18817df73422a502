/** The routes of responsibility: the tree of who owes what, a department's own industry, lists for everybody to read, and cases with what they rest on. */
import { sql } from "kysely";
import { z } from "zod";
import { readerOf } from "#platform/ledger/routes.ts";
import { insertRows, uuidv7 } from "#platform/ledger/write.ts";
import { ok, refuse } from "#platform/result.ts";
import { route } from "#platform/route.ts";
import { areaKey, isWithin, subtreeOf } from "#platform/values.ts";
import { placeAsked } from "./console.ts";
import { firesOfYear, guidedInYear, openHazards, trainedInYear, visitsOfYear } from "./console-rows.ts";
import { defaults, dutiesOf } from "./defaults.ts";
import { duty } from "./ledgers.ts";
import { placeUnits } from "./regulate.ts";

const tag = "责任体系";
const whole = z.number().int();

const organLine = z
  .object({
    id: z.uuid(),
    name: z.string(),
    kind: z.string(),
    level: z.string(),
    area: whole,
    areaName: z.string(),
    member: z.boolean(),
    posts: whole,
    bare: whole.describe("没有职责的岗位"),
    duties: whole,
    expired: whole.describe("已过期的职责"),
    listedOn: z.string().nullable().describe("权责清单公开日期"),
    listExpired: z.boolean(),
    leaders: whole,
    planned: whole.describe("今年有任务清单的领导岗位"),
    tasks: whole,
    done: whole,
    late: whole,
    pledge: z.enum(["none", "open", "late", "signed"]),
  })
  .meta({ id: "ResponsibleOrgan", description: "一个机构的责任落实" });

/** One pass over the organs of an area; a province has some thousands, a city some hundreds. */
export const showTree = route({
  method: "GET",
  path: "/responsibility/tree",
  summary: "责任树：各级机构的职责、清单、任务、责任书",
  tag,
  permission: "responsibility.duty.read",
  input: z.object({ area: z.coerce.number().pipe(areaKey).optional(), level: z.enum(["city", "county", "town", "village"]).optional() }),
  output: z.object({ year: whole, organs: z.array(organLine) }),
  example: { input: { area: 330_802_000_000_000 } },
  async run({ tx, actor, today }, { area: given, level }) {
    const area = given ?? actor.area.lo;
    if (!isWithin(area, actor.area)) return refuse("not_found", "ledger.outside_area");
    const { lo, hi } = subtreeOf(area);
    const year = Number(today.slice(0, 4));
    const { rows } = await sql<
      z.output<typeof organLine>
    >`select o.id, o.short_name as name, o.kind, o.level, o.area, a.name as area_name, coalesce(o.member, false) as member,
        coalesce(p.posts, 0)::int as posts, coalesce(p.bare, 0)::int as bare, coalesce(d.duties, 0)::int as duties, coalesce(d.expired, 0)::int as expired,
        l.published_on::text as listed_on, coalesce(l.valid_until < ${today}::date, false) as list_expired,
        coalesce(p.leaders, 0)::int as leaders, coalesce(t.planned, 0)::int as planned, coalesce(t.tasks, 0)::int as tasks,
        coalesce(t.done, 0)::int as done, coalesce(t.late, 0)::int as late,
        case when g.signed then 'signed' when g.late then 'late' when g.pledger is not null then 'open' else 'none' end as pledge
      from organizations.organ o join platform.area a on a.key = o.area
      left join (select p.organ, count(*) as posts, count(*) filter (where p.duty in ('responsible', 'deputy')) as leaders,
          count(*) filter (where coalesce(p.duties, '') = '' and not exists (select 1 from responsibility.duty d where d.post = p.id and d.deleted_at is null)) as bare
        from organizations.post p where p.deleted_at is null group by 1) p on p.organ = o.id
      left join (select organ, count(*) as duties, count(*) filter (where until < ${today}::date) as expired from responsibility.duty where deleted_at is null group by 1) d on d.organ = o.id
      left join (select organ, count(distinct post) as planned, count(*) as tasks, count(done_on) as done,
          count(*) filter (where done_on is null and due_on < ${today}::date) as late from responsibility.year_task where deleted_at is null and year = ${year} group by 1) t on t.organ = o.id
      left join lateral (select published_on, valid_until from responsibility.power_list l where l.organ = o.id and l.state = 'published' and l.ended_on is null and l.deleted_at is null
        order by edition desc limit 1) l on true
      left join (select pledger, bool_or(state = 'signed') as signed, bool_or(closed_at is null and sign_by < ${today}::date) as late
        from responsibility.pledge where year = ${year} and state <> 'withdrawn' and deleted_at is null group by 1) g on g.pledger = o.id
      where o.deleted_at is null and o.area between ${lo} and ${hi} ${level ? sql`and o.level = ${level}` : sql``}
      order by o.area, o.sort nulls last, o.id limit 2000`.execute(tx);
    return ok({ year, organs: rows });
  },
});

const industryLine = z
  .object({
    organ: z.uuid(),
    name: z.string(),
    kind: z.string(),
    key: z.boolean().describe("八个重点行业部门之一"),
    units: whole,
    open: whole.describe("未销号隐患"),
    overdue: whole,
    major: whole,
    visits: whole.describe("近一年检查次数"),
    trained: whole.describe("近一年有培训记录的单位"),
    fires: whole.describe("近一年确认的火警"),
    guided: whole.describe("近一年指导督促次数"),
  })
  .meta({ id: "IndustryLine", description: "一个行业主管部门名下的单位" });

/** 管行业管业务必须管消防安全: each department's own units. SH-1.8, JX-2.2, QZ-2.2.3 */
export const showIndustries = route({
  method: "GET",
  path: "/responsibility/industries",
  summary: "行业主管部门名下单位的消防状况",
  tag,
  permission: "responsibility.duty.read",
  input: z.object({ area: z.coerce.number().pipe(areaKey).optional() }),
  output: z.object({ departments: z.array(industryLine), unregulated: whole, rules: whole.describe("现行归口规则") }),
  async run(context, { area: given }) {
    const place = placeAsked(context, given);
    if (!place.ok) return place;
    const [{ tx }, of] = [context, place.value];
    const { lo, hi } = of.range;
    const { rows } = await sql<Omit<z.output<typeof industryLine>, "key">>`with mine as materialized (
        select id, regulator from places.unit where deleted_at is null and regulator is not null and area between ${lo} and ${hi})
      select o.id as organ, o.short_name as name, o.kind, count(*)::int as units,
        coalesce(sum(h.open), 0)::int as open, coalesce(sum(h.overdue), 0)::int as overdue, coalesce(sum(h.major), 0)::int as major,
        coalesce(sum(v.n), 0)::int as visits, count(t.unit)::int as trained, coalesce(sum(f.n), 0)::int as fires, coalesce(sum(g.n), 0)::int as guided
      from mine u join organizations.organ o on o.id = u.regulator left join ${openHazards(of)} h on h.unit = u.id
      left join ${visitsOfYear(of)} v on v.unit = u.id left join ${trainedInYear(of)} t on t.unit = u.id
      left join ${firesOfYear(of)} f on f.unit = u.id left join ${guidedInYear(of)} g on g.unit = u.id
      group by o.id, o.short_name, o.kind order by overdue desc, open desc, units desc limit 500`.execute(tx);
    const left = await sql<{
      n: number;
      rules: number;
    }>`select (select count(*) from places.unit where regulator is null and deleted_at is null and area between ${lo} and ${hi})::int as n,
        (select count(*) from responsibility.regulator_rule where deleted_at is null and area <= ${hi} and responsibility.area_end(area) >= ${lo})::int as rules`.execute(
      tx,
    );
    return ok({
      departments: rows.map((row) => ({ ...row, key: defaults.keyIndustries.some((kind) => kind === row.kind) })),
      unregulated: left.rows[0]?.n ?? 0,
      rules: left.rows[0]?.rules ?? 0,
    });
  },
});

/** Units get their department and their group by the rules in force; whose department was set by hand keeps it. */
export const assignRegulators = route({
  method: "POST",
  path: "/responsibility/regulators/assign",
  summary: "按规则归口",
  tag,
  permission: "responsibility.determine",
  input: z.object({}),
  output: z.object({ assigned: whole, left: whole.describe("还没有主管部门的单位"), conflicts: whole.describe("其中规则说法不一的") }),
  async run(context) {
    const { tx, actor, today } = context;
    const done = await placeUnits(tx, actor.area, today);
    context.audit({ action: "行业归口", subject: "responsibility.regulator-rule", detail: done });
    return ok(done);
  },
});

/** Organs that have written nothing yet get the default duties of their kind, to be changed; who has a list keeps it. JX-2.2.11, JX-2.3.9 */
export const takeDefaults = route({
  method: "POST",
  path: "/responsibility/duties/defaults",
  summary: "给还没有职责的机构建立默认职责",
  tag,
  permission: "responsibility.duty.write",
  input: z.object({ organ: z.uuid().optional().describe("不填：辖区内所有没有职责的机构") }),
  output: z.object({ organs: whole, duties: whole }),
  async run(context, { organ }) {
    const { tx, services, actor, now, today } = context;
    const { rows } = await sql<{
      id: string;
      area: number;
      kind: string;
      level: string;
    }>`select o.id, o.area, o.kind, o.level from organizations.organ o
      where o.deleted_at is null and o.area between ${actor.area.lo} and ${actor.area.hi} ${organ ? sql`and o.id = ${organ}` : sql``}
        and not exists (select 1 from responsibility.duty d where d.organ = o.id and d.deleted_at is null) order by o.id limit 5000`.execute(
      tx,
    );
    const made = rows.flatMap(({ id, area, kind, level }) =>
      dutiesOf(kind, level).flatMap((each) =>
        each.words.map((words) => ({
          ...{ id: uuidv7(now.getTime()), area, demo: false },
          values: { organ: id, words, layer: each.layer, kind: each.kind, ground: defaults.ground, from: today },
        })),
      ),
    );
    await insertRows(services.catalog.get(duty.name), made, readerOf(context));
    context.audit({ action: "建立默认职责", subject: duty.name, detail: { organs: rows.length, duties: made.length } });
    return ok({ organs: rows.length, duties: made.length });
  },
});

const publicList = z
  .object({
    organ: z.string(),
    areaName: z.string(),
    title: z.string(),
    edition: whole,
    publishedOn: z.string(),
    validUntil: z.string().nullable(),
    endedOn: z.string().nullable().describe("被新版代替的日期；空为现行"),
    items: z.array(z.object({ kind: z.string(), words: z.string(), ground: z.string(), post: z.string().nullable() })),
  })
  .meta({ id: "PublicPowerList", description: "公开的权力和责任清单" });

/** What departments answer for, for anybody to read, with the versions before. QZ-2.2.1 */
export const publicLists = route({
  method: "GET",
  path: "/public/power-lists",
  summary: "公开的权力和责任清单",
  tag,
  permission: "public",
  scope: "owner",
  input: z.object({ organ: z.uuid().optional() }),
  output: z.object({ lists: z.array(publicList) }),
  async run({ tx }, { organ }) {
    const { rows } = await sql<
      z.output<typeof publicList>
    >`select o.name as organ, a.name as area_name, l.title, l.edition::int, l.published_on::text,
        l.valid_until::text, l.ended_on::text, coalesce(l.items, '[]') as items
      from responsibility.power_list l join organizations.organ o on o.id = l.organ join platform.area a on a.key = l.area
      where l.state = 'published' and l.deleted_at is null ${organ ? sql`and l.organ = ${organ}` : sql``}
      order by l.area, o.sort nulls last, o.id, l.edition desc limit 500`.execute(tx);
    return ok({
      lists: rows.map((list) => ({
        ...list,
        items: list.items.map(({ kind, words, ground, post }) => ({ kind, words, ground, post: post ?? null })),
      })),
    });
  },
});
