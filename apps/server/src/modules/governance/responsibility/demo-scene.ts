/** The people and places of the demonstration, and how its rows are made. */
import { sql } from "kysely";
import { demoId } from "#modules/ground/places/index.ts";
import type { Tx } from "#platform/db.ts";
import type { StoredRow } from "#platform/ledger/write.ts";
import type { Services } from "#platform/services.ts";
import { addDays, type CalendarDate, startOfDay } from "#platform/values.ts";

export type Organ = {
  readonly id: string;
  readonly area: number;
  readonly kind: string;
  readonly level: string;
  readonly name: string;
  readonly parent: string | null;
  readonly member: boolean;
};
type Post = { readonly id: string; readonly organ: string; readonly duty: string };
export type Scene = {
  readonly today: CalendarDate;
  readonly year: number;
  readonly organs: readonly Organ[];
  readonly posts: ReadonlyMap<string, readonly Post[]>;
};

export const isHead = ({ duty: of }: Post): boolean => of === "responsible" || of === "deputy";

/** The same share every time, spread like real ones. */
export const chance = (key: string): number => Number.parseInt(demoId(key).slice(0, 6), 16) / 0xffffff;
export const at = (day: string): string => new Date(startOfDay(day as CalendarDate).getTime() + 9 * 3_600_000).toISOString();
export const endOf = (day: string): string => new Date(startOfDay(addDays(day as CalendarDate, 1)).getTime() - 1).toISOString();
export const row = (key: string, area: number, values: Readonly<Record<string, unknown>>): StoredRow => ({
  id: demoId(key),
  area,
  demo: true,
  values,
});

export async function sceneOf(tx: Tx, services: Services): Promise<Scene> {
  const today = services.clock.today();
  const organs =
    await sql<Organ>`select id, area, kind, level, short_name as name, parent, coalesce(member, false) as member from organizations.organ
    where deleted_at is null and level in ('city', 'county', 'town') order by area, sort nulls last, id`.execute(tx);
  const posts = await sql<Post>`select id, organ, duty from organizations.post where deleted_at is null order by id`.execute(tx);
  return { today, year: Number(today.slice(0, 4)), organs: organs.rows, posts: Map.groupBy(posts.rows, (post) => post.organ) };
}
