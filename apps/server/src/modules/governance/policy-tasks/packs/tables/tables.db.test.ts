/** Task tables over HTTP: workbook, text and Word; what cannot come in is kept by row, the rest becomes tasks or a draft pack. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { type App, type Caller, sample, startApp } from "#kit/kit.ts";
import { workbook } from "#platform/ledger/excel/sheet-write.ts";
import { zipOf } from "#platform/ledger/excel/zip-write.ts";

type Body = Readonly<Record<string, unknown>>;
let app: App;
let who: Caller;
beforeAll(async () => {
  app = await startApp({ now: "2026-03-18T06:30:00Z" });
  const [organ] = await app.sql("select id from organizations.organ where name = '衢州市消防安全委员会办公室'");
  who = app.as("committee-office", { name: "陈雪芳", organId: String(organ?.id) });
});
afterAll(() => app?.end());

const HEAD = ["序号", "重点任务", "具体措施", "牵头单位", "配合单位", "完成时限"];
const ROWS = [
  ["1", "推进高层建筑消防设施整治", "逐幢建账，限期修复", "市消防救援支队", "市住建局、市发改委", "2026年12月底前"],
  ["2", "各地建成应急消防管理站", "", "各县（市、区）政府", "", "2026年9月30日"],
  ["3", "开展全民宣传", "", "市委宣传部", "市教育局、市某某局", "长期坚持"],
  ["4", "没有人牵头的任务", "", "市不存在局", "", "2026年6月"],
  ["5", "", "", "", "", "2026年6月"],
  ["6", "看不懂时限的任务", "", "市财政局", "", "尽快"],
  ["7", "推进高层建筑消防设施整治", "", "市消防救援支队", "", "2026年12月底前"],
];

async function bytesOf(parts: AsyncIterable<Buffer>): Promise<Blob> {
  const chunks: Buffer[] = [];
  for await (const part of parts) chunks.push(part);
  return new Blob([Buffer.concat(chunks)]);
}

async function send(file: Blob, name: string): Promise<Body & { readonly status: number }> {
  const form = new FormData();
  form.append("file", file, name);
  const response = await who.fetch("/policy-tasks/task-tables", { method: "POST", body: form });
  return { status: response.status, ...((await response.json()) as Body) };
}

const excel = (rows: readonly (readonly string[])[]) =>
  bytesOf(
    workbook([
      () => ({
        name: "任务",
        columns: HEAD.map((header) => ({ header })),
        rows: (async function* () {
          for (const row of rows) yield row;
        })(),
      }),
    ]),
  );

const cell = (text: string, more = "") =>
  `<w:tc><w:tcPr>${more}</w:tcPr>${text
    .split("\n")
    .map((line) => `<w:p><w:r><w:t>${line}</w:t></w:r></w:p>`)
    .join("")}</w:tc>`;
const word = (rows: string) =>
  bytesOf(
    zipOf([
      { name: "[Content_Types].xml", content: ["<Types/>"] },
      {
        name: "word/document.xml",
        content: [
          `<?xml version="1.0"?><w:document xmlns:w="w"><w:body><w:p><w:r><w:t>附件：重点任务分解表</w:t></w:r></w:p><w:tbl>${rows}</w:tbl></w:body></w:document>`,
        ],
      },
    ]),
  );
const row = (...cells: string[]) => `<w:tr>${cells.join("")}</w:tr>`;

it("a workbook: columns recognised, errors kept by row, one task for each organ that leads", async () => {
  // when
  const sent = await send(await excel(ROWS), "重点任务分解表.xlsx");
  const checked = (await who.post(`/policy-tasks/task-tables/${String(sent.id)}/check`, { table: 0 })).body;
  const done = (await who.post(`/policy-tasks/task-tables/${String(sent.id)}/apply`, { table: 0, as: "tasks" })).body;
  // then
  expect((sent.tables as { columns: { kind: string }[] }[])[0]?.columns.map(({ kind }) => kind)).toEqual([
    "number",
    "task",
    "measures",
    "lead",
    "support",
    "due",
  ]);
  expect(checked).toMatchObject({ good: 3, tasks: 8 });
  expect(
    (checked.rows as Body[]).map(({ row: n, dueOn, leads, problems, notes }) => [
      n,
      dueOn,
      (leads as string[]).length,
      ...[problems, notes].map((all) => (all as Body[]).map(({ message }) => message)),
    ]),
  ).toEqual([
    [2, "2026-12-31", 1, [], []],
    [3, "2026-09-30", 6, [], []],
    [4, null, 1, [], ["不认识配合单位“市某某局”，这一行照样入库，配合单位从缺"]],
    [5, "2026-06-30", 0, ["不认识牵头单位“市不存在局”，请改成机构的全称或简称"], []],
    [6, "2026-06-30", 0, ["没有写任务", "没有牵头单位"], []],
    [7, null, 1, ["看不懂时限“尽快”，请写成 2026年12月底前、每季度或长期坚持"], []],
    [8, "2026-12-31", 1, ["与第 2 行重复"], []],
  ]);
  expect(done).toMatchObject({ tasks: 8, version: null });
  expect((done.left as Body[]).map((each) => each.row)).toEqual([5, 6, 7, 8]);
  const tasks = await app.sql("select title, due_on::text as due, source_kind from policy_tasks.task order by title, due_on");
  expect(tasks).toHaveLength(8);
  expect(tasks.filter(({ title }) => title === "各地建成应急消防管理站").map(({ due }) => due)).toEqual(Array(6).fill("2026-09-30"));
  expect((await who.post(`/policy-tasks/task-tables/${String(sent.id)}/check`, { table: 0 })).status).toBe(404);
});

it("a Word table: merged cells filled down, headings over the width taken as sections, rows as a draft pack without errors", async () => {
  const file = await word(
    [
      row(...HEAD.map((each) => cell(each))),
      row(cell("一、基层力量", '<w:gridSpan w:val="6"/>')),
      row(
        cell("1"),
        cell("乡镇管理站建设"),
        cell("统一标识"),
        cell("市消防救援支队\n市财政局", '<w:vMerge w:val="restart"/>'),
        cell("各乡镇（街道）"),
        cell("2026年三季度"),
      ),
      row(cell("2"), cell("站长培训"), cell(""), cell("", "<w:vMerge/>"), cell(""), cell("每季度")),
    ].join(""),
  );
  const sent = await send(file, "分解表.docx");
  const checked = (await who.post(`/policy-tasks/task-tables/${String(sent.id)}/check`, { table: 0 })).body;
  expect(checked.rows).toMatchObject([
    {
      section: "一、基层力量",
      title: "乡镇管理站建设",
      content: "统一标识",
      leads: [expect.stringContaining("消防救援支队")],
      dueOn: "2026-09-30",
      problems: [],
    },
    { section: "一、基层力量", title: "站长培训", leads: [expect.stringContaining("消防救援支队")], due: "每季度", problems: [] },
  ]);
  const done = (
    await who.post(`/policy-tasks/task-tables/${String(sent.id)}/apply`, { table: 0, as: "pack", pack: "FJ", title: "重点任务" })
  ).body;
  expect(done).toMatchObject({ clauses: 2, tasks: 0, left: [] });
  const pack = (await who.get(`/policy-tasks/versions/${String(done.version)}`)).body;
  expect(pack).toMatchObject({
    version: { pack: "FJ", state: "draft", errors: 0, title: "重点任务" },
    trial: { errors: 0, sum: { clauses: 2, duties: 2 } },
  });
});

it("pressed twice at once, tasks are given once", async () => {
  const sent = await send(await excel([["1", "双击也只派一次", "", "市财政局", "", "2026年6月30日"]]), "双击.xlsx");
  const path = `/policy-tasks/task-tables/${String(sent.id)}/apply`;
  const answers = await Promise.all([1, 2].map(() => who.post(path, { table: 0, as: "tasks" })));
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 404]);
  expect(await app.sql("select 1 from policy_tasks.task where title = '双击也只派一次'")).toHaveLength(1);
});

it("one county that leads is that county in the draft, and the draft says who issues it", async () => {
  const sent = await send(await excel([["1", "建成消防站", "", "柯城区政府", "江山市政府、各县（市、区）政府", "2026年9月"]]), "一县.xlsx");
  const done = (
    await who.post(`/policy-tasks/task-tables/${String(sent.id)}/apply`, { table: 0, as: "pack", pack: "YX", title: "一县任务" })
  ).body;
  const { trial, source } = (await who.get(`/policy-tasks/versions/${String(done.version)}`)).body as { trial: Body; source: string };
  expect(source).toContain("level: city");
  expect(trial).toMatchObject({ errors: 0, owed: [{ organs: 1, names: ["柯城区人民政府"] }] });
});

it("a file without a task table, and one that is no file of either kind, are answered in words", async () => {
  expect(await send(new Blob(["姓名,电话\n张三,1\n"]), "名单.csv")).toMatchObject({ status: 422, code: "packs.no_task_table" });
  expect(await send(new Blob(["PK\u0003\u0004 nothing"]), "坏.docx")).toMatchObject({ status: 422 });
  expect(await send(new Blob([""]), "空.xlsx")).toMatchObject({ status: 422, code: "import.empty_file" });
});

it("another's file does not exist, and a street gives tasks to its own organs only", async () => {
  const sent = await send(await excel(ROWS.slice(0, 1)), "一行.xlsx");
  const other = app.as("committee-office", { name: "别人" });
  expect((await other.post(`/policy-tasks/task-tables/${String(sent.id)}/check`, { table: 0 })).status).toBe(404);
  const street = app.as("street-clerk", { area: sample.kecheng });
  const form = new FormData();
  form.append("file", await excel(ROWS.slice(0, 1)), "一行.xlsx");
  const own = (await (await street.fetch("/policy-tasks/task-tables", { method: "POST", body: form })).json()) as Body;
  const done = (await street.post(`/policy-tasks/task-tables/${String(own.id)}/apply`, { table: 0, as: "tasks" })).body;
  expect(done).toMatchObject({ tasks: 0, left: [{ row: 2 }] });
});
