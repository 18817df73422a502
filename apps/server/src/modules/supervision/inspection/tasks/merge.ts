/**
 * 综合查一次: tasks of several organs on one unit become one visit with one combined list; each task merged away is a visit the unit is
 * spared. QZ-5.1.1, DR-06.
 */
import { sql } from "kysely";
import { z } from "zod";
import { eraseCase } from "#platform/case/define.ts";
import { moveCase } from "#platform/case/store.ts";
import { readerOf } from "#platform/ledger/routes.ts";
import { ok, refuse } from "#platform/result.ts";
import { type RouteContext, route } from "#platform/route.ts";
import type { CalendarDate } from "#platform/values.ts";
import { checklistById } from "../checklists/office-lists.ts";
import { type Inspector, inspectorsById, organNames } from "./people.ts";
import { mayCheck } from "./powers.ts";
import { type Purpose, purposes } from "./purposes.ts";
import { type ListUsed, raiseTasks } from "./raise-tasks.ts";
import { task } from "./task.ts";

const tag = "检查任务";
const EXAMPLE = "01997c2e-8f00-7000-8000-000000000001";

export type Mergeable = {
  readonly id: string;
  readonly unit: string;
  readonly dueOn: string;
  readonly organ: string | null;
  readonly lead: string | null;
  readonly second: string | null;
  readonly organs: readonly { readonly organ: string | null }[];
  readonly inspectors: readonly { readonly person: string | null }[];
  readonly checklists: readonly ListUsed[];
};
export type Merged = {
  readonly unit: string;
  readonly dueOn: string;
  readonly lead: string | null;
  readonly second: string | null;
  readonly others: readonly string[];
  readonly organs: readonly string[];
  readonly checklists: readonly ListUsed[];
  readonly savedVisits: number;
};

/** One visit in place of several: the earliest day, every organ and person once, every list once in its newest version. Pure. */
export function mergeTasks(tasks: readonly Mergeable[]): Merged | undefined {
  const [first] = tasks;
  if (!first || tasks.length < 2 || tasks.some(({ unit }) => unit !== first.unit)) return undefined;
  const present = (values: readonly (string | null)[]) => [...new Set(values.filter((value) => value !== null))];
  const people = present(tasks.flatMap(({ lead, second, inspectors }) => [lead, second, ...inspectors.map(({ person }) => person)]));
  const lists = new Map<string, ListUsed>();
  for (const list of tasks.flatMap(({ checklists }) => checklists))
    if ((lists.get(list.list)?.version ?? 0) < list.version) lists.set(list.list, list);
  return {
    unit: first.unit,
    dueOn: tasks.map(({ dueOn }) => dueOn).sort()[0] ?? first.dueOn,
    lead: people[0] ?? null,
    second: people[1] ?? null,
    others: people.slice(2),
    organs: present(tasks.flatMap(({ organ, organs }) => [organ, ...organs.map((each) => each.organ)])),
    checklists: [...lists.values()],
    savedVisits: tasks.length - 1,
  };
}

type Pending = Mergeable & {
  readonly purpose: Purpose;
  readonly unitName: string;
  readonly organName: string | null;
  readonly areaName: string | null;
};

/** Not begun. A re-check of quality stays apart: who looks again does not come along with who is looked at. */
async function pendingTasks(where: ReturnType<typeof sql>, { tx }: Pick<RouteContext, "tx">): Promise<readonly Pending[]> {
  const { rows } =
    await sql<Pending>`select t.id, t.unit, t.unit_name, t.purpose, t.due_on, t.organ, o.name as organ_name, a.name as area_name, t.lead, t.second,
      coalesce(t.organs, '[]') as organs, coalesce(t.inspectors, '[]') as inspectors, coalesce(t.checklists, '[]') as checklists
    from inspection.task t left join organizations.v_organ o on o.id = t.organ left join platform.area a on a.key = t.area
    where t.state = 'pending' and t.purpose <> 'quality' and t.deleted_at is null and ${where} order by t.unit, t.due_on, t.id limit 2000`.execute(
      tx,
    );
  return rows;
}

const person = z.object({ id: z.uuid(), name: z.string(), organName: z.string().nullable() });
const list = z.object({ list: z.string(), version: z.number().int(), title: z.string(), items: z.number().int() });
const mergeableUnit = z
  .object({
    unit: z.uuid(),
    unitName: z.string(),
    areaName: z.string().nullable(),
    saves: z.number().int(),
    dueOn: z.string().describe("合并后的截止：最早一项的"),
    tasks: z.array(
      z.object({
        id: z.uuid(),
        dueOn: z.string(),
        purpose: z.enum(Object.keys(purposes) as [Purpose, ...Purpose[]]),
        organName: z.string().nullable(),
        people: z.array(person),
        checklists: z.array(list),
      }),
    ),
    organs: z.array(z.string()).describe("合并后参加的单位"),
    people: z.array(person).describe("合并后的检查人员：首位主查，次位协查"),
    checklists: z.array(list).describe("合并后的检查表，同一张只留最新一版"),
    lone: z.array(person).describe("职责不含联合检查的人员：改派后才能合并"),
  })
  .meta({ id: "MergeableUnit", description: "一家单位可合并的检查任务" });

export const listMergeable = route({
  method: "GET",
  path: "/inspection/merge",
  summary: "可合并的检查任务",
  description: "同一单位、各单位安排的待查任务，截止日相差在窗口之内；连同合并后的检查表、参加单位和人员。",
  tag,
  permission: "inspection.arrange",
  input: z.object({ days: z.coerce.number().int().min(1).max(365).default(60) }),
  output: z.object({ saved: z.number().int().describe("已合并少跑的次数"), units: z.array(mergeableUnit) }),
  async run(context, { days }) {
    const { lo, hi } = context.actor.area;
    const rows = await pendingTasks(
      sql`t.area between ${lo} and ${hi} and exists (select 1 from inspection.task b where b.unit = t.unit and b.id <> t.id and b.state = 'pending' and b.purpose <> 'quality' and b.deleted_at is null and abs(b.due_on - t.due_on) <= ${days}::int)`,
      context,
    );
    const units = new Map<string, Pending[]>();
    for (const row of rows) units.set(row.unit, [...(units.get(row.unit) ?? []), row]);
    const { rows: saved } = await sql<{
      n: number;
    }>`select coalesce(sum(saved_visits), 0)::int as n from inspection.task where area between ${lo} and ${hi} and deleted_at is null and state <> 'cancelled'`.execute(
      context.tx,
    );
    const names = await namesFor(rows, context);
    return ok({ saved: saved[0]?.n ?? 0, units: [...units.values()].flatMap((tasks) => shownUnit(tasks, names) ?? []) });
  },
});

type Names = {
  readonly people: ReadonlyMap<string, Inspector>;
  readonly organs: ReadonlyMap<string, string>;
  readonly items: ReadonlyMap<string, number>;
};
const keyOf = (used: ListUsed): string => `${used.list}@${used.version}`;

async function namesFor(rows: readonly Pending[], { tx }: Pick<RouteContext, "tx">): Promise<Names> {
  const all = rows.flatMap((row) => mergeTasks([row, row]) ?? []);
  const people = await inspectorsById(
    all.flatMap(({ lead, second, others }) => [lead ?? [], second ?? [], others].flat()),
    tx,
  );
  const organs = await organNames(
    all.flatMap((each) => each.organs),
    tx,
  );
  const items = new Map<string, number>();
  for (const used of all.flatMap(({ checklists }) => checklists))
    if (!items.has(keyOf(used))) items.set(keyOf(used), (await checklistById(tx, used.list, used.version))?.items.length ?? 0);
  return { people, organs, items };
}

function shownUnit(tasks: readonly Pending[], names: Names): z.infer<typeof mergeableUnit> | undefined {
  const [merged, first] = [mergeTasks(tasks), tasks[0]];
  if (!merged || !first) return undefined;
  const people = (ids: readonly (string | null)[]) =>
    ids.flatMap((id) => names.people.get(id ?? "") ?? []).map(({ id, name, organName }) => ({ id, name, organName }));
  const lists = (used: readonly ListUsed[]) => used.map((each) => ({ ...each, items: names.items.get(keyOf(each)) ?? 0 }));
  const together = people([merged.lead, merged.second, ...merged.others]);
  return {
    unit: first.unit,
    unitName: first.unitName,
    areaName: first.areaName,
    saves: merged.savedVisits,
    dueOn: merged.dueOn,
    tasks: tasks.map((each) => ({
      id: each.id,
      dueOn: each.dueOn,
      purpose: each.purpose,
      organName: each.organName,
      people: people([each.lead, each.second, ...each.inspectors.map((line) => line.person)]),
      checklists: lists(each.checklists),
    })),
    organs: merged.organs.flatMap((id) => names.organs.get(id) ?? []),
    people: together,
    checklists: lists(merged.checklists),
    lone: together.filter(({ id }) => !mayCheck(names.people.get(id)?.roles ?? [], "joint")),
  };
}

export const mergeRoute = route({
  method: "POST",
  path: "/inspection/merge",
  summary: "合并检查任务（综合查一次）",
  tag,
  permission: "inspection.arrange",
  input: z.object({ tasks: z.array(z.uuid()).min(2).max(20) }),
  output: z.object({ id: z.uuid(), savedVisits: z.number().int() }),
  example: { input: { tasks: [EXAMPLE, "01997c2e-8f00-7000-8000-000000000002"] }, output: { id: EXAMPLE, savedVisits: 1 } },
  async run(context, { tasks: ids }) {
    const { tx, services, actor, now, today } = context;
    const wanted = [...new Set(ids)];
    const found = await pendingTasks(sql`t.id = any(${wanted}::uuid[])`, context);
    const merged = found.length === wanted.length ? mergeTasks(found) : undefined;
    if (!merged) return refuse("conflict", "inspection.nothing_to_merge");
    const dueOn = ([merged.dueOn, today].sort().at(-1) ?? today) as CalendarDate;
    const raised = await raiseTasks(
      tx,
      services,
      [{ ...merged, dueOn, purpose: "joint", origin: "merged", originId: wanted.join(",").slice(0, 60), byRisk: false }],
      { actor, actorName: actor.name, now, today },
    );
    if (!raised.ok) return raised;
    const id = raised.value[0] ?? "";
    for (const each of wanted) {
      // What was merged into it before goes along: whoever follows a task finds the visit that stands in one step.
      await sql`update inspection.task set merged_into = ${id} where id = ${each} or merged_into = ${each}`.execute(tx);
      const cancelled = await moveCase(eraseCase(task), each, "cancel", { cancelWhy: "并入综合查一次" }, context, readerOf(context));
      if (!cancelled.ok) return cancelled;
    }
    context.audit({ action: "合并检查任务", subject: "inspection.task", subjectId: id, detail: { tasks: wanted } });
    return ok({ id, savedVisits: merged.savedVisits });
  },
});
