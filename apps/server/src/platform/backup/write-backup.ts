/**
 * A backup of the whole installation while it runs: all rows of one instant (one repeatable-read snapshot), then the files those rows name,
 * in one tar archive. Rows leave as COPY text in parts of a few megabytes, so memory does not grow with the city. The archive has another name
 * until its last byte is on disk.
 */
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { type FileHandle, open, readdir, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { zstdCompress } from "node:zlib";
import pg from "pg";
import { to as copyTo } from "pg-copy-streams";
import { describeSchema, PLAIN_SESSION, type SchemaShape, type TableShape } from "./describe-schema.ts";
import {
  FORMAT,
  fileName,
  HEAD_NAME,
  type Head,
  KEY_NAME,
  MANIFEST_NAME,
  type Manifest,
  partName,
  SEAL_NAME,
  sha256Of,
  type TableRecord,
} from "./manifest.ts";
import { TarWriter } from "./tar.ts";

const PART_BYTES = 4 * 1_048_576;
const compress = promisify(zstdCompress);

export type BackupOptions = {
  readonly databaseUrl: string;
  readonly filesDir: string;
  /** Where the archive will stand; a file there is never written over. */
  readonly target: string;
  readonly program: string;
  readonly city: string;
  /** The key of the personal data and whether it goes along. */
  readonly key: { readonly bytes: Buffer; readonly fingerprint: string } | null;
  readonly withKey: boolean;
  readonly now: Date;
  readonly signal?: AbortSignal;
  readonly report?: (progress: BackupProgress) => void;
};

export type BackupProgress = { readonly stage: "rows" | "files"; readonly done: number; readonly of: number; readonly bytes: number };

export type MadeBackup = {
  readonly manifest: Manifest;
  readonly bytes: number;
  /** Named by a row and not on the disk, or not what their names say: the backup has all there is, and says what is missing. */
  readonly missingFiles: readonly string[];
  readonly damagedFiles: readonly string[];
};

/** @throws UnsupportedSchema, or whatever disk and database say; nothing is left behind then. */
export async function writeBackup(options: BackupOptions): Promise<MadeBackup> {
  const draft = `${options.target}.partial`;
  const file = await open(draft, "wx", 0o600);
  try {
    const made = await fill(file, options);
    await file.close();
    await rename(draft, options.target);
    await syncFolder(dirname(options.target));
    return made;
  } catch (error) {
    await file.close().catch(() => undefined);
    await rm(draft, { force: true });
    throw error;
  }
}

/** The new name itself is on disk only when its folder is. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, "r");
  await handle.sync().finally(() => handle.close());
}

async function fill(file: FileHandle, options: BackupOptions): Promise<MadeBackup> {
  const tar = new TarWriter(file, options.now);
  const client = new pg.Client({ connectionString: options.databaseUrl, application_name: "suiren-backup" });
  client.on("error", () => undefined); // said by the statement it breaks
  await client.connect();
  try {
    await client.query(PLAIN_SESSION);
    await client.query("begin isolation level repeatable read read only");
    const shape = await describeSchema(client);
    if (shape.tables.length > 0) await client.query(`lock table ${shape.tables.map(({ name }) => name).join(", ")} in access share mode`);
    const head = await readHead(client, options);
    await tar.add(HEAD_NAME, Buffer.from(`${JSON.stringify(head, null, 2)}\n`));
    const tables = await writeTables(tar, client, shape, options);
    const sequences = await readSequences(client, shape);
    const named = await namedFiles(client);
    await client.query("commit");
    const { files, missing, damaged } = await writeFiles(tar, named, options);
    if (options.withKey && options.key) await tar.add(KEY_NAME, options.key.bytes);
    const { roles, before, after } = shape;
    const manifest: Manifest = { head, schema: { roles: [...roles], before: [...before], after: [...after] }, tables, sequences, files };
    const text = Buffer.from(`${JSON.stringify(manifest, null, 1)}\n`);
    await tar.add(MANIFEST_NAME, text);
    await tar.add(SEAL_NAME, Buffer.from(`${sha256Of(text)}\n`));
    await tar.end();
    return { manifest, bytes: tar.bytes, missingFiles: missing, damagedFiles: damaged };
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function readHead(client: pg.Client, { program, city, key, withKey, now }: BackupOptions): Promise<Head> {
  const { rows: migrations } = await client.query<{ name: string; hash: string }>(
    "select name, hash from platform.migration order by name",
  );
  const { rows } = await client.query<{ version: string }>("select current_setting('server_version') as version");
  return {
    product: "suiren",
    format: FORMAT,
    program,
    postgres: rows[0]?.version ?? "",
    createdAt: now.toISOString(),
    city,
    keyFingerprint: key?.fingerprint ?? null,
    keyIncluded: withKey && key !== null,
    migrations,
  };
}

async function writeTables(tar: TarWriter, client: pg.Client, { tables }: SchemaShape, options: BackupOptions): Promise<TableRecord[]> {
  const written: TableRecord[] = [];
  for (const [index, table] of tables.entries()) {
    options.report?.({ stage: "rows", done: index, of: tables.length, bytes: tar.bytes });
    let parts = 0;
    const record = await readTable(client, table, options.signal, async (bytes) => {
      parts += 1;
      await tar.add(partName(index, parts), await compress(bytes));
      options.report?.({ stage: "rows", done: index, of: tables.length, bytes: tar.bytes });
    });
    written.push({ ...record, parts });
  }
  return written;
}

/** Reads a table as COPY text; `take` gets a few megabytes at a time and is waited for. Also how a restored table is checked. */
export async function readTable(
  client: pg.ClientBase,
  table: TableShape,
  signal: AbortSignal | undefined,
  take: (bytes: Buffer) => Promise<void>,
): Promise<Omit<TableRecord, "parts">> {
  const rows = client.query(copyTo(`copy ${table.name} (${table.columns}) to stdout`));
  const hash = createHash("sha256");
  let waiting: Buffer[] = [];
  let size = 0;
  let bytes = 0;
  const give = async () => {
    const part = Buffer.concat(waiting, size);
    waiting = [];
    size = 0;
    await take(part);
  };
  for await (const chunk of rows as AsyncIterable<Buffer>) {
    signal?.throwIfAborted();
    hash.update(chunk);
    waiting.push(chunk);
    size += chunk.length;
    bytes += chunk.length;
    if (size >= PART_BYTES) await give();
  }
  if (size > 0) await give();
  const { name, columns, xidColumns } = table;
  return { name, columns, xidColumns: [...xidColumns], rows: rows.rowCount ?? 0, bytes, sha256: hash.digest("hex") };
}

async function readSequences(client: pg.Client, { sequences }: SchemaShape): Promise<Manifest["sequences"]> {
  const found: Manifest["sequences"] = [];
  for (const name of sequences) {
    const { rows } = await client.query<{ lastValue: string; isCalled: boolean }>(
      `select last_value::text as "lastValue", is_called as "isCalled" from ${name}`,
    );
    for (const row of rows) found.push({ name, ...row });
  }
  return found;
}

/** Files the rows of the snapshot speak of; they were on the disk before their rows were. */
async function namedFiles(client: pg.Client): Promise<ReadonlySet<string>> {
  const { rows } = await client.query<{ sha256: string }>("select distinct encode(sha256, 'hex') as sha256 from platform.file");
  return new Set(rows.map((row) => row.sha256));
}

async function writeFiles(tar: TarWriter, named: ReadonlySet<string>, { filesDir, signal, report }: BackupOptions) {
  const names = await listFiles(filesDir);
  const hash = createHash("sha256");
  const damaged: string[] = [];
  let [count, bytes] = [0, 0];
  for (const sha256 of names) {
    signal?.throwIfAborted();
    const path = join(filesDir, sha256.slice(0, 2), sha256);
    if ((await hashOfFile(path)) !== sha256) {
      damaged.push(sha256);
      continue;
    }
    const { size } = await stat(path);
    await tar.addStream(fileName(sha256), size, createReadStream(path));
    hash.update(sha256);
    count += 1;
    bytes += size;
    report?.({ stage: "files", done: count, of: names.length, bytes: tar.bytes });
  }
  const there = new Set(names);
  return { files: { count, bytes, sha256: hash.digest("hex") }, missing: [...named].filter((name) => !there.has(name)), damaged };
}

async function hashOfFile(path: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) hash.update(chunk);
  return hash.digest("hex");
}

/** What `files.ts` has put there, in order; files still coming in are none yet. */
async function listFiles(dir: string): Promise<readonly string[]> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return [];
    throw error;
  });
  return entries
    .filter((entry) => entry.isFile() && /^[0-9a-f]{64}$/.test(entry.name))
    .map((entry) => entry.name)
    .sort();
}
