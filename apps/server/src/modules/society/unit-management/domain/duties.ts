/**
 * 履职日历: what a unit owes today, from facts of the unit, its records and the moment. Pure.
 * Of several confirmed rules about one matter the most frequent holds; a rule nobody confirmed stands beside it and counts in nothing.
 * Sources: 公安部令第61号 第二十五、二十六、三十六、四十条; 应急管理部令第5号; GB 25201-2010; GB 50974-2014; 消防法 第十六条 (rules/unit-duties.yaml).
 */
import { addDays, type CalendarDate, dayOf, startOfDay } from "#platform/values.ts";
import { type Cycle, cycleOrder, type DutyFile, type DutyRule, type Evidence, sourceWords, type UnitClass } from "./duty-file.ts";
import { isOpen, lastOpenDay, type Opening, type Period, periodBefore, periodOf } from "./periods.ts";

export type UnitFacts = {
  readonly kind: string;
  readonly grade: string | null;
  readonly highRisk: boolean;
  readonly highRise: boolean;
  readonly heightM: number | null;
  readonly areaM2: number | null;
  readonly hasFacilities: boolean;
  readonly hasControlRoom: boolean;
  readonly hasKitchen: boolean;
  readonly hasFireWater: boolean;
  readonly underground: boolean;
  /** Nothing is asked for periods before this day. */
  readonly startedOn: CalendarDate;
  readonly opening: Opening;
};

/** One thing the unit did. */
export type Done = {
  readonly kind: Evidence;
  readonly on: CalendarDate;
  readonly at: string | null;
  readonly ledger: string;
  readonly id: string;
};

/** What an administrator decided about a rule: confirmed, another cycle, or out of use. */
export type Decided = { readonly confirmed?: boolean | undefined; readonly every?: Cycle | undefined; readonly off?: boolean | undefined };
export type DecidedRules = Readonly<Record<string, Decided>>;

export type DutyState = "met" | "due" | "overdue" | "resting";
export type Duty = {
  readonly id: string;
  readonly key: string;
  readonly matter: string;
  readonly title: string;
  readonly every: Cycle;
  readonly slotMinutes: number | null;
  readonly state: DutyState;
  readonly period: Period;
  /** When the present turn ends; null while resting. */
  readonly dueAt: string | null;
  /** Until `dueAt`, or since it was missed when overdue. */
  readonly daysLeft: number | null;
  readonly minutesLeft: number | null;
  /** Turns missed: slots of today, else 1 when the last period went by without. */
  readonly missed: number;
  readonly by: Done | null;
  readonly lastOn: CalendarDate | null;
  readonly confirmed: boolean;
  readonly source: string;
  readonly confidence: DutyRule["confidence"];
  readonly evidence: readonly Evidence[];
};

/** The classes a unit falls in, by key. */
export function classesOf(classes: readonly UnitClass[], facts: UnitFacts): ReadonlySet<string> {
  const found = new Set<string>();
  const fits = (each: UnitClass): boolean => {
    if (each.notIn?.some((other) => found.has(other))) return false;
    if (each.needsHighRise && !facts.highRise) return false;
    if (each.heightOver !== undefined && !(facts.heightM !== null && facts.heightM > each.heightOver)) return false;
    if (each.fact && !facts[each.fact]) return false;
    const asked = [
      each.kinds?.includes(facts.kind),
      each.grades?.includes(facts.grade ?? ""),
      each.highRise && facts.highRise,
      each.highRisk && facts.highRisk,
    ];
    const given = asked.filter((answer) => answer !== undefined);
    return given.length === 0 || given.includes(true);
  };
  // A class may exclude others, so those that exclude nothing come first.
  for (const each of classes.filter(({ notIn }) => !notIn)) if (fits(each)) found.add(each.key);
  for (const each of classes.filter(({ notIn }) => notIn)) if (fits(each)) found.add(each.key);
  return found;
}

type Ruled = DutyRule & { readonly confirmed: boolean };
const often = ({ every, slotMinutes }: Ruled): number => cycleOrder.indexOf(every) - (slotMinutes ? 0.5 : 0);

export const isSeen = (confidence: string): boolean => confidence.startsWith("seen-");

/** The rules that hold for these facts, and beside them the unconfirmed ones that would ask for more. */
export function rulesFor(file: DutyFile, facts: UnitFacts, decided: DecidedRules): readonly Ruled[] {
  const classes = classesOf(file.classes, facts);
  const fitting = file.duties
    .filter((rule) => rule.for.some((name) => classes.has(name)) && decided[rule.id]?.off !== true)
    .map((rule): Ruled => {
      const own = decided[rule.id];
      return { ...rule, every: own?.every ?? rule.every, confirmed: own?.confirmed ?? isSeen(rule.confidence) };
    })
    .toSorted((a, b) => often(a) - often(b));
  const holding = new Map<string, Ruled>();
  for (const rule of fitting) if (rule.confirmed && !holding.has(rule.matter)) holding.set(rule.matter, rule);
  const asking = new Map<string, Ruled>();
  for (const rule of fitting) {
    const held = holding.get(rule.matter);
    if (!rule.confirmed && !asking.has(rule.matter) && (!held || often(rule) < often(held))) asking.set(rule.matter, rule);
  }
  return fitting.filter((rule) => holding.get(rule.matter) === rule || asking.get(rule.matter) === rule);
}

export type Asked = {
  readonly file: DutyFile;
  readonly facts: UnitFacts;
  readonly done: readonly Done[];
  readonly decided: DecidedRules;
  readonly now: Date;
  readonly isHoliday: (day: CalendarDate) => boolean;
};

export function dutiesOf(asked: Asked): readonly Duty[] {
  return rulesFor(asked.file, asked.facts, asked.decided).map((rule) => dutyOf(rule, asked));
}

function dutyOf(rule: Ruled, { facts, done, now, isHoliday }: Asked): Duty {
  const today = dayOf(now);
  const opens = (day: CalendarDate) => isOpen(facts.opening, day, isHoliday);
  const mine = done
    .filter((each) => rule.evidence.includes(each.kind) && each.on <= today)
    .toSorted((a, b) => whenOf(b).localeCompare(whenOf(a)));
  const base = {
    id: rule.id,
    key: rule.key,
    matter: rule.matter,
    title: rule.title,
    every: rule.every,
    slotMinutes: rule.slotMinutes ?? null,
    lastOn: mine[0]?.on ?? null,
    confirmed: rule.confirmed,
    source: sourceWords(rule.source),
    confidence: rule.confidence,
    evidence: rule.evidence,
  };
  const period = periodOf(rule.every, today);
  const resting: Duty = { ...base, state: "resting", period, dueAt: null, daysLeft: null, minutesLeft: null, missed: 0, by: null };
  if (rule.slotMinutes) return opens(today) ? { ...base, period, ...slotState(rule.slotMinutes, facts, mine, now) } : resting;
  const last = lastOpenDay(period, opens);
  if (last === null) return resting;
  const by = mine.find(({ on }) => on >= period.from && on <= period.to) ?? null;
  const end = new Date(startOfDay(addDays(last, 1)).getTime() - 1);
  const before = periodBefore(rule.every, period);
  const beforeEnd = lastOpenDay(before, opens);
  const owedBefore = beforeEnd !== null && before.from >= facts.startedOn;
  const missedBefore = owedBefore && !mine.some(({ on }) => on >= before.from && on <= before.to);
  const late = missedBefore || today > last;
  const since = missedBefore && beforeEnd ? beforeEnd : last;
  const state: DutyState = by ? "met" : late ? "overdue" : "due";
  return {
    ...base,
    state,
    period,
    dueAt: end.toISOString(),
    daysLeft: daysBetween(today, state === "overdue" ? since : last),
    minutesLeft: rule.every === "day" && state === "due" ? Math.max(0, Math.floor((end.getTime() - now.getTime()) / 60_000)) : null,
    missed: state === "overdue" ? 1 : 0,
    by,
  };
}

const whenOf = (done: Done): string => done.at ?? `${done.on}T00:00:00Z`;
const daysBetween = (from: CalendarDate, to: CalendarDate): number => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);

/** Every `slotMinutes` inside the opening hours: today's turns so far, and the one that runs. */
function slotState(
  slotMinutes: number,
  facts: UnitFacts,
  mine: readonly Done[],
  now: Date,
): Pick<Duty, "state" | "dueAt" | "daysLeft" | "minutesLeft" | "missed" | "by"> {
  const { openFrom, openTo } = facts.opening;
  const midnight = startOfDay(dayOf(now)).getTime();
  const opens = midnight + openFrom * 60_000;
  const closes = midnight + (openTo > openFrom ? openTo : openTo + 1_440) * 60_000;
  const turns: { readonly from: number; readonly to: number; readonly by: Done | null }[] = [];
  for (let from = opens; from < closes && from <= now.getTime(); from += slotMinutes * 60_000) {
    const to = Math.min(from + slotMinutes * 60_000, closes);
    turns.push({ from, to, by: mine.find(({ at }) => at !== null && Date.parse(at) >= from && Date.parse(at) < to) ?? null });
  }
  const minutesTo = (moment: number) => Math.floor((moment - now.getTime()) / 60_000);
  const running = turns.at(-1);
  if (!running) {
    const firstEnd = Math.min(opens + slotMinutes * 60_000, closes);
    return { state: "due", dueAt: new Date(firstEnd).toISOString(), daysLeft: 0, minutesLeft: minutesTo(firstEnd), missed: 0, by: null };
  }
  const started = Date.parse(`${facts.startedOn}T00:00:00+08:00`);
  const past = turns.filter((turn) => turn.to <= now.getTime() && turn.from >= started);
  const missed = past.filter((turn) => turn.by === null);
  const latest = past.at(-1);
  const closed = now.getTime() >= closes;
  const state: DutyState = closed
    ? missed.length > 0
      ? "overdue"
      : "met"
    : running.by
      ? "met"
      : latest && latest.by === null
        ? "overdue"
        : "due";
  return {
    state,
    dueAt: new Date(running.to).toISOString(),
    daysLeft: 0,
    minutesLeft: state === "overdue" && latest ? minutesTo(latest.to) : closed ? null : minutesTo(running.to),
    missed: missed.length,
    by: running.by,
  };
}

/** How many confirmed duties there are, and how many stand well: what rates and the unit's page say. */
export function tally(duties: readonly Duty[]): {
  readonly owed: number;
  readonly met: number;
  readonly overdue: number;
  readonly unconfirmed: number;
} {
  const owed = duties.filter((duty) => duty.confirmed && duty.state !== "resting");
  return {
    owed: owed.length,
    met: owed.filter((duty) => duty.state === "met").length,
    overdue: owed.filter((duty) => duty.state === "overdue").length,
    unconfirmed: duties.filter((duty) => !duty.confirmed).length,
  };
}
