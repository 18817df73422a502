import { expect, it } from "vitest";
import { choice, day, decimal, type Field, integer, many, moment, text, yes } from "../fields.ts";
import type { Cell } from "./cell.ts";
import { parseCell } from "./parse-cell.ts";
import { dateOfSerial } from "./sheet-read.ts";

const read = (cell: Cell, field: Field) => {
  const parsed = parseCell(cell, field);
  return "code" in parsed ? parsed.code : parsed.value;
};

it.each<[Cell, unknown]>([
  [{ day: "2026-03-18" }, "2026-03-18"],
  ["2026-03-18", "2026-03-18"],
  ["2026/3/8", "2026-03-08"],
  ["2026.3.8", "2026-03-08"],
  ["2026年3月8日", "2026-03-08"],
  ["20260308", "2026-03-08"],
  [20260308, "2026-03-08"],
  ["２０２６-０３-０８", "2026-03-08"],
  ["2026-03-18 14:30", "2026-03-18"],
  ["2026/2/30", "ledger.no_such_day"],
  ["2026.13.1", "ledger.no_such_day"],
  ["去年春天", "import.not_a_day"],
  ["2026.3", "import.not_a_day"],
  ["—", null],
  ["", null],
  [null, null],
])("a day written %j is read as %j", (cell, expected) => {
  expect(read(cell, day("检查日期"))).toBe(expected);
});

it("a number in a cell that lost its date format is read as that day, and said so", () => {
  expect(parseCell(46_099, day("检查日期"))).toMatchObject({ value: "2026-03-18", note: { code: "import.read_as_day" } });
  expect(read(12, day("检查日期"))).toBe("import.not_a_day");
});

it("Excel's day numbers count a 29 February 1900 that never was, and start in 1904 on a Mac", () => {
  expect([dateOfSerial(1), dateOfSerial(59), dateOfSerial(61), dateOfSerial(46_099.5)]).toEqual([
    { day: "1900-01-01" },
    { day: "1900-02-28" },
    { day: "1900-03-01" },
    { day: "2026-03-18", time: "12:00:00" },
  ]);
  expect(dateOfSerial(44_637, true)).toEqual({ day: "2026-03-18" });
  expect([dateOfSerial(-1), dateOfSerial(9e9)]).toMatchObject([{ broken: "day" }, { broken: "day" }]);
});

it.each<[Cell, unknown]>([
  [1200.5, 1200.5],
  ["1,200.5", 1200.5],
  ["26,000㎡", 26_000],
  ["26000 平方米", 26_000],
  ["１２", 12],
  ["-3", -3],
  ["/", null],
  ["无", null],
  ["很大", "ledger.not_a_number"],
  ["12-15", "ledger.not_a_number"],
  [{ day: "2026-03-18" }, "ledger.not_a_number"],
])("a figure written %j is read as %j", (cell, expected) => {
  expect(read(cell, decimal("建筑面积", { unit: "m²" }))).toBe(expected);
});

it.each<[Cell, unknown]>([
  ["是", true],
  ["√", true],
  ["有", true],
  [1, true],
  [true, true],
  ["否", false],
  ["没有", false],
  [0, false],
  ["大概", "import.not_yes_or_no"],
])("yes or no written %j is read as %j", (cell, expected) => {
  expect(read(cell, yes("已联网"))).toBe(expected);
});

const kinds = choice("类别", { shop: "商场、市场", hotel: "宾馆（饭店）" });
it.each<[Cell, unknown]>([
  ["商场、市场", "shop"],
  ["商场市场", "shop"],
  ["hotel", "hotel"],
  ["宾馆(饭店)", "hotel"],
  ["城堡", "ledger.not_a_choice"],
])("a choice written %j is read as %j", (cell, expected) => {
  expect(read(cell, kinds)).toBe(expected);
});

it("a choice nearly right is offered as it should be", () => {
  expect(parseCell("商场、集市", kinds)).toMatchObject({
    code: "import.choice_near",
    fix: { label: "改为商场、市场", value: "商场、市场" },
  });
});

it("several choices may be parted as people part them", () => {
  const field = many("设施", { a: "喷淋", b: "烟感", c: "消火栓" });
  expect(parseCell("喷淋，烟感;消火栓", field)).toEqual({ value: ["a", "b", "c"] });
  expect(read("喷淋、水枪", field)).toBe("ledger.not_a_choice");
});

it("text stays what a person saw, unless Excel has already lost its end", () => {
  expect([read(13_812_346_218, text("电话")), read("  甲  ", text("名称")), read("=1+1", text("名称"))]).toEqual([
    "13812346218",
    "甲",
    "=1+1",
  ]);
  expect(read(913_308_020_000_000_000, text("统一社会信用代码"))).toBe("import.digits_lost");
  expect(read("９１３３　０８０２", text("代码", { format: "creditCode" }))).toBe("91330802");
});

it("a formula is read by its result; without one, or with an error, it says so", () => {
  expect(read({ broken: "formula", shown: "" }, integer("层数"))).toBe("import.formula_without_result");
  expect(parseCell({ broken: "error", shown: "#N/A" }, integer("层数"))).toMatchObject({
    code: "import.formula_error",
    params: { shown: "#N/A" },
  });
});

it("an instant is read in China's time", () => {
  expect(read("2026-03-18 14:30", moment("时间"))).toBe("2026-03-18T14:30:00+08:00");
  expect(read("2026-03-18 25:30", moment("时间"))).toBe("ledger.no_such_day");
  expect(read({ day: "2026-03-18", time: "06:05:00" }, moment("时间"))).toBe("2026-03-18T06:05:00+08:00");
});
