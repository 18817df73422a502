/** Completion of a layer of responsibility: every part a share with both its numbers, the layer the mean of those that owe anything. Pure. JX-0.2 */
export const layerKeys = ["government", "department", "unit", "foundation"] as const;
export type LayerKey = (typeof layerKeys)[number];

export const partKeys = [
  "dutyLists",
  "powerLists",
  "yearTasks",
  "pledges",
  "rural",
  "placed",
  "unitDuties",
  "hazardsOnTime",
  "clauses",
] as const;
export type PartKey = (typeof partKeys)[number];
export type Part = { readonly key: PartKey; readonly num: number; readonly den: number; readonly href: string | null };
export type Completion = { readonly percent: number | null; readonly parts: readonly (Part & { readonly percent: number | null })[] };

const percentOf = (num: number, den: number): number | null => (den > 0 ? Math.round((num / den) * 1_000) / 10 : null);

/** A part that owes nothing is left out of the mean; it is neither nought nor a hundred. */
export function completionOf(parts: readonly Part[]): Completion {
  const shown = parts.map((part) => ({ ...part, percent: percentOf(part.num, part.den) }));
  const known = shown.flatMap(({ percent }) => (percent === null ? [] : [percent]));
  const mean = known.length > 0 ? Math.round((known.reduce((sum, percent) => sum + percent, 0) / known.length) * 10) / 10 : null;
  return { percent: mean, parts: shown };
}
