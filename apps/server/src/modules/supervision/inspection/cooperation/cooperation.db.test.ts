/** The interim and ex-post regime over HTTP: a commitment, its window by area, and how it ends. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { type App, type Caller, sample, startApp } from "#kit/kit.ts";
import { aUnit } from "../scene.fixture.ts";

let app: App;
let chief: Caller;
beforeAll(async () => {
  app = await startApp({ now: "2026-03-18T06:30:20Z" });
  chief = app.as("inspector", { area: sample.kecheng });
});
afterAll(() => app?.end());

const declare = async (values: object = {}) =>
  chief.post("/inspection/commitments", { unit: await aUnit(app), matter: "投入使用、营业", declaredOn: "2026-03-18", ...values });

it("a commitment is checked within 20 working days, in an area with a regime within its window", async () => {
  expect((await declare()).body).toMatchObject({ checkBy: "2026-04-16", regime: null });
  const regime = {
    name: "柯城自贸片区",
    windowDays: 10,
    matters: "营业前检查",
    instrument: "试点方案",
    from: "2026-01-01",
    area: sample.kecheng,
  };
  expect((await chief.post("/inspection/regime", regime)).status).toBe(200);
  expect((await declare()).body).toMatchObject({ checkBy: "2026-04-01", regime: "柯城自贸片区" });
  expect((await declare({ declaredOn: "2026-03-19" })).body.code).toBe("inspection.declared_in_future");
});

it("advice asked for is given; a mismatch is put right or the permit revoked", async () => {
  const { id } = (await declare({ advice: "厨房排烟怎么改" })).body;
  const move = (key: string, given: object) => chief.post(`/inspection/commitment/${String(id)}/${key}`, given);
  expect((await move("advise", { adviceGiven: "加装止回阀" })).body).toMatchObject({ state: "declared", adviceGiven: "加装止回阀" });
  expect((await move("revoke", { revokeWhy: "不符" })).body.code).toBe("case.wrong_state");
  expect((await move("mismatch", { checkedOn: "2026-03-18", mismatch: "少一个安全出口", rectifyBy: "2026-03-25" })).body).toMatchObject({
    state: "mismatched",
  });
  expect((await move("revoke", { revokeWhy: "期满未改" })).body).toMatchObject({ state: "revoked" });
});
