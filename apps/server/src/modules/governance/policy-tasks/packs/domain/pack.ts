/** A policy pack as the rest of the program reads it: selectors spelled out, each duty with one binding and one rhythm. */
import type { CalendarDate } from "#platform/values.ts";
import type { bases, ClauseText, Comparison, clauseKinds, Example, GroupingText, Period, SelectorLevel, Subsystem } from "./schema.ts";

/** Which organs: a level, a kind, and if need be only in some areas. `organ` is a kind, `committee-office` or `any`. */
export type Selector = {
  readonly level: SelectorLevel | "*";
  readonly organ: string;
  /** Division codes; the areas below them count. */
  readonly areas?: readonly string[] | undefined;
  readonly members?: boolean | undefined;
  /** Attributes of the area. */
  readonly where?: Readonly<Record<string, unknown>> | undefined;
};

export type ConditionText = Readonly<Record<string, unknown>>;
export type Binding =
  | { readonly kind: "measure"; readonly measure: string }
  | { readonly kind: "ledger"; readonly of: string; readonly all: ConditionText; readonly where?: ConditionText | undefined }
  | { readonly kind: "case"; readonly of: string; readonly where?: ConditionText | undefined }
  /** A person attaches proof. */
  | { readonly kind: "document"; readonly document: string }
  /** Nothing computes it yet: figures are entered by hand, and the screen says so. */
  | {
      readonly kind: "awaits";
      readonly capability: string;
      readonly figure?: string | undefined;
      readonly unit?: string | undefined;
      readonly why?: string | undefined;
    };
export type Rhythm =
  | {
      readonly kind: "every";
      readonly every: Period;
      /** Only in this part of the year, `01-01..01-31`. */
      readonly within?: { readonly from: string; readonly to: string } | undefined;
      readonly on?: "workdays" | "days" | undefined;
    }
  | { readonly kind: "by"; readonly by: CalendarDate; readonly thenKeep: boolean }
  | { readonly kind: "steps"; readonly steps: readonly { readonly by: CalendarDate; readonly target: number }[] }
  | { readonly kind: "keep" };
export type Target =
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "baseline" }
  | { readonly kind: "configured"; readonly suggested?: number | undefined }
  | {
      readonly kind: "by";
      readonly attribute: string;
      readonly values: Readonly<Record<string, number>>;
      readonly otherwise?: number | undefined;
    };

export type Duty = {
  /** Clause and key: `QZ-7.3.4/a`. */
  readonly id: string;
  readonly key: string;
  readonly text: string;
  readonly who: readonly Selector[];
  readonly counts: "own" | "subtree";
  readonly binding: Binding;
  readonly rhythm: Rhythm;
  readonly is: Comparison;
  /** None for a ledger, a case or a document, which are met whole; steps carry their own. */
  readonly target?: Target | undefined;
  readonly unit?: string | undefined;
  readonly warn?: { readonly gap?: number | undefined; readonly days?: number | undefined } | undefined;
  readonly after: readonly { readonly days: number; readonly do: "urge" | "report" | "interview" }[];
  readonly weight?: number | undefined;
  readonly basis?: (typeof bases)[number] | undefined;
  readonly examples: readonly Example[];
};

export type Clause = {
  readonly id: string;
  readonly section: string;
  readonly part?: string | undefined;
  readonly title: string;
  readonly says: string;
  readonly kind: (typeof clauseKinds)[number];
  readonly subsystem: Subsystem;
  readonly capability: string;
  readonly lead: readonly Selector[];
  readonly support: readonly Selector[];
  readonly stage?: string | undefined;
  readonly follows?: ClauseText["follows"];
  readonly duties: readonly Duty[];
  readonly awaits?: { readonly capability: string; readonly why: string } | undefined;
};

export type Pack = {
  readonly pack: string;
  readonly title: string;
  readonly number?: string | undefined;
  readonly issuer: string;
  readonly level: "nation" | "province" | "city" | "county" | "town";
  /** Division code of the area it binds. */
  readonly area: string;
  readonly from: CalendarDate;
  readonly to?: CalendarDate | undefined;
  readonly superior: readonly { readonly title: string; readonly number?: string | undefined; readonly pack?: string | undefined }[];
  readonly stages: readonly { readonly key: string; readonly name: string; readonly from: CalendarDate; readonly to: CalendarDate }[];
  readonly parts: readonly { readonly key: string; readonly name: string }[];
  /** How its progress is told: task groups, goals, a checklist against a day. Packs stored before there were any have none. */
  readonly groupings?: readonly GroupingText[] | undefined;
  readonly clauses: readonly Clause[];
};

/** A version of a pack that binds on the asked day. */
export type PackInForce = {
  /** Of the version. */
  readonly id: string;
  readonly version: number;
  readonly pack: Pack;
  /** Tree key of the area it is laid over. */
  readonly area: number;
  readonly from: CalendarDate;
  readonly to: CalendarDate | null;
  /** The document itself, where the office attached it. */
  readonly document: { readonly id: string; readonly name: string } | null;
};
