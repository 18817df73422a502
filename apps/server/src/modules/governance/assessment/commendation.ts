/** 表彰奖励: nominated for what was really done, reviewed, shown to the public, awarded. SH-4.15, QZ-8.2 */
import { defineCase } from "#platform/case/define.ts";
import { choice, day, files, long, organ, ref, text } from "#platform/ledger/fields.ts";
import { ok } from "#platform/result.ts";
import { awards, honoured } from "./domain/kinds.ts";

const required = true;
const readOnly = true;

export const commendation = defineCase("assessment.commendation", {
  label: "表彰奖励",
  counter: "项",
  title: "name",
  unit: "unit",
  fields: {
    name: text("名称", { required, max: 80 }),
    kind: choice("对象", honoured, { required, indexed: true }),
    unit: ref("单位", "places.unit"),
    level: choice("级别", awards, { required, indexed: true }),
    award: text("荣誉", { required, max: 80 }),
    merit: long("事迹", { required, max: 2_000 }),
    evidence: text("业务来源", { max: 200, help: "如 隐患举报、初起火灾扑救、任务编号" }),
    papers: files("材料", { max: 10 }),
    nominator: organ("推荐单位", { readOnly }),
    reviewWords: long("评审意见", { max: 1_000 }),
    noticeFrom: day("公示起"),
    noticeUntil: day("公示止"),
    noticeMedium: text("公示媒体", { max: 80 }),
    documentNumber: text("表彰文号", { max: 80 }),
    awardedOn: day("表彰日期", { readOnly, indexed: true }),
  },
  search: ["name", "award", "documentNumber"],
  list: {
    columns: ["name", "kind", "level", "award", "area", "state", "nominator", "awardedOn"],
    filters: ["area", "state", "kind", "level", "awardedOn", "unit"],
    sort: "-openedAt",
  },
  views: { awarded: { label: "已表彰", where: { state: "awarded" }, sort: "-openedAt" } },
  byHand: {
    asks: ["name", "kind", "unit", "level", "award", "merit", "evidence", "papers"],
    ready: async ({ actor }) => ok({ nominator: actor.organId }),
  },
  states: {
    nominated: { label: "待评审", due: { working: 15 } },
    reviewed: { label: "待公示", due: { working: 10 } },
    shown: { label: "公示中", due: { field: "noticeUntil" } },
    awarded: { label: "已表彰", end: true },
    refused: { label: "不予表彰", end: true },
  },
  start: "nominated",
  moves: {
    review: { label: "评审通过", from: ["nominated"], to: "reviewed", by: "assessment.run", asks: ["reviewWords"] },
    refuse: { label: "不予表彰", from: ["nominated", "reviewed", "shown"], to: "refused", by: "assessment.run", note: "required" },
    show: {
      label: "公示",
      from: ["reviewed"],
      to: "shown",
      by: "assessment.run",
      asks: ["noticeFrom", "noticeUntil", "noticeMedium"],
      refuse: (_, { noticeFrom, noticeUntil }) =>
        String(noticeUntil) < String(noticeFrom) ? { code: "assessment.ends_before" } : undefined,
    },
    award: {
      label: "表彰",
      from: ["shown"],
      to: "awarded",
      by: "assessment.approve",
      asks: ["documentNumber"],
      closed: (row, { today }) =>
        typeof row.noticeUntil === "string" && today <= row.noticeUntil
          ? { code: "assessment.still_shown", params: { until: row.noticeUntil } }
          : undefined,
      sets: (_, __, { today }) => ({ awardedOn: today }),
    },
  },
});
