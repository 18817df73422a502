import { describe, expect, it } from "vitest";
import { rateOf, type Stage, stageProblem, stageState } from "./stages.ts";

const tally = (surveyed: number, cleared: number) => ({ objects: 100, notApplicable: 20, surveyed, cleared });
const survey: Stage = { name: "摸底排查", from: "2026-03-01", to: "2026-03-31", goal: "见底", of: "checked", rate: 100 };

describe("a stage of a campaign", () => {
  it("lies ahead, is the present one, is reached before its end, or is missed after it", () => {
    expect(stageState(survey, tally(0, 0), "2026-02-28")).toBe("ahead");
    expect(stageState(survey, tally(79, 0), "2026-03-31")).toBe("now");
    expect(stageState(survey, tally(80, 0), "2026-03-10")).toBe("reached");
    expect(stageState(survey, tally(79, 0), "2026-04-01")).toBe("missed");
    expect(stageState({ ...survey, of: null, rate: null }, tally(0, 0), "2026-04-01")).toBe("over");
  });

  it("counts only objects the campaign applies to, and never rounds up to the goal", () => {
    expect(rateOf(tally(40, 20), "checked")).toBe(50);
    expect(rateOf({ objects: 3, notApplicable: 3, surveyed: 0, cleared: 0 }, "checked")).toBeNull();
    expect(rateOf({ objects: 3_000, notApplicable: 0, surveyed: 2_999, cleared: 0 }, "checked")).toBe(99.9);
  });
});

describe("stages somebody laid down", () => {
  const first: Stage = { name: "摸底", from: "2026-03-01", to: "2026-03-10", goal: "", of: null, rate: null };
  const second: Stage = { ...first, name: "整治", from: "2026-03-11", to: "2026-03-30" };
  it("are refused when they overlap, run backwards, or leave the campaign", () => {
    expect(stageProblem([first, second], "2026-03-01", "2026-03-30")).toBeUndefined();
    expect(stageProblem([second, first], "2026-03-01", "2026-03-30")).toBe("order");
    expect(stageProblem([{ ...first, to: "2026-02-01" }], "2026-01-01", "2026-03-30")).toBe("order");
    expect(stageProblem([first, second], "2026-03-02", "2026-03-30")).toBe("outside");
    expect(stageProblem([], "2026-03-02", "2026-03-30")).toBe("none");
  });
});
