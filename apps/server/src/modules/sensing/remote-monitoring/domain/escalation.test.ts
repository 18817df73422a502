import { describe, expect, it } from "vitest";
import { deliver, dueSteps, stepKey, type Waiting } from "./escalation.ts";
import { defaultLimits } from "./limits.ts";

const START = Date.parse("2026-03-18T06:30:20Z");
const fire = (given: Partial<Waiting> = {}): Waiting => ({
  id: "a-1",
  kind: "fire",
  state: "reported",
  openedAt: new Date(START).toISOString(),
  acceptedAt: null,
  taken: [],
  ...given,
});
const after = (seconds: number) => START + seconds * 1_000;

describe("reminders by time", () => {
  it("rings again when a fire is not accepted within 30 seconds, and once only", () => {
    expect(dueSteps(fire(), defaultLimits.escalation, after(29))).toEqual([]);
    const [step] = dueSteps(fire(), defaultLimits.escalation, after(30));
    expect(step?.step.channel).toBe("screen");
    expect(dueSteps(fire({ taken: [step?.key ?? ""] }), defaultLimits.escalation, after(31))).toEqual([]);
  });
  it("takes every missed step at once after an interruption", () => {
    expect(dueSteps(fire(), defaultLimits.escalation, after(600)).map(({ step }) => step.channel)).toEqual(["screen", "sms", "voice"]);
  });
  it("counts the verification from the moment of acceptance", () => {
    const accepted = fire({ state: "accepted", acceptedAt: new Date(after(20)).toISOString() });
    expect(dueSteps(accepted, defaultLimits.escalation, after(199))).toEqual([]);
    expect(dueSteps(accepted, defaultLimits.escalation, after(200))).toHaveLength(1);
  });
  it("says when nobody can have heard it", () => {
    const [screen, sms] = defaultLimits.escalation;
    if (!screen || !sms) throw new Error("two steps expected");
    expect(deliver(screen, [])).toEqual({ delivered: false, how: "没有值守台在线" });
    expect(deliver(screen, [{ name: "周海燕", sound: "on" }]).delivered).toBe(true);
    expect(deliver(screen, [{ name: "周海燕", sound: "blocked" }]).how).toContain("声音未开");
    expect(deliver(sms, [{ name: "周海燕", sound: "on" }])).toEqual({ delivered: false, how: "短信未接通" });
  });
  it("gives every step of the defaults a key of its own", () => {
    const keys = defaultLimits.escalation.map((step) => `${step.kind}/${stepKey(step)}`);
    expect(new Set(keys).size).toBe(keys.length);
  });
});
