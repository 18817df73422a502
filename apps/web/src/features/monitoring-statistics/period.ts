/** The period and area of the figures, as the address says: `?span=quarter&area=…&measure=…&part=spoil`. Pure. */
export const spans = ["month", "quarter", "year"] as const;
export type Span = (typeof spans)[number];
export type Part = "all" | "spoil";
export type Address = { readonly span: Span; readonly area: number | null; readonly measure: string; readonly part: Part };
export type Period = { readonly from: string; readonly to: string };

const PREFIX = "remote-monitoring.";
export const DEFAULT_MEASURE = "false_rate";

export function readAddress(search: string): Address {
  const given = new URLSearchParams(search);
  const area = Number(given.get("area") ?? Number.NaN);
  return {
    span: spans.find((span) => span === given.get("span")) ?? "quarter",
    area: Number.isSafeInteger(area) && area > 0 ? area : null,
    measure: given.get("measure") ?? DEFAULT_MEASURE,
    part: given.get("part") === "spoil" ? "spoil" : "all",
  };
}

export function writeAddress({ span, area, measure, part }: Address): string {
  const search = new URLSearchParams();
  if (span !== "quarter") search.set("span", span);
  if (area !== null) search.set("area", String(area));
  if (measure !== DEFAULT_MEASURE) search.set("measure", measure);
  if (part === "spoil") search.set("part", part);
  const text = search.toString();
  return `/statistics/monitoring${text ? `?${text}` : ""}`;
}

export const nameOf = (measure: string): string => PREFIX + measure;

const MONTHS: Readonly<Record<Span, number>> = { month: 1, quarter: 3, year: 12 };
const monthsBefore = (day: string, months: number): string => {
  const [year = 0, month = 1] = day.split("-").map(Number);
  const index = year * 12 + month - 1 - months;
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, "0")}-01`;
};
const DAY_MS = 86_400_000;
const dayBefore = (day: string): string => new Date(Date.parse(day) - DAY_MS).toISOString().slice(0, 10);

/** From the first of a month until `today`: this month, three or twelve months with this one. */
export const periodOf = (span: Span, today: string): Period => ({ from: monthsBefore(today, MONTHS[span] - 1), to: today });

/** As many days just before, so that what is compared is of equal length. */
export function periodBefore({ from, to }: Period): Period {
  const days = Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
  const end = dayBefore(from);
  return { from: new Date(Date.parse(end) - days * DAY_MS).toISOString().slice(0, 10), to: end };
}
