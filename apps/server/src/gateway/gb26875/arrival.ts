/** What passes between the parts of the gateway: a frame that arrived, the line to answer on, and what became of it. */
import type { Frame } from "@suiren/gb26875";

export type Transport = "tcp" | "tls" | "udp";

/** The way back to a device: one connection, or one UDP peer. `send` collects, `flush` writes. */
export type Line = {
  readonly peer: string;
  readonly transport: Transport;
  send(bytes: Uint8Array): void;
  flush(): void;
};

/** 0 fire, overtakes everything; 1 other news; 2 nothing but a sign of life. */
export type Lane = 0 | 1 | 2;
export const FIRE: Lane = 0;
export const NEWS: Lane = 1;
export const LIFE: Lane = 2;

export type Arrival = {
  readonly frame: Frame;
  /** The whole frame, not shared with any buffer. */
  readonly bytes: Uint8Array;
  /** Twelve hex digits in wire order. */
  readonly address: string;
  /** Milliseconds since 1970. */
  readonly receivedAt: number;
  readonly lane: Lane;
  readonly wantsAnswer: boolean;
  /** The first frame of this address on its connection: what the database remembers of it must be read. */
  readonly isFirst: boolean;
  readonly line: Line;
};

export type StoredMessage = { readonly id: Buffer; readonly arrival: Arrival };
export type StoredBatch = { readonly id: string; readonly messages: readonly StoredMessage[] };
