/**
 * Custom fields 自定字段: an office adds to a ledger what its own work needs. Proposed by the system administrator, in force when the security
 * administrator agrees, retired instead of deleted. Decisions only; custom-fields-store.ts keeps them, custom-fields-promote.ts gives one a column.
 */
import { type Condition, fieldsOf } from "@suiren/condition";
import { z } from "zod";
import { ok, type Result, refuse } from "../result.ts";
import type { Entry } from "./catalog.ts";
import { compileCondition, conditionSchema, type Moments } from "./condition.ts";
import { type Field, schemaOf } from "./fields.ts";

export const customKinds = ["text", "long", "integer", "decimal", "yes", "day", "choice", "many", "person"] as const;
export const FIELD_LIMIT = 30;
const CHOICE_LIMIT = 100;

export const customKey = z.string().regex(/^[a-z][a-z0-9_]{0,39}$/, "小写字母开头，只含小写字母、数字、下划线，最多 40 个");
/** Which clause the field serves 用在条款. The office's own reference: nothing here claims that the clause is thereby carried out. */
export const servedClause = z.strictObject({
  document: z.string().trim().min(1).max(60),
  number: z.string().trim().min(1).max(40),
  words: z.string().trim().max(80).optional(),
});

export const customDefinition = z.strictObject({
  label: z.string().trim().min(1).max(30),
  labelEn: z.string().trim().min(1).max(60).optional(),
  kind: z.enum(customKinds),
  unit: z.string().trim().max(10).optional(),
  min: z.number().optional(),
  max: z.number().optional(),
  required: z.boolean().optional(),
  help: z.string().trim().max(200).optional(),
  group: z.string().trim().max(20).optional(),
  choices: z.record(z.string().regex(/^[A-Za-z][A-Za-z0-9_]{0,39}$/), z.string().trim().min(1).max(40)).optional(),
  /** 何时出现: only on rows of which this holds; a field that does not appear is not demanded. */
  appears: conditionSchema.optional(),
  clause: servedClause.optional(),
});
export type CustomDefinition = z.infer<typeof customDefinition>;

export const fillValue = z.union([z.string().max(4_000), z.number(), z.boolean(), z.array(z.string()).max(100)]);
export type FillValue = z.infer<typeof fillValue>;
/** Filling existing rows with one value, in batches by a job. */
export type Filling = {
  readonly value: FillValue;
  readonly state: "running" | "done" | "failed";
  readonly done: number;
  readonly total: number;
  readonly by: string;
};

export type FieldState = "proposed" | "active" | "retired" | "refused";
/** What waits for the security administrator. */
export type Proposal =
  /** `fill`: what the rows already there get 旧数据; without it they stay empty and are listed as 待补. */
  | { readonly what: "create"; readonly promote: boolean; readonly fill?: FillValue }
  | { readonly what: "change"; readonly definition: CustomDefinition; readonly fill?: FillValue }
  | { readonly what: "retire" | "restore" | "promote" };
export type FieldRecord = {
  readonly ledger: string;
  readonly key: string;
  readonly area: number;
  readonly definition: CustomDefinition;
  readonly state: FieldState;
  readonly promoted: boolean;
  readonly promotion: "none" | "copying" | "done" | "failed";
  readonly proposal: Proposal | null;
  readonly proposedBy: string | null;
  readonly proposedAt: string | null;
  readonly decidedAt: string | null;
  readonly decidedWhy: string | null;
  /** Place in the form; equal places in the order they were added. */
  readonly position: number;
  readonly filling: Filling | null;
};

/** May this field be added to the ledger as it stands? */
export function checkNew(
  entry: Pick<Entry, "ledger">,
  there: readonly FieldRecord[],
  key: string,
  definition: CustomDefinition,
): Result<null> {
  if (entry.ledger.readOnlyView) return refuse("conflict", "fields.read_only_ledger");
  if (there.some((field) => field.key === key)) return refuse("conflict", "fields.key_taken", { key });
  if (there.filter((field) => field.state !== "refused" && field.state !== "retired").length >= FIELD_LIMIT)
    return refuse("conflict", "fields.too_many", { limit: FIELD_LIMIT });
  return checkDefinition(entry, there, key, definition);
}

/** A label means one thing in a ledger; a choice needs something to choose; bounds must leave room. */
function checkDefinition(
  { ledger }: Pick<Entry, "ledger">,
  there: readonly FieldRecord[],
  key: string,
  definition: CustomDefinition,
): Result<null> {
  const { label, kind, choices, min, max } = definition;
  const labels = [
    ...Object.values(ledger.fields).map((field) => field.label),
    ...there
      .filter((field) => field.key !== key && field.state !== "refused" && field.state !== "retired")
      .map((field) => field.definition.label),
  ];
  if (labels.includes(label)) return refuse("conflict", "fields.label_taken", { label });
  const count = Object.keys(choices ?? {}).length;
  const isChoice = kind === "choice" || kind === "many";
  if (isChoice ? count === 0 || count > CHOICE_LIMIT : count > 0) return refuse("invalid", "fields.bad_choices", { limit: CHOICE_LIMIT });
  if (new Set(Object.values(choices ?? {})).size !== count) return refuse("invalid", "fields.choices_alike");
  if (min !== undefined && max !== undefined && min > max) return refuse("invalid", "fields.bad_bounds");
  // A case is opened by devices and events, which nobody can ask.
  if (ledger.isCase && definition.required) return refuse("invalid", "fields.case_not_required");
  return ok(null);
}

const ORDERED = ["integer", "decimal", "day", "instant"];

/**
 * 何时出现: names fields a person fills in and may see, compares what has an order, and leads back to no field by a circle.
 * No `any`: the condition becomes one branch of the view 待补.
 */
export function checkAppears(
  { ledger, columns }: Pick<Entry, "ledger" | "columns">,
  there: readonly FieldRecord[],
  key: string,
  appears: Condition | undefined,
  moments: Moments,
): Result<null> {
  if (!appears) return ok(null);
  const compiled = compileCondition(appears, columns, moments);
  if (!compiled.ok) return compiled;
  for (const [field, test] of Object.entries(appears)) {
    const kind = columns.column(field)?.field.kind ?? "";
    const isAsked = field.startsWith("custom.") || (field in ledger.fields && !ledger.fields[field]?.readOnly);
    const isOrdered = typeof test === "object" && test !== null && ["from", "to", "before", "after"].some((word) => word in test);
    if (!isAsked || (isOrdered && !ORDERED.includes(kind))) return refuse("invalid", "ledger.bad_condition", { field });
  }
  const needs = (own: string): readonly string[] => {
    const condition = own === key ? appears : there.find((field) => field.key === own)?.definition.appears;
    return condition ? fieldsOf(condition).flatMap((field) => (field.startsWith("custom.") ? [field.slice(7)] : [])) : [];
  };
  const reached = new Set<string>();
  const queue = [...needs(key)];
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    if (next === key) return refuse("invalid", "fields.appears_in_circle");
    if (reached.has(next)) continue;
    reached.add(next);
    queue.push(...needs(next));
  }
  return ok(null);
}

/** A field others wait for cannot be taken away under them. */
export function checkUnused(there: readonly FieldRecord[], key: string): Result<null> {
  const user = there.find(
    (field) => field.state === "active" && field.definition.appears && fieldsOf(field.definition.appears).includes(`custom.${key}`),
  );
  return user ? refuse("conflict", "fields.used_in_condition", { label: user.definition.label }) : ok(null);
}

/** The value for old rows must be one the field takes; a person is nobody's default. */
export function checkFill(definition: CustomDefinition, fill: FillValue | undefined): Result<null> {
  if (fill === undefined) return ok(null);
  const isGood = definition.kind !== "person" && schemaOf(fieldOf({ ...definition, required: true })).safeParse(fill).success;
  return isGood ? ok(null) : refuse("invalid", "fields.bad_fill");
}

/** A change keeps the kind and every choice there was: what is stored must stay readable. */
export function checkChange(
  entry: Pick<Entry, "ledger">,
  there: readonly FieldRecord[],
  field: FieldRecord,
  definition: CustomDefinition,
): Result<null> {
  if (field.state !== "active") return refuse("conflict", "fields.not_active");
  if (definition.kind !== field.definition.kind) return refuse("conflict", "fields.kind_fixed");
  const lost = Object.keys(field.definition.choices ?? {}).find((choice) => !(choice in (definition.choices ?? {})));
  if (lost) return refuse("conflict", "fields.choice_removed", { label: field.definition.choices?.[lost] });
  return checkDefinition(entry, there, field.key, definition);
}

/** May this be asked of the field now? One proposal at a time. */
export function checkProposal(field: FieldRecord, what: Proposal["what"]): Result<null> {
  if (field.proposal) return refuse("conflict", "fields.already_proposed");
  if (what === "restore") return field.state === "retired" ? ok(null) : refuse("conflict", "fields.not_retired");
  if (field.state !== "active") return refuse("conflict", "fields.not_active");
  if (what === "promote" && (field.promoted || field.promotion === "copying")) return refuse("conflict", "fields.already_promoted");
  if (what === "promote" && field.definition.kind === "long") return refuse("conflict", "fields.cannot_promote");
  return ok(null);
}

export type Decided = Pick<FieldRecord, "state" | "definition" | "promotion"> & { readonly fill?: FillValue };

/** What the field becomes when the proposal is agreed to, or not. Who proposed does not decide. */
export function decideProposal(field: FieldRecord, granted: boolean, by: string): Result<Decided> {
  const { proposal, state, definition, promotion } = field;
  if (!proposal) return refuse("conflict", "fields.nothing_proposed");
  if (field.proposedBy === by) return refuse("forbidden", "fields.own_proposal");
  if (!granted) return ok({ state: proposal.what === "create" ? "refused" : state, definition, promotion });
  switch (proposal.what) {
    case "create":
      return ok({ state: "active", definition, promotion: proposal.promote ? "copying" : promotion, ...fillOf(proposal) });
    case "change":
      return ok({ state, definition: proposal.definition, promotion, ...fillOf(proposal) });
    case "retire":
      return ok({ state: "retired", definition, promotion });
    case "restore":
      return ok({ state: "active", definition, promotion });
    case "promote":
      return ok({ state, definition, promotion: "copying" });
  }
}

const fillOf = ({ fill }: { readonly fill?: FillValue }) => (fill === undefined ? {} : { fill });

/** The definition as the machinery's kinds of field know it. */
export const fieldOf = (definition: CustomDefinition): Field => definition as Field;
