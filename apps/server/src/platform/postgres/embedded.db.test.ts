/** The embedded database on this machine's real programs: each test on a data directory of its own. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, cp, mkdir, mkdtemp, readdir, readFile, realpath, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createLog } from "../log.ts";
import { type EmbeddedPostgres, findRunningPostgres, listOrphanClusters, PostgresStartError, startEmbeddedPostgres } from "./embedded.ts";

const log = createLog("silent");
const isRoot = process.getuid?.() === 0;
const timeout = 60_000;
let base = "";
const running: EmbeddedPostgres[] = [];

beforeAll(async () => {
  base = await realpath(await mkdtemp(join(tmpdir(), "suiren pg 燧人 "))); // a space and Chinese in every path
  await chmod(base, 0o755);
});

afterAll(async () => {
  await Promise.all(running.map((server) => server.stop()));
  await rm(base, { recursive: true, force: true, maxRetries: 5 });
}, timeout);

async function start(dataDir: string, more: { roots?: readonly string[]; onDown?: () => void; onUp?: () => void } = {}) {
  const server = await startEmbeddedPostgres({ dataDir, log, ...more });
  running.push(server);
  return server;
}

async function query(url: string, text: string): Promise<readonly Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  client.on("error", () => undefined); // the server may be killed under it
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(text)).rows;
  } finally {
    await client.end();
  }
}

/** Another program that starts the database, says where it is, and stays. */
async function starter(dataDir: string): Promise<{ child: ChildProcess; url: string }> {
  const program = `import { startEmbeddedPostgres } from ${JSON.stringify(new URL("embedded.ts", import.meta.url).href)};
    const quiet = () => {};
    const server = await startEmbeddedPostgres({ dataDir: ${JSON.stringify(dataDir)}, log: { info: quiet, warn: quiet, error: quiet } });
    console.log(server.url); setInterval(quiet, 1e6);`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", program], { stdio: ["ignore", "pipe", "inherit"] });
  const [said] = await once(child.stdout, "data");
  return { child, url: String(said).trim() };
}

const numberOfServer = async (cluster: string) => Number((await readFile(join(cluster, "postmaster.pid"), "utf8")).split("\n")[0]);

it("keeps what was written over a stop and a start, and a prepared cluster starts within a second", { timeout }, async () => {
  const dataDir = join(base, "kept");
  const first = await start(dataDir);
  await query(first.url, "create table 火灾 (id int); insert into 火灾 values (119)");
  await first.stop();

  const before = performance.now();
  const second = await start(dataDir);

  expect(performance.now() - before).toBeLessThan(1_000);
  expect(await query(second.url, "select id from 火灾")).toEqual([{ id: 119 }]);
  expect(second.version).toMatch(/^18\./);
});

it("is a UTF-8 database with checksums, durable commits, and Unicode upper case", { timeout }, async () => {
  const { superuserUrl } = await start(join(base, "kind"));
  const settings = [
    "server_encoding",
    "data_checksums",
    "fsync",
    "synchronous_commit",
    "jit",
    "listen_addresses",
    "unix_socket_directories",
  ];
  const rows = await query(superuserUrl, `select name, setting from pg_settings where name in ('${settings.join("','")}')`);
  expect(Object.fromEntries(rows.map((row) => [row.name, row.setting]))).toEqual({
    server_encoding: "UTF8",
    data_checksums: "on",
    fsync: "on",
    synchronous_commit: "on",
    jit: "off",
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
  });
  expect(await query(superuserUrl, "select upper('é') as letter")).toEqual([{ letter: "É" }]);
});

it("lets nobody in without the password, and keeps the passwords to its owner", { timeout }, async () => {
  const dataDir = join(base, "closed");
  const { port, url } = await start(dataDir);
  await expect(query(`postgres://suiren:guess@127.0.0.1:${port}/suiren`, "select 1")).rejects.toThrow(/password authentication failed/);
  expect(await query(url, "select rolsuper from pg_roles where rolname = current_user")).toEqual([{ rolsuper: false }]);
  expect((await stat(join(dataDir, "postgres-secrets.json"))).mode & 0o777).toBe(0o600);
});

it("makes new passwords when their file is gone, without losing a row", { timeout }, async () => {
  const dataDir = join(base, "forgotten");
  const first = await start(dataDir);
  await query(first.url, "create table kept (id int); insert into kept values (1)");
  await first.stop();
  await rm(join(dataDir, "postgres-secrets.json"));
  const second = await start(dataDir);
  expect(second.url.replace(/:\d+\//, "/")).not.toBe(first.url.replace(/:\d+\//, "/"));
  expect(await query(second.url, "select id from kept")).toEqual([{ id: 1 }]);
});

it("refuses a second process on the same data directory and names the first", { timeout }, async () => {
  const dataDir = join(base, "shared");
  const { child } = await starter(dataDir);
  try {
    const second = startEmbeddedPostgres({ dataDir, log });
    await expect(second).rejects.toThrow(PostgresStartError);
    await expect(second).rejects.toThrow(`pid ${child.pid}`);
  } finally {
    child.kill("SIGKILL");
  }
});

it("tells commands beside it where the running database is, and nothing once it stopped", { timeout }, async () => {
  const dataDir = join(base, "beside");
  const server = await start(dataDir);
  expect(await findRunningPostgres(dataDir)).toEqual({ url: server.url, superuserUrl: server.superuserUrl });
  await server.stop();
  expect(await findRunningPostgres(dataDir)).toBeNull();
});

it("loses nothing committed when its program is killed, leaves no server behind, and starts again at once", { timeout }, async () => {
  const dataDir = join(base, "killed");
  const { child, url } = await starter(dataDir);
  await query(url, "create table acknowledged as select generate_series(1, 1000) as n");
  const cluster = join(dataDir, "pg");
  const server = await numberOfServer(cluster);
  child.kill("SIGKILL");
  await once(child, "exit");

  const before = performance.now();
  const next = await start(dataDir);

  expect(performance.now() - before).toBeLessThan(3_000);
  expect(await query(next.url, "select count(*)::int as rows from acknowledged")).toEqual([{ rows: 1_000 }]);
  expect(await numberOfServer(cluster)).not.toBe(server);
});

it("stops the server when its program is killed and nobody starts it again", { timeout }, async () => {
  const dataDir = join(base, "abandoned");
  const { child } = await starter(dataDir);
  child.kill("SIGKILL");
  const pidFile = () => stat(join(dataDir, "pg", "postmaster.pid")).then(Boolean, () => false);
  for (let tries = 0; tries < 100 && (await pidFile()); tries++) await sleep(50);
  expect(await pidFile()).toBe(false);
});

it("brings a server that was killed back on the same port, and says so", { timeout }, async () => {
  const dataDir = join(base, "revived");
  const said: string[] = [];
  const up = Promise.withResolvers<void>();
  const server = await start(dataDir, { onDown: () => void said.push("down"), onUp: up.resolve });
  await query(server.url, "create table kept (id int)");
  process.kill(await numberOfServer(join(dataDir, "pg")), "SIGKILL");
  await up.promise;
  expect(said).toEqual(["down"]);
  expect(await query(server.url, "select * from kept")).toEqual([]);
});

it("takes over a lock whose holder is gone, even one cut short while it was written", { timeout }, async () => {
  const dataDir = join(base, "stale");
  await mkdir(dataDir, { mode: 0o711 });
  await writeFile(join(dataDir, "postgres.lock"), '{"pid":1,"star');
  const server = await start(dataDir);
  expect(await query(server.url, "select 1 as one")).toEqual([{ one: 1 }]);
});

it("refuses the files of another major version with a sentence, and touches nothing", { timeout }, async () => {
  const dataDir = join(base, "older");
  const server = await start(dataDir);
  await server.stop();
  await writeFile(join(dataDir, "pg", "PG_VERSION"), "15\n");
  await expect(startEmbeddedPostgres({ dataDir, log })).rejects.toThrow(/PostgreSQL 15/);
  expect(await readFile(join(dataDir, "pg", "PG_VERSION"), "utf8")).toBe("15\n");
});

it.runIf(isRoot)(
  "as root, under a folder nobody else may enter, it puts the cluster elsewhere and finds it again",
  { timeout },
  async () => {
    const closed = join(base, "closed home");
    const roots = [join(base, "shared root")];
    const dataDir = join(closed, "data");
    await mkdir(closed, { mode: 0o700 });
    const first = await start(dataDir, { roots });
    await query(first.url, "create table kept (id int)");
    await first.stop();
    const second = await start(dataDir, { roots });
    expect(await query(second.url, "select * from kept")).toEqual([]);
    expect(await readdir(dataDir)).not.toContain("pg");
    expect(await listOrphanClusters(roots)).toEqual([]);
    await second.stop();

    await rm(dataDir, { recursive: true });
    const third = await start(join(closed, "another"), { roots });

    await expect(query(third.url, "select * from kept")).rejects.toThrow(/does not exist/);
    expect((await readdir(join(base, "shared root"))).filter((name) => name !== "bin")).toHaveLength(1); // the old one lay under a temporary folder
  },
);

it.runIf(isRoot)("a copy of a data directory may not share its database, and a forgotten database can be named", { timeout }, async () => {
  const closed = join(base, "closed twice");
  const roots = [join(base, "second root")];
  const [dataDir, copy] = [join(closed, "data"), join(closed, "copy")];
  await mkdir(closed, { mode: 0o700 });
  await (await start(dataDir, { roots })).stop();
  await cp(dataDir, copy, { recursive: true });
  await expect(startEmbeddedPostgres({ dataDir: copy, log, roots })).rejects.toThrow(/副本/);
  await rm(join(dataDir, "postgres-location.json"));
  expect(await listOrphanClusters(roots)).toMatchObject([{ dataDir }]);
});
