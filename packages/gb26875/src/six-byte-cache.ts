/** A bounded memory of what six wire bytes mean: addresses and times repeat from frame to frame, building their text does not have to. */
import { u8, u16 } from "./bytes.ts";

/** Two-way set-associative: a lookup is two comparisons, a miss overwrites the older entry, so hostile input only costs the rebuild. */
export class SixByteCache<T> {
  readonly #low: Int32Array;
  readonly #high: Int32Array;
  readonly #values: (T | undefined)[];
  readonly #shift: number;
  readonly #build: (bytes: Uint8Array, at: number) => T;

  /** @param bits the cache holds 2 to this power entries. @param build makes the shared, frozen value of six bytes. */
  constructor(bits: number, build: (bytes: Uint8Array, at: number) => T) {
    const size = 1 << bits;
    this.#low = new Int32Array(size);
    this.#high = new Int32Array(size).fill(-1);
    this.#values = new Array(size).fill(undefined);
    this.#shift = 33 - bits;
    this.#build = build;
  }

  at(bytes: Uint8Array, at: number): T {
    const low = u8(bytes, at) | (u8(bytes, at + 1) << 8) | (u8(bytes, at + 2) << 16) | (u8(bytes, at + 3) << 24);
    const high = u16(bytes, at + 4);
    const slot = ((Math.imul(low, 0x9e3779b1) ^ Math.imul(high + 1, 0x85ebca77)) >>> this.#shift) << 1;
    if (this.#low[slot] === low && this.#high[slot] === high) return this.#values[slot] as T;
    if (this.#low[slot + 1] === low && this.#high[slot + 1] === high) return this.#values[slot + 1] as T;
    return this.#remember(slot, low, high, this.#build(bytes, at));
  }

  #remember(slot: number, low: number, high: number, value: T): T {
    this.#low[slot + 1] = this.#low[slot] as number;
    this.#high[slot + 1] = this.#high[slot] as number;
    this.#values[slot + 1] = this.#values[slot];
    this.#low[slot] = low;
    this.#high[slot] = high;
    this.#values[slot] = value;
    return value;
  }
}
