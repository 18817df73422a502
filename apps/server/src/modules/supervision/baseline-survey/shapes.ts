/** What a screen or a partner reads of surveys. */
import { z } from "zod";
import { type ProblemType, problemTypes } from "./domain/problem-types.ts";

const whole = z.number().int();
export const typeKey = z.enum(Object.keys(problemTypes) as [ProblemType, ...ProblemType[]]);

export const surveyHead = z
  .object({
    id: z.uuid(),
    name: z.string(),
    area: whole,
    areaName: z.string().nullable(),
    leadName: z.string().nullable(),
    state: z.enum(["running", "settled", "cancelled"]),
    startsOn: z.string(),
    endsOn: z.string(),
    register: whole.nullable().describe("台账单位；排查中为此刻，已定底数为当日"),
    surveyed: whole.nullable(),
    items: whole.nullable().describe("底数；排查中为空"),
    settledOn: z.string().nullable(),
  })
  .meta({ id: "SurveyHead", description: "一次调研摸底" });

export const coverageLine = z
  .object({
    key: z.string(),
    label: z.string(),
    register: whole.describe("台账单位"),
    surveyed: whole.describe("期间有人去查过的"),
    troubled: whole.describe("其中查出隐患的"),
    problems: whole.describe("隐患"),
  })
  .meta({ id: "SurveyCoverageLine", description: "一个辖区、行业或主管部门的排查覆盖" });

export const inventoryLine = z
  .object({
    area: whole,
    name: z.string(),
    total: whole,
    types: z.partialRecord(typeKey, whole).describe("问题类型 → 处"),
  })
  .meta({ id: "SurveyInventoryLine", description: "一个下级辖区的隐患底数，按类型" });

export const steps = {
  none: "未进一步",
  listed: "已督办",
  enforced: "已执法",
  exposed: "已曝光",
  open: "未销号",
  closed: "已销号",
} as const;
export const stepKey = z.enum(Object.keys(steps) as [keyof typeof steps, ...(keyof typeof steps)[]]);

export const chainTotals = z
  .object({ items: whole, none: whole, listed: whole, enforced: whole, exposed: whole, open: whole, closed: whole })
  .meta({ id: "SurveyChainTotals", description: "底数走到哪一步：一处可同时在几步" });

const act = z.object({ name: z.string().describe("台账"), id: z.uuid(), label: z.string(), on: z.string().nullable() });
export const chainItem = z
  .object({
    hazard: z.uuid(),
    number: z.string(),
    what: z.string(),
    type: typeKey,
    grade: z.string().nullable(),
    areaName: z.string().nullable(),
    unit: z.uuid().nullable(),
    unitName: z.string().nullable(),
    foundOn: z.string(),
    wasOpen: z.string(),
    state: z.string().nullable().describe("现在的状态"),
    closedOn: z.string().nullable(),
    listing: act.nullable(),
    acts: z.array(act).describe("执法：文书、处罚、查封、停业、断供，新的在前"),
    exposure: act.nullable(),
  })
  .meta({ id: "SurveyChainItem", description: "一处底数：摸底、督办、执法、曝光、销号" });
export type ChainItem = z.output<typeof chainItem>;
