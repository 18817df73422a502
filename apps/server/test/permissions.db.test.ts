/** Every route × every role × a foreign district: nobody gets past a door that is not his, and nothing of another area shows. */
import { randomUUID } from "node:crypto";
import ExcelJS from "exceljs";
import { afterAll, beforeAll, expect, it } from "vitest";
import { expandGrants } from "#platform/actor.ts";
import { OCTETS, urlOf } from "#platform/http/server.ts";
import { columnName, pathOf } from "#platform/ledger/names.ts";
import type { Declared } from "#platform/route.ts";
import { keyOfCode } from "#platform/values.ts";
import { declaredRoutes } from "../src/http-app.ts";
import { type App, type Caller, sample, startApp } from "./kit.ts";
import { plantRows } from "./samples.ts";

let app: App;
let routes: readonly Declared[];
let foreign: ReadonlyMap<string, string>;
const foreignVillage = keyOfCode("330881001001");

beforeAll(async () => {
  app = await startApp({ now: "2026-03-18T06:30:00Z" });
  routes = declaredRoutes(app.services);
  foreign = await plantRows(app.services, foreignVillage);
});
afterAll(() => app?.end());

/** The route's address with a row of the foreign area in it, where the route belongs to a ledger. */
function addressOf(route: Declared): string {
  const ledger = [...foreign.keys()].find(
    (name) => route.path === `/${pathOf(name)}/:id` || route.path.startsWith(`/${pathOf(name)}/:id/`),
  );
  const path = route.path.replace(/:(\w+)/g, (_, name: string) =>
    name === "id" ? ((ledger && foreign.get(ledger)) ?? randomUUID()) : "none",
  );
  return urlOf({ ...route, path });
}

const file = (): FormData => {
  const form = new FormData();
  form.append("file", new Blob(["名称,地址\r\n"]), "台账.csv");
  return form;
};
const ofMethod = (route: Declared): RequestInit => {
  if (route.method === "GET" || route.method === "DELETE") return {};
  if (route.takes === "file") return { body: file() };
  if (route.takes === "bytes") return { body: new Uint8Array([1]), headers: { "content-type": OCTETS } };
  return {
    body: JSON.stringify({ version: 1, reason: "试", fields: ["phone"], note: "试" }),
    headers: { "content-type": "application/json" },
  };
};
const call = (who: Caller, route: Declared, address = addressOf(route)) => who.fetch(address, { method: route.method, ...ofMethod(route) });

/** What an answer shows: its text, the cells of a workbook, the first words of a stream that never ends. */
async function shownBy(response: Response, route: Declared): Promise<string> {
  if (!response.ok) return response.text();
  if (route.sends?.includes("spreadsheet")) {
    const book = new ExcelJS.Workbook();
    await book.xlsx.load(await response.arrayBuffer());
    return book.worksheets
      .flatMap((sheet) => sheet.getSheetValues())
      .flat()
      .map(String)
      .join("\n");
  }
  if (route.sends !== "text/event-stream") return response.text();
  const reader = response.body?.getReader();
  const first = await reader?.read();
  await reader?.cancel();
  return Buffer.from(first?.value ?? []).toString();
}

/** The names the planted rows go by: a workbook has no ids. */
async function foreignTitles(): Promise<readonly string[]> {
  const titles: string[] = [];
  for (const [name, id] of foreign) {
    const { ledger, table } = app.services.catalog.get(name);
    if (ledger.fields[ledger.title]?.kind !== "text") continue;
    const rows = await app.sql(`select "${columnName(ledger.title)}" as title from ${table} where id = $1`, [id]);
    const title: unknown = rows[0]?.title;
    if (typeof title === "string" && title.length > 2) titles.push(`\n${title}\n`);
  }
  return titles;
}

it("the walk covers the streams and the probes", () => {
  const walked = routes.map((route) => `${route.method} ${urlOf(route)}`);
  expect(walked).toEqual(
    expect.arrayContaining([
      "POST /api/v1/files",
      "GET /api/v1/files/:id",
      "GET /api/v1/places/unit/export.xlsx",
      "POST /api/v1/places/unit/import",
      "GET /api/v1/places/unit/import/:importId/errors.xlsx",
      "GET /api/v1/identity/audit/export",
      "PUT /api/v1/base-maps/:id/bytes",
      "GET /api/v1/base-maps/:id/tiles/:z/:x/:y",
      "GET /api/v1/live",
      "GET /metrics",
    ]),
  );
});

it("the walk would see a foreign row, in a workbook too: its own district does", async () => {
  const route = routes.find((each) => each.path === "/places/unit/export.xlsx");
  const [title] = await app.sql("select name from places.unit where id = $1", [foreign.get("places.unit")]);
  if (!route || !title) throw new Error("no export, no unit");
  const text = await shownBy(await call(app.as("inspector", { area: foreignVillage }), route), route);
  expect(text).toContain(`\n${String(title.name)}\n`);
});

it("a stranger reaches the public routes and no other", async () => {
  const open: string[] = [];
  for (const route of routes) {
    const response = await call(app.nobody, route);
    await shownBy(response, route);
    if (response.status !== 401) open.push(`${route.permission} ${response.status >= 500 ? response.status : ""}`.trim());
  }
  expect([...new Set(open)]).toEqual(["public"]);
}, 120_000);

it("a role without the permission is refused at every route, whatever it asks for", async () => {
  const wrong: string[] = [];
  for (const [role, grants] of app.services.registry.grants) {
    const granted = expandGrants(grants, [...app.services.registry.permissions.keys()]);
    const who = app.as(role, { area: sample.kecheng });
    for (const route of routes) {
      if (route.permission === "public" || route.permission === "signed-in" || granted.has(route.permission)) continue;
      const { status } = await call(who, route);
      if (status !== 403) wrong.push(`${role} ${route.method} ${route.path}: ${status}`);
    }
  }
  expect(wrong).toEqual([]);
}, 300_000);

it("a role with the permission finds nothing of another district, by id or by list", async () => {
  const wrong: string[] = [];
  const ids = [...foreign.values()];
  const marks = [...ids, ...(await foreignTitles())];
  for (const [role, grants] of app.services.registry.grants) {
    const granted = expandGrants(grants, [...app.services.registry.permissions.keys()]);
    const who = app.as(role, { area: sample.kecheng });
    for (const route of routes) {
      if (!granted.has(route.permission) && route.permission !== "signed-in") continue;
      const inAddress = addressOf(route);
      const response = await call(who, route, inAddress);
      const text = await shownBy(response, route);
      const shown = marks.filter((mark) => !inAddress.includes(mark) && text.includes(mark));
      if (response.status >= 500 && response.status !== 503) wrong.push(`${role} ${route.method} ${route.path}: ${response.status}`);
      // Names alone of some ledgers are known everywhere (namedEverywhere): a street asks a department of its county.
      if (shown.length > 0 && !route.path.endsWith("/names")) wrong.push(`${role} ${route.method} ${route.path}: shows a foreign row`);
      if (response.status === 200 && ids.some((id) => inAddress.includes(id)))
        wrong.push(`${role} ${route.method} ${route.path}: opened a foreign row`);
    }
  }
  expect(wrong).toEqual([]);
}, 300_000);

it("a unit's own people see their unit's rows and no neighbour's", async () => {
  // given: two units in one village
  const mine = randomUUID();
  const village = keyOfCode("330802007001");
  const own = await plantRows(app.services, village, mine);
  const neighbour = await plantRows(app.services, village);
  const manager = app.as("unit-manager", { area: village, unitId: mine });
  // when, then
  for (const [name, id] of own) {
    const { ledger } = app.services.catalog.get(name);
    if (!manager.actor.permissions.has(`${name}.read`)) continue;
    const [mineAnswer, neighbourAnswer] = [
      await manager.get(`/${pathOf(name)}/${id}`),
      await manager.get(`/${pathOf(name)}/${neighbour.get(name)}`),
    ];
    expect([name, mineAnswer.status, neighbourAnswer.status]).toEqual([name, ledger.unit ? 200 : 404, 404]);
    const list = await manager.get(`/${pathOf(name)}?limit=500`);
    expect(JSON.stringify(list.body)).not.toContain(neighbour.get(name));
  }
});

it("writing from a strange page is refused: the header that a form cannot set is missing", async () => {
  const who = app.as("inspector", { area: sample.kecheng });
  const response = await who.fetch("/places/unit", {
    method: "POST",
    headers: { "x-suiren": "", "content-type": "application/json" },
    body: "{}",
  });
  expect(response.status).not.toBe(200);
});
