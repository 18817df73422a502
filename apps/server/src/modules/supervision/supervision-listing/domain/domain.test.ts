/** The rules of listing a fire office can check by hand. */
import { describe, expect, it } from "vitest";
import { chanceOfAtMost, judgeDecline } from "./decline.ts";
import { defaultLimits, limitsOf, SETTING } from "./limits.ts";
import { nextInterviewOn, owedIn, remindsOfBatch } from "./obligations.ts";
import { personalDataIn } from "./personal.ts";

describe("火灾事故下降率", () => {
  it.each([
    [100, 80, 20, "delist", 20],
    [100, 81, 20, "keep", 19],
    [100, 120, 20, "keep", -20],
    [30, 20, 33.3, "delist", 33.3],
    [0, 0, 10, "keep", null],
    [0, 3, 10, "keep", null],
  ] as const)("%i → %i with %d%% wanted: %s", (before, now, wanted, proposal, rate) => {
    expect(judgeDecline(before, now, wanted)).toMatchObject({ proposal, declineRate: rate });
  });

  it("says when few fires, or chance, could explain the fall", () => {
    expect(judgeDecline(5, 3, 20)).toMatchObject({ proposal: "delist", declineRate: 40, small: true });
    expect(judgeDecline(60, 55, 5)).toMatchObject({ small: true });
    expect(judgeDecline(120, 70, 20)).toMatchObject({ small: false });
  });

  it("reckons the chance as a coin would", () => {
    expect(chanceOfAtMost(0, 3)).toBeCloseTo(1 / 8, 10);
    expect(chanceOfAtMost(1, 4)).toBeCloseTo(5 / 16, 10);
    expect(chanceOfAtMost(400, 400)).toBeCloseTo(1, 6);
  });
});

describe("曝光内容不含个人信息", () => {
  it.each([
    ["业主电话 13905701234", "13905701234"],
    ["值班室 0570-3051190", "0570-3051190"],
    ["法人身份证 33080219800101123X", "33080219800101123X"],
    ["消防安全管理人余建明拒不整改", "余建明"],
  ])("finds it in “%s”", (text, found) => {
    expect(personalDataIn(text, ["余建明", "王"])).toBe(found);
  });
  it.each([
    "东风商厦三层东侧安全出口锁闭，逾期 42 天未改",
    "统一社会信用代码 91330802MA28F3K94X",
    "编号 YH20260318-0012，文号 衢政办发〔2026〕12 号",
  ])("lets “%s” pass", (text) => {
    expect(personalDataIn(text, ["余建明", ""])).toBeUndefined();
  });
});

describe("约谈间隔", () => {
  const listedOn = "2026-03-01";
  it("counts from the listing, then from the last interview, unless a day was fixed at it", () => {
    expect(nextInterviewOn({ listedOn, heldOn: null, fixedOn: null }, 90)).toBe("2026-05-30");
    expect(nextInterviewOn({ listedOn, heldOn: "2026-04-10", fixedOn: null }, 90)).toBe("2026-07-09");
    expect(nextInterviewOn({ listedOn, heldOn: "2026-04-10", fixedOn: "2026-05-01" }, 90)).toBe("2026-05-01");
  });
  it("a fixed day the last interview has kept counts no more", () => {
    expect(nextInterviewOn({ listedOn, heldOn: "2026-05-02", fixedOn: "2026-05-01" }, 30)).toBe("2026-06-01");
  });
});

describe("年度义务", () => {
  it("is spoken of from the month set", () => {
    expect(remindsOfBatch("2026-09-30", 10)).toBe(false);
    expect(remindsOfBatch("2026-10-01", 10)).toBe(true);
  });

  it("is due while the year runs, missed afterwards, met by one", () => {
    expect(owedIn(2026, "2026-12-31", { batches: 0, majorListings: 0 })).toEqual({ batch: "due", major: "due" });
    expect(owedIn(2025, "2026-01-01", { batches: 0, majorListings: 1 })).toEqual({ batch: "missed", major: "met" });
  });
});

it("limits are the defaults with what an office changed; nonsense in the table changes nothing", () => {
  expect(limitsOf(new Map([[SETTING, { exposeOverdueDays: 60 }]]))).toEqual({ ...defaultLimits, exposeOverdueDays: 60 });
  expect(limitsOf(new Map([[SETTING, { exposeOverdueDays: "many" }]]))).toEqual(defaultLimits);
});
