/** 申诉: what a figure would be if n of the m claims held, everything else as frozen. The frozen figure itself never changes. */

import { betterOf, type Indicator, type Scheme } from "./scheme.ts";
import { type AreaScore, type Place, placesOf, pointsOf, type Scored, scoreArea } from "./score.ts";

export type FrozenFigure = {
  readonly value: number | null;
  readonly num: number;
  readonly den: number;
  readonly place: Place | null;
  readonly perCount?: number | undefined;
};
export type Corrected = { readonly num: number; readonly den: number; readonly value: number | null; readonly points: number };

/**
 * What is upheld always speaks for who appealed: where more is better a claim adds one (a meeting missed, a hydrant that was whole), where less is
 * better it takes one away (a false alarm that was none). Nobody gains beyond what there is.
 */
export function correct(indicator: Indicator, frozen: FrozenFigure, accepted: number): Corrected {
  const { num, den, value } = frozen;
  if (value === null) return { num, den, value: null, points: 0 };
  const isShare = indicator.unit === "%" && den > 0;
  const moved = betterOf(indicator.score) === "higher" ? num + accepted : Math.max(0, num - accepted);
  const next = isShare ? Math.min(den, moved) : moved;
  const one = frozen.perCount ?? (num > 0 ? value / num : den === 0 ? 1 : 0);
  const corrected = next === num ? value : isShare ? (next / den) * 100 : one * next;
  return { num: next, den, value: corrected, points: pointsOf(indicator.score, indicator.weight, corrected, frozen.place ?? undefined) };
}

/** Claims upheld for an indicator, over all its appeals. */
export type Upheld = ReadonlyMap<string, number>;
export type Kept = { readonly id: string; readonly grouping: string; readonly score: AreaScore };

function corrected(indicator: Indicator | undefined, scored: Scored, n: number): Scored {
  if (n === 0 || !indicator || scored.status !== "scored") return scored;
  const { num, value, points } = correct(indicator, scored, n);
  return moveTo({ ...scored, num, value }, points);
}
const moveTo = (scored: Scored, points: number): Scored => {
  const moved = points - scored.points;
  return { ...scored, points, low: scored.low + moved, high: scored.high + moved };
};

/** Places of an indicator scored by place, anew within each group where a figure changed; elsewhere they stay as frozen. */
function placedAnew(indicator: Indicator, figures: readonly Placed[], changed: ReadonlySet<string>): ReadonlyMap<string, Scored> {
  const found = new Map<string, Scored>();
  if (!("rank" in indicator.score)) return found;
  for (const grouping of new Set(figures.map((each) => each.grouping))) {
    const group = figures.filter((each) => each.grouping === grouping && each.scored.value !== null && each.scored.status === "scored");
    if (!group.some(({ id }) => changed.has(id))) continue;
    const places = placesOf(
      group.map(({ scored }) => scored.value ?? 0),
      indicator.score.better,
    );
    group.forEach(({ id, scored }, i) => {
      const place = places[i] ?? { rank: 1, of: 1 };
      found.set(id, moveTo({ ...scored, place }, pointsOf(indicator.score, indicator.weight, scored.value ?? 0, place)));
    });
  }
  return found;
}
type Placed = { readonly id: string; readonly grouping: string; readonly scored: Scored };

/** The frozen scores with what was upheld beside them: other indicators stay to the digit, save places that a corrected figure moves. */
export function withUpheld<T extends Kept>(scheme: Scheme, kept: readonly T[], upheldOf: ReadonlyMap<string, Upheld>): readonly T[] {
  const ruleOf = new Map(scheme.indicators.map((indicator) => [indicator.id, indicator]));
  const figures = kept.map(({ id, score }) =>
    score.indicators.map((scored) => corrected(ruleOf.get(scored.id), scored, upheldOf.get(id)?.get(scored.id) ?? 0)),
  );
  const replaced = new Map(
    scheme.indicators.map((indicator) => {
      const of = kept.flatMap(({ id, grouping }, i) => {
        const scored = figures[i]?.find((each) => each.id === indicator.id);
        return scored ? [{ id, grouping, scored }] : [];
      });
      const changed = new Set(kept.filter(({ id }) => (upheldOf.get(id)?.get(indicator.id) ?? 0) > 0).map(({ id }) => id));
      return [indicator.id, placedAnew(indicator, of, changed)];
    }),
  );
  return kept.map((each, i) => ({
    ...each,
    score: scoreArea(
      scheme,
      (figures[i] ?? []).map((scored) => replaced.get(scored.id)?.get(each.id) ?? scored),
      each.score.effects,
    ),
  }));
}
