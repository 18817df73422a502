/** What the routes of campaigns answer. */
import { z } from "zod";
import { calendarDate } from "#platform/values.ts";
import { campaignFields, objectSources } from "./domain/kinds.ts";

const whole = z.number().int();
const keys = <T extends object>(table: T) => z.enum(Object.keys(table) as [keyof T & string, ...(keyof T & string)[]]);
export const sourceKey = keys(objectSources);
export const fieldKey = keys(campaignFields);

export const stageInput = z.object({
  name: z.string().trim().min(1).max(40),
  from: calendarDate,
  to: calendarDate,
  goal: z.string().max(200).default(""),
  of: z.enum(["checked", "cleared"]).nullable().default(null),
  rate: z.number().min(0).max(100).nullable().default(null),
});

export const tally = z
  .object({
    objects: whole.describe("对象"),
    notApplicable: whole.describe("不适用"),
    surveyed: whole.describe("已排查"),
    found: whole.describe("有未销号隐患的对象"),
    problems: whole.describe("发现隐患"),
    rectified: whole.describe("已销号隐患"),
    cleared: whole.describe("查过且没有未销号隐患的对象"),
    demolished: whole.describe("拆除"),
    relocated: whole.describe("搬迁"),
  })
  .meta({ id: "CampaignTally", description: "专项整治计数" });

export const progressLine = tally
  .extend({ key: z.string(), label: z.string() })
  .meta({ id: "CampaignProgressLine", description: "一个辖区、行业或部门的进度" });

export const stage = z
  .object({
    name: z.string(),
    from: calendarDate,
    to: calendarDate,
    goal: z.string(),
    of: z.enum(["checked", "cleared"]).nullable(),
    rate: z.number().nullable(),
    state: z.enum(["ahead", "now", "reached", "missed", "over"]),
  })
  .meta({ id: "CampaignStage" });

export const campaignHead = z
  .object({
    id: z.uuid(),
    name: z.string(),
    field: fieldKey,
    fieldLabel: z.string(),
    area: whole,
    areaName: z.string().nullable(),
    leadName: z.string().nullable(),
    state: z.enum(["planned", "running", "finished", "cancelled"]),
    startsOn: calendarDate,
    endsOn: calendarDate,
    tally,
  })
  .meta({ id: "CampaignHead", description: "一项专项整治" });

export const campaignDetail = campaignHead
  .extend({
    ground: z.string(),
    source: sourceKey,
    sourceLabel: z.string(),
    checklist: z.string().nullable(),
    checklistTitle: z.string().nullable().describe("检查任务用的检查表；空：按单位类别取"),
    finding: z.string().nullable(),
    checkedTarget: z.number().nullable(),
    clearedTarget: z.number().nullable(),
    stages: z.array(stage),
    seenArea: whole.describe("本人看得到的那部分辖区"),
    seenAreaName: z.string().nullable(),
    effect: z
      .object({ measure: z.string(), label: z.string(), unit: z.string(), before: z.number().nullable(), now: z.number().nullable() })
      .nullable(),
    can: z.array(z.enum(["run", "check"])),
  })
  .meta({ id: "CampaignDetail", description: "一项专项整治的全貌" });
