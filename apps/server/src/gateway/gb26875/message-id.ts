/** Ids of messages and batches: UUID version 7, rising within a process, so that a batch is a range and the primary key grows at its end. */
import { randomBytes } from "node:crypto";

const MOST_IN_A_MS = 4_096;

export class MessageIds {
  readonly #node = randomBytes(8);
  #ms = 0;
  #counter = 0;

  constructor() {
    this.#node[0] = 0x80 | ((this.#node[0] ?? 0) & 0x3f);
  }

  /** Writes 16 bytes at `at` of `into`. Never falls behind an earlier id, even when the clock does. */
  write(now: number, into: Buffer, at: number): void {
    if (now > this.#ms) {
      this.#ms = now;
      this.#counter = 0;
    } else if (++this.#counter === MOST_IN_A_MS) {
      this.#ms += 1;
      this.#counter = 0;
    }
    into.writeUIntBE(this.#ms, at, 6);
    into.writeUInt16BE(0x7000 | this.#counter, at + 6);
    this.#node.copy(into, at + 8);
  }

  next(now: number): Buffer {
    const id = Buffer.allocUnsafe(16);
    this.write(now, id, 0);
    return id;
  }
}

/** The usual text of 16 bytes. */
export function uuidText(id: Buffer): string {
  const hex = id.toString("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
