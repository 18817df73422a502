/** Who had no count of people when the year began is grouped once there is one: each night, and at the latest before the freeze. */
import { sql } from "kysely";
import type { Tx } from "#platform/db.ts";
import { groupOf } from "./domain/ranking.ts";
import type { Scheme } from "./domain/scheme.ts";
import { loadYear } from "./years.ts";

type Ungrouped = { readonly id: string; readonly code: string; readonly people: number | null };

export async function regroup(tx: Tx, year: { readonly id: string; readonly year: number }, scheme: Scheme): Promise<number> {
  const { rows } = await sql<Ungrouped>`select e.id, coalesce(a.code, left(e.area::text, 6)) as code,
      (select p.people from assessment.population p where p.area = e.area and p.year between ${year.year - 2} and ${year.year} and p.deleted_at is null
        order by p.year desc limit 1) as people
    from assessment.entrant e left join platform.area a on a.key = e.area
    where e.year = ${year.id} and e.frozen_at is null and e.deleted_at is null and (e.people is null or coalesce(e.grouping, '') = '')`.execute(
    tx,
  );
  let grouped = 0;
  for (const { id, code, people } of rows) {
    const grouping = groupOf(scheme.groups, code, people);
    if (people === null || grouping === undefined) continue;
    await sql`update assessment.entrant set people = ${people}, grouping = ${grouping}, version = version + 1, updated_at = now() where id = ${id}`.execute(
      tx,
    );
    grouped += 1;
  }
  return grouped;
}

export async function regroupAll(tx: Tx): Promise<number> {
  const { rows } = await sql<{ id: string }>`select distinct y.id from assessment.year y join assessment.entrant e on e.year = y.id
    where y.frozen_at is null and y.deleted_at is null and e.deleted_at is null and (e.people is null or coalesce(e.grouping, '') = '')`.execute(
    tx,
  );
  let grouped = 0;
  for (const { id } of rows) {
    const { year, scheme } = await loadYear(tx, id);
    grouped += await regroup(tx, year, scheme);
  }
  return grouped;
}
