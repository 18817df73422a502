/** 底数清册 over HTTP: area × register with completeness and freshness, what is lacking and who owes it, and vouching for one. PT-2.2.4.3 */
import { sql } from "kysely";
import { z } from "zod";
import { may } from "#platform/actor.ts";
import { columnName, pathOf } from "#platform/ledger/names.ts";
import { findRow } from "#platform/ledger/read.ts";
import { readerOf } from "#platform/ledger/routes.ts";
import { insertRows, uuidv7 } from "#platform/ledger/write.ts";
import { ok, refuse } from "#platform/result.ts";
import { type RouteContext, route } from "#platform/route.ts";
import { addDays, areaKey, isWithin, levelOfKey, subtreeOf } from "#platform/values.ts";
import { freshnessOf } from "../domain/completeness.ts";
import { registerRules } from "../rules-in-force.ts";
import { conditionOf, countRegisters, fieldsOf, isFilled, rulesInUse } from "./count.ts";
import { confirmation, register } from "./ledgers.ts";

const tag = "底数清册";
const READ = `${register.name}.read`;
const SOON_DAYS = 14;
const MOST_ROWS = 60;

const freshness = z.enum(["fresh", "soon", "stale", "never"]);
export const registerCell = z
  .object({
    id: z.uuid().nullable().describe("一个乡镇的一册；汇总行为 null"),
    register: z.string(),
    rows: z.number().int(),
    expected: z.number().int().nullable(),
    missing: z.number().int().nullable(),
    incomplete: z.number().int(),
    completeness: z.number().nullable().describe("%；没有内容也不要求有，为 null"),
    lastConfirmedOn: z.string().nullable().describe("汇总行取最早的一个"),
    daysSince: z.number().int().nullable(),
    freshness,
    stale: z.number().int().describe("超期或从未确认的册数"),
    towns: z.number().int(),
    accuracy: z.number().nullable(),
  })
  .meta({ id: "RegisterCell", description: "一格：完整度与新鲜度" });
type Cell = z.output<typeof registerCell>;

const line = z.object({
  area: z.number().int(),
  name: z.string(),
  isTown: z.boolean(),
  completeness: z.number().nullable(),
  stale: z.number().int(),
  cells: z.array(registerCell),
});

type Row = Omit<Cell, "freshness" | "daysSince" | "completeness"> & {
  readonly line: number;
  readonly cells: number;
  readonly filled: number;
  readonly freshUntil: string | null;
};

const shareOf = (filled: number, cells: number): number | null => (cells === 0 ? null : Math.floor((filled / cells) * 1_000) / 10);
const daysBetween = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000);

/** One cell a line and register, from the towns below it. */
export async function cellsOf({ tx, today }: Pick<RouteContext, "tx" | "today">, range: { lo: number; hi: number }, step: number) {
  const { rows } = await sql<Row>`select area / ${sql.raw(String(step))} * ${sql.raw(String(step))} as line, register,
      case when count(*) = 1 then min(id::text) end as id, count(*)::int as towns,
      sum(rows)::int as rows, sum(expected)::int as expected, sum(missing)::int as missing, sum(incomplete)::int as incomplete,
      sum(cells)::float8 as cells, sum(filled)::float8 as filled,
      case when count(last_confirmed_on) = count(*) then min(last_confirmed_on) end as last_confirmed_on,
      case when count(fresh_until) = count(*) then min(fresh_until) end as fresh_until,
      count(*) filter (where fresh_until is null or fresh_until < ${today}::date)::int as stale, round(avg(accuracy)::numeric, 1)::float8 as accuracy
    from grassroots.register where deleted_at is null and area between ${range.lo} and ${range.hi} group by 1, 2`.execute(tx);
  const soon = addDays(today, SOON_DAYS);
  return rows.map(({ line: key, cells, filled, freshUntil, ...row }) => ({
    line: key,
    all: cells,
    filled,
    cell: {
      ...row,
      completeness: shareOf(filled, cells),
      daysSince: row.lastConfirmedOn === null ? null : daysBetween(row.lastConfirmedOn, today),
      freshness: freshnessOf(freshUntil, today, soon),
    } satisfies Cell,
  }));
}

/** The words of registers and the ledger each is counted from, in the asker's language. */
export function registerHeads({ services, language }: Pick<RouteContext, "services" | "language">) {
  const words = services.spoken[language].registry.ledgers.find(({ name }) => name === register.name)?.fields.register?.choices ?? {};
  return rulesInUse(services).map(({ key, ledger, freshDays }) => ({
    key,
    label: words[key] ?? key,
    path: `/${pathOf(ledger)}`,
    freshDays,
  }));
}

const head = z.object({ key: z.string(), label: z.string(), path: z.string(), freshDays: z.number().int() });

export const showMatrix = route({
  method: "GET",
  path: "/grassroots/registers/matrix",
  summary: "底数清册：辖区 × 清册",
  description: "市看县、县看乡镇；完整度按应填项与应有条数合计，新鲜度取最久未确认的一册。",
  tag,
  permission: READ,
  input: z.object({ area: z.coerce.number().pipe(areaKey).optional() }),
  output: z.object({
    area: z.number().int(),
    name: z.string(),
    path: z.array(z.object({ key: z.number().int(), name: z.string() })),
    registers: z.array(head),
    lines: z.array(line),
    countedOn: z.string().nullable(),
  }),
  example: { input: { area: 330_802_000_000_000 } },
  async run(context, { area: asked }) {
    const { tx, actor } = context;
    const area = asked ?? actor.area.lo;
    if (!isWithin(area, actor.area)) return refuse("not_found", "ledger.outside_area");
    const level = levelOfKey(area);
    const step = level === "city" || level === "province" ? 1e9 : 1e6;
    const found = await cellsOf(context, subtreeOf(area), step);
    const { rows: names } = await sql<{ key: number; name: string; level: string }>`select key, name, level from platform.area
      where key = any(${[...new Set(found.map((each) => each.line))]}::bigint[])`.execute(tx);
    const lines = names
      .toSorted((a, b) => a.key - b.key)
      .map(({ key, name, level: at }) => {
        const mine = found.filter((each) => each.line === key);
        const sum = (of: (each: (typeof mine)[number]) => number) => mine.reduce((total, each) => total + of(each), 0);
        return {
          area: key,
          name,
          isTown: at === "town",
          completeness: shareOf(
            sum(({ filled }) => filled),
            sum(({ all }) => all),
          ),
          stale: sum(({ cell }) => cell.stale),
          cells: mine.map(({ cell }) => cell),
        };
      });
    const path = await sql<{
      key: number;
      name: string;
    }>`with recursive up as (select key, parent, name, 0 as depth from platform.area where key = ${area}
        union all select p.key, p.parent, p.name, up.depth + 1 from platform.area p join up on p.key = up.parent where p.key between ${actor.area.lo} and ${actor.area.hi})
      select key, name from up order by depth desc`.execute(tx);
    const counted = await sql<{
      day: string | null;
    }>`select max(counted_on) as day from grassroots.register where deleted_at is null`.execute(tx);
    return ok({
      area,
      name: path.rows.at(-1)?.name ?? "",
      path: path.rows,
      registers: registerHeads(context),
      lines,
      countedOn: counted.rows[0]?.day ?? null,
    });
  },
});

const gapRow = z.object({ id: z.uuid(), title: z.string(), areaName: z.string().nullable(), lacks: z.array(z.string()) });

export const showGaps = route({
  method: "GET",
  path: "/grassroots/registers/:id/gaps",
  summary: "一册的缺口：哪些栏空着、哪些村缺、谁来补",
  tag,
  permission: READ,
  input: z.object({ id: z.uuid() }),
  output: z.object({
    id: z.uuid(),
    register: z.string(),
    label: z.string(),
    town: z.string(),
    area: z.number().int(),
    path: z.string(),
    organ: z.string().nullable(),
    cell: registerCell,
    fields: z.array(z.object({ key: z.string(), label: z.string(), empty: z.number().int() })),
    villages: z.array(z.object({ area: z.number().int(), name: z.string() })),
    rows: z.array(gapRow),
    mayOpen: z.boolean(),
    confirmations: z.array(
      z.object({
        id: z.uuid(),
        confirmedOn: z.string(),
        by: z.string(),
        rows: z.number().int(),
        sampled: z.number().int().nullable(),
        accuracy: z.number().nullable(),
      }),
    ),
  }),
  async run(context, { id }) {
    const { tx, services, language, actor, today, now } = context;
    const found = await findRow(services.catalog.get(register.name), id, readerOf(context));
    if (!found) return refuse("not_found", "ledger.unknown_row", { id });
    const rule = registerRules.find(({ key }) => key === found.register);
    const entry = rule && services.catalog.find(rule.ledger);
    if (!rule || !entry) return refuse("not_found", "grassroots.unknown_register");
    const { lo, hi } = subtreeOf(found.area);
    const fields = fieldsOf(rule, entry);
    const spoken = services.catalog.spoken(rule.ledger, language).ledger;
    const labelOf = (key: string): string => spoken.fields[key]?.label ?? entry.columns.column(key)?.field.label ?? key;
    const from = sql`from ${sql.raw(entry.table)} t where t.deleted_at is null and t.area between ${lo} and ${hi} and ${conditionOf(rule, entry, today, now)}`;
    const empties = fields.map(([key, field]) => sql`count(*) filter (where not ${isFilled(key, field)})::int as ${sql.ref(key)}`);
    const counted =
      fields.length === 0 ? { rows: [{}] } : await sql<Record<string, number>>`select ${sql.join(empties)} ${from}`.execute(tx);
    const mayOpen = may(actor, `${rule.ledger}.read`);
    const villages =
      rule.expects === "village"
        ? (
            await sql<{
              area: number;
              name: string;
            }>`select a.key as area, a.name from platform.area a where a.parent = ${found.area} and a.level = 'village' and a.valid_to is null
              and not exists (select 1 ${from} and t.area between a.key and a.key + 999) order by a.key limit 200`.execute(tx)
          ).rows
        : [];
    const titleField = entry.ledger.fields[entry.ledger.title];
    const lacking = fields.map(([key, field]) => sql`case when ${isFilled(key, field)} then null else ${key}::text end`);
    const rows =
      mayOpen && fields.length > 0 && titleField?.kind === "text" && !titleField.personal
        ? (
            await sql<{
              id: string;
              title: string;
              areaName: string | null;
              lacks: string[];
            }>`select t.id, ${sql.ref(`t.${columnName(entry.ledger.title)}`)} as title,
              (select a.name from platform.area a where a.key = t.area) as area_name, array_remove(array[${sql.join(lacking)}], null) as lacks ${from}
              and not (${sql.join(
                fields.map(([key, field]) => isFilled(key, field)),
                sql` and `,
              )}) order by t.area, t.id limit ${MOST_ROWS}`.execute(tx)
          ).rows
        : [];
    const confirmations = await sql<{
      id: string;
      confirmedOn: string;
      by: string;
      rows: number;
      sampled: number | null;
      accuracy: number | null;
    }>`
      select id, confirmed_on, by, rows, sampled, accuracy from grassroots.confirmation where register = ${id} and deleted_at is null
      order by confirmed_on desc, id desc limit 6`.execute(tx);
    const cells = await cellsOf(context, { lo, hi }, 1e6);
    const cell = cells.find((each) => each.cell.register === rule.key)?.cell;
    if (!cell) return refuse("not_found", "ledger.unknown_row", { id });
    const values = counted.rows[0] ?? {};
    const organ = typeof found.organ === "string" ? await organName(tx, found.organ) : null;
    return ok({
      id,
      register: rule.key,
      label: registerHeads(context).find(({ key }) => key === rule.key)?.label ?? rule.key,
      town: String(found.town),
      area: found.area,
      path: `/${pathOf(rule.ledger)}`,
      organ,
      cell,
      fields: fields.map(([key]) => ({ key, label: labelOf(key), empty: values[key] ?? 0 })),
      villages,
      rows: rows.map((row) => ({ ...row, lacks: row.lacks.map(labelOf) })),
      mayOpen,
      confirmations: confirmations.rows,
    });
  },
});

const organName = async (tx: RouteContext["tx"], id: string): Promise<string | null> =>
  (await sql<{ name: string }>`select name from organizations.v_organ where id = ${id}`.execute(tx)).rows[0]?.name ?? null;

export const confirmRegister = route({
  method: "POST",
  path: "/grassroots/registers/:id/confirm",
  summary: "核对并确认一册",
  description: "抽查若干条得准确率；确认后按周期有效，每次都留记录。",
  tag,
  permission: "grassroots.confirm",
  input: z.object({
    id: z.uuid(),
    sampled: z.number().int().min(0).max(10_000).nullable().default(null),
    right: z.number().int().min(0).max(10_000).nullable().default(null),
    corrections: z.string().trim().max(4_000).default(""),
  }),
  output: z.object({ confirmedOn: z.string(), freshUntil: z.string(), accuracy: z.number().nullable() }),
  example: { input: { sampled: 20, right: 19, corrections: "沐年便利店 已停业，待注销" } },
  async run(context, { id, sampled, right, corrections }) {
    const { tx, services, actor, today } = context;
    const reader = readerOf(context);
    const found = await findRow(services.catalog.get(register.name), id, reader);
    if (!found) return refuse("not_found", "ledger.unknown_row", { id });
    const rule = registerRules.find(({ key }) => key === found.register);
    if (!rule) return refuse("not_found", "grassroots.unknown_register");
    if ((sampled === null) !== (right === null)) return refuse("invalid", "grassroots.sample_without_result");
    if (sampled !== null && right !== null && right > sampled) return refuse("invalid", "grassroots.more_right_than_sampled");
    await countRegisters(tx, services, subtreeOf(found.area), rule.key);
    const { rows } = await sql<{ rows: number }>`select rows from grassroots.register where id = ${id}`.execute(tx);
    const there = rows[0]?.rows ?? 0;
    if (sampled !== null && sampled > there) return refuse("invalid", "grassroots.sample_too_large", { rows: there });
    const accuracy = sampled && right !== null ? Math.floor((right / sampled) * 1_000) / 10 : null;
    const freshUntil = addDays(today, rule.freshDays);
    await insertRows(
      services.catalog.get(confirmation.name),
      [
        {
          id: uuidv7(context.now.getTime()),
          area: found.area,
          demo: false,
          values: {
            register: id,
            confirmedOn: today,
            by: actor.name,
            rows: there,
            sampled,
            right,
            accuracy,
            corrections: corrections || null,
          },
        },
      ],
      reader,
    );
    await sql`update grassroots.register set last_confirmed_on = ${today}::date, last_confirmed_by = ${actor.name}, fresh_until = ${freshUntil}::date,
      accuracy = coalesce(${accuracy}::float8, accuracy), version = version + 1, updated_at = now() where id = ${id}`.execute(tx);
    context.audit({ action: "确认底数清册", subject: register.name, subjectId: id, area: found.area, detail: { sampled, right } });
    return ok({ confirmedOn: today, freshUntil, accuracy });
  },
});

export const recountRegisters = route({
  method: "POST",
  path: "/grassroots/registers/recount",
  summary: "重新核算底数清册",
  description: "只核算本人辖区；平时每小时自动核算。",
  tag,
  permission: "grassroots.confirm",
  input: z.object({ area: z.number().int().pipe(areaKey).optional() }),
  output: z.object({ changed: z.number().int() }),
  async run(context, { area }) {
    const { tx, services, actor } = context;
    if (area !== undefined && !isWithin(area, actor.area)) return refuse("not_found", "ledger.outside_area");
    return ok({ changed: await countRegisters(tx, services, area === undefined ? actor.area : subtreeOf(area)) });
  },
});
