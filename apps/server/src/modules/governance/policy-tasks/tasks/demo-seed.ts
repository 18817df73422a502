/** Tasks of the demonstration city beside those its meetings raise: a programme with stages, findings, a pilot, practices and who took them over. */
import { sql } from "kysely";
import { demoId, insertDemo } from "#modules/ground/places/index.ts";
import type { Tx } from "#platform/db.ts";
import type { StoredRow } from "#platform/ledger/write.ts";
import type { Services } from "#platform/services.ts";
import { addDays, type CalendarDate, startOfDay } from "#platform/values.ts";
import { adoption, finding, pilot, practice, progress } from "./ledgers.ts";
import { milestone, programme, stage } from "./programme.ts";
import { nextTaskNumber } from "./store.ts";
import { TASK, task } from "./task.ts";

type Organ = { readonly id: string; readonly area: number; readonly kind: string; readonly level: string; readonly name: string };
const row = (key: string, area: number, values: Readonly<Record<string, unknown>>): StoredRow => ({
  id: demoId(key),
  area,
  demo: true,
  values,
});
const at = (day: string, hour = 9): string => new Date(startOfDay(day as CalendarDate).getTime() + hour * 3_600_000).toISOString();
const endOf = (day: string): string => new Date(startOfDay(addDays(day as CalendarDate, 1)).getTime() - 1).toISOString();

async function organsOf(tx: Tx): Promise<readonly Organ[]> {
  const { rows } = await sql<Organ>`select id, area, kind, level, short_name as name from organizations.v_organ
    where (kind = 'government' and level in ('city', 'county')) or (kind = 'committee' and level = 'city') or (kind in ('emergency', 'housing') and level = 'city')
    order by area, kind, name desc`.execute(tx);
  return rows;
}

type Life = "doing" | "checking" | "done" | "late" | "toSign";

export async function seedTasks(tx: Tx, services: Services): Promise<void> {
  const organs = await organsOf(tx);
  const city =
    organs.find(({ kind, level }) => kind === "government" && level === "city") ?? organs.find(({ kind }) => kind === "government");
  if (!city) return;
  const today = services.clock.today();
  const year = Number(today.slice(0, 4));
  const counties = organs.filter(({ kind, id }) => kind === "government" && id !== city.id);
  const office = organs.find(({ kind, name }) => kind === "committee" && name.endsWith("办")) ?? city;
  const programmeId = demoId("programme street shops");
  await insertDemo(tx, services, programme, [
    row("programme street shops", city.area, {
      name: `${year} 年沿街居住店铺专项整治`,
      kind: "programme",
      government: city.id,
      chief: "市长（演示）",
      deputy: "副市长（演示）",
      from: `${year}-03-01`,
      to: `${year}-12-31`,
      basis: "市消安委年度工作要点（演示）",
      goals: [{ name: "违规住人店铺清零", target: "100 %" }],
      groups: [{ name: "排查组", lead: "市应急管理局" }],
      content: "镇街排查、部门核查、限期搬离",
      documentNumber: `衢消安〔${year}〕3 号`,
      issuedOn: `${year}-03-01`,
    }),
    row("programme plan", city.area, {
      name: `${year} 年消防工作计划`,
      kind: "plan",
      government: city.id,
      from: `${year}-01-01`,
      to: `${year}-12-31`,
    }),
  ]);
  const spans = [
    ["排查摸底", `${year}-03-01`, `${year}-05-31`],
    ["集中整治", `${year}-06-01`, `${year}-10-31`],
    ["巩固提升", `${year}-11-01`, `${year}-12-31`],
  ] as const;
  await insertDemo(
    tx,
    services,
    stage,
    spans.map(([name, from, to], n) =>
      row(`stage ${n}`, city.area, { programme: programmeId, ord: n + 1, name, from, to, goal: `${name}全部完成` }),
    ),
  );
  await insertDemo(tx, services, milestone, [
    row("milestone 0", city.area, { stage: demoId("stage 0"), name: "印发方案", dueOn: `${year}-03-10`, doneOn: `${year}-03-01` }),
    row("milestone 1", city.area, { stage: demoId("stage 0"), name: "排查清单入库", dueOn: `${year}-05-31` }),
  ]);
  await seedFindings(tx, services, city, counties, today);
  const lives: readonly Life[] = ["done", "doing", "checking", "late", "done", "toSign"];
  const rows: StoredRow[] = [];
  const lines: object[] = [];
  for (const [n, county] of counties.entries()) {
    const life = lives[n % lives.length] ?? "doing";
    const given = addDays(today, -40);
    const dueOn = addDays(today, life === "late" ? -6 : life === "done" ? -5 : 20);
    const number = await nextTaskNumber(tx, today);
    const done = life === "done";
    const state = life === "late" ? "doing" : life;
    rows.push(
      row(`task shops ${county.id}`, county.area, {
        number,
        title: "排查沿街居住店铺并入库",
        content: "逐户排查，住人的登记并限期搬离",
        lead: county.id,
        owner: "分管负责人（演示）",
        dueOn,
        output: "排查清单",
        assigner: office.id,
        sourceKind: n % 2 === 0 ? "plan" : "table",
        clause: "QZ-4.1.1",
        pack: "QZ",
        stage: demoId("stage 0"),
        tag: "bottom",
        side: "government",
        extensions: 0,
        passed: 0,
        ...(state === "toSign"
          ? {}
          : { progressPercent: done || state === "checking" ? 100 : 40 + n * 7, lastProgressOn: addDays(today, -4) }),
        ...(done || state === "checking" ? { result: "排查完毕，清单已入库", submittedOn: addDays(today, -7) } : {}),
        ...(done ? { finishedOn: addDays(today, -5), onTime: true } : {}),
        state,
        openedAt: at(given),
        lastAt: at(given),
        dueAt: done ? null : endOf(state === "toSign" ? addDays(today, 1) : state === "checking" ? addDays(today, 3) : dueOn),
        closedAt: done ? at(addDays(today, -5)) : null,
        holderOrgan: state === "checking" ? office.id : county.id,
        repeats: 1,
      }),
    );
    lines.push({
      case_id: demoId(`task shops ${county.id}`),
      at: at(given),
      actor_name: "市消安办",
      move: null,
      from_state: null,
      to_state: "toSign",
    });
    if (state !== "toSign")
      lines.push({
        case_id: demoId(`task shops ${county.id}`),
        at: at(addDays(given, 1)),
        actor_name: county.name,
        move: "sign",
        from_state: "toSign",
        to_state: "doing",
      });
  }
  await insertDemo(tx, services, task, rows);
  await sql`insert into platform.timeline (case_name, case_id, at, kind, actor_name, move, from_state, to_state, given)
    select ${TASK}, x.case_id, x.at, 'person', x.actor_name, x.move, x.from_state, x.to_state, '{}'::jsonb
    from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) x (case_id uuid, at timestamptz, actor_name text, move text, from_state text, to_state text)`.execute(
    tx,
  );
  await insertDemo(
    tx,
    services,
    progress,
    rows
      .filter(({ values }) => values.state === "doing")
      .map(({ id, area, values }) =>
        row(`progress ${id}`, area, { task: id, reportedOn: addDays(today, -4), percent: values.progressPercent, done: "镇街已排查过半" }),
      ),
  );
}

async function seedFindings(tx: Tx, services: Services, city: Organ, counties: readonly Organ[], today: CalendarDate): Promise<void> {
  const found = [
    ["沿街店铺住人与经营没有分隔", "place", 2],
    ["老旧小区消防车通道被占", "place", 1],
    ["镇街消防力量不足，巡查靠兼职", "mechanism", 1],
    ["电动自行车室内充电屡禁不止", "common", 0],
  ] as const;
  await insertDemo(
    tx,
    services,
    finding,
    found.map(([title, kind, measures], n) =>
      row(`finding ${n}`, counties[n % Math.max(1, counties.length)]?.area ?? city.area, {
        title,
        kind,
        survey: "城市火灾高风险专项调研（演示）",
        foundOn: addDays(today, -90 + n * 6),
        surveyor: "调研组（演示）",
        cause: "管理责任没有压到户",
        measures,
      }),
    ),
  );
  const [first, second, third] = counties;
  if (!first || !second || !third) return;
  await insertDemo(tx, services, pilot, [
    row("pilot shops", first.area, {
      name: "店铺住人“一铺一码”试点",
      organ: first.id,
      programme: demoId("programme street shops"),
      scope: "两个街道 320 家店铺",
      method: "扫码登记居住情况，网格员每周核对",
      from: addDays(today, -120),
      to: addDays(today, -20),
      indicators: [{ name: "违规住人", before: "46 家", after: "5 家" }],
      result: "spread",
      evaluation: "成效明显，成本低",
      evaluatedOn: addDays(today, -15),
    }),
  ]);
  await insertDemo(tx, services, practice, [
    row("practice shops", first.area, {
      title: "沿街店铺“一铺一码”",
      topic: "hazard",
      origin: "pilot",
      pilot: demoId("pilot shops"),
      organ: first.id,
      writtenOn: addDays(today, -12),
      summary: "扫码登记、网格核对、限期搬离三步走",
      effect: "试点街道违规住人由 46 家降到 5 家",
      fits: "城区沿街店铺集中的街道",
      reviewed: "可在全市推广",
      recommended: true,
      recommendedOn: addDays(today, -8),
      adoptions: 1,
    }),
    row("practice ab", second.area, {
      title: "镇街消防专职 AB 岗",
      topic: "grassroots",
      origin: "summary",
      organ: second.id,
      writtenOn: addDays(today, -30),
      summary: "两人互为备岗，节假日不断线",
      recommended: false,
      adoptions: 0,
    }),
  ]);
  await insertDemo(tx, services, adoption, [
    row("adoption shops", third.area, {
      practice: demoId("practice shops"),
      organ: third.id,
      adoptedOn: addDays(today, -3),
      way: "在 3 个镇街先行采用",
    }),
  ]);
}
