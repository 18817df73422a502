/** What the rules compose is read whole: nothing Chinese is left but names. The rules themselves are asked, not samples of their words. */
import { describe, expect, it } from "vitest";
import { systemTypeChoices } from "#modules/ground/facilities/codes.ts";
import { componentTypeName, deviceWords, placeWords } from "#modules/ground/facilities/index.ts";
import { classOfBuilding, gradeUnit, nationalKeyUnits } from "#modules/ground/places/rules-in-force.ts";
import { deliver } from "#modules/sensing/remote-monitoring/domain/escalation.ts";
import { defaultLimits, limitSources } from "#modules/sensing/remote-monitoring/domain/limits.ts";
import { type Effect, flagWords, operationSentence, transmitterWords } from "#modules/sensing/remote-monitoring/domain/meaning.ts";
import { plan } from "#modules/sensing/remote-monitoring/domain/plan.ts";
import { beyond } from "#modules/sensing/remote-monitoring/domain/threshold.ts";
import { createReader, hasHan, readUnder } from "#platform/english.ts";
import { platform } from "#platform/ledger/platform-module.ts";
import { modules } from "../src/modules.ts";

const read = createReader([platform, ...modules].flatMap((module) => module.english ?? []));
const unread = (texts: readonly string[]) =>
  texts.map((text) => `${text} → ${read(text)}`).filter((pair) => hasHan(pair.split(" → ")[1] ?? ""));

const facts = { typeName: "感烟火灾探测器", systemName: "火灾报警系统", componentAddress: 65_573, loop: 2, point: 37, floor: 3 };

describe("the program's sentences in English", () => {
  it("reads where and what a component is", () => {
    const known = { ...facts, zone: "B", place: null, description: null };
    expect(read(deviceWords(known))).toBe("Smoke detector, loop 2 no. 037");
    expect(read(placeWords(known))).toBe("Floor 3, fire zone B");
    expect(read(placeWords({ ...known, floor: -1, zone: null }))).toBe("Basement 1");
    expect(read(placeWords({ ...known, floor: null, zone: null }))).toBe("Location not registered (loop 2 no. 037)");
    expect(read(deviceWords({ ...known, loop: null, point: null }))).toBe("Smoke detector, component 65573");
    expect(unread([componentTypeName(200), ...Object.values(systemTypeChoices)])).toEqual([]);
  });

  it("reads every flag of a point and of a transmitter, and every operation", () => {
    const every = new Proxy({}, { get: () => true }) as never;
    expect(unread([flagWords(every), transmitterWords(every)])).toEqual([]);
    const mains = { fault: true, mainsFault: true, backupFault: false, channelFault: false, lineFault: false } as never;
    expect(read(transmitterWords(mains))).toBe("Mains fault, on backup power");
    const operations = ["reset", "silence", "manual-alarm", "alarm-cleared", "self-test", "acknowledge", "duty-answer", "test"] as const;
    expect(unread([operationSentence(operations)])).toEqual([]);
  });

  it.each([
    ["zone", [37, 41], "Same fire zone, within 60 s: 2 detector(s) — no. 037 at 14:30:20, no. 041 at 14:30:52"],
    ["floor", [37, 5], "Same floor, within 60 s: 1 detector(s), 1 manual call point(s) — no. 037 at 14:30:20, no. 005 at 14:30:52"],
  ] as const)("reads why an alarm was raised (%s)", (zoneIs, points, sentence) => {
    const effects = points.map(
      (point, i): Effect => ({
        key: { address: "000128330280", systemType: 1, systemAddress: 1, componentAddress: point },
        componentType: point === 5 ? 23 : 40,
        ...{ kind: "fire", on: true, words: "火警", description: "", occurredAt: null, messageId: "m" },
        at: new Date(Date.parse("2026-03-18T06:30:20Z") + i * 32_000).toISOString(),
      }),
    );
    const placeOf = ({ key, componentType }: Effect) => ({
      ...{ unit: "dongfeng", area: 330_802_001_001_000, zoneKey: "dongfeng/3/B", zoneIs, isButton: componentType === 23 },
      number: String(key.componentAddress).padStart(3, "0"),
    });
    const actions = plan(effects, { alarms: [], points: [], placeOf }, { raiseWindowSeconds: 60, stormPerMinute: 10 }, () => "new");
    const level = actions.find((each) => each.do === "level");
    expect(read(level?.why ?? "")).toBe(sentence);
  });

  it("reads reminders, and how they reached somebody or nobody", () => {
    const step = defaultLimits.escalation[0];
    if (!step) throw new Error("no step");
    const seats = [{ name: "周海燕", sound: "on" as const }];
    expect(read(deliver(step, seats).how)).toBe("sounded on the duty seat (周海燕)");
    const hows = [deliver(step, []), deliver({ ...step, channel: "sms" }, []), deliver({ ...step, channel: "voice" }, [])];
    expect(unread([...defaultLimits.escalation.flatMap(({ what, to }) => [what, to]), ...hows.map(({ how }) => how)])).toEqual([]);
    expect(unread(Object.values(limitSources).map(({ source }) => source))).toEqual([]);
  });

  it("reads readings beyond their limits", () => {
    const limits = { lowLimit: 0.1, highLimit: 1.6 };
    expect(read(beyond(0.05, "MPa", limits, false) ?? "")).toBe("0.05 MPa, below the low limit of 0.1 MPa");
    expect(read(beyond(2, "MPa", limits, false) ?? "")).toBe("2 MPa, above the high limit of 1.6 MPa");
  });

  it("reads the reason of every grade the worked examples of the rules lead to", () => {
    const reasons = nationalKeyUnits.rules.flatMap(({ examples }) => examples.map(({ unit }) => gradeUnit(unit).gradeReason));
    expect(reasons.length).toBeGreaterThan(20);
    expect(unread(reasons)).toEqual([]);
    expect(unread([classOfBuilding({ use: "residential", heightM: 80 }).fireClass ?? ""])).toEqual([]);
  });

  it("leaves names and people's own words alone", () => {
    expect(read("东风商厦")).toBe("东风商厦");
    expect(read("女装区东侧走道，靠近货梯")).toBe("女装区东侧走道，靠近货梯");
    const answer = { note: "火警", rows: [{ words: "火警", name: "火警" }], words: "主电故障" };
    expect(readUnder(answer, new Set(["words"]), read)).toEqual({
      note: "火警",
      rows: [{ words: "Fire", name: "火警" }],
      words: "Mains fault",
    });
  });
});
