/** What a draw drew: one row an object, in the order drawn; and who may not be sent where. */
import { defineLedger } from "#platform/ledger/define.ts";
import { choice, day, integer, person, ref, text, yes } from "#platform/ledger/fields.ts";
import { risks } from "../objects/supervision-class.ts";
import { task } from "../tasks/task.ts";
import { drawCase } from "./draw.ts";

const required = true;
const readOnly = true;

export const pick = defineLedger("inspection.draw-pick", {
  label: "抽中名单",
  counter: "家",
  title: "unitName",
  partOf: "draw",
  fields: {
    draw: ref("批次", drawCase, { required, readOnly }),
    ord: integer("序", { required, readOnly, indexed: true }),
    unit: ref("单位", "places.unit", { required, readOnly }),
    unitName: text("单位名称", { required, readOnly, max: 100 }),
    risk: choice("风险等级", risks, { required, readOnly }),
    weight: integer("权重", { required, readOnly, unit: "%" }),
    lead: person("主查", { readOnly }),
    leadName: text("主查姓名", { readOnly, max: 40 }),
    second: person("协查", { readOnly }),
    secondName: text("协查姓名", { readOnly, max: 40 }),
    others: text("其他人员", { readOnly, max: 200 }),
    avoided: integer("回避人数", { readOnly, unit: "人" }),
    samePairAgain: yes("上次同组", { readOnly }),
    planOn: day("计划日期", { readOnly }),
    task: ref("检查任务", task, { readOnly }),
  },
  search: ["unitName", "leadName", "secondName"],
  list: {
    columns: ["ord", "unitName", "risk", "leadName", "secondName", "planOn", "draw"],
    filters: ["draw", "risk", "lead"],
    sort: "ord",
  },
});

export const conflictKinds = { relative: "亲属", formerPost: "两年内任职", interest: "利害关系", other: "其他" } as const;

/** Only that somebody is not to be sent there; of what kind his tie is stays with the office and is never published. */
export const avoidance = defineLedger("inspection.avoidance", {
  label: "回避申报",
  counter: "条",
  title: "kind",
  partOf: "unit",
  fields: {
    person: person("检查人员", { required }),
    unit: ref("单位", "places.unit", { required }),
    kind: choice("情形", conflictKinds, { required }),
    until: day("有效至"),
    note: text("说明", { max: 200 }),
  },
  list: { columns: ["person", "unit", "kind", "until", "area"], filters: ["person", "unit", "kind"] },
});
