/**
 * Measure: what the figures say. One definition, a unit, computed for any area and period, with the rows behind the figure.
 * Each shape compiles to a pair of sums (num, den) per smallest area and month, so any level and period is addition. docs/how-to/add-a-measure.md.
 */
import type { Condition } from "../ledger/condition.ts";

/** Rows counted: which ledger, which of its rows, and the day or instant that says when. Without `on`, it is the stock of today. */
export type Source = { readonly of: { readonly name: string }; readonly where?: Condition; readonly on?: string };

export type Shape =
  | { readonly count: Source }
  | { readonly sum: Source; readonly field: string }
  /** Mean of a number, or of the time between two instants in `unit` seconds, minutes, hours or days. */
  | { readonly mean: Source; readonly field: string }
  | { readonly mean: Source; readonly between: readonly [string, string]; readonly in: "seconds" | "minutes" | "hours" | "days" }
  /** Part of the rows of `share` that also satisfy `where`, in percent. */
  | { readonly share: Source; readonly where: Condition }
  /** Rows of `each` that have at least n rows of another ledger. */
  | {
      readonly each: Source;
      readonly has: { readonly of: { readonly name: string }; readonly via: string; readonly where?: Condition; readonly atLeast: number };
    }
  /** One measure per another, times a factor; both must add. */
  | { readonly ratio: readonly [string, string]; readonly times: number }
  /** Stock as a running balance of opened and ended. */
  | {
      readonly balance: {
        readonly of: { readonly name: string };
        readonly where?: Condition;
        readonly opened: string;
        readonly ended: string;
      };
    }
  /** Against the same period a year before, or the period just before: in percent of it, or as the difference. The other must add. */
  | { readonly change: string; readonly against: "year-before" | "period-before"; readonly as: "percent" | "difference" }
  /** Written by a job with its own method and evidence. */
  | { readonly given: string };

export type MeasureDeclaration = {
  readonly label: string;
  readonly unit: string;
  readonly better?: "higher" | "lower";
  readonly by: Shape;
  /** A second dimension of the cell: one choice field. */
  readonly split?: string;
  /** What is counted once a year, like the population: each area's last value at or before the period's end, not the sum of the period. */
  readonly asOf?: true;
  /** An organ, person or row the figure can be asked for one by one, on the fly: the column that names it. Small sets only. */
  readonly per?: string;
  /** Made for a duty, not declared: read by name, and in no catalogue. */
  readonly hidden?: true;
  readonly decimals?: number;
  /** Target an office may change, shown as a tick. */
  readonly target?: number;
  readonly source?: string;
};
export type Measure = MeasureDeclaration & { readonly name: string };

export const defineMeasure = (name: string, declaration: MeasureDeclaration): Measure => ({ ...declaration, name });
