/** From an arrived file to a base map: cut if it is a GeoJSON, checked, kept under its id. What does not pass leaves nothing behind. */
import { once } from "node:events";
import { mkdir, rename, rm, stat, statfs } from "node:fs/promises";
import { Worker } from "node:worker_threads";
import type { Tx } from "#platform/db.ts";
import type { FileStore } from "#platform/files.ts";
import { ok, type Result, refuse } from "#platform/result.ts";
import { checkArchive, type Facts } from "./check.ts";
import type { Cut } from "./cut.ts";
import type { Ground } from "./statement.ts";
import { type BaseMap, cityBox, type Paths, pathsOf, saveGround, saveKept } from "./store.ts";

const GB = 2 ** 30;
export const MOST_BYTES = 128 * GB;
const MB = 2 ** 20;
export const MOST_GEOJSON = 64 * MB;
/** What the disk must have left beside the map itself. */
const SPARE = 512 * MB;
const CUT_WITHIN_MS = 10 * 60_000;
const CUT_MEMORY_MB = 3_072;

export const isGeojson = (fileName: string): boolean => /\.(geo)?json$/i.test(fileName);

/** Asked before the first byte is sent: a wrong kind, too large, no room. */
export async function mayTake(files: Pick<FileStore, "dir">, fileName: string, bytes: number): Promise<Result<void>> {
  if (!isGeojson(fileName) && !/\.pmtiles$/i.test(fileName)) return refuse("invalid", "base-maps.ending", { file: fileName });
  if (isGeojson(fileName) && bytes > MOST_GEOJSON)
    return refuse("too_large", "base-maps.geojson_too_large", { limit: `${MOST_GEOJSON / MB} MB` });
  if (bytes > MOST_BYTES) return refuse("too_large", "http.too_large", { limit: `${MOST_BYTES / GB} GB` });
  await mkdir(files.dir, { recursive: true });
  const { bavail, bsize } = await statfs(files.dir);
  const wants = bytes * (isGeojson(fileName) ? 3 : 1) + SPARE;
  if (bavail * bsize < wants) return refuse("unavailable", "base-maps.no_room", { wants: inMb(wants), has: inMb(bavail * bsize) });
  return ok(undefined);
}

const inMb = (bytes: number): string => `${Math.round(bytes / MB).toLocaleString("en-US")} MB`;

export const arrived = (path: string): Promise<number> =>
  stat(path).then(
    ({ size }) => size,
    () => 0,
  );

export type Taking = {
  readonly tx: Tx;
  readonly files: Pick<FileStore, "dir">;
  readonly city: string;
  readonly now: Date;
};
export type Taken = { readonly facts: Facts; readonly cut: Cut | null };

export async function take({ tx, files, city, now }: Taking, map: BaseMap, ground: Ground): Promise<Result<Taken>> {
  const paths = pathsOf(files, map.id);
  const has = await arrived(paths.part);
  if (has !== map.uploadBytes) return refuse("conflict", "base-maps.incomplete", { has, wants: map.uploadBytes });
  const cut = isGeojson(map.fileName) ? await cutAside(paths) : null;
  if (cut && !cut.ok) return cut;
  const made = cut ? paths.cut : paths.part;
  const facts = await checkArchive(made, await cityBox(tx, city));
  if (!facts.ok) return facts;
  await saveKept(tx, map.id, facts.value, now);
  await saveGround(tx, map.id, ground);
  await rename(made, paths.kept);
  await rm(paths.part, { force: true });
  return ok({ facts: facts.value, cut: cut ? cut.value : null });
}

async function cutAside({ part, cut }: Paths): Promise<Result<Cut>> {
  const worker = new Worker(new URL("./cut-worker.ts", import.meta.url), {
    workerData: { from: part, to: cut },
    resourceLimits: { maxOldGenerationSizeMb: CUT_MEMORY_MB },
  });
  try {
    const [answer] = (await once(worker, "message", { signal: AbortSignal.timeout(CUT_WITHIN_MS) })) as [Result<Cut>];
    return answer;
  } catch (error) {
    const code = (error as { code?: string }).code;
    if (code === "ERR_WORKER_OUT_OF_MEMORY" || code === "ABORT_ERR") return refuse("too_large", "base-maps.cannot_cut");
    throw error;
  } finally {
    await worker.terminate();
  }
}

export async function discard(files: Pick<FileStore, "dir">, id: string): Promise<void> {
  const { part, cut } = pathsOf(files, id);
  await Promise.all([rm(part, { force: true }), rm(cut, { force: true })]);
}
