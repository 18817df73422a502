/** 任务计分: a figure between where it earns nothing and where it earns everything, straight; the direction follows from the two. PT-4.3.2 */
type Mapped = { readonly weight: number; readonly zeroAt: number; readonly fullAt: number };

/** @returns points of `weight` with one decimal; null where there is no figure */
export function taskPoints(value: number | null, { weight, zeroAt, fullAt }: Mapped): number | null {
  if (value === null) return null;
  if (zeroAt === fullAt) return value === fullAt ? weight : 0;
  const share = Math.min(1, Math.max(0, (value - zeroAt) / (fullAt - zeroAt)));
  return Math.round(share * weight * 10) / 10;
}

/** Out of 100, over what has a figure: a place without a task of a kind is not marked down for it. */
export function taskTotal(parts: readonly { readonly points: number | null; readonly weight: number }[]): number | null {
  const known = parts.filter(({ points }) => points !== null);
  const weight = known.reduce((sum, part) => sum + part.weight, 0);
  return weight === 0 ? null : Math.round((known.reduce((sum, { points }) => sum + (points ?? 0), 0) / weight) * 1_000) / 10;
}
