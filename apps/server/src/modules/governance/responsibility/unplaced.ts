/** Units without a department: why, which rules disagree, and the way to a recorded decision. SH-1.8, JX-2.2.11, QZ-2.2.2 */
import { sql } from "kysely";
import { z } from "zod";
import { organKinds } from "#modules/ground/organizations/index.ts";
import { eraseCase } from "#platform/case/define.ts";
import { raiseCase } from "#platform/case/store.ts";
import type { Tx } from "#platform/db.ts";
import { COUNT_CAP, findRow } from "#platform/ledger/read.ts";
import { readerOf } from "#platform/ledger/routes.ts";
import { insertRows, uuidv7 } from "#platform/ledger/write.ts";
import { ok, refuse } from "#platform/result.ts";
import { route } from "#platform/route.ts";
import { areaKey, type CalendarDate } from "#platform/values.ts";
import { determination } from "./cases.ts";
import { placeAsked } from "./console.ts";
import { unplaced, whole } from "./console-shapes.ts";
import { defaults, rankOf } from "./defaults.ts";
import { placeOf, type Regulated, type RegulatorRule, rulesFor } from "./domain/regulators.ts";
import { regulatorRule } from "./ledgers.ts";

const tag = "责任体系";
const why = ["notRun", "none", "conflict", "noOrgan"] as const;

export const listUnplaced = route({
  method: "GET",
  path: "/responsibility/unplaced",
  summary: "还没有主管部门的单位",
  description: "原因是上次按规则归口的结果。总数数到 10,000 为止。",
  tag,
  permission: "responsibility.duty.read",
  input: z.object({
    area: z.coerce.number().pipe(areaKey).optional(),
    why: z.enum(why).optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
    offset: z.coerce.number().int().min(0).max(20_000).default(0),
  }),
  output: z.object({ rows: z.array(unplaced), count: whole, capped: z.boolean() }),
  async run(context, { area, why: reason, limit, offset }) {
    const place = placeAsked(context, area);
    if (!place.ok) return place;
    const { range } = place.value;
    const mine = sql`from places.unit u left join responsibility.placement p on p.unit = u.id
      where u.regulator is null and u.deleted_at is null and u.area between ${range.lo} and ${range.hi}
        ${reason ? sql`and ${reason === "notRun" ? sql`(p.unit is null or p.outcome = 'rule')` : sql`p.outcome = ${reason}`}` : sql``}`;
    const { rows } = await sql<z.output<typeof unplaced>>`select u.id, u.name, u.kind, a.name as area_name,
        case when p.unit is null or p.outcome = 'rule' then 'notRun' else p.outcome end as why,
        coalesce((select jsonb_agg(jsonb_build_object('rule', r.id, 'industry', r.industry, 'organKind', r.organ_kind) order by r.organ_kind, r.id)
          from responsibility.regulator_rule r where r.id = any(p.rules)), '[]') as candidates,
        (select d.id from responsibility.determination d where d.unit = u.id and d.closed_at is null and d.deleted_at is null limit 1) as determination
      from (select u.id, p.outcome ${mine} order by p.outcome = 'conflict' desc nulls last, u.area, u.id limit ${limit} offset ${offset}) x
      join places.unit u on u.id = x.id left join responsibility.placement p on p.unit = u.id left join platform.area a on a.key = u.area
      order by x.outcome = 'conflict' desc nulls last, u.area, u.id`.execute(context.tx);
    const counted = await sql<{ n: number }>`select count(*)::int as n from (select 1 ${mine} limit ${COUNT_CAP + 1}) x`.execute(
      context.tx,
    );
    const n = counted.rows[0]?.n ?? 0;
    const shown = rows.map((row) => ({
      ...row,
      candidates: row.candidates.map((each) => ({
        ...each,
        label: organKinds[each.organKind as keyof typeof organKinds] ?? each.organKind,
      })),
    }));
    return ok({ rows: shown, count: Math.min(n, COUNT_CAP), capped: n > COUNT_CAP });
  },
});

/** The rules as the pure rule takes them. */
async function rulesAt(tx: Tx, area: number, today: CalendarDate): Promise<readonly RegulatorRule[]> {
  const { rows } =
    await sql<RegulatorRule>`select id, basis, coalesce(kinds, '{}') as kinds, nullif(name_has, '') as name_has, unit, organ_kind, coalesce(rank, 0)::int as rank
    from responsibility.regulator_rule where deleted_at is null and "from" <= ${today}::date and coalesce(until, ${today}::date) >= ${today}::date
      and ${area}::bigint between area and responsibility.area_end(area) order by id limit 2000`.execute(tx);
  return rows;
}

async function factsOf(
  tx: Tx,
  id: string,
  today: CalendarDate,
): Promise<(Regulated & { readonly area: number; readonly regulator: string | null }) | undefined> {
  const { rows } = await sql<
    Regulated & { readonly area: number; readonly regulator: string | null }
  >`select u.id, u.kind, u.name, u.area, u.regulator,
      coalesce((select jsonb_agg(jsonb_build_object('what', l.what, 'issuerKind', o.kind)) from responsibility.licence l join organizations.v_organ o on o.id = l.issuer
        where l.unit = u.id and l.deleted_at is null and coalesce(l.valid_until, ${today}::date) >= ${today}::date), '[]') as licences,
      exists (select 1 from responsibility.port_area p cross join lateral (
          select ('(' || string_agg('(' || (c ->> 'lon') || ',' || (c ->> 'lat') || ')', ',' order by n) || ')')::polygon as shape
          from jsonb_array_elements(p.corners) with ordinality t (c, n)) b
        where p.deleted_at is null and jsonb_array_length(p.corners) >= 3 and u.lon is not null and b.shape @> point(u.lon, u.lat)) as in_port,
      exists (select 1 from responsibility.affiliation a join responsibility."group" g on g.id = a."group" and g.state_owned and g.deleted_at is null
        where a.unit = u.id and a.deleted_at is null) as of_state
    from places.unit u where u.id = ${id} and u.deleted_at is null`.execute(tx);
  return rows[0];
}

export const explainUnit = route({
  method: "GET",
  path: "/responsibility/units/:id/regulator",
  summary: "一家单位归谁管，依哪条规则",
  tag,
  permission: "responsibility.duty.read",
  input: z.object({ id: z.uuid() }),
  output: z.object({
    outcome: z.enum(["rule", "conflict", "none"]).describe("按现行规则"),
    regulator: z.string().nullable().describe("现在的主管部门"),
    byHand: z.boolean().describe("人工指定，规则不改它"),
    group: z.string().nullable(),
    rules: z.array(z.object({ id: z.uuid(), organKind: z.string(), label: z.string(), rank: whole, decides: z.boolean() })),
  }),
  async run({ tx, today }, { id }) {
    const facts = await factsOf(tx, id, today);
    if (!facts) return refuse("not_found", "ledger.unknown_row", { id });
    const rules = await rulesAt(tx, facts.area, today);
    const placed = placeOf(facts, rules);
    const deciding = new Set(
      placed.outcome === "rule" ? [placed.rule.id] : placed.outcome === "conflict" ? placed.rules.map((rule) => rule.id) : [],
    );
    const { rows } = await sql<{ regulator: string | null; given: string | null; group: string | null }>`select
        (select short_name from organizations.v_organ where id = ${facts.regulator}) as regulator, (select organ from responsibility.placement where unit = ${id}) as given,
        (select g.name from responsibility.affiliation a join responsibility."group" g on g.id = a."group" where a.unit = ${id} and a.deleted_at is null) as "group"`.execute(
      tx,
    );
    const known = rows[0];
    return ok({
      outcome: placed.outcome,
      regulator: known?.regulator ?? null,
      byHand: facts.regulator !== null && facts.regulator !== known?.given,
      group: known?.group ?? null,
      rules: rulesFor(facts, rules).map((rule) => ({
        id: rule.id,
        organKind: rule.organKind,
        label: organKinds[rule.organKind as keyof typeof organKinds] ?? rule.organKind,
        rank: rule.rank,
        decides: deciding.has(rule.id),
      })),
    });
  },
});

/** Where rules disagree about one unit, the decision is a case like that of a new industry: its candidates are what the rules say. */
export const determineUnit = route({
  method: "POST",
  path: "/responsibility/units/:id/determination",
  summary: "提请确定一家单位的主管部门",
  tag,
  permission: "responsibility.determine",
  input: z.object({ id: z.uuid(), why: z.string().trim().max(400).default("") }),
  output: z.object({ id: z.uuid() }),
  async run(context, { id, why: said }) {
    const { tx, services, actor, now, today } = context;
    const reader = readerOf(context);
    const unit = await findRow(services.catalog.get("places.unit"), id, reader);
    const facts = await factsOf(tx, id, today);
    if (!unit || !facts) return refuse("not_found", "ledger.unknown_row", { id });
    const open =
      await sql`select 1 from responsibility.determination where unit = ${id} and closed_at is null and deleted_at is null`.execute(tx);
    if (open.rows.length > 0) return refuse("conflict", "responsibility.being_determined");
    const placed = placeOf(facts, await rulesAt(tx, facts.area, today));
    const rules = placed.outcome === "conflict" ? placed.rules : placed.outcome === "rule" ? [placed.rule] : [];
    const kinds = [...new Set(rules.map(({ organKind }) => organKind))];
    const raised = await raiseCase(
      eraseCase(determination),
      {
        area: unit.area,
        values: {
          industry: facts.name.slice(0, 80),
          kinds: [facts.kind],
          unit: id,
          why: said || (placed.outcome === "conflict" ? "几条归口规则说法不一" : "没有归口规则管到"),
          candidates: kinds.map((organKind) => ({ organKind, reason: "归口规则" })),
          units: 1,
        },
        holderOrgan: actor.organId,
        at: now,
        kind: "person",
        actor: actor.userId,
        actorName: actor.name,
      },
      reader,
      services,
    );
    if (!raised.ok) return raised;
    context.audit({
      action: "提请确定主管部门",
      subject: determination.name,
      subjectId: raised.value.id,
      area: unit.area,
      detail: { unit: id },
    });
    return ok({ id: raised.value.id });
  },
});

/** The rules as shipped become the office's own, to be changed; an industry it already has a rule for is left as it is. JX-2.2.11 */
export const takeRules = route({
  method: "POST",
  path: "/responsibility/regulators/defaults",
  summary: "建立默认归口规则",
  description: "每类单位都有一条，没有点到名的也有；已有同名行业规则的不动。",
  tag,
  permission: "responsibility.regulator-rule.write",
  input: z.object({}),
  output: z.object({ rules: whole }),
  async run(context) {
    const { tx, services, actor, now, today } = context;
    const { rows } = await sql<{ industry: string }>`select industry from responsibility.regulator_rule
      where deleted_at is null and area <= ${actor.area.lo} and responsibility.area_end(area) >= ${actor.area.hi}`.execute(tx);
    const had = new Set(rows.map(({ industry }) => industry));
    const made = rulesOf(today)
      .filter(({ industry }) => !had.has(industry))
      .map((values) => ({ id: uuidv7(now.getTime()), area: actor.area.lo, demo: false, values }));
    await insertRows(services.catalog.get(regulatorRule.name), made, readerOf(context));
    context.audit({ action: "建立默认归口规则", subject: regulatorRule.name, detail: { rules: made.length } });
    return ok({ rules: made.length });
  },
});

export const rulesOf = (from: CalendarDate) =>
  defaults.regulators.map((each) => ({
    industry: each.industry,
    basis: each.basis,
    kinds: each.kinds,
    nameHas: each.nameHas ?? null,
    organKind: each.organ,
    rank: rankOf(each),
    clause: each.clause ?? null,
    from,
    ground: each.confidence === "unconfirmed" ? "默认归口，待核定" : defaults.ground,
  }));
