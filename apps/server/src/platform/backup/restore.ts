/**
 * A backup into an empty installation. Everything in the database happens in one transaction, checked table by table before it is committed:
 * broken off at any moment, the database is as empty as before. The mark in the data directory keeps the product from starting on half a restore.
 */
import { createHash } from "node:crypto";
import { createWriteStream, existsSync } from "node:fs";
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { ok, type Result, refuse } from "../result.ts";
import { describeSchema, PLAIN_SESSION } from "./describe-schema.ts";
import { KEY_NAME, type Manifest, type TableRecord, tableFolder } from "./manifest.ts";
import { decompress } from "./read-backup.ts";
import { readTar, type TarMember } from "./tar.ts";
import { readTable } from "./write-backup.ts";

const MARK = "restore-in-progress.json";
const markOf = (dataDir: string) => join(dataDir, MARK);

export type RestoreOptions = {
  readonly archive: string;
  readonly manifest: Manifest;
  readonly databaseUrl: string;
  readonly dataDir: string;
  readonly signal?: AbortSignal;
  readonly report?: (progress: RestoreProgress) => void;
  /** In the transaction, once everything has been checked. */
  readonly finish?: (client: pg.Client) => Promise<void>;
};

export type RestoreProgress = { readonly stage: "rows" | "files" | "indexes" | "checking"; readonly done: number; readonly of: number };

/**
 * Asked before anything is made in the database: after a restore that was broken off, starting would make a new city where the old one is expected.
 * Rows come all at once or not at all, so a mark beside a database with tables only says that its last step was missed.
 */
export async function settleRestore(dataDir: string, client: Pick<pg.ClientBase, "query">): Promise<Result<null>> {
  if (!isMarked(dataDir)) return ok(null);
  if ((await anyTable(client)) === null) {
    const { archive } = JSON.parse(await readFile(markOf(dataDir), "utf8").catch(() => "{}")) as { readonly archive?: string };
    return refuse("conflict", "restore.unfinished", { path: dataDir, archive: archive ?? "", mark: markOf(dataDir) });
  }
  await rm(markOf(dataDir), { force: true });
  return ok(null);
}

const isMarked = (dataDir: string): boolean => existsSync(markOf(dataDir));

async function anyTable(client: Pick<pg.ClientBase, "query">): Promise<string | null> {
  const { rows } = await client.query<{ name: string }>(
    "select schemaname || '.' || tablename as name from pg_tables where schemaname !~ '^(pg_|information_schema$)' order by 1 limit 1",
  );
  return rows[0]?.name ?? null;
}

/** Whether this program can go on from what the backup holds. */
export function fitsProgram({ head }: Manifest, ours: ReadonlyMap<string, string>): Result<null> {
  const unknown = head.migrations.filter(({ name }) => !ours.has(name)).map(({ name }) => name);
  if (unknown.length > 0) return refuse("conflict", "backup.newer_program", { program: head.program, names: unknown.join("、") });
  const edited = head.migrations.find(({ name, hash }) => ours.get(name) !== hash);
  return edited ? refuse("conflict", "migrate.edited", { name: edited.name }) : ok(null);
}

/** Nothing is ever restored over something: whoever wants it back puts it beside, and looks. */
export async function checkEmpty(databaseUrl: string, dataDir: string): Promise<Result<null>> {
  const files = await readdir(join(dataDir, "files")).catch(() => []);
  if (files.length > 0 && !isMarked(dataDir)) return refuse("conflict", "restore.files_not_empty", { path: join(dataDir, "files") });
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const name = await anyTable(client);
    return name === null ? ok(null) : refuse("conflict", "restore.database_not_empty", { name });
  } finally {
    await client.end();
  }
}

export async function restoreBackup(options: RestoreOptions): Promise<Result<null>> {
  const { databaseUrl, dataDir, archive, manifest } = options;
  await mkdir(dataDir, { recursive: true });
  await writeFile(markOf(dataDir), JSON.stringify({ archive, createdAt: manifest.head.createdAt }), { mode: 0o600 });
  const client = new pg.Client({ connectionString: databaseUrl, application_name: "suiren-restore" });
  client.on("error", () => undefined); // said by the statement it breaks
  await client.connect();
  try {
    await client.query(PLAIN_SESSION);
    await client.query("begin");
    await makeRoles(client, manifest);
    for (const statement of manifest.schema.before) await make(client, statement);
    await unpack(client, options);
    for (const [done, statement] of manifest.schema.after.entries()) {
      options.signal?.throwIfAborted();
      options.report?.({ stage: "indexes", done, of: manifest.schema.after.length });
      await make(client, statement);
    }
    for (const { name, lastValue, isCalled } of manifest.sequences)
      await client.query("select pg_catalog.setval($1::regclass, $2, $3)", [name, lastValue, isCalled]);
    const differs = await findDifference(client, options);
    if (differs !== null) return refuse("invalid", "restore.differs", { name: differs });
    await options.finish?.(client);
    await client.query("commit");
    await rm(markOf(dataDir), { force: true });
    return ok(null);
  } finally {
    await client.end().catch(() => undefined); // what was not committed is undone
  }
}

/** @throws with the statement: the database's own word alone would not say which. */
async function make(client: pg.Client, statement: string): Promise<void> {
  await client.query(statement).catch((cause: unknown) => {
    throw new Error(`cannot make: ${statement}`, { cause });
  });
}

/** Roles belong to the whole cluster, so they may be there already. Nobody can log in as one made here. */
async function makeRoles(client: pg.Client, { schema }: Manifest): Promise<void> {
  for (const role of schema.roles) {
    const text = pg.escapeLiteral(role.replace(/^"(.*)"$/, "$1").replaceAll('""', '"'));
    await client.query(`do $do$ begin
      if not exists (select from pg_roles where rolname = ${text}) then execute format('create role %I nologin', ${text}); end if;
      if not pg_has_role(${text}, 'usage') then execute format('grant %I to %I', ${text}, current_user); end if;
    end $do$`);
  }
}

/** One walk through the archive, in its order: rows, files, and the key where it came along and none is there. */
async function unpack(client: pg.Client, options: RestoreOptions): Promise<void> {
  const { manifest, dataDir, archive, signal, report } = options;
  const { tables, files } = manifest;
  const folders = new Map(tables.map((table, index) => [tableFolder(index), { table, index }]));
  let open: { readonly folder: string; readonly loading: Loading } | null = null;
  let fileCount = 0;
  for await (const member of readTar(archive)) {
    signal?.throwIfAborted();
    const folder = member.name.slice(0, member.name.lastIndexOf("/"));
    const found = folders.get(folder);
    if (open && open.folder !== folder) {
      await open.loading.end();
      open = null;
    }
    if (found) {
      open ??= { folder, loading: load(client, found.table) };
      report?.({ stage: "rows", done: found.index, of: tables.length });
      await open.loading.write(await decompress(await member.bytes()));
    } else if (member.name.startsWith("files/")) {
      await unpackFile(member, join(dataDir, "files"));
      report?.({ stage: "files", done: ++fileCount, of: files.count });
    } else if (member.name === KEY_NAME && !existsSync(join(dataDir, KEY_NAME))) {
      await writeFile(join(dataDir, KEY_NAME), await member.bytes(), { mode: 0o600, flag: "wx" });
    }
  }
}

type Loading = { write(bytes: Buffer): Promise<void>; end(): Promise<void> };

function load(client: pg.Client, { name, columns }: TableRecord): Loading {
  const stream = client.query(copyFrom(`copy ${name} (${columns}) from stdin`));
  const ended = new Promise<void>((resolve, reject) => stream.once("finish", resolve).once("error", reject));
  ended.catch(() => undefined); // thrown where it is awaited
  return {
    write: (bytes) =>
      Promise.race([ended, new Promise<void>((resolve, reject) => stream.write(bytes, (error) => (error ? reject(error) : resolve())))]),
    async end() {
      stream.end();
      await ended;
    },
  };
}

/** Under another name until it is whole and says what its name says. */
async function unpackFile(member: TarMember, filesDir: string): Promise<void> {
  const sha256 = member.name.slice(member.name.lastIndexOf("/") + 1);
  const folder = join(filesDir, sha256.slice(0, 2));
  const draft = join(filesDir, "incoming", sha256);
  await mkdir(folder, { recursive: true });
  await mkdir(join(filesDir, "incoming"), { recursive: true });
  const hash = createHash("sha256");
  async function* hashed() {
    for await (const chunk of member.chunks()) {
      hash.update(chunk);
      yield chunk;
    }
  }
  await pipeline(Readable.from(hashed()), createWriteStream(draft, { mode: 0o600, flush: true }));
  if (hash.digest("hex") !== sha256) throw new Error(`the archive changed while it was read: ${member.name}`);
  await rename(draft, join(folder, sha256));
}

/** Reads everything back: every table as it was read for the backup, and the schema in its own words. @returns the first that differs */
async function findDifference(client: pg.Client, { manifest, signal, report }: RestoreOptions): Promise<string | null> {
  for (const [done, table] of manifest.tables.entries()) {
    report?.({ stage: "checking", done, of: manifest.tables.length });
    const found = await readTable(client, table, signal, async () => {});
    if (found.sha256 !== table.sha256 || found.rows !== table.rows) return table.name;
  }
  const { before, after } = await describeSchema(client);
  const found = [...before, ...after].map(bare);
  const expected = [...manifest.schema.before, ...manifest.schema.after].map(bare);
  const strange = found.findIndex((statement, at) => statement !== expected[at]);
  if (strange >= 0 || found.length !== expected.length) return found[strange] ?? "schema";
  for (const table of manifest.tables) await forgetTransactionNumbers(client, table);
  return null;
}

/** `(a and b) and c` comes back as `a and b and c` once PostgreSQL has read its own words: brackets and blanks are no difference. */
const bare = (statement: string): string => statement.replace(/[\s()]/g, "");

/**
 * Rows remember the transaction that wrote them, and whoever follows them waits until it has ended (outbox). In a new cluster such a
 * number may lie far ahead and nobody would ever see the row: all become the oldest there is, so that their own numbers order them.
 */
async function forgetTransactionNumbers(client: pg.Client, { name, xidColumns }: TableRecord): Promise<void> {
  if (xidColumns.length === 0) return;
  await client.query(`alter table ${name} disable trigger user`);
  for (const column of xidColumns) await client.query(`update ${name} set ${column} = '3' where ${column} <> '3'`);
  await client.query(`alter table ${name} enable trigger user`);
}
