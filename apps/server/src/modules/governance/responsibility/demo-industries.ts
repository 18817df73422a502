/** Industries of the demonstration city: rules, a port, licences, state-owned groups, rural lists; and what the nightly rules would propose. */
import { sql } from "kysely";
import { raiseTask } from "#modules/governance/policy-tasks/index.ts";
import { insertDemo } from "#modules/ground/places/index.ts";
import type { Tx } from "#platform/db.ts";
import type { StoredRow } from "#platform/ledger/write.ts";
import { orThrow } from "#platform/result.ts";
import type { Services } from "#platform/services.ts";
import { addDays, type CalendarDate } from "#platform/values.ts";
import { powerList } from "./cases.ts";
import { defaults } from "./defaults.ts";
import { at, chance, type Organ, row, type Scene } from "./demo-scene.ts";
import { affiliation, duty, group, licence, portArea, regulatorRule } from "./ledgers.ts";
import { proposeAll } from "./propose.ts";
import { placeUnits } from "./regulate.ts";
import { rowsFor, wordsFor } from "./rural.ts";
import { rulesOf } from "./unplaced.ts";

type Unit = {
  readonly id: string;
  readonly area: number;
  readonly name: string;
  readonly kind: string;
  readonly lon: number | null;
  readonly lat: number | null;
};
const countyOf = (area: number): number => Math.floor(area / 1e9) * 1e9;
const ORGAN = { name: "organizations.organ" };

async function unitsIn(tx: Tx, kinds: readonly string[], limit: number): Promise<readonly Unit[]> {
  const { rows } =
    await sql<Unit>`select id, area, name, kind, lon, lat from places.unit where demo and deleted_at is null and kind = any(${[...kinds]}::text[]) order by id limit ${limit}`.execute(
      tx,
    );
  return rows;
}

export async function seedIndustries(
  scene: Scene,
  tx: Tx,
  services: Services,
): Promise<{ readonly assigned: number; readonly rural: number }> {
  const { organs, year, today } = scene;
  const city =
    organs.find(({ kind, level }) => kind === "government" && level === "city") ?? organs.find(({ kind }) => kind === "government");
  if (!city) return { assigned: 0, rural: 0 };
  const from = `${year - 2}-01-01` as CalendarDate;
  await insertDemo(
    tx,
    services,
    regulatorRule,
    rulesOf(from).map((rule) => row(`regulator ${rule.industry}`, city.area, rule)),
  );
  await insertDemo(tx, services, portArea, await portIn(tx, scene));
  await insertDemo(tx, services, licence, await licencesIn(tx, scene));
  await groupsIn(tx, services, scene, city);
  const rural = await ruralIn(tx, services, scene);
  const { assigned } = await placeUnits(tx, services.city.range, today);
  return { assigned, rural };
}

/** A square of some hundred metres about one warehouse: the units inside are the port's. */
async function portIn(tx: Tx, { organs }: Scene): Promise<readonly StoredRow[]> {
  const [middle] = (await unitsIn(tx, ["warehouse", "factory"], 40)).filter(({ lon }) => lon !== null);
  if (!middle || middle.lon === null || middle.lat === null) return [];
  const [w, e, s, n] = [middle.lon - 0.012, middle.lon + 0.012, middle.lat - 0.01, middle.lat + 0.01];
  const corners = [
    { lon: w, lat: s },
    { lon: e, lat: s },
    { lon: e, lat: n },
    { lon: w, lat: n },
  ];
  const county = countyOf(middle.area);
  const transport = organs.find(({ kind, area }) => kind === "transport" && area === county);
  return [row("port", county, { name: "内河港区（演示）", organ: transport?.id ?? null, corners, source: "港口总体规划（演示）" })];
}

/** Bodies the culture departments licensed: most are on file as units, some are not. */
async function licencesIn(tx: Tx, { organs, year, today }: Scene): Promise<readonly StoredRow[]> {
  const issuers = new Map(
    organs.filter(({ kind, level }) => kind === "culture-tourism" && level !== "town").map((organ) => [organ.area, organ]),
  );
  const units = (await unitsIn(tx, ["other", "office", "smallPlace"], 60)).filter(({ area }) => issuers.has(countyOf(area)));
  const of = (key: string, area: number, holder: string, unit: string | null, n: number): StoredRow =>
    row(`licence ${key}`, area, {
      ...{ holder, what: n % 2 === 0 ? "艺术类校外培训" : "民办非学历办学", number: `演示${String(n + 1).padStart(4, "0")}`, unit },
      ...{
        issuer: issuers.get(countyOf(area))?.id,
        issuedOn: addDays(today, -(30 + n * 23)),
        validUntil: n % 9 === 8 ? `${year - 1}-12-31` : `${year + 2}-06-30`,
      },
    });
  const unknown = ["青禾舞蹈培训中心", "云岫书画培训部", "晴川琴行培训班", "松溪少儿美术培训社"];
  const counties = [...issuers.values()].filter(({ level }) => level === "county");
  return [
    ...units.slice(0, 18).map(({ id, area, name }, n) => of(id, area, name, id, n)),
    ...unknown.flatMap((holder, n) => {
      const organ = counties[n % Math.max(1, counties.length)];
      return organ ? [of(holder, organ.area, holder, null, 20 + n)] : [];
    }),
  ];
}

/** One state-owned group with two below it, and a private one found by the words in its members' names. */
async function groupsIn(tx: Tx, services: Services, { organs }: Scene, city: Organ): Promise<void> {
  const supervisor =
    organs.find(({ kind, level }) => kind === "state-assets" && level === "city") ?? organs.find(({ kind }) => kind === "state-assets");
  if (!supervisor) return;
  const top = row("group capital", city.area, { name: "市国有资本运营集团（演示）", stateOwned: true, supervisor: supervisor.id });
  const below = ["交通投资集团（演示）", "城市建设集团（演示）"].map((name) =>
    row(`group ${name}`, city.area, { name, stateOwned: true, supervisor: supervisor.id, parent: top.id }),
  );
  const named = row("group named", city.area, { name: "禾泰商贸集团（演示）", nameHas: "禾泰" });
  await insertDemo(tx, services, group, [top, ...below, named]);
  const members = (await unitsIn(tx, ["factory", "warehouse", "office", "station", "hotel"], 900)).filter(
    ({ id, name }) => chance(`soe ${id}`) < 0.09 && !name.includes("禾泰"),
  );
  await insertDemo(
    tx,
    services,
    affiliation,
    members.map(({ id, area }, n) => row(`affiliation ${id}`, area, { unit: id, group: [top, ...below][n % 3]?.id, how: "hand" })),
  );
}

/** Villages of one town have their committees on file; every body has its list, most are published. */
async function ruralIn(tx: Tx, services: Services, { organs, year, today }: Scene): Promise<number> {
  const town = organs.find(({ kind, level, area }) => kind === "government" && level === "town" && area % 1e9 !== 0);
  const villages = town
    ? await sql<{
        key: number;
        name: string;
      }>`select key, name from platform.area where parent = ${town.area} and valid_to is null order by key limit 12`.execute(tx)
    : { rows: [] };
  const committees = villages.rows.map(({ key, name }) =>
    row(`village organ ${key}`, key, {
      name: `${name}村（居）民委员会`,
      shortName: name.slice(0, 40),
      kind: "community-committee",
      level: "village",
      parent: town?.id ?? null,
    }),
  );
  await insertDemo(tx, services, ORGAN, committees);
  const bodies: readonly Organ[] = [
    ...organs,
    ...committees.map(
      ({ id, area, values }): Organ => ({
        id,
        area,
        kind: "community-committee",
        level: "village",
        name: String(values.shortName),
        parent: town?.id ?? null,
        member: false,
      }),
    ),
  ].filter((organ) => wordsFor(organ).length > 0 && chance(`rural ${organ.id}`) > 0.05);
  const [from, until] = [`${year - 1}-03-01`, `${year - 1 + defaults.rural.validYears}-12-31`];
  const duties = bodies.flatMap((body) => rowsFor(body, from, until).map((values, n) => row(`rural ${body.id} ${n}`, body.area, values)));
  await insertDemo(tx, services, duty, duties);
  await insertDemo(
    tx,
    services,
    powerList,
    bodies.map((body) => {
      const isPublished = chance(`rural list ${body.id}`) > 0.2;
      const items = rowsFor(body, from, until).map(({ words, clause }) => ({
        kind: "duty",
        words,
        ground: defaults.ground,
        post: null,
        clause,
      }));
      return row(`rural list ${body.id}`, body.area, {
        ...{
          title: `${body.name}农村消防责任清单`.slice(0, 100),
          organ: body.id,
          scope: "rural",
          edition: 1,
          items,
          validUntil: until,
          holderOrgan: body.id,
          repeats: 1,
        },
        ...(isPublished
          ? { state: "published", publishedOn: from, openedAt: at(from), lastAt: at(from), closedAt: at(from) }
          : { state: "draft", openedAt: at(addDays(today, -20)), lastAt: at(addDays(today, -20)), dueAt: at(addDays(today, 8)) }),
      });
    }),
  );
  return duties.length;
}

/** Once everybody is there: two towns' rural duties as tasks, and what speaks for accountability laid before the committee offices. */
export async function seedProposals(tx: Tx, services: Services, report: (line: string) => void): Promise<void> {
  const [now, today] = [services.clock.now(), services.clock.today()];
  const { rows } = await sql<{
    id: string;
    organ: string;
    words: string;
    name: string;
    assigner: string | null;
  }>`select d.id, d.organ, d.words, o.short_name as name, o.parent as assigner
    from responsibility.duty d join organizations.v_organ o on o.id = d.organ and o.level = 'town' where d.kind = 'rural' and d.demo
    and d.organ in (select organ from responsibility.duty where kind = 'rural' and demo and layer = 'foundation' group by organ order by organ limit 2) order by d.organ, d.id limit 8`.execute(
    tx,
  );
  for (const [n, { id, organ, words, name, assigner }] of rows.entries())
    orThrow(
      await raiseTask(
        tx,
        services,
        {
          ...{ title: words, organ, assigner, dueOn: addDays(today, 12 + n * 9), clause: defaults.rural.clause, sourceKind: "plan" },
          ...{ sourceId: id, sourceHref: `/responsibility/duty/${id}`, sourceWords: `${name}农村消防责任清单` },
        },
        { actor: null, now, today },
      ),
    );
  const proposed = await proposeAll(tx, services, true);
  report(`责任追究：${proposed} 条建议待处理`);
}
