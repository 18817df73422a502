import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type App, deliver, startApp } from "#kit/kit.ts";
import { markNetworked } from "./mark-networked.ts";

const ADDRESS = "0a0b0c0d0e0f";

let app: App;
let area: number;
beforeAll(async () => {
  app = await startApp();
  const [village] = await app.sql("select key from platform.area where level = 'village' order by key limit 1");
  area = Number(village?.key);
});
afterAll(() => app.end());

async function newUnit(name: string): Promise<string> {
  const made = await app.as("street-clerk").post("/places/unit", { area, name, kind: "shop", address: "府东街 128 号" });
  expect(made.status).toBe(200);
  return String(made.body.id);
}

describe("connected devices", () => {
  it("are free of charge: a fee is refused by the form and by the database", async () => {
    const unit = await newUnit("东风商厦");
    const leader = app.as("duty-leader");
    const device = { unit, name: "传输装置 1#", address: ADDRESS, kind: "transmitter", state: "inUse" };
    expect(await leader.post("/facilities/transmitter", { ...device, fee: 600 })).toMatchObject({
      status: 422,
      body: { params: { problems: [{ field: "fee", code: "facilities.fee_must_be_zero" }] } },
    });
    const made = await leader.post("/facilities/transmitter", { ...device, address: ADDRESS.toUpperCase() });
    expect(made).toMatchObject({ status: 200, body: { address: ADDRESS, fee: 0, technique: "remote", area } });
    await expect(app.sql("update facilities.transmitter set fee = 1 where id = $1", [made.body.id])).rejects.toThrow("transmitter_is_free");
    expect(await leader.post("/facilities/transmitter", device)).toMatchObject({ status: 409, body: { code: "ledger.duplicate" } });
    // An event is heard once no transaction older than it runs anywhere on the server; tests beside this one may hold it back a moment.
    const heard = async () => {
      await deliver(app.services.db, markNetworked, app.services, app.services.log);
      return app.sql("select networked from places.unit where id = $1", [unit]);
    };
    await expect.poll(heard, { timeout: 15_000, interval: 100 }).toMatchObject([{ networked: true }]);
  });

  it("are told apart by an address of twelve hexadecimal digits", async () => {
    const unit = await newUnit("衢州港龙大酒店");
    const device = { unit, name: "传输装置", address: "12345", kind: "transmitter", state: "inUse" };
    expect(await app.as("duty-leader").post("/facilities/transmitter", device)).toMatchObject({
      status: 422,
      body: { params: { problems: [{ field: "address", code: "facilities.bad_address" }] } },
    });
  });
});

describe("components", () => {
  it("get their words, loop and point from their numbers, and each number once", async () => {
    const unit = await newUnit("万达广场柯城店");
    const leader = app.as("duty-leader");
    const component = {
      unit,
      address: "0a0b0c0d0e01",
      systemType: 1,
      systemAddress: 1,
      componentAddress: 37 * 65_536 + 2,
      componentType: 40,
      floor: 3,
      zone: "B",
      place: "女装区",
      state: "inUse",
    };
    const made = await leader.post("/facilities/component", component);
    expect(made).toMatchObject({
      status: 200,
      body: { loop: 2, point: 37, name: "感烟火灾探测器 2 回路 037 号", placeWords: "3 层 B 防火分区 女装区" },
    });
    expect(await leader.post("/facilities/component", component)).toMatchObject({ status: 409 });
  });
});
