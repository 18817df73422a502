import { expect, it } from "vitest";
import { dueWords } from "./due.ts";

const now = Date.parse("2026-03-18T06:32:07Z");
const words = (at: string, options = {}) => dueWords(at, now, options);

it.each([
  ["2026-03-18T07:02:07Z", "soon", "剩 30:00"],
  ["2026-03-18T09:00:00Z", "soon", "今天 17:00"],
  ["2026-03-18", "soon", "今天"],
  ["2026-03-19", "soon", "明天"],
  ["2026-03-27", "far", "剩 9 天"],
  ["2026-03-15", "overdue", "逾期 3 天"],
  ["2026-03-18T06:30:00Z", "overdue", "逾期 02:07"],
])("%s is %s: %s", (at, tone, text) => expect(words(at)).toMatchObject({ tone, text }));

it("a day lasts to its end in Shanghai", () => expect(words("2026-03-17")).toMatchObject({ tone: "overdue", text: "逾期 1 天" }));
it("working days are counted by the server and said so", () =>
  expect(words("2026-03-24", { workingDays: 4 })).toMatchObject({ text: "剩 4 个工作日" }));
it("the last fifth of the time is soon, even when it is weeks away", () => {
  expect(words("2026-04-18T06:32:07Z", { from: "2025-10-18T06:32:07Z" }).tone).toBe("soon");
  expect(words("2026-04-18T06:32:07Z", { from: "2026-03-01T06:32:07Z" }).tone).toBe("far");
});
it("what has ended is shown as a day, in no colour", () =>
  expect(words("2026-03-01", { done: true })).toEqual({ tone: "done", text: "3月1日", runs: false }));
