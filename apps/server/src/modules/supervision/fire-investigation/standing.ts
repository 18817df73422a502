/** How each problem of a fire stands: its hazard, the checks of similar units, and what these found. Counted from their own rows, never typed. */
import { sql } from "kysely";
import type { Tx } from "#platform/db.ts";
import { leftOpen } from "./domain/left-open.ts";

export type Standing = {
  readonly id: string;
  readonly what: string;
  readonly placeWords: string;
  readonly origin: "hazard" | "tasks" | "both";
  readonly dueOn: string;
  readonly similarDueOn: string | null;
  readonly hazard: string | null;
  readonly hazardNumber: string | null;
  readonly hazardState: string | null;
  readonly hazardOpen: boolean;
  readonly hazardDueAt: string | null;
  readonly tasks: number;
  readonly tasksDone: number;
  readonly tasksLate: number;
  readonly found: number;
  readonly foundOpen: number;
  readonly left: number;
};

/** Under the asker's rows, or those of the system. A check of a similar unit carries the problem as its origin. */
export async function standingsOf(investigation: string, tx: Tx): Promise<readonly Standing[]> {
  const { rows } = await sql<
    Omit<Standing, "left"> & { tasksOpen: number }
  >`select p.id, p.what, p.place_words, p.origin, p.due_on, p.similar_due_on,
      h.id as hazard, h.number as hazard_number, h.state as hazard_state, h.due_at as hazard_due_at, (h.id is not null and h.closed_at is null) as hazard_open,
      t.tasks, t.done as tasks_done, t.open as tasks_open, t.late as tasks_late, f.found, f.open as found_open
    from fire_investigation.problem p left join hazard_loop.hazard h on h.id = p.hazard and h.deleted_at is null
    cross join lateral (select count(*) filter (where t.state <> 'cancelled')::int as tasks, count(*) filter (where t.state = 'done')::int as done,
        count(*) filter (where t.closed_at is null)::int as open, count(*) filter (where t.closed_at is null and t.due_at < now())::int as late
      from inspection.v_check t where t.origin = 'investigation' and t.origin_id = p.id::text) t
    cross join lateral (select count(distinct g.id)::int as found, count(distinct g.id) filter (where g.closed_at is null)::int as open
      from inspection.v_check t join inspection.visit_item i on i.visit = platform.uuid_of(t.visit) join hazard_loop.hazard g on g.id = i.hazard and g.deleted_at is null
      where t.origin = 'investigation' and t.origin_id = p.id::text) f
    where p.investigation = ${investigation} and p.deleted_at is null order by p.created_at, p.id`.execute(tx);
  return rows.map(({ tasksOpen, ...row }) => ({ ...row, left: leftOpen({ ...row, tasksOpen }) }));
}
