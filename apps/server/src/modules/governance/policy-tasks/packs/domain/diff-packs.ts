/** Two versions side by side: clause by clause what is new, gone or different, and what that does to who owes what. */

import { owedIn } from "./owed.ts";
import type { Clause, Duty, Pack } from "./pack.ts";
import type { AreaOf, Organ } from "./selectors.ts";

/** `field` is `title`, or `duties.a.binding` in a duty; what stood there is said in words by say-changes.ts. */
export type Change = { readonly field: string; readonly before: unknown; readonly after: unknown };
export type ClauseChange = {
  readonly id: string;
  readonly title: string;
  readonly kind: "added" | "removed" | "changed";
  readonly changes: readonly Change[];
};
export type PackDiff = { readonly clauses: readonly ClauseChange[]; readonly same: number; readonly head: readonly Change[] };

function changesOf(before: Readonly<Record<string, unknown>>, after: Readonly<Record<string, unknown>>): readonly Change[] {
  return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((field) => {
    const [was, is] = [before[field], after[field]];
    return JSON.stringify(was) === JSON.stringify(is) ? [] : [{ field, before: was, after: is }];
  });
}

/** A clause with its duties as fields of their own, so that a change names the duty it is in. */
const spread = ({ duties, ...clause }: Clause): Readonly<Record<string, unknown>> => ({
  ...clause,
  ...Object.fromEntries(
    duties.flatMap(({ key, id: _, ...duty }) => Object.entries(duty).map(([field, value]) => [`duties.${key}.${field}`, value])),
  ),
});

export function diffPacks(before: Pack | undefined, after: Pack): PackDiff {
  const was = new Map((before?.clauses ?? []).map((clause) => [clause.id, clause]));
  const is = new Map(after.clauses.map((clause) => [clause.id, clause]));
  const clauses = [
    ...after.clauses.flatMap((clause): ClauseChange[] => {
      const old = was.get(clause.id);
      if (!old) return [{ id: clause.id, title: clause.title, kind: "added", changes: [] }];
      const changes = changesOf(spread(old), spread(clause));
      return changes.length > 0 ? [{ id: clause.id, title: clause.title, kind: "changed", changes }] : [];
    }),
    ...(before?.clauses ?? []).flatMap((clause): ClauseChange[] =>
      is.has(clause.id) ? [] : [{ id: clause.id, title: clause.title, kind: "removed", changes: [] }],
    ),
  ];
  const { clauses: _, ...head } = after;
  const { clauses: __, ...oldHead } = before ?? { clauses: [] };
  return {
    clauses,
    same: after.clauses.length - clauses.filter(({ kind }) => kind !== "removed").length,
    head: before ? changesOf(oldHead, head) : [],
  };
}

/** Only what decides how a duty stands: a new word for it changes nobody's standing. */
export const weighs = ({ text: _, examples: __, basis: ___, weight: ____, after: _____, ...duty }: Duty): string => JSON.stringify(duty);

export type DutyEffect = {
  readonly id: string;
  readonly text: string;
  readonly kind: "added" | "removed" | "changed";
  readonly organs: number;
};
export type Effect = {
  readonly duties: readonly DutyEffect[];
  /** Organs that owe something they did not owe before, and those that owe one thing less. */
  readonly gaining: readonly { readonly organ: string; readonly name: string; readonly duties: number }[];
  readonly losing: number;
};

export function effectOf(
  before: Pack | undefined,
  after: Pack,
  city: { readonly organs: readonly Organ[]; readonly areas: ReadonlyMap<number, AreaOf> },
): Effect {
  const was = new Map((before ? owedIn(before, city) : []).map((owed) => [owed.duty.id, owed]));
  const is = new Map(owedIn(after, city).map((owed) => [owed.duty.id, owed]));
  const duties = [
    ...[...is.values()].flatMap(({ duty, organs }): DutyEffect[] => {
      const old = was.get(duty.id);
      if (!old) return [{ id: duty.id, text: duty.text, kind: "added", organs: organs.length }];
      const others = new Set(old.organs.map(({ id }) => id));
      const sameOrgans = organs.length === old.organs.length && organs.every(({ id }) => others.has(id));
      return sameOrgans && weighs(duty) === weighs(old.duty)
        ? []
        : [{ id: duty.id, text: duty.text, kind: "changed", organs: organs.length }];
    }),
    ...[...was.values()].flatMap(({ duty, organs }): DutyEffect[] =>
      is.has(duty.id) ? [] : [{ id: duty.id, text: duty.text, kind: "removed", organs: organs.length }],
    ),
  ];
  const pairs = (owed: typeof is) =>
    new Map([...owed.values()].flatMap(({ duty, organs }) => organs.map((organ) => [`${duty.id} ${organ.id}`, organ] as const)));
  const [pairsWere, pairsAre] = [pairs(was), pairs(is)];
  const gaining = new Map<string, { organ: string; name: string; duties: number }>();
  for (const [pair, { id, name }] of pairsAre) {
    if (pairsWere.has(pair)) continue;
    const known = gaining.get(id);
    if (known) known.duties += 1;
    else gaining.set(id, { organ: id, name, duties: 1 });
  }
  const losing = new Set([...pairsWere].flatMap(([pair, { id }]) => (pairsAre.has(pair) ? [] : [id])));
  return { duties, gaining: [...gaining.values()].toSorted((a, b) => b.duties - a.duties), losing: losing.size };
}
