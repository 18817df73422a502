/** A field 自定字段 an administrator adds for his own area, as the server keeps it. */
import type { FieldKind, FieldSchema } from "../../lib/schema.ts";

export type OwnField = {
  readonly id: string;
  readonly key: string;
  readonly label: string;
  readonly kind: FieldKind;
  readonly required: boolean;
  readonly unit?: string | null;
  readonly min?: number | null;
  readonly max?: number | null;
  readonly choices?: Readonly<Record<string, string>> | null;
  readonly group?: string | null;
  readonly help?: string | null;
  readonly state: "active" | "stopped";
  readonly areaName?: string;
};
export type Draft = {
  readonly label: string;
  readonly key: string;
  readonly kind: FieldKind;
  readonly required: boolean;
  readonly unit: string;
  readonly min: string;
  readonly max: string;
  /** One a line: 代号 名称. */
  readonly choices: string;
  readonly group: string;
  readonly help: string;
};

/** Kinds an administrator may add; the rest need a declaration. */
export const ownKinds = ["text", "integer", "decimal", "yes", "day", "choice", "many"] as const satisfies readonly FieldKind[];

export const emptyDraft: Draft = {
  label: "",
  key: "",
  kind: "text",
  required: false,
  unit: "",
  min: "",
  max: "",
  choices: "",
  group: "",
  help: "",
};

export const draftOf = (field: OwnField): Draft => ({
  label: field.label,
  key: field.key,
  kind: field.kind,
  required: field.required,
  unit: field.unit ?? "",
  min: field.min === null || field.min === undefined ? "" : String(field.min),
  max: field.max === null || field.max === undefined ? "" : String(field.max),
  choices: Object.entries(field.choices ?? {})
    .map(([key, label]) => `${key} ${label}`)
    .join("\n"),
  group: field.group ?? "",
  help: field.help ?? "",
});

/** `night 夜间营业` a line → { night: "夜间营业" }; a line of one word is its own key. Pure. */
export function choicesOf(text: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    text
      .split("\n")
      .map((line) => line.trim())
      .filter(Boolean)
      .map((line) => {
        const [key = "", ...words] = line.split(/\s+/);
        return [key, words.join(" ") || key];
      }),
  );
}

export const hasUnit = (kind: FieldKind): boolean => kind === "integer" || kind === "decimal";
export const hasChoices = (kind: FieldKind): boolean => kind === "choice" || kind === "many";

const numberOf = (text: string): number | undefined => (text.trim() === "" || Number.isNaN(Number(text)) ? undefined : Number(text));

/** The field as the server takes it; what does not belong to its kind is left out. Pure. */
export function definitionOf(draft: Draft): Omit<FieldSchema, "key"> {
  const min = numberOf(draft.min);
  const max = numberOf(draft.max);
  return {
    label: draft.label.trim(),
    kind: draft.kind,
    required: draft.required,
    ...(hasUnit(draft.kind) && draft.unit.trim() ? { unit: draft.unit.trim() } : {}),
    ...(hasUnit(draft.kind) && min !== undefined ? { min } : {}),
    ...(hasUnit(draft.kind) && max !== undefined ? { max } : {}),
    ...(hasChoices(draft.kind) ? { choices: choicesOf(draft.choices) } : {}),
    ...(draft.group.trim() ? { group: draft.group.trim() } : {}),
    ...(draft.help.trim() ? { help: draft.help.trim() } : {}),
  };
}

/** What is still missing or wrong, by field of the form. Pure. */
export function problemsOf(draft: Draft): Readonly<Partial<Record<keyof Draft, "label" | "key" | "range" | "choices">>> {
  const min = numberOf(draft.min);
  const max = numberOf(draft.max);
  return {
    ...(draft.label.trim() ? {} : { label: "label" as const }),
    ...(/^[a-z][a-zA-Z0-9]{1,39}$/.test(draft.key) ? {} : { key: "key" as const }),
    ...(min !== undefined && max !== undefined && min > max ? { max: "range" as const } : {}),
    ...(hasChoices(draft.kind) && Object.keys(choicesOf(draft.choices)).length < 2 ? { choices: "choices" as const } : {}),
  };
}
