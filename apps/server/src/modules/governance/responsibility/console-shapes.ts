/** What the console of a department, the view of groups and the list of units without a department answer. */
import { z } from "zod";
import { indicatorKeys } from "./domain/indicators.ts";

export const whole = z.number().int();
export const figures = z.object({
  units: whole,
  open: whole.describe("未销号隐患"),
  overdue: whole,
  major: whole,
  visits: whole.describe("近一年检查次数"),
  checked: whole.describe("近一年检查过的单位"),
  trained: whole.describe("近一年有培训记录的单位"),
  fires: whole.describe("近一年确认的火警"),
  guided: whole.describe("近一年被指导督促的单位"),
});

export const statuses = ["all", "overdue", "open", "unchecked", "untrained", "fires", "guided"] as const;
export type Status = (typeof statuses)[number];

export const overseen = z
  .object({
    id: z.uuid(),
    name: z.string(),
    kind: z.string(),
    area: whole,
    areaName: z.string().nullable(),
    regulator: z.string().nullable().describe("主管部门简称"),
    group: z.string().nullable().describe("所属集团"),
    open: whole,
    overdue: whole,
    major: whole,
    lastVisitOn: z.string().nullable(),
    lastTrainingOn: z.string().nullable(),
    fires: whole,
    guided: whole.describe("近一年指导督促次数"),
    urged: whole.describe("隐患被催办次数"),
  })
  .meta({ id: "OverseenUnit", description: "行业主管部门名下的一家单位" });

const urging = z.object({
  at: z.string(),
  kind: z.enum(["guidance", "hazard", "duty"]),
  who: z.string().describe("对谁"),
  words: z.string(),
  by: z.string(),
  href: z.string(),
  answered: z.boolean().nullable().describe("空为不需答复"),
});

export const departmentShown = z
  .object({
    kind: z.string(),
    label: z.string(),
    area: whole,
    areaName: z.string(),
    key: z.boolean().describe("八个重点行业部门之一"),
    organs: z.array(z.object({ id: z.uuid(), name: z.string(), area: whole, duties: whole })),
    falls: z.array(z.string()).describe("哪些单位归它，用规则的话说"),
    figures,
    indicators: z.array(z.object({ key: z.enum(indicatorKeys), num: whole, den: whole, percent: z.number().nullable() })),
    areas: z.array(z.object({ area: whole, name: z.string(), units: whole, open: whole, overdue: whole, fires: whole })),
    urgings: z.array(urging),
    tasks: z.array(z.object({ id: z.uuid(), title: z.string(), organ: z.string(), dueOn: z.string(), late: z.boolean() })),
    open: z.object({ tasks: whole, yearTasks: whole, yearLate: whole, duties: whole, met: whole, overdue: whole }),
    licences: z.object({
      all: whole,
      unmatched: whole,
      rows: z.array(
        z.object({ id: z.uuid(), holder: z.string(), what: z.string(), areaName: z.string().nullable(), issuedOn: z.string().nullable() }),
      ),
    }),
  })
  .meta({ id: "DepartmentConsole", description: "行业主管台：一类部门在一个辖区里的单位、指标、督促和任务" });

export const groupLine = z
  .object({
    id: z.uuid(),
    name: z.string(),
    parent: z.uuid().nullable(),
    stateOwned: z.boolean(),
    supervisor: z.string().nullable(),
    depth: whole,
    ...figures.omit({ checked: true }).shape,
    owed: whole.describe("上月应履职事项"),
    met: whole,
  })
  .meta({ id: "GroupLine", description: "一个集团，含下级集团的成员单位" });

export const unplaced = z
  .object({
    id: z.uuid(),
    name: z.string(),
    kind: z.string(),
    areaName: z.string().nullable(),
    why: z.enum(["notRun", "none", "conflict", "noOrgan"]),
    candidates: z.array(z.object({ rule: z.uuid(), industry: z.string(), organKind: z.string(), label: z.string() })),
    determination: z.uuid().nullable().describe("正在确定的那一件"),
  })
  .meta({ id: "UnplacedUnit", description: "还没有主管部门的单位，和为什么" });
