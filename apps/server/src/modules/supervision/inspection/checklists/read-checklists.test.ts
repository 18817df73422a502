import { describe, expect, it } from "vitest";
import { unitKinds } from "#modules/ground/places/index.ts";
import { confidences } from "../rule-files.ts";
import { problemsOfLists, readChecklist } from "./read-checklists.ts";
import { shippedLists } from "./shipped.ts";

const grounds = {
  grounds: { law: { text: "消防法 第二十八条", confidence: "seen-full" as const } },
  penalties: { fine: { text: "消防法 第六十条", confidence: "seen-full" as const } },
};
const anItem = (values: object = {}) => ({
  id: "EV-01",
  text: "疏散通道畅通",
  ground: "law",
  grade: "general",
  penalty: "fine",
  photo: "onFail",
  remedy: "立即清走",
  ...values,
});
const aBlock = { id: "ways", title: "疏散", sections: { 疏散: [anItem()] as never } };
const aList = (values: object = {}) => ({
  id: "a-list",
  version: 1,
  title: "表",
  kinds: ["shop"],
  purpose: "supervision",
  validFrom: null,
  source: "自拟",
  include: ["ways"],
  sections: { 自有: [anItem({ id: "SH-01" })] },
  ...values,
});
const read = (data: unknown) => readChecklist(data, new Map([["ways", aBlock]]), grounds);

describe.each(shippedLists.map((list) => [list.id, list] as const))("shipped list %s", (_, list) => {
  it("has items with unique ids, a ground, and a confidence that says how sure it is", () => {
    expect(list.items.length).toBeGreaterThan(3);
    expect(new Set(list.items.map(({ id }) => id)).size).toBe(list.items.length);
    for (const item of list.items) {
      expect(item.ground, item.id).toBeTruthy();
      expect(item.remedy, item.id).toBeTruthy();
      expect(confidences).toContain(item.confidence);
    }
  });
});

describe("the shipped lists together", () => {
  it("cover every kind of unit for supervision and for its own monthly check", () => {
    expect(problemsOfLists(shippedLists)).toEqual([]);
  });
  it("cover at least twelve kinds of place with lists of their own", () => {
    const own = shippedLists.filter(({ purpose }) => purpose === "supervision" || purpose === "survey").map(({ id }) => id);
    expect(own.length).toBeGreaterThanOrEqual(16);
  });
  it("ask a small shop ten questions", () => {
    expect(shippedLists.find(({ id }) => id === "self-small-shop")?.items).toHaveLength(10);
  });
  it("share common items by inclusion, the same words under the same id", () => {
    const words = new Map<string, string>();
    for (const { id, text } of shippedLists.filter(({ items }) => items.length > 30).flatMap(({ items }) => items)) {
      expect(words.get(id) ?? text).toBe(text);
      words.set(id, text);
    }
  });
});

describe("a list file", () => {
  it("takes common items over and adds its own", () => {
    const list = read(aList());
    expect(list.ok && list.value.items.map(({ id, section, ground }) => [id, section, ground])).toEqual([
      ["EV-01", "疏散", "消防法 第二十八条"],
      ["SH-01", "自有", "消防法 第二十八条"],
    ]);
  });
  it.each([
    ["an id twice", { sections: { 自有: [anItem()] } }, "编号 EV-01 重复"],
    ["a block nobody wrote", { include: ["none"] }, "没有公共项 none"],
    ["a ground nobody introduced", { sections: { 自有: [anItem({ id: "SH-01", ground: "x" })] } }, "SH-01：没有依据 x"],
    ["a penalty nobody introduced", { sections: { 自有: [anItem({ id: "SH-01", penalty: "x" })] } }, "SH-01：没有罚则 x"],
    ["no kind and no subject", { kinds: [] }, "kinds 为空时须写 subject"],
  ])("is refused with %s", (_, change, said) => {
    const list = read(aList(change));
    expect(list.ok ? [] : list.problems).toContain(said);
  });
  it("is refused with a kind of unit there is not, and says where", () => {
    const list = read(aList({ kinds: ["castle"] }));
    expect(list.ok ? "" : list.problems.join()).toContain("kinds.0");
  });
  it("an item is as sure as its ground, unless it says less itself", () => {
    const list = read(aList({ sections: { 自有: [anItem({ id: "SH-01", confidence: "memory" })] } }));
    expect(list.ok && list.value.items.map(({ confidence }) => confidence)).toEqual(["seen-full", "memory"]);
  });
  it("a kind of unit without a list is named", () => {
    expect(problemsOfLists([])).toHaveLength(2 * Object.keys(unitKinds).length);
  });
});
