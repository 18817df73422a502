/** What the platform knows for a report of a year: figures of the area, one sentence each, for the author to work over. PT-2.2.3.3, QZ-2.1.3 */

import { figuresOf } from "#platform/measure/figures.ts";
import type { RouteContext } from "#platform/route.ts";
import { calendarDate, subtreeOf } from "#platform/values.ts";

/** Measures a yearly report opens with, where the product has them. */
const WANTED = [
  "hazard-loop.found",
  "hazard-loop.cleared",
  "hazard-loop.stock",
  "hazard-loop.overdue",
  "supervision-listing.listed",
  "supervision-listing.interviews",
  "committee.meetings_government",
  "committee.meetings_committee",
  "policy-tasks.tasks_done",
  "policy-tasks.tasks_overdue",
] as const;

const shown = (value: number, decimals = 1): string => (Number.isInteger(value) ? String(value) : value.toFixed(decimals));

export async function reportFigures({ tx, services, today, now }: RouteContext, area: number, year: number): Promise<string> {
  const [from, to] = [calendarDate.parse(`${year}-01-01`), calendarDate.parse(`${year}-12-31`)];
  const { measures } = services.registry;
  const lines: string[] = [];
  for (const name of WANTED) {
    const measure = measures.get(name);
    if (!measure) continue;
    const found = await figuresOf(measure, { range: subtreeOf(area), from, to, by: "none" }, tx, services.catalog, measures, {
      today,
      now,
    });
    const value = found.ok ? found.value[0]?.value : undefined;
    if (value !== null && value !== undefined) lines.push(`${measure.label} ${shown(value)} ${measure.unit}`);
  }
  return lines.length === 0
    ? ""
    : `一、主要数据（平台统计，${year} 年）\n${lines.join("\n")}\n\n二、工作情况\n\n三、存在问题\n\n四、下步打算\n`;
}
