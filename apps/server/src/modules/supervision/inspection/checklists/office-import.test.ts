import { describe, expect, it } from "vitest";
import { compareItems } from "./compare.ts";
import { guessColumns } from "./office-columns.ts";
import { type OfficeRow, takeItems } from "./office-items.ts";

const rows = (...cells: string[][]): readonly OfficeRow[] => cells.map((each, i) => ({ number: i + 2, cells: each }));
const columns = ["section", "section", "text"] as const;

describe("which column is meant for what", () => {
  it("is told by the words of the head", () => {
    const guessed = guessColumns(["序号", "类别", "检查内容", "检查依据", "整改要求"], [["1", "疏散", "通道畅通", "消防法", "清走"]]);
    expect(guessed.map(({ target }) => target)).toEqual(["id", "section", "text", "ground", "remedy"]);
  });
  it("is told by the content where heads say nothing: long texts that differ, after short ones that repeat", () => {
    const body = Array.from({ length: 12 }, (_, i) => [
      `现场检查 ${i % 2}`,
      `（${i % 3}）电气安全`,
      `配电箱第 ${i} 处应设置警示标志，箱门与箱体跨接`,
      "N",
    ]);
    const guessed = guessColumns(["A", "B", "C", "D"], body);
    expect(guessed.map(({ target, by }) => [target, by])).toEqual([
      ["section", "content"],
      ["section", "content"],
      ["text", "content"],
      [null, null],
    ]);
  });
  it("shows the values of a column with few, so that one may take some rows only", () => {
    expect(guessColumns(["消防"], [["Y"], ["N"], ["Y"]])[0]?.values).toEqual(["Y", "N"]);
  });
});

describe("rows of an office's list", () => {
  it("come in with the section of the row above where the cell is empty, level by level", () => {
    const taken = takeItems(rows(["现场", "电气", "箱门接地"], ["", "", "线路穿管"], ["", "疏散", "通道畅通"], ["资料", "", "有制度"]), {
      columns,
    });
    expect(taken.items.map(({ section }) => section)).toEqual(["现场 › 电气", "现场 › 电气", "现场 › 疏散", "资料"]);
    expect(taken.filledDown).toBe(2 + 0);
  });
  it("a row without its text stays out and is named; the rest come in", () => {
    const taken = takeItems(rows(["现场", "电气", ""], ["", "", "线路穿管"]), { columns });
    expect(taken.errors).toMatchObject([{ row: 2, code: "inspection.item_without_text" }]);
    expect(taken.items).toHaveLength(1);
  });
  it("the same item twice in one section is reported with the first row; in another section it comes in with a note", () => {
    const taken = takeItems(rows(["现场", "电气", "1、通道畅通。"], ["", "", "通道畅通"], ["资料", "管理", "通道畅通"]), { columns });
    expect(taken.errors).toMatchObject([{ row: 3, code: "inspection.item_twice", params: { first: 2 } }]);
    expect(taken.notes).toMatchObject([{ row: 4, code: "inspection.item_elsewhere", params: { first: 2 } }]);
    expect(taken.items).toHaveLength(2);
  });
  it("a very long item comes in with a note; one beyond all measure does not", () => {
    const taken = takeItems(rows(["现场", "", "长".repeat(231)], ["", "", "过".repeat(2_001)]), { columns });
    expect(taken.notes).toMatchObject([{ row: 2, code: "inspection.item_long" }]);
    expect(taken.errors).toMatchObject([{ row: 3, code: "inspection.item_too_long", params: { length: 2_001 } }]);
  });
  it("lose the line ends and the lone quotation mark of a broken export", () => {
    expect(takeItems(rows(["现场", "", '1、用火、用电有无违章情况。"\n']), { columns }).items[0]?.text).toBe("1、用火、用电有无违章情况。");
  });
  it("only those rows come in whose value was chosen; blank ones are counted apart", () => {
    const taken = takeItems(rows(["Y", "通道畅通"], ["N", "机床防护"], ["", ""]), {
      columns: [null, "text"],
      only: [{ column: 0, values: ["Y"] }],
    });
    expect([taken.items.length, taken.leftOut, taken.blank]).toEqual([1, 1, 1]);
  });
  it("an item worded as before keeps its number in the next version", () => {
    const first = takeItems(rows(["现场", "", "通道畅通"], ["", "", "箱门接地"]), { columns });
    const next = takeItems(rows(["现场", "", "新的一项"], ["", "", "箱门接地"]), { columns }, first.items);
    const compared = compareItems(first.items, next.items);
    expect(next.items[1]?.id).toBe(first.items[1]?.id);
    expect([compared.added.length, compared.removed.length, compared.changed.length, compared.same]).toEqual([1, 1, 0, 1]);
  });
  it("an item without a ground says that it has none, one with it that it is local", () => {
    const taken = takeItems(rows(["通道畅通", "本市规定第三条"], ["箱门接地", ""]), { columns: ["text", "ground"] });
    expect(taken.items.map(({ confidence }) => confidence)).toEqual(["seen-local", "unknown"]);
  });
});
