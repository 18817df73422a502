/**
 * 联合检查处置: what followed from one finding of a joint check: a hazard, a penalty case, an urging letter, points off a town's or department's
 * assessment. Written by the route alone, with what it made. PT-2.2.3.5
 */
import { jointAction, jointFinding } from "#modules/supervision/enforcement/index.ts";
import { defineLedger } from "#platform/ledger/define.ts";
import { choice, day, decimal, long, organ, ref, text } from "#platform/ledger/fields.ts";
import { defineMeasure } from "#platform/measure/define.ts";

export const FOLLOW = "inspection.joint-follow";
const required = true;
const readOnly = true;

export const followKinds = { hazard: "立案整改", penalty: "立案处罚", letter: "督办函", deduction: "考核扣分" } as const;
export type FollowKind = keyof typeof followKinds;

export const jointFollow = defineLedger(FOLLOW, {
  label: "联合检查处置",
  counter: "件",
  title: "what",
  partOf: "action",
  fields: {
    action: ref("联合执法行动", jointAction, { required, readOnly }),
    finding: ref("联合检查记录", jointFinding, { readOnly }),
    hazard: ref("火灾隐患", "hazard-loop.hazard", { readOnly }),
    kind: choice("处置", followKinds, { required, readOnly, indexed: true }),
    what: long("事由", { required, readOnly, max: 1_000 }),
    organ: organ("受文或被扣分单位", { readOnly }),
    points: decimal("扣分", { readOnly, unit: "分", min: 0, max: 100 }),
    onDay: day("日期", { required, readOnly, indexed: true }),
    by: text("经办人", { required, readOnly, max: 60 }),
    madeName: text("生成", { readOnly, max: 60, internal: true }),
    madeId: text("生成编号", { readOnly, max: 36, internal: true }),
  },
  search: ["what"],
  list: {
    columns: ["what", "action", "kind", "organ", "points", "area", "onDay", "by"],
    filters: ["area", "action", "kind", "organ", "onDay"],
    sort: "-onDay",
  },
});

/** A scheme of assessment takes these points off by the name of this measure. */
export const jointDeductions = defineMeasure("inspection.joint_deductions", {
  label: "联合检查扣分",
  unit: "分",
  better: "lower",
  decimals: 1,
  by: { sum: { of: jointFollow, on: "onDay", where: { kind: "deduction" } }, field: "points" },
  source: "PT-2.2.3.5",
});
