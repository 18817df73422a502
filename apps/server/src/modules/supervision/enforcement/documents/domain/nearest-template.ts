/** Of the templates in force, the one a document of an organ is printed from. */
import { isWithin, subtreeOf } from "#platform/values.ts";

type Placed = { readonly organ: string | null; readonly area: number };

/** @param all the organ's own, if it has one, and common ones of any area; @param place the organ's area; where nobody knows it, no common one holds */
export function nearestTemplate<T extends Placed>(all: readonly T[], place: number | undefined): T | undefined {
  const span = ({ area }: T): number => subtreeOf(area).hi - area;
  const common = all.filter(({ organ, area }) => organ === null && place !== undefined && isWithin(place, subtreeOf(area)));
  return all.find(({ organ }) => organ !== null) ?? common.toSorted((a, b) => span(a) - span(b))[0];
}
