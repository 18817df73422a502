/** Which facts make a proposal 追责建议: those past the grace a rule gives, one proposal an organ and rule, never twice for the same facts. Pure. */

export type Fact = {
  readonly organ: string;
  readonly organArea: number;
  readonly organName: string;
  /** The row it rests on; told once, it is not told again. */
  readonly row: string;
  readonly what: string;
  readonly words: string;
  readonly on: string;
  readonly href: string;
};
export type Proposed = {
  readonly organ: string;
  readonly organArea: number;
  readonly organName: string;
  readonly from: string;
  readonly facts: readonly Fact[];
};

const MOST = 200;

/** @param told rows that stood in an earlier proposal of the same rule, by organ */
export function proposedOf(facts: readonly Fact[], told: ReadonlyMap<string, ReadonlySet<string>>): readonly Proposed[] {
  const fresh = facts.filter(({ organ, row }) => !told.get(organ)?.has(row));
  return [...Map.groupBy(fresh, ({ organ }) => organ).values()].flatMap((of) => {
    const [first] = of;
    if (!first) return [];
    const inOrder = of.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)).slice(0, MOST);
    return [
      { organ: first.organ, organArea: first.organArea, organName: first.organName, from: inOrder[0]?.on ?? first.on, facts: inOrder },
    ];
  });
}
