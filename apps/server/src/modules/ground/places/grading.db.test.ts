/** Through the door: grades and classes follow the figures, and a person's decision stands beside the rules'. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { type App, startApp } from "#kit/kit.ts";
import { keyOfCode } from "#platform/values.ts";

let app: App;
beforeAll(async () => {
  app = await startApp({ now: "2026-03-18T06:30:00Z" });
});
afterAll(() => app?.end());

const town = keyOfCode("330802007");
const aHotel = { name: "禾泰大酒店", kind: "hotel", address: "府东街 60 号", area: keyOfCode("330802007001") };

it("a hotel is unknown until its rooms are entered, key from 50 rooms on, and general below", async () => {
  const clerk = app.as("street-clerk", { area: town });
  const made = await clerk.post("/places/unit", aHotel);
  expect(made.body).toMatchObject({ grade: "unknown", gradeReason: "KU-02 缺 客房数" });
  const path = `/places/unit/${String(made.body.id)}`;
  expect((await clerk.patch(path, { version: 1, rooms: 60 })).body).toMatchObject({ grade: "key", computedGrade: "key" });
  // an unrelated change keeps the grade: the figures come from the stored row then
  expect((await clerk.patch(path, { version: 2, address: "府东街 62 号" })).body).toMatchObject({ grade: "key" });
  expect((await clerk.patch(path, { version: 3, rooms: 49 })).body).toMatchObject({ grade: "general" });
});

it("a person may decide otherwise with a reason, and the rules' grade stays beside it", async () => {
  const clerk = app.as("street-clerk", { area: town });
  const made = await clerk.post("/places/unit", { ...aHotel, name: "锦川宾馆", rooms: 20 });
  const path = `/places/unit/${String(made.body.id)}`;
  const unreasoned = await clerk.patch(path, { version: 1, decidedGrade: "key" });
  expect(unreasoned).toMatchObject({ status: 422, body: { params: { problems: [{ field: "decidedWhy" }] } } });
  const decided = await clerk.patch(path, { version: 1, decidedGrade: "key", decidedWhy: "老旧木结构，客流大" });
  expect(decided.body).toMatchObject({ grade: "key", computedGrade: "general", decidedGrade: "key" });
});

it("a building's height says whether it is high-rise", async () => {
  const clerk = app.as("street-clerk", { area: town });
  const { body } = await clerk.post("/places/unit", { ...aHotel, name: "岚悦公寓", kind: "residence" });
  const building = { unit: body.id, name: "1幢", use: "residential", heightM: 79.7, floorsUp: 27 };
  expect((await clerk.post("/places/building", building)).body).toMatchObject({ highRise: true, fireClass: "一类高层住宅" });
  expect((await clerk.post("/places/building", { ...building, name: "2幢", heightM: 18 })).body).toMatchObject({ highRise: false });
});
