/** Days of a month as a calendar shows them, Monday first. Pure. */
const DAY_MS = 86_400_000;
const key = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

export const monthOf = (day: string): string => day.slice(0, 7);

export function monthsOn(month: string, n: number): string {
  const [year = 0, index = 1] = month.split("-").map(Number);
  const at = year * 12 + index - 1 + n;
  return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, "0")}`;
}

/** Whole weeks from the Monday at or before the first to the Sunday at or after the last. */
export function weeksOf(month: string): readonly (readonly string[])[] {
  const first = Date.parse(`${month}-01T00:00:00Z`);
  const afterLast = Date.parse(`${monthsOn(month, 1)}-01T00:00:00Z`);
  const weeks: string[][] = [];
  for (let at = first - ((new Date(first).getUTCDay() + 6) % 7) * DAY_MS; at < afterLast; at += 7 * DAY_MS)
    weeks.push(Array.from({ length: 7 }, (_, index) => key(at + index * DAY_MS)));
  return weeks;
}
