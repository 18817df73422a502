/**
 * 检查任务: one visit to be made to one unit, by whom, by which lists, until when, and why. Drawn, planned, asked for by a complaint or a
 * review; several organs' tasks on one unit are merged into one visit (综合查一次). QZ-5.1.1, QZ-5.1.2, SI-19 (two inspectors).
 */
import { defineCase } from "#platform/case/define.ts";
import { choice, day, integer, organ, person, ref, table, text, yes } from "#platform/ledger/fields.ts";
import { ok, refuse } from "#platform/result.ts";
import { cannotInspect, notHisTask } from "./may-inspect.ts";
import { inspectorsById } from "./people.ts";
import { origins, type Purpose, purposes } from "./purposes.ts";

export const TASK = "inspection.task";

const required = true;
const readOnly = true;
const inspectorGone = (row: { readonly lead?: unknown }, given: { readonly lead?: unknown; readonly second?: unknown }) =>
  given.second !== undefined && given.second !== null && given.second === (given.lead ?? row.lead)
    ? { code: "inspection.same_person_twice" }
    : undefined;

export const task = defineCase(TASK, {
  label: "检查任务",
  counter: "项",
  title: "unitName",
  place: "point",
  fields: {
    number: text("编号", { readOnly, max: 40, indexed: true }),
    unit: ref("单位", "places.unit", { required, readOnly }),
    unitName: text("单位名称", { required, readOnly, max: 100 }),
    purpose: choice("检查类别", purposes, { required, readOnly, indexed: true }),
    origin: choice("来源", origins, { required, readOnly, indexed: true }),
    originId: text("来源编号", { readOnly, max: 60, indexed: true }),
    dueOn: day("截止", { required, indexed: true }),
    organ: organ("牵头单位", { readOnly }),
    organs: table("参加单位", { organ: organ("单位"), name: text("名称", { max: 80 }) }, { readOnly }),
    lead: person("主查"),
    second: person("协查"),
    inspectors: table("其他检查人员", { person: person("人员"), name: text("姓名", { max: 40 }) }, { readOnly }),
    checklists: table(
      "检查表",
      { list: text("检查表", { max: 60 }), version: integer("版本"), title: text("名称", { max: 100 }) },
      { readOnly },
    ),
    byRisk: yes("风险驱动", { readOnly }),
    depth: choice("深度", { spot: "抽项", full: "全项" }, { readOnly }),
    savedVisits: integer("少跑次数", { readOnly, unit: "次" }),
    mergedInto: ref("并入", TASK, { readOnly }),
    result: choice("结果", { none: "未发现问题", found: "发现问题", notDone: "未能检查" }, { indexed: true }),
    foundCount: integer("问题数", { min: 0, max: 10_000 }),
    doneOn: day("检查日期", { indexed: true }),
    visit: text("检查记录", { max: 60 }),
    cancelWhy: text("取消理由", { max: 200 }),
    note: text("说明", { max: 500, readOnly }),
  },
  search: ["unitName", "number"],
  list: {
    columns: ["unitName", "purpose", "origin", "area", "lead", "second", "dueOn", "state", "result", "savedVisits"],
    filters: ["area", "state", "purpose", "origin", "lead", "dueOn", "result", "unit"],
    sort: "dueOn",
  },
  views: {
    open: { label: "待查", where: { open: true }, sort: "dueOn" },
    late: { label: "超期", where: { open: true, dueOn: { before: "today" } }, sort: "dueOn" },
    nobody: { label: "未派人", where: { open: true, lead: { set: false } }, sort: "dueOn" },
    drawn: { label: "双随机", where: { origin: "draw" }, sort: "-dueOn" },
    done: { label: "已查", where: { state: "done" }, sort: "-doneOn" },
  },
  states: {
    pending: { label: "待查", due: { field: "dueOn" } },
    doing: { label: "在查", due: { field: "dueOn" } },
    done: { label: "已查", end: true },
    cancelled: { label: "取消", end: true },
  },
  start: "pending",
  moves: {
    assign: {
      label: "派人",
      from: ["pending"],
      to: "same",
      by: "inspection.arrange",
      asks: ["lead"],
      takes: ["second", "dueOn"],
      ready: async ({ tx }, row, given) => {
        const named = [given.lead, given.second].filter((id) => typeof id === "string");
        const people = await inspectorsById(named, tx);
        for (const id of named) {
          const refused = cannotInspect(people.get(id), row.purpose as Purpose);
          if (refused) return refuse("invalid", refused.code, refused.params);
        }
        return ok({});
      },
      refuse: (row, given, { today }) =>
        inspectorGone(row, given) ??
        (typeof given.dueOn === "string" && given.dueOn < today ? { code: "inspection.due_in_past" } : undefined),
      // Held by the lead alone: nobody is named beside the fields, which are checked.
      sets: (_, given) => ({ holderPerson: given.lead }) as object,
    },
    start: {
      label: "开始检查",
      from: ["pending"],
      to: "doing",
      by: "inspection.check",
      passTo: "self",
      closed: (row, { actor }) => notHisTask(row, actor),
    },
    finish: {
      label: "完成检查",
      from: ["pending", "doing"],
      to: "done",
      by: "inspection.check",
      asks: ["result", "doneOn"],
      takes: ["foundCount", "visit"],
      closed: (row, { actor }) => notHisTask(row, actor),
      refuse: (_, given, { today }) =>
        typeof given.doneOn === "string" && given.doneOn > today ? { code: "inspection.done_in_future" } : undefined,
    },
    cancel: { label: "取消", from: ["pending", "doing"], to: "cancelled", by: "inspection.arrange", asks: ["cancelWhy"] },
  },
  example: {
    unit: "01997c2e-8f00-7000-8000-000000000001",
    unitName: "柯城商业大厦",
    purpose: "supervision",
    origin: "draw",
    dueOn: "2026-03-24",
    depth: "full",
    result: "found",
    foundCount: 3,
    doneOn: "2026-03-24",
    cancelWhy: "单位已停业",
  },
});
