/** 申诉: what a figure would be if n of the m claims held, everything else as frozen. The frozen figure itself never changes. */

import type { Indicator } from "./scheme.ts";
import { type Place, pointsOf } from "./score.ts";

export type FrozenFigure = { readonly value: number | null; readonly num: number; readonly den: number; readonly place: Place | null };
export type Corrected = { readonly num: number; readonly den: number; readonly value: number | null; readonly points: number };

/** A share gains a hit for each claim that holds; a count of bad things loses one. Nobody gains beyond what there is. */
export function correct(indicator: Indicator, frozen: FrozenFigure, accepted: number): Corrected {
  const { num, den, value } = frozen;
  if (value === null) return { num, den, value: null, points: 0 };
  const isShare = indicator.unit === "%" && den > 0;
  const next = isShare ? Math.min(den, num + accepted) : Math.max(0, num - accepted);
  const corrected = isShare ? (next / den) * 100 : num === 0 ? value : (value / num) * next;
  return { num: next, den, value: corrected, points: pointsOf(indicator.score, indicator.weight, corrected, frozen.place ?? undefined) };
}
