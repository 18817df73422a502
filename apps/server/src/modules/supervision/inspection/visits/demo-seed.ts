/** Visits of the demonstration city: two months of checks by the invented inspectors, and one conflict for a person to decide. Marked as demonstration data. */
import { createHash } from "node:crypto";
import { sql } from "kysely";
import { demoCityOf, demoId } from "#modules/ground/places/index.ts";
import { eraseCase } from "#platform/case/define.ts";
import { raiseCase, systemReader } from "#platform/case/store.ts";
import type { Tx } from "#platform/db.ts";
import { insertRows } from "#platform/ledger/write.ts";
import { orThrow } from "#platform/result.ts";
import type { Services } from "#platform/services.ts";
import { addDays, type CalendarDate, keyOfCode, startOfDay } from "#platform/values.ts";
import type { Checklist } from "../checklists/checklist.ts";
import { checklistFor } from "../checklists/office-lists.ts";
import { keepList } from "./answered-list.ts";
import { conflict } from "./conflict.ts";
import { type Outcome, resultOf } from "./domain/answers.ts";
import { visit } from "./visit.ts";

const VISITS = 60;
const people = ["林晓东、徐丽娟", "徐丽娟、周志强", "林晓东、周志强"] as const;
const remarks = ["通道堆放纸箱", "灭火器压力不足", "闭门器损坏", "应急照明不亮", "线路未穿管"] as const;
/** The same for the same words, so that pictures and talks speak of the same city. */
const dice = (words: string, sides: number): number => createHash("sha256").update(words).digest().readUInt32BE(0) % sides;

type Made = {
  readonly id: string;
  readonly area: number;
  readonly unit: string;
  readonly name: string;
  readonly onDay: CalendarDate;
  readonly list: Checklist;
  readonly by: string;
};

export async function seedVisits(tx: Tx, services: Services, report: (line: string) => void): Promise<void> {
  const city = await demoCityOf(services);
  const today = services.clock.today();
  const scope = { area: services.city.range, unitId: null, userId: null };
  const units = city.units.filter(({ key }) => dice(`checked ${key}`, 100) < 12).slice(0, VISITS);
  const made: Made[] = [];
  for (const [i, unit] of units.entries()) {
    const list = await checklistFor(tx, { kind: unit.kind, purpose: "supervision", area: keyOfCode(unit.area), today });
    if (!list) continue;
    await keepList(tx, list);
    const onDay = addDays(today, -1 - Math.floor((i * 60) / VISITS));
    made.push(
      await seedOne(
        tx,
        services,
        scope,
        {
          id: demoId(`visit ${unit.key}`),
          area: keyOfCode(unit.area),
          unit: demoId(unit.key),
          name: unit.name,
          onDay,
          list,
          by: people[i % people.length] ?? people[0],
        },
        {},
      ),
    );
  }
  const first = made[0];
  if (first) await seedConflict(tx, services, scope, first);
  report(`监督检查记录 ${made.length + (first ? 1 : 0)} 份（演示数据）`);
}

type Scope = { readonly area: Services["city"]["range"]; readonly unitId: null; readonly userId: null };
async function seedOne(tx: Tx, services: Services, scope: Scope, given: Made, told: Readonly<Record<string, Outcome>>): Promise<Made> {
  const { id, area, unit, name, onDay, list, by } = given;
  const startedAt = new Date(startOfDay(onDay).getTime() + (9 * 60 + dice(id, 420)) * 60_000);
  const answers = list.items.map((item) => ({ item: item.id, outcome: told[item.id] ?? outcomeOf(`${id} ${item.id}`) }));
  const failed = answers.filter(({ outcome }) => outcome === "fail").length;
  const values = {
    ...{ unitName: name, unit, onDay, purpose: "supervision", checklist: list.id, listTitle: list.title, listVersion: list.version },
    ...{ startedAt: startedAt.toISOString(), endedAt: new Date(startedAt.getTime() + 55 * 60_000).toISOString(), inspectors: by },
    ...{
      present: "王建军",
      presentPost: "消防安全管理人",
      answered: answers.length,
      failed,
      hazards: 0,
      guidance: false,
      firstExempt: false,
    },
    result: resultOf({ finished: true, failed, guidance: false }),
    ...{ signedByInspector: true, signedByUnit: true, inConflict: false, receivedAt: startedAt.toISOString() },
  };
  await insertRows(services.catalog.get(visit.name), [{ id, area, values, demo: true }], { tx, sealer: services.sealer, scope });
  const rows = answers.map((answer) => ({
    ...answer,
    note: answer.outcome === "fail" ? (remarks[dice(answer.item + id, remarks.length)] ?? null) : null,
    piece: demoId(`${id} ${answer.item}`),
  }));
  await sql`insert into inspection.visit_item (visit, item, area, unit, on_day, checklist, list_version, outcome, note, answered_at, answered_by, piece)
    select ${id}, x.item, ${area}, ${unit}, ${onDay}, ${list.id}, ${list.version}, x.outcome, x.note, ${startedAt}, ${demoId(by)}, x.piece
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as x(item text, outcome text, note text, piece uuid)`.execute(tx);
  return given;
}

const outcomeOf = (words: string): Outcome => {
  const thrown = dice(words, 100);
  return thrown < 6 ? "fail" : thrown < 14 ? "notApplicable" : "pass";
};

/** A colleague was there the same morning and saw two things otherwise. */
async function seedConflict(tx: Tx, services: Services, scope: Scope, first: Made): Promise<void> {
  const { rows } = await sql<{
    item: string;
    outcome: Outcome;
  }>`select item, outcome from inspection.visit_item where visit = ${first.id} order by item`.execute(tx);
  const other = people.find((by) => by !== first.by) ?? people[1];
  const told = Object.fromEntries(
    rows.map(({ item, outcome }, i): [string, Outcome] => [item, i < 2 ? (outcome === "pass" ? "fail" : "pass") : outcome]),
  );
  await seedOne(tx, services, scope, { ...first, id: demoId(`second ${first.id}`), by: other }, told);
  await sql`update inspection.visit set in_conflict = true where unit = ${first.unit} and on_day = ${first.onDay}`.execute(tx);
  const items = Math.min(2, rows.length);
  const organ = await sql<{
    id: string;
  }>`select id from organizations.v_organ o where kind = 'fire-brigade' and ${first.area} >= o.area order by o.area desc limit 1`.execute(
    tx,
  );
  const values = {
    unit: first.unit,
    unitName: first.name,
    onDay: first.onDay,
    who: `${first.by}、${other}`,
    items,
    what: `${first.name}：同日 2 份检查记录，${items} 项结论不同`,
  };
  const reader = systemReader(services, tx, services.clock.now(), services.clock.today());
  const raise = {
    area: first.area,
    values,
    holderOrgan: organ.rows[0]?.id ?? null,
    at: services.clock.now(),
    kind: "system",
    actorName: "系统",
    demo: true,
  } as const;
  orThrow(await raiseCase(eraseCase(conflict), raise, reader, services));
}
