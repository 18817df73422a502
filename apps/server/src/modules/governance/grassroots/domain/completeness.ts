/**
 * How complete a base register is: of the fields that must be filled in the rows there are and in the rows there ought to be, the share that is
 * filled. A row that is missing lacks all its fields; without fields asked, rows alone count. Nothing there and nothing expected: not applicable.
 */
export type Given = {
  readonly fields: number;
  readonly rows: number;
  /** Filled cells of the rows there are. */
  readonly filled: number;
  /** Rows there ought to be; null where nobody can know beforehand. */
  readonly expected: number | null;
  /** How many of the expected ones have a row. */
  readonly covered: number;
};
export type Counted = {
  readonly rows: number;
  readonly missing: number | null;
  readonly cells: number;
  readonly filled: number;
  readonly completeness: number | null;
};

export function completenessOf({ fields, rows, filled, expected, covered }: Given): Counted {
  const missing = expected === null ? null : Math.max(0, expected - covered);
  const per = Math.max(1, fields);
  const cells = per * (rows + (missing ?? 0));
  const full = fields === 0 ? rows : filled;
  return { rows, missing, cells, filled: full, completeness: cells === 0 ? null : Math.floor((full / cells) * 1_000) / 10 };
}

export type Freshness = "fresh" | "soon" | "stale" | "never";

/** Whether somebody has vouched for it lately; two weeks before the end it says so. */
export function freshnessOf(freshUntil: string | null, today: string, soon: string): Freshness {
  if (freshUntil === null) return "never";
  if (freshUntil < today) return "stale";
  return freshUntil <= soon ? "soon" : "fresh";
}
