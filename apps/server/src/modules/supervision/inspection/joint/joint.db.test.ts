/** A joint check over HTTP: team, objects, one list; its findings open hazards, penalty cases, urging letters and take points off. PT-2.2.3.5 */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type App, type Caller, sample, startApp } from "#kit/kit.ts";
import { uuidv7 } from "#platform/ledger/write.ts";
import { aPerson, aUnit } from "../scene.fixture.ts";

let app: App;
let lead: Caller;
let brigade: string;
let street: string;
let town: number;
beforeAll(async () => {
  app = await startApp({ now: "2026-03-18T02:00:00Z" });
  const [row] = await app.sql("select id from organizations.organ where kind = 'fire-brigade' and area = $1 limit 1", [sample.kecheng]);
  brigade = String(row?.id);
  lead = app.as("inspector", { area: sample.kecheng, organId: brigade, name: "林晓东" });
  const [first] = await app.sql("select key from platform.area where parent = $1 and level = 'town' order by key limit 1", [
    sample.kecheng,
  ]);
  town = Number(first?.key);
  street = uuidv7();
  await app.sql(
    "insert into organizations.organ (id, area, name, short_name, kind, level) values ($1, $2, '某街道办事处', '某街道', 'government', 'town')",
    [street, town],
  );
  await lead.post("/enforcement/office", {
    area: sample.kecheng,
    organ: brigade,
    mark: "衢柯消",
    powers: ["inspection", "penalty"],
    from: "2026-01-01",
  });
});
afterAll(() => app?.end());

const must = ({ status, body }: { status: number; body: Readonly<Record<string, unknown>> }) => {
  expect(status, JSON.stringify(body)).toBe(200);
  return body;
};
async function anAction(): Promise<string> {
  const { id } = must(
    await lead.post("/enforcement/joint-action", {
      area: sample.kecheng,
      name: "沿街商铺联合检查",
      lead: brigade,
      heldOn: "2026-03-20",
      purpose: "疏散通道",
    }),
  );
  must(await lead.post("/enforcement/joint-part", { action: id, organ: brigade, role: "lead", task: "消防设施" }));
  must(await lead.post("/enforcement/joint-part", { action: id, organ: street, role: "order", task: "占道" }));
  return String(id);
}

describe("a joint check", () => {
  it("has a team, objects that are tasks of all, and one list that those not begun change with", async () => {
    const id = await anAction();
    const path = `/inspection/joint-actions/${id}`;
    const [one, two] = [await aUnit(app), await aUnit(app)];
    const person = await aPerson(app, "inspector", "徐丽娟");
    must(await lead.post(`${path}/checklist`, { checklist: "shop" }));
    expect(must(await lead.post(`${path}/objects`, { units: [one, one], lead: person }))).toEqual({ added: 1 });
    expect(must(await lead.post(`${path}/objects`, { units: [one, two] }))).toEqual({ added: 1 });
    expect(must(await lead.post(`${path}/objects`, { units: [two] }))).toEqual({ added: 0 });
    const [task] = await app.sql(
      "select checklists, organs, due_on::text, purpose from inspection.task where origin = 'jointCheck' and origin_id = $1 and unit = $2",
      [id, one],
    );
    expect(task).toMatchObject({
      purpose: "joint",
      due_on: "2026-03-20",
      checklists: [{ list: "shop" }],
      organs: [{ organ: brigade }, { organ: street }],
    });
    const { tasks } = must(await lead.get("/inspection/field/day")) as unknown as { tasks: readonly { unit: string; lists: unknown }[] };
    expect(tasks.find(({ unit }) => unit === two)?.lists).toEqual([{ id: "shop", version: 1 }]);
    expect(must(await lead.post(`${path}/checklist`, { checklist: "general-place" }))).toMatchObject({ changed: 2 });
    expect(await lead.post(`${path}/checklist`, { checklist: "no-such-list" })).toMatchObject({
      body: { code: "inspection.unknown_checklist" },
    });
    expect(must(await lead.get(path))).toMatchObject({
      checklist: "general-place",
      team: [{ organ: brigade, role: "lead" }, { organ: street }],
      objects: expect.arrayContaining([expect.objectContaining({ unit: one, lead: "徐丽娟", state: "pending", hazards: [] })]),
      can: true,
    });
  });

  it("keeps an object whose task was merged into another, and does not add it a second time", async () => {
    const id = await anAction();
    const path = `/inspection/joint-actions/${id}`;
    const unit = await aUnit(app);
    must(await lead.post(`${path}/objects`, { units: [unit] }));
    const [own] = await app.sql("select id from inspection.task where origin_id = $1", [id]);
    const { ids } = must(await lead.post("/inspection/tasks", { units: [unit], purpose: "supervision", dueOn: "2026-03-31" }));
    const merged = must(await lead.post("/inspection/merge", { tasks: [own?.id, ...(ids as string[])] }));
    expect(must(await lead.get(path)).objects).toMatchObject([{ unit, task: merged.id, state: "pending" }]);
    expect(must(await lead.post(`${path}/objects`, { units: [unit] }))).toEqual({ added: 0 });
  });

  it("turns a finding into a hazard, a penalty case, an urging letter and points off the street's assessment", async () => {
    const id = await anAction();
    const path = `/inspection/joint-actions/${id}`;
    const unit = await aUnit(app);
    const finding = String(
      must(
        await lead.post("/enforcement/joint-finding", {
          action: id,
          unit,
          target: "上街 12 号",
          organ: brigade,
          checkedOn: "2026-03-18",
          problems: 1,
          found: "疏散通道上锁",
          done: ["order"],
        }),
      ).id,
    );
    const about = { finding, what: "疏散通道上锁" };
    expect(await lead.post(`${path}/follow-hazard`, about)).toMatchObject({ status: 409, body: { code: "inspection.joint_not_begun" } });
    must(await lead.post(`/enforcement/joint-action/${id}/start`));

    const asked = { ...about, grade: "general", follow: uuidv7() };
    const hazard = must(await lead.post(`${path}/follow-hazard`, asked));
    // the same letter again, after its reply was lost
    expect(must(await lead.post(`${path}/follow-hazard`, asked))).toEqual(hazard);
    const [row] = await app.sql("select what, unit, origin_name, found_on::text from hazard_loop.hazard where id = $1", [hazard.made]);
    expect(row).toEqual({ what: "疏散通道上锁", unit, origin_name: "enforcement.joint-finding", found_on: "2026-03-18" });

    const officers = [await aPerson(app, "inspector", "林晓东"), await aPerson(app, "inspector", "郑伟")];
    for (const person of officers)
      must(
        await lead.post("/enforcement/officer", {
          area: sample.kecheng,
          person,
          certificate: `ZJ${person.slice(-8)}`,
          issuedOn: "2022-01-01",
          validUntil: "2027-12-31",
        }),
      );
    const penalty = { ...about, act: "exit-blocked", party: "上街 12 号商铺", officerOne: officers[0], officerTwo: officers[1] };
    expect(await lead.post(`${path}/follow-penalty`, { ...penalty, act: "no-such-act" })).toMatchObject({
      body: { code: "inspection.unknown_offence" },
    });
    const [act] = Object.keys((await import("#modules/supervision/enforcement/index.ts")).offences);
    const nobody = { officerOne: uuidv7(), officerTwo: uuidv7() };
    expect(await lead.post(`${path}/follow-penalty`, { ...penalty, act, ...nobody })).toMatchObject({
      status: 409,
      body: { code: "enforcement.no_certificate" },
    });
    const filed = must(await lead.post(`${path}/follow-penalty`, { ...penalty, act }));
    expect((await app.sql("select origin, state, unit from enforcement.penalty where id = $1", [filed.made]))[0]).toEqual({
      origin: "joint",
      state: "filed",
      unit,
    });

    const letter = must(await lead.post(`${path}/follow-letter`, { ...about, organ: street, demands: "逐户清理", dueOn: "2026-03-31" }));
    const [document] = await app.sql("select kind, party, source_id, state from enforcement.document where id = $1", [letter.made]);
    expect(document).toEqual({ kind: "urging-letter", party: "某街道办事处", source_id: id, state: "draft" });

    must(await lead.post(`${path}/follow-deduction`, { ...about, organ: street, points: 1.5 }));
    expect(await lead.post(`${path}/follow-deduction`, { ...about, organ: street, points: 1 })).toMatchObject({
      status: 409,
      body: { code: "inspection.deducted_already" },
    });
    const [taken] = await app.sql(
      "select area, points::float8 as points from inspection.joint_follow where action = $1 and kind = 'deduction'",
      [id],
    );
    expect(taken).toEqual({ area: town, points: 1.5 });
    const { follows } = must(await lead.get(path));
    expect(follows).toMatchObject([
      { kind: "hazard", finding },
      { kind: "penalty" },
      { kind: "letter", organName: "某街道办事处" },
      { kind: "deduction", points: 1.5 },
    ]);
    const alien = must(
      await lead.post("/enforcement/joint-action", {
        area: sample.kecheng,
        name: "另一次",
        lead: brigade,
        heldOn: "2026-03-18",
        purpose: "略",
      }),
    );
    must(await lead.post(`/enforcement/joint-action/${String(alien.id)}/start`));
    expect(await lead.post(`/inspection/joint-actions/${String(alien.id)}/follow-hazard`, about)).toMatchObject({
      body: { code: "inspection.not_of_this_check" },
    });
  });
});
