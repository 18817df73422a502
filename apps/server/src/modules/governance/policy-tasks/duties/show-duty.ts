/** A duty and its binding in the shapes of the routes. */
import type { z } from "zod";
import { pathOf } from "#platform/ledger/names.ts";
import { sourceOf } from "#platform/measure/compile.ts";
import type { Services } from "#platform/services.ts";
import type { Duty, Rhythm } from "../packs/domain/pack.ts";
import type { LaidContent } from "./laid.ts";
import type { clauseShown } from "./shapes.ts";

type Shown = z.input<typeof clauseShown>["duties"][number];

export function targetOf(duty: Pick<Duty, "target" | "is" | "unit" | "binding">): NonNullable<Shown["target"]> {
  const unit =
    duty.unit ?? (duty.binding.kind === "measure" ? "" : duty.binding.kind === "ledger" || duty.binding.kind === "case" ? "%" : "");
  const { target, is } = duty;
  if (!target) return { is, value: duty.binding.kind === "ledger" || duty.binding.kind === "case" ? 100 : null, kind: "number", unit };
  const value = target.kind === "number" ? target.value : target.kind === "configured" ? (target.suggested ?? null) : null;
  return { is, value, kind: target.kind, unit };
}

export function bindingOf(
  { duty, measure }: Pick<LaidContent, "measure"> & { readonly duty: Duty },
  services: Pick<Services, "registry" | "catalog">,
): Shown["binding"] {
  const { binding } = duty;
  const of = { path: null, capability: null };
  switch (binding.kind) {
    case "measure": {
      const known = services.registry.measures.get(binding.measure);
      const ledger = known && ("balance" in known.by ? known.by.balance.of.name : sourceOf(known)?.of.name);
      return {
        ...of,
        kind: "measure",
        name: binding.measure,
        label: known?.label ?? binding.measure,
        path: ledger ? pathOf(ledger) : null,
      };
    }
    case "ledger":
    case "case": {
      const entry = services.catalog.find(binding.of);
      return {
        ...of,
        kind: binding.kind,
        name: measure ?? binding.of,
        label: entry?.ledger.label ?? binding.of,
        path: entry ? pathOf(binding.of) : null,
      };
    }
    case "document":
      return { ...of, kind: "document", name: binding.document, label: binding.document };
    case "awaits":
      return { ...of, kind: "awaits", name: binding.figure ?? "", label: binding.figure ?? "", capability: binding.capability };
  }
}

export function rhythmShown(rhythm: Rhythm): Shown["rhythm"] {
  const none = { every: null, within: null, by: null, thenKeep: false, steps: [], workdays: false };
  switch (rhythm.kind) {
    case "every":
      return {
        ...none,
        kind: "every",
        every: rhythm.every,
        within: rhythm.within ? `${rhythm.within.from}..${rhythm.within.to}` : null,
        workdays: rhythm.on === "workdays",
      };
    case "by":
      return { ...none, kind: "by", by: rhythm.by, thenKeep: rhythm.thenKeep };
    case "steps":
      return { ...none, kind: "steps", steps: [...rhythm.steps] };
    case "keep":
      return { ...none, kind: "keep" };
  }
}
