/** Everything a person needs in the field today, in one download: tasks, places with their codes, lists, what is still open there. */
import { createHash } from "node:crypto";
import { sql } from "kysely";
import { z } from "zod";
import { type UnitKind, unit } from "#modules/ground/places/index.ts";
import { type Actor, may } from "#platform/actor.ts";
import { inRequest } from "#platform/http/server.ts";
import { listRows } from "#platform/ledger/read.ts";
import { readerOf } from "#platform/ledger/routes.ts";
import { ok, type Result } from "#platform/result.ts";
import type { RawRoute, RouteContext } from "#platform/route.ts";
import type { Checklist } from "../checklists/checklist.ts";
import { checklistById, checklistFor } from "../checklists/office-lists.ts";
import { cannotCheck } from "../tasks/may-inspect.ts";
import { type Purpose, purposes } from "../tasks/purposes.ts";
import { keepList } from "./answered-list.ts";
import { codesOf } from "./unit-codes.ts";

/** Places a person may meet without a task; those with more keep the key units. */
const MOST_UNITS = 500;
const MOST_HAZARDS = 500;
const MOST_TASKS = 200;

const used = z.object({ id: z.string(), version: z.number().int() });
const fieldTask = z.object({
  id: z.uuid(),
  unit: z.uuid(),
  purpose: z.string(),
  dueOn: z.string().nullable(),
  note: z.string().nullable(),
  state: z.string(),
  lists: z.array(used),
  inspectors: z.array(z.string()),
});
const fieldUnit = z.object({
  id: z.uuid(),
  name: z.string(),
  address: z.string(),
  areaName: z.string().nullable(),
  kind: z.string(),
  grade: z.string().nullable(),
  lon: z.number().nullable(),
  lat: z.number().nullable(),
  datum: z.string().nullable(),
  responsible: z.string().nullable(),
  manager: z.string().nullable(),
  code: z.string().nullable(),
});
const fieldHazard = z.object({
  id: z.uuid(),
  unit: z.uuid(),
  number: z.string(),
  what: z.string(),
  placeWords: z.string(),
  stateLabel: z.string(),
  dueOn: z.string().nullable(),
});
const fieldItem = z.object({
  id: z.string(),
  section: z.string(),
  text: z.string(),
  ground: z.string().nullable(),
  grade: z.enum(["minor", "general", "serious"]),
  penalty: z.string().nullable(),
  photo: z.enum(["always", "onFail", "never"]),
  remedy: z.string().nullable(),
});
const fieldList = z
  .object({ id: z.string(), version: z.number().int(), title: z.string(), items: z.array(fieldItem) })
  .meta({ id: "FieldList" });
const fieldDay = z
  .object({
    day: z.string(),
    me: z.object({ id: z.uuid(), name: z.string(), organ: z.string().nullable(), areaName: z.string() }),
    tasks: z.array(fieldTask),
    units: z.array(fieldUnit),
    lists: z.array(fieldList),
    listsByKind: z.record(z.string(), z.array(used)).describe("单位类别 → 可用的检查表，首个为默认"),
    hazards: z.array(fieldHazard),
    purposes: z.record(z.string(), z.string()).describe("本人以现在的岗位可以做的检查"),
    moreUnits: z.boolean().describe("辖区单位太多，只带了重点单位"),
  })
  .meta({ id: "FieldDay", description: "一天的现场资料" });
type FieldDay = z.input<typeof fieldDay>;

export const fieldDayRoute: RawRoute = {
  method: "GET",
  path: "/inspection/field/day",
  tag: "监督检查",
  summary: "下载今天的现场资料",
  description: "任务、单位与单位码、检查表、未销号隐患，一次取回；带 ETag，没有变化时不再传。",
  permission: "inspection.field",
  input: z.object({}),
  output: fieldDay,
  bare: { 304: "与所持的相同" },
  async answer({ request, reply, services }) {
    const made = await inRequest(fieldDayRoute, request, reply, services, dayFor);
    if (!made.ok) return made;
    const text = JSON.stringify(made.value);
    const etag = `"${createHash("sha1").update(text).digest("base64url")}"`;
    void reply.header("etag", etag);
    if (request.headers["if-none-match"] === etag) {
      void reply.status(304);
      return ok(undefined);
    }
    void reply.type("application/json; charset=utf-8");
    return ok(text);
  },
};

async function dayFor(context: RouteContext): Promise<Result<FieldDay>> {
  const { tx, actor, today, services, language } = context;
  const tasks = await tasksOf(context);
  const { units, more } = await unitsFor(context, [...new Set(tasks.map(({ unit }) => unit))]);
  const codes = new Map((await codesOf(tx, services, units)).map(({ unit, code }) => [unit, code]));
  const { lists, listsByKind } = await listsFor(
    context,
    [...new Set(units.map(({ kind }) => kind))],
    tasks.flatMap((task) => task.lists),
  );
  const spoken = services.spoken[language].read;
  return ok({
    day: today,
    me: { id: actor.userId, name: actor.name, organ: actor.organName, areaName: actor.areaName },
    tasks,
    units: units.map(({ area: _, ...each }) => ({ ...each, code: codes.get(each.id) ?? null })),
    lists: lists.map(({ id, version, title, items }) => ({
      ...{ id, version, title },
      items: items.map(({ id, section, text, ground, grade, penalty, photo, remedy }) => ({
        id,
        section,
        text,
        ground,
        grade,
        penalty,
        photo,
        remedy,
      })),
    })),
    listsByKind,
    hazards: await hazardsAt(
      context,
      units.slice(0, 100).map(({ id }) => id),
    ),
    purposes: Object.fromEntries(
      Object.entries(purposes).flatMap(([key, label]) => (cannotCheck(actor, key as Purpose) ? [] : [[key, spoken(label)]])),
    ),
    moreUnits: more,
  });
}

type TaskRow = Omit<FieldDay["tasks"][number], "lists"> & {
  readonly checklists: readonly { readonly list: string; readonly version: number }[] | null;
};

/** Open tasks given to him by name, or to his organ without a name, that he may carry out; soonest first. */
async function tasksOf({ tx, actor }: RouteContext): Promise<FieldDay["tasks"]> {
  const { rows } = await sql<TaskRow>`select t.id, t.unit, t.purpose, t.due_on, t.note, t.checklists, t.state,
      array_remove(array[l.name, s.name], null) as inspectors
    from inspection.task t left join inspection.v_inspector l on l.id = t.lead left join inspection.v_inspector s on s.id = t.second
    where t.closed_at is null and t.deleted_at is null and t.merged_into is null
      and (t.lead = ${actor.userId} or t.second = ${actor.userId} or t.holder_person = ${actor.userId} or (t.lead is null and t.organ = ${actor.organId}))
    order by t.due_on, t.id limit ${MOST_TASKS}`.execute(tx);
  const his = rows.filter(({ purpose }) => !cannotCheck(actor, purpose as Purpose));
  return his.map(({ checklists, ...task }) => ({
    ...task,
    lists: (checklists ?? []).map(({ list, version }) => ({ id: list, version })),
  }));
}

type UnitRow = Omit<z.output<typeof fieldUnit>, "code"> & { readonly area: number };

/** Those of the tasks first, then what lies in his area. */
async function unitsFor(
  { tx, actor }: RouteContext,
  ofTasks: readonly string[],
): Promise<{ readonly units: readonly UnitRow[]; readonly more: boolean }> {
  const { rows } =
    await sql<UnitRow>`select u.id, u.area, u.name, u.address, a.name as area_name, u.kind, u.grade, u.lon, u.lat, u.datum, u.responsible, u.manager
    from ((select * from places.unit where id = any(${ofTasks}::uuid[]) and deleted_at is null)
      union (select * from places.unit where area between ${actor.area.lo} and ${actor.area.hi} and deleted_at is null and not id = any(${ofTasks}::uuid[])
        order by (grade = 'key') desc nulls last, id limit ${MOST_UNITS + 1})) u left join platform.area a on a.key = u.area
    order by not u.id = any(${ofTasks}::uuid[]), u.id`.execute(tx);
  const limit = MOST_UNITS + ofTasks.length;
  return { units: rows.slice(0, limit), more: rows.length > limit };
}

const isKind = (kind: string): kind is UnitKind => kind in unit.fields.kind.choices;

/** Which list goes with which kind of place; each is kept as it was handed out. */
async function listsFor(
  { tx, actor, today }: RouteContext,
  kinds: readonly string[],
  ofTasks: readonly { readonly id: string; readonly version: number }[],
): Promise<{ readonly lists: readonly Checklist[]; readonly listsByKind: FieldDay["listsByKind"] }> {
  const lists = new Map<string, Checklist>();
  const listsByKind: Record<string, { id: string; version: number }[]> = {};
  const take = async (list: Checklist | undefined): Promise<void> => {
    if (!list || lists.has(`${list.id}@${list.version}`)) return;
    lists.set(`${list.id}@${list.version}`, list);
    await keepList(tx, list);
  };
  for (const kind of kinds.filter(isKind)) {
    const found = new Map<string, { id: string; version: number }>();
    for (const purpose of purposesOf(actor)) {
      const list = await checklistFor(tx, { kind, purpose, area: actor.area.lo, today });
      await take(list);
      if (list) found.set(list.id, { id: list.id, version: list.version });
    }
    listsByKind[kind] = [...found.values()];
  }
  for (const { id, version } of ofTasks) await take(await checklistById(tx, id, version));
  return { lists: [...lists.values()], listsByKind };
}

/** A grid member patrols; whoever may settle supervises as well. */
const purposesOf = (actor: Actor) =>
  may(actor, "inspection.settle") ? (["supervision", "patrol"] as const) : (["patrol", "supervision"] as const);

async function hazardsAt(context: RouteContext, units: readonly string[]): Promise<FieldDay["hazards"]> {
  const { services, actor, language } = context;
  if (units.length === 0 || !may(actor, "hazard-loop.hazard.read")) return [];
  const rows = await listRows(
    services.catalog.get("hazard-loop.hazard"),
    { where: { unit: units, open: true }, limit: MOST_HAZARDS },
    readerOf(context),
  );
  if (!rows.ok) return [];
  const states = services.spoken[language].registry.cases.get("hazard-loop.hazard")?.states ?? {};
  return rows.value.rows.map((row) => ({
    id: row.id,
    unit: String(row.unit),
    number: String(row.number),
    what: String(row.what),
    placeWords: String(row.placeWords),
    stateLabel: states[String(row.state)]?.label ?? "",
    dueOn: row.dueOn ? String(row.dueOn) : null,
  }));
}
