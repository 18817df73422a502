/** A half year of the demonstration city's hazards, most of them closed, some open, a few late or back again. Invented; marked as such. */
import { sql } from "kysely";
import { demoCityOf, demoId, insertDemo } from "#modules/ground/places/index.ts";
import type { Tx } from "#platform/db.ts";
import type { StoredRow } from "#platform/ledger/write.ts";
import type { Services } from "#platform/services.ts";
import { addDays, type CalendarDate, keyOfCode, startOfDay } from "#platform/values.ts";
import { type DemoHazard, demoHazards } from "./demo/hazards.ts";
import { samenessOf } from "./domain/sameness.ts";
import { HAZARD, hazard } from "./hazard.ts";
import { hazardNumber } from "./number.ts";

const LINES = 2_000;
const HOUR = 3_600_000;

type Organs = ReadonlyMap<number, string>;

export async function seedDemoHazards(tx: Tx, services: Services, report: (line: string) => void): Promise<void> {
  const { units } = await demoCityOf(services);
  const today = services.clock.today();
  const organs = await supervisors(tx);
  const made = demoHazards(units, today);
  const numbers = new Map<string, number>();
  const openOnes = new Set<string>();
  const rows = made.flatMap((each): StoredRow[] => {
    const sequence = (numbers.get(each.foundOn) ?? 0) + 1;
    numbers.set(each.foundOn, sequence);
    const area = keyOfCode(each.area);
    const supervisor = organs.get(Math.floor(area / 1e9) * 1e9);
    return supervisor ? [rowOf(each, area, supervisor, hazardNumber(each.foundOn, sequence), openOnes)] : [];
  });
  await insertDemo(tx, services, hazard, rows);
  await insertLines(tx, made);
  await sql`insert into hazard_loop.hazard_counter (day, last) select found_on, count(*)::int from hazard_loop.hazard group by 1 on conflict do nothing`.execute(
    tx,
  );
  report(`火灾隐患 ${rows.length} 处（演示数据）`);
}

/** The fire brigade of every county, by the county's key. */
async function supervisors(tx: Tx): Promise<Organs> {
  const { rows } = await sql<{ area: number; id: string }>`select distinct on (area) area, id from organizations.v_organ
    where kind = 'fire-brigade' and level = 'county' order by area, id`.execute(tx);
  return new Map(rows.map(({ area, id }) => [area, id]));
}

const morning = (day: CalendarDate, hours: number): Date => new Date(startOfDay(day).getTime() + hours * HOUR);

function rowOf(each: DemoHazard, area: number, supervisor: string, number: string, openOnes: Set<string>): StoredRow {
  const unit = demoId(each.unit);
  const opened = morning(each.foundOn, 9.5);
  const { dueOn, rectifiedOn, closedOn } = each;
  const known = samenessOf({ unit, area, placeWords: each.placeWords, item: each.item });
  const isOpen = each.state !== "closed" && each.state !== "void";
  // One open hazard per place and item, as in life; a second one here stands for itself.
  const sameness = known === null || (isOpen && openOnes.has(known)) ? each.key : known;
  if (isOpen) openOnes.add(sameness);
  const dueAt =
    each.state === "assigned" && dueOn ? morning(dueOn, 23.99) : isOpen ? morning(addDays(rectifiedOn ?? each.foundOn, 2), 23.99) : null;
  return {
    id: demoId(each.key),
    area,
    demo: true,
    values: {
      number,
      what: each.what,
      unit,
      placeWords: each.placeWords,
      origin: each.origin,
      item: each.item,
      sameness,
      grade: each.state === "found" ? null : each.grade,
      ground: each.ground,
      supervisor,
      foundOn: each.foundOn,
      foundBy: each.foundBy,
      timesBefore: each.timesBefore,
      difficulty: each.difficulty,
      ...(each.state === "found" || each.state === "graded" || each.state === "void"
        ? {}
        : {
            rectifier: "unit",
            rectifierName: each.person,
            measures: each.measures,
            turn: supervisor,
            dueOn,
            firstDueOn: dueOn,
            returns: each.returns,
          }),
      ...(rectifiedOn ? { rectifiedOn, rectifyNote: each.measures } : {}),
      ...(each.state === "closed" ? { reviewedOn: closedOn, reviewNote: "现场复查，已整改到位" } : {}),
      ...(each.lon === null ? {} : { lon: each.lon, lat: each.lat, datum: "wgs84" }),
      state: each.state,
      openedAt: opened.toISOString(),
      lastAt: opened.toISOString(),
      closedAt: closedOn ? morning(closedOn, 15).toISOString() : null,
      dueAt: dueAt?.toISOString() ?? null,
      repeats: 1,
      holderOrgan: supervisor,
    },
  };
}

/** What happened to each, in the order it happened. */
async function insertLines(tx: Tx, made: readonly DemoHazard[]): Promise<void> {
  const lines = made.flatMap((each) => {
    const line = (day: CalendarDate, hours: number, actor: string, move: string | null, from: string | null, to: string) => ({
      case_id: demoId(each.key),
      at: morning(day, hours).toISOString(),
      actor_name: actor,
      move,
      from_state: from,
      to_state: to,
      code: from === null ? "hazard-loop.found" : null,
    });
    const all = [line(each.foundOn, 9.5, each.foundBy, null, null, "found")];
    if (each.state === "void") all.push(line(each.closedOn ?? each.foundOn, 11, each.foundBy, "void", "found", "void"));
    else if (each.state !== "found") {
      all.push(line(each.foundOn, 10, each.foundBy, "grade", "found", "graded"));
      if (each.state !== "graded") all.push(line(each.foundOn, 10.2, each.foundBy, "assign", "graded", "assigned"));
      if (each.rectifiedOn) all.push(line(each.rectifiedOn, 16, each.person, "rectify", "assigned", "rectified"));
      if (each.closedOn) all.push(line(each.closedOn, 15, each.foundBy, "close", "rectified", "closed"));
    }
    return all;
  });
  for (let from = 0; from < lines.length; from += LINES)
    await sql`insert into platform.timeline (case_name, case_id, at, kind, actor_name, move, from_state, to_state, code)
      select ${HAZARD}, x.case_id, x.at, 'person', x.actor_name, x.move, x.from_state, x.to_state, x.code
      from jsonb_to_recordset(${JSON.stringify(lines.slice(from, from + LINES))}::jsonb) as x(case_id uuid, at timestamptz, actor_name text, move text, from_state text, to_state text, code text)`.execute(
      tx,
    );
}
