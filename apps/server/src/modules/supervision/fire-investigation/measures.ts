/** Figures of what fires taught: problems found by investigations, and how many of their hazards are closed. JX-1.5.5 */
import { hazard } from "#modules/supervision/hazard-loop/index.ts";
import { defineMeasure } from "#platform/measure/define.ts";
import { exposedProblem } from "./investigation.ts";

export const measures = [
  defineMeasure("fire-investigation.problems", {
    label: "火灾暴露问题",
    unit: "个",
    by: { count: { of: exposedProblem, on: "foundOn" } },
    source: "JX-1.5.5",
  }),
  defineMeasure("fire-investigation.closed_rate", {
    label: "火灾暴露隐患闭环率",
    unit: "%",
    better: "higher",
    target: 100,
    by: { share: { of: hazard, on: "openedAt", where: { origin: "investigation", state: { not: "void" } } }, where: { open: false } },
    source: "JX-1.5.5",
  }),
];
