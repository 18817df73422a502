/** A round of supervision in the demonstration, its problems at each step, and the mark the committee's office issues under. */
import { sql } from "kysely";
import { demoId, insertDemo } from "#modules/ground/places/index.ts";
import type { Tx } from "#platform/db.ts";
import type { StoredRow } from "#platform/ledger/write.ts";
import type { Services } from "#platform/services.ts";
import { addDays } from "#platform/values.ts";
import { roundItem } from "../round-items.ts";
import { proposeSanctions } from "../sanction.ts";
import { finding, round } from "../supervision.ts";
import { at, row, type Scene } from "./scene.ts";

/** The round's sheet: what was looked at in two counties, one row of it wrong. */
async function seedSheet(tx: Tx, services: Services, { today, counties }: Scene): Promise<void> {
  const units = await sql<{
    id: string;
    area: number;
    name: string;
    address: string | null;
  }>`select id, area, name, address from places.unit where demo order by md5(id::text) limit 400`.execute(tx);
  const rows = counties.slice(0, 2).flatMap(({ key, name }) => {
    const near = units.rows.filter(({ area }) => Math.floor(area / 1e9) === Math.floor(key / 1e9)).slice(0, 4);
    const own = row(`sheet ${key} own`, key, {
      round: demoId("assessment round"),
      place: name,
      section: "mechanism",
      what: "例会纪要与任务分解",
      proposed: false,
      result: "right",
      checkedOn: addDays(today, -35),
      checker: "陈雪芳",
    });
    const seen = near.map((unit, i) =>
      row(`sheet ${unit.id}`, key, {
        ...{
          round: demoId("assessment round"),
          place: name,
          section: "register",
          what: "单位底数是否属实",
          evidence: `${unit.name}，${unit.address ?? ""}`,
        },
        ...{ rowLedger: "places.unit", rowId: unit.id, proposed: true },
        ...(i < 3
          ? {
              result: i === 1 ? "wrong" : "right",
              words: i === 1 ? "已停业，清册未更新" : null,
              checkedOn: addDays(today, -35),
              checker: "陈雪芳",
            }
          : {}),
      }),
    );
    return [own, ...seen];
  });
  await insertDemo(tx, services, roundItem, rows);
}

export async function seedSupervision(tx: Tx, services: Services, scene: Scene): Promise<void> {
  const { today, city, office, counties, year } = scene;
  if (!office) return;
  const name = `${year} 年第三季度督导`;
  await insertDemo(tx, services, round, [
    row("assessment round", city, {
      name,
      kind: "periodic",
      host: office,
      from: addDays(today, -40),
      until: addDays(today, -33),
      team: "第一督导组（演示）",
      places: counties.map((county) => ({ name: county.name, on: null, result: null })),
      items: [
        { section: "工作机制", item: "年度任务分解和例会", evidence: "会议纪要、任务表" },
        { section: "基础底数清册", item: "抽 20 家核对", evidence: "单位台账" },
        { section: "检查质量", item: "抽 10 份记录复核", evidence: "检查记录" },
      ],
      summary: null,
    }),
  ]);
  const problems = ["清册中 3 家单位已停业未更新", "两份检查记录缺照片", "三季度例会未形成任务清单", "重点单位应急疏散演练记录不全"];
  const states = ["closed", "replied", "sent", "sent"] as const;
  await insertDemo(
    tx,
    services,
    finding,
    counties.slice(0, 4).flatMap(({ key, organ }, i): StoredRow[] => {
      const state = states[i] ?? "sent";
      const replyBy = addDays(today, i === 3 ? -3 : 12);
      const sentOn = addDays(today, -30);
      if (!organ) return [];
      return [
        row(`assessment finding ${i}`, key, {
          round: demoId("assessment round"),
          kind: (["register", "quality", "task", "other"] as const)[i],
          what: problems[i],
          guidance: "举一反三，逐家核对",
          target: organ,
          host: office,
          foundOn: addDays(today, -36),
          replyBy,
          letter: `消安督反〔${year}〕第${String(i + 1).padStart(4, "0")}号`,
          sentOn,
          ...(state === "sent" ? {} : { done: "已逐项核对更正", repliedOn: addDays(today, -6) }),
          ...(i === 3 ? { lateOn: addDays(today, -2) } : {}),
          times: 0,
          state,
          openedAt: at(addDays(today, -36)),
          lastAt: at(sentOn),
          dueAt: state === "closed" ? null : at(addDays(replyBy, 1), 0),
          closedAt: state === "closed" ? at(addDays(today, -4)) : null,
          holderOrgan: state === "sent" ? organ : office,
          repeats: 1,
        }),
      ];
    }),
  );
  await seedSheet(tx, services, scene);
  await proposeSanctions(tx, services);
}

/** The committee's office issues circulars and letters under a mark of its own. */
export async function seedMarks(tx: Tx, services: Services, { city, cityName }: Scene): Promise<void> {
  const { rows } = await sql<{
    id: string;
  }>`select o.id from organizations.v_organ o where o.area = ${city} and (o.kind = 'committee' or o.name like '%消防安全委员会%')
    and not exists (select 1 from enforcement.office f where f.organ = o.id) order by o.id limit 2`.execute(tx);
  await insertDemo(
    tx,
    services,
    { name: "enforcement.office" },
    rows.map(({ id }, i) =>
      row(`assessment office ${id}`, city, {
        organ: id,
        mark: `${cityName.slice(0, 1)}消安${i === 0 ? "办" : "委"}`,
        powers: ["inspection"],
        from: "2020-01-01",
        town: false,
      }),
    ),
  );
}
