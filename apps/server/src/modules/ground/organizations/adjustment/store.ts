/** Changes of areas in the database, and the steps each has taken. */
import { sql } from "kysely";
import type { AreaMove } from "#platform/areas/places.ts";
import type { Tx } from "#platform/db.ts";
import type { CalendarDate } from "#platform/values.ts";
import type { Asked, adjustmentStates } from "./asked.ts";
import type { FullPlan } from "./ground.ts";

export type StoredPlan = FullPlan & { readonly strays: readonly AreaMove[] };
/** What it was called on the day it was prepared. */
export type Names = { readonly areas: readonly string[]; readonly into: string | null };
export type Stored = {
  readonly id: string;
  readonly given: Asked;
  readonly effectiveOn: CalendarDate;
  readonly document: string;
  readonly reason: string;
  readonly state: (typeof adjustmentStates)[number];
  readonly names: Names;
  readonly plan: StoredPlan | null;
  readonly preparedBy: string | null;
  readonly preparedByName: string;
  readonly preparedAt: string;
  readonly approvedBy: string | null;
  readonly approvedByName: string | null;
  readonly approvedAt: string | null;
  readonly withdrawnByName: string | null;
  readonly withdrawnAt: string | null;
  readonly withdrawnWhy: string | null;
  readonly startedAt: string | null;
  readonly doneAt: string | null;
  readonly steps: number | null;
  readonly problems: readonly { readonly code: string; readonly params: Readonly<Record<string, unknown>> }[];
  readonly trouble: string | null;
  readonly stepsDone: number;
  readonly rows: number;
};

const COLUMNS = sql`a.id, a.given, a.effective_on, a.document, a.reason, a.state, a.names, a.plan, a.prepared_by, a.prepared_by_name, a.prepared_at,
  a.approved_by, a.approved_by_name, a.approved_at, a.withdrawn_by_name, a.withdrawn_at, a.withdrawn_why, a.started_at, a.done_at, a.steps, a.problems, a.trouble,
  (select count(*)::int from organizations.area_adjustment_step s where s.adjustment = a.id) as steps_done,
  (select coalesce(sum(s.rows), 0)::int from organizations.area_adjustment_step s where s.adjustment = a.id) as rows`;

export async function listAdjustments(tx: Tx): Promise<readonly Stored[]> {
  return (
    await sql<Stored>`select ${COLUMNS} from organizations.area_adjustment a order by a.prepared_at desc, a.id desc limit 200`.execute(tx)
  ).rows;
}

/** @param lock held until the transaction ends: two may not carry out or decide at once */
export async function findAdjustment(tx: Tx, id: string, lock = false): Promise<Stored | undefined> {
  if (lock) await sql`select 1 from organizations.area_adjustment where id = ${id} for update`.execute(tx);
  return (await sql<Stored>`select ${COLUMNS} from organizations.area_adjustment a where a.id = ${id}`.execute(tx)).rows[0];
}

/** Approved and due, or begun and not ended, oldest first. */
export async function dueAdjustments(tx: Tx, today: CalendarDate): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`select id from organizations.area_adjustment
    where state = 'running' or (state = 'approved' and effective_on <= ${today}::date) order by state = 'approved', effective_on, approved_at, id`.execute(
    tx,
  );
  return rows.map(({ id }) => id);
}

export async function noteStep(tx: Tx, id: string, name: string, rows: number, now: Date): Promise<void> {
  await sql`insert into organizations.area_adjustment_step (adjustment, name, rows, at) values (${id}, ${name}, ${rows}, ${now.toISOString()})
    on conflict (adjustment, name) do update set rows = area_adjustment_step.rows + excluded.rows, at = excluded.at`.execute(tx);
}

export async function stepsTaken(tx: Tx, id: string): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ name: string }>`select name from organizations.area_adjustment_step where adjustment = ${id}`.execute(tx);
  return new Set(rows.map(({ name }) => name));
}

export async function stepsWithRows(tx: Tx, id: string): Promise<readonly { readonly name: string; readonly rows: number }[]> {
  return (
    await sql<{ name: string; rows: number }>`select name, rows::int as rows from organizations.area_adjustment_step
      where adjustment = ${id} and rows > 0 order by name`.execute(tx)
  ).rows;
}
