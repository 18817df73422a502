/** Demonstration: one draw published with its results, one whose commitment stands and whose public value is awaited. Drawn by the real algorithm. */
import { sql } from "kysely";
import { demoId, insertDemo } from "#modules/ground/places/index.ts";
import { systemReader } from "#platform/case/store.ts";
import type { Tx } from "#platform/db.ts";
import type { Services } from "#platform/services.ts";
import { addDays, type CalendarDate, subtreeOf } from "#platform/values.ts";
import { countChecksOf } from "../objects/keep-objects.ts";
import { task } from "../tasks/task.ts";
import { drawCase } from "./draw.ts";
import { canonicalLines, commitmentOf, draw, problemOf, seedOf } from "./draw-algorithm.ts";
import { type DrawRow, freeze } from "./freeze.ts";
import { keepPicks } from "./keep-picks.ts";

const VALUE = "03 08 14 19 26 31 11";
/** Said plainly: nobody should look it up. */
const SOURCE = "演示用号码（不是真实开奖）";
const FINISHED = { key: "draw finished", ask: 12, began: -30, until: -8 } as const;
const WAITING = { key: "draw committed", ask: 30, began: 5, until: 60 } as const;

type Place = { readonly area: number; readonly organ: string | null; readonly organName: string | null };
const at = (day: string, hour: number): string => new Date(Date.parse(`${day}T00:00:00Z`) + hour * 3_600_000).toISOString();

export async function seedDraws(tx: Tx, services: Services, report: (line: string) => void): Promise<void> {
  const place = await bestPlace(tx);
  if (!place) return;
  const today = services.clock.today();
  const finished = await freezeOne(tx, services, place, 1, FINISHED, today, -34);
  const waiting = await freezeOne(tx, services, place, 2, WAITING, today, -1);
  if (finished) await finish(tx, services, finished, today);
  report(`双随机抽查 ${[finished, waiting].filter(Boolean).length} 批（演示数据）`);
}

/** The county with the most inspectors: somebody must be there to be drawn. */
async function bestPlace(tx: Tx): Promise<Place | undefined> {
  const { rows } = await sql<Place & { n: number }>`select area, organ, organ_name, count(*)::int as n from inspection.v_inspector
    where 'inspector' = any(roles) and organ is not null group by 1, 2, 3 having count(*) >= 2 order by n desc, area limit 1`.execute(tx);
  return rows[0];
}

type Made = DrawRow & { readonly startOn: string; readonly dueOn: string; readonly demo: true; readonly commitment: string };

async function freezeOne(
  tx: Tx,
  services: Services,
  { area, organ, organName }: Place,
  n: number,
  wanted: { readonly key: string; readonly ask: number; readonly began: number; readonly until: number },
  today: CalendarDate,
  committed: number,
): Promise<Made | undefined> {
  const id = demoId(wanted.key);
  const [startOn, dueOn, day] = [addDays(today, wanted.began), addDays(today, wanted.until), addDays(today, committed)];
  const organs = await joining(area, organ, organName, tx);
  const row = { id, area, purpose: "supervision" as const, ask: wanted.ask, perObject: 2, kinds: [], grades: [], skipDays: 0, organs };
  const { plan, excluded } = await freeze(row, subtreeOf(area), today, tx);
  if (problemOf(plan)) return undefined;
  const lines = canonicalLines(plan);
  const commitment = commitmentOf(lines);
  const quarter = Math.ceil(Number(startOn.slice(5, 7)) / 3);
  const values = {
    ...row,
    number: `${String(area).slice(0, 6)}-${startOn.slice(0, 4)}Q${quarter}-D${n}`,
    title: `${startOn.slice(0, 4)} 年 ${quarter} 季度 演示第 ${n} 批`,
    organ,
    startOn,
    dueOn,
    objects: plan.objects.length,
    inspectors: plan.inspectors.length,
    excluded: Object.values(excluded).reduce((sum, each) => sum + each, 0),
    commitment,
    committedAt: at(day, 1),
    state: "committed",
    openedAt: at(addDays(day, -1), 8),
    lastAt: at(day, 1),
    repeats: 1,
    holderOrgan: organ,
  };
  const { id: _, area: __, ...own } = values;
  await insertDemo(tx, services, drawCase, [{ id, area, demo: true, values: own }]);
  await sql`insert into inspection.draw_frozen (draw, area, lines, excluded) values (${id}, ${area}, ${lines.join("\n")}, ${JSON.stringify(excluded)}::jsonb)`.execute(
    tx,
  );
  return { ...row, startOn, dueOn, demo: true, commitment };
}

/** The brigade and one department that inspects too: one combined check. */
async function joining(area: number, organ: string | null, organName: string | null, tx: Tx) {
  const { rows } = await sql<{ organ: string; name: string }>`select organ, organ_name as name from inspection.v_inspector
    where 'department' = any(roles) and organ is not null and organ <> ${organ} and (area = ${area} or area = ${Math.floor(area / 1e9) * 1e9} or area = ${Math.floor(area / 1e11) * 1e11})
    order by organ_name limit 1`.execute(tx);
  return [...(organ ? [{ organ, name: organName ?? "" }] : []), ...rows];
}

/** Draws by the public value, and has everything drawn checked and published. */
async function finish(tx: Tx, services: Services, made: Made, today: CalendarDate): Promise<void> {
  const { id } = made;
  const { plan } = await freeze(made, subtreeOf(made.area), today, tx);
  const seed = seedOf(made.commitment, VALUE);
  const result = draw(plan, seed);
  if ("problem" in result) return;
  const drawn = addDays(today, -33);
  const picks = await keepPicks(systemReader(services, tx, services.clock.now(), today), new Date(at(drawn, 14)), made, result.picks, plan);
  const barred = new Set(result.picks.map(({ object }) => object));
  const tasks = picks.map((each, n) => {
    const doneOn = each.planOn;
    const found = n % 3 === 0 ? 0 : 1 + (n % 4);
    const values = {
      number: `JC${doneOn.replaceAll("-", "")}-S${String(n + 1).padStart(3, "0")}`,
      unit: each.unit,
      unitName: each.unitName,
      purpose: made.purpose,
      origin: "draw",
      originId: id,
      dueOn: doneOn,
      organ: made.organs?.[0]?.organ ?? null,
      organs: made.organs ?? [],
      lead: each.lead,
      second: each.second,
      checklists: [],
      byRisk: true,
      depth: each.risk === "red" || each.risk === "orange" ? "full" : "spot",
      savedVisits: Math.max(0, (made.organs?.length ?? 0) - 1),
      state: "done",
      openedAt: at(addDays(today, -32), 1),
      lastAt: at(doneOn, 8),
      closedAt: at(doneOn, 8),
      repeats: 1,
      result: found === 0 ? "none" : "found",
      foundCount: found,
      doneOn,
    };
    return {
      id: demoId(`draw task ${n}`),
      area: plan.objects.find((object) => object.id === each.unit)?.area ?? made.area,
      demo: true,
      values,
    };
  });
  await insertDemo(tx, services, task, tasks);
  for (const each of tasks) await countChecksOf(each.id, tx, services);
  await sql`update inspection.draw_pick p set task = t.id from inspection.task t where p.draw = ${id} and t.origin = 'draw' and t.origin_id = ${id} and t.unit = p.unit`.execute(
    tx,
  );
  await sql`update inspection.draw set state = 'published', random_text = ${VALUE}, random_source = ${SOURCE}, random_at = ${at(drawn, 13)}, seed = ${seed}, drawn_at = ${at(drawn, 14)},
      took_ms = 8, avoided = ${plan.conflicts.filter(([, object]) => barred.has(object)).length}, dispatched_at = ${at(addDays(today, -32), 1)},
      published_at = ${at(addDays(today, -5), 2)}, closed_at = ${at(addDays(today, -5), 2)}, last_at = ${at(addDays(today, -5), 2)} where id = ${id}`.execute(
    tx,
  );
}
