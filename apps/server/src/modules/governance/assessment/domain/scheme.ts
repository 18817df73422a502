/**
 * A scheme 考核方案 as data: dimensions 维度, indicators 指标 with weight, source and scoring function, extra points, deductions and vetoes, size
 * groups, grades. Written as a file, checked line by line (read-scheme.ts), put in force by four eyes.
 * Source: 国办发〔2013〕16号 for grades and fatal fires (rules.md topic 8); everything else is what an office decides.
 */
import { z } from "zod";
import { isCalendarDate } from "#platform/values.ts";
import { sampleKinds } from "./interval.ts";

const points = z.number().min(0).max(100);
const day = z.string().refine(isCalendarDate, "没有这个日子，日期写作 2025-01-01");
const name = z.string().trim().min(1).max(40);
const key = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9.-]{0,19}$/, "编号只用字母、数字、点和横线");

/** Where a figure comes from. The machine finds the first four itself; the last is written in with its document, and looks so. */
const source = z.union([
  /** `own`: what the area did itself, without what the areas below it did. */
  z.strictObject({
    measure: z.string().regex(/^[a-z-]+\.[a-z_0-9]+$/, "指标名应写作 hazard-loop.on_time_rate"),
    own: z.boolean().optional(),
  }),
  z.strictObject({ duty: z.strictObject({ pack: z.string().min(1).max(20), clause: z.string().max(30).optional() }) }),
  z.strictObject({ pledge: z.literal(true) }),
  z.strictObject({ site: z.literal(true) }),
  z.strictObject({ hand: z.string().min(1).max(60), share: z.boolean().optional() }),
]);
export type Source = z.output<typeof source>;

const better = z.enum(["higher", "lower"]);
const scoring = z.union([
  /** From `from` (no points) to `to` (all points), straight. */
  z.strictObject({ linear: z.strictObject({ from: z.number(), to: z.number() }) }),
  /** The points of the best step reached. */
  z.strictObject({
    step: z
      .array(z.strictObject({ at: z.number(), points }))
      .min(1)
      .max(20),
    better: better.default("higher"),
  }),
  /** By place within the size group: the first gets all points, the last `last`, straight between; equals share the better place. */
  z.strictObject({ rank: z.strictObject({ last: points.default(0) }), better: better.default("higher") }),
]);
export type Scoring = z.output<typeof scoring>;
/** Which way a figure speaks for who is assessed. */
export const betterOf = (score: Scoring): "higher" | "lower" =>
  "linear" in score ? (score.linear.to >= score.linear.from ? "higher" : "lower") : score.better;

/** Worked examples are run when the file is checked. */
const example = z.strictObject({ value: z.number(), points: z.number() });

const indicator = z.strictObject({
  id: key,
  name,
  dimension: name,
  weight: points.positive(),
  unit: z.string().max(12).default("%"),
  source,
  score: scoring,
  /** Who answers for it, in words. */
  lead: z.string().max(60).optional(),
  clause: z.string().max(60).optional(),
  sample: z.enum(sampleKinds).default("none"),
  /** Nothing to divide by: left out and spread over the rest, or a figure somebody owes (no points, shown so). */
  missing: z.enum(["spread", "owed"]).default("spread"),
  /** Rests on the monthly fire figures; with a month that should be there missing, the figure is owed, not zero. */
  reported: z.literal("fires").optional(),
  examples: z.array(example).max(10).default([]),
});
export type Indicator = z.output<typeof indicator>;

const confidences = ["seen-full", "seen-quote", "seen-secondary", "seen-local", "adopted", "memory", "memory-low", "unknown"] as const;
/** `adopted`: the office's own document says so. What nobody has confirmed prompts a person and never decides. */
export const decides = (confidence: (typeof confidences)[number]): boolean => confidence.startsWith("seen-") || confidence === "adopted";

const extra = {
  id: key,
  name,
  unit: z.string().max(12).default("次"),
  source: z.union([
    z.strictObject({ measure: z.string(), own: z.boolean().optional() }),
    z.strictObject({ hand: z.string().min(1).max(60) }),
  ]),
  basis: z.string().max(120),
  confidence: z.enum(confidences),
};
const bonus = z.strictObject({ ...extra, each: points, per: z.number().positive().default(1), most: points });
const deduction = z.strictObject({ ...extra, each: points, per: z.number().positive().default(1), most: points.optional() });
const veto = z.strictObject({
  ...extra,
  atLeast: z.number().positive().default(1),
  /** Points taken for each. */
  deduct: points.optional(),
  /** The best grade still possible. */
  cap: name.optional(),
  /** The grade it fixes. */
  grade: name.optional(),
});
export type Extra = z.output<typeof bonus> | z.output<typeof deduction>;
export type Veto = z.output<typeof veto>;

const group = z.strictObject({
  name,
  /** People from (inclusive) and below. */
  from: z.number().int().min(0).optional(),
  below: z.number().int().min(1).optional(),
  /** Division codes named one by one win over size. */
  areas: z.array(z.string().regex(/^\d{6,12}$/)).optional(),
});
export type Group = z.output<typeof group>;

export const schemeShape = z.strictObject({
  scheme: z.string().regex(/^[A-Z][A-Z0-9-]{1,19}$/, "方案代号用大写字母、数字和横线"),
  title: z.string().trim().min(4).max(60),
  number: z.string().max(60).optional(),
  issuer: z.string().min(2).max(40),
  area: z.string().regex(/^\d{6,12}$/, "辖区写行政区划代码"),
  of: z.enum(["county", "town"]),
  from: day,
  to: day.optional(),
  full: z.number().positive().max(1000).default(100),
  grades: z
    .array(z.strictObject({ name, from: z.number() }))
    .min(2)
    .max(8),
  gradesBasis: z.string().max(120),
  groups: z.array(group).min(1).max(8),
  dimensions: z
    .array(z.strictObject({ name, weight: points.positive() }))
    .min(1)
    .max(10),
  indicators: z.array(indicator).min(1).max(120),
  bonuses: z.array(bonus).max(20).default([]),
  deductions: z.array(deduction).max(20).default([]),
  vetoes: z.array(veto).max(10).default([]),
});
export type Scheme = z.output<typeof schemeShape>;

/** Which way the rows behind an indicator, or another rule of the scheme, speak for who is assessed. */
export const betterOfRule = (scheme: Scheme, id: string): "higher" | "lower" => {
  const indicator = scheme.indicators.find((each) => each.id === id);
  return indicator ? betterOf(indicator.score) : scheme.bonuses.some((each) => each.id === id) ? "higher" : "lower";
};

/** The grade of who failed, whatever the scheme calls it. */
export const lowestGrade = ({ grades }: Pick<Scheme, "grades">): string => grades.toSorted((a, b) => a.from - b.from)[0]?.name ?? "";
