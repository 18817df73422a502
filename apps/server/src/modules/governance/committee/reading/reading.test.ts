/** Minutes read as an officer of the committee reads them: days, who is meant, what is forgotten, why they cannot go out. */
import { describe, expect, it } from "vitest";
import type { CalendarDate } from "#platform/values.ts";
import { lackingOf, whyHeldBack } from "../domain/hold-back.ts";
import { owedIn, periodsOf, yearlyReportDue } from "../domain/owed.ts";
import { chineseNumber, daysIn } from "./days.ts";
import { assignmentIn, clauseIn, type KnownOrgan, organIn, sentencesOf, titleOf, unmarked } from "./sentences.ts";

const on = "2026-03-18" as CalendarDate; // a Wednesday
const day = (text: string, at: string = on) => daysIn(text, at as CalendarDate).map((found) => found.day);

describe("days said in minutes", () => {
  it.each([
    ["4月30日前修复", "2026-04-30"],
    ["4 月 30 日前修复", "2026-04-30"],
    ["四月三十日前", "2026-04-30"],
    ["2027年1月15日前", "2027-01-15"],
    ["二〇二六年十二月三十一日前", "2026-12-31"],
    ["明年3月底前建成", "2027-03-31"],
    ["4月底前", "2026-04-30"],
    ["5月上旬报送", "2026-05-10"],
    ["5月中旬报送", "2026-05-20"],
    ["5月下旬报送", "2026-05-31"],
    ["6月份完成", "2026-06-30"],
    ["月底前", "2026-03-31"],
    ["下月底前", "2026-04-30"],
    ["一季度末前开完", "2026-03-31"],
    ["二季度内", "2026-06-30"],
    ["上半年完成", "2026-06-30"],
    ["年底前", "2026-12-31"],
    ["2027年底前", "2027-12-31"],
    ["今年内", "2026-12-31"],
    ["15日内", "2026-04-02"],
    ["三天内", "2026-03-21"],
    ["两周内", "2026-04-01"],
    ["一个月内", "2026-04-18"],
    ["5个工作日内", "2026-03-25"],
    ["本周五前", "2026-03-20"],
    ["下周三前", "2026-03-25"],
  ])("%s is %s", (text, expected) => {
    expect(day(text)).toEqual([expected]);
  });

  it("takes a month long gone for next year's, and one just gone for a fact", () => {
    expect(day("1月31日前上报", "2026-12-18")).toEqual(["2027-01-31"]);
    expect(day("3月11日已经督办", "2026-03-18")).toEqual([]);
    expect(day("12月31日前", "2026-12-31")).toEqual(["2026-12-31"]);
  });

  it("knows the ends of months, leap years too, and refuses days that are none", () => {
    expect(day("2月底前", "2028-01-10")).toEqual(["2028-02-29"]);
    expect(day("一个月内", "2028-01-31")).toEqual(["2028-02-29"]);
    expect(day("2月29日前", "2026-01-10")).toEqual([]);
    expect(day("13月1日前")).toEqual([]);
    expect(day("下月底前", "2026-12-18")).toEqual(["2027-01-31"]);
  });

  it("reads working days over a holiday", () => {
    expect(day("3个工作日内", "2026-09-30")).toEqual(["2026-10-10"]); // 国庆 and the working Saturday after it
  });

  it("reads several, in their order, and no figure that is no day", () => {
    expect(day("4月10日前核拨，4月30日前修复")).toEqual(["2026-04-10", "2026-04-30"]);
    expect(day("完好率94.6%，30具中12具已落实，经费18万元")).toEqual([]);
  });

  it("reads Chinese numbers", () => {
    expect(["十", "十五", "三十", "三十一", "两", "30", "二〇二六"].map(chineseNumber)).toEqual([10, 15, 30, 31, 2, 30, 2026]);
    expect(chineseNumber("百")).toBeUndefined();
  });
});

const organs: readonly KnownOrgan[] = [
  { id: "changshan", names: ["常山县人民政府", "常山县政府"] },
  { id: "finance", names: ["衢州市财政局", "市财政局"] },
  { id: "water", names: ["衢州水务集团", "市水务集团", "水务集团"] },
  { id: "brigade", names: ["市消防救援支队"] },
];
const TEXT = [
  "会议听取了常山县政府关于市政消火栓完好率未达 100 % 的说明，市消防救援支队通报了两次督办情况。",
  "会议要求，常山县政府 4月30日前修复全部不完好市政消火栓，逐具上传修复照片；市财政局 4月10日前核拨修复经费缺口 18 万元。市水务集团配合开展压力检测。",
].join("\n");

describe("sentences that give somebody something to do", () => {
  it("are split at full stops and semicolons, and keep their place", () => {
    const found = sentencesOf(TEXT);
    expect(found.map(({ text }) => text.slice(0, 6))).toEqual(["会议听取了常", "会议要求，常", "市财政局 4", "市水务集团配"]);
    for (const { start, end, text } of found) expect(TEXT.slice(start, end)).toBe(text);
  });

  it("are told from reports of what was said or done", () => {
    const read = sentencesOf(TEXT).map((sentence) => assignmentIn(sentence, on, organs));
    expect(read[0]).toBeUndefined();
    expect(read[1]).toMatchObject({ organ: { id: "changshan" }, day: "2026-04-30", lacks: [] });
    expect(read[2]).toMatchObject({ organ: { id: "finance" }, day: "2026-04-10", lacks: [] });
    expect(read[3]).toMatchObject({ organ: { id: "water" }, day: undefined, lacks: ["day"] });
  });

  it.each([
    ["会议认为，形势总体平稳", false],
    ["18 具因经费未到位停滞", false],
    ["常山县政府已完成修复", false],
    ["会议要求 4月底前完成排查", true],
    ["某某开发公司负责增配水带", true],
    ["由市应急管理局牵头制定方案", true],
  ])("%s: %s", (text, expected) => {
    const [sentence] = sentencesOf(text);
    expect(sentence && assignmentIn(sentence, on, organs) !== undefined).toBe(expected);
  });

  it("say that nobody is named where only a day is", () => {
    const [sentence] = sentencesOf("会议要求 4月底前完成排查");
    expect(sentence && assignmentIn(sentence, on, organs)?.lacks).toEqual(["organ"]);
  });

  it("speak to all counties or members at once", () => {
    expect(organIn("各县（市、区）政府 3月31日前开完一季度政府常务会议", organs)).toMatchObject({
      spread: "counties",
      words: "各县（市、区）政府",
    });
    expect(organIn("各成员单位要落实行业责任", organs)).toMatchObject({ spread: "members" });
  });

  it("are pointed out until marked or set aside", () => {
    const marks = [{ start: TEXT.indexOf("常山县政府 4月"), end: TEXT.indexOf("；") }];
    const open = (setAside: readonly string[]) => unmarked(TEXT, on, { organs, marks, setAside }).map(({ text }) => text.slice(0, 5));
    expect(open([])).toEqual(["市财政局 ", "市水务集团"]);
    expect(open(["市水务集团配合开展压力检测"])).toEqual(["市财政局 "]);
  });

  it("give a task its title without the organ and the day", () => {
    expect(titleOf("会议要求，常山县政府 4月30日前修复全部不完好市政消火栓", { words: "常山县政府" }, "4月30日")).toBe(
      "修复全部不完好市政消火栓",
    );
    expect(titleOf("市财政局 4月10日前核拨修复经费缺口 18 万元", { words: "市财政局" }, "4月10日")).toBe("核拨修复经费缺口 18 万元");
    expect(titleOf("列为一季度挂账问题", undefined, undefined)).toBe("列为一季度挂账问题");
  });

  it("may name a clause", () => {
    expect(clauseIn("按 QZ-7.3.4 落实")).toBe("QZ-7.3.4");
    expect(clauseIn("按规定落实")).toBeUndefined();
  });
});

describe("minutes held back", () => {
  const whole = { id: "a", agenda: "1", organ: "x", spread: "one", owner: "陈志远", dueOn: "2026-04-30" };
  const agenda = { id: "1", text: "会议要求……", unmarked: 0 };
  it("until every task has an organ, a person and a day ahead", () => {
    expect(lackingOf(whole, on)).toEqual([]);
    expect(lackingOf({ ...whole, owner: " ", dueOn: null }, on)).toEqual(["owner", "day"]);
    expect(lackingOf({ ...whole, organ: null }, on)).toEqual(["organ"]);
    expect(lackingOf({ ...whole, organ: null, spread: "counties" }, on)).toEqual([]);
    expect(lackingOf({ ...whole, dueOn: "2026-03-17" }, on)).toEqual(["late"]);
  });
  it("name each reason, and none where all is said", () => {
    expect(whyHeldBack({ tasks: [whole], agendas: [agenda], refusedBy: [] }, on)).toEqual([]);
    expect(
      whyHeldBack(
        {
          tasks: [whole, { ...whole, id: "b", dueOn: null }],
          agendas: [
            { ...agenda, unmarked: 1 },
            { id: "2", text: " ", unmarked: 0 },
          ],
          refusedBy: ["市财政局"],
        },
        on,
      ),
    ).toEqual([
      { kind: "tasks", n: 1, lacks: ["day"], ids: ["b"] },
      { kind: "sentences", n: 1, agendas: ["1"] },
      { kind: "silent", n: 1, agendas: ["2"] },
      { kind: "refused", n: 1, organs: ["市财政局"] },
    ]);
  });
});

describe("meetings owed", () => {
  it("a quarter, a half year, a year at a time", () => {
    expect(periodsOf(2026, "quarter").map(({ from, to }) => `${from} ${to}`)).toEqual([
      "2026-01-01 2026-03-31",
      "2026-04-01 2026-06-30",
      "2026-07-01 2026-09-30",
      "2026-10-01 2026-12-31",
    ]);
    expect(periodsOf(2026, "half-year").map(({ to }) => to)).toEqual(["2026-06-30", "2026-12-31"]);
    expect(periodsOf(2026, "year").map(({ key }) => key)).toEqual(["2026"]);
  });
  it("are met, due, missed or still ahead", () => {
    const states = owedIn(2026, { every: "quarter" }, ["2026-04-09"], "2026-07-02" as CalendarDate).map(({ state }) => state);
    expect(states).toEqual(["missed", "met", "due", "ahead"]);
  });
  it("count the last day of a period as within it", () => {
    const last = owedIn(2026, { every: "quarter" }, [], "2026-03-31" as CalendarDate)[0];
    expect(last).toMatchObject({ state: "due", daysLeft: 0 });
    expect(owedIn(2026, { every: "quarter" }, ["2026-03-31"], "2026-04-01" as CalendarDate)[0]?.state).toBe("met");
  });
  it("are owed from the first whole period after the duty began", () => {
    expect(owedIn(2024, { every: "quarter", since: "2024-04-30" }, [], "2024-12-31" as CalendarDate).map(({ key }) => key)).toEqual([
      "2024Q3",
      "2024Q4",
    ]);
  });
  it("and the yearly report is due at the end of January", () => {
    expect(yearlyReportDue(2025)).toBe("2026-01-31");
  });
});
