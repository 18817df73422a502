/** A joint check as its lead sees it: team, shared list, objects with what was found there, findings of the departments, and what followed. */
import { sql } from "kysely";
import { z } from "zod";
import { jointAction } from "#modules/supervision/enforcement/index.ts";
import { may } from "#platform/actor.ts";
import type { Row } from "#platform/ledger/define.ts";
import { findRow } from "#platform/ledger/read.ts";
import { readerOf } from "#platform/ledger/routes.ts";
import { ok, type Result, refuse } from "#platform/result.ts";
import { type RouteContext, route } from "#platform/route.ts";
import { jointCheck } from "./shapes.ts";

type Shown = z.output<typeof jointCheck>;
export const tag = "联合检查";
export const OPEN_STATES: readonly unknown[] = ["planned", "running"];

export async function actionOf(id: string, context: RouteContext, lock = false): Promise<Result<Row>> {
  const row = await findRow(context.services.catalog.get(jointAction.name), id, readerOf(context), lock);
  return row ? ok(row) : refuse("not_found", "ledger.unknown_row", { id });
}

export const showJointCheck = route({
  method: "GET",
  path: "/inspection/joint-actions/:id",
  summary: "联合检查的队伍、对象、发现和处置",
  tag,
  permission: `${jointAction.name}.read`,
  input: z.object({ id: z.uuid() }),
  output: jointCheck,
  async run(context, { id }) {
    const found = await actionOf(id, context);
    if (!found.ok) return found;
    const row = found.value;
    return ok({
      action: row.id,
      state: String(row.state),
      heldOn: String(row.heldOn),
      checklist: typeof row.checklist === "string" ? row.checklist : null,
      checklistTitle: typeof row.checklistTitle === "string" ? row.checklistTitle : null,
      team: await teamOf(id, context),
      objects: await objectsOf(id, context),
      findings: await findingsOf(id, context),
      follows: await followsOf(id, context),
      can: may(context.actor, "enforcement.joint.lead"),
    });
  },
});

export async function teamOf(id: string, { tx }: Pick<RouteContext, "tx">): Promise<Shown["team"]> {
  const { rows } = await sql<
    Shown["team"][number]
  >`select p.organ, o.name as organ_name, p.role, p.task, p.people::int from enforcement.joint_part p
    left join organizations.v_organ o on o.id = p.organ where p.action = ${id} and p.deleted_at is null order by (p.role = 'lead') desc, p.created_at, p.id`.execute(
    tx,
  );
  return rows;
}

async function objectsOf(id: string, { tx }: RouteContext): Promise<Shown["objects"]> {
  const { rows } = await sql<
    Shown["objects"][number]
  >`select t.task, t.unit, t.unit_name, a.name as area_name, l.name as lead, t.due_on, t.state, t.result, t.done_on,
      (select coalesce(jsonb_agg(jsonb_build_object('id', h.id, 'number', h.number, 'what', h.what, 'state', h.state, 'open', h.closed_at is null) order by h.number), '[]')
        from (select distinct i.hazard from inspection.visit_item i where i.visit = platform.uuid_of(t.visit) and i.hazard is not null) x
        join hazard_loop.hazard h on h.id = x.hazard and h.deleted_at is null) as hazards
    from inspection.v_check t left join platform.area a on a.key = t.area left join inspection.v_inspector l on l.id = t.lead
    where t.origin = 'jointCheck' and t.origin_id = ${id} and t.state <> 'cancelled' order by t.closed_at is not null, t.unit_name, t.id`.execute(
    tx,
  );
  return rows;
}

async function findingsOf(id: string, { tx }: RouteContext): Promise<Shown["findings"]> {
  const { rows } = await sql<
    Shown["findings"][number]
  >`select f.id, f.target, f.unit, o.name as organ_name, f.checked_on, f.found, f.problems::int from enforcement.joint_finding f
    left join organizations.v_organ o on o.id = f.organ where f.action = ${id} and f.deleted_at is null order by f.checked_on, f.created_at, f.id`.execute(
    tx,
  );
  return rows;
}

async function followsOf(id: string, { tx }: RouteContext): Promise<Shown["follows"]> {
  const { rows } = await sql<
    Shown["follows"][number]
  >`select f.id, f.finding, f.hazard, f.kind, f.what, o.name as organ_name, f.points::float8 as points, f.on_day, f.by, f.made_name, f.made_id
    from inspection.joint_follow f left join organizations.v_organ o on o.id = f.organ where f.action = ${id} and f.deleted_at is null order by f.created_at, f.id`.execute(
    tx,
  );
  return rows;
}
