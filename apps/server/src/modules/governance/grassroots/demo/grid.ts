/** Villages, grid members, patrols, wardens, teams and work of the demonstration city. */
import { demoId } from "#modules/ground/places/index.ts";
import type { StoredRow } from "#platform/ledger/write.ts";
import { addDays, type CalendarDate } from "#platform/values.ts";
import { hashOf, personOf, phoneOf } from "./names.ts";

type Village = { readonly key: number; readonly name: string };

const row = (key: string, area: number, values: StoredRow["values"]): StoredRow => ({
  id: demoId(`grassroots ${key}`),
  area,
  demo: true,
  values,
});
const work = [
  ["inspection", "street", "沿街店铺夜查"],
  ["campaign", "department", "电动自行车违规停放联合整治"],
  ["publicity", "self", "村口大喇叭与入户宣传"],
  ["training", "street", "网格员业务培训"],
  ["drill", "self", "村级疏散演练"],
  ["study", "street", "专题研究农村消防工作"],
  ["visit", "public", "志愿者走访独居老人"],
  ["analysis", "street", "每月火情隐患研判"],
  ["guidance", "street", "指导村委制定防火公约"],
] as const;
const found = [
  "楼道堆放杂物，已清理",
  "电动车室内充电，当场劝离",
  "灭火器压力不足，已告知更换",
  "用电线路私拉，交街道处理",
  "未见异常",
  "未见异常",
];

/** The first county has three months in full, the others a patrol or two: the city must not start slower for its patrols. */
export function demoGrid(villages: readonly Village[], objects: ReadonlyMap<number, number>, today: CalendarDate) {
  const county = Math.floor((villages[0]?.key ?? 0) / 1e9);
  const members: StoredRow[] = [];
  const patrols: StoredRow[] = [];
  const wardens: StoredRow[] = [];
  const teams: StoredRow[] = [];
  const activities: StoredRow[] = [];
  const bodies = villages.map(({ key, name }, i) => {
    const h = hashOf(Math.floor(key / 1_000));
    const isNear = Math.floor(key / 1e9) === county;
    const set = h % 16 !== 0;
    const households = 120 + (h % 620);
    if (h % 9 !== 0) {
      const member = `member ${key}`;
      const many = objects.get(key) ?? 0;
      const planned = isNear ? 4 + (h % 3) * 2 : 1;
      members.push(
        row(member, key, {
          name: personOf(h + 5),
          kind: h % 3 === 0 ? "full" : "part",
          status: "active",
          phone: h % 11 === 0 ? null : phoneOf(h),
          grids: [{ name: `${name}第 1 网格`, households: Math.round(households / 2) }],
          objects: isNear ? Math.max(12, many * 4) : 12 + (h % 5),
          patrolsAMonth: planned,
          moduleInUse: h % 7 !== 0,
        }),
      );
      const before = patrols.length;
      addPatrols(patrols, member, key, h, planned, today, isNear ? 95 : 66);
      const newest = patrols[before]; // they are made from today backwards
      const made = newest && members.pop();
      if (made) members.push({ ...made, values: { ...made.values, lastPatrolOn: newest.values.patrolledOn } });
    }
    if (i % 13 === 0)
      wardens.push(
        row(`warden ${key}`, key, {
          name: personOf(h + 71),
          phone: phoneOf(h + 71),
          buildingWords: `${name} ${1 + (h % 9)} 幢`,
          households: 24 + (h % 60),
          status: "active",
          since: addDays(today, -400),
          ...(h % 3 === 0 ? {} : { trainedOn: addDays(today, -(h % 200)) }),
        }),
      );
    if (i % 17 === 0)
      teams.push(
        row(`team ${key}`, key, {
          name: `${name}${h % 2 === 0 ? "义务消防队" : "志愿服务队"}`,
          kind: h % 2 === 0 ? "brigade" : h % 3 === 0 ? "watch" : "volunteer",
          leader: personOf(h + 91),
          members: 6 + (h % 20),
          status: "active",
          setOn: addDays(today, -(200 + (h % 500))),
        }),
      );
    if (i % 4 === 0) {
      const [kind, side, what] = work[h % work.length] ?? work[0];
      activities.push(
        row(`work ${key}`, key, {
          doneOn: addDays(today, -(h % 50)),
          kind,
          side,
          what,
          by: personOf(h + 13),
          people: 6 + (h % 60),
          found: h % 4,
          result: "已完成",
        }),
      );
    }
    return {
      area: key,
      status: set ? "set" : "none",
      leader: set ? personOf(h) : null,
      leader_post: set ? (h % 13 === 0 ? "other" : h % 2 === 0 ? "secretary" : "director") : null,
      led: set ? h % 13 !== 0 : null,
      members: set ? 5 + (h % 12) : null,
      set_on: set ? addDays(today, -(100 + (h % 900))) : null,
      pledge: set && h % 10 !== 0,
      households,
      signed: set && h % 10 !== 0 ? Math.round(households * (0.7 + (h % 30) / 100)) : 0,
    };
  });
  return { bodies, members, patrols, wardens, teams, activities };
}

/** A steady one, a lazy one now and then. */
function addPatrols(into: StoredRow[], member: string, area: number, h: number, planned: number, today: CalendarDate, days: number): void {
  const id = demoId(`grassroots ${member}`);
  const lazy = h % 8 === 0;
  const every = days < 90 ? 30 : Math.max(3, Math.round(30 / (lazy ? planned / 2 : planned + 1)));
  for (let ago = h % every; ago < days; ago += every) {
    const problems = (h + ago) % 4 === 0 ? 1 + ((h + ago) % 2) : 0;
    into.push(
      row(`${member} patrol ${ago}`, area, {
        member: id,
        patrolledOn: addDays(today, -ago),
        route: `第 1 网格 ${1 + (ago % 9)}–${3 + (ago % 9)} 幢`,
        objects: 5 + ((h + ago) % 14),
        problems,
        onSpot: Math.min(problems, 1),
        foundWords: problems > 0 ? (found[(h + ago) % 4] ?? "") : "未见异常",
        via: (h + ago) % 3 === 0 ? "embedded" : "console",
      }),
    );
  }
}
