import { expect, it } from "vitest";
import type { Indicator } from "./scheme.ts";
import { targetsOfScheme } from "./targets.ts";

const indicator = (id: string, more: Partial<Indicator>): Indicator => ({
  ...{ id, name: `指标${id}`, dimension: "责任", weight: 10, unit: "%", sample: "none", missing: "spread", examples: [] },
  ...{ source: { measure: "hazard-loop.closed_rate" }, score: { linear: { from: 60, to: 95 } } },
  ...more,
});

it("every indicator becomes a target with the value that earns all its points", () => {
  const steps = {
    step: [
      { at: 3, points: 4 },
      { at: 0, points: 10 },
    ],
    better: "lower" as const,
  };
  const made = targetsOfScheme({
    indicators: [
      indicator("1.1", { clause: "QZ-2.3.2" }),
      indicator("1.2", { source: { hand: "火灾统计" }, unit: "起", score: steps }),
      indicator("1.3", { score: { rank: { last: 0 }, better: "higher" } }),
    ],
  });
  expect(made).toEqual([
    { words: "指标1.1", aim: "95%", clause: "QZ-2.3.2", measure: "hazard-loop.closed_rate", indicator: "1.1" },
    { words: "指标1.2", aim: "不超过 0起", clause: null, measure: null, indicator: "1.2" },
    { words: "指标1.3", aim: "同组第一", clause: null, measure: "hazard-loop.closed_rate", indicator: "1.3" },
  ]);
});

it("the signing itself and spot checks are no promises", () => {
  expect(
    targetsOfScheme({ indicators: [indicator("1", { source: { pledge: true } }), indicator("2", { source: { site: true } })] }),
  ).toEqual([]);
});
