/**
 * Import and export at city size: a generated workbook of unit rows through the real door, on a database of its own.
 * The workbook is as Excel saves one (shared strings); 2 % of its rows are wrong in ways people are wrong.
 */
import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { openAsBlob } from "node:fs";
import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { setTimeout as sleep } from "node:timers/promises";
import ExcelJS from "exceljs";
import { sql } from "kysely";
import { pino } from "pino";
import { readConfig } from "../../apps/server/src/platform/config.ts";
import { asWorker } from "../../apps/server/src/platform/db.ts";
import { startEmbeddedPostgres } from "../../apps/server/src/platform/postgres/embedded.ts";
import { orThrow } from "../../apps/server/src/platform/result.ts";
import { keyOfCode, subtreeOf } from "../../apps/server/src/platform/values.ts";
import { type Running, startRuntime } from "../../apps/server/src/runtime.ts";

export type ImportFigures = {
  readonly rows: number;
  readonly fileMb: number;
  readonly checkedS: number;
  readonly savedS: number;
  readonly good: number;
  readonly bad: number;
  readonly rssGrowthMb: number;
  /** Processor seconds of this program alone, the database not counted: what the wall clock would be on a machine with nothing else to do, at least. */
  readonly cpuS: number;
  readonly exportS: number;
  readonly exportMb: number;
};

const MB = 1_048_576;

/** Runs each size on a fresh database. @returns one line of figures per size */
export async function benchImport(sizes: readonly number[] = [50_000, 200_000]): Promise<readonly ImportFigures[]> {
  const figures: ImportFigures[] = [];
  for (const rows of sizes) figures.push(await benchOne(rows));
  return figures;
}

async function benchOne(rows: number): Promise<ImportFigures> {
  const dataDir = await mkdtemp(join(tmpdir(), "suiren-bench-import-"));
  const log = pino({ level: "warn" }, pino.destination(2));
  const postgres = await startEmbeddedPostgres({ dataDir, log });
  const running = await start(dataDir, postgres, log);
  try {
    const towns = await townsOf(running);
    const file = join(dataDir, "units.xlsx");
    await writeApart(file, rows, towns);
    return await walk(running, file, rows);
  } finally {
    await running.stop();
    await postgres.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

function start(dataDir: string, postgres: { readonly url: string; readonly superuserUrl: string }, log: pino.Logger): Promise<Running> {
  const config = orThrow(
    readConfig({ SUIREN_DATA: dataDir, SUIREN_HOST: "127.0.0.1", SUIREN_PORT: "0", SUIREN_SEED: "empty", SUIREN_ROLES: "api" }, dataDir),
  );
  const area = subtreeOf(keyOfCode(config.city));
  return startRuntime({
    config,
    log,
    databaseUrl: postgres.url,
    superuserUrl: postgres.superuserUrl,
    authenticate: (services) => async () => ({
      userId: USER,
      account: "bench",
      name: "测量",
      kind: "official",
      post: null,
      organId: null,
      organName: null,
      area,
      areaName: "",
      unitId: null,
      permissions: new Set(services.registry.permissions.keys()),
    }),
    seed: async (services) => {
      for (const module of services.registry.modules)
        await asWorker(services.db, (tx) => module.seed?.(tx, services, { demo: false, report: () => undefined }) ?? Promise.resolve());
    },
  });
}
const USER = randomUUID();

async function townsOf({ services }: Running): Promise<readonly string[]> {
  const { rows } = await sql<{ fullName: string }>`select full_name from platform.area where level = 'town' order by key`.execute(
    services.db,
  );
  return rows.map((row) => row.fullName);
}

const HEAD = [
  "单位名称",
  "统一编号",
  "类别",
  "地址",
  "辖区",
  "建筑面积（m²）",
  "层数",
  "从业人数",
  "设有自动消防设施",
  "消防安全责任人",
  "责任人电话",
  "消防控制室电话",
  "经度",
  "纬度",
];
const KINDS = ["商场市场", "宾馆饭店", "餐饮", "医院", "学校", "机关", "其他"];

/** In a process of its own: what making the file takes does not count as what importing it takes. */
async function writeApart(path: string, rows: number, towns: readonly string[]): Promise<void> {
  const maker = spawn(process.execPath, [import.meta.filename, "--write", path, String(rows)], { stdio: ["pipe", "inherit", "inherit"] });
  maker.stdin.end(JSON.stringify(towns));
  const [code] = await once(maker, "exit");
  if (code !== 0) throw new Error(`the workbook was not made: ${String(code)}`);
}

async function writeUnits(path: string, rows: number, towns: readonly string[]): Promise<void> {
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({ filename: path, useSharedStrings: true });
  const sheet = book.addWorksheet("单位");
  sheet.addRow(HEAD).commit();
  for (let i = 0; i < rows; i++) {
    sheet.addRow(unitLine(i, towns)).commit();
    if (i % 5_000 === 0) await sleep(0);
  }
  sheet.commit();
  await book.commit();
}

function unitLine(i: number, towns: readonly string[]): (string | number | null)[] {
  const isWrong = i % 50 === 7;
  const lon = 118.6 + (i % 997) / 2_000;
  const lat = 28.7 + (i % 991) / 2_000;
  return [
    isWrong && i % 100 === 7 ? null : `第${i}号${["百货", "宾馆", "酒楼", "诊所", "学校"][i % 5]}`,
    `B-${String(i).padStart(7, "0")}`,
    KINDS[i % KINDS.length] ?? "其他",
    `解放路${i % 4_000}号${i % 30}幢`,
    towns[i % towns.length] ?? "",
    120 + (i % 20_000),
    1 + (i % 30),
    5 + (i % 400),
    i % 3 === 0 ? "是" : "否",
    `责任人${i % 5_000}`,
    `138${String(10_000_000 + i).slice(-8)}`,
    i % 4 === 0 ? `0570-${3_000_000 + (i % 900_000)}` : null,
    isWrong && i % 100 !== 7 ? lat : lon,
    isWrong && i % 100 !== 7 ? lon : lat,
  ];
}

type Progress = { readonly state: string; readonly good: number; readonly bad: number; readonly done: number; readonly error: unknown };

async function walk({ address }: Running, file: string, rows: number): Promise<ImportFigures> {
  const base = `${address}/api/v1/places/unit`;
  const headers = { "x-suiren": "1" };
  const settled = async (id: string, wanted: string): Promise<Progress> => {
    for (;;) {
      const progress = (await (await fetch(`${base}/import/${id}?limit=1`)).json()) as Progress;
      if (progress.state === wanted) return progress;
      if (progress.state === "failed" || progress.state === "mapping") throw new Error(JSON.stringify(progress));
      await sleep(100);
    }
  };
  const before = process.memoryUsage().rss;
  let peak = before;
  const watch = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage().rss);
  }, 50);
  const cpu = process.cpuUsage();
  const started = performance.now();
  const form = new FormData();
  form.set("file", await openAsBlob(file), "units.xlsx");
  const { importId } = (await (await fetch(`${base}/import`, { method: "POST", body: form, headers })).json()) as { importId: string };
  await settled(importId, "checked");
  const checkedS = (performance.now() - started) / 1_000;
  await fetch(`${base}/import/${importId}/commit`, {
    method: "POST",
    headers: { ...headers, "content-type": "application/json" },
    body: "{}",
  });
  const done = await settled(importId, "done");
  const savedS = (performance.now() - started) / 1_000;
  clearInterval(watch);
  const used = process.cpuUsage(cpu);
  const exporting = performance.now();
  let exported = 0;
  const answer = await fetch(`${base}/export.xlsx`);
  if (answer.body) for await (const chunk of answer.body) exported += chunk.length;
  return {
    rows,
    fileMb: (await stat(file)).size / MB,
    checkedS,
    savedS,
    good: done.done,
    bad: done.bad,
    rssGrowthMb: (peak - before) / MB,
    cpuS: (used.user + used.system) / 1e6,
    exportS: (performance.now() - exporting) / 1_000,
    exportMb: exported / MB,
  };
}

if (import.meta.main) {
  const [first, path, count] = process.argv.slice(2);
  if (first === "--write") await writeUnits(path ?? "", Number(count), JSON.parse(await text(process.stdin)) as string[]);
  else for (const size of process.argv.slice(2).map(Number)) process.stdout.write(`${JSON.stringify(await benchOne(size))}\n`);
}
