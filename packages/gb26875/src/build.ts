/** Frames a monitoring centre 监控中心 sends: answers to what came, and commands down. */
import type { AddressInput } from "./address.ts";
import { findDialect, type ProfileChoice, standardDialect } from "./dialect.ts";
import type { VendorPurpose } from "./profiles.ts";
import { isoInChina } from "./time.ts";
import type { Frame, FrameHeader, FrameInput, ObjectInput } from "./types.ts";

/** An instant, or ISO text. */
export type Instant = Date | string;

const ACKNOWLEDGE = 3;
const DENY = 6;

/** The positive answer 确认 (command 3): same sequence, version and profile, addresses swapped, empty, stamped `now`. Send it after the data is safe. */
export function acknowledge(frame: FrameHeader, now: Instant): FrameInput {
  return answer(frame, ACKNOWLEDGE, now);
}

/** The negative answer 否认 (command 6) to a frame whose check failed, from the `header` of a stream's `bad` item. */
export function deny(frame: FrameHeader, now: Instant): FrameInput {
  return answer(frame, DENY, now);
}

function answer(to: FrameHeader, command: number, now: Instant): FrameInput {
  const { sequence, version, source, destination, profile } = to;
  const dialect = profile === undefined ? {} : { profile };
  return { ...dialect, sequence, version, timestamp: isoInChina(now), source: destination, destination: source, command, adu: null };
}

/** Who sends to whom, under which sequence number 业务流水号, when. */
export interface Outgoing {
  readonly sequence: number;
  readonly source: AddressInput;
  readonly destination: AddressInput;
  readonly now: Instant;
  /** 1.0 when left out. */
  readonly version?: { readonly major: number; readonly user: number };
  readonly profile?: string;
}

export interface SystemTarget {
  readonly systemType: number;
  readonly systemAddress: number;
}

export interface ComponentTarget extends SystemTarget {
  readonly componentAddress: number;
}

/** Which records to read: at most 102, from `startTime` on. */
export interface RecordRange {
  readonly recordCount: number;
  readonly startTime: Instant;
}

const CONTROL = 1;
const REQUEST = 4;

function outgoing(out: Outgoing, command: number, type: number, objects: readonly ObjectInput[]): FrameInput {
  const { now, version = { major: 1, user: 0 }, ...route } = out;
  return { ...route, version, timestamp: isoInChina(now), command, adu: { type, count: objects.length, objects } };
}

const request = (type: number) => (out: Outgoing) => outgoing(out, REQUEST, type, [{ reserved: 0 }]);
const requestSystems = (type: number) => (out: Outgoing, targets: readonly SystemTarget[]) =>
  outgoing(out, REQUEST, type, targets.map(systemOf));
const requestSystem = (type: number) => (out: Outgoing, target: SystemTarget) => outgoing(out, REQUEST, type, [systemOf(target)]);
const requestComponents = (type: number) => (out: Outgoing, targets: readonly ComponentTarget[]) =>
  outgoing(
    out,
    REQUEST,
    type,
    targets.map((target) => ({ ...systemOf(target), componentAddress: target.componentAddress })),
  );

const systemOf = ({ systemType, systemAddress }: SystemTarget) => ({ systemType, systemAddress });
const rangeOf = ({ recordCount, startTime }: RecordRange) => ({ recordCount, startTime: isoInChina(startTime) });

/** Type 61, up to 102 systems. */
export const readSystemStatus = requestSystems(61);
/** Type 62, up to 22 components. */
export const readComponentStatus = requestComponents(62);
/** Type 63, up to 63 components. */
export const readComponentAnalog = requestComponents(63);
/** Type 64. */
export const readSystemOperations = (out: Outgoing, target: SystemTarget, range: RecordRange): FrameInput =>
  outgoing(out, REQUEST, 64, [{ ...systemOf(target), ...rangeOf(range) }]);
/** Type 65. */
export const readSystemVersion = requestSystem(65);
/** Type 66, up to 3 systems. */
export const readSystemConfiguration = requestSystems(66);
/** Type 67, up to 26 components. */
export const readComponentConfiguration = requestComponents(67);
/** Type 68. */
export const readSystemTime = requestSystem(68);
/** Type 81. */
export const readDeviceStatus = request(81);
/** Type 84. */
export const readDeviceOperations = (out: Outgoing, range: RecordRange): FrameInput => outgoing(out, REQUEST, 84, [rangeOf(range)]);
/** Type 85. */
export const readDeviceVersion = request(85);
/** Type 86. */
export const readDeviceConfiguration = request(86);
/** Type 88. */
export const readDeviceTime = request(88);
/** Type 89 初始化. */
export const initialiseDevice = (out: Outgoing): FrameInput => outgoing(out, CONTROL, 89, [{ reserved: 0 }]);
/** Type 90 校时: sets the device's clock to `out.now`. */
export const synchroniseClock = (out: Outgoing): FrameInput => outgoing(out, CONTROL, 90, [{ time: isoInChina(out.now) }]);
/** Type 91 查岗: the person on duty has `timeoutMinutes` to answer, which comes as an operation record (type 24) with `dutyAnswer`. */
export const checkDuty = (out: Outgoing, timeoutMinutes: number): FrameInput => outgoing(out, CONTROL, 91, [{ timeoutMinutes }]);

export type Purpose = "reserved" | "control" | "upload" | "acknowledge" | "request" | "answer" | "deny" | VendorPurpose;

const PURPOSES: readonly Purpose[] = ["reserved", "control", "upload", "acknowledge", "request", "answer", "deny"];

/**
 * What a frame is for. A dialect's heartbeat, registration or request for the time is recognised under its profile (the frame's own
 * unless another is given); an empty upload is a heartbeat everywhere.
 */
export function purposeOf(frame: Frame, profile: ProfileChoice | undefined = frame.profile): Purpose {
  const dialect = findDialect(profile) ?? standardDialect;
  const type = frame.adu?.type ?? null;
  const rule = dialect.profile.purposes?.find((r) => r.command === frame.command && (r.type === undefined || r.type === type));
  if (rule) return rule.purpose;
  if (frame.command === 2 && type === null) return "heartbeat";
  return PURPOSES[frame.command] ?? "reserved";
}
