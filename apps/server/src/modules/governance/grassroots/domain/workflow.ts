/** 运行规程: one way of working for all streets of a district; where a street's last whole period lies outside it, that is a deviation 偏差. */
import { addDays, type CalendarDate, calendarDate } from "#platform/values.ts";

export const workflowKinds = { patrol: "巡查", hazard: "隐患", notice: "通知", drill: "演练", report: "报告" } as const;
export type WorkflowKind = keyof typeof workflowKinds;
export const spans = { month: "月", quarter: "季度", year: "年" } as const;
type Span = keyof typeof spans;

export type WorkflowRule = {
  readonly kind: WorkflowKind;
  readonly every: Span;
  /** How often at least in the period. */
  readonly least: number | null;
  /** % of those asked that must keep to it. */
  readonly share: number | null;
  readonly withinDays: number | null;
};
/** What a street did in the period: how many of how many kept to it, or how often. */
export type Done = { readonly done: number; readonly of: number | null };
export type Deviation = {
  readonly state: "kept" | "deviates" | "none";
  readonly value: number | null;
  readonly target: number;
  readonly unit: "%" | "次";
};

/** Shares are of those asked; with nobody to ask nothing can deviate. Counts are against the least. */
export function deviationOf(rule: WorkflowRule, { done, of }: Done): Deviation {
  if (of === null) {
    const target = rule.least ?? 1;
    return { state: done >= target ? "kept" : "deviates", value: done, target, unit: "次" };
  }
  const target = rule.share ?? 100;
  if (of === 0) return { state: "none", value: null, target, unit: "%" };
  const value = Math.floor((done / of) * 1_000) / 10;
  return { state: value >= target ? "kept" : "deviates", value, target, unit: "%" };
}

const MONTHS: Readonly<Record<Span, number>> = { month: 1, quarter: 3, year: 12 };

/** The last period that is wholly over. */
export function lastPeriod(every: Span, today: CalendarDate): { readonly from: CalendarDate; readonly to: CalendarDate } {
  const [year = 0, month = 1] = today.split("-").map(Number);
  const length = MONTHS[every];
  const begun = Math.floor((month - 1) / length) * length;
  const first = new Date(Date.UTC(year, begun - length, 1)).toISOString().slice(0, 10);
  const next = new Date(Date.UTC(year, begun, 1)).toISOString().slice(0, 10);
  return { from: calendarDate.parse(first), to: addDays(calendarDate.parse(next), -1) };
}
