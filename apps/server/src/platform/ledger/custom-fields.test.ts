import { expect, it } from "vitest";
import { checkChange, checkNew, checkProposal, decideProposal, type FieldRecord } from "./custom-fields.ts";
import { defineLedger, erase } from "./define.ts";
import { text } from "./fields.ts";

const entry = {
  ledger: erase(
    defineLedger("demo.thing", {
      label: "东西",
      title: "name",
      fields: { name: text("名称", { required: true }) },
      list: { columns: ["name"], filters: [] },
    }),
  ),
};
const aField = (more: Partial<FieldRecord> = {}): FieldRecord => ({
  ledger: "demo.thing",
  key: "residents",
  area: 330_800_000_000_000,
  definition: { label: "楼上住人数", kind: "integer", unit: "人", min: 0, max: 60 },
  state: "active",
  promoted: false,
  promotion: "none",
  proposal: null,
  proposedBy: "a",
  proposedAt: null,
  decidedAt: null,
  decidedWhy: null,
  ...more,
});

it("a label or key means one thing in a ledger", () => {
  expect(checkNew(entry, [], "title", { label: "名称", kind: "text" })).toMatchObject({ refusal: { code: "fields.label_taken" } });
  expect(checkNew(entry, [aField()], "residents", { label: "另一个", kind: "text" })).toMatchObject({
    refusal: { code: "fields.key_taken" },
  });
  expect(checkNew(entry, [aField({ state: "retired" })], "other", { label: "楼上住人数", kind: "text" })).toMatchObject({ ok: true });
});

it("the thirty-first field is refused, a retired one leaves its place", () => {
  const thirty = Array.from({ length: 30 }, (_, i) => aField({ key: `f${i}`, definition: { label: `字段${i}`, kind: "text" } }));
  const ask = (there: readonly FieldRecord[]) => checkNew(entry, there, "one_more", { label: "再来一个", kind: "text" });
  expect(ask(thirty)).toMatchObject({ refusal: { code: "fields.too_many" } });
  expect(ask(thirty.map((field, i) => (i === 3 ? { ...field, state: "retired" as const } : field)))).toMatchObject({ ok: true });
});

it.each([
  [{ label: "甲", kind: "choice" as const }, "fields.bad_choices"],
  [{ label: "甲", kind: "text" as const, choices: { a: "一" } }, "fields.bad_choices"],
  [{ label: "甲", kind: "choice" as const, choices: { a: "一", b: "一" } }, "fields.choices_alike"],
  [{ label: "甲", kind: "integer" as const, min: 9, max: 1 }, "fields.bad_bounds"],
])("%j is refused as %s", (definition, code) => {
  expect(checkNew(entry, [], "some_key", definition)).toMatchObject({ ok: false, refusal: { code } });
});

it("a change keeps the kind and every choice that may have been used", () => {
  const field = aField({ definition: { label: "用途", kind: "choice", choices: { store: "堆物", live: "住人" } } });
  const change = (definition: FieldRecord["definition"]) => checkChange(entry, [field], field, definition);
  expect(change({ label: "用途", kind: "text" })).toMatchObject({ refusal: { code: "fields.kind_fixed" } });
  expect(change({ label: "用途", kind: "choice", choices: { store: "堆物" } })).toMatchObject({
    refusal: { code: "fields.choice_removed" },
  });
  expect(change({ label: "阁楼用途", kind: "choice", choices: { store: "堆放杂物", live: "住人", other: "其他" } })).toMatchObject({
    ok: true,
  });
});

it("who proposed does not decide, and only what waits can be decided", () => {
  const proposed = aField({ state: "proposed", proposal: { what: "create", promote: true } });
  expect(decideProposal(proposed, true, "a")).toMatchObject({ refusal: { code: "fields.own_proposal" } });
  expect(decideProposal(aField(), true, "b")).toMatchObject({ refusal: { code: "fields.nothing_proposed" } });
  expect(decideProposal(proposed, true, "b")).toMatchObject({ value: { state: "active", promotion: "copying" } });
  expect(decideProposal(proposed, false, "b")).toMatchObject({ value: { state: "refused" } });
  expect(decideProposal(aField({ proposal: { what: "retire" } }), false, "b")).toMatchObject({ value: { state: "active" } });
});

it("a second proposal waits for the first, and a retired field can only come back", () => {
  expect(checkProposal(aField({ proposal: { what: "retire" } }), "change")).toMatchObject({ refusal: { code: "fields.already_proposed" } });
  expect(checkProposal(aField({ state: "retired" }), "change")).toMatchObject({ refusal: { code: "fields.not_active" } });
  expect(checkProposal(aField({ state: "retired" }), "restore")).toMatchObject({ ok: true });
  expect(checkProposal(aField({ promoted: true }), "promote")).toMatchObject({ refusal: { code: "fields.already_promoted" } });
});
