/** From figures to scores and places: pure over what was read, used live, at the freeze and at the approval alike. */
import { type Entry, type Ranked, rankWithin } from "./domain/ranking.ts";
import type { Indicator, Scheme } from "./domain/scheme.ts";
import { type AreaScore, effectOf, type Place, placesOf, scoreArea, scoreIndicator, type Value, vetoOf } from "./domain/score.ts";
import type { Values } from "./values.ts";
import type { Assessed } from "./years.ts";

export type Standing = { readonly entrant: Assessed; readonly score: AreaScore; readonly ranked: Ranked };

const countOf = (value: Value | undefined): number => (value?.kind === "value" ? value.num : 0);

function placesFor(
  indicator: Indicator,
  entrants: readonly Assessed[],
  values: ReadonlyMap<number, Value> | undefined,
): ReadonlyMap<number, Place> {
  if (!("rank" in indicator.score)) return new Map();
  const { better } = indicator.score;
  const places = new Map<number, Place>();
  for (const grouping of new Set(entrants.map((entrant) => entrant.grouping))) {
    const known = entrants.flatMap((entrant) => {
      const value = entrant.grouping === grouping ? values?.get(entrant.area) : undefined;
      return value?.kind === "value" ? [{ area: entrant.area, value: value.value }] : [];
    });
    placesOf(
      known.map(({ value }) => value),
      better,
    ).forEach((place, i) => {
      places.set(known[i]?.area ?? 0, place);
    });
  }
  return places;
}

export function standingsOf(scheme: Scheme, entrants: readonly Assessed[], values: Values): readonly Standing[] {
  const places = new Map(scheme.indicators.map((indicator) => [indicator.id, placesFor(indicator, entrants, values.get(indicator.id))]));
  const scores = entrants.map((entrant) => {
    const of = (id: string) => values.get(id)?.get(entrant.area);
    const indicators = scheme.indicators.map((indicator) =>
      scoreIndicator(indicator, of(indicator.id) ?? { kind: "owed" }, places.get(indicator.id)?.get(entrant.area)),
    );
    const effects = [
      ...scheme.bonuses.map((rule) => effectOf("bonus", rule, countOf(of(rule.id)))),
      ...scheme.deductions.map((rule) => effectOf("deduction", rule, countOf(of(rule.id)))),
      ...scheme.vetoes.map((rule) => vetoOf(rule, countOf(of(rule.id)))),
    ];
    return { entrant, score: scoreArea(scheme, indicators, effects) };
  });
  return ranked(scores);
}

export function ranked(scores: readonly { readonly entrant: Assessed; readonly score: AreaScore }[]): readonly Standing[] {
  const entries: Entry[] = scores.map(({ entrant, score }) => ({
    key: String(entrant.area),
    group: entrant.grouping,
    score: score.total,
    low: score.low,
    high: score.high,
  }));
  const ranks = rankWithin(entries);
  return scores.map(({ entrant, score }) => ({
    entrant,
    score,
    ranked: ranks.get(String(entrant.area)) ?? { key: String(entrant.area), rank: 1, tied: false, of: 1 },
  }));
}
