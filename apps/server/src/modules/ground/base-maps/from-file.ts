/** Imports a base map that already lies on this machine, for the operator's verb. */
import { createReadStream, createWriteStream } from "node:fs";
import { stat } from "node:fs/promises";
import { basename, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { writeAudit } from "#platform/audit.ts";
import { asWorker, type Db } from "#platform/db.ts";
import { uuidv7 } from "#platform/ledger/write.ts";
import { ok, orThrow, RefusalError, type Result, refuse } from "#platform/result.ts";
import type { Ground, Statement } from "./statement.ts";
import { findBaseMap, pathsOf, saveStatement } from "./store.ts";
import { discard, mayTake, type Taken, take } from "./take.ts";

export type Import = {
  readonly file: string;
  readonly dataDir: string;
  readonly city: string;
  readonly ground: Ground;
  readonly stated: Statement;
  readonly progress: (bytes: number, of: number) => void;
};

/** Copies, checks and keeps in one transaction: what fails leaves neither row nor bytes. */
export async function keepFromFile(db: Db, given: Import): Promise<Result<Taken>> {
  const files = { dir: join(given.dataDir, "files") };
  const size = await stat(given.file).then(
    (found) => (found.isFile() ? found.size : null),
    () => null,
  );
  if (size === null) return refuse("not_found", "base-maps.no_file", { file: given.file });
  const id = uuidv7(Date.now());
  const { part } = pathsOf(files, id);
  const may = await mayTake(files, given.file, size);
  if (!may.ok) return may;
  try {
    await copy(given.file, part, size, given.progress);
    return await asWorker(db, async (tx) => {
      await saveStatement(tx, { id, fileName: basename(given.file), uploadBytes: size, by: null }, given.stated);
      const map = await findBaseMap(tx, id);
      if (!map) throw new Error("the row just written is not there");
      // Thrown, a refusal takes the row back.
      const taken = orThrow(await take({ tx, files, city: given.city, now: new Date() }, map, given.ground));
      const detail = { name: map.name, ground: given.ground, sha256: taken.facts.sha256 };
      await writeAudit(tx, { action: "收下底图", actor: null, actorName: "命令行", subject: "base-maps.base-map", subjectId: id, detail });
      return ok(taken);
    });
  } catch (error) {
    if (error instanceof RefusalError) return { ok: false, refusal: error.refusal };
    throw error;
  } finally {
    await discard(files, id);
  }
}

async function copy(from: string, to: string, size: number, progress: Import["progress"]): Promise<void> {
  let done = 0;
  const counted = async function* (pieces: AsyncIterable<Buffer>) {
    for await (const piece of pieces) {
      done += piece.length;
      progress(done, size);
      yield piece;
    }
  };
  await pipeline(createReadStream(from, { highWaterMark: 1_048_576 }), counted, createWriteStream(to, { flags: "wx", mode: 0o600 }));
}
