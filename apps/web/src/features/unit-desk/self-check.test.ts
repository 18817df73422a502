import { describe, expect, it } from "vitest";
import { emptyAnswer, fresh, type Item, minutesFor, openItems } from "./self-check.ts";

const item = (id: string, photo: Item["photo"]): Item => ({ id, photo, section: "疏散", text: id, ground: "", grade: "minor", remedy: "" });
const items = [item("exit", "onFail"), item("staff", "never"), item("gas", "always")];
const photo = { key: "a", blob: new Blob(["x"]) };

describe("a self-check on the phone", () => {
  it("is whole when every item is answered and has the photo it asks for", () => {
    expect(openItems(items, {}).map(({ why }) => why)).toEqual(["unanswered", "unanswered", "unanswered"]);
    const answers = {
      exit: { ...emptyAnswer, answer: "fail" as const },
      staff: { ...emptyAnswer, answer: "fail" as const },
      gas: emptyAnswer,
    };
    expect(openItems(items, answers).map(({ item: each, why }) => [each.id, why])).toEqual([
      ["exit", "photo"],
      ["gas", "photo"],
    ]);
    expect(
      openItems(items, { exit: { ...answers.exit, photos: [photo] }, staff: answers.staff, gas: { ...emptyAnswer, photos: [photo] } }),
    ).toEqual([]);
  });
  it("a passed item asks for no photo", () => {
    expect(openItems([item("exit", "onFail")], { exit: emptyAnswer })).toEqual([]);
  });
  it("each has an id of its own, ordered by time", () => {
    const list = { id: "self-small", version: 1 };
    const [a, b] = [fresh(list, 1_000), fresh(list, 2_000)];
    expect(a.id < b.id).toBe(true);
  });
  it("eight items are about six minutes, one at least one", () => {
    expect([minutesFor(8), minutesFor(5), minutesFor(0)]).toEqual([6, 4, 1]);
  });
});
