import { describe, expect, it } from "vitest";
import type { Row } from "../../lib/schema.ts";
import { blankRow, isInside, type KindField, lackingOf, valuesOfRow } from "./model.ts";

const fields: readonly KindField[] = [
  { key: "dueOn", label: "改正期限", kind: "day", required: true, columns: [] },
  {
    key: "findings",
    label: "清单",
    kind: "rows",
    required: true,
    columns: [
      { key: "no", label: "序号" },
      { key: "place", label: "部位" },
    ],
  },
  { key: "note", label: "备注", kind: "long", required: false, columns: [] },
];
const rowWith = (content: unknown) => ({ id: "x", content }) as unknown as Row;

describe("a draft", () => {
  it("names what it lacks, an empty list included", () => expect(lackingOf({ fields }, { findings: [] })).toEqual(["改正期限", "清单"]));
  it("comes back as it was kept; a broken list is empty, a field the kind lost is left out", () => {
    const kept = [
      { field: "dueOn", value: "2026-03-31" },
      { field: "findings", value: '[{"place":"一层"}]' },
      { field: "gone", value: "x" },
    ];
    expect(valuesOfRow({ fields }, rowWith(kept))).toEqual({ dueOn: "2026-03-31", findings: [{ place: "一层" }] });
    expect(valuesOfRow({ fields }, rowWith([{ field: "findings", value: "[{" }]))).toEqual({ findings: [] });
    expect(valuesOfRow({ fields }, rowWith(null))).toEqual({});
  });
  it("a new line has no number of its own", () => expect(blankRow({ columns: fields[1]?.columns ?? [] })).toEqual({ place: "" }));
});

it("the ends of a range lie inside it; without a range nothing does", () => {
  expect([5_000, 50_000, 4_999, 50_001].map((yuan) => isInside({ min: 5_000, max: 50_000 }, yuan))).toEqual([true, true, false, false]);
  expect(isInside({ min: null, max: null }, 1)).toBe(false);
});
