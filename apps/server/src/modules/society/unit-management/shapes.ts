/** Answers of this module that a screen or a partner reads. */
import { z } from "zod";
import { cycles, evidences } from "./domain/duty-file.ts";
import { levels } from "./domain/file-score.ts";

const keys = <K extends string>(of: Readonly<Record<K, unknown>>) => Object.keys(of) as [K, ...K[]];
const nullableText = z.string().nullable();

export const duty = z
  .object({
    id: z.string(),
    key: z.string(),
    matter: z.string(),
    title: z.string(),
    every: z.enum(keys(cycles)),
    slotMinutes: z.number().int().nullable(),
    state: z.enum(["met", "due", "overdue", "resting"]),
    period: z.object({ from: z.string(), to: z.string() }),
    dueAt: nullableText,
    daysLeft: z.number().int().nullable(),
    minutesLeft: z.number().int().nullable(),
    missed: z.number().int(),
    by: z.object({ kind: z.enum(keys(evidences)), on: z.string(), at: nullableText, ledger: z.string(), id: z.uuid() }).nullable(),
    lastOn: nullableText,
    confirmed: z.boolean(),
    source: z.string(),
    confidence: z.string(),
    evidence: z.array(z.enum(keys(evidences))),
  })
  .meta({ id: "UnitDuty", description: "一项履职：周期、期限、由什么完成；confirmed 为假的只作提示" });

export const tallied = z.object({
  owed: z.number().int(),
  met: z.number().int(),
  overdue: z.number().int(),
  unconfirmed: z.number().int(),
});

const gap = z.object({
  item: z.string(),
  title: z.string(),
  required: z.number().int(),
  held: z.number().int(),
  counter: z.string(),
  source: z.string(),
  confirmed: z.boolean(),
});

export const unitDuties = z
  .object({
    unit: z.object({ id: z.uuid(), name: z.string(), kind: z.string(), area: z.number().int() }),
    duties: z.array(duty),
    tally: tallied,
    file: z.object({ score: z.number().int(), missing: z.array(z.string()), expired: z.array(z.string()) }),
    gaps: z.array(gap),
    training: z.object({ expected: z.number().int().nullable(), trained: z.number().int() }),
    hazards: z.number().int().describe("未销号隐患"),
    commitment: z.object({ id: z.uuid(), token: z.string(), publishedOn: z.string(), until: z.string() }).nullable(),
    helpers: z.array(z.object({ name: z.string(), phone: nullableText })).describe("辖区街道与消防机构"),
    check: z
      .object({ checklist: z.string(), items: z.number().int(), lastOn: nullableText, dueAt: nullableText, state: duty.shape.state })
      .nullable()
      .describe("当期自查"),
  })
  .meta({ id: "UnitDuties", description: "一家单位的履职情况" });

export const checkItem = z.object({
  id: z.string(),
  section: z.string(),
  text: z.string(),
  ground: nullableText,
  grade: z.enum(["minor", "general", "serious"]),
  photo: z.enum(["always", "onFail", "never"]),
  remedy: nullableText,
});
export const checkList = z
  .object({ id: z.string(), version: z.number().int(), title: z.string(), source: z.string(), items: z.array(checkItem) })
  .meta({ id: "SelfCheckList", description: "本单位的自查表" });

export const publicPage = z
  .object({
    unit: z.string(),
    kind: z.string(),
    address: z.string(),
    responsible: z.string(),
    responsiblePost: nullableText,
    manager: z.string(),
    managerPost: nullableText,
    phone: nullableText,
    words: z.string(),
    publishedOn: z.string(),
    until: z.string(),
    checkedOn: nullableText.describe("最近一次自查"),
    openHazards: z.number().int(),
    rectified: z.number().int().describe("一年内整改完毕"),
    level: z.enum(keys(levels)).nullable().describe("标准化等级"),
    services: z
      .array(z.object({ what: z.string(), cycle: z.enum(keys(cycles)), lastOn: nullableText, late: z.boolean() }))
      .describe("物业服务履行"),
    demo: z.boolean(),
  })
  .meta({ id: "UnitPublicPage", description: "单位消防安全公示页" });
