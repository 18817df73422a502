/** Repeatable chance 伪随机 (mulberry32, 32-bit state): the same seed gives the same city on every machine. Not for secrets. */

export type Random = {
  /** 0 ≤ x < 1. */
  next(): number;
  /** Whole number, both ends included. */
  int(from: number, to: number): number;
  /** One element; throws on an empty list, which is a mistake in the caller. */
  pick<T>(list: readonly T[]): T;
  chance(probability: number): boolean;
  /** An element with the probability of its weight. */
  weighted<T>(list: readonly T[], weight: (element: T) => number): T;
  /** A new list in chance order. */
  shuffled<T>(list: readonly T[]): T[];
};

export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
  const int = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1));
  const pick = <T>(list: readonly T[]): T => {
    for (const element of list.slice(Math.floor(next() * list.length))) return element;
    throw new Error("nothing to pick from");
  };
  return {
    next,
    int,
    pick,
    chance: (probability) => next() < probability,
    weighted(list, weight) {
      let left = next() * list.reduce((sum, element) => sum + weight(element), 0);
      for (const element of list) {
        left -= weight(element);
        if (left < 0) return element;
      }
      return pick(list);
    },
    shuffled(list) {
      const keyed = list.map((element) => ({ element, key: next() }));
      return keyed.sort((a, b) => a.key - b.key).map(({ element }) => element);
    },
  };
}
