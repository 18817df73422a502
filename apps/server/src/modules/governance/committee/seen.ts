/** 会上所见: figures as they stood when the meeting was held; they never change afterwards, whatever the measure says later. */

import { sql } from "kysely";
import { figuresOf } from "#platform/measure/figures.ts";
import type { RouteContext } from "#platform/route.ts";
import { type CalendarDate, calendarDate, subtreeOf } from "#platform/values.ts";

export type Shown = { readonly measure: string; readonly area: number };
export type Seen = { readonly label: string; readonly area: string; readonly value: string; readonly words: string };

const decimals = (value: number, most: number): string => (Number.isInteger(value) ? String(value) : value.toFixed(most));

/** Year to the day of the meeting for what is counted over time, the stock of that day for what stands. */
export async function seenNow(context: RouteContext, shown: readonly Shown[], on: CalendarDate): Promise<readonly Seen[]> {
  const { tx, services, now, language } = context;
  const { measures } = services.registry;
  const spoken = services.spoken[language].registry.measures;
  const seen: Seen[] = [];
  for (const { measure: name, area } of shown) {
    const measure = measures.get(name);
    if (!measure) continue;
    const asked = { range: subtreeOf(area), from: calendarDate.parse(`${on.slice(0, 4)}-01-01`), to: on, by: "none" as const };
    const found = await figuresOf(measure, asked, tx, services.catalog, measures, { today: on, now });
    const figure = found.ok ? found.value[0] : undefined;
    const { rows } = await sql<{ name: string }>`select name from platform.area where key = ${area}`.execute(tx);
    const value = figure?.value ?? null;
    const unit = measure.unit;
    const isShare = figure !== undefined && measure.unit === "%" && figure.den > 0;
    seen.push({
      label: spoken.get(name)?.label ?? measure.label,
      area: rows[0]?.name ?? "",
      value: value === null ? "—" : `${decimals(value, measure.decimals ?? 1)} ${unit}`,
      words: isShare && figure ? `${decimals(figure.num, 1)} ÷ ${decimals(figure.den, 1)}` : "",
    });
  }
  return seen;
}
