/** Makes tasks: one or a thousand, in the caller's transaction. Every unit must be in sight of the caller; every inspector must be allowed to. */
import { sql } from "kysely";
import { dueAt } from "#platform/case/calendar.ts";
import type { Tx } from "#platform/db.ts";
import { insertRows, uuidv7 } from "#platform/ledger/write.ts";
import { ok, type Result, refuse } from "#platform/result.ts";
import type { Services } from "#platform/services.ts";
import type { CalendarDate } from "#platform/values.ts";
import { cannotInspect } from "./may-inspect.ts";
import { inspectorsById, organNames } from "./people.ts";
import type { Origin, Purpose } from "./purposes.ts";
import { TASK } from "./task.ts";

export type ListUsed = { readonly list: string; readonly version: number; readonly title: string };
export type TaskWanted = {
  readonly unit: string;
  readonly purpose: Purpose;
  readonly origin: Origin;
  readonly originId?: string | null;
  readonly dueOn: CalendarDate | string;
  readonly lead?: string | null;
  readonly second?: string | null;
  readonly others?: readonly string[];
  readonly organ?: string | null;
  readonly organs?: readonly string[];
  readonly checklists?: readonly ListUsed[];
  readonly byRisk?: boolean;
  readonly depth?: "spot" | "full";
  readonly note?: string | null;
  readonly savedVisits?: number;
};
export type TaskRaiser = {
  readonly actor: { readonly userId: string; readonly organId: string | null } | null;
  readonly actorName: string;
  readonly now: Date;
  readonly today: CalendarDate;
};

type UnitRow = {
  readonly id: string;
  readonly area: number;
  readonly name: string;
  readonly lon: number | null;
  readonly lat: number | null;
  readonly datum: string | null;
  readonly demo: boolean;
};

/** @returns the ids, in the order asked */
export async function raiseTasks(
  tx: Tx,
  services: Services,
  wanted: readonly TaskWanted[],
  by: TaskRaiser,
): Promise<Result<readonly string[]>> {
  const units = await unitsById(
    wanted.map(({ unit }) => unit),
    tx,
  );
  const people = await inspectorsById(
    wanted.flatMap(({ lead, second, others }) => [lead ?? [], second ?? [], others ?? []].flat()),
    tx,
  );
  const organs = await organNames(
    wanted.flatMap(({ organ, organs: more }) => [...(organ ? [organ] : []), ...(more ?? [])]),
    tx,
  );
  const numbers = await nextNumbers(wanted.length, by.today, tx);
  const rows = [];
  for (const [i, each] of wanted.entries()) {
    const unit = units.get(each.unit);
    if (!unit) return refuse("invalid", "inspection.unknown_unit", { unit: each.unit });
    if (each.dueOn < by.today) return refuse("invalid", "inspection.due_in_past");
    if (each.lead && each.lead === each.second) return refuse("invalid", "inspection.same_person_twice");
    for (const id of [each.lead, each.second, ...(each.others ?? [])]) {
      if (!id) continue;
      const refused = cannotInspect(people.get(id), each.purpose);
      if (refused) return refuse("invalid", refused.code, refused.params);
    }
    const organ = each.organ ?? (each.lead ? people.get(each.lead)?.organ : null) ?? by.actor?.organId ?? null;
    const joined = [...new Set([...(organ ? [organ] : []), ...(each.organs ?? [])])];
    rows.push({
      id: uuidv7(by.now.getTime()),
      area: unit.area,
      demo: unit.demo,
      values: {
        ...(unit.lon === null ? {} : { lon: unit.lon, lat: unit.lat, datum: unit.datum }),
        number: numbers[i],
        unit: unit.id,
        unitName: unit.name,
        purpose: each.purpose,
        origin: each.origin,
        originId: each.originId ?? null,
        dueOn: each.dueOn,
        organ,
        organs: joined.map((id) => ({ organ: id, name: organs.get(id) ?? "" })),
        lead: each.lead ?? null,
        second: each.second ?? null,
        inspectors: (each.others ?? []).map((id) => ({ person: id, name: people.get(id)?.name ?? "" })),
        checklists: each.checklists ?? [],
        byRisk: each.byRisk ?? false,
        depth: each.depth ?? "full",
        savedVisits: each.savedVisits ?? 0,
        note: each.note ?? null,
        state: "pending",
        openedAt: by.now.toISOString(),
        lastAt: by.now.toISOString(),
        dueAt: dueAt({ field: "dueOn" }, by.now, by.today, { dueOn: each.dueOn }, new Map())?.toISOString() ?? null,
        repeats: 1,
        holderOrgan: organ,
        holderPost: null,
        holderPerson: each.lead ?? null,
      },
    });
  }
  const scope = { area: services.city.range, unitId: null, userId: by.actor?.userId ?? null };
  await insertRows(services.catalog.get(TASK), rows, { tx, sealer: services.sealer, scope });
  await tell(rows, by, tx);
  return ok(rows.map(({ id }) => id));
}

/** Under the caller's row filter: what he does not see is not there. */
async function unitsById(ids: readonly string[], tx: Tx): Promise<ReadonlyMap<string, UnitRow>> {
  const { rows } = await sql<UnitRow>`select id, area, name, lon, lat, datum, demo from places.unit
    where deleted_at is null and id = any(${[...new Set(ids)]}::uuid[])`.execute(tx);
  return new Map(rows.map((row) => [row.id, row]));
}

async function nextNumbers(count: number, today: CalendarDate, tx: Tx): Promise<readonly string[]> {
  const { rows } = await sql<{ n: number }>`select nextval('inspection.task_sequence')::int as n from generate_series(1, ${count})`.execute(
    tx,
  );
  return rows.map(({ n }) => `JC${today.replaceAll("-", "")}-${String(n).padStart(4, "0")}`);
}

/** The first line of each timeline, and the event others listen to. */
async function tell(rows: readonly { readonly id: string; readonly area: number }[], by: TaskRaiser, tx: Tx): Promise<void> {
  const ids = rows.map(({ id }) => id);
  const areas = rows.map(({ area }) => area);
  await sql`insert into platform.timeline (case_name, case_id, at, kind, actor, actor_name, to_state, given)
    select ${TASK}, id, ${by.now.toISOString()}::timestamptz, ${by.actor ? "person" : "system"}, ${by.actor?.userId ?? null}::uuid, ${by.actorName}, 'pending', '{}'::jsonb
    from unnest(${ids}::uuid[]) as t(id)`.execute(tx);
  await sql`insert into platform.event (type, area, actor, payload)
    select ${`${TASK}.raised`}, area, ${by.actor?.userId ?? null}::uuid, jsonb_build_object('id', id) from unnest(${ids}::uuid[], ${areas}::bigint[]) as t(id, area)`.execute(
    tx,
  );
  await sql`select pg_notify('suiren_event', '')`.execute(tx);
}
