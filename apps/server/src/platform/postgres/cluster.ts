/** A cluster on disk: made whole or not at all, with its own passwords, configuration and access rules. */
import { spawn } from "node:child_process";
import { randomBytes, randomUUID } from "node:crypto";
import { chown, mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { z } from "zod";
import { type Account, asAccount } from "./account.ts";
import type { Binaries } from "./binaries.ts";
import { PostgresStartError } from "./start-error.ts";
import { type Settings, settingsFile } from "./tuning.ts";

/** The superuser, and the owner of the database, who may create roles and databases but is bound by permissions. */
export const adminRole = "suiren_admin";
export const ownerRole = "suiren";
export const databaseName = "suiren";

const secrets = z.object({ admin: z.string(), owner: z.string() });
export type Secrets = z.infer<typeof secrets>;

const secretsPath = (dataDir: string) => join(dataDir, "postgres-secrets.json");

export async function readSecrets(dataDir: string): Promise<Secrets | null> {
  const text = await readFile(secretsPath(dataDir), "utf8").catch(() => null);
  return text === null ? null : secrets.parse(JSON.parse(text));
}

export const urlOf = (role: string, password: string, port: number): string =>
  `postgres://${role}:${password}@127.0.0.1:${port}/${databaseName}`;

type Place = { readonly dataDir: string; readonly cluster: string; readonly account: Account | null; readonly binaries: Binaries };

/** Makes the cluster when there is none, and new passwords when their file is gone. Refuses another major version's files. */
export async function prepareCluster(place: Place): Promise<Secrets> {
  const { dataDir, cluster, binaries } = place;
  await removeDrafts(cluster);
  const version = await readFile(join(cluster, "PG_VERSION"), "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return null;
    throw unreadable(cluster, error);
  });
  if (version !== null && Number.parseInt(version, 10) !== binaries.major) throw otherVersion(cluster, version.trim(), binaries.major);
  const known = await readSecrets(dataDir);
  if (version !== null && known) return known;
  const fresh = { admin: randomBytes(24).toString("hex"), owner: randomBytes(24).toString("hex") };
  await writeFile(secretsPath(dataDir), JSON.stringify(fresh), { mode: 0o600 });
  if (version === null) await createCluster(place, fresh);
  else await runAlone(place, cluster, renewPasswords(fresh));
  return fresh;
}

/** Only password logins from this machine; nothing listens anywhere else. */
const accessRules = "host all all 127.0.0.1/32 scram-sha-256\n";

export async function writeSettings({ cluster, account }: Place, settings: Settings): Promise<void> {
  const files = { "postgresql.conf": settingsFile(settings), "pg_hba.conf": accessRules };
  for (const [name, text] of Object.entries(files)) {
    const path = join(cluster, name);
    await writeFile(path, text, { mode: 0o600 });
    if (account) await chown(path, account.uid, account.gid);
  }
}

/**
 * Built beside its place and renamed when complete, so an interrupted first start leaves no half cluster.
 * UTF-8 with the built-in provider's `C.UTF-8`: code-point order, compared like bytes, the same on every machine and
 * after every system upgrade; upper and lower case still know Unicode, which plain `C` does not. Chinese sorts by the pinyin columns.
 */
async function createCluster(place: Place, passwords: Secrets): Promise<void> {
  const { cluster, account, binaries } = place;
  const draft = `${cluster}.draft-${randomUUID()}`;
  await mkdir(draft, { mode: 0o700 });
  if (account) await chown(draft, account.uid, account.gid);
  const locale = ["--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"];
  const closed = ["--auth-local=reject", "--auth-host=reject", `--username=${adminRole}`]; // opened by our own rules at the start
  try {
    await run(binaries.initdb, ["-D", draft, ...locale, ...closed, "--data-checksums", "--no-instructions"], account, "");
    await runAlone(place, draft, [
      ...renewPasswords(passwords).slice(0, 1),
      `create role ${ownerRole} login createdb createrole password '${passwords.owner}'`,
      `create database ${databaseName} owner ${ownerRole}`,
    ]);
    await rename(draft, cluster);
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    throw error;
  }
}

const renewPasswords = ({ admin, owner }: Secrets): readonly string[] => [
  `alter role ${adminRole} password '${admin}'`,
  `alter role ${ownerRole} password '${owner}'`,
];

/** Runs statements with no server and no listening socket, one a line. */
async function runAlone({ account, binaries }: Place, cluster: string, statements: readonly string[]): Promise<void> {
  const quiet = ["-c", "log_checkpoints=off", "-c", "log_min_messages=error", "-c", "log_min_error_statement=panic"];
  const output = await run(binaries.postgres, ["--single", "-D", cluster, ...quiet, "postgres"], account, `${statements.join("\n")}\n`);
  if (/ERROR|FATAL|PANIC/.test(output)) throw failed(output);
}

function run(program: string, args: readonly string[], account: Account | null, input: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { ...asAccount(account), cwd: "/", stdio: ["pipe", "pipe", "pipe"], detached: true });
    let output = "";
    const keep = (chunk: Buffer) => {
      output = (output + chunk.toString()).slice(-4000);
    };
    child.stdout.on("data", keep);
    child.stderr.on("data", keep);
    child.stdin.on("error", () => undefined); // it ended early; its exit code says why
    child.stdin.end(input);
    child.on("error", reject);
    child.on("close", (code) => (code === 0 ? resolve(output) : reject(failed(output))));
  });
}

async function removeDrafts(cluster: string): Promise<void> {
  const names = await readdir(dirname(cluster)).catch(() => []);
  const drafts = names.filter((name) => name.startsWith(`${basename(cluster)}.draft-`));
  for (const name of drafts) await rm(join(dirname(cluster), name), { recursive: true, force: true });
}

function failed(output: string): PostgresStartError {
  const full = /No space left on device/i.test(output);
  const last = output.trim().split("\n").slice(-4).join("\n");
  return new PostgresStartError(
    full ? "磁盘已满，无法建立数据库。请腾出至少 1 GB 空间后再启动。" : `无法建立数据库。请按下面的原因处理后再启动：\n${last}`,
    full
      ? "The disk is full; the database cannot be made. Free at least 1 GB and start again."
      : "The database cannot be made, for the reason above.",
  );
}

const unreadable = (cluster: string, cause: NodeJS.ErrnoException) =>
  new PostgresStartError(
    `无权读取数据库文件 ${cluster}（${cause.code}）：它由另一个用户建立。请用原来的用户启动，或用 SUIREN_DATA 指定另一个目录。`,
    `No permission to read the database in ${cluster} (${cause.code}): another user made it. Start as that user, or set SUIREN_DATA to another folder.`,
    { cause },
  );

const otherVersion = (cluster: string, found: string, ours: number) =>
  new PostgresStartError(
    `数据库文件 ${cluster} 属于 PostgreSQL ${found}，本程序自带的是 ${ours}。请用原来的版本执行 backup，再在新版本中 restore。`,
    `The files in ${cluster} belong to PostgreSQL ${found}; this program brings ${ours}. Make a backup with the former version and restore it here.`,
  );
