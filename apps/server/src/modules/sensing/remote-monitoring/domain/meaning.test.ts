import { describe, expect, it } from "vitest";
import { healthy, noFlags } from "../scene.fixture.ts";
import type { Signal } from "../signal.ts";
import { effectsOf, flagWords, kindsOf, pointStateOf, transmitterWords } from "./meaning.ts";

const component = (flags: Partial<typeof noFlags>): Signal => ({
  messageId: "m-1",
  part: 0,
  address: "000128330280",
  receivedAt: "2026-03-18T06:30:20.000Z",
  sentAt: null,
  kind: "component",
  systemType: 1,
  systemAddress: 1,
  componentType: 40,
  componentAddress: 37,
  status: 2,
  flags: { ...noFlags, ...flags },
  description: "",
  occurredAt: null,
});
const effects = (flags: Partial<typeof noFlags>, before: Parameters<typeof effectsOf>[1]) => {
  const state = pointStateOf(component(flags));
  if (!state) throw new Error("a component signal has a state");
  return effectsOf(state, before).map(({ kind, on }) => `${on ? "+" : "-"}${kind}`);
};

describe("what a status word means", () => {
  it("names mains, backup and bus faults and calls the rest 故障", () => {
    expect(flagWords({ ...noFlags, mainsFault: true, busFault: true })).toBe("主电故障、总线故障");
    expect(flagWords({ ...noFlags, fault: true })).toBe("故障");
    expect(transmitterWords({ ...healthy, mainsFault: true })).toBe("主电故障，备电供电中");
    expect(transmitterWords({ ...healthy, mainsFault: true, backupFault: true })).toBe("主电故障、备电故障");
  });
  it("counts a started pump and its feedback as one kind", () => {
    expect(kindsOf({ ...noFlags, started: true, feedback: true })).toEqual(["linkage"]);
  });
  it("says a fire again each time, any other condition only when it changes", () => {
    expect(effects({ fire: true, fault: true }, ["fire", "fault"])).toEqual(["+fire"]);
    expect(effects({ fault: true }, [])).toEqual(["+fault"]);
    expect(effects({}, ["fire", "shield"])).toEqual(["-fire", "-shield"]);
  });
  it("believes a test bit only beside a fire, and then calls it a test", () => {
    expect(effects({ fire: true, test: true }, [])).toEqual(["+test"]);
    expect(effects({ test: true }, [])).toEqual([]);
  });
});
