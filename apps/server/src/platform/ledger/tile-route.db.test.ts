/** A ledger's points as vector tiles, asked through the door. Identifiers and names stand in a tile as plain text. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { type App, sample, startApp } from "#kit/kit.ts";
import { keyOfCode } from "../values.ts";

let app: App;
const town = keyOfCode("330802007");
const village = keyOfCode("330802007001");
/** The tile of zoom 10 that has 118.86 E 28.97 N, and the one beside it. */
const HERE = "10/850/425";
const BESIDE = "10/851/425";

beforeAll(async () => {
  app = await startApp({ now: "2026-03-18T06:30:00Z" });
});
afterAll(() => app?.end());

const registered = async (name: string, lon: number, lat: number, more: object = {}) => {
  const clerk = app.as("street-clerk", { area: town });
  const point = { lon, lat, datum: "cgcs2000" };
  const made = await clerk.post("/places/unit", { name, kind: "shop", address: "府东街128号", area: village, point, ...more });
  return String(made.body.id);
};
const tile = async (asked: string, area = town) => {
  const response = await app.as("street-clerk", { area }).fetch(`/places/unit/tiles/${asked}`);
  return { status: response.status, headers: response.headers, text: await response.text() };
};

it("a unit stands in the tile it lies in and in no other", async () => {
  // given
  const id = await registered("瓦片单位", 118.86, 28.97);
  // when
  const [here, beside] = [await tile(HERE), await tile(BESIDE)];
  // then
  expect(here.status).toBe(200);
  expect(here.headers.get("content-type")).toBe("application/vnd.mapbox-vector-tile");
  expect(here.headers.get("cache-control")).toContain("private");
  expect(here.text).toContain(id);
  expect(beside).toMatchObject({ status: 204, text: "" });
});

it("nobody finds a unit of another county in his tiles", async () => {
  const id = await registered("只在柯城的点", 118.861, 28.971);
  expect((await tile(HERE, sample.kecheng)).text).toContain(id);
  expect(await tile(HERE, sample.jiangshan)).toMatchObject({ status: 204, text: "" });
});

it("the list's filter, view and search act on its tiles", async () => {
  // given
  const hospital = await registered("滤出的医院", 118.87, 28.98, { kind: "hospital", beds: 60 });
  const shop = await registered("滤掉的商店", 118.84, 28.94);
  const shown = async (query: string) => {
    const { text } = await tile(`${HERE}?${query}`);
    return [text.includes(hospital), text.includes(shop)];
  };
  // when, then
  expect(await shown("")).toEqual([true, true]);
  expect(await shown(`where=${encodeURIComponent(JSON.stringify({ kind: ["hospital"] }))}`)).toEqual([true, false]);
  expect(await shown(`q=${encodeURIComponent("滤掉的")}`)).toEqual([false, true]);
  expect((await tile(`${HERE}?view=nothing`)).status).toBe(404);
  expect((await tile(`${HERE}?where=${encodeURIComponent('{"nothing":1}')}`)).status).toBe(422);
});

it("two units in one house are one dot from afar, and both are there from near", async () => {
  // given
  const ids = [await registered("同楼甲", 118.9, 29.01), await registered("同楼乙", 118.90002, 29.01)];
  const q = `q=${encodeURIComponent("同楼")}`;
  const found = ({ text }: { readonly text: string }) => ids.filter((id) => text.includes(id)).length;
  // when, then
  expect(found(await tile(`${HERE}?${q}`))).toBe(1);
  const near = await tile(`16/54413/27245?${q}`);
  expect(found(near)).toBe(2);
  expect(near.text).toContain("同楼乙");
});

it("a removed unit leaves its tile", async () => {
  const id = await registered("注销的点", 118.835, 28.93);
  expect((await tile(HERE)).text).toContain(id);
  await app.as("street-clerk", { area: town }).del(`/places/unit/${id}`, { reason: "已经搬走" });
  expect((await tile(HERE)).text).not.toContain(id);
});

it.each(["3/8/0", "3/0/8", "-1/0/0", "21/0/0", "3/a/0", "3/1.5/0"])(
  "the tile numbers %s are refused with what is wrong",
  async (numbers) => {
    const answer = await tile(numbers);
    expect(answer.status).toBe(422);
    expect(JSON.parse(answer.text)).toMatchObject({ code: expect.stringMatching(/^(ledger\.bad_tile|http\.bad_input)$/) });
  },
);

it("the last tile number of a zoom is said", async () => {
  expect(JSON.parse((await tile("3/8/0")).text)).toMatchObject({ code: "ledger.bad_tile", message: "第 3 级的瓦片编号只到 7" });
});

it("tiles need the right to read, as the list does", async () => {
  expect((await app.nobody.fetch(`/places/unit/tiles/${HERE}`)).status).toBe(401);
});
