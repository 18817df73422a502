/** The work on an import, step by step, in the process that took the file; each batch is one transaction, so a restart loses at most one. */
import { randomUUID } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { setImmediate as nextTurn } from "node:timers/promises";
import { writeAudit } from "../../audit.ts";
import { asWorker, type Db, inScope, type Tx } from "../../db.ts";
import { pushLive } from "../../live.ts";
import type { Services } from "../../services.ts";
import type { Entry } from "../catalog.ts";
import type { Reader } from "../read.ts";
import { areaNames, readAreas } from "./area-names.ts";
import { type Cell, type FileRow, isBlank, shownText } from "./cell.ts";
import { type CheckedRow, type Checking, checkRows, type GivenRow } from "./check-rows.ts";
import {
  type Box,
  claimImport,
  clearRows,
  forgetOldImports,
  type ImportRecord,
  listAbandoned,
  markSaved,
  noCounts,
  putRows,
  readImportRows,
  recount,
  type StoredRow,
  saveImport,
  scopeOfImport,
} from "./import-store.ts";
import { findHead, headersOf, type MatchedColumn, matchHeaders, POINT } from "./match-headers.ts";
import { openFile } from "./open-file.ts";
import { announceRows, saveConfirmed, saveRows } from "./save-rows.ts";
import { AREA, bilingualColumns, datumColumn, fillColumns, pointColumns, type SheetColumn } from "./sheet-columns.ts";
import { EXAMPLE_MARKS } from "./template.ts";
import { ArchiveError } from "./zip-read.ts";

/** Larger batches are no faster, and their cells outlive the young generation of the heap. */
const BATCH = 500;
const CONFIRMED_BATCH = 50;
export const ROW_LIMIT = 300_000;
const SWEEP_MS = 30_000;
const KEEP_DAYS = 30;
const GIVE_UP_MINUTES = 10;

export const importFile = (services: Pick<Services, "config">, id: string): string => join(services.config.dataDir, "imports", id);
export const prepareImportFile = async (services: Pick<Services, "config">, id: string): Promise<string> => {
  await mkdir(join(services.config.dataDir, "imports"), { recursive: true, mode: 0o700 });
  return importFile(services, id);
};

export type ImportRunner = { wake(id: string): void; stop(): Promise<void> };

/** One runner a process: imports one after the other, so that memory stays that of one. */
export function createImportRunner(services: Services): ImportRunner {
  const runner = randomUUID();
  const waiting = new Set<string>();
  const stopping = { now: false };
  let working: Promise<void> | null = null;
  const drain = async () => {
    for (const id of waiting) {
      waiting.delete(id);
      if (stopping.now) return;
      await workOn(id, runner, services, stopping);
    }
  };
  const start = () => {
    if (working || stopping.now || waiting.size === 0) return;
    working = drain()
      .catch((error: unknown) => services.log.warn({ err: error }, "import"))
      .finally(() => {
        working = null;
        start();
      });
  };
  const sweep = async () => {
    // A process that has the file goes first; when none has shown up for a while, somebody must say that it is to be sent again.
    for (const { id, state, silentMinutes } of await listAbandoned(services.db))
      if (state === "saving" || existsSync(importFile(services, id)) || silentMinutes >= GIVE_UP_MINUTES) waiting.add(id);
    for (const id of await forgetOldImports(services.db, KEEP_DAYS)) await rm(importFile(services, id), { force: true });
    start();
  };
  const timer = setInterval(() => void sweep().catch((error: unknown) => services.log.warn({ err: error }, "imports")), SWEEP_MS);
  return {
    wake(id) {
      waiting.add(id);
      start();
    },
    async stop() {
      stopping.now = true;
      clearInterval(timer);
      await working;
    },
  };
}

const runners = new WeakMap<Db, ImportRunner>();
/** The runner of this process; the API starts it, its module stops it. */
export function importRunner(services: Services): ImportRunner {
  const known = runners.get(services.db) ?? createImportRunner(services);
  runners.set(services.db, known);
  return known;
}

class ImportFailure extends Error {
  readonly code: string;
  constructor(code: string) {
    super(code);
    this.code = code;
  }
}

async function workOn(id: string, runner: string, services: Services, stopping: { readonly now: boolean }): Promise<void> {
  for (;;) {
    const record = await claimImport(services.db, id, runner);
    if (!record || stopping.now) return;
    try {
      if (record.state === "reading") await readHead(record, services);
      else if (record.state === "checking") await check(record, services, stopping);
      else await save(record, services, stopping);
    } catch (error) {
      const code = error instanceof ArchiveError || error instanceof ImportFailure ? error.code : null;
      if (code === null) services.log.warn({ err: error, import: id }, "import failed");
      if (code === null && isAway(error)) return;
      await asWorker(services.db, (tx) => saveImport(tx, id, { state: "failed", error: code ?? "import.fault" }));
      return;
    }
  }
}

/** The database went away: the import stands as it is, and is taken up again. */
const isAway = (error: unknown): boolean =>
  /ECONN|57P0|08\d\d\d|53300/.test(String((error as { code?: string }).code)) ||
  /Connection terminated|driver has already been destroyed/.test(String(error));

const entryFor = ({ ledger }: ImportRecord, services: Services): Entry => services.catalog.get(ledger);

async function openAgain(record: ImportRecord, services: Services) {
  const path = importFile(services, record.id);
  if (!existsSync(path)) throw new ImportFailure("import.send_again");
  const opened = await openFile(path);
  if (!opened.ok) throw new ImportFailure(opened.refusal.code);
  return opened.value;
}

/** A file may be headed and filled in either language. */
const columnsOf = (record: ImportRecord, services: Services): readonly SheetColumn[] =>
  bilingualColumns(entryFor(record, services), services.catalog.spoken(record.ledger, "en"), services.spoken.en.read);

/** The first rows: which one is the head, which column is which field. Goes on by itself when nothing is left to ask. */
async function readHead(record: ImportRecord, services: Services): Promise<void> {
  const source = await openAgain(record, services);
  const columns = columnsOf(record, services);
  let first: readonly FileRow[] = [];
  for await (const rows of source.rows(20)) {
    first = rows;
    break;
  }
  const head = findHead(first, columns);
  if (!head) throw new ImportFailure("import.empty_file");
  const matched = matchHeaders(headersOf(head), columns);
  const state = isClear(matched, columns) ? "checking" : "mapping";
  await asWorker(services.db, (tx) => saveImport(tx, record.id, { state, columns: matched, headRow: head.number, error: null }));
}

/** Every column known, every required field there. */
function isClear(matched: readonly MatchedColumn[], columns: readonly SheetColumn[]): boolean {
  const given = new Set(matched.map((column) => column.field));
  return (
    matched.every((column) => column.field !== null || column.ignored) &&
    columns.every(({ key, field }) => !field.required || given.has(key))
  );
}

/** What `checkRows` needs beside the rows; `seen` only when the whole file is read. */
export async function checkingFor(record: ImportRecord, services: Services, tx: Tx, wholeFile: boolean): Promise<Checking> {
  const entry = entryFor(record, services);
  return {
    entry,
    columns: new Map(columnsOf(record, services).map((column) => [column.key, column])),
    areas: areaNames(await readAreas(tx)),
    references: new Map(),
    seen: wholeFile ? new Map() : null,
    datum: record.datum ?? record.columns.find((column) => column.datum)?.datum ?? null,
  };
}

/** A row of the file by field. Columns meant for nothing are left out; a wholly empty row is none. */
export function givenRow(row: FileRow, columns: readonly MatchedColumn[]): GivenRow | null {
  const cells: Record<string, Cell> = {};
  const areaParts: string[] = [];
  const merged: string[] = [];
  let isEmpty = true;
  for (const [i, { field }] of columns.entries()) {
    const cell = row.cells[i] ?? null;
    if (typeof cell === "string" && EXAMPLE_MARKS.some((mark) => cell.startsWith(mark))) return null;
    if (field === null || isBlank(cell)) continue;
    isEmpty = false;
    if (field === AREA) areaParts.push(shownText(cell));
    else cells[field] = cell;
    if (row.merged?.includes(i)) merged.push(field);
  }
  return isEmpty ? null : { number: row.number, cells, areaParts, merged };
}

const readerFor = (tx: Tx, record: ImportRecord, { catalog, clock, sealer }: Services): Reader => ({
  tx,
  catalog,
  scope: scopeOfImport(record),
  moments: { today: clock.today(), now: clock.now() },
  sealer,
});

export const boxOf = ({ given, level, problems }: CheckedRow): Box | null => (level === "same" ? null : { given, problems });

async function check(record: ImportRecord, services: Services, stopping: { readonly now: boolean }): Promise<void> {
  const source = await openAgain(record, services);
  const scope = scopeOfImport(record);
  const checking = await inScope(services.db, scope, async (tx) => {
    await clearRows(tx, record.id);
    return checkingFor(record, services, tx, true);
  });
  const counts = { ...noCounts };
  const keeping = pipeline();
  for await (const rows of source.rows(BATCH)) {
    if (stopping.now) break;
    const given = rows.filter((row) => row.number > record.headRow).flatMap((row) => givenRow(row, record.columns) ?? []);
    if (given.length === 0) continue;
    if (counts.total + given.length > ROW_LIMIT) throw new ImportFailure("import.too_many_rows");
    const checked = await inScope(services.db, scope, (tx) => checkRows(given, checking, readerFor(tx, record, services)));
    for (const { level } of checked) counts[level] += 1;
    counts.total += checked.length;
    const stored = checked.map((row) => ({ number: row.given.number, level: row.level, box: boxOf(row) }));
    const progress = { ...counts };
    await keeping.next(() =>
      inScope(services.db, scope, async (tx) => {
        await putRows(tx, services.sealer, record.id, stored);
        await saveImport(tx, record.id, { counts: progress });
      }),
    );
    await nextTurn();
  }
  await keeping.done();
  if (stopping.now) return;
  if (counts.total === 0) throw new ImportFailure("import.no_rows");
  await asWorker(services.db, (tx) => saveImport(tx, record.id, { state: "checked", counts, error: null }));
}

/** One step ahead: the database stores a batch while the next is read. More would only fill memory. */
function pipeline(): { next(work: () => Promise<unknown>): Promise<void>; done(): Promise<void> } {
  let running: Promise<unknown> = Promise.resolve();
  return {
    async next(work) {
      await running;
      running = work();
      running.catch(() => undefined); // thrown where it is awaited: by the next step, or by the end
    },
    async done() {
      await running;
    },
  };
}

/** Good rows first, many at a time; then, when the person said so, those to confirm, one after the other. */
async function save(record: ImportRecord, services: Services, stopping: { readonly now: boolean }): Promise<void> {
  const entry = entryFor(record, services);
  const includeConfirm = record.options.includeConfirm === true;
  const scope = scopeOfImport(record);
  const checking = await inScope(services.db, scope, (tx) => checkingFor(record, services, tx, true));
  const counts = { ...record.counts };
  let saved = 0;
  const store = (rows: readonly StoredRow[], isConfirmed: boolean) =>
    inScope(services.db, scope, async (tx) => {
      const reader = readerFor(tx, record, services);
      const result = isConfirmed ? await saveConfirmed(rows, checking, reader) : await saveRows(rows, checking, reader);
      await markSaved(tx, record.id, result.saved);
      if (result.refused.length > 0) await putRows(tx, services.sealer, record.id, result.refused);
      await announceRows(tx, entry.ledger.name, result.saved, record.createdBy);
      for (const { level } of rows) counts[level] -= 1;
      for (const { level } of result.refused) counts[level] += 1;
      counts.saved += result.saved.length;
      saved += result.saved.length;
      await saveImport(tx, record.id, { counts });
    });
  const pass = async (levels: readonly string[], isConfirmed: boolean) => {
    const storing = pipeline();
    for (let after = 0, isLeft = true; isLeft && !stopping.now; ) {
      const from = after;
      const rows = await inScope(services.db, scope, (tx) =>
        readImportRows(tx, services.sealer, record.id, { levels, after: from, limit: isConfirmed ? CONFIRMED_BATCH : BATCH }),
      );
      if (rows.length > 0) await storing.next(() => store(rows, isConfirmed));
      isLeft = rows.length > 0;
      after = rows.at(-1)?.number ?? after;
      await nextTurn();
    }
    await storing.done();
  };
  await pass(["good", "fixed"], false);
  if (includeConfirm) await pass(["confirm"], true);
  if (stopping.now) return;
  await asWorker(services.db, async (tx) => {
    await saveImport(tx, record.id, { state: "done", counts: await recount(tx, record.id), error: null });
    await writeAudit(tx, {
      action: `${entry.ledger.label} 导入`,
      actor: record.createdBy,
      actorName: record.options.actorName,
      subject: entry.ledger.name,
      subjectId: record.id,
      area: record.options.area.lo,
      detail: { file: record.fileName, rows: saved, includeConfirm },
    });
    await pushLive(tx, {
      topic: "ledger",
      area: record.options.area.lo,
      permission: `${entry.ledger.name}.read`,
      unitId: null,
      data: { ledger: entry.ledger.name, import: record.id, rows: saved },
    });
  });
  await rm(importFile(services, record.id), { force: true });
}

/** Keys a column of a file may be meant for. */
export const mappableKeys = (entry: Entry): ReadonlySet<string> =>
  new Set([
    ...fillColumns(entry).map((column) => column.key),
    ...(entry.ledger.place ? [POINT, datumColumn.key, ...pointColumns.map((column) => column.key)] : []),
  ]);
