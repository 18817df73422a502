/** What a yearly report says of standings: counts, progress, evidence. Pure; words and layout are compose.ts. */
import type { CalendarDate } from "#platform/values.ts";

export type Status = "met" | "at-risk" | "open" | "overdue" | "no-data" | "waived" | "not-due" | "not-applicable";

/** One duty in one area and period, as the report needs it. */
export type ReportStanding = {
  readonly clause: string;
  readonly duty: string;
  readonly text: string;
  readonly area: { readonly key: number; readonly name: string };
  readonly organ: string | null;
  readonly person: string | null;
  readonly lead: string | null;
  readonly period: string;
  readonly status: Status;
  readonly value: number | null;
  readonly num: number | null;
  readonly den: number | null;
  readonly unit: string;
  readonly decimals: number;
  readonly target: number | null;
  readonly evidence: "computed" | "hand" | "none";
  readonly dueOn: CalendarDate;
  readonly days: number;
  readonly urged: number;
};

export type Counts = {
  readonly owed: number;
  readonly met: number;
  readonly atRisk: number;
  readonly open: number;
  readonly overdue: number;
  readonly waived: number;
};

/** No data counts as overdue: nobody can tell, which is a fault of whoever owes the figure. What has not begun or does not apply is not owed. */
export function countsOf(standings: readonly Pick<ReportStanding, "status">[]): Counts {
  const n = (...statuses: readonly Status[]): number => standings.filter(({ status }) => statuses.includes(status)).length;
  const idle = n("not-due", "not-applicable");
  return {
    owed: standings.length - idle,
    met: n("met"),
    atRisk: n("at-risk"),
    open: n("open"),
    overdue: n("overdue", "no-data"),
    waived: n("waived"),
  };
}

/** Met of what is owed and not waived, in percent; null where nothing is. */
export function metRate({ owed, met, waived }: Counts): number | null {
  const of = owed - waived;
  return of <= 0 ? null : (met / of) * 100;
}

/** The same things counted under each key, keys in the order they first appear. */
export function groupedBy<T>(rows: readonly T[], key: (row: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(key(row)) ?? [];
    group.push(row);
    groups.set(key(row), group);
  }
  return groups;
}

/** Of each duty in each area the last period that has begun: four quarters are not four duties where the question is how it stands now. */
export function latest(standings: readonly ReportStanding[]): readonly ReportStanding[] {
  const last = new Map<string, ReportStanding>();
  for (const each of standings) {
    const key = `${each.clause}/${each.duty} ${each.area.key} ${each.organ ?? ""}`;
    const known = last.get(key);
    const begun = each.status !== "not-due";
    if (!known || (begun && (known.status === "not-due" || each.dueOn > known.dueOn))) last.set(key, each);
  }
  return [...last.values()];
}

export type Progress = {
  readonly clause: string;
  readonly text: string;
  readonly now: Counts;
  readonly before: Counts;
};
/** Clauses whose share of met duties changed since the year before, the greatest change first; clauses new this year are left out. */
export function progressOf(now: readonly ReportStanding[], before: readonly ReportStanding[]): readonly Progress[] {
  const earlier = groupedBy(before, ({ clause }) => clause);
  const changed = [...groupedBy(now, ({ clause }) => clause)].flatMap(([clause, standings]) => {
    const known = earlier.get(clause);
    if (!known) return [];
    const progress = { clause, text: standings[0]?.text ?? "", now: countsOf(standings), before: countsOf(known) };
    return difference(progress) === 0 ? [] : [progress];
  });
  return changed.toSorted((a, b) => Math.abs(difference(b)) - Math.abs(difference(a)));
}
export const difference = ({ now, before }: Progress): number => Math.round(((metRate(now) ?? 0) - (metRate(before) ?? 0)) * 10) / 10;
