/**
 * Ledger 台账: what exists, and (as a record 履职记录) what was done. Declared once; table, schema, list, views, form, detail with history,
 * map layer, Excel in and out, permissions, API and audit follow from the declaration. docs/how-to/add-a-ledger.md.
 */
import type { Result } from "../result.ts";
import type { Condition, ConditionOn } from "./condition.ts";
import type { Field } from "./fields.ts";

export type Fields = Readonly<Record<string, Field>>;
export type ValueOf<F> = F extends { readonly phantom?: infer T } ? T : never;
export type Values<F extends Fields> = { readonly [K in keyof F]: ValueOf<F[K]> };
export type Problem = { readonly field: string; readonly code: string; readonly params?: Readonly<Record<string, unknown>> };

/** A saved view names its sort: a view sorted by the column it ranges over can use its index. */
export type View<F extends Fields = Fields> = { readonly label: string; readonly where?: ConditionOn<F>; readonly sort?: string };

export type LedgerDeclaration<F extends Fields> = {
  readonly label: string;
  /** What one row is called in a count: 家, 幢, 台. */
  readonly counter?: string;
  readonly title: keyof F & string;
  readonly place?: "point";
  readonly fields: F;
  readonly search?: readonly (keyof F & string)[];
  readonly list: {
    readonly columns: readonly ((keyof F & string) | "area" | "updatedAt" | CaseColumn)[];
    readonly filters: readonly ((keyof F & string) | "area" | "state")[];
    readonly sort?: string;
  };
  readonly views?: Readonly<Record<string, View<F>>>;
  /** A record has a day instead of a life and is locked after `lockDays`. */
  readonly record?: { readonly on: keyof F & string; readonly lockDays: number };
  /** Its names, nothing more, are known in every area, so that any row may refer to it. Its migration opens the row filter for reading. */
  readonly namedEverywhere?: true;
  /** The row whose area and rights this one takes over. */
  readonly partOf?: keyof F & string;
  /** The field that says whose unit's people may see the row; `id` for the ledger of units itself. */
  readonly unit?: (keyof F & string) | "id";
  /** The newest row by `on` speaks for its parent. */
  readonly keeps?: { readonly on: keyof F & string; readonly set: Readonly<Record<string, keyof F & string>> };
  /** Why personal data is held and when it goes; demanded as soon as a field is marked personal. */
  readonly purpose?: string;
  /** Computed columns, run before each write. */
  derive?(row: Partial<Values<F>>): Partial<Record<keyof F & string, unknown>>;
  /** What is wrong with the row as it would be; `by`: who writes it, where a person does. */
  check?(row: Partial<Values<F>>, by?: { readonly userId: string | null }): readonly Problem[];
  /** Unit's own people keep these rows themselves: add them for their unit and change all but whose they are. */
  readonly unitKeeps?: true;
  /** Unit's own people may change these fields of their rows. */
  readonly unitMayEdit?: readonly (keyof F & string)[];
  /** A row as a partner would meet it, for the document; values left out are shown empty. */
  readonly example?: Partial<Values<F>>;
  /** Rows come from a view published by the module; no writes. */
  readonly readOnlyView?: string;
};
export type CaseColumn = "state" | "dueAt" | "openedAt" | "closedAt" | "holderOrgan" | "repeats";

export type Ledger<F extends Fields = Fields> = LedgerDeclaration<F> & { readonly name: string; readonly isCase: boolean };

/** The erased form the machinery works with. */
export type AnyLedger = Omit<Ledger, "derive" | "check" | "views" | "list" | "record" | "keeps" | "example"> & {
  readonly example?: Readonly<Record<string, unknown>>;
  readonly list: { readonly columns: readonly string[]; readonly filters: readonly string[]; readonly sort?: string };
  readonly views?: Readonly<Record<string, { readonly label: string; readonly where?: Condition; readonly sort?: string }>>;
  readonly record?: { readonly on: string; readonly lockDays: number };
  readonly keeps?: { readonly on: string; readonly set: Readonly<Record<string, string>> };
  derive?(row: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>>;
  check?(row: Readonly<Record<string, unknown>>, by?: { readonly userId: string | null }): readonly Problem[];
};

export function defineLedger<const F extends Fields>(name: string, declaration: LedgerDeclaration<F>): Ledger<F> {
  return { ...declaration, name, isCase: false };
}

/** Forgets the field types, keeping every method; the one place where the machinery loses what the declaration knew. */
export const erase = (ledger: unknown): AnyLedger => ledger as AnyLedger;

/** A row as stored: the head every ledger has, then its fields. */
export type Head = {
  readonly id: string;
  readonly area: number;
  readonly areaName: string | null;
  readonly version: number;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly demo: boolean;
};
export type Row = Head & Readonly<Record<string, unknown>>;
export type Decision<T> = Result<T>;
