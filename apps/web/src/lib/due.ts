/** A deadline in words, measured against the server's clock. Overdue is a question about a moment, never stored. */
import { day, daysBetween, number, running, time } from "./format.ts";
import { messages } from "./i18n.ts";

export type DueTone = "far" | "soon" | "overdue" | "done";
export type DueWords = {
  readonly tone: DueTone;
  readonly text: string /** Counts by the second and must be drawn anew each second. */;
  readonly runs: boolean;
};

const t = messages(
  {
    overdue: "逾期 {n} 天",
    overdueShort: "逾期 {t}",
    today: "今天 {t}",
    todayDay: "今天",
    tomorrow: "明天",
    days: "剩 {n} 天",
    working: "剩 {n} 个工作日",
    running: "剩 {t}",
  },
  {
    overdue: "{n} days late",
    overdueShort: "late {t}",
    today: "today {t}",
    todayDay: "today",
    tomorrow: "tomorrow",
    days: "{n} days left",
    working: "{n} working days left",
    running: "{t} left",
  },
);

export type DueOptions = {
  /** When the time began to run: the last fifth of it is `soon`. */
  readonly from?: string | undefined;
  /** Working days left, counted by the server's calendar. */
  readonly workingDays?: number | undefined;
  /** Ended: shows the day, in no colour. */
  readonly done?: boolean | undefined;
};

const isDay = (at: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(at);
/** A day lasts to its end in Shanghai. */
const endOf = (at: string): number => (isDay(at) ? Date.parse(`${at}T16:00:00Z`) : Date.parse(at));

export function dueWords(at: string, now: number, { from, workingDays, done }: DueOptions = {}): DueWords {
  if (done) return { tone: "done", text: day(at, now), runs: false };
  const end = endOf(at);
  const left = end - now;
  if (left < 0) return late(at, now, -left);
  const tone: DueTone = isSoon(end, now, from, workingDays) ? "soon" : "far";
  if (left < 3_600_000) return { tone: "soon", text: t("running", { t: running(left / 1000) }), runs: true };
  const days = daysBetween(now, at);
  if (days === 0) return { tone: "soon", text: isDay(at) ? t("todayDay") : t("today", { t: time(at) }), runs: false };
  if (workingDays !== undefined) return { tone, text: t("working", { n: workingDays }), runs: false };
  if (days === 1) return { tone, text: t("tomorrow"), runs: false };
  return { tone, text: t("days", { n: number(days) }), runs: false };
}

function late(at: string, now: number, byMs: number): DueWords {
  if (byMs < 3_600_000) return { tone: "overdue", text: t("overdueShort", { t: running(byMs / 1000) }), runs: true };
  return { tone: "overdue", text: t("overdue", { n: number(Math.max(1, daysBetween(at, now))) }), runs: false };
}

/** The last fifth of the time, or the last working day. */
function isSoon(end: number, now: number, from: string | undefined, workingDays: number | undefined): boolean {
  if (workingDays !== undefined && workingDays <= 1) return true;
  if (from) return end - now <= (end - Date.parse(from)) / 5;
  return end - now <= 2 * 86_400_000;
}
