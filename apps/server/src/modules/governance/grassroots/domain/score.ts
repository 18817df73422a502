/** A grid member's month in points: from what he did, fair by the size of his area. Worked examples stand with the rule and are run by its test. */
/** What somebody did in a month, and the area he did it in. */
export type MemberMonth = {
  readonly objects: number;
  readonly planned: number;
  readonly patrols: number;
  readonly confirmed: number;
  readonly untrue: number;
  readonly tasksDue: number;
  readonly tasksInTime: number;
  /** Of the twelve months up to the end of this one: training is not asked for anew each month. */
  readonly trainedHours: number;
};
export type AppraisalRule = {
  readonly weights: { readonly patrols: number; readonly hazards: number; readonly tasks: number; readonly training: number };
  readonly trainingHoursAYear: number;
  readonly patrolsPerHundredObjects: number;
  readonly mostPatrolsExpected: number;
  readonly findsPerHundredObjects: number;
  readonly grades: { readonly excellent: number; readonly good: number; readonly pass: number };
};
export type Part = {
  readonly key: "patrols" | "hazards" | "tasks" | "training";
  readonly done: number;
  readonly of: number;
  readonly weight: number;
};
export type Score = {
  /** 0–100 with one decimal; null: nothing could be asked of him this month. */
  readonly score: number | null;
  readonly grade: "excellent" | "good" | "pass" | "fail" | "none";
  readonly expectedPatrols: number;
  readonly parts: readonly Part[];
};

/** Whichever asks more: the plan he was given or what the objects of his area need; bounded by what a person can walk. */
export const expectedPatrols = ({ objects, planned }: Pick<MemberMonth, "objects" | "planned">, rule: AppraisalRule): number =>
  Math.min(rule.mostPatrolsExpected, Math.max(planned, Math.ceil((objects * rule.patrolsPerHundredObjects) / 100)));

export function scoreMonth(month: MemberMonth, rule: AppraisalRule): Score {
  const patrols = expectedPatrols(month, rule);
  const finds = (month.objects * rule.findsPerHundredObjects) / 100;
  const parts: readonly Part[] = [
    { key: "patrols", done: month.patrols, of: patrols, weight: rule.weights.patrols },
    { key: "hazards", done: Math.max(0, month.confirmed - month.untrue / 2), of: finds, weight: rule.weights.hazards },
    { key: "tasks", done: month.tasksInTime, of: month.tasksDue, weight: rule.weights.tasks },
  ];
  const work = parts.filter(({ of }) => of > 0);
  const training: Part = { key: "training", done: month.trainedHours, of: rule.trainingHoursAYear, weight: rule.weights.training };
  // Who had nothing to do this month is not appraised for his training alone.
  const asked = work.length > 0 && training.of > 0 ? [...work, training] : work;
  const weight = asked.reduce((sum, part) => sum + part.weight, 0);
  if (weight === 0) return { score: null, grade: "none", expectedPatrols: patrols, parts: asked };
  const points = asked.reduce((sum, { done, of, weight: each }) => sum + Math.min(1, done / of) * each, 0);
  const score = Math.round((points / weight) * 1_000) / 10;
  return { score, grade: gradeOf(score, rule), expectedPatrols: patrols, parts: asked };
}

function gradeOf(score: number, { grades }: AppraisalRule): Score["grade"] {
  if (score >= grades.excellent) return "excellent";
  if (score >= grades.good) return "good";
  return score >= grades.pass ? "pass" : "fail";
}
