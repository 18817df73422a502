/** Where the cluster of a data directory lies: inside it, or, where the database's account cannot enter, in a place of its own. */
import { randomUUID } from "node:crypto";
import { lstat, mkdir, readdir, readFile, realpath, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { type Account, accountForRoot, canReach, makePassable } from "./account.ts";
import { PostgresStartError } from "./start-error.ts";

/** Folders any account may enter, for clusters and programs of a root start under a closed home. The first that works is used. */
export const sharedRoots: readonly string[] = ["/var/lib/suiren", "/opt/suiren"];

export type Placement = { readonly cluster: string; readonly account: Account | null };

/** In the data directory: where its cluster is. Deleting the data directory therefore means a new, empty database. */
const pointerName = "postgres-location.json";
const pointer = z.object({ id: z.string(), home: z.string() });
/** Beside the cluster: whose it is. */
const ownerName = "belongs-to.json";
const owner = z.object({ id: z.string(), dataDir: z.string() });

const exists = (path: string) =>
  lstat(path).then(
    () => true,
    () => false,
  );

const readJson = async <T>(schema: z.ZodType<T>, path: string): Promise<T | null> => {
  const text = await readFile(path, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return null;
    throw error;
  });
  return text === null ? null : schema.parse(JSON.parse(text));
};

/** @param dataDir exists, as a real path; @param uid of this process, undefined where the platform has none */
export async function placeCluster(dataDir: string, uid: number | undefined, roots: readonly string[]): Promise<Placement> {
  const inside = join(dataDir, "pg");
  const elsewhere = await readJson(pointer, join(dataDir, pointerName));
  if (uid !== 0) {
    if (elsewhere) throw startedAsRoot(dataDir);
    return { cluster: inside, account: null };
  }
  if (elsewhere) return followPointer(dataDir, elsewhere);
  if (await exists(inside)) return asItsOwner(dataDir, inside);
  const account = accountForRoot(await readFile("/etc/passwd", "utf8").catch(() => ""));
  if (await canReach(account, dataDir)) return { cluster: inside, account };
  return placeElsewhere(dataDir, account, roots);
}

async function asItsOwner(dataDir: string, inside: string): Promise<Placement> {
  const { uid, gid } = await stat(inside);
  const account = { uid, gid };
  if (uid !== 0 && (await canReach(account, dataDir))) return { cluster: inside, account };
  throw new PostgresStartError(
    `数据库文件 ${inside} 的所有者（uid ${uid}）进不了数据目录。请执行：chmod o+x 其各级上级目录，或改用该用户启动。`,
    `The owner (uid ${uid}) of ${inside} cannot enter the data directory. Type chmod o+x on its parent folders, or start as that user.`,
  );
}

async function placeElsewhere(dataDir: string, account: Account, roots: readonly string[]): Promise<Placement> {
  const id = randomUUID();
  await removeTemporaryOrphans(roots);
  for (const root of roots) {
    const home = join(root, id);
    const made = makePassable(root).then(() => makePassable(home));
    const usable = await made.then(() => canReach(account, home)).catch(() => false);
    if (!usable) continue;
    await writeFile(join(home, ownerName), JSON.stringify({ id, dataDir }));
    await writeFile(join(dataDir, pointerName), JSON.stringify({ id, home }), { mode: 0o600 });
    return { cluster: join(home, "pg"), account };
  }
  throw new PostgresStartError(
    `以 root 启动时数据库账户进不了 ${dataDir}，${roots.join("、")} 也不可写。请用 SUIREN_DATA 指定一个其他用户可进入的目录，例如 /srv/suiren。`,
    `Started as root, the database's account cannot enter ${dataDir}, and ${roots.join(", ")} cannot be written. Set SUIREN_DATA to a folder others may enter, such as /srv/suiren.`,
  );
}

async function followPointer(dataDir: string, { id, home }: z.infer<typeof pointer>): Promise<Placement> {
  const belongs = await readJson(owner, join(home, ownerName));
  if (belongs?.id !== id) {
    throw new PostgresStartError(
      `本数据目录的数据库应在 ${home}，但那里没有。请把它放回原处；若要从空库开始，请删除 ${join(dataDir, pointerName)}。`,
      `The database of this data directory should be at ${home} and is not. Put it back, or delete ${join(dataDir, pointerName)} to begin empty.`,
    );
  }
  if (belongs.dataDir !== dataDir) {
    const original = await readJson(pointer, join(belongs.dataDir, pointerName));
    if (original?.id === id) throw copied(dataDir, belongs.dataDir);
    await writeFile(join(home, ownerName), JSON.stringify({ id, dataDir })); // the data directory was moved
  }
  const cluster = join(home, "pg");
  const found = await stat(cluster).catch(() => null);
  if (found && found.uid !== 0) return { cluster, account: { uid: found.uid, gid: found.gid } };
  return { cluster, account: accountForRoot(await readFile("/etc/passwd", "utf8").catch(() => "")) };
}

const copied = (copy: string, original: string) =>
  new PostgresStartError(
    `${copy} 是 ${original} 的副本，但数据库本身没有随之复制，两者不能共用。请用 backup / restore 命令复制系统。`,
    `${copy} is a copy of ${original}, but the database itself was not copied along and cannot be shared. Use the backup and restore commands.`,
  );

const startedAsRoot = (dataDir: string) =>
  new PostgresStartError(
    `数据目录 ${dataDir} 是以 root 启动时建立的。请仍以 root 启动，或用 SUIREN_DATA 指定另一个目录。`,
    `The data directory ${dataDir} was made by a start as root. Start as root again, or set SUIREN_DATA to another folder.`,
  );

export type OrphanCluster = { readonly home: string /** The data directory it once belonged to. */; readonly dataDir: string };

/** Clusters in the shared folders whose data directory is gone or now has another database: nobody will open them again. */
export async function listOrphanClusters(roots: readonly string[] = sharedRoots): Promise<readonly OrphanCluster[]> {
  const orphans: OrphanCluster[] = [];
  for (const root of roots) {
    for (const name of await readdir(root).catch(() => [])) {
      const home = join(root, name);
      const belongs = await readJson(owner, join(home, ownerName)).catch(() => null);
      if (!belongs) continue;
      const current = await readJson(pointer, join(belongs.dataDir, pointerName)).catch(() => null);
      if (current?.id !== belongs.id) orphans.push({ home, dataDir: belongs.dataDir });
    }
  }
  return orphans;
}

/** What stood under the machine's temporary folder and is gone does not come back; anything else may be on a disk not mounted now. */
async function removeTemporaryOrphans(roots: readonly string[]): Promise<void> {
  const temporary = await realpath(tmpdir());
  for (const { home, dataDir } of await listOrphanClusters(roots)) {
    if (dataDir.startsWith(`${temporary}/`) && !(await exists(dataDir))) await rm(home, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** Makes the data directory and answers its real path. Other accounts may pass through it but not list it. */
export async function prepareDataDir(dataDir: string): Promise<string> {
  await mkdir(dataDir, { recursive: true, mode: 0o711 });
  return realpath(dataDir);
}
