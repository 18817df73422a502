import { createHash } from "node:crypto";
import PizZip from "pizzip";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type App, type Caller, sample, startApp } from "#kit/kit.ts";
import { scopeOf } from "#platform/actor.ts";
import { inScope } from "#platform/db.ts";
import { draftDocument, issueDocument, renderDocument } from "./make-document.ts";

const values = {
  checkedOn: "2026-03-17",
  officers: "林晓东、郑伟",
  findings: [{ place: "三层东侧走道", what: "堵塞疏散通道", ground: "《消防法》第二十八条" }],
  dueOn: "2026-03-31",
};

let app: App;
let organ: string;
let inspector: Caller;
let colleague: Caller;
let leader: Caller;
beforeAll(async () => {
  app = await startApp({ now: "2026-03-18T02:00:00Z" });
  const brigade = await officeOf("柯城消");
  organ = brigade;
  inspector = app.as("inspector", { area: sample.kecheng, organId: organ, name: "林晓东" });
  colleague = app.as("inspector", { area: sample.kecheng, organId: organ, name: "郑伟" });
  leader = app.as("leader", { area: sample.kecheng, organId: organ, name: "大队长" });
});
afterAll(() => app.end());

/** A brigade of its own with its mark, so that numbers begin at one. */
async function officeOf(mark: string): Promise<string> {
  const [made] = await app.sql(
    "insert into organizations.organ (id, area, name, short_name, kind, level) values (gen_random_uuid(), $1, $2, $2, 'fire-brigade', 'county') returning id",
    [sample.kecheng, `${mark}大队`],
  );
  const id = String(made?.id);
  const office = { area: sample.kecheng, organ: id, mark, powers: ["inspection", "penalty"], from: "2026-01-01" };
  expect((await app.as("inspector", { area: sample.kecheng }).post("/enforcement/office", office)).status).toBe(200);
  return id;
}

const draft = async (by: Caller, more: object = {}) => {
  const made = await by.post("/enforcement/drafts", {
    kind: "correct-in-time",
    area: sample.kecheng,
    party: "柯城商业大厦",
    values,
    ...more,
  });
  expect(made.status).toBe(200);
  return String(made.body.documentId);
};
const move = (by: Caller, id: string, key: string, given: object = {}) => by.post(`/enforcement/document/${id}/${key}`, given);
const approved = async () => {
  const id = await draft(inspector);
  await move(inspector, id, "submit");
  expect(await move(leader, id, "approve")).toMatchObject({ status: 200, body: { state: "approved" } });
  return id;
};

describe("a document", () => {
  it("is drafted, approved by another, issued with number and checksum, and served", async () => {
    const id = await draft(inspector);
    expect(await move(inspector, id, "issue")).toMatchObject({ status: 409, body: { code: "enforcement.not_approved" } });
    expect(await move(inspector, id, "submit")).toMatchObject({ status: 200, body: { state: "submitted" } });
    expect(await move(leader, id, "approve")).toMatchObject({ status: 200, body: { state: "approved" } });
    const issued = await move(inspector, id, "issue");
    expect(issued).toMatchObject({
      status: 200,
      body: { state: "issued", number: "柯城消限改〔2026〕第0001号", issuedOn: "2026-03-18", serveBy: "2026-03-20", template: "默认" },
    });
    const file = await inspector.fetch(`/enforcement/document/${id}/file`);
    const bytes = Buffer.from(await file.arrayBuffer());
    expect(createHash("sha256").update(bytes).digest("hex")).toBe(issued.body.sha256);
    expect(new PizZip(bytes).file("word/document.xml")?.asText()).toContain("堵塞疏散通道");
    const page = await (await inspector.fetch(`/enforcement/document/${id}/page`)).text();
    expect(page).toContain("柯城消限改〔2026〕第0001号");
    expect(page).not.toContain("草稿");
    expect(await move(inspector, id, "serve", { servedOn: "2026-03-18", serveMethod: "left" })).toMatchObject({
      status: 409,
      body: { code: "enforcement.witness_needed" },
    });
    expect(await move(inspector, id, "serve", { servedOn: "2026-03-18", serveMethod: "direct", receiver: "余建明" })).toMatchObject({
      status: 200,
      body: { state: "served" },
    });
  });

  it("is not approved by whoever drafted or checked it; two levels want two people", async () => {
    const own = app.as("leader", { area: sample.kecheng, organId: organ });
    const major = {
      kind: "major-hazard",
      values: { determinedOn: "2026-03-17", findings: values.findings, dueOn: "2026-05-01", measures: "专人值守" },
    };
    const id = await draft(inspector, major);
    await move(inspector, id, "submit");
    expect(await move(own, id, "approve")).toMatchObject({ body: { code: "enforcement.check_first" } });
    expect(await move(inspector, id, "check")).toMatchObject({ status: 409, body: { code: "enforcement.own_document" } });
    expect(await move(own, id, "check")).toMatchObject({ status: 200 });
    expect(await move(own, id, "approve")).toMatchObject({ status: 409, body: { code: "enforcement.own_document" } });
    expect(await move(leader, id, "approve")).toMatchObject({ status: 200 });
  });

  it("lacking what its kind demands is not issued, and no number is used up", async () => {
    const id = await draft(colleague, { values: { checkedOn: "2026-03-17" } });
    await move(colleague, id, "submit");
    await move(leader, id, "approve");
    expect(await move(colleague, id, "issue")).toMatchObject({
      status: 422,
      body: { params: { problems: expect.arrayContaining([expect.objectContaining({ field: "dueOn" })]) } },
    });
    const before = await app.sql("select last from enforcement.document_counter where organ = $1 and kind = 'correct-in-time'", [organ]);
    const next = await approved();
    const issued = await move(inspector, next, "issue");
    expect(issued.body.number).toContain(`第${String(Number(before[0]?.last) + 1).padStart(4, "0")}号`);
  });

  it("once issued is changed by nobody, and keeps its number when void", async () => {
    const id = await approved();
    const issued = await move(inspector, id, "issue");
    expect(
      await inspector.patch(`/enforcement/drafts/${id}`, { version: issued.body.version as number, values: { dueOn: "2027-01-01" } }),
    ).toMatchObject({
      status: 409,
      body: { code: "enforcement.not_draft" },
    });
    await expect(app.sql("update enforcement.document set party = 'x' where id = $1", [id])).rejects.toThrow("issued document");
    await expect(app.sql("delete from enforcement.document where id = $1", [id])).rejects.toThrow("issued document");
    const wrong = { note: "送达前发现当事人有误" };
    expect(await move(inspector, id, "void", wrong)).toMatchObject({ status: 409, body: { code: "enforcement.void_needs_approval" } });
    expect((await move(inspector, id, "revoke", wrong)).status).toBe(403);
    expect(await move(leader, id, "revoke", wrong)).toMatchObject({
      status: 200,
      body: { state: "void", number: issued.body.number },
    });
    expect(await (await inspector.fetch(`/enforcement/document/${id}/page`)).text()).toContain("作废");
  });

  it("that needs no approval is voided by whoever may issue it", async () => {
    const id = await draft(inspector, {
      kind: "inspection-record",
      values: { checkedOn: "2026-03-17", officers: "甲、乙", content: "检查情况" },
    });
    expect(await move(inspector, id, "issue")).toMatchObject({ status: 200 });
    expect(await move(colleague, id, "void", { note: "记录有误" })).toMatchObject({ status: 200, body: { state: "void" } });
  });

  it("of another organ is neither changed, submitted, issued, served nor voided", async () => {
    const stranger = app.as("inspector", { area: sample.kecheng, organId: await officeOf("柯邻消") });
    const otherLeader = app.as("leader", { area: sample.kecheng, organId: stranger.actor.organId ?? "" });
    const refused = { status: 409, body: { code: "enforcement.other_organ" } };
    const made = await draft(inspector);
    expect(await stranger.patch(`/enforcement/drafts/${made}`, { version: 1, values: { dueOn: "2026-12-31" } })).toMatchObject(refused);
    expect(await move(stranger, made, "submit")).toMatchObject(refused);
    expect(await move(stranger, made, "void", { note: "不要了" })).toMatchObject(refused);
    const ready = await approved();
    expect(await move(stranger, ready, "issue")).toMatchObject(refused);
    await move(inspector, ready, "issue");
    const service = { servedOn: "2026-03-18", serveMethod: "direct", receiver: "余建明" };
    expect(await move(stranger, ready, "serve", service)).toMatchObject(refused);
    expect(await move(otherLeader, ready, "revoke", { note: "不要了" })).toMatchObject(refused);
    expect(await move(inspector, ready, "serve", service)).toMatchObject({ status: 200 });
  });

  it("is checked by none of those who wrote it, whoever changed it last", async () => {
    const id = await draft(inspector, {
      kind: "major-hazard",
      values: { determinedOn: "2026-03-17", findings: values.findings, dueOn: "2026-05-01", measures: "专人值守" },
    });
    expect((await colleague.patch(`/enforcement/drafts/${id}`, { version: 1, values: { measures: "专人值守。" } })).status).toBe(200);
    await move(inspector, id, "submit");
    for (const writer of [inspector, colleague])
      expect(await move(writer, id, "check")).toMatchObject({ status: 409, body: { code: "enforcement.own_document" } });
    const third = app.as("inspector", { area: sample.kecheng, organId: organ });
    expect(await move(third, id, "check")).toMatchObject({ status: 200, body: { draftedBy: inspector.actor.userId } });
  });

  it("leaves a trace each time its file is taken", async () => {
    const id = await approved();
    await move(inspector, id, "issue");
    await colleague.fetch(`/enforcement/document/${id}/file`);
    const entries = await app.sql(
      "select actor_name, detail ->> 'state' as state from platform.audit where subject_id = $1 and action = '取法律文书'",
      [id],
    );
    expect(entries).toEqual([{ actor_name: "郑伟", state: "issued" }]);
  });

  it("of another county is not there", async () => {
    const id = await draft(inspector);
    const stranger = app.as("inspector", { area: sample.jiangshan });
    expect((await stranger.get(`/enforcement/document/${id}`)).status).toBe(404);
    expect((await stranger.fetch(`/enforcement/document/${id}/file`)).status).toBe(404);
    expect((await move(stranger, id, "submit")).status).toBe(404);
  });
});

describe("numbers", () => {
  it("have neither gaps nor doubles when many are issued at once, and some attempts fail", async () => {
    const own = await officeOf("衢江消");
    const by = app.as("inspector", { area: sample.kecheng, organId: own });
    const record = { kind: "inspection-record", values: { checkedOn: "2026-03-17", officers: "甲、乙", content: "检查情况" } };
    const wrong = { kind: "inspection-record", values: { checkedOn: "2026-03-17" } };
    const ids = await Promise.all(Array.from({ length: 24 }, (_, i) => draft(by, i % 4 === 3 ? wrong : record)));
    const issued = await Promise.all(ids.map((id) => move(by, id, "issue")));
    const serials = issued.filter(({ status }) => status === 200).map(({ body }) => Number(/第(\d+)号/.exec(String(body.number))?.[1]));
    expect(issued.filter(({ status }) => status === 422)).toHaveLength(6);
    expect(serials.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 18 }, (_, i) => i + 1));
  }, 60_000);
  it("of an organ without a mark are refused", async () => {
    const by = app.as("inspector", { area: sample.kecheng, organId: "01997c2e-8f00-7000-8000-00000000aaaa" });
    const id = await draft(by, { kind: "inspection-record", values: { checkedOn: "2026-03-17", officers: "甲", content: "x" } });
    expect(await move(by, id, "issue")).toMatchObject({ status: 409, body: { code: "enforcement.no_office_mark" } });
  });
});

describe("the door", () => {
  const render = (kind: string, more: object = {}) =>
    inScope(app.services.db, scopeOf(inspector.actor), (tx) =>
      renderDocument(tx, app.services, {
        kind,
        values: { hazard: "安全出口不足", dueOn: "2026-05-01", lead: "柯城区消防救援大队" },
        area: sample.kecheng,
        party: "柯城商业大厦",
        by: { actor: inspector.actor, now: app.services.clock.now(), today: app.services.clock.today() },
        source: { name: "supervision-listing.listing", id: "01997c2e-8f00-7000-8000-00000000bbbb" },
        ...more,
      }),
    );
  it("issues what another module's case has had approved, and nothing that nobody approved", async () => {
    expect(await render("listing-notice")).toMatchObject({ ok: false, refusal: { code: "enforcement.not_approved" } });
    const done = await render("listing-notice", { approvedBy: { person: leader.actor.userId, ground: "区政府常务会议" } });
    expect(done).toMatchObject({ ok: true, value: { number: "柯城消挂督〔2026〕第0001号" } });
  });

  it("issues a draft another module made, once", async () => {
    const by = { actor: inspector.actor, now: app.services.clock.now(), today: app.services.clock.today() };
    const record = { kind: "talk-record", values: { at: "3 月 18 日", host: "陈雪芳", people: "王建军", content: "约谈内容" } };
    const answer = await inScope(app.services.db, scopeOf(inspector.actor), async (tx) => {
      const made = await draftDocument(tx, app.services, { ...record, area: sample.kecheng, party: "柯城商业大厦", by });
      if (!made.ok) return made;
      const first = await issueDocument(tx, app.services, made.value.documentId, by);
      return { first, again: await issueDocument(tx, app.services, made.value.documentId, by) };
    });
    expect(answer).toMatchObject({ first: { ok: true, value: { number: "柯城消约录〔2026〕第0001号" } }, again: { ok: false } });
    expect(await app.sql("select last from enforcement.document_counter where organ = $1 and kind = 'talk-record'", [organ])).toMatchObject(
      [{ last: 1 }],
    );
  });
});

describe("an office's template", () => {
  const upload = async (by: Caller, change: (xml: string) => string) => {
    const current = Buffer.from(await (await by.fetch("/enforcement/kinds/correct-in-time/template")).arrayBuffer());
    const zip = new PizZip(current);
    zip.file("word/document.xml", change(zip.file("word/document.xml")?.asText() ?? ""));
    const form = new FormData();
    form.append("file", new Blob([new Uint8Array(zip.generate({ type: "nodebuffer" }) as Buffer)]), "责令限期改正通知书.docx");
    const sent = await by.fetch("/files", { method: "POST", body: form });
    expect(sent.status).toBe(200);
    return ((await sent.json()) as { id: string }).id;
  };
  it("with a wrong field name is named with the allowed ones and replaces nothing; a right one is used from then on", async () => {
    const wrong = await upload(inspector, (xml) => xml.replace("{改正期限}", "{整改期限}"));
    const told = await inspector.post("/enforcement/templates/check", { kind: "correct-in-time", file: wrong });
    expect(told.body).toMatchObject({
      ok: false,
      wrong: [{ tag: "整改期限", nearest: "改正期限" }],
      allowed: expect.arrayContaining(["改正期限", "文号"]),
    });
    expect(await inspector.post("/enforcement/templates", { kind: "correct-in-time", file: wrong })).toMatchObject({
      status: 422,
      body: { code: "enforcement.wrong_tags", message: expect.stringContaining("整改期限") },
    });
    const before = await approved();
    expect((await move(inspector, before, "issue")).body.template).toBe("默认");

    const right = await upload(inspector, (xml) => xml.replace("期限届满，", "【本大队式样】期限届满，"));
    expect((await inspector.post("/enforcement/templates/check", { kind: "correct-in-time", file: right })).body).toMatchObject({
      ok: true,
      page: expect.stringContaining("〔部位〕"),
    });
    expect(await inspector.post("/enforcement/templates", { kind: "correct-in-time", file: right, own: true })).toMatchObject({
      status: 200,
      body: { edition: 1 },
    });
    const after = await approved();
    expect((await move(inspector, after, "issue")).body.template).toBe("本单位第1版");
    expect(await (await inspector.fetch(`/enforcement/document/${after}/page`)).text()).toContain("【本大队式样】");
    expect(await (await inspector.fetch(`/enforcement/document/${before}/page`)).text()).not.toContain("【本大队式样】");

    const second = await inspector.post("/enforcement/templates", { kind: "correct-in-time", file: right, own: true });
    expect(second.body).toMatchObject({ edition: 2 });
    expect(await app.sql("select edition, in_force from enforcement.template where organ = $1 order by edition", [organ])).toMatchObject([
      { in_force: false },
      { in_force: true },
    ]);
    expect((await inspector.post(`/enforcement/templates/${String(second.body.id)}/retire`)).status).toBe(200);
    const last = await approved();
    expect((await move(inspector, last, "issue")).body.template).toBe("默认");
  });

  it("that is common holds in the areas below; the nearest goes before, and none replaces another area's", async () => {
    const record = { kind: "inspection-record", values: { checkedOn: "2026-03-17", officers: "甲、乙", content: "检查情况" } };
    const [county, city] = await app.sql(
      `insert into organizations.organ (id, area, name, short_name, kind, level) values (gen_random_uuid(), $1, '江山大队', '江山大队', 'fire-brigade', 'county'),
        (gen_random_uuid(), $2, '支队', '支队', 'fire-brigade', 'city') returning id`,
      [sample.jiangshan, sample.city],
    );
    const inCity = app.as("inspector", { area: sample.city, organId: String(city?.id) });
    const inCounty = app.as("inspector", { area: sample.jiangshan, organId: String(county?.id) });
    const office = (by: Caller, area: number, mark: string) =>
      by.post("/enforcement/office", { area, organ: by.actor.organId, mark, powers: ["inspection"], from: "2026-01-01" });
    expect((await office(inCity, sample.city, "衢消")).status).toBe(200);
    expect((await office(inCounty, sample.jiangshan, "江消")).status).toBe(200);
    const printed = async (by: Caller, area: number) => {
      const id = await draft(by, { ...record, area });
      const issued = await move(by, id, "issue");
      expect(issued.status, JSON.stringify(issued.body)).toBe(200);
      return { version: issued.body.template, page: await (await by.fetch(`/enforcement/document/${id}/page`)).text() };
    };
    const upload = async (by: Caller, words: string) => {
      const zip = new PizZip(Buffer.from(await (await by.fetch("/enforcement/kinds/inspection-record/template")).arrayBuffer()));
      const xml = zip.file("word/document.xml")?.asText() ?? "";
      zip.file("word/document.xml", xml.replace("{检查内容和情况}", `${words}{检查内容和情况}`));
      const form = new FormData();
      form.append("file", new Blob([new Uint8Array(zip.generate({ type: "nodebuffer" }) as Buffer)]), "监督检查记录.docx");
      const { id } = (await (await by.fetch("/files", { method: "POST", body: form })).json()) as { id: string };
      const taken = await by.post("/enforcement/templates", { kind: "inspection-record", file: id });
      expect(taken.status, JSON.stringify(taken.body)).toBe(200);
    };
    await upload(inCity, "【市式样】");
    expect(await printed(inCounty, sample.jiangshan)).toMatchObject({ version: "通用第1版", page: expect.stringContaining("【市式样】") });
    await upload(inCounty, "【县式样】");
    await upload(inspector, "【柯城式样】");
    expect((await printed(inCounty, sample.jiangshan)).page).toContain("【县式样】");
    const ofCity = (await printed(inCity, sample.jiangshan)).page;
    expect(ofCity).toContain("【市式样】");
    expect(ofCity).not.toContain("【县式样】");
    await upload(inCity, "【市新式样】");
    expect((await printed(inCounty, sample.jiangshan)).page).toContain("【县式样】");
  });
});
