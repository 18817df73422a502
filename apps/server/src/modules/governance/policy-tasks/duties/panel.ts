/** One cell opened: figure, trend, the rows that spoil it, what was done so far, and the person who owes it. */
import { sql } from "kysely";
import { z } from "zod";
import { may } from "#platform/actor.ts";
import type { Tx } from "#platform/db.ts";
import { seriesOf, valueIn } from "#platform/measure/series.ts";
import { ok, refuse } from "#platform/result.ts";
import { type RouteContext, route } from "#platform/route.ts";
import { type CalendarDate, isWithin, subtreeOf } from "#platform/values.ts";
import { DECIDE, isAbove, mayProve } from "./above.ts";
import { earlier } from "./domain/periods.ts";
import { isOwed, knowMeasures, type LaidDuty } from "./laid.ts";
import { byId, linesWhere } from "./lines.ts";
import { organNames, READ, visibleLaid } from "./seen.ts";
import { standingShown } from "./shapes.ts";
import { bindingOf, targetOf } from "./show-duty.ts";
import { spoilingRows } from "./standing-rows.ts";
import { lastMonths } from "./trend.ts";

type Shown = z.input<typeof standingShown>;
export type Kept = {
  readonly periodFrom: CalendarDate;
  readonly periodTo: CalendarDate;
  readonly frozen: boolean;
  readonly redOn: CalendarDate | null;
  readonly redValue: number | null;
  readonly perMonth: number | null;
};
const KEPT = sql`, s.period_from, s.period_to, s.frozen, s.red_on, s.red_value, s.per_month`;

export const standingRoute = route({
  method: "GET",
  path: "/policy-tasks/standings/:id",
  tag: "政策任务",
  summary: "一格：数值、趋势、记录、处理与责任人",
  permission: READ,
  input: z.object({ id: z.uuid() }),
  output: standingShown,
  composed: ["text"],
  example: { input: { id: "01997c2e-8f00-7000-8000-000000000051" } },
  async run(context, { id }) {
    const { tx, services, today, actor } = context;
    await knowMeasures(tx, services);
    const laid = (await visibleLaid(context)).filter(isOwed);
    const [line] = await linesWhere<Kept>(
      tx,
      byId(laid),
      { where: sql`s.id = ${id}`, order: sql`s.id`, limit: 1, more: KEPT },
      services,
      today,
    );
    const of = line && laid.find(({ pack, clause, key }) => pack === line.pack && clause === line.clause && key === line.duty);
    if (!line || !of || !isWithin(line.area.key, actor.area)) return refuse("not_found", "policy-tasks.unknown_standing");
    const { more: kept, ...shown } = line;
    const { clause, duty, pack, measure: name } = of.content;
    const measure = name === null ? undefined : services.registry.measures.get(name);
    const organ = line.organ?.id ?? null;
    const span = { from: kept.periodFrom, to: earlier(kept.periodTo, today) };
    const rowsSpan = span.from > span.to ? { from: span.to, to: span.to } : span;
    return ok({
      ...shown,
      title: clause.title,
      says: clause.says,
      section: clause.section,
      packTitle: pack.title,
      from: kept.periodFrom,
      to: kept.periodTo,
      targetShown: targetOf(duty),
      frozen: kept.frozen,
      missing: missingOf(shown.value, shown.target, shown.num, shown.den, measure?.unit),
      binding: bindingOf({ ...of.content, duty }, services),
      ...(await trendOf(context, of, line.area.key)),
      forecast:
        kept.redOn === null || kept.redValue === null || kept.perMonth === null
          ? null
          : { redOn: kept.redOn, value: kept.redValue, perMonth: kept.perMonth },
      rows: measure && shown.evidence !== "hand" ? await spoilingRows(context, measure, subtreeOf(line.area.key), rowsSpan) : null,
      dealings: await dealingsOf(tx, id, of.id, organ),
      evidences: await evidencesOf(tx, of.id, organ, shown.period, duty.rhythm.kind === "every"),
      waivers: await waiversOf(tx, of.id, organ, today),
      owes: await owesOf(tx, line.organ ?? null, of, id),
      may: await rightsOf(context, organ === null ? null : { area: line.area.key, organ }, shown.evidence, kept.frozen),
    });
  },
});

/** Whole things still lacking: rows of a share, or how far a count is from its aim. */
function missingOf(
  value: number | null,
  target: number | null,
  num: number | null,
  den: number | null,
  unit: string | undefined,
): number | null {
  if (value === null || target === null) return null;
  if (unit === "%" && num !== null && den !== null) return Math.max(0, Math.ceil((den * target) / 100 - num - 1e-9));
  return Math.max(0, target - value);
}

async function rightsOf(
  context: RouteContext,
  owing: { readonly area: number; readonly organ: string } | null,
  evidence: Shown["evidence"],
  frozen: boolean,
): Promise<Shown["may"]> {
  const { actor } = context;
  const isOwn = owing !== null && actor.organId === owing.organ;
  return {
    urge: !frozen && may(actor, "policy-tasks.urge"),
    answer: may(actor, "policy-tasks.answer") || (isOwn && may(actor, READ)),
    evidence:
      !frozen && evidence !== "computed" && may(actor, "policy-tasks.evidence") && owing !== null && (await mayProve(context, owing)),
    waive: !frozen && may(actor, "policy-tasks.waive"),
    decide: !frozen && may(actor, DECIDE) && owing !== null && (await isAbove(context, owing)),
  };
}

const MONTHS = 12;

/** The area's own line, and that of the area above beside it. */
async function trendOf(
  { tx, services, today, now }: RouteContext,
  { content, packArea }: LaidDuty,
  area: number,
): Promise<Pick<Shown, "trend" | "whole">> {
  const measure = content.measure === null ? undefined : services.registry.measures.get(content.measure);
  const { rows } = await sql<{
    key: number;
    name: string;
  }>`select p.key, p.name from platform.area a join platform.area p on p.key = a.parent
    where a.key = ${area} and p.key >= ${packArea}`.execute(tx);
  const above = rows[0] ?? null;
  if (!measure) return { trend: [], whole: above };
  const months = lastMonths(today, MONTHS);
  const ground = { tx, catalog: services.catalog, measures: services.registry.measures, moments: { today, now } };
  const series = await seriesOf(measure, months, { areas: above ? [area, above.key] : [area] }, ground);
  const at = (key: number | undefined, month: (typeof months)[number]) =>
    key === undefined ? null : (valueIn(measure, series.at(key, month)) ?? null);
  return { trend: months.map((month) => ({ month: month.month, value: at(area, month), whole: at(above?.key, month) })), whole: above };
}

type Dealing = Shown["dealings"][number];

async function dealingsOf(tx: Tx, standing: string, duty: number, organ: string | null): Promise<Dealing[]> {
  const { rows } = await sql<Dealing>`select * from (
      select (s.turned_on::timestamp at time zone 'Asia/Shanghai') as at, 'turned' as kind, null as by, null as organ, '' as text, s.status, s.value, null::uuid as id
        from policy_tasks.standing s where s.id = ${standing} and s.turned_on is not null and not exists (select 1 from policy_tasks.turn t where t.standing = s.id)
      union all select t.at, 'turned' as kind, null as by, null as organ, '' as text, t.to_status as status, t.value, null::uuid as id from policy_tasks.turn t where t.standing = ${standing}
      union all select u.at, case u.kind when 'urge' then 'urged' when 'report' then 'reported' else 'interview' end, u.by_name, u.by_organ, u.message, null, null, u.id
        from policy_tasks.urging u where u.standing = ${standing}
      union all select u.received_at, 'received', u.received_name, null, '', null, null, u.id from policy_tasks.urging u where u.standing = ${standing} and u.received_at is not null
      union all select u.answered_at, 'answered', u.answered_name, u.answered_organ, u.answer, null, null, u.id from policy_tasks.urging u where u.standing = ${standing} and u.answered_at is not null
      union all select e.at, 'evidence', e.by_name, e.by_organ, e.note, null, e.value, e.id from policy_tasks.evidence e where e.duty = ${duty} and e.organ = ${organ}
      union all select w.applied_at, 'waive-applied', w.applied_name, null, w.reason, null, null, w.id from policy_tasks.waiver w where w.duty = ${duty} and w.organ = ${organ}
      union all select w.decided_at, case w.state when 'approved' then 'waived' else 'waive-refused' end, w.decided_name, null, coalesce(w.decision, ''), null, null, w.id
        from policy_tasks.waiver w where w.duty = ${duty} and w.organ = ${organ} and w.decided_at is not null) d
    order by at desc limit 100`.execute(tx);
  return rows;
}

type EvidenceRow = Omit<Shown["evidences"][number], "files" | "corrected"> & { readonly period: string; readonly files: readonly string[] };

async function evidencesOf(tx: Tx, duty: number, organ: string | null, period: string, isPeriodic: boolean): Promise<Shown["evidences"]> {
  const { rows } =
    await sql<EvidenceRow>`select id, value, on_day as "on", note, files::text[] as files, by_name as by, by_organ as organ, at, period from policy_tasks.evidence
    where duty = ${duty} and organ = ${organ} ${isPeriodic ? sql`and period = ${period}` : sql``} order by at desc, id desc limit 50`.execute(
      tx,
    );
  const names = await fileNames(
    tx,
    rows.flatMap(({ files }) => files),
  );
  return rows.map(({ files, period: _, ...row }, i) => ({
    ...row,
    files: files.map((id) => ({ id, name: names.get(id) ?? "" })),
    corrected: i > 0,
  }));
}

async function fileNames(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ id: string; name: string }>`select id, name from platform.file where id = any(${ids}::uuid[])`.execute(tx);
  return new Map(rows.map(({ id, name }) => [id, name]));
}

async function waiversOf(tx: Tx, duty: number, organ: string | null, today: CalendarDate): Promise<Shown["waivers"]> {
  const { rows } = await sql<
    Shown["waivers"][number]
  >`select id, case when state = 'approved' and until < ${today}::date then 'ended' else state end as state, reason, from_on as "from", until,
      applied_name as applied_by, applied_at, decided_name as decided_by, decided_at, decision
    from policy_tasks.waiver where duty = ${duty} and organ = ${organ} order by applied_at desc limit 20`.execute(tx);
  return rows;
}

type Person = { readonly id: string; readonly name: string; readonly post: string };

/** Who answers for an organ: whoever sits in its post of the person responsible or his deputy, else its leader; else the post alone. */
export async function personOf(tx: Tx, organ: string): Promise<{ readonly post: string | null; readonly person: Person | null }> {
  const posts = await sql<{
    name: string;
  }>`select name from organizations.post where organ = ${organ} and duty in ('deputy', 'responsible') and deleted_at is null
    order by duty, name limit 5`.execute(tx);
  const { rows } = await sql<Person>`select p.id, p.name, coalesce(p.title, '') as post from policy_tasks.v_post_holder p
    where p.organ = ${organ} and (p.role = 'leader' or p.title = any(${posts.rows.map(({ name }) => name)}::text[]))
    order by (p.title = any(${posts.rows.map(({ name }) => name)}::text[])) desc nulls last, p.granted_at limit 1`.execute(tx);
  return { post: posts.rows[0]?.name ?? null, person: rows[0] ?? null };
}

async function owesOf(tx: Tx, organ: Shown["owes"]["organ"], { leads, supports }: LaidDuty, standing: string): Promise<Shown["owes"]> {
  const names = await organNames(tx, [...leads, ...supports]);
  const named = (ids: readonly string[]) => ids.flatMap((id) => (names.has(id) ? [{ id, name: names.get(id) ?? "" }] : []));
  const { rows } = await sql<{
    n: number;
    last: CalendarDate | null;
  }>`select count(*)::int as n, max(on_day) as last from policy_tasks.urging
    where standing = ${standing} and kind = 'urge'`.execute(tx);
  const who = organ ? await personOf(tx, organ.id) : { post: null, person: null };
  return {
    organ,
    ...who,
    lead: named(leads.slice(0, 1))[0] ?? null,
    supports: named(supports),
    urged: rows[0]?.n ?? 0,
    lastUrgedOn: rows[0]?.last ?? null,
  };
}
