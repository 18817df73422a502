/** 农村消防责任清单: county, town, village and departments each have a list of their own, published as a 责任清单 and given out as tasks. TY-2.4.1.2 */
import { sql } from "kysely";
import { z } from "zod";
import { raiseTask } from "#modules/governance/policy-tasks/index.ts";
import { eraseCase } from "#platform/case/define.ts";
import { raiseCase } from "#platform/case/store.ts";
import type { Tx } from "#platform/db.ts";
import { pathOf } from "#platform/ledger/names.ts";
import { readerOf } from "#platform/ledger/routes.ts";
import { insertRows, uuidv7 } from "#platform/ledger/write.ts";
import { ok, refuse } from "#platform/result.ts";
import { type RouteContext, route } from "#platform/route.ts";
import { type AreaRange, addDays, areaKey } from "#platform/values.ts";
import { powerList } from "./cases.ts";
import { placeAsked } from "./console.ts";
import { whole } from "./console-shapes.ts";
import { defaults } from "./defaults.ts";
import { duty } from "./ledgers.ts";
import { nextEdition } from "./ready.ts";

const tag = "责任体系";
const RURAL = "rural";

type Body = { readonly id: string; readonly name: string; readonly kind: string; readonly level: string; readonly area: number };

export const wordsFor = ({ kind, level }: Pick<Body, "kind" | "level">) =>
  defaults.rural.duties.filter(({ organ, levels }) => organ === kind && levels.some((each) => each === level));

/** Organs of a range that the rural list names, by kind and level. */
async function bodiesIn(tx: Tx, { lo, hi }: AreaRange): Promise<readonly Body[]> {
  const kinds = [...new Set(defaults.rural.duties.map(({ organ }) => organ))];
  const { rows } = await sql<Body>`select id, short_name as name, kind, level, area from organizations.v_organ
    where kind = any(${kinds}::text[]) and area between ${lo} and ${hi} order by area, id`.execute(tx);
  return rows.filter((body) => wordsFor(body).length > 0);
}

/** Those of them that have a rural list. */
async function listed(tx: Tx, bodies: readonly Body[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{
    organ: string;
  }>`select distinct organ from responsibility.duty where kind = ${RURAL} and clause = ${defaults.rural.clause} and deleted_at is null
    and organ = any(${bodies.map(({ id }) => id)}::uuid[])`.execute(tx);
  return new Set(rows.map(({ organ }) => organ));
}

export const rowsFor = (body: Body, from: string, until: string) =>
  wordsFor(body).flatMap(({ words }) =>
    words.map((each) => ({
      organ: body.id,
      words: each,
      layer:
        body.kind === "community-committee" || body.level === "town"
          ? "foundation"
          : body.kind === "government"
            ? "government"
            : "department",
      kind: RURAL,
      clause: defaults.rural.clause,
      from,
      until,
    })),
  );

export const makeRuralLists = route({
  method: "POST",
  path: "/responsibility/rural/lists",
  summary: "建立农村消防责任清单",
  description: "给县、乡镇、村和有关部门各建一份，并起草待公开的清单；已有的不动。",
  tag,
  permission: "responsibility.duty.write",
  input: z.object({ area: z.coerce.number().pipe(areaKey).optional() }),
  output: z.object({ bodies: whole, duties: whole, lists: whole.describe("起草的清单，送审后公开") }),
  async run(context, { area }) {
    const place = placeAsked(context, area);
    if (!place.ok) return place;
    const { tx, services, today } = context;
    const until = `${Number(today.slice(0, 4)) + defaults.rural.validYears}-12-31`;
    const bodies = await bodiesIn(tx, place.value.range);
    const have = await listed(tx, bodies);
    const fresh = bodies.filter(({ id }) => !have.has(id));
    const made = fresh.flatMap((body) =>
      rowsFor(body, today, until).map((values) => ({ id: uuidv7(context.now.getTime()), area: body.area, demo: false, values })),
    );
    await insertRows(services.catalog.get(duty.name), made, readerOf(context));
    let lists = 0;
    for (const body of fresh) {
      const drafted = await draftList(context, body, until);
      if (!drafted.ok) return drafted;
      lists += 1;
    }
    context.audit({ action: "建立农村消防责任清单", subject: duty.name, detail: { bodies: fresh.length, duties: made.length } });
    return ok({ bodies: fresh.length, duties: made.length, lists });
  },
});

async function draftList(context: RouteContext, body: Body, validUntil: string) {
  const { tx, services, actor, now } = context;
  const items = wordsFor(body).flatMap(({ words }) =>
    words.map((each) => ({ kind: "duty", words: each, ground: defaults.ground, post: null, clause: defaults.rural.clause })),
  );
  const edition = await nextEdition(tx, body.id, RURAL);
  return raiseCase(
    eraseCase(powerList),
    {
      area: body.area,
      values: { title: `${body.name}农村消防责任清单`, organ: body.id, scope: RURAL, edition, items, validUntil },
      holderOrgan: body.id,
      at: now,
      kind: "person",
      actor: actor.userId,
      actorName: actor.name,
    },
    readerOf(context),
    services,
  );
}

const ruralDuty = z.object({
  id: z.uuid(),
  words: z.string(),
  task: z.uuid().nullable(),
  taskState: z.string().nullable(),
  dueOn: z.string().nullable(),
  late: z.boolean(),
});
const ruralBody = z
  .object({
    id: z.uuid(),
    name: z.string(),
    level: z.string(),
    area: whole,
    areaName: z.string().nullable(),
    publishedOn: z.string().nullable(),
    draft: z.uuid().nullable().describe("还没有公开的那一份"),
    duties: z.array(ruralDuty),
  })
  .meta({ id: "RuralBody", description: "一个机构的农村消防责任清单和由它立的任务" });

/** So many are listed; who is not is counted all the same. */
const SHOWN = 500;

export const showRural = route({
  method: "GET",
  path: "/responsibility/rural",
  summary: "农村消防责任：县、乡镇、村和部门",
  tag,
  permission: "responsibility.duty.read",
  input: z.object({ area: z.coerce.number().pipe(areaKey).optional() }),
  output: z.object({
    bodies: z.array(ruralBody).describe("最多 500 个，按辖区排"),
    having: whole.describe("有清单的机构，多于列出的时另选辖区看"),
    lacking: whole.describe("应有清单而没有的机构"),
    villages: whole.describe("没有登记村（居）委会的村社区"),
  }),
  async run(context, { area }) {
    const place = placeAsked(context, area);
    if (!place.ok) return place;
    const [{ tx }, { range, today }] = [context, place.value];
    const { rows } = await sql<z.output<typeof ruralBody>>`select o.id, o.short_name as name, o.level, o.area, a.name as area_name,
        (select max(l.published_on) from responsibility.power_list l where l.organ = o.id and l.scope = ${RURAL} and l.state = 'published' and l.deleted_at is null)::text as published_on,
        (select l.id from responsibility.power_list l where l.organ = o.id and l.scope = ${RURAL} and l.closed_at is null and l.deleted_at is null limit 1) as draft,
        jsonb_agg(jsonb_build_object('id', d.id, 'words', d.words, 'task', t.id, 'taskState', t.state, 'dueOn', t.due_on,
          'late', coalesce(t.closed_at is null and t.due_on < ${today}::date, false)) order by d.id) as duties
      from responsibility.duty d join organizations.v_organ o on o.id = d.organ left join platform.area a on a.key = o.area
      left join lateral (select t.id, t.state, t.due_on, t.closed_at from policy_tasks.task t where t.source_id = d.id::text and t.deleted_at is null order by t.opened_at desc limit 1) t on true
      where d.kind = ${RURAL} and d.clause = ${defaults.rural.clause} and d.deleted_at is null and d.area between ${range.lo} and ${range.hi}
      group by o.id, o.short_name, o.level, o.area, a.name order by o.area, o.id limit ${SHOWN}`.execute(tx);
    const all = await bodiesIn(tx, range);
    const have = await listed(tx, all);
    const villages = await sql<{
      n: number;
    }>`select count(*)::int as n from platform.area a where a.level = 'village' and a.valid_to is null and a.key between ${range.lo} and ${range.hi}
      and not exists (select 1 from organizations.v_organ o where o.area = a.key and o.kind = 'community-committee')`.execute(tx);
    return ok({
      bodies: rows,
      having: Math.max(have.size, rows.length),
      lacking: all.length - have.size,
      villages: villages.rows[0]?.n ?? 0,
    });
  },
});

/** Each duty of the list that has no open task becomes one, with the days its rule gives. */
export const giveRuralTasks = route({
  method: "POST",
  path: "/responsibility/rural/:organ/tasks",
  summary: "按农村消防责任清单立任务",
  tag,
  permission: "responsibility.publish",
  input: z.object({ organ: z.uuid() }),
  output: z.object({ tasks: z.array(z.object({ id: z.uuid(), number: z.string() })) }),
  async run(context, { organ }) {
    const { tx, services, actor, now, today } = context;
    const { rows } = await sql<{
      id: string;
      words: string;
      kind: string;
      level: string;
      name: string;
    }>`select d.id, d.words, o.kind, o.level, o.short_name as name
      from responsibility.duty d join organizations.v_organ o on o.id = d.organ where d.organ = ${organ} and d.kind = ${RURAL} and d.clause = ${defaults.rural.clause} and d.deleted_at is null
        and not exists (select 1 from policy_tasks.task t where t.source_id = d.id::text and t.closed_at is null and t.deleted_at is null) order by d.id`.execute(
      tx,
    );
    if (rows.length === 0) return refuse("conflict", "responsibility.no_rural_duty");
    const tasks: { id: string; number: string }[] = [];
    for (const each of rows) {
      const due = wordsFor(each).find(({ words }) => words.includes(each.words))?.due ?? 90;
      const raised = await raiseTask(
        tx,
        services,
        {
          ...{ title: each.words, organ, dueOn: addDays(today, due), clause: defaults.rural.clause },
          ...{
            sourceKind: "plan" as const,
            sourceId: each.id,
            sourceHref: `/${pathOf(duty.name)}/${each.id}`,
            sourceWords: `${each.name}农村消防责任清单`,
          },
        },
        { actor, now, today },
      );
      if (!raised.ok) return raised;
      tasks.push(raised.value);
    }
    context.audit({ action: "按农村消防责任清单立任务", subject: duty.name, detail: { organ, tasks: tasks.length } });
    return ok({ tasks });
  },
});
