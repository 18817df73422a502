import { afterAll, beforeAll, expect, it } from "vitest";
import { type App, startApp } from "#kit/kit.ts";
import { apply, componentSignal, lifeSignal, loop2, networkedUnit } from "./scene.fixture.ts";

const NOW = Date.parse("2026-03-18T06:30:20Z");
const at = (seconds: number) => new Date(NOW + seconds * 1_000).toISOString();

type Named = { readonly unitName: string };
type Wall = {
  readonly today: { readonly fires: number; readonly hours: readonly { readonly hour: number; readonly fires: number }[] };
  readonly watch: { readonly transmitters: number; readonly online: number };
  readonly fires: readonly (Named & { readonly lon: number; readonly lat: number; readonly lines: readonly { readonly text: string }[] })[];
  readonly news: readonly (Named & { readonly what: string })[];
  readonly troubles: { readonly open: Readonly<Record<string, number>>; readonly rows: readonly Named[] };
  readonly counties: readonly { readonly name: string; readonly fires: number; readonly faults: number }[];
};

let app: App;
beforeAll(async () => {
  app = await startApp({ now: at(2) });
});
afterAll(() => app.end());

const wallOf = async (role: string): Promise<Wall> => (await app.as(role).get("/wall")).body as Wall;

it("a fire of this hour stands on the wall with its place, its lines and its county, and nobody's name", async () => {
  const before = await wallOf("leader");
  const { address } = await networkedUnit(app, "信安广场");
  await apply(app, [lifeSignal(address, at(0)), componentSignal(address, loop2(37), at(0), { fire: true })]);
  const wall = await wallOf("leader");
  expect(wall.today.fires).toBe(before.today.fires + 1);
  expect(wall.today.hours.find(({ hour }) => hour === 14)?.fires).toBe(
    (before.today.hours.find(({ hour }) => hour === 14)?.fires ?? 0) + 1,
  );
  expect(wall.fires.find(({ unitName }) => unitName === "信安广场")).toMatchObject({ lon: 118.87, lat: 28.95, lines: [{ text: "报警" }] });
  expect(wall.counties.find(({ name }) => name === "柯城区")?.fires).toBe(
    (before.counties.find(({ name }) => name === "柯城区")?.fires ?? 0) + 1,
  );
  expect(wall.news.find(({ unitName }) => unitName === "信安广场")).toMatchObject({ what: "opened" });
  expect(wall.watch.online).toBe(before.watch.online + 1);
  expect(JSON.stringify(wall)).not.toContain("holderName");
});

it("an open fault counts in its kind and among the troubles until it is restored", async () => {
  const before = await wallOf("leader");
  const { address } = await networkedUnit(app, "南街书院");
  await apply(app, [componentSignal(address, loop2(41), at(0), { fault: true })]);
  const wall = await wallOf("leader");
  expect(wall.troubles.open.fault).toBe((before.troubles.open.fault ?? 0) + 1);
  expect(wall.troubles.rows.map(({ unitName }) => unitName)).toContain("南街书院");
  await apply(app, [componentSignal(address, loop2(41), at(1), {})]);
  expect((await wallOf("leader")).troubles.open.fault ?? 0).toBe(before.troubles.open.fault ?? 0);
});

it("the units with most fire alarms are counted for the asked days, and a foreign county cannot be asked for", async () => {
  const { unit, address } = await networkedUnit(app, "水亭门客栈");
  await apply(app, [componentSignal(address, loop2(5), at(0), { fire: true }, 23)]);
  const path = "/remote-monitoring/busy-units?from=2026-03-18&to=2026-03-18&limit=100";
  const { body } = await app.as("leader").get(path);
  expect((body as { rows: readonly { readonly unit: string }[] }).rows.find((row) => row.unit === unit)).toMatchObject({
    fires: 1,
    open: 1,
  });
  expect(await app.as("leader").get(`${path}&area=330400000000000`)).toMatchObject({ status: 404 });
  expect(await app.as("leader").get("/remote-monitoring/busy-units?from=2026-03-18&to=2026-03-01")).toMatchObject({ status: 422 });
});

it("the wall is not for a unit's own people", async () => {
  expect(await app.as("unit-manager").get("/wall")).toMatchObject({ status: 403 });
});
