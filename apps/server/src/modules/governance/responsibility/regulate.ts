/**
 * 归口: every unit gets the department and the group that the rules name, in a few statements over whole sets. The pure rule is domain/regulators.ts;
 * a test holds this one against it. Whoever was given his department by hand keeps it.
 */
import { sql } from "kysely";
import type { Tx } from "#platform/db.ts";
import type { AreaRange, CalendarDate } from "#platform/values.ts";

/** Rules in force, each kind on a line of its own, so that the join is by equality. */
const rulesOn = (today: CalendarDate) => sql`rule as materialized (
    select r.id, r.area as lo, responsibility.area_end(r.area) as hi, r.basis, r.name_has, r.unit, r.organ_kind, coalesce(r.rank, 0) as rank, coalesce(cardinality(r.kinds), 0) = 0 as any_kind, r.kinds,
      case when r.unit is null then 0 else 2 end + case when coalesce(r.name_has, '') = '' then 0 else 1 end as narrow
    from responsibility.regulator_rule r where r.deleted_at is null and r."from" <= ${today}::date and coalesce(r.until, ${today}::date) >= ${today}::date),
  by_kind as materialized (select r.id, r.lo, r.hi, r.name_has, r.unit, r.organ_kind, r.rank, r.narrow, k.kind from rule r, unnest(r.kinds) k (kind) where r.basis = 'kind')`;

const named = (column: string) => sql`(coalesce(r.name_has, '') = '' or position(r.name_has in ${sql.ref(column)}) > 0)`;
/** A rule holds in its area alone, and for its kinds where it names some. */
const here = sql`u.area between r.lo and r.hi and (r.unit is null or r.unit = u.id)`;
const ofKind = sql`(r.any_kind or u.kind = any(r.kinds))`;

/** What every unit of a range is said to fall to, by every rule that speaks of it. `organ` where the ground itself names one. */
const hits = (range: AreaRange, today: CalendarDate) => sql`u as materialized (
    select id, area, kind, name, lon, lat, regulator from places.unit where deleted_at is null and area between ${range.lo} and ${range.hi}),
  port as materialized (
    select p.id, p.organ, b.shape, box(b.shape) as bounds from responsibility.port_area p cross join lateral (
      select ('(' || string_agg('(' || (c ->> 'lon') || ',' || (c ->> 'lat') || ')', ',' order by n) || ')')::polygon as shape
      from jsonb_array_elements(p.corners) with ordinality t (c, n)) b
    where p.deleted_at is null and jsonb_array_length(p.corners) >= 3),
  hit as (
    select u.id, u.area, r.id as rule, r.organ_kind, r.rank, r.narrow, null::uuid as organ from u join by_kind r on r.kind = u.kind
      where ${here} and ${named("u.name")}
    union all
    select u.id, u.area, r.id, r.organ_kind, r.rank, r.narrow, l.issuer from responsibility.licence l
      join organizations.v_organ o on o.id = l.issuer join rule r on r.basis = 'licence' and r.organ_kind = o.kind and ${named("l.what")}
      join u on u.id = l.unit where l.deleted_at is null and coalesce(l.valid_until, ${today}::date) >= ${today}::date
        and ${here} and ${ofKind}
    union all
    select u.id, u.area, r.id, r.organ_kind, r.rank, r.narrow, p.organ from port p
      join u on u.lon between (p.bounds[1])[0] and (p.bounds[0])[0] and u.lat between (p.bounds[1])[1] and (p.bounds[0])[1] and p.shape @> point(u.lon, u.lat)
      join rule r on r.basis = 'port' where ${here} and ${ofKind} and ${named("u.name")}
    union all
    select u.id, u.area, r.id, r.organ_kind, r.rank, r.narrow, case when o.kind = r.organ_kind then g.supervisor end from responsibility.affiliation a
      join responsibility."group" g on g.id = a."group" and g.state_owned and g.deleted_at is null left join organizations.v_organ o on o.id = g.supervisor
      join u on u.id = a.unit join rule r on r.basis = 'state'
      where a.deleted_at is null and ${here} and ${ofKind} and ${named("u.name")})`;

export type Placing = {
  readonly assigned: number;
  readonly left: number;
  /** Rules of equal weight disagree. */
  readonly conflicts: number;
};

/** Runs all rules over a range: licences and groups first, since rules rest on them. Only what changes is written. */
export async function placeUnits(tx: Tx, range: AreaRange, today: CalendarDate): Promise<Placing> {
  await matchLicences(tx, range);
  await affiliate(tx, range);
  const { rows } = await sql<{ assigned: number }>`with ${rulesOn(today)}, ${hits(range, today)},
    ranked as (select *, rank() over (partition by id order by rank desc, narrow desc) as place from hit),
    top as materialized (
      select id, area, min(rule::text)::uuid as rule, min(organ_kind) as organ_kind, count(distinct organ_kind) as kinds,
        (array_agg(organ order by organ is null, organ))[1] as organ, array_agg(distinct rule) as rules
      from ranked where place = 1 group by id, area),
    near as materialized (select kind, case when level = 'county' then area / 1000000000 end as county, (array_agg(id order by id))[1] as organ
      from organizations.v_organ where level in ('city', 'county') group by 1, 2),
    outcome as materialized (
      select u.id, u.area, u.regulator, p.organ as before, p.area as old_area, p.outcome as old_outcome, p.rule as old_rule, p.rules as old_rules,
        case when t.id is null then 'none' when t.kinds > 1 then 'conflict' when coalesce(t.organ, c.organ, y.organ) is null then 'noOrgan' else 'rule' end as outcome,
        case when t.kinds = 1 then coalesce(t.organ, c.organ, y.organ) end as organ, case when t.kinds = 1 then t.rule end as rule, coalesce(t.rules, '{}') as rules
      from u left join top t on t.id = u.id left join near c on c.kind = t.organ_kind and c.county = u.area / 1000000000
        left join near y on y.kind = t.organ_kind and y.county is null left join responsibility.placement p on p.unit = u.id),
    kept as (
      insert into responsibility.placement as p (unit, area, outcome, organ, rule, rules, placed_on)
        select id, area, outcome, organ, rule, rules, ${today}::date from outcome
        where (old_area, old_outcome, old_rule, old_rules) is distinct from (area, outcome, rule, rules) or (organ is not null and organ is distinct from before)
      on conflict (unit) do update set area = excluded.area, outcome = excluded.outcome, organ = coalesce(excluded.organ, p.organ), rule = excluded.rule,
        rules = excluded.rules, placed_on = excluded.placed_on returning 1),
    written as (
      update places.unit x set regulator = o.organ, version = x.version + 1, updated_at = now() from outcome o
      where x.id = o.id and o.outcome = 'rule' and o.organ is distinct from x.regulator and (x.regulator is null or x.regulator = o.before) returning 1)
    select (select count(*) from written)::int as assigned, (select count(*) from kept)::int as kept`.execute(tx);
  return { assigned: rows[0]?.assigned ?? 0, ...(await leftIn(tx, range)) };
}

async function leftIn(tx: Tx, range: AreaRange): Promise<Omit<Placing, "assigned">> {
  const { rows } = await sql<Omit<Placing, "assigned">>`select count(*) filter (where u.regulator is null)::int as left,
      count(*) filter (where p.outcome = 'conflict' and u.regulator is null)::int as conflicts
    from places.unit u left join responsibility.placement p on p.unit = u.id
    where u.regulator is null and u.deleted_at is null and u.area between ${range.lo} and ${range.hi}`.execute(tx);
  return rows[0] ?? { left: 0, conflicts: 0 };
}

/** A licence finds its unit by credit code, else by the same name under the same town or county; two of that name: nobody. */
async function matchLicences(tx: Tx, { lo, hi }: AreaRange): Promise<void> {
  await sql`update responsibility.licence l set unit = m.unit, version = l.version + 1, updated_at = now() from (
      select l.id, (array_agg(u.id))[1] as unit from responsibility.licence l join places.unit u on u.credit_code = l.credit_code and u.deleted_at is null
      where l.unit is null and l.deleted_at is null and l.credit_code is not null and l.area between ${lo} and ${hi} group by l.id having count(*) = 1) m
    where l.id = m.id`.execute(tx);
  await sql`update responsibility.licence l set unit = m.unit, version = l.version + 1, updated_at = now() from (
      select l.id, (array_agg(u.id))[1] as unit from responsibility.licence l
      join places.unit u on u.name = l.holder and u.deleted_at is null and u.area / 1000000000 = l.area / 1000000000
      where l.unit is null and l.deleted_at is null and l.credit_code is null and l.area between ${lo} and ${hi} and u.area between ${lo} and ${hi}
      group by l.id having count(*) = 1) m
    where l.id = m.id`.execute(tx);
}

/** Groups take in their members: what a group says itself, what a registration names as the enterprise above, words in the name. By hand stays. */
async function affiliate(tx: Tx, { lo, hi }: AreaRange): Promise<void> {
  await sql`with g as materialized (select id, unit, credit_code, nullif(name_has, '') as name_has from responsibility."group" where deleted_at is null),
    found as (
      select m.member as unit, g.id as "group", 'self' as how, 1 as ord from g join unit_management.group_member m on m.unit = g.unit and m.deleted_at is null and m.member is not null
      union all
      select l.unit, g.id, 'feed', 2 from g join responsibility.licence l on l.parent_code = g.credit_code and l.deleted_at is null and l.unit is not null
      union all
      select u.id, g.id, 'name', 3 from g join places.unit u on position(g.name_has in u.name) > 0
        where g.name_has is not null and u.deleted_at is null and u.area between ${lo} and ${hi}),
    best as (select distinct on (f.unit) f.unit, f."group", f.how, u.area from found f join places.unit u on u.id = f.unit and u.deleted_at is null
      where u.area between ${lo} and ${hi} order by f.unit, f.ord, f."group")
    insert into responsibility.affiliation as a (id, area, search_text, unit, "group", how, found)
      select uuidv7(), area, '', unit, "group", how, "group" from best
    on conflict (unit) where deleted_at is null do update set "group" = excluded."group", how = excluded.how, found = excluded.found, version = a.version + 1, updated_at = now()
      where a.how <> 'hand' and (a."group", a.how) is distinct from (excluded."group", excluded.how)`.execute(tx);
}

/** Units a determination speaks of that have no department, or one that rules gave them. */
export async function waiting(
  tx: Tx,
  { lo, hi }: AreaRange,
  of: { readonly kinds: readonly string[]; readonly nameHas: string | null; readonly unit: string | null },
): Promise<number> {
  const { rows } = await sql<{
    n: number;
  }>`select count(*)::int as n from places.unit u left join responsibility.placement p on p.unit = u.id
    where u.deleted_at is null and u.area between ${lo} and ${hi} and u.kind = any(${of.kinds}::text[]) and (u.regulator is null or u.regulator = p.organ)
      ${of.nameHas ? sql`and position(${of.nameHas} in u.name) > 0` : sql``} ${of.unit ? sql`and u.id = ${of.unit}` : sql``}`.execute(tx);
  return rows[0]?.n ?? 0;
}
