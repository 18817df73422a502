import { DOMParser, type Element } from "@xmldom/xmldom";
import PizZip from "pizzip";
import { describe, expect, it } from "vitest";
import type { CalendarDate } from "#platform/values.ts";
import { composeReport, type ReportGiven } from "./compose.ts";
import { writeDocx } from "./docx/write-docx.ts";
import { countsOf, latest, metRate, progressOf, type ReportStanding } from "./domain/report.ts";

const area = (key: number, name: string) => ({ key, name });
const changshan = area(330822000000000, "常山县");
const kecheng = area(330802000000000, "柯城区");
const standing = (given: Partial<ReportStanding>): ReportStanding => ({
  clause: "QZ-7.3.4",
  duty: "a",
  text: "市政消火栓完好率",
  area: changshan,
  organ: "常山县人民政府",
  person: "陈志远",
  lead: "衢州市消防救援支队",
  period: "2026",
  status: "met",
  value: 100,
  num: 312,
  den: 312,
  unit: "%",
  decimals: 1,
  target: 100,
  evidence: "computed",
  dueOn: "2025-12-31" as CalendarDate,
  days: 0,
  urged: 0,
  ...given,
});
const late = standing({ status: "overdue", value: 94.6, num: 526, den: 556, days: 77, urged: 2 });
const given: ReportGiven = {
  area: "衢州市",
  pack: { title: "消防安全工作实施意见", number: "衢政发〔2024〕1号", issuer: "衢州市人民政府", version: 3 },
  year: 2026,
  on: "2026-03-18",
  madeBy: "衢州市消防安全委员会办公室",
  clauses: [
    { id: "QZ-7.3.4", title: "市政消火栓完好率", part: "七、基础建设", subsystem: "综合保障", awaits: null },
    { id: "QZ-8.1.1", title: "专家库 <b>&\u0001", part: "七、基础建设", subsystem: "应急救援", awaits: "专家" },
  ],
  standings: [late, standing({ area: kecheng, organ: "柯城区人民政府" })],
  before: [standing({ period: "2025" }), standing({ period: "2025", area: kecheng })],
  months: [
    { month: 1, met: 60, metBefore: null },
    { month: 2, met: 50.04, metBefore: 40 },
  ],
  evidence: [
    { clause: "QZ-7.3.4", text: "市政消火栓完好率", source: "消防水源台账", rows: 868, query: "water-sources.hydrant_intact_rate" },
  ],
  hand: [
    {
      clause: "QZ-7.3.4",
      area: "常山县",
      value: "94.6 %",
      on: "2026-03-01",
      by: "余晓",
      note: "验收单",
      files: [{ name: "验收.pdf", sha256: "ab".repeat(32) }],
    },
  ],
  snapshots: [{ id: "s-1", subject: "常山县 2026 年度考核", at: "2027-01-15 10:00", rows: 120, sm3: "0f".repeat(32) }],
  frozen: false,
};
const head = { title: "专题报告", author: "办公室", madeAt: new Date("2026-03-18T06:30:00Z"), foot: "衢州市" };
const bytes = writeDocx(composeReport(given), head);
const zip = new PizZip(bytes);
const part = (name: string): string => zip.file(name)?.asText() ?? "";
/** Every part read by a strict parser: a warning is a defect. */
const parsed = (name: string) =>
  new DOMParser({
    onError: (level, message) => {
      throw new Error(`${name}: ${level} ${message}`);
    },
  }).parseFromString(part(name), "text/xml");
const all = (name: string, tag: string): readonly Element[] => Array.from(parsed(name).getElementsByTagName(tag));
const textOf = (): string =>
  part("word/document.xml")
    .replaceAll(/<\/w:(p|tc)>/g, "\n")
    .replaceAll(/<[^>]+>/g, "");

describe("the file", () => {
  it("is a package whose every part is well-formed and of a declared kind, and whose every reference leads to a part", () => {
    const names = Object.values(zip.files)
      .filter(({ dir }) => !dir)
      .map(({ name }) => name);
    for (const name of names) parsed(name);
    const kinds = new Set(all("[Content_Types].xml", "Override").map((each) => each.getAttribute("PartName")));
    for (const name of names.filter((each) => each.endsWith(".xml") && !each.startsWith("["))) expect(kinds, name).toContain(`/${name}`);
    for (const kind of kinds) expect(names).toContain(String(kind).slice(1));
    const targets = new Map(
      all("word/_rels/document.xml.rels", "Relationship").map((each) => [each.getAttribute("Id"), each.getAttribute("Target")]),
    );
    for (const target of targets.values()) expect(names).toContain(`word/${target}`);
    for (const chart of all("word/document.xml", "c:chart")) expect(targets.has(chart.getAttribute("r:id"))).toBe(true);
    for (const style of all("word/document.xml", "w:pStyle"))
      expect(part("word/styles.xml"), String(style.getAttribute("w:val"))).toContain(`w:styleId="${style.getAttribute("w:val")}"`);
  });

  it("keeps each table to its grid and to the width between the margins", () => {
    for (const table of all("word/document.xml", "w:tbl")) {
      const grid = Array.from(table.getElementsByTagName("w:gridCol")).map((each) => Number(each.getAttribute("w:w")));
      expect(Math.abs(grid.reduce((sum, width) => sum + width, 0) - 8845)).toBeLessThan(12);
      for (const row of Array.from(table.getElementsByTagName("w:tr"))) expect(row.getElementsByTagName("w:tc")).toHaveLength(grid.length);
    }
  });

  it("draws its charts with their values, as many as categories", () => {
    const charts = Object.keys(zip.files).filter((name) => /charts\/chart\d+\.xml$/.test(name));
    expect(charts).toHaveLength(3);
    for (const name of charts)
      for (const series of all(name, "c:ser")) {
        const [categories, values] = ["c:cat", "c:val"].map((tag) =>
          series.getElementsByTagName(tag)[0]?.getElementsByTagName("c:ptCount")[0]?.getAttribute("val"),
        );
        expect(Number(values)).toBeGreaterThan(0);
        expect(values).toBe(categories);
      }
  });

  it("what no XML may hold is left out, what looks like markup is text", () => {
    expect(part("word/document.xml")).toContain("专家库 &lt;b&gt;&amp;");
    expect(textOf()).not.toContain("\u0001");
  });
});

describe("what it says", () => {
  it("gives the figures, who owes what is late, and where each figure comes from", () => {
    const text = textOf();
    expect(text).toContain("应办 2 项，达标 1 项");
    expect(text).toContain("常山县人民政府 陈志远");
    expect(text).toContain("94.6 % / 100");
    expect(text).toContain("77 天");
    expect(text).toContain("water-sources.hydrant_intact_rate");
    expect(text).toContain("验收.pdf abababababababab");
    expect(text).toContain("未冻结");
    expect(text).toContain("0f".repeat(32));
    expect(text).toContain("待专家");
    expect(text).not.toMatch(/undefined|NaN|\[object/);
  });
  it("says that a frozen year changes no more", () => {
    const text = JSON.stringify(composeReport({ ...given, frozen: true }));
    expect(text).toContain("已冻结");
    expect(text).not.toContain("未冻结");
  });
  it("says so where last year or anything at all is missing", () => {
    const bare = composeReport({ ...given, standings: [], before: [], months: [], evidence: [], hand: [], snapshots: [] });
    const text = JSON.stringify(bare);
    expect(text).toContain("2025 年没有同口径的数据");
    expect(text).toContain("没有逾期事项");
    expect(text).not.toMatch(/undefined|NaN/);
    expect(() => writeDocx(bare, head)).not.toThrow();
  });
});

describe("counting", () => {
  it("no data is late, what has not begun is not owed, what is waived is not in the rate", () => {
    const counts = countsOf([{ status: "met" }, { status: "no-data" }, { status: "not-due" }, { status: "waived" }, { status: "overdue" }]);
    expect(counts).toEqual({ owed: 4, met: 1, atRisk: 0, open: 0, overdue: 2, waived: 1 });
    expect(metRate(counts)).toBeCloseTo(33.33, 1);
    expect(metRate(countsOf([{ status: "waived" }]))).toBeNull();
  });
  it("of a duty that comes every quarter the last one begun counts", () => {
    const quarters = [
      standing({ period: "2026-Q1", dueOn: "2026-03-31" as CalendarDate, status: "overdue" }),
      standing({ period: "2026-Q2", dueOn: "2026-06-30" as CalendarDate, status: "met" }),
      standing({ period: "2026-Q3", dueOn: "2026-09-30" as CalendarDate, status: "not-due" }),
    ];
    expect(latest(quarters).map(({ period }) => period)).toEqual(["2026-Q2"]);
    expect(latest(quarters.toReversed()).map(({ period }) => period)).toEqual(["2026-Q2"]);
  });
  it("progress names what changed, the greatest first, and nothing that is new", () => {
    const now = [late, standing({ area: kecheng }), standing({ clause: "QZ-1", status: "met" }), standing({ clause: "QZ-2" })];
    const before = [standing({}), standing({ area: kecheng }), standing({ clause: "QZ-1", status: "overdue" })];
    expect(progressOf(now, before).map(({ clause }) => clause)).toEqual(["QZ-1", "QZ-7.3.4"]);
  });
});

it("an annex of many entries tells them by clause, and begins on a page of its own", () => {
  const hand = Array.from({ length: 201 }, (_, i) => ({
    clause: i % 2 === 0 ? "QZ-1.1" : "QZ-1.2",
    area: `镇 ${i}`,
    value: "1",
    on: `2026-01-${String((i % 28) + 1).padStart(2, "0")}`,
    by: "联络员",
    note: "已办",
    files: [],
  }));
  const blocks = composeReport({ ...given, hand });
  const table = blocks.filter((block) => block.kind === "table").find(({ columns }) => columns.some(({ label }) => label === "份数"));
  expect(table?.rows).toEqual([
    ["QZ-1.1", "101", "101", "0", "2026-01-01", "2026-01-27"],
    ["QZ-1.2", "100", "100", "0", "2026-01-02", "2026-01-28"],
  ]);
  expect(blocks.find((block) => block.kind === "heading" && block.newPage)).toMatchObject({ text: "附件　证据目录" });
});
