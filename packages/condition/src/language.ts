/**
 * The one condition language: equality, list, from/to/before/after, set, like, one level of `any`, `{ field }` to compare two columns,
 * and the moments `today±Nd`, `now±Nm`, `period.start`, `period.end`. No joins, no arithmetic.
 */
export type Scalar = string | number | boolean | null;
export type FieldRef = { readonly field: string };
export type Bound = Scalar | FieldRef;
export type Comparison = {
  readonly from?: Bound;
  readonly to?: Bound;
  readonly before?: Bound;
  readonly after?: Bound;
  readonly not?: Scalar | readonly Scalar[];
  readonly set?: boolean;
  readonly like?: string;
};
export type Test = Scalar | readonly Scalar[] | Comparison;
export type Condition = { readonly [field: string]: Test | readonly Condition[] | undefined };

export type Moments = {
  /** The day in Asia/Shanghai. */
  readonly today: string;
  readonly now: Date;
  readonly period?: { readonly start: string; readonly end: string };
};

export const isComparison = (test: Test): test is Comparison => typeof test === "object" && test !== null && !Array.isArray(test);

/** The fields a condition speaks of, those of its branches and of its comparisons included. */
export function fieldsOf(condition: Condition): readonly string[] {
  const named = Object.entries(condition).flatMap(([key, test]): readonly string[] => {
    if (test === undefined) return [];
    if (key === "any") return Array.isArray(test) ? (test as readonly Condition[]).flatMap(fieldsOf) : [];
    const own = test as Test;
    const others = isComparison(own) ? [own.from, own.to, own.before, own.after] : [];
    return [key, ...others.flatMap((bound) => (typeof bound === "object" && bound !== null ? [bound.field] : []))];
  });
  return [...new Set(named)];
}

const MOMENT = /^(today|now|period\.start|period\.end)(?:([+-]\d{1,5})([dm]))?$/;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const DAY_MS = 86_400_000;

const moved = (day: string, n: number): string => new Date(Date.parse(`${day}T00:00:00Z`) + n * DAY_MS).toISOString().slice(0, 10);
const startOf = (day: string): string => new Date(`${day}T00:00:00+08:00`).toISOString();
const isDay = (text: string): boolean => DAY.test(text) && !Number.isNaN(Date.parse(text)) && moved(text, 0) === text;

/** `today-180d` → a day, `now-10m` → an instant; anything else is itself. */
export function resolveMoment(value: Scalar, moments: Moments, asInstant: boolean): Scalar {
  if (typeof value !== "string") return value;
  const match = MOMENT.exec(value);
  if (!match) return asInstant && isDay(value) ? startOf(value) : value;
  const [, base, by, step] = match;
  const amount = Number(by ?? 0);
  if (base === "now") return new Date(moments.now.getTime() + amount * (step === "d" ? DAY_MS : 60_000)).toISOString();
  const from = base === "today" ? moments.today : base === "period.start" ? moments.period?.start : moments.period?.end;
  const day = moved(from ?? moments.today, step === "d" ? amount : 0);
  return asInstant ? startOf(day) : day;
}
