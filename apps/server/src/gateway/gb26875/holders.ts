/** Who holds which address: the line a device was last heard on, and how it speaks. */
import type { Connection } from "#modules/sensing/remote-monitoring/index.ts";
import type { Arrival } from "./arrival.ts";
import type { Correspondent } from "./exchange.ts";
import { Session } from "./session.ts";

/** `session` is null for UDP, where only the last datagram tells that somebody is there. `ticks` never step back, `heardAt` is since 1970. */
type Holder = Correspondent & { readonly session: Session | null; readonly ticks: number; readonly heardAt: number };

export class Holders {
  readonly #holders = new Map<string, Holder>();
  readonly #silentMs: number;
  readonly #ticks: () => number;

  constructor(silentMs: number, ticks: () => number) {
    this.#silentMs = silentMs;
    this.#ticks = ticks;
  }

  get size(): number {
    return this.#holders.size;
  }

  /** Anybody can send a datagram with any address: it takes no device away from its open connection. A closed connection holds nothing. */
  heard({ frame, address, line, receivedAt }: Arrival): void {
    const holder = this.#holders.get(address);
    if (holder?.line === line || (line.transport === "udp" && holder?.session?.isOpen)) return;
    const { source, destination, version, profile } = frame;
    const session = line instanceof Session ? line : null;
    if (session && !session.isOpen) return; // nobody would release it
    const way = { line, source, destination, version, session, ticks: this.#ticks(), heardAt: receivedAt };
    this.#holders.set(address, profile === undefined ? way : { ...way, profile });
  }

  /** Another open connection that spoke for the address until now. */
  rivalOf(session: Session, address: string): Session | null {
    const rival = this.#holders.get(address)?.session;
    return rival && rival !== session && rival.isOpen ? rival : null;
  }

  release(session: Session): void {
    for (const address of session.addresses) if (this.#holders.get(address)?.session === session) this.#holders.delete(address);
  }

  wayTo(address: string): Holder | null {
    const holder = this.#holders.get(address);
    if (!holder) return null;
    const isThere = holder.session ? holder.session.isOpen : this.#ticks() - holder.ticks < this.#silentMs;
    return isThere ? holder : null;
  }

  connectionOf(address: string): Connection | null {
    const holder = this.wayTo(address);
    if (!holder) return null;
    const { line, session, heardAt } = holder;
    return { remote: line.peer, since: new Date(session?.openedAt ?? heardAt).toISOString(), transport: line.transport };
  }

  sweep(): void {
    for (const [address, holder] of this.#holders)
      if (holder.session === null && this.#ticks() - holder.ticks >= this.#silentMs) this.#holders.delete(address);
  }
}
