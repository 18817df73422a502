import { expect, it } from "vitest";
import { type Board, headOf, patchBoard, type QueueRow, untilOf } from "./model.ts";

const alarm = (id: string, kind: string, openedAt: string, more: object = {}) =>
  ({ id, kind, openedAt, state: "reported", grade: "normal", closedAt: null, ...more }) as QueueRow;
const counts = [
  { kind: "fire", label: "火警", total: 1, unaccepted: 1, hint: "" },
  { kind: "fault", label: "故障", total: 0, unaccepted: 0, hint: "" },
];
const boardOf = (...rows: readonly QueueRow[]) => ({ rows, counts }) as unknown as Board;
const order = (board: Board): readonly string[] => board.rows.map(({ id }) => id);

it("keeps a fire at the head of the queue, whatever comes after it", () => {
  const fire = alarm("fire", "fire", "2026-03-18T06:30:00Z");
  const patched = patchBoard(boardOf(fire), [alarm("fault", "fault", "2026-03-18T06:31:00Z")]);
  expect(order(patched)).toEqual(["fire", "fault"]);
  expect(patched.counts).toMatchObject([
    { kind: "fire", total: 1 },
    { kind: "fault", total: 1, unaccepted: 1 },
  ]);
});

it("puts a raised fire first, then what waits, then the newest; what is closed goes", () => {
  const [old, waiting, raised] = [
    alarm("accepted", "fire", "2026-03-18T06:33:00Z", { state: "accepted" }),
    alarm("waiting", "fire", "2026-03-18T06:31:00Z"),
    alarm("raised", "fire", "2026-03-18T06:30:00Z", { grade: "raised" }),
  ];
  expect(order(patchBoard(boardOf(old), [waiting, raised, alarm("newer", "fire", "2026-03-18T06:32:00Z")]))).toEqual([
    "raised",
    "newer",
    "waiting",
    "accepted",
  ]);
  expect(order(patchBoard(boardOf(old, waiting), [{ ...waiting, closedAt: "2026-03-18T06:40:00Z" }]))).toEqual(["accepted"]);
});

it("the head that Space accepts is the first that still waits, and none when all are accepted", () => {
  const accepted = alarm("accepted", "fire", "2026-03-18T06:30:00Z", { state: "accepted" });
  const fault = alarm("fault", "fault", "2026-03-18T06:31:00Z");
  expect(headOf([accepted, fault])?.id).toBe("fault");
  expect(headOf([accepted])).toBeUndefined();
});

it("reads the end of a shift by the clock in Shanghai, and a cleared one as none", () => {
  expect(untilOf("2026-03-18T20:00")).toBe("2026-03-18T12:00:00.000Z");
  expect([untilOf(""), untilOf("2026-03-18")]).toEqual([null, null]);
});
