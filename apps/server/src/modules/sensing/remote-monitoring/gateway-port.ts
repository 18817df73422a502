/**
 * What this module asks of a gateway 接入网关: commands down, and the messages as they came. A gateway in this process connects itself at its
 * start; in a process without one the screens say so. Nothing here is needed for alarms.
 */
import type { Tx } from "#platform/db.ts";
import type { Language } from "#platform/messages.ts";
import type { DeviceAddress } from "./signal.ts";

/** Orders and questions to a device, in the field's words; the gateway knows the frames. */
export type DeviceCommand =
  | { readonly kind: "duty-check"; readonly answerMinutes: number }
  | { readonly kind: "synchronise-clock" }
  | { readonly kind: "initialise" }
  | { readonly kind: "read-transmitter" }
  | { readonly kind: "read-transmitter-time" }
  | { readonly kind: "read-transmitter-version" }
  | { readonly kind: "read-system"; readonly systemType: number; readonly systemAddress: number }
  | { readonly kind: "read-component"; readonly systemType: number; readonly systemAddress: number; readonly componentAddress: number };

/** `answered`: the device confirmed or sent what was asked; `timeout`: three tries of ten seconds; `denied`: command 6. */
export type CommandOutcome =
  | { readonly state: "answered"; readonly messageId?: string }
  | { readonly state: "denied" }
  | { readonly state: "timeout" }
  | { readonly state: "not-connected" };

export type MessageHead = {
  readonly id: string;
  readonly address: DeviceAddress;
  readonly receivedAt: string;
  readonly bytes: number;
  /** 部件运行状态 1 个 */
  readonly summary: string;
  readonly signals: number;
};

/** One field of a message: where its bytes are, what they say. The screen colours bytes and words alike. */
export type MessageField = {
  readonly key: string;
  readonly label: string;
  readonly offset: number;
  readonly length: number;
  readonly words: string;
  readonly group: string;
};
export type WholeMessage = MessageHead & {
  readonly hex: string;
  readonly remote: string | null;
  readonly acknowledgedAt: string | null;
  readonly fields: readonly MessageField[];
  readonly trouble: string | null;
};
export type Unreadable = {
  readonly id: string;
  readonly receivedAt: string;
  readonly remote: string | null;
  readonly address: DeviceAddress | null;
  readonly reason: string;
  readonly offset: number | null;
  readonly hex: string;
};
export type Connection = { readonly remote: string; readonly since: string; readonly transport: string };

/** Why nothing can be stored and so nobody is acknowledged. */
export const storingTroubles = ["disk-full", "database-away"] as const;
export type StoringTrouble = (typeof storingTroubles)[number];

export type Gateway = {
  sendCommand(address: DeviceAddress, command: DeviceCommand): Promise<CommandOutcome>;
  connectionOf(address: DeviceAddress): Connection | null;
  status(): {
    readonly port: number | null;
    readonly connections: number;
    readonly deniedToday: number;
    readonly storing: boolean;
    readonly trouble: StoringTrouble | null;
  };
  messagesOf(tx: Tx, address: DeviceAddress, before: string | null, limit: number, language: Language): Promise<readonly MessageHead[]>;
  message(tx: Tx, id: string, language: Language): Promise<WholeMessage | undefined>;
  unreadable(tx: Tx, before: string | null, limit: number, language: Language): Promise<readonly Unreadable[]>;
};

let connected: Gateway | null = null;

/** Connects the gateway of this process. @returns how to take it away */
export function connectGateway(gateway: Gateway): () => void {
  connected = gateway;
  return () => {
    if (connected === gateway) connected = null;
  };
}

export const gatewayHere = (): Gateway | null => connected;
