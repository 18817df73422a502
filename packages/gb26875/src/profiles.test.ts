/** Each dialect: what differs from the standard under its profile, and means nothing without it. */
import { expect, it } from "vitest";
import { encodeFrame, nameOf, type Profile, profiles, purposeOf } from "./index.ts";
import { decoded, framed } from "./testing.ts";

const AT = "023a091a090c";
const component = (type: string, status: string, at = AT) => `${type} 01 0101280a000200 ${status} ${"00".repeat(31)} ${at}`;

it("Dahua writes time in BCD, turns bit 0 round and names the upper status bits", () => {
  const bytes = framed(2, component("02", "0342", "025809260912"));
  bytes.set([0x32, 0x58, 0x09, 0x26, 0x09, 0x12], 6);
  const sound = framed(2, bytes.subarray(27, -3), bytes.subarray(0, 27));
  const frame = decoded(sound, { profile: "dahua" });
  expect(frame).toMatchObject({ profile: "dahua", timestamp: "2012-09-26T09:58:32+08:00", anomalies: [] });
  expect(frame.adu).toMatchObject({
    objects: [
      { flags: { normal: false, fire: true, offline: true, sensorFault: true, removed: false }, occurredAt: "2012-09-26T09:58:02+08:00" },
    ],
  });
  expect(encodeFrame(frame)).toEqual(sound);
  expect(decoded(framed(2, component("02", "0200", "025809260912")), { profile: "dahua" }).adu).toMatchObject({
    objects: [{ flags: { normal: true, fire: true } }],
  });
});

it("Dahua registers with command 0, beats with command 7 and asks for the time with command 1", () => {
  const registration = framed(0, `0001 ${"5a".repeat(110)}`);
  const frame = decoded(registration, { profile: "dahua" });
  expect(frame.adu).toMatchObject({ kind: "registration", objects: [{ registration: "5a".repeat(110) }] });
  expect(frame.anomalies.map(({ code }) => code)).not.toContain("unknown-type");
  expect(purposeOf(frame)).toBe("registration");
  expect(purposeOf(decoded(framed(7, ""), { profile: "dahua" }))).toBe("heartbeat");
  expect(purposeOf(decoded(framed(1, `5a01${AT}`), { profile: "dahua" }))).toBe("time-request");
  expect(purposeOf(decoded(framed(1, `5a01${AT}`)))).toBe("control");
});

it.each([
  ["four-faith", "86", "system-status", `0101 0000 ${AT}`],
  ["four-faith", "87", "component-status-brief", `0101280a000200 0000 ${AT}`],
  ["four-faith", "88", "device-status", `00 ${AT}`],
  ["fubei", "87", "component-status", component("", "0000").slice(4)],
])("%s says with type %s that a %s is restored", (profile, type, kind, object) => {
  const bytes = framed(2, `${type} 01 ${object}`);
  const frame = decoded(bytes, { profile });
  expect(frame.adu).toMatchObject({ kind, restored: true, count: 1 });
  expect(encodeFrame(frame)).toEqual(bytes);
  expect(decoded(bytes).adu).toMatchObject({ kind: "unknown" });
});

it.each([
  ["ei", 204, "开关量输入"],
  ["ei", 205, "气体灭火状态"],
  ["four-faith", 205, "系统联动状态"],
  ["four-faith", 140, "多通道设备状态、模拟量"],
  ["fubei", 150, "开关量输入"],
  ["anjisi", 161, "剩余电流"],
])("under %s, type %i is %s with its bytes kept", (profile, type, zh) => {
  const bytes = framed(2, Uint8Array.of(type, 1, 0xaa, 0xbb));
  const frame = decoded(bytes, { profile });
  expect(frame.adu).toEqual({ kind: "opaque", type, count: 1, objects: [], rest: "aabb" });
  expect(frame.anomalies).toEqual([]);
  expect(nameOf("typeFlags", type, profile).zh).toBe(zh);
  expect(nameOf("typeFlags", type).zh).toBe("用户自定义");
  expect(encodeFrame(frame)).toEqual(bytes);
});

it("Four-Faith's fire state is a component state, and its switching on names operator and time", () => {
  expect(decoded(framed(2, component("cc", "0200")), { profile: "four-faith" }).adu).toMatchObject({
    kind: "component-status",
    type: 204,
    objects: [{ flags: { fire: true } }],
  });
  expect(decoded(framed(2, `82 01 07 ${AT}`), { profile: "four-faith" }).adu).toMatchObject({
    kind: "device-event",
    objects: [{ operator: 7, occurredAt: "2012-09-26T09:58:02+08:00" }],
  });
  expect(nameOf("systemTypes", 133, "four-faith").zh).toBe("市政消火栓监测系统");
});

it("Anjisi's residual current is unsigned, and 2019 may be E3", () => {
  const bytes = framed(2, "03 01 0101110a000200 80 ffff 023a091a09e3");
  const frame = decoded(bytes, { profile: "anjisi" });
  expect(frame.adu).toMatchObject({
    objects: [{ rawValue: 65535, value: 6553.5, unit: "mA", occurredAt: "2019-09-26T09:58:02+08:00", occurredAtRaw: "023a091a09e3" }],
  });
  expect(encodeFrame(frame)).toEqual(bytes);
  expect(purposeOf(decoded(framed(8, ""), { profile: "anjisi" }))).toBe("time-request");
});

it("FSCN8001 beats with type 190 and one zero byte", () => {
  const frame = decoded(framed(2, "be 01 00"), { profile: "fscn8001" });
  expect(frame.anomalies).toEqual([]);
  expect(purposeOf(frame)).toBe("heartbeat");
});

it("dgiot devices write sequence and analog value high byte first and register with one byte", () => {
  const bytes = framed(2, `0301 01015b01000000 03 0019 ${AT}`);
  const frame = decoded(bytes, { profile: "dgiot" });
  expect(frame).toMatchObject({ sequence: 0x0100, adu: { objects: [{ rawValue: 25, value: 2.5 }] } });
  expect(encodeFrame(frame)).toEqual(bytes);
  const registration = decoded(framed(2, "16"), { profile: "dgiot" });
  expect(registration).toMatchObject({ adu: { kind: "short", raw: "16" }, anomalies: [] });
  expect(purposeOf(registration)).toBe("registration");
});

it("a tag base station sends its status without a time", () => {
  const frame = decoded(framed(2, "1501 02"), { profile: "tag-base" });
  expect(frame).toMatchObject({ adu: { kind: "device-status-untimed", objects: [{ status: 2, flags: { fire: true } }] }, anomalies: [] });
});

it("a fire cannon's key check is 32 characters in type 60", () => {
  const frame = decoded(framed(2, `3c01 ${"41".repeat(32)}`), { profile: "fire-cannon" });
  expect(frame.adu).toMatchObject({ kind: "key-check", objects: [{ keyText: "41".repeat(32) }] });
});

it("an empty upload is a heartbeat for everybody", () => {
  for (const profile of profiles.keys()) expect(purposeOf(decoded(framed(2, ""), { profile }))).toBe("heartbeat");
});

it("a profile of one's own needs no registration", () => {
  const own: Profile = { name: "own", zh: "自定义", en: "own", componentTypes: { 200: { zh: "水炮", en: "water cannon" } }, time: "bcd" };
  expect(nameOf("componentTypes", 200, own)).toEqual({ zh: "水炮", en: "water cannon" });
  expect(decoded(framed(2, "1c01025809260912"), { profile: own })).toMatchObject({
    profile: "own",
    adu: { objects: [{ time: "2012-09-26T09:58:02+08:00" }] },
  });
});
