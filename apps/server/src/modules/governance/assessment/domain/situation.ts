/** 形势综合指数: how a place stands against itself a year ago, as a sum one can check by hand. Lower is better, 100 is unchanged. TY-1.22 */
export type SituationRule = {
  readonly parts: readonly { readonly key: string; readonly name: string; readonly measure: string; readonly weight: number }[];
  readonly most: number;
  readonly better: number;
  readonly months: number;
  readonly swing: number;
};
/** Month (2026-03) → figure, of one part; a month without a cell is none. */
export type Series = ReadonlyMap<string, number>;
type PartAt = {
  readonly key: string;
  readonly now: number;
  readonly before: number;
  /** Against a year ago in %, bounded; null where there was nothing then and nothing now, or nobody kept records then. */
  readonly ratio: number | null;
  readonly weight: number;
  readonly points: number;
};
export type MonthIndex = { readonly month: string; readonly index: number | null; readonly parts: readonly PartAt[] };
type Verdict = "reached" | "better" | "level" | "worse" | "unknown";

export function monthsBack(month: string, n: number): string {
  const [year = 0, m = 1] = month.split("-").map(Number);
  return new Date(Date.UTC(year, m - 1 - n, 1)).toISOString().slice(0, 7);
}
const sumOf = (series: Series, last: string): number =>
  Array.from({ length: 12 }, (_, i) => series.get(monthsBack(last, i)) ?? 0).reduce((sum, each) => sum + each, 0);

function ratioOf(now: number, before: number, most: number): number | null {
  if (before === 0) return now === 0 ? null : most;
  return Math.min(most, (now / before) * 100);
}

/** The twelve months up to `month` against the twelve before them. Parts with nothing on either side, or without records of both years, give their weight to the others. */
export function indexAt(rule: SituationRule, series: ReadonlyMap<string, Series>, month: string): MonthIndex {
  const parts = rule.parts.map(({ key, weight }) => {
    const of = series.get(key) ?? new Map<string, number>();
    const [now, before] = [sumOf(of, month), sumOf(of, monthsBack(month, 12))];
    // Records that begin within the twelve months before would make every place look worse.
    const isKnown = [...of.keys()].some((kept) => kept <= monthsBack(month, 23));
    return { key, now, before, weight, ratio: isKnown ? ratioOf(now, before, rule.most) : null };
  });
  const counted = parts.filter(({ ratio }) => ratio !== null);
  const weight = counted.reduce((sum, part) => sum + part.weight, 0);
  const one = (value: number): number => Math.round(value * 10) / 10;
  const shown = parts.map((part) => ({
    ...part,
    points: part.ratio === null || weight === 0 ? 0 : one((part.ratio * part.weight) / weight),
  }));
  // The sum of what is shown, so that the printed sum adds up.
  return { month, index: weight === 0 ? null : one(shown.reduce((sum, { points }) => sum + points, 0)), parts: shown };
}

/** The last twelve months, oldest first. */
export const trendOf = (rule: SituationRule, series: ReadonlyMap<string, Series>, last: string): readonly MonthIndex[] =>
  Array.from({ length: 12 }, (_, i) => indexAt(rule, series, monthsBack(last, 11 - i)));

export function verdictOf(rule: SituationRule, trend: readonly MonthIndex[]): Verdict {
  const known = trend.flatMap(({ index }) => (index === null ? [] : [index]));
  const now = trend.at(-1)?.index ?? null;
  if (now === null) return "unknown";
  const late = known.slice(-rule.months);
  const isSteady = late.length === rule.months && Math.max(...late) - Math.min(...late) <= rule.swing && now <= (late[0] ?? now);
  if (now <= rule.better) return isSteady ? "reached" : "better";
  return now > 105 ? "worse" : "level";
}
