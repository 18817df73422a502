/** Templates of campaigns, one a file (rules/campaigns/*.yaml): what the field goes through, by which list, in which stages. JX-1.3.2 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import { type CampaignField, campaignFields, type ObjectSource, objectSources } from "./domain/kinds.ts";

const FOLDER = join(import.meta.dirname, "../../../../../../../rules/campaigns");
const confidence = z.enum(["seen-full", "seen-quote", "seen-secondary", "seen-local", "derived", "memory", "memory-low", "unknown"]);
const test = z.union([z.string(), z.number(), z.boolean(), z.array(z.union([z.string(), z.number()])), z.record(z.string(), z.unknown())]);

export const campaignTemplate = z
  .strictObject({
    id: z.string().regex(/^[a-z][a-z0-9-]*$/),
    title: z.string().min(2),
    field: z.enum(Object.keys(campaignFields) as [CampaignField, ...CampaignField[]]),
    source: z.strictObject({ instrument: z.string().min(1), clause: z.string().min(1), validFrom: z.string().nullable() }),
    confidence,
    lead: z.string().describe("牵头部门，供选单位时参考"),
    objects: z.strictObject({
      ledger: z.enum(Object.keys(objectSources) as [ObjectSource, ...ObjectSource[]]),
      where: z.record(z.string(), test),
    }),
    checklist: z.string().nullable(),
    measure: z.string().nullable(),
    days: z.number().int().min(7).max(1_100),
    stages: z
      .array(
        z.strictObject({
          name: z.string().min(1),
          share: z.number().positive(),
          goal: z.string(),
          of: z.enum(["checked", "cleared"]).nullable(),
          rate: z.number().min(0).max(100).nullable(),
        }),
      )
      .min(1)
      .max(8),
    targets: z.strictObject({ checked: z.number().min(0).max(100), cleared: z.number().min(0).max(100) }),
    note: z.string().optional(),
  })
  .meta({ id: "CampaignTemplate", description: "专项整治模板" });
export type CampaignTemplate = z.output<typeof campaignTemplate>;

/** @throws one Chinese sentence that names the file and what is wrong in it */
export function readTemplate(file: string, data: unknown): CampaignTemplate {
  const read = campaignTemplate.safeParse(data, { error: z.locales.zhCN().localeError });
  if (!read.success)
    throw new Error(
      `规则文件 rules/campaigns/${file} 有误：${read.error.issues.map(({ path, message }) => `${path.join(".")}：${message}`).join("；")}`,
    );
  return read.data;
}

export const templates: readonly CampaignTemplate[] = readdirSync(FOLDER)
  .filter((file) => file.endsWith(".yaml"))
  .sort()
  .map((file) => readTemplate(file, parse(readFileSync(join(FOLDER, file), "utf8"))));
export const templateOf = (id: string): CampaignTemplate | undefined => templates.find((each) => each.id === id);
