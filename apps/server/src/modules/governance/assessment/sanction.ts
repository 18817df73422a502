/** 追责建议 as a case: proposed by one of four situations or by hand, decided, told in writing, its result kept. PT-2.2.4.8 */
import { sql } from "kysely";
import { defineCase, eraseCase } from "#platform/case/define.ts";
import { raiseCase, systemReader } from "#platform/case/store.ts";
import type { Tx } from "#platform/db.ts";
import { choice, day, files, long, organ, text } from "#platform/ledger/fields.ts";
import { ok, orThrow } from "#platform/result.ts";
import type { Services } from "#platform/services.ts";
import { addDays } from "#platform/values.ts";
import { proposedFor, sanctions, type Trigger, triggers } from "./domain/sanction.ts";
import { notOwnOrgan, overTarget } from "./over.ts";

const required = true;
const readOnly = true;
const SANCTION = "assessment.sanction";

export const sanction = defineCase(SANCTION, {
  label: "追责建议",
  counter: "件",
  title: "grounds",
  fields: {
    grounds: text("事由", { required, max: 200 }),
    trigger: choice("情形", triggers, { required, indexed: true }),
    target: organ("对象单位", { required }),
    person: text("对象个人", { max: 60 }),
    proposed: choice("建议措施", sanctions, { readOnly, indexed: true }),
    decided: choice("决定措施", sanctions, { indexed: true }),
    decision: long("决定", { max: 2_000 }),
    decidedOn: day("决定日期", { readOnly, indexed: true }),
    number: text("文号", { max: 60 }),
    papers: files("文书", { max: 6 }),
    noticedOn: day("送达日期", { readOnly, indexed: true }),
    result: long("落实结果", { max: 2_000 }),
    doneOn: day("办结日期", { readOnly, indexed: true }),
    sourceName: text("来源", { readOnly, internal: true, max: 60 }),
    sourceId: text("来源编号", { readOnly, internal: true, max: 60, indexed: true }),
  },
  search: ["grounds", "person", "number"],
  list: {
    columns: ["grounds", "trigger", "target", "person", "area", "proposed", "decided", "state", "dueAt", "noticedOn"],
    filters: ["area", "state", "trigger", "decided", "target"],
    sort: "-openedAt",
  },
  views: {
    open: { label: "在办", where: { open: true }, sort: "dueAt" },
    decided: { label: "已决定", where: { decided: { set: true } } },
  },
  byHand: {
    asks: ["grounds", "trigger", "target", "person"],
    ready: async ({ tx, today }, { trigger, target }) =>
      ok({ proposed: proposedFor(trigger as Trigger, await decidedBefore(tx, String(target), addDays(today, -365))) }),
  },
  reminders: [
    { level: 1, working: -2 },
    { level: 2, working: 0 },
    { level: 3, working: 3, escalates: true },
  ],
  states: {
    proposed: { label: "待决定", step: "决定", due: { working: 10 } },
    decided: { label: "待送达", step: "送达", due: { working: 5 } },
    noticed: { label: "待落实", step: "落实", due: { days: 60 } },
    done: { label: "已落实", step: "办结", end: true },
    dropped: { label: "不予处理", end: true },
  },
  start: "proposed",
  moves: {
    decide: {
      label: "作出决定",
      from: ["proposed"],
      to: "decided",
      by: "assessment.approve",
      asks: ["decided", "decision"],
      closed: notOwnOrgan,
      ready: overTarget,
      sets: (_, __, { today }) => ({ decidedOn: today }),
    },
    notice: {
      label: "书面送达",
      from: ["decided"],
      to: "noticed",
      by: "assessment.supervise",
      asks: ["number"],
      closed: notOwnOrgan,
      ready: overTarget,
      takes: ["papers"],
      sets: (_, __, { today }) => ({ noticedOn: today }),
    },
    conclude: {
      label: "登记结果",
      from: ["noticed"],
      to: "done",
      by: "assessment.supervise",
      asks: ["result"],
      closed: notOwnOrgan,
      ready: overTarget,
      takes: ["papers"],
      sets: (_, __, { today }) => ({ doneOn: today }),
    },
    drop: {
      label: "不予处理",
      from: ["proposed"],
      to: "dropped",
      by: "assessment.approve",
      note: "required",
      closed: notOwnOrgan,
      ready: overTarget,
    },
  },
});

async function decidedBefore(tx: Tx, target: string, since: string): Promise<number> {
  const { rows } = await sql<{
    n: number;
  }>`select count(*)::int as n from assessment.sanction where target = ${target} and decided_on >= ${since}::date and deleted_at is null`.execute(
    tx,
  );
  return rows[0]?.n ?? 0;
}

type Situation = {
  readonly trigger: Trigger;
  readonly sourceName: string;
  readonly sourceId: string;
  readonly area: number;
  readonly target: string;
  readonly holder: string | null;
  readonly grounds: string;
  readonly demo: boolean;
};

/** What has happened within two years and nobody has been asked about yet. */
async function situations(tx: Tx, today: string): Promise<readonly Situation[]> {
  const { rows } = await sql<Situation>`select x.* from (
      select 'grave' as trigger, 'assessment.finding' as source_name, f.id::text as source_id, f.area, f.target, f.host as holder, '督导发现严重问题：' || f.what as grounds, f.demo
        from assessment.finding f where f.grave and f.state not in ('found', 'void') and f.deleted_at is null and f.found_on > ${today}::date - 730
      union all select 'lapse', 'assessment.finding', f.id::text, f.area, f.target, f.host, '督导问题逾期未改：' || f.what, f.demo
        from assessment.finding f where f.late_on > ${today}::date - 730 and f.deleted_at is null
      union all select 'fire', 'assessment.fire-outcome', f.id::text, f.area, o.id, null::uuid, to_char(f.month, 'YYYY-MM') || ' 发生较大以上火灾 ' || (coalesce(f.large, 0) + coalesce(f.major, 0) + coalesce(f.gravest, 0)) || ' 起', f.demo
        from assessment.fire_outcome f join lateral (select v.id from organizations.v_organ v where v.area = f.area and v.kind = 'government' order by v.id limit 1) o on true
        where coalesce(f.large, 0) + coalesce(f.major, 0) + coalesce(f.gravest, 0) > 0 and f.month > ${today}::date - 730 and f.deleted_at is null
      union all select 'failed', 'assessment.entrant', e.id::text, e.area, e.organ, null::uuid, e.calendar_year || ' 年度考核 ' || e.final_grade, e.demo
        from assessment.entrant e where e.final_failed and e.organ is not null and e.calendar_year >= extract(year from ${today}::date) - 2 and e.deleted_at is null) x
    where not exists (select 1 from assessment.sanction s where s.trigger = x.trigger and s.source_id = x.source_id and s.deleted_at is null) order by x.area, x.source_id limit 500`.execute(
    tx,
  );
  return rows;
}

/** Run again, nothing doubles: a situation is asked about once, whatever was decided. @returns how many were proposed */
export async function proposeSanctions(tx: Tx, services: Services): Promise<number> {
  const [now, today] = [services.clock.now(), services.clock.today()];
  const found = await situations(tx, today);
  const committee = await sql<{
    id: string;
  }>`select id from organizations.v_organ where kind = 'committee' and area = ${services.city.range.lo} order by id limit 1`.execute(tx);
  for (const { trigger, area, target, holder, grounds, demo, ...source } of found) {
    const proposed = proposedFor(trigger, await decidedBefore(tx, target, addDays(today, -365)));
    const values = { grounds: grounds.slice(0, 200), trigger, target, proposed, ...source };
    orThrow(
      await raiseCase(
        eraseCase(sanction),
        { area, holderOrgan: holder ?? committee.rows[0]?.id ?? null, at: now, kind: "system", actorName: "系统", demo, values },
        systemReader(services, tx, now, today),
        services,
      ),
    );
  }
  return found.length;
}
