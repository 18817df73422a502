/**
 * A policy pack 政策包 as a person writes it: one government document as data, `policies/<ID>.yaml`.
 * This schema checks single values and becomes `policies/pack.schema.json`; what spans several values is checked in check-pack.ts.
 */
import { z } from "zod";
import { nearDay } from "./days.ts";

export const clauseKinds = ["mechanism", "duty", "metric", "registry", "system", "resource", "deadline", "event", "report"] as const;
export const subsystems = ["安全责任", "法制", "重点管控", "宣传教育", "社会治理", "综合保障", "应急救援", "工作考核"] as const;
export type Subsystem = (typeof subsystems)[number];
export const organLevels = ["city", "county", "town", "village"] as const;
export type SelectorLevel = (typeof organLevels)[number];
export const comparisons = ["atLeast", "atMost", "below", "above", "equal"] as const;
export type Comparison = (typeof comparisons)[number];
export const periods = ["month", "quarter", "half-year", "year"] as const;
export type Period = (typeof periods)[number];
export const statuses = ["met", "at-risk", "open", "overdue", "no-data", "waived", "not-due", "not-applicable"] as const;
export type Status = (typeof statuses)[number];
export const bases = ["stated", "implied", "trend", "configured"] as const;

const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .pipe(nearDay);
const shortText = (max: number) => z.string().trim().min(1).max(max);
const scalar = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const condition = z
  .record(z.string(), z.unknown())
  .describe(
    "条件语言：栏 → 值、多值，或 from/to/before/after/not/set/like；any 为或。例：{ state: intact, checkedOn: { from: today-180d } }",
  );

const selectorText = z
  .string()
  .regex(/^(city|county|town|village|[a-z][a-z-]*@(city|county|town|village|\*))$/)
  .describe("单位@层级：fire-brigade@city、water@*、members@county（成员单位）、committee-office@city（消安办）；town 即乡镇街道政府");
const selectorObject = z
  .strictObject({
    level: z.enum([...organLevels, "*"]).describe("层级；* 为各级"),
    organ: shortText(60).default("government").describe("机构类别，如 government、committee、fire-brigade、housing；any 为任何机构"),
    areas: z
      .array(z.union([z.string(), z.number()]).transform(String))
      .min(1)
      .optional()
      .describe("只限这些区划代码及其以下"),
    members: z.boolean().optional().describe("只限消安委成员单位"),
    where: z
      .record(z.string(), z.union([scalar, z.array(scalar)]))
      .optional()
      .describe("只限这样的地区：地区属性 → 值"),
  })
  .describe("选定机构：层级、类别，可再限地区");
const selector = z.union([selectorText, selectorObject]);

const target = z
  .union([
    z.number(),
    z.literal("baseline"),
    z.strictObject({ configured: z.literal(true), suggested: z.number().optional() }),
    z.strictObject({ by: shortText(60), values: z.record(z.string(), z.number()), otherwise: z.number().optional() }),
  ])
  .describe("目标：数；baseline 为上年同期；{ configured: true, suggested: 80 } 由主管部门定；{ by: 地区属性, values: { A: 8 } } 按类");

const example = z
  .strictObject({
    on: day.describe("看的日子"),
    value: z.number().nullable().optional().describe("那天的数；没有数写 null"),
    done: z.boolean().optional().describe("材料交了没有"),
    baseline: z.number().optional().describe("上年同期的数"),
    is: z.enum(statuses).describe("应判为：met 达标、at-risk 临期、open 进行中、overdue 逾期、no-data 无数据、not-due 未到期"),
  })
  .describe("算例：检查时逐条复核");

export const dutyText = z
  .strictObject({
    key: z
      .string()
      .regex(/^[a-z0-9]{1,12}$/)
      .default("a")
      .describe("本条内的代号，小写字母或数字"),
    text: shortText(60).optional().describe("要做什么；不写即条款标题"),
    who: z
      .union([selector, z.array(selector).min(1)])
      .optional()
      .describe("谁应尽；不写即牵头单位"),
    counts: z.enum(["own", "subtree"]).default("subtree").describe("只算本级做的 own，还是连同下级 subtree"),
    measure: shortText(100).optional().describe("以平台指标为据，如 remote-monitoring.key_unit_access_rate"),
    ledger: z
      .strictObject({
        of: shortText(100).describe("台账，如 places.unit"),
        all: condition.describe("这些行都应满足的条件"),
        where: condition.optional().describe("只看这样的行"),
      })
      .optional()
      .describe("以台账为据：这类行都应满足某条件"),
    case: shortText(100).optional().describe("以办件为据：这类办件都按期办结，如 hazard-loop.hazard"),
    where: condition.optional().describe("与 case 合用：只看这样的办件"),
    document: shortText(60).optional().describe("以材料为据：由人上传，如 本地化方案"),
    awaits: z
      .strictObject({
        capability: shortText(60).describe("将由哪一部分提供"),
        figure: shortText(60).optional().describe("缺的数叫什么"),
        unit: shortText(20).optional(),
        why: shortText(200).optional(),
      })
      .optional()
      .describe("平台还没有这个数：先由人填报，页面上注明"),
    every: z.enum(periods).optional().describe("每期都要：month、quarter、half-year、year"),
    within: z
      .string()
      .regex(/^\d{2}-\d{2}\.\.\d{2}-\d{2}$/)
      .optional()
      .describe("只在一年的这一段内，如 01-01..01-31；可跨年，如 11-01..03-31（算在结束的那一年）"),
    on: z.enum(["workdays", "days"]).optional().describe("期限按工作日还是自然日算"),
    by: day.optional().describe("到这一天做完一次"),
    // biome-ignore lint/suspicious/noThenProperty: the word the format uses; the value is plain data and never awaited
    then: z.literal("keep").optional().describe("做到以后一直保持"),
    steps: z
      .array(z.strictObject({ by: day, target: z.number() }))
      .min(1)
      .optional()
      .describe("分步：到哪天达到多少"),
    keep: z.literal(true).optional().describe("自施行之日起一直保持"),
    is: z.enum(comparisons).optional().describe("与目标怎么比；不写时按指标越高越好为 atLeast，越低越好为 atMost"),
    target: target.optional(),
    unit: shortText(20).optional().describe("目标的单位，须与指标相同；含 % 时加引号"),
    warn: z
      .strictObject({ gap: z.number().min(0).optional(), days: z.number().int().min(0).max(366).optional() })
      .optional()
      .describe("临期：差多少以内，或到期前多少天"),
    after: z
      .array(
        z.strictObject({
          days: z.number().int().min(0).max(3660),
          do: z.enum(["urge", "report", "interview"]).describe("urge 催办、report 报上级、interview 约谈"),
        }),
      )
      .optional()
      .describe("逾期以后第几天做什么"),
    weight: z.number().positive().max(100).optional().describe("考核中的份量"),
    basis: z.enum(bases).optional().describe("stated 文中写明、implied 文意可知、trend 只说方向、configured 由主管部门定"),
    early: shortText(200).optional().describe("期限早于文件施行之日时，写明缘由"),
    examples: z.array(example).max(50).optional(),
  })
  .describe("一项应尽事项：谁、凭什么判断、什么时候、多少");

export const clauseText = z.strictObject({
  id: z
    .string()
    .regex(/^[A-Z][A-Z0-9]{0,11}-[0-9A-Za-z][0-9A-Za-z.-]{0,30}$/)
    .describe("编号，以政策包代号开头，如 QZ-7.3.4"),
  section: shortText(120).describe("在原文哪一处，如 七（三）"),
  part: z.union([z.string(), z.number()]).transform(String).optional().describe("归在哪一部分（parts 的 key）"),
  title: shortText(20).describe("标题，不超过 20 字"),
  says: shortText(400).describe("用自己的话说这一条要求什么；不照抄原文"),
  kind: z.enum(clauseKinds),
  subsystem: z.enum(subsystems).describe("属于哪个子体系"),
  capability: shortText(60).describe("产品的哪一部分承接"),
  lead: z.array(selector).min(1).describe("牵头单位，列第一位的牵头"),
  support: z.array(selector).optional().describe("配合单位"),
  stage: z.union([z.string(), z.number()]).transform(String).optional().describe("属于哪个阶段（stages 的 key）"),
  follows: z
    .strictObject({
      pack: shortText(12).optional(),
      clause: shortText(40).optional(),
      title: shortText(120).optional(),
      section: shortText(120).optional(),
    })
    .optional()
    .describe("上位依据：{ pack: SH, clause: SH-3.4 }，或未收录文件的 { title, section }"),
  duties: z.array(dutyText).max(30).optional(),
  awaits: z
    .strictObject({ capability: shortText(60), why: shortText(200) })
    .optional()
    .describe("没有应尽事项时：由哪一部分承接，为何暂缺"),
  note: shortText(400).optional().describe("给编写者的备注"),
});

export const groupingKinds = ["groups", "goals", "milestone"] as const;
const key = z.union([z.string(), z.number()]).transform(String);
export const groupText = z.strictObject({
  key,
  name: shortText(40),
  target: shortText(120).optional().describe("这一组要达到什么，用自己的话"),
  clauses: z.array(shortText(40)).min(1).max(200).describe("属于这一组的条款：编号，或以 .* 结尾表示其下各条，如 QZ-3.*"),
});
export const groupingText = z.strictObject({
  key,
  name: shortText(40),
  kind: z.enum(groupingKinds).default("groups").describe("groups 任务分组、goals 目标维度、milestone 到期清单（按 by 算就绪度）"),
  clause: shortText(40).optional().describe("这种分组出自哪一条"),
  by: day.optional().describe("milestone 的期限"),
  groups: z.array(groupText).min(1).max(30),
});

export const packText = z.strictObject({
  pack: z
    .string()
    .regex(/^[A-Z][A-Z0-9]{0,11}$/)
    .describe("代号，大写字母开头"),
  title: shortText(80).describe("文件简称，用自己的话"),
  number: shortText(60).optional().describe("文号"),
  issuer: shortText(80).describe("谁印发的"),
  level: z.enum(["nation", "province", "city", "county", "town"]).describe("哪一级印发"),
  area: z
    .union([z.string(), z.number()])
    .transform(String)
    .pipe(z.string().regex(/^(\d{2}|\d{4}|\d{6}|\d{9}|\d{12})$/))
    .describe('对哪个地区有约束力：区划代码，加引号，如 "330800"'),
  from: day.describe("施行之日"),
  to: day.optional().describe("有效期到哪天"),
  superior: z
    .array(z.strictObject({ title: shortText(120), number: shortText(60).optional(), pack: shortText(12).optional() }))
    .optional()
    .describe("上位文件"),
  stages: z
    .array(z.strictObject({ key: z.union([z.string(), z.number()]).transform(String), name: shortText(40), from: day, to: day }))
    .optional(),
  parts: z.array(z.strictObject({ key: z.union([z.string(), z.number()]).transform(String), name: shortText(40) })).optional(),
  groupings: z.array(groupingText).max(12).optional().describe("行动进展页上怎样分组：主线、任务组、目标维度、到期清单"),
  clauses: z.array(clauseText).min(1).max(2_000),
});

/** As parsed from the text, checked value by value. */
export type PackText = z.output<typeof packText>;
export type ClauseText = z.output<typeof clauseText>;
export type DutyText = z.output<typeof dutyText>;
export type GroupingText = z.output<typeof groupingText>;
export type SelectorText = z.output<typeof selector>;
export type Example = z.output<typeof example>;
