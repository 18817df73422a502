/**
 * Speed and toughness of the GB/T 26875.3 codec: decoding against a loop that only sums the same bytes, measured in turn in the same
 * process, and ten million mutated bytes. `node tools/bench/codec.ts` prints both.
 */
import { pathToFileURL } from "node:url";
import { decodeFrame, encodeFrame } from "@suiren/gb26875";
import { fuzzCodec } from "./codec-fuzz.ts";

/** `ok` is null where there is no budget. `value` is in `unit`. */
export interface CodecFigure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly budget: number | null;
  readonly ok: boolean | null;
  readonly note: string;
}

/** Architecture.md §8: decoding a component-state frame with Chinese description, one core. */
const RATIO_BUDGET = 10;
const MUTATED_BYTES = 10_000_000;
/** Short rounds, so that other work on the machine spoils few of them. */
const ROUNDS = 101;
const LONG_ROUNDS = 15;
const DECODES_PER_ROUND = 20_000;

const floors = ["一层", "二层", "三层", "地下一层", "避难层"];
const places = ["东侧走道", "西侧走道", "女装区", "楼梯间", "电梯前室", "配电室", "厨房", "仓库", "大厅", "办公室"];

/** `count` different uploads of one component state: each its own device, component, description, and its own pair of times. */
function componentStates(count: number): Uint8Array[] {
  const from = Date.parse("2026-03-18T14:30:52+08:00");
  return Array.from({ length: count }, (_, i) => {
    const occurredAt = new Date(from + i * 1000).toISOString();
    const description = `${(i % 90) + 1}号楼${floors[i % floors.length]}${places[(i >> 3) % places.length]}${i}`;
    const component = { systemType: 1, systemAddress: i & 3, componentType: 40 + (i % 5), componentAddress: i * 977 };
    return encodeFrame({
      sequence: i & 0xffff,
      version: { major: 1, user: 1 },
      timestamp: new Date(from + i * 1000 + 2000).toISOString(),
      source: 100_000 + i * 37,
      destination: 88_888,
      command: 2,
      adu: { type: 2, objects: [{ ...component, status: [2, 4, 0, 3, 8][i % 5], description, occurredAt }] },
    });
  });
}

function sumAll(frames: readonly Uint8Array[]): number {
  let sum = 0;
  for (const bytes of frames) for (let i = 0; i < bytes.length; i++) sum += bytes[i] ?? 0;
  return sum;
}

function decodeAll(frames: readonly Uint8Array[]): number {
  let sequences = 0;
  for (const bytes of frames) {
    const result = decodeFrame(bytes);
    if (result.ok) sequences += result.frame.sequence;
  }
  return sequences;
}

/** Nanoseconds per frame of one round. */
function time(work: (frames: readonly Uint8Array[]) => number, frames: readonly Uint8Array[]): number {
  const repeats = Math.max(1, Math.round(DECODES_PER_ROUND / frames.length));
  const began = performance.now();
  let kept = 0;
  for (let i = 0; i < repeats; i++) kept += work(frames);
  const took = ((performance.now() - began) * 1e6) / (repeats * frames.length);
  if (!Number.isFinite(kept)) throw new RangeError("the work was not done");
  return took;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}

/** Sum and decode in turn, so that both meet the same machine; the median of the rounds' ratios, after warming up. */
function decodeRatio(name: string, frames: readonly Uint8Array[], count: number, budget: number | null): CodecFigure {
  for (let i = 0; i < count / 5; i++) time(sumAll, frames) + time(decodeAll, frames);
  const rounds = Array.from({ length: count }, () => ({ sumNs: time(sumAll, frames), decodeNs: time(decodeAll, frames) }));
  const value = median(rounds.map(({ sumNs, decodeNs }) => decodeNs / sumNs));
  const decodeNs = median(rounds.map((round) => round.decodeNs));
  const sumNs = median(rounds.map((round) => round.sumNs));
  const bytes = (frames.reduce((sum, frame) => sum + frame.length, 0) / frames.length).toFixed(0);
  const note = `${decodeNs.toFixed(0)} ns a frame against ${sumNs.toFixed(0)} ns, ${frames.length} frames of ${bytes} bytes, median of ${count}`;
  return { name, value: Number(value.toFixed(2)), unit: "× sum loop", budget, ok: budget === null ? null : value <= budget, note };
}

/** All figures of the codec; takes about half a minute, most of it the mutated bytes. */
export async function benchCodec(): Promise<CodecFigure[]> {
  const decode = decodeRatio("GB/T 26875.3 decode, 4,096 different frames", componentStates(4096), ROUNDS, RATIO_BUDGET);
  const strangers = decodeRatio("GB/T 26875.3 decode, 100,000 frames never seen lately", componentStates(100_000), LONG_ROUNDS, null);
  const fuzz = fuzzCodec(MUTATED_BYTES);
  const note = `${fuzz.crashes} crashes, ${fuzz.differences} differences, ${fuzz.frames} frames (${fuzz.sound} sound) in ${fuzz.seconds.toFixed(1)} s`;
  const ok = fuzz.crashes === 0 && fuzz.differences === 0;
  return [
    decode,
    strangers,
    { name: "GB/T 26875.3 mutated bytes", value: fuzz.mutatedBytes, unit: "bytes", budget: MUTATED_BYTES, ok, note },
  ];
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  for (const { name, value, unit, budget, ok, note } of await benchCodec()) {
    console.log(`${ok === false ? "FAIL" : "ok  "} ${name}: ${value} ${unit}${budget === null ? "" : ` (budget ${budget})`}; ${note}`);
  }
}
