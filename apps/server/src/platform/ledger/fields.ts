/**
 * The kinds of field a ledger is made of. Each kind knows its column, its schema, how it reads from a cell of text and how it is shown,
 * so form, list, import, export, API and custom fields treat it alike.
 */
import { z } from "zod";
import { calendarDate, instant } from "../values.ts";

export const fieldKinds = [
  "text",
  "long",
  "integer",
  "decimal",
  "yes",
  "day",
  "instant",
  "choice",
  "many",
  "ref",
  "organ",
  "person",
  "files",
  "table",
] as const;
export type FieldKind = (typeof fieldKinds)[number];

/** Classes of personal data 个人信息; each has its mask and its own right to be revealed. */
export type PersonalClass = "contact" | "identity" | "health";

export type FieldOptions = {
  readonly required?: boolean;
  readonly unit?: string;
  readonly min?: number;
  readonly max?: number;
  readonly unique?: boolean;
  readonly indexed?: boolean;
  /** A named check beyond the kind: `creditCode`, `phone`, `hex12` … (ledger/formats.ts). */
  readonly format?: string;
  readonly personal?: PersonalClass;
  /** A personal value that can be found by its exact clear text (keyed hash beside it). */
  readonly findable?: boolean;
  /** Written by the program only: shown, filtered, exported, never asked. */
  readonly readOnly?: boolean;
  /** Composed by the program in Chinese (`3 层 B 防火分区`): stored so, read in the asker's language. */
  readonly composed?: boolean;
  readonly help?: string;
  readonly group?: string;
  /** Kept by the program for itself: in the answer of the API, on no screen and in no sheet. */
  readonly internal?: boolean;
};

export type Field<T = unknown> = FieldOptions & {
  readonly kind: FieldKind;
  readonly label: string;
  /** An office's own English name of a custom field; declared fields have theirs in the module's table. */
  readonly labelEn?: string;
  readonly choices?: Readonly<Record<string, string>>;
  /** Name of the ledger a reference points to. */
  readonly ref?: string;
  /** Columns of a table inside the row. */
  readonly columns?: Readonly<Record<string, Field>>;
  readonly phantom?: T;
};

type Present<O extends FieldOptions, T> = O["required"] extends true ? T : T | null;
type Made<O extends FieldOptions, T> = Field<Present<O, T>> & O;

const make = <T, const O extends FieldOptions>(kind: FieldKind, label: string, options: O, extra: Partial<Field> = {}): Made<O, T> =>
  ({ ...options, ...extra, kind, label }) as Made<O, T>;

export const text = <const O extends FieldOptions>(label: string, options: O = {} as O) => make<string, O>("text", label, options);
export const long = <const O extends FieldOptions>(label: string, options: O = {} as O) => make<string, O>("long", label, options);
export const integer = <const O extends FieldOptions>(label: string, options: O = {} as O) => make<number, O>("integer", label, options);
export const decimal = <const O extends FieldOptions>(label: string, options: O = {} as O) => make<number, O>("decimal", label, options);
export const yes = <const O extends FieldOptions>(label: string, options: O = {} as O) => make<boolean, O>("yes", label, options);
export const day = <const O extends FieldOptions>(label: string, options: O = {} as O) => make<string, O>("day", label, options);
export const moment = <const O extends FieldOptions>(label: string, options: O = {} as O) => make<string, O>("instant", label, options);
export const files = <const O extends FieldOptions>(label: string, options: O = {} as O) =>
  make<readonly string[], O>("files", label, options);
export const organ = <const O extends FieldOptions>(label: string, options: O = {} as O) => make<string, O>("organ", label, options);
export const person = <const O extends FieldOptions>(label: string, options: O = {} as O) => make<string, O>("person", label, options);

export const choice = <const C extends Readonly<Record<string, string>>, const O extends FieldOptions>(
  label: string,
  choices: C,
  options: O = {} as O,
) => make<keyof C & string, O>("choice", label, options, { choices }) as Made<O, keyof C & string> & { readonly choices: C };

/** Several choices of one list. @public part of the vocabulary of declarations */
export const many = <const C extends Readonly<Record<string, string>>, const O extends FieldOptions>(
  label: string,
  choices: C,
  options: O = {} as O,
) =>
  make<readonly (keyof C & string)[], O>("many", label, options, { choices }) as Made<O, readonly (keyof C & string)[]> & {
    readonly choices: C;
  };

/** A reference to a row of another ledger, given by its declaration or (for a later module) by its name. */
export const ref = <const O extends FieldOptions>(label: string, ledger: { readonly name: string } | string, options: O = {} as O) =>
  make<string, O>("ref", label, options, { ref: typeof ledger === "string" ? ledger : ledger.name });

/** Small rows nobody follows alone, kept inside the row: equipment of a station, doors of a building. */
export const table = <const O extends FieldOptions>(label: string, columns: Readonly<Record<string, Field>>, options: O = {} as O) =>
  make<readonly Readonly<Record<string, unknown>>[], O>("table", label, options, { columns });

export const columnTypes: Readonly<Record<FieldKind, string>> = {
  text: "text",
  long: "text",
  integer: "bigint",
  decimal: "double precision",
  yes: "boolean",
  day: "date",
  instant: "timestamptz",
  choice: "text",
  many: "text[]",
  ref: "uuid",
  organ: "uuid",
  person: "uuid",
  files: "uuid[]",
  table: "jsonb",
};

/** The column type of a field; a personal value is a sealed box. */
export const columnType = (field: Field): string => (field.personal ? "bytea" : columnTypes[field.kind]);

export const isNumber = (field: Field): boolean => field.kind === "integer" || field.kind === "decimal";
export const isReference = (field: Field): boolean => field.kind === "ref" || field.kind === "organ" || field.kind === "person";

const TEXT_LIMIT = 200;
const LONG_LIMIT = 4_000;

function ofKind(field: Field): z.ZodType {
  const choices = Object.keys(field.choices ?? {});
  switch (field.kind) {
    case "text":
      return z
        .string()
        .trim()
        .min(field.required ? 1 : 0)
        .max(field.max ?? TEXT_LIMIT);
    case "long":
      return z
        .string()
        .trim()
        .min(field.required ? 1 : 0)
        .max(field.max ?? LONG_LIMIT);
    case "integer":
      return bounded(z.number().int(), field);
    case "decimal":
      return bounded(z.number(), field);
    case "yes":
      return z.boolean();
    case "day":
      return calendarDate;
    case "instant":
      return instant;
    case "choice":
      return z.enum(choices);
    case "many":
      return z.array(z.enum(choices)).max(choices.length);
    case "ref":
    case "organ":
    case "person":
      return z.uuid();
    case "files":
      return z.array(z.uuid()).max(field.max ?? 30);
    case "table":
      return z
        .array(z.object(Object.fromEntries(Object.entries(field.columns ?? {}).map(([key, column]) => [key, schemaOf(column)]))))
        .max(field.max ?? 500);
  }
}

const bounded = (base: z.ZodNumber, field: Field) => base.min(field.min ?? -1e15).max(field.max ?? 1e15);

/** A field's value without the leniency of forms: what the document tells partners to send. */
export const shapeOf = (field: Field): z.ZodType => (field.required ? ofKind(field) : ofKind(field).nullable());

/** The schema of one field's value; empty text and missing values are `null` when the field is optional. Built once per field, never per row. */
export function schemaOf(field: Field): z.ZodType {
  const shape = shapeOf(field);
  return field.required ? shape : z.preprocess((value) => (value === "" || value === undefined ? null : value), shape);
}
