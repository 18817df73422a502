import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type AlarmKind, alarmKinds } from "./kinds.ts";
import { type Effect, NONE } from "./meaning.ts";
import { type Action, type OpenAlarm, type OpenPoint, type Place, plan, type Scene } from "./plan.ts";

const limits = { raiseWindowSeconds: 60, stormPerMinute: 10 };
const START = Date.parse("2026-03-18T06:30:20Z");

const signal = (point: number, after = 0, given: Partial<Effect> = {}): Effect => ({
  key: { address: "000128330280", systemType: 1, systemAddress: 1, componentAddress: point },
  componentType: 40,
  kind: "fire",
  on: true,
  words: "火警",
  description: "",
  at: new Date(START + after * 1_000).toISOString(),
  occurredAt: null,
  messageId: "m",
  ...given,
});

/** 东风商厦: points below 100 in zone B of floor 3, above in no known zone. */
const places = ({ key, componentType }: Effect): Place => ({
  unit: "dongfeng",
  area: 330802001001000,
  zoneKey: key.componentAddress >= 0 && key.componentAddress < 100 ? "dongfeng/3/B" : null,
  zoneIs: key.componentAddress >= 0 && key.componentAddress < 100 ? "zone" : null,
  number: String(key.componentAddress).padStart(3, "0"),
  isButton: componentType === 23,
});
const quiet: Scene = { alarms: [], points: [], placeOf: places };
const planned = (effects: readonly Effect[], scene: Scene = quiet): readonly Action[] => {
  let n = 0;
  return plan(effects, scene, limits, () => `new-${++n}`);
};
const kindsOfAction = (actions: readonly Action[]) => actions.map((each) => each.do);

describe("what to do with signals", () => {
  it("opens one alarm for one detector and counts what it says again", () => {
    const actions = planned([signal(37), signal(37, 11), signal(37, 15)]);
    expect(kindsOfAction(actions)).toEqual(["raise", "repeat"]);
    expect(actions[1]).toMatchObject({ alarm: "new-1", times: 2 });
  });

  it("raises the level when two detectors of one zone speak within 60 seconds, and says why", () => {
    const actions = planned([signal(37), signal(41, 32)]);
    expect(kindsOfAction(actions)).toEqual(["raise", "join", "level"]);
    expect(actions[2]).toMatchObject({ why: "同一防火分区 60 秒内 2 个探测器报警：037 号 14:30:20，041 号 14:30:52" });
  });

  it("keeps the level when the second detector comes later than that", () => {
    expect(kindsOfAction(planned([signal(37), signal(41, 61)]))).toEqual(["raise", "join"]);
  });

  it("takes a detector and a manual call point for two witnesses", () => {
    const actions = planned([signal(37), signal(5, 20, { componentType: 23 })]);
    expect(actions.at(-1)).toMatchObject({ do: "level", why: expect.stringContaining("1 个探测器、1 个手动报警按钮") });
  });

  it("keeps fires of unknown zones apart, so that none hides another", () => {
    expect(kindsOfAction(planned([signal(137), signal(141, 5)]))).toEqual(["raise", "raise"]);
  });

  it("lets a component say where a panel's summary bit was about", () => {
    const summary = signal(NONE);
    const actions = planned([summary, signal(37, 1)]);
    expect(actions[1]).toMatchObject({ do: "join", because: "summary", refines: true });
    expect(kindsOfAction(planned([signal(37), signal(NONE, 1)]))).toEqual(["raise", "join"]);
  });

  it("folds a storm of one panel under one alarm with a list", () => {
    const faults = Array.from({ length: 40 }, (_, i) => signal(200 + i, i / 2, { kind: "fault" }));
    const actions = planned(faults);
    expect(actions.filter((each) => each.do === "raise")).toHaveLength(10);
    expect(actions.filter((each) => each.do === "merge")).toHaveLength(9);
    expect(actions.filter((each) => each.do === "join" && each.because === "storm")).toHaveLength(30);
  });

  it("closes a fault with its last restored point, and only notes it on a fire", () => {
    const fault = { kind: "fault" as const };
    const actions = planned([signal(1, 0, fault), signal(1, 9, { ...fault, on: false }), signal(37, 10), signal(37, 20, { on: false })]);
    expect(actions.filter((each) => each.do === "restore")).toMatchObject([{ closes: true }, { closes: false }]);
  });

  it("does not count on an alarm that a person has closed", () => {
    expect(kindsOfAction(planned([signal(37)], { ...quiet, alarms: [], points: [openPoint("gone", 37)] }))).toEqual(["raise"]);
  });

  it("loses no fire: every fire signal ends on an alarm that the plan leaves open", () => {
    const anyEffect = fc.record({
      point: fc.integer({ min: -1, max: 160 }),
      after: fc.integer({ min: 0, max: 300 }),
      kind: fc.constantFrom<AlarmKind>(...(Object.keys(alarmKinds) as AlarmKind[])),
      on: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(anyEffect, { maxLength: 60 }), (given) => {
        const effects = given.toSorted((a, b) => a.after - b.after).map(({ point, after, kind, on }) => signal(point, after, { kind, on }));
        const actions = planned(effects);
        const closed = new Set(
          actions.flatMap((each) => ((each.do === "restore" && each.closes) || each.do === "merge" ? [each.alarm] : [])),
        );
        const takers = actions.filter((each) => each.do === "raise" || each.do === "join" || each.do === "repeat");
        const fires = effects.filter((effect) => effect.on && effect.kind === "fire").length;
        const counted = takers.reduce(
          (sum, each) => (each.effect.kind !== "fire" ? sum : sum + (each.do === "repeat" ? each.times : 1)),
          0,
        );
        const openFires = actions.filter((each) => each.do === "raise" && each.effect.kind === "fire" && !closed.has(each.alarm));
        return counted === fires && (fires === 0) === (openFires.length === 0);
      }),
      { numRuns: 300 },
    );
  });

  it("joins what is already open in the database", () => {
    const open: OpenAlarm = {
      id: "a-1",
      kind: "fire",
      address: "000128330280",
      unit: "dongfeng",
      zoneKey: "dongfeng/3/B",
      zoneIs: "zone",
      vague: false,
      openedAt: signal(0).at,
      accepted: true,
      raised: false,
    };
    const actions = planned([signal(41, 32)], { ...quiet, alarms: [open], points: [openPoint("a-1", 37)] });
    expect(actions).toMatchObject([
      { do: "join", alarm: "a-1", because: "zone" },
      { do: "level", alarm: "a-1" },
    ]);
  });
});

const openPoint = (alarm: string, point: number): OpenPoint => ({
  key: signal(point).key,
  kind: "fire",
  alarm,
  lastAt: signal(0).at,
  number: String(point).padStart(3, "0"),
  isButton: false,
  restored: false,
});
