/** 建设工程消防审验: clocks and what each outcome means for the project. Periods are unconfirmed and only prompt (rules/construction.yaml). */
import { z } from "zod";

const kind = z.object({
  label: z.string(),
  accept: z.number().int().positive(),
  decide: z.number().int().positive(),
  confidence: z.string(),
});
const file = z.object({ source: z.string(), kinds: z.object({ design: kind, acceptance: kind, filing: kind }) });
export type ReviewKind = "design" | "acceptance" | "filing";
export const readConstructionRules = (data: unknown) => file.parse(data);

export const reviewStates = {
  none: "未审验",
  designed: "设计审查合格",
  accepted: "验收合格（已备案）",
  failed: "不合格",
} as const;

/** What a decision does to its project. Filing counts as accepted unless a spot check failed. */
export function projectAfter(of: ReviewKind, passed: boolean): keyof typeof reviewStates {
  if (!passed) return "failed";
  return of === "design" ? "designed" : "accepted";
}
