/** A pack's worked examples run through the function that judges everywhere. */
import { addDays, type CalendarDate } from "#platform/values.ts";
import type { Duty } from "../packs/domain/pack.ts";
import type { Example } from "../packs/domain/schema.ts";
import { aimOf } from "./domain/duty.ts";
import { judge, type Known } from "./domain/judge.ts";
import { periodsOf } from "./domain/periods.ts";
import type { Status } from "./domain/standing.ts";
import { toWorkday } from "./working-days.ts";

/**
 * @param from the day the document takes effect
 * @returns how the duty would stand on the example's day: of the period that runs, or of the one that has just ended where the figure is the
 * day after its last. `not-due` before anything is owed.
 */
export function judgeExample(duty: Duty, example: Example, from: string): Status {
  const seen = { from: addDays(example.on, -800), to: addDays(example.on, 1) };
  const begun = periodsOf(duty.rhythm, { from: from as CalendarDate }, seen, toWorkday).filter((period) => period.from <= example.on);
  const period = begun.find((each) => addDays(each.dueOn, 1) === example.on && each.kind !== "keep") ?? begun.at(-1);
  if (!period) return "not-due";
  const suggested = duty.target?.kind === "configured" ? duty.target.suggested : undefined;
  const first = duty.target?.kind === "by" ? Object.values(duty.target.values)[0] : undefined;
  const aim =
    first !== undefined && period.target === undefined
      ? { value: first, confirmed: true }
      : aimOf(duty.target, wholeOf(duty), {
          attributes: {},
          configured: suggested,
          baseline: example.baseline ?? null,
          step: period.target,
        });
  return judge({
    period,
    today: example.on,
    is: duty.is,
    aim,
    value: figureOf(example),
    unit: duty.unit,
    warn: duty.warn,
    byHand: isByHand(duty),
  }).status;
}

/** Nothing entered is nothing done. */
export const isByHand = ({ binding }: Pick<Duty, "binding">): boolean => binding.kind === "document" || binding.kind === "awaits";
/** Without a target: every row and case, the one document; of a figure by hand, that there is one. */
export const wholeOf = ({ binding }: Pick<Duty, "binding">): number =>
  binding.kind === "document" ? 1 : binding.kind === "awaits" ? 0 : 100;

const figureOf = ({ value, done }: Example): Known => (done !== undefined ? (done ? 1 : "unknown") : (value ?? "unknown"));
