/** This year's meetings of the demonstration: governments quarter by quarter, a county's plenary whose tasks are out, the city's plenary in its minutes. */
import { sql } from "kysely";
import { demoId, insertDemo } from "#modules/ground/places/index.ts";
import type { Tx } from "#platform/db.ts";
import type { StoredRow } from "#platform/ledger/write.ts";
import { figuresOf } from "#platform/measure/figures.ts";
import type { Services } from "#platform/services.ts";
import { addDays, type CalendarDate, calendarDate, subtreeOf } from "#platform/values.ts";
import { at, type Committee, endOf, lines, nameFor, type Organ, row, type Scene } from "./demo-scene.ts";
import { listWords } from "./domain/cosign.ts";
import { periodsOf } from "./domain/owed.ts";
import { MEETING, meeting } from "./meeting.ts";
import { minutesNumber, nextNumber } from "./numbers.ts";
import { agenda, attendee, resolution } from "./of-meeting.ts";
import { spreadOver } from "./people.ts";
import { type Spread, titleOf } from "./reading/sentences.ts";

type Piece = {
  readonly quote: string;
  readonly kind: "task" | "decision";
  readonly organ?: Organ | undefined;
  readonly spread?: "one" | "counties";
  readonly owner?: string;
  readonly dueOn?: CalendarDate;
  readonly clause?: string;
};
type Topic = {
  readonly title: string;
  readonly kind: string;
  readonly organ: Organ | undefined;
  readonly presenter: string;
  readonly long: number;
  readonly text: string;
  readonly pieces: readonly Piece[];
  readonly shows?: readonly string[];
  readonly showsArea?: number;
};

const md = (day: CalendarDate): string => `${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`;
const seatOf = (committee: Committee, kind: string) => committee.members.find((organ) => organ.kind === kind);
const ownerOf = (organ: Organ | undefined): string => (organ ? `分管负责人 ${nameFor(`member ${organ.id}`)}` : "");

/** The five topics of the city's plenary, as an office would write them up. */
function topicsOf({ organs, committees }: Scene, city: Committee, on: CalendarDate): readonly Topic[] {
  const county = (name: string) =>
    committees.find(({ level, government }) => level === "county" && government.name.startsWith(name))?.government;
  const counties = committees.filter(({ level }) => level === "county");
  const [weak, late] = [county("常山县") ?? counties[0]?.government, county("江山市") ?? counties[1]?.government];
  const [finance, emergency, resources, brigade] = ["finance", "emergency", "natural-resources", "fire-brigade"].map(
    (kind) => seatOf(city, kind) ?? organs.find((organ) => organ.kind === kind && organ.area === city.area),
  );
  const [d1, d2, d3, d4, d5] = [43, 23, 13, 28, 7].map((days) => addDays(on, days)) as [
    CalendarDate,
    CalendarDate,
    CalendarDate,
    CalendarDate,
    CalendarDate,
  ];
  const weakName = weak?.short ?? "";
  const rectify = `${weakName} ${md(d1)}前整改全部逾期隐患，逐处上传整改照片`;
  const pay = `市财政局 ${md(d2)}前核拨整改经费缺口 18 万元`;
  const agenda = "列为本季度挂账问题，下次会议首议";
  const every = `各县（市、区）政府 ${md(d3)}前开完本季度政府常务会议`;
  const lateOne = `${late?.short ?? ""} ${md(d5)}前补报年度专题报告并说明迟报原因`;
  const listing = `市应急管理局 ${md(d4)}前提出沿街居住店铺整治名单`;
  const land = "市资源规划局将主城区 2 处消防站用地纳入控规";
  return [
    {
      title: "火灾形势",
      kind: "inform",
      organ: brigade,
      presenter: ownerOf(brigade),
      long: 5,
      text: "会议听取了市消防救援支队关于火灾形势的通报，认为形势总体平稳，电气火灾占比仍高。",
      pieces: [],
    },
    {
      title: "逾期事项逐项过",
      kind: "report",
      organ: city.secretariat,
      presenter: ownerOf(city.secretariat),
      long: 15,
      text: `会议逐项听取了逾期事项的进展。\n会议要求，${every}；${lateOne}。`,
      pieces: [
        { quote: every, kind: "task", spread: "counties", owner: "府办主任", dueOn: d3, clause: "QZ-2.1.2" },
        { quote: lateOne, kind: "task", organ: late, owner: `分管负责人 ${nameFor("late")}`, dueOn: d5, clause: "QZ-2.1.3" },
      ],
    },
    {
      title: `${weakName.replace(/政府$/, "")}隐患按期整改约谈`,
      kind: "interview",
      organ: weak,
      presenter: `副县长 ${nameFor("weak")}`,
      long: 10,
      text: `会议听取了${weakName}关于隐患按期整改率偏低的说明，市消防救援支队通报了两次督办情况。\n会议认为，逾期隐患中一半因经费未到位停滞，${agenda}。\n会议要求，${rectify}；${pay}。供电公司配合开展用电检测。`,
      pieces: [
        { quote: agenda, kind: "decision" },
        { quote: rectify, kind: "task", organ: weak, owner: `副县长 ${nameFor("weak")}`, dueOn: d1 },
        { quote: pay, kind: "task", organ: finance, owner: ownerOf(finance), dueOn: d2 },
      ],
      shows: ["hazard-loop.on_time_rate", "hazard-loop.overdue"],
      ...(weak ? { showsArea: weak.area } : {}),
    },
    {
      title: "沿街居住店铺专项整治方案",
      kind: "deliberate",
      organ: emergency,
      presenter: ownerOf(emergency),
      long: 10,
      text: `会议审议通过了专项整治方案。\n会议要求，${listing}。`,
      pieces: [{ quote: listing, kind: "task", organ: emergency, owner: ownerOf(emergency), dueOn: d4 }],
    },
    {
      title: "主城区消防站用地",
      kind: "request",
      organ: resources,
      presenter: ownerOf(resources),
      long: 10,
      text: `会议听取了市资源规划局关于消防站用地的汇报。\n会议要求，${land}。`,
      pieces: [{ quote: land, kind: "task", organ: resources }],
    },
  ];
}

async function seenOf(tx: Tx, services: Services, topic: Topic, on: CalendarDate): Promise<readonly object[]> {
  const { measures } = services.registry;
  const seen: object[] = [];
  for (const name of topic.shows ?? []) {
    const measure = measures.get(name);
    if (!measure || topic.showsArea === undefined) continue;
    const asked = { range: subtreeOf(topic.showsArea), from: calendarDate.parse(`${on.slice(0, 4)}-01-01`), to: on, by: "none" as const };
    const found = await figuresOf(measure, asked, tx, services.catalog, measures, { today: on, now: services.clock.now() });
    const figure = found.ok ? found.value[0] : undefined;
    const value = figure?.value ?? null;
    seen.push({
      label: measure.label,
      area: "",
      value: value === null ? "—" : `${Number.isInteger(value) ? value : value.toFixed(1)} ${measure.unit}`,
      words: figure && measure.unit === "%" && figure.den > 0 ? `${figure.num} ÷ ${figure.den}` : "",
    });
  }
  return seen;
}

async function seedPlenary(tx: Tx, services: Services, scene: Scene, city: Committee): Promise<void> {
  const { today, year } = scene;
  const on = addDays(today, -1);
  const id = "meeting plenary city";
  const [present, deputed, leave] = [city.members.length - 2, 1, 1];
  const topics = topicsOf(scene, city, on);
  const stored = row(id, city.area, {
    number: await nextNumber(tx, "HY", today),
    title: `${city.organ?.short ?? city.name} ${year} 年第一次全体会议`,
    kind: "plenary",
    level: "city",
    theme: "general",
    committee: city.id,
    organ: city.organ?.id ?? city.government.id,
    beginsAt: at(on),
    place: "市行政中心 301",
    presider: `副市长 ${nameFor(`deputy ${city.id}`)}`,
    recorder: nameFor(`head ${city.id}`),
    noticedOn: addDays(on, -7),
    heldOn: on,
    minutesDueOn: addDays(on, 2),
    frozenAt: at(on),
    items: topics.length,
    expected: city.members.length,
    attended: present + deputed,
    present,
    deputed,
    onLeave: leave,
    tasks: null,
    state: "minutes",
    openedAt: at(addDays(on, -12)),
    lastAt: at(on, 11),
    dueAt: endOf(addDays(on, 2)),
    holderOrgan: city.secretariat.id,
    repeats: 1,
  });
  await insertDemo(tx, services, meeting, [stored]);
  await sql`insert into platform.timeline (case_name, case_id, at, kind, actor_name, move, from_state, to_state, given)
    select ${MEETING}, ${demoId(id)}, x.at, 'person', '市消安办', x.move, x.from_state, x.to_state, '{}'::jsonb
    from jsonb_to_recordset(${JSON.stringify([
      { at: at(addDays(on, -12)), move: null, from_state: null, to_state: "topics" },
      { at: at(addDays(on, -7)), move: "notify", from_state: "topics", to_state: "noticed" },
      { at: at(on), move: "hold", from_state: "noticed", to_state: "held" },
      { at: at(on, 11), move: "draft", from_state: "held", to_state: "minutes" },
    ])}::jsonb) x (at timestamptz, move text, from_state text, to_state text)`.execute(tx);
  await seedOfMeeting(tx, services, { id, area: city.area, on, topics });
  await insertDemo(
    tx,
    services,
    attendee,
    city.members.map((organ, n) => {
      const presence = n === 5 ? "deputed" : n === 9 ? "leave" : "present";
      return row(`${id} attendee ${organ.id}`, city.area, {
        meeting: demoId(id),
        kind: "member",
        organ: organ.id,
        name: nameFor(`member ${organ.id}`),
        post: "分管负责人",
        presence,
        deputy: presence === "deputed" ? nameFor(`stand-in ${organ.id}`) : null,
        reason: presence === "leave" ? "外出学习" : null,
        ord: n + 1,
        heldOn: on,
      });
    }),
  );
  await seedRequests(tx, city, { id, on, scene });
}

/** What each organ is to sign for, as the meeting's own page would ask it. */
async function wordsToSign(tx: Tx, meetingId: string, { area, id }: Committee): Promise<ReadonlyMap<string, string>> {
  type Falling = { readonly title: string; readonly dueOn: string | null; readonly spread: Spread | "one"; readonly organ: string | null };
  const { rows } =
    await sql<Falling>`select r.title, r.due_on, r.spread, r.organ from committee.resolution r join committee.agenda a on a.id = r.agenda
    where r.meeting = ${meetingId} and r.kind = 'task' and r.deleted_at is null order by a.ord, r.start, r.id`.execute(tx);
  const found = new Map<string, Falling[]>();
  for (const row of rows) {
    const organs = row.spread === "one" ? [row.organ] : (await spreadOver(tx, row.spread, area, id)).map((each) => each.id);
    for (const organ of organs) if (organ) found.set(organ, [...(found.get(organ) ?? []), row]);
  }
  return new Map([...found].map(([organ, tasks]) => [organ, listWords(tasks)]));
}

/** Notices with their receipts, and the co-signatures asked so far. */
async function seedRequests(
  tx: Tx,
  city: Committee,
  { id, on, scene }: { readonly id: string; readonly on: CalendarDate; readonly scene: Scene },
): Promise<void> {
  const subject = `${city.organ?.short ?? city.name} ${scene.year} 年第一次全体会议`;
  const notices = city.members.map((organ, n) => ({
    id: demoId(`${id} notice ${organ.id}`),
    organ: organ.id,
    kind: "attend",
    note: subject,
    asked: at(addDays(on, -7)),
    received: at(addDays(on, -6), 8 + (n % 9)),
    answered: at(addDays(on, -5), 9),
    granted: null,
    answer: n === 9 ? "请假：外出学习" : `${nameFor(`member ${organ.id}`)}参会`,
  }));
  const signs = [...(await wordsToSign(tx, demoId(id), city))].map(([organ, note], n) => {
    const signed = n % 3 !== 1;
    return {
      note,
      id: demoId(`${id} sign ${organ}`),
      organ,
      kind: "cosign",
      asked: at(on, 14),
      received: signed ? at(on, 15) : null,
      answered: signed ? at(on, 16) : null,
      granted: signed ? true : null,
      answer: signed ? "同意" : null,
    };
  });
  await sql`insert into platform.request (id, case_name, case_id, area, kind, asked_at, from_organ, to_organ, due_at, note, given, subject, received_at, answered_at, granted, answer, settled_at)
    select x.id, ${MEETING}, ${demoId(id)}, ${city.area}, x.kind, x.asked, ${city.secretariat.id}, x.organ, x.asked + interval '3 days', x.note, '{}'::jsonb, ${subject},
      x.received, x.answered, x.granted, x.answer, x.answered
    from jsonb_to_recordset(${JSON.stringify([...notices, ...signs])}::jsonb) x (id uuid, organ uuid, kind text, note text, asked timestamptz, received timestamptz, answered timestamptz, granted boolean, answer text)`.execute(
    tx,
  );
}

async function seedOfMeeting(
  tx: Tx,
  services: Services,
  {
    id,
    area,
    on,
    topics,
    issuedOn,
  }: {
    readonly id: string;
    readonly area: number;
    readonly on: CalendarDate;
    readonly topics: readonly Topic[];
    readonly issuedOn?: CalendarDate;
  },
): Promise<void> {
  const rows: StoredRow[] = [];
  const resolved: StoredRow[] = [];
  for (const [n, topic] of topics.entries()) {
    const key = `${id} agenda ${n}`;
    const seen = await seenOf(tx, services, topic, on);
    rows.push(
      row(key, area, {
        meeting: demoId(id),
        ord: n + 1,
        title: topic.title,
        kind: topic.kind,
        presenterOrgan: topic.organ?.id ?? null,
        presenter: topic.presenter || null,
        minutesLong: topic.long,
        shows: (topic.shows ?? []).map((measure) => ({ measure, area: topic.showsArea })),
        seen,
        seenAt: seen.length > 0 ? at(on) : null,
        minutesText: topic.text,
        savedAt: at(on, 15),
      }),
    );
    for (const [m, piece] of topic.pieces.entries()) {
      const start = topic.text.indexOf(piece.quote);
      const dayWords = piece.dueOn ? md(piece.dueOn) : undefined;
      const named = piece.organ
        ? [piece.organ.short, piece.organ.name].find((name) => piece.quote.startsWith(name))
        : piece.spread
          ? "各县（市、区）政府"
          : undefined;
      resolved.push(
        row(`${key} resolution ${m}`, area, {
          meeting: demoId(id),
          agenda: demoId(key),
          kind: piece.kind,
          title: titleOf(piece.quote, named ? { words: named } : undefined, dayWords),
          words: piece.quote,
          start,
          end: start + piece.quote.length,
          spread: piece.spread ?? "one",
          organ: piece.organ?.id ?? null,
          supports: [],
          owner: piece.owner ?? null,
          dueOn: piece.dueOn ?? null,
          clause: piece.clause ?? null,
          issuedOn: issuedOn ?? null,
          carriedOut: false,
        }),
      );
    }
  }
  await insertDemo(tx, services, agenda, rows);
  await insertDemo(tx, services, resolution, resolved);
}

/** Meetings of governments in the quarters gone by: one county has missed one. */
function heldMeetings({
  committees,
  today,
  year,
}: Scene): readonly { readonly of: Committee; readonly kind: string; readonly on: CalendarDate }[] {
  const held: { of: Committee; kind: string; on: CalendarDate }[] = [];
  for (const [n, of] of committees.filter(({ level }) => level !== "town").entries())
    for (const [q, { from, to }] of periodsOf(year, "quarter").entries()) {
      const on = addDays(from, 20 + ((n * 7 + q * 11) % 45));
      const missed = n === 3 && to < today && q === Math.max(0, Math.floor((Number(today.slice(5, 7)) - 1) / 3) - 1);
      if (on < today && !missed) held.push({ of, kind: "executive", on });
      const talk = addDays(from, 50 + (n % 9));
      if (talk < today && (n + q) % 2 === 0) held.push({ of, kind: n % 3 === 0 ? "joint" : "consultation", on: talk });
    }
  for (const of of committees.filter(({ level }) => level === "county")) {
    const on = calendarDate.parse(`${year}-01-${String(12 + (of.area % 7)).padStart(2, "0")}`);
    if (on < addDays(today, -10)) held.push({ of, kind: "plenary", on });
  }
  return held;
}

const titles: Readonly<Record<string, string>> = {
  executive: "政府常务会议研究消防工作",
  joint: "消防安全服务联席会议",
  consultation: "消防形势会商",
  plenary: "消安委全体会议",
};

/** One task of each county's plenary: most are done, one is late. */
async function seedCountyTasks(tx: Tx, services: Services, { committees, today }: Scene, meetings: readonly StoredRow[]): Promise<void> {
  const [resolved, tasks]: [StoredRow[], StoredRow[]] = [[], []];
  const plenaries = meetings.filter(({ values }) => values.kind === "plenary" && values.issuedOn);
  for (const [n, each] of plenaries.entries()) {
    const of = committees.find(({ id }) => id === each.values.committee);
    const lead = of?.members.find(({ kind }) => kind === "emergency") ?? of?.members[0];
    const given = String(each.values.issuedOn) as CalendarDate;
    if (!of || !lead) continue;
    const late = n === 1;
    const dueOn = addDays(late ? today : given, late ? -9 : 45);
    const done = !late && dueOn < today;
    const mark = demoId(`${each.id} resolution`);
    const words = `${lead.short} ${md(dueOn)}前完成沿街店铺集中检查`;
    resolved.push({
      ...row(`${each.id} resolution`, each.area, {
        meeting: each.id,
        agenda: demoId(`${each.id} agenda`),
        kind: "task",
        title: "完成沿街店铺集中检查",
        words,
        start: 0,
        end: words.length,
        spread: "one",
        organ: lead.id,
        supports: [],
        owner: ownerOf(lead),
        dueOn,
        issuedOn: given,
        tasks: 1,
        carriedOut: done,
      }),
    });
    tasks.push(
      row(`${each.id} task`, each.area, {
        number: await nextTaskNumber(tx, today),
        title: "完成沿街店铺集中检查",
        lead: lead.id,
        owner: ownerOf(lead),
        dueOn,
        assigner: of.secretariat.id,
        sourceKind: "minutes",
        sourceId: each.id,
        sourceHref: `/committee/meeting/${each.id}?agenda=${demoId(`${each.id} agenda`)}&mark=${mark}`,
        sourceWords: words,
        extensions: 0,
        passed: 0,
        ...(done
          ? {
              result: "集中检查已完成",
              submittedOn: addDays(dueOn, -3),
              finishedOn: addDays(dueOn, -1),
              onTime: true,
              progressPercent: 100,
            }
          : {}),
        state: done ? "done" : "doing",
        openedAt: at(given),
        lastAt: at(given),
        dueAt: done ? null : endOf(dueOn),
        closedAt: done ? at(addDays(dueOn, -1)) : null,
        holderOrgan: done ? of.secretariat.id : lead.id,
        repeats: 1,
      }),
    );
  }
  for (const { values } of resolved)
    await sql`update committee.agenda set minutes_text = ${`${String(values.words)}。会议听取了消防工作情况汇报，研究了下步工作。`} where id = ${values.agenda}`.execute(
      tx,
    );
  await insertDemo(tx, services, resolution, resolved);
  await insertDemo(tx, services, { name: "policy-tasks.task" }, tasks);
  await lines(tx, "policy-tasks.task", tasks, "toSign");
}

async function nextTaskNumber(tx: Tx, today: CalendarDate): Promise<string> {
  const year = today.slice(0, 4);
  const { rows } = await sql<{ n: number }>`select policy_tasks.next_task_number(${year}) as n`.execute(tx);
  return `RW${year}-${String(rows[0]?.n ?? 0).padStart(4, "0")}`;
}

export async function seedMeetings(tx: Tx, services: Services, scene: Scene): Promise<number> {
  const { today } = scene;
  const city = scene.committees.find(({ level }) => level === "city") ?? scene.committees[0];
  if (!city) return 0;
  const rows: StoredRow[] = [];
  const held = heldMeetings(scene);
  const late = held.findIndex(({ kind }) => kind === "plenary") + 1;
  for (const [n, { of, kind, on }] of held.entries()) {
    const organ = kind === "executive" ? of.government : (of.organ ?? of.government);
    const issuedOn = addDays(on, 2) > today ? null : addDays(on, 2);
    rows.push(
      row(`meeting ${of.id} ${kind} ${on}`, of.area, {
        number: await nextNumber(tx, "HY", today),
        title: `${of.government.short.replace(/政府$/, "")}${titles[kind] ?? ""}`,
        kind,
        level: of.level,
        theme: kind === "joint" ? "service" : "general",
        committee: of.id,
        organ: organ.id,
        beginsAt: at(on),
        place: "会议中心（演示）",
        presider: nameFor(`chair ${of.id}`),
        recorder: nameFor(`head ${of.id}`),
        heldOn: on,
        issuedOn,
        minutesNumber: issuedOn ? await minutesNumber(tx, { id: organ.id, name: organ.short }, issuedOn) : null,
        items: 1,
        ...(kind === "executive"
          ? {}
          : { expected: of.members.length, attended: of.members.length, present: of.members.length, deputed: 0, onLeave: 0 }),
        tasks: kind === "plenary" ? 1 : 0,
        decisions: 0,
        state: issuedOn ? (kind === "plenary" && n === late ? "tracking" : "closed") : "minutes",
        openedAt: at(addDays(on, -6)),
        lastAt: at(issuedOn ?? on),
        closedAt: issuedOn && !(kind === "plenary" && n === late) ? at([addDays(issuedOn, 5), today].toSorted()[0] ?? today) : null,
        dueAt: issuedOn ? null : endOf(addDays(on, 2)),
        holderOrgan: of.secretariat.id,
        repeats: 1,
      }),
    );
  }
  const begins = addDays(today, 16);
  rows.push(
    row("meeting coming", city.area, {
      number: await nextNumber(tx, "HY", today),
      title: "消防形势会商（下一次）",
      kind: "consultation",
      level: city.level,
      theme: "season",
      committee: city.id,
      organ: city.organ?.id ?? city.government.id,
      beginsAt: at(begins, 14),
      place: "市行政中心 208",
      presider: nameFor(`deputy ${city.id}`),
      recorder: nameFor(`head ${city.id}`),
      state: "topics",
      openedAt: at(addDays(today, -1)),
      lastAt: at(addDays(today, -1)),
      dueAt: at(begins, 14),
      holderOrgan: city.secretariat.id,
      repeats: 1,
    }),
  );
  await insertDemo(tx, services, meeting, rows);
  await lines(tx, MEETING, rows, "topics");
  await insertDemo(
    tx,
    services,
    agenda,
    rows.map((each) =>
      row(`${each.id} agenda`, each.area, {
        meeting: each.id,
        ord: 1,
        title: each.id === demoId("meeting coming") ? "夏季火灾形势和防范重点" : "研究消防工作",
        kind: "report",
        minutesLong: 15,
        minutesText: each.values.issuedOn ? "会议听取了消防工作情况汇报，研究了下步工作。" : null,
      }),
    ),
  );
  await seedCountyTasks(tx, services, scene, rows);
  await seedPlenary(tx, services, scene, city);
  return rows.length + 1;
}
