/** Figures of the demonstration: people and fires of an area, the same every time, about the size of real ones. Invented. */
import { demoId } from "#modules/ground/places/index.ts";

export const chance = (key: string): number => Number.parseInt(demoId(key).slice(0, 6), 16) / 0xffffff;

/** People of a county by the name of its code; of others from its key. Rounded, so that nobody takes them for a census. */
const known: Readonly<Record<string, number>> = {
  "330802": 480_000,
  "330803": 450_000,
  "330822": 260_000,
  "330824": 250_000,
  "330825": 360_000,
  "330881": 490_000,
};
export const peopleIn = (code: string): number => known[code] ?? 200_000 + Math.round(chance(`people ${code}`) * 40) * 10_000;

export type MonthOfFires = {
  readonly fires: number;
  readonly deaths: number;
  readonly injuries: number;
  readonly lossWan: number;
  readonly large: number;
};

const winter: readonly number[] = [1.5, 1.3, 1.1, 1.1, 0.9, 0.8, 0.8, 0.8, 0.7, 0.8, 1, 1.2];

/** One month of a county: some three fires a year in ten thousand people, more in winter, fewer each year. */
export function firesIn(code: string, month: string, people: number): MonthOfFires {
  const [year = 0, n = 1] = month.split("-").map(Number);
  const base = (people / 10_000) * 0.26 * (winter[n - 1] ?? 1) * 0.93 ** (year - 2024);
  const fires = Math.max(0, Math.round(base * (0.75 + 0.5 * chance(`fires ${code} ${month}`))));
  const deaths = fires > 0 && chance(`fatal ${code} ${month}`) > 0.985 ? 1 : 0;
  return {
    fires,
    deaths,
    injuries: chance(`hurt ${code} ${month}`) > 0.85 ? 1 : 0,
    lossWan: Math.round(fires * (2 + 6 * chance(`loss ${code} ${month}`)) * 10) / 10,
    large: 0,
  };
}

/** How well a county does in the demonstration: the best 1, the last 0, the others evenly between, the same every time. */
export function standingIn(counties: readonly { readonly key: number }[], key: number): number {
  const order = counties.toSorted((a, b) => chance(`standing ${b.key}`) - chance(`standing ${a.key}`));
  const place = order.findIndex((each) => each.key === key);
  return counties.length < 2 || place < 0 ? 1 : 1 - place / (counties.length - 1);
}
/** A figure's share of what could be reached, 0 up to 1: mostly the county's standing, a little luck. */
export const reached = (standing: number, key: string): number => Math.min(1, 0.1 + 0.8 * standing + 0.3 * chance(key));
