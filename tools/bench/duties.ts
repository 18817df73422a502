/** Policy in, duties out at the size of a province: everything judged anew, one event until the board, the board itself. */
import { sql } from "kysely";
import {
  boardRoute,
  followCells,
  judgeLater,
  judgePending,
  layOut,
  packText,
} from "../../apps/server/src/modules/governance/policy-tasks/bench-door.ts";
import { type Actor, expandGrants } from "../../apps/server/src/platform/actor.ts";
import { asWorker, inScope } from "../../apps/server/src/platform/db.ts";
import { refreshDirty } from "../../apps/server/src/platform/measure/cells.ts";
import { natureOf } from "../../apps/server/src/platform/measure/compile.ts";
import { watchSources } from "../../apps/server/src/platform/measure/watch.ts";
import type { Route, RouteContext } from "../../apps/server/src/platform/route.ts";
import { subtreeOf } from "../../apps/server/src/platform/values.ts";
import { type Figure, percentile } from "./figure.ts";
import { buildProvince, PROVINCE, type Province, plantCells } from "./province-size.ts";

const FULL_S = 60;
const EVENT_MS = 1_000;
const BOARD_MS = 60;

export async function benchDuties({
  share = 1,
  events = 40,
  boards = 400,
}: {
  share?: number;
  events?: number;
  boards?: number;
} = {}): Promise<readonly Figure[]> {
  const province = await buildProvince(share);
  try {
    return await measured(province, { share, events, boards });
  } finally {
    await province.stop();
  }
}

type Sizes = { readonly share: number; readonly events: number; readonly boards: number };

async function measured(province: Province, { share, events, boards }: Sizes): Promise<readonly Figure[]> {
  const { services, query } = province;
  const packs = packText(services);
  for (const { pack, text, compiled } of packs)
    await query(
      `insert into policy_tasks.pack_version (id, area, pack, number, title, source, compiled, errors, state, from_on, written_by_name, written_at)
       values (gen_random_uuid(), $1, $2, 1, $3, $4, $5, 0, 'inForce', '2024-01-01', '试', now())`,
      [PROVINCE, pack, compiled.title, text, JSON.stringify({ ...compiled, from: "2024-01-01", to: undefined })],
    );
  await asWorker(services.db, (tx) => layOut(tx, services));
  const bound = await query("select distinct unnest(measures) as name from policy_tasks.duty");
  const measures = bound.flatMap(({ name }) => services.registry.measures.get(String(name)) ?? []);
  const stored = measures.filter((measure) => !["ratio", "change", "as-of"].includes(natureOf(measure)));
  const cells = await plantCells(
    stored.map((measure) => ({ name: measure.name, isShare: "share" in measure.by || "each" in measure.by || "mean" in measure.by })),
    query,
  );
  const first = await timed(() => judgeAll(services));
  await query("vacuum analyze policy_tasks.standing, policy_tasks.roll");
  await query(`update platform.cell set num = least(den, num + 1) where month = '2026-03-01'`);
  const again = await timed(() => judgeAll(services));
  await query("vacuum analyze policy_tasks.standing, policy_tasks.roll, platform.cell");
  const waits = await eventsUntilBoard(province, events);
  const reads = await readBoards(province, boards);
  const size = `${packs.length} packs, ${first.value.duties} duties, ${first.value.judged.toLocaleString("en-US")} standings, ${cells.toLocaleString("en-US")} cells, ${measures.length} measures${share < 1 ? `, ${share} of a province` : ""}`;
  const budget = share < 1 ? null : FULL_S;
  return [
    { name: "duties: everything judged and stored the first time", value: first.ms / 1_000, unit: "s", budget, note: size },
    {
      name: "duties: everything judged again",
      value: again.ms / 1_000,
      unit: "s",
      budget,
      note: `${again.value.changed.toLocaleString("en-US")} changed`,
    },
    {
      name: "duties: one row written → standings, sums and live feed, p50",
      value: percentile(waits, 0.5),
      unit: "ms",
      budget: null,
      note: `${waits.length} events`,
    },
    {
      name: "duties: the same, slowest",
      value: Math.max(...waits),
      unit: "ms",
      budget: EVENT_MS - LOOK_MS,
      note: `marks are looked at every ${LOOK_MS} ms`,
    },
    {
      name: "board, province, city and county in turn, p50",
      value: percentile(reads, 0.5),
      unit: "ms",
      budget: null,
      note: `${reads.length} reads as the application role`,
    },
    { name: "board, the same, p99", value: percentile(reads, 0.99), unit: "ms", budget: BOARD_MS, note: "" },
  ];
}
/** platform/measure/keep-cells.ts */
const LOOK_MS = 400;

async function judgeAll(services: Province["services"]) {
  await asWorker(services.db, (tx) => judgeLater(tx));
  return judgePending(services);
}

async function timed<T>(work: () => Promise<T>): Promise<{ readonly ms: number; readonly value: T }> {
  const began = performance.now();
  const value = await work();
  return { ms: performance.now() - began, value };
}

/** A hazard found in a village somewhere: from the committed row to the standings of its village's town, county, city and province. */
async function eventsUntilBoard({ services, villages, query }: Province, count: number): Promise<readonly number[]> {
  const { db, catalog, registry, clock } = services;
  const bySource = await watchSources(db, catalog, registry.measures.values());
  const moments = () => ({ today: clock.today(), now: clock.now() });
  const waits: number[] = [];
  for (let i = 0; i < count; i++) {
    const area = villages[(i * 7_919) % villages.length];
    await query(
      `insert into hazard_loop.hazard (id, area, state, opened_at, number, what, place_words, origin, sameness, found_on, found_by, due_on)
       values (gen_random_uuid(), $1, 'assigned', '2026-03-10T00:00:00Z', $2, '堵塞通道', '一楼', 'patrol', $2, '2026-03-10', '试', '2026-03-15')`,
      [area, `B-${i}`],
    );
    waits.push((await timed(() => refreshDirty(db, catalog, bySource, moments(), (tx, changes) => followCells(tx, services, changes)))).ms);
  }
  return waits.slice(1);
}

async function readBoards({ services, cities, counties }: Province, count: number): Promise<readonly number[]> {
  const { registry } = services;
  const permissions = expandGrants(registry.grants.get("committee-office") ?? [], [...registry.permissions.keys()]);
  const places = [PROVINCE, ...cities, ...counties];
  const { rows } = await sql<{ pack: string }>`select distinct pack from policy_tasks.duty order by 1`.execute(services.db);
  const reads: number[] = [];
  for (let i = 0; i < count; i++) {
    const area = subtreeOf(places[i % places.length] ?? PROVINCE);
    const actor: Actor = {
      userId: "00000000-0000-4000-8000-000000000001",
      account: "bench",
      name: "bench",
      kind: "official",
      post: null,
      organId: null,
      organName: null,
      area,
      areaName: "",
      unitId: null,
      permissions,
    };
    const ms = await timed(() =>
      inScope(services.db, { area, unitId: null, userId: actor.userId }, async (tx) => {
        const result = await read(boardRoute, contextOf(tx, actor, services), {
          pack: rows[i % rows.length]?.pack,
          by: "area",
          onlyRed: false,
        });
        if (!result.ok) throw new Error(result.refusal.code);
        JSON.stringify(result.value);
      }),
    );
    if (i >= 20) reads.push(ms.ms);
  }
  return reads;
}

const read = (route: Route, context: RouteContext, input: object) => route.run(context, input as never);
const contextOf = (tx: RouteContext["tx"], actor: Actor, services: Province["services"]): RouteContext => ({
  tx,
  actor,
  now: services.clock.now(),
  today: services.clock.today(),
  services,
  language: "zh",
  cookies: { get: () => undefined, set: () => undefined, clear: () => undefined },
  address: "",
  audit: () => undefined,
});
