/** Stations and offices of the demonstration towns: staff by category; in some counties a few towns short of people, of a second or of the car. */
import { addDays, type CalendarDate } from "#platform/values.ts";
import type { StationPost, TownCategory } from "../domain/kinds.ts";
import { postsOfStation, stationStaff } from "../rules-in-force.ts";
import { hashOf, personOf } from "./names.ts";

type Town = { readonly key: number; readonly name: string; readonly county: string };

/** Towns short of people, posts without a second, stations without a car: how many in which county of Quzhou. */
const short: Readonly<Record<string, number>> = { 常山县: 3, 江山市: 1 };
const unpairedTowns: Readonly<Record<string, number>> = { 龙游县: 5, 常山县: 10, 柯城区: 1 };
const withoutCar: Readonly<Record<string, number>> = { 开化县: 2 };

const categoryOf = (name: string): TownCategory => (name.endsWith("街道") ? "A" : name.endsWith("镇") ? "B" : "C");

export function demoStation(town: Town, index: number, inCounty: number, today: CalendarDate) {
  const { key, name, county } = town;
  const h = hashOf(Math.floor(key / 1e6));
  const category = categoryOf(name);
  const standard = stationStaff[category];
  const isShort = inCounty < (short[county] ?? 0);
  const present = isShort ? Math.max(1, standard - 1 - (h % 2)) : standard + (h % 3 === 0 ? 1 : 0);
  const setOn = addDays(today, -(380 + (h % 300)));
  const person = (n: number) => personOf(h + n * 37);
  const lacksOne = inCounty >= 1 && inCounty < 1 + (unpairedTowns[county] ?? 0);
  const posts = postsOfStation.map((post: StationPost, n) => {
    const alone = lacksOne && n === (h + inCounty) % postsOfStation.length;
    return {
      area: key,
      post,
      holder_a: person(n),
      holder_b: alone ? null : personOf(h + 911 + n * 53),
      paired: !alone,
      standing: n === 2 && h % 4 === 0 ? "b" : alone && h % 3 === 0 ? "none" : "a",
      standing_on: today,
    };
  });
  const officeSet = index % 5 !== 3;
  return {
    station: {
      area: key,
      category,
      status: "set",
      form: h % 4 === 0 ? "own" : "plate",
      document: `${county || name}机构编制〔2024〕${10 + (h % 60)} 号`,
      set_on: setOn,
      phone: `0570-${3_000_000 + (h % 900_000)}`,
      head: person(11),
      staff_standard: standard,
      staff_present: present,
      staff_official: Math.min(present, Math.max(2, Math.floor(present / 2))),
      staff_met: present >= standard,
      counted_on: addDays(today, -(h % 40)),
      patrol_car: !(inCounty < (withoutCar[county] ?? 0)),
      address: `${name}便民服务中心`,
      equipment: [
        { name: "灭火防护服", count: present },
        { name: "手抬机动泵", count: 1 },
        { name: "执法记录仪", count: Math.max(2, present - 2) },
      ],
    },
    posts,
    office: {
      area: key,
      status: officeSet ? "set" : h % 2 === 0 ? "preparing" : "none",
      host: "平安建设办公室",
      document: officeSet ? `${name}〔2025〕${1 + (h % 40)} 号` : null,
      set_on: officeSet ? addDays(setOn, 60) : null,
      director: officeSet ? person(21) : null,
      director_post: officeSet ? (h % 9 === 0 ? "other" : "safety") : null,
      director_fits: officeSet ? h % 9 !== 0 : null,
      officer: officeSet || h % 2 === 0 ? person(23) : null,
      staff: officeSet ? 2 + (h % 3) : null,
      phone: `0570-${3_100_000 + (h % 90_000)}`,
      party_lead: person(31),
      government_lead: person(33),
      self_lead: h % 6 === 0 ? null : person(35),
      social_lead: h % 4 === 1 ? null : person(39),
      standard_score: officeSet ? 78 + (h % 20) : null,
    },
  };
}
