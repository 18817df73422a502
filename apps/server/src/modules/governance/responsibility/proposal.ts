/**
 * 追责建议: the program lays before whoever may open a case what speaks for one, with the rows; he opens it or says why not. Nothing is opened by
 * itself. SH-8.8, SH-8.9, PT-2.2.4.8, JX-1.4.1, QZ-3.1.4
 */
import { defineCase, eraseCase, type Ready } from "#platform/case/define.ts";
import { raiseCase } from "#platform/case/store.ts";
import { choice, day, integer, long, organ, ref, table, text } from "#platform/ledger/fields.ts";
import { readerOf } from "#platform/ledger/routes.ts";
import { ok } from "#platform/result.ts";
import { accountability } from "./accountability.ts";
import { proposalRules, triggers } from "./domain/kinds.ts";
import { freezeEvidence } from "./gather.ts";

const required = true;
const readOnly = true;

/** Opens the case for the organ and period proposed: its evidence is frozen as in any other. */
const openCase: Ready = async (context, row) => {
  const { services, actor, now, today } = context;
  const given = { what: row.what, trigger: row.trigger, organ: row.organ, from: row.from, to: today };
  const area = Number(row.organArea);
  const frozen = await freezeEvidence(context, { ...given, area });
  if (!frozen.ok) return frozen;
  const raised = await raiseCase(
    eraseCase(accountability),
    {
      area,
      values: { ...given, ...frozen.value, proposal: row.id },
      holderOrgan: actor.organId,
      at: now,
      kind: "person",
      actor: actor.userId,
      actorName: actor.name,
    },
    readerOf(context),
    services,
  );
  return raised.ok ? ok({ opened: raised.value.id }) : raised;
};

export const proposal = defineCase("responsibility.proposal", {
  label: "追责建议",
  counter: "件",
  title: "what",
  fields: {
    what: text("事由", { required, readOnly, max: 200 }),
    rule: choice("依据的规则", proposalRules, { required, readOnly, indexed: true }),
    trigger: choice("情形", triggers, { required, readOnly }),
    organ: organ("涉及机构", { required, readOnly }),
    organArea: integer("机构辖区", { required, readOnly, internal: true }),
    source: text("对应条款", { readOnly, max: 80 }),
    graceDays: integer("宽限", { readOnly, unit: "天" }),
    from: day("自", { required, readOnly }),
    items: integer("依据", { readOnly, unit: "条" }),
    evidence: table(
      "依据明细",
      {
        what: text("事项", { max: 200 }),
        on: day("日期"),
        words: text("情况", { max: 200 }),
        href: text("打开", { max: 200 }),
        row: text("记录", { max: 60 }),
      },
      { readOnly, max: 200 },
    ),
    accountability: ref("立案", accountability, { readOnly }),
    reasons: long("不予立案的理由", { max: 1_000 }),
    decidedOn: day("处理日期", { readOnly }),
  },
  search: ["what"],
  list: {
    columns: ["what", "rule", "organ", "items", "state", "source", "openedAt", "decidedOn"],
    filters: ["rule", "state", "organ"],
    sort: "-openedAt",
  },
  views: { open: { label: "待处理", where: { open: true }, sort: "dueAt" } },
  sameWhileOpen: ["rule", "organ"],
  reminders: [
    { level: 1, working: -2 },
    { level: 2, working: 0 },
  ],
  states: {
    proposed: { label: "待处理", due: { working: 10 } },
    opened: { label: "已立案", end: true },
    dismissed: { label: "不予立案", end: true },
  },
  start: "proposed",
  moves: {
    open: {
      label: "立案",
      from: ["proposed"],
      to: "opened",
      by: "responsibility.trace",
      ready: openCase,
      closed: (row, { actor }) => (actor?.organId && actor.organId === row.organ ? { code: "responsibility.judges_itself" } : undefined),
      sets: (_, given, { today }) => ({ accountability: given.opened, decidedOn: today }),
    },
    dismiss: {
      label: "不予立案",
      from: ["proposed"],
      to: "dismissed",
      by: "responsibility.trace",
      asks: ["reasons"],
      closed: (row, { actor }) => (actor?.organId && actor.organId === row.organ ? { code: "responsibility.judges_itself" } : undefined),
      sets: (_, __, { today }) => ({ decidedOn: today }),
    },
  },
});
