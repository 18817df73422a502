/** Committees of the demonstration city with their members, this year's meetings (one still in its minutes), reports, matters and visits. */
import { demoId, insertDemo } from "#modules/ground/places/index.ts";
import type { Tx } from "#platform/db.ts";
import type { StoredRow } from "#platform/ledger/write.ts";
import type { Services } from "#platform/services.ts";
import { addDays } from "#platform/values.ts";
import { committee, member } from "./committee.ts";
import { seedMeetings } from "./demo-meetings.ts";
import { at, endOf, lines, nameFor, row, type Scene, sceneOf } from "./demo-scene.ts";
import { yearlyReportDue } from "./domain/owed.ts";
import { followUp, taskForce } from "./follow.ts";
import { MATTER, matter } from "./matter.ts";
import { nextNumber } from "./numbers.ts";
import { REPORT, report } from "./report.ts";

/** 柯城区… → 区长, 府山街道… → 街道办事处主任. */
function chiefOf(committee: string): string {
  const kind = committee.match(/(街道|市|区|县|镇|乡)消防/)?.[1] ?? "";
  return kind === "街道" ? "街道办事处主任" : `${kind}长`;
}

async function seedCommittees(tx: Tx, services: Services, { committees, year }: Scene): Promise<void> {
  await insertDemo(
    tx,
    services,
    committee,
    committees.map((each, n) => {
      const town = each.level === "town";
      const bare = town && n % 9 === 0;
      return row(`committee ${each.government.id}`, each.area, {
        name: each.name,
        level: each.level,
        government: each.government.id,
        organ: each.organ?.id ?? null,
        secretariat: each.secretariat.id,
        chair: bare ? null : nameFor(`chair ${each.id}`),
        chairPost: chiefOf(each.name),
        chairIsChief: !bare,
        deputies: [{ name: nameFor(`deputy ${each.id}`), post: "分管负责人" }],
        officeHead: nameFor(`head ${each.id}`),
        foundedOn: `${year - 3}-04-01`,
        foundingNumber: `消安委〔${year - 3}〕1 号（演示）`,
        documentsKept: !(town && n % 5 === 0),
        plenaryPerYear: town ? null : 2,
        executiveEvery: town ? null : "quarter",
        owedSince: town ? null : "2024-04-30",
        consultEveryDays: town ? null : 90,
        members: each.members.length,
        police: each.members.some(({ kind }) => kind === "public-security"),
      });
    }),
  );
  await insertDemo(
    tx,
    services,
    member,
    committees.flatMap((each) =>
      each.members.map((organ, n) =>
        row(`member ${each.id} ${organ.id}`, each.area, {
          committee: each.id,
          duty: "member",
          organ: organ.id,
          name: nameFor(`member ${organ.id}`),
          post: each.level === "town" ? "负责人" : "分管负责人",
          charge: "本行业、本系统消防安全",
          ord: n + 1,
        }),
      ),
    ),
  );
}

/** Yearly reports of last year: most in January, one late, one still owed; one special report with its instruction. */
async function seedReports(tx: Tx, services: Services, { committees, today, year }: Scene): Promise<void> {
  const [city, ...counties] = committees.filter(({ level }) => level !== "town");
  if (!city) return;
  const dueOn = yearlyReportDue(year - 1);
  const rows: StoredRow[] = [];
  for (const [n, county] of counties.entries()) {
    const life = n === 2 ? "late" : n === 4 ? "owed" : "done";
    const submittedOn = life === "late" ? addDays(dueOn, 9) : addDays(dueOn, -6 + (n % 4));
    if (submittedOn > today && life !== "owed") continue;
    rows.push(
      row(`report ${county.id}`, county.area, {
        number: await nextNumber(tx, "BG", today),
        kind: "yearly",
        title: `${county.government.short} ${year - 1} 年消防工作情况报告`,
        organ: county.government.id,
        to: city.government.id,
        year: year - 1,
        dueOn,
        content: "一、主要数据\n二、工作情况\n三、存在问题\n四、下步打算（演示）",
        ...(life === "owed" ? {} : { submittedOn, onTime: life === "done", receivedOn: addDays(submittedOn, 1) }),
        state: life === "owed" ? "draft" : "received",
        openedAt: at(`${year}-01-04`),
        lastAt: at(life === "owed" ? `${year}-01-04` : submittedOn),
        dueAt: life === "owed" ? endOf(dueOn) : endOf(addDays(submittedOn, 15)),
        holderOrgan: life === "owed" ? county.government.id : city.government.id,
        repeats: 1,
      }),
    );
  }
  await insertDemo(tx, services, report, rows);
  await lines(tx, REPORT, rows, "draft");
}

async function seedMatters(tx: Tx, services: Services, { committees, today }: Scene): Promise<void> {
  const [city, first, second] = committees.filter(({ level }) => level !== "town");
  if (!city || !first || !second) return;
  const of = [
    [first, "support", "posts", "街道应急消防管理站增加专职编制", "每站 2 名", "consulting"],
    [second, "support", "funds", "市政消防水鹤建设经费缺口", "36 万元", "answered"],
    [first, "difficulty", "land", "主城区消防站用地未落实", "1 处", "raised"],
    [city, "service", "policy", "企业反映改建项目消防审验衔接不畅", null, "consulting"],
  ] as const;
  const rows: StoredRow[] = [];
  for (const [from, kind, wants, title, amount, state] of of) {
    const done = state === "answered";
    rows.push(
      row(`matter ${title}`, from.area, {
        number: await nextNumber(tx, "XT", today),
        kind,
        title,
        wants,
        amount,
        channel: kind === "service" ? "business" : "own",
        organ: from.secretariat.id,
        turn: from.secretariat.id,
        detail: "现状与需要不相适应，需有关部门研究支持（演示）",
        dueOn: addDays(today, done ? -4 : 18),
        ...(done
          ? {
              answer: "partly",
              answerWords: "先行安排 20 万元，其余列入明年预算",
              document: "财办〔演示〕12 号",
              answeredOn: addDays(today, -6),
            }
          : {}),
        state,
        openedAt: at(addDays(today, -20)),
        lastAt: at(addDays(today, done ? -6 : -12)),
        dueAt: done ? null : endOf(addDays(today, 18)),
        closedAt: done ? at(addDays(today, -6)) : null,
        holderOrgan: from.secretariat.id,
        repeats: 1,
      }),
    );
  }
  await insertDemo(tx, services, matter, rows);
  await lines(tx, MATTER, rows, "raised");
}

async function seedVisits(tx: Tx, services: Services, { committees, today, year }: Scene): Promise<void> {
  const [city, ...counties] = committees.filter(({ level }) => level !== "town");
  if (!city) return;
  await insertDemo(tx, services, taskForce, [
    row("force street", city.area, {
      name: "沿街店铺整治督导专班",
      government: city.government.id,
      leader: `副市长 ${nameFor("force")}`,
      members: city.members
        .slice(0, 4)
        .map((organ, n) => ({ name: nameFor(`force ${organ.id}`), organ: organ.short, beat: `第 ${n + 1} 组` })),
      task: "每月督导各县（市、区）整治进度，向市政府报告",
      from: `${year}-03-01`,
      reportEveryDays: 30,
    }),
  ]);
  await insertDemo(
    tx,
    services,
    followUp,
    counties.map((county, n) =>
      row(`follow ${county.id}`, county.area, {
        organ: county.government.id,
        force: demoId("force street"),
        visitedOn: addDays(today, -25 + n * 3),
        way: n % 3 === 0 ? "call" : "visit",
        visitors: "市督导专班第一组",
        found: "排查台账有漏登",
        guidance: "按网格逐户补登，一周内回头看",
        nextOn: addDays(today, 5 + n),
      }),
    ),
  );
}

export async function seedDemo(tx: Tx, services: Services, report: (line: string) => void): Promise<void> {
  const scene = await sceneOf(tx, services);
  if (scene.committees.length === 0) return;
  await seedCommittees(tx, services, scene);
  const meetings = await seedMeetings(tx, services, scene);
  await seedReports(tx, services, scene);
  await seedMatters(tx, services, scene);
  await seedVisits(tx, services, scene);
  report(`消安委：${scene.committees.length} 个，会议 ${meetings} 次`);
}
