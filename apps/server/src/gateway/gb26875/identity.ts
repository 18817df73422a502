/**
 * What makes two frames the same message 重发判别: the sequence restarts at will and the time stamp changes, so a retransmission is the
 * same address, sequence, command and application data unit within 120 s (GB/T 26875.3-2011 6.5, practice: protocol notes §2).
 */

export const SAME_WITHIN_MS = 120_000;
/** Identities remembered per address at most: a device waits for few answers at a time. */
export const MOST_IDENTITIES = 256;
const FIRST_IDENTITIES = 4;

const SEQUENCE_AT = 2;
const COMMAND_AT = 26;

/** 53 bits of (sequence, command, application data unit) of a whole frame; neither times nor addresses are in it. */
export function identityOf(frame: Uint8Array): number {
  let high = 0xdeadbeef ^ frame.length;
  let low = 0x41c6ce57 ^ frame.length;
  const mix = (byte: number) => {
    high = Math.imul(high ^ byte, 2_654_435_761);
    low = Math.imul(low ^ byte, 1_597_334_677);
  };
  mix(frame[SEQUENCE_AT] ?? 0);
  mix(frame[SEQUENCE_AT + 1] ?? 0);
  for (let at = COMMAND_AT; at < frame.length - 3; at++) mix(frame[at] ?? 0);
  high = Math.imul(high ^ (high >>> 16), 2_246_822_507) ^ Math.imul(low ^ (low >>> 13), 3_266_489_909);
  low = Math.imul(low ^ (low >>> 16), 2_246_822_507) ^ Math.imul(high ^ (high >>> 13), 3_266_489_909);
  return 4_294_967_296 * (2_097_151 & low) + (high >>> 0);
}

/** The latest identities of one address: pairs of hash and time, the oldest overwritten. */
export class IdentityRing {
  #pairs = new Float64Array(FIRST_IDENTITIES * 2);
  #next = 0;
  #size = 0;
  lastAt = 0;

  /** Remembers an identity. @returns false when the same one came within 120 s; the first one's time stays. */
  add(identity: number, at: number): boolean {
    for (let i = 0; i < this.#size; i++) {
      if (this.#pairs[i * 2] === identity && at - (this.#pairs[i * 2 + 1] ?? 0) < SAME_WITHIN_MS) return false;
    }
    this.#place(identity, at);
    this.lastAt = Math.max(this.lastAt, at);
    return true;
  }

  /** Takes back what could not be stored. */
  forget(identity: number): void {
    for (let i = 0; i < this.#size; i++) if (this.#pairs[i * 2] === identity) this.#pairs[i * 2 + 1] = -SAME_WITHIN_MS;
  }

  #place(identity: number, at: number): void {
    const capacity = this.#pairs.length / 2;
    const oldestAt = this.#pairs[this.#next * 2 + 1] ?? 0;
    const isFull = this.#size === capacity;
    if (isFull && capacity < MOST_IDENTITIES && at - oldestAt < SAME_WITHIN_MS) this.#grow(capacity);
    this.#pairs[this.#next * 2] = identity;
    this.#pairs[this.#next * 2 + 1] = at;
    this.#size = Math.max(this.#size, this.#next + 1);
    this.#next = (this.#next + 1) % (this.#pairs.length / 2);
  }

  /** Doubles; afterwards the oldest stands first and the free places follow the newest. */
  #grow(capacity: number): void {
    const larger = new Float64Array(capacity * 4);
    larger.set(this.#pairs.subarray(this.#next * 2), 0);
    larger.set(this.#pairs.subarray(0, this.#next * 2), (capacity - this.#next) * 2);
    this.#pairs = larger;
    this.#next = capacity;
  }
}

/** The rings of all addresses heard in the last two minutes. */
export class IdentityMemory {
  readonly #rings = new Map<string, IdentityRing>();

  get size(): number {
    return this.#rings.size;
  }

  of(address: string): IdentityRing {
    let ring = this.#rings.get(address);
    if (!ring) {
      ring = new IdentityRing();
      this.#rings.set(address, ring);
    }
    return ring;
  }

  knows(address: string): boolean {
    return this.#rings.has(address);
  }

  /** Drops addresses whose newest identity has expired: nothing they could be compared with is left. */
  sweep(now: number): void {
    for (const [address, ring] of this.#rings) if (now - ring.lastAt >= SAME_WITHIN_MS) this.#rings.delete(address);
  }
}
