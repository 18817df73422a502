/**
 * 首违不罚 and guidance-type checks: what may be left at advice the first time (rules/inspection/first-offence.yaml). It only ever prompts a
 * person; the list is the city's to confirm. 行政处罚法 第三十三条, QZ-5.1.4.
 */
import { sql } from "kysely";
import { z } from "zod";
import { addWorkingDays } from "#platform/case/calendar.ts";
import { countRows } from "#platform/ledger/read.ts";
import { readerOf } from "#platform/ledger/routes.ts";
import { ok, refuse } from "#platform/result.ts";
import { route } from "#platform/route.ts";
import { confidences, loadRules, readRules, sourceOf } from "../rule-files.ts";

const file = z.strictObject({
  title: z.string(),
  source: sourceOf,
  confidence: z.enum(confidences),
  confirmed: z.boolean(),
  recheckWorkingDays: z.number().int().min(1),
  items: z.array(
    z.strictObject({
      id: z.string(),
      text: z.string(),
      checkItems: z.array(z.string()).min(1),
      maxGrade: z.enum(["minor", "general"]),
      confidence: z.enum(confidences),
    }),
  ),
});
export type FirstOffence = z.infer<typeof file>;
export const readFirstOffence = (data: unknown) =>
  readRules(file, data, ({ items }) => {
    const named = items.flatMap(({ checkItems }) => checkItems);
    return [...new Set(named.filter((id, i) => named.indexOf(id) !== i))].map((id) => `检查项 ${id} 在两条里`);
  });
export const firstOffence: FirstOffence = loadRules("inspection/first-offence.yaml", readFirstOffence);

export type Finding = {
  readonly item: string;
  readonly grade: "minor" | "general" | "serious" | "major";
  readonly correctedInTime: boolean;
  readonly before: number;
};
export type Leniency = { readonly may: boolean; readonly rule: string | null; readonly why: string };

/** May this be left at advice? Never when grave, never a second time, never when it was not put right in time. Pure. */
export function mayExempt({ item, grade, correctedInTime, before }: Finding, rules: FirstOffence = firstOffence): Leniency {
  const rule = rules.items.find(({ checkItems }) => checkItems.includes(item));
  if (!rule) return { may: false, rule: null, why: "不在首违不罚清单内" };
  if (grade === "serious" || grade === "major" || (rule.maxGrade === "minor" && grade !== "minor"))
    return { may: false, rule: rule.id, why: "情节不轻微" };
  if (before > 0) return { may: false, rule: rule.id, why: `不是首次，此前 ${before} 次` };
  if (!correctedInTime) return { may: false, rule: rule.id, why: "未及时改正" };
  return { may: true, rule: rule.id, why: rule.text };
}

/** How often this unit had this item before is counted among the hazards the caller may see. */
export const askExempt = route({
  method: "GET",
  path: "/inspection/first-offence",
  summary: "首违不罚提示",
  description: "只作提示，由检查人员决定；清单由本市核定。给出指导式检查的复查日。",
  tag: "检查任务",
  permission: "inspection.check",
  input: z.object({
    unit: z.uuid(),
    item: z.string().max(60),
    grade: z.enum(["minor", "general", "serious", "major"]),
    correctedInTime: z.enum(["true", "false"]).transform((value) => value === "true"),
  }),
  output: z.object({
    may: z.boolean(),
    rule: z.string().nullable(),
    why: z.string(),
    confirmed: z.boolean(),
    recheckOn: z.string(),
    before: z.number().int(),
  }),
  composed: ["why"],
  async run(context, { unit, item, grade, correctedInTime }) {
    const { tx, today, services } = context;
    const { rows: seen } = await sql`select 1 from places.unit where id = ${unit} and deleted_at is null`.execute(tx);
    if (seen.length === 0) return refuse("not_found", "inspection.unknown_unit");
    const plain = item.split("#").at(-1) ?? item;
    const hazards = services.catalog.find("hazard-loop.hazard");
    const counted = hazards
      ? await countRows(hazards, { where: { unit, item: { like: `#${plain}` } } }, readerOf(context))
      : ok({ count: 0 });
    if (!counted.ok) return counted;
    const before = counted.value.count;
    const recheckOn = addWorkingDays(today, firstOffence.recheckWorkingDays);
    return ok({ ...mayExempt({ item: plain, grade, correctedInTime, before }), confirmed: firstOffence.confirmed, recheckOn, before });
  },
});
