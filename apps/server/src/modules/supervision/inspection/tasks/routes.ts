/** Making tasks by hand, and whom one may send. */
import { sql } from "kysely";
import { z } from "zod";
import { ok } from "#platform/result.ts";
import { route } from "#platform/route.ts";
import { calendarDate } from "#platform/values.ts";
import type { Inspector } from "./people.ts";
import { mayCheck } from "./powers.ts";
import { type Origin, type Purpose, purposes } from "./purposes.ts";
import { raiseTasks } from "./raise-tasks.ts";

const tag = "检查任务";
const purpose = z.enum(Object.keys(purposes) as [Purpose, ...Purpose[]]);
/** What a person arranges himself. All else comes of a plan, a draw, a campaign … and is made by its own route, which knows what it belongs to. */
const byHand = z.enum(["manual", "complaint", "recheck"] satisfies Origin[]);
const EXAMPLE = "01997c2e-8f00-7000-8000-000000000001";

const usedList = z.object({ list: z.string().max(60), version: z.number().int().min(1), title: z.string().max(100) });

export const createTasks = route({
  method: "POST",
  path: "/inspection/tasks",
  summary: "安排检查任务",
  description: "一次可安排多家单位；主查、协查须有权做这类检查，见 rules/inspection/powers.yaml。",
  tag,
  permission: "inspection.arrange",
  input: z.object({
    units: z.array(z.uuid()).min(1).max(1_000),
    purpose,
    origin: byHand.default("manual"),
    dueOn: calendarDate,
    lead: z.uuid().optional(),
    second: z.uuid().optional(),
    others: z.array(z.uuid()).max(20).optional(),
    organs: z.array(z.uuid()).max(20).optional(),
    checklists: z.array(usedList).max(12).optional(),
    note: z.string().max(500).optional(),
  }),
  output: z.object({ ids: z.array(z.uuid()) }),
  example: { input: { units: [EXAMPLE], purpose: "supervision", dueOn: "2026-04-30" }, output: { ids: [EXAMPLE] } },
  async run({ tx, services, actor, now, today, audit }, { units, ...rest }) {
    const raised = await raiseTasks(
      tx,
      services,
      units.map((unit) => ({ unit, ...definedOf(rest) })),
      { actor, actorName: actor.name, now, today },
    );
    if (!raised.ok) return raised;
    audit({ action: "安排检查任务", subject: "inspection.task", detail: { count: raised.value.length, purpose: rest.purpose } });
    return ok({ ids: raised.value });
  },
});

/** Without keys whose value is undefined: an optional property is absent, never undefined. */
const definedOf = <T extends object>(given: T) =>
  Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as { [K in keyof T]: Exclude<T[K], undefined> };

const inspector = z
  .object({
    id: z.uuid(),
    name: z.string(),
    organName: z.string().nullable(),
    roles: z.array(z.string()),
    open: z.number().int().describe("手头未完成的任务数"),
  })
  .meta({ id: "Inspector", description: "可派的检查人员" });

export const listInspectors = route({
  method: "GET",
  path: "/inspection/inspectors",
  summary: "可派的检查人员",
  tag,
  permission: "inspection.task.read",
  input: z.object({ purpose: purpose.optional() }),
  output: z.object({ inspectors: z.array(inspector) }),
  async run({ tx, actor }, { purpose: wanted }) {
    const { rows } = await sql<Inspector & { open: number }>`select i.*,
        (select count(*)::int from inspection.task t where t.closed_at is null and t.deleted_at is null and (t.lead = i.id or t.second = i.id)) as open
      from inspection.v_inspector i where i.area between ${actor.area.lo} and ${actor.area.hi} order by i.name limit 500`.execute(tx);
    const able = rows.filter(({ roles }) =>
      wanted ? mayCheck(roles, wanted) : (Object.keys(purposes) as Purpose[]).some((each) => mayCheck(roles, each)),
    );
    return ok({ inspectors: able.map(({ id, name, organName, roles, open }) => ({ id, name, organName, roles: [...roles], open })) });
  },
});
