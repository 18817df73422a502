/** The object list and the one check list of a joint check: every object is a check task of the lead with all the team, opened on the phone as any other. */
import { sql } from "kysely";
import { z } from "zod";
import { ok, refuse } from "#platform/result.ts";
import { route } from "#platform/route.ts";
import { calendarDate } from "#platform/values.ts";
import { changeLists, listUsed } from "../tasks/change-lists.ts";
import { raiseTasks } from "../tasks/raise-tasks.ts";
import { actionOf, OPEN_STATES, tag, teamOf } from "./show.ts";

const permission = "enforcement.joint.lead";
const subject = "enforcement.joint-action";

export const chooseJointList = route({
  method: "POST",
  path: "/inspection/joint-actions/:id/checklist",
  summary: "定联合检查的共用检查表",
  description: "还没开始查的对象一并换用。",
  tag,
  permission,
  input: z.object({ id: z.uuid(), checklist: z.string().max(60) }),
  output: z.object({ title: z.string(), version: z.number().int(), changed: z.number().int() }),
  async run(context, { id, checklist }) {
    const found = await actionOf(id, context, true);
    if (!found.ok) return found;
    if (!OPEN_STATES.includes(found.value.state)) return refuse("conflict", "inspection.joint_over");
    const used = await listUsed(context.tx, checklist, context.today);
    if (!used.ok) return used;
    const [list] = used.value;
    if (!list) return refuse("invalid", "inspection.unknown_checklist", { list: checklist });
    await sql`update enforcement.joint_action set checklist = ${list.list}, checklist_title = ${list.title}, version = version + 1, updated_at = now() where id = ${id}`.execute(
      context.tx,
    );
    const changed = await changeLists(context.tx, { origin: "jointCheck", originId: id }, [list]);
    context.audit({ action: "定联合检查检查表", subject, subjectId: id, area: found.value.area, detail: { checklist } });
    return ok({ title: list.title, version: list.version, changed });
  },
});

export const addJointObjects = route({
  method: "POST",
  path: "/inspection/joint-actions/:id/objects",
  summary: "加联合检查的对象",
  description: "每个对象一项联合检查任务，带全部参加单位和共用检查表；已在名单里的不重复。",
  tag,
  permission,
  input: z.object({
    id: z.uuid(),
    units: z.array(z.uuid()).min(1).max(200),
    dueOn: calendarDate.optional(),
    lead: z.uuid().optional(),
    second: z.uuid().optional(),
  }),
  output: z.object({ added: z.number().int() }),
  async run(context, { id, units, dueOn, lead, second }) {
    const { tx, services, actor, now, today } = context;
    const found = await actionOf(id, context, true);
    if (!found.ok) return found;
    const action = found.value;
    if (!OPEN_STATES.includes(action.state)) return refuse("conflict", "inspection.joint_over");
    const { rows } = await sql<{
      unit: string;
    }>`select unit from inspection.v_check where origin = 'jointCheck' and origin_id = ${id} and state <> 'cancelled'`.execute(tx);
    const known = new Set(rows.map(({ unit }) => unit));
    const wanted = [...new Set(units)].filter((unit) => !known.has(unit));
    if (wanted.length === 0) return ok({ added: 0 });
    const lists = await listUsed(tx, typeof action.checklist === "string" ? action.checklist : null, today);
    if (!lists.ok) return lists;
    const later = [String(action.heldOn), today].toSorted()[1] ?? today;
    const team = await teamOf(id, context);
    const raised = await raiseTasks(
      tx,
      services,
      wanted.map((unit) => ({
        unit,
        purpose: "joint" as const,
        origin: "jointCheck" as const,
        originId: id,
        dueOn: dueOn ?? later,
        lead: lead ?? null,
        second: second ?? null,
        organ: String(action.lead),
        organs: team.map(({ organ }) => organ),
        checklists: lists.value,
        note: String(action.name).slice(0, 500),
      })),
      { actor, actorName: actor.name, now, today },
    );
    if (!raised.ok) return raised;
    context.audit({ action: "加联合检查对象", subject, subjectId: id, area: action.area, detail: { added: raised.value.length } });
    return ok({ added: raised.value.length });
  },
});
