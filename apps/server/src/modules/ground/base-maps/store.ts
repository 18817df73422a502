/** Rows of base maps and where their bytes lie. Nobody's rows but the installation's: read and written as owner, behind the routes' permission. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { sql } from "kysely";
import { readBoundaries } from "#modules/ground/organizations/index.ts";
import type { Tx } from "#platform/db.ts";
import type { FileStore } from "#platform/files.ts";
import type { Facts } from "./check.ts";
import { type Box, boxOf } from "./domain/place.ts";
import type { Ground, Statement } from "./statement.ts";

export type BaseMap = {
  readonly id: string;
  readonly state: "uploading" | "kept" | "withdrawn";
  readonly name: string;
  readonly source: string;
  readonly attribution: string;
  readonly approvalNumber: string | null;
  readonly datum: Statement["datum"];
  readonly validUntil: string | null;
  readonly fileName: string;
  readonly uploadBytes: number;
  readonly facts: Facts | null;
  readonly inLight: boolean;
  readonly inDark: boolean;
  readonly withdrawnWhy: string | null;
  readonly createdAt: string;
  readonly createdBy: string | null;
};

const COLUMNS = sql`id, state, name, source, attribution, approval_number, datum, valid_until, file_name, upload_bytes, facts, in_light, in_dark,
  withdrawn_why, created_at, created_by`;

export type Paths = {
  /** What has arrived of an upload. */
  readonly part: string;
  /** Tiles being cut from a GeoJSON. */
  readonly cut: string;
  readonly kept: string;
};

/** Beneath the product's files, so whatever saves those saves the base maps. */
export function pathsOf(files: Pick<FileStore, "dir">, id: string): Paths {
  const dir = join(files.dir, "base-maps");
  mkdirSync(dir, { recursive: true });
  return { part: join(dir, `${id}.part`), cut: join(dir, `${id}.cut`), kept: join(dir, `${id}.pmtiles`) };
}

/** In force first, then the newest. */
export async function listBaseMaps(tx: Tx): Promise<readonly BaseMap[]> {
  const { rows } = await sql<BaseMap>`select ${COLUMNS} from base_maps.base_map
    order by (in_light or in_dark) desc, state = 'withdrawn', created_at desc limit 200`.execute(tx);
  return rows;
}

export async function findBaseMap(tx: Tx, id: string): Promise<BaseMap | undefined> {
  const { rows } = await sql<BaseMap>`select ${COLUMNS} from base_maps.base_map where id = ${id}`.execute(tx);
  return rows[0];
}

/** An upload of this person that broke off: the same file goes on where it stopped. */
export async function findUnfinished(tx: Tx, fileName: string, uploadBytes: number, by: string | null): Promise<BaseMap | undefined> {
  const { rows } = await sql<BaseMap>`select ${COLUMNS} from base_maps.base_map
    where state = 'uploading' and file_name = ${fileName} and upload_bytes = ${uploadBytes} and created_by is not distinct from ${by}
    order by created_at desc limit 1`.execute(tx);
  return rows[0];
}

export type Started = { readonly id: string; readonly fileName: string; readonly uploadBytes: number; readonly by: string | null };

export async function saveStatement(tx: Tx, { id, fileName, uploadBytes, by }: Started, stated: Statement): Promise<void> {
  const { name, source, attribution, approvalNumber, datum, validUntil } = stated;
  await sql`insert into base_maps.base_map (id, state, name, source, attribution, approval_number, datum, valid_until, file_name, upload_bytes, created_by)
    values (${id}, 'uploading', ${name}, ${source}, ${attribution}, ${approvalNumber || null}, ${datum}, ${validUntil ?? null}, ${fileName}, ${uploadBytes}, ${by})
    on conflict (id) do update set name = excluded.name, source = excluded.source, attribution = excluded.attribution,
      approval_number = excluded.approval_number, datum = excluded.datum, valid_until = excluded.valid_until`.execute(tx);
}

export async function saveKept(tx: Tx, id: string, facts: Facts, at: Date): Promise<void> {
  await sql`update base_maps.base_map set state = 'kept', facts = ${JSON.stringify(facts)}::jsonb, kept_at = ${at} where id = ${id}`.execute(
    tx,
  );
}

/** Puts a map in force where asked; what was in force there steps back. */
export async function saveGround(tx: Tx, id: string, ground: Ground): Promise<void> {
  const [light, dark] = [ground === "all" || ground === "light", ground === "all" || ground === "dark"];
  await sql`update base_maps.base_map set in_light = in_light and not ${light}, in_dark = in_dark and not ${dark}
    where id <> ${id} and (in_light or in_dark)`.execute(tx);
  await sql`update base_maps.base_map set in_light = ${light}, in_dark = ${dark} where id = ${id}`.execute(tx);
}

export async function saveWithdrawn(tx: Tx, id: string, why: string, at: Date): Promise<void> {
  await sql`update base_maps.base_map set state = 'withdrawn', in_light = false, in_dark = false, withdrawn_why = ${why}, withdrawn_at = ${at}
    where id = ${id}`.execute(tx);
}

export async function dropUpload(tx: Tx, id: string): Promise<void> {
  await sql`delete from base_maps.base_map where id = ${id} and state = 'uploading'`.execute(tx);
}

/** The city's box by its boundaries, supplied or imported; undefined where none is known. */
export async function cityBox(tx: Tx, code: string): Promise<Box | undefined> {
  const { features } = await readBoundaries(tx, code);
  return boxOf(
    features.flatMap(({ geometry }) => (geometry.type === "Polygon" ? geometry.coordinates.flat() : geometry.coordinates.flat(2))),
  );
}
