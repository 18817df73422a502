/** Standings as lines: the same columns wherever they are listed. */
import { type RawBuilder, sql } from "kysely";
import type { z } from "zod";
import type { Tx } from "#platform/db.ts";
import type { Services } from "#platform/services.ts";
import type { CalendarDate } from "#platform/values.ts";
import type { Laid } from "./laid.ts";
import type { standingLine } from "./shapes.ts";

export type Line = z.input<typeof standingLine>;
type Row = {
  readonly id: string;
  readonly duty: number;
  readonly area: number;
  readonly areaName: string;
  readonly organ: string;
  readonly organName: string | null;
  readonly period: string;
  readonly status: Line["status"];
  readonly value: number | null;
  readonly num: number | null;
  readonly den: number | null;
  readonly target: number | null;
  readonly evidence: Line["evidence"];
  readonly dueOn: CalendarDate;
  readonly turnedOn: CalendarDate | null;
};

/** `where` speaks of `s`, the standing. */
export async function linesWhere<More extends object = object>(
  tx: Tx,
  laid: ReadonlyMap<number, Laid>,
  {
    where,
    order,
    limit,
    skip = 0,
    more = sql``,
  }: {
    readonly where: RawBuilder<unknown>;
    readonly order: RawBuilder<unknown>;
    readonly limit: number;
    readonly skip?: number;
    readonly more?: RawBuilder<unknown>;
  },
  services: Pick<Services, "registry">,
  today: CalendarDate,
): Promise<readonly (Line & { readonly more: More })[]> {
  const { rows } = await sql<
    Row & More
  >`select s.id, s.duty, s.area, a.name as area_name, s.organ, o.name as organ_name, s.period, s.status, s.value, s.num, s.den, s.target,
      s.evidence, s.due_on, s.turned_on ${more}
    from policy_tasks.standing s join platform.area a on a.key = s.area left join organizations.v_organ o on o.id = s.organ
    where s.duty = any(${[...laid.keys()]}::int[]) and ${where} order by ${order} limit ${limit} offset ${skip}`.execute(tx);
  return rows.flatMap((row) => {
    const of = laid.get(row.duty);
    return of ? [{ ...lineOf(row, of, services, today), more: row }] : [];
  });
}

function lineOf(row: Row, { pack, clause, key, content }: Laid, { registry }: Pick<Services, "registry">, today: CalendarDate): Line {
  const measure = content.measure === null ? undefined : registry.measures.get(content.measure);
  return {
    id: row.id,
    pack,
    clause,
    duty: key,
    text: content.duty?.text ?? content.clause.title,
    area: { key: row.area, name: row.areaName },
    organ: row.organName === null ? null : { id: row.organ, name: row.organName },
    period: row.period,
    status: row.status,
    value: row.value,
    num: row.num,
    den: row.den,
    unit: content.duty?.unit ?? measure?.unit ?? "",
    decimals: measure?.decimals ?? 0,
    target: row.target,
    evidence: row.evidence,
    dueOn: row.dueOn,
    days: lateDays(row, today),
    turnedOn: row.turnedOn,
  };
}

const daysBetween = (from: CalendarDate, to: CalendarDate): number => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);

/** Days late: of what turned red, since that day, it counted in. Before the due day negative. */
export const lateDays = (
  { status, turnedOn, dueOn }: { readonly status: Line["status"]; readonly turnedOn: CalendarDate | null; readonly dueOn: CalendarDate },
  today: CalendarDate,
): number => (status === "overdue" && turnedOn !== null ? daysBetween(turnedOn, today) + 1 : daysBetween(dueOn, today));

export const byId = (laid: readonly Laid[]): ReadonlyMap<number, Laid> => new Map(laid.map((each) => [each.id, each]));
/** Worst first. */
export const worstFirst = sql`array_position(array['overdue', 'no-data', 'at-risk', 'open', 'met', 'waived', 'not-due', 'not-applicable'], s.status)`;
