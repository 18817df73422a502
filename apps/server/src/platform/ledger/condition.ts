/**
 * The one condition language: lists, saved views, measures, duties, drill-down links and offline filters all speak it.
 * Equality, list, from/to/before/after, set, like, one level of `any`, `{ field }` to compare two columns, and the moments
 * `today±Nd`, `now±Nm`, `period.start`, `period.end`. No joins, no arithmetic: what it cannot say is an SQL view.
 */
import { type Comparison, type Condition, resolveMoment, type Scalar, type Test } from "@suiren/condition";
import { type RawBuilder, sql } from "kysely";
import { z } from "zod";
import { ok, type Result, refuse } from "../result.ts";
import { type CalendarDate, isCalendarDate } from "../values.ts";
import { type Field, isNumber } from "./fields.ts";
import { columnName } from "./names.ts";

/** Typed against a ledger's fields where it is written in code: a wrong field or choice does not compile. */
export type ConditionOn<F> = { readonly [K in keyof F | HeadField]?: Test } & {
  readonly any?: readonly ConditionOn<F>[];
  readonly open?: boolean;
};
export type HeadField =
  | "area"
  | "id"
  | "createdAt"
  | "updatedAt"
  | "state"
  | "dueAt"
  | "openedAt"
  | "closedAt"
  | "holderOrgan"
  | "repeats"
  | "demo"
  | "lon"
  | "lat";

export type { Condition };

export type Moments = {
  readonly today: CalendarDate;
  readonly now: Date;
  readonly period?: { readonly start: CalendarDate; readonly end: CalendarDate };
};

const scalar = z.union([z.string().max(400), z.number(), z.boolean(), z.null()]);
const fieldRef = z.object({ field: z.string() });
const bound = z.union([scalar, fieldRef]);
const test = z.union([
  scalar,
  z.array(scalar).max(500),
  z
    .strictObject({
      from: bound.optional(),
      to: bound.optional(),
      before: bound.optional(),
      after: bound.optional(),
      not: z.union([scalar, z.array(scalar).max(500)]).optional(),
      set: z.boolean().optional(),
      like: z.string().max(100).optional(),
    })
    .meta({ id: "Comparison" }),
]);

/** Condition as it arrives from outside; fields are checked against the ledger when it is compiled. */
export const conditionSchema = z
  .record(z.string(), z.union([test, z.array(z.record(z.string(), test)).max(20)]))
  .meta({ id: "Condition", description: "条件：栏 → 值、多值，或 from/to/before/after/not/set/like；any 为或" }) as z.ZodType<
  Condition,
  Condition
>;

/** JSON in a query string: filters are shareable addresses. */
export const whereParam = z
  .string()
  .optional()
  .describe('条件，JSON 文本，如 {"grade":"key"}；写法见 Condition')
  .transform((text) => {
    if (text === undefined || text === "") return undefined;
    try {
      return JSON.parse(text) as unknown;
    } catch {
      return text;
    }
  })
  .pipe(conditionSchema.optional());

export type Compiled = RawBuilder<boolean>;
const TRUE: Compiled = sql<boolean>`true`;

/** What a condition may name: a column, with the field that says its kind. */
export type Column = { readonly sql: RawBuilder<unknown>; readonly field: Field };
export type Columns = {
  column(key: string): Column | undefined;
  readonly isCase: boolean;
  /** Of a case: the states that are no end. */
  readonly openStates?: ReadonlySet<string>;
};

/** Compiles a condition to SQL over the alias `t`. Refuses a field that is not there or may not be filtered (personal data). */
export function compileCondition(condition: Condition, columns: Columns, moments: Moments): Result<Compiled> {
  const parts: Compiled[] = [];
  for (const [key, test] of Object.entries(condition)) {
    if (test === undefined) continue;
    const part = key === "any" ? compileAny(test, columns, moments) : compileTest(key, test as Test, columns, moments);
    if (!part.ok) return part;
    parts.push(part.value);
  }
  return ok(parts.length === 0 ? TRUE : sql<boolean>`(${sql.join(parts, sql` and `)})`);
}

function compileAny(test: unknown, columns: Columns, moments: Moments): Result<Compiled> {
  if (!Array.isArray(test)) return refuse("invalid", "ledger.bad_condition", { field: "any" });
  const parts: Compiled[] = [];
  for (const branch of test as Condition[]) {
    if ("any" in branch) return refuse("invalid", "ledger.bad_condition", { field: "any" });
    const part = compileCondition(branch, columns, moments);
    if (!part.ok) return part;
    parts.push(part.value);
  }
  return ok(parts.length === 0 ? TRUE : sql<boolean>`(${sql.join(parts, sql` or `)})`);
}

function compileTest(key: string, test: Test, columns: Columns, moments: Moments): Result<Compiled> {
  if (key === "open" && columns.isCase)
    return ok(test === false ? sql<boolean>`t.closed_at is not null` : sql<boolean>`t.closed_at is null`);
  const column = columns.column(key);
  if (!column || column.field.personal) return refuse("invalid", "ledger.unknown_field", { field: key });
  const compiled = testOf(key, test, column, columns, moments);
  // An open state says that the case is open, which the database cannot know: its indexes of open cases are of use then.
  const isOpen = key === "state" && columns.isCase && isOnly(test, columns.openStates);
  return compiled.ok && isOpen ? ok(sql<boolean>`(${compiled.value} and t.closed_at is null)`) : compiled;
}

const isOnly = (test: Test, among: ReadonlySet<string> | undefined): boolean => {
  const values = Array.isArray(test) ? test : [test];
  return among !== undefined && values.length > 0 && values.every((value) => typeof value === "string" && among.has(value));
};

function testOf(key: string, test: Test, { sql: col, field }: Column, columns: Columns, moments: Moments): Result<Compiled> {
  const asInstant = field.kind === "instant";
  const value = (scalarValue: Scalar): Result<Scalar> => typed(resolveMoment(scalarValue, moments, asInstant), field, key);

  if (test === null) return ok(sql<boolean>`${col} is null`);
  if (typeof test !== "object")
    return only(value(test), (v) => (field.kind === "many" ? sql<boolean>`${col} && array[${v}]::text[]` : sql<boolean>`${col} = ${v}`));
  if (Array.isArray(test)) return listTest(test as readonly Scalar[], col, field, value);
  return comparison(test as Comparison, { key, col, field, columns, value });
}

function listTest(test: readonly Scalar[], col: RawBuilder<unknown>, field: Field, value: (v: Scalar) => Result<Scalar>): Result<Compiled> {
  const values: Scalar[] = [];
  for (const each of test) {
    const v = value(each);
    if (!v.ok) return v;
    values.push(v.value);
  }
  if (values.length === 0) return ok(sql<boolean>`false`);
  return ok(
    field.kind === "many" ? sql<boolean>`${col} && array[${sql.join(values)}]::text[]` : sql<boolean>`${col} in (${sql.join(values)})`,
  );
}

/** Kinds of field whose column holds text. */
const TEXTS: ReadonlySet<Field["kind"]> = new Set(["text", "long", "choice"]);

type Ground = {
  readonly key: string;
  readonly col: RawBuilder<unknown>;
  readonly field: Field;
  readonly columns: Columns;
  readonly value: (v: Scalar) => Result<Scalar>;
};

function comparison(test: Comparison, { key, col, field, columns, value }: Ground): Result<Compiled> {
  const parts: Compiled[] = [];
  const operators = { from: sql`>=`, to: sql`<=`, before: sql`<`, after: sql`>` } as const;
  for (const [name, operator] of Object.entries(operators)) {
    const given = test[name as keyof typeof operators];
    if (given === undefined) continue;
    if (given !== null && typeof given === "object") {
      const other = columns.column(given.field);
      if (!other || other.field.personal) return refuse("invalid", "ledger.unknown_field", { field: given.field });
      parts.push(sql<boolean>`${comparable(col, field, other.field)} ${operator} ${comparable(other.sql, other.field, field)}`);
      continue;
    }
    const v = value(given);
    if (!v.ok) return v;
    parts.push(sql<boolean>`${col} ${operator} ${v.value}`);
  }
  if (test.set !== undefined) parts.push(test.set ? sql<boolean>`${col} is not null` : sql<boolean>`${col} is null`);
  if (test.like !== undefined && !TEXTS.has(field.kind)) return refuse("invalid", "ledger.bad_condition", { field: key, value: test.like });
  if (test.like !== undefined) parts.push(sql<boolean>`${col} like ${`%${test.like.replace(/[\\%_]/g, "\\$&")}%`}`);
  if (test.not !== undefined) {
    const listed = listTest(Array.isArray(test.not) ? (test.not as readonly Scalar[]) : [test.not as Scalar], col, field, value);
    if (!listed.ok) return listed;
    parts.push(sql<boolean>`(${listed.value}) is not true`);
  }
  return ok(parts.length === 0 ? TRUE : sql<boolean>`(${sql.join(parts, sql` and `)})`);
}

/** An instant beside a day is the day it falls on in Shanghai: closed at ten on the last day is in time. */
const comparable = (col: RawBuilder<unknown>, own: Field, other: Field): RawBuilder<unknown> =>
  own.kind === "instant" && other.kind === "day" ? sql`(${col} at time zone 'Asia/Shanghai')::date` : col;

const only = (v: Result<Scalar>, build: (v: Scalar) => Compiled): Result<Compiled> => (v.ok ? ok(build(v.value)) : v);

/** A value that cannot be of the column's kind is refused here, not by the database. */
function typed(value: Scalar, field: Field, key: string): Result<Scalar> {
  const bad = () => refuse("invalid", "ledger.bad_condition", { field: key, value });
  if (value === null) return ok(value);
  if (isNumber(field)) return typeof value === "number" && Number.isFinite(value) ? ok(value) : bad();
  if (field.kind === "yes") return typeof value === "boolean" ? ok(value) : bad();
  if (typeof value !== "string") return bad();
  if (field.kind === "day" && !isCalendarDate(value)) return bad();
  if (field.kind === "instant" && Number.isNaN(Date.parse(value))) return bad();
  if (field.kind === "choice" || field.kind === "many") return Object.hasOwn(field.choices ?? {}, value) ? ok(value) : bad();
  if (["ref", "organ", "person"].includes(field.kind) && !/^[0-9a-f-]{36}$/i.test(value)) return bad();
  return ok(value);
}

/** The column of a field under the alias `t`. */
export const columnOf = (key: string): RawBuilder<unknown> => sql.ref(`t.${columnName(key)}`);
