/** Who owes what in the demonstration city: default duties for every organ, this year's tasks of its leaders, lists, pledges, an industry in question. */
import { sql } from "kysely";
import { insertDemo } from "#modules/ground/places/index.ts";
import type { Tx } from "#platform/db.ts";
import type { StoredRow } from "#platform/ledger/write.ts";
import type { Services } from "#platform/services.ts";
import { freeze } from "#platform/snapshot/snapshot.ts";
import { addDays, type CalendarDate } from "#platform/values.ts";
import { accountability } from "./accountability.ts";
import { determination, pledge, powerList, supportRequest } from "./cases.ts";
import { defaults, dutiesOf } from "./defaults.ts";
import { seedIndustries } from "./demo-industries.ts";
import { at, chance, endOf, isHead, type Organ, row, type Scene, sceneOf } from "./demo-scene.ts";
import { countsOf, gather } from "./gather.ts";
import { duty, guidance, yearTask } from "./ledgers.ts";

const ofPost: Readonly<Record<string, string>> = {
  responsible: defaults.heads.responsible.words,
  deputy: defaults.heads.deputy.words,
  office: "消防工作日常协调、资料和台账",
  supervision: "按计划检查，督促整改，依法处理",
  duty: "值守核警，处置报警并记录",
  dispatch: "接警调度，跟踪处置",
  clerk: "辖区小场所巡查、督促整改和宣传",
  grid: "日常巡查，发现隐患即报",
};

/** Nearly every organ has written its list; the few that have not stand out. */
function dutiesIn({ organs, posts, year }: Scene): readonly StoredRow[] {
  return organs.flatMap((organ) => {
    if (organ.level === "town" && chance(`duties ${organ.id}`) < 0.06) return [];
    const until = chance(`until ${organ.id}`) < 0.05 ? `${year - 1}-12-31` : null;
    const own = dutiesOf(organ.kind, organ.level).flatMap(({ layer, kind, words }) =>
      words.map((text, i) =>
        row(`duty ${organ.id} ${kind} ${i}`, organ.area, {
          organ: organ.id,
          words: text,
          layer,
          kind,
          ground: defaults.ground,
          from: `${year - 2}-01-01`,
          until,
        }),
      ),
    );
    const heads = (posts.get(organ.id) ?? [])
      .filter(({ id }) => chance(`bare ${id}`) > 0.04)
      .map(({ id, duty: of }) =>
        row(`duty ${id}`, organ.area, {
          ...{
            organ: organ.id,
            post: id,
            words: ofPost[of] ?? defaults.others.words[0],
            ground: defaults.ground,
            from: `${year - 2}-01-01`,
          },
          ...{
            layer: organ.kind === "government" ? "government" : "department",
            kind: ["responsible", "deputy"].includes(of) ? "leadership" : "supervision",
          },
        }),
      );
    return [...own, ...heads];
  });
}

const yearly = [
  { words: "第一季度主持研究消防工作", due: "03-31", clause: "QZ-2.1.2" },
  { words: "带队检查一次重点单位", due: "05-31", clause: null },
  { words: "督办辖区重大火灾隐患销号", due: "09-30", clause: "QZ-2.1.4" },
  { words: "组织一次消防演练", due: "11-09", clause: null },
  { words: "年底前述职述责", due: "12-31", clause: "QZ-2.1.6" },
] as const;

function tasksIn({ organs, posts, year, today }: Scene): readonly StoredRow[] {
  return organs
    .filter(({ kind, level, member }) => kind === "government" || (member && level !== "town"))
    .flatMap((organ) =>
      chance(`planned ${organ.id}`) < 0.1
        ? []
        : (posts.get(organ.id) ?? []).filter(isHead).flatMap((post) =>
            yearly.map(({ words, due, clause }) => {
              const dueOn = `${year}-${due}` as CalendarDate;
              const dice = chance(`task ${post.id} ${due}`);
              const doneOn = addDays(dueOn, dice < 0.85 ? -Math.floor(dice * 40) : 12);
              const isDone = doneOn <= today && dice < 0.93;
              return row(`task ${post.id} ${due}`, organ.area, {
                ...{ organ: organ.id, post: post.id, year, words, dueOn, clause },
                ...(isDone ? { doneOn, proof: "已完成，材料存办公室" } : {}),
              });
            }),
          ),
    );
}

function listsIn({ organs, year, today }: Scene): readonly StoredRow[] {
  return organs
    .filter(({ kind, level, member }) => member && level !== "town" && !["government", "committee"].includes(kind))
    .flatMap((organ) => {
      const dice = chance(`list ${organ.id}`);
      if (dice < 0.08) return [];
      const items = dutiesOf(organ.kind, organ.level).flatMap(({ words }) =>
        words.map((text) => ({ kind: "duty", words: text, ground: defaults.ground, post: "消防安全联络员" })),
      );
      const publishedOn = `${year - 1}-${dice < 0.5 ? "06-18" : "11-03"}`;
      const isPublished = dice > 0.16;
      return [
        row(`list ${organ.id}`, organ.area, {
          ...{
            title: `${organ.name}消防安全权力和责任清单`,
            organ: organ.id,
            edition: 1,
            items,
            validUntil: dice > 0.9 ? `${year - 1}-12-31` : `${year + 1}-12-31`,
          },
          ...{ openedAt: at(publishedOn), lastAt: at(publishedOn), holderOrgan: organ.id, repeats: 1 },
          ...(isPublished
            ? { state: "published", publishedOn, closedAt: at(publishedOn) }
            : { state: "draft", openedAt: at(addDays(today, -9)), lastAt: at(addDays(today, -9)), dueAt: endOf(addDays(today, 12)) }),
        }),
      ];
    });
}

function pledgesIn({ organs, year, today }: Scene): readonly StoredRow[] {
  const governments = organs.filter(({ kind }) => kind === "government");
  const byArea = new Map(governments.map((organ) => [organ.area, organ]));
  const above = ({ area, level }: Organ) => byArea.get(level === "county" ? Math.floor(area / 1e11) * 1e11 : Math.floor(area / 1e9) * 1e9);
  return governments.flatMap((organ) => {
    const superior = organ.level === "city" ? undefined : above(organ);
    if (!superior) return [];
    const dice = chance(`pledge ${organ.id}`);
    const signedOn = `${year}-${dice < 0.6 ? "01-20" : "02-18"}`;
    const isSigned = signedOn <= today && dice > 0.07;
    return [
      row(`pledge ${organ.id} ${year}`, organ.area, {
        ...{ title: `${year} 年消防安全责任书 ${organ.name}`, year, superior: superior.id, pledger: organ.id, signBy: `${year}-02-28` },
        targets: [
          { words: "不发生较大以上亡人火灾", aim: "0 起", clause: "JX-0.3", measure: null },
          { words: "重大火灾隐患按期销案", aim: "100 %", clause: "TY-3.3.4", measure: "supervision-listing.on_time_rate" },
          { words: "隐患闭环率", aim: "100 %", clause: "QZ-2.3.2", measure: "hazard-loop.closed_rate" },
        ],
        ...{ openedAt: at(`${year}-01-08`), lastAt: at(signedOn), repeats: 1 },
        ...(isSigned
          ? {
              state: "signed",
              pledgedOn: signedOn,
              signedOn,
              pledgerName: "分管负责人",
              superiorName: "市长",
              closedAt: at(signedOn),
              holderOrgan: superior.id,
            }
          : { state: "offered", dueAt: endOf(`${year}-02-28`), holderOrgan: organ.id }),
      }),
    ];
  });
}

async function casesIn(scene: Scene, tx: Tx, services: Services): Promise<void> {
  const { today, year, organs } = scene;
  const city = organs.find(({ kind, level }) => kind === "government" && level === "city");
  const office = organs.find(({ kind, level }) => kind === "committee" && level === "city");
  const brigade = organs.find(({ kind, level }) => kind === "fire-brigade" && level === "county");
  const town = organs.find(({ kind, level }) => kind === "government" && level === "town");
  if (!city || !office || !brigade || !town) return;
  await insertDemo(tx, services, determination, [
    row("determination escape-room", city.area, {
      ...{ industry: "密室逃脱、剧本娱乐", kinds: ["other"], nameHas: "密室", why: "文旅、市监、公安都有管理事项，没有主管部门" },
      candidates: [
        { organKind: "culture-tourism", reason: "属于文化娱乐经营" },
        { organKind: "market", reason: "登记机关" },
      ],
      ...{
        units: 0,
        state: "opened",
        openedAt: at(addDays(today, -6)),
        lastAt: at(addDays(today, -6)),
        dueAt: endOf(addDays(today, 8)),
        holderOrgan: office.id,
        repeats: 1,
      },
    }),
    row("determination charging", city.area, {
      ...{ industry: "电动自行车集中充电站", kinds: ["other"], nameHas: "充电", why: "新业态，住建、市监、城管各管一段", units: 0 },
      candidates: [
        { organKind: "housing", reason: "多在小区内" },
        { organKind: "urban-management", reason: "占道设置" },
      ],
      ...{
        principle: "mainly",
        organKind: "housing",
        reasons: "九成设在住宅小区",
        decidedBy: "市消安委第二次会议",
        decidedOn: `${year - 1}-10-16`,
        assigned: 0,
      },
      ...{
        state: "decided",
        openedAt: at(`${year - 1}-09-24`),
        lastAt: at(`${year - 1}-10-16`),
        closedAt: at(`${year - 1}-10-16`),
        holderOrgan: office.id,
        repeats: 1,
      },
    }),
  ]);
  await insertDemo(tx, services, supportRequest, [
    row("support hazmat", town.area, {
      ...{
        what: "沿街仓储店铺疑似存放危化品，请协助辨识",
        kind: "technique",
        from: "emergency",
        to: office.id,
        wantedBy: addDays(today, 3),
      },
      ...{
        state: "asked",
        openedAt: at(addDays(today, -1)),
        lastAt: at(addDays(today, -1)),
        dueAt: endOf(addDays(today, 1)),
        holderOrgan: office.id,
        repeats: 1,
      },
    }),
    row("support training", town.area, {
      ...{
        what: "给网格员讲一次检查要点",
        kind: "training",
        from: "fire",
        to: brigade.id,
        wantedBy: addDays(today, -20),
        answer: "派 1 名监督员",
        servedOn: addDays(today, -18),
        hours: 2,
        result: "42 人参加",
      },
      ...{
        state: "served",
        openedAt: at(addDays(today, -27)),
        lastAt: at(addDays(today, -18)),
        closedAt: at(addDays(today, -18)),
        holderOrgan: brigade.id,
        repeats: 1,
      },
    }),
  ]);
  await insertDemo(tx, services, guidance, await guidanceIn(brigade, today, tx));
  await accountabilityIn(scene, town, tx, services);
}

async function guidanceIn(brigade: Organ, today: CalendarDate, tx: Tx): Promise<readonly StoredRow[]> {
  const { rows } = await sql<{ id: string; area: number }>`select id, area from places.unit where demo and deleted_at is null
    and area between ${brigade.area} and ${brigade.area + 999_999_999} order by id limit 24`.execute(tx);
  return rows.map(({ id, area }, n) =>
    row(`guidance ${id}`, area, {
      ...{
        unit: id,
        on: addDays(today, -(3 + n * 9)),
        by: brigade.id,
        what: n % 2 === 0 ? "讲解每月防火检查怎么做、怎么记" : "指导建立消防档案",
      },
      ...(n % 3 === 0 ? { asked: [{ what: "补齐巡查记录", by: addDays(today, 10) }] } : { result: "已按要求做好" }),
    }),
  );
}

async function accountabilityIn({ today, year }: Scene, town: Organ, tx: Tx, services: Services): Promise<void> {
  const asked = { organ: town.id, post: null, from: `${year}-01-01` as CalendarDate, to: today };
  const acts = await gather(tx, asked);
  const counts = countsOf(acts);
  const by = { userId: null, name: "消安委办公室（演示）", now: services.clock.now() };
  const frozen = await freeze(
    tx,
    { kind: "责任追究", subject: town.name, area: town.area, query: asked, figures: counts, ruleVersion: "1", rows: acts, demo: true },
    by,
  );
  await insertDemo(tx, services, accountability, [
    row("accountability town", town.area, {
      ...{
        what: "督导反馈的 3 个问题逾期未报整改",
        trigger: "missedRectification",
        phase: "before",
        organ: town.id,
        from: asked.from,
        to: today,
        duties: counts.duties,
        acts: counts.acts,
      },
      ...{
        snapshot: frozen.id,
        sealed: frozen.sm3,
        frozenOn: today,
        state: "opened",
        openedAt: at(today),
        lastAt: at(today),
        dueAt: endOf(addDays(today, 28)),
        repeats: 1,
      },
    }),
  ]);
}

export async function seedDemo(tx: Tx, services: Services, report: (line: string) => void): Promise<void> {
  const scene = await sceneOf(tx, services);
  const [duties, tasks, lists, pledges] = [dutiesIn(scene), tasksIn(scene), listsIn(scene), pledgesIn(scene)];
  await insertDemo(tx, services, duty, duties);
  await insertDemo(tx, services, yearTask, tasks);
  await insertDemo(tx, services, powerList, lists);
  await insertDemo(tx, services, pledge, pledges);
  await casesIn(scene, tx, services);
  const industries = await seedIndustries(scene, tx, services);
  report(
    `责任体系：${duties.length} 条职责，${tasks.length} 项年度任务，${lists.length} 份清单，${pledges.length} 份责任书，${industries.assigned} 家单位归口，${industries.rural} 条农村职责`,
  );
}
