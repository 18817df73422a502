/** What the routes of packs answer. Words of a pack stay as its authors wrote them. */
import { z } from "zod";
import { areaKey, calendarDate, instant } from "#platform/values.ts";
import { versionStates } from "./store.ts";

export const versionHead = z
  .object({
    id: z.uuid(),
    area: areaKey,
    areaName: z.string(),
    pack: z.string(),
    number: z.number().int(),
    title: z.string(),
    state: z.enum(versionStates).describe("草稿、待批准、已批准、施行、已被替换、已废止"),
    errors: z.number().int(),
    fromOn: calendarDate.nullable(),
    toOn: calendarDate.nullable(),
    note: z.string(),
    revision: z.number().int(),
    writtenByName: z.string(),
    writtenAt: instant,
    checkedByName: z.string().nullable(),
    checkedAt: instant.nullable(),
    approvedByName: z.string().nullable(),
    approvedAt: instant.nullable(),
    document: z.uuid().nullable(),
    documentName: z.string().nullable(),
    clauses: z.number().int(),
    demo: z.boolean(),
  })
  .meta({ id: "PolicyVersion", description: "政策包的一版" });

export const problem = z
  .object({
    line: z.number().int(),
    column: z.number().int(),
    severity: z.enum(["error", "warning"]),
    code: z.string(),
    message: z.string(),
  })
  .meta({ id: "PolicyProblem", description: "一处错误或提醒，含改法" });

export const owed = z
  .object({
    clause: z.string(),
    line: z.number().int().nullable(),
    duty: z.string(),
    text: z.string(),
    binding: z.enum(["measure", "ledger", "case", "document", "awaits"]),
    from: z.string().describe("指标、台账、办件或材料在政策包里的名字"),
    label: z.string().describe("它的名称"),
    due: calendarDate.nullable().describe("所看日子起下次应尽的日子；一直保持或期限已过为 null"),
    rhythm: z.enum(["every", "by", "steps", "keep"]),
    organs: z.number().int(),
    names: z.array(z.string()).describe("前几个机构"),
  })
  .meta({ id: "PolicyOwed", description: "一项会产生的应尽事项" });

export const trial = z
  .object({
    problems: z.array(problem),
    errors: z.number().int(),
    on: calendarDate,
    city: z.string(),
    sum: z
      .object({
        clauses: z.number().int(),
        duties: z.number().int(),
        waiting: z.number().int().describe("暂无事项的条款"),
        byLevel: z.record(z.string(), z.number().int()),
        byBinding: z.record(z.string(), z.number().int()),
        organs: z.number().int(),
      })
      .nullable(),
    owed: z.array(owed),
    lines: z.record(z.string(), z.number().int()).describe("条款 → 所在行"),
  })
  .meta({ id: "PolicyTrial", description: "检查的结果：错误，以及在该地会产生什么" });

const change = z.object({
  field: z.string().describe("栏，如 duties.a.target"),
  label: z.string().describe("栏的名称"),
  before: z.string(),
  after: z.string(),
});
export const diff = z
  .object({
    against: z.object({ id: z.uuid(), number: z.number().int() }).nullable(),
    head: z.array(change),
    same: z.number().int(),
    clauses: z.array(
      z.object({ id: z.string(), title: z.string(), kind: z.enum(["added", "removed", "changed"]), changes: z.array(change) }),
    ),
  })
  .meta({ id: "PolicyDiff", description: "与另一版逐条对照" });

export const effect = z
  .object({
    on: calendarDate,
    city: z.string(),
    against: z.object({ id: z.uuid(), number: z.number().int(), until: calendarDate }).nullable().describe("被替换的一版，到哪天为止"),
    refused: z.string().nullable().describe("为什么那天不能生效"),
    duties: z.array(
      z.object({ id: z.string(), text: z.string(), kind: z.enum(["added", "removed", "changed"]), organs: z.number().int() }),
    ),
    gaining: z
      .array(z.object({ organ: z.string(), name: z.string(), duties: z.number().int() }))
      .describe("新增事项的机构，多的在前，至多 50"),
    gainingCount: z.number().int(),
    losing: z.number().int(),
  })
  .meta({ id: "PolicyEffect", description: "生效以前看会怎样" });

export const lineage = z
  .object({
    above: z.array(
      z.object({
        title: z.string(),
        number: z.string().nullable(),
        pack: z.string().nullable(),
        version: z.uuid().nullable().describe("在本系统施行的一版；未收录为 null"),
        renewedOn: calendarDate.nullable().describe("上位文件在本版以后改版的日子：请核对"),
        clauses: z.number().int().describe("据它的条款数"),
      }),
    ),
    below: z.array(z.object({ version: z.uuid(), pack: z.string(), title: z.string(), clauses: z.number().int() })),
  })
  .meta({ id: "PolicyLineage", description: "来自哪里，谁以它为据" });
