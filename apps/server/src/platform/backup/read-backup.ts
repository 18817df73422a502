/** Looks through a whole backup before anything is done with it: finished, unchanged, complete, and for this program. */
import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { zstdDecompress } from "node:zlib";
import { ok, type Result, refuse } from "../result.ts";
import { fingerprintOfFile } from "../seal.ts";
import {
  FORMAT,
  HEAD_NAME,
  headSchema,
  KEY_NAME,
  MANIFEST_NAME,
  type Manifest,
  manifestSchema,
  SEAL_NAME,
  sha256Of,
  tableFolder,
} from "./manifest.ts";
import { NoTarError, readTar, TarError, type TarMember } from "./tar.ts";

export const decompress = promisify(zstdDecompress);

/** What was found while reading, to be laid beside what the manifest says. */
type Seen = {
  readonly tables: ReadonlyMap<string, string>;
  readonly files: string;
  readonly fileCount: number;
  readonly key: string | null;
};

export async function checkBackup(path: string, report: (bytes: number) => void = () => {}): Promise<Result<Manifest>> {
  try {
    return await readAll(path, report);
  } catch (error) {
    if (error instanceof NoTarError) return refuse("invalid", "backup.not_a_backup", { path });
    if (error instanceof TarError || isFromZstd(error) || error instanceof SyntaxError)
      return refuse("invalid", "backup.damaged", { path });
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return refuse("not_found", "backup.no_such_file", { path });
    throw error;
  }
}

const isFromZstd = (error: unknown): boolean => String((error as { code?: unknown }).code).startsWith("ZSTD_");

async function readAll(path: string, report: (bytes: number) => void): Promise<Result<Manifest>> {
  const tables = new Map<string, ReturnType<typeof createHash>>();
  const files = createHash("sha256");
  let [fileCount, read, isFirst] = [0, 0, true];
  let [manifest, sealed, key]: [Buffer | null, string | null, string | null] = [null, null, null];
  for await (const member of readTar(path)) {
    if (isFirst) {
      const head = await readHead(member, path);
      if (!head.ok) return head;
      isFirst = false;
    } else if (member.name.startsWith("db/")) {
      const folder = member.name.slice(0, member.name.lastIndexOf("/"));
      const hash = tables.get(folder) ?? createHash("sha256");
      tables.set(folder, hash.update(await decompress(await member.bytes())));
    } else if (member.name.startsWith("files/")) {
      const name = member.name.slice(member.name.lastIndexOf("/") + 1);
      if ((await hashOf(member)) !== name) return refuse("invalid", "backup.damaged", { path });
      files.update(name);
      fileCount += 1;
    } else if (member.name === KEY_NAME) key = fingerprintOfFile(await member.bytes());
    else if (member.name === MANIFEST_NAME) manifest = await member.bytes();
    else if (member.name === SEAL_NAME) sealed = (await member.bytes()).toString("utf8").trim();
    read += member.size;
    report(read);
  }
  if (isFirst || !manifest || !sealed) return refuse("invalid", "backup.unfinished", { path });
  const hashes = new Map([...tables].map(([folder, hash]) => [folder, hash.digest("hex")]));
  const parsed = manifestSchema.safeParse(JSON.parse(manifest.toString("utf8")));
  if (sha256Of(manifest) !== sealed || !parsed.success) return refuse("invalid", "backup.damaged", { path });
  const seen = { tables: hashes, files: files.digest("hex"), fileCount, key };
  return isComplete(parsed.data, seen) ? ok(parsed.data) : refuse("invalid", "backup.damaged", { path });
}

/** Any tar file may be offered; a backup in a newer form is told apart from something else. */
async function readHead(member: TarMember, path: string): Promise<Result<null>> {
  if (member.name !== HEAD_NAME) return refuse("invalid", "backup.not_a_backup", { path });
  const head = JSON.parse((await member.bytes()).toString("utf8")) as { readonly format?: unknown };
  if (typeof head.format === "number" && head.format > FORMAT) return refuse("conflict", "backup.newer_format", { path });
  return headSchema.safeParse(head).success ? ok(null) : refuse("invalid", "backup.not_a_backup", { path });
}

async function hashOf(member: TarMember): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of member.chunks()) hash.update(chunk);
  return hash.digest("hex");
}

const NOTHING = sha256Of(new Uint8Array());

function isComplete({ head, tables, files }: Manifest, seen: Seen): boolean {
  const tablesAgree = tables.every(({ sha256 }, index) => sha256 === (seen.tables.get(tableFolder(index)) ?? NOTHING));
  return (
    tablesAgree &&
    files.count === seen.fileCount &&
    files.sha256 === seen.files &&
    (head.keyIncluded ? head.keyFingerprint : null) === seen.key
  );
}
