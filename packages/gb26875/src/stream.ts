/**
 * Frames out of a byte stream, by length and never by the end symbol, which may occur inside (there is no escaping). After noise or a
 * broken frame the search goes on one byte further, so a sound frame is never lost behind a false start.
 */
import type { FrameAddress } from "./address.ts";
import { addresses } from "./address.ts";
import { copyOf, u8, u16 } from "./bytes.ts";
import { type Dialect, findDialect, type ProfileChoice, standardDialect } from "./dialect.ts";
import { checksum, readFrame, readHeader, wire } from "./frame.ts";
import { type FrameError, frameError } from "./trouble.ts";
import type { Frame, FrameHeader } from "./types.ts";

/** Why bytes belong to no frame: `no-start` for plain noise, else what a beginning that looked like a frame failed at. */
export type SkipReason = "no-start" | "length-over-limit" | "bad-end" | "bad-checksum" | "truncated";

/**
 * What a stream yields, in wire order. `offset` counts bytes since the stream began or was reset; `bytes` are copies.
 * `bad` has start, length and end right and only the checksum wrong, so `header` can be used for a denial 否认 (command 6).
 * `skipped` tells `count` bytes that belong to no frame; `bytes` holds the first of them, and `beginnings` says how many frames began there and
 * came to nothing, whatever number of half frames lay one behind the other (0: plain noise).
 */
export type StreamItem =
  | { readonly kind: "frame"; readonly frame: Frame; readonly bytes: Uint8Array; readonly offset: number }
  | { readonly kind: "bad"; readonly error: FrameError; readonly header: FrameHeader; readonly bytes: Uint8Array; readonly offset: number }
  | {
      readonly kind: "skipped";
      readonly reason: SkipReason;
      readonly count: number;
      readonly beginnings: number;
      readonly bytes: Uint8Array;
      readonly offset: number;
    };

export interface FrameStreamOptions {
  /** Profile of every frame, or a function that chooses it by the frame's source address. */
  readonly profile?: ProfileChoice | ((source: FrameAddress) => ProfileChoice | undefined) | undefined;
  /** How many bytes a `skipped` item copies at most; 1054 when left out. */
  readonly mostSkippedBytes?: number | undefined;
}

/** Never more than one unfinished frame and as much again is kept (the notes on clause 6.5 ask for a bound). */
const BUFFER_BYTES = 2 * wire.mostBytes;

/** What stands at a place where a frame may begin. */
type Candidate = "frame" | "unfinished" | "length-over-limit" | "bad-end" | "bad-checksum";

function candidateAt(bytes: Uint8Array, at: number): Candidate {
  const there = bytes.length - at;
  if (there < wire.lengthAt + 2) return "unfinished";
  const aduBytes = u16(bytes, at + wire.lengthAt);
  if (aduBytes > wire.mostAduBytes) return "length-over-limit";
  const whole = wire.leastBytes + aduBytes;
  if (there < whole) return "unfinished";
  const end = at + whole;
  if (u8(bytes, end - 2) !== wire.end || u8(bytes, end - 1) !== wire.end) return "bad-end";
  return checksum(bytes, at + wire.sequenceAt, end - 3) === u8(bytes, end - 3) ? "frame" : "bad-checksum";
}

/** The next place at or after `from` where a frame may begin, counting a lone last 40; the end of the bytes when there is none. */
function nextStart(bytes: Uint8Array, from: number): number {
  let at = bytes.indexOf(wire.start, from);
  while (at !== -1 && at + 1 < bytes.length && u8(bytes, at + 1) !== wire.start) at = bytes.indexOf(wire.start, at + 1);
  return at === -1 ? bytes.length : at;
}

/** Reassembles frames that arrive split, merged or among noise. One per connection; a UDP datagram is a `push` and a `flush`. */
export class FrameStream {
  readonly #profile: FrameStreamOptions["profile"];
  readonly #mostSkippedBytes: number;
  #buffer: Uint8Array | undefined;
  #pending = 0;
  /** Stream offset of the first pending byte. */
  #offset = 0;
  /** Bytes before this stream offset were already handed out inside a `bad` item. */
  #toldUntil = 0;

  constructor(options: FrameStreamOptions = {}) {
    this.#profile = options.profile;
    this.#mostSkippedBytes = options.mostSkippedBytes ?? wire.mostBytes;
  }

  /** Bytes kept because they may be the beginning of a frame; below 1054 between calls. */
  get pending(): number {
    return this.#pending;
  }

  /** Takes bytes as they came, keeps no reference to them, returns what they completed. */
  push(chunk: Uint8Array): StreamItem[] {
    const items: StreamItem[] = [];
    let at = 0;
    while (at < chunk.length) {
      if (this.#pending === 0) {
        this.#keep(this.#scan(chunk.subarray(at), false, items));
        at = chunk.length;
      } else {
        at += this.#append(chunk, at);
        this.#keep(this.#scan(this.#held(), false, items));
      }
    }
    return items;
  }

  /** Says that nothing more will come (silence, close, end of a datagram): finds frames behind a false start and reports the rest. */
  flush(): StreamItem[] {
    const items: StreamItem[] = [];
    if (this.#pending > 0) this.#keep(this.#scan(this.#held(), true, items));
    return items;
  }

  /** Forgets pending bytes without a word and counts offsets from 0 again. */
  reset(): void {
    this.#pending = 0;
    this.#offset = 0;
    this.#toldUntil = 0;
  }

  #held(): Uint8Array {
    return (this.#buffer ?? new Uint8Array(0)).subarray(0, this.#pending);
  }

  #append(chunk: Uint8Array, at: number): number {
    const buffer = this.#ownBuffer();
    const taken = Math.min(chunk.length - at, BUFFER_BYTES - this.#pending);
    buffer.set(chunk.subarray(at, at + taken), this.#pending);
    this.#pending += taken;
    return taken;
  }

  #ownBuffer(): Uint8Array {
    this.#buffer ??= new Uint8Array(BUFFER_BYTES);
    return this.#buffer;
  }

  #keep(rest: Uint8Array): void {
    this.#pending = rest.length;
    if (rest.length === 0) return;
    const buffer = this.#ownBuffer();
    if (rest.buffer !== buffer.buffer || rest.byteOffset !== buffer.byteOffset) buffer.set(rest);
  }

  /** Takes everything it can out of `bytes`, which begin at the stream offset; returns the bytes that must wait. */
  #scan(bytes: Uint8Array, last: boolean, items: StreamItem[]): Uint8Array {
    const skip = new SkippedRun();
    let at = nextStart(bytes, 0);
    while (at < bytes.length) {
      const candidate = candidateAt(bytes, at);
      if (candidate === "unfinished" && !last) break;
      if (candidate === "frame") {
        this.#tellSkipped(bytes, skip, at, items);
        at += this.#tellFrame(bytes, at, items);
        skip.from = at;
      } else {
        if (candidate === "bad-checksum") this.#tellBad(bytes, skip, at, items);
        skip.because(candidate === "unfinished" ? "truncated" : candidate);
        at += 1;
      }
      at = nextStart(bytes, at);
    }
    this.#tellSkipped(bytes, skip, at, items);
    this.#offset += at;
    return bytes.subarray(at);
  }

  #tellFrame(bytes: Uint8Array, at: number, items: StreamItem[]): number {
    const aduBytes = u16(bytes, at + wire.lengthAt);
    const whole = wire.leastBytes + aduBytes;
    const frame = readFrame(bytes, at, aduBytes, this.#dialectAt(bytes, at));
    items.push({ kind: "frame", frame, bytes: copyOf(bytes, at, at + whole), offset: this.#offset + at });
    return whole;
  }

  #tellBad(bytes: Uint8Array, skip: SkippedRun, at: number, items: StreamItem[]): void {
    this.#tellSkipped(bytes, skip, at, items);
    skip.from = at;
    const whole = wire.leastBytes + u16(bytes, at + wire.lengthAt);
    const header = readHeader(bytes, at, this.#dialectAt(bytes, at) ?? standardDialect);
    const error = frameError("bad-checksum", whole - 3);
    items.push({ kind: "bad", error, header, bytes: copyOf(bytes, at, at + whole), offset: this.#offset + at });
    this.#toldUntil = Math.max(this.#toldUntil, this.#offset + at + whole);
  }

  #tellSkipped(bytes: Uint8Array, skip: SkippedRun, to: number, items: StreamItem[]): void {
    const from = Math.max(skip.from, this.#toldUntil - this.#offset);
    if (from < to) {
      const copied = copyOf(bytes, from, Math.min(to, from + this.#mostSkippedBytes));
      const { reason, beginnings } = skip;
      items.push({ kind: "skipped", reason, count: to - from, beginnings, bytes: copied, offset: this.#offset + from });
    }
    skip.reason = "no-start";
    skip.beginnings = 0;
  }

  #dialectAt(bytes: Uint8Array, at: number): Dialect | null {
    const choice = this.#profile;
    if (choice === undefined) return standardDialect;
    return findDialect(typeof choice === "function" ? choice(addresses.at(bytes, at + wire.sourceAt)) : choice);
  }
}

/** A run of bytes that belong to no frame, while it grows. */
class SkippedRun {
  from = 0;
  reason: SkipReason = "no-start";
  beginnings = 0;

  /** The first failure of a beginning says more than the noise around it. */
  because(reason: SkipReason): void {
    this.beginnings += 1;
    if (this.reason === "no-start") this.reason = reason;
  }
}
