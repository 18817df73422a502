/** GB/T 26875.3-2011 城市消防远程监控系统 报警传输网络通信协议: frames to plain values and back. See README.md. */
export {
  type AddressInput,
  type AddressReading,
  type ComponentAddressMode,
  type FrameAddress,
  formatAddress,
  splitAddress,
} from "./address.ts";
export type { LayoutName } from "./adu/layouts.ts";
export {
  acknowledge,
  type ComponentTarget,
  checkDuty,
  deny,
  type Instant,
  initialiseDevice,
  type Outgoing,
  type Purpose,
  purposeOf,
  type RecordRange,
  readComponentAnalog,
  readComponentConfiguration,
  readComponentStatus,
  readDeviceConfiguration,
  readDeviceOperations,
  readDeviceStatus,
  readDeviceTime,
  readDeviceVersion,
  readSystemConfiguration,
  readSystemOperations,
  readSystemStatus,
  readSystemTime,
  readSystemVersion,
  type SystemTarget,
  synchroniseClock,
} from "./build.ts";
export { type DescribedField, type DescribeOptions, describeFrame, type FieldRole } from "./describe.ts";
export { nameOf, type ProfileChoice } from "./dialect.ts";
export type { Flags } from "./flags.ts";
export { type DecodeOptions, decodeFrame, encodeFrame } from "./frame.ts";
export { type Profile, type PurposeRule, profiles, STANDARD_PROFILE, type VendorPurpose } from "./profiles.ts";
export { FrameStream, type FrameStreamOptions, type SkipReason, type StreamItem } from "./stream.ts";
export { type AnalogType, analogTypes } from "./tables/analog-types.ts";
export { type Command, commands } from "./tables/commands.ts";
export { componentTypes } from "./tables/component-types.ts";
export { type Flag, type FlagTableName, statusFlags } from "./tables/status-flags.ts";
export { type CodeTable, systemTypes } from "./tables/system-types.ts";
export { answerType, type TypeFlag, typeFlags } from "./tables/type-flags.ts";
export type { TimeEncoding } from "./time.ts";
export {
  type Anomaly,
  type AnomalyCode,
  anomalyTexts,
  EncodeError,
  type ErrorCode,
  errorTexts,
  type FrameError,
  type Label,
} from "./trouble.ts";
export type {
  Adu,
  AduInput,
  DecodeResult,
  Frame,
  FrameHeader,
  FrameInput,
  KnownAdu,
  ObjectInput,
  ObjectOf,
  OpaqueAdu,
  ShortAdu,
} from "./types.ts";
