/**
 * The hazard loop at city size, through the real door: the board, the two lists, an Excel export of a hundred thousand rows, and one visit
 * among five million answered check items.
 */
import { sql } from "kysely";
import { pino } from "pino";
import { readConfig } from "../../apps/server/src/platform/config.ts";
import { orThrow } from "../../apps/server/src/platform/result.ts";
import { keyOfCode, subtreeOf } from "../../apps/server/src/platform/values.ts";
import { type Running, startRuntime } from "../../apps/server/src/runtime.ts";
import type { CitySize } from "./city-size.ts";
import { type Figure, percentile } from "./figure.ts";

const LIST_MS = 60;
const EXPORTED = 100_000;
const VISITS = 250_000;
const ITEMS_EACH = 20;
const TIMES = 15;
const MB = 1_048_576;
const OFFICER = "00000000-0000-7000-8000-000000000999";

export async function benchHazards(city: CitySize): Promise<readonly Figure[]> {
  const running = await openDoor(city);
  try {
    return [...(await screens(running)), ...(await items(city)), ...(await exported(city, running))];
  } finally {
    await running.stop();
  }
}

/** Somebody of the city with every right, as the application role under row-level security. */
function openDoor(city: CitySize): Promise<Running> {
  const config = orThrow(readConfig({ SUIREN_HOST: "127.0.0.1", SUIREN_PORT: "0", SUIREN_GB26875_PORT: "0" }, process.cwd()));
  const area = subtreeOf(keyOfCode(config.city));
  return startRuntime({
    config: { ...config, roles: new Set(["api"] as const) },
    log: pino({ level: "error" }, pino.destination(2)),
    databaseUrl: city.databaseUrl,
    superuserUrl: city.databaseUrl,
    authenticate: (services) => async () => ({
      ...{ userId: OFFICER, account: "bench", name: "测量", kind: "official", post: null, organId: null, organName: null, area },
      ...{ areaName: "", unitId: null, permissions: new Set(services.registry.permissions.keys()) },
    }),
    seed: () => Promise.resolve(),
  });
}

async function screens({ address }: Running): Promise<readonly Figure[]> {
  const where = (condition: object) => encodeURIComponent(JSON.stringify(condition));
  const asked = {
    "clearing board of the city": "/hazard-loop/board",
    "clearing board of a county": `/hazard-loop/board?area=${keyOfCode("330802")}`,
    "problem list, 200 of the open": `/hazard-loop/hazard?where=${where({ open: true })}&sort=dueAt&limit=200`,
    "problem list of a street": `/hazard-loop/hazard?where=${where({ open: true, area: keyOfCode("330802006") })}&sort=dueAt&limit=200`,
  };
  const figures: Figure[] = [];
  for (const [name, path] of Object.entries(asked)) {
    const times: number[] = [];
    for (let i = 0; i <= TIMES; i++) {
      const began = performance.now();
      const answer = await fetch(`${address}/api/v1${path}`);
      await answer.text();
      if (!answer.ok) throw new Error(`${path}: ${answer.status}`);
      if (i > 0) times.push(performance.now() - began);
    }
    times.sort((a, b) => a - b);
    figures.push({
      name,
      value: percentile(times, 0.5),
      unit: "ms",
      budget: LIST_MS,
      note: `slowest of ${TIMES}: ${times.at(-1)?.toFixed(0)} ms`,
    });
  }
  return figures;
}

async function items({ services: { db } }: CitySize): Promise<readonly Figure[]> {
  await sql`insert into inspection.visit_item (visit, item, area, unit, on_day, checklist, list_version, outcome, answered_at, answered_by, piece)
    select v.visit, 'i' || n, v.area, v.unit, v.on_day, 'basic', 1, case when n % 11 = 0 then 'fail' else 'pass' end, now(), ${OFFICER}, v.visit
    from (select gen_random_uuid() as visit, u.id as unit, u.area, current_date - (k * 97 + abs(hashtext(u.id::text)) % 90) as on_day
      from places.unit u cross join generate_series(0, 1) k limit ${VISITS}) v cross join generate_series(1, ${ITEMS_EACH}) n`.execute(db);
  await sql`analyze inspection.visit_item`.execute(db);
  const { rows } = await sql<{ visit: string; unit: string; onDay: string }>`select distinct on (visit) visit, unit, on_day::text
    from inspection.visit_item tablesample system (0.01) limit ${TIMES}`.execute(db);
  const times: number[] = [];
  for (const { visit, unit, onDay } of rows) {
    const began = performance.now();
    await sql`select * from inspection.visit_item where visit = ${visit} order by item`.execute(db);
    await sql`select visit, item, outcome, overruled from inspection.visit_item where unit = ${unit} and on_day = ${onDay}`.execute(db);
    times.push(performance.now() - began);
  }
  times.sort((a, b) => a - b);
  const note = `${(VISITS * ITEMS_EACH).toLocaleString("en-US")} answered items`;
  return [{ name: "one visit's answers and the others of its day", value: times.at(-1) ?? Number.NaN, unit: "ms", budget: LIST_MS, note }];
}

/** The memory of this program while it streams: the answer is read and let go. */
async function exported({ services: { db } }: CitySize, { address }: Running): Promise<readonly Figure[]> {
  const { rows } = await sql<{ openedAt: string }>`select opened_at from hazard_loop.hazard where deleted_at is null
    order by opened_at desc offset ${EXPORTED} limit 1`.execute(db);
  const where = encodeURIComponent(JSON.stringify({ openedAt: { from: rows[0]?.openedAt } }));
  globalThis.gc?.();
  const before = process.memoryUsage().rss;
  let [peak, bytes] = [before, 0];
  const watch = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage().rss);
  }, 20);
  const began = performance.now();
  const answer = await fetch(`${address}/api/v1/hazard-loop/hazard/export.xlsx?where=${where}`);
  if (!answer.ok || !answer.body) throw new Error(`the export answered ${answer.status}`);
  for await (const chunk of answer.body) bytes += chunk.length;
  clearInterval(watch);
  const seconds = (performance.now() - began) / 1_000;
  return [
    { name: "export of 100,000 hazards", value: seconds, unit: "s", budget: null, note: `${(bytes / MB).toFixed(0)} MB` },
    { name: "memory it takes on top", value: (peak - before) / MB, unit: "MB", budget: 150, note: "flat: a page at a time" },
  ];
}
