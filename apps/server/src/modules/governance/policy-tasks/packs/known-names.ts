/** What there is to name in a pack: from the declarations of the running program, and the organs of a city. */
import { sql } from "kysely";
import { cityOrgans, type DivisionCode, divisionCodes } from "#modules/ground/organizations/index.ts";
import type { Tx } from "#platform/db.ts";
import type { Catalog, Entry } from "#platform/ledger/catalog.ts";
import { compileCondition, conditionSchema } from "#platform/ledger/condition.ts";
import type { Registry } from "#platform/module.ts";
import { type AreaKey, type CalendarDate, calendarDate, subtreeOf } from "#platform/values.ts";
import type { City, Known, KnownLedger, KnownPack } from "./domain/known.ts";
import type { Pack } from "./domain/pack.ts";
import type { AreaOf } from "./domain/selectors.ts";
import { above } from "./store.ts";

/** Whether a condition can be asked does not depend on the day. */
const SOME_DAY = { today: calendarDate.parse("2026-01-01"), now: new Date("2026-01-01T00:00:00Z") };
const moments = { ...SOME_DAY, period: { start: SOME_DAY.today, end: SOME_DAY.today } };

export function knownNames({
  registry,
  catalog,
}: {
  readonly registry: Registry;
  readonly catalog: Catalog;
}): Pick<Known, "measures" | "ledgers"> {
  return { measures: registry.measures, ledgers: new Map([...catalog.entries].map(([name, entry]) => [name, knownLedger(entry)])) };
}

function knownLedger({ ledger, columns }: Entry): KnownLedger {
  const fields = [
    ...Object.entries(ledger.fields).flatMap(([key, { personal }]) => (personal ? [] : [key])),
    "area",
    ...(ledger.isCase ? ["state", "open"] : []),
  ];
  return {
    label: ledger.label,
    isCase: ledger.isCase,
    faultIn(condition) {
      const parsed = conditionSchema.safeParse(condition);
      if (!parsed.success)
        return { field: String(parsed.error.issues[0]?.path[0] ?? Object.keys(condition)[0] ?? ""), isUnknown: false, fields };
      const compiled = compileCondition(parsed.data, columns, moments);
      if (compiled.ok) return undefined;
      return { field: String(compiled.refusal.params.field ?? ""), isUnknown: compiled.refusal.code === "ledger.unknown_field", fields };
    },
  };
}

/** A city that comes with the program, for a trial without its database. */
export async function cityOf(code: string): Promise<City | undefined> {
  const known: DivisionCode | undefined = divisionCodes.find((each) => each === code);
  if (!known) return undefined;
  const { name, organs, areas } = await cityOrgans(known);
  return { code, name, organs, areas: new Map(areas.map((area) => [area.key, area])) };
}

/**
 * One area of this installation, with the organs in it and those of the areas above, as they are on a day: an area that was merged or renamed
 * is named with what it became.
 */
export async function cityHere(tx: Tx, area: AreaKey, on: CalendarDate): Promise<City> {
  const range = subtreeOf(area);
  const organs = await sql<City["organs"][number]>`select id, area, name, kind, level, coalesce(member, false) as member
    from organizations.organ where deleted_at is null and (area between ${range.lo} and ${range.hi} or area = any(${above(area)}::bigint[])) order by area, sort, id`.execute(
    tx,
  );
  const areas = await sql<AreaOf & { code: string | null }>`select a.key, a.name, a.level, a.attributes, a.code,
      (select jsonb_agg(c.to_key order by c.to_key) from platform.area_change c where c.from_key = a.key and c.to_key <> c.from_key and c.changed_on <= ${on}::date) as became
    from platform.area a`.execute(tx);
  const here = areas.rows.find(({ key }) => key === area);
  return {
    code: here?.code ?? String(area),
    name: here?.name ?? "",
    organs: organs.rows,
    areas: new Map(areas.rows.map((each) => [each.key, each])),
  };
}

export const knownPack = ({ title, superior, clauses }: Pick<Pack, "title" | "superior" | "clauses">): KnownPack => ({
  title,
  superior: superior.flatMap(({ pack }) => pack ?? []),
  clauses: new Map(clauses.map(({ id, follows }) => [id, follows?.clause])),
});
