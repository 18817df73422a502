/** Every type of application data unit, byte by byte, both ways. */
import { expect, it } from "vitest";
import { encodeFrame, typeFlags } from "../index.ts";
import { decoded, framed } from "../testing.ts";

const at = "2012-09-26T09:58:02+08:00";
const AT = "023a091a090c";
const TEXT = "33b2e342c7f8c5aed7b0b6abb2e0d7dfb5c0";
const DESCRIPTION = TEXT.padEnd(62, "0");
const description = "3层B区女装东侧走道";

const cases: [type: number, command: number, body: string, kind: string, objects: object[]][] = [
  [1, 2, `01010420${AT}`, "system-status", [{ systemType: 1, systemAddress: 1, status: 0x2004, occurredAt: at }]],
  [
    2,
    2,
    `0101280a000200 0200 ${DESCRIPTION} ${AT}`,
    "component-status",
    [{ systemType: 1, systemAddress: 1, componentType: 40, componentAddress: 0x2000a, status: 2, description, occurredAt: at }],
  ],
  [
    3,
    2,
    `0b025b 01000000 04 0300 ${AT}`,
    "component-analog",
    [
      {
        systemType: 11,
        systemAddress: 2,
        componentType: 91,
        componentAddress: 1,
        analogType: 4,
        rawValue: 3,
        value: 0.3,
        unit: "MPa",
        occurredAt: at,
      },
    ],
  ],
  [4, 2, `01011107${AT}`, "system-operation", [{ systemType: 1, systemAddress: 1, operation: 0x11, operator: 7, occurredAt: at }]],
  [5, 5, "01010203", "system-version", [{ systemType: 1, systemAddress: 1, majorVersion: 2, minorVersion: 3 }]],
  [6, 5, `010112${TEXT}`, "system-configuration", [{ systemType: 1, systemAddress: 1, description }]],
  [
    7,
    5,
    `0101280a000200${DESCRIPTION}`,
    "component-configuration",
    [{ systemType: 1, systemAddress: 1, componentType: 40, componentAddress: 0x2000a, description }],
  ],
  [8, 5, `0101${AT}`, "system-time", [{ systemType: 1, systemAddress: 1, time: at }]],
  [21, 2, `08${AT}`, "device-status", [{ status: 8, occurredAt: at }]],
  [24, 2, `2005${AT}`, "device-operation", [{ operation: 0x20, operator: 5, occurredAt: at }]],
  [25, 5, "0104", "device-version", [{ majorVersion: 1, minorVersion: 4 }]],
  [26, 5, `12${TEXT}`, "device-configuration", [{ description }]],
  [28, 2, AT, "device-time", [{ time: at }]],
  [61, 4, "0101", "read-system", [{ systemType: 1, systemAddress: 1 }]],
  [62, 4, "01010a000200", "read-component", [{ systemType: 1, systemAddress: 1, componentAddress: 0x2000a }]],
  [63, 4, "0101ffffffff", "read-component", [{ systemType: 1, systemAddress: 1, componentAddress: 0xffffffff }]],
  [64, 4, `010166${AT}`, "read-system-operations", [{ systemType: 1, systemAddress: 1, recordCount: 102, startTime: at }]],
  [65, 4, "0101", "read-system", [{ systemType: 1, systemAddress: 1 }]],
  [66, 4, "0101", "read-system", [{ systemType: 1, systemAddress: 1 }]],
  [67, 4, "010101000000", "read-component", [{ systemType: 1, systemAddress: 1, componentAddress: 1 }]],
  [68, 4, "0101", "read-system", [{ systemType: 1, systemAddress: 1 }]],
  [81, 4, "00", "read-device", [{ reserved: 0 }]],
  [84, 4, `0a${AT}`, "read-device-operations", [{ recordCount: 10, startTime: at }]],
  [85, 4, "00", "read-device", [{ reserved: 0 }]],
  [86, 4, "00", "read-device", [{ reserved: 0 }]],
  [88, 4, "00", "read-device", [{ reserved: 0 }]],
  [89, 1, "00", "read-device", [{ reserved: 0 }]],
  [90, 1, AT, "clock-sync", [{ time: at }]],
  [91, 1, "0a", "duty-check", [{ timeoutMinutes: 10 }]],
];

it.each(cases)("type %i under command %i: %s", (type, command, body, kind, objects) => {
  const bytes = framed(command, `${type.toString(16).padStart(2, "0")} 01 ${body}`);
  const frame = decoded(bytes);
  expect(frame.adu).toMatchObject({ kind, type, count: 1, objects });
  expect(frame.anomalies).toEqual([]);
  expect(encodeFrame(frame)).toEqual(bytes);
  expect(encodeFrame({ ...frame, adu: { type, objects } })).toEqual(bytes);
});

it("every type of the standard has a case", () => {
  expect(cases.map(([type]) => String(type))).toEqual(Object.keys(typeFlags));
});

it("several objects follow one another, also where their length varies", () => {
  const fixed = decoded(framed(2, `15 01 08${AT}`));
  expect(fixed.adu?.objects).toHaveLength(1);
  const { adu, anomalies } = decoded(framed(5, "06 03 010102b6ab 0a0200 0b0301b6"));
  expect(adu).toMatchObject({
    kind: "system-configuration",
    objects: [
      { systemType: 1, description: "东" },
      { systemType: 10, description: "" },
      { systemType: 11, description: "", descriptionRaw: "b6" },
    ],
  });
  expect(anomalies).toEqual([]);
});

it.each([
  [3, 0xffff, -1, -0.1, "℃"],
  [3, 0x0003, 3, 0.3, "℃"],
  [2, 0x7d01, 32001, 320.01, "m"],
  [2, 0x0007, 7, 0.07, "m"],
  [12, 0x0005, 5, 5, "m/s"],
  [3, 0x8000, -32768, -3276.8, "℃"],
  [200, 0x0102, 258, null, null],
])("analog type %i reads the word %i as %i, %d %s", (analogType, word, rawValue, value, unit) => {
  const hex = [analogType, word & 255, word >> 8].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  const bytes = framed(2, `03 01 01015b01000000 ${hex} ${AT}`);
  const frame = decoded(bytes);
  expect(frame.adu).toMatchObject({ objects: [{ analogType, rawValue, value, unit }] });
  expect(encodeFrame(frame)).toEqual(bytes);
});

it("an analog object made by hand may give the value instead of the raw number", () => {
  const object = { systemType: 1, systemAddress: 1, componentType: 91, componentAddress: 1, analogType: 3, value: -12.3 };
  const frame = decoded(encodeFrame({ sequence: 1, source: 1, destination: 2, command: 2, adu: { type: 3, objects: [object] } }));
  expect(frame.adu).toMatchObject({ objects: [{ rawValue: -123, value: -12.3, occurredAt: null, occurredAtRaw: "000000000000" }] });
});

it("a status made by hand may be given as flags", () => {
  const object = { systemType: 1, systemAddress: 1, flags: { fire: true, reset: true } };
  const frame = decoded(encodeFrame({ sequence: 1, source: 1, destination: 2, command: 2, adu: { type: 1, objects: [object] } }));
  expect(frame.adu).toMatchObject({ objects: [{ status: 0x2002 }] });
});
