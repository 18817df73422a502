/** Articles with their range, acts with who may punish them, and the clocks of the procedure: rules/penalties.yaml. */
import { z } from "zod";
import { addWorkingDays } from "#platform/case/calendar.ts";
import { addDays, type CalendarDate, calendarDate } from "#platform/values.ts";

const confidence = z.enum(["seen-full", "seen-quote", "seen-secondary", "seen-local", "memory", "memory-low", "unknown"]);
const article = z.object({
  id: z.string(),
  article: z.string(),
  title: z.string(),
  subject: z.enum(["unit", "person"]),
  fine: z.tuple([z.number(), z.number()]).optional(),
  also: z.array(z.enum(["warning", "stop", "revoke", "confiscate", "detention"])).default([]),
  confidence,
});
const act = z.object({
  key: z.string(),
  label: z.string(),
  articles: z.array(z.string()).min(1),
  competent: z.array(z.string()).min(1),
  evidence: z.array(z.string()).min(1),
});
const clockKeys = [
  "decide",
  "serve",
  "hearing",
  "limitation",
  "limitationHarm",
  "withdrawPublication",
  "publish",
  "pay",
  "court",
  "seal",
  "sealExtension",
] as const;
const clock = z.object({
  id: z.string(),
  key: z.enum(clockKeys),
  label: z.string(),
  amount: z.number().int().positive(),
  unit: z.enum(["working", "natural", "year"]),
  source: z.string(),
  confidence,
});
const yuanBy = z.object({ person: z.number().nullable(), unit: z.number().nullable(), source: z.string(), confidence });
const penaltyFile = z.object({
  articles: z.array(article),
  acts: z.array(act),
  clocks: z.array(clock),
  limits: z.object({
    spot: yuanBy,
    largeFine: yuanBy,
    late: z.object({ percentPerDay: z.number(), source: z.string(), confidence }),
    closure: z.object({ in180Days: z.number().int(), inYear: z.number().int(), source: z.string(), confidence }),
  }),
});

export type Article = z.output<typeof article>;
export type Act = z.output<typeof act>;
export type Clock = z.output<typeof clock>;
export type ClockKey = Clock["key"];
export type PenaltyRules = z.output<typeof penaltyFile>;

/** Reads the file; a broken or incomplete one stops the start. */
export function readPenaltyRules(data: unknown): PenaltyRules {
  const rules = penaltyFile.parse(data);
  const ids = new Set(rules.articles.map(({ id }) => id));
  for (const { key, articles } of rules.acts)
    for (const id of articles) if (!ids.has(id)) throw new Error(`rules/penalties.yaml: ${key} 引用了没有的条款 ${id}`);
  for (const key of clockKeys)
    if (rules.clocks.filter((each) => each.key === key).length !== 1) throw new Error(`rules/penalties.yaml: 期限 ${key} 须恰有一条`);
  return rules;
}

/** The last day of a period that begins after `from`; working days skip holidays (chinese-days). */
export function lastDayOf({ amount, unit }: Pick<Clock, "amount" | "unit">, from: CalendarDate): CalendarDate {
  if (unit === "working") return addWorkingDays(from, amount);
  if (unit === "natural") return addDays(from, amount);
  const [year, ...rest] = from.split("-");
  const moved = [Number(year) + amount, ...rest].join("-");
  // 29 February ends a year later on the 28th.
  return calendarDate.safeParse(moved).success ? calendarDate.parse(moved) : calendarDate.parse(`${Number(year) + amount}-02-28`);
}

export type RangeVerdict =
  | { readonly in: true }
  | { readonly in: false; readonly min: number; readonly max: number }
  /** The article knows no fine. */
  | { readonly in: false; readonly none: true };

/** Is the fine within what the article allows? 以下 includes the number. */
export function judgeFine({ fine }: Pick<Article, "fine">, yuan: number): RangeVerdict {
  if (!fine) return { in: false, none: true };
  const [min, max] = fine;
  return yuan >= min && yuan <= max ? { in: true } : { in: false, min, max };
}

/** 当场处罚: a small fine or a warning, nothing else. 行政处罚法 第五十一条 */
export const mayBeSpot = (limits: PenaltyRules["limits"], party: "unit" | "person", yuan: number): boolean =>
  yuan <= (limits.spot[party] ?? 0);

/** A hearing is offered for heavier kinds, and for a fine that is large here; where the place's amount is not known, for every fine. 第六十三条 */
export function hearingOffered(
  limits: PenaltyRules["limits"],
  { party, yuan, kinds }: { readonly party: "unit" | "person"; readonly yuan: number; readonly kinds: readonly string[] },
): boolean {
  if (kinds.some((kind) => ["stop", "revoke", "confiscate", "close"].includes(kind))) return true;
  const large = limits.largeFine[party];
  return yuan > 0 && (large === null || yuan >= large);
}

/** 加处罚款: 3 % a day after the last day to pay, never more than the fine itself. 第七十二条 */
export function lateFine(limits: PenaltyRules["limits"], yuan: number, payBy: CalendarDate, today: CalendarDate): number {
  const days = Math.max(0, Math.round((Date.parse(today) - Date.parse(payBy)) / 86_400_000));
  return Math.min(yuan, Math.round(yuan * days * limits.late.percentPerDay) / 100);
}
