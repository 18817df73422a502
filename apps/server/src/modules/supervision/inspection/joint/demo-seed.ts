/** Demonstration: the objects of the seeded joint action, all by one list, and what was done about one finding. */
import { sql } from "kysely";
import { demoId, insertDemo } from "#modules/ground/places/index.ts";
import type { Tx } from "#platform/db.ts";
import { orThrow } from "#platform/result.ts";
import type { Services } from "#platform/services.ts";
import { listUsed } from "../tasks/change-lists.ts";
import { raiseTasks } from "../tasks/raise-tasks.ts";
import { jointFollow } from "./follow.ts";

const LIST = "small-shop";
const OBJECTS = 5;

type Running = { readonly id: string; readonly area: number; readonly lead: string; readonly name: string };
type Found = {
  readonly id: string;
  readonly area: number;
  readonly unit: string;
  readonly found: string;
  readonly organ: string;
  readonly town: string | null;
};

export async function seedJointCheck(tx: Tx, services: Services, report: (line: string) => void): Promise<void> {
  const { rows: actions } =
    await sql<Running>`select id, area, lead, name from enforcement.joint_action where demo and state = 'running' order by id limit 1`.execute(
      tx,
    );
  const action = actions[0];
  if (!action) return;
  const now = services.clock.now();
  const today = services.clock.today();
  const lists = orThrow(await listUsed(tx, LIST, today));
  const { rows: team } = await sql<{
    organ: string;
  }>`select organ from enforcement.joint_part where action = ${action.id} order by created_at, id`.execute(tx);
  const { rows: units } = await sql<{
    id: string;
  }>`select id from places.unit where demo and kind in ('smallPlace', 'shop') and deleted_at is null
    and area / 1000000000 = ${action.area}::bigint / 1000000000 order by id limit ${OBJECTS}`.execute(tx);
  const sent = orThrow(
    await raiseTasks(
      tx,
      services,
      units.map((unit) => ({
        unit: unit.id,
        purpose: "joint" as const,
        origin: "jointCheck" as const,
        originId: action.id,
        dueOn: today,
        organ: action.lead,
        organs: team.map(({ organ }) => organ),
        checklists: lists,
        note: action.name,
      })),
      { actor: null, actorName: "系统", now, today },
    ),
  );
  await sql`update enforcement.joint_action set checklist = ${LIST}, checklist_title = ${lists[0]?.title ?? null} where id = ${action.id}`.execute(
    tx,
  );
  await seedDeduction(tx, services, action.id);
  report(`联合检查对象 ${sent.length} 家（演示数据）`);
}

/** Points off the town in whose street the lane was blocked. */
async function seedDeduction(tx: Tx, services: Services, action: string): Promise<void> {
  const { rows } = await sql<Found>`select f.id, g.area, f.unit, f.found, g.id as organ, g.name as town from enforcement.joint_finding f
    join organizations.v_organ g on g.area = f.area / 1000000 * 1000000 and g.kind = 'government'
    where f.action = ${action} and f.problems = 1 order by f.id, g.id limit 1`.execute(tx);
  const found = rows[0];
  if (!found) return;
  const values = {
    action,
    finding: found.id,
    kind: "deduction",
    what: found.found,
    organ: found.organ,
    points: 0.5,
    onDay: services.clock.today(),
    by: "林晓东",
  };
  await insertDemo(tx, services, jointFollow, [{ id: demoId("joint follow 0"), area: found.area, demo: true, values }]);
}
