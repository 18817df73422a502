/**
 * Custom fields 自定字段: an office adds to a ledger what its own work needs. Proposed by the system administrator, in force when the security
 * administrator agrees, retired instead of deleted. Decisions only; custom-fields-store.ts keeps them, custom-fields-promote.ts gives one a column.
 */
import { z } from "zod";
import { ok, type Result, refuse } from "../result.ts";
import type { Entry } from "./catalog.ts";
import type { Field } from "./fields.ts";

export const customKinds = ["text", "long", "integer", "decimal", "yes", "day", "choice", "many", "person"] as const;
export const FIELD_LIMIT = 30;
const CHOICE_LIMIT = 100;

export const customKey = z.string().regex(/^[a-z][a-z0-9_]{0,39}$/, "小写字母开头，只含小写字母、数字、下划线，最多 40 个");
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
});
export type CustomDefinition = z.infer<typeof customDefinition>;

export type FieldState = "proposed" | "active" | "retired" | "refused";
/** What waits for the security administrator. */
export type Proposal =
  | { readonly what: "create"; readonly promote: boolean }
  | { readonly what: "change"; readonly definition: CustomDefinition }
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
  return ok(null);
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

export type Decided = Pick<FieldRecord, "state" | "definition" | "promotion">;

/** What the field becomes when the proposal is agreed to, or not. Who proposed does not decide. */
export function decideProposal(field: FieldRecord, granted: boolean, by: string): Result<Decided> {
  const { proposal, state, definition, promotion } = field;
  if (!proposal) return refuse("conflict", "fields.nothing_proposed");
  if (field.proposedBy === by) return refuse("forbidden", "fields.own_proposal");
  if (!granted) return ok({ state: proposal.what === "create" ? "refused" : state, definition, promotion });
  switch (proposal.what) {
    case "create":
      return ok({ state: "active", definition, promotion: proposal.promote ? "copying" : promotion });
    case "change":
      return ok({ state, definition: proposal.definition, promotion });
    case "retire":
      return ok({ state: "retired", definition, promotion });
    case "restore":
      return ok({ state: "active", definition, promotion });
    case "promote":
      return ok({ state, definition, promotion: "copying" });
  }
}

/** The definition as the machinery's kinds of field know it. */
export const fieldOf = (definition: CustomDefinition): Field => definition as Field;
