/** Backup and restore as an operator runs them: the commands as processes, on a real PostgreSQL, killed where it hurts. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { cp, mkdir, mkdtemp, open, readdir, readFile, rm, stat, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { pino } from "pino";
import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { type App, sample, startApp } from "#kit/kit.ts";
import { verifyAudit } from "#platform/audit.ts";
import { checkBackup } from "#platform/backup/read-backup.ts";
import { fitsProgram } from "#platform/backup/restore.ts";
import { readConfig } from "#platform/config.ts";
import { orThrow } from "#platform/result.ts";
import { openServices, startRuntime } from "../runtime.ts";

let app: App;
let base = "";
const made: string[] = [];
const photo = Buffer.from("消防车通道现场照片".repeat(5_000));

beforeAll(async () => {
  app = await startApp({ roles: ["api", "worker"] });
  base = await mkdtemp(join(tmpdir(), "suiren-backup-"));
  await fillInstallation();
});
afterAll(async () => {
  await app?.end();
  for (const name of made) await admin(`drop database if exists ${name} with (force)`, inject("superuserUrl")); // autovacuum may be at work in it
  await rm(base, { recursive: true, force: true });
});

/** Rows of every kind a backup could get wrong: sealed values, awkward text, files, generated columns, partitions, numbers of other transactions. */
async function fillInstallation(): Promise<void> {
  const clerk = app.as("street-clerk", { area: sample.kecheng });
  const unit = { kind: "shop", address: "府东街\t128号\\\n二层", area: sample.kecheng };
  for (let n = 0; n < 40; n++) await clerk.post("/places/unit", { ...unit, name: `备份商厦 ${n} "'\\N` });
  await app.services.jobs.send("platform.promote-fields", {});
  const stored = orThrow(await app.services.files.take(Readable.from([photo]), 10_000_000));
  await app.sql(
    "insert into platform.file (id, sha256, name, media_type, size_bytes, area) values (gen_random_uuid(), decode($1, 'hex'), '现场.jpg', 'image/jpeg', $2, $3)",
    [stored.sha256, stored.sizeBytes, sample.kecheng],
  );
  await app.sql("select gateway.make_partitions(current_date, 3)");
  await app.sql(`insert into gateway.message (id, received_at, address, peer, transport, sequence, command, lane, identity, batch_id, raw)
    select gen_random_uuid(), now() + n * interval '1 second', '0000000000aa', '127.0.0.1:1', 'tcp', n, 2, 0, n, gen_random_uuid(), decode(repeat(md5(n::text), 8), 'hex')
    from generate_series(1, 20000) n`);
  await app.sql("insert into platform.event (type, payload, xid) values ('test.from-afar', '{}', '999999999999')");
}

async function admin(text: string, url = inject("databaseUrl")): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(text).finally(() => client.end());
}

async function emptyPlace(name: string): Promise<{ readonly url: string; readonly dataDir: string }> {
  const database = `r_${name}_${process.pid}`;
  await admin(`create database ${database}`);
  made.push(database);
  const dataDir = join(base, name);
  await mkdir(dataDir);
  return { url: Object.assign(new URL(inject("databaseUrl")), { pathname: `/${database}` }).toString(), dataDir };
}

type Place = { readonly url: string; readonly dataDir: string };
const here = (): Place => ({ url: app.database, dataDir: app.services.config.dataDir });

function start(
  args: readonly string[],
  { url, dataDir }: Place,
): { readonly child: ChildProcess; readonly ended: Promise<{ code: number | null; said: string }> } {
  const env = { PATH: process.env.PATH, DATABASE_URL: url, SUIREN_DATA: dataDir };
  const child = spawn(process.execPath, [join(import.meta.dirname, "../cli.ts"), ...args], {
    env,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk: Buffer) => (said += chunk.toString()));
  return { child, ended: once(child, "close").then(([code]) => ({ code: code as number | null, said })) };
}

async function rows(url: string, text: string): Promise<readonly Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  return (await client.query<Record<string, unknown>>(text).finally(() => client.end())).rows;
}

/** Count and order-independent checksum of every table, by PostgreSQL and not by the code under test; transaction numbers left out. */
async function sumsOf(url: string): Promise<ReadonlyMap<string, string>> {
  const tables = await rows(
    url,
    "select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'r' and n.nspname !~ '^(pg_|information_schema$)' order by 1",
  );
  const sums = new Map<string, string>();
  for (const { name } of tables) {
    const [sum] = await rows(
      url,
      `select count(*) || '/' || coalesce(sum(hashtextextended((to_jsonb(t) - 'xid')::text, 0)::numeric), 0) as sum from ${String(name)} t`,
    );
    sums.set(String(name), String(sum?.sum));
  }
  return sums;
}

/** What goes on by itself between a backup and the look at it: the sealer, the job runner, the restore's own entry. */
const living = (name: string): boolean =>
  name.startsWith("jobs.") ||
  ["platform.audit", "platform.setting", "platform.event_offset", "platform.cell", "platform.dirty"].includes(name);
const still = (sums: ReadonlyMap<string, string>) => Object.fromEntries([...sums].filter(([name]) => !living(name)));

async function backUp(name: string): Promise<string> {
  const target = join(base, `${name}.tar`);
  const { code, said } = await start(["backup", "--to", target], here()).ended;
  expect(said).toContain("备份完成");
  expect(code).toBe(0);
  return target;
}

it("what was backed up while the product runs comes back row for row, file for file, and goes on living", {
  timeout: 240_000,
}, async () => {
  // given
  const archive = await backUp("whole");
  const there = await emptyPlace("whole");
  // when
  const { code, said } = await start(["restore", archive], there).ended;
  // then
  expect(said).toContain("逐表核对一致");
  expect(code).toBe(0);
  const [before, after] = [await sumsOf(app.database), await sumsOf(there.url)];
  expect([...after.keys()]).toEqual([...before.keys()]);
  expect(still(after)).toEqual(still(before));
  expect(await rows(there.url, "select count(*)::int as n from gateway.message")).toEqual([{ n: 20_000 }]);
  const [file] = await rows(there.url, "select encode(sha256, 'hex') as sha256 from platform.file where name = '现场.jpg'");
  const sha256 = String(file?.sha256);
  expect(await readFile(join(there.dataDir, "files", sha256.slice(0, 2), sha256))).toEqual(photo);
  expect(
    await rows(there.url, "select from platform.event where type = 'test.from-afar' and xid < pg_snapshot_xmin(pg_current_snapshot())"),
  ).toHaveLength(1);
  // and: sequences go on behind what there is, and nobody starts without the key
  await rows(there.url, "insert into platform.event (type, payload) values ('test.next', '{}')");
  const open = (roles: string) =>
    startRuntime({
      config: orThrow(
        readConfig(
          { SUIREN_DATA: there.dataDir, SUIREN_HOST: "127.0.0.1", SUIREN_PORT: "0", SUIREN_GB26875_PORT: "0", SUIREN_ROLES: roles },
          base,
        ),
      ),
      log: pino({ level: "silent" }),
      databaseUrl: there.url,
      superuserUrl: null,
      authenticate: () => async () => null,
      seed: null,
    });
  await expect(open("api")).rejects.toThrow("seal.key_missing");
  await cp(join(app.services.config.dataDir, "personal-data.key"), join(there.dataDir, "personal-data.key"));
  const running = await open("api,worker");
  await sleep(1_500);
  expect(await verifyAudit(running.services.db)).toMatchObject({ ok: true, unsealed: 0 });
  const audited = await rows(there.url, "select action from platform.audit where action in ('备份', '恢复') order by id");
  expect(audited.at(-1)).toEqual({ action: "恢复" });
  await running.stop();
});

it("personal data sealed before the backup is read after it, with the key that was kept apart", { timeout: 240_000 }, async () => {
  const box = app.services.sealer.seal("13857012345", "places.unit/phone");
  await app.sql("insert into platform.setting (name, value) values ('test.box', to_jsonb($1::text))", [box.toString("hex")]);
  const archive = await backUp("sealed");
  const there = await emptyPlace("sealed");
  await cp(join(app.services.config.dataDir, "personal-data.key"), join(there.dataDir, "personal-data.key"));
  await start(["restore", archive], there).ended;
  const config = orThrow(readConfig({ SUIREN_DATA: there.dataDir }, base));
  const services = await openServices({ config, log: pino({ level: "silent" }), databaseUrl: there.url }, app.services.db);
  const [setting] = await rows(there.url, "select value #>> '{}' as box from platform.setting where name = 'test.box'");
  expect(services.sealer.open(Buffer.from(String(setting?.box), "hex"), "places.unit/phone")).toBe("13857012345");
  await services.live.stop();
});

it("a restore is refused into what is not empty, with another key, and from what is damaged or newer", { timeout: 240_000 }, async () => {
  const archive = await backUp("refused");
  // not empty
  const over = await start(["restore", archive], here()).ended;
  expect(over).toMatchObject({ code: 1, said: expect.stringContaining("恢复只写入空的安装") });
  // another key
  const other = await emptyPlace("other");
  await writeFile(join(other.dataDir, "personal-data.key"), "ab".repeat(32));
  expect(await start(["restore", archive], other).ended).toMatchObject({ code: 1, said: expect.stringContaining("不是这份备份用的密钥") });
  // over rows, without files
  const bare = { url: app.database, dataDir: join(base, "bare") };
  expect(await start(["restore", archive], bare).ended).toMatchObject({ code: 1, said: expect.stringContaining("数据库不是空的") });
  // cut short: the last tenth is missing, then everything but the seal is there
  const { size } = await stat(archive);
  for (const length of [Math.floor(size * 0.9), size - 3 * 512]) {
    const cut = join(base, "cut.tar");
    await cp(archive, cut);
    await truncate(cut, length);
    expect(await checkBackup(cut)).toMatchObject({ ok: false });
  }
  // one changed byte, wherever it lies
  for (const part of [0.2, 0.5, 0.8, 0.95]) {
    const changed = join(base, "changed.tar");
    await cp(archive, changed);
    const file = await open(changed, "r+");
    const at = Math.floor(size * part);
    const byte = Buffer.alloc(1);
    await file.read(byte, 0, 1, at);
    await file.write(Buffer.from([byte.readUInt8() ^ 0x55]), 0, 1, at);
    await file.close();
    expect(await checkBackup(changed), `byte at ${part}`).toMatchObject({ ok: false });
  }
  // of a newer program
  const manifest = orThrow(await checkBackup(archive));
  const ours = new Map(manifest.head.migrations.map(({ name, hash }) => [name, hash]));
  expect(fitsProgram(manifest, ours)).toMatchObject({ ok: true });
  ours.delete(manifest.head.migrations[0]?.name ?? "");
  expect(fitsProgram(manifest, ours)).toMatchObject({ ok: false, refusal: { code: "backup.newer_program" } });
});

it("a backup killed in the middle leaves nothing that could be taken for one", { timeout: 240_000 }, async () => {
  const dir = join(base, "killed");
  await mkdir(dir);
  for (const wait of [0, 40, 120, 250]) {
    const { child, ended } = start(["backup", "--to", join(dir, `${wait}.tar`)], here());
    while (child.exitCode === null && !(await readdir(dir)).some((name) => name.startsWith(`${wait}.`))) await sleep(2);
    await sleep(wait);
    child.kill("SIGKILL");
    await ended;
  }
  const names = await readdir(dir);
  expect(names).toContain("0.tar.partial");
  for (const name of names) expect((await checkBackup(join(dir, name))).ok, name).toBe(name.endsWith(".tar"));
});

it("a restore killed in the middle leaves the database empty, the product unwilling, and a second try whole", {
  timeout: 240_000,
}, async () => {
  // given
  const archive = await backUp("again");
  const there = await emptyPlace("again");
  const { child, ended } = start(["restore", archive], there);
  const isBusy = async () =>
    (
      await rows(
        there.url,
        "select from pg_stat_activity where application_name = 'suiren-restore' and query like 'copy gateway%' and datname = current_database()",
      )
    ).length > 0;
  while (child.exitCode === null && !(await isBusy())) await sleep(2);
  // when
  child.kill("SIGKILL");
  expect((await ended).code).toBeNull();
  // then
  const isOver = async () =>
    (await rows(there.url, "select from pg_stat_activity where application_name = 'suiren-restore' and datname = current_database()"))
      .length === 0;
  while (!(await isOver())) await sleep(20);
  expect(await rows(there.url, "select from pg_tables where schemaname = 'platform'")).toEqual([]);
  const config = orThrow(readConfig({ SUIREN_DATA: there.dataDir, SUIREN_PORT: "0", SUIREN_GB26875_PORT: "0" }, base));
  const starting = startRuntime({
    config,
    log: pino({ level: "silent" }),
    databaseUrl: there.url,
    superuserUrl: null,
    authenticate: () => async () => null,
    seed: null,
  });
  await expect(starting).rejects.toThrow("restore.unfinished");
  expect(await start(["restore", archive], there).ended).toMatchObject({ code: 0 });
  expect(still(await sumsOf(there.url))).toEqual(still(await sumsOf(app.database)));
});
