/**
 * Scores 计分: pure functions from figures to points. A figure that nobody has reported is neither zero nor full: it is owed. A figure with
 * nothing behind it (no hazard to rectify) does not apply, and its weight is spread over the rest.
 */
import { type Interval, poisson, type SampleKind, wilson } from "./interval.ts";
import { decides, type Extra, type Indicator, type Scheme, type Scoring, type Veto } from "./scheme.ts";

type Known = {
  readonly value: number;
  readonly num: number;
  readonly den: number;
  /** What one more counted adds to the value: 1 for a count, 100,000 over the people for a death rate. */
  readonly perCount?: number;
};
export type Value =
  | (Known & { readonly kind: "value"; readonly byHand?: boolean })
  /** Somebody owes it. */
  | { readonly kind: "owed" }
  | { readonly kind: "not-applicable" };

/** Place within the group, from 1; equals share. */
export type Place = { readonly rank: number; readonly of: number };

const clamp = (x: number): number => Math.min(1, Math.max(0, x));

/** Points of a value. @param place for rank-based indicators; without one (an area alone in its group) the first place. */
export function pointsOf(score: Scoring, weight: number, value: number, place: Place = { rank: 1, of: 1 }): number {
  if ("linear" in score) {
    const { from, to } = score.linear;
    if (from === to) return value >= to ? weight : 0;
    return weight * clamp((value - from) / (to - from));
  }
  if ("step" in score) {
    const reached = score.step.filter(({ at }) => (score.better === "higher" ? value >= at : value <= at));
    return Math.min(weight, Math.max(0, ...reached.map(({ points }) => points)));
  }
  const last = Math.min(score.rank.last, weight);
  return place.of <= 1 ? weight : weight - ((place.rank - 1) / (place.of - 1)) * (weight - last);
}

/** Places of values within one group, best first. */
export function placesOf(values: readonly number[], better: "higher" | "lower"): readonly Place[] {
  const isBetter = (a: number, b: number) => (better === "higher" ? a > b : a < b);
  return values.map((value) => ({ rank: 1 + values.filter((other) => isBetter(other, value)).length, of: values.length }));
}

/** The value's interval in its own unit: a share by its sample, a count or a rate by what was counted. */
export function rangeOf(sample: SampleKind, { value, num, den, perCount }: Known): Interval {
  if (sample === "wilson") {
    const found = wilson(num, den);
    return found ? { low: found.low * 100, high: found.high * 100 } : { low: value, high: value };
  }
  if (sample === "poisson") {
    const found = poisson(num);
    const factor = perCount ?? (num > 0 ? value / num : 0);
    return found ? { low: found.low * factor, high: found.high * factor } : { low: value, high: value };
  }
  return { low: value, high: value };
}

export type Scored = {
  readonly id: string;
  readonly status: "scored" | "owed" | "not-applicable";
  readonly points: number;
  readonly full: number;
  readonly low: number;
  readonly high: number;
  readonly value: number | null;
  readonly num: number;
  readonly den: number;
  readonly byHand: boolean;
  readonly place: Place | null;
  /** What one more counted adds to the value, where that is not the value over what was counted. */
  readonly perCount?: number;
};

export function scoreIndicator(indicator: Indicator, value: Value, place?: Place): Scored {
  const { id, weight: full, score, sample } = indicator;
  const nothing = { id, full, points: 0, low: 0, high: 0, value: null, num: 0, den: 0, byHand: false, place: null };
  if (value.kind === "owed") return { ...nothing, status: "owed" };
  if (value.kind === "not-applicable")
    return indicator.missing === "owed" ? { ...nothing, status: "owed" } : { ...nothing, status: "not-applicable" };
  const points = pointsOf(score, full, value.value, place);
  const range = rangeOf(sample, value);
  // A place depends on the others; its error is not that of one's own count alone, so none is claimed.
  const ends = "rank" in score ? [points, points] : [pointsOf(score, full, range.low), pointsOf(score, full, range.high)];
  return {
    id,
    status: "scored",
    points,
    full,
    low: Math.min(points, ...ends),
    high: Math.max(points, ...ends),
    value: value.value,
    num: value.num,
    den: value.den,
    byHand: value.byHand ?? false,
    place: place ?? null,
    ...(value.perCount === undefined ? {} : { perCount: value.perCount }),
  };
}

export type Effect = {
  readonly id: string;
  readonly kind: "bonus" | "deduction" | "veto";
  readonly name: string;
  readonly count: number;
  /** What it adds (or takes, negative) where it decides. */
  readonly points: number;
  readonly cap: string | null;
  readonly grade: string | null;
  /** False: not confirmed; a person is told and nothing is added, taken or capped. */
  readonly decides: boolean;
};

export function effectOf(kind: "bonus" | "deduction", rule: Extra, count: number): Effect {
  const steps = Math.floor(count / rule.per);
  const size = Math.min(steps * rule.each, rule.most ?? Number.POSITIVE_INFINITY);
  const points = size === 0 ? 0 : kind === "bonus" ? size : -size;
  return { id: rule.id, kind, name: rule.name, count, points, cap: null, grade: null, decides: decides(rule.confidence) };
}

export function vetoOf(rule: Veto, count: number): Effect {
  const triggered = count >= rule.atLeast;
  return {
    id: rule.id,
    kind: "veto",
    name: rule.name,
    count,
    points: triggered && rule.deduct ? -rule.deduct * Math.floor(count / rule.atLeast) : 0,
    cap: triggered ? (rule.cap ?? null) : null,
    grade: triggered ? (rule.grade ?? null) : null,
    decides: decides(rule.confidence),
  };
}

/** Half up to hundredths, as the grades are drawn (80—89.99). */
export const rounded = (points: number): number => Math.floor(points * 100 + 0.5 + 1e-9) / 100;

export function gradeOf({ grades, full }: Pick<Scheme, "grades" | "full">, score: number, effects: readonly Effect[]): string {
  const falling = grades.toSorted((a, b) => b.from - a.from);
  const at = (name: string) => falling.findIndex((grade) => grade.name === name);
  const share = rounded((score / full) * 100);
  const own = falling.findIndex(({ from }) => share >= from);
  const lowest = falling.length - 1;
  const bound = effects
    .filter((effect) => effect.decides)
    .flatMap(({ cap, grade }) => [cap, grade])
    .map((name) => (name === null ? -1 : at(name)));
  return falling[Math.min(lowest, Math.max(own < 0 ? lowest : own, ...bound))]?.name ?? "";
}

export type AreaScore = {
  readonly indicators: readonly Scored[];
  readonly effects: readonly Effect[];
  readonly parts: readonly { readonly name: string; readonly points: number; readonly full: number }[];
  readonly total: number;
  readonly low: number;
  readonly high: number;
  readonly grade: string;
  /** Weight that did not apply and was spread. */
  readonly spread: number;
  /** Weight of figures somebody owes. */
  readonly owed: number;
};

/** A whole area: the parts, the total with its range, and what extra points and vetoes make of it. */
export function scoreArea(scheme: Scheme, indicators: readonly Scored[], effects: readonly Effect[]): AreaScore {
  const dimensionOf = new Map(scheme.indicators.map(({ id, dimension }) => [id, dimension]));
  const weightOf = (status: Scored["status"]) =>
    indicators.filter((each) => each.status === status).reduce((sum, { full }) => sum + full, 0);
  const spread = weightOf("not-applicable");
  const factor = spread < scheme.full ? scheme.full / (scheme.full - spread) : 0;
  const extra = effects.filter((effect) => effect.decides).reduce((sum, { points }) => sum + points, 0);
  const bare = indicators.reduce((sum, { points }) => sum + points, 0) * factor;
  const within = (points: number) => Math.min(scheme.full, Math.max(0, points));
  // Independent samples: their errors add as squares.
  const spreadOf = (side: (each: Scored) => number) => Math.sqrt(indicators.reduce((sum, each) => sum + (side(each) * factor) ** 2, 0));
  const total = rounded(within(bare + extra));
  return {
    indicators,
    effects,
    // What a part could give this year: without what did not apply, with its share of what was spread.
    parts: scheme.dimensions.map(({ name }) => ({
      name,
      full: rounded(
        indicators
          .filter(({ id, status }) => dimensionOf.get(id) === name && status !== "not-applicable")
          .reduce((sum, { full }) => sum + full, 0) * factor,
      ),
      points: rounded(indicators.filter(({ id }) => dimensionOf.get(id) === name).reduce((sum, { points }) => sum + points, 0) * factor),
    })),
    total,
    low: rounded(within(bare + extra - spreadOf((each) => each.points - each.low))),
    high: rounded(within(bare + extra + spreadOf((each) => each.high - each.points))),
    grade: gradeOf(scheme, total, effects),
    spread,
    owed: weightOf("owed"),
  };
}
