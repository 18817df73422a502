/** A year of listing in the demonstration city: batches, plates in every state, towns with their fires, interviews, exposures and control plans. */
import { sql } from "kysely";
import { demoCityOf, demoId, insertDemo } from "#modules/ground/places/index.ts";
import type { Tx } from "#platform/db.ts";
import type { StoredRow } from "#platform/ledger/write.ts";
import type { Services } from "#platform/services.ts";
import { addDays, type CalendarDate, keyOfCode, levelOfKey, startOfDay } from "#platform/values.ts";
import { batch } from "./batch.ts";
import { exposure } from "./exposure.ts";
import { interview } from "./interview.ts";
import { controlPlan, declineTarget, progress, townFires } from "./ledgers.ts";
import { LISTING, listing } from "./listing.ts";

type Organ = { readonly id: string; readonly area: number; readonly level: string; readonly name: string };
type Town = { readonly key: number; readonly name: string };
type Scene = {
  readonly today: CalendarDate;
  readonly year: number;
  readonly city: Organ;
  readonly counties: readonly Organ[];
  readonly towns: readonly Town[];
  readonly office: string | null;
  readonly majors: readonly { readonly id: string; readonly area: number; readonly unit: string; readonly name: string }[];
  readonly units: readonly { readonly key: string; readonly name: string; readonly area: number }[];
};

/** The same small numbers every time, spread like real ones: many towns with few fires, a few with many. */
const chance = (key: string): number => Number.parseInt(demoId(key).slice(0, 6), 16) / 0xffffff;
const at = (day: string): string => new Date(startOfDay(day as CalendarDate).getTime() + 9 * 3_600_000).toISOString();
const endOf = (day: string): string => new Date(startOfDay(addDays(day as CalendarDate, 1)).getTime() - 1).toISOString();
const numbered = (kind: string, year: number, n: number): string => `${kind}${year}-${String(n).padStart(3, "0")}`;
const row = (key: string, area: number, values: Readonly<Record<string, unknown>>): StoredRow => ({
  id: demoId(key),
  area,
  demo: true,
  values,
});

async function sceneOf(tx: Tx, services: Services): Promise<Scene | undefined> {
  const today = services.clock.today();
  const organs = await sql<Organ & { kind: string }>`select id, area, level, short_name as name, kind from organizations.v_organ
    where kind in ('government', 'committee') and level in ('city', 'county') order by area, kind`.execute(tx);
  const towns = await sql<Town>`select key, name from platform.area where level = 'town' and valid_to is null order by key`.execute(tx);
  const majors = await sql<
    Scene["majors"][number]
  >`select h.id, h.area, h.unit, u.name from hazard_loop.hazard h join places.unit u on u.id = h.unit
    where h.demo and h.grade = 'major' and h.closed_at is null order by h.id`.execute(tx);
  const governments = organs.rows.filter(({ kind }) => kind === "government");
  const city = governments.find(({ level }) => level === "city") ?? governments[0];
  const demo = await demoCityOf(services);
  if (!city) return undefined;
  return {
    today,
    year: Number(today.slice(0, 4)),
    city,
    majors: majors.rows,
    counties: governments.filter(({ id }) => id !== city.id),
    towns: towns.rows,
    office: organs.rows.find(({ kind }) => kind === "committee")?.id ?? null,
    units: demo.units
      .filter(({ kind }) => ["shop", "factory", "entertainment", "warehouse", "hotel"].includes(kind))
      .map(({ key, name, area }) => ({ key, name, area: keyOfCode(area) })),
  };
}

/** Fires of two years and of this one so far. */
function firesOf({ towns, year, today }: Scene): readonly StoredRow[] {
  const passed = Number(today.slice(5, 7)) / 12;
  return towns.flatMap(({ key }) => {
    const base = 4 + Math.round(56 * chance(`fires ${key}`) ** 3);
    return [2, 1, 0].map((ago) => {
      const fires = Math.max(1, Math.round(base * (0.75 + 0.5 * chance(`fires ${key} ${ago}`)) * (ago === 0 ? passed : 1)));
      const deaths = fires > 30 && chance(`deaths ${key} ${ago}`) > 0.55 ? 1 : 0;
      return row(`town-fires ${key} ${year - ago}`, key, {
        year: year - ago,
        fires,
        fatalFires: deaths,
        deaths,
        source: "市消防救援支队火灾统计（演示）",
      });
    });
  });
}

type Plate = {
  readonly key: string;
  readonly area: number;
  readonly state: string;
  readonly listedOn: CalendarDate;
  readonly dueOn: CalendarDate;
  readonly values: Readonly<Record<string, unknown>>;
};
const lives = ["listed", "listed", "overdue", "review", "delisting", "delisted", "proposed"] as const;

function plateOf(scene: Scene, n: number, life: string, target: Readonly<Record<string, unknown>>, area: number, government: Organ): Plate {
  const { today, year, office } = scene;
  const listedOn = addDays(today, life === "overdue" ? -150 : -70 + (n % 5) * 9);
  const dueOn = addDays(listedOn, life === "overdue" ? 130 : 150);
  const approved = life !== "proposed";
  const done = life === "delisted";
  return {
    key: `listing ${n}`,
    area,
    state: life === "overdue" ? "listed" : life,
    listedOn,
    dueOn,
    values: {
      number: numbered("GP", year, n),
      year,
      level: government.level,
      government: government.id,
      proposer: office,
      turn: office,
      extensions: 0,
      extensionsMost: 1,
      timesListed: 1,
      ...target,
      ...(approved
        ? {
            documentNumber: `政办督〔${year}〕${n} 号`,
            listedOn,
            dueOn,
            firstDueOn: dueOn,
            supervisor: "分管领导（演示）",
            measures: "停用隐患部位，专人值守，限期改造",
          }
        : {}),
      ...(["review", "delisting", "delisted"].includes(life) ? { resultWords: "隐患部位已改造完成", submittedOn: addDays(today, -6) } : {}),
      ...(["delisting", "delisted"].includes(life) ? { reviewWords: "现场复查合格", reviewedOn: addDays(today, -4) } : {}),
      ...(done ? { delistNumber: `政办销〔${year}〕${n} 号`, delistedOn: addDays(today, -2), onTime: true } : {}),
    },
  };
}

function platesOf(scene: Scene): readonly Plate[] {
  const plates: Plate[] = [];
  for (const [index, county] of scene.counties.entries()) {
    const inside = scene.units.filter(({ area }) => Math.floor(area / 1e9) === Math.floor(county.area / 1e9));
    if (index % 3 === 2) continue; // a government that has none this year
    for (const [place, life] of lives.slice(index % 2, 5 + (index % 3)).entries()) {
      const unit = inside[place * 7 + 3];
      if (!unit) continue;
      const target = {
        target: "unit",
        targetKey: `unit:${demoId(unit.key)}`,
        targetName: unit.name,
        unit: demoId(unit.key),
        title: `${unit.name}火灾隐患`,
        batch: demoId(`batch ${county.id} hazardUnits`),
        reason: "安全出口、消防设施存在严重问题，整改困难",
        basis: "逾期 2 处，反复 1 处，未销号 5 处",
      };
      plates.push(plateOf(scene, plates.length + 1, life, target, unit.area, county));
    }
  }
  // Two stay without a plate: each is an alert.
  for (const { id, area, unit, name } of scene.majors.slice(0, -2)) {
    const county = scene.counties.find((each) => Math.floor(each.area / 1e9) === Math.floor(area / 1e9)) ?? scene.city;
    const target = {
      target: "hazard",
      targetKey: `hazard:${id}`,
      targetName: name,
      hazard: id,
      unit,
      title: `${name}重大火灾隐患`,
      batch: county.id === scene.city.id ? null : demoId(`batch ${county.id} majorHazards`),
      reason: "安全出口数量不足，不能立即改正",
    };
    plates.push(plateOf(scene, plates.length + 1, plates.length % 4 === 1 ? "overdue" : "listed", target, area, county));
  }
  const worst = scene.towns
    .filter(({ key }) => levelOfKey(key) === "town")
    .toSorted((a, b) => chance(`fires ${b.key}`) - chance(`fires ${a.key}`));
  for (const town of worst.slice(0, 3)) {
    const target = {
      target: "town",
      targetKey: `town:${town.key}`,
      targetName: town.name,
      title: `${town.name}火灾防控`,
      batch: demoId(`batch ${scene.city.id} towns`),
      reason: "火灾起数居全市前列",
      basis: "上年火灾起数居前 3",
    };
    plates.push(plateOf(scene, plates.length + 1, "listed", target, town.key, scene.city));
  }
  return plates;
}

const storedPlate = ({ key, area, state, listedOn, dueOn, values }: Plate): StoredRow =>
  row(key, area, {
    ...values,
    state,
    openedAt: at(addDays(listedOn, -6)),
    lastAt: at(listedOn),
    dueAt: state === "delisted" ? null : endOf(state === "proposed" ? addDays(listedOn, 2) : dueOn),
    closedAt: state === "delisted" ? at(String(values.delistedOn)) : null,
    holderOrgan: state === "proposed" || state === "delisting" ? values.government : values.turn,
    repeats: 1,
  });

function batchesOf({ counties, city, year, today }: Scene): readonly StoredRow[] {
  const of = (organ: Organ, kind: string, name: string) =>
    row(`batch ${organ.id} ${kind}`, organ.area, {
      name: `${organ.name}${year} 年${name}`,
      government: organ.id,
      level: organ.level,
      kind,
      year,
      issuedOn: addDays(today, -70),
      rectifyBy: addDays(today, 80),
      documentNumber: `政办发〔${year}〕${10 + kind.length} 号`,
      medium: "政府网站",
    });
  return [
    of(city, "towns", "重点镇街"),
    ...counties
      .filter((_, i) => i % 3 !== 2)
      .flatMap((county) => [of(county, "hazardUnits", "火灾隐患单位和区域"), of(county, "majorHazards", "重大火灾隐患单位")]),
  ];
}

function interviewsOf(scene: Scene, plates: readonly Plate[]): readonly StoredRow[] {
  const { today, year, office, city } = scene;
  const towns = plates.filter(({ values }) => values.target === "town");
  const base = { host: office ?? city.id, followUps: 0 };
  const held = towns.map((plate, n) => {
    const heldOn = addDays(today, -40 + n * 12);
    return row(`interview ${n}`, plate.area, {
      ...base,
      number: numbered("YT", year, n + 1),
      title: `${String(plate.values.targetName)}火灾起数居高`,
      kind: "one",
      subject: "town",
      listing: demoId(plate.key),
      invited: [{ who: plate.values.targetName, why: "火灾起数居前" }],
      attendees: [{ who: plate.values.targetName, attendee: "镇街负责人（演示）", post: "主要负责人", pledge: "年底前火灾起数下降两成" }],
      planOn: heldOn,
      heldOn,
      issues: "电气火灾多发，群租房整治不到位",
      minutes: "通报形势，明确措施和期限",
      dueOn: addDays(today, 50),
      nextOn: addDays(heldOn, 30),
      state: "held",
      openedAt: at(addDays(heldOn, -5)),
      lastAt: at(heldOn),
      dueAt: endOf(addDays(today, 50)),
      holderOrgan: base.host,
      repeats: 1,
    });
  });
  const group = scene.units.slice(20, 25).map(({ name }) => ({ who: name, why: "电动自行车违规充电" }));
  return [
    ...held,
    row("interview group", city.area, {
      ...base,
      number: numbered("YT", year, held.length + 1),
      title: "商场市场电动自行车违规充电",
      kind: "group",
      subject: "industry",
      invited: group,
      planOn: addDays(today, 3),
      state: "planned",
      openedAt: at(addDays(today, -2)),
      lastAt: at(today),
      dueAt: endOf(addDays(today, 3)),
      holderOrgan: base.host,
      repeats: 1,
    }),
  ];
}

function exposuresOf({ units, today, year, office }: Scene): readonly StoredRow[] {
  const states = ["shown", "shown", "proposed", "assessed"] as const;
  return units.slice(40, 44).map((unit, n) => {
    const state = states[n] ?? "proposed";
    const from = addDays(today, -20 + n * 5);
    const until = addDays(from, 90);
    const ended = state === "assessed";
    return row(`exposure ${n}`, unit.area, {
      number: numbered("BG", year, n + 1),
      unit: demoId(unit.key),
      unitName: unit.name,
      ground: n === 1 ? "repeated" : "overdue",
      facts: n === 1 ? "同一隐患一年内出现 4 次" : "逾期 30 天以上 2 处，最长 46 天",
      hazards: 2,
      content: `${unit.name}消防安全隐患逾期未改，经多次督促仍未落实整改`,
      media: ["internet", "portal"],
      showFrom: from,
      showUntil: until,
      proposer: office,
      state,
      ...(state === "proposed" ? {} : { approvedOn: from, publishedOn: from }),
      ...(ended ? { withdrawnOn: addDays(today, -3), withdrawWhy: "隐患已全部整改", effect: "公示后第 6 天全部整改" } : {}),
      openedAt: at(addDays(from, -3)),
      lastAt: at(from),
      dueAt: ended ? null : endOf(state === "proposed" ? addDays(today, 2) : until),
      closedAt: ended ? at(addDays(today, -2)) : null,
      repeats: 1,
    });
  });
}

/** Proposed and approved, as the timeline tells it. */
async function insertLines(tx: Tx, plates: readonly Plate[]): Promise<void> {
  const lines = plates.flatMap(({ key, listedOn, state }) => [
    { case_id: demoId(key), at: at(addDays(listedOn, -6)), actor_name: "消安委办公室", move: null, from_state: null, to_state: "proposed" },
    ...(state === "proposed"
      ? []
      : [{ case_id: demoId(key), at: at(listedOn), actor_name: "分管领导", move: "approve", from_state: "proposed", to_state: "listed" }]),
  ]);
  await sql`insert into platform.timeline (case_name, case_id, at, kind, actor_name, move, from_state, to_state, given)
    select ${LISTING}, x.case_id, x.at, 'person', x.actor_name, x.move, x.from_state, x.to_state, '{}'::jsonb
    from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) x (case_id uuid, at timestamptz, actor_name text, move text, from_state text, to_state text)`.execute(
    tx,
  );
}

export async function seedDemo(tx: Tx, services: Services, report: (line: string) => void): Promise<void> {
  const scene = await sceneOf(tx, services);
  if (!scene) return;
  const { year, today } = scene;
  const plates = platesOf(scene);
  await insertDemo(tx, services, batch, batchesOf(scene));
  await insertDemo(tx, services, townFires, firesOf(scene));
  await insertDemo(
    tx,
    services,
    declineTarget,
    [year - 1, year].map((each) =>
      row(`decline-target ${each}`, scene.city.area, { year: each, percent: 15, documentNumber: `政办发〔${each}〕3 号（演示）` }),
    ),
  );
  await insertDemo(tx, services, listing, plates.map(storedPlate));
  const moving = plates.filter(({ state }) => state !== "proposed");
  const reports = moving.map((plate, n) => ({ plate, percent: plate.state === "listed" ? 20 + ((n * 17) % 60) : 100 }));
  await insertDemo(
    tx,
    services,
    progress,
    reports.map(({ plate, percent }) =>
      row(`progress ${plate.key}`, plate.area, {
        listing: demoId(plate.key),
        reportedOn: addDays(today, -8),
        percent,
        done: percent === 100 ? "全部完成" : "完成设计和备料，进场施工",
        next: percent === 100 ? null : "月底前完成主体改造",
      }),
    ),
  );
  await sql`update supervision_listing.listing l set progress_percent = p.percent, last_progress_on = p.reported_on from supervision_listing.progress p where p.listing = l.id and p.demo`.execute(
    tx,
  );
  const interviews = interviewsOf(scene, plates);
  const exposures = exposuresOf(scene);
  await insertDemo(tx, services, interview, interviews);
  await insertDemo(tx, services, exposure, exposures);
  await insertDemo(
    tx,
    services,
    controlPlan,
    scene.units.slice(60, 66).map((unit, n) =>
      row(`control-plan ${n}`, unit.area, {
        name: `${unit.name}管控方案`,
        target: "unit",
        unit: demoId(unit.key),
        plan: "每日防火巡查，营业期间每两小时一次；专人值守控制室",
        leader: "分管领导（演示）",
        everyDays: 30,
        lastCheckedOn: addDays(today, -12 - n * 7),
      }),
    ),
  );
  await insertLines(tx, plates);
  await sql`update hazard_loop.hazard set listed = true where id in (select hazard from supervision_listing.listing where demo and hazard is not null and state = 'listed')`.execute(
    tx,
  );
  for (const [kind, n] of [
    ["GP", plates.length],
    ["YT", interviews.length],
    ["BG", exposures.length],
  ] as const)
    await sql`insert into supervision_listing.counter (prefix, last) values (${`${kind}${year}`}, ${n}) on conflict do nothing`.execute(tx);
  report(`挂牌督办 ${plates.length} 件，约谈 ${interviews.length} 次，曝光 ${exposures.length} 件（演示数据）`);
}
