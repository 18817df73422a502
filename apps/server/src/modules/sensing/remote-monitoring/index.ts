/** The door of remote monitoring. */
export { alarm } from "./alarm.ts";
export { applySignals, type Turn } from "./apply-signals.ts";
export {
  type CommandOutcome,
  type Connection,
  connectGateway,
  type DeviceCommand,
  type Gateway,
  type MessageField,
  type MessageHead,
  type StoringTrouble,
  type Unreadable,
  type WholeMessage,
} from "./gateway-port.ts";
export { remoteMonitoring } from "./module.ts";
export type { DeviceAddress, Operation, Signal, SignalSource, StatusFlags, TransmitterFlags } from "./signal.ts";
export { isFire } from "./signal.ts";
