/**
 * Campaign 专项整治: one field, one area, a lead, stages with goals, and every object it must go through until each is checked and cleared.
 * A department opens one over its own industry, a street over its own streets; figures roll up by area, department and unit.
 * SH-3.13, JX-1.3.2, JX-2.1.5, QZ-4.1.2, TY-1.5, TY-2.5.1.1.
 */
import { defineCase, type MoveRefusal } from "#platform/case/define.ts";
import { choice, day, decimal, files, integer, long, organ, table, text } from "#platform/ledger/fields.ts";
import { campaignFields, objectSources } from "./domain/kinds.ts";

export const CAMPAIGN = "key-places.campaign";
const readOnly = true;
const required = true;

const started = (row: { readonly objects?: unknown }): MoveRefusal | undefined =>
  Number(row.objects ?? 0) === 0 ? { code: "key-places.no_objects" } : undefined;

export const campaign = defineCase(CAMPAIGN, {
  label: "专项整治",
  counter: "项",
  title: "name",
  namedEverywhere: true,
  fields: {
    name: text("行动名称", { required, max: 100 }),
    field: choice("领域", campaignFields, { required, readOnly, indexed: true }),
    template: text("模板", { readOnly, max: 60 }),
    ground: text("依据", { required, max: 300 }),
    document: files("方案文件", { max: 6 }),
    lead: organ("牵头部门", { required }),
    startsOn: day("开始", { required }),
    endsOn: day("结束", { required }),
    stages: table(
      "阶段",
      {
        name: text("阶段", { required, max: 40 }),
        from: day("开始", { required }),
        to: day("结束", { required }),
        goal: text("目标", { max: 200 }),
        of: choice("考核", { checked: "排查率", cleared: "清零率" }),
        rate: decimal("目标值", { unit: "%", min: 0, max: 100 }),
      },
      { required, max: 8 },
    ),
    source: choice("对象台账", objectSources, { required, readOnly }),
    scope: long("对象范围", { readOnly, max: 8_000 }),
    objects: integer("对象数", { readOnly, unit: "个" }),
    checklist: text("检查表", { readOnly, max: 60 }),
    checkedTarget: decimal("排查率目标", { unit: "%", min: 0, max: 100 }),
    clearedTarget: decimal("清零率目标", { unit: "%", min: 0, max: 100 }),
    finding: long("分析发现", { max: 1_000 }),
    measure: text("成效指标", { readOnly, max: 80 }),
    measureBefore: decimal("整治前", { readOnly }),
    measureAfter: decimal("整治后", { readOnly }),
    startedOn: day("启动日期", { readOnly }),
    finishedOn: day("收尾日期", { readOnly }),
    summary: long("总结", { max: 4_000 }),
  },
  search: ["name", "ground"],
  list: {
    columns: ["name", "field", "area", "lead", "startsOn", "endsOn", "objects", "state", "dueAt"],
    filters: ["area", "state", "field", "lead", "endsOn"],
    sort: "-openedAt",
  },
  views: {
    running: { label: "进行中", where: { state: "running" }, sort: "endsOn" },
    late: { label: "超期", where: { open: true, dueAt: { before: "now" } }, sort: "endsOn" },
    finished: { label: "已结束", where: { state: "finished" }, sort: "-openedAt" },
  },
  states: {
    planned: { label: "筹备", due: { field: "startsOn" } },
    running: { label: "进行中", due: { field: "endsOn" } },
    finished: { label: "结束", end: true },
    cancelled: { label: "取消", end: true },
  },
  start: "planned",
  reminders: [
    { level: 1, working: -5 },
    { level: 2, working: 0 },
  ],
  moves: {
    start: {
      label: "启动",
      from: ["planned"],
      to: "running",
      by: "key-places.run",
      note: "optional",
      refuse: started,
      sets: (_, __, { today }) => ({ startedOn: today }),
    },
    amend: {
      label: "调整方案",
      from: ["planned", "running"],
      to: "same",
      by: "key-places.run",
      takes: ["name", "ground", "document", "lead", "stages", "endsOn", "checkedTarget", "clearedTarget"],
      note: "optional",
      refuse: (row, given) => {
        const end = String(given.endsOn ?? row.endsOn ?? "");
        if (given.endsOn !== undefined && end <= String(row.startsOn ?? "")) return { code: "key-places.ends_before" };
        const stages = (given.stages ?? row.stages ?? []) as readonly { readonly to?: unknown }[];
        return stages.some(({ to }) => String(to) > end) ? { code: "key-places.stages_outside" } : undefined;
      },
    },
    finish: {
      label: "收尾",
      from: ["running"],
      to: "finished",
      by: "key-places.run",
      asks: ["summary"],
      sets: (_, __, { today }) => ({ finishedOn: today }),
    },
    cancel: { label: "取消", from: ["planned", "running"], to: "cancelled", by: "key-places.run", note: "required" },
  },
  example: {
    name: "荷花街道高层建筑消防安全专项整治",
    field: "highRise",
    template: "high-rise",
    ground: "消防安全专项整治三年行动",
    startsOn: "2026-03-01",
    endsOn: "2026-06-30",
    stages: [{ name: "摸底排查", from: "2026-03-01", to: "2026-03-31", goal: "对象全部查到", of: "checked", rate: 100 }],
    source: "places.unit",
    objects: 42,
    checkedTarget: 100,
    clearedTarget: 95,
    summary: "查 42 家，隐患 18 处全部销号",
  },
});
