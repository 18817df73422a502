/**
 * Signal 信号: what a device said, in the field's words and free of any protocol. Gateways translate messages into signals;
 * this module decides what they mean. Idempotent by `messageId` and `part`.
 */

/** Twelve hex digits of the transmitter's address in wire order; other protocols use their own prefix, `mqtt:…`. */
export type DeviceAddress = string;

export type SignalSource = {
  readonly messageId: string;
  /** Position of the object inside its message. */
  readonly part: number;
  readonly address: DeviceAddress;
  readonly receivedAt: string;
  /** The device's own clock on the message, if it could be read. */
  readonly sentAt: string | null;
};

/** Flags of GB/T 26875.3 8.2.1: of a component or a system. `test` only when the profile says that bit 0 can be trusted. */
export type StatusFlags = {
  readonly fire: boolean;
  readonly fault: boolean;
  readonly shielded: boolean;
  readonly supervision: boolean;
  readonly started: boolean;
  readonly feedback: boolean;
  readonly delayed: boolean;
  readonly mainsFault: boolean;
  readonly backupFault: boolean;
  readonly busFault: boolean;
  readonly manual: boolean;
  readonly configChanged: boolean;
  readonly reset: boolean;
  readonly test: boolean;
};

export type TransmitterFlags = {
  readonly fire: boolean;
  readonly fault: boolean;
  readonly mainsFault: boolean;
  readonly backupFault: boolean;
  readonly channelFault: boolean;
  readonly lineFault: boolean;
  readonly test: boolean;
};

export type Operation = "reset" | "silence" | "manual-alarm" | "alarm-cleared" | "self-test" | "acknowledge" | "duty-answer" | "test";

export type Signal = SignalSource &
  (
    | {
        readonly kind: "component";
        readonly systemType: number;
        readonly systemAddress: number;
        readonly componentType: number;
        readonly componentAddress: number;
        readonly status: number;
        readonly flags: StatusFlags;
        readonly description: string;
        readonly occurredAt: string | null;
      }
    | {
        readonly kind: "system";
        readonly systemType: number;
        readonly systemAddress: number;
        readonly status: number;
        readonly flags: StatusFlags;
        readonly occurredAt: string | null;
      }
    | {
        readonly kind: "analog";
        readonly systemType: number;
        readonly systemAddress: number;
        readonly componentType: number;
        readonly componentAddress: number;
        readonly analogType: number;
        readonly value: number;
        readonly unit: string;
        readonly sampledAt: string | null;
      }
    | { readonly kind: "transmitter"; readonly status: number; readonly flags: TransmitterFlags; readonly occurredAt: string | null }
    | {
        readonly kind: "facility-operation";
        readonly systemType: number;
        readonly systemAddress: number;
        readonly operations: readonly Operation[];
        readonly operator: number;
        readonly occurredAt: string | null;
      }
    | {
        readonly kind: "transmitter-operation";
        readonly operations: readonly Operation[];
        readonly operator: number;
        readonly occurredAt: string | null;
      }
    /** Versions, configurations, clocks: facts about the device, kept as they are. */
    | { readonly kind: "fact"; readonly name: string; readonly value: Readonly<Record<string, unknown>> }
    /** Nothing but a sign of life. */
    | { readonly kind: "life" }
  );

/** Fire overtakes everything queued. */
export const isFire = (signal: Signal): boolean => (signal.kind === "component" || signal.kind === "system") && signal.flags.fire;
