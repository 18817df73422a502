/** What villages of the demonstration city did and were told: checks, notices, training of their grid members, finds of everybody. */
import { demoId } from "#modules/ground/places/index.ts";
import type { StoredRow } from "#platform/ledger/write.ts";
import { addDays, type CalendarDate } from "#platform/values.ts";
import { findSources, gradeRisk, type RiskFactor, riskPlaces, routeOf } from "../domain/risk.ts";
import { riskRule } from "../standards/shipped.ts";
import { villageItems } from "../village/ledgers.ts";
import { hashOf, personOf } from "./names.ts";

type Village = { readonly key: number; readonly name: string };
const row = (key: string, area: number, values: StoredRow["values"]): StoredRow => ({
  id: demoId(`grassroots ${key}`),
  area,
  demo: true,
  values,
});
const notices = [
  { title: "清明期间防火提示", words: "上坟不带火种，村口设卡劝导，发现野外用火立即报告。", sent: 40, within: 3 },
  { title: "电动自行车集中整治", words: "逐楼查看架空层和楼道，违规停放充电的当场劝离并登记。", sent: 2, within: 3 },
] as const;
const wrongs = Object.keys(villageItems);
const topics = ["网格消防巡查要点", "初起火灾处置实操", "电动自行车火灾防范"];
const sources = Object.keys(findSources) as (keyof typeof findSources)[];
const places = Object.keys(riskPlaces) as (keyof typeof riskPlaces)[];
const seen: readonly (readonly RiskFactor[])[] = [
  ["wiring"],
  ["ebikeIndoors"],
  ["noExtinguisher", "wiring"],
  [],
  ["gasMisuse"],
  ["vulnerable", "wiring", "combustibles"],
  ["sleepingMixed", "exitBlocked"],
];

/** The first county alone: the city must not start slower for it. */
export function demoVillageWork(
  villages: readonly Village[],
  members: readonly StoredRow[],
  hazards: readonly { readonly id: string; readonly area: number }[],
  today: CalendarDate,
) {
  const county = Math.floor((villages[0]?.key ?? 0) / 1e9);
  const near = villages.filter(({ key }) => Math.floor(key / 1e9) === county);
  const checks: StoredRow[] = [];
  const told: StoredRow[] = [];
  const finds: StoredRow[] = [];
  near.forEach(({ key, name }, i) => {
    const h = hashOf(Math.floor(key / 1_000));
    if (h % 4 !== 0) {
      const wrong = h % 3 === 0 ? [wrongs[h % wrongs.length], wrongs[(h + 3) % wrongs.length]] : [];
      checks.push(
        row(`check ${key}`, key, {
          checkedOn: addDays(today, -(h % 28)),
          by: personOf(h),
          wrong,
          found: wrong.length,
          mended: wrong.length > 0 ? 1 : 0,
        }),
      );
    }
    notices.forEach(({ title, words, sent, within }, n) => {
      const isRead = n === 0 ? h % 11 !== 0 : h % 3 === 0;
      const readOn = addDays(today, -Math.max(0, sent - 1 - (h % within)));
      const read = isRead ? { readOn, reader: personOf(h), inTime: readOn <= addDays(today, within - sent) } : {};
      told.push(
        row(`notice ${n} ${key}`, key, {
          title,
          words,
          sender: "消防安全管理办公室",
          sentOn: addDays(today, -sent),
          readBy: addDays(today, within - sent),
          ...read,
        }),
      );
    });
    if (i % 3 === 0) finds.push(find(i, key, name, h, hazards, today));
  });
  const trainings = members
    .filter(({ area }) => Math.floor(area / 1e9) === county && hashOf(area) % 5 !== 0)
    .map(({ id, area }) => {
      const h = hashOf(area + 7);
      return row(`training ${id}`, area, {
        member: id,
        trainedOn: addDays(today, -(20 + (h % 150))),
        topic: topics[h % topics.length],
        way: h % 2 === 0 ? "class" : "field",
        hours: 4 + (h % 3) * 2,
        passed: true,
        by: "街道消防办",
      });
    });
  return { checks, told, finds, trainings };
}

function find(
  i: number,
  area: number,
  name: string,
  h: number,
  hazards: readonly { readonly id: string; readonly area: number }[],
  today: CalendarDate,
): StoredRow {
  const hazard = hazards.find((each) => Math.floor(each.area / 1e3) === Math.floor(area / 1e3)) ?? null;
  // What is grave stands on a hazard there is; without one in this village the find is a lighter one.
  const factors = seen[hazard ? h % seen.length : h % 5] ?? [];
  const { score, grade } = gradeRisk(factors, riskRule);
  const route = routeOf(grade);
  const source = sources[(h + i) % sources.length] ?? "gridMember";
  return row(`risk ${area}`, area, {
    ...{
      placeWords: `${name} ${1 + (h % 40)} 号`,
      placeKind: places[h % places.length],
      checkedOn: addDays(today, -(h % 90)),
      source,
      finder: personOf(h + 31),
    },
    ...{ factors, score, grade, route, repeats: h % 13 === 0, hazard: route === "hazard" ? (hazard?.id ?? null) : null },
  });
}

const problems = [
  ["老街连片木结构房屋缺消防通道", "safety", "三百余户连片木屋，消防车无法进入", 40, "listed"],
  ["城中村出租房电气线路普遍老化", "supervision", "抽查 60 户，41 户线路老化或私拉", 12, "reported"],
  ["商贸城自动喷水灭火系统瘫痪", "safety", "水泵损坏、管网渗漏，停用半年", -3, "listed"],
] as const;

export function demoProblems(town: number, organ: string, today: CalendarDate): readonly StoredRow[] {
  return problems.map(([title, list, what, due, state], i) =>
    row(`problem ${i}`, town, {
      ...{
        title,
        list,
        what,
        branch: "荷花街道党工委",
        branchLead: personOf(40 + i),
        organ,
        dueOn: addDays(today, due),
        state,
        repeats: 1,
        holderOrgan: organ,
      },
      ...{
        measures: "分户排查、限期改造、每周调度",
        openedAt: `${addDays(today, -50 + i)}T01:00:00Z`,
        lastAt: `${addDays(today, -5)}T01:00:00Z`,
      },
      ...(state === "reported"
        ? { closure: "41 户全部更换线路并复测", reportedOn: addDays(today, -2), dueAt: `${addDays(today, 5)}T09:00:00Z` }
        : { dueAt: `${addDays(today, due + 1)}T00:00:00Z` }),
    }),
  );
}

type Rateable = { readonly id: string; readonly area: number; readonly town: string; readonly force: "office" | "station" };
/** What people said of the first towns' bodies: all rated themselves, every other was looked at. */
export function demoRatings(
  bodies: readonly Rateable[],
  itemsOf: (force: "office" | "station") => readonly string[],
  today: CalendarDate,
): readonly StoredRow[] {
  return bodies.map(({ id, area, town, force }, i) => {
    const isVerified = i % 2 === 0;
    const items = itemsOf(force).map((item, n) => ({
      item,
      self: (i + n) % 4 === 3 ? "partly" : "met",
      verified: isVerified ? ((i + n) % 5 === 2 ? "not" : "met") : null,
      words: null,
    }));
    const score = (side: "self" | "verified") =>
      Math.round(
        (items.reduce((sum, each) => sum + (each[side] === "met" ? 1 : each[side] === "partly" ? 0.5 : 0), 0) / Math.max(1, items.length)) *
          100,
      );
    const openedAt = `${addDays(today, -20)}T02:00:00Z`;
    const verified = {
      verifiedScore: score("verified"),
      verifiedOn: addDays(today, -6),
      verifiedBy: "林晓东",
      closedAt: `${addDays(today, -6)}T02:00:00Z`,
      state: "verified",
    };
    return row(`rating ${id}`, area, {
      ...{
        bodyName: town,
        force,
        body: id,
        items,
        selfScore: score("self"),
        ratedOn: addDays(today, -20),
        ratedBy: personOf(i + 3),
        openedAt,
        lastAt: openedAt,
        repeats: 1,
      },
      ...(isVerified ? verified : { state: "rated", dueAt: `${addDays(today, -6)}T09:00:00Z` }),
    });
  });
}
