/** What a centre sends: answers and commands, against the worked examples. */
import { expect, it } from "vitest";
import * as gb from "./index.ts";
import { bytesOf, decoded } from "./testing.ts";

const E1 = bytesOf(
  `404001000101203a091a090c790300000000385b01000000300002 0201 0101280a0002000200 ${"20".repeat(30)}00 023a091a090c 462323`,
);
const now = new Date("2012-09-26T01:58:35Z");
const out = { sequence: 1, source: 88888, destination: 889, now: "2012-09-26T09:58:32+08:00", version: { major: 1, user: 1 } };
const hex = (frame: gb.FrameInput) => Buffer.from(gb.encodeFrame(frame)).toString("hex");

it("the acknowledgement of E1 is E2 to the byte", () => {
  expect(hex(gb.acknowledge(decoded(E1), now))).toBe("404001000101233a091a090c385b01000000790300000000000003ab2323");
});

it("a frame with a wrong checksum is denied from its header", () => {
  const broken = E1.with(40, 0);
  const [item] = new gb.FrameStream().push(broken);
  if (item?.kind !== "bad") throw new TypeError("expected a bad frame");
  expect(decoded(gb.encodeFrame(gb.deny(item.header, now)))).toMatchObject({
    command: 6,
    sequence: 1,
    destination: { value: "889" },
    adu: null,
  });
});

it("an answer keeps the dialect of what it answers", () => {
  const frame = decoded(E1, { profile: "dahua" });
  expect(Buffer.from(gb.encodeFrame(gb.acknowledge(frame, now)).subarray(6, 12)).toString("hex")).toBe("355809260912");
});

it("reading the status, setting the clock and the duty check are E4, E5 and E6 to the byte", () => {
  expect(hex(gb.readDeviceStatus(out))).toBe("404001000101203a091a090c385b01000000790300000000030004510100fe2323");
  expect(hex(gb.synchroniseClock({ ...out, now: "2012-09-26T09:58:02+08:00" }))).toMatch(/080001 ?5a01023a091a090c..2323$/);
  expect(hex(gb.checkDuty(out, 10))).toBe("404001000101203a091a090c385b010000007903000000000300015b010a0f2323");
});

const system = { systemType: 1, systemAddress: 2 };
const component = { ...system, componentAddress: 0x2000a };
const range = { recordCount: 5, startTime: "2012-09-26T09:58:02+08:00" };
it.each([
  [61, gb.readSystemStatus(out, [system, system]), "3d0201020102"],
  [62, gb.readComponentStatus(out, [component]), "3e0101020a000200"],
  [63, gb.readComponentAnalog(out, [component]), "3f0101020a000200"],
  [64, gb.readSystemOperations(out, system, range), "4001010205023a091a090c"],
  [65, gb.readSystemVersion(out, system), "41010102"],
  [66, gb.readSystemConfiguration(out, [system]), "42010102"],
  [67, gb.readComponentConfiguration(out, [component]), "430101020a000200"],
  [68, gb.readSystemTime(out, system), "44010102"],
  [81, gb.readDeviceStatus(out), "510100"],
  [84, gb.readDeviceOperations(out, range), "540105023a091a090c"],
  [85, gb.readDeviceVersion(out), "550100"],
  [86, gb.readDeviceConfiguration(out), "560100"],
  [88, gb.readDeviceTime(out), "580100"],
])("query %i", (type, frame, adu) => {
  const bytes = gb.encodeFrame(frame);
  expect(Buffer.from(bytes.subarray(27, -3)).toString("hex")).toBe(adu);
  expect(decoded(bytes)).toMatchObject({ command: 4, anomalies: [] });
  expect(gb.answerType(type)).toBe(type - 60);
});

it("initialising and setting the clock are controls that no upload answers", () => {
  expect(decoded(gb.encodeFrame(gb.initialiseDevice(out)))).toMatchObject({ command: 1, adu: { type: 89 }, anomalies: [] });
  expect(gb.answerType(89)).toBeNull();
});

it("a component address splits into zone and point as the site reads it", () => {
  expect(gb.splitAddress(0x0002000a)).toEqual({ zone: 10, point: 2 });
  expect(gb.splitAddress(0x0002000a, "zone-high")).toEqual({ zone: 2, point: 10 });
  expect(gb.splitAddress(0xffffffff, "whole")).toEqual({ zone: null, point: 0xffffffff });
});

it.each([
  ["c0a801046d1d", "ipv4-port", "192.168.1.4:7533"],
  ["385b01000000", "decimal", "88888"],
  ["123456789012", "hex", "123456789012"],
  ["800233280100", "hex-reversed", "000128330280"],
  ["010203040506", "dotted-reversed", "6.5.4.3.2.1"],
] as const)("the frame address %s read as %s is %s", (digits, reading, shown) => {
  expect(gb.formatAddress({ value: "88888", hex: digits }, reading)).toBe(shown);
});
