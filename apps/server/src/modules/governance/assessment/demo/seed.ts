/**
 * The demonstration city's assessments: last year's, closed after its appeals and circular, and this year's under way. Scores are computed by the
 * same code from the rows that are there; what was written in by hand says so.
 */
import { insertDemo } from "#modules/ground/places/index.ts";
import { systemReader } from "#platform/case/store.ts";
import type { Tx } from "#platform/db.ts";
import { insertRows } from "#platform/ledger/write.ts";
import type { Services } from "#platform/services.ts";
import { addDays } from "#platform/values.ts";
import { commendation } from "../commendation.ts";
import type { Scheme } from "../domain/scheme.ts";
import { schemeChanges } from "../domain/scheme-changes.ts";
import { system } from "../ledgers.ts";
import { awareness, fireOutcome, population } from "../outcome.ts";
import { readScheme } from "../read-scheme.ts";
import { scheme as schemeCase } from "../scheme-case.ts";
import { shippedSchemes } from "../shipped.ts";
import { outcomes } from "./outcomes.ts";
import { seedMarks, seedSupervision } from "./rounds.ts";
import { at, row, type Scene, sceneOf } from "./scene.ts";
import { schemeKey, seedLastYear, seedThisYear } from "./years.ts";

type Edition = { readonly scheme: Scheme; readonly source: string };

/** What the year before was still written in by hand, and what document it stood in. */
const handWrittenThen: Readonly<Record<string, string>> = {
  "{ measure: committee.meetings_government, own: true }": "{ hand: 政府常务会议纪要 }",
  "{ measure: supervision-listing.batches }": "{ hand: 挂牌批次文件 }",
  "{ measure: supervision-listing.major_listings }": "{ hand: 重大隐患挂牌文件 }",
  "{ measure: hazard-loop.on_time_rate }": "{ hand: 隐患整改汇总表, share: true }",
};

/** The shipped county scheme, bound to this city; its first edition knew fewer figures by itself. */
function editionsHere({ city }: Scene): readonly [Edition, Edition] {
  const shipped = shippedSchemes().find(({ code }) => code === "QZ-COUNTY");
  if (!shipped) throw new Error("policies/schemes/QZ-COUNTY.yaml is missing");
  const read = (source: string): Edition => {
    const reading = readScheme(source);
    if (!reading.ok) throw new Error("the shipped scheme does not read");
    return { scheme: reading.scheme, source };
  };
  const now = shipped.source.replace(/^area: .*$/m, `area: "${String(city).slice(0, 6)}"`);
  const then = Object.entries(handWrittenThen).reduce(
    (text, [measured, written]) => text.replace(`source: ${measured}`, `source: ${written}`),
    now,
  );
  return [read(then), read(now)];
}

export async function seedDemo(tx: Tx, services: Services, report: (line: string) => void): Promise<void> {
  const scene = await sceneOf(tx, services);
  if (!scene) return;
  const [first, second] = editionsHere(scene);
  const reader = systemReader(services, tx, services.clock.now(), scene.today);
  const yearOf = { 1: scene.year - 1, 2: scene.year } as const;
  await insertRows(
    services.catalog.get(schemeCase.name),
    ([1, 2] as const).map((edition) => {
      const { scheme, source } = edition === 1 ? first : second;
      const [drafted, approved] = [`${yearOf[edition] - 1}-12-10`, `${yearOf[edition] - 1}-12-20`];
      return row(schemeKey(edition), scene.city, {
        code: scheme.scheme,
        edition,
        title: scheme.title,
        level: scheme.of,
        from: scheme.from,
        source,
        indicators: scheme.indicators.length,
        changes: edition === 1 ? null : schemeChanges(first.scheme, second.scheme).join("；"),
        documentNumber: `消安委〔${yearOf[edition] - 1}〕18 号（演示）`,
        approvedOn: approved,
        state: edition === 1 ? "retired" : "inForce",
        openedAt: at(drafted),
        lastAt: at(approved),
        closedAt: edition === 1 ? at(`${scene.year - 1}-12-20`) : null,
        repeats: 1,
      });
    }),
    reader,
  );
  const { people, fires, surveys } = outcomes(scene);
  await insertDemo(tx, services, population, people);
  await insertDemo(tx, services, fireOutcome, fires);
  await insertDemo(tx, services, awareness, surveys);
  await seedLastYear(tx, services, scene, first.scheme);
  await seedThisYear(tx, services, scene, second.scheme);
  await seedMarks(tx, services, scene);
  await seedSupervision(tx, services, scene);
  await insertDemo(tx, services, system, [
    ...(["target", "safe", "safety"] as const).map((kind, i) =>
      row(`assessment system ${kind}`, scene.city, {
        year: scene.year,
        system: kind,
        totalPoints: 1000,
        firePoints: [30, 25, 120][i],
        before: [2.5, 2.5, 12][i],
        weight: [3, 2.5, 12][i],
        rose: i === 0,
        indicators: "火灾起数、亡人、隐患整改（演示）",
        submittedOn: `${scene.year}-02-10`,
        receiver: "考核办",
      }),
    ),
  ]);
  await insertDemo(tx, services, commendation, [
    row("assessment commendation", scene.counties[0]?.key ?? scene.city, {
      name: "荷花街道义务消防队（演示）",
      kind: "group",
      level: "city",
      award: "消防工作先进集体",
      merit: "全年扑救初起火灾 6 起，疏散群众 40 余人",
      evidence: "接处警记录",
      nominator: scene.office,
      reviewWords: "事迹属实",
      noticeFrom: addDays(scene.today, -4),
      noticeUntil: addDays(scene.today, 3),
      noticeMedium: "政府网站",
      state: "shown",
      openedAt: at(addDays(scene.today, -20)),
      lastAt: at(addDays(scene.today, -4)),
      dueAt: at(addDays(scene.today, 4), 0),
      repeats: 1,
    }),
  ]);
  report(`考核 2 个年度，被考核政府 ${scene.counties.length} 个，上年已冻结并通报（演示数据）`);
}
