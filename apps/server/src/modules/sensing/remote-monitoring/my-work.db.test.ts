/** 工作台 over real alarms: what waits for whom, what somebody moved, whom he told, and what nobody else learns of it. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type App, sample, startApp } from "#kit/kit.ts";
import { uuidv7 } from "#platform/ledger/write.ts";
import { apply, componentSignal, loop2, networkedUnit } from "./scene.fixture.ts";

const START = Date.parse("2026-03-18T06:30:20Z");
const at = (seconds: number) => new Date(START + seconds * 1_000).toISOString();

let app: App;
beforeAll(async () => {
  app = await startApp({ now: at(2) });
});
afterAll(() => app?.end());

type Shown = Readonly<Record<string, unknown>>;
const items = (body: Shown) => body.items as readonly Shown[];

async function burning(point = 37) {
  const scene = await networkedUnit(app);
  await apply(app, [componentSignal(scene.address, loop2(point), at(0), { fire: true })]);
  const [alarm] = await app.sql("select id, number from remote_monitoring.alarm where unit = $1", [scene.unit]);
  return { ...scene, id: String(alarm?.id), number: String(alarm?.number) };
}

/** An organ of 柯城区 as every installation has it. */
async function organ(like: string): Promise<{ readonly id: string; readonly name: string }> {
  const [found] = await app.sql("select id, name from organizations.organ where area = $1 and name like $2", [sample.kecheng, `%${like}%`]);
  if (!found) throw new Error(`no organ like ${like}`);
  return { id: String(found.id), name: String(found.name) };
}

/** An officer of the monitoring centre, which holds every alarm until a person takes it. */
async function officer(name = "周海燕") {
  const [centre] = await app.sql("select id from organizations.organ where kind = 'monitoring-center' order by area limit 1");
  return app.as("duty-officer", { name, organId: String(centre?.id) });
}

describe("待办", () => {
  it("waits for whoever may take it, with the verb; once taken it is his alone", async () => {
    const { id, number } = await burning();
    const [first, second] = [await officer(), await officer("郑国庆")];
    const find = async (who: typeof first) => items((await who.get("/work/todo?limit=100")).body).find((each) => each.id === id);
    expect(await find(second)).toMatchObject({
      title: number,
      place: "东风商厦",
      state: "报警",
      verb: "接警",
      holder: expect.stringContaining("监控中心"),
    });
    await first.post(`/remote-monitoring/alarm/${id}/accept`);
    expect(await find(first)).toMatchObject({ state: "接警" });
    expect(await find(second)).toBeUndefined();
  });

  it("says kind, state and verb in the language of who asks", async () => {
    const { id } = await burning();
    const response = await (await officer()).fetch("/work/todo?limit=100", { headers: { "accept-language": "en" } });
    const mine = items((await response.json()) as Shown).find((each) => each.id === id);
    expect(mine).toMatchObject({ kind: "Alarm", state: "Reported", verb: "Accept" });
  });

  it("is empty for those who may look and not move: an inspector, and the unit's own people", async () => {
    const { id, unit, area } = await burning();
    for (const who of [app.as("inspector", { area: sample.kecheng }), app.as("unit-manager", { area, unitId: unit })]) {
      expect(JSON.stringify((await who.get("/work/todo")).body)).not.toContain(id);
      expect((await who.get("/work/counts")).body).toMatchObject({ todo: 0, pressing: 0, unread: 0 });
    }
  });

  it("comes in pages by deadline, none twice and none missing", async () => {
    await Promise.all([burning(), burning(), burning()]);
    const who = await officer();
    const whole = items((await who.get("/work/todo?limit=100")).body).map(({ id }) => id);
    const seen: unknown[] = [];
    for (let after: unknown = ""; after !== null; ) {
      const { body } = await who.get(`/work/todo?limit=2${after ? `&after=${String(after)}` : ""}`);
      seen.push(...items(body).map(({ id }) => id));
      after = body.next;
    }
    expect(whole.length).toBeGreaterThan(3);
    expect(seen).toEqual(whole);
    expect((await who.get("/work/counts")).body).toMatchObject({ todo: whole.length });
  });
});

describe("已办", () => {
  it("has each case I moved once, by my latest move, and where it stands now", async () => {
    const { id, number } = await burning();
    const [mine, other] = [app.as("duty-officer"), app.as("duty-officer")];
    await mine.post(`/remote-monitoring/alarm/${id}/accept`);
    await mine.post(`/remote-monitoring/alarm/${id}/verify`, { verifyMethod: "call", verifyOutcome: "none" });
    const { body } = await mine.get("/work/done");
    expect(items(body)).toMatchObject([{ caseId: id, kind: "警情", moveLabel: "核实", item: { title: number, state: "核警" } }]);
    expect(items((await other.get("/work/done")).body)).toEqual([]);
  });

  it("keeps what I did in an area that is no longer mine, and shows nothing of the case", async () => {
    const { id, number } = await burning();
    const mover = app.as("duty-officer");
    await mover.post(`/remote-monitoring/alarm/${id}/accept`);
    Object.assign(mover.actor, { area: { lo: sample.jiangshan, hi: sample.jiangshan + 999_999_999 } });
    const { body } = await mover.get("/work/done");
    expect(items(body)).toMatchObject([{ moveLabel: "接警", item: null }]);
    expect(JSON.stringify(body)).not.toContain(number);
  });
});

describe("抄送", () => {
  it("reaches the people of the organ, is read by each for himself, and stands with the sender under 我发起", async () => {
    // given
    const { id, number } = await burning();
    const [housing, education] = [await organ("住房和城乡建设"), await organ("教育")];
    const sender = app.as("duty-officer", { name: "周海燕" });
    const reader = app.as("department", { area: sample.kecheng, organId: housing.id });
    const colleague = app.as("department", { area: sample.kecheng, organId: housing.id });
    const stranger = app.as("department", { area: sample.kecheng, organId: education.id });
    // when
    const sent = await sender.post(`/remote-monitoring/alarm/${id}/notices`, { organs: [housing.id], note: "请核查消防设施" });
    const told = items((await reader.get("/work/told")).body);
    const unread = (await reader.get("/work/counts")).body.unread;
    const foreign = await stranger.post("/work/told/read", { ids: [told[0]?.id] });
    const read = await reader.post("/work/told/read", { ids: [told[0]?.id] });
    // then
    expect(sent).toMatchObject({ status: 200, body: { sent: 1 } });
    expect(told).toMatchObject([{ subject: `东风商厦 ${number}`, note: "请核查消防设施", kind: "警情", href: null, readAt: null }]);
    expect([unread, foreign.body.read, read.body.read]).toEqual([1, 0, 1]);
    expect((await reader.get("/work/counts")).body).toMatchObject({ unread: 0 });
    expect((await colleague.get("/work/counts")).body).toMatchObject({ unread: 1 });
    expect(items((await stranger.get("/work/told")).body)).toEqual([]);
    expect(items((await sender.get("/work/opened")).body)).toMatchObject([{ what: "notice", to: housing.name, item: { title: number } }]);
    const { lines } = (await sender.get(`/remote-monitoring/alarm/${id}/timeline`)).body as { lines: readonly Shown[] };
    expect(lines[0]).toMatchObject({ sentence: `抄送 ${housing.name}：请核查消防设施`, actorName: "周海燕" });
  });

  it("is refused to those who may not move the case, and to organs nobody knows", async () => {
    const { id, unit, area } = await burning();
    const body = { organs: [(await organ("民政")).id] };
    const path = `/remote-monitoring/alarm/${id}/notices`;
    expect((await app.as("inspector", { area: sample.kecheng }).post(path, body)).status).toBe(403);
    expect((await app.as("unit-manager", { area, unitId: unit }).post(path, body)).status).toBe(403);
    expect((await app.as("duty-officer").post(path, { organs: [uuidv7()] })).status).toBe(422);
    expect((await app.as("duty-officer", { area: sample.jiangshan }).post(path, body)).status).toBe(404);
  });

  it.each(["/work/todo?after=x", "/work/done?after=x", "/work/opened?after=e30", "/work/told?after=WzEsMl0"])(
    "a broken place in the list is told: %s",
    async (path) => expect(await app.as("duty-officer").get(path)).toMatchObject({ status: 422, body: { code: "ledger.bad_cursor" } }),
  );
});
