/** The worker that keeps measure cells current: builds those never built, follows what is dirty, and at night compares all with the rows. */
import { sql } from "kysely";
import { asWorker, type Tx } from "../db.ts";
import type { Job } from "../jobs.ts";
import type { Services } from "../services.ts";
import { addDays } from "../values.ts";
import { type CellChange, type Rebuilt, rebuildCells, refreshDirty } from "./cells.ts";
import type { Measure } from "./define.ts";
import { onMeasures } from "./registered.ts";
import { markViews, watchSources } from "./watch.ts";

/** How far back cells are built on first sight of a measure. */
const CELL_DAYS = 760;
/** How often the marks are looked at: a change is on the boards within a second. */
const LOOK_MS = 400;
/** How often what stands in a view is computed again. */
const VIEW_MS = 10 * 60_000;

/** Tells the modules that follow figures what was computed again, in the transaction that did it. */
const tellModules =
  (services: Services) =>
  async (tx: Tx, changes: readonly CellChange[]): Promise<void> => {
    for (const module of services.registry.modules) await module.cellsChanged?.(tx, services, changes);
  };

export async function keepCells(services: Services): Promise<{ stop(): Promise<void> }> {
  const { db, catalog, registry, clock, log } = services;
  const moments = () => ({ today: clock.today(), now: clock.now() });
  const tell = tellModules(services);
  let bySource = await watchSources(db, catalog, registry.measures.values());
  const warn = (error: unknown) => log.warn({ err: error }, "cells");
  let running: Promise<unknown> = buildMissing(services).catch(warn);
  let isIdle = true;
  const unhear = onMeasures(services, () => {
    running = running
      .then(async () => {
        bySource = await watchSources(db, catalog, registry.measures.values());
        await buildMissing(services);
      })
      .catch(warn);
  });
  let day = clock.today();
  const timer = setInterval(() => {
    if (!isIdle) return;
    isIdle = false;
    running = running
      .then(async () => {
        // Conditions that speak of today read differently from midnight on.
        if (day !== clock.today()) {
          day = clock.today();
          await rebuildCells(db, catalog, registry.measures.values(), moments(), addDays(day, -31), tell);
        }
        await refreshDirty(db, catalog, bySource, moments(), tell);
      })
      .catch(warn)
      .finally(() => {
        isIdle = true;
      });
  }, LOOK_MS);
  const viewing = setInterval(() => void markViews(db).catch(warn), VIEW_MS);
  return {
    async stop() {
      unhear();
      clearInterval(timer);
      clearInterval(viewing);
      await running;
    },
  };
}

async function buildMissing(services: Services): Promise<void> {
  const { db, catalog, registry, clock } = services;
  const { rows } = await sql<{ measure: string }>`select distinct measure from platform.cell`.execute(db);
  const built = new Set(rows.map((row) => row.measure));
  const missing: readonly Measure[] = [...registry.measures.values()].filter((measure) => !built.has(measure.name));
  const moments = { today: clock.today(), now: clock.now() };
  // Told once all are there: a rate is not judged by its one half.
  const changes: CellChange[] = [];
  await rebuildCells(db, catalog, missing, moments, addDays(clock.today(), -CELL_DAYS), async (_, some) => void changes.push(...some));
  if (changes.length > 0) await asWorker(db, (tx) => tellModules(services)(tx, changes));
}

/** Everything from the rows. What differs from the cells kept by marks was missed by them, or speaks of today: it is written to the log. */
export async function compareCells(services: Services): Promise<Rebuilt> {
  const { db, catalog, registry, clock, log } = services;
  const moments = { today: clock.today(), now: clock.now() };
  const rebuilt = await rebuildCells(
    db,
    catalog,
    registry.measures.values(),
    moments,
    addDays(moments.today, -CELL_DAYS),
    tellModules(services),
  );
  if (rebuilt.differing.length > 0)
    log.warn({ differing: rebuilt.differing.slice(0, 50), of: rebuilt.months }, "cells differed from their rows");
  return rebuilt;
}

export const compareCellsJob: Job = {
  name: "platform.compare-cells",
  cron: "20 3 * * *",
  run: async (_, services) => void (await compareCells(services)),
};
