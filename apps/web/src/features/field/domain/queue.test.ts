import type { FieldReceipt } from "@suiren/api-client";
import { expect, it } from "vitest";
import { groupsOf, leftOf, nextLetter, withReceipt } from "./queue.ts";
import type { PhotoRow, PieceRow } from "./rows.ts";

const piece = (seq: number, group: string, more: Partial<PieceRow> = {}): PieceRow => ({
  ...{
    seq,
    id: `p${seq}`,
    group,
    kind: "itemAnswered",
    item: String(seq),
    savedAt: `2026-03-18T06:0${seq}:00.000Z`,
    state: "waiting",
    tries: 0,
  },
  ...{ receipt: null, message: null, conflict: false, receivedAt: null },
  body: { id: `p${seq}`, kind: "itemAnswered", visit: group, at: "2026-03-18T06:00:00.000Z", item: String(seq), outcome: "pass" },
  ...more,
});
const photo = (group: string, sentBytes: number, state: PhotoRow["state"] = "waiting"): PhotoRow => ({
  ...{
    id: `f${group}`,
    group,
    visit: group,
    hazard: null,
    item: null,
    takenAt: "2026-03-18T06:00:00.000Z",
    point: null,
    place: "",
    name: "a.jpg",
    blurred: 0,
    thumb: "",
  },
  ...{
    shown: { sizeBytes: 100, sha256: "", sentBytes, receipt: null },
    original: { sizeBytes: 900, sha256: "", sentBytes: 0, receipt: null },
    state,
    message: null,
  },
});
const receipt = (id: string, result: FieldReceipt["result"]): FieldReceipt => ({
  id,
  result,
  receipt: result === "accepted" ? "8F3A0000" : null,
  code: null,
  message: result === "refused" ? "没有这家单位" : null,
});

it("a letter takes the oldest first and leaves what hangs on a refused beginning", () => {
  const refused = piece(1, "a", { kind: "visitBegun", state: "refused" });
  expect(nextLetter([piece(4, "b"), piece(3, "a"), refused, piece(2, "b")]).map(({ seq }) => seq)).toEqual([2, 4]);
});

it("a letter holds sixty, and one alone that is larger than a letter", () => {
  const many = Array.from({ length: 90 }, (_, i) => piece(i + 1, "a"));
  expect(nextLetter(many)).toHaveLength(60);
  const large = piece(1, "a", { body: { ...piece(1, "a").body, note: "长".repeat(500_000) } as PieceRow["body"] });
  expect(nextLetter([large, piece(2, "a")])).toHaveLength(1);
});

it.each([
  ["accepted", "received", "8F3A0000"],
  ["had", "received", null],
  ["conflict", "received", null],
  ["refused", "refused", null],
  ["later", "waiting", null],
] as const)("a reply %s makes it %s", (result, state, number) => {
  expect(withReceipt(piece(1, "a"), receipt("p1", result), "2026-03-18T07:00:00.000Z")).toMatchObject({ state, receipt: number });
});

it("what was received stays received, whatever an old reply says", () => {
  const received = piece(1, "a", { state: "received", receipt: "8F3A0000" });
  expect(withReceipt(received, receipt("p1", "refused"), "")).toBe(received);
});

it("a visit goes 已存本机, 待传, 已传, 已收; refusals and conflicts stand out", () => {
  const stateOf = (pieces: readonly PieceRow[], photos: readonly PhotoRow[] = [], conflicts: readonly string[] = []) =>
    groupsOf(pieces, photos, new Set(conflicts))[0]?.state;
  const received = piece(1, "a", { state: "received" });
  expect(stateOf([piece(1, "a")])).toBe("here");
  expect(stateOf([piece(1, "a", { tries: 1 })])).toBe("waiting");
  expect(stateOf([received], [photo("a", 40)])).toBe("sent");
  expect(stateOf([received], [photo("a", 100, "received")])).toBe("received");
  expect(stateOf([received], [], ["a"])).toBe("conflict");
  expect(stateOf([received, piece(2, "a", { state: "refused", message: "没有这家单位" })])).toBe("refused");
});

it("counts what has not arrived", () => {
  const pieces = [piece(1, "a"), piece(2, "a", { kind: "visitSigned", item: null }), piece(3, "b", { state: "received" })];
  expect(leftOf(pieces, [photo("a", 40), photo("b", 0, "received")])).toEqual({
    photos: 1,
    records: 1,
    signatures: 1,
    bytes: 960,
    pieces: 3,
  });
});
