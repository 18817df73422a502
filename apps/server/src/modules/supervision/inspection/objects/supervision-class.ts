/**
 * Supervision class 监管类别: risk × credit gives the weight in a draw, the interval between checks and their depth (rules/inspection/
 * supervision-class.yaml). Pure. QZ-5.1.3, TY-1.15.
 */
import { z } from "zod";
import { type UnitKind, unitKinds } from "#modules/ground/places/index.ts";
import { confidences, isConfirmed, loadRules, readRules, sourceOf } from "../rule-files.ts";

export const risks = { red: "重大（红）", orange: "较大（橙）", yellow: "一般（黄）", blue: "低（蓝）" } as const;
export const credits = { a: "守信（A）", b: "一般（B）", c: "失信（C）", d: "严重失信（D）", unknown: "未评" } as const;
export type Risk = keyof typeof risks;
export type Credit = keyof typeof credits;

const kind = z.enum(Object.keys(unitKinds) as [UnitKind, ...UnitKind[]]);
const when = z.strictObject({
  highRisk: z.boolean().optional(),
  grade: z.enum(["key", "general"]).optional(),
  crowded: z.boolean().optional(),
  kind: z.array(kind).optional(),
});
const risk = z.strictObject({
  title: z.string(),
  weight: z.number().int().min(1),
  everyMonths: z.number().int().min(1),
  depth: z.enum(["spot", "full"]),
});
const credit = z.strictObject({ title: z.string(), weight: z.number().int().min(1), interval: z.number().int().min(1) });
const file = z.strictObject({
  title: z.string(),
  source: sourceOf,
  confidence: z.enum(confidences),
  confirmed: z.boolean(),
  risk: z.strictObject({ red: risk, orange: risk, yellow: risk, blue: risk }),
  credit: z.strictObject({ a: credit, b: credit, c: credit, d: credit, unknown: credit }),
  initial: z.array(z.strictObject({ when, risk: z.enum(["red", "orange", "yellow", "blue"]), why: z.string() })).min(1),
  duties: z.array(
    z.strictObject({
      id: z.string(),
      title: z.string(),
      when,
      everyMonths: z.number().int().min(1),
      organKind: z.string(),
      ground: z.string(),
      confidence: z.enum(confidences),
      inForce: z.boolean().default(true),
    }),
  ),
  crowded: z.array(kind),
});
export type ClassRules = z.infer<typeof file>;
export type UnitFacts = { readonly kind: string; readonly grade: string | null; readonly highRisk: boolean | null };

export const readClassRules = (data: unknown) =>
  readRules(file, data, ({ initial }) =>
    Object.keys(initial.at(-1)?.when ?? { none: 1 }).length === 0 ? [] : ["initial 最后一条须无条件"],
  );
export const classRules: ClassRules = loadRules("inspection/supervision-class.yaml", readClassRules);

const holds = (rule: z.infer<typeof when>, facts: UnitFacts, rules: ClassRules): boolean =>
  (rule.highRisk === undefined || rule.highRisk === (facts.highRisk === true)) &&
  (rule.grade === undefined || rule.grade === facts.grade) &&
  (rule.crowded === undefined || rule.crowded === rules.crowded.some((each) => each === facts.kind)) &&
  (rule.kind === undefined || rule.kind.some((each) => each === facts.kind));

/** The risk to begin with, and why: a default until an assessment or a person says otherwise. */
export function initialRisk(facts: UnitFacts, rules: ClassRules = classRules): { readonly risk: Risk; readonly why: string } {
  const found = rules.initial.find((each) => holds(each.when, facts, rules));
  return { risk: found?.risk ?? "blue", why: found?.why ?? "一般单位" };
}

export type SupervisionClass = {
  readonly weight: number;
  readonly everyMonths: number;
  readonly depth: "spot" | "full";
  /** What the law demands whatever the class says, when it is what decides the interval. */
  readonly duty: string | null;
};

/** Whole numbers throughout, rounded to the nearest; never less than one. */
export function classOf(
  given: { readonly risk: Risk; readonly credit: Credit },
  facts: UnitFacts,
  rules: ClassRules = classRules,
): SupervisionClass {
  const [byRisk, byCredit] = [rules.risk[given.risk], rules.credit[given.credit]];
  const everyMonths = Math.max(1, Math.round((byRisk.everyMonths * byCredit.interval) / 100));
  const duties = rules.duties.filter((duty) => duty.inForce && isConfirmed(duty.confidence) && holds(duty.when, facts, rules));
  const strictest = duties.reduce<(typeof duties)[number] | undefined>((a, b) => (a && a.everyMonths <= b.everyMonths ? a : b), undefined);
  const bound = strictest !== undefined && strictest.everyMonths < everyMonths;
  return {
    weight: Math.max(1, Math.round((byRisk.weight * byCredit.weight) / 100)),
    everyMonths: bound ? strictest.everyMonths : everyMonths,
    depth: byRisk.depth,
    duty: bound ? `${strictest.id} ${strictest.title}` : null,
  };
}

/** When the next check is due: so many months after the last; never checked, as many after the register took the unit up. */
export function nextDue(lastOn: string | null, since: string, everyMonths: number): string {
  const [year = 0, month = 1, day = 1] = (lastOn ?? since).split("-").map(Number);
  const first = new Date(Date.UTC(year, month - 1 + everyMonths, 1));
  const lastDay = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(day, lastDay));
  return first.toISOString().slice(0, 10);
}
