/** A document issued: received by each addressee on its own desk, its tasks handed on, and told where it was issued. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { type App, type Caller, deliver, sample, startApp } from "#kit/kit.ts";
import { countReceipts } from "./routes.ts";

type Shown = Readonly<Record<string, unknown>>;
let app: App;
let office: Caller;
let county: Caller;
let elsewhere: Caller;
let organs: { kecheng: string; jiangshan: string; town: string };

beforeAll(async () => {
  app = await startApp({ now: "2026-03-18T06:30:00Z" });
  const organ = async (area: number, kind: string) =>
    String((await app.sql("select id from organizations.organ where area = $1 and kind = $2 order by name limit 1", [area, kind]))[0]?.id);
  const [town] = await app.sql(
    "select o.id from organizations.organ o join platform.area a on a.key = o.area where a.parent = $1 and o.kind = 'government' order by o.area limit 1",
    [sample.kecheng],
  );
  organs = {
    kecheng: await organ(sample.kecheng, "government"),
    jiangshan: await organ(sample.jiangshan, "government"),
    town: String(town?.id),
  };
  office = app.as("committee-office", { area: sample.city, organId: await organ(sample.city, "committee"), name: "陈雪芳" });
  county = app.as("department", { area: sample.kecheng, organId: organs.kecheng, name: "府办" });
  elsewhere = app.as("department", { area: sample.jiangshan, organId: organs.jiangshan, name: "江山府办" });
});
afterAll(() => app?.end());

const must = ({ status, body }: { status: number; body: Shown }): Shown => {
  if (status !== 200) throw new Error(JSON.stringify(body));
  return body;
};
const issue = async (more: object = {}) =>
  String(
    must(
      await office.post("/policy-tasks/issue", {
        area: sample.city,
        title: "基层治理意见",
        kind: "document",
        issuer: office.actor.organId,
        documentNumber: "衢消安〔2026〕2 号",
        issuedOn: "2026-03-13",
        meeting: "市政府常务会议",
        meetingNumber: "第 23 次",
        meetingOn: "2026-02-15",
        replyBy: "2026-04-10",
        pack: "PT",
        ...more,
      }),
    ).id,
  );
const send = (id: string, to: readonly string[]) => office.post(`/policy-tasks/issues/${id}/send`, { organs: to });
const receipts = async (id: string) =>
  must(await office.get(`/policy-tasks/issues/${id}/receipts`)).receipts as readonly (Shown & { id: string; organ: string })[];

it("waits on the desk of each addressee until it is received and its tasks are handed on", async () => {
  const id = await issue();
  expect(must(await send(id, [organs.kecheng, organs.jiangshan]))).toEqual({ sent: 2, already: 0 });
  expect(must(await send(id, [organs.kecheng]))).toEqual({ sent: 0, already: 1 });
  const todo = must(await county.get("/work/todo?limit=100")).items as readonly { id: string; caseName: string; verb: string }[];
  const mine = todo.find(({ caseName }) => caseName === "policy-tasks.receipt");
  expect(mine?.verb).toBe("签收");
  const receipt = String(mine?.id);
  expect((await elsewhere.get(`/policy-tasks/receipt/${receipt}`)).status).toBe(404);
  const task = { title: "设立消防办", organs: [organs.town], dueOn: "2026-06-30" };
  expect((await county.post(`/policy-tasks/receipts/${receipt}/tasks`, task)).body.code).toBe("policy-tasks.receipt_not_yours");
  must(await county.post(`/policy-tasks/receipt/${receipt}/receive`, { owner: "王建国" }));
  expect((await county.post(`/policy-tasks/receipt/${receipt}/assign`, {})).body.code).toBe("policy-tasks.nothing_assigned");
  const made = must(await county.post(`/policy-tasks/receipts/${receipt}/tasks`, task)).tasks as readonly { id: string }[];
  const { row } = must(await county.get(`/policy-tasks/task/${made[0]?.id}`)) as { row: Shown };
  expect(row).toMatchObject({ sourceKind: "document", pack: "PT", sourceWords: "基层治理意见 衢消安〔2026〕2 号" });
  must(await county.post(`/policy-tasks/receipt/${receipt}/assign`, {}));
  await deliver(app.services.db, countReceipts, app.services, app.services.log);
  const lines = await receipts(id);
  expect(lines.map(({ state, tasks }) => [state, tasks])).toEqual([
    ["toReceive", 0],
    ["assigned", 1],
  ]);
  expect(must(await office.get(`/policy-tasks/issue/${id}`)).row).toMatchObject({ sent: 2, received: 1, assigned: 1 });
});

it("that launches a programme may be noted with the reason that nothing is to be handed on", async () => {
  const id = await issue({ kind: "launch", title: "专项整治动员", clause: "TY-3.1.1" });
  must(await send(id, [organs.jiangshan]));
  const [line] = await receipts(id);
  expect((await elsewhere.post(`/policy-tasks/receipt/${line?.id}/recall`, { note: "不要" })).body.code).toBe(
    "policy-tasks.recalled_by_sender",
  );
  must(await elsewhere.post(`/policy-tasks/receipt/${line?.id}/receive`, {}));
  expect((await elsewhere.post(`/policy-tasks/receipt/${line?.id}/note`, {})).status).toBe(422);
  must(await elsewhere.post(`/policy-tasks/receipt/${line?.id}/note`, { note: "本地没有此类场所" }));
  expect((await receipts(id))[0]).toMatchObject({ state: "noted", closed: true });
});

it("is dated after the meeting that approved it, and goes to nobody outside the sender's area", async () => {
  const wrong = await office.post("/policy-tasks/issue", {
    area: sample.city,
    title: "意见",
    kind: "document",
    issuer: office.actor.organId,
    issuedOn: "2026-03-01",
    meetingOn: "2026-03-05",
  });
  expect(wrong.body.code).toBe("ledger.invalid");
  const own = must(
    await county.post("/policy-tasks/issue", {
      area: sample.kecheng,
      title: "区实施意见",
      kind: "document",
      issuer: organs.kecheng,
      issuedOn: "2026-03-10",
    }),
  );
  expect((await county.post(`/policy-tasks/issues/${own.id}/send`, { organs: [organs.jiangshan] })).body.code).toBe(
    "policy-tasks.task_outside_area",
  );
});
