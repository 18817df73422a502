/** The problem list and the county's centre, over real HTTP on both sides: in once by its number, out at every step, and only with the scope. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { type App, sample, startApp } from "#kit/kit.ts";
import { type PartnerPlatform, startPartnerPlatform } from "#kit/partner-platform.ts";

let app: App;
let partner: PartnerPlatform;
let town = 0;
let organ = "";
let id = "";
const KEY = "shzl-330802";

const register = async (scopes: readonly string[]) => {
  const given = {
    key: KEY,
    name: "柯城区社会治理中心",
    kind: "grassroots",
    area: sample.kecheng,
    scopes,
    webhookUrl: partner.webhookUrl,
    allowPrivate: true,
    origin: null,
    perMinute: 1_000,
  };
  const made = await app.as("system-admin", { name: "汪洁" }).post("/grassroots/platforms", given);
  if (made.status !== 200) throw new Error(JSON.stringify(made.body));
  id = String((made.body.platform as { id: string }).id);
  partner.connect({ base: app.address ?? "", key: KEY, secret: String(made.body.secret) });
  const approved = await app.as("security-admin", { name: "余建华" }).post(`/grassroots/platforms/${id}/approve`);
  if (approved.status !== 200) throw new Error(JSON.stringify(approved.body));
};

beforeAll(async () => {
  app = await startApp({ roles: ["api", "worker"] });
  partner = await startPartnerPlatform();
  const [row] = await app.sql("select key from platform.area where parent = $1 and level = 'town' order by key limit 1", [sample.kecheng]);
  town = Number(row?.key);
  const [government] = await app.sql("select id from organizations.organ where area = $1 and kind = 'government' limit 1", [town]);
  organ = String(government?.id);
  await register(["problems"]);
});
afterAll(async () => {
  await app?.end();
  await partner?.close();
});

const problem = (number: string, more: object = {}) => ({
  ...{ number, list: "safety", title: "老街木屋无消防通道", what: "三百户木屋连片", areaCode: String(town).slice(0, 9) },
  ...{ branch: "荷花街道党工委", branchLead: "毛书记", dueOn: "2099-06-30", ...more },
});

it("comes in once by its number, to the government of the place; with other content it is refused", async () => {
  const first = await partner.problem(problem("WT-1"));
  expect(first).toMatchObject({ status: 200, body: { number: "WT-1", state: "listed", isNew: true } });
  expect(await partner.problem(problem("WT-1"))).toMatchObject({ status: 200, body: { id: first.body.id, isNew: false } });
  expect(await partner.problem(problem("WT-1", { what: "另一件完全不同的事" }))).toMatchObject({ status: 409 });
  expect(await partner.problem(problem("WT-2", { areaCode: "330881001" }))).toMatchObject({ status: 403 });
  expect(await app.sql("select organ, branch, platform from grassroots.problem")).toMatchObject([
    { organ, branch: "荷花街道党工委", platform: "柯城区社会治理中心" },
  ]);
});

it("is told out at every step, signed, without the person's name", async () => {
  const clerk = app.as("street-clerk", { area: town, organId: organ, name: "方丽华" });
  const [row] = await app.sql("select id from grassroots.problem limit 1");
  expect((await clerk.post(`/grassroots/problem/${String(row?.id)}/report`, { closure: "已打通通道" })).status).toBe(200);
  const told = async () =>
    (await app.sql("select type, state, body::text as body from grassroots.delivery where kind = 'problem' order by created_at")).map(
      (each) => ({ ...each }),
    );
  await expect
    .poll(async () => (await told()).map(({ type, state }) => `${String(type)} ${String(state)}`), { timeout: 30_000, interval: 200 })
    .toEqual(["problem.listed delivered", "problem.reported delivered"]);
  for (const { body } of await told()) expect(String(body)).not.toContain("毛书记");
});

it("without the scope nothing comes in", async () => {
  await app.sql("update grassroots.platform set scopes = '{events}' where id = $1", [id]);
  expect(await partner.problem(problem("WT-3"))).toMatchObject({ status: 403, body: { code: "grassroots.out_of_scope" } });
});
