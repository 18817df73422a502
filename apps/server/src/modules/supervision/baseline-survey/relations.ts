/** The two relations everything here is counted from: who of the register has been looked at, and which hazards a survey has. */
import { type RawBuilder, sql } from "kysely";
import { subtreeOf } from "#platform/values.ts";
import { typeRules } from "./domain/problem-types.ts";

export type SurveyRow = {
  readonly id: string;
  readonly name: string;
  readonly ground: string | null;
  readonly area: number;
  readonly areaName: string | null;
  readonly leadName: string | null;
  readonly state: "running" | "settled" | "cancelled";
  readonly startsOn: string;
  readonly endsOn: string;
  readonly kinds: readonly string[] | null;
  readonly content: string | null;
  readonly register: number | null;
  readonly surveyed: number | null;
  readonly items: number | null;
  readonly settledOn: string | null;
  readonly sha256: string | null;
  readonly conclusion: string | null;
};
type Part = Pick<SurveyRow, "id" | "state" | "startsOn" | "endsOn" | "kinds">;

const within = (column: string, area: number) => {
  const { lo, hi } = subtreeOf(area);
  return sql`${sql.raw(column)} between ${lo} and ${hi}`;
};
const ofKinds = (column: string, kinds: Part["kinds"]) =>
  kinds && kinds.length > 0 ? sql`and ${sql.raw(column)} = any(${[...kinds]}::text[])` : sql``;

/**
 * `register(id, area, kind, regulator, name, address, surveyed, problems)`: each unit of the register in the area, whether somebody was there in the
 * span (a finished check, an object of a campaign checked, a survey sheet, a hazard registered by survey), and how many hazards were found.
 */
export function registerOf({ startsOn, endsOn, kinds }: Part, area: number): RawBuilder<unknown> {
  const span = (column: string) => sql`${sql.raw(column)} between ${startsOn}::date and ${endsOn}::date`;
  return sql`looked as materialized (
      select v.unit from inspection.visit v where ${span("v.on_day")} and ${within("v.area", area)} and v.ended_at is not null and v.unit is not null and v.deleted_at is null
      union select t.unit from inspection.task t where t.state = 'done' and t.result in ('none', 'found') and ${span("t.done_on")} and ${within("t.area", area)} and t.deleted_at is null
      union select o.unit from key_places.campaign_object o where ${span("o.checked_on")} and ${within("o.area", area)} and o.unit is not null and o.deleted_at is null
      union select s.unit from key_places.survey_sheet s where ${span("s.surveyed_on")} and ${within("s.area", area)} and s.unit is not null and s.deleted_at is null
      union select h.unit from hazard_loop.hazard h where h.origin = 'survey' and ${span("h.found_on")} and ${within("h.area", area)} and h.unit is not null and h.deleted_at is null),
    troubled as materialized (select h.unit, count(*)::int as n from hazard_loop.hazard h where ${span("h.found_on")} and ${within("h.area", area)}
      and h.unit is not null and h.state <> 'void' and h.deleted_at is null group by 1),
    register as (select u.id, u.area, u.kind, u.regulator, u.name, u.address, l.unit is not null as surveyed, coalesce(p.n, 0) as problems
      from places.unit u left join looked l on l.unit = u.id left join troubled p on p.unit = u.id
      where u.deleted_at is null and ${within("u.area", area)} ${ofKinds("u.kind", kinds)})`;
}

/** {@link problemTypeOf} as the database says it, from the same rules. */
export const TYPE = sql`case when h.item like 'device#%' then 'facilities'
  ${sql.join(
    typeRules.flatMap(({ type, items }) =>
      items.length > 0 ? [sql`when split_part(h.item, '#', 2) ~ ${`^(${items.join("|")})-`} then ${type}::text`] : [],
    ),
    sql` `,
  )}
  ${sql.join(
    typeRules.map(({ type, words }) => sql`when h.what ~ ${words} then ${type}::text`),
    sql` `,
  )} else 'other' end`;

/** Hazards of a survey as of its last day, or now: found in its span, or known before and still open; of its industries, where it names any. */
export function liveItems({ startsOn, endsOn, kinds }: Part, area: number): RawBuilder<unknown> {
  const wasOpen = sql`(h.closed_at is null or h.closed_at >= (${endsOn}::date + 1)::timestamp at time zone 'Asia/Shanghai')`;
  return sql`select h.id as hazard, h.area, h.number, h.what, ${TYPE} as type, h.grade, h.unit, u.kind, h.place_words, h.found_on, h.due_on,
      case when ${wasOpen} then 'open' else 'closed' end as was_open, h.search_text, h.demo
    from hazard_loop.hazard h left join places.unit u on u.id = h.unit
    where h.deleted_at is null and h.state <> 'void' and ${within("h.area", area)} and h.found_on <= ${endsOn}::date
      and (${wasOpen} or h.found_on >= ${startsOn}::date) ${ofKinds("u.kind", kinds)}`;
}

/** `items`: the frozen inventory once there is one, the living one until then. */
export const itemsOf = (survey: Part, area: number): RawBuilder<unknown> =>
  survey.state === "settled"
    ? sql`items as (select i.hazard, i.area, i.number, i.what, i.type, i.grade, i.unit, i.kind, i.place_words, i.found_on, i.due_on, i.was_open
        from baseline_survey.item i where i.survey = ${survey.id} and i.deleted_at is null and ${within("i.area", area)})`
    : sql`items as materialized (${liveItems(survey, area)})`;
