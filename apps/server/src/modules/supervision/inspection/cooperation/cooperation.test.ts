import { describe, expect, it } from "vitest";
import { shippedLists } from "../checklists/shipped.ts";
import { mergeTasks } from "../tasks/merge.ts";
import { mayCheck } from "../tasks/powers.ts";
import { scoreOf } from "../tasks/quality.ts";
import { firstOffence, mayExempt, readFirstOffence } from "./first-offence.ts";
import { policeScore } from "./police.ts";

describe("a first offence", () => {
  const slight = { item: "FA-01", grade: "general", correctedInTime: true, before: 0 } as const;
  it("that is slight and put right in time may be left at advice", () => {
    expect(mayExempt(slight)).toMatchObject({ may: true, rule: "FO-01" });
  });
  it.each([
    ["grave", { grade: "serious" as const }, "情节不轻微"],
    ["not the first", { before: 2 }, "不是首次，此前 2 次"],
    ["not put right", { correctedInTime: false }, "未及时改正"],
    ["not on the list", { item: "EV-02" }, "不在首违不罚清单内"],
  ])("that is %s is no case for it", (_, change, why) => {
    expect(mayExempt({ ...slight, ...change })).toMatchObject({ may: false, why });
  });
  it("list names only items that shipped lists hold, none of them serious, and is not confirmed", () => {
    const items = new Map(shippedLists.flatMap((list) => list.items.map((item) => [item.id, item] as const)));
    for (const id of firstOffence.items.flatMap(({ checkItems }) => checkItems)) {
      expect(items.has(id), id).toBe(true);
    }
    expect(firstOffence.confirmed).toBe(false);
  });
  it("list with an item under two rules is refused", () => {
    const twice = readFirstOffence({ ...firstOffence, items: [...firstOffence.items, firstOffence.items[0]] });
    expect(twice.ok).toBe(false);
  });
});

describe("one visit in place of several", () => {
  const task = (n: number, values: object = {}) => ({
    id: `t${n}`,
    unit: "u1",
    dueOn: `2026-04-0${n}`,
    organ: `o${n}`,
    lead: `p${n}`,
    second: null,
    organs: [{ organ: `o${n}` }],
    inspectors: [],
    checklists: [{ list: "shop", version: n, title: "商场" }],
    ...values,
  });
  it("has every organ and person once, the newest version of each list, the earliest day, and counts what it saves", () => {
    expect(mergeTasks([task(2), task(1), task(3, { lead: "p1" })])).toEqual({
      unit: "u1",
      dueOn: "2026-04-01",
      lead: "p2",
      second: "p1",
      others: [],
      organs: ["o2", "o1", "o3"],
      checklists: [{ list: "shop", version: 3, title: "商场" }],
      savedVisits: 2,
    });
  });
  it("is not made of one task, nor of tasks on two units", () => {
    expect(mergeTasks([task(1)])).toBeUndefined();
    expect(mergeTasks([task(1), task(2, { unit: "u2" })])).toBeUndefined();
  });
});

describe("who may do what", () => {
  it("police make their daily checks and no supervision; grid members patrol and inspect nobody; one role of several is enough", () => {
    expect([mayCheck(["police-officer"], "police"), mayCheck(["police-officer"], "supervision")]).toEqual([true, false]);
    expect([mayCheck(["grid-member"], "patrol"), mayCheck(["grid-member"], "supervision"), mayCheck(["grid-member"], "joint")]).toEqual([
      true,
      false,
      false,
    ]);
    expect(mayCheck(["grid-member", "inspector"], "supervision")).toBe(true);
    expect(mayCheck([], "patrol")).toBe(false);
  });
});

describe("scores", () => {
  it("of an inspector fall with what he overlooked, never below nothing", () => {
    expect([scoreOf(0, 0), scoreOf(1, 2), scoreOf(9, 9)]).toEqual([100, 70, 0]);
  });
  it("of a police station: plan 60, training 20, examination 20; more than planned counts no more", () => {
    expect(policeScore({ planned: 100, done: 120, staff: 10, trained: 5, examMean: 80 })).toBe(60 + 10 + 16);
    expect(policeScore({})).toBe(0);
  });
});
