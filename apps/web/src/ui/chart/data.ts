/** What a chart is given, and what can be said of it in words. Pure. */
import { number } from "../../lib/format.ts";
import { messages } from "../../lib/i18n.ts";

export type ChartSeries = {
  readonly name: string;
  readonly values: readonly (number | null)[];
  /** `previous` is grey, `target` dashed; at most three are `main`. */
  readonly role?: "main" | "previous" | "target" | "fire";
};
export type ChartData = {
  readonly title: string;
  /** change → line; comparison → bars, sorted by the caller; columns for hours and days with few values. */
  readonly kind: "line" | "bars" | "columns";
  readonly categories: readonly string[];
  readonly series: readonly ChartSeries[];
  readonly unit?: string | undefined;
  /** Of a line: the axis begins near its lowest value instead of at zero; the limits stand on the axis. */
  readonly cut?: boolean;
};

const t = messages(
  { none: "{title}：没有数据", said: "{title}：{name} 最低 {low}，最高 {high}，最近 {last}" },
  { none: "{title}: no data", said: "{title}: {name} lowest {low}, highest {high}, latest {last}" },
);

/** Empty is —, zero is 0. */
export const cellText = (value: number | null | undefined): string => (value === null || value === undefined ? "—" : number(value));

/** One sentence for screen readers about the first series. */
export function summaryOf({ title, series, unit = "" }: ChartData): string {
  const first = series[0];
  const values = first?.values.filter((value) => value !== null) ?? [];
  if (!first || values.length === 0) return t("none", { title });
  const say = (value: number | undefined): string => `${cellText(value)}${unit ? ` ${unit}` : ""}`;
  return t("said", { title, name: first.name, low: say(Math.min(...values)), high: say(Math.max(...values)), last: say(values.at(-1)) });
}
