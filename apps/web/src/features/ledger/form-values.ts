/** What a form sends: only what was touched, custom fields under `custom`, the point as the server takes it. Pure. */
import { holds } from "@suiren/condition";
import { type FieldSchema, fieldValue, type LedgerSchema, type Row } from "../../lib/schema.ts";

export type FormValues = Readonly<Record<string, unknown>>;

/** Fields a person may fill. */
export const fillable = (schema: LedgerSchema): readonly FieldSchema[] => schema.fields.filter((field) => !field.readOnly);

type Ask = { readonly valueAt: (key: string) => unknown; readonly now: number };

/** 何时出现: does the field stand on this row, as it is filled in now? What does not appear has no value for the conditions of others. */
export function appears(schema: LedgerSchema, field: FieldSchema, ask: Ask): boolean {
  if (!field.appears) return true;
  const today = new Date(ask.now + 8 * 3_600_000).toISOString().slice(0, 10);
  return holds(
    field.appears,
    (key) => {
      const other = schema.fields.find((each) => each.key === key);
      const isThere = !other?.appears || appears(schema, other, ask);
      return { value: isThere ? ask.valueAt(key) : null, instant: other?.kind === "instant" };
    },
    { today, now: new Date(ask.now) },
  );
}

/** `custom.key` goes under `custom`; everything else stays. */
export function bodyOf(touched: FormValues): Record<string, unknown> {
  const custom = Object.entries(touched).filter(([key]) => key.startsWith("custom."));
  const plain = Object.entries(touched).filter(([key]) => !key.startsWith("custom."));
  return {
    ...Object.fromEntries(plain),
    ...(custom.length > 0 ? { custom: Object.fromEntries(custom.map(([key, value]) => [key.slice("custom.".length), value])) } : {}),
  };
}

const isBlank = (value: unknown): boolean =>
  value === null || value === undefined || value === "" || (Array.isArray(value) && value.length === 0);

/** Required fields still empty; a masked personal value that is there counts as filled. */
export const missingFields = (schema: LedgerSchema, valueAt: (key: string) => unknown): readonly FieldSchema[] =>
  fillable(schema).filter((field) => field.required && isBlank(valueAt(field.key)));

/** Fields both sides changed to different things: shown when somebody saved first. */
export const differences = (
  schema: LedgerSchema,
  touched: FormValues,
  theirs: Row,
): readonly { readonly field: FieldSchema; readonly mine: unknown; readonly theirs: unknown }[] =>
  fillable(schema)
    .filter((field) => field.key in touched && JSON.stringify(touched[field.key]) !== JSON.stringify(fieldValue(theirs, field.key)))
    .map((field) => ({ field, mine: touched[field.key], theirs: fieldValue(theirs, field.key) }));

export const filledCount = (fields: readonly FieldSchema[], valueAt: (key: string) => unknown): number =>
  fields.filter((field) => !isBlank(valueAt(field.key))).length;

export type Brought = { readonly values: FormValues; readonly names: Readonly<Record<string, string>> };
const NOTHING: Brought = { values: {}, names: {} };
const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === "object" && value !== null;

/** What another page has brought along for a new row (`?given={…}`): values of fields the form asks, the area, and names of the rows referred to. */
export function broughtIn(search: string, schema: LedgerSchema): Brought {
  const text = new URLSearchParams(search).get("given");
  if (!text) return NOTHING;
  try {
    const given: unknown = JSON.parse(text);
    if (!isObject(given) || !isObject(given.values)) return NOTHING;
    const asked = new Set(["area", ...fillable(schema).map(({ key }) => key)]);
    const values = Object.fromEntries(Object.entries(given.values).filter(([key, value]) => asked.has(key) && !isBlank(value)));
    const names = isObject(given.names) ? Object.entries(given.names).filter(([key]) => key in values) : [];
    return { values, names: Object.fromEntries(names.map(([key, name]) => [key, String(name)])) };
  } catch {
    return NOTHING;
  }
}

/** The address of the form for a new row with these values in it. */
export const newHref = (path: string, brought: Brought): string =>
  `/${path}/new?${new URLSearchParams({ given: JSON.stringify(brought) }).toString()}`;
