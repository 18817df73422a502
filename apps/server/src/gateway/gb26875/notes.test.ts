import { expect, it } from "vitest";
import { type Unreadable, UnreadableBudget } from "./notes.ts";

const noise = (host: string): Unreadable => ({
  peer: `${host}:1`,
  host,
  transport: "tcp",
  address: null,
  reason: "no-start",
  byteOffset: 0,
  bytes: new Uint8Array(2_000),
  byteCount: 2_000,
  pieces: 1,
});
const MINUTE = 60_000;

it("a peer's noise gets so many rows a minute; the rest is counted in one row when the minute turns", () => {
  const budget = new UnreadableBudget();
  const rows = Array.from({ length: 1_000 }, () => budget.note(noise("10.0.0.1"), MINUTE)).flat();
  expect(rows).toHaveLength(20);
  expect(rows[0]?.bytes).toHaveLength(256);
  expect(budget.turn(MINUTE + 59_999)).toEqual([]);
  const [rest] = budget.turn(2 * MINUTE);
  expect(rest).toMatchObject({ count: 980, byteCount: 980 * 2_000, bytes: null });
  expect(budget.note(noise("10.0.0.1"), 2 * MINUTE)).toHaveLength(1);
});

it("any number of peers together cannot write more than the minute's rows", () => {
  const budget = new UnreadableBudget();
  let rows = 0;
  for (let n = 0; n < 20_000; n++) rows += budget.note(noise(`10.0.${n >> 8}.${n & 255}`), MINUTE).length;
  expect(rows).toBe(2_000);
  expect(budget.turn(2 * MINUTE).reduce((sum, { count }) => sum + count, 0)).toBe(18_000);
});

it("half frames that came as one piece of bytes are counted one by one, in their row and beyond it", () => {
  const budget = new UnreadableBudget();
  const many = { ...noise("10.0.0.2"), reason: "bad-end", pieces: 350 };
  expect(budget.note(many, MINUTE)).toMatchObject([{ count: 350, reason: "bad-end" }]);
  for (let n = 0; n < 29; n++) budget.note(many, MINUTE);
  expect(budget.turn(2 * MINUTE)).toMatchObject([{ count: 10 * 350 }]);
});
