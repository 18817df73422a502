/** What the demonstration city has of enforcement: offices with marks, cases at each step, a sealed place, tickets, projects. All invented. */
import { sql } from "kysely";
import { demoCityOf, demoId, insertDemo } from "#modules/ground/places/index.ts";
import { asWorker, type Tx } from "#platform/db.ts";
import type { StoredRow } from "#platform/ledger/write.ts";
import type { Services } from "#platform/services.ts";
import { addDays, type CalendarDate, keyOfCode, startOfDay } from "#platform/values.ts";
import { project, projectCheck, projectIssue, review } from "./construction/cases.ts";
import { office } from "./documents/office.ts";
import { handOver, jointAction, jointFinding, jointPart } from "./joint/cases.ts";
import { hotWork } from "./joint/hot-work.ts";
import { productCheck, productHolding } from "./joint/products.ts";
import { officer } from "./penalty/ledgers.ts";
import { penalty } from "./penalty/penalty.ts";
import { seal } from "./sealing/cases.ts";

type Organ = { readonly id: string; readonly name: string; readonly area: number; readonly kind: string; readonly level: string };
type Powers = readonly string[];

const POWERS: Readonly<Record<string, readonly [mark: string, powers: Powers]>> = {
  "fire-brigade": ["消", ["inspection", "penalty", "sealing"]],
  housing: ["建", ["construction"]],
  "urban-management": ["综执", ["penalty"]],
  market: ["市监", ["product"]],
  committee: ["消安", ["inspection"]],
  "public-security": ["公", ["penalty"]],
};

/** 衢柯消: the city's first sign, the county's first, the organ's word; a sign more where two would be alike. */
export function marksOf(organs: readonly Organ[], cityName: string): ReadonlyMap<string, string> {
  const taken = new Set<string>();
  const marks = new Map<string, string>();
  for (const organ of organs) {
    const word = POWERS[organ.kind]?.[0] ?? "";
    const own = organ.level === "city" ? "" : organ.name.replace(/[^\u4e00-\u9fff]/g, "");
    for (let signs = organ.level === "city" ? 0 : 1; signs <= 4; signs += 1) {
      const mark = `${cityName[0] ?? ""}${own.slice(0, signs)}${word}`;
      if (taken.has(mark) || mark.length < 2) continue;
      taken.add(mark);
      marks.set(organ.id, mark);
      break;
    }
  }
  return marks;
}

async function organsOf(tx: Tx): Promise<readonly Organ[]> {
  const { rows } = await sql<Organ>`select id, name, area, kind, level from organizations.organ
    where kind = any(${Object.keys(POWERS)}::text[]) and level in ('city', 'county') and deleted_at is null order by level, sort, id`.execute(
    tx,
  );
  return rows;
}

export async function seedDemo(tx: Tx, services: Services, report: (line: string) => void): Promise<void> {
  const organs = await organsOf(tx);
  const today = services.clock.today();
  const marks = marksOf(organs, services.city.name);
  const offices = organs.flatMap(({ id, area, kind }): StoredRow[] => {
    const mark = marks.get(id);
    const powers = POWERS[kind]?.[1];
    return mark && powers
      ? [{ id: demoId(`office ${id}`), area, demo: true, values: { organ: id, mark, powers, from: "2020-01-01", town: false } }]
      : [];
  });
  await insertDemo(tx, services, office, offices);
  const cases = await casesOf(services, organs, today);
  for (const [ledger, rows] of cases) await insertDemo(tx, services, ledger, rows);
  report(
    `执法机关 ${offices.length} 个，处罚、查封、联合执法、审验等 ${cases.reduce((sum, [, rows]) => sum + rows.length, 0)} 条（演示数据）`,
  );
}

type Rows = readonly (readonly [{ readonly name: string }, readonly StoredRow[]])[];

/** `officers`: the two who handle penalties and seals; without them, what needs no officers. */
async function casesOf(
  services: Services,
  organs: readonly Organ[],
  today: CalendarDate,
  officers?: readonly [string, string],
): Promise<Rows> {
  const marks = marksOf(organs, services.city.name);
  const city = await demoCityOf(services);
  const county = (code: string) => Math.floor(keyOfCode(code) / 1e9) * 1e9;
  const organOf = (kind: string, area: number) =>
    organs.find((organ) => organ.kind === kind && organ.area === area) ?? organs.find((organ) => organ.kind === kind);
  const units = city.units.slice(0, 24);
  const row = (key: string, area: number, values: object): StoredRow => ({
    id: demoId(`enforcement ${key}`),
    area,
    demo: true,
    values: { ...values },
  });
  const opened = (days: number) => startOfDay(addDays(today, -days)).toISOString();
  const placed = (unit: (typeof units)[number]) => ("lon" in unit ? { lon: unit.lon, lat: unit.lat, datum: "wgs84" } : {});
  const acts = ["exit-blocked", "facility-fault", "lane-occupied", "hazard-not-cleared", "facility-stopped", "mixed-use"] as const;
  const states = ["filed", "investigated", "noticed", "decided", "executing", "closed", "closed", "closed"] as const;

  const penalties = units.slice(0, 16).map((unit, i) => {
    const area = keyOfCode(unit.area);
    const brigade = organOf("fire-brigade", county(unit.area));
    const state = states[i % states.length] ?? "filed";
    const age = 10 + i * 7;
    const far = states.indexOf(state);
    const filedOn = addDays(today, -age);
    return row(`penalty ${i}`, area, {
      number: `${marks.get(brigade?.id ?? "") ?? "消"}立〔${filedOn.slice(0, 4)}〕第${String(900 + i)}号`,
      party: unit.name,
      partyKind: "unit",
      unit: demoId(unit.key),
      act: acts[i % acts.length],
      origin: i % 2 === 0 ? "inspection" : "hazard",
      conduct: "检查发现消防违法行为，经责令改正逾期未改。",
      conductOn: addDays(filedOn, -2),
      officerOne: officers?.[0],
      officerTwo: officers?.[1],
      earlier: i % 5 === 0 ? 1 : 0,
      filedOn,
      decideBy: addDays(filedOn, 90),
      article: far >= 1 ? "PEN-60" : null,
      kinds: far >= 1 ? ["fine"] : null,
      fineYuan: far >= 1 ? 5_000 + (i % 4) * 3_000 : null,
      evidenceWords: far >= 1 ? "现场检查记录、照片" : null,
      discretion: far >= 1 ? "一般情节" : null,
      noticeOn: far >= 2 ? addDays(filedOn, 4) : null,
      hearingRight: far >= 2 ? true : null,
      hearingBy: far >= 2 ? addDays(filedOn, 11) : null,
      decidedOn: far >= 3 ? addDays(filedOn, 9) : null,
      publishBy: far >= 3 ? addDays(filedOn, 20) : null,
      servedOn: far >= 4 ? addDays(filedOn, 10) : null,
      payBy: far >= 4 ? addDays(today, 5 - (i % 3) * 4) : null,
      paidYuan: state === "closed" ? 5_000 + (i % 4) * 3_000 : null,
      publishedOn: state === "closed" ? addDays(filedOn, 14) : null,
      state,
      openedAt: opened(age),
      lastAt: opened(age),
      closedAt: state === "closed" ? opened(Math.max(0, age - 30)) : null,
      dueAt: state === "closed" ? null : startOfDay(addDays(today, 3 + i)).toISOString(),
      holderOrgan: brigade?.id ?? null,
      ...placed(unit),
    });
  });

  const sealedUnits = units.slice(16, 19);
  const seals = sealedUnits.map((unit, i) =>
    row(`seal ${i}`, keyOfCode(unit.area), {
      unit: demoId(unit.key),
      party: unit.name,
      placeWords: ["二层营业厅", "地下一层仓库", "三层网吧"][i],
      circumstance: (["exits", "facilities", "decoration"] as const)[i],
      facts: "不及时消除可能严重威胁公共安全。",
      checkedOn: addDays(today, -9 - i),
      officerOne: officers?.[0],
      officerTwo: officers?.[1],
      collectiveOn: addDays(today, -8 - i),
      collectiveRecord: "集体研究，一致同意。",
      sealFrom: addDays(today, -7 - i),
      sealUntil: addDays(today, 22 - i),
      sealedAt: opened(7 + i),
      state: i === 2 ? "liftAsked" : "sealed",
      openedAt: opened(9 + i),
      lastAt: opened(9 + i),
      dueAt: startOfDay(addDays(today, i === 2 ? 2 : 22 - i)).toISOString(),
      holderOrgan: organOf("fire-brigade", county(unit.area))?.id ?? null,
      ...placed(unit),
    }),
  );

  if (officers)
    return [
      [penalty, penalties],
      [seal, seals],
    ];
  const first = units[0];
  if (!first) return [];
  const area = county(first.area);
  const brigade = organOf("fire-brigade", area);
  const team = organOf("urban-management", area);
  const police = organOf("public-security", area);
  const housing = organOf("housing", area);
  const market = organOf("market", area);
  const action = demoId("enforcement joint 0");
  const nearby = units.filter((unit) => county(unit.area) === area);
  return [
    [
      jointAction,
      [
        row("joint 0", area, {
          name: "沿街商铺夜间联合检查",
          lead: brigade?.id,
          heldOn: addDays(today, -6),
          purpose: "疏散通道、违规住人、电气焊作业",
          state: "running",
          openedAt: opened(12),
          lastAt: opened(6),
          dueAt: startOfDay(addDays(today, 1)).toISOString(),
          holderOrgan: brigade?.id,
        }),
      ],
    ],
    [
      jointPart,
      [
        row("part 0", area, { action, organ: brigade?.id, role: "lead", task: "消防设施与疏散", people: 6 }),
        row("part 1", area, { action, organ: police?.id, role: "police", task: "违规住人与人员登记", people: 4 }),
        row("part 2", area, { action, organ: team?.id, role: "order", task: "占道与通道障碍", people: 4 }),
      ],
    ],
    [
      jointFinding,
      nearby.slice(1, 4).map((unit, i) =>
        row(`finding ${i}`, keyOfCode(unit.area), {
          action,
          unit: demoId(unit.key),
          target: unit.name,
          organ: [brigade, team, police][i]?.id,
          checkedOn: addDays(today, -6),
          found: ["应急照明损坏 2 处", "门前占用消防车通道", "未发现问题"][i],
          problems: [2, 1, 0][i],
          done: [["order"], ["penalty"], ["none"]][i],
          fineYuan: i === 1 ? 500 : null,
        }),
      ),
    ],
    [
      handOver,
      [
        row("hand-over 0", keyOfCode(first.area), {
          what: "商铺内违规住人",
          unit: demoId(first.key),
          where: "一层东侧",
          act: "mixed-use",
          foundBy: brigade?.id,
          foundOn: addDays(today, -4),
          toOrgan: team?.id,
          dueOn: addDays(today, 6),
          state: "taken",
          openedAt: opened(4),
          lastAt: opened(4),
          dueAt: startOfDay(addDays(today, 7)).toISOString(),
          holderOrgan: team?.id,
          repeats: 1,
        }),
      ],
    ],
    [
      hotWork,
      units.slice(4, 8).map((unit, i) =>
        row(`hot-work ${i}`, keyOfCode(unit.area), {
          unit: demoId(unit.key),
          where: ["屋面风管", "地下车库管道", "厨房排烟罩", "外立面钢架"][i],
          kind: "welding",
          worker: ["周建平", "吴国强", "徐志明", "何建军"][i],
          certificate: `T3308${String(2_026_000 + i)}`,
          certificateUntil: addDays(today, 300),
          guard: "姜卫东",
          measures: "清理周边可燃物，配两具灭火器，作业后留守三十分钟",
          cleared: true,
          from: startOfDay(addDays(today, i - 2)).toISOString(),
          until: new Date(startOfDay(addDays(today, i - 2)).getTime() + 18 * 3_600_000).toISOString(),
          approvedBy: "王建军",
          ...placed(unit),
        }),
      ),
    ],
    [
      productCheck,
      [
        row("product 0", area, {
          product: "extinguisher",
          model: "MFZ/ABC4",
          maker: "某消防器材有限公司",
          batch: "20250611",
          seller: "上街五金店",
          checkedOn: addDays(today, -20),
          organ: market?.id,
          sampled: 4,
          result: "fail",
          failed: "灭火剂主要组分含量不足",
          recall: "recall",
        }),
        row("product 1", area, {
          product: "emergencyLight",
          model: "BLZD-1LROE",
          maker: "某照明电器厂",
          batch: "20250903",
          seller: "消防器材经营部",
          checkedOn: addDays(today, -15),
          organ: market?.id,
          sampled: 3,
          result: "pass",
        }),
      ],
    ],
    [
      productHolding,
      units.slice(0, 3).map((unit, i) =>
        row(`holding ${i}`, keyOfCode(unit.area), {
          unit: demoId(unit.key),
          product: "extinguisher",
          maker: "某消防器材有限公司",
          batch: i === 2 ? "20250612" : "20250611",
          quantity: 8 + i,
          boughtOn: addDays(today, -200),
        }),
      ),
    ],
    ...construction(row, { area, units, today, opened, housing: housing?.id ?? null, team: team?.id ?? null }),
  ];
}

type Site = {
  readonly area: number;
  readonly units: readonly { readonly key: string; readonly area: string; readonly name: string; readonly address: string }[];
  readonly today: CalendarDate;
  readonly opened: (days: number) => string;
  readonly housing: string | null;
  readonly team: string | null;
};

function construction(row: (key: string, area: number, values: object) => StoredRow, { area, today, opened, housing, team }: Site): Rows {
  const names = ["新城综合楼", "城东物流仓库", "南湖路酒店内装修", "开发区厂房扩建"] as const;
  const states = ["accepted", "designed", "none", "none"] as const;
  const projects = names.map((name, i) =>
    row(`project ${i}`, area, {
      name,
      code: `2025-330800-${String(47_010 + i)}`,
      kind: (["new", "new", "fitOut", "extension"] as const)[i],
      special: i !== 3,
      use: (["办公", "仓储", "宾馆", "厂房"] as const)[i],
      areaM2: [18_600, 9_200, 3_400, 6_800][i],
      floors: [11, 1, 6, 2][i],
      heightM: [46, 12, 22, 11][i],
      address: "开发区",
      owner: `${name}建设单位`,
      startedOn: addDays(today, -300 + i * 40),
      inUse: i === 0 || i === 2,
      review: states[i],
      reviewedOn: i < 2 ? addDays(today, -30) : null,
    }),
  );
  const head = (days: number) => ({ openedAt: opened(days), lastAt: opened(days) });
  return [
    [project, projects],
    [
      review,
      [
        row("review 0", area, {
          title: "消防验收 城东物流",
          project: demoId("enforcement project 1"),
          kind: "acceptance",
          applicant: "城东物流",
          appliedOn: addDays(today, -6),
          organ: housing,
          acceptedOn: addDays(today, -4),
          decideBy: addDays(today, 14),
          state: "accepted",
          dueAt: startOfDay(addDays(today, 15)).toISOString(),
          holderOrgan: housing,
          ...head(6),
        }),
      ],
    ],
    [
      projectIssue,
      [
        row("issue 0", area, {
          project: demoId("enforcement project 2"),
          what: "未经消防验收投入使用",
          kind: "unacceptedUse",
          foundBy: housing,
          foundOn: addDays(today, -8),
          toOrgan: team,
          dueOn: addDays(today, 12),
          state: "taken",
          dueAt: startOfDay(addDays(today, 13)).toISOString(),
          holderOrgan: team,
          ...head(8),
        }),
      ],
    ],
    [
      projectCheck,
      [
        row("project-check 0", area, {
          project: demoId("enforcement project 2"),
          subject: "未验收投入使用核查",
          organ: housing,
          plannedOn: addDays(today, -9),
          doneOn: addDays(today, -8),
          unreviewed: true,
          found: 2,
        }),
        row("project-check 1", area, {
          project: demoId("enforcement project 3"),
          subject: "未审先建核查",
          organ: housing,
          plannedOn: addDays(today, 4),
          unreviewed: true,
        }),
      ],
    ],
  ];
}

/** The cast exists only after the seeds ran: its inspectors get their certificates, and their cases, when the demonstration first starts. */
export async function certifyDemoOfficers(services: Services): Promise<void> {
  if (services.config.seed !== "demo") return;
  await asWorker(services.db, async (tx) => {
    type Person = { readonly id: string; readonly area: number; readonly organ: string | null; readonly role: string };
    const { rows } =
      await sql<Person>`select u.id, u.area, u.organ, p.role from identity.user u join identity.posting p on p.user_id = u.id and p.role in ('inspector', 'street-clerk')
      where u.demo and u.deleted_at is null and not exists (select 1 from enforcement.officer o where o.person = u.id) order by u.id`.execute(
        tx,
      );
    if (rows.length === 0) return;
    const today = services.clock.today();
    const validity = {
      issuedOn: addDays(today, -900),
      validUntil: addDays(today, 900),
      trainedOn: addDays(today, -60),
      trainedHours: 40,
      examPassed: true,
    };
    const certificates = rows.map(({ id, area, organ }) => ({
      id: demoId(`certificate ${id}`),
      area,
      demo: true,
      values: { person: id, certificate: `浙H${id.slice(-6).toUpperCase()}`, organ, ...validity },
    }));
    await insertDemo(tx, services, officer, certificates);
    const [one, two] = rows.filter(({ role }) => role === "inspector");
    if (!one || !two) return;
    for (const [ledger, each] of await casesOf(services, await organsOf(tx), today, [one.id, two.id]))
      await insertDemo(tx, services, ledger, each);
  });
}
