/** What the page of a document's progress reads. */
import { z } from "zod";
import { areaKey, calendarDate } from "#platform/values.ts";
import { groupingKinds } from "../packs/domain/schema.ts";

export const progressAsked = z.object({
  pack: z.string().max(40).optional().describe("政策包；缺省为最近施行的一份"),
  area: z.coerce.number().pipe(areaKey).optional(),
});

const progress = z
  .object({
    owed: z.number().int(),
    met: z.number().int(),
    overdue: z.number().int(),
    waived: z.number().int(),
    percent: z.number().int().nullable().describe("达标占应办（不含免除）的百分数；没有应办为 null"),
  })
  .meta({ id: "GroupProgress", description: "一组条款的落实进度" });
const tasks = z.object({ total: z.number().int(), done: z.number().int(), overdue: z.number().int() });
const indicator = z.object({
  clause: z.string(),
  text: z.string(),
  value: z.number().nullable(),
  unit: z.string(),
  decimals: z.number().int(),
  target: z.number().nullable(),
  is: z.string(),
  progress: progress.describe("应办的有几家达标；数值是本辖区合计"),
});
const groupShown = z
  .object({
    key: z.string(),
    name: z.string(),
    target: z.string().nullable(),
    progress,
    years: z.array(z.object({ year: z.number().int(), progress, tasks })),
    tasks,
    indicators: z.array(indicator),
    clauses: z.array(z.object({ id: z.string(), title: z.string(), progress, tasks })),
  })
  .meta({ id: "ProgressGroup" });
const groupingShown = z
  .object({
    key: z.string(),
    name: z.string(),
    kind: z.enum(groupingKinds),
    clause: z.string().nullable(),
    by: calendarDate.nullable(),
    days: z.number().int().nullable().describe("离期限还有几天；已过为负"),
    readiness: z.number().int().nullable().describe("就绪度，各项的平均；只有到期清单有"),
    groups: z.array(groupShown),
  })
  .meta({ id: "ProgressGrouping", description: "一种分组：主线、任务组、目标维度或到期清单" });
const stageShown = z.object({
  key: z.string(),
  name: z.string(),
  from: calendarDate,
  to: calendarDate,
  when: z.enum(["past", "now", "ahead"]),
  group: groupShown,
});
const keyTaskYear = z.object({
  year: z.number().int(),
  total: z.number().int(),
  done: z.number().int(),
  carriedIn: z.number().int(),
  carriedOut: z.number().int(),
  tasks: z.array(
    z.object({
      id: z.uuid(),
      title: z.string(),
      organ: z.string(),
      state: z.string(),
      stateLabel: z.string(),
      stage: z.string().nullable(),
      target: z.string().nullable(),
      since: z.number().int().describe("最早列入的年度"),
    }),
  ),
});

export const progressShown = z
  .object({
    packs: z.array(z.object({ id: z.string(), title: z.string(), from: calendarDate, to: calendarDate.nullable() })),
    pack: z
      .object({
        id: z.string(),
        title: z.string(),
        number: z.string().nullable(),
        issuer: z.string(),
        version: z.number().int(),
        from: calendarDate,
        to: calendarDate.nullable(),
        ended: z.boolean(),
      })
      .nullable(),
    area: z.object({ key: areaKey, name: z.string() }),
    years: z.array(z.number().int()),
    whole: progress,
    tasks,
    stages: z.array(stageShown),
    groupings: z.array(groupingShown),
    keyTasks: z.array(keyTaskYear),
    record: z
      .object({ id: z.uuid(), name: z.string(), chief: z.string().nullable(), lacking: z.string().nullable() })
      .nullable()
      .describe("据本文件建的行动"),
    may: z.object({ record: z.boolean(), carry: z.boolean() }),
  })
  .meta({ id: "PackProgress", description: "行动进展：按文件自己的分组、阶段和年度看" });
export type Shown = z.input<typeof progressShown>;
export type GroupShown = Shown["stages"][number]["group"];
