/** Files speak the reader's language, and are understood in both. */
import ExcelJS from "exceljs";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type App, startApp } from "#kit/kit.ts";
import { hasHan } from "../../english.ts";

let app: App;
let town: number;

beforeAll(async () => {
  app = await startApp({ now: "2026-03-18T06:30:00Z" });
  const [row] = await app.sql("select key from platform.area where name = '府山街道'");
  town = Number(row?.key);
});
afterAll(() => app?.end());

type Clerk = ReturnType<App["as"]>;
const clerkHere = (): Clerk => app.as("street-clerk", { area: town });

async function bookOf(clerk: Clerk, path: string): Promise<ExcelJS.Workbook> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(await (await clerk.fetch(path)).arrayBuffer());
  return book;
}

const wordsOf = (book: ExcelJS.Workbook): string[] =>
  book.worksheets.flatMap((sheet) => {
    const words = [sheet.name];
    sheet.eachRow((row) => row.eachCell((cell) => words.push(cell.text)));
    return words;
  });
const rowOf = (book: ExcelJS.Workbook, number: number): string[] => {
  const cells: string[] = [];
  book.worksheets[0]?.getRow(number).eachCell({ includeEmpty: true }, (cell) => cells.push(cell.text));
  return cells;
};

async function importBook(clerk: Clerk, book: ExcelJS.Workbook): Promise<{ readonly id: string; readonly body: Record<string, unknown> }> {
  const form = new FormData();
  form.set("file", new Blob([Uint8Array.from(new Uint8Array(await book.xlsx.writeBuffer()))]), "units.xlsx");
  const sent = await clerk.fetch("/places/unit/import", { method: "POST", body: form });
  const { importId: id } = (await sent.json()) as { readonly importId: string };
  for (let i = 0; i < 400; i++) {
    const { body } = await clerk.get(`/places/unit/import/${id}?limit=200&language=en`);
    if (["checked", "mapping", "failed"].includes(String(body.state))) return { id, body };
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error("the import did not settle");
}

it("an English template says everything in English; filled in with English choices, it goes straight through", async () => {
  const clerk = clerkHere();
  const book = await bookOf(clerk, "/places/unit/template.xlsx?language=en");
  const head = rowOf(book, 1);
  expect(head).toEqual(expect.arrayContaining(["Unit name", "Kind", "Area", "Floor area (m²)", "Coordinate system"]));
  expect(wordsOf(book).filter((text) => hasHan(text) && text !== "府山街道")).toEqual([]);
  const given: Readonly<Record<string, string>> = {
    ...{ "Unit name": "东风商厦甲", Kind: "Shop or market", Address: "府东街9号", Area: "府山街道" },
    ...{ "Automatic fire systems": "yes", "Coordinate system": "GCJ-02", Longitude: "118.88", Latitude: "28.96" },
  };
  book.worksheets[0]?.addRow(head.map((header) => given[header] ?? ""));
  const { body } = await importBook(clerk, book);
  expect(body).toMatchObject({ state: "checked", total: 1, good: 1, bad: 0 });
});

it("rows that did not pass come back in English, and that sheet can be sent again", async () => {
  const clerk = clerkHere();
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet("units");
  sheet.addRow(["Unit name", "类别", "Address", "辖区", "Floors"]);
  sheet.addRow(["东风商厦乙", "Hotel", "府东街10号", "府山街道", "many"]);
  const { id, body } = await importBook(clerk, book);
  expect(body).toMatchObject({ state: "checked", bad: 1, rows: [{ label: "Floors", problem: "Not a number" }] });
  const errors = await bookOf(clerk, `/places/unit/import/${id}/errors.xlsx?language=en`);
  expect(rowOf(errors, 1)).toEqual(expect.arrayContaining(["Problem", "Unit name", "Kind", "Floors"]));
  expect(rowOf(errors, 2)[0]).toBe("Row 2. Floors: Not a number");
  errors.worksheets[0]?.getRow(2).eachCell((cell) => {
    if (cell.text === "many") cell.value = 3;
  });
  expect((await importBook(clerk, errors)).body).toMatchObject({ state: "checked", total: 1, good: 1 });
});

it("an English export says its columns, choices and notes in English; the audit log keeps the record's Chinese", async () => {
  const clerk = clerkHere();
  await clerk.post("/places/unit", {
    area: town,
    name: "东风商厦丙",
    kind: "shop",
    address: "府东街11号",
    areaM2: 1_200,
    hasFacilities: true,
  });
  const book = await bookOf(clerk, "/places/unit/export.xlsx?language=en");
  const row = rowOf(book, 1).map((header, i) => [header, rowOf(book, 2)[i]]);
  expect(Object.fromEntries(row)).toMatchObject({
    ...{ "Unit name": "东风商厦丙", Kind: "Shop or market", Grade: "Key unit", "Automatic fire systems": "yes" },
    "Grading reason": "KU-01 Floor area 1200 m² (standard: 1000 m² or more); Gongtongzi [2001] No. 97, item 1",
  });
  expect(book.worksheets.map((each) => each.name)).toEqual(["Unit", "Notes"]);
  const [audit] = await app.sql(
    "select action from platform.audit where subject = 'places.unit' and detail ? 'rows' order by id desc limit 1",
  );
  expect(audit).toMatchObject({ action: "单位 导出" });
});
