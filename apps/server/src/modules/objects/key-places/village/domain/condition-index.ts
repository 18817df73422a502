/** 乡村消防安全条件指数: five scores of a village, weighted (rules/key-places.yaml). TY-2.4.4.5 */
import { villageIndex } from "../../registers/rules-in-force.ts";

const parts = ["facilities", "water", "lanes", "brigade", "hazards"] as const;
export type Scores = { readonly [K in (typeof parts)[number]]?: number | null | undefined };

/** One decimal; null while a score is missing. */
export function indexOf(scores: Scores, weights: Readonly<Record<(typeof parts)[number], number>> = villageIndex): number | null {
  let sum = 0;
  for (const part of parts) {
    const score = scores[part];
    if (typeof score !== "number") return null;
    sum += score * weights[part];
  }
  return Math.round(sum * 10) / 10;
}
