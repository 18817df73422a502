/** A condition asked of one row in memory, with the answers SQL gives. */
import {
  type Bound,
  type Comparison,
  type Condition,
  isComparison,
  type Moments,
  resolveMoment,
  type Scalar,
  type Test,
} from "./language.ts";

/** The value of a field; `undefined` and `null` are the same: not there. `instant`: a moment, compared as such. */
export type ValueOf = (field: string) => { readonly value: unknown; readonly instant?: boolean };

/** Does the row fulfil the condition? Pure. A field nobody knows is not there. */
export function holds(condition: Condition, valueAt: ValueOf, moments: Moments): boolean {
  return Object.entries(condition).every(([key, test]) => {
    if (test === undefined) return true;
    if (key !== "any") return passes(test as Test, key, valueAt, moments);
    const branches = test as readonly Condition[];
    return branches.length === 0 || branches.some((branch) => holds(branch, valueAt, moments));
  });
}

function passes(test: Test, key: string, valueAt: ValueOf, moments: Moments): boolean {
  const { value, instant = false } = valueAt(key);
  const there = value ?? null;
  const resolved = (each: Scalar): Scalar => resolveMoment(each, moments, instant);
  if (test === null) return there === null;
  if (Array.isArray(test)) return (test as readonly Scalar[]).some((each) => equals(there, resolved(each), instant));
  if (!isComparison(test)) return equals(there, resolved(test as Scalar), instant);
  const bound = (given: Bound): unknown =>
    given !== null && typeof given === "object" ? (valueAt(given.field).value ?? null) : resolved(given);
  return compares(test, there, bound, instant) && speaks(test, there, resolved, instant);
}

/** Equal, or one of several for a field of several answers. `null` equals nothing, as in SQL. */
function equals(value: unknown, wanted: Scalar, instant: boolean): boolean {
  if (value === null || wanted === null) return false;
  if (Array.isArray(value)) return value.includes(wanted);
  return instant ? orderOf(value, wanted, true) === 0 : value === wanted;
}

/** Below 0, 0, above 0; `null` where there is nothing to compare. Days and instants compare as moments, the rest as they are. */
function orderOf(value: unknown, other: unknown, instant: boolean): number | null {
  if (value === null || other === null || value === undefined || other === undefined) return null;
  const [a, b] = instant ? [Date.parse(String(value)), Date.parse(String(other))] : [value, other];
  if (typeof a === "number" && typeof b === "number") return a - b;
  return String(a) < String(b) ? -1 : String(a) > String(b) ? 1 : 0;
}

const isDay = (value: unknown): boolean => typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value);
const SHANGHAI_MS = 8 * 3_600_000;
function dayIn(value: unknown): unknown {
  const at = typeof value === "string" && !isDay(value) ? Date.parse(value) : Number.NaN;
  return Number.isNaN(at) ? value : new Date(at + SHANGHAI_MS).toISOString().slice(0, 10);
}

function compares({ from, to, before, after }: Comparison, value: unknown, bound: (given: Bound) => unknown, instant: boolean): boolean {
  const order = (given: Bound): number | null => {
    const other = bound(given);
    if (given === null || typeof given !== "object") return orderOf(value, other, instant);
    // A moment beside a day of the same row is the day it falls on in Shanghai: done at ten on the last day is in time.
    if (isDay(value) !== isDay(other)) return orderOf(dayIn(value), dayIn(other), false);
    return orderOf(value, other, instant);
  };
  const all: readonly (readonly [Bound | undefined, (order: number) => boolean])[] = [
    [from, (n) => n >= 0],
    [to, (n) => n <= 0],
    [before, (n) => n < 0],
    [after, (n) => n > 0],
  ];
  return all.every(([given, ok]) => {
    if (given === undefined) return true;
    const n = order(given);
    return n !== null && ok(n);
  });
}

function speaks({ set, like, not }: Comparison, value: unknown, resolved: (each: Scalar) => Scalar, instant: boolean): boolean {
  if (set !== undefined && set !== (value !== null)) return false;
  if (like !== undefined && !(typeof value === "string" && value.includes(like))) return false;
  if (not === undefined) return true;
  const unwanted: readonly Scalar[] = Array.isArray(not) ? not : [not as Scalar];
  return !unwanted.some((each) => equals(value, resolved(each), instant));
}
