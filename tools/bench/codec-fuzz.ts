/** Mutated frames through everything of the codec that takes bytes: nothing may throw, and what decodes must encode to the same bytes. */
import { decodeFrame, describeFrame, encodeFrame, FrameStream, profiles, typeFlags } from "@suiren/gb26875";

export interface FuzzResult {
  readonly mutatedBytes: number;
  readonly frames: number;
  /** Frames that still decoded after mutation. */
  readonly sound: number;
  readonly crashes: number;
  /** Sound frames that did not encode to the same bytes, or whose field map missed a byte. */
  readonly differences: number;
  readonly seconds: number;
}

const DESCRIBE_EVERY = 16;
const HEAD_BYTES = 27;

/** A small generator with a fixed seed (xorshift32): the same run every time. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}

/** One frame of every type of every profile, with random objects. */
function seeds(random: (below: number) => number): Uint8Array[] {
  const types = new Set(Object.keys(typeFlags).map(Number));
  for (const profile of profiles.values()) for (const type of Object.keys(profile.typeFlags ?? {})) types.add(Number(type));
  return [...types].flatMap((type) =>
    Array.from({ length: 4 }, (_, objects) => {
      const rest = Array.from({ length: 46 * objects }, () => random(256).toString(16).padStart(2, "0")).join("");
      return encodeFrame({
        sequence: random(65_536),
        source: random(2 ** 31),
        destination: 1,
        command: 1 + random(5),
        adu: { type, count: objects, rest },
      });
    }),
  );
}

/** Makes start, length, checksum and end right again, so that the mutation reaches the application data unit. */
function repair(bytes: Uint8Array): void {
  const aduBytes = bytes.length - 30;
  bytes.set([0x40, 0x40]);
  bytes.set([aduBytes & 255, aduBytes >> 8], 24);
  let sum = 0;
  for (const byte of bytes.subarray(2, -3)) sum += byte;
  bytes.set([sum & 255, 0x23, 0x23], bytes.length - 3);
}

/** Mutates until `mutatedBytes` bytes were changed, then reports. Deterministic but for the seconds. */
export function fuzzCodec(mutatedBytes: number): FuzzResult {
  const random = randomFrom(0x26875);
  const corpus = seeds(random);
  const names = [...profiles.keys()];
  const stream = new FrameStream();
  const began = performance.now();
  const found = { mutatedBytes: 0, frames: 0, sound: 0, crashes: 0, differences: 0 };
  while (found.mutatedBytes < mutatedBytes) {
    const bytes = mutant(corpus[random(corpus.length)] ?? new Uint8Array(HEAD_BYTES), random, found);
    const profile = names[random(names.length)];
    try {
      const result = decodeFrame(bytes, { profile });
      if (result.ok) found.sound += 1;
      if (result.ok && Buffer.compare(encodeFrame(result.frame), bytes) !== 0) found.differences += 1;
      if (found.frames % DESCRIBE_EVERY === 0 && mappedBytes(bytes, profile) !== bytes.length) found.differences += 1;
      stream.push(bytes);
    } catch {
      found.crashes += 1;
    }
    found.frames += 1;
  }
  return { ...found, seconds: (performance.now() - began) / 1000 };
}

function mutant(seed: Uint8Array, random: (below: number) => number, found: { mutatedBytes: number }): Uint8Array {
  const cut = random(8) === 0 ? random(seed.length) : 0;
  const bytes = seed.slice(0, seed.length - cut);
  const changes = bytes.length === 0 ? 0 : 1 + random(8);
  for (let i = 0; i < changes; i++) {
    const at = random(4) === 0 ? random(bytes.length) : Math.min(bytes.length - 1, HEAD_BYTES + random(12));
    bytes[at] = (bytes[at] ?? 0) ^ (1 + random(255));
  }
  found.mutatedBytes += changes;
  if (bytes.length >= 30 && random(4) !== 0) repair(bytes);
  return bytes;
}

function mappedBytes(bytes: Uint8Array, profile: string | undefined): number {
  let next = 0;
  for (const { offset, length } of describeFrame(bytes, { profile })) next = offset === next ? offset + length : Number.NaN;
  return next;
}
