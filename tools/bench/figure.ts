/** One line of the performance table. */
export type Figure = {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** null: measured without a limit. */
  readonly budget: number | null;
  /** `most`: the value must not exceed the budget; `least`: it must reach it. */
  readonly limit?: "most" | "least";
  readonly note: string;
};

export const isMet = ({ value, budget, limit = "most" }: Figure): boolean | null =>
  budget === null ? null : limit === "most" ? value <= budget : value >= budget;

/** Value over budget, or budget over value: above 1 is a miss either way. null where the budget is none, or nothing at all. */
export const ratioOf = ({ value, budget, limit = "most" }: Figure): number | null =>
  !budget ? null : limit === "most" ? value / budget : budget / value;

/** @param share 0.99 for p99; of an empty list NaN */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

const shown = (value: number): string => (Math.abs(value) >= 100 ? Math.round(value).toLocaleString("en-US") : value.toFixed(1));

export function markdown(figures: readonly Figure[]): string {
  const lines = figures.map((figure) => {
    const { name, value, unit, budget, limit = "most", note } = figure;
    const met = isMet(figure);
    const ratio = ratioOf(figure);
    return `| ${name} | ${budget === null ? "" : `${limit === "most" ? "≤" : "≥"} ${shown(budget)} ${unit}`} | ${shown(value)} ${unit} | ${ratio === null ? "" : ratio.toFixed(2)} | ${met === null ? "" : met ? "yes" : "**no**"} | ${note} |`;
  });
  return ["| what | budget | value | of budget | ok | note |", "|---|---|---|---|---|---|", ...lines].join("\n");
}
