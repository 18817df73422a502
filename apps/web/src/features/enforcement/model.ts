/** Documents as the screens hold them. Pure. */
import type { Row } from "../../lib/schema.ts";

export type KindField = {
  readonly key: string;
  readonly label: string;
  readonly kind: "text" | "long" | "day" | "rows";
  readonly required: boolean;
  readonly columns: readonly { readonly key: string; readonly label: string }[];
};
export type Kind = {
  readonly key: string;
  readonly title: string;
  readonly levels: number;
  readonly ground: string;
  readonly confirmed: boolean;
  readonly serve: string | null;
  readonly fields: readonly KindField[];
};
export type Values = Readonly<Record<string, unknown>>;

const isBlank = (value: unknown): boolean =>
  value === undefined || value === null || value === "" || (Array.isArray(value) && value.length === 0);

/** Labels of what must still be there before it can be issued. */
export const lackingOf = (kind: Pick<Kind, "fields">, values: Values): readonly string[] =>
  kind.fields.filter((field) => field.required && isBlank(values[field.key])).map((field) => field.label);

export const blankRow = (field: Pick<KindField, "columns">): Readonly<Record<string, string>> =>
  Object.fromEntries(field.columns.filter(({ key }) => key !== "no").map(({ key }) => [key, ""]));

type Kept = { readonly field?: unknown; readonly value?: unknown };

/** The values a stored document keeps, lists read from their JSON; what cannot be read stays empty. */
export function valuesOfRow(kind: Pick<Kind, "fields">, row: Row): Values {
  const content: readonly Kept[] = Array.isArray(row.content) ? row.content : [];
  return Object.fromEntries(
    content.flatMap(({ field, value }) => {
      const declared = kind.fields.find((each) => each.key === field);
      if (!declared || typeof value !== "string") return [];
      return [[declared.key, declared.kind === "rows" ? listOf(value) : value]];
    }),
  );
}

function listOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return [];
  }
}

export type Range = { readonly min: number | null; readonly max: number | null };
/** 以下 includes the number. */
export const isInside = ({ min, max }: Range, yuan: number): boolean => min !== null && max !== null && yuan >= min && yuan <= max;
