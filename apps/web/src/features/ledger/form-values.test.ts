import { describe, expect, it } from "vitest";
import { dropDrafts } from "../../lib/drafts.ts";
import type { LedgerSchema, Row } from "../../lib/schema.ts";
import { parseDraft, withoutPersonal } from "./draft.ts";
import { appears, bodyOf, broughtIn, differences, missingFields, newHref } from "./form-values.ts";

const schema: LedgerSchema = {
  name: "places.unit",
  label: "单位",
  counter: "家",
  path: "places/unit",
  title: "name",
  place: "point",
  head: [],
  retired: [],
  record: null,
  partOf: null,
  unitKeeps: null,
  case: null,
  can: [],
  fields: [
    { key: "name", label: "名称", kind: "text", required: true },
    { key: "grade", label: "分级", kind: "choice", required: true, readOnly: true },
    { key: "note", label: "备注", kind: "long" },
    { key: "custom.upstairs", label: "楼上住人数", kind: "integer", custom: true },
  ],
  list: { columns: [], filters: [], search: false, sort: "-id" },
  views: [],
};
const head = { createdAt: "2026-03-01T00:00:00Z", updatedAt: "2026-03-01T00:00:00Z", demo: false };
const theirs: Row = { ...head, id: "r1", version: 2, area: 1, name: "东风商厦", note: "他改的" };

describe("what a form sends", () => {
  it("puts custom fields under custom and leaves the rest", () =>
    expect(bodyOf({ name: "东风商厦", "custom.upstairs": 12 })).toEqual({ name: "东风商厦", custom: { upstairs: 12 } }));
  it("asks required fields, but never one the platform computes", () =>
    expect(missingFields(schema, () => undefined).map(({ key }) => key)).toEqual(["name"]));
  it("shows only the fields both sides differ in", () =>
    expect(differences(schema, { name: "东风商厦", note: "我改的" }, theirs)).toMatchObject([
      { field: { key: "note" }, mine: "我改的", theirs: "他改的" },
    ]));
});

describe("a field that appears on some rows only", () => {
  const street = { key: "custom.street", label: "沿街居住店铺", kind: "yes", custom: true } as const;
  const residents = { key: "custom.residents", label: "楼上住人数", kind: "integer", appears: { "custom.street": true } } as const;
  const attic = { key: "custom.attic", label: "阁楼住人", kind: "yes", appears: { "custom.residents": { from: 1 } } } as const;
  const asked = { ...schema, fields: [...schema.fields, street, residents, attic] };
  const ask = (values: Readonly<Record<string, unknown>>) =>
    [residents, attic].filter((field) => appears(asked, field, { valueAt: (key) => values[key], now: Date.parse("2026-03-18T06:00:00Z") }));
  it("stands where its condition holds", () => expect(ask({ "custom.street": true })).toEqual([residents]));
  it("not where it does not, or nothing is filled in yet", () => {
    expect(ask({ "custom.street": false })).toEqual([]);
    expect(ask({})).toEqual([]);
  });
  it("what is left in a hidden field makes no other appear", () => {
    expect(ask({ "custom.street": true, "custom.residents": 2 })).toEqual([residents, attic]);
    expect(ask({ "custom.street": false, "custom.residents": 2 })).toEqual([]);
  });
});

it("somebody else's change of an own field is seen", () =>
  expect(differences(schema, { "custom.upstairs": 3 }, { ...theirs, custom: { upstairs: 4 } })).toMatchObject([{ mine: 3, theirs: 4 }]));

describe("a draft kept on the device", () => {
  const now = Date.parse("2026-03-18T08:00:00Z");
  const draft = (at: string) => JSON.stringify({ at, values: { name: "x" } });
  it("is read back", () => expect(parseDraft(draft("2026-03-18T06:00:00Z"), now)?.values).toEqual({ name: "x" }));
  it("is none any more after a day", () => expect(parseDraft(draft("2026-03-17T08:00:00Z"), now)).toBeNull());
  it.each([null, "", "{", "7", '{"at":3}', "null"])("%j is no draft", (text) => expect(parseDraft(text, now)).toBeNull());
  it("holds no personal value", () => {
    const fields = [...schema.fields, { key: "phone", label: "电话", kind: "text", personal: "contact" }] as const;
    expect(withoutPersonal({ name: "东风商厦", phone: "13857012345", area: 1 }, fields)).toEqual({ name: "东风商厦", area: 1 });
  });
  it("goes after a day, or with whoever signs out, and nothing else with it", () => {
    const kept = new Map([
      ["suiren.draft.a", draft("2026-03-18T06:00:00Z")],
      ["suiren.draft.b", draft("2026-03-16T06:00:00Z")],
      ["suiren.draft.c", "{"],
      ["suiren.theme", "dark"],
    ]);
    const storage = {
      getItem: (key: string) => kept.get(key) ?? null,
      removeItem: (key: string) => void kept.delete(key),
      key: (n: number) => [...kept.keys()][n] ?? null,
      get length() {
        return kept.size;
      },
    };
    dropDrafts("old", storage, now);
    expect([...kept.keys()]).toEqual(["suiren.draft.a", "suiren.theme"]);
    dropDrafts("all", storage, now);
    expect([...kept.keys()]).toEqual(["suiren.theme"]);
  });
});

describe("what another page brings along for a new row", () => {
  const search = (brought: Parameters<typeof newHref>[1]) => newHref("places/unit", brought).split("?")[1] ?? "";
  it("fills the fields the form asks and the area, and nothing else", () => {
    const brought = {
      values: { name: "东风商厦", grade: "key", area: 330802, state: "closed", note: "" },
      names: { area: "柯城区", grade: "x" },
    };
    expect(broughtIn(search(brought), schema)).toEqual({ values: { name: "东风商厦", area: 330802 }, names: { area: "柯城区" } });
  });
  it("is nothing when it cannot be read", () => {
    expect(broughtIn("given={", schema)).toEqual({ values: {}, names: {} });
    expect(broughtIn("", schema)).toEqual({ values: {}, names: {} });
  });
});
