/** A task as those who give it and those who do it meet it: received, passed down, done, sent back, accepted; and nobody else's to see. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type App, type Caller, deliver, sample, startApp } from "#kit/kit.ts";
import { countAdoptions } from "./count-adoptions.ts";

type Shown = Readonly<Record<string, unknown>>;
let app: App;
let office: Caller;
let county: Caller;
let town: Caller;
let elsewhere: Caller;
let governments: { kecheng: string; jiangshan: string; towns: readonly string[]; housing: string };

beforeAll(async () => {
  app = await startApp({ now: "2026-03-18T06:30:20Z" });
  const organ = async (area: number, kind: string) =>
    String((await app.sql("select id from organizations.organ where area = $1 and kind = $2 order by name limit 1", [area, kind]))[0]?.id);
  const towns = await app.sql(
    "select o.id, o.area from organizations.organ o join platform.area a on a.key = o.area where a.parent = $1 and o.kind = 'government' order by o.area limit 2",
    [sample.kecheng],
  );
  governments = {
    kecheng: await organ(sample.kecheng, "government"),
    jiangshan: await organ(sample.jiangshan, "government"),
    housing: await organ(sample.kecheng, "housing"),
    towns: towns.map(({ id }) => String(id)),
  };
  office = app.as("committee-office", { area: sample.city, organId: await organ(sample.city, "committee"), name: "陈雪芳" });
  county = app.as("department", { area: sample.kecheng, organId: governments.kecheng, name: "府办" });
  town = app.as("street-clerk", { area: Number(towns[0]?.area), organId: governments.towns[0] ?? "", name: "方丽华" });
  elsewhere = app.as("department", { area: sample.jiangshan, organId: governments.jiangshan, name: "江山府办" });
});
afterAll(() => app?.end());

const must = ({ status, body }: { status: number; body: Shown }): Shown => {
  if (status !== 200) throw new Error(JSON.stringify(body));
  return body;
};
const give = async (organs: readonly string[], more: Shown = {}) =>
  (
    must(
      await office.post("/policy-tasks/tasks", { title: "修复不完好市政消火栓", dueOn: "2026-04-30", owner: "陈志远", organs, ...more }),
    ) as {
      tasks: readonly { id: string; number: string }[];
    }
  ).tasks;
const move = (who: Caller, id: string, name: string, given: Shown = {}) => who.post(`/policy-tasks/task/${id}/${name}`, given);
const todo = async (who: Caller): Promise<readonly string[]> =>
  (must(await who.get("/work/todo?limit=100")) as { items: readonly { id: string }[] }).items.map(({ id }) => id);
const rowOf = async (who: Caller, id: string) => (must(await who.get(`/policy-tasks/task/${id}`)) as { row: Shown }).row;

describe("a task", () => {
  it("is on the desk of who leads it, done there, and accepted by who gave it", async () => {
    const [made] = await give([governments.kecheng]);
    const id = String(made?.id);
    expect(made?.number).toMatch(/^RW2026-\d{4}$/);
    expect(await todo(county)).toContain(id);
    expect(await todo(office)).not.toContain(id);
    expect((await move(office, id, "sign")).status).toBe(409);
    must(await move(county, id, "sign", { owner: "副区长 郑建国" }));
    expect((await move(county, id, "submit", {})).body.code).toBe("case.asks");
    must(await move(county, id, "submit", { result: "全部修复" }));
    expect(await todo(office)).toContain(id);
    expect((await move(county, id, "accept")).status).toBe(409);
    must(await move(office, id, "sendBack", { note: "缺水压记录" }));
    must(await move(county, id, "submit", { result: "补了水压记录" }));
    must(await move(office, id, "accept"));
    expect(await rowOf(county, id)).toMatchObject({ state: "done", onTime: true, finishedOn: "2026-03-18", owner: "副区长 郑建国" });
  });

  it("goes to each organ named as a copy of its own, and to none if one cannot have it", async () => {
    const made = await give([governments.kecheng, governments.jiangshan]);
    expect(made).toHaveLength(2);
    expect(new Set(made.map(({ number }) => number)).size).toBe(2);
    const before = (await app.sql("select count(*)::int as n from policy_tasks.task"))[0]?.n;
    const refused = await county.post("/policy-tasks/tasks", {
      title: "越界交办",
      dueOn: "2026-04-30",
      organs: [governments.housing, governments.jiangshan],
    });
    expect(refused.body.code).toBe("policy-tasks.task_outside_area");
    expect((await app.sql("select count(*)::int as n from policy_tasks.task"))[0]?.n).toBe(before);
    expect(
      (await office.post("/policy-tasks/tasks", { title: "过期任务", dueOn: "2026-03-17", organs: [governments.kecheng] })).body.code,
    ).toBe("policy-tasks.task_due_in_past");
  });

  it("of one county is not seen by another", async () => {
    const [made] = await give([governments.kecheng]);
    expect((await elsewhere.get(`/policy-tasks/task/${made?.id}`)).status).toBe(404);
    expect((await elsewhere.get(`/policy-tasks/tasks/${made?.id}/lineage`)).status).toBe(404);
    expect((await move(elsewhere, String(made?.id), "sign")).status).toBe(404);
    const listed = must(await elsewhere.get("/policy-tasks/task?limit=200")) as { rows: readonly { lead: string }[] };
    expect(listed.rows.every(({ lead }) => lead === governments.jiangshan)).toBe(true);
  });

  it("passed down must be done below first, and no later", async () => {
    const [made] = await give([governments.kecheng]);
    const id = String(made?.id);
    const pass = (given: Shown) => county.post(`/policy-tasks/tasks/${id}/pass-down`, { organs: governments.towns, ...given });
    expect((await pass({})).body.code).toBe("policy-tasks.task_not_yours");
    must(await move(county, id, "sign"));
    expect((await pass({ dueOn: "2026-05-01" })).body.code).toBe("policy-tasks.task_child_later");
    const { tasks } = must(await pass({ dueOn: "2026-04-20", title: "修复辖区消火栓" })) as { tasks: readonly { id: string }[] };
    expect(tasks).toHaveLength(2);
    expect(await rowOf(county, id)).toMatchObject({ passed: 2 });
    expect((await move(county, id, "submit", { result: "完成" })).body.code).toBe("policy-tasks.task_children_open");
    for (const [index, child] of tasks.entries()) {
      const who =
        index === 0
          ? town
          : app.as("street-clerk", { area: Number((await rowOf(county, child.id)).area), organId: governments.towns[index] ?? "" });
      must(await move(who, child.id, "sign"));
      must(await move(who, child.id, "submit", { result: "已修复" }));
      must(await move(county, child.id, "accept"));
    }
    must(await move(county, id, "submit", { result: "全部完成" }));
    const lineage = must(await county.get(`/policy-tasks/tasks/${id}/lineage`)) as { children: readonly Shown[] };
    expect(lineage.children.map(({ state }) => state)).toEqual(["done", "done"]);
  });

  it("is extended when who gave it agrees, and its supports answer on their own desk", async () => {
    const [made] = await give([governments.kecheng], { supports: [governments.housing] });
    const id = String(made?.id);
    must(await move(county, id, "sign"));
    const housing = app.as("department", { area: sample.kecheng, organId: governments.housing, name: "住建局" });
    const asked = must(await housing.get("/work/asked")) as { requests: readonly { caseId: string; label: string }[] };
    expect(asked.requests.find(({ caseId }) => caseId === id)?.label).toBe("协办");
    must(
      await county.post(`/policy-tasks/task/${id}/requests`, {
        kind: "extension",
        note: "配件到货晚",
        given: { dueOn: "2026-05-15", extensionReason: "配件到货晚" },
      }),
    );
    expect((await move(county, id, "submit", { result: "完成" })).body.code).toBe("case.waits_for");
    const waiting = must(await office.get("/work/asked")) as { requests: readonly { id: string; caseId: string }[] };
    const request = waiting.requests.find(({ caseId }) => caseId === id);
    must(await office.post(`/work/asked/${request?.id}/answer`, { granted: true, answer: "同意" }));
    expect(await rowOf(county, id)).toMatchObject({ dueOn: "2026-05-15", firstDueOn: "2026-04-30", extensions: 1 });
  });
});

it("a finding becomes measures with a tag, and counts them", async () => {
  const finding = must(
    await office.post("/policy-tasks/finding", {
      area: sample.kecheng,
      title: "店铺住人未分隔",
      kind: "place",
      survey: "高风险调研",
      foundOn: "2026-03-01",
    }),
  ) as { id: string; converted: boolean };
  expect(finding.converted).toBe(false);
  const asked = { title: "逐户搬离", organs: [governments.kecheng], dueOn: "2026-06-30", tag: "bottom", side: "government" };
  expect((await elsewhere.post(`/policy-tasks/findings/${finding.id}/measures`, asked)).status).toBe(404);
  const made = must(await office.post(`/policy-tasks/findings/${finding.id}/measures`, asked)) as { tasks: readonly { id: string }[] };
  expect(await rowOf(office, String(made.tasks[0]?.id))).toMatchObject({
    sourceKind: "finding",
    tag: "bottom",
    sourceWords: "店铺住人未分隔",
  });
  expect((must(await office.get(`/policy-tasks/finding/${finding.id}`)) as { row: Shown }).row).toMatchObject({
    measures: 1,
    converted: true,
  });
});

it("a stage closes when its tasks are accepted, and says what a programme lacks", async () => {
  const government = String(
    (await app.sql("select id from organizations.organ where area = $1 and kind = 'government'", [sample.city]))[0]?.id,
  );
  const programme = must(
    await office.post("/policy-tasks/programme", {
      area: sample.city,
      name: "专项行动",
      kind: "programme",
      government,
      from: "2026-01-01",
      to: "2026-12-31",
      chief: "市长",
    }),
  ) as { id: string; lacking: string };
  expect(programme.lacking).toBe("缺 目标、措施和分工、印发文号");
  const stage = must(
    await office.post("/policy-tasks/stage", { programme: programme.id, ord: 1, name: "排查", from: "2026-01-01", to: "2026-03-31" }),
  ) as { id: string };
  const [made] = await give([governments.kecheng], { stage: stage.id });
  const close = () => office.post(`/policy-tasks/stages/${stage.id}/close`, { words: "全部完成" });
  expect((await close()).body).toMatchObject({ code: "policy-tasks.stage_tasks_open", params: { n: 1 } });
  must(await move(office, String(made?.id), "withdraw", { note: "并入另一项" }));
  expect(must(await close())).toEqual({ closedOn: "2026-03-18" });
  expect((await close()).body.code).toBe("policy-tasks.stage_closed");
});

it("a practice of one county is read and taken over by another, and counts who did", async () => {
  const practice = must(
    await county.post("/policy-tasks/practice", {
      area: sample.kecheng,
      title: "一铺一码",
      topic: "hazard",
      origin: "summary",
      organ: governments.kecheng,
      writtenOn: "2026-03-01",
      summary: "扫码登记",
    }),
  ) as { id: string };
  must(
    await elsewhere.post("/policy-tasks/adoption", {
      area: sample.jiangshan,
      practice: practice.id,
      organ: governments.jiangshan,
      adoptedOn: "2026-03-10",
      way: "在三个镇试行",
    }),
  );
  await deliver(app.services.db, countAdoptions, app.services, app.services.log);
  const library = async () => (must(await elsewhere.get("/policy-tasks/library?q=一铺")) as { practices: readonly Shown[] }).practices;
  expect(await library()).toEqual([]);
  expect((await county.patch(`/policy-tasks/practice/${practice.id}`, { version: 1, recommended: true })).body.code).toBe("ledger.invalid");
  const { version } = (must(await county.get(`/policy-tasks/practice/${practice.id}`)) as { row: { version: number } }).row;
  must(
    await county.patch(`/policy-tasks/practice/${practice.id}`, {
      version,
      recommended: true,
      reviewed: "可推广",
      recommendedOn: "2026-03-12",
    }),
  );
  expect(await library()).toMatchObject([{ title: "一铺一码", topicLabel: "隐患整治", adoptions: 1, adoptedHere: true }]);
  expect((must(await county.get(`/policy-tasks/practice/${practice.id}`)) as { row: Shown }).row).toMatchObject({ adoptions: 1 });
});
