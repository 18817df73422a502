/** The place of the demonstration: its counties, towns and the office that assesses; and how its rows are made. */
import { sql } from "kysely";
import { demoId } from "#modules/ground/places/index.ts";
import type { Tx } from "#platform/db.ts";
import type { StoredRow } from "#platform/ledger/write.ts";
import type { Services } from "#platform/services.ts";
import { type CalendarDate, startOfDay } from "#platform/values.ts";

type County = { readonly key: number; readonly code: string; readonly name: string; readonly organ: string | null };
type Town = { readonly key: number; readonly name: string; readonly parent: number };
export type Scene = {
  readonly today: CalendarDate;
  readonly year: number;
  readonly city: number;
  readonly cityName: string;
  readonly office: string | null;
  readonly counties: readonly County[];
  readonly towns: readonly Town[];
};
export const at = (day: string, hour = 9): string => new Date(startOfDay(day as CalendarDate).getTime() + hour * 3_600_000).toISOString();
export const row = (key: string, area: number, values: Readonly<Record<string, unknown>>): StoredRow => ({
  id: demoId(key),
  area,
  demo: true,
  values,
});

export async function sceneOf(tx: Tx, services: Services): Promise<Scene | undefined> {
  const today = services.clock.today();
  const city = services.city.range.lo;
  const counties = await sql<County>`select a.key, coalesce(a.code, left(a.key::text, 6)) as code, a.name,
      (select o.id from organizations.v_organ o where o.area = a.key and o.kind = 'government' order by o.id limit 1) as organ
    from platform.area a where a.parent = ${city} and a.level = 'county' and a.valid_to is null order by a.key`.execute(tx);
  const towns =
    await sql<Town>`select a.key, a.name, a.parent from platform.area a where a.level = 'town' and a.valid_to is null and a.key between ${city} and ${services.city.range.hi} order by a.key`.execute(
      tx,
    );
  const office = await sql<{
    id: string;
  }>`select id from organizations.v_organ where area = ${city} and kind in ('committee', 'government') order by kind limit 1`.execute(tx);
  const name = await sql<{ name: string }>`select name from platform.area where key = ${city}`.execute(tx);
  if (counties.rows.length === 0) return undefined;
  return {
    today,
    year: Number(today.slice(0, 4)),
    city,
    cityName: name.rows[0]?.name ?? "",
    office: office.rows[0]?.id ?? null,
    counties: counties.rows,
    towns: towns.rows,
  };
}
