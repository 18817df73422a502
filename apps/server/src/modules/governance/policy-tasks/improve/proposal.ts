/** 优化建议: what a review of effects would change in a workflow, a weight or a norm; what is adopted is a version with its reason. PT-3.3.2 */
import { sql } from "kysely";
import { defineCase, type Ready } from "#platform/case/define.ts";
import { madeBy } from "#platform/case/store.ts";
import type { Tx } from "#platform/db.ts";
import { choice, day, files, integer, long, ref, text } from "#platform/ledger/fields.ts";
import { ok, refuse } from "#platform/result.ts";
import { effectReview } from "./ledgers.ts";

export const PROPOSAL = "policy-tasks.proposal";
export const DECIDE = "policy-tasks.proposal.decide";
const required = true;
const readOnly = true;
export const subjectKinds = { workflow: "流程", weight: "权重", norm: "标准" } as const;

/** The next version of what is changed, one sequence a subject and area. Adopting two at once waits on the lock. */
async function nextVersion(tx: Tx, area: number, subject: string): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`policy-tasks.proposal ${area} ${subject}`}, 0))`.execute(tx);
  const { rows } = await sql<{ n: number }>`select coalesce(max(version_number), 0)::int + 1 as n from policy_tasks.proposal
    where area = ${area} and subject = ${subject} and state = 'adopted' and deleted_at is null`.execute(tx);
  return rows[0]?.n ?? 1;
}

/** Another decides than who proposed. */
const byAnother: Ready = async ({ tx, actor }, row) =>
  (await madeBy(row.id, null, tx)).includes(actor.userId) ? refuse("conflict", "policy-tasks.own_proposal") : ok({});

export const proposal = defineCase(PROPOSAL, {
  label: "优化建议",
  counter: "条",
  title: "title",
  fields: {
    title: text("建议", { required, max: 160 }),
    kind: choice("改什么", subjectKinds, { required, indexed: true }),
    subject: text("对象", { required, max: 120, indexed: true, help: "哪个流程、哪项权重、哪条标准；同一对象用同一个名字，版本接着排" }),
    pack: text("政策包", { max: 20 }),
    review: ref("依据的评估", effectReview),
    nowIs: long("现行", { required, max: 2_000 }),
    shouldBe: long("改为", { required, max: 2_000 }),
    reason: long("理由", { required, max: 2_000 }),
    papers: files("材料", { max: 10 }),
    effectiveOn: day("施行日期"),
    versionNumber: integer("版本", { readOnly }),
    decidedOn: day("审定日期", { readOnly }),
    decidedWhy: text("审定意见", { readOnly, max: 400 }),
  },
  search: ["title", "subject"],
  list: {
    columns: ["title", "kind", "subject", "area", "state", "versionNumber", "effectiveOn", "decidedOn", "dueAt"],
    filters: ["area", "state", "kind", "subject", "review", "pack"],
    sort: "-openedAt",
  },
  views: {
    open: { label: "待审定", where: { open: true }, sort: "dueAt" },
    adopted: { label: "已采纳", where: { state: "adopted" }, sort: "-decidedOn" },
  },
  byHand: { asks: ["title", "kind", "subject", "pack", "review", "nowIs", "shouldBe", "reason", "papers"] },
  states: {
    proposed: { label: "待审定", step: "提出", due: { working: 10 } },
    adopted: { label: "已采纳", end: true },
    refused: { label: "不采纳", end: true },
  },
  start: "proposed",
  example: {
    title: "微型站验收权重提高",
    kind: "weight",
    subject: "乡镇考核 微型站实化",
    nowIs: "25 分",
    shouldBe: "30 分",
    reason: "三个街道微型站出勤低",
    effectiveOn: "2026-07-01",
  },
  moves: {
    adopt: {
      label: "采纳",
      from: ["proposed"],
      to: "adopted",
      by: DECIDE,
      asks: ["effectiveOn"],
      takes: ["shouldBe"],
      note: "required",
      ready: async (context, row, given) => {
        const decides = await byAnother(context, row, given);
        return decides.ok ? ok({ nextVersion: await nextVersion(context.tx, row.area, String(row.subject)) }) : decides;
      },
      refuse: (_, { effectiveOn }, { today }) =>
        typeof effectiveOn === "string" && effectiveOn < today ? { code: "policy-tasks.day_past" } : undefined,
      sets: (_, { nextVersion: next, note }, { today }) => ({ versionNumber: next, decidedOn: today, decidedWhy: note }),
    },
    refuse: {
      label: "不采纳",
      from: ["proposed"],
      to: "refused",
      by: DECIDE,
      note: "required",
      ready: byAnother,
      sets: (_, { note }, { today }) => ({ decidedOn: today, decidedWhy: note }),
    },
    amend: {
      label: "修改",
      from: ["proposed"],
      to: "same",
      by: `${PROPOSAL}.write`,
      takes: ["shouldBe", "reason", "nowIs"],
      note: "optional",
    },
  },
});
