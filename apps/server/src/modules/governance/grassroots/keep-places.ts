/** One row a town and a village, there or not: so that one without a body is a row somebody owes, and every rate has its rows behind it. */
import { sql } from "kysely";
import { asWorker, type Tx } from "#platform/db.ts";
import type { Job } from "#platform/jobs.ts";
import { insertRows, type StoredRow, uuidv7 } from "#platform/ledger/write.ts";
import type { Services } from "#platform/services.ts";
import { office } from "./forces/office.ts";
import { station, stationPost } from "./forces/station.ts";
import { villageBody } from "./forces/village.ts";
import { countRegisters } from "./registers/count.ts";
import { postsOfStation } from "./rules-in-force.ts";
import { keepActive } from "./village/routes.ts";

type Missing = { readonly key: number; readonly name: string };

/** Adds what is missing; takes nothing away. @returns how many rows were added */
export async function keepPlaces(tx: Tx, services: Services): Promise<number> {
  const { lo, hi } = services.city.range;
  const without = async (level: "town" | "village", table: string): Promise<readonly Missing[]> =>
    (
      await sql<Missing>`select a.key, coalesce(p.name, '') || a.name as name from platform.area a left join platform.area p on p.key = a.parent
        where a.level = ${level} and a.key between ${lo} and ${hi} and a.valid_to is null and not exists (select 1 from ${sql.raw(table)} t where t.area = a.key and t.deleted_at is null)
        order by a.key`.execute(tx)
    ).rows;
  const reader = { tx, sealer: services.sealer, scope: { area: services.city.range, unitId: null, userId: null } };
  let added = 0;
  const add = async (ledger: { readonly name: string }, rows: readonly StoredRow[]): Promise<void> => {
    for (let from = 0; from < rows.length; from += 1_000)
      await insertRows(services.catalog.get(ledger.name), rows.slice(from, from + 1_000), reader);
    added += rows.length;
  };
  const row = (area: number, values: StoredRow["values"]): StoredRow => ({ id: uuidv7(), area, demo: false, values });
  await add(
    office,
    unrepeated(await without("town", "grassroots.office")).map(({ key, name }) => row(key, { town: name, status: "none" })),
  );
  const stations = unrepeated(await without("town", "grassroots.station")).map(({ key, name }) =>
    row(key, { town: name, category: "C", status: "none" }),
  );
  await add(station, stations);
  await add(
    stationPost,
    stations.flatMap(({ id, area }) => postsOfStation.map((post) => row(area, { station: id, post }))),
  );
  await add(
    villageBody,
    unrepeated(await without("village", "grassroots.village_body")).map(({ key, name }) => row(key, { village: name, status: "none" })),
  );
  return added;
}

/** Two places of one name under one parent are told apart by their code. */
function unrepeated(places: readonly Missing[]): readonly Missing[] {
  const seen = new Set<string>();
  return places.map(({ key, name }) => {
    const own = seen.has(name) ? `${name}（${Math.floor(key / 1_000)}）` : name;
    seen.add(own);
    return { key, name: own };
  });
}

/** Every hour: the rows there ought to be, then what the registers hold. */
export const countJob: Job = {
  name: "grassroots.count",
  cron: "17 * * * *",
  run: (_, services) =>
    asWorker(services.db, async (tx) => {
      await keepPlaces(tx, services);
      await countRegisters(tx, services, services.city.range);
      await keepActive(tx, services);
    }).then(() => undefined),
};
