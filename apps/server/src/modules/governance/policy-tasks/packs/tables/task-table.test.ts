import { describe, expect, it } from "vitest";
import { calendarDate } from "#platform/values.ts";
import { wordsAt } from "../domain/document-words.ts";
import { dueOf } from "../domain/due-words.ts";
import { type NamedOrgan, organsMeant, piecesOf } from "../domain/organ-words.ts";
import { kindOfHeader, readTable, tasksOf } from "./task-table.ts";

it.each([
  ["2026年12月底前", "2026-12-31"],
  ["2026年12月", "2026-12-31"],
  ["2026年2月底", "2026-02-28"],
  ["2028年2月底", "2028-02-29"],
  ["2026-06-30", "2026-06-30"],
  ["2026.6.30前", "2026-06-30"],
  ["2026年6月30日前", "2026-06-30"],
  ["6月底前", "2026-06-30"],
  ["９月底前", "2026-09-30"],
  ["十一月底", "2026-11-30"],
  ["2027年三季度", "2027-09-30"],
  ["第四季度", "2026-12-31"],
  ["上半年", "2026-06-30"],
  ["年底前", "2026-12-31"],
  ["2027年底", "2027-12-31"],
  ["2027年前", "2027-12-31"],
  ["每季度", "quarter"],
  ["每月", "month"],
  ["每半年一次", "half-year"],
  ["每年", "year"],
  ["长期坚持", "keep"],
  ["持续推进", "keep"],
  ["2026年2月30日", undefined],
  ["2026年13月", undefined],
  ["尽快", undefined],
  ["", undefined],
])("the deadline %j is %s", (words, expected) => {
  const due = dueOf(words, 2026);
  expect(due?.kind === "by" ? due.by : due?.kind === "every" ? due.every : due?.kind).toBe(expected);
});

it.each([
  ["序号", "number"],
  ["重点任务", "task"],
  ["工作内容", "task"],
  ["牵头单位", "lead"],
  ["责任单位（牵头）", "lead"],
  ["配合单位", "support"],
  ["完成时限", "due"],
  ["时间节点", "due"],
  ["主要举措", "measures"],
  ["责任人", "owner"],
  ["联系电话", null],
])("the column %s is %s", (header, kind) => expect(kindOfHeader(header)).toBe(kind));

const organ = (id: string, name: string, shortName: string, kind: string, level: string, member = false): NamedOrgan => ({
  id,
  area: 1,
  name,
  shortName,
  kind,
  level,
  member,
});
const organs = [
  organ("f", "云溪市消防救援支队", "市消防救援支队", "fire-brigade", "city", true),
  organ("o", "云溪市消防安全委员会办公室", "市消安办", "committee", "city"),
  organ("h", "云溪市住房和城乡建设局", "市住建局", "housing", "city", true),
  organ("1", "一县人民政府", "一县政府", "government", "county"),
  organ("2", "二县人民政府", "二县政府", "government", "county"),
  organ("t", "甲镇人民政府", "甲镇", "government", "town"),
];

describe("organs as a table names them", () => {
  it("are taken apart by 、 and lines, brackets kept together", () =>
    expect(piecesOf("市住建局、各县（市、区）政府\n市消防救援支队（牵头）；市消安办")).toEqual([
      "市住建局",
      "各县（市、区）政府",
      "市消防救援支队",
      "市消安办",
    ]));
  it.each([
    ["市住建局", ["h"], "housing"],
    ["住建局", ["h"], "housing"],
    ["云溪市住房和城乡建设局", ["h"], "housing"],
    ["市消安办", ["o"], "committee-office"],
    ["各县（市、区）政府", ["1", "2"], "government"],
    ["各县〔市、区〕人民政府", ["1", "2"], "government"],
    ["各乡镇（街道）", ["t"], "government"],
    ["各成员单位", ["f", "h"], "any"],
  ])("%s", (words, ids, kind) => {
    const meant = organsMeant(words, organs);
    expect([meant?.organs.map(({ id }) => id), meant?.selector.organ]).toEqual([ids, kind]);
  });
  it("one county among several is told by its area, one of its kind by its kind alone", () => {
    const counties = [
      { ...organ("1", "一县人民政府", "一县政府", "government", "county"), area: 999901_000_000_000 },
      { ...organ("2", "二县人民政府", "二县政府", "government", "county"), area: 999902_000_000_000 },
      { ...organ("c", "云溪市消防安全委员会", "市消安委", "committee", "city"), area: 999900_000_000_000 },
      { ...organ("o", "云溪市消防安全委员会办公室", "市消安办", "committee", "city"), area: 999900_000_000_000 },
    ];
    expect(organsMeant("二县政府", counties)?.selector).toEqual({ level: "county", organ: "government", areas: ["999902"] });
    expect(organsMeant("市消安办", counties)?.selector).toEqual({ level: "city", organ: "committee-office" });
    expect(organsMeant("市消安委", counties)?.selector).toEqual({ level: "city", organ: "committee" });
  });
  it("and one that is not there is nobody", () => expect(organsMeant("市某某局", organs)).toBeUndefined());
});

it("titles above the head are passed over, and a table without tasks is none", () => {
  const rows = [["重点任务分解表"], ["任务", "牵头单位", "完成时限"], ["建站", "市消防救援支队", "年底前"]].map((cells, i) => ({
    number: i + 1,
    cells,
  }));
  const table = readTable(rows);
  expect(table?.rows.map(({ number }) => number)).toEqual([3]);
  const [task] = tasksOf(table ?? { columns: [], rows: [] }, { organs, year: 2026, today: calendarDate.parse("2026-03-18") });
  expect(task).toMatchObject({ row: 3, title: "建站", due: { kind: "by", by: "2026-12-31" }, problems: [] });
  expect(readTable([{ number: 1, cells: ["姓名", "电话"] }])).toBeUndefined();
});

it("the words of a document are found by chapter, section and point", () => {
  const text = "标题\n为了贯彻。\n一、总则\n（一）目标。甲。\n1.第一点。\n2.第二点。\n（二）原则。乙。\n二、任务\n（一）站点。丙。\n";
  expect(wordsAt(text, "一（一）2")).toEqual(["2.第二点。"]);
  expect(wordsAt(text, "二（一）")).toEqual(["（一）站点。丙。"]);
  expect(wordsAt(text, "一（二）")).toEqual(["（二）原则。乙。"]);
  expect(wordsAt(text, "引言")).toEqual(["标题", "为了贯彻。"]);
  expect(wordsAt(text, "九")).toEqual([]);
});
