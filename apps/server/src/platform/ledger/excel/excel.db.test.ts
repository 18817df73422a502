/** Files in and out of a ledger, through the door, with workbooks made and read by another program's library. */
import { rm } from "node:fs/promises";
import ExcelJS from "exceljs";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type App, type Caller, sample, startApp } from "#kit/kit.ts";
import { importFile, importRunner } from "./run-import.ts";

let app: App;
let town: number;

beforeAll(async () => {
  app = await startApp({ now: "2026-03-18T06:30:00Z" });
  const [row] = await app.sql("select key from platform.area where name = '府山街道'");
  town = Number(row?.key);
});
afterAll(() => app?.end());

type Table = readonly (readonly ExcelJS.CellValue[])[];
async function xlsx(rows: Table, change: (sheet: ExcelJS.Worksheet) => void = () => undefined): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet("单位");
  for (const row of rows) sheet.addRow([...row]);
  change(sheet);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

const csv = (rows: readonly (readonly string[])[]): Uint8Array => new TextEncoder().encode(rows.map((row) => row.join(",")).join("\n"));

async function send(caller: Caller, bytes: Uint8Array, name = "单位.xlsx", ledger = "places/unit") {
  const form = new FormData();
  form.set("file", new Blob([Uint8Array.from(bytes)]), name);
  const response = await caller.fetch(`/${ledger}/import`, { method: "POST", body: form });
  return { status: response.status, body: (await response.json()) as { importId: string; code?: string; message?: string } };
}

type ImportRow = {
  row: number;
  title: string;
  field: string;
  label: string;
  value: string;
  problem: string;
  level: string;
  fix?: { label: string; value: string };
};
type Import = {
  state: string;
  total: number;
  good: number;
  bad: number;
  confirm: number;
  same: number;
  done: number;
  rows: ImportRow[];
  columns: { header: string; field: string | null; suggestions: { field: string }[] }[];
  error: { code: string } | null;
};

async function settled(caller: Caller, id: string, ...states: string[]): Promise<Import> {
  const wanted = states.length > 0 ? states : ["checked", "mapping", "failed", "done"];
  for (let i = 0; i < 200; i++) {
    const { body } = await caller.get(`/places/unit/import/${id}?limit=200`);
    if (wanted.includes(String(body.state))) return body as unknown as Import;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error("the import did not settle");
}

async function imported(caller: Caller, rows: Table, change?: (sheet: ExcelJS.Worksheet) => void) {
  const sent = await send(caller, await xlsx(rows, change));
  expect(sent.status).toBe(202);
  return { id: sent.body.importId, ...(await settled(caller, sent.body.importId)) };
}

async function committed(caller: Caller, id: string, includeConfirm = false): Promise<Import> {
  expect((await caller.post(`/places/unit/import/${id}/commit`, { includeConfirm })).status).toBe(200);
  return settled(caller, id, "done", "failed");
}

async function sheetOf(response: Response): Promise<ExcelJS.Worksheet> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(await response.arrayBuffer());
  const sheet = book.worksheets[0];
  if (!sheet) throw new Error("no sheet");
  return sheet;
}
const cellsOf = (sheet: ExcelJS.Worksheet, row: number): string[] => {
  const cells: string[] = [];
  sheet.getRow(row).eachCell({ includeEmpty: true }, (cell) => void cells.push(cell.text));
  return cells;
};

const HEAD = [
  "单位名称",
  "统一编号",
  "统一社会信用代码",
  "类别",
  "地址",
  "街道（乡镇）",
  "建筑面积（㎡）",
  "设有自动消防设施",
  "责任人电话",
  "经度",
  "纬度",
];
const aLine = (name: string, code: string, more: Record<string, ExcelJS.CellValue> = {}): ExcelJS.CellValue[] =>
  HEAD.map(
    (header) =>
      more[header] ??
      ({ 单位名称: name, 统一编号: code, 类别: "商场、市场", 地址: "府东街1号", "街道（乡镇）": "府山街道" } as Record<string, string>)[
        header
      ] ??
      null,
  );

it("a list in the office's own words is checked, its good rows saved, and only the wrong ones are left", async () => {
  // given
  const clerk = app.as("street-clerk", { area: sample.kecheng });
  const kind = await firstKind(clerk);
  const given = (name: string, code: string, more: Record<string, ExcelJS.CellValue> = {}) => aLine(name, code, { 类别: kind, ...more });
  // when
  const checked = await imported(clerk, [
    ["柯城单位台账"],
    HEAD,
    given("东风商厦", "W-1", { "建筑面积（㎡）": "26,000㎡", 设有自动消防设施: "有", 责任人电话: 13812346218 }),
    given("写反坐标", "W-2", { 经度: 28.9713, 纬度: 118.8021 }),
    given("石梁小学", "W-3", { "街道（乡镇）": "石梁乡" }),
    given("", "W-4"),
    given("坏面积", "W-5", { "建筑面积（㎡）": "很大" }),
    given("公式没算", "W-6", { "建筑面积（㎡）": { formula: "1+1" } as ExcelJS.CellValue }),
    given("公式算过", "W-7", { "建筑面积（㎡）": { formula: "1+1", result: 2 } as ExcelJS.CellValue }),
    given("又是一号", "W-1"),
    given("江山的", "W-9", { "街道（乡镇）": "江山市" }),
  ]);
  // then
  expect(checked).toMatchObject({ state: "checked", total: 9, good: 2, bad: 6, confirm: 1 });
  const said = Object.fromEntries(checked.rows.map((row) => [row.title, [row.label, row.problem, row.fix?.label]]));
  expect(said).toMatchObject({
    写反坐标: ["经纬度", "经纬度可能写反，建议对调", "对调"],
    石梁小学: ["辖区", "无此名称，相近：石梁镇", "改为石梁镇"],
    "（空）": ["单位名称", "必填", undefined],
    坏面积: ["建筑面积", "不是数字", undefined],
    公式没算: ["建筑面积", "公式没有结果，请在 Excel 里打开保存一次，或改为数值", undefined],
    又是一号: ["统一编号", "与第 3 行重复", undefined],
    江山的: ["辖区", "不在您的辖区", undefined],
  });
  // when: fixes as offered, then the good rows first
  for (const title of ["写反坐标", "石梁小学"]) {
    const row = checked.rows.find((each) => each.title === title);
    const answer = await clerk.post(`/places/unit/import/${checked.id}/fix`, { row: row?.row, field: row?.field, value: row?.fix?.value });
    expect(answer.body, title).toMatchObject({ rows: [{ level: "good" }] });
  }
  const done = await committed(clerk, checked.id);
  const list = await clerk.get("/places/unit?q=W-&limit=50");
  // then
  expect(done).toMatchObject({ state: "done", done: 4, bad: 4, confirm: 1 });
  const rows = list.body.rows as unknown as Record<string, unknown>[];
  expect(rows.map((row) => row.name).sort()).toEqual(["东风商厦", "公式算过", "写反坐标", "石梁小学"].sort());
  expect(rows.find((row) => row.name === "东风商厦")).toMatchObject({
    areaM2: 26_000,
    hasFacilities: true,
    responsiblePhone: "138****6218",
    areaName: "府山街道",
  });
  expect(rows.find((row) => row.name === "写反坐标")).toMatchObject({ lon: 118.8021, lat: 28.9713 });
});

let kindLabel = "";
async function firstKind(caller: Caller): Promise<string> {
  const { body } = await caller.get("/schema/places/unit");
  const fields = body.fields as unknown as { key: string; choices?: Record<string, string> }[];
  kindLabel = fields.find((field) => field.key === "kind")?.choices?.shop ?? "";
  return kindLabel;
}

it("the sheet of errors can be corrected and sent again, and nothing is stored twice", async () => {
  // given
  const clerk = app.as("street-clerk", { area: town });
  const checked = await imported(clerk, [
    HEAD,
    aLine("再送一", "R-1", { 类别: await firstKind(clerk) }),
    aLine("再送二", "R-2", { 类别: "城堡" }),
  ]);
  await committed(clerk, checked.id);
  // when
  const errors = await sheetOf(await clerk.fetch(`/places/unit/import/${checked.id}/errors.xlsx`));
  const head = cellsOf(errors, 1);
  const line = cellsOf(errors, 2);
  line[head.indexOf("类别")] = kindLabel;
  const again = await imported(clerk, [head, line]);
  const whole = await (async () => {
    await committed(clerk, again.id);
    return imported(clerk, [
      HEAD,
      aLine("再送一", "R-1", { 类别: kindLabel }),
      aLine("再送二", "R-2", { 类别: kindLabel, 地址: "搬了家" }),
    ]);
  })();
  // then
  expect(errors.rowCount).toBe(2);
  expect(line[0]).toContain("类别");
  expect(again).toMatchObject({ total: 1, good: 1, bad: 0 });
  expect(whole).toMatchObject({ total: 2, same: 1, confirm: 1, rows: [{ title: "再送二", problem: "已存在，与台账差 1 处" }] });
  expect(await committed(clerk, whole.id, true)).toMatchObject({ done: 1, confirm: 0 });
  expect((await clerk.get("/places/unit?q=R-2")).body).toMatchObject({ rows: [{ address: "搬了家", version: 2 }] });
});

it("merged cells, days that are not, and a datum in the header are noted or refused row by row", async () => {
  const clerk = app.as("street-clerk", { area: town });
  const kind = await firstKind(clerk);
  const head = ["单位名称", "类别", "地址", "经度（GCJ-02）", "纬度（GCJ-02）"];
  const checked = await imported(
    clerk,
    [head, ["合并甲", kind, "同一幢楼", 118.8799, 28.9651], ["合并乙", kind, null, null, null]],
    (sheet) => sheet.mergeCells("C2:C3"),
  );
  expect(checked).toMatchObject({ good: 2, bad: 0 });
  expect(checked.rows.map((row) => [row.title, row.level, row.problem])).toEqual([
    ["合并甲", "fixed", "已由 GCJ-02 转为 WGS-84（CGCS2000）"],
    ["合并乙", "fixed", "合并单元格，按首格取值“同一幢楼”"],
  ]);
  await committed(clerk, checked.id);
  const { body } = await clerk.get("/places/unit?q=合并甲");
  expect((body.rows as unknown as { lon: number }[])[0]?.lon).toBeCloseTo(118.8752, 2);
});

it("a header nobody knows waits for a person, with what may be meant", async () => {
  // given
  const clerk = app.as("street-clerk", { area: town });
  const kind = await firstKind(clerk);
  const waiting = await imported(clerk, [
    ["单位", "类别", "详细地址", "老板属相"],
    ["等人对列", kind, "府东街3号", "牛"],
  ]);
  expect(waiting).toMatchObject({
    state: "mapping",
    columns: [
      { header: "单位", field: null },
      { field: "kind" },
      { header: "详细地址", suggestions: [{ field: "address" }] },
      { field: null },
    ],
  });
  // when
  const columns = [
    { header: "单位", field: "name" },
    { header: "类别", field: "kind" },
    { header: "详细地址", field: "address" },
    { header: "老板属相", field: null },
  ];
  expect(
    (
      await clerk.post(`/places/unit/import/${waiting.id}/map`, {
        columns: [...columns.slice(0, 3), { header: "老板属相", field: "zodiac" }],
      })
    ).status,
  ).toBe(422);
  await clerk.post(`/places/unit/import/${waiting.id}/map`, { columns });
  // then
  expect(await settled(clerk, waiting.id, "checked")).toMatchObject({ good: 1, bad: 0 });
});

it("CSV is read in UTF-8 and in GB18030", async () => {
  const clerk = app.as("street-clerk", { area: town });
  const kind = await firstKind(clerk);
  const utf8 = await send(
    clerk,
    csv([
      ["单位名称", "类别", "地址"],
      ["逗号分隔", `"${kind}"`, '"府东街, 3号"'],
    ]),
    "单位.csv",
  );
  const gb = await send(
    clerk,
    Uint8Array.from([
      0xb5, 0xa5, 0xce, 0xbb, 0xc3, 0xfb, 0xb3, 0xc6, 0x2c, 0xb5, 0xd8, 0xd6, 0xb7, 0x0a, 0xb9, 0xfa, 0xb1, 0xea, 0x2c, 0xb8, 0xae, 0xb6,
      0xab, 0xbd, 0xd6,
    ]),
    "国标.csv",
  );
  expect(await settled(clerk, utf8.body.importId)).toMatchObject({ state: "checked", good: 1 });
  expect(await settled(clerk, gb.body.importId)).toMatchObject({
    state: "mapping",
    columns: [
      { header: "单位名称", field: "name" },
      { header: "地址", field: "address" },
    ],
  });
});

it.each([
  ["junk.xlsx", () => Uint8Array.from({ length: 60_000 }, (_, i) => (i * 7919) % 256), "import.not_excel"],
  ["cut.xlsx", () => Uint8Array.from([0x50, 0x4b, 3, 4, ...Array.from({ length: 900 }, () => 7)]), "import.damaged_file"],
  ["old.xls", () => Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), "import.old_excel"],
  ["empty.csv", () => new Uint8Array(), "import.empty_file"],
])("%s is refused at once with its reason", async (name, bytes, code) => {
  const answer = await send(app.as("street-clerk", { area: town }), bytes(), name);
  expect(answer).toMatchObject({ status: 422, body: { code } });
  expect(answer.body.message).toMatch(/[一-龥]/);
});

it("another person's import does not exist, and nobody without the right can send one", async () => {
  // given
  const owner = app.as("street-clerk", { area: town });
  const other = app.as("street-clerk", { area: town });
  const checked = await imported(owner, [HEAD, aLine("只归本人", "O-1", { 类别: await firstKind(owner) })]);
  // when
  const answers = await Promise.all([
    other.get(`/places/unit/import/${checked.id}`),
    other.post(`/places/unit/import/${checked.id}/commit`, {}),
    other.post(`/places/unit/import/${checked.id}/fix`, { row: 2, field: "name", value: "x" }),
    other.get(`/places/unit/import/${checked.id}/errors.xlsx`),
    owner.get(`/places/building/import/${checked.id}`),
  ]);
  const watcher = await send(app.as("duty-officer", { area: town }), await xlsx([HEAD]));
  // then
  expect(answers.map((answer) => answer.status)).toEqual([404, 404, 404, 404, 404]);
  expect((await other.get("/places/unit/imports")).body).toEqual({ imports: [] });
  expect(watcher.status).toBe(403);
  expect((await app.nobody.get(`/places/unit/import/${checked.id}`)).status).toBe(401);
});

it("an import whose process ended goes on where it stood; without its file it asks to be sent again", async () => {
  // given: one left while saving, one left while reading, by a process that is no more
  const clerk = app.as("street-clerk", { area: town });
  const checked = await imported(clerk, [HEAD, aLine("断点续存", "G-1", { 类别: await firstKind(clerk) })]);
  const lost = await imported(clerk, [HEAD, aLine("文件没了", "G-2", { 类别: kindLabel })]);
  await app.sql(
    "update platform.import set state = 'saving', runner = gen_random_uuid(), updated_at = now() - interval '2 minutes' where id = $1",
    [checked.id],
  );
  await app.sql("update platform.import set state = 'checking', runner = gen_random_uuid() where id = $1", [lost.id]);
  // when
  const runner = importRunner(app.services);
  runner.wake(lost.id);
  runner.wake(checked.id);
  await settled(clerk, checked.id, "done");
  const held = (await clerk.get(`/places/unit/import/${lost.id}`)).body.state;
  await rm(importFile(app.services, lost.id));
  await app.sql("update platform.import set updated_at = now() - interval '2 minutes' where id = $1", [lost.id]);
  runner.wake(lost.id);
  // then
  expect(held).toBe("checking"); // another process had shown life a moment ago
  expect(await settled(clerk, lost.id, "failed")).toMatchObject({ error: { code: "import.send_again" } });
  expect((await clerk.get("/places/unit?q=G-1")).body).toMatchObject({ rows: [{ name: "断点续存" }] });
});

it("an export shows what the filter shows: labels, days, masked numbers, and text that stays text", async () => {
  // given
  const clerk = app.as("street-clerk", { area: town });
  for (const name of ['=HYPERLINK("http://x")', "普通一家"])
    await clerk.post("/places/unit", {
      name,
      kind: "shop",
      address: "导出街1号",
      area: town,
      areaM2: 120.5,
      responsible: "张三丰",
      responsiblePhone: "13812346218",
    });
  // when
  const response = await clerk.fetch(`/places/unit/export.xlsx?q=${encodeURIComponent("导出街")}&sort=name`);
  const sheet = await sheetOf(response);
  const head = cellsOf(sheet, 1);
  const rows = [2, 3].map((row) => Object.fromEntries(cellsOf(sheet, row).map((text, i) => [head[i], text])));
  // then
  expect(response.headers.get("content-disposition")).toContain(encodeURIComponent("单位 2026-03-18.xlsx"));
  expect(sheet.rowCount).toBe(3);
  expect(head).toContain("建筑面积（m²）");
  expect(rows.map((row) => row.单位名称)).toEqual(['=HYPERLINK("http://x")', "普通一家"]);
  const first = sheet.getRow(2).getCell(1);
  expect([first.type, first.formula]).toEqual([ExcelJS.ValueType.String, undefined]);
  expect(rows[1]).toMatchObject({
    消防安全责任人: "张三丰",
    责任人电话: "138****6218",
    类别: await firstKind(clerk),
    辖区: "浙江省衢州市柯城区府山街道",
  });
  const audit = await app.sql("select detail from platform.audit where action = '单位 导出' and actor = $1", [clerk.actor.userId]);
  expect(audit).toMatchObject([{ detail: { rows: 2, q: "导出街" } }]);
  expect((await app.as("duty-officer", { area: town }).get("/places/unit/export.xlsx")).status).toBe(403);
  expect(
    cellsOf(await sheetOf(await app.as("street-clerk", { area: sample.jiangshan }).fetch("/places/unit/export.xlsx?q=导出街")), 2),
  ).toEqual([]);
});

it("the template says what is required and offers the choices; filled in, it goes straight through", async () => {
  // given
  const clerk = app.as("street-clerk", { area: town });
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(await (await clerk.fetch("/places/unit/template.xlsx")).arrayBuffer());
  const sheet = book.worksheets[0];
  const head = sheet ? cellsOf(sheet, 1) : [];
  // when
  const line = head.map(
    (header) =>
      (({ 单位名称: "照模板填", 类别: "", 地址: "府东街9号", 坐标系: "GCJ-02", 经度: "118.88", 纬度: "28.96" }) as Record<string, string>)[
        header
      ] ?? "",
  );
  line[head.indexOf("类别")] = await firstKind(clerk);
  sheet?.addRow(line);
  const sent = await send(clerk, new Uint8Array(await book.xlsx.writeBuffer()));
  // then
  expect(book.worksheets.map((each) => each.name)).toEqual(["单位", "说明", "选项"]);
  expect(sheet?.getCell(2, head.indexOf("类别") + 1).dataValidation).toMatchObject({ type: "list" });
  expect(await settled(clerk, sent.body.importId)).toMatchObject({ state: "checked", total: 1, good: 1 });
});
