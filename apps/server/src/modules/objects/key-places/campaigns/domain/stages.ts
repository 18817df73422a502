/** Stages of a campaign: where it stands today and whether each reached its goal. Pure. */
export type StageGoal = "checked" | "cleared";
export type Stage = {
  readonly name: string;
  readonly from: string;
  readonly to: string;
  readonly goal: string;
  /** The share this stage is measured by, and how much of it is wanted, in percent. */
  readonly of: StageGoal | null;
  readonly rate: number | null;
};
export type Tally = {
  readonly objects: number;
  readonly notApplicable: number;
  readonly surveyed: number;
  readonly cleared: number;
};
export type StageState = "ahead" | "now" | "reached" | "missed" | "over";

/** A percentage with one decimal; nothing to divide by is neither 0 nor 100. */
export const percent = (part: number, whole: number): number | null => (whole === 0 ? null : Math.floor((part / whole) * 1_000) / 10);

/** Objects that count: those the campaign applies to. */
export const applicable = ({ objects, notApplicable }: Tally): number => objects - notApplicable;
export const rateOf = (tally: Tally, of: StageGoal): number | null =>
  percent(of === "checked" ? tally.surveyed : tally.cleared, applicable(tally));

/** A stage is measured when it ends; before, it is the present one or lies ahead. Without a figure it is merely over. */
export function stageState(stage: Stage, tally: Tally, today: string): StageState {
  const reached = stage.of && stage.rate !== null && (rateOf(tally, stage.of) ?? 0) >= stage.rate;
  if (today < stage.from) return "ahead";
  if (reached) return "reached";
  if (today <= stage.to) return "now";
  return stage.of && stage.rate !== null ? "missed" : "over";
}

/** What is wrong with stages somebody laid down; undefined: nothing. */
export function stageProblem(stages: readonly Stage[], from: string, to: string): "none" | "order" | "outside" | undefined {
  if (stages.length === 0) return "none";
  if (stages.some((stage, i) => stage.to < stage.from || (i > 0 && stage.from <= (stages[i - 1]?.from ?? "")))) return "order";
  return stages.some((stage) => stage.from < from || stage.to > to) ? "outside" : undefined;
}
