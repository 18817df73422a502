/** From the text to what the program reads: defaults filled in, selectors spelled out. Only for a text without errors. */
import type { Binding, Clause, Duty, Pack, Rhythm, Target } from "./pack.ts";
import type { ClauseText, Comparison, DutyText, PackText, SelectorText } from "./schema.ts";
import { selectorOf } from "./selectors.ts";

export type BetterOf = (measure: string) => "higher" | "lower" | undefined;

export function compilePack({ superior, stages, parts, clauses, ...head }: PackText, betterOf: BetterOf): Pack {
  return {
    ...head,
    superior: superior ?? [],
    stages: stages ?? [],
    parts: parts ?? [],
    clauses: clauses.map((clause) => compileClause(clause, betterOf)),
  };
}

function compileClause({ lead, support, duties, note: _, ...clause }: ClauseText, betterOf: BetterOf): Clause {
  const leading = lead.map(selectorOf);
  return {
    ...clause,
    lead: leading,
    support: (support ?? []).map(selectorOf),
    duties: (duties ?? []).flatMap(
      (duty) => compileDuty(duty, { id: clause.id, title: clause.title, lead: leading.slice(0, 1) }, betterOf) ?? [],
    ),
  };
}

/** @returns undefined for a duty without a binding or rhythm, which the checks have named */
export function compileDuty(
  duty: DutyText,
  clause: { readonly id: string; readonly title: string; readonly lead: Duty["who"] },
  betterOf: BetterOf,
): Duty | undefined {
  const binding = bindingOf(duty);
  const rhythm = rhythmOf(duty);
  if (!binding || !rhythm) return undefined;
  const better = binding.kind === "measure" ? betterOf(binding.measure) : undefined;
  return {
    id: `${clause.id}/${duty.key}`,
    key: duty.key,
    text: duty.text ?? clause.title,
    who: duty.who === undefined ? clause.lead : asList(duty.who).map(selectorOf),
    counts: duty.counts,
    binding,
    rhythm,
    is: duty.is ?? comparisonBy(better),
    target: targetOf(duty.target),
    unit: duty.unit ?? (binding.kind === "awaits" ? binding.unit : undefined),
    warn: duty.warn,
    after: duty.after ?? [],
    weight: duty.weight,
    basis: duty.basis,
    examples: duty.examples ?? [],
  };
}

const asList = (who: SelectorText | SelectorText[]): readonly SelectorText[] => (Array.isArray(who) ? who : [who]);
const comparisonBy = (better: "higher" | "lower" | undefined): Comparison => (better === "lower" ? "atMost" : "atLeast");

function bindingOf(duty: DutyText): Binding | undefined {
  if (duty.measure !== undefined) return { kind: "measure", measure: duty.measure };
  if (duty.ledger) return { kind: "ledger", ...duty.ledger };
  if (duty.case !== undefined) return { kind: "case", of: duty.case, where: duty.where };
  if (duty.document !== undefined) return { kind: "document", document: duty.document };
  return duty.awaits && { kind: "awaits", ...duty.awaits };
}

function rhythmOf({ every, within, on, by, then: afterwards, steps, keep }: DutyText): Rhythm | undefined {
  if (every) {
    const [from = "", to = ""] = within?.split("..") ?? [];
    return { kind: "every", every, within: within ? { from, to } : undefined, on };
  }
  if (by) return { kind: "by", by, thenKeep: afterwards === "keep" };
  if (steps) return { kind: "steps", steps };
  return keep && { kind: "keep" };
}

function targetOf(target: DutyText["target"]): Target | undefined {
  if (target === undefined) return undefined;
  if (target === "baseline") return { kind: "baseline" };
  if (typeof target === "number") return { kind: "number", value: target };
  if ("by" in target) return { kind: "by", attribute: target.by, values: target.values, otherwise: target.otherwise };
  return { kind: "configured", suggested: target.suggested };
}
