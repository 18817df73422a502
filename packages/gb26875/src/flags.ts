/** Status words as named booleans: one frozen object per combination of known bits, shared by every frame that shows it. */
import type { Flag } from "./tables/status-flags.ts";

export type Flags = Readonly<Record<string, boolean>>;

export class FlagReader {
  readonly flags: readonly Flag[];
  /** The bits that have a meaning. */
  readonly known: number;
  readonly #seen: (Flags | undefined)[] = [];

  constructor(flags: readonly Flag[]) {
    this.flags = flags;
    this.known = flags.reduce((mask, { bit }) => mask | (1 << bit), 0);
  }

  at(status: number): Flags {
    return this.#seen[status & this.known] ?? this.#build(status & this.known);
  }

  #build(status: number): Flags {
    const flags: Record<string, boolean> = {};
    for (const { bit, key, inverted } of this.flags) flags[key] = ((status >> bit) & 1) === (inverted ? 0 : 1);
    this.#seen[status] = Object.freeze(flags);
    return flags;
  }

  /** The word for named booleans; names that are missing count as a 0 bit. */
  wordOf(flags: Flags): number {
    return this.flags.reduce((word, { bit, key, inverted }) => {
      const named = flags[key];
      return named !== undefined && named !== (inverted ?? false) ? word | (1 << bit) : word;
    }, 0);
  }
}
