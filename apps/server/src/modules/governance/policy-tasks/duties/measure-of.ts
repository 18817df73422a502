/** The measure a duty is judged by: the one it names, or one made for the ledger or case it names. */
import type { AnyCase } from "#platform/case/define.ts";
import type { Condition } from "#platform/ledger/condition.ts";
import { defineMeasure, type Measure } from "#platform/measure/define.ts";
import type { Registry } from "#platform/module.ts";
import type { Duty } from "../packs/domain/pack.ts";

export const measureName = (pack: string, duty: Pick<Duty, "id">): string => `duty.${pack}.${duty.id.replaceAll("/", ".")}`;

/** @returns the name of the measure, and its definition where it was made for this duty; undefined for what a person enters */
export function measureOf(
  pack: string,
  duty: Duty,
  { cases }: Pick<Registry, "cases">,
): { readonly name: string; readonly made?: Measure } | undefined {
  const { binding } = duty;
  const name = measureName(pack, duty);
  switch (binding.kind) {
    case "measure":
      return { name: binding.measure };
    case "ledger":
      return { name, made: made(name, duty, { of: binding.of, where: binding.where }, binding.all as Condition) };
    case "case": {
      const declared = cases.get(binding.of);
      if (!declared) return undefined;
      const { on, where, good } = inTime(declared);
      return { name, made: made(name, duty, { of: binding.of, where: { ...(binding.where as Condition), ...where }, on }, good) };
    }
    default:
      return undefined;
  }
}

type Of = { readonly of: string; readonly where?: Readonly<Record<string, unknown>> | undefined; readonly on?: string };

const made = (name: string, duty: Duty, { of, where, on }: Of, good: Condition): Measure =>
  defineMeasure(name, {
    label: duty.text,
    unit: "%",
    better: "higher",
    hidden: true,
    by: { share: { of: { name: of }, ...(where ? { where: where as Condition } : {}), ...(on ? { on } : {}) }, where: good },
  });

/**
 * The day a case's deadline stands in, also after its end: the field its states are due by. The machinery's own deadline is gone once a case
 * ends; without a field of its own a case counts by the day it was opened, and what has ended is taken for in time.
 */
export function deadlineOf({ states, fields }: Pick<AnyCase, "states" | "fields">): string | undefined {
  const uses = new Map<string, number>();
  for (const { due } of Object.values(states)) if (due && "field" in due) uses.set(due.field, (uses.get(due.field) ?? 0) + 1);
  const named = [...uses].sort(([, a], [, b]) => b - a).map(([field]) => field);
  return named.find((field) => fields[field]?.kind === "day");
}

function inTime(declared: AnyCase): { readonly on: string; readonly where: Condition; readonly good: Condition } {
  const day = deadlineOf(declared);
  if (day)
    return {
      on: day,
      where: { [day]: { set: true } },
      good: { any: [{ closedAt: { to: { field: day } } }, { open: true, [day]: { from: "today" } }] },
    };
  return { on: "openedAt", where: {}, good: { any: [{ open: false }, { dueAt: { from: "now" } }, { dueAt: { set: false } }] } };
}

/** A measure and those its figure is made of. */
export function restsOn(name: string, measures: ReadonlyMap<string, Measure>, seen: ReadonlySet<string> = new Set()): readonly string[] {
  const by = measures.get(name)?.by;
  const parts = !by || seen.has(name) ? [] : "ratio" in by ? by.ratio : "change" in by ? [by.change] : [];
  return [...new Set([name, ...parts.flatMap((part) => restsOn(part, measures, new Set([...seen, name])))])];
}
