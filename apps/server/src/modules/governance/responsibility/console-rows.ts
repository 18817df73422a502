/** Whole sets at once: the units of a department, with what stands against them. Every part reads an index; nothing is asked row by row. */
import { type RawBuilder, sql } from "kysely";
import type { z } from "zod";
import type { Tx } from "#platform/db.ts";
import { COUNT_CAP } from "#platform/ledger/read.ts";
import type { AreaRange, CalendarDate } from "#platform/values.ts";
import type { figures, overseen, Status } from "./console-shapes.ts";

export type Of = { readonly range: AreaRange; readonly today: CalendarDate; readonly now: Date };
type Figures = z.output<typeof figures>;
type Overseen = z.output<typeof overseen>;

/** Units whose department is one of a kind. */
export const ofKind = (kind: string) => sql`u.regulator in (select id from organizations.v_organ where kind = ${kind})`;

/** What stands against units, one line a unit; joined to whatever set of units is asked about. `span`: whose rows can concern it at all. */
export const openHazards = ({
  range,
  now,
}: Of) => sql`(select unit, count(*) as open, count(*) filter (where due_at < ${now.toISOString()}) as overdue,
    count(*) filter (where grade = 'major') as major from hazard_loop.hazard
  where closed_at is null and deleted_at is null and area between ${range.lo} and ${range.hi} group by 1)`;
export const visitsOfYear = ({ range, today }: Of) => sql`(select unit, count(*) as n from inspection.visit
  where deleted_at is null and on_day > ${today}::date - 365 and area between ${range.lo} and ${range.hi} group by 1)`;
export const trainedInYear = ({ range, today }: Of) => sql`(select distinct unit from unit_management.training
  where deleted_at is null and held_on > ${today}::date - 365 and area between ${range.lo} and ${range.hi})`;
export const firesOfYear = ({ range, today }: Of) => sql`(select unit, count(*) as n from remote_monitoring.alarm
  where kind = 'fire' and conclusion = 'real' and deleted_at is null and opened_at > ${today}::date - 365 and area between ${range.lo} and ${range.hi} group by 1)`;
export const guidedInYear = ({ range, today }: Of) => sql`(select unit, count(*) as n from responsibility.guidance
  where deleted_at is null and "on" > ${today}::date - 365 and area between ${range.lo} and ${range.hi} group by 1)`;

export type Whose = RawBuilder<unknown>;

export async function figuresOf(tx: Tx, whose: Whose, of: Of): Promise<Figures> {
  const { rows } =
    await sql<Figures>`with mine as materialized (select u.id from places.unit u where u.deleted_at is null and u.area between ${of.range.lo} and ${of.range.hi} and ${whose})
    select count(*)::int as units, coalesce(sum(h.open), 0)::int as open, coalesce(sum(h.overdue), 0)::int as overdue, coalesce(sum(h.major), 0)::int as major,
      coalesce(sum(v.n), 0)::int as visits, count(v.unit)::int as checked, count(t.unit)::int as trained, coalesce(sum(f.n), 0)::int as fires, count(g.unit)::int as guided
    from mine u left join ${openHazards(of)} h on h.unit = u.id left join ${visitsOfYear(of)} v on v.unit = u.id left join ${trainedInYear(of)} t on t.unit = u.id
      left join ${firesOfYear(of)} f on f.unit = u.id left join ${guidedInYear(of)} g on g.unit = u.id`.execute(tx);
  const [row] = rows;
  if (!row) throw new Error("an aggregate gave no row");
  return row;
}

export type AreaLine = {
  readonly area: number;
  readonly name: string;
  readonly units: number;
  readonly open: number;
  readonly overdue: number;
  readonly fires: number;
};

/** The same by the areas directly below; `span` is the width of one of them. */
export async function areasOf(tx: Tx, whose: Whose, of: Of, span: number): Promise<readonly AreaLine[]> {
  const { rows } = await sql<AreaLine>`with mine as materialized (
      select u.id, u.area - u.area % ${span}::bigint as below from places.unit u where u.deleted_at is null and u.area between ${of.range.lo} and ${of.range.hi} and ${whose})
    select a.key as area, a.name, count(*)::int as units, coalesce(sum(h.open), 0)::int as open, coalesce(sum(h.overdue), 0)::int as overdue, coalesce(sum(f.n), 0)::int as fires
    from mine u join platform.area a on a.key = u.below left join ${openHazards(of)} h on h.unit = u.id left join ${firesOfYear(of)} f on f.unit = u.id
    group by a.key, a.name order by overdue desc, open desc, a.key limit 100`.execute(tx);
  return rows;
}

const narrowed = (status: Status, of: Of): RawBuilder<unknown> => {
  const since = sql`${of.today}::date - 365`;
  switch (status) {
    case "overdue":
      return sql`h.overdue > 0`;
    case "open":
      return sql`h.open > 0`;
    case "unchecked":
      return sql`not exists (select 1 from inspection.visit v where v.unit = u.id and v.on_day > ${since} and v.deleted_at is null)`;
    case "untrained":
      return sql`not exists (select 1 from unit_management.training t where t.unit = u.id and t.held_on > ${since} and t.deleted_at is null)`;
    case "fires":
      return sql`exists (select 1 from remote_monitoring.alarm f where f.unit = u.id and f.opened_at > ${since} and f.kind = 'fire' and f.conclusion = 'real' and f.deleted_at is null)`;
    case "guided":
      return sql`exists (select 1 from responsibility.guidance g where g.unit = u.id and g."on" > ${since} and g.deleted_at is null)`;
    default:
      return sql`true`;
  }
};

export type Asked = { readonly status: Status; readonly q: string; readonly limit: number; readonly offset: number };

/** A page of units, the most pressing first, and how many there are, counted as far as lists count. */
export async function unitsOf(
  tx: Tx,
  whose: Whose,
  of: Of,
  { status, q, limit, offset }: Asked,
): Promise<{ readonly rows: readonly Overseen[]; readonly count: number; readonly capped: boolean }> {
  const words = q.trim();
  const mine = sql`from places.unit u left join ${openHazards(of)} h on h.unit = u.id
    where u.deleted_at is null and u.area between ${of.range.lo} and ${of.range.hi} and ${whose} and ${narrowed(status, of)}
      ${words ? sql`and position(${words.toLowerCase()} in u.search_text) > 0` : sql``}`;
  const since = sql`${of.today}::date - 365`;
  const { rows } = await sql<Overseen>`with page as materialized (
      select u.id, coalesce(h.open, 0)::int as open, coalesce(h.overdue, 0)::int as overdue, coalesce(h.major, 0)::int as major ${mine}
      order by coalesce(h.overdue, 0) desc, coalesce(h.open, 0) desc, u.id limit ${limit} offset ${offset})
    select u.id, u.name, u.kind, u.area, a.name as area_name, o.short_name as regulator, g.name as "group", p.open, p.overdue, p.major,
      (select max(v.on_day) from inspection.visit v where v.unit = u.id and v.deleted_at is null)::text as last_visit_on,
      (select max(t.held_on) from unit_management.training t where t.unit = u.id and t.deleted_at is null)::text as last_training_on,
      (select count(*) from remote_monitoring.alarm f where f.unit = u.id and f.opened_at > ${since} and f.kind = 'fire' and f.conclusion = 'real' and f.deleted_at is null)::int as fires,
      (select count(*) from responsibility.guidance d where d.unit = u.id and d."on" > ${since} and d.deleted_at is null)::int as guided,
      (select count(*) from hazard_loop.hazard z join platform.timeline l on l.case_id = z.id and l.code = 'case.urged'
        where z.unit = u.id and z.deleted_at is null and l.at > ${since})::int as urged
    from page p join places.unit u on u.id = p.id left join platform.area a on a.key = u.area left join organizations.v_organ o on o.id = u.regulator
      left join responsibility.affiliation f on f.unit = u.id and f.deleted_at is null left join responsibility."group" g on g.id = f."group" and g.deleted_at is null
    order by p.overdue desc, p.open desc, p.id`.execute(tx);
  const counted = await sql<{ n: number }>`select count(*)::int as n from (select 1 ${mine} limit ${COUNT_CAP + 1}) x`.execute(tx);
  const n = counted.rows[0]?.n ?? 0;
  return { rows, count: Math.min(n, COUNT_CAP), capped: n > COUNT_CAP };
}
