/** What an organ owed and what it did between two days, row by row, for a case that judges it: read once, frozen, never asked again. SH-8.8 */
import { sql } from "kysely";
import type { ByHand } from "#platform/case/define.ts";
import type { Tx } from "#platform/db.ts";
import { ok, refuse } from "#platform/result.ts";
import { freeze } from "#platform/snapshot/snapshot.ts";
import { type CalendarDate, calendarDate } from "#platform/values.ts";
import { phaseOf, type Trigger } from "./domain/kinds.ts";

export type Act = {
  readonly part: string;
  readonly ledger: string;
  readonly rowId: string;
  readonly version: number;
  readonly content: Readonly<Record<string, unknown>>;
};
export type Asked = { readonly organ: string; readonly post: string | null; readonly from: CalendarDate; readonly to: CalendarDate };

const MOST = 2_000;

/** @returns duties first (`part` 职责), then acts of each kind; at most 2,000 of a kind */
export async function gather(tx: Tx, { organ, post, from, to }: Asked): Promise<readonly Act[]> {
  const until = sql`(${to}::date + 1)::timestamptz`;
  const own = post ? sql`and (d.post = ${post} or d.post is null)` : sql``;
  const duties = await sql<Act>`select '职责' as part, 'responsibility.duty' as ledger, d.id as row_id, d.version::int,
      jsonb_build_object('words', d.words, 'ground', d.ground) as content
    from responsibility.duty d where d.organ = ${organ} ${own} and d.deleted_at is null
      and coalesce(d."from", ${from}::date) <= ${to}::date and coalesce(d.until, ${to}::date) >= ${from}::date order by d.id limit ${MOST}`.execute(
    tx,
  );
  const tasks = await sql<Act>`select '年度任务' as part, 'responsibility.year-task' as ledger, t.id as row_id, t.version::int,
      jsonb_build_object('words', t.words, 'dueOn', t.due_on, 'doneOn', t.done_on, 'proof', t.proof) as content
    from responsibility.year_task t where t.organ = ${organ} ${post ? sql`and t.post = ${post}` : sql``} and t.deleted_at is null
      and t.due_on between ${from}::date and ${to}::date order by t.due_on, t.id limit ${MOST}`.execute(tx);
  const visits = await sql<Act>`select '监督检查' as part, 'inspection.visit' as ledger, v.id as row_id, v.version::int,
      jsonb_build_object('unit', v.unit_name, 'on', v.on_day, 'result', v.result, 'by', v.inspectors, 'failed', v.failed) as content
    from inspection.visit v join identity."user" u on u.id = v.inspector and u.organ = ${organ}
    where v.deleted_at is null and v.on_day between ${from}::date and ${to}::date order by v.on_day, v.id limit ${MOST}`.execute(tx);
  const hazards = await sql<Act>`select '隐患督办' as part, 'hazard-loop.hazard' as ledger, h.id as row_id, h.version::int,
      jsonb_build_object('number', h.number, 'what', h.what, 'grade', h.grade, 'foundOn', h.found_on, 'dueOn', h.due_on, 'state', h.state, 'closedAt', h.closed_at) as content
    from hazard_loop.hazard h where h.deleted_at is null and (h.supervisor = ${organ} or h.holder_organ = ${organ})
      and h.opened_at < ${until} and coalesce(h.closed_at, ${until}) >= ${from}::date order by h.opened_at, h.id limit ${MOST}`.execute(tx);
  const notices = await sql<Act>`select '抄告与请求' as part, r.case_name as ledger, r.case_id as row_id, 0 as version,
      jsonb_build_object('kind', r.kind, 'note', r.note, 'askedAt', r.asked_at, 'dueAt', r.due_at, 'answeredAt', r.answered_at) as content
    from platform.request r where r.to_organ = ${organ} and r.asked_at >= ${from}::date and r.asked_at < ${until} order by r.asked_at limit ${MOST}`.execute(
    tx,
  );
  return [duties, tasks, visits, hazards, notices].flatMap(({ rows }) => rows);
}

export const countsOf = (acts: readonly Act[]): { readonly duties: number; readonly acts: number } => {
  const duties = acts.filter(({ part }) => part === "职责").length;
  return { duties, acts: acts.length - duties };
};

/** What the organ owed and did, frozen as the case opens: what changes afterwards changes nothing of it. */
export const freezeEvidence: NonNullable<ByHand<string>["ready"]> = async ({ tx, actor, now, today }, given) => {
  const [from, to] = [calendarDate.safeParse(given.from), calendarDate.safeParse(given.to)];
  if (!from.success || !to.success || from.data > to.data || to.data > today) return refuse("invalid", "responsibility.bad_period");
  const [organ, post] = [String(given.organ), typeof given.post === "string" ? given.post : null];
  if (organ === actor.organId) return refuse("conflict", "responsibility.judges_itself");
  if (post) {
    const { rows } = await sql`select 1 from organizations.post where id = ${post} and organ = ${organ} and deleted_at is null`.execute(tx);
    if (rows.length === 0) return refuse("invalid", "responsibility.unknown_post");
  }
  const { rows } = await sql<{ name: string }>`select name from organizations.organ where id = ${organ}`.execute(tx);
  const asked = { organ, post, from: from.data, to: to.data };
  const acts = await gather(tx, asked);
  const counts = countsOf(acts);
  const by = { userId: actor.userId, name: actor.name, now };
  const subject = rows[0]?.name ?? organ;
  const frozen = await freeze(
    tx,
    { kind: "责任追究", subject, area: given.area, query: asked, figures: counts, ruleVersion: "1", rows: acts },
    by,
  );
  return ok({ phase: phaseOf(given.trigger as Trigger), ...counts, snapshot: frozen.id, sealed: frozen.sm3, frozenOn: today });
};
