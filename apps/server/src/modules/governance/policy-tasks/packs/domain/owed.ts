/** What follows from a pack in a city: each duty with the organs that owe it, and its next day. */
import type { CalendarDate } from "#platform/values.ts";
import { periodsOf, type ToWorkday } from "../../duties/domain/periods.ts";
import type { Clause, Duty, Pack, Rhythm } from "./pack.ts";
import { type AreaOf, type Organ, organsOfAll } from "./selectors.ts";

export type Owed = { readonly clause: Clause; readonly duty: Duty; readonly organs: readonly Organ[] };
type Place = { readonly organs: readonly Organ[]; readonly areas: ReadonlyMap<number, AreaOf> };

export const owedIn = ({ clauses }: Pick<Pack, "clauses">, { organs, areas }: Place): readonly Owed[] =>
  clauses.flatMap((clause) => clause.duties.map((duty) => ({ clause, duty, organs: organsOfAll(duty.who, organs, areas) })));

/** The day by which it is owed next, seen from `on`; undefined when that day has passed or it is owed at every moment. */
export function nextDue(rhythm: Rhythm, on: CalendarDate, toWorkday: ToWorkday): CalendarDate | undefined {
  if (rhythm.kind === "keep") return undefined;
  if (rhythm.kind === "by") return rhythm.by >= on ? rhythm.by : undefined;
  if (rhythm.kind === "steps") return rhythm.steps.find(({ by }) => by >= on)?.by;
  const year = Number(on.slice(0, 4));
  const day = (of: number, monthDay: string) => `${of}-${monthDay}` as CalendarDate;
  const seen = { from: day(year - 1, "01-01"), to: day(year + 2, "12-31") };
  return periodsOf(rhythm, { from: day(year - 3, "01-01") }, seen, toWorkday).find(({ dueOn }) => dueOn >= on)?.dueOn;
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
