/** What the assessment's screens are told. */
import { z } from "zod";
import { levels } from "./domain/kinds.ts";
import { steps } from "./domain/year.ts";

const keys = <T extends object>(of: T) => Object.keys(of) as [keyof T & string, ...(keyof T & string)[]];
export const levelKey = z.enum(keys(levels));
export const step = z.enum(steps);

export const yearLine = z
  .object({
    id: z.uuid(),
    title: z.string(),
    year: z.number().int(),
    level: levelKey,
    areaName: z.string(),
    state: step,
    runs: z.boolean().describe("本人辖区组织的考核；否则为被考核"),
  })
  .meta({ id: "AssessmentYearLine", description: "一项年度考核" });

const interval = { low: z.number(), high: z.number() };
export const place = z.object({ rank: z.number().int(), tied: z.boolean(), of: z.number().int() });
const part = z.object({ name: z.string(), points: z.number(), full: z.number() });
export const effect = z
  .object({
    id: z.string(),
    kind: z.enum(["bonus", "deduction", "veto"]),
    name: z.string(),
    count: z.number(),
    points: z.number(),
    cap: z.string().nullable(),
    grade: z.string().nullable(),
    decides: z.boolean().describe("依据未经确认的只提示，不计分"),
    unit: z.string(),
    basis: z.string(),
    byHand: z.boolean(),
  })
  .meta({ id: "AssessmentEffect", description: "加分、扣分或否决" });

export const rankingRow = z
  .object({
    id: z.uuid(),
    area: z.number().int(),
    name: z.string(),
    grouping: z.string(),
    people: z.number().int().nullable(),
    pledgedOn: z.string().nullable(),
    score: z.number(),
    ...interval,
    grade: z.string(),
    place,
    parts: z.array(part),
    owed: z.number().describe("无数据的权重"),
    change: z.number().int().nullable().describe("较上年名次，升为正；组别不同或没有上年为 null"),
    effects: z.array(effect).describe("触发的加减分与否决"),
    openAppeals: z.number().int(),
    endedOn: z.string().nullable().describe("该区划已撤并的日期"),
  })
  .meta({ id: "AssessmentRankingRow", description: "一个被考核政府的得分与名次" });

export const board = z
  .object({
    year: yearLine.extend({
      from: z.string(),
      until: z.string(),
      pledgeBy: z.string().nullable(),
      entrants: z.number().int(),
      signed: z.number().int(),
      sampled: z.number().int().nullable(),
      frozenAt: z.string().nullable(),
      appealUntil: z.string().nullable(),
      replyBy: z.string().nullable(),
      approvedOn: z.string().nullable(),
      circular: z.string().nullable(),
      issuedOn: z.string().nullable(),
      demo: z.boolean(),
      host: z.string(),
    }),
    scheme: z.object({ id: z.uuid(), code: z.string(), edition: z.number().int(), full: z.number(), gradesBasis: z.string() }),
    score: z.enum(["live", "frozen", "final"]).describe("给出的是哪一种分"),
    scores: z.array(z.enum(["live", "frozen", "final"])).describe("可以看哪几种"),
    dimensions: z.array(z.object({ name: z.string(), weight: z.number() })),
    groups: z.array(z.object({ name: z.string(), from: z.number().nullable(), below: z.number().nullable() })),
    rows: z.array(rankingRow),
    appeals: z.object({ filed: z.number().int(), open: z.number().int() }),
    checked: z.number().int().describe("现场抽查已查"),
    freezing: z
      .object({
        on: z.string().describe("这天起不再等，缺的按无数据"),
        owing: z.array(z.string()).describe("还没有报 12 月火灾数字的；报齐即冻结"),
        basis: z.string(),
        confidence: z.enum(["stated", "derived", "local"]),
      })
      .nullable()
      .describe("还没有冻结时：冻结日和在等什么"),
  })
  .meta({ id: "AssessmentBoard", description: "年度考核：步骤与分组名次" });

export const curve = z
  .object({
    by: z.enum(["linear", "step", "rank"]),
    from: z.number().nullable(),
    to: z.number().nullable(),
    steps: z.array(z.object({ at: z.number(), points: z.number() })),
    better: z.enum(["higher", "lower"]),
    last: z.number().nullable(),
  })
  .meta({ id: "ScoreCurve", description: "计分办法" });

export const indicatorShown = z
  .object({
    id: z.string(),
    name: z.string(),
    dimension: z.string(),
    unit: z.string(),
    clause: z.string().nullable(),
    lead: z.string().nullable(),
    curve,
    source: z.object({ kind: z.enum(["measure", "duty", "pledge", "site", "hand"]), words: z.string() }),
    sample: z.enum(["none", "wilson", "poisson"]),
    status: z.enum(["scored", "owed", "not-applicable"]),
    value: z.number().nullable(),
    num: z.number(),
    den: z.number(),
    points: z.number(),
    full: z.number(),
    ...interval,
    byHand: z.boolean(),
    place: z.object({ rank: z.number().int(), of: z.number().int() }).nullable(),
    upheld: z.number().int().describe("申诉采纳数"),
    others: z.array(z.object({ name: z.string(), value: z.number().nullable(), points: z.number(), own: z.boolean() })),
  })
  .meta({ id: "AssessmentIndicator", description: "一项指标的值与得分" });

export const entrantShown = z
  .object({
    id: z.uuid(),
    year: z.uuid(),
    name: z.string(),
    area: z.number().int(),
    grouping: z.string(),
    organ: z.uuid().nullable(),
    people: z.number().int().nullable(),
    place: place.nullable(),
    total: z.number(),
    ...interval,
    grade: z.string(),
    score: z.enum(["live", "frozen", "final"]),
    parts: z.array(part.extend({ median: z.number().nullable().describe("同组中位") })),
    indicators: z.array(indicatorShown),
    effects: z.array(effect),
    owed: z.number(),
    spread: z.number().describe("不适用的权重，已分摊"),
    snapshot: z.object({ id: z.string(), sm3: z.string(), at: z.string(), rows: z.number().int(), ruleVersion: z.string() }).nullable(),
    pledge: z
      .object({
        id: z.uuid().describe("责任清单里的责任书"),
        on: z.string(),
        signer: z.string(),
        bothOn: z.string().nullable().describe("双方都签的日期；空为待上级签"),
        superior: z.string().nullable(),
        targets: z.array(z.object({ item: z.string(), target: z.string() })),
      })
      .nullable(),
    drafted: z
      .object({ id: z.uuid(), state: z.string(), signBy: z.string(), targets: z.array(z.object({ item: z.string(), target: z.string() })) })
      .nullable()
      .describe("已起草、还没有签的责任书"),
    may: z.object({ pledge: z.boolean(), appeal: z.boolean(), enter: z.boolean() }),
  })
  .meta({ id: "AssessedGovernment", description: "一个被考核政府的各项指标" });

const shown = z.record(z.string(), z.union([z.string(), z.number(), z.null()]));
export const evidenceShown = z
  .object({
    frozen: z.boolean(),
    ledger: z.string().nullable(),
    path: z.string().nullable(),
    total: z.number().int(),
    kept: z.number().int(),
    bad: z.number().int(),
    columns: z.array(z.object({ key: z.string(), label: z.string() })),
    rows: z.array(
      z.object({
        ord: z.number().int(),
        rowId: z.string().nullable(),
        title: z.string(),
        place: z.string(),
        good: z.boolean(),
        files: z.number().int(),
        was: shown,
        now: shown.nullable().describe("现在；已注销或不在辖区为 null"),
      }),
    ),
  })
  .meta({ id: "AssessmentEvidence", description: "指标背后的行：冻结时与现在" });

export const effectShown = z
  .object({
    accepted: z.number().int(),
    num: z.number(),
    den: z.number(),
    value: z.number().nullable(),
    points: z.number(),
    total: z.number(),
    grade: z.string(),
  })
  .meta({ id: "AppealEffect", description: "采纳若干项后的值、得分与总分" });

export const schemeError = z
  .object({ line: z.number().int(), path: z.string(), code: z.string(), message: z.string() })
  .meta({ id: "SchemeError", description: "方案文件的一处错误及其行号" });
