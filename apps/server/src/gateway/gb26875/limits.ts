/** Limits of the device side 接入限额: checked before any work is done. Pure; times in milliseconds of a clock that never steps back. */

export type GatewayLimits = {
  readonly mostConnections: number;
  /** Of one peer address; a mobile operator puts many transmitters behind one. */
  readonly mostConnectionsPerPeer: number;
  readonly newConnectionsPerSecondPerPeer: number;
  readonly bytesPerSecond: number;
  readonly framesPerSecond: number;
  readonly firstFrameMs: number;
  readonly halfFrameMs: number;
  readonly silentMs: number;
  /** Answers a peer does not take. */
  readonly mostUnsentBytes: number;
  readonly mostAddressesPerConnection: number;
  readonly mostUdpPeers: number;
  /** Whether connections from this machine escape the limits per peer: local tools hold thousands. */
  readonly trustLoopback: boolean;
};

export const standardLimits: GatewayLimits = {
  mostConnections: 20_000,
  mostConnectionsPerPeer: 2_000,
  newConnectionsPerSecondPerPeer: 100,
  bytesPerSecond: 64 * 1024,
  framesPerSecond: 200,
  firstFrameMs: 30_000,
  halfFrameMs: 15_000,
  silentMs: 10 * 60_000,
  mostUnsentBytes: 64 * 1024,
  mostAddressesPerConnection: 64,
  mostUdpPeers: 20_000,
  trustLoopback: true,
};

/** A bucket that refills at `perSecond` and holds `seconds` worth. Spending may overdraw it; the debt must be waited off. */
export class TokenBucket {
  readonly #perMs: number;
  readonly #most: number;
  #tokens: number;
  #at: number;

  constructor(perSecond: number, now: number, seconds = 2) {
    this.#perMs = perSecond / 1000;
    this.#most = perSecond * seconds;
    this.#tokens = this.#most;
    this.#at = now;
  }

  /** Spends `amount`. @returns how many milliseconds to wait before the next, 0 while there is credit. */
  spend(amount: number, now: number): number {
    this.#tokens = Math.min(this.#most, this.#tokens + (now - this.#at) * this.#perMs) - amount;
    this.#at = now;
    return this.#tokens >= 0 ? 0 : Math.ceil(-this.#tokens / this.#perMs);
  }

  /** Spends `amount` only when there is credit for it. */
  trySpend(amount: number, now: number): boolean {
    this.#tokens = Math.min(this.#most, this.#tokens + (now - this.#at) * this.#perMs);
    this.#at = now;
    if (this.#tokens < amount) return false;
    this.#tokens -= amount;
    return true;
  }
}

export const isLoopback = (host: string): boolean => host === "::1" || host.startsWith("127.") || host.startsWith("::ffff:127.");

export type Refused = "too-many-connections" | "too-many-from-peer" | "too-fast-from-peer";

type Peer = { open: number; seenAt: number; readonly arrivals: TokenBucket };

/** Who may connect: counts open connections in all and per peer address, forgets peers that are gone. */
export class Admission {
  readonly #limits: GatewayLimits;
  readonly #peers = new Map<string, Peer>();
  #open = 0;

  constructor(limits: GatewayLimits) {
    this.#limits = limits;
  }

  get open(): number {
    return this.#open;
  }

  get peers(): number {
    return this.#peers.size;
  }

  /** @returns why a connection is refused, or null when it was let in and must be given back with `leave`. */
  enter(host: string, now: number): Refused | null {
    if (this.#open >= this.#limits.mostConnections) return "too-many-connections";
    if (!this.#isTrusted(host)) {
      const peer = this.#peer(host, now);
      if (peer.open >= this.#limits.mostConnectionsPerPeer) return "too-many-from-peer";
      if (!peer.arrivals.trySpend(1, now)) return "too-fast-from-peer";
      peer.open += 1;
    }
    this.#open += 1;
    return null;
  }

  leave(host: string): void {
    this.#open -= 1;
    const peer = this.#peers.get(host);
    if (peer) peer.open -= 1;
  }

  /** Forgets peers without a connection that were not seen for a minute. */
  sweep(now: number): void {
    for (const [host, peer] of this.#peers) if (peer.open === 0 && now - peer.seenAt > 60_000) this.#peers.delete(host);
  }

  #isTrusted(host: string): boolean {
    return this.#limits.trustLoopback && isLoopback(host);
  }

  #peer(host: string, now: number): Peer {
    let peer = this.#peers.get(host);
    if (!peer) {
      if (this.#peers.size >= this.#limits.mostConnections * 2) this.sweep(now + 60_001); // a flood of addresses: keep only the connected
      peer = { open: 0, seenAt: now, arrivals: new TokenBucket(this.#limits.newConnectionsPerSecondPerPeer, now) };
      this.#peers.set(host, peer);
    }
    peer.seenAt = now;
    return peer;
  }
}
