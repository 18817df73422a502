/** Saved views and the search over everything. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { type App, sample, startApp } from "#kit/kit.ts";

let app: App;
beforeAll(async () => {
  app = await startApp({ now: "2026-03-18T06:30:00Z" });
});
afterAll(() => app?.end());

const ledger = "places.unit";

it("a view is one's own until shared, reaches only the area it is shared with, and is removed by its owner alone", async () => {
  // given
  const owner = app.as("street-clerk", { area: sample.kecheng });
  const near = app.as("grid-member", { area: sample.kecheng });
  const far = app.as("street-clerk", { area: sample.jiangshan });
  // when
  const mine = await owner.post("/views", { ledger, label: "重点", where: { grade: "key" }, sort: "name" });
  const shared = await owner.post("/views", { ledger, label: "高危", where: { highRisk: true }, shared: true });
  const unallowed = await near.post("/views", { ledger, label: "偷偷共享", where: {}, shared: true });
  const labels = async (who: typeof owner) =>
    ((await who.get(`/views?ledger=${ledger}`)).body.views as unknown as { label: string; mine: boolean }[]).map((view) => view.label);
  // then
  expect([mine.status, shared.status, unallowed.status]).toEqual([200, 200, 403]);
  expect(await labels(owner)).toEqual(["重点", "高危"]);
  expect(await labels(near)).toEqual(["高危"]);
  expect(await labels(far)).toEqual([]);
  expect((await near.del(`/views/${String(shared.body.id)}`)).status).toBe(404);
  expect((await owner.del(`/views/${String(shared.body.id)}`)).status).toBe(200);
});

it("a view is renamed, shared and taken back by its owner alone", async () => {
  // given
  const owner = app.as("street-clerk", { area: sample.kecheng });
  const near = app.as("grid-member", { area: sample.kecheng });
  const { id } = (await owner.post("/views", { ledger, label: "旧名", where: { grade: "key" } })).body;
  const seen = async (who: typeof owner) =>
    ((await who.get(`/views?ledger=${ledger}`)).body.views as unknown as { id: string; label: string }[]).find(
      (view) => view.id === String(id),
    )?.label;
  // when, then
  expect((await near.patch(`/views/${String(id)}`, { label: "抢名" })).status).toBe(404);
  expect(await owner.patch(`/views/${String(id)}`, { label: "新名", shared: true })).toMatchObject({
    body: { label: "新名", shared: true },
  });
  expect([await seen(owner), await seen(near)]).toEqual(["新名", "新名"]);
  expect(await owner.patch(`/views/${String(id)}`, { shared: false })).toMatchObject({ body: { label: "新名", shared: false } });
  expect(await seen(near)).toBeUndefined();
  const grid = (await near.post("/views", { ledger, label: "自用", where: {} })).body;
  expect((await near.patch(`/views/${String(grid.id)}`, { shared: true })).status).toBe(403);
});

it("how a person likes a screen is his own, and gone when he takes it back", async () => {
  const [one, other] = [app.as("street-clerk"), app.as("street-clerk")];
  await one.patch("/preferences", { name: "columns.places.unit", value: { shown: ["name"], widths: { name: 220 } } });
  await one.patch("/preferences", { name: "columns.places.unit", value: { shown: ["name", "kind"] } });
  const of = async (who: typeof one) => (await who.get("/preferences")).body.preferences;
  expect([await of(one), await of(other)]).toEqual([{ "columns.places.unit": { shown: ["name", "kind"] } }, {}]);
  await one.patch("/preferences", { name: "columns.places.unit", value: null });
  expect(await of(one)).toEqual({});
  expect((await one.patch("/preferences", { name: "x", value: "长".repeat(9_000) })).status).toBe(422);
});

it.each([
  [{ colour: "red" }, null],
  [{ grade: "castle" }, null],
  [{ managerPhone: "138" }, null],
  [{}, "-managerPhone"],
])("a view the ledger could not answer is not saved: %j sorted by %s", async (where, sort) => {
  const answer = await app.as("street-clerk", { area: sample.kecheng }).post("/views", { ledger, label: "坏", where, sort });
  expect(answer.status).toBe(422);
});

it("search goes over every ledger one may read, inside one's area, numbers exactly", async () => {
  // given
  const clerk = app.as("street-clerk", { area: sample.kecheng });
  const unit = (
    await clerk.post("/places/unit", { name: "觅踪百货", code: "MZ-20260318", kind: "shop", address: "府东街", area: sample.kecheng })
  ).body;
  await clerk.post("/places/contact", { unit: unit.id, role: "manager", post: "觅踪值班", phone: "13899996218" });
  // when
  const words = await clerk.get(`/search?q=${encodeURIComponent("觅踪")}`);
  const initials = await clerk.get("/search?q=mzbh");
  const code = await clerk.get("/search?q=MZ-20260318");
  const phone = await clerk.get("/search?q=13899996218");
  const far = await app.as("street-clerk", { area: sample.jiangshan }).get(`/search?q=${encodeURIComponent("觅踪")}`);
  const menu = await clerk.get(`/search?q=${encodeURIComponent("联系人")}`);
  // then
  const groups = words.body.groups as unknown as { key: string; rows: { title: string }[] }[];
  expect(groups.map((group) => [group.key, group.rows[0]?.title])).toEqual([
    ["places.unit", "觅踪百货"],
    ["places.contact", "觅踪值班"],
  ]);
  expect(initials.body).toMatchObject({ groups: [{ key: "places.unit" }] });
  expect(code.body).toMatchObject({ numbers: [{ key: "places.unit", rows: [{ id: unit.id }] }] });
  expect(phone.body).toMatchObject({ numbers: [{ key: "places.contact", rows: [{ title: "觅踪值班" }] }] });
  expect(far.body).toMatchObject({ groups: [], numbers: [] });
  expect(menu.body).toMatchObject({ commands: [{ label: "联系人", path: "/places/contact" }] });
  expect((await app.nobody.get("/search?q=x")).status).toBe(401);
});
