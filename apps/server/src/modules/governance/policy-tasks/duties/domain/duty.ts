/** A duty as judging sees it: what a pack says of it (packs/domain/pack.ts), with the words that decide when and how much. */
import type { CalendarDate } from "#platform/values.ts";

export type Period = "month" | "quarter" | "half-year" | "year";
export type Comparison = "atLeast" | "atMost" | "below" | "above" | "equal";
export type Rhythm =
  | {
      readonly kind: "every";
      readonly every: Period;
      readonly within?: { readonly from: string; readonly to: string } | undefined;
      readonly on?: "workdays" | "days" | undefined;
    }
  | { readonly kind: "by"; readonly by: CalendarDate; readonly thenKeep: boolean }
  | { readonly kind: "steps"; readonly steps: readonly { readonly by: CalendarDate; readonly target: number }[] }
  | { readonly kind: "keep" };
export type Target =
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "baseline" }
  | { readonly kind: "configured"; readonly suggested?: number | undefined }
  | {
      readonly kind: "by";
      readonly attribute: string;
      readonly values: Readonly<Record<string, number>>;
      readonly otherwise?: number | undefined;
    };
export type Warn = { readonly gap?: number | undefined; readonly days?: number | undefined };
export type After = { readonly days: number; readonly do: "urge" | "report" | "interview" };

export type Aim = {
  readonly value: number | null /** An office has not confirmed it: it prompts and never turns red (ADR 0019). */;
  readonly confirmed: boolean;
};

export type AimGround = {
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly configured?: number | undefined;
  readonly baseline?: number | null | undefined;
  readonly step?: number | undefined;
};

/** What is aimed at in one area and period. Without a target, whole: every row, every case, the one document. */
export function aimOf(target: Target | undefined, whole: number, ground: AimGround): Aim {
  if (ground.step !== undefined) return { value: ground.step, confirmed: true };
  if (!target) return { value: whole, confirmed: true };
  switch (target.kind) {
    case "number":
      return { value: target.value, confirmed: true };
    case "baseline":
      return { value: ground.baseline ?? null, confirmed: true };
    case "configured":
      return ground.configured === undefined
        ? { value: target.suggested ?? null, confirmed: false }
        : { value: ground.configured, confirmed: true };
    case "by": {
      const of = ground.attributes[target.attribute];
      const value = typeof of === "string" || typeof of === "number" ? target.values[String(of)] : undefined;
      return { value: value ?? target.otherwise ?? null, confirmed: true };
    }
  }
}
