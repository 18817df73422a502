/** What the routes of duties answer and take: the contract with the screens. Words of a pack stay as its authors wrote them. */
import { z } from "zod";
import { areaKey, calendarDate, instant } from "#platform/values.ts";
import { nearDay } from "../packs/domain/days.ts";
import { evidences, statuses } from "./domain/standing.ts";

export const status = z.enum(statuses).meta({
  id: "StandingStatus",
  description: "达标、临期、未到期、逾期、无数据、免除、未开始、不适用",
});
export const evidence = z.enum(evidences).describe("computed 平台自取；hand 手工填报；none 尚无");

const area = z.object({ key: areaKey, name: z.string() });
const organ = z.object({ id: z.uuid(), name: z.string() });
const counts = z
  .object({
    owed: z.number().int().describe("应办"),
    met: z.number().int(),
    atRisk: z.number().int(),
    open: z.number().int(),
    overdue: z.number().int(),
    noData: z.number().int(),
    waived: z.number().int(),
  })
  .meta({ id: "StandingCounts", description: "各状态的项数；未开始与不适用不计入应办" });

const period = z.object({
  key: z.string().describe("2026、2026-H1、2026-Q1、2026-03"),
  from: calendarDate,
  to: calendarDate,
  frozen: z.boolean().describe("该年已冻结，不再变化"),
});

const packName = z.object({
  id: z.string(),
  title: z.string(),
  number: z.string().nullable(),
  issuer: z.string(),
  version: z.number().int(),
  from: calendarDate,
  area: areaKey.describe("施行于哪个辖区"),
});

const target = z
  .object({
    is: z.enum(["atLeast", "atMost", "below", "above", "equal"]),
    value: z.number().nullable().describe("尚未设定或随辖区而不同为 null"),
    kind: z.enum(["number", "baseline", "configured", "by"]),
    unit: z.string(),
  })
  .meta({ id: "DutyTarget", description: "目标：比较方式与数值" });

/** GET /policy-tasks/board */
export const boardAsked = z.object({
  pack: z.string().optional().describe("政策包；缺省为最近生效的一份，all 为全部"),
  period: z.string().optional().describe("2026、2026-H1、2026-Q1、2026-03；缺省为本季度"),
  by: z.enum(["area", "organ", "subsystem"]).default("area").describe("列：下级辖区、部门、八大体系"),
  area: z.coerce.number().pipe(areaKey).optional().describe("看哪个辖区，缺省为本人辖区"),
  lead: z.uuid().optional().describe("牵头单位"),
  subsystem: z.string().optional(),
  onlyRed: z.coerce.boolean().default(false).describe("只看临期与逾期"),
});
const boardCell = z
  .object({
    column: z.string(),
    id: z.uuid().nullable().describe("落实情况；由几项合成时为 null，点开看条款"),
    status,
    value: z.number().nullable(),
    evidence,
    dueOn: calendarDate.nullable(),
    days: z.number().int().nullable().describe("逾期的天数；未到期为负，即还有几天"),
    of: z.number().int().describe("几项合成"),
    red: z.number().int().describe("其中逾期几项"),
    role: z.enum(["lead", "support"]).nullable().describe("按部门看时：牵头或配合"),
  })
  .meta({ id: "BoardCell", description: "一格：状态与数值；合成的一格取最差的状态" });
const boardRow = z.object({
  clause: z.string(),
  duty: z.string().nullable().describe("条款内的职责；只待其他能力的条款为 null"),
  title: z.string(),
  text: z.string().describe("要求"),
  unit: z.string(),
  decimals: z.number().int(),
  better: z.enum(["higher", "lower"]),
  target: target.nullable(),
  lead: z.string().nullable().describe("第一牵头单位"),
  subsystem: z.string().nullable(),
  awaits: z.object({ capability: z.string(), why: z.string() }).nullable(),
  cells: z.array(boardCell),
  trend: z.array(z.number().nullable()).describe("本辖区近 12 个月，旧的在前"),
  worst: status.nullable(),
});
export const board = z
  .object({
    packs: z.array(packName),
    pack: z.string().nullable(),
    period,
    periods: z.array(period).describe("可选的期间，新的在前"),
    area,
    columns: z.array(z.object({ key: z.string(), label: z.string(), area: areaKey.nullable() })),
    leads: z.array(organ).describe("可选的牵头单位"),
    totals: counts,
    redAhead: z.number().int().describe("30 天内将转红"),
    changedToday: z.number().int(),
    computedAt: instant.nullable(),
    groups: z.array(z.object({ key: z.string(), label: z.string(), totals: counts, rows: z.array(boardRow) })),
    clauses: z.number().int().describe("条款总数"),
    shown: z.number().int().describe("列出的条款数"),
    may: z.object({ urge: z.boolean() }),
  })
  .meta({ id: "PolicyBoard", description: "条款落实：条款 × 地区、部门或体系" });

/** A standing in a list. */
export const standingLine = z
  .object({
    id: z.uuid(),
    pack: z.string(),
    clause: z.string(),
    duty: z.string(),
    text: z.string(),
    area,
    organ: organ.nullable(),
    period: z.string(),
    status,
    value: z.number().nullable(),
    num: z.number().nullable(),
    den: z.number().nullable(),
    unit: z.string(),
    decimals: z.number().int(),
    target: z.number().nullable(),
    evidence,
    dueOn: calendarDate,
    days: z.number().int().describe("逾期的天数；未到期为负"),
    turnedOn: calendarDate.nullable().describe("转为现在状态的日子"),
  })
  .meta({ id: "StandingLine", description: "一项职责在一个辖区、一个期间的落实情况" });

/** GET /policy-tasks/standings */
export const standingsAsked = boardAsked.pick({ pack: true, period: true, area: true, lead: true, subsystem: true }).extend({
  status: status.optional(),
  clause: z.string().optional().describe("只看一条：QZ-7.3.4"),
  duty: z.string().optional().describe("只看其中一项：a"),
  own: z.coerce.boolean().default(false).describe("只看辖区本级应办的"),
  skip: z.coerce.number().int().min(0).max(100_000).default(0),
});
export const standings = z
  .object({
    count: z.number().int(),
    items: z.array(standingLine).describe("最差的在前，一页至多 100 项"),
    next: z.number().int().nullable().describe("下一页的 skip"),
  })
  .meta({ id: "Standings", description: "落实情况的清单：与条款落实的数字一致" });

/** GET /policy-tasks/calendar */
export const calendarAsked = z.object({
  pack: z.string().optional(),
  area: z.coerce.number().pipe(areaKey).optional(),
  lead: z.uuid().optional(),
  from: nearDay.optional().describe("缺省为本月一日"),
  to: nearDay.optional().describe("缺省为次月末"),
});
export const calendar = z
  .object({
    from: calendarDate,
    to: calendarDate,
    days: z.array(
      z.object({
        on: calendarDate,
        counts,
        items: z.array(
          z.object({
            pack: z.string(),
            clause: z.string(),
            duty: z.string(),
            text: z.string(),
            counts,
            worst: status,
            standings: z.array(standingLine).describe("最差的在前，至多 8 项"),
          }),
        ),
      }),
    ),
  })
  .meta({ id: "DutyCalendar", description: "到期日历" });

/** GET /policy-tasks/ahead */
export const aheadAsked = z.object({
  pack: z.string().optional(),
  area: z.coerce.number().pipe(areaKey).optional(),
  lead: z.uuid().optional(),
  days: z.coerce.number().int().min(1).max(90).default(30),
});
export const ahead = z
  .object({
    until: calendarDate,
    count: z.number().int(),
    items: z.array(
      standingLine.extend({
        reason: z.enum(["deadline", "trend"]).describe("deadline 到期仍未完成；trend 数值按近几月的走势将越过目标"),
        redOn: calendarDate.describe("推测转红的日子"),
        forecast: z.number().nullable().describe("届时的推测值"),
        perMonth: z.number().nullable().describe("每月变化，按近六个月直线推算"),
      }),
    ),
  })
  .meta({ id: "RedAhead", description: "30 天内将转红：推测，不是事实" });

/** GET /policy-tasks/clauses/:id */
export const clauseAsked = z.object({
  id: z.string().describe("QZ-7.3.4"),
  pack: z.string().optional(),
  area: z.coerce.number().pipe(areaKey).optional(),
  at: z.enum(["now", "due"]).default("now").describe("now 现在；due 到期日"),
});
const binding = z.object({
  kind: z.enum(["measure", "ledger", "case", "document", "awaits"]),
  name: z.string().describe("指标、台账或事项的名称；document 为材料名"),
  label: z.string(),
  path: z.string().nullable().describe("台账的路径"),
  capability: z.string().nullable().describe("awaits：由哪项能力带来"),
});
export const clauseShown = z
  .object({
    pack: packName,
    id: z.string(),
    section: z.string(),
    part: z.string().nullable(),
    title: z.string(),
    says: z.string(),
    kind: z.string(),
    subsystem: z.string().nullable(),
    capability: z.string(),
    stage: z.string().nullable(),
    leads: z.array(organ).describe("牵头，文件里的顺序，第一个牵头"),
    supports: z.array(organ),
    awaits: z.object({ capability: z.string(), why: z.string() }).nullable(),
    follows: z
      .array(z.object({ level: z.string(), title: z.string(), clause: z.string().nullable(), here: z.boolean() }))
      .describe("来自哪里"),
    counts,
    duties: z.array(
      z.object({
        key: z.string(),
        text: z.string(),
        binding,
        rhythm: z.object({
          kind: z.enum(["every", "by", "steps", "keep"]),
          every: z.enum(["month", "quarter", "half-year", "year"]).nullable(),
          within: z.string().nullable(),
          by: calendarDate.nullable(),
          thenKeep: z.boolean(),
          steps: z.array(z.object({ by: calendarDate, target: z.number() })),
          workdays: z.boolean(),
        }),
        who: z.object({ level: z.string().nullable(), organ: z.string(), count: z.number().int() }),
        counts: z.enum(["own", "subtree"]),
        target: target.nullable(),
        unjudged: z.boolean().describe("最近一次没能判定，请联系系统管理员"),
        targetSet: z.boolean().describe("由主管部门定的目标已经设定；否则为建议值"),
        maySetTarget: z.boolean(),
        warn: z.object({ gap: z.number().nullable(), days: z.number().int().nullable() }),
        after: z.array(z.object({ days: z.number().int(), do: z.enum(["urge", "report", "interview"]) })),
        weight: z.number().nullable(),
        basis: z.string(),
        whole: z
          .object({ value: z.number().nullable(), num: z.number().nullable(), den: z.number().nullable(), area })
          .nullable()
          .describe("本辖区合计"),
        standings: z.array(standingLine),
      }),
    ),
    versions: z.array(
      z.object({
        version: z.number().int(),
        from: calendarDate,
        to: calendarDate.nullable(),
        note: z.string(),
        approvedBy: z.string().nullable(),
        approvedOn: calendarDate.nullable(),
        inForce: z.boolean(),
      }),
    ),
    frozenYears: z.array(z.number().int()),
  })
  .meta({ id: "PolicyClause", description: "一条条款：怎样执行、各地现状、来历与版本" });

/** GET /policy-tasks/standings/:id */
const dealing = z
  .object({
    at: instant,
    kind: z.enum([
      "turned",
      "urged",
      "received",
      "answered",
      "evidence",
      "waive-applied",
      "waived",
      "waive-refused",
      "reported",
      "interview",
    ]),
    by: z.string().nullable().describe("人；系统自动办理为 null"),
    organ: z.string().nullable(),
    text: z.string(),
    status: status.nullable().describe("turned：转为什么状态"),
    value: z.number().nullable(),
    id: z.uuid().nullable().describe("催办、填报或免除的编号"),
  })
  .meta({ id: "StandingDealing", description: "处理记录" });
const handEvidence = z.object({
  id: z.uuid(),
  value: z.number().nullable(),
  on: calendarDate,
  note: z.string(),
  files: z.array(z.object({ id: z.uuid(), name: z.string() })),
  by: z.string(),
  organ: z.string().nullable(),
  at: instant,
  corrected: z.boolean().describe("已被后一次填报更正"),
});
const waiver = z.object({
  id: z.uuid(),
  state: z.enum(["applied", "approved", "refused", "ended"]),
  reason: z.string(),
  from: calendarDate.describe("所申请的期间的第一天"),
  until: calendarDate,
  appliedBy: z.string(),
  appliedAt: instant,
  decidedBy: z.string().nullable(),
  decidedAt: instant.nullable(),
  decision: z.string().nullable(),
});
export const standingShown = standingLine
  .extend({
    title: z.string().describe("条款的标题"),
    says: z.string(),
    section: z.string(),
    packTitle: z.string(),
    from: calendarDate,
    to: calendarDate,
    targetShown: target.nullable(),
    frozen: z.boolean(),
    missing: z.number().nullable().describe("离目标还差几个（分母 − 分子，或目标 − 数值）"),
    binding,
    trend: z
      .array(z.object({ month: z.string(), value: z.number().nullable(), whole: z.number().nullable() }))
      .describe("近 12 个月；whole 为上级辖区"),
    whole: area.nullable(),
    forecast: z.object({ redOn: calendarDate, value: z.number(), perMonth: z.number() }).nullable().describe("推测"),
    rows: z
      .object({
        ledger: z.string(),
        label: z.string(),
        path: z.string().describe("台账的路径"),
        measure: z.string().describe("GET /measures/{measure}/rows 用的名称"),
        part: z.enum(["all", "spoil"]),
        where: z.record(z.string(), z.unknown()).nullable().describe("台账的条件，列出这些记录；说不出为 null"),
        count: z.number().int(),
        groups: z.array(
          z.object({
            area,
            count: z.number().int(),
            what: z.array(z.object({ label: z.string(), count: z.number().int() })).describe("按分类，多的在前"),
            oldestDays: z.number().int().nullable(),
          }),
        ),
      })
      .nullable()
      .describe("拖累数值的记录"),
    dealings: z.array(dealing).describe("新的在前"),
    evidences: z.array(handEvidence),
    waivers: z.array(waiver),
    owes: z.object({
      organ: organ.nullable(),
      post: z.string().nullable().describe("应负责的岗位：主要或分管负责人"),
      person: z.object({ id: z.uuid(), name: z.string(), post: z.string() }).nullable(),
      lead: organ.nullable(),
      supports: z.array(organ),
      urged: z.number().int(),
      lastUrgedOn: calendarDate.nullable(),
    }),
    may: z.object({ urge: z.boolean(), answer: z.boolean(), evidence: z.boolean(), waive: z.boolean(), decide: z.boolean() }),
  })
  .meta({ id: "Standing", description: "一格的全部：数值、趋势、记录、处理与责任人" });

/** Actions. */
export const urgeAsked = z.object({ id: z.uuid(), message: z.string().max(500).default(""), answerBy: nearDay.optional() });
export const urgeAllAsked = boardAsked.pick({ pack: true, period: true, area: true, lead: true, subsystem: true }).extend({
  message: z.string().max(500).default(""),
});
export const urgeAllDone = z.object({ urged: z.number().int(), already: z.number().int().describe("今天已催办过") });
export const answerAsked = z.object({ id: z.uuid().describe("催办"), answer: z.string().min(1).max(1000) });
export const evidenceAsked = z.object({
  id: z.uuid(),
  value: z.number().nullable().default(null).describe("材料类职责可不填"),
  on: nearDay,
  note: z.string().min(1).max(500),
  files: z.array(z.uuid()).max(20).default([]).describe("材料类职责至少一份"),
});
export const waiveAsked = z.object({ id: z.uuid(), reason: z.string().min(4).max(500), until: nearDay });
export const decideAsked = z.object({ id: z.uuid().describe("免除申请"), approve: z.boolean(), words: z.string().max(500).default("") });
export const done = z.object({ id: z.uuid(), standing: z.uuid() });
export const targetAsked = z.object({
  id: z.string().describe("条款"),
  duty: z.string(),
  pack: z.string().describe("政策包；同一代号在几地施行时各设各的"),
  packArea: areaKey.describe("政策包施行的辖区"),
  value: z.number(),
  reason: z.string().min(2).max(200).describe("依据"),
});
export const targetDone = z.object({ id: z.string(), duty: z.string(), value: z.number() });
