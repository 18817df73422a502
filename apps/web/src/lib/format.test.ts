import { afterEach, describe, expect, it } from "vitest";
import { ago, clock, day, daysBetween, duration, exact, number, running, spaced, time, wan, weekday } from "./format.ts";
import { setLanguage } from "./i18n.ts";

const now = "2026-03-18T06:32:07Z";
afterEach(() => setLanguage("zh"));

describe("days and times are those of Shanghai", () => {
  it("a day of this year has no year, another year has one", () => {
    expect(day("2026-03-18", now)).toBe("3月18日");
    expect(day("2025-11-03", now)).toBe("2025年11月3日");
  });
  it("an instant late in the UTC day is already tomorrow in Shanghai", () => {
    expect(day("2026-03-17T16:00:00Z", now)).toBe("3月18日");
    expect(weekday("2026-03-17T16:00:00Z")).toBe("星期三");
  });
  it("alarms show seconds, everything else minutes", () => {
    expect(time("2026-03-18T06:32:07Z")).toBe("14:32");
    expect(clock("2026-03-18T06:30:20Z")).toBe("14:30:20");
    expect(exact("2026-03-18T06:30:20Z")).toBe("2026-03-18 14:30:20");
  });
  it("what is no date is a dash, not “Invalid Date”", () => expect([day("soon"), time("x"), clock("x")]).toEqual(["—", "—", "—"]));
  it("English turns the order round", () => {
    setLanguage("en");
    expect(day("2025-11-03", now)).toBe("3 Nov 2025");
  });
});

describe("spans", () => {
  it("runs as mm:ss and grows an hour only when there is one", () => {
    expect(running(107)).toBe("01:47");
    expect(running(5171)).toBe("1:26:11");
    expect(running(-3)).toBe("00:00");
  });
  it("a duration names its two largest units and leaves zeros out", () => {
    expect(duration(107)).toBe("1 分 47 秒");
    expect(duration(3600)).toBe("1 小时");
    expect(duration(0)).toBe("0 秒");
  });
  it("“ago” is only said under a week", () => {
    expect(ago("2026-03-18T06:31:55Z", now)).toBe("12 秒前");
    expect(ago("2026-03-15T06:32:07Z", now)).toBe("3 天前");
    expect(ago("2026-03-11T06:32:06Z", now)).toBe("3月11日");
  });
  it("days are counted by the calendar, not by 24 hours", () =>
    expect(daysBetween("2026-03-18T15:59:00Z", "2026-03-18T16:01:00Z")).toBe(1));
});

describe("numbers", () => {
  it("take a comma each thousand, and 万 from ten thousand on walls", () => {
    expect(number(1286)).toBe("1,286");
    expect(wan(48_200)).toBe("4.82 万");
    expect(wan(9_999)).toBe("9,999");
    expect(wan(230_000_000)).toBe("2.3 亿");
  });
  it("stand apart from Chinese by half a space", () => expect(spaced("第3层B分区")).toBe("第 3 层 B 分区"));
});
