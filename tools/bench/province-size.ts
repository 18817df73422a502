/** A province on a database of its own: 11 cities, 90 counties, 1,400 towns, 20,000 villages with their organs, and two years of cells. */
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { pino } from "pino";
import { departmentsOf, type Place } from "../../apps/server/src/modules/ground/organizations/domain/departments.ts";
import { fixedClock } from "../../apps/server/src/platform/clock.ts";
import { readConfig } from "../../apps/server/src/platform/config.ts";
import { startEmbeddedPostgres } from "../../apps/server/src/platform/postgres/embedded.ts";
import { orThrow } from "../../apps/server/src/platform/result.ts";
import type { Services } from "../../apps/server/src/platform/services.ts";
import { keyOfCode } from "../../apps/server/src/platform/values.ts";
import { startRuntime } from "../../apps/server/src/runtime.ts";

export const PROVINCE = keyOfCode("33");
const [CITIES, COUNTIES, TOWNS, VILLAGES] = [11, 90, 1_400, 20_000];

export type Province = {
  readonly services: Services;
  readonly databaseUrl: string;
  readonly cities: readonly number[];
  readonly counties: readonly number[];
  readonly villages: readonly number[];
  query(text: string, values?: unknown[]): Promise<readonly Record<string, unknown>[]>;
  stop(): Promise<void>;
};

type Node = {
  readonly code: string;
  readonly name: string;
  readonly level: "province" | "city" | "county" | "town" | "village";
  readonly parent: string | null;
};

/** `share` of the whole, with every level there. */
export function treeOf(share: number): readonly Node[] {
  const nodes: Node[] = [{ code: "33", name: "试验省", level: "province", parent: null }];
  const at = (n: number, width: number) => String(n).padStart(width, "0");
  const spread = (parents: readonly string[], count: number, level: Node["level"], width: number, name: string): string[] => {
    const codes: string[] = [];
    for (let i = 0; i < Math.max(parents.length, Math.round(count * share)); i++) {
      const parent = parents[i % parents.length] ?? "";
      const code = `${parent}${at(Math.floor(i / parents.length) + 1, width)}`;
      nodes.push({ code, name: `${name}${i + 1}`, level, parent });
      codes.push(code);
    }
    return codes;
  };
  const cities = spread(["33"], share < 1 ? 3 : CITIES, "city", 2, "试验市");
  const counties = spread(cities, COUNTIES, "county", 2, "试验县");
  const towns = spread(counties, TOWNS, "town", 3, "试验镇");
  spread(towns, VILLAGES, "village", 3, "试验村");
  return nodes;
}

export async function buildProvince(share = 1): Promise<Province> {
  const dataDir = await mkdtemp(join(tmpdir(), "suiren-province-"));
  await chmod(dataDir, 0o711);
  const log = pino({ level: "error" }, pino.destination(2));
  const postgres = await startEmbeddedPostgres({ dataDir, log, settings: { fsync: "off" } });
  const config = orThrow(readConfig({ SUIREN_DATA: dataDir, SUIREN_PORT: "0", SUIREN_GB26875_PORT: "0", SUIREN_SEED: "empty" }, dataDir));
  const client = new pg.Client({ connectionString: postgres.superuserUrl });
  await client.connect();
  const query = async (text: string, values: unknown[] = []) => (await client.query<Record<string, unknown>>(text, values)).rows;
  const nodes = treeOf(share);
  const running = await startRuntime({
    config: { ...config, roles: new Set() },
    log,
    databaseUrl: postgres.url,
    superuserUrl: postgres.superuserUrl,
    clock: fixedClock("2026-03-18T06:30:00Z"),
    authenticate: () => async () => null,
    seed: async () => plantTree(nodes, query),
  });
  const keys = (level: Node["level"]) => nodes.filter((node) => node.level === level).map(({ code }) => keyOfCode(code));
  return {
    services: running.services,
    databaseUrl: postgres.url,
    cities: keys("city"),
    counties: keys("county"),
    villages: keys("village"),
    query,
    async stop() {
      await client.end();
      await running.stop();
      await postgres.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

type Query = Province["query"];

async function plantTree(nodes: readonly Node[], query: Query): Promise<void> {
  const areas = nodes.map(({ code, parent, ...node }) => ({
    ...node,
    key: keyOfCode(code),
    code,
    parent: parent === null ? null : keyOfCode(parent),
  }));
  await query(
    `insert into platform.area (key, level, parent, code, name, full_name, attributes)
     select key, level, parent, code, name, name, case level when 'town' then jsonb_build_object('townCategory', (array['A','B','C'])[1 + (key / 1000000 % 3)::int]) else '{}' end
     from jsonb_to_recordset($1::jsonb) x (key bigint, level text, parent bigint, code text, name text)`,
    [JSON.stringify(areas)],
  );
  const places = nodes.flatMap(({ level, parent, ...node }): Place[] =>
    level === "province" || level === "village" ? [] : [{ ...node, level, parent: parent ?? "" }],
  );
  const cities = places.filter(({ level }) => level === "city");
  const organs = cities.flatMap((city) =>
    departmentsOf([{ ...city, parent: "" }, ...places.filter(({ code, level }) => level !== "city" && code.startsWith(city.code))]),
  );
  const rows = organs.map(({ place, name, shortName, kind, level, member }, sort) => ({
    area: keyOfCode(place),
    name,
    short_name: shortName,
    kind,
    level,
    member,
    sort,
  }));
  await query(
    `insert into organizations.organ (id, area, name, short_name, kind, level, member, sort)
     select gen_random_uuid(), area, name, short_name, kind, level, member, sort
     from jsonb_to_recordset($1::jsonb) x (area bigint, name text, short_name text, kind text, level text, member boolean, sort bigint)`,
    [JSON.stringify(rows)],
  );
  await query("analyze platform.area; analyze organizations.organ");
}

/** Cells of some measures over 24 months: at every upper area, and at one village in twenty. Figures wander, so that some turn. */
export async function plantCells(measures: readonly { readonly name: string; readonly isShare: boolean }[], query: Query): Promise<number> {
  for (const { name, isShare } of measures)
    await query(
      `insert into platform.cell (measure, month, area, split, num, den)
       select $1, m::date, a.key, '', case when $2 then floor(d.den * least(1, 0.82 + 0.2 * random())) else floor(d.den / 4 * random()) end, d.den
       from platform.area a cross join generate_series(date '2024-04-01', date '2026-03-01', interval '1 month') m
       cross join lateral (select (case a.level when 'village' then 10 when 'town' then 140 when 'county' then 2200 when 'city' then 20000 else 200000 end)::float8 as den) d
       where a.level <> 'village' or a.key / 1000 % 20 = 0 on conflict do nothing`,
      [name, isShare],
    );
  await query("vacuum analyze platform.cell");
  const [row] = await query("select count(*)::int as n from platform.cell");
  return Number(row?.n ?? 0);
}
