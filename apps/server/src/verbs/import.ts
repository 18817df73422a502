/** Import 导入: a file into a ledger by the same steps as the screen, so that one may begin here and finish there. */
import { createHash } from "node:crypto";
import { createReadStream, createWriteStream, existsSync } from "node:fs";
import { copyFile, rm, stat } from "node:fs/promises";
import { basename, resolve } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import { type Actor, scopeOf } from "#platform/actor.ts";
import { inScope } from "#platform/db.ts";
import type { Entry } from "#platform/ledger/catalog.ts";
import { errorSheet } from "#platform/ledger/excel/error-sheet.ts";
import { canImport, mayImport } from "#platform/ledger/excel/import-routes.ts";
import { findImport, type ImportRecord, type ImportState, listImports, saveImport } from "#platform/ledger/excel/import-store.ts";
import { FILE_LIMIT_BYTES, openFile } from "#platform/ledger/excel/open-file.ts";
import { recordImport } from "#platform/ledger/excel/record-import.ts";
import { importFile, importRunner, prepareImportFile } from "#platform/ledger/excel/run-import.ts";
import { workbook } from "#platform/ledger/excel/sheet-write.ts";
import { uuidv7 } from "#platform/ledger/write.ts";
import { orThrow, RefusalError, refuse } from "#platform/result.ts";
import type { Services } from "#platform/services.ts";
import { readArguments } from "./arguments.ts";
import { sentences } from "./export.ts";
import { actorFor, findLedger, withServices } from "./services.ts";
import { Interrupted, interruptible, machineUser, misused, print, progress, sayRefusal, type Verb } from "./verb.ts";

const options = { area: { type: "string" }, as: { type: "string" }, check: { type: "boolean" }, errors: { type: "string" } } as const;

export const importVerb: Verb = {
  name: "import",
  usage: "suiren import LEDGER FILE --as ACCOUNT [--area CODE] [--check] [--errors FILE.xlsx]",
  what: `把 Excel（.xlsx）或 CSV 导入台账，步骤与页面相同：对字段、查错误、好的行入库；错误行逐条列出并写成工作簿（默认在原文件旁）。
    按该账号的权限与辖区，记入审计。中断后重复同一条命令即接着做；同一文件送两次不会入库两遍。--check 只检查，之后可在页面上入库。
    Imports .xlsx or CSV into a ledger as the screen does; errors are listed and written to a workbook; the same command resumes.`,
  async run(argv) {
    const given = readArguments(() => parseArgs({ args: [...argv], options, allowPositionals: true }));
    if (typeof given === "string") return misused(importVerb, given);
    const [name, file] = given.positionals;
    const { as, area, check = false, errors } = given.values;
    if (!name || !file || given.positionals.length > 2 || !as)
      return misused(importVerb, "请给出台账、文件和 --as 账号  Name the ledger, the file and --as");
    const path = resolve(file);
    const errorsPath = resolve(errors ?? `${path.replace(/\.[^./]*$/, "")} 错误行.xlsx`);
    return withServices((services) =>
      interruptible((signal) => run({ name, as, area, path, errorsPath, checkOnly: check, signal }, services)),
    );
  },
};

type Wanted = {
  readonly name: string;
  readonly as: string;
  readonly area: string | undefined;
  readonly path: string;
  readonly errorsPath: string;
  readonly checkOnly: boolean;
  readonly signal: AbortSignal;
};

type Work = { readonly entry: Entry; readonly actor: Actor; readonly services: Services; readonly signal: AbortSignal };

async function run(wanted: Wanted, services: Services): Promise<number> {
  try {
    const entry = orThrow(findLedger(services, wanted.name));
    if (!canImport(entry)) orThrow(refuse("invalid", "http.no_permission"));
    const actor = orThrow(await actorFor({ account: wanted.as, area: wanted.area, permission: `${entry.ledger.name}.import` }, services));
    orThrow(mayImport(actor));
    const work = { entry, actor, services, signal: wanted.signal };
    const begun = await begin(wanted.path, work);
    return await carryOn(begun, wanted, work);
  } catch (error) {
    if (error instanceof RefusalError) return sayRefusal(error.refusal, sentences(services));
    if (!(error instanceof Interrupted)) throw error;
    print("已停止；重复同一条命令即接着做  Stopped; the same command goes on from here");
    return 130;
  } finally {
    await importRunner(services).stop();
  }
}

const UNFINISHED: ReadonlySet<ImportState> = new Set(["reading", "mapping", "checking", "checked", "saving"]);

/** The import of this very file that was begun and not finished, or a new one. */
async function begin(path: string, { entry, actor, services }: Work): Promise<string> {
  const found = await stat(path).catch(() => null);
  if (!found?.isFile()) return orThrow(refuse("not_found", "terminal.no_such_file", { path }));
  if (found.size > FILE_LIMIT_BYTES) return orThrow(refuse("too_large", "http.too_large", { limit: `${FILE_LIMIT_BYTES / 1_048_576} MB` }));
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) hash.update(chunk);
  const sha256 = hash.digest("hex");
  const mine = await inScope(services.db, scopeOf(actor), (tx) => listImports(tx, entry.ledger.name, actor.userId));
  const same = mine.find(
    ({ options, state }) => options.fileSha256 === sha256 && options.area.lo === actor.area.lo && UNFINISHED.has(state),
  );
  if (same) {
    print(`接着做 ${same.createdAt} 开始的导入 ${same.id}`);
    if (!existsSync(importFile(services, same.id))) await copyFile(path, await prepareImportFile(services, same.id));
    return same.id;
  }
  orThrow(await openFile(path));
  const id = uuidv7(services.clock.now().getTime());
  await copyFile(path, await prepareImportFile(services, id));
  await recordImport({ id, entry, fileName: basename(path), sizeBytes: found.size, address: machineUser(), sha256 }, actor, services);
  return id;
}

async function carryOn(id: string, { checkOnly, errorsPath }: Wanted, work: Work): Promise<number> {
  const { services, actor, entry } = work;
  let record = await until(id, new Set(["mapping", "checked", "done", "failed"]), work);
  if (record.state === "mapping") return sayUnmatched(record, work);
  if (record.state === "checked" && !checkOnly && record.counts.good + record.counts.fixed > 0) {
    const options = { ...record.options, area: scopeOf(actor).area, includeConfirm: false };
    await inScope(services.db, scopeOf(actor), (tx) => saveImport(tx, id, { state: "saving", options }));
    record = await until(id, new Set(["done", "failed"]), work);
  }
  if (record.state === "failed") return orThrow(refuse("invalid", record.error ?? "import.fault"));
  const { total, good, fixed, same, confirm, error, saved } = record.counts;
  print(
    `${entry.ledger.label}：共 ${total} 行，${checkOnly ? `可入库 ${good + fixed}` : `已入库 ${saved}`}，已有且相同 ${same}，待确认 ${confirm}，有错 ${error}`,
  );
  if (checkOnly) print(`  只做了检查；要入库请重复命令不带 --check，或由 ${actor.account} 在页面“我的导入”中继续`);
  if (confirm > 0) print(`  待确认的行与台账不同，请由 ${actor.account} 在页面上逐条确认`);
  if (error + confirm > 0) await writeErrors(record, errorsPath, work);
  if (!checkOnly) await rm(importFile(services, id), { force: true });
  return error + confirm > 0 ? 3 : 0;
}

const POLL_MS = 200;

/** Waits for the runner of this process, or for another that has the import in its hands. */
async function until(id: string, states: ReadonlySet<ImportState>, { entry, actor, services, signal }: Work): Promise<ImportRecord> {
  const say = progress();
  for (;;) {
    const record = await inScope(services.db, scopeOf(actor), (tx) => findImport(tx, entry.ledger.name, id, actor.userId));
    if (!record) return orThrow(refuse("not_found", "import.unknown", { id }));
    if (states.has(record.state)) return record;
    importRunner(services).wake(id);
    say(() => `${record.state === "saving" ? `入库 ${record.counts.saved} / ${record.counts.total}` : `已检查 ${record.counts.total} 行`}`);
    await sleep(POLL_MS);
    signal.throwIfAborted();
  }
}

function sayUnmatched({ columns, id }: ImportRecord, { actor }: Work): number {
  const unknown = columns.filter(({ field, ignored }) => field === null && !ignored).map(({ header }) => header);
  print(`有列对不上字段${unknown.length > 0 ? `：${unknown.join("、")}` : "，或缺少必填的列"}。`);
  print(`  请改表头再送，或由 ${actor.account} 在页面“我的导入”中对好字段（导入 ${id}）`);
  return 3;
}

const SHOWN_ROWS = 20;

async function writeErrors(record: ImportRecord, path: string, { entry, actor, services }: Work): Promise<void> {
  const sheet = errorSheet(entry, record, { scope: scopeOf(actor), services, language: "zh" });
  let shown = 0;
  for await (const [problem] of sheet().rows) {
    if (shown++ === SHOWN_ROWS) break;
    print(`  ${String(problem)}`);
  }
  await pipeline(Readable.from(workbook([sheet]), { objectMode: false }), createWriteStream(path, { mode: 0o600 }));
  print(`  ${shown > SHOWN_ROWS ? "其余" : "错误"}行见 ${path}，改好后可直接再送这个文件`);
}
