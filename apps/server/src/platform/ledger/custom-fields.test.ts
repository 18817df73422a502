import { sql } from "kysely";
import { expect, it } from "vitest";
import { type CalendarDate, calendarDate } from "../values.ts";
import { createCatalog } from "./catalog.ts";
import {
  checkAppears,
  checkChange,
  checkFill,
  checkNew,
  checkProposal,
  checkUnused,
  decideProposal,
  type FieldRecord,
} from "./custom-fields.ts";
import { defineLedger, erase } from "./define.ts";
import { choice, text } from "./fields.ts";

const day = (text: string): CalendarDate => calendarDate.parse(text);
const thing = defineLedger("demo.thing", {
  label: "东西",
  title: "name",
  purpose: "试",
  fields: {
    name: text("名称", { required: true }),
    use: choice("用途", { shop: "店铺", home: "住宅" }),
    number: text("证号", { personal: "identity" }),
    grade: text("等级", { readOnly: true }),
  },
  list: { columns: ["name"], filters: [] },
});
const entry = createCatalog([erase(thing)], {}, []).get("demo.thing");
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
  position: 1,
  filling: null,
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

const moments = { today: day("2026-03-18"), now: new Date("2026-03-18T06:30:00Z") };

it.each([
  [{ use: "shop" }, "ok"],
  [{ use: "castle" }, "ledger.bad_condition"],
  [{ nothing: "shop" }, "ledger.unknown_field"],
  [{ number: { set: true } }, "ledger.unknown_field"],
  [{ grade: "A" }, "ledger.bad_condition"],
  [{ area: 330_802_000_000_000 }, "ledger.bad_condition"],
  [{ name: { from: "a" } }, "ledger.bad_condition"],
  [{ any: [{ use: "shop" }] }, "ledger.bad_condition"],
])("a field that appears when %j: %s", (appears, code) => {
  const verdict = checkAppears(entry, [], "residents", appears, moments);
  expect(verdict.ok ? "ok" : verdict.refusal.code).toBe(code);
});

it("no field waits for itself, not even round a corner", () => {
  const residents = aField({ definition: { label: "楼上住人数", kind: "integer", appears: { "custom.upstairs": true } } });
  const upstairs = aField({ key: "upstairs", definition: { label: "楼上住人", kind: "yes" } });
  const known = { ...entry, columns: { isCase: false, column: () => ({ sql: sql`x`, field: { kind: "integer" as const, label: "" } }) } };
  const ask = (key: string, appears: object) => checkAppears(known, [residents, upstairs], key, { ...appears }, moments);
  expect(ask("upstairs", { "custom.residents": { from: 1 } })).toMatchObject({ refusal: { code: "fields.appears_in_circle" } });
  expect(ask("residents", { "custom.residents": { from: 1 } })).toMatchObject({ refusal: { code: "fields.appears_in_circle" } });
  expect(ask("attic", { "custom.residents": { from: 1 } })).toMatchObject({ ok: true });
});

it("a field others wait for stays", () => {
  const residents = aField({ definition: { label: "楼上住人数", kind: "integer", appears: { "custom.upstairs": true } } });
  expect(checkUnused([residents], "upstairs")).toMatchObject({ refusal: { code: "fields.used_in_condition" } });
  expect(checkUnused([{ ...residents, state: "retired" }], "upstairs")).toMatchObject({ ok: true });
});

it("old rows get a value the field takes, or none", () => {
  expect(checkFill({ label: "人数", kind: "integer", min: 0, max: 60 }, 61)).toMatchObject({ refusal: { code: "fields.bad_fill" } });
  expect(checkFill({ label: "人数", kind: "integer", min: 0, max: 60 }, 0)).toMatchObject({ ok: true });
  expect(checkFill({ label: "用途", kind: "choice", choices: { a: "一" } }, "b")).toMatchObject({ refusal: { code: "fields.bad_fill" } });
  expect(checkFill({ label: "负责人", kind: "person" }, "01997c2e-8f00-7000-8000-000000000001")).toMatchObject({ ok: false });
});

it("a case opens by itself, so nothing of one's own is demanded of it", () => {
  const ofCase = { ledger: { ...entry.ledger, isCase: true } };
  expect(checkNew(ofCase, [], "extra", { label: "附加", kind: "text", required: true })).toMatchObject({
    refusal: { code: "fields.case_not_required" },
  });
});
