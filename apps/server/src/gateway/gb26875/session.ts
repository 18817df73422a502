/** Life of one connection 会话: bytes in, frames out, answers back, until the peer leaves or breaks a limit. */
import { randomUUID } from "node:crypto";
import type { Socket } from "node:net";
import type { FrameStream } from "@suiren/gb26875";
import type { Line, Transport } from "./arrival.ts";
import { type GatewayLimits, TokenBucket } from "./limits.ts";
import { type Receiver, receiveItem } from "./receive.ts";
import type { Streams } from "./streams.ts";

export type CloseReason = "peer" | "error" | "silent" | "no-frame" | "half-frame" | "slow" | "replaced" | "too-many-addresses" | "stop";

export type SessionHost = Receiver & {
  readonly limits: GatewayLimits;
  readonly streams: Streams;
  /** Milliseconds since 1970, and of a clock that never steps back. */
  now(): number;
  ticks(): number;
  /** True while nothing more should be read; `wait` is told, and wakes the session later. */
  readonly isFull: boolean;
  wait(session: Session): void;
  claimed(session: Session, address: string): void;
  closed(session: Session, why: CloseReason): void;
};

export class Session implements Line {
  readonly id = randomUUID();
  readonly peer: string;
  readonly host: string;
  readonly transport: Transport;
  readonly openedAt: number;
  readonly #socket: Socket;
  readonly #owner: SessionHost;
  readonly #byteBudget: TokenBucket;
  readonly #frameBudget: TokenBucket;
  readonly #since: number;
  #stream: FrameStream | null = null;
  #halfSince = 0;
  #lastFrameAt = 0;
  #waiting: NodeJS.Timeout | null = null;
  #out: Uint8Array[] = [];
  #why: CloseReason | null = null;
  #gone = false;
  /** The first address it spoke with, and the others a concentrator speaks for. */
  address: string | null = null;
  others: Set<string> | null = null;
  frames = 0;
  bytes = 0;

  constructor(socket: Socket, transport: Transport, owner: SessionHost) {
    this.host = (socket.remoteAddress ?? "").replace(/^::ffff:/, "");
    this.peer = `${this.host}:${socket.remotePort ?? 0}`;
    this.transport = transport;
    this.openedAt = owner.now();
    this.#socket = socket;
    this.#owner = owner;
    this.#since = owner.ticks();
    this.#byteBudget = new TokenBucket(owner.limits.bytesPerSecond, this.#since);
    this.#frameBudget = new TokenBucket(owner.limits.framesPerSecond, this.#since);
    socket.on("data", (chunk) => this.#received(chunk));
    socket.on("error", () => this.close("error"));
    socket.on("close", () => this.#ended());
  }

  get isOpen(): boolean {
    return this.#why === null && !this.#gone;
  }

  get addresses(): readonly string[] {
    if (this.address === null) return [];
    return this.others ? [this.address, ...this.others] : [this.address];
  }

  send(bytes: Uint8Array): void {
    this.#out.push(bytes);
  }

  flush(): void {
    const out = this.#out;
    const only = out[0];
    if (!only) return;
    this.#out = [];
    if (!this.isOpen || !this.#socket.writable) return;
    this.#socket.write(out.length === 1 ? only : Buffer.concat(out));
    if (this.#socket.writableLength > this.#owner.limits.mostUnsentBytes) this.close("slow");
  }

  close(why: CloseReason): void {
    if (this.#why !== null) return;
    this.#why = why;
    if (why === "stop") this.#socket.end();
    else this.#socket.destroy();
  }

  /** Ends what nothing more will come from. */
  destroy(): void {
    this.close("stop");
    this.#socket.destroy();
  }

  /** Looks at the clock: unfinished frames, silence, connections that never spoke. */
  check(ticks: number): void {
    const { limits } = this.#owner;
    if (this.#halfSince !== 0 && ticks - this.#halfSince >= limits.halfFrameMs) {
      this.#giveUpHalf();
      if (this.frames === 0) this.close("half-frame");
    }
    if (this.frames === 0) {
      if (ticks - this.#since >= limits.firstFrameMs) this.close("no-frame");
    } else if (ticks - this.#lastFrameAt >= limits.silentMs) this.close("silent");
  }

  #received(chunk: Uint8Array): void {
    const { streams } = this.#owner;
    const ticks = this.#owner.ticks();
    const stream = this.#stream ?? streams.take();
    const baseOffset = this.#stream ? this.#streamBase : this.bytes;
    this.bytes += chunk.length;
    const items = stream.push(chunk);
    if (items.length > 0) this.#receive(items, baseOffset, ticks);
    if (stream.pending === 0) {
      this.#stream = null;
      this.#halfSince = 0;
      streams.giveBack(stream);
    } else {
      if (this.#stream === null) this.#streamBase = baseOffset;
      if (this.#halfSince === 0 || items.length > 0) this.#halfSince = ticks;
      this.#stream = stream;
    }
    const wait = Math.max(this.#byteBudget.spend(chunk.length, ticks), items.length > 0 ? this.#frameBudget.spend(items.length, ticks) : 0);
    if (wait > 0) this.#rest(wait);
    else if (this.#owner.isFull && this.isOpen) {
      this.#socket.pause();
      this.#owner.wait(this);
    }
  }

  /** There is room again. */
  wake(): void {
    this.#lastFrameAt = this.#owner.ticks(); // it could not be heard
    if (this.isOpen && !this.#waiting) this.#socket.resume();
  }
  #streamBase = 0;

  #receive(items: ReturnType<FrameStream["push"]>, baseOffset: number, ticks: number): void {
    const from = { line: this, host: this.host, baseOffset, receivedAt: this.#owner.now() };
    for (const item of items) {
      if (this.#why === "too-many-addresses") break; // what else it says is not believed
      if (receiveItem(item, from, this.#owner, (address) => this.#claim(address)) !== null) {
        this.frames += 1;
        this.#lastFrameAt = ticks;
      }
    }
  }

  /** @returns true for an address that had not spoken on this connection. */
  #claim(address: string): boolean {
    if (address === this.address || this.others?.has(address)) return false;
    if (this.address === null) this.address = address;
    else {
      this.others ??= new Set();
      if (this.others.size + 1 >= this.#owner.limits.mostAddressesPerConnection) {
        this.close("too-many-addresses"); // and takes this address from nobody
        return true;
      }
      this.others.add(address);
    }
    this.#owner.claimed(this, address);
    return true;
  }

  /** Back-pressure: reads nothing more until the budget is paid. */
  #rest(ms: number): void {
    if (this.#waiting || !this.isOpen) return;
    this.#socket.pause();
    this.#waiting = setTimeout(() => {
      this.#waiting = null;
      if (this.isOpen) this.#socket.resume();
    }, ms);
  }

  #giveUpHalf(): void {
    const stream = this.#stream;
    this.#stream = null;
    this.#halfSince = 0;
    if (!stream) return;
    this.#receive(stream.flush(), this.#streamBase, this.#owner.ticks());
    this.#owner.streams.giveBack(stream);
  }

  #ended(): void {
    if (this.#gone) return;
    this.#gone = true;
    if (this.#waiting) clearTimeout(this.#waiting);
    this.#giveUpHalf();
    this.#owner.closed(this, this.#why ?? "peer");
  }
}
