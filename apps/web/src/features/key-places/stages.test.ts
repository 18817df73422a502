import { expect, it } from "vitest";
import { spread, stagesOf } from "./stages.ts";

const part = (name: string, share: number) => ({ name, share, goal: "", of: null, rate: null });
const days = (stages: readonly { from: string; to: string }[]) => stages.map(({ from, to }) => `${from} ${to}`);

it("lays stages one after another from the first day to the last, by their shares", () => {
  const stages = stagesOf([part("摸底", 1), part("整治", 2), part("巩固", 1)], "2026-03-01", "2026-04-09");
  expect(days(stages)).toEqual(["2026-03-01 2026-03-10", "2026-03-11 2026-03-30", "2026-03-31 2026-04-09"]);
});

it("keeps their proportions over other days", () => {
  const stages = stagesOf([part("摸底", 1), part("整治", 3)], "2026-03-01", "2026-03-08");
  expect(days(spread(stages, "2026-05-01", "2026-05-16"))).toEqual(["2026-05-01 2026-05-04", "2026-05-05 2026-05-16"]);
});
