/** The last months of a measure in one area, from its cells: for the small lines of the board and the chart of a cell. */
import { loadMany, seriesOf, valueIn } from "#platform/measure/series.ts";
import type { RouteContext } from "#platform/route.ts";
import type { CalendarDate } from "#platform/values.ts";
import { restsOn } from "./measure-of.ts";

export type Months = readonly { readonly month: string; readonly from: string; readonly to: string }[];

/** This month and those before it, oldest first. */
export function lastMonths(today: CalendarDate, count: number): Months {
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))];
  return Array.from({ length: count }, (_, i) => {
    const first = new Date(Date.UTC(year, month - count + i, 1)).toISOString().slice(0, 10);
    const last = new Date(Date.UTC(year, month - count + i + 1, 0)).toISOString().slice(0, 10);
    return { month: first.slice(0, 7), from: first, to: last };
  });
}

/** From the cells of one area, read with one statement. What is known only from its rows (last known values) has no line here. */
export async function monthlyValues(
  { tx, services, today, now }: Pick<RouteContext, "tx" | "services" | "today" | "now">,
  names: readonly string[],
  area: number,
  count: number,
): Promise<ReadonlyMap<string, readonly (number | null)[]>> {
  const { measures } = services.registry;
  const months = lastMonths(today, count);
  const drawn = [...new Set(names)].flatMap((name) => {
    const parts = restsOn(name, measures);
    const measure = measures.get(name);
    return measure && parts.every((part) => measures.get(part) && !measures.get(part)?.asOf) ? [{ measure, parts }] : [];
  });
  const loaded = await loadMany(tx, [...new Set(drawn.flatMap(({ parts }) => parts))], [area]);
  const ground = { tx, catalog: services.catalog, measures, moments: { today, now }, loaded };
  const found = new Map<string, readonly (number | null)[]>();
  for (const { measure } of drawn) {
    const series = await seriesOf(measure, months, { areas: [area] }, ground);
    found.set(
      measure.name,
      months.map((month) => valueIn(measure, series.at(area, month)) ?? null),
    );
  }
  return found;
}
