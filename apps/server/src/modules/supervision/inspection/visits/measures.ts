/** 检查次数, by the day of the check. */
import { defineMeasure } from "#platform/measure/define.ts";
import { visit } from "./visit.ts";

export const visitsMade = defineMeasure("inspection.visits_made", {
  label: "检查次数",
  unit: "次",
  better: "higher",
  by: { count: { of: visit, on: "onDay" } },
});
