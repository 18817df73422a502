/** What follows from a pack in a city: each duty with the organs that owe it, and its next day. */
import { addDays, type CalendarDate } from "#platform/values.ts";
import type { Clause, Duty, Pack, Rhythm } from "./pack.ts";
import { type AreaOf, type Organ, organsOfAll } from "./selectors.ts";

export type Owed = { readonly clause: Clause; readonly duty: Duty; readonly organs: readonly Organ[] };
type Place = { readonly organs: readonly Organ[]; readonly areas: ReadonlyMap<number, AreaOf> };

export const owedIn = ({ clauses }: Pick<Pack, "clauses">, { organs, areas }: Place): readonly Owed[] =>
  clauses.flatMap((clause) => clause.duties.map((duty) => ({ clause, duty, organs: organsOfAll(duty.who, organs, areas) })));

const MONTHS: Readonly<Record<Extract<Rhythm, { kind: "every" }>["every"], number>> = { month: 1, quarter: 3, "half-year": 6, year: 12 };
const monthStart = (year: number, month: number): CalendarDate =>
  `${year + Math.floor((month - 1) / 12)}-${String(((month - 1) % 12) + 1).padStart(2, "0")}-01` as CalendarDate;

/** The day by which it is owed next, seen from `on`; undefined when that day has passed or it is owed at every moment. */
export function nextDue(rhythm: Rhythm, on: CalendarDate): CalendarDate | undefined {
  if (rhythm.kind === "keep") return undefined;
  if (rhythm.kind === "by") return rhythm.by >= on ? rhythm.by : undefined;
  if (rhythm.kind === "steps") return rhythm.steps.find(({ by }) => by >= on)?.by;
  const [year, month] = [Number(on.slice(0, 4)), Number(on.slice(5, 7))];
  if (rhythm.within) {
    const end = `${year}-${rhythm.within.to}` as CalendarDate;
    return end >= on ? end : (`${year + 1}-${rhythm.within.to}` as CalendarDate);
  }
  const length = MONTHS[rhythm.every];
  return addDays(monthStart(year, Math.floor((month - 1) / length) * length + length + 1), -1);
}

export type Sum = {
  readonly clauses: number;
  readonly duties: number;
  readonly waiting: number;
  /** Duty × organ, by the organ's level. */
  readonly byLevel: Readonly<Record<string, number>>;
  /** Duties by what they are judged from. */
  readonly byBinding: Readonly<Record<string, number>>;
  readonly organs: number;
};

export function sumOf(pack: Pack, owed: readonly Owed[]): Sum {
  const count = (keys: readonly string[]): Record<string, number> => {
    const counts: Record<string, number> = {};
    for (const key of keys) counts[key] = (counts[key] ?? 0) + 1;
    return counts;
  };
  return {
    clauses: pack.clauses.length,
    duties: owed.length,
    waiting: pack.clauses.filter(({ duties }) => duties.length === 0).length,
    byLevel: count(owed.flatMap(({ organs }) => organs.map(({ level }) => level))),
    byBinding: count(owed.map(({ duty }) => duty.binding.kind)),
    organs: new Set(owed.flatMap(({ organs }) => organs.map(({ id }) => id))).size,
  };
}
