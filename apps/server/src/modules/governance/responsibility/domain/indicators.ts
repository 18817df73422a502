/** What a department is measured by over the units it looks after; each a share with both its numbers. Pure. QZ-2.2.3, SH-1.8 */

export type Figures = {
  readonly units: number;
  readonly open: number;
  readonly overdue: number;
  readonly major: number;
  /** Units with a check, a training, guidance within a year. */
  readonly checked: number;
  readonly trained: number;
  readonly guided: number;
};
export const indicatorKeys = ["hazardsOnTime", "checked", "trained", "guided"] as const;
export type Indicator = {
  readonly key: (typeof indicatorKeys)[number];
  readonly num: number;
  readonly den: number;
  readonly percent: number | null;
};

/** Nothing to divide by is no figure, never a hundred. */
const share = (key: Indicator["key"], num: number, den: number): Indicator => ({
  key,
  num,
  den,
  percent: den > 0 ? Math.round((num / den) * 1_000) / 10 : null,
});

export const indicatorsOf = ({ units, open, overdue, checked, trained, guided }: Figures): readonly Indicator[] => [
  share("hazardsOnTime", open - overdue, open),
  share("checked", checked, units),
  share("trained", trained, units),
  share("guided", guided, units),
];
