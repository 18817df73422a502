import { expect, it } from "vitest";
import { groupOf } from "./my-work.ts";

const now = Date.parse("2026-03-18T06:30:00Z"); // 14:30 in Shanghai

it.each([
  [null, "none"],
  ["2026-03-18T06:29:59Z", "overdue"],
  ["2026-03-18T15:59:00Z", "today"],
  ["2026-03-18T16:01:00Z", "week"], // already tomorrow in Shanghai
  ["2026-03-24T06:30:00Z", "week"],
  ["2026-03-25T06:30:00Z", "later"],
])("due %s stands under %s", (dueAt, group) => expect(groupOf(dueAt, now)).toBe(group));
