/** What a screen reads of a joint check. */
import { z } from "zod";
import { type FollowKind, followKinds } from "./follow.ts";

const whole = z.number().int();
export const followKey = z.enum(Object.keys(followKinds) as [FollowKind, ...FollowKind[]]);

const hazard = z.object({ id: z.uuid(), number: z.string(), what: z.string(), state: z.string(), open: z.boolean() });
const object = z
  .object({
    task: z.uuid(),
    unit: z.uuid(),
    unitName: z.string(),
    areaName: z.string().nullable(),
    lead: z.string().nullable(),
    dueOn: z.string(),
    state: z.string(),
    result: z.string().nullable(),
    doneOn: z.string().nullable(),
    hazards: z.array(hazard),
  })
  .meta({ id: "JointObject", description: "联合检查的一个对象：检查任务与查出的隐患" });
const finding = z
  .object({
    id: z.uuid(),
    target: z.string(),
    unit: z.uuid().nullable(),
    organName: z.string().nullable(),
    checkedOn: z.string(),
    found: z.string().nullable(),
    problems: whole,
  })
  .meta({ id: "JointFinding", description: "一个部门在联合检查中的记录" });
const follow = z
  .object({
    id: z.uuid(),
    finding: z.uuid().nullable(),
    hazard: z.uuid().nullable(),
    kind: followKey,
    what: z.string(),
    organName: z.string().nullable(),
    points: z.number().nullable(),
    onDay: z.string(),
    by: z.string(),
    madeName: z.string().nullable(),
    madeId: z.uuid().nullable(),
  })
  .meta({ id: "JointFollow", description: "联合检查的一件处置" });

export const jointCheck = z
  .object({
    action: z.uuid(),
    state: z.string(),
    heldOn: z.string(),
    checklist: z.string().nullable(),
    checklistTitle: z.string().nullable(),
    team: z.array(
      z.object({ organ: z.uuid(), organName: z.string().nullable(), role: z.string(), task: z.string(), people: whole.nullable() }),
    ),
    objects: z.array(object),
    findings: z.array(finding),
    follows: z.array(follow),
    can: z.boolean().describe("可定对象、检查表和处置"),
  })
  .meta({ id: "JointCheck", description: "联合检查：队伍、对象、共用检查表、发现和处置" });
