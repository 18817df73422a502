import { type AduInput, acknowledge, decodeFrame, encodeFrame, type Frame, profiles } from "@suiren/gb26875";
import { describe, expect, it } from "vitest";
import { Acknowledger } from "./answers.ts";
import { FIRE, LIFE, NEWS } from "./arrival.ts";
import { frameOf, state } from "./device.fixture.ts";
import { asksForTime, laneOf, wantsAnswer } from "./receive.ts";
import { translate } from "./translate.ts";

const address = "790300000000";
const source = { messageId: "m", address, receivedAt: "2026-03-18T06:30:20.000Z", sentAt: null };
const at = "2026-03-18T14:30:18+08:00";

function read(adu: AduInput | null, profile?: string, command = 2): Frame {
  const bytes = frameOf(address, { sequence: 1, adu, command, ...(profile === undefined ? {} : { profile }) });
  const result = decodeFrame(bytes, { profile });
  if (!result.ok) throw new Error(result.error.message);
  return result.frame;
}
const signalsOf = (adu: AduInput | null, profile?: string, command?: number) => translate(read(adu, profile, command), source);

const system = { systemType: 1, systemAddress: 2 };
const component = { ...system, componentType: 40, componentAddress: 0x0002000a };

describe("every upload of the standard becomes signals", () => {
  const cases: readonly (readonly [name: string, adu: AduInput | null, expected: readonly object[]])[] = [
    [
      "系统状态",
      { type: 1, objects: [{ ...system, status: 0x0102, occurredAt: at }] },
      [{ kind: "system", ...system, status: 0x102, flags: { fire: true, mainsFault: true, fault: false }, occurredAt: at }],
    ],
    [
      "部件状态",
      {
        type: 2,
        objects: [
          { ...component, status: 4, description: "走道", occurredAt: at },
          { ...component, status: 8, description: "", occurredAt: at },
        ],
      },
      [
        { kind: "component", part: 0, ...component, flags: { fault: true, fire: false }, description: "走道" },
        { kind: "component", part: 1, flags: { shielded: true } },
      ],
    ],
    [
      "部件电源故障",
      { type: 2, objects: [{ ...component, status: 0x100, description: "", occurredAt: at }] },
      [{ kind: "component", flags: { fault: true } }],
    ],
    [
      "模拟量",
      { type: 3, objects: [{ ...component, analogType: 4, rawValue: 5, occurredAt: at }] },
      [{ kind: "analog", value: 0.5, unit: "MPa", sampledAt: at }],
    ],
    [
      "未定义的模拟量",
      { type: 3, objects: [{ ...component, analogType: 99, rawValue: 5, occurredAt: at }] },
      [{ kind: "fact", name: "component-analog" }],
    ],
    [
      "设施操作",
      { type: 4, objects: [{ ...system, operation: 0b100101, operator: 3, occurredAt: at }] },
      [{ kind: "facility-operation", operations: ["reset", "manual-alarm", "acknowledge"], operator: 3 }],
    ],
    [
      "设施版本",
      { type: 5, objects: [{ ...system, majorVersion: 1, minorVersion: 2 }] },
      [{ kind: "fact", name: "system-version", value: { majorVersion: 1 } }],
    ],
    [
      "系统配置",
      { type: 6, objects: [{ ...system, description: "配置" }] },
      [{ kind: "fact", name: "system-configuration", value: { description: "配置" } }],
    ],
    ["部件配置", { type: 7, objects: [{ ...component, description: "配置" }] }, [{ kind: "fact", name: "component-configuration" }]],
    ["设施时间", { type: 8, objects: [{ ...system, time: at }] }, [{ kind: "fact", name: "system-time", value: { time: at } }]],
    [
      "装置状态",
      { type: 21, objects: [{ status: 0b0001001, occurredAt: at }] },
      [{ kind: "transmitter", status: 9, flags: { mainsFault: true, fault: false, test: false } }],
    ],
    [
      "装置操作",
      { type: 24, objects: [{ operation: 0b100000, operator: 7, occurredAt: at }] },
      [{ kind: "transmitter-operation", operations: ["duty-answer"], operator: 7 }],
    ],
    ["装置版本", { type: 25, objects: [{ majorVersion: 3, minorVersion: 4 }] }, [{ kind: "fact", name: "device-version" }]],
    ["装置配置", { type: 26, objects: [{ description: "A" }] }, [{ kind: "fact", name: "device-configuration" }]],
    ["装置时间", { type: 28, objects: [{ time: at }] }, [{ kind: "fact", name: "device-time" }]],
    ["空报文", null, [{ kind: "life" }]],
    ["未知类型", { type: 199, count: 1, rest: "00" }, [{ kind: "life" }]],
    ["对象数为零", { type: 2, count: 0, objects: [] }, [{ kind: "life" }]],
  ];
  it.each(cases)("%s", (_, adu, expected) => {
    const signals = signalsOf(adu);
    expect(signals).toHaveLength(expected.length);
    expected.forEach((each, part) => {
      expect(signals[part]).toMatchObject({ part, address, messageId: "m", ...each });
    });
  });
});

describe("dialects", () => {
  it("a zero bit 0 is a test for nobody but the dialect that says so", () => {
    const zero = { type: 2, objects: [{ ...component, status: 2, description: "", occurredAt: at }] };
    expect(signalsOf(zero)[0]).toMatchObject({ flags: { fire: true, test: false } });
    expect(signalsOf(zero, "dahua")[0]).toMatchObject({ flags: { fire: true, test: false } });
    const one = { type: 2, objects: [{ ...component, status: 3, description: "", occurredAt: at }] };
    expect(signalsOf(one, "dahua")[0]).toMatchObject({ flags: { fire: true, test: true } });
  });

  it("a dialect's own trouble bits are faults", () => {
    const open = { type: 2, objects: [{ ...component, status: 1 << 10, description: "", occurredAt: at }] };
    expect(signalsOf(open, "dahua")[0]).toMatchObject({ flags: { fault: true } });
  });

  it("a restore type ends what it names", () => {
    const restored = { type: 135, objects: [{ ...component, status: 2, description: "", occurredAt: at }] };
    expect(signalsOf(restored, "four-faith")[0]).toMatchObject({ kind: "component", flags: { fire: false, fault: false } });
    expect(laneOf(read(restored, "four-faith"))).toBe(NEWS);
  });

  it.each([
    ["fscn8001", { type: 190, objects: [{ reserved: 0 }] }, "life"],
    ["tag-base", { type: 21, objects: [{ status: 2 }] }, "transmitter"],
    ["ei", { type: 204, count: 1, rest: "0101" }, "fact"],
    ["dgiot", { type: 22, raw: "16" }, "life"],
    ["fire-cannon", { type: 60, objects: [{ keyText: "00".repeat(32) }] }, "fact"],
  ])("%s", (profile, adu, kind) => {
    expect(signalsOf(adu, profile)[0]).toMatchObject({ kind });
  });

  it("every profile reads a fire of the standard as a fire", () => {
    for (const profile of profiles.keys()) {
      expect(laneOf(read(state(2), profile))).toBe(FIRE);
      expect(signalsOf(state(2), profile)[0]).toMatchObject({ kind: "component", flags: { fire: true } });
    }
  });
});

describe("what is answered, and when", () => {
  it("uploads and commands nobody knows are acknowledged; the device's own answers are not", () => {
    expect([0, 2, 7, 8, 128, 254].map((command) => wantsAnswer(read(null, undefined, command)))).toEqual(Array(6).fill(true));
    expect([1, 3, 4, 5, 6].map((command) => wantsAnswer(read(null, undefined, command)))).toEqual(Array(5).fill(false));
  });

  it("a dialect's commands are answered as it expects", () => {
    expect(wantsAnswer(read(null, "dahua", 7))).toBe(true);
    expect(wantsAnswer(read(null, "anjisi", 8))).toBe(false);
    expect(asksForTime(read(null, "anjisi", 8))).toBe(true);
    expect(asksForTime(read(null, undefined, 8))).toBe(false);
  });

  it("fires go first, life last", () => {
    expect([state(2), state(4), null, { type: 21, objects: [{ status: 2, occurredAt: at }] }].map((adu) => laneOf(read(adu)))).toEqual([
      FIRE,
      NEWS,
      LIFE,
      FIRE,
    ]);
  });

  it("an acknowledgement is byte for byte the codec's", () => {
    const acknowledger = new Acknowledger();
    const now = Date.parse("2026-03-18T06:30:21Z");
    for (const [sequence, profile] of [
      [1, undefined],
      [0xfffe, "dgiot"],
      [300, "dahua"],
      [2, undefined],
    ] as const) {
      const bytes = frameOf(address, { sequence, adu: state(0), ...(profile === undefined ? {} : { profile }) });
      const result = decodeFrame(bytes, { profile });
      if (!result.ok) throw new Error(result.error.message);
      expect(Uint8Array.from(acknowledger.answer(result.frame, bytes, now))).toEqual(encodeFrame(acknowledge(result.frame, new Date(now))));
    }
  });
});
