/** The shapes a frame takes once it is no longer bytes. */
import type { AddressInput, FrameAddress } from "./address.ts";
import type { LayoutName } from "./adu/layouts.ts";
import type { Flags } from "./flags.ts";
import type { Anomaly, FrameError } from "./trouble.ts";

interface OfSystem {
  /** 系统类型, table 4. */
  readonly systemType: number;
  /** 系统地址, 0 to 255. */
  readonly systemAddress: number;
}

interface OfComponent extends OfSystem {
  /** 部件地址, the whole unsigned 32-bit number. */
  readonly componentAddress: number;
}

interface OfTypedComponent extends OfComponent {
  /** 部件类型, table 5. */
  readonly componentType: number;
}

/** `null` where the six bytes are no real time; `occurredAtRaw` (hexadecimal) is there wherever `occurredAt` alone does not give them back. */
interface Timed {
  readonly occurredAt: string | null;
  readonly occurredAtRaw?: string;
}

interface Clock {
  readonly time: string | null;
  readonly timeRaw?: string;
}

/** `descriptionRaw` (hexadecimal) is there wherever the text padded with NUL does not give the field's bytes back. */
interface Described {
  readonly description: string;
  readonly descriptionRaw?: string;
}

interface WithStatus {
  readonly status: number;
  readonly flags: Flags;
}

interface Operated {
  readonly operation: number;
  readonly flags: Flags;
  readonly operator: number;
}

interface Versioned {
  readonly majorVersion: number;
  readonly minorVersion: number;
}

interface Records {
  readonly recordCount: number;
  readonly startTime: string | null;
  readonly startTimeRaw?: string;
}

interface Reserved {
  readonly reserved: number;
}

/** `value` is `rawValue` in `unit`; both are `null` for an analog type without a resolution. */
interface Measured {
  readonly analogType: number;
  readonly rawValue: number;
  readonly value: number | null;
  readonly unit: string | null;
}

/** The information object of every layout. */
export interface ObjectOf {
  "system-status": OfSystem & WithStatus & Timed;
  "component-status": OfTypedComponent & WithStatus & Described & Timed;
  "component-status-brief": OfTypedComponent & WithStatus & Timed;
  "component-analog": OfTypedComponent & Measured & Timed;
  "system-operation": OfSystem & Operated & Timed;
  "system-version": OfSystem & Versioned;
  "system-configuration": OfSystem & Described;
  "component-configuration": OfTypedComponent & Described;
  "system-time": OfSystem & Clock;
  "device-status": WithStatus & Timed;
  "device-status-untimed": WithStatus;
  "device-operation": Operated & Timed;
  "device-version": Versioned;
  "device-configuration": Described;
  "device-time": Clock;
  "read-system": OfSystem;
  "read-component": OfComponent;
  "read-system-operations": OfSystem & Records;
  "read-device": Reserved;
  "read-device-operations": Records;
  "clock-sync": Clock;
  "duty-check": { readonly timeoutMinutes: number };
  "system-event": OfSystem & Timed;
  "device-event": { readonly operator: number } & Timed;
  registration: { readonly registration: string };
  "key-check": { readonly keyText: string };
  "heartbeat-byte": Reserved;
}

interface AduBase {
  /** 类型标志 as on the wire. */
  readonly type: number;
  /** 信息对象数目 as on the wire, even where it is wrong. */
  readonly count: number;
  /** A vendor's own "back to normal" type. */
  readonly restored?: true;
  /** Hexadecimal bytes after the objects that belong to none. */
  readonly rest?: string;
}

export type KnownAdu = { [K in LayoutName]: AduBase & { readonly kind: K; readonly objects: readonly ObjectOf[K][] } }[LayoutName];

/** `opaque`: the profile knows the type's name but not its inside. `unknown`: nobody knows it. Both keep the bytes in `rest`. */
export interface OpaqueAdu extends AduBase {
  readonly kind: "opaque" | "unknown";
  readonly objects: readonly [];
}

/** An application data unit of a single byte: the type flag alone. */
export interface ShortAdu extends AduBase {
  readonly kind: "short";
  readonly objects: readonly [];
  /** The whole application data unit, hexadecimal. */
  readonly raw: string;
}

/** Application data unit 应用数据单元. Switch on `kind` to have the objects typed. */
export type Adu = KnownAdu | OpaqueAdu | ShortAdu;

export interface FrameHeader {
  /** 业务流水号, 0 to 65535. */
  readonly sequence: number;
  /** 协议版本号. `major` is 1 by the standard; 2, 5 and 16 are seen. */
  readonly version: { readonly major: number; readonly user: number };
  /** When the sender says it was sent, ISO with `+08:00`; `null` where the six bytes are no real time. */
  readonly timestamp: string | null;
  readonly timestampRaw?: string;
  readonly source: FrameAddress;
  readonly destination: FrameAddress;
  /** 命令字节. */
  readonly command: number;
  /** Name of the profile it was read with; absent for the standard. */
  readonly profile?: string;
}

/** A frame 数据包. Plain values, frozen where they are shared; nothing in it refers to the bytes it came from. */
export interface Frame extends FrameHeader {
  /** `null` where the length is 0. */
  readonly adu: Adu | null;
  readonly anomalies: readonly Anomaly[];
}

export type DecodeResult = { readonly ok: true; readonly frame: Frame } | { readonly ok: false; readonly error: FrameError };

/** A loose information object for `encodeFrame`: which properties are needed depends on the type. */
export type ObjectInput = object;

export interface AduInput {
  readonly type: number;
  /** Objects as on the wire; the number of `objects` when left out. */
  readonly count?: number;
  readonly objects?: readonly ObjectInput[];
  readonly rest?: string;
  readonly raw?: string;
}

/** What `encodeFrame` takes: a decoded frame, or one made by hand with addresses as integers and without the derived values. */
export interface FrameInput {
  readonly sequence: number;
  /** 1.0 when left out. */
  readonly version?: { readonly major: number; readonly user: number };
  readonly timestamp?: string | null;
  readonly timestampRaw?: string;
  readonly source: AddressInput;
  readonly destination: AddressInput;
  readonly command: number;
  readonly profile?: string;
  readonly adu?: AduInput | null;
}
