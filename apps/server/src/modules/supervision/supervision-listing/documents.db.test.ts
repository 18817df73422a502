/** Notices drawn up from listings and interviews, the interviews a listed town is due, and the yearly word to a government without a batch. */
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type App, type Caller, sample, startApp } from "#kit/kit.ts";
import { asWorker } from "#platform/db.ts";
import { remindOfBatch } from "./daily.ts";

type Shown = Readonly<Record<string, unknown>>;
let app: App;
let town = 0;
let county = "";
let office: Caller;
let leader: Caller;
let clerk: Caller;

beforeAll(async () => {
  app = await startApp({ now: "2026-10-01T06:30:20Z" });
  const [row] = await app.sql("select key from platform.area where parent = $1 order by key limit 1", [sample.kecheng]);
  town = Number(row?.key);
  const organ = async (area: number, kind: string) =>
    String((await app.sql("select id from organizations.organ where area = $1 and kind = $2 limit 1", [area, kind]))[0]?.id);
  county = await organ(sample.kecheng, "government");
  const committee = await organ(sample.city, "committee");
  office = app.as("committee-office", { area: sample.city, organId: committee, name: "陈雪芳" });
  leader = app.as("leader", { area: sample.city, organId: await organ(sample.city, "government"), name: "毛永强" });
  clerk = app.as("street-clerk", { area: town, name: "方丽华" });
  await app.as("inspector", { area: sample.city }).post("/enforcement/office", {
    area: sample.city,
    organ: committee,
    mark: "衢督安",
    powers: ["inspection"],
    from: "2026-01-01",
  });
});
afterAll(() => app?.end());

const must = ({ status, body }: { status: number; body: Shown }): Shown => {
  if (status !== 200) throw new Error(JSON.stringify(body));
  return body;
};
const kindsOf = async (who: Caller, path: string) =>
  (must(await who.get(`${path}/documents`)).offered as readonly Shown[]).map(({ kind }) => kind);
const contentOf = async (documentId: unknown): Promise<Readonly<Record<string, unknown>>> => {
  const { row } = must(await office.get(`/enforcement/document/${String(documentId)}`)) as { row: Shown };
  return {
    party: row.party,
    ...Object.fromEntries((row.content as readonly { field: string; value: string }[]).map(({ field, value }) => [field, value])),
  };
};
const listed = async (item: Shown): Promise<string> => {
  const made = must(await office.post("/supervision-listing/proposals", { government: county, items: [{ reason: "起数居前", ...item }] }));
  return String((made.listings as readonly Shown[])[0]?.id);
};
const approval = {
  documentNumber: "柯政办发〔2026〕12 号",
  dueOn: "2026-12-20",
  supervisor: "副区长 郑建国",
  measures: "停用 3 层，改造楼梯",
};

describe("挂牌督办通知书与摘牌通知书", () => {
  it("take their values from the listing, when it stands where they belong, and stay on its record", async () => {
    const name = `商厦 ${randomUUID().slice(0, 6)}`;
    const inspector = app.as("inspector", { area: sample.kecheng });
    const unit = must(await inspector.post("/places/unit", { area: town, name, kind: "shop", address: "上街 88 号" })).id;
    const id = await listed({ target: "unit", unit });
    const path = `/supervision-listing/listing/${id}`;
    expect(await kindsOf(office, path)).toEqual([]);
    expect((await office.post(`${path}/documents`, { kind: "listing-notice" })).body.code).toBe("enforcement.document_not_now");
    must(await leader.post(`${path}/approve`, approval));
    expect(await kindsOf(office, path)).toEqual(["listing-notice"]);
    expect(await kindsOf(leader, path)).toEqual([]);
    expect((await leader.post(`${path}/documents`, { kind: "listing-notice" })).status).toBe(403);
    const { documentId } = must(await office.post(`${path}/documents`, { kind: "listing-notice" }));
    expect(await contentOf(documentId)).toMatchObject({
      party: name,
      hazard: expect.stringContaining("起数居前"),
      dueOn: "2026-12-20",
      lead: expect.stringContaining("郑建国"),
      demands: "停用 3 层，改造楼梯",
    });
    const move = (who: Caller, key: string, given: Shown = {}) => who.post(`/enforcement/document/${String(documentId)}/${key}`, given);
    must(await move(office, "submit"));
    must(await move(app.as("inspector", { area: sample.city }), "check"));
    must(await move(leader, "approve"));
    const { number } = must(await move(office, "issue"));
    expect(number).toContain("衢督安挂督");
    const { documents } = must(await clerk.get(`${path}/documents`));
    expect(documents).toMatchObject([{ id: documentId, title: "挂牌督办通知书", number, state: "issued" }]);

    await app.sql(
      "update supervision_listing.listing set state = 'delisted', closed_at = now(), review_words = '现场复查合格', reviewed_on = '2026-09-30' where id = $1",
      [id],
    );
    expect((await kindsOf(office, path))[0]).toBe("delisting-notice");
    const down = must(await office.post(`${path}/documents`, { kind: "delisting-notice" }));
    expect(await contentOf(down.documentId)).toMatchObject({ listing: number, recheck: "现场复查合格", closedOn: "2026-09-30" });
  });
});

describe("约谈通知书与约谈记录", () => {
  it("are drawn up before and after the table", async () => {
    const { id } = must(
      await office.post("/supervision-listing/interviews", {
        title: "违规充电",
        kind: "group",
        subject: "industry",
        invited: [{ who: "甲商厦" }, { who: "乙市场", why: "逾期 3 处" }],
        planOn: "2026-10-02",
      }),
    );
    const path = `/supervision-listing/interview/${String(id)}`;
    expect(await kindsOf(office, path)).toEqual(["talk-notice"]);
    const notices = must(await office.post(`${path}/documents`, { kind: "talk-notice" }));
    expect(notices).toMatchObject({ documents: 2 });
    expect(await contentOf(notices.documentId)).toEqual({
      party: "甲商厦",
      matter: "违规充电（集体约谈）",
      at: "2026年10月2日",
      people: "甲商厦",
    });
    const { documents } = must(await office.get(`${path}/documents`)) as { documents: readonly { id: string }[] };
    expect(documents).toHaveLength(2);
    expect(await contentOf(documents.find(({ id }) => id !== notices.documentId)?.id)).toMatchObject({
      party: "乙市场",
      matter: "违规充电（集体约谈）：乙市场 逾期 3 处",
    });
    expect(await office.post(`${path}/documents`, { kind: "talk-notice" })).toMatchObject({
      status: 409,
      body: { code: "enforcement.everybody_has_one" },
    });
    const attendees = ["甲商厦", "乙市场"].map((who) => ({ who, attendee: "王某", post: "经理", pledge: "10 日内改完" }));
    must(
      await office.post(`${path}/hold`, { heldOn: "2026-10-01", issues: "逾期 5 处", dueOn: "2026-10-20", attendees, leader: "毛永强" }),
    );
    const record = must(await office.post(`${path}/documents`, { kind: "talk-record" }));
    expect(record).toMatchObject({ documents: 1 });
    expect(await contentOf(record.documentId)).toMatchObject({
      party: "甲商厦、乙市场",
      at: "2026年10月1日",
      host: expect.stringContaining("毛永强"),
      people: "甲商厦 王某（经理）、乙市场 王某（经理）",
      content: "逾期 5 处",
      promise: "甲商厦：10 日内改完；乙市场：10 日内改完",
    });
  });
});

describe("a listed town", () => {
  it("is due for an interview by the interval set, counted from its listing and then from each interview", async () => {
    const id = await listed({ target: "town", area: town });
    must(await leader.post(`/supervision-listing/listing/${id}/approve`, { ...approval, listedOn: "2026-05-01" }));
    const shown = async () =>
      (must(await office.get("/supervision-listing/candidates/towns?year=2026&view=interviews&limit=200")).rows as readonly Shown[]).find(
        ({ area }) => area === town,
      );
    expect(await shown()).toMatchObject({ nextInterviewOn: "2026-07-30", interviewOverdue: true });
    const talk = must(
      await office.post("/supervision-listing/interviews", {
        title: "火灾多发",
        kind: "one",
        subject: "town",
        listing: id,
        invited: [{ who: "某街道" }],
        planOn: "2026-10-01",
      }),
    );
    const attendees = [{ who: "某街道", attendee: "李某", post: "主任", pledge: "年底前降两成" }];
    const held = { heldOn: "2026-10-01", issues: "起数居前", dueOn: "2026-12-01", attendees };
    must(await office.post(`/supervision-listing/interview/${String(talk.id)}/hold`, held));
    expect(await shown()).toMatchObject({ nextInterviewOn: "2026-12-30", interviewOverdue: false });
  });
});

describe("a government without a batch", () => {
  const told = () => app.sql("select note from platform.request where kind = 'notice' and to_organ = $1 and case_id = $1", [county]);
  const remind = () => asWorker(app.services.db, (tx) => remindOfBatch(tx, app.services));

  it("is told once in the year from the month set, and not when it has published", async () => {
    const limits = (month: number) =>
      office.fetch("/supervision-listing/settings", {
        method: "PUT",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ limits: { batchNoticeMonth: month }, reason: "会议确定" }),
      });
    expect((await limits(11)).status).toBe(200);
    expect(await remind()).toBe(0);
    expect((await limits(10)).status).toBe(200);
    const [jiangshan] = await app.sql("select id from organizations.organ where area = $1 and kind = 'government' limit 1", [
      sample.jiangshan,
    ]);
    must(
      await office.post("/supervision-listing/batch", {
        area: sample.jiangshan,
        name: "2026 年第一批",
        government: jiangshan?.id,
        level: "county",
        kind: "hazardUnits",
        year: 2026,
        issuedOn: "2026-06-01",
      }),
    );
    expect(await remind()).toBeGreaterThan(0);
    expect(await remind()).toBe(0);
    expect(await told()).toMatchObject([{ note: expect.stringContaining("2026 年还没有公布") }]);
    const others = await app.sql("select 1 from platform.request where kind = 'notice' and case_id = $1", [jiangshan?.id]);
    expect(others).toEqual([]);
    const seen = app.as("leader", { area: sample.kecheng, organId: county });
    expect(JSON.stringify((await seen.get("/work/told")).body)).toContain("2026 年还没有公布");
  });
});
