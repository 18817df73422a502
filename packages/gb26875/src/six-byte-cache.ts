/** A bounded memory of what six wire bytes mean: addresses and times repeat from frame to frame, building their text does not have to. */
import { u8, u16 } from "./bytes.ts";

const WAYS = 4;

/** Four-way set-associative: a hit is a few comparisons, a miss overwrites an old entry, so hostile input only costs the rebuild. */
export class SixByteCache<T> {
  /** Low four and high two bytes of each entry side by side, so that a set lies in one cache line. */
  readonly #keys: Int32Array;
  readonly #values: (T | undefined)[];
  readonly #shift: number;
  readonly #build: (bytes: Uint8Array, at: number) => T;
  #turn = 0;

  /** @param bits the cache holds 2 to this power entries. @param build makes the shared value of six bytes. */
  constructor(bits: number, build: (bytes: Uint8Array, at: number) => T) {
    const size = 1 << bits;
    this.#keys = new Int32Array(size * 2).fill(-1);
    this.#values = new Array(size).fill(undefined);
    this.#shift = 34 - bits;
    this.#build = build;
  }

  at(bytes: Uint8Array, at: number): T {
    const low = u8(bytes, at) | (u8(bytes, at + 1) << 8) | (u8(bytes, at + 2) << 16) | (u8(bytes, at + 3) << 24);
    const high = u16(bytes, at + 4);
    const mixed = Math.imul(low ^ (low >>> 15), 0x9e3779b1) ^ Math.imul(high + 1, 0x85ebca77);
    const slot = (Math.imul(mixed ^ (mixed >>> 13), 0x2c1b3c6d) >>> this.#shift) * WAYS;
    for (let way = slot; way < slot + WAYS; way++) {
      if (this.#keys[way * 2] === low && this.#keys[way * 2 + 1] === high) return this.#values[way] ?? this.#seenAgain(way, bytes, at);
    }
    this.#turn = (this.#turn + 1) % WAYS;
    const way = slot + this.#turn;
    this.#keys[way * 2] = low;
    this.#keys[way * 2 + 1] = high;
    this.#values[way] = undefined;
    return this.#build(bytes, at);
  }

  /** Values are kept from the second time on: what is seen once must not outlive its frame, or the garbage collector pays for it. */
  #seenAgain(way: number, bytes: Uint8Array, at: number): T {
    const value = this.#build(bytes, at);
    this.#values[way] = value;
    return value;
  }
}
