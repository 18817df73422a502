/** 临时查封 and stop orders as pure rules. 消防监督检查规定 第二十二条至第二十四条; 行政强制法 第十九条、第二十五条; 消防法 第七十条. */
import type { Given, MoveContext, MoveRefusal } from "#platform/case/define.ts";
import { calendarDate, dayOf as dayOfInstant } from "#platform/values.ts";
import { lastDayOf } from "../../penalty/domain/rules.ts";
import { clockOf } from "../../penalty/rules-in-force.ts";

/** The five cases of 第二十二条 (SI-13). */
export const circumstances = {
  exits: "疏散通道、安全出口数量不足或者严重堵塞，已不具备安全疏散条件",
  facilities: "建筑消防设施严重损坏，不再具备防火灭火功能",
  explosives: "人员密集场所违反规定使用、储存易燃易爆危险品",
  decoration: "公众聚集场所违反规定使用易燃可燃材料装修，可能导致重大人员伤亡",
  other: "其他可能严重威胁公共安全的火灾隐患",
} as const;

type Row = { readonly [key: string]: unknown };
const no = (code: string, params: Readonly<Record<string, unknown>> = {}): MoveRefusal => ({ code: `enforcement.${code}`, params });
const blank = (value: unknown): boolean => value === undefined || value === null || value === "";

/** At most 30 days, beginning no earlier than the check. */
export function refuseTerm(row: Row, given: Given): MoveRefusal | undefined {
  const from = calendarDate.safeParse(given.sealFrom ?? row.sealFrom);
  const until = calendarDate.safeParse(given.sealUntil ?? row.sealUntil);
  if (!from.success || !until.success || until.data < from.data) return no("seal_term");
  if (typeof row.checkedOn === "string" && from.data < row.checkedOn) return no("seal_term");
  const most = lastDayOf(clockOf("seal"), from.data);
  return until.data > most ? no("seal_too_long", { by: most }) : undefined;
}

/** Prolonged once, by 30 days at most, before it runs out, with the reason told in writing. */
export function refuseExtension(row: Row, given: Given, { today }: MoveContext): MoveRefusal | undefined {
  if (row.extended === true) return no("seal_extended_once");
  const until = calendarDate.parse(row.sealUntil);
  if (today > until) return no("seal_over");
  const asked = String(given.sealUntil);
  const most = lastDayOf(clockOf("sealExtension"), until);
  return asked <= until || asked > most ? no("seal_too_long", { by: most }) : undefined;
}

/** Sealed on the spot, the collective decision follows within 24 hours; after that the seal comes off. */
export function refuseConfirmation(row: Row, given: Given, { now }: MoveContext): MoveRefusal | undefined {
  const sealedAt = Date.parse(String(row.sealedAt));
  if (now.getTime() - sealedAt > 24 * 3_600_000) return no("seal_24_hours");
  return refuseTerm(row, { sealFrom: dayOfInstant(new Date(sealedAt)), ...given });
}

export const refuseOnSpot = (_: Row, given: Given, { now }: MoveContext): MoveRefusal | undefined =>
  Date.parse(String(given.sealedAt)) > now.getTime() ? no("in_future") : undefined;

/** An application is answered after somebody looked; 同意 needs cleared hazards, 不同意 a reason. */
export function refuseAnswer(row: Row): MoveRefusal | undefined {
  return row.cleared === true ? undefined : no("not_cleared");
}

/** Large impact on economy or society: the government decides. 消防法 第七十条 */
export const refuseStop = (row: Row, given: Given): MoveRefusal | undefined =>
  row.largeImpact === true && blank(given.governmentDecision) && blank(row.governmentDecision) ? no("government_decides") : undefined;

export const inFuture =
  (field: string) =>
  (_: Row, given: Given, { today }: MoveContext) =>
    String(given[field]) > today ? no("in_future") : undefined;
