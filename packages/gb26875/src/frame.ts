/** The frame 数据包 (clause 7): start, control unit, application data unit, checksum, end. No escaping: only the length field divides it. */
import { addressBytes, addresses } from "./address.ts";
import { COMPONENT_STATUS_TYPE, readPlainComponentStates } from "./adu/component-status.ts";
import { type Reading, readAdu } from "./adu/read.ts";
import { integer, MOST_ADU_BYTES, wireTimeBytes, writeAdu } from "./adu/write.ts";
import { u8, u16 } from "./bytes.ts";
import { type Dialect, findDialect, type ProfileChoice, standardDialect } from "./dialect.ts";
import { type Anomaly, anomaly, EncodeError, type ErrorCode, frameError } from "./trouble.ts";
import type { Adu, DecodeResult, Frame, FrameHeader, FrameInput } from "./types.ts";

/** Offsets from the start of a frame, and its sizes. */
export const wire = {
  start: 0x40,
  end: 0x23,
  sequenceAt: 2,
  versionAt: 4,
  timeAt: 6,
  sourceAt: 12,
  destinationAt: 18,
  lengthAt: 24,
  commandAt: 26,
  aduAt: 27,
  /** Bytes before the application data unit. */
  headBytes: 27,
  /** A frame without application data unit. */
  leastBytes: 30,
  mostAduBytes: MOST_ADU_BYTES,
  mostBytes: 30 + MOST_ADU_BYTES,
} as const;

export interface DecodeOptions {
  /** Name of a built-in profile, or a profile of your own; the standard when left out. */
  readonly profile?: ProfileChoice | undefined;
}

const NO_ANOMALIES: readonly Anomaly[] = Object.freeze([]);

/**
 * Decodes exactly one frame. Never throws: bytes that are not one sound frame give `{ ok: false, error }`, and whatever is odd inside a
 * sound frame is in `frame.anomalies`. Nothing in the result refers to `bytes`. Source: GB/T 26875.3-2011, clauses 7 and 8.
 */
export function decodeFrame(bytes: Uint8Array, options?: DecodeOptions): DecodeResult {
  if (!(bytes instanceof Uint8Array) && !isForeignBytes(bytes)) return refuse("not-bytes", 0);
  const size = bytes.length;
  if (size < wire.leastBytes) return refuse("too-short", size);
  if (u8(bytes, 0) !== wire.start || u8(bytes, 1) !== wire.start) return refuse("no-start", 0);
  const aduBytes = u16(bytes, wire.lengthAt);
  if (aduBytes > wire.mostAduBytes) return refuse("length-over-limit", wire.lengthAt);
  const whole = wire.leastBytes + aduBytes;
  if (size !== whole) return size < whole ? refuse("truncated", size) : refuse("trailing-bytes", whole);
  if (u8(bytes, whole - 2) !== wire.end || u8(bytes, whole - 1) !== wire.end) return refuse("bad-end", whole - 2);
  if (checksum(bytes, wire.sequenceAt, whole - 3) !== u8(bytes, whole - 3)) return refuse("bad-checksum", whole - 3);
  const profile = options?.profile;
  const dialect = profile === undefined ? standardDialect : findDialect(profile);
  return { ok: true, frame: readFrame(bytes, 0, aduBytes, dialect) };
}

/** A Uint8Array of another realm, such as a test runner's sandbox. */
function isForeignBytes(input: unknown): boolean {
  return ArrayBuffer.isView(input) && Object.prototype.toString.call(input) === "[object Uint8Array]";
}

function refuse(code: ErrorCode, offset: number): DecodeResult {
  return { ok: false, error: frameError(code, offset) };
}

/** Sum of the bytes `from` up to but not including `to`, modulo 256. */
export function checksum(bytes: Uint8Array, from: number, to: number): number {
  let even = 0;
  let odd = 0;
  let at = from;
  for (; at + 3 < to; at += 4) {
    even += u8(bytes, at) + u8(bytes, at + 2);
    odd += u8(bytes, at + 1) + u8(bytes, at + 3);
  }
  for (; at < to; at++) even += u8(bytes, at);
  return (even + odd) & 255;
}

/** Reads the frame at `start` whose framing has been checked. A dialect of `null` is one nobody knows: standard, with an anomaly. */
export function readFrame(bytes: Uint8Array, start: number, aduBytes: number, dialect: Dialect | null): Frame {
  const command = u8(bytes, start + wire.commandAt);
  const aduAt = start + wire.aduAt;
  if (dialect === standardDialect && aduBytes > 1 && u8(bytes, aduAt) === COMPONENT_STATUS_TYPE && (command === 2 || command === 5)) {
    const frame = readPlainFrame(bytes, start, aduBytes, command, dialect);
    if (frame !== null) return frame;
  }
  return readCarefully(bytes, start, aduBytes, dialect);
}

/** An upload of component states without anything odd; `null` hands over to the careful way. */
function readPlainFrame(bytes: Uint8Array, start: number, aduBytes: number, command: number, dialect: Dialect): Frame | null {
  const sent = dialect.times.at(bytes, start + wire.timeAt);
  if (sent.raw !== null) return null;
  const adu = readPlainComponentStates(bytes, start + wire.aduAt, aduBytes, dialect);
  if (adu === null) return null;
  return {
    sequence: u16(bytes, start + wire.sequenceAt),
    version: { major: u8(bytes, start + wire.versionAt), user: u8(bytes, start + wire.versionAt + 1) },
    timestamp: sent.iso,
    source: addresses.at(bytes, start + wire.sourceAt),
    destination: addresses.at(bytes, start + wire.destinationAt),
    command,
    adu,
    anomalies: NO_ANOMALIES,
  };
}

/** The way every frame can be read; `readFrame` takes it unless the plain way will do. */
export function readCarefully(bytes: Uint8Array, start: number, aduBytes: number, chosen: Dialect | null): Frame {
  const anomalies: Anomaly[] = chosen === null ? [anomaly("unknown-profile", 0)] : [];
  const dialect = chosen ?? standardDialect;
  const reading: Reading = { bytes, frameStart: start, dialect, anomalies };
  const header = readHeader(bytes, start, dialect);
  const odd = dialect.times.at(bytes, start + wire.timeAt).anomaly;
  if (odd !== null) anomalies.push(anomaly(odd, wire.timeAt));
  if (!dialect.commands[header.command]) anomalies.push(anomaly("unknown-command", wire.commandAt));
  const adu: Adu | null = aduBytes === 0 ? null : readAdu(reading, start + wire.aduAt, aduBytes, header.command);
  return { ...header, adu, anomalies: anomalies.length === 0 ? NO_ANOMALIES : Object.freeze(anomalies) };
}

/** The control unit 控制单元 of the frame at `start`; its 27 bytes are there. */
export function readHeader(bytes: Uint8Array, start: number, dialect: Dialect): FrameHeader {
  const { iso, raw } = dialect.times.at(bytes, start + wire.timeAt);
  const sequence = u16(bytes, start + wire.sequenceAt);
  return {
    ...(dialect.mark === undefined ? {} : { profile: dialect.mark }),
    sequence: dialect.bigEndianSequence ? swapBytes(sequence) : sequence,
    version: { major: u8(bytes, start + wire.versionAt), user: u8(bytes, start + wire.versionAt + 1) },
    timestamp: iso,
    ...(raw === null ? {} : { timestampRaw: raw }),
    source: addresses.at(bytes, start + wire.sourceAt),
    destination: addresses.at(bytes, start + wire.destinationAt),
    command: u8(bytes, start + wire.commandAt),
  };
}

const swapBytes = (word: number): number => ((word & 255) << 8) | (word >> 8);

/**
 * The bytes of a frame, checksum included. Takes what `decodeFrame` gives, byte for byte the same again, or a frame made by hand.
 * The profile is the option's, else the frame's own.
 * @throws EncodeError naming the value that does not fit the wire.
 */
export function encodeFrame(frame: FrameInput | Frame, options?: DecodeOptions): Uint8Array {
  const choice = options?.profile ?? frame.profile;
  const dialect = findDialect(choice);
  if (dialect === null) throw new EncodeError("profile", `"${String(choice)}" is not known`, `没有方言“${String(choice)}”`);
  const adu = writeAdu(frame.adu, dialect);
  const bytes = new Uint8Array(wire.leastBytes + adu.length);
  const sequence = integer(frame.sequence, 0xffff, "sequence");
  const ordered = dialect.bigEndianSequence ? swapBytes(sequence) : sequence;
  const { major, user } = frame.version ?? { major: 1, user: 0 };
  bytes.set([
    wire.start,
    wire.start,
    ordered & 255,
    ordered >> 8,
    integer(major, 255, "version.major"),
    integer(user, 255, "version.user"),
  ]);
  bytes.set(wireTimeBytes(frame.timestamp, frame.timestampRaw, dialect, "timestamp"), wire.timeAt);
  bytes.set(addressBytes(frame.source, "source"), wire.sourceAt);
  bytes.set(addressBytes(frame.destination, "destination"), wire.destinationAt);
  bytes.set([adu.length & 255, adu.length >> 8, integer(frame.command, 255, "command")], wire.lengthAt);
  bytes.set(adu, wire.aduAt);
  bytes.set([checksum(bytes, wire.sequenceAt, bytes.length - 3), wire.end, wire.end], bytes.length - 3);
  return bytes;
}
