/** Two years of assessing: last year's from its pledges to its circular, this year's under way. Scores come from the code that scores. */
import { sql } from "kysely";
import { pledge } from "#modules/governance/responsibility/index.ts";
import { demoId, insertDemo } from "#modules/ground/places/index.ts";
import type { Tx } from "#platform/db.ts";
import type { StoredRow } from "#platform/ledger/write.ts";
import { orThrow } from "#platform/result.ts";
import type { Services } from "#platform/services.ts";
import { addDays, type CalendarDate } from "#platform/values.ts";
import { appeal } from "../appeal-case.ts";
import { effectsOf } from "../appeal-effect.ts";
import { circularValues, lastPlaces } from "../circular.ts";
import { groupOf } from "../domain/ranking.ts";
import type { Scheme } from "../domain/scheme.ts";
import { targetsOfScheme } from "../domain/targets.ts";
import { periodOf } from "../domain/year.ts";
import { drawPlaces } from "../draw-places.ts";
import { entrant, handValue, receipt, resultUse, siteCheck } from "../ledgers.ts";
import { yearCase } from "../year-case.ts";
import { finalize, freezeYear } from "../year-moves.ts";
import { entrantsOf } from "../years.ts";
import { chance, peopleIn, reached, standingIn } from "./people.ts";
import { at, row, type Scene } from "./scene.ts";

const entrantKey = (year: number, key: number) => `assessment entrant ${year} ${key}`;
const yearKey = (year: number) => `assessment year ${year}`;
const PLACES = 4;
export const schemeKey = (edition: number) => `assessment scheme QZ-COUNTY ${edition}`;

function yearRow(scene: Scene, year: number, state: string): StoredRow {
  const { from, to } = periodOf(year);
  return row(yearKey(year), scene.city, {
    title: `${scene.cityName} ${year} 年度县（市、区）消防工作考核`,
    year,
    level: "county",
    scheme: demoId(schemeKey(year === scene.year ? 2 : 1)),
    host: scene.office ?? scene.counties[0]?.organ,
    from,
    until: to,
    pledgeBy: `${year}-01-20`,
    group: "消安委办公室牵头，成员单位参加（演示）",
    entrants: scene.counties.length,
    signed: scene.counties.length,
    state,
    openedAt: at(`${year}-01-06`),
    lastAt: at(`${year}-01-20`),
    holderOrgan: scene.office,
    repeats: 1,
  });
}

function entrantRows({ counties }: Scene, year: number, scheme: Scheme): readonly StoredRow[] {
  return counties.map(({ key, code, name, organ }) =>
    row(entrantKey(year, key), key, {
      year: demoId(yearKey(year)),
      calendarYear: year,
      name,
      organ,
      people: peopleIn(code),
      grouping: groupOf(scheme.groups, code, peopleIn(code)) ?? "",
      startedOn: `${year}-01-01`,
    }),
  );
}

/** Last year's pledges, signed by both sides; this year's are sown with the lists of responsibility. */
function pledgeRows({ counties, office }: Scene, year: number, scheme: Scheme): readonly StoredRow[] {
  return counties.flatMap(({ key, name, organ }, i) => {
    const signedOn = `${year}-01-${String(9 + i).padStart(2, "0")}`;
    if (!organ || !office) return [];
    return [
      row(`assessment pledge ${year} ${key}`, key, {
        ...{
          title: `${year} 年消防安全责任书 ${name}`,
          year,
          superior: office,
          pledger: organ,
          signBy: `${year}-01-20`,
          targets: targetsOfScheme(scheme),
        },
        ...{ pledgerName: "分管领导（演示）", pledgedOn: signedOn, superiorName: "市分管领导（演示）", signedOn, state: "signed" },
        ...{ openedAt: at(`${year}-01-06`), lastAt: at(signedOn), closedAt: at(signedOn), holderOrgan: office, repeats: 1 },
      }),
    ];
  });
}

/** What no ledger holds yet, written in by hand, with the document it stands in. */
function handRows(scene: Scene, year: number, scheme: Scheme): readonly StoredRow[] {
  const { counties } = scene;
  const standingOf = standings(scene);
  const figures = (key: number, id: string): { readonly num: number; readonly den: number | null } => {
    const luck = reached(standingOf(key, year), `hand ${year} ${key} ${id}`);
    if (id === "1.2") return { num: 2 + Math.round(luck * 3), den: null };
    if (id === "1.4" || id === "1.5") return { num: 1, den: null };
    if (id === "2.1") return { num: Math.round(240 + 58 * luck), den: 300 };
    if (id === "4.2") {
      const den = 420 + Math.round(chance(`hydrants ${key}`) * 260);
      return { num: Math.round(den * (0.945 + 0.055 * luck)), den };
    }
    if (id === "4.1") return { num: 8 + Math.round(luck * 2), den: 10 };
    return { num: Math.round(860 + 140 * luck), den: 1_000 };
  };
  return counties.flatMap(({ key }) =>
    scheme.indicators.flatMap(({ id, source }) =>
      "hand" in source
        ? [
            row(`assessment hand ${year} ${key} ${id}`, key, {
              entrant: demoId(entrantKey(year, key)),
              indicator: id,
              enteredOn: `${year}-11-20`,
              document: `${source.hand}（演示）`,
              ...figures(key, id),
            }),
          ]
        : [],
    ),
  );
}

/** This year the last have caught up a little. */
const standings =
  ({ counties, year: now }: Scene) =>
  (key: number, year: number): number =>
    year === now ? 0.4 + 0.6 * standingIn(counties, key) : standingIn(counties, key);

const RANDOM = "第 130 期：03 08 15 22 27 31 + 06";
const drawnFor = (year: number) => ({ sampleAsk: PLACES, sampleValue: `${year} 年${RANDOM}`, sampleSource: "福利彩票（演示）" });

function siteRows(scene: Scene, year: number, lastOn: CalendarDate): readonly StoredRow[] {
  const standingOf = standings(scene);
  const lists = scene.counties.map(({ key }) => ({
    id: demoId(entrantKey(year, key)),
    area: key,
    places: scene.towns.filter(({ parent }) => parent === key),
  }));
  const { picks } = drawPlaces(demoId(yearKey(year)), lists, PLACES, drawnFor(year).sampleValue);
  return picks.map(({ entrant: of, area, place, name, order }) =>
    row(`assessment site ${year} ${place}`, area, {
      entrant: of,
      place: name,
      placeKey: place,
      drawnAs: order,
      checkedOn: addDays(lastOn, order - PLACES),
      items: 60,
      passed: 48 + Math.round(reached(standingOf(area, year), `site ${year} ${place}`) * 11),
      checkers: "考核组（演示）",
    }),
  );
}

async function claims(tx: Tx, entrantId: string): Promise<number> {
  const { rows } = await sql<{
    missing: number;
  }>`select (den - num)::int as missing from assessment.hand_value where entrant = ${entrantId} and indicator = '4.2'`.execute(tx);
  return Math.min(12, rows[0]?.missing ?? 0);
}

/** Two appeals of last year about hydrants: one upheld in part, one not. */
async function seedAppeals(tx: Tx, services: Services, scene: Scene, year: number): Promise<void> {
  const filedOn = `${year + 1}-01-05`;
  for (const [i, county] of scene.counties.slice(-2).entries()) {
    const of = demoId(entrantKey(year, county.key));
    const n = await claims(tx, of);
    if (n === 0) continue;
    const accepted = i === 0 ? Math.max(1, n - 3) : 0;
    const effects = await effectsOf(tx, of, "4.2", [0, accepted]);
    const [frozen, after] = [effects?.[0], effects?.[1] ?? effects?.[0]];
    await insertDemo(tx, services, appeal, [
      row(`assessment appeal ${year} ${county.key}`, county.key, {
        title: `${county.name} 4.2 市政消火栓完好率`,
        entrant: of,
        host: scene.office,
        indicator: "4.2",
        reason: `${n} 具在 12 月 29 日已修好，照片因断网到 1 月 2 日才传上，请按完好计。`,
        claims: Array.from({ length: n }, (_, k) => ({
          ord: null,
          what: `消火栓 ${String(901 + k * 7).padStart(4, "0")}`,
          words: null,
          accepted: k < accepted,
        })),
        claimed: n,
        frozenValue: frozen?.value ?? null,
        frozenPoints: frozen?.points ?? null,
        accepted,
        reply: accepted > 0 ? `采纳 ${accepted} 具：照片拍摄于冻结以前` : "照片拍摄于冻结以后，不采纳",
        value: after?.value ?? null,
        points: after?.points ?? null,
        state: accepted > 0 ? "accepted" : "rejected",
        openedAt: at(filedOn),
        lastAt: at(`${year + 1}-01-09`),
        closedAt: at(`${year + 1}-01-09`),
        repeats: 1,
      }),
    ]);
  }
}

export async function seedLastYear(tx: Tx, services: Services, scene: Scene, scheme: Scheme): Promise<void> {
  const year = scene.year - 1;
  const frozenAt = new Date(at(`${year + 1}-01-01`, 0));
  await insertDemo(tx, services, yearCase, [yearRow(scene, year, "sampling")]);
  await insertDemo(tx, services, entrant, entrantRows(scene, year, scheme));
  await insertDemo(tx, services, pledge, pledgeRows(scene, year, scheme));
  await insertDemo(tx, services, handValue, handRows(scene, year, scheme));
  await insertDemo(tx, services, siteCheck, siteRows(scene, year, `${year}-11-14` as CalendarDate));
  const id = demoId(yearKey(year));
  const today = `${year + 1}-01-01` as CalendarDate;
  const frozen = orThrow(await freezeYear({ tx, services, now: frozenAt, today, actor: null }, { id, demo: true }));
  await seedAppeals(tx, services, scene, year);
  const final = orThrow(await finalize({ tx }, { id }));
  const issuedOn = `${year + 1}-01-28` as CalendarDate;
  const number = `${scene.cityName.slice(0, 1)}消安考通〔${year + 1}〕第0001号`;
  await sql`update assessment.year set state = 'using', sample_ask = ${PLACES}, sampled = ${scene.counties.length * PLACES}, sample_value = ${drawnFor(year).sampleValue}, sample_source = ${drawnFor(year).sampleSource},
    frozen_at = ${String(frozen.frozenAt)}, appeal_until = ${`${year + 1}-01-10`}, reply_by = ${`${year + 1}-01-12`}, mean_score = ${Number(final.meanScore ?? 0)}, approved_on = ${`${year + 1}-01-20`},
    approval_number = '市政府常务会议（演示）', circular = ${number}, issued_on = ${issuedOn}, last_at = ${at(issuedOn)} where id = ${id}`.execute(
    tx,
  );
  const entrants = await entrantsOf(tx, id);
  const lines = circularValues(entrants, await lastPlaces(tx, { year, area: scene.city, level: "county" }));
  await insertDemo(
    tx,
    services,
    receipt,
    entrants.flatMap(({ area, organ }, i) =>
      organ
        ? [
            row(`assessment receipt ${year} ${area}`, area, {
              yearId: id,
              title: `关于${scene.cityName} ${year} 年度县（市、区）消防工作考核结果的通报`,
              number,
              receiver: organ,
              sentOn: issuedOn,
              standings: lines,
              ...(i < entrants.length - 1 ? { readAt: at(addDays(issuedOn, 1), 10 + i), reader: "收文员（演示）" } : {}),
            }),
          ]
        : [],
    ),
  );
  const worst = entrants.toSorted((a, b) => (a.finalScore ?? 0) - (b.finalScore ?? 0))[0];
  if (worst && scene.office)
    await insertDemo(tx, services, resultUse, [
      row(`assessment use ${year}`, worst.area, {
        entrant: worst.id,
        kind: "urge",
        why: `${year} 年度考核得分居末，逐项整改失分`,
        executor: scene.office,
        dueOn: `${year + 1}-03-31`,
        doneOn: `${year + 1}-03-20`,
        result: "已报整改清单并逐项完成",
      }),
    ]);
}

/** This year: its pledges stand with the lists of responsibility; the places are drawn and looked at, and what no ledger holds is entered so far. */
export async function seedThisYear(tx: Tx, services: Services, scene: Scene, scheme: Scheme): Promise<void> {
  const { today, year, counties } = scene;
  const begun = yearRow(scene, year, "sampling");
  const drawn = { ...drawnFor(year), sampled: counties.length * PLACES };
  await insertDemo(tx, services, yearCase, [{ ...begun, values: { ...begun.values, ...drawn } }]);
  await insertDemo(tx, services, entrant, entrantRows(scene, year, scheme));
  const enteredOn = addDays(today, -15);
  await insertDemo(
    tx,
    services,
    handValue,
    handRows(scene, year, scheme).map((each) => ({ ...each, values: { ...each.values, enteredOn } })),
  );
  await insertDemo(tx, services, siteCheck, siteRows(scene, year, addDays(today, -9)));
}
