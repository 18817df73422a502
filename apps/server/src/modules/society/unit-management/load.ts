/** Loads what the duties of units are computed from: facts and records, many units in a few questions. */
import chineseDays from "chinese-days";
import { type RawBuilder, sql } from "kysely";
import type { Tx } from "#platform/db.ts";
import { readSettings } from "#platform/settings.ts";
import { addDays, type CalendarDate, calendarDate } from "#platform/values.ts";
import { type DecidedRules, type Done, type Duty, dutiesOf, type UnitFacts } from "./domain/duties.ts";
import { minutesOf } from "./domain/periods.ts";
import { dutyFile } from "./duty-rules.ts";

export const RULES_SETTING = "unit-management.duties";
/** Records of turns within a day are asked for so many days back; all others two years. */
const TURNS_BACK = 16;
const RECORDS_BACK = 800;

export type UnitRow = {
  readonly id: string;
  readonly area: number;
  readonly name: string;
  readonly kind: string;
  readonly grade: string | null;
  readonly highRisk: boolean | null;
  readonly heightM: number | null;
  readonly areaM2: number | null;
  readonly hasFacilities: boolean | null;
  readonly dutyPhone: string | null;
  readonly responsible: string | null;
  readonly manager: string | null;
  readonly staff: number | null;
  readonly demo: boolean;
  readonly createdOn: string;
  readonly highRise: boolean;
  readonly openFrom: string | null;
  readonly openTo: string | null;
  readonly restDays: readonly string[] | null;
  readonly closedOnHolidays: boolean | null;
  readonly closedFrom: string | null;
  readonly closedTo: string | null;
  readonly hasKitchen: boolean | null;
  readonly hasControlRoom: boolean | null;
  readonly hasFireWater: boolean | null;
  readonly underground: boolean | null;
  readonly startedOn: string | null;
  readonly industry: string | null;
};

export async function loadUnits(tx: Tx, where: RawBuilder<unknown>): Promise<readonly UnitRow[]> {
  const { rows } =
    await sql<UnitRow>`select u.id, u.area, u.name, u.kind, u.grade, u.high_risk, u.height_m, u.area_m2, u.has_facilities, u.duty_phone,
      u.responsible, u.manager, u.staff, u.demo, (u.created_at at time zone 'Asia/Shanghai')::date::text as created_on,
      exists (select 1 from places.building b where b.unit = u.id and b.high_rise and b.deleted_at is null) as high_rise,
      p.open_from, p.open_to, p.rest_days, p.closed_on_holidays, p.closed_from::text, p.closed_to::text, p.has_kitchen, p.has_control_room,
      p.has_fire_water, p.underground, p.started_on::text, p.industry
    from places.unit u left join unit_management.profile p on p.unit = u.id and p.deleted_at is null
    where u.deleted_at is null and ${where}`.execute(tx);
  return rows;
}

const day = (text: string | null): CalendarDate | null => (text === null ? null : calendarDate.parse(text));
const OPENS = 9 * 60;
const CLOSES = 21 * 60;

export function factsOf(unit: UnitRow): UnitFacts {
  return {
    kind: unit.kind,
    grade: unit.grade,
    highRisk: unit.highRisk === true,
    highRise: unit.highRise || unit.kind === "highRise",
    heightM: unit.heightM,
    areaM2: unit.areaM2,
    hasFacilities: unit.hasFacilities === true,
    // What the unit has not said itself follows from the register: a control room has a telephone, a restaurant a kitchen.
    hasControlRoom: unit.hasControlRoom ?? unit.dutyPhone !== null,
    hasKitchen: unit.hasKitchen ?? unit.kind === "restaurant",
    hasFireWater: unit.hasFireWater === true,
    underground: unit.underground === true,
    startedOn: day(unit.startedOn) ?? calendarDate.parse(unit.createdOn),
    opening: {
      restDays: (unit.restDays ?? []).map((each) => Number(each.slice(1))),
      closedOnHolidays: unit.closedOnHolidays === true,
      closedFrom: day(unit.closedFrom),
      closedTo: day(unit.closedTo),
      openFrom: unit.openFrom ? minutesOf(unit.openFrom) : OPENS,
      openTo: unit.openTo ? minutesOf(unit.openTo) : CLOSES,
    },
  };
}

/** What these units did, as evidence. */
export async function loadDone(tx: Tx, units: readonly string[], today: CalendarDate): Promise<ReadonlyMap<string, readonly Done[]>> {
  const turns = addDays(today, -TURNS_BACK);
  const since = addDays(today, -RECORDS_BACK);
  const { rows } = await sql<Done & { readonly unit: string }>`with asked as (select unnest(${[...units]}::uuid[]) as unit)
    select r.unit, r.kind, r.day::text as "on", r.at, r.ledger, r.id from (
      select r.unit, r.kind, r.patrolled_on as day, r.patrolled_at as at, 'unit-management.patrol' as ledger, r.id
        from unit_management.patrol r join asked using (unit) where r.patrolled_on >= ${turns} and r.deleted_at is null
      union all select r.unit, 'selfCheck', r.checked_on, r.sent_at, 'unit-management.self-check', r.id
        from unit_management.self_check r join asked using (unit) where r.checked_on >= ${since} and r.deleted_at is null
      union all select r.unit, r.kind, r.done_on, null, 'unit-management.service-report', r.id
        from unit_management.service_report r join asked using (unit) where r.done_on >= ${since} and r.deleted_at is null
      union all select r.unit, 'drill', r.held_on, null, 'unit-management.drill', r.id
        from unit_management.drill r join asked using (unit) where r.held_on >= ${since} and r.deleted_at is null
      union all select r.unit, 'training', r.held_on, null, 'unit-management.training', r.id
        from unit_management.training r join asked using (unit) where r.kind = 'regular' and r.held_on >= ${since} and r.deleted_at is null
      union all select r.unit, case r.kind when 'self' then 'selfAssessment' else 'evaluation' end, r.evaluated_on, null, 'unit-management.evaluation', r.id
        from unit_management.evaluation r join asked using (unit) where r.evaluated_on >= ${since} and r.deleted_at is null
      union all select r.unit, 'commitment', r.published_on, null, 'unit-management.commitment', r.id
        from unit_management.commitment r join asked using (unit) where r.state <> 'revoked' and r.published_on >= ${since} and r.deleted_at is null
      union all select r.unit, 'plan', r.in_force_on, null, 'unit-management.document', r.id
        from unit_management.document r join asked using (unit) where r.kind = 'plan' and r.in_force_on >= ${since} and r.deleted_at is null
    ) r`.execute(tx);
  const byUnit = new Map<string, Done[]>();
  for (const { unit, ...done } of rows) byUnit.set(unit, [...(byUnit.get(unit) ?? []), done]);
  return byUnit;
}

export async function decidedRules(tx: Tx): Promise<DecidedRules> {
  return ((await readSettings(tx)).get(RULES_SETTING) ?? {}) as DecidedRules;
}

/** A statutory holiday 法定节假日; weekends are days of rest only where the unit says so. */
export function isHoliday(on: CalendarDate): boolean {
  const { work, name } = chineseDays.getDayDetail(on);
  return !work && name.includes(",");
}

export const dutiesFor = (unit: UnitRow, done: readonly Done[], decided: DecidedRules, now: Date): readonly Duty[] =>
  dutiesOf({ file: dutyFile, facts: factsOf(unit), done, decided, now, isHoliday });
