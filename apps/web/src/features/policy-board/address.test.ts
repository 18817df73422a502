import { expect, it } from "vitest";
import { boardAsked, readAddress, writeAddress } from "./address.ts";

const standing = "0190f3f0-0000-7000-8000-000000000001";

it.each([
  "/policy-tasks/board",
  "/policy-tasks/board?view=organ&pack=QZ&period=2026-Q1&area=330822000000000&red=1",
  `/policy-tasks/board?lead=${standing}&all=1&open=${standing}`,
  "/policy-tasks/board?view=calendar&month=2026-03&open=ahead",
  "/policy-tasks/board?view=calendar&open=2026-03-31",
  "/policy-tasks/board?open=at-risk",
])("what the address says is what it writes: %s", (href) => expect(writeAddress(readAddress(href.split("?")[1] ?? ""))).toBe(href));

it("a cell of several standings is named by clause and column", () =>
  expect(readAddress("open=QZ-7.3.4%40330822000000000").open).toEqual({ kind: "several", clause: "QZ-7.3.4", column: "330822000000000" }));

it.each(["open=QZ-7.3.4", "open=QZ-7.3.4%40", "open=%40330822000000000", "month=2026-13", "view=wall", "area=-1"])(
  "what means nothing is left out: %s",
  (search) => expect(writeAddress(readAddress(search))).toBe("/policy-tasks/board"),
);

it("the server is asked only for what it computes, and 只看红黄 only when chosen", () => {
  expect(boardAsked(readAddress("view=calendar&open=ahead&all=1"))).toEqual({ by: "area" });
  expect(boardAsked(readAddress("view=subsystem"))).toEqual({ by: "subsystem" });
  expect(boardAsked(readAddress("view=organ&red=1&pack=QZ"))).toEqual({ by: "organ", pack: "QZ", onlyRed: true });
});
