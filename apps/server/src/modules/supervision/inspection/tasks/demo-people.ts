/** Demonstration: the people sent on the seeded checks. Runs once the first accounts are there. */
import { sql } from "kysely";
import { demoId, insertDemo } from "#modules/ground/places/index.ts";
import type { Tx } from "#platform/db.ts";
import type { Services } from "#platform/services.ts";
import { type AreaRange, addDays, type CalendarDate, subtreeOf } from "#platform/values.ts";
import { shippedLists } from "../checklists/shipped.ts";
import { qualityCheck, scoreOf } from "./quality.ts";
import { task } from "./task.ts";

const JOINT = 6;

type TaskRow = { readonly id: string; readonly area: number; readonly demo: true; readonly values: Readonly<Record<string, unknown>> };
/** The tasks of the plan as they were seeded, in the same order. */
async function seeded(tx: Tx, where: ReturnType<typeof sql>): Promise<readonly TaskRow[]> {
  const { rows } =
    await sql<TaskRow>`select t.id, t.area, true as demo, jsonb_build_object('number', t.number, 'unit', t.unit, 'unitName', t.unit_name, 'purpose', t.purpose,
      'dueOn', t.due_on, 'checklists', t.checklists, 'byRisk', t.by_risk, 'depth', t.depth, 'state', t.state, 'openedAt', t.opened_at, 'lastAt', t.last_at, 'repeats', t.repeats,
      'dueAt', t.due_at, 'result', t.result, 'foundCount', t.found_count, 'doneOn', t.done_on, 'lon', t.lon, 'lat', t.lat, 'datum', t.datum) as "values"
    from inspection.task t where t.demo and t.origin = 'plan' and t.deleted_at is null and ${where} order by t.number`.execute(tx);
  return rows;
}

/** Who is sent where: two inspectors to each check of the quarter; some units a department is to see as well; some checks looked at again. */
export async function seedSentPeople(tx: Tx, services: Services, report: (line: string) => void): Promise<void> {
  const people = await peopleOf(tx);
  if (!people) return;
  const { lo, hi } = people.range;
  const of = (state: string) => seeded(tx, sql`t.state = ${state} and t.area between ${lo} and ${hi}`);
  await seedQuality(tx, services, people, await of("done"));
  await seedJoint(tx, services, people, await of("pending"));
  report(`可综合查一次 ${JOINT} 家，并有抽样复核（演示数据）`);
}

type Sent = { readonly id: string; readonly organ: string; readonly area: number; readonly role: string };

type People = { readonly brigade: readonly Sent[]; readonly others: readonly Sent[]; readonly range: AreaRange };

/** Inspectors of the county that has most, its area, and people of other departments who may check with them. */
async function peopleOf(tx: Tx): Promise<People | undefined> {
  const { rows } =
    await sql<Sent>`select id, organ, area, case when 'inspector' = any(roles) then 'inspector' else 'department' end as role from inspection.v_inspector
    where organ is not null and roles && array['inspector', 'department'] order by name, id limit 40`.execute(tx);
  const inspectors = rows.filter(({ role }) => role === "inspector");
  const of = (organ: string) => inspectors.filter((each) => each.organ === organ);
  const brigade = inspectors.map(({ organ }) => of(organ)).sort((a, b) => b.length - a.length)[0] ?? [];
  const [first] = brigade;
  return first && brigade.length > 1
    ? { brigade, others: rows.filter(({ role }) => role === "department"), range: subtreeOf(first.area) }
    : undefined;
}

/** Some units that a department is to see as well within weeks: what 综合查一次 spares them. */
async function seedJoint(tx: Tx, services: Services, { brigade, others }: People, rows: readonly TaskRow[]): Promise<void> {
  const [one, two, other] = [brigade[0], brigade[1], others[0]];
  if (!one || !two || !other) return;
  const twice = rows.slice(0, JOINT);
  const ids = twice.map(({ id }) => id);
  await sql`update inspection.task set lead = ${one.id}, second = ${two.id}, organ = ${one.organ}, organs = jsonb_build_array(jsonb_build_object('organ', ${one.organ}::text))
    where id = any(${ids}::uuid[])`.execute(tx);
  const list = shippedLists.find(({ purpose, id }) => purpose === "supervision" && id === "general-place");
  await insertDemo(
    tx,
    services,
    task,
    twice.map(({ id, area, values }, n) => ({
      id: demoId(`inspection joint ${id}`),
      area,
      demo: true,
      values: {
        ...values,
        number: `${String(values.number)}-H`,
        purpose: "industry",
        origin: "manual",
        originId: null,
        dueOn: addDays(String(values.dueOn) as CalendarDate, 3 + n * 2),
        organ: other.organ,
        organs: [{ organ: other.organ }],
        lead: other.id,
        checklists: list ? [{ list: list.id, version: list.version, title: list.title }] : [],
        savedVisits: 0,
      },
    })),
  );
}

/** Who did the checks of the quarter, and some of them looked at again. */
async function seedQuality(tx: Tx, services: Services, { brigade }: People, rows: readonly TaskRow[]): Promise<void> {
  const leadOf = (n: number) => brigade[n % brigade.length]?.id ?? null;
  await sql`update inspection.task t set lead = w.lead, second = w.second from unnest(${rows.map(({ id }) => id)}::uuid[],
    ${rows.map((_, n) => leadOf(n))}::uuid[], ${rows.map((_, n) => leadOf(n + 1))}::uuid[]) as w(id, lead, second) where t.id = w.id`.execute(
    tx,
  );
  const today = services.clock.today();
  const sampled = rows.filter((_, n) => n % 5 === 1);
  const rechecks = sampled.map(({ id, area, values }, n) => {
    const isDone = n < sampled.length - 2;
    return {
      id: demoId(`inspection quality ${id}`),
      area,
      demo: true as const,
      values: {
        ...values,
        number: `${String(values.number)}-Z`,
        purpose: "quality",
        origin: "quality",
        originId: id,
        dueOn: addDays(today, isDone ? -3 - n : 4 + n),
        state: isDone ? "done" : "pending",
        result: isDone ? values.result : null,
        doneOn: isDone ? addDays(today, -4 - n) : null,
        closedAt: isDone ? new Date(Date.parse(`${addDays(today, -4 - n)}T08:00:00Z`)).toISOString() : null,
      },
    };
  });
  await insertDemo(tx, services, task, rechecks);
  const checked = sampled.slice(0, -2).map(({ id, area, values }, n) => {
    const [missedSerious, missedOther] = [n === 1 ? 1 : 0, n % 3];
    return {
      id: demoId(`inspection quality result ${id}`),
      area,
      demo: true,
      values: {
        original: id,
        recheck: rechecks[n]?.id ?? null,
        unitName: values.unitName,
        inspector: leadOf(rows.findIndex((row) => row.id === id)),
        originalFound: values.foundCount ?? 0,
        checkedOn: addDays(today, -4 - n),
        found: Number(values.foundCount ?? 0) + missedSerious + missedOther,
        missedSerious,
        missedOther,
        agrees: missedSerious + missedOther === 0,
        score: scoreOf(missedSerious, missedOther),
      },
    };
  });
  await insertDemo(tx, services, qualityCheck, checked);
}
