import { describe, expect, it } from "vitest";
import { readAddress } from "./address.ts";
import {
  askedOf,
  type BoardCell,
  type BoardRow,
  isQuantified,
  type PolicyBoard,
  periodParts,
  placedCells,
  SUBSYSTEMS,
  saysTarget,
  shownOf,
  subsystemsOf,
  versionOf,
} from "./model.ts";
import { cellText, statusWords, targetWords } from "./status.ts";

const cell = (column: string, status: BoardCell["status"], given: Partial<BoardCell> = {}): BoardCell => ({
  column,
  id: `${column}-${status}`,
  status,
  value: 100,
  evidence: "computed",
  dueOn: null,
  days: null,
  of: 1,
  red: 0,
  role: null,
  ...given,
});
const row = (clause: string, cells: readonly BoardCell[], given: Partial<BoardRow> = {}): BoardRow => ({
  clause,
  duty: "a",
  title: clause,
  text: clause,
  unit: "%",
  decimals: 1,
  better: "higher",
  target: { is: "atLeast", value: 100, kind: "number", unit: "%" },
  lead: null,
  subsystem: "综合保障",
  awaits: null,
  cells,
  trend: [],
  worst: null,
  ...given,
});
const totals = { owed: 0, met: 0, atRisk: 0, open: 0, overdue: 0, noData: 0, waived: 0 };
const board = (groups: readonly { readonly key: string; readonly rows: readonly BoardRow[] }[]): PolicyBoard => ({
  packs: [],
  pack: "QZ",
  period: { key: "2026-Q1", from: "2026-01-01", to: "2026-03-31", frozen: false },
  periods: [],
  area: { key: 330800000000000, name: "衢州市" },
  columns: ["c1", "c2"].map((key) => ({ key, label: key, area: null })),
  leads: [],
  totals,
  redAhead: 0,
  changedToday: 0,
  computedAt: null,
  groups: groups.map((group) => ({ label: group.key, totals: { ...totals, owed: 3, met: 2, noData: 1 }, ...group })),
  clauses: 0,
  shown: 0,
  may: { urge: false },
});
const proof = row("B", [cell("c1", "met")], { unit: "", target: { is: "atLeast", value: null, kind: "number", unit: "" } });
const baseline = row("C", [], { unit: "起", target: { is: "atMost", value: null, kind: "baseline", unit: "起" } });

describe("the rows in sight", () => {
  it("are those with a figure that somebody here owes, a document being none; all when asked, or when none has a figure", () => {
    expect([row("A", []), proof, baseline].map(isQuantified)).toEqual([true, false, true]);
    const given = board([
      { key: "一", rows: [row("A", [cell("c1", "met")]), proof, row("D", [])] },
      { key: "二", rows: [proof] },
    ]);
    expect(shownOf(given, false)).toMatchObject({ rows: 1, clauses: 1, groups: [{ key: "一" }] });
    expect(shownOf(given, true).rows).toBe(4);
    expect(shownOf(board([{ key: "二", rows: [proof] }]), false).rows).toBe(1);
  });
  it("every cell is listed worst first, of the late the longest late", () => {
    const given = board([
      {
        key: "一",
        rows: [
          row("A", [cell("c1", "met"), cell("c2", "overdue", { days: 3 })]),
          row("B", [cell("c1", "overdue", { days: 77 }), cell("gone", "overdue")]),
        ],
      },
    ]);
    expect(placedCells(given).map(({ row: { clause }, cell: { status } }) => `${clause} ${status}`)).toEqual([
      "B overdue",
      "A overdue",
      "A met",
    ]);
  });
});

it("the eight subsystems stand in their order, those without a clause too, an office's own last", () => {
  const rows = subsystemsOf(
    board([
      { key: "自选", rows: [] },
      { key: "法制", rows: [row("A", [cell("c1", "met"), cell("c2", "no-data")]), row("B", [cell("c1", "not-due")])] },
    ]),
  );
  expect(rows.map(({ subsystem }) => subsystem)).toEqual([...SUBSYSTEMS, "自选"]);
  const law = rows[1];
  expect(law?.whole).toEqual({ of: 3, met: 2, atRisk: 0, overdue: 1 });
  expect([law?.cells.get("c1"), law?.cells.get("c2")]).toEqual([
    { of: 1, met: 1, atRisk: 0, overdue: 0 },
    { of: 1, met: 0, atRisk: 0, overdue: 1 },
  ]);
});

it("a period is read from its key", () => {
  expect(periodParts("2026")).toEqual({ kind: "year", y: "2026" });
  expect(periodParts("2026-H2")).toEqual({ kind: "half", y: "2026", h: 2 });
  expect(periodParts("2026-Q1")).toEqual({ kind: "quarter", y: "2026", q: 1 });
  expect(periodParts("2026-03")).toEqual({ kind: "month", y: "2026", m: 3 });
  expect(periodParts("2026-Q5")).toBeNull();
});

it("a target said in the sentence is not said twice", () => {
  expect(saysTarget("完好率达到 100 %", 100)).toBe(true);
  expect(saysTarget("千人以上 1000 人", 100)).toBe(false);
  expect(saysTarget("低于 0.047", 0.047)).toBe(true);
  expect(saysTarget("市政消火栓完好率", null)).toBe(false);
});

it("the version that binds is found by the pack's letters, and by its place where a document is laid over several", () => {
  const version = { pack: "QZ", state: "inForce" as const, area: 330_400_000_000_000 };
  expect(versionOf(version, "QZ")).toBe(true);
  expect(versionOf(version, "QZ@3304")).toBe(true);
  expect(versionOf(version, "QZ@3308")).toBe(false);
  expect(versionOf({ ...version, state: "draft" }, "QZ")).toBe(false);
});

describe("what a cell says", () => {
  it.each([
    ["met", 100, "100"],
    ["met", null, "已完成"],
    ["overdue", 94.64, "94.6"],
    ["overdue", null, "未完成"],
    ["no-data", null, "未填"],
    ["waived", 3, "免除"],
    ["open", null, "—"],
    ["at-risk", null, "未填"],
    ["not-due", null, ""],
  ] as const)("%s %s: %s", (status, value, text) => expect(cellText({ status, value }, 1)).toBe(text));
  it("days are said where they count", () => {
    expect(statusWords("overdue", 77)).toBe("逾期 77 天");
    expect(statusWords("at-risk", -12)).toBe("临期　还有 12 天");
    expect(statusWords("met", 27)).toBe("达标");
    expect(statusWords("overdue", null)).toBe("逾期");
  });
  it("a target is a sign and a figure, or why there is none", () => {
    expect(targetWords({ is: "atLeast", value: 100, kind: "number", unit: "%" })).toBe("≥ 100 %");
    expect(targetWords({ is: "atMost", value: null, kind: "baseline", unit: "起" })).toBe("不高于上年同期");
    expect(targetWords({ is: "atLeast", value: null, kind: "configured", unit: "%" })).toBe("目标待设定");
    expect(targetWords({ is: "atLeast", value: null, kind: "number", unit: "" })).toBe("");
  });
});

it("a cell of several asks for its clause, duty and area in the board's own period, lead and pack", () => {
  const given = { ...board([]), columns: [330800000000000, 330802000000000].map((area) => ({ key: String(area), label: "", area })) };
  const address = readAddress("period=2025-Q4&lead=0190f3f0-0000-7000-8000-000000000001");
  expect(askedOf({ board: given, address, clause: "QZ-1#b", column: "330802000000000" })).toEqual({
    address: { ...address, pack: "QZ", area: 330802000000000 },
    listed: { clause: "QZ-1", duty: "b" },
  });
  expect(askedOf({ board: given, address, clause: "QZ-1", column: "330800000000000" }).listed).toEqual({ clause: "QZ-1", own: true });
});
