/** A committee in session: notices with receipts, figures frozen, a sentence that becomes a task, minutes held back, mended, issued, and the task closed below. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type App, type Caller, deliver, sample, startApp } from "#kit/kit.ts";
import { asWorker } from "#platform/db.ts";
import { verifySnapshot } from "#platform/snapshot/snapshot.ts";
import { countMembers } from "./count-members.ts";
import { openYearlyReports, warnOfOwedMeetings } from "./daily.ts";
import { noteCarriedOut } from "./hear.ts";

type Shown = Readonly<Record<string, unknown>>;
type Resolution = {
  readonly id: string;
  readonly kind: string;
  readonly no: number;
  readonly title: string;
  readonly organ: string | null;
  readonly spread: string;
  readonly owner: string | null;
  readonly dueOn: string | null;
  readonly lacks: readonly string[];
  readonly start: number;
  readonly end: number;
  readonly cosign: Shown;
  readonly tasks: readonly { readonly id: string }[];
};
type Page = {
  readonly meeting: Shown & { readonly state: string };
  readonly attendance: Shown;
  readonly attendees: readonly (Shown & { readonly organ: string })[];
  readonly agendas: readonly (Shown & {
    readonly id: string;
    readonly version: number;
    readonly text: string;
    readonly hints: readonly Shown[];
    readonly seen: readonly Shown[];
  })[];
  readonly resolutions: readonly Resolution[];
  readonly heldBack: readonly Shown[];
  readonly silent: readonly string[];
  readonly acts: boolean;
};
let app: App;
let office: Caller;
let county: Caller;
let countyOffice: Caller;
let elsewhere: Caller;
let organs: Record<"city" | "cityOffice" | "finance" | "kecheng" | "kechengOffice" | "jiangshanOffice" | "jiangshan", string>;
let committee = "";

const must = <T = Shown>({ status, body }: { status: number; body: Shown }): T => {
  if (status !== 200) throw new Error(JSON.stringify(body));
  return body as T;
};

beforeAll(async () => {
  app = await startApp({ now: "2026-03-18T06:30:20Z" });
  const organ = async (area: number, kind: string, like = "%") =>
    String(
      (await app.sql("select id from organizations.organ where area = $1 and kind = $2 and name like $3 limit 1", [area, kind, like]))[0]
        ?.id,
    );
  organs = {
    city: await organ(sample.city, "government"),
    cityOffice: await organ(sample.city, "committee", "%办公室"),
    finance: await organ(sample.city, "finance"),
    kecheng: await organ(sample.kecheng, "government"),
    kechengOffice: await organ(sample.kecheng, "committee", "%办公室"),
    jiangshan: await organ(sample.jiangshan, "government"),
    jiangshanOffice: await organ(sample.jiangshan, "committee", "%办公室"),
  };
  office = app.as("committee-office", { area: sample.city, organId: organs.cityOffice, name: "陈雪芳" });
  county = app.as("department", { area: sample.kecheng, organId: organs.kecheng, name: "府办" });
  countyOffice = app.as("committee-office", { area: sample.kecheng, organId: organs.kechengOffice, name: "柯城消安办" });
  elsewhere = app.as("committee-office", { area: sample.jiangshan, organId: organs.jiangshanOffice, name: "江山消安办" });
  committee = await found(office, sample.city, organs.city, organs.cityOffice, "city");
  for (const [n, member] of [organs.finance, organs.kecheng].entries())
    must(
      await office.post("/committee/member", {
        committee,
        duty: "member",
        organ: member,
        name: n === 0 ? "徐建平" : "郑建国",
        post: "分管领导",
        ord: n + 1,
      }),
    );
});
afterAll(() => app?.end());

const found = async (who: Caller, area: number, government: string, secretariat: string, level: string): Promise<string> =>
  String(
    must(
      await who.post("/committee/committee", {
        area,
        name: `${level} 消防安全委员会`,
        level,
        government,
        secretariat,
        chair: "何剑锋",
        chairPost: "市长",
        chairIsChief: true,
        foundingNumber: "衢消安〔2024〕1 号",
        plenaryPerYear: 2,
        executiveEvery: "quarter",
      }),
    ).id,
  );
const plan = async (who: Caller, of: string, more: Shown = {}) =>
  String(
    must(
      await who.post("/committee/meetings", {
        committee: of,
        kind: "plenary",
        title: "市消安委 2026 年第一次全体会议",
        beginsAt: "2026-03-18T01:00:00Z",
        ...more,
      }),
    ).id,
  );
const pageOf = async (who: Caller, id: string) => must<Page>(await who.get(`/committee/meetings/${id}`));
const put = (who: Caller, path: string, body: object) =>
  who
    .fetch(path, { method: "PUT", body: JSON.stringify(body), headers: { "content-type": "application/json" } })
    .then(async (answer) => ({ status: answer.status, body: (await answer.json()) as Shown }));
const save = async (id: string, page: Page, text: string, marks: readonly Shown[], setAside: readonly string[] = [], at = 0) => {
  const agenda = page.agendas[at];
  return put(office, `/committee/meetings/${id}/minutes`, { agenda: agenda?.id, version: agenda?.version, text, marks, setAside });
};
const kept = (page: Page): readonly Shown[] => page.resolutions.map(({ id, kind, start, end }) => ({ id, kind, start, end }));
const markOf = (text: string, words: string, kind = "task"): Shown => ({
  kind,
  start: text.indexOf(words),
  end: text.indexOf(words) + words.length,
});
const todo = async (who: Caller): Promise<readonly Shown[]> =>
  must<{ items: readonly Shown[] }>(await who.get("/work/todo?limit=100")).items;

describe("a plenary from topic to closed task", () => {
  const TEXT =
    "会议听取了柯城区政府的说明。会议认为，逾期隐患列为一季度挂账问题。会议要求，柯城区政府 4月30日前整改全部逾期隐患；市财政局核拨经费缺口 18 万元。水务集团配合开展压力检测。";
  let id = "";
  let page: Page;

  it("lists its members, notifies them, and keeps their receipts", async () => {
    id = await plan(office, committee);
    expect((await office.post(`/committee/meetings/${id}/notify`)).body.code).toBe("committee.no_agenda");
    must(
      await office.post(`/committee/meetings/${id}/agenda`, {
        title: "柯城逾期隐患约谈",
        kind: "interview",
        presenterOrgan: organs.kecheng,
        minutesLong: 10,
        clause: "QZ-2.1.4",
        shows: [{ measure: "hazard-loop.overdue", area: sample.kecheng }],
      }),
    );
    page = must<Page>(await office.post(`/committee/meetings/${id}/notify`, { note: "请带材料" }));
    expect(page.meeting).toMatchObject({ state: "noticed", noticedOn: "2026-03-18", presider: "市长 何剑锋" });
    expect(page.attendees.map(({ notice }) => notice)).toEqual([
      { receivedAt: null, answeredAt: null, answer: null },
      { receivedAt: null, answeredAt: null, answer: null },
    ]);
    const asked = must<{ requests: readonly { id: string; caseId: string; note: string }[] }>(
      await county.get("/work/asked"),
    ).requests.find(({ caseId }) => caseId === id);
    expect(asked?.note).toContain("柯城逾期隐患约谈");
    must(await county.post(`/work/asked/${asked?.id}/receive`));
    must(await county.post(`/work/asked/${asked?.id}/answer`, { answer: "郑建国参会" }));
    page = await pageOf(office, id);
    expect(page.attendees.find(({ organ }) => organ === organs.kecheng)?.notice).toMatchObject({ answer: "郑建国参会" });
  });

  it("records who came: a stand-in and leave with their reason", async () => {
    const came = (attendees: readonly Shown[]) => office.post(`/committee/meetings/${id}/attendance`, { attendees });
    expect((await came([{ organ: organs.finance, presence: "deputed" }])).body.code).toBe("committee.say_deputy");
    page = must<Page>(
      await came([
        { organ: organs.kecheng, presence: "present" },
        { organ: organs.finance, presence: "deputed", deputy: "王伟" },
        { organ: organs.jiangshan, presence: "present" },
      ]),
    );
    expect(page.attendance).toMatchObject({ expected: 2, present: 1, deputed: 1, leave: 0 });
    expect(page.attendees.find(({ organ }) => organ === organs.jiangshan)).toMatchObject({ kind: "invited" });
  });

  it("freezes what it saw when it was held, whatever happens later", async () => {
    expect((await office.post(`/committee/meetings/${id}/hold`, { heldOn: "2026-03-19" })).body.code).toBe("committee.held_in_future");
    page = must<Page>(await office.post(`/committee/meetings/${id}/hold`));
    expect(page.meeting).toMatchObject({ state: "held", heldOn: "2026-03-18" });
    const [snapshot] = await app.sql("select snapshot from committee.meeting where id = $1", [id]);
    expect(await verifySnapshot(app.services.db, String(snapshot?.snapshot))).toMatchObject({
      verdict: "same",
      rows: 1,
      sm3: page.meeting.sm3,
    });
    expect(page.agendas[0]?.seen).toEqual([{ label: "逾期隐患", area: "柯城区", value: "0 处", words: "" }]);
    const [village] = await app.sql(
      "select v.key from platform.area v join platform.area t on t.key = v.parent where t.parent = $1 limit 1",
      [sample.kecheng],
    );
    const inspector = app.as("inspector", { area: sample.kecheng });
    const unit = must(
      await inspector.post("/places/unit", { area: Number(village?.key), name: "逾期商店", kind: "shop", address: "上街 1 号" }),
    );
    const hazard = must(await inspector.post("/hazard-loop/hazards", { unit: unit.id, placeWords: "1 层", what: "通道堵塞" }));
    await app.sql(
      "update hazard_loop.hazard set state = 'assigned', grade = 'general', due_at = '2026-03-01T00:00:00Z', due_on = '2026-03-01' where id = $1",
      [hazard.id],
    );
    expect((await pageOf(office, id)).agendas[0]?.seen).toEqual([{ label: "逾期隐患", area: "柯城区", value: "0 处", words: "" }]);
    must(await office.post(`/committee/meeting/${id}/draft`));
  });

  it("reads a marked sentence, points out what it forgets, and holds the minutes back with the reason", async () => {
    page = await pageOf(office, id);
    expect(page.meeting).toMatchObject({ state: "minutes", minutesDueOn: "2026-03-20" });
    expect(page.heldBack).toMatchObject([{ kind: "silent", n: 1 }]);
    page = must<Page>(
      await save(id, page, TEXT, [
        markOf(TEXT, "柯城区政府 4月30日前整改全部逾期隐患"),
        markOf(TEXT, "市财政局核拨经费缺口 18 万元"),
        markOf(TEXT, "逾期隐患列为一季度挂账问题", "decision"),
      ]),
    );
    const [decision, first, second] = page.resolutions;
    expect(decision).toMatchObject({ kind: "decision", no: 1, lacks: [] });
    expect(first).toMatchObject({
      kind: "task",
      no: 1,
      title: "整改全部逾期隐患",
      organ: organs.kecheng,
      owner: "分管领导 郑建国",
      dueOn: "2026-04-30",
      clause: "QZ-2.1.4",
      lacks: [],
    });
    expect(second).toMatchObject({ no: 2, organ: organs.finance, owner: "分管领导 徐建平", dueOn: null, lacks: ["day"] });
    expect(page.agendas[0]?.hints).toMatchObject([{ text: "水务集团配合开展压力检测", lacks: ["day"] }]);
    expect(page.heldBack).toMatchObject([
      { kind: "tasks", n: 1, lacks: ["day"] },
      { kind: "sentences", n: 1 },
    ]);
    const held = await office.post(`/committee/meetings/${id}/issue`);
    expect(held.body).toMatchObject({ code: "committee.held_back_tasks", params: { n: 1 } });
    expect((await app.sql("select count(*)::int as n from policy_tasks.task where source_id = $1", [id]))[0]?.n).toBe(0);
  });

  it("keeps marks with their text, and refuses one outside it or on an old version", async () => {
    const wrong = await save(id, page, TEXT, [{ kind: "task", start: 0, end: TEXT.length + 1 }]);
    expect(wrong.body.code).toBe("committee.bad_mark");
    const stale = await put(office, `/committee/meetings/${id}/minutes`, { agenda: page.agendas[0]?.id, version: 1, text: "", marks: [] });
    expect(stale.body.code).toBe("ledger.changed_by_other");
  });

  it("is mended, co-signed by those concerned, and issued: the county finds its task under 工作台", async () => {
    const second = page.resolutions.find(({ organ }) => organ === organs.finance);
    page = must<Page>(
      await save(
        id,
        page,
        TEXT,
        kept(page).map((mark) => (mark.id === second?.id ? { ...mark, dueOn: "2026-04-10" } : mark)),
        ["水务集团配合开展压力检测"],
      ),
    );
    expect(page.heldBack).toEqual([]);
    page = must<Page>(await office.post(`/committee/meetings/${id}/cosign`));
    const sign = must<{ requests: readonly { id: string; caseId: string; label: string; note: string }[] }>(
      await county.get("/work/asked"),
    ).requests.find(({ caseId, label }) => caseId === id && label === "会签");
    expect(sign?.note).toContain("整改全部逾期隐患");
    must(await county.post(`/work/asked/${sign?.id}/answer`, { granted: false, answer: "请宽限" }));
    page = await pageOf(office, id);
    expect(page.heldBack).toMatchObject([{ kind: "refused", n: 1 }]);
    expect((await office.post(`/committee/meetings/${id}/issue`)).body.code).toBe("committee.held_back_refused");
    app.clock?.advance(60_000);
    must(await office.post(`/committee/meetings/${id}/cosign`));
    const again = must<{ requests: readonly { id: string; caseId: string; label: string }[] }>(
      await county.get("/work/asked"),
    ).requests.find(({ caseId, label }) => caseId === id && label === "会签");
    must(await county.post(`/work/asked/${again?.id}/answer`, { granted: true, answer: "同意" }));
    // Finance has not answered: that is said, and issuing all the same is confirmed.
    expect((await office.post(`/committee/meetings/${id}/issue`)).body.code).toBe("committee.unsigned");
    // What was signed for is signed for as it was worded: another day is asked anew, the unanswered one in its own line.
    const moved = (day: string) =>
      save(
        id,
        page,
        TEXT,
        kept(page).map((mark) => (mark.id === second?.id ? mark : { ...mark, dueOn: day })),
        ["水务集团配合开展压力检测"],
      );
    const signs = async (who: Caller) =>
      must<{ requests: readonly { id: string; caseId: string; label: string; note: string }[] }>(
        await who.get("/work/asked"),
      ).requests.filter(({ caseId, label }) => caseId === id && label === "会签");
    page = await pageOf(office, id);
    expect(page.silent).toHaveLength(1);
    page = must<Page>(await moved("2026-05-10"));
    expect(page.silent).toHaveLength(2);
    app.clock?.advance(60_000);
    must(await office.post(`/committee/meetings/${id}/cosign`));
    const [anew] = await signs(county);
    expect(anew?.note).toContain("2026-05-10");
    must(await county.post(`/work/asked/${anew?.id}/answer`, { granted: true, answer: "同意" }));
    must(await office.post(`/committee/meetings/${id}/cosign`));
    expect(await signs(county)).toEqual([]);
    page = must<Page>(await office.post(`/committee/meetings/${id}/issue`, { copies: [organs.city], unsigned: true }));
    expect(page.meeting).toMatchObject({ state: "tracking", issuedOn: "2026-03-18", issuedBy: "陈雪芳" });
    expect(String(page.meeting.minutesNumber)).toMatch(/纪要〔2026〕1 号$/);
    const task = page.resolutions.find(({ organ }) => organ === organs.kecheng)?.tasks[0];
    expect((await todo(county)).map((item) => item.id)).toContain(task?.id);
    const lineage = must(await county.get(`/policy-tasks/tasks/${task?.id}/lineage`));
    expect(lineage).toMatchObject({ sourceWords: "柯城区政府 4月30日前整改全部逾期隐患", clause: "QZ-2.1.4" });
    expect(String(lineage.sourceHref)).toContain(`/committee/meeting/${id}`);
    const told = must<{ requests: readonly { caseId: string; number: string | null }[] }>(
      await app.as("leader", { area: sample.city, organId: organs.city }).get("/work/asked"),
    ).requests.find(({ caseId }) => caseId === id);
    expect(told?.number).toMatch(/^消安抄〔2026〕\d+号$/);
    expect((await save(id, page, "改写", [])).body.code).toBe("committee.not_in_state");
  });

  it("is closed when every task of it is, and the sentence is carried out", async () => {
    expect((await office.post(`/committee/meeting/${id}/close`)).body.code).toBe("committee.tasks_open");
    const finance = app.as("department", { area: sample.city, organId: organs.finance });
    for (const [who, organ] of [
      [county, organs.kecheng],
      [finance, organs.finance],
    ] as const) {
      const task = page.resolutions.find((each) => each.organ === organ)?.tasks[0]?.id;
      must(await who.post(`/policy-tasks/task/${task}/sign`));
      must(await who.post(`/policy-tasks/task/${task}/submit`, { result: "已办" }));
      must(await office.post(`/policy-tasks/task/${task}/accept`));
    }
    await deliver(app.services.db, noteCarriedOut, app.services, app.services.log);
    const rows = await app.sql("select carried_out from committee.resolution where meeting = $1 and kind = 'task'", [id]);
    expect(rows.map((row) => row.carried_out)).toEqual([true, true]);
    must(await office.post(`/committee/meeting/${id}/close`));
    const rate = must<{ figures: readonly { value: number }[] }>(
      await office.get("/measures/committee.minutes_tasks_done_rate?from=2026-01-01&to=2026-12-31"),
    );
    expect(rate.figures[0]?.value).toBe(100);
  });

  it("is cancelled by its own office alone, and who was sent a notice hears so", async () => {
    const off = await plan(office, committee, { title: "市消安委 2026 年第二次全体会议", beginsAt: "2026-03-28T01:00:00Z" });
    must(await office.post(`/committee/meetings/${off}/agenda`, { title: "夏季防火" }));
    must(await office.post(`/committee/meetings/${off}/notify`));
    const other = app.as("committee-office", { area: sample.city, organId: organs.finance, name: "别的处室" });
    expect((await other.post(`/committee/meeting/${off}/cancel`, { note: "不开了" })).body.code).toBe("committee.not_its_office");
    must(await office.post(`/committee/meeting/${off}/cancel`, { note: "与常务会议冲突" }));
    const told = await app.sql("select to_organ, note from platform.request where case_id = $1 and kind = 'notice'", [off]);
    const invited = await app.sql("select distinct organ from committee.attendee where meeting = $1", [off]);
    expect(told).toHaveLength(invited.length);
    expect(told[0]?.note).toBe("会议取消：市消安委 2026 年第二次全体会议。与常务会议冲突");
  });

  it("prints its minutes as a document with its number", async () => {
    const answer = await office.fetch(`/committee/meetings/${id}/minutes.docx`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get("content-type")).toContain("wordprocessingml");
    const bytes = Buffer.from(await answer.arrayBuffer());
    const { default: PizZip } = await import("pizzip");
    const text = new PizZip(bytes).file("word/document.xml")?.asText() ?? "";
    for (const words of [
      "会议纪要",
      "纪要〔2026〕1 号",
      "整改全部逾期隐患",
      "应到 2，实到 1，代会 1，请假 0",
      "会上所见：柯城区 逾期隐患 0 处",
    ])
      expect(text).toContain(words);
    expect(text).not.toContain("一份送当事人");
  });
});

it("a sentence to every county becomes one task a county", async () => {
  const text = "会议要求，各县（市、区）政府 3月31日前开完一季度政府常务会议。";
  const id = await plan(office, committee, { title: "第二次全体会议" });
  must(await office.post(`/committee/meetings/${id}/agenda`, { title: "常务会议" }));
  must(await office.post(`/committee/meetings/${id}/hold`));
  must(await office.post(`/committee/meeting/${id}/draft`));
  let page = must<Page>(
    await save(id, await pageOf(office, id), text, [markOf(text, "各县（市、区）政府 3月31日前开完一季度政府常务会议")]),
  );
  expect(page.resolutions[0]).toMatchObject({ spread: "counties", organ: null, owner: null, dueOn: "2026-03-31", lacks: ["owner"] });
  page = must<Page>(
    await save(
      id,
      page,
      text,
      kept(page).map((mark) => ({ ...mark, owner: "府办主任" })),
    ),
  );
  page = must<Page>(await office.post(`/committee/meetings/${id}/issue`));
  const counties = await app.sql(
    "select count(*)::int as n from organizations.organ where level = 'county' and kind in ('government', 'management-committee')",
  );
  expect(page.resolutions[0]?.tasks).toHaveLength(Number(counties[0]?.n));
});

describe("a county's committee", () => {
  let own = "";
  let meeting = "";
  beforeAll(async () => {
    own = await found(countyOffice, sample.kecheng, organs.kecheng, organs.kechengOffice, "county");
    meeting = await plan(countyOffice, own, { title: "柯城区消安委全体会议" });
  });

  it("sees nothing of another county's, and no one else holds its meetings", async () => {
    expect((await elsewhere.get(`/committee/meetings/${meeting}`)).status).toBe(404);
    expect((await elsewhere.get(`/committee/meeting/${meeting}`)).status).toBe(404);
    expect((await elsewhere.get(`/committee/meetings/${meeting}/minutes.docx`)).status).toBe(404);
    const others = must<{ committees: readonly { id: string }[] }>(await elsewhere.get("/committee/overview"));
    expect(others.committees.map((each) => each.id)).not.toContain(own);
    expect(
      (
        await elsewhere.post("/committee/meetings", {
          committee: own,
          kind: "plenary",
          title: "越界会议",
          beginsAt: "2026-04-18T01:00:00Z",
        })
      ).body.code,
    ).toBe("committee.unknown_committee");
    for (const ledger of ["committee", "member", "meeting", "attendee", "agenda", "resolution"]) {
      const { rows } = must<{ rows: readonly { area: number }[] }>(await elsewhere.get(`/committee/${ledger}?limit=200`));
      expect(rows.filter(({ area }) => area < sample.jiangshan || area > sample.jiangshan + 1e9)).toEqual([]);
    }
    // The city looks on, but the county's own office acts.
    expect((await pageOf(office, meeting)).acts).toBe(false);
    expect((await office.post(`/committee/meetings/${meeting}/agenda`, { title: "代办议题" })).body.code).toBe("committee.not_its_office");
    expect((await pageOf(countyOffice, meeting)).acts).toBe(true);
  });

  it("owes its government a meeting a quarter, met by one recorded", async () => {
    const periods = async () => {
      const { committees } = must<{
        committees: readonly { id: string; executive: readonly { key: string; state: string }[]; plenary: Shown }[];
      }>(await countyOffice.get("/committee/overview?year=2026"));
      return committees.find(({ id }) => id === own);
    };
    expect((await periods())?.executive.map(({ state }) => state)).toEqual(["due", "ahead", "ahead", "ahead"]);
    const executive = await plan(countyOffice, own, { kind: "executive", title: "区政府第 5 次常务会议" });
    must(await countyOffice.post(`/committee/meetings/${executive}/agenda`, { title: "研究消防工作" }));
    must(await countyOffice.post(`/committee/meetings/${executive}/hold`, { heldOn: "2026-02-10" }));
    expect((await periods())?.executive[0]?.state).toBe("met");
    const figure = must<{ figures: readonly { value: number }[] }>(
      await countyOffice.get("/measures/committee.meetings_government?from=2026-01-01&to=2026-03-31"),
    );
    expect(figure.figures[0]?.value).toBe(1);
    expect(must(await countyOffice.get(`/committee/meetings/${executive}`)).attendees).toEqual([]);
  });
});

describe("reports and matters", () => {
  it("the yearly report is put on each government's desk in January, sent, received, instructed and answered", async () => {
    const january = await startApp({ now: "2027-01-04T02:00:00Z" });
    try {
      const count = await asWorker(january.services.db, (tx) => openYearlyReports(tx, january.services));
      expect(count).toBe(7);
      expect(await asWorker(january.services.db, (tx) => openYearlyReports(tx, january.services))).toBe(0);
      const organ = async (area: number) =>
        String((await january.sql("select id from organizations.organ where area = $1 and kind = 'government'", [area]))[0]?.id);
      const below = january.as("department", { area: sample.kecheng, organId: await organ(sample.kecheng) });
      const above = january.as("leader", { area: sample.city, organId: await organ(sample.city) });
      const { rows } = must<{ rows: readonly { id: string; dueOn: string; year: number }[] }>(await below.get("/committee/report"));
      expect(rows).toMatchObject([{ year: 2026, dueOn: "2027-01-31" }]);
      const id = rows[0]?.id;
      expect((await below.post(`/committee/report/${id}/submit`)).body.code).toBe("committee.report_empty");
      must(await below.post(`/committee/report/${id}/submit`, { content: "2026 年消防工作情况" }));
      expect((await below.post(`/committee/report/${id}/receive`)).status).toBe(409);
      // Sent back to be mended and handed in again after its day: it came in time.
      must(await above.post(`/committee/report/${id}/sendBack`, { note: "补充附件" }));
      january.clock?.set("2027-02-03T02:00:00Z");
      must(await below.post(`/committee/report/${id}/submit`));
      must(await above.post(`/committee/report/${id}/receive`));
      must(await above.post(`/committee/report/${id}/instruct`, { instructedBy: "何剑锋", instruction: "逐项落实" }));
      expect(must(await above.post(`/committee/report/${id}/close`, { reply: "已阅" }))).toMatchObject({
        state: "closed",
        onTime: true,
        submittedOn: "2027-01-04",
      });
    } finally {
      await january.end();
    }
  });

  it("a support request asks named departments, waits for their position, and is answered with its document", async () => {
    const matter = must(
      await countyOffice.post("/committee/matter", {
        area: sample.kecheng,
        kind: "support",
        title: "管理站专职编制",
        wants: "posts",
        channel: "own",
        detail: "均为兼职",
        dueOn: "2026-05-31",
      }),
    );
    must(
      await countyOffice.post(`/committee/matter/${matter.id}/requests`, { kind: "position", organ: organs.finance, note: "请研提意见" }),
    );
    expect((await countyOffice.post(`/committee/matter/${matter.id}/answer`, { answer: "agreed", answerWords: "同意" })).body.code).toBe(
      "case.waits_for",
    );
    const finance = app.as("department", { area: sample.city, organId: organs.finance });
    const asked = must<{ requests: readonly { id: string; caseId: string }[] }>(await finance.get("/work/asked")).requests.find(
      ({ caseId }) => caseId === matter.id,
    );
    must(await finance.post(`/work/asked/${asked?.id}/answer`, { answer: "可列入预算" }));
    const answer = { answer: "agreed", answerWords: "每站增加 1 名", document: "编办〔2026〕12 号" };
    expect((await countyOffice.post(`/committee/matter/${matter.id}/answer`, answer)).body.code).toBe("committee.own_matter");
    must(await app.as("leader", { area: sample.kecheng, name: "区长" }).post(`/committee/matter/${matter.id}/answer`, answer));
    const { organs: answering } = must<{ organs: readonly { organ: string; asked: number; answered: number }[] }>(
      await countyOffice.get("/committee/feedback"),
    );
    expect(answering.find(({ organ }) => organ === organs.finance)).toMatchObject({ asked: 1, answered: 1 });
  });

  it("a difficult problem is handed up to the committee above, and no further than there is one", async () => {
    const matter = must(
      await countyOffice.post("/committee/matter", {
        area: sample.kecheng,
        kind: "difficulty",
        title: "消防站用地",
        channel: "own",
        detail: "控规未落实",
        dueOn: "2026-05-31",
      }),
    );
    must(await countyOffice.post(`/committee/matter/${matter.id}/escalate`, { note: "区里无法解决" }));
    expect((await todo(office)).map(({ id }) => id)).toContain(matter.id);
    const answer = { answer: "agreed", answerWords: "已列入控规" };
    const head = app.as("leader", { area: sample.kecheng, name: "区长" });
    expect((await head.post(`/committee/matter/${matter.id}/answer`, answer)).body.code).toBe("committee.own_matter");
    expect((await office.post(`/committee/matter/${matter.id}/escalate`, { note: "再提" })).body.code).toBe("committee.nobody_above");
  });
});

it("a committee says what it lacks, and towns without one lower the rate", async () => {
  const [town] = await app.sql(
    "select a.key, o.id from platform.area a join organizations.organ o on o.area = a.key and o.kind = 'government' where a.parent = $1 order by a.key limit 1",
    [sample.jiangshan],
  );
  const made = must(
    await elsewhere.post("/committee/committee", { area: Number(town?.key), name: "镇消安委", level: "town", government: town?.id }),
  );
  expect(made).toMatchObject({ complete: false, lacking: "缺 主任、主要领导任主任、成立文号、办公室、四项制度、派出所成员" });
  const rate = async () =>
    must<{ figures: readonly { num: number; den: number }[] }>(await elsewhere.get("/measures/committee.town_committees_rate")).figures[0];
  expect((await rate())?.num).toBe(0);
  must(await elsewhere.patch(`/committee/committee/${made.id}`, { version: made.version, foundingNumber: "镇政〔2026〕3 号" }));
  expect((await rate())?.num).toBe(1);
  const [police] = await app.sql("select id from organizations.organ where area = $1 and kind = 'public-security' limit 1", [
    Number(town?.key),
  ]);
  must(await elsewhere.post("/committee/member", { committee: made.id, duty: "member", organ: police?.id, name: "周强" }));
  await deliver(app.services.db, countMembers, app.services, app.services.log);
  const { row } = must<{ row: Shown }>(await elsewhere.get(`/committee/committee/${made.id}`));
  expect(row).toMatchObject({ members: 1, police: true, lacking: "缺 主任、主要领导任主任、办公室、四项制度" });
});

it("a government is told once, before the quarter ends, that no executive meeting has heard of fire", async () => {
  const march = await startApp({ now: "2026-03-25T02:00:00Z" });
  try {
    const organ = async (kind: string) =>
      String(
        (await march.sql("select id from organizations.organ where area = $1 and kind = $2 limit 1", [sample.jiangshan, kind]))[0]?.id,
      );
    const government = await organ("government");
    const own = march.as("committee-office", { area: sample.jiangshan, organId: await organ("committee") });
    must(
      await own.post("/committee/committee", {
        area: sample.jiangshan,
        name: "江山市消防安全委员会",
        level: "county",
        government,
        executiveEvery: "quarter",
        owedSince: "2024-04-30",
      }),
    );
    const warn = () => asWorker(march.services.db, (tx) => warnOfOwedMeetings(tx, march.services));
    expect(await warn()).toBe(1);
    expect(await warn()).toBe(0);
    const told = await march.sql("select note from platform.request where to_organ = $1 and kind = 'notice'", [government]);
    expect(told).toEqual([{ note: "2026Q1 政府常务会议还没有研究消防工作，2026-03-31 到期" }]);
  } finally {
    await march.end();
  }
});
