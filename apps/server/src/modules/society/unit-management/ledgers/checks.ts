/** 自查 and 巡查: plans by tier, what was checked with every answer, points with a code, each scan with its time. QZ-2.3.1, TY-1.10, JX-4.4.3. */
import { randomBytes } from "node:crypto";
import { defineLedger } from "#platform/ledger/define.ts";
import { choice, day, files, integer, long, moment, ref, table, text, yes } from "#platform/ledger/fields.ts";
import { cycles } from "../domain/duty-file.ts";
import { OWN_ROUTES, readOnly, required } from "./words.ts";

export const tiers = { unit: "单位", section: "部门", post: "岗位" } as const;
export const answers = { pass: "合格", fail: "不合格", none: "不涉及" } as const;

export const selfCheckPlan = defineLedger("unit-management.self-check-plan", {
  label: "自查计划",
  counter: "项",
  title: "section",
  partOf: "unit",
  unit: "unit",
  unitKeeps: true,
  fields: {
    unit: ref("单位", "places.unit", { required }),
    tier: choice("层级", tiers, { required, indexed: true }),
    section: text("部门或岗位", { required, max: 60 }),
    person: text("负责人", { required, max: 40 }),
    cycle: choice("周期", cycles, { required }),
    scope: long("排查范围", { max: 500 }),
    inForce: yes("执行中", { required }),
  },
  search: ["section", "person"],
  list: {
    columns: ["section", "unit", "tier", "person", "cycle", "inForce", "area"],
    filters: ["area", "tier", "cycle", "inForce", "unit"],
  },
  views: { inForce: { label: "执行中", where: { inForce: true } } },
});

export const selfCheck = defineLedger("unit-management.self-check", {
  label: "自查记录",
  counter: "次",
  title: "title",
  partOf: "unit",
  unit: "unit",
  fields: {
    unit: ref("单位", "places.unit", { required, readOnly }),
    title: text("检查表", { required, readOnly, max: 100, composed: true }),
    checklist: text("检查表编号", { required, readOnly, max: 60 }),
    checklistVersion: integer("检查表版本", { required, readOnly }),
    tier: choice("层级", tiers, { required, readOnly, indexed: true }),
    section: text("部门或岗位", { readOnly, max: 60 }),
    checkedOn: day("自查日期", { required, readOnly, indexed: true }),
    checkedBy: text("自查人", { required, readOnly, max: 40 }),
    minutes: integer("用时", { unit: "分钟", readOnly }),
    passed: integer("合格", { unit: "项", required, readOnly }),
    failed: integer("不合格", { unit: "项", required, readOnly, indexed: true }),
    skipped: integer("不涉及", { unit: "项", required, readOnly }),
    answers: table(
      "逐项结果",
      {
        item: text("项目编号"),
        text: text("检查项"),
        answer: choice("结果", answers),
        note: text("情况"),
        place: text("位置"),
        photos: text("照片"),
        hazard: text("隐患"),
      },
      { readOnly },
    ),
    sentAt: moment("送达", { required, readOnly }),
  },
  search: ["title", "checkedBy"],
  list: {
    columns: ["title", "unit", "checkedOn", "checkedBy", "tier", "passed", "failed", "minutes", "area"],
    filters: ["area", "tier", "checkedOn", "failed", "unit"],
    sort: "-checkedOn",
  },
  views: { failed: { label: "有不合格项", where: { failed: { from: 1 } }, sort: "-checkedOn" } },
  readOnlyView: OWN_ROUTES,
});

export const patrolPoint = defineLedger("unit-management.patrol-point", {
  label: "巡查点",
  counter: "个",
  title: "name",
  partOf: "unit",
  unit: "unit",
  unitKeeps: true,
  fields: {
    unit: ref("单位", "places.unit", { required }),
    name: text("名称", { required, max: 60 }),
    place: text("位置", { required, max: 100 }),
    looksAt: text("看什么", { max: 200 }),
    code: text("二维码编号", { readOnly, max: 32, unique: true }),
    turn: integer("次序", { min: 1, max: 500 }),
    inUse: yes("使用中", { required }),
  },
  search: ["name", "place"],
  list: { columns: ["name", "unit", "place", "turn", "code", "inUse", "area"], filters: ["area", "inUse", "unit"] },
  // The code is drawn once and stays: it hangs printed on a wall.
  derive: (row) => ({ code: row.code ?? randomBytes(9).toString("base64url") }),
});

export const patrolKinds = { patrol: "防火巡查", closing: "营业结束检查", night: "夜间巡查", controlRoom: "控制室值班记录" } as const;
export const patrol = defineLedger("unit-management.patrol", {
  label: "巡查记录",
  counter: "次",
  title: "pointName",
  partOf: "unit",
  unit: "unit",
  fields: {
    unit: ref("单位", "places.unit", { required, readOnly }),
    kind: choice("类别", patrolKinds, { required, readOnly, indexed: true }),
    spot: ref("巡查点", patrolPoint, { readOnly }),
    pointName: text("地点", { required, readOnly, max: 100 }),
    scanned: yes("扫码", { required, readOnly }),
    patrolledOn: day("日期", { required, readOnly, indexed: true }),
    patrolledAt: moment("时间", { required, readOnly }),
    patrolledBy: text("巡查人", { required, readOnly, max: 40 }),
    supervisor: text("主管人", { readOnly, max: 40 }),
    result: choice("结果", { normal: "正常", problem: "有问题" }, { required, readOnly, indexed: true }),
    found: text("问题", { readOnly, max: 200 }),
    photos: files("照片", { readOnly }),
    hazard: text("隐患", { readOnly, max: 36 }),
  },
  search: ["pointName", "patrolledBy"],
  list: {
    columns: ["pointName", "unit", "kind", "patrolledAt", "patrolledBy", "scanned", "result", "found", "area"],
    filters: ["area", "kind", "result", "patrolledOn", "unit"],
    sort: "-patrolledAt",
  },
  views: { problems: { label: "有问题", where: { result: "problem" }, sort: "-patrolledAt" } },
  readOnlyView: OWN_ROUTES,
});
