/** Commands down 下行命令 as values: what can be asked of a transmitter, and the frames that ask it (GB/T 26875.3 tables 3, types 61 to 91). */
import {
  answerType,
  type ComponentTarget,
  checkDuty,
  type FrameInput,
  initialiseDevice,
  type Outgoing,
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
} from "@suiren/gb26875";
import type { DeviceCommand } from "#modules/sensing/remote-monitoring/index.ts";

type Systems = { readonly systems: readonly SystemTarget[] };
type Components = { readonly components: readonly ComponentTarget[] };

/** One command; `read-…` are queries, the last three are control commands. */
export type DownCommand =
  | ({ readonly kind: "read-system-status" | "read-system-configuration" } & Systems)
  | ({ readonly kind: "read-component-status" | "read-component-analog" | "read-component-configuration" } & Components)
  | { readonly kind: "read-system-version" | "read-system-time"; readonly system: SystemTarget }
  | { readonly kind: "read-system-operations"; readonly system: SystemTarget; readonly range: RecordRange }
  | { readonly kind: "read-device-operations"; readonly range: RecordRange }
  | { readonly kind: "read-device-status" | "read-device-version" | "read-device-configuration" | "read-device-time" }
  | { readonly kind: "initialise-device" | "synchronise-clock" }
  | { readonly kind: "check-duty"; readonly timeoutMinutes: number };

/** What the field asks for, in the protocol's own commands. */
export function downCommandOf(command: DeviceCommand): DownCommand {
  switch (command.kind) {
    case "duty-check":
      return { kind: "check-duty", timeoutMinutes: command.answerMinutes };
    case "synchronise-clock":
      return command;
    case "initialise":
      return { kind: "initialise-device" };
    case "read-transmitter":
      return { kind: "read-device-status" };
    case "read-transmitter-time":
      return { kind: "read-device-time" };
    case "read-transmitter-version":
      return { kind: "read-device-version" };
    case "read-system":
      return { kind: "read-system-status", systems: [command] };
    case "read-component":
      return { kind: "read-component-status", components: [command] };
  }
}

/** The frame that carries a command. */
export function commandFrame(command: DownCommand, out: Outgoing): FrameInput {
  switch (command.kind) {
    case "read-system-status":
      return readSystemStatus(out, command.systems);
    case "read-component-status":
      return readComponentStatus(out, command.components);
    case "read-component-analog":
      return readComponentAnalog(out, command.components);
    case "read-system-operations":
      return readSystemOperations(out, command.system, command.range);
    case "read-system-version":
      return readSystemVersion(out, command.system);
    case "read-system-configuration":
      return readSystemConfiguration(out, command.systems);
    case "read-component-configuration":
      return readComponentConfiguration(out, command.components);
    case "read-system-time":
      return readSystemTime(out, command.system);
    case "read-device-status":
      return readDeviceStatus(out);
    case "read-device-operations":
      return readDeviceOperations(out, command.range);
    case "read-device-version":
      return readDeviceVersion(out);
    case "read-device-configuration":
      return readDeviceConfiguration(out);
    case "read-device-time":
      return readDeviceTime(out);
    case "initialise-device":
      return initialiseDevice(out);
    case "synchronise-clock":
      return synchroniseClock(out);
    case "check-duty":
      return checkDuty(out, command.timeoutMinutes);
  }
}

const TYPES: Readonly<Record<DownCommand["kind"], number>> = {
  "read-system-status": 61,
  "read-component-status": 62,
  "read-component-analog": 63,
  "read-system-operations": 64,
  "read-system-version": 65,
  "read-system-configuration": 66,
  "read-component-configuration": 67,
  "read-system-time": 68,
  "read-device-status": 81,
  "read-device-operations": 84,
  "read-device-version": 85,
  "read-device-configuration": 86,
  "read-device-time": 88,
  "initialise-device": 89,
  "synchronise-clock": 90,
  "check-duty": 91,
};

/** 类型标志 of a command. */
const typeOf = (command: DownCommand): number => TYPES[command.kind];

/** The type a device answers with, null where it only acknowledges. */
export const answerTypeOf = (command: DownCommand): number | null => answerType(typeOf(command));
