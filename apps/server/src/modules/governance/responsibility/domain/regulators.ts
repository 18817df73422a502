/** 行业主管归口: which department looks after a unit, by rules in their order; equal rules that disagree decide nothing. Pure. SH-1.8, JX-2.2, QZ-2.2.2 */

/** By what a rule knows its units. JX-2.2.7 (licence), JX-2.2.8 (port), JX-2.2.9 (state) */
export const bases = { kind: "单位类别", licence: "许可登记", port: "港口区域", state: "监管国企" } as const;
export type Basis = keyof typeof bases;

export type RegulatorRule = {
  readonly id: string;
  readonly basis: Basis;
  /** Empty: of every kind; only rules by kind must name some. */
  readonly kinds: readonly string[];
  /** A word in the unit's name narrows the rule: 粮库, 加油站; for a licence, in what is licensed. */
  readonly nameHas: string | null;
  /** Decided for this one unit. */
  readonly unit: string | null;
  readonly organKind: string;
  /** Higher goes first; of equal ones the narrower. */
  readonly rank: number;
};

export type Regulated = {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly licences: readonly { readonly what: string; readonly issuerKind: string }[];
  readonly inPort: boolean;
  readonly ofState: boolean;
};

export type Placed =
  | { readonly outcome: "rule"; readonly rule: RegulatorRule }
  | { readonly outcome: "conflict"; readonly rules: readonly RegulatorRule[] }
  | { readonly outcome: "none" };

export const narrowness = ({ unit, nameHas }: Pick<RegulatorRule, "unit" | "nameHas">): number => (unit ? 2 : 0) + (nameHas ? 1 : 0);

function fits(unit: Regulated, rule: RegulatorRule): boolean {
  if (rule.unit && rule.unit !== unit.id) return false;
  if (rule.kinds.length > 0 && !rule.kinds.includes(unit.kind)) return false;
  if (rule.basis === "licence")
    return unit.licences.some(({ what, issuerKind }) => issuerKind === rule.organKind && (!rule.nameHas || what.includes(rule.nameHas)));
  if (rule.nameHas && !unit.name.includes(rule.nameHas)) return false;
  if (rule.basis === "port") return unit.inPort;
  return rule.basis === "state" ? unit.ofState : rule.kinds.length > 0;
}

/** All rules that speak of a unit, the deciding first. */
export const rulesFor = (unit: Regulated, rules: readonly RegulatorRule[]): readonly RegulatorRule[] =>
  rules.filter((rule) => fits(unit, rule)).toSorted((a, b) => b.rank - a.rank || narrowness(b) - narrowness(a) || (a.id < b.id ? -1 : 1));

/** The rule that decides; none, and rules of equal weight that name different departments, wait for a determination. */
export function placeOf(unit: Regulated, rules: readonly RegulatorRule[]): Placed {
  const all = rulesFor(unit, rules);
  const [first] = all;
  if (!first) return { outcome: "none" };
  const equal = all.filter((rule) => rule.rank === first.rank && narrowness(rule) === narrowness(first));
  return equal.some(({ organKind }) => organKind !== first.organKind)
    ? { outcome: "conflict", rules: equal }
    : { outcome: "rule", rule: first };
}
