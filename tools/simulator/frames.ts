/** Frames made once and patched for every sending: the load generator shares two cores with what it measures. */
import { type AduInput, encodeFrame, profiles } from "@suiren/gb26875";

const CENTRE = "000000000000";
const SEQUENCE_AT = 2;
const TIME_AT = 6;
const SOURCE_AT = 12;
const ADU_AT = 27;
const CHINA_MS = 8 * 3_600_000;

/** A frame to copy. `timesAt` and `componentAt` are where times and a component address stand in it. */
export type Template = { readonly bytes: Uint8Array; readonly timesAt: readonly number[]; readonly componentAt: number | null };

export type TemplateOptions = {
  readonly command?: number;
  readonly profile?: string;
  /** Offsets inside the application data unit. */
  readonly times?: readonly number[];
  readonly component?: number;
};

const NOW = "2026-01-01T00:00:00+08:00";

/** Builds a template from an application data unit; null is a heartbeat. */
export function template(adu: AduInput | null, { command = 2, profile, times = [], component }: TemplateOptions = {}): Template {
  const frame = { sequence: 0, command, timestamp: NOW, source: { hex: CENTRE }, destination: { hex: CENTRE }, adu };
  const bytes = encodeFrame(profile === undefined ? frame : { ...frame, profile });
  return {
    bytes,
    timesAt: profiles.get(profile ?? "")?.time === "bcd" ? [] : [TIME_AT, ...times.map((at) => ADU_AT + at)],
    componentAt: component === undefined ? null : ADU_AT + component,
  };
}

/** The six bytes of an instant, made once a second. */
export class WireClock {
  #second = -1;
  readonly #bytes = new Uint8Array(6);

  at(ms: number): Uint8Array {
    const second = Math.floor(ms / 1000);
    if (second !== this.#second) {
      this.#second = second;
      const china = new Date(second * 1000 + CHINA_MS);
      this.#bytes.set([
        china.getUTCSeconds(),
        china.getUTCMinutes(),
        china.getUTCHours(),
        china.getUTCDate(),
        china.getUTCMonth() + 1,
        china.getUTCFullYear() - 2000,
      ]);
    }
    return this.#bytes;
  }
}

/** A copy of the template from one device, now. */
export function instance(from: Template, source: Uint8Array, sequence: number, time: Uint8Array, component: number | null): Uint8Array {
  const bytes = from.bytes.slice();
  for (const at of from.timesAt) bytes.set(time, at);
  bytes.set(source, SOURCE_AT);
  if (component !== null && from.componentAt !== null) {
    bytes[from.componentAt] = component & 255;
    bytes[from.componentAt + 1] = (component >>> 8) & 255;
    bytes[from.componentAt + 2] = (component >>> 16) & 255;
    bytes[from.componentAt + 3] = component >>> 24;
  }
  return numbered(bytes, sequence);
}

/** Writes sequence and checksum into a frame. */
export function numbered(bytes: Uint8Array, sequence: number): Uint8Array {
  bytes[SEQUENCE_AT] = sequence & 255;
  bytes[SEQUENCE_AT + 1] = sequence >> 8;
  let sum = 0;
  const checksumAt = bytes.length - 3;
  for (let at = SEQUENCE_AT; at < checksumAt; at++) sum += bytes[at] ?? 0;
  bytes[checksumAt] = sum & 255;
  return bytes;
}

export const sequenceOf = (bytes: Uint8Array): number => (bytes[SEQUENCE_AT] ?? 0) | ((bytes[SEQUENCE_AT + 1] ?? 0) << 8);
