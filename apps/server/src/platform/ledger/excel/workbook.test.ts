/** The workbook written and read again, and the archives nobody should open. */
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { FileRow } from "./cell.ts";
import { csvReader, encodingOf, separatorOf } from "./csv-read.ts";
import { openFile } from "./open-file.ts";
import { columnLetters, type OutCell, workbook, xmlText } from "./sheet-write.ts";
import { attribute, unescapeXml, xmlScanner } from "./xml-scan.ts";
import { openArchive } from "./zip-read.ts";
import { zipOf } from "./zip-write.ts";

let dir: string;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), "suiren-workbook-"));
});
afterAll(() => rm(dir, { recursive: true, force: true }));

async function save(name: string, chunks: AsyncIterable<Buffer>): Promise<string> {
  const parts: Buffer[] = [];
  for await (const chunk of chunks) parts.push(chunk);
  await writeFile(join(dir, name), Buffer.concat(parts));
  return join(dir, name);
}

async function readAll(path: string): Promise<FileRow[]> {
  const source = await openFile(path);
  if (!source.ok) throw new Error(source.refusal.code);
  const rows: FileRow[] = [];
  for await (const batch of source.value.rows(3)) rows.push(...batch);
  return rows;
}

const sheet = (rows: readonly (readonly OutCell[])[]) => () => ({ name: "表", columns: [{ header: "甲" }, { header: "乙" }], rows });
/** The parts of a workbook whose sheet is given as it stands. */
const withSheet = (xml: string, more: { name: string; content: string[] }[] = []) =>
  zipOf([
    { name: "xl/workbook.xml", content: ['<workbook><sheets><sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>'] },
    { name: "xl/_rels/workbook.xml.rels", content: ['<Relationships><Relationship Id="r1" Target="worksheets/s.xml"/></Relationships>'] },
    ...more,
    { name: "xl/worksheets/s.xml", content: [xml] },
  ]);

it("whatever text, figure or day goes out comes back, row by row", async () => {
  const words = fc.string({ unit: "binary", maxLength: 40 }).map((text) => text.replace(/(?![\t\n])\p{Cc}|[\ufffe\uffff]|\p{Cs}/gu, ""));
  const rows = fc.sample(fc.tuple(words, fc.integer()), { numRuns: 300, seed: 7 });
  const tricky: [string, number][] = [
    ["=1+1", 1],
    ["@cmd", 2],
    ["_x0041_", 3],
    ["<a>&\"'", 4],
    ["  空格  ", 5],
    ["一\n二", 6],
  ];
  const all = [...tricky, ...rows].filter(([text]) => text !== "");
  const path = await save("round.xlsx", workbook([sheet([...all, [{ day: "2026-03-18" }, { at: "2026-03-18T06:30:00Z" }]])]));
  const back = await readAll(path);
  expect(back.slice(1, -1).map((row) => row.cells)).toEqual(all);
  expect(back.at(-1)?.cells).toEqual([{ day: "2026-03-18" }, { day: "2026-03-18", time: "14:30:00" }]);
});

it("shared strings, rich text, booleans, errors and gaps are read; phonetic hints are not", async () => {
  const strings = {
    name: "xl/sharedStrings.xml",
    content: ["<sst><si><t>甲</t></si><si><r><t>乙</t></r><r><t>丙</t></r><rPh><t>yi</t></rPh></si></sst>"],
  };
  const xml =
    '<x:worksheet><x:sheetData><x:row r="2"><x:c r="A2" t="s"><x:v>1</x:v></x:c><x:c r="C2" t="b"><x:v>1</x:v></x:c></x:row><x:row r="9"><x:c r="B9" t="e"><x:v>#N/A</x:v></x:c><x:c><x:f>A1</x:f></x:c></x:row></x:sheetData></x:worksheet>';
  expect(await readAll(await save("shared.xlsx", withSheet(xml, [strings])))).toEqual([
    { number: 2, cells: ["乙丙", null, true] },
    { number: 9, cells: [null, { broken: "error", shown: "#N/A" }, { broken: "formula", shown: "" }] },
  ]);
});

it("a merged region gives each of its rows the first cell's value and says which", async () => {
  const row = (n: number, a: string) => `<row r="${n}">${a}<c r="B${n}"><v>${n}</v></c></row>`;
  const xml = `<worksheet><sheetData>${row(1, '<c r="A1" t="str"><v>同</v></c>')}${row(2, '<c r="A2"/>')}${row(3, "")}${row(4, "")}</sheetData><mergeCells><mergeCell ref="A1:A3"/></mergeCells></worksheet>`;
  expect(await readAll(await save("merged.xlsx", withSheet(xml)))).toEqual([
    { number: 1, cells: ["同", 1] },
    { number: 2, cells: ["同", 2], merged: [0] },
    { number: 3, cells: ["同", 3], merged: [0] },
    { number: 4, cells: [null, 4] },
  ]);
});

it.each([
  ["document types", "<!DOCTYPE a [<!ENTITY b 'c'>]><worksheet/>"],
  ["an endless tag", `<worksheet ${"a".repeat(1_200_000)}`],
])("%s are no table", async (_, xml) => {
  await expect(readAll(await save("bad.xlsx", withSheet(`<worksheet><sheetData/></worksheet>${xml}`)))).rejects.toThrow(
    "import.damaged_file",
  );
});

it("a tag of a million brackets inside a quote costs as many steps as it has letters, wherever chunks cut it", async () => {
  const brackets = ">".repeat(1_000_000);
  const begun = performance.now();
  const hidden = zipOf([
    { name: "xl/workbook.xml", content: [`<a b="${brackets}`] },
    { name: "xl/worksheets/s.xml", content: ["<worksheet/>"] },
  ]);
  await expect(readAll(await save("brackets.xlsx", hidden))).rejects.toThrow("import.damaged_file");
  const heard: [string, number][] = [];
  const scanner = xmlScanner({
    open: (name, attributes) => void heard.push([name, (attribute(attributes, "b") ?? "").length]),
    close: () => undefined,
    text: () => undefined,
  });
  const whole = Buffer.from(`<a b="${brackets}"/><c b='"${brackets}'/>`);
  for (let at = 0; at < whole.length; at += 65_536) scanner.push(whole.subarray(at, at + 65_536));
  scanner.end();
  expect(heard).toEqual([
    ["a", 1_000_000],
    ["c", 1_000_001],
  ]);
  // Each letter once is a tenth of a second; from the beginning again for each bracket is hours.
  expect(performance.now() - begun).toBeLessThan(20_000);
});

it("merged regions piled on top of each other are refused before a row is filled from them", async () => {
  const rows = Array.from({ length: 300 }, (_, i) => `<row r="${i + 1}"><c r="A${i + 1}" t="str"><v>同</v></c></row>`).join("");
  const piled = '<mergeCell ref="A1:IV1000000"/>'.repeat(100_000);
  const begun = performance.now();
  const path = await save(
    "piled.xlsx",
    withSheet(`<worksheet><sheetData>${rows}</sheetData><mergeCells>${piled}</mergeCells></worksheet>`),
  );
  await expect(readAll(path)).rejects.toThrow("import.too_many_merged");
  expect(performance.now() - begun).toBeLessThan(20_000);
});

it("a whole sheet of merged heads, side by side, is a table", async () => {
  const pairs = Array.from({ length: 128 }, (_, i) => `<mergeCell ref="${columnLetters(2 * i)}1:${columnLetters(2 * i + 1)}2"/>`).join("");
  const xml = `<worksheet><sheetData><row r="1"><c r="A1" t="str"><v>头</v></c></row></sheetData><mergeCells>${pairs}<mergeCell ref="IW1:XFD9"/></mergeCells></worksheet>`;
  expect(await readAll(await save("heads.xlsx", withSheet(xml)))).toEqual([{ number: 1, cells: ["头", "头"], merged: [1] }]);
});

it("a bomb is stopped while it is unpacked, and an archive with too many parts is not opened", async () => {
  const bomb = await save("bomb.zip", zipOf([{ name: "a", content: Array.from({ length: 64 }, () => "0".repeat(65_536)) }]));
  const limits = { entries: 3, directoryBytes: 4_096, inflatedBytes: 1_048_576 };
  const opened = await openArchive(bomb, limits);
  const drain = async () => {
    if (opened.ok) for await (const chunk of opened.value.read("a")) expect(chunk.length).toBeGreaterThan(0);
  };
  await expect(drain()).rejects.toThrow("import.too_large_inside");
  const many = await save("many.zip", zipOf(Array.from({ length: 4 }, (_, i) => ({ name: String(i), content: ["x"] }))));
  expect(await openArchive(many, limits)).toMatchObject({ refusal: { code: "import.too_many_parts" } });
});

it("whatever bytes come, the answer is a refusal or rows, never a crash", async () => {
  const good = await save(
    "good.xlsx",
    workbook([
      sheet([
        ["一", 1],
        ["二", 2],
      ]),
    ]),
  );
  const bytes = await readFile(good);
  const path = join(dir, "mutated.xlsx");
  const change = fc.asyncProperty(fc.nat(bytes.length - 1), fc.nat(255), fc.nat(bytes.length), async (at, byte, cut) => {
    const mutated = Buffer.from(bytes.subarray(0, Math.max(cut, 8)));
    if (at < mutated.length) mutated[at] = byte;
    await writeFile(path, mutated);
    await readAll(path).catch((error: Error) => expect(error.message).toMatch(/^import\./));
  });
  await fc.assert(change, { numRuns: 150, seed: 3 });
});

it("text files tell their encoding and separator, and quotes hold what they hold", () => {
  const rows: FileRow[] = [];
  const reader = csvReader(",", (row) => rows.push(row));
  for (const piece of ['名称,地址\r\n"甲,乙","a ""b""\n', 'c"\n\n,,\n丙,', "丁"]) reader.push(piece);
  reader.end();
  expect(rows).toEqual([
    { number: 1, cells: ["名称", "地址"] },
    { number: 2, cells: ["甲,乙", 'a "b"\nc'] },
    { number: 5, cells: ["丙", "丁"] },
  ]);
  expect([separatorOf("a;b;c"), separatorOf("a\tb"), separatorOf('"x,y"\tz')]).toEqual([";", "\t", "\t"]);
  expect([
    encodingOf(new TextEncoder().encode("单位").subarray(0, 5)),
    encodingOf(Uint8Array.of(0xb5, 0xa5)),
    encodingOf(Uint8Array.of(1, 0, 2)),
  ]).toEqual(["utf-8", "gb18030", null]);
});

it("tags split over chunks, brackets in quotes and comments are read as they are meant", () => {
  const heard: string[] = [];
  const scanner = xmlScanner({
    open: (name, attributes) => void heard.push(`<${name} ${attribute(attributes, "r") ?? ""}`),
    close: (name) => void heard.push(`/${name}`),
    text: (raw) => void heard.push(unescapeXml(raw)),
  });
  for (const letter of '<?xml version="1.0"?><a:c xr="no" r="1>2"><!-- <x> -->&lt;甲&#x4e59;<![CDATA[<&>]]></a:c><e/>')
    scanner.push(Buffer.from(letter));
  scanner.end();
  expect(heard.join("|")).toBe("<c 1>2|<甲乙|<&>|/c|<e |/e");
});

it("columns are lettered as Excel letters them, and text cannot break out of its cell", () => {
  expect([0, 25, 26, 701, 702].map(columnLetters)).toEqual(["A", "Z", "AA", "ZZ", "AAA"]);
  expect(xmlText('a<b>&"\u0000\ud800_x000D_')).toBe("a&lt;b&gt;&amp;&quot;_x005F_x000D_");
});

it("what the database keeps in no text is left out: U+0000 and halves of a character, however they are written", () => {
  expect(["a_x0000_b", "a&#0;b", "a&#x0;b", "a_xD83D_b", "_xD83D__xDE00_"].map(unescapeXml)).toEqual(["ab", "ab", "ab", "a\ufffdb", "😀"]);
  const heard: string[] = [];
  const scanner = xmlScanner({ open: () => undefined, close: () => undefined, text: (raw) => void heard.push(unescapeXml(raw)) });
  scanner.push(Buffer.from("<t>a\0b</t>"));
  scanner.end();
  expect(heard).toEqual(["ab"]);
});
