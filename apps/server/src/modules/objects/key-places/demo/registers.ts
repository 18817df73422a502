/** Invents the registers of the demonstration city, the same every time: plain rows at real units' places. */
import { createRandom } from "#modules/ground/places/index.ts";
import { addDays, type CalendarDate } from "#platform/values.ts";
import { areaProblems } from "../registers/urban-village.ts";

export type DemoPlace = {
  readonly key: string;
  readonly area: string;
  readonly lon: number;
  readonly lat: number;
  readonly name: string;
  readonly address: string;
};
export type DemoRow = {
  readonly ledger: string;
  readonly key: string;
  readonly at: DemoPlace;
  readonly values: Readonly<Record<string, unknown>>;
  /** Fields that hold the key of another row of this file. */
  readonly refs?: readonly string[];
};

const surnames = ["徐", "方", "余", "郑", "周", "姜", "毛", "叶", "吴", "何"];
const given = ["建华", "丽萍", "国庆", "小英", "志强", "美芳", "永良", "秀珍"];

export function demoRegisters(places: readonly DemoPlace[], organ: string, today: CalendarDate): readonly DemoRow[] {
  const random = createRandom(47_001);
  const { int, pick, chance } = random;
  const rows: DemoRow[] = [];
  const add = (ledger: string, key: string, at: DemoPlace, values: DemoRow["values"], refs?: readonly string[]) =>
    void rows.push({ ledger, key, at, values, ...(refs ? { refs } : {}) });
  const some = <T>(list: readonly T[], most: number): readonly T[] => random.shuffled(list).slice(0, int(1, most));
  const person = (): string => pick(surnames) + pick(given);
  const phone = (): string => `1${pick(["38", "39", "57"])}0000${String(int(1_000, 9_999))}`;
  const ago = (days: number): CalendarDate => addDays(today, -days);
  const outline = ({ lon, lat }: DemoPlace, size = 0.002): string => {
    const at = (x: number, y: number) => [Math.round((lon + x * size) * 1e5) / 1e5, Math.round((lat + y * size) * 1e5) / 1e5];
    return JSON.stringify({ type: "Polygon", coordinates: [[at(-1, -0.7), at(1, -0.8), at(1.1, 0.7), at(-0.9, 0.8), at(-1, -0.7)]] });
  };

  const problems = Object.keys(areaProblems);
  for (let i = 0; i < 8; i++) {
    const at = pick(places);
    const key = `urban-village ${i}`;
    const name = `${pick(["石家", "严家", "下张", "新桥", "上余", "坑西", "浮石", "礼贤"])}${i < 4 ? "城中村" : "村片区"}`;
    add("key-places.urban-village", key, at, {
      name,
      outline: outline(at),
      buildings: int(60, 400),
      households: int(100, 900),
      residents: int(300, 3_000),
      problems: some(problems, 4),
      measures: "打通消防通道，拆除违法搭建，增设消火栓和集中充电点",
      lead: organ,
      status: pick(["listed", "working", "working", "watched"]),
      finishBy: addDays(today, int(-20, 160)),
    });
    for (let j = 0; j < 24; j++) {
      const done = chance(0.45);
      add(
        "key-places.village-house",
        `${key} house ${j}`,
        { ...at, lon: at.lon + (random.next() - 0.5) * 0.003, lat: at.lat + (random.next() - 0.5) * 0.002 },
        {
          village: key,
          name: `${name} ${j + 1} 号`,
          address: `${name} ${j + 1} 号`,
          kind: pick(["own", "rental", "rental", "group", "mixed", "illegal", "shop"]),
          floors: int(1, 5),
          households: int(1, 9),
          problems: some(problems, 3),
          ...(done
            ? { outcome: pick(["rectified", "rectified", "demolished", "relocated"]), outcomeOn: ago(int(1, 90)), measures: "限期整改" }
            : {}),
        },
        ["village"],
      );
    }
  }
  for (let i = 0; i < 120; i++) {
    const at = pick(places);
    const key = `rental-house ${i}`;
    const done = () => chance(0.8);
    add("key-places.rental-house", key, at, {
      name: `${at.address.slice(0, 40)} 出租房 ${i + 1}`,
      address: at.address,
      owner: person(),
      ownerPhone: phone(),
      tenants: int(1, 28),
      rooms: int(1, 12),
      structure: pick(["concrete", "brick", "brick", "timber", "other"]),
      floors: int(1, 6),
      facilities: some(["extinguisher", "detector", "light", "escape", "hose"], 4),
      charging: pick(["outside", "none", "inside", "stairs"]),
      riskGrade: pick(["high", "medium", "medium", "low", "low"]),
      registered: true,
      equipped: done(),
      structureChecked: done(),
      patrolled: done(),
      rectified: done(),
      educated: done(),
      ...(chance(0.9) ? { lastPatrolOn: ago(int(0, 45)), lastProblems: int(0, 3) } : {}),
    });
    if (i % 3 === 0)
      add(
        "key-places.rental-patrol",
        `${key} patrol`,
        at,
        {
          house: key,
          patrolledOn: ago(int(1, 30)),
          by: person(),
          problems: int(0, 3),
          foundWords: "楼道已清理，灭火器有效",
          educated: true,
        },
        ["house"],
      );
  }
  for (let i = 0; i < 60; i++) {
    const at = pick(places);
    const inForce = chance(0.7);
    const renewal = pick(["estate", "estate", "shanty", "plan", "none"]);
    add("key-places.old-place", `old-place ${i}`, at, {
      name: `${at.address.replace(/\d.*$/, "").trim()}老旧${pick(["小区", "市场", "厂房", "写字楼"])} ${i + 1}`,
      kind: pick(["estate", "shanty", "market", "factory", "office", "other"]),
      address: at.address,
      builtYear: int(1968, 1998),
      residents: int(40, 1_800),
      grade: pick(["red", "orange", "yellow", "yellow", "blue"]),
      ...(inForce ? { inForce: true, inForceOn: ago(int(10, 300)) } : {}),
      renewal,
      ...(renewal === "none"
        ? {}
        : {
            renewalProject: "2026 年城镇老旧小区改造",
            renewalBy: addDays(today, int(10, 300)),
            works: some(["hydrant", "detector", "lane", "wiring", "charging"], 3),
            worksDone: chance(0.4),
          }),
    });
  }
  for (let i = 0; i < 4; i++) {
    const at = pick(places);
    add("key-places.large-mall", `large-mall ${i}`, at, {
      name: `${pick(["吾悦", "万达", "东方", "水亭门"])}商业综合体 ${i + 1}`,
      address: at.address,
      areaM2: int(52_000, 180_000),
      tenants: int(120, 460),
      owners: int(1, 6),
      oneManager: i !== 3,
      brigade: int(6, 18),
      openFlame: true,
      atrium: true,
      undergroundM2: int(8_000, 40_000),
      selfCheckOn: ago(int(2, 60)),
    });
  }
  return [...rows, ...others(places, organ, today, random)];
}

/** Districts, zones, events, and the countryside. */
function others(
  places: readonly DemoPlace[],
  organ: string,
  today: CalendarDate,
  { int, pick, chance, next }: ReturnType<typeof createRandom>,
): readonly DemoRow[] {
  const rows: DemoRow[] = [];
  const add = (ledger: string, key: string, at: DemoPlace, values: DemoRow["values"], refs?: readonly string[]) =>
    void rows.push({ ledger, key, at, values, ...(refs ? { refs } : {}) });
  const ago = (days: number): CalendarDate => addDays(today, -days);
  for (const [i, name] of ["水亭门历史文化街区", "北门历史文化街区"].entries()) {
    const at = pick(places);
    add("key-places.historic-district", `district ${i}`, at, {
      name,
      level: i === 0 ? "province" : "city",
      stage: i === 0 ? "promotion" : "renovation",
      buildings: int(80, 220),
      timberBuildings: int(30, 90),
      lead: organ,
      ...(i === 0 ? { plan: "街区消防专项规划（2024）" } : {}),
    });
  }
  for (const [i, name] of ["水亭门广场周边", "市民公园会场", "高铁站站前"].entries()) {
    const at = pick(places);
    const key = `zone ${i}`;
    const standard = { patrolsADay: 6, posts: 4, onlineTarget: 98 };
    add("key-places.security-zone", key, at, { name, lead: organ, ...standard, lastDayOn: ago(1), lastHeld: i !== 2 });
    for (let back = 1; back <= 14; back++) {
      const held = !(i === 2 && back < 3) && chance(0.92);
      add(
        "key-places.zone-day",
        `${key} day ${back}`,
        at,
        {
          zone: key,
          heldOn: ago(back),
          by: "徐建国",
          ...standard,
          patrols: held ? 6 : 4,
          postsManned: 4,
          onlineRate: held ? 99 : 96,
          itemsFailed: held ? 0 : 1,
          held,
        },
        ["zone"],
      );
    }
  }
  for (let i = 0; i < 14; i++) {
    const at = pick(places);
    const problems = ["fireResistance", "lane", "spacing", "wiring"].filter(() => next() < 0.6);
    const village = `${pick(["楼山后", "泽随", "霞山", "大陈", "清漾", "廿八都"])}村`;
    add("key-places.traditional-village", `village ${i}`, at, {
      name: `${village} ${i + 1}`,
      kind: pick(["traditional", "traditional", "architecture", "relic"]),
      households: int(80, 500),
      buildings: int(60, 320),
      timberBuildings: int(20, 160),
      problems,
      surveyedOn: ago(int(20, 200)),
      plan: "分年改造线路、打通车道、增设水池",
      planBy: addDays(today, int(30, 500)),
      solved: problems.filter(() => next() < 0.5),
    });
    add(
      "key-places.rural-work",
      `work ${i}`,
      at,
      {
        name: `${village}${pick(["线路改造", "水池与消火栓", "道路拓宽", "柴灶改造"])}工程`,
        kind: pick(["power", "water", "road", "stove", "dangerousHouses", "livingConditions"]),
        village: `village ${i}`,
        villageName: village,
        households: int(20, 300),
        lead: organ,
        removes: ["wiring", "lane"],
        startOn: ago(int(60, 300)),
        finishBy: addDays(today, int(-40, 200)),
        ...(chance(0.5) ? { finishedOn: ago(int(1, 40)), result: "已整改到位" } : {}),
      },
      ["village"],
    );
    const base = () => int(35, 60);
    const better = () => int(45, 85);
    add("key-places.village-condition", `condition ${i}`, at, {
      village,
      year: Number(today.slice(0, 4)),
      baseYear: Number(today.slice(0, 4)) - 2,
      baseFacilities: base(),
      baseWater: base(),
      baseLanes: base(),
      baseBrigade: base(),
      baseHazards: base(),
      facilities: better(),
      water: better(),
      lanes: better(),
      brigade: better(),
      hazards: better(),
      assessedOn: ago(int(5, 60)),
    });
  }
  for (let i = 0; i < 12; i++) {
    const at = pick(places);
    const key = `industry ${i}`;
    const found = int(0, 4);
    add("key-places.supported-industry", key, at, {
      name: `${pick(["胡柚", "油茶", "莲子", "民宿", "电商"])}${pick(["产业园", "合作社", "加工厂"])} ${i + 1}`,
      kind: pick(["farmPark", "warehouse", "eCommerce", "tourism"]),
      zone: pick(["东片", "西片", "南片"]),
      serviceClass: pick(["a", "b", "c"]),
      staff: int(8, 120),
      lastVisitOn: ago(10 + i),
      lastFound: found,
      lastRemoved: Math.min(found, int(0, 4)),
    });
    add(
      "key-places.industry-visit",
      `${key} visit`,
      at,
      { industry: key, visitedOn: ago(10 + i), by: "何伟", found, removed: Math.min(found, int(0, 4)), advice: "冷库夹芯板更换为不燃材料" },
      ["industry"],
    );
  }
  return rows;
}
