/** The bodies there are of a force, as rows of their own ledgers, and what was last said of each by people. */
import { sql } from "kysely";
import type { Tx } from "#platform/db.ts";
import type { Services } from "#platform/services.ts";
import type { AreaRange } from "#platform/values.ts";
import type { Force, Rated } from "../domain/norm.ts";

const ledgers: Readonly<Record<Force, string>> = {
  office: "grassroots.office",
  station: "grassroots.station",
  village: "grassroots.village-body",
  microStation: "micro-station.station",
};
export const ledgerOf = (force: Force): string => ledgers[force];

export type Body = Readonly<Record<string, unknown>> & { readonly id: string; readonly area: number; readonly areaName: string | null };

/** Sealed values say no more than that they are there. */
const plain = (row: Readonly<Record<string, unknown>>): Body =>
  Object.fromEntries(Object.entries(row).map(([key, value]) => [key, value instanceof Uint8Array ? true : value])) as Body;

/** Under the asker's own row filter; a force whose ledger is not installed has no bodies. */
export async function bodiesIn(
  tx: Tx,
  { catalog }: Pick<Services, "catalog">,
  force: Force,
  { lo, hi }: AreaRange,
  id?: string,
): Promise<readonly Body[]> {
  const entry = catalog.find(ledgerOf(force));
  if (!entry) return [];
  const one = id === undefined ? sql`true` : sql`t.id = ${id}::uuid`;
  const { rows } = await sql<Record<string, unknown>>`select t.*, (select a.name from platform.area a where a.key = t.area) as area_name
    from ${sql.raw(entry.table)} t where t.deleted_at is null and t.area between ${lo} and ${hi} and ${one} order by t.area, t.id limit 20000`.execute(
    tx,
  );
  return rows.map(plain);
}

export const nameOf = ({ catalog }: Pick<Services, "catalog">, force: Force, body: Body): string =>
  String(body[catalog.find(ledgerOf(force))?.ledger.title ?? "name"] ?? "");

export type RatingRow = {
  readonly id: string;
  readonly body: string;
  readonly state: string;
  readonly version: number;
  readonly items: readonly Rated[];
  readonly selfScore: number | null;
  readonly verifiedScore: number | null;
  readonly ratedOn: string | null;
  readonly ratedBy: string | null;
  readonly verifiedOn: string | null;
  readonly verifiedBy: string | null;
};

/** The newest rating of each body. */
export async function ratingsIn(tx: Tx, { lo, hi }: AreaRange, body?: string): Promise<ReadonlyMap<string, RatingRow>> {
  const one = body === undefined ? sql`true` : sql`body = ${body}`;
  const { rows } =
    await sql<RatingRow>`select distinct on (body) id, body, state, version::int, coalesce(items, '[]'::jsonb) as items, self_score::int, verified_score::int,
      rated_on, rated_by, verified_on, verified_by
    from grassroots.rating where deleted_at is null and area between ${lo} and ${hi} and ${one} order by body, opened_at desc, id desc`.execute(
      tx,
    );
  return new Map(rows.map((row) => [row.body, row]));
}
