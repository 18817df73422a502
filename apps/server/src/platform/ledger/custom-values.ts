/**
 * Which custom fields of a row appear 何时出现, and which of those lack what they demand: asked of a row when it is created, changed or imported,
 * with the same condition the form asks. Pure.
 */
import { type Condition, fieldsOf, holds } from "@suiren/condition";
import type { Columns, Moments } from "./condition.ts";
import type { Problem } from "./define.ts";
import type { Field } from "./fields.ts";

/** A custom field in force: a field like any other, that may appear on some rows only and names the clause it serves. */
export type CustomField = {
  readonly ledger: string;
  readonly key: string;
  readonly area: number;
  readonly definition: Field & {
    readonly appears?: Condition | undefined;
    readonly clause?: { readonly document: string; readonly number: string; readonly words?: string | undefined } | undefined;
  };
  readonly promoted: boolean;
};
type Own = { readonly custom: readonly CustomField[]; readonly columns: Columns };
type Values = Readonly<Record<string, unknown>>;

const customOf = (row: Values): Values => (typeof row.custom === "object" && row.custom !== null ? (row.custom as Values) : {});
const isBlank = (value: unknown): boolean =>
  value === undefined || value === null || value === "" || (Array.isArray(value) && value.length === 0);

/** Does the field appear on this row? What does not appear has no value for the conditions of others. */
function appears({ custom, columns }: Own, key: string, row: Values, moments: Moments): boolean {
  const condition = custom.find((field) => field.key === key)?.definition.appears;
  if (!condition) return true;
  return holds(
    condition,
    (field) => {
      const own = field.startsWith("custom.") ? field.slice(7) : undefined;
      const value = own === undefined ? row[field] : appears({ custom, columns }, own, row, moments) ? customOf(row)[own] : null;
      return { value, instant: columns.column(field)?.field.kind === "instant" };
    },
    moments,
  );
}

export type Asked = {
  /** Own fields given now; a value where the field does not appear is a contradiction in what was given. */
  readonly given: Values;
  /** Are required fields demanded? Not of a unit's own people, who cannot fill them in, nor by screens that cannot ask. */
  readonly demand: boolean;
};

/** What is wrong with the row as it would stand. */
export function customProblems(entry: Own, row: Values, { given, demand }: Asked, moments: Moments): readonly Problem[] {
  const values = customOf(row);
  return entry.custom.flatMap(({ key, definition }): readonly Problem[] => {
    const field = `custom.${key}`;
    if (!definition.appears && !definition.required) return [];
    if (!appears(entry, key, row, moments))
      return isBlank(given[key])
        ? []
        : [{ field, code: "fields.does_not_appear", params: { fields: labelsOf(entry, definition.appears) } }];
    return demand && definition.required && isBlank(values[key]) ? [{ field, code: "ledger.required" }] : [];
  });
}

const labelsOf = ({ columns }: Own, condition: Condition | undefined): string =>
  fieldsOf(condition ?? {})
    .map((key) => columns.column(key)?.field.label ?? key)
    .join("、");

/** 待补: rows on which a required field appears and stands empty. One branch a field. */
export const lackingView = (custom: readonly CustomField[]): readonly Condition[] =>
  custom.flatMap(({ key, definition }) => (definition.required ? [{ ...definition.appears, [`custom.${key}`]: { set: false } }] : []));
