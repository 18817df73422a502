/** Since when a duty is owed: versions of a document that follow one another day by day are one document. */
import { addDays, type CalendarDate } from "#platform/values.ts";
import { weighs } from "./diff-packs.ts";
import type { Duty, Pack } from "./pack.ts";

type Days = { readonly from: CalendarDate; readonly to: CalendarDate | null };
export type Before = { readonly from: CalendarDate; readonly pack: Pack };
export type Since = {
  /** The first day of the first version that carries it without a break. */
  readonly since: CalendarDate;
  /** The same, of those that ask the same of the same organs: what ended before is settled by what was asked then. */
  readonly asSince: CalendarDate;
};

/** The versions before one that begins on `from`, the newest first, as far back as no day is missing. */
export function chainBefore<Version extends Days>(from: CalendarDate, versions: readonly Version[]): readonly Version[] {
  const chain: Version[] = [];
  for (let next = from; ; ) {
    const before = versions.find(({ to }) => to !== null && to === addDays(next, -1));
    if (!before) return chain;
    chain.push(before);
    next = before.from;
  }
}

const findDuty = ({ clauses }: Pack, id: string): Duty | undefined =>
  clauses.flatMap(({ duties }) => duties).find((duty) => duty.id === id);

/** @param chain the versions before, the newest first */
export function sinceOf(duty: Duty, from: CalendarDate, chain: readonly Before[]): Since {
  const asked = weighs(duty);
  let [since, asSince, isSame] = [from, from, true];
  for (const before of chain) {
    const was = findDuty(before.pack, duty.id);
    if (!was) break;
    since = before.from;
    isSame &&= weighs(was) === asked;
    if (isSame) asSince = before.from;
  }
  return { since, asSince };
}
