/** Demonstration: one fire of last week with what it taught. Invented; marked as such. */
import { sql } from "kysely";
import { demoId, insertDemo } from "#modules/ground/places/index.ts";
import { raiseTasks } from "#modules/supervision/inspection/index.ts";
import type { Tx } from "#platform/db.ts";
import { orThrow } from "#platform/result.ts";
import type { Services } from "#platform/services.ts";
import { addDays, startOfDay } from "#platform/values.ts";
import { exposedProblem, INVESTIGATION, investigation } from "./investigation.ts";

const SIMILAR = 12;
type Burned = {
  readonly id: string;
  readonly area: number;
  readonly name: string;
  readonly kind: string;
  readonly hazards: readonly string[];
};

export async function seedDemo(tx: Tx, services: Services, report: (line: string) => void): Promise<void> {
  const { rows } =
    await sql<Burned>`select u.id, u.area, u.name, u.kind, array_agg(h.id::text order by h.opened_at desc, h.id) as hazards from places.unit u
    join hazard_loop.hazard h on h.unit = u.id and h.state = 'assigned' and h.demo and h.deleted_at is null
    where u.demo and u.kind in ('warehouse', 'factory', 'shop', 'hotel', 'entertainment', 'restaurant', 'smallPlace') group by u.id, u.area, u.name, u.kind order by u.area / 1000000000, count(*) desc, u.id limit 1`.execute(
      tx,
    );
  const burned = rows[0];
  if (!burned) return;
  const now = services.clock.now();
  const today = services.clock.today();
  const burnedOn = addDays(today, -6);
  const id = demoId("fire-investigation 0");
  const opened = startOfDay(addDays(today, -5)).toISOString();
  const { rows: organs } = await sql<{ id: string }>`select id from organizations.v_organ where kind = 'fire-brigade'
    and area = ${Math.floor(burned.area / 1e9) * 1e9} order by id limit 1`.execute(tx);
  const organ = organs[0]?.id ?? null;
  await insertDemo(tx, services, investigation, [
    {
      id,
      area: burned.area,
      demo: true,
      values: {
        number: `HD${burnedOn.slice(0, 4)}-001`,
        title: `${burned.name}火灾`,
        unit: burned.id,
        placeWords: "一层东侧",
        burnedOn,
        deaths: 0,
        injured: 1,
        organ,
        cause: "电动自行车电池充电时热失控",
        lessons: "室内停放充电，疏散通道堆物，报警后无人到现场核实",
        concludedOn: addDays(today, -2),
        state: "mending",
        openedAt: opened,
        lastAt: opened,
        dueAt: null,
        repeats: 1,
        holderOrgan: organ,
      },
    },
  ]);
  await sql`select nextval('fire_investigation.number')`.execute(tx);
  const hazards = burned.hazards.slice(0, 2);
  await sql`update hazard_loop.hazard set origin = 'investigation', origin_name = ${INVESTIGATION}, origin_id = ${id} where id = any(${hazards}::uuid[])`.execute(
    tx,
  );
  const { rows: alike } = await sql<{
    id: string;
  }>`select id from places.unit where demo and kind = ${burned.kind} and id <> ${burned.id} and deleted_at is null
    and area / 1000000000 = ${burned.area}::bigint / 1000000000 order by id limit ${SIMILAR}`.execute(tx);
  const problems = hazards.map((hazard, i) => ({ id: demoId(`fire-investigation problem ${i}`), hazard, similar: i === 0 }));
  const sent = orThrow(
    await raiseTasks(
      tx,
      services,
      alike.map((unit) => ({
        unit: unit.id,
        purpose: "special" as const,
        origin: "investigation" as const,
        originId: problems[0]?.id ?? null,
        dueOn: addDays(today, 4),
        organ,
        note: `${burned.name}火灾：同类单位排查`,
      })),
      { actor: null, actorName: "系统", now, today },
    ),
  );
  const { rows: words } = await sql<{
    id: string;
    what: string;
    place: string;
    due: string | null;
  }>`select id::text, what, place_words as place, due_on as due
    from hazard_loop.hazard where id = any(${hazards}::uuid[])`.execute(tx);
  await insertDemo(
    tx,
    services,
    exposedProblem,
    problems.flatMap(({ id: problem, hazard, similar }) => {
      const found = words.find((each) => each.id === hazard);
      if (!found) return [];
      const kinds = similar
        ? { kinds: [burned.kind], similarArea: Math.floor(burned.area / 1e9) * 1e9, similarDueOn: addDays(today, 4), tasks: sent.length }
        : { tasks: 0 };
      const values = {
        investigation: id,
        what: found.what,
        placeWords: found.place,
        hazard,
        foundOn: addDays(today, -5),
        dueOn: found.due ?? today,
        origin: similar ? "both" : "hazard",
        ...kinds,
      };
      return [{ id: problem, area: burned.area, demo: true, values }];
    }),
  );
  report(`火灾调查 1 起，同类排查 ${sent.length} 家（演示数据）`);
}
