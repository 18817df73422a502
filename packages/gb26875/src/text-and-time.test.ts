/** Text and time fields as devices really fill them. */
import { expect, it } from "vitest";
import { decodeGb18030, encodeGb18030 } from "./gb18030.ts";
import { encodeFrame } from "./index.ts";
import { bytesOf, decoded, framed } from "./testing.ts";

const AT = "023a091a090c";
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex");
const DONG = "b6ab"; // 东

it.each([
  ["NUL padding", DONG.padEnd(62, "0"), "东", false],
  ["spaces and one NUL", `${DONG}${"20".repeat(28)}00`, "东", true],
  ["leading NULs", `${"00".repeat(4)}${DONG}`.padEnd(62, "0"), "东", true],
  ["leading spaces", `2020${DONG}`.padEnd(62, "0"), "东", true],
  ["text, NUL and left-over text", `${DONG}00${DONG}`.padEnd(62, "0"), "东", true],
  ["half a character at the end", `${DONG.repeat(15)}b6`, "东".repeat(15), true],
  ["half a character before a NUL", `${DONG}b6`.padEnd(62, "0"), "东", true],
  ["half of a four-byte character at the end", `${"41".repeat(29)}8130`, "A".repeat(29), true],
  ["31 ASCII characters", "41".repeat(31), "A".repeat(31), false],
  ["a space inside", `${DONG}20${DONG}`.padEnd(62, "0"), "东 东", false],
  ["nothing", "00".repeat(31), "", false],
  ["only spaces", "20".repeat(31), "", true],
])("a description with %s is read, and its bytes survive", (_, field, description, keepsRaw) => {
  const bytes = framed(5, `07 01 0101280a000200 ${field}`);
  const frame = decoded(bytes);
  const [object] = frame.adu?.objects ?? [];
  expect(object).toMatchObject({ description });
  expect(object && "descriptionRaw" in object ? object.descriptionRaw : undefined).toBe(keepsRaw ? field : undefined);
  expect(frame.anomalies).toEqual([]);
  expect(encodeFrame(frame)).toEqual(bytes);
});

it("a changed description is what is sent, not the raw bytes kept from before", () => {
  const frame = decoded(framed(5, `07 01 0101280a000200 ${`2020${DONG}`.padEnd(62, "0")}`));
  const [object] = frame.adu?.objects ?? [];
  const again = decoded(encodeFrame({ ...frame, adu: { type: 7, objects: [{ ...object, description: "西" }] } }));
  expect(again.adu).toMatchObject({ objects: [{ description: "西" }] });
});

it("a description too long is cut before the character that does not fit", () => {
  const object = { systemType: 1, systemAddress: 1, componentType: 40, componentAddress: 1, description: "东".repeat(20) };
  const frame = decoded(encodeFrame({ sequence: 1, source: 1, destination: 2, command: 5, adu: { type: 7, objects: [object] } }));
  expect(frame.adu?.objects).toEqual([{ ...object, description: "东".repeat(15) }]);
});

it("GB 18030 covers Unicode both ways", () => {
  const text = "A3层B区 燧人 𠮷 😀 é ḿ €";
  expect(hex(encodeGb18030("东"))).toBe(DONG);
  expect(new TextDecoder("gb18030").decode(encodeGb18030(text))).toBe(text);
  const bytes = encodeGb18030(text);
  expect(decodeGb18030(bytes, 0, bytes.length)).toEqual({ text, exact: true });
  for (let code = 1; code < 0x110000; code += 7) {
    const isSurrogate = code >= 0xd800 && code < 0xe000;
    const isPrivate = code >= 0xe000 && code < 0xf900;
    const character = String.fromCodePoint(code);
    if (!isSurrogate && !isPrivate) expect(new TextDecoder("gb18030").decode(encodeGb18030(character))).toBe(character);
  }
});

it("every two-byte code decodes as the built-in decoder does", () => {
  for (let lead = 0x81; lead < 0xff; lead++) {
    for (let trail = 0x40; trail < 0xff; trail++) {
      const bytes = Uint8Array.of(lead, trail, 0x41);
      expect(decodeGb18030(bytes, 0, 3).text).toBe(new TextDecoder("gb18030").decode(bytes));
    }
  }
});

it("a lone surrogate becomes a question mark", () => {
  expect(hex(encodeGb18030("a\ud800b"))).toBe("613f62");
});

it.each([
  ["023a091a090c", "2012-09-26T09:58:02+08:00"],
  ["000000010100", "2000-01-01T00:00:00+08:00"],
  ["3b3b171f0c63", "2099-12-31T23:59:59+08:00"],
  ["0000001d0218", "2024-02-29T00:00:00+08:00"],
  ["0000001d0219", null],
  ["0000001e0218", null],
  ["0000001f040c", null],
  ["3c0000010101", null],
  ["003c00010101", null],
  ["000018010101", null],
  ["000000000101", null],
  ["000000010001", null],
  ["000000010d01", null],
  ["000000010164", null],
  ["000000000000", null],
  ["ffffffffffff", null],
])("the time stamp %s is %s", (raw, iso) => {
  const bytes = framed(2, `1c01${raw}`);
  const frame = decoded(bytes);
  expect(frame.adu).toMatchObject({ objects: [iso === null ? { time: null, timeRaw: raw } : { time: iso }] });
  expect(encodeFrame(frame)).toEqual(bytes);
});

it.each([
  ["2012-09-26T09:58:32+08:00"],
  ["2012-09-26T09:58:32"],
  ["2012-09-26T01:58:32Z"],
  ["2012-09-26T01:58:32.999Z"],
  ["2012-09-25T20:28:32-05:30"],
])("the instant %s is sent in China standard time", (timestamp) => {
  const frame = encodeFrame({ sequence: 0, source: 1, destination: 2, command: 3, timestamp });
  expect(hex(frame.subarray(6, 12))).toBe("203a091a090c");
});

it("the time kept raw is sent again only while it says the same", () => {
  const noClock = bytesOf("404001000101000000000000790300000000385b01000000000002");
  const frame = decoded(framed(2, `1501 08 ${AT}`, noClock));
  expect(frame.timestampRaw).toBe("000000000000");
  expect(decoded(encodeFrame({ ...frame, timestamp: "2026-03-18T14:30:52+08:00" })).timestamp).toBe("2026-03-18T14:30:52+08:00");
});
