/** Frames out of streams: split anywhere, merged, among noise, cut, hostile. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { encodeFrame, FrameStream, type StreamItem } from "./index.ts";
import { anySoundFrame, bytesOf, decoded, framed } from "./testing.ts";

const alarm = encodeFrame({
  sequence: 7,
  source: 889,
  destination: 88888,
  timestamp: "2026-03-18T14:30:52+08:00",
  command: 2,
  adu: {
    type: 2,
    objects: [{ systemType: 1, systemAddress: 1, componentType: 40, componentAddress: 1, status: 2, description: "@@东##侧" }],
  },
});
const heartbeat = framed(2, "");
const text = (words: string) => new TextEncoder().encode(words);
const join = (...parts: Uint8Array[]) => Uint8Array.from(parts.flatMap((part) => [...part]));
const broken = (change: number, of: Uint8Array = alarm) => Uint8Array.from(of, (byte, i) => (i === change ? byte ^ 1 : byte));

function fed(...chunks: Uint8Array[]): StreamItem[] {
  const stream = new FrameStream();
  return [...chunks.flatMap((chunk) => stream.push(chunk)), ...stream.flush()];
}

const shape = (items: StreamItem[]) => items.map((item) => (item.kind === "skipped" ? `skipped ${item.count} ${item.reason}` : item.kind));
const framesOf = (items: StreamItem[]) => items.flatMap((item) => (item.kind === "frame" ? [item.frame] : []));

it("a frame cut at any byte comes out once, when its last byte is there", () => {
  for (let cut = 1; cut < alarm.length; cut++) {
    const stream = new FrameStream();
    expect(stream.push(alarm.subarray(0, cut))).toEqual([]);
    expect(stream.pending).toBe(cut);
    expect(shape(stream.push(alarm.subarray(cut)))).toEqual(["frame"]);
    expect(stream.pending).toBe(0);
  }
});

it("two frames with noise around them come out the same wherever the stream is cut", () => {
  const bytes = join(text("TD01@"), alarm, text("@x"), heartbeat, text("##"));
  for (let cut = 0; cut <= bytes.length; cut++) {
    const items = fed(bytes.subarray(0, cut), bytes.subarray(cut));
    expect(framesOf(items)).toEqual([decoded(alarm), decoded(heartbeat)]);
    expect(items.flatMap((item) => (item.kind === "skipped" ? [...item.bytes] : []))).toEqual([...text("TD01@@x##")]);
  }
});

it("byte by byte and all at once give the same frames", () => {
  const bytes = join(heartbeat, alarm, alarm, heartbeat);
  expect(framesOf(fed(...Array.from(bytes, (byte) => Uint8Array.of(byte))))).toEqual(framesOf(fed(bytes)));
  expect(shape(fed(bytes))).toEqual(["frame", "frame", "frame", "frame"]);
});

it("an item tells where in the stream it began", () => {
  const stream = new FrameStream();
  stream.push(alarm);
  const items = stream.push(join(text("noise"), heartbeat));
  expect(items).toMatchObject([
    { kind: "skipped", reason: "no-start", offset: 78, count: 5, beginnings: 0, bytes: text("noise") },
    { kind: "frame", offset: 83, bytes: heartbeat },
  ]);
});

it("a wrong checksum alone is handed over with its header, and its bytes are told once", () => {
  const items = fed(join(broken(40), heartbeat));
  expect(items).toMatchObject([
    {
      kind: "bad",
      error: { code: "bad-checksum", offset: 75 },
      header: { sequence: 7, source: { value: "889" }, command: 2 },
      bytes: broken(40),
    },
    { kind: "frame", offset: 78 },
  ]);
});

it.each([
  ["a wrong end", broken(77), "skipped 78 bad-end"],
  ["a length over 1024", broken(25, framed(2, "00".repeat(1024))), "skipped 1054 length-over-limit"],
])("%s costs only its own bytes", (_, bytes, told) => {
  const over = bytes.slice();
  if (told.includes("length")) over[25] = 5;
  expect(shape(fed(join(over, heartbeat)))).toEqual([told, "frame"]);
});

it("a frame hidden behind a false start is found", () => {
  expect(shape(fed(join(text("@@"), alarm)))).toEqual(["skipped 2 bad-end", "frame"]);
  expect(shape(fed(join(alarm.subarray(0, 35), alarm)))).toEqual(["skipped 35 bad-end", "frame"]);
  expect(framesOf(fed(join(text("@"), alarm)))).toEqual([decoded(alarm)]);
});

it("flush finds a whole frame that a false start was still waiting over", () => {
  const start = alarm.slice(0, 27);
  start.set([0xff, 3], 24);
  const stream = new FrameStream();
  expect(stream.push(join(start, heartbeat))).toEqual([]);
  expect(shape(stream.flush())).toEqual(["skipped 27 truncated", "frame"]);
  expect(stream.pending).toBe(0);
});

it("reset forgets what was pending and counts from 0 again", () => {
  const stream = new FrameStream();
  stream.push(alarm.subarray(0, 40));
  stream.reset();
  expect(stream.flush()).toEqual([]);
  expect(stream.push(alarm)).toMatchObject([{ kind: "frame", offset: 0 }]);
});

it("items are copies, also of a Buffer", () => {
  const chunk = Buffer.from(join(text("ab"), alarm, broken(40)));
  const items = new FrameStream().push(chunk);
  const before = JSON.stringify(items);
  chunk.fill(0);
  expect(JSON.stringify(items)).toBe(before);
});

it("a long noise is counted whole and copied in part", () => {
  const noise = new Uint8Array(1_000_000).fill(0x41);
  const [item] = new FrameStream({ mostSkippedBytes: 16 }).push(noise);
  expect(item).toMatchObject({ kind: "skipped", count: 1_000_000, bytes: noise.subarray(0, 16) });
});

it("the profile may be chosen by the source address", () => {
  const stream = new FrameStream({ profile: ({ value }) => (value === "889" ? "dahua" : undefined) });
  expect(framesOf(stream.push(join(alarm, encodeFrame({ ...decoded(alarm), source: 5 })))).map((f) => f.profile)).toEqual([
    "dahua",
    undefined,
  ]);
});

it("any frames with any noise between, cut anywhere, lose no byte: frames, bad ones, skipped and pending add up", () => {
  const noise = fc.uint8Array({ maxLength: 20 });
  const parts = fc.array(fc.tuple(noise, anySoundFrame), { maxLength: 5 });
  const run = fc.property(parts, fc.array(fc.integer({ min: 1, max: 300 }), { maxLength: 20 }), (pieces, cuts) => {
    const bytes = join(...pieces.flat());
    const stream = new FrameStream();
    const items: StreamItem[] = [];
    let at = 0;
    for (const cut of [...cuts, bytes.length]) {
      items.push(...stream.push(bytes.subarray(at, at + cut)));
      at = Math.min(bytes.length, at + cut);
    }
    expect(stream.pending).toBeLessThan(1054);
    items.push(...stream.flush());
    const told = new Uint8Array(bytes.length);
    for (const item of items) told.fill(1, item.offset, item.offset + (item.kind === "skipped" ? item.count : item.bytes.length));
    expect(told.every((byte) => byte === 1)).toBe(true);
  });
  fc.assert(run, { numRuns: 300 });
});

describe("a hostile stream stays cheap", () => {
  const start = bytesOf("4040000000000000000000000000000000000000000000000004");
  const hostile: [string, Uint8Array][] = [
    ["only start symbols", new Uint8Array(300_000).fill(0x40)],
    ["a frame of 1024 promised every 26 bytes", join(...Array.from({ length: 12_000 }, () => start))],
    ["end symbols and starts in turn", join(...Array.from({ length: 6_000 }, () => join(start, new Uint8Array(20).fill(0x23))))],
    ["denied frames in one another", join(...Array.from({ length: 3_000 }, () => broken(27)))],
  ];
  it.each(hostile)("%s", (_, bytes) => {
    const stream = new FrameStream();
    const began = performance.now();
    stream.push(bytes);
    for (let i = 0; i < 20_000; i++) stream.push(bytes.subarray(i, i + 1));
    stream.flush();
    expect(stream.pending).toBe(0);
    expect(performance.now() - began).toBeLessThan(3_000);
  });
});
