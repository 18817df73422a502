/** rules/grassroots-standards.yaml: norms and ways of working a district starts with, how a risk is graded, when a village is active. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { forces, sections } from "../domain/norm.ts";
import { riskFactors } from "../domain/risk.ts";
import { spans, workflowKinds } from "../domain/workflow.ts";

const keys = <T extends Readonly<Record<string, string>>>(choices: T) => z.enum(Object.keys(choices) as [keyof T & string]);
const head = {
  source: z.strictObject({ instrument: z.string(), clause: z.string(), validFrom: z.string().nullable() }),
  confidence: z.enum(["stated", "derived", "local"]),
};
const item = z.strictObject({
  section: keys(sections),
  what: z.string().min(2),
  field: z.string().optional(),
  of: z.string().optional(),
  least: z.number().int().min(0).optional(),
});
const norm = z.strictObject({
  force: keys(forces),
  name: z.string(),
  duties: z.string(),
  funding: z.string(),
  items: z.array(item).min(1),
});
const workflow = z.strictObject({
  kind: keys(workflowKinds),
  name: z.string(),
  every: keys(spans),
  least: z.number().int().optional(),
  share: z.number().optional(),
  withinDays: z.number().int().optional(),
  steps: z.array(z.strictObject({ step: z.string(), who: z.string(), days: z.number().int() })),
});
const points = z.number().int().min(0).max(100);
const file = z.strictObject({
  norms: z.strictObject({ ...head, list: z.array(norm).min(1) }),
  workflows: z.strictObject({ ...head, list: z.array(workflow).min(1) }),
  riskCheck: z.strictObject({
    ...head,
    points: z.strictObject(
      Object.fromEntries(Object.keys(riskFactors).map((key) => [key, points])) as Record<keyof typeof riskFactors, typeof points>,
    ),
    grades: z.strictObject({ red: points, orange: points, yellow: points }),
    duplicateMetres: z.number().int().min(0),
    duplicateDays: z.number().int().min(0),
    examples: z.array(z.strictObject({ say: z.string(), given: z.array(keys(riskFactors)), score: points, grade: z.string() })),
  }),
  villageActive: z.strictObject({ ...head, days: z.number().int().min(1) }),
});

const FILE = "rules/grassroots-standards.yaml";
function read(): z.output<typeof file> {
  const parsed = file.safeParse(parse(readFileSync(join(import.meta.dirname, "../../../../../../..", FILE), "utf8")), {
    error: z.locales.zhCN().localeError,
  });
  if (parsed.success) return parsed.data;
  throw new Error(`规则文件 ${FILE} 有误：${parsed.error.issues.map(({ path, message }) => `${path.join(".")}：${message}`).join("；")}`);
}

const inForce = read();
export const shippedNorms = inForce.norms.list;
export const shippedWorkflows = inForce.workflows.list;
export const riskRule = inForce.riskCheck;
export const villageActiveDays = inForce.villageActive.days;
