/** Numbers that look random and repeat with their seed. */
export type Random = { /** 0 up to but not including `below`. */ integer(below: number): number; pick<T>(from: readonly [T, ...T[]]): T };

export function randomOf(seed: number): Random {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const integer = (below: number) => Math.floor(next() * below);
  return { integer, pick: (from) => from[integer(from.length)] ?? from[0] };
}
