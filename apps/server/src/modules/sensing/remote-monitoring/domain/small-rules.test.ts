import { describe, expect, it } from "vitest";
import { boxAround, straightM } from "./distance.ts";
import { alarmNumber } from "./kinds.ts";
import { deadlines, defaultLimits, LIMITS_SETTING, limitSources, limitsOf } from "./limits.ts";
import type { Effect } from "./meaning.ts";
import { beyond } from "./threshold.ts";
import { throughWindows, type Window } from "./windows.ts";

describe("a reading beyond its limits", () => {
  const pressure = { lowLimit: 0.1, highLimit: 1.2 };
  it("says how far and which limit", () => {
    expect(beyond(0.05, "MPa", pressure, false)).toBe("0.05 MPa，低于下限 0.1 MPa");
    expect(beyond(1.3, "MPa", pressure, false)).toBe("1.3 MPa，高于上限 1.2 MPa");
    expect(beyond(0.5, "MPa", pressure, false)).toBeNull();
  });
  it("does not flap: once beyond, it must come back by a margin", () => {
    expect(beyond(0.102, "MPa", pressure, false)).toBeNull();
    expect(beyond(0.102, "MPa", pressure, true)).not.toBeNull();
    expect(beyond(0.106, "MPa", pressure, true)).toBeNull();
  });
  it("takes a broken sensor for no pressure at all", () => {
    expect(beyond(Number.NaN, "MPa", pressure, true)).toBeNull();
  });
});

describe("shielding and test windows", () => {
  const effect = (given: Partial<Effect> = {}): Effect => ({
    key: { address: "a", systemType: 1, systemAddress: 1, componentAddress: 37 },
    componentType: 40,
    kind: "fire",
    on: true,
    words: "",
    description: "",
    at: "2026-03-18T06:30:20.000Z",
    occurredAt: null,
    messageId: "m",
    ...given,
  });
  const window = (given: Partial<Window> = {}): Window => ({
    id: "w",
    kind: "test",
    unit: "u",
    address: null,
    systemType: null,
    systemAddress: null,
    componentAddress: null,
    fromAt: "2026-03-18T06:00:00.000Z",
    until: "2026-03-18T07:00:00.000Z",
    ...given,
  });
  const through = (given: Effect, ...windows: Window[]) => throughWindows([given], windows, () => "u");

  it("turns a fire into a test, and records the rest without sound", () => {
    expect(through(effect(), window())).toMatchObject({ effects: [{ kind: "test" }], muted: [{ window: "w" }] });
    expect(through(effect({ kind: "linkage" }), window()).effects).toEqual([]);
  });
  it("holds only for its own unit, points and time", () => {
    expect(through(effect(), window({ unit: "other" })).effects).toMatchObject([{ kind: "fire" }]);
    expect(through(effect(), window({ componentAddress: 41 })).effects).toMatchObject([{ kind: "fire" }]);
    expect(through(effect({ at: "2026-03-18T07:00:00.000Z" }), window()).effects).toMatchObject([{ kind: "fire" }]);
  });
  it("lets the end of a condition through, whatever it was opened as", () => {
    expect(through(effect({ on: false }), window()).effects).toMatchObject([{ kind: "fire" }, { kind: "test" }]);
  });
});

describe("limits", () => {
  it("states a source for every value, and whether it is confirmed", () => {
    expect(Object.keys(limitSources).toSorted()).toEqual(Object.keys(defaultLimits).toSorted());
  });
  it("takes over what an office changed and ignores what makes no sense", () => {
    expect(limitsOf(new Map([[LIMITS_SETTING, { stormPerMinute: 20 }]])).stormPerMinute).toBe(20);
    expect(limitsOf(new Map([[LIMITS_SETTING, { stormPerMinute: -1 }]]))).toEqual(defaultLimits);
  });
  it("gives a fire 30 seconds to be accepted and 180 to be verified", () => {
    expect(deadlines("fire", "2026-03-18T06:30:20.000Z", defaultLimits)).toEqual({
      acceptBy: "2026-03-18T06:30:50.000Z",
      verifyBy: "2026-03-18T06:33:20.000Z",
    });
  });
  it("numbers alarms by kind and day", () => {
    expect(alarmNumber("fire", "2026-03-18", 47)).toBe("HJ-20260318-0047");
  });
});

describe("straight-line distance", () => {
  it("measures a hundredth of a degree of latitude as 1,112 metres", () => {
    expect(straightM({ lon: 118.87, lat: 28.95 }, { lon: 118.87, lat: 28.96 })).toBeCloseTo(1_112, 0);
  });
  it("draws a box that holds the circle", () => {
    const here = { lon: 118.87, lat: 28.95 };
    const [west, south, east, north] = boxAround(here, 500);
    expect(straightM(here, { lon: east, lat: here.lat })).toBeGreaterThan(499);
    expect(straightM(here, { lon: here.lon, lat: north })).toBeGreaterThan(499);
    expect(west).toBeLessThan(here.lon);
    expect(south).toBeLessThan(here.lat);
  });
});
