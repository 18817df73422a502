/** Marks in minutes that are still being written. */
import { describe, expect, it } from "vitest";
import { editOf, overlapsAny, segmentsOf, shiftMarks, trimmed } from "./marks.ts";

const text = "会议要求，甲县4月前修复；乙局核拨。";
const mark = { id: "a", start: text.indexOf("甲县"), end: text.indexOf("；") };
const words = (after: string, marks: readonly { start: number; end: number }[]) => marks.map(({ start, end }) => after.slice(start, end));
const typed = (after: string) => words(after, shiftMarks([mark], text, after));

describe("an edit", () => {
  it("is one stretch out and one in", () => {
    expect(editOf("abc", "abXc")).toEqual({ at: 2, removed: 0, added: 1 });
    expect(editOf("abc", "ac")).toEqual({ at: 1, removed: 1, added: 0 });
    expect(editOf("aa", "aaa")).toEqual({ at: 2, removed: 0, added: 1 });
    expect(editOf("abc", "abc")).toEqual({ at: 3, removed: 0, added: 0 });
  });
});

describe("a mark", () => {
  it("moves with words typed or deleted before it", () => {
    expect(typed(`再次${text}`)).toEqual(["甲县4月前修复"]);
    expect(typed(text.replace("会议要求，", ""))).toEqual(["甲县4月前修复"]);
  });
  it("stays when something is typed after it, or at its very end", () => {
    expect(typed(`${text}完。`)).toEqual(["甲县4月前修复"]);
    expect(typed(text.replace("修复；", "修复！；"))).toEqual(["甲县4月前修复"]);
  });
  it("grows and shrinks with what is typed inside it", () => {
    expect(typed(text.replace("修复", "全部修复"))).toEqual(["甲县4月前全部修复"]);
    expect(typed(text.replace("4月前", ""))).toEqual(["甲县修复"]);
  });
  it("goes when its words go, alone or with more around them", () => {
    expect(typed(text.replace("甲县4月前修复", ""))).toEqual([]);
    expect(typed("")).toEqual([]);
  });
  it("keeps what an edit over its edge leaves of it", () => {
    expect(typed("会议要求，甲县4月前。")).toEqual(["甲县4月前"]);
    expect(typed("修复；乙局核拨。")).toEqual(["修复"]);
  });
});

it("a selection loses the stops it took along, and nothing else is no selection", () => {
  const at = trimmed(text, { start: text.indexOf("，"), end: text.indexOf("；") + 1 });
  expect(at && text.slice(at.start, at.end)).toBe("甲县4月前修复");
  expect(trimmed("， 。", { start: 0, end: 3 })).toBeUndefined();
});

it("marks may touch but not overlap", () => {
  expect(overlapsAny({ start: 0, end: mark.start }, [mark])).toBe(false);
  expect(overlapsAny({ start: mark.start, end: mark.start + 1 }, [mark])).toBe(true);
});

it("a text falls into marked and unmarked pieces that together are the text", () => {
  const pieces = segmentsOf(text, [{ start: text.indexOf("乙局"), end: text.indexOf("。") }, mark]);
  expect(pieces.map((piece) => piece.text).join("")).toBe(text);
  expect(pieces.filter((piece) => piece.mark).map((piece) => piece.text)).toEqual(["甲县4月前修复", "乙局核拨"]);
});
