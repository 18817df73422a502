/** Counts the base registers out of the ledgers themselves: per town how many rows, how full, what is not there. Idempotent. */
import { type RawBuilder, sql } from "kysely";
import type { Tx } from "#platform/db.ts";
import type { Entry } from "#platform/ledger/catalog.ts";
import { compileCondition } from "#platform/ledger/condition.ts";
import type { Field } from "#platform/ledger/fields.ts";
import { columnName } from "#platform/ledger/names.ts";
import { insertRows, type StoredRow, uuidv7 } from "#platform/ledger/write.ts";
import { orThrow } from "#platform/result.ts";
import type { Services } from "#platform/services.ts";
import type { AreaRange, CalendarDate } from "#platform/values.ts";
import { type Counted, completenessOf } from "../domain/completeness.ts";
import { type RegisterRule, registerRules } from "../rules-in-force.ts";
import { register } from "./ledgers.ts";

const TOWN = 1_000_000;
const VILLAGE = 1_000;

/** The registers of this installation: those whose ledger is there. */
export const rulesInUse = ({ catalog }: Pick<Services, "catalog">): readonly RegisterRule[] =>
  registerRules.filter(({ ledger }) => catalog.find(ledger) !== undefined);

/** Required fields of a register that its ledger has. */
export function fieldsOf(rule: RegisterRule, entry: Entry): readonly (readonly [string, Field])[] {
  return rule.fields.flatMap((key) => {
    const field = key === "lon" ? entry.columns.column("lon")?.field : entry.ledger.fields[key];
    return field ? [[key, field] as const] : [];
  });
}

/** Whether a field of the row `t` has something in it. */
export function isFilled(key: string, field: Field): RawBuilder<boolean> {
  const column = sql.ref(`t.${columnName(key)}`);
  if (field.personal) return sql<boolean>`${column} is not null`;
  if (field.kind === "text" || field.kind === "long") return sql<boolean>`coalesce(${column}, '') <> ''`;
  if (field.kind === "many" || field.kind === "files") return sql<boolean>`coalesce(cardinality(${column}), 0) > 0`;
  if (field.kind === "table") return sql<boolean>`coalesce(jsonb_array_length(${column}), 0) > 0`;
  return sql<boolean>`${column} is not null`;
}

export function conditionOf(rule: RegisterRule, entry: Entry, today: CalendarDate, now: Date): RawBuilder<unknown> {
  return orThrow(compileCondition(rule.where ?? {}, entry.columns, { today, now }));
}

type Raw = {
  readonly town: number;
  readonly rows: number;
  readonly filled: number;
  readonly incomplete: number;
  readonly villages: number;
};

async function countOne(tx: Tx, services: Services, rule: RegisterRule, { lo, hi }: AreaRange): Promise<ReadonlyMap<number, Raw>> {
  const entry = services.catalog.get(rule.ledger);
  const fields = fieldsOf(rule, entry);
  const full = fields.map(([key, field]) => sql`(${isFilled(key, field)})::int`);
  const sum = full.length === 0 ? sql`0` : sql.join(full, sql` + `);
  const where = conditionOf(rule, entry, services.clock.today(), services.clock.now());
  const { rows } = await sql<Raw>`select town, count(*)::int as rows, coalesce(sum(full_cells), 0)::int as filled,
      count(*) filter (where full_cells < ${full.length})::int as incomplete, count(distinct village) filter (where village % ${TOWN} <> 0)::int as villages
    from (select t.area / ${TOWN} * ${TOWN} as town, t.area / ${VILLAGE} * ${VILLAGE} as village, (${sum}) as full_cells
      from ${sql.raw(entry.table)} t where t.deleted_at is null and t.area between ${lo} and ${hi} and ${where}) x group by town`.execute(
    tx,
  );
  return new Map(rows.map((row) => [row.town, row]));
}

type Town = { readonly key: number; readonly name: string; readonly villages: number; readonly organ: string | null };

const townsIn = async (tx: Tx, { lo, hi }: AreaRange): Promise<readonly Town[]> =>
  (
    await sql<Town>`select a.key, coalesce(p.name, '') || a.name as name,
      (select count(*)::int from platform.area v where v.parent = a.key and v.level = 'village' and v.valid_to is null) as villages,
      (select o.id from organizations.v_organ o where o.area = a.key and o.kind = 'government' order by o.id limit 1) as organ
    from platform.area a left join platform.area p on p.key = a.parent and p.level = 'county'
    where a.level = 'town' and a.key between ${lo} and ${hi} and a.valid_to is null order by a.key`.execute(tx)
  ).rows;

/** Counts every register of the towns in range and keeps one row each. @returns how many rows changed */
export async function countRegisters(tx: Tx, services: Services, range: AreaRange, only?: string): Promise<number> {
  const today = services.clock.today();
  const towns = await townsIn(tx, range);
  const known = await sql<{ id: string; area: number; register: string }>`select id, area, register from grassroots.register
    where deleted_at is null and area between ${range.lo} and ${range.hi}`.execute(tx);
  const ids = new Map(known.rows.map(({ id, area, register: key }) => [`${area} ${key}`, id]));
  const fresh: StoredRow[] = [];
  const changed: Record<string, unknown>[] = [];
  for (const rule of rulesInUse(services).filter(({ key }) => only === undefined || key === only)) {
    const counted = await countOne(tx, services, rule, range);
    const fields = fieldsOf(rule, services.catalog.get(rule.ledger)).length;
    for (const town of towns) {
      const found = counted.get(town.key);
      const expected = rule.expects === "village" ? town.villages : rule.expects === "town" ? 1 : null;
      const covered = rule.expects === "village" ? (found?.villages ?? 0) : (found?.rows ?? 0);
      const figures = completenessOf({ fields, rows: found?.rows ?? 0, filled: found?.filled ?? 0, expected, covered });
      const id = ids.get(`${town.key} ${rule.key}`);
      const values = { ...figures, expected, incomplete: found?.incomplete ?? 0, organ: town.organ, countedOn: today, ledger: rule.ledger };
      if (id) changed.push({ id, ...asColumns(values) });
      else fresh.push({ id: uuidv7(), area: town.key, demo: false, values: { ...values, register: rule.key, town: town.name } });
    }
  }
  await insertRows(services.catalog.get(register.name), fresh, {
    tx,
    sealer: services.sealer,
    scope: { area: services.city.range, unitId: null, userId: null },
  });
  const { numAffectedRows } =
    await sql`update grassroots.register r set rows = x.rows, expected = x.expected, missing = x.missing, cells = x.cells,
      filled = x.filled, completeness = x.completeness, incomplete = x.incomplete, organ = x.organ, counted_on = x.counted_on, updated_at = now()
    from jsonb_to_recordset(${JSON.stringify(changed)}::jsonb) as x(id uuid, rows int, expected int, missing int, cells int, filled int,
      completeness float8, incomplete int, organ uuid, counted_on date)
    where r.id = x.id and (r.rows, r.expected, r.missing, r.cells, r.filled, r.incomplete, r.organ, r.counted_on)
      is distinct from (x.rows, x.expected, x.missing, x.cells, x.filled, x.incomplete, x.organ, x.counted_on)`.execute(tx);
  return fresh.length + Number(numAffectedRows ?? 0n);
}

const asColumns = (values: Counted & Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(values).map(([key, value]) => [columnName(key), value]));
