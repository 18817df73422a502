/** 申诉: the assessed government says which frozen rows are wrong; the office accepts n of m, after seeing what that changes. SH-8.5 */
import { defineCase, type Given } from "#platform/case/define.ts";
import { decimal, files, integer, long, organ, ref, table, text, yes } from "#platform/ledger/fields.ts";
import { decisionOf } from "./appeal-effect.ts";
import { APPEAL, ENTRANT } from "./names.ts";
import { notOwnArea, overYear } from "./over.ts";

const required = true;
const readOnly = true;

export const appeal = defineCase(APPEAL, {
  label: "考核申诉",
  counter: "件",
  title: "title",
  fields: {
    title: text("申诉事项", { required, readOnly, max: 120 }),
    entrant: ref("被考核政府", ENTRANT, { required, readOnly }),
    host: organ("答复单位", { readOnly }),
    indicator: text("指标号", { required, readOnly, max: 20 }),
    reason: long("理由", { required, max: 2_000 }),
    claims: table(
      "主张",
      {
        ord: integer("冻结行", { min: 0 }),
        what: text("事项", { required: true, max: 200 }),
        words: text("说明", { max: 300 }),
        accepted: yes("采纳"),
      },
      { readOnly, max: 500 },
    ),
    claimed: integer("主张数", { readOnly }),
    papers: files("证明材料", { max: 30 }),
    frozenValue: decimal("冻结值", { readOnly }),
    frozenPoints: decimal("冻结得分", { readOnly, unit: "分" }),
    accepted: integer("采纳数", { min: 0, max: 500 }),
    reply: long("答复", { max: 2_000 }),
    value: decimal("采纳后的值", { readOnly }),
    points: decimal("采纳后得分", { readOnly, unit: "分" }),
    replyFiles: files("答复材料", { max: 10 }),
  },
  search: ["title"],
  list: {
    columns: ["title", "entrant", "area", "state", "claimed", "accepted", "frozenPoints", "points", "dueAt"],
    filters: ["area", "state", "entrant"],
    sort: "-openedAt",
  },
  views: { open: { label: "待答复", where: { open: true }, sort: "dueAt" } },
  states: {
    filed: { label: "待答复", due: { working: 5 } },
    consulting: { label: "会商中", due: { working: 5 } },
    accepted: { label: "已采纳", end: true },
    rejected: { label: "不采纳", end: true },
    withdrawn: { label: "已撤回", end: true },
  },
  start: "filed",
  moves: {
    consult: {
      label: "转会商",
      from: ["filed"],
      to: "consulting",
      by: "assessment.decide",
      note: "optional",
      closed: notOwnArea,
      ready: overYear,
    },
    accept: {
      label: "采纳",
      from: ["filed", "consulting"],
      to: "accepted",
      by: "assessment.decide",
      asks: ["accepted", "reply"],
      takes: ["replyFiles"],
      closed: notOwnArea,
      ready: async (context, row, given) => {
        const over = await overYear(context, row, given);
        return over.ok ? decisionOf(context, row, given) : over;
      },
      refuse: (row, given: Given) => {
        const n = Number(given.accepted ?? 0);
        return n < 1 || n > Number(row.claimed ?? 0) ? { code: "assessment.accepted_beyond", params: { claimed: row.claimed } } : undefined;
      },
      sets: (_, { value, points, claims }) => ({ value, points, ...(claims ? { claims } : {}) }),
    },
    reject: {
      label: "不采纳",
      from: ["filed", "consulting"],
      to: "rejected",
      by: "assessment.decide",
      asks: ["reply"],
      takes: ["replyFiles"],
      closed: notOwnArea,
      ready: overYear,
      sets: (row) => ({ accepted: 0, value: row.frozenValue, points: row.frozenPoints }),
    },
    withdraw: { label: "撤回", from: ["filed"], to: "withdrawn", by: "assessment.appeal", note: "optional" },
  },
});
