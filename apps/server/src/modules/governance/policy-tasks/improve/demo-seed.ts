/** Measures, templates and what came of them in the demonstration city. */
import { sql } from "kysely";
import { demoId, insertDemo } from "#modules/ground/places/index.ts";
import type { Tx } from "#platform/db.ts";
import type { StoredRow } from "#platform/ledger/write.ts";
import type { Services } from "#platform/services.ts";
import { addDays, startOfDay } from "#platform/values.ts";
import { keyTask } from "../programme/key-task.ts";
import { cause, effectReview, measureTemplate, supportingMeasure, templateUse } from "./ledgers.ts";
import { PROPOSAL, proposal } from "./proposal.ts";

type Organ = { readonly id: string; readonly area: number; readonly level: string; readonly name: string };

const MEASURES = [
  ["QZ-2.1.2", "政府常务会议研究消防工作制度", "mechanism"],
  ["QZ-2.3.2", "隐患整改闭环管理办法", "document"],
  ["QZ-3.3.3", "乡镇应急消防管理站编制方案", "staff"],
  ["QZ-4.1.1", "居住出租房登记实施细则", "document"],
  ["QZ-6.2.3", "专职队经费列入年度预算", "funds"],
  ["QZ-7.3.4", "市政消火栓维修三年项目", "project"],
] as const;
const TEMPLATES = [
  {
    key: "charging",
    title: "电动自行车进楼治理",
    areaType: "urbanVillage",
    industry: "residence",
    problem: "室内充电屡禁不止",
    variants: [
      { name: "集中充电", content: "按每百户十个充电口建棚，电价同居民", fits: "有空地的村社" },
      { name: "电梯阻车", content: "电梯装识别装置，车不进楼", fits: "高层小区" },
    ],
  },
  {
    key: "shops",
    title: "沿街店铺住人清退",
    areaType: "oldTown",
    industry: "retail",
    problem: "店铺住人没有分隔",
    variants: [
      { name: "搬离", content: "限期搬离，街道提供过渡住处", fits: "只有一两人居住" },
      { name: "分隔改造", content: "实体墙分隔并开独立出口", fits: "有条件改造的店铺" },
    ],
  },
  {
    key: "village",
    title: "农村连片木结构房防火",
    areaType: "mountain",
    industry: "residence",
    problem: "木房连片、水源不足",
    variants: [
      { name: "开防火带", content: "按地形开隔离带，配手抬泵和水池", fits: "远离集镇" },
      { name: "简易喷淋", content: "利用山水高差做简易喷淋", fits: "有山塘的村" },
    ],
  },
] as const;
const KEY_TASKS = ["打通老旧小区生命通道", "高层住宅消防设施修复", "乡镇管理站达标", "消火栓完好率提升"] as const;

export async function seedImprove(tx: Tx, services: Services): Promise<void> {
  const { rows: organs } = await sql<Organ>`select id, area, level, short_name as name from organizations.v_organ
    where kind = 'government' and level in ('city', 'county') order by level, area, name`.execute(tx);
  const city = organs.find(({ level }) => level === "city") ?? organs[0];
  const counties = organs.filter(({ id }) => id !== city?.id);
  const { rows: packs } = await sql`select 1 from policy_tasks.pack_version where pack = 'QZ' limit 1`.execute(tx);
  if (!city || counties.length === 0) return;
  const today = services.clock.today();
  const year = Number(today.slice(0, 4));
  const row = (key: string, organ: Organ, values: Readonly<Record<string, unknown>>): StoredRow => ({
    id: demoId(key),
    area: organ.area,
    demo: true,
    values: { ...values, organ: organ.id },
  });
  if (packs.length > 0)
    await insertDemo(
      tx,
      services,
      supportingMeasure,
      MEASURES.flatMap(([clause, title, kind], i) =>
        counties
          .filter((_, n) => (n + i) % 3 !== 0)
          .map((county, n) =>
            row(`supporting ${clause} ${county.id}`, county, {
              pack: "QZ",
              clause,
              title: `${county.name.replace(/政府$/, "")}${title}`,
              kind,
              documentNumber: kind === "document" ? `消安〔${year}〕${n + 3} 号` : null,
              from: addDays(today, -60 - n * 9 - i),
            }),
          ),
      ),
    );
  await insertDemo(
    tx,
    services,
    measureTemplate,
    TEMPLATES.map(({ key, ...values }, i) =>
      row(`template ${key}`, i === 0 ? city : (counties[i % counties.length] ?? city), {
        ...values,
        variants: [...values.variants],
        uses: i === 2 ? 1 : 2,
        effective: i === 2 ? 0 : 1,
      }),
    ),
  );
  const uses = TEMPLATES.flatMap(({ key, variants }, i) =>
    counties.slice(i, i + (i === 2 ? 1 : 2)).map((county, n) =>
      row(`template use ${key} ${n}`, county, {
        template: demoId(`template ${key}`),
        variant: variants[n % variants.length]?.name ?? "",
        scope: n === 0 ? "两个街道先行" : "三个村社试点",
        from: addDays(today, -80 - n * 10),
        before: "46 处",
        ...(n === 0 && i < 2 ? { after: "7 处", effect: "good", judgedOn: addDays(today, -10) } : { effect: "running" }),
      }),
    ),
  );
  await insertDemo(tx, services, templateUse, uses);
  await insertDemo(
    tx,
    services,
    keyTask,
    KEY_TASKS.flatMap((title, i) => [
      row(`key task ${i} before`, city, {
        pack: "QZ",
        year: year - 1,
        title,
        target: "年底前全部完成",
        state: i < 2 ? "done" : "carried",
        ...(i < 2 ? { doneOn: `${year - 1}-12-10`, outcome: "已完成并抽查" } : {}),
      }),
      ...(i < 2
        ? []
        : [
            row(`key task ${i} now`, city, {
              pack: "QZ",
              year,
              title,
              target: "年底前全部完成",
              state: "open",
              carriedFrom: demoId(`key task ${i} before`),
            }),
          ]),
    ]),
  );
  await seedReviews(tx, services, counties);
  await insertDemo(tx, services, cause, [
    {
      id: demoId("cause passage"),
      area: city.area,
      demo: true,
      values: {
        cluster: "common#passage-blocked",
        problem: "疏散通道被占",
        cause: "duty",
        why: "物业和商户没有约定谁来清，巡查发现后没有人负责",
        settledOn: addDays(today, -20),
      },
    },
  ]);
}

/** Two counties reviewed, one change adopted because of it, another waiting. */
async function seedReviews(tx: Tx, services: Services, counties: readonly Organ[]): Promise<void> {
  const today = services.clock.today();
  const reviewed = counties.slice(0, 2);
  await insertDemo(
    tx,
    services,
    effectReview,
    reviewed.map(({ id, area }, i) => ({
      id: demoId(`effect review ${id}`),
      area,
      demo: true,
      values: {
        pack: "QZ",
        reviewedOn: addDays(today, -25),
        grade: i === 0 ? "fair" : "good",
        conclusion: i === 0 ? "管理站在岗人数不足，夜间巡查没有人接" : "隐患闭环快，经验可供其他县参考",
        owed: 230,
        met: i === 0 ? 129 : 168,
        overdue: i === 0 ? 14 : 6,
        percent: i === 0 ? 56 : 73,
        tasksTotal: 12,
        tasksDone: i === 0 ? 7 : 11,
      },
    })),
  );
  const [first, second] = reviewed;
  if (!first || !second) return;
  const at = (days: number) => new Date(startOfDay(addDays(today, days)).getTime() + 9 * 3_600_000).toISOString();
  const asked = (key: string, values: Readonly<Record<string, unknown>>): StoredRow => ({
    id: demoId(`proposal ${key}`),
    area: first.area,
    demo: true,
    values: { pack: "QZ", review: demoId(`effect review ${first.id}`), openedAt: at(-20), lastAt: at(-20), repeats: 1, ...values },
  });
  const rows = [
    asked("shifts", {
      title: "夜间巡查改为两镇联值",
      kind: "workflow",
      subject: "管理站夜间巡查流程",
      nowIs: "各镇自行安排夜间巡查",
      shouldBe: "相邻两镇轮流值夜，交接记在平台",
      reason: "单个站人手不够，夜间警情无人到场",
      state: "adopted",
      versionNumber: 1,
      decidedOn: addDays(today, -12),
      decidedWhy: "同意，先行三个月",
      effectiveOn: addDays(today, -5),
      closedAt: at(-12),
    }),
    asked("weight", {
      title: "提高在岗人数的考核权重",
      kind: "weight",
      subject: "乡镇考核 组织建设",
      nowIs: "15 分",
      shouldBe: "20 分",
      reason: "在岗人数与到场时间关系最大",
      state: "proposed",
      dueAt: at(4),
    }),
  ];
  await insertDemo(tx, services, proposal, rows);
  await sql`insert into platform.timeline (case_name, case_id, at, kind, actor_name, move, from_state, to_state, given)
    select ${PROPOSAL}, x.id, ${at(-20)}::timestamptz, 'person', '消安办（演示）', null, null, 'proposed', '{}'::jsonb
    from jsonb_to_recordset(${JSON.stringify(rows.map(({ id }) => ({ id })))}::jsonb) x (id uuid)`.execute(tx);
}
