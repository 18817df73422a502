/** What screens are told of a declaration, as a schema. */
import { z } from "zod";
import { conditionSchema } from "./condition.ts";
import { fieldKinds } from "./fields.ts";

const texts = z.array(z.string());

const described = z.object({
  key: z.string(),
  label: z.string(),
  kind: z.enum(fieldKinds),
  required: z.boolean().optional(),
  unit: z.string().optional(),
  choices: z.record(z.string(), z.string()).optional(),
  ref: z.string().optional().describe("所引用的台账"),
  min: z.number().optional(),
  max: z.number().optional(),
  personal: z.enum(["contact", "identity", "health"]).optional(),
  readOnly: z.boolean().optional(),
  format: z.string().optional(),
  help: z.string().optional(),
  group: z.string().optional(),
  custom: z.boolean().optional().describe("自定字段：值在 custom 之下"),
  appears: conditionSchema.optional().describe("自定字段何时出现：只在符合此条件的记录上"),
  clause: z.object({ document: z.string(), number: z.string(), words: z.string().optional() }).optional().describe("自定字段所据的条款"),
});
const fieldSchema = described
  .extend({ columns: z.array(described).optional().describe("记录内小表的列") })
  .meta({ id: "FieldSchema", description: "台账的一栏" });

const right = z.enum(["read", "write", "import", "export", "remove", "reveal"]).meta({ id: "Right", description: "对一份台账的权利" });

export const ledgerName = z
  .object({ name: z.string(), label: z.string(), path: z.string(), isCase: z.boolean(), can: z.array(right) })
  .meta({ id: "LedgerName", description: "一份台账与本人对它的权利" });

const moveSchema = z
  .object({
    label: z.string(),
    from: texts,
    to: z.string(),
    asks: texts,
    takes: texts,
    note: z.enum(["required", "optional"]).nullable(),
  })
  .meta({ id: "MoveSchema", description: "办理的一步" });

const caseSchema = z
  .object({
    states: z.record(z.string(), z.object({ label: z.string(), step: z.string(), end: z.boolean() })),
    start: z.string(),
    byHand: z.array(z.string()).nullable().describe("登记时填的栏；null 不能手工登记"),
    moves: z.record(z.string(), moveSchema),
    asksOthers: z.boolean().describe("有抄告、协办、延期一类的请求"),
  })
  .meta({ id: "CaseSchema", description: "办理事项的状态与步骤" });

const viewSchema = z
  .object({ key: z.string(), label: z.string(), where: conditionSchema, sort: z.string().nullable() })
  .meta({ id: "ViewSchema", description: "声明的视图" });

export const ledgerSchema = z
  .object({
    name: z.string(),
    label: z.string(),
    counter: z.string().describe("量词"),
    path: z.string(),
    title: z.string().describe("作名称的栏"),
    place: z.literal("point").nullable(),
    fields: z.array(fieldSchema),
    retired: z.array(fieldSchema).describe("已停用的自定字段：历史仍称其名"),
    head: z.array(fieldSchema).describe("每份台账都有的栏"),
    list: z.object({ columns: texts, filters: texts, search: z.boolean(), sort: z.string() }),
    views: z.array(viewSchema),
    record: z.object({ on: z.string(), lockDays: z.number().int() }).nullable(),
    partOf: z.string().nullable(),
    unitKeeps: z.string().nullable().describe("单位人员自己登记时，程序填上本单位的栏"),
    case: caseSchema.nullable(),
    can: z.array(right),
  })
  .meta({ id: "LedgerSchema", description: "一份台账的字段、视图与办理步骤" });
