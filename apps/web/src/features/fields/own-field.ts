/** A field 自定字段 an administrator adds for his own area: proposed by one, in force when another agrees, retired instead of deleted. */
import type { Condition } from "../../lib/condition.ts";
import { isEmpty } from "../../lib/condition.ts";
import type { FieldKind, FieldSchema } from "../../lib/schema.ts";

export type Definition = Omit<FieldSchema, "key">;
export type Proposal = {
  readonly what: "create" | "change" | "retire" | "restore" | "promote";
  readonly definition?: Definition;
  readonly promote?: boolean;
  readonly fill?: unknown;
};
export type Clause = { readonly document: string; readonly number: string; readonly words?: string };
/** Filling the rows that were there before, as the job reports it. */
export type Filling = {
  readonly value: unknown;
  readonly state: "running" | "done" | "failed";
  readonly done: number;
  readonly total: number;
};
export type OwnField = {
  readonly ledger: string;
  readonly key: string;
  readonly area: number;
  readonly definition: Definition;
  readonly state: "proposed" | "active" | "retired" | "refused";
  readonly promoted: boolean;
  readonly proposal: Proposal | null;
  readonly decidedWhy: string | null;
  readonly filling: Filling | null;
};
export type OwnFields = {
  readonly fields: readonly OwnField[];
  readonly limit: number;
  readonly can: readonly ("manage" | "approve")[];
  /** Clauses other fields of this installation serve: offered, never invented. */
  readonly clauses: readonly Clause[];
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
  readonly appears: Condition;
  readonly promote: boolean;
  /** 旧数据: left empty and listed as 待补, or filled with one value. */
  readonly old: "leave" | "fill";
  readonly fill: unknown;
  readonly clauseDocument: string;
  readonly clauseNumber: string;
  readonly clauseWords: string;
};

/** Kinds an administrator may add; the rest need a declaration. */
export const ownKinds = [
  "text",
  "long",
  "integer",
  "decimal",
  "yes",
  "day",
  "choice",
  "many",
  "person",
] as const satisfies readonly FieldKind[];

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
  appears: {},
  promote: false,
  old: "leave",
  fill: null,
  clauseDocument: "",
  clauseNumber: "",
  clauseWords: "",
};

/** What the editor starts from: the field as proposed, or as it stands. */
export function draftOf({ key, definition, proposal, promoted }: OwnField): Draft {
  const proposed = proposal?.definition ?? definition;
  const { label, kind, required = false, unit = "", min, max, choices = {}, group = "", help = "", appears = {}, clause } = proposed;
  const text = (value: number | undefined): string => (value === undefined ? "" : String(value));
  const lines = Object.entries(choices).map(([choice, name]) => `${choice} ${name}`);
  return {
    ...{ label, key, kind, required, unit, min: text(min), max: text(max), choices: lines.join("\n"), group, help, appears },
    promote: promoted || proposal?.promote === true || proposal?.what === "promote",
    old: proposal?.fill === undefined ? "leave" : "fill",
    fill: proposal?.fill ?? null,
    clauseDocument: clause?.document ?? "",
    clauseNumber: clause?.number ?? "",
    clauseWords: clause?.words ?? "",
  };
}

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
export function definitionOf(draft: Draft): Definition {
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
    ...(isEmpty(draft.appears) ? {} : { appears: draft.appears }),
    ...clauseOf(draft),
  };
}

function clauseOf({ clauseDocument, clauseNumber, clauseWords }: Draft): { readonly clause?: Clause } {
  const [document, number, words] = [clauseDocument.trim(), clauseNumber.trim(), clauseWords.trim()];
  return document && number ? { clause: { document, number, ...(words ? { words } : {}) } } : {};
}

/** What existing rows get, as the server takes it. */
export const fillOf = ({ old, fill }: Draft): { readonly fill?: unknown } => (old === "fill" ? { fill } : {});
const isBlank = (value: unknown): boolean => value === null || value === undefined || value === "";

/** What is still missing or wrong, by field of the form. Pure. */
export function problemsOf(
  draft: Draft,
): Readonly<Partial<Record<keyof Draft, "label" | "key" | "range" | "choices" | "fill" | "clause">>> {
  const min = numberOf(draft.min);
  const max = numberOf(draft.max);
  return {
    ...(draft.label.trim() ? {} : { label: "label" as const }),
    ...(/^[a-z][a-z0-9_]{0,39}$/.test(draft.key) ? {} : { key: "key" as const }),
    ...(min !== undefined && max !== undefined && min > max ? { max: "range" as const } : {}),
    ...(hasChoices(draft.kind) && Object.keys(choicesOf(draft.choices)).length < 2 ? { choices: "choices" as const } : {}),
    ...(draft.old === "fill" && isBlank(draft.fill) ? { fill: "fill" as const } : {}),
    ...(Boolean(draft.clauseDocument.trim()) === Boolean(draft.clauseNumber.trim())
      ? {}
      : { [draft.clauseNumber.trim() ? "clauseDocument" : "clauseNumber"]: "clause" as const }),
  };
}

/** All keys with one field moved past its neighbour of the same group; `null` where there is none. Pure. */
export function orderAfter(fields: readonly OwnField[], field: OwnField, by: number): readonly string[] | null {
  const group = (each: OwnField): string => each.definition.group ?? "";
  const neighbours = fields.filter((each) => each.state === "active" && group(each) === group(field));
  const other = neighbours[neighbours.findIndex((each) => each.key === field.key) + by];
  if (!other) return null;
  const swap: Readonly<Record<string, string>> = { [field.key]: other.key, [other.key]: field.key };
  return fields.map(({ key }) => swap[key] ?? key);
}
