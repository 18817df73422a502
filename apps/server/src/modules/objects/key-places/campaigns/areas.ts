/** Which areas an area is divided into, and whose business a campaign is. */
import { type AreaLevel, type AreaRange, isWithin, levelOfKey, subtreeOf } from "#platform/values.ts";

const BELOW: Readonly<Record<AreaLevel, number>> = { province: 1e11, city: 1e9, county: 1e6, town: 1e3, village: 1, grid: 1 };
export const stepBelow = (area: number): number => BELOW[levelOfKey(area)];

/** A campaign concerns whoever it lies under, and everybody inside the area it covers. */
export const concerns = (area: number, range: AreaRange): boolean => isWithin(area, range) || isWithin(range.lo, subtreeOf(area));

/** What of a campaign somebody sees: the whole of it, or as much as lies in his own area. */
export const seenPart = (area: number, range: AreaRange): number => (isWithin(area, range) ? area : range.lo);
