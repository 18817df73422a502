/** Import and export at the terminal, as processes: in whose name, what comes in, what is refused, and what goes on after a kill. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import ExcelJS from "exceljs";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type App, sample, startApp } from "#kit/kit.ts";

let app: App;
let dir = "";
const timeout = 120_000;

beforeAll(async () => {
  app = await startApp();
  dir = await mkdtemp(join(tmpdir(), "suiren-verbs-"));
  await account("terminal", "street-clerk", sample.kecheng);
  await account("onlooker", "readonly", sample.kecheng);
});
afterAll(async () => {
  await app?.end();
  await rm(dir, { recursive: true, force: true });
});

/** Somebody with a post, as the security administrator would have given it. */
async function account(name: string, role: string, area: number): Promise<void> {
  const [user] = await app.sql(
    "insert into identity.\"user\" (id, area, name, account, kind, state) values (gen_random_uuid(), $2, $1, $1, 'official', 'active') returning id",
    [name, area],
  );
  await app.sql("insert into identity.posting (id, user_id, role, area, granted_at) values (gen_random_uuid(), $1, $2, $3, now())", [
    user?.id,
    role,
    area,
  ]);
}

function start(...args: readonly string[]) {
  const env = { PATH: process.env.PATH, DATABASE_URL: app.database, SUIREN_DATA: app.services.config.dataDir };
  const child = spawn(process.execPath, [join(import.meta.dirname, "../cli.ts"), ...args], {
    env,
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => (said += chunk.toString()));
  return { child, ended: once(child, "close").then(([code]) => ({ code: code as number | null, said })) };
}
const suiren = (...args: readonly string[]) => start(...args).ended;

const HEAD = "单位名称,统一编号,类别,地址,街道（乡镇）";
async function list(name: string, lines: readonly string[]): Promise<string> {
  const path = join(dir, name);
  await writeFile(path, `${[HEAD, ...lines].join("\n")}\n`);
  return path;
}
const unit = (name: string, code: string, kind = "餐饮") => `${name},${code},${kind},府东街1号,府山街道`;
const stored = async (prefix: string) =>
  Number((await app.sql("select count(*)::int as n from places.unit where name like $1", [`${prefix}%`]))[0]?.n);

async function firstSheet(path: string): Promise<readonly string[]> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(path);
  const lines: string[] = [];
  book.worksheets[0]?.eachRow((row) => void lines.push(JSON.stringify(row.values)));
  return lines;
}

it("good rows go in under the account's name, wrong ones are said and written where they can be corrected, twice stores nothing twice", {
  timeout,
}, async () => {
  // given
  const path = await list("单位.csv", [unit("终端一", "V001"), unit("终端二", "V002", "没有的类别"), unit("终端三", "V003")]);
  // when
  const first = await suiren("import", "places.unit", path, "--as", "terminal");
  // then
  expect(first).toMatchObject({ code: 3, said: expect.stringMatching(/共 3 行，已入库 2.*有错 1[\s\S]*第 3 行。类别/) });
  expect(await stored("终端")).toBe(2);
  expect((await firstSheet(join(dir, "单位 错误行.xlsx"))).join()).toContain("终端二");
  const audited = await app.sql("select actor_name, action from platform.audit where action like '%导入%' order by id");
  expect(audited).toEqual([
    { actor_name: expect.stringMatching(/^terminal（命令行，操作系统账户 .+）$/), action: "单位 送入导入文件" },
    { actor_name: expect.stringMatching(/^terminal（命令行/), action: "单位 导入" },
  ]);
  // and again
  expect((await suiren("import", "places.unit", path, "--as", "terminal")).said).toContain("已入库 0，已有且相同 2");
  expect(await stored("终端")).toBe(2);
});

it("--check stores nothing, and the same command without it goes on with the same import", { timeout }, async () => {
  const path = await list("只查.csv", [unit("只查一", "V101")]);
  expect(await suiren("import", "places.unit", path, "--as", "terminal", "--check")).toMatchObject({
    code: 0,
    said: expect.stringContaining("可入库 1"),
  });
  expect(await stored("只查")).toBe(0);
  const next = await suiren("import", "places.unit", path, "--as", "terminal");
  expect(next.said).toContain("接着做");
  expect(await stored("只查")).toBe(1);
});

it("an import killed in the middle is gone on with by the same command, and nothing is stored twice", { timeout }, async () => {
  // given
  const path = await list(
    "大表.csv",
    Array.from({ length: 6_000 }, (_, n) => unit(`大表${n}`, `W${n}`)),
  );
  await app.sql(
    `create function public.hold_import() returns trigger language plpgsql as $$ begin perform pg_sleep(90); return new; end $$`,
  );
  await app.sql(
    `create trigger hold_import before insert on places.unit for each row when (new.name = '大表5990') execute function public.hold_import()`,
  );
  const { child, ended } = start("import", "places.unit", path, "--as", "terminal");
  const held = "select pid from pg_stat_activity where datname = current_database() and wait_event = 'PgSleep'";
  while (child.exitCode === null && (await app.sql(held)).length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
  // when
  child.kill("SIGKILL");
  await ended;
  await app.sql(`select pg_terminate_backend(pid, 10000) from (${held}) as holding`);
  await app.sql("drop function public.hold_import cascade");
  const before = await stored("大表");
  await app.sql("update platform.import set updated_at = now() - interval '1 minute' where file_name = '大表.csv'"); // what waiting would do
  let next = await suiren("import", "places.unit", path, "--as", "terminal");
  for (let again = 0; next.code !== 0 && again < 5; again++) next = await suiren("import", "places.unit", path, "--as", "terminal");
  // then
  expect(before).toBeGreaterThan(0);
  expect(before).toBeLessThan(6_000);
  // The server looks for what nobody works on any more as well, and may have gone first.
  expect(next).toMatchObject({ code: 0, said: expect.stringMatching(/接着做|已有且相同 6000/) });
  await expect.poll(() => stored("大表"), { timeout: 30_000 }).toBe(6_000);
});

it("an export is the screen's own workbook, narrowed to a place, never over another file, and audited", { timeout }, async () => {
  const path = join(dir, "导出.xlsx");
  const made = await suiren("export", "places.unit", "--as", "terminal", "--q", "终端", "--to", path);
  expect(made).toMatchObject({ code: 0 });
  expect((await firstSheet(path)).filter((line) => line.includes("终端"))).toHaveLength(2);
  expect(await suiren("export", "places.unit", "--as", "terminal", "--to", path)).toMatchObject({
    code: 1,
    said: expect.stringContaining("已存在"),
  });
  const [entry] = await app.sql("select actor_name, detail ->> 'rows' as rows from platform.audit where action = '单位 导出'");
  expect(entry).toMatchObject({ actor_name: expect.stringContaining("命令行"), rows: "2" });
});

it("who has no right, no account or no place there is told so", { timeout }, async () => {
  const path = await list("无权.csv", [unit("无权", "V900")]);
  const to = join(dir, "无权.xlsx");
  const answers = [
    await suiren("import", "places.unit", path, "--as", "onlooker"),
    await suiren("import", "places.unit", path, "--as", "nobody"),
    await suiren("import", "places.castle", path, "--as", "terminal"),
    await suiren("export", "places.unit", "--as", "terminal", "--area", "330881", "--to", to),
    await suiren("export", "places.unit", "--as", "terminal", "--where", '{"castle":1}', "--to", to),
    await suiren("import", "places.unit", join(dir, "没有.xlsx"), "--as", "terminal"),
  ];
  expect(answers.map(({ code }) => code)).toEqual([1, 1, 1, 1, 1, 1]);
  const sentences = [
    "没有这个台账的这项权限",
    "没有“nobody”",
    "没有“places.castle”这个台账",
    "不在 terminal 的辖区内",
    "castle",
    "没有这个文件",
  ];
  for (const [n, sentence] of sentences.entries()) expect(answers[n]?.said).toContain(sentence);
  await expect(readFile(to)).rejects.toThrow("ENOENT");
  expect(await suiren("import", "places.unit")).toMatchObject({ code: 2 });
});
