/** What a pack is checked against: the names there are in the product, the organs of one city, other packs, and who judges examples. */
import type { Duty } from "./pack.ts";
import type { Example, Status } from "./schema.ts";
import type { AreaOf, Organ } from "./selectors.ts";

export type KnownMeasure = { readonly label: string; readonly unit: string; readonly better?: "higher" | "lower" | undefined };
/** Undefined when the condition can be asked of the ledger; else the field that is wrong, and those there are. */
export type ConditionFault = { readonly field: string; readonly isUnknown: boolean; readonly fields: readonly string[] };
export type KnownLedger = {
  readonly label: string;
  readonly isCase: boolean;
  faultIn(condition: Readonly<Record<string, unknown>>): ConditionFault | undefined;
};
export type KnownPack = {
  readonly title: string;
  readonly superior: readonly string[];
  /** Clause → the clause it follows. */
  readonly clauses: ReadonlyMap<string, string | undefined>;
};
export type City = {
  readonly code: string;
  readonly name: string;
  readonly organs: readonly Organ[];
  readonly areas: ReadonlyMap<number, AreaOf>;
};
/** @returns what the duty counts as on that day. The one function of duties that judges everywhere. */
export type Judge = (duty: Duty, example: Example, from: string) => Status;

export type Known = {
  readonly measures: ReadonlyMap<string, KnownMeasure>;
  readonly ledgers: ReadonlyMap<string, KnownLedger>;
  readonly packs: ReadonlyMap<string, KnownPack>;
  readonly city?: City | undefined;
  readonly judge?: Judge | undefined;
};
