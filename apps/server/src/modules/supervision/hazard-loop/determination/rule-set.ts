/** 重大火灾隐患判定标准 as data: the shape of rules/major-hazards/*.yaml. A broken file stops the start with what is wrong in it. */
import { z } from "zod";

const confidence = z.enum(["seen-full", "seen-quote", "seen-secondary", "seen-local", "derived", "memory", "memory-low", "unknown"]);
export type Confidence = z.infer<typeof confidence>;

/** What was only remembered may prompt a person and never decides. */
export const mayDecide = (each: Confidence): boolean => each === "seen-full" || each === "seen-quote" || each === "seen-secondary";

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, "日期应写作 2017-12-29");
const ruleHead = { id: z.string(), title: z.string().min(1), confidence };
const stricter = z.strictObject({
  when: z.array(z.string()).optional(),
  whenAll: z.array(z.string()).optional(),
  limit: z.number().positive(),
});
const way = z.union([
  z.strictObject({ yes: z.string().min(1) }),
  z.strictObject({
    /** First figure by the second. */
    ratio: z.tuple([z.string(), z.string()]),
    comparator: z.enum(["<", ">", ">="]),
    limit: z.number().positive(),
    stricter: stricter.optional(),
  }),
]);
export type Way = z.infer<typeof way>;

const elementState = z.enum(["met", "notMet", "unknown", "unconfirmed", "notApplicable", "unanswered"]);
export type ElementState = z.infer<typeof elementState>;
const tags = z.record(z.string(), z.boolean().nullable());
const given = z.strictObject({
  yes: z.array(z.number().int()).optional(),
  no: z.array(z.number().int()).optional(),
  values: z.record(z.string(), z.number()).optional(),
  confirmed: z.boolean().optional(),
});
export type GivenExample = z.infer<typeof given>;

const element = z.strictObject({
  clause: z.string().regex(/^\d+(\.\d+){1,2}$/),
  title: z.string().min(1),
  confidence,
  places: z.array(z.string()).optional(),
  notPlaces: z.array(z.string()).optional(),
  /** The text can be read in two ways: a person confirms the reading before it counts. */
  askReading: z.string().optional(),
  any: z.array(way).min(1),
  examples: z.array(z.strictObject({ tags: tags.default({}), given, state: elementState })).min(1),
});
export type Element = z.infer<typeof element>;

const threshold = z.strictObject({
  ...ruleHead,
  clause: z.string(),
  when: z.array(z.string()).optional(),
  unless: z.array(z.string()).optional(),
  need: z.number().int().positive(),
  elements: z.union([z.array(z.string()), z.literal("all")]),
  unconfirmedElements: z.array(z.string()).default([]),
});
export type Threshold = z.infer<typeof threshold>;

const verdict = z.enum(["direct", "comprehensive", "notMajor", "prompt"]);
export type Verdict = z.infer<typeof verdict>;
const head = {
  ruleSet: z.literal("major-hazards"),
  edition: z.string(),
  title: z.string(),
  validFrom: day,
  validTo: day.optional(),
  validity: z.strictObject({ note: z.string(), confidence }),
};
const complete = z.strictObject({
  ...head,
  status: z.literal("complete"),
  tags: z.record(z.string(), z.string()),
  /** A tag that brings others: a shop is a place of assembly. */
  implies: z.record(z.string(), z.array(z.string())),
  inputs: z.record(z.string(), z.strictObject({ title: z.string(), unit: z.string() })),
  precondition: z.strictObject({ ...ruleHead, clause: z.string() }),
  exclusions: z.array(z.strictObject({ ...ruleHead, clause: z.string() })),
  direct: z.strictObject({ ...ruleHead, clause: z.string(), need: z.literal(1) }),
  groups: z.record(z.string(), z.string()),
  thresholds: z.array(threshold).min(1),
  procedure: z.array(z.strictObject({ ...ruleHead, clause: z.string() })),
  elements: z.array(element).min(1),
  verdicts: z.array(
    z.strictObject({
      title: z.string(),
      tags,
      correctable: z.boolean().nullable().default(false),
      exclusions: tags.default({}),
      elements: z.record(z.string(), given),
      verdict,
      leaning: z.enum(["major", "notMajor"]).optional(),
    }),
  ),
});
const awaiting = z.strictObject({ ...head, status: z.literal("awaiting_official_text"), known: z.array(z.strictObject(ruleHead)) });

export const ruleSet = z.discriminatedUnion("status", [complete, awaiting]);
export type RuleSet = z.output<typeof ruleSet>;
export type CompleteSet = z.output<typeof complete>;

/** What a schema cannot see: names that are introduced nowhere, a clause twice. */
export function problemsOf(set: RuleSet): readonly string[] {
  if (set.status !== "complete") return [];
  const clauses = set.elements.map((each) => each.clause);
  const twice = clauses.filter((clause, i) => clauses.indexOf(clause) !== i).map((clause) => `要素 ${clause} 重复`);
  const tagsNamed = [
    ...set.elements.flatMap((each) => [...(each.places ?? []), ...(each.notPlaces ?? [])]),
    ...set.thresholds.flatMap((each) => [...(each.when ?? []), ...(each.unless ?? [])]),
    ...Object.entries(set.implies).flatMap(([tag, others]) => [tag, ...others]),
  ];
  const unknownTags = tagsNamed.filter((tag) => !(tag in set.tags)).map((tag) => `场所类别 ${tag} 未说明`);
  const figures = set.elements.flatMap((each) => each.any.flatMap((one) => ("ratio" in one ? one.ratio : [])));
  const unknownFigures = figures.filter((key) => !(key in set.inputs)).map((key) => `数据 ${key} 未说明`);
  const counted = set.thresholds.flatMap((each) => [...(each.elements === "all" ? [] : each.elements), ...each.unconfirmedElements]);
  const unknownElements = counted.filter((clause) => !clauses.includes(clause)).map((clause) => `要素 ${clause} 不存在`);
  return [...twice, ...unknownTags, ...unknownFigures, ...unknownElements];
}

/** The set in force on a day; what was found is judged by the edition in force when it was found. */
export const setInForce = (sets: readonly RuleSet[], on: string): RuleSet | undefined =>
  sets.find(({ validFrom, validTo }) => validFrom <= on && (validTo === undefined || on <= validTo));
