/**
 * The bytes a snapshot's hash is of: one line a row, keys in the order of their code units, so that anybody with the rows gets the same SM3.
 * docs/adr/0026-frozen-assessments.md says it step by step.
 */
import { createHash } from "node:crypto";

export const FORMAT = "suiren-snapshot/1";

export type SnapshotHead = {
  readonly id: string;
  readonly kind: string;
  readonly subject: string;
  readonly area: number;
  /** What was asked, in words and as data, so that it can be asked again. */
  readonly query: unknown;
  readonly figures: unknown;
  readonly ruleVersion: string;
  /** Instant in UTC with milliseconds. */
  readonly at: string;
  readonly byName: string;
};
export type SnapshotRow = {
  /** Which question of the query it answers. */
  readonly part: string;
  readonly ledger: string;
  readonly rowId: string | null;
  readonly version: number | null;
  readonly content: unknown;
};

/** JSON with sorted keys; what JSON cannot say (undefined) is left out. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((each) => canonical(each ?? null)).join(",")}]`;
  if (value !== null && typeof value === "object") {
    const entries = Object.entries(value)
      .filter(([, each]) => each !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${entries.map(([key, each]) => `${JSON.stringify(key)}:${canonical(each)}`).join(",")}}`;
  }
  return JSON.stringify(value ?? null);
}

export function linesOf(head: SnapshotHead, rows: readonly SnapshotRow[]): readonly string[] {
  const { id, kind, subject, area, query, figures, ruleVersion, at, byName } = head;
  return [
    FORMAT,
    canonical([id, kind, subject, area, ruleVersion, at, byName]),
    canonical(query),
    canonical(figures),
    ...rows.map(({ part, ledger, rowId, version, content }) => canonical([part, ledger, rowId, version, content])),
  ];
}

/** Hex of SM3 over the lines, each followed by a line feed. */
export function sm3Of(head: SnapshotHead, rows: readonly SnapshotRow[]): string {
  const hash = createHash("sm3");
  for (const line of linesOf(head, rows)) hash.update(`${line}\n`, "utf8");
  return hash.digest("hex");
}
