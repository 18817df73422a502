/** What a campaign did to the measure it was started for: the same measure and area, as long before its start as it is long. JX-2.1.5 */
import { isFlow } from "#platform/measure/compile.ts";
import { figuresOf } from "#platform/measure/figures.ts";
import type { RouteContext } from "#platform/route.ts";
import { type AreaRange, addDays, type CalendarDate, isWithin, subtreeOf } from "#platform/values.ts";

type Asker = Pick<RouteContext, "tx" | "services" | "today" | "now"> & { readonly range: AreaRange };
type Spanned = { readonly area: number; readonly measure: string | null; readonly startsOn: string; readonly endsOn: string };

const earlier = (one: string, other: string): string => [one, other].toSorted()[0] ?? one;
const daysBetween = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);

/** As it was before: a flow over the equally long time before the start, a stock as it is today. */
export function measureBefore(campaign: Spanned, asker: Asker): Promise<number | null> {
  const start = campaign.startsOn as CalendarDate;
  const length = Math.max(daysBetween(campaign.startsOn, campaign.endsOn), 1);
  return figure(campaign, addDays(start, -length), addDays(start, -1), asker);
}

export function measureNow(campaign: Spanned, asker: Asker): Promise<number | null> {
  const { startsOn, endsOn } = campaign;
  if (asker.today < startsOn) return Promise.resolve(null);
  return figure(campaign, startsOn as CalendarDate, earlier(endsOn, asker.today) as CalendarDate, asker);
}

/** Only for whoever sees the whole area: part of a figure is another figure. */
async function figure(
  { area, measure: name }: Spanned,
  from: CalendarDate,
  to: CalendarDate,
  { tx, services, today, now, range }: Asker,
): Promise<number | null> {
  const measure = name ? services.registry.measures.get(name) : undefined;
  if (!measure || !isWithin(area, range)) return null;
  const asked = { range: subtreeOf(area), from: isFlow(measure) ? from : today, to: isFlow(measure) ? to : today, by: "none" } as const;
  const figures = await figuresOf(measure, asked, tx, services.catalog, services.registry.measures, { today, now });
  return figures.ok ? (figures.value[0]?.value ?? null) : null;
}
