/** The UDP side: a datagram holds whole frames, the answer goes where it came from. */
import { createSocket, type Socket } from "node:dgram";
import type { Line } from "./arrival.ts";
import { isLoopback, TokenBucket } from "./limits.ts";
import { receiveItem } from "./receive.ts";
import type { SessionHost } from "./session.ts";

const RECEIVE_BUFFER = 4 * 1024 * 1024;

type Budget = { readonly bytes: TokenBucket; readonly frames: TokenBucket; at: number };

/** One datagram's way back. */
class UdpLine implements Line {
  readonly peer: string;
  readonly transport = "udp";
  readonly #socket: Socket;
  readonly #host: string;
  readonly #port: number;
  #out: Uint8Array[] = [];

  constructor(socket: Socket, host: string, port: number) {
    this.#socket = socket;
    this.#host = host;
    this.#port = port;
    this.peer = `${host}:${port}`;
  }

  send(bytes: Uint8Array): void {
    this.#out.push(bytes);
  }

  flush(): void {
    for (const bytes of this.#out.splice(0)) this.#socket.send(bytes, this.#port, this.#host, () => undefined);
  }
}

export type UdpOwner = SessionHost & {
  /** Whether the last two minutes of this address are in memory. */
  knows(address: string): boolean;
  droppedDatagram(): void;
};

export class UdpSide {
  readonly #socket = createSocket({ type: "udp4", recvBufferSize: RECEIVE_BUFFER });
  readonly #owner: UdpOwner;
  readonly #budgets = new Map<string, Budget>();

  constructor(owner: UdpOwner) {
    this.#owner = owner;
    this.#socket.on("message", (datagram, { address, port }) => this.#received(datagram, address, port));
    this.#socket.on("error", () => undefined);
  }

  listen(port: number, host: string): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#socket.once("error", reject);
      this.#socket.bind(port, host, () => {
        this.#socket.off("error", reject);
        resolve();
      });
    });
  }

  sweep(ticks: number): void {
    for (const [host, budget] of this.#budgets) if (ticks - budget.at > 60_000) this.#budgets.delete(host);
  }

  close(): Promise<void> {
    return new Promise((resolve) => this.#socket.close(() => resolve()));
  }

  #received(datagram: Uint8Array, host: string, port: number): void {
    const owner = this.#owner;
    if (!this.#mayReceive(datagram.length, host, owner.ticks())) {
      owner.droppedDatagram();
      return;
    }
    const line = new UdpLine(this.#socket, host, port);
    const stream = owner.streams.take();
    const from = { line, host, baseOffset: 0, receivedAt: owner.now() };
    const isFirst = (address: string) => !owner.knows(address);
    for (const item of [...stream.push(datagram), ...stream.flush()]) receiveItem(item, from, owner, isFirst);
    owner.streams.giveBack(stream);
  }

  /** A datagram over budget is dropped: UDP has no way to make a peer wait. */
  #mayReceive(bytes: number, host: string, ticks: number): boolean {
    const { limits } = this.#owner;
    if (limits.trustLoopback && isLoopback(host)) return true;
    let budget = this.#budgets.get(host);
    if (!budget) {
      if (this.#budgets.size >= limits.mostUdpPeers) return false;
      budget = { bytes: new TokenBucket(limits.bytesPerSecond, ticks), frames: new TokenBucket(limits.framesPerSecond, ticks), at: ticks };
      this.#budgets.set(host, budget);
    }
    budget.at = ticks;
    return budget.bytes.trySpend(bytes, ticks) && budget.frames.trySpend(1, ticks);
  }
}
