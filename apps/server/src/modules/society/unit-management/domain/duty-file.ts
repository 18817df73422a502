/** The shape of rules/unit-duties.yaml: classes of unit, what each owes, what it must have, what its file asks for, how it is scored. */
import { z } from "zod";

export const cycles = {
  day: "每日",
  week: "每周",
  halfMonth: "每半月",
  month: "每月",
  quarter: "每季度",
  halfYear: "每半年",
  year: "每年",
} as const;
export type Cycle = keyof typeof cycles;
/** Shortest first. */
export const cycleOrder = Object.keys(cycles) as readonly Cycle[];

export const evidences = {
  patrol: "防火巡查",
  closing: "营业结束检查",
  night: "夜间巡查",
  selfCheck: "自查",
  test: "年度检测",
  maintenance: "维护保养",
  water: "水位检测",
  pump: "水泵启动",
  pumpFlow: "水泵流量压力试验",
  duct: "油烟管道清洗",
  electrical: "电气检测",
  training: "培训",
  drill: "演练",
  evaluation: "消防安全评估",
  selfAssessment: "自主评估",
  commitment: "承诺公示",
  plan: "预案",
  controlRoom: "控制室值班记录",
} as const;
export type Evidence = keyof typeof evidences;

const keys = <K extends string>(of: Readonly<Record<K, unknown>>) => Object.keys(of) as [K, ...K[]];
const words = z.array(z.string()).min(1);
const source = z.strictObject({ instrument: z.string(), clause: z.string(), validFrom: z.string().nullable() });
const confidence = z.enum(["seen-full", "seen-quote", "seen-secondary", "seen-local", "derived", "memory", "memory-low", "unknown"]);
const id = z.string().regex(/^U[DEF]-\d{2}$/);
const facts = ["hasFacilities", "hasControlRoom", "hasKitchen", "hasFireWater", "underground"] as const;

const unitClass = z.strictObject({
  key: z.string(),
  title: z.string(),
  kinds: words.optional(),
  grades: words.optional(),
  fact: z.enum(facts).optional(),
  highRise: z.boolean().optional(),
  needsHighRise: z.boolean().optional(),
  highRisk: z.boolean().optional(),
  heightOver: z.number().optional(),
  notIn: words.optional(),
});
export type UnitClass = z.infer<typeof unitClass>;

const dutyRule = z.strictObject({
  id,
  key: z.string(),
  matter: z.string(),
  title: z.string(),
  for: words,
  every: z.enum(keys(cycles)),
  slotMinutes: z.number().int().positive().optional(),
  evidence: z.array(z.enum(keys(evidences))).min(1),
  source,
  confidence,
  note: z.string().optional(),
});
export type DutyRule = z.infer<typeof dutyRule>;

const equipmentRule = z.strictObject({
  id,
  item: z.string(),
  title: z.string(),
  for: words,
  least: z.number().int().min(1),
  perM2: z.number().positive().optional(),
  counter: z.string(),
  source,
  confidence,
  note: z.string().optional(),
});
export type EquipmentRule = z.infer<typeof equipmentRule>;

const documentRule = z.strictObject({ id, kind: z.string(), title: z.string(), for: words, unless: words.optional() });
export type DocumentRule = z.infer<typeof documentRule>;
const post = z.strictObject({ key: z.string(), title: z.string(), duties: z.string() });
const standard = z.strictObject({
  key: z.string(),
  title: z.string(),
  for: words,
  items: z.array(z.tuple([z.string(), z.string(), z.number().positive()])).min(1),
});
export type StandardSet = z.infer<typeof standard>;

const dutyFile = z
  .strictObject({
    ruleSet: z.string(),
    title: z.string(),
    classes: z.array(unitClass),
    duties: z.array(dutyRule),
    equipment: z.array(equipmentRule),
    documents: z.array(documentRule),
    posts: z.array(post),
    standards: z.array(standard),
  })
  .superRefine((file, context) => {
    const known = new Set(file.classes.map((each) => each.key));
    const named = [
      ...[...file.duties, ...file.equipment, ...file.documents, ...file.standards].flatMap((rule) => rule.for),
      ...file.classes.flatMap((each) => each.notIn ?? []),
    ];
    for (const name of new Set(named)) if (!known.has(name)) context.addIssue({ code: "custom", message: `没有单位类型 ${name}` });
    const ids = [...file.duties, ...file.equipment, ...file.documents].map((rule) => rule.id);
    for (const twice of new Set(ids.filter((each, i) => ids.indexOf(each) !== i)))
      context.addIssue({ code: "custom", message: `编号 ${twice} 重复` });
    for (const { key, items } of file.standards)
      if (items.reduce((sum, [, , weight]) => sum + weight, 0) !== 100)
        context.addIssue({ code: "custom", message: `${key} 的分值合计不是 100` });
  });
export type DutyFile = z.infer<typeof dutyFile>;

/** 公安部令第61号 第二十五条; what we set ourselves names no clause. */
export const sourceWords = ({ instrument, clause }: DutyRule["source"]): string =>
  clause === "无" ? instrument : `${instrument} ${clause}`;

/** @throws with a Chinese sentence that says where the file is wrong */
export function readDutyFile(data: unknown): DutyFile {
  const read = dutyFile.safeParse(data, { error: z.locales.zhCN().localeError });
  if (read.success) return read.data;
  throw new Error(
    `规则文件 rules/unit-duties.yaml 有误：${read.error.issues.map(({ path, message }) => `${path.join(".") || "文件"}：${message}`).join("；")}`,
  );
}
