/** 区域联防 at work: what the groups do, who is near a place in need, and each month in one answer. SH-5.11, SH-5.12. */
import { sql } from "kysely";
import { z } from "zod";
import type { Actor } from "#platform/actor.ts";
import type { Tx } from "#platform/db.ts";
import { insertRows, uuidv7 } from "#platform/ledger/write.ts";
import { ok, refuse } from "#platform/result.ts";
import { route } from "#platform/route.ts";
import { calendarDate, isWithin } from "#platform/values.ts";
import { metresBetween, outlineOf } from "./domain/outline.ts";
import { arePhotosKnown } from "./known-photos.ts";
import { activities, jointActivity } from "./ledgers/joint.ts";

const tag = "区域联防";
type Activity = keyof typeof activities;
const kinds = Object.keys(activities) as [Activity, ...Activity[]];

const member = z.object({ unit: z.uuid(), name: z.string(), contact: z.string(), isLead: z.boolean() });
const group = z
  .object({
    id: z.uuid(),
    name: z.string(),
    leader: z.string(),
    phone: z.string(),
    rules: z.string().nullable(),
    shared: z.array(z.object({ what: z.string(), count: z.number().nullable(), place: z.string().nullable() })),
    lon: z.number().nullable(),
    lat: z.number().nullable(),
    outline: z.array(z.tuple([z.number(), z.number()])),
    members: z.array(member),
    metres: z.number().int().nullable().describe("离所问地点"),
  })
  .meta({ id: "JointGroup", description: "一个联防组织：成员、值班电话、共用器材、片区边界" });
type Group = z.output<typeof group>;

type Stored = Omit<Group, "members" | "outline" | "shared" | "metres"> & {
  readonly area: number;
  readonly unit: string;
  readonly radiusM: number | null;
  readonly outline: string | null;
  readonly shared: Group["shared"] | null;
  readonly members: Group["members"] | null;
};

/** Groups within an area; a unit sees those it leads or belongs to. Asked as owner, so the filter is here. */
async function groupsOf(tx: Tx, actor: Actor): Promise<readonly Stored[]> {
  const { rows } =
    await sql<Stored>`select g.id, g.area, g.unit, g.name, g.leader, g.phone, g.rules, g.shared, g.lon, g.lat, g.radius_m::int, g.outline,
      (select jsonb_agg(jsonb_build_object('unit', m.unit, 'name', u.name, 'contact', m.contact, 'isLead', m.unit = g.unit) order by m.unit <> g.unit, u.name)
        from unit_management.joint_member m join places.unit u on u.id = m.unit where m."group" = g.id and m.deleted_at is null) as members
    from unit_management.joint_group g where g.deleted_at is null and g.area between ${actor.area.lo} and ${actor.area.hi}
      and (${actor.unitId}::uuid is null or g.unit = ${actor.unitId}
        or exists (select 1 from unit_management.joint_member m where m."group" = g.id and m.unit = ${actor.unitId} and m.deleted_at is null))
    order by g.name limit 500`.execute(tx);
  return rows;
}

const shown = ({ area: _, unit: __, radiusM, outline, ...stored }: Stored, metres: number | null): Group => ({
  ...stored,
  shared: stored.shared ?? [],
  members: stored.members ?? [],
  outline: [...outlineOf(outline, stored, radiusM)],
  metres,
});

export const listJointGroups = route({
  method: "GET",
  path: "/unit-management/joint-groups",
  tag,
  summary: "联防组织与片区；给出地点时按远近",
  permission: "unit-management.joint-groups",
  scope: "owner",
  input: z.object({
    lon: z.coerce.number().optional(),
    lat: z.coerce.number().optional(),
    limit: z.coerce.number().int().min(1).max(500).default(200),
  }),
  output: z.object({ groups: z.array(group) }),
  async run({ tx, actor }, { lon, lat, limit }) {
    const groups = (await groupsOf(tx, actor)).map((each) =>
      shown(
        each,
        lon !== undefined && lat !== undefined && each.lon !== null && each.lat !== null
          ? metresBetween([lon, lat], [each.lon, each.lat])
          : null,
      ),
    );
    const sorted =
      lon === undefined
        ? groups
        : groups.toSorted((a, b) => (a.metres ?? Number.POSITIVE_INFINITY) - (b.metres ?? Number.POSITIVE_INFINITY));
    return ok({ groups: sorted.slice(0, limit) });
  },
});

export const logJointActivity = route({
  method: "POST",
  path: "/unit-management/joint-activities",
  tag,
  summary: "记一次联防活动",
  description: "五项工作之一；互查的单位须是同一联防组织的另一家成员。",
  permission: "unit-management.joint-log",
  scope: "owner",
  input: z.object({
    group: z.uuid(),
    unit: z.uuid().optional().describe("单位人员不填，按本单位"),
    kind: z.enum(kinds),
    heldOn: calendarDate,
    what: z.string().trim().min(2).max(200),
    participants: z.number().int().min(0).max(10_000).nullable().default(null),
    checkedUnit: z.uuid().nullable().default(null),
    checkedBy: z.string().trim().max(40).default(""),
    found: z.number().int().min(0).max(1_000).nullable().default(null),
    photos: z.array(z.uuid()).max(12).default([]),
  }),
  output: z.object({ id: z.uuid() }),
  async run({ tx, actor, services, now, today, audit }, given) {
    const found = (await groupsOf(tx, actor)).find((each) => each.id === given.group);
    if (!found || !isWithin(found.area, actor.area)) return refuse("not_found", "ledger.unknown_row", { id: given.group });
    const members = new Set([found.unit, ...(found.members ?? []).map((each) => each.unit)]);
    const unit = actor.unitId ?? given.unit;
    if (!unit || !members.has(unit)) return refuse("invalid", "unit-management.not_a_member");
    if (given.checkedUnit && !members.has(given.checkedUnit)) return refuse("invalid", "unit-management.not_a_member");
    if (given.checkedUnit === unit) return refuse("invalid", "unit-management.checks_itself");
    if (given.heldOn > today) return refuse("invalid", "unit-management.in_future");
    if (!(await arePhotosKnown({ tx, actor }, given.photos))) return refuse("invalid", "unit-management.unknown_photo");
    const id = uuidv7(now.getTime());
    const scope = { area: actor.area, unitId: actor.unitId, userId: actor.userId };
    const values = { ...given, unit, checkedBy: given.checkedBy || null };
    await insertRows(services.catalog.get(jointActivity.name), [{ id, area: found.area, values, demo: false }], {
      tx,
      sealer: services.sealer,
      scope,
    });
    audit({ action: "记一次联防活动", subject: jointActivity.name, subjectId: id, area: found.area });
    return ok({ id });
  },
});

export const summariseGroup = route({
  method: "GET",
  path: "/unit-management/joint-groups/:id/months/:month",
  tag,
  summary: "一个联防组织的月度小结",
  permission: "unit-management.joint-groups",
  scope: "owner",
  input: z.object({ id: z.uuid(), month: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/) }),
  output: z
    .object({
      name: z.string(),
      month: z.string(),
      members: z.number().int(),
      tookPart: z.number().int(),
      kinds: z.array(z.object({ kind: z.enum(kinds), times: z.number().int(), participants: z.number().int(), found: z.number().int() })),
      crossChecked: z.array(z.object({ unit: z.string(), times: z.number().int() })),
      notChecked: z.array(z.string()),
    })
    .meta({ id: "JointMonth", description: "联防组织一个月的五项工作与互查" }),
  async run({ tx, actor }, { id, month }) {
    const found = (await groupsOf(tx, actor)).find((each) => each.id === id);
    if (!found) return refuse("not_found", "ledger.unknown_row", { id });
    const { rows } = await sql<{
      unit: string;
      kind: Activity;
      participants: number | null;
      found: number | null;
      checkedUnit: string | null;
    }>`select unit, kind, participants::int, found::int, checked_unit
      from unit_management.joint_activity where "group" = ${id} and held_on >= ${`${month}-01`}::date and held_on < ${`${month}-01`}::date + interval '1 month' and deleted_at is null`.execute(
      tx,
    );
    const members = found.members ?? [];
    const sum = (values: readonly (number | null)[]) => values.reduce<number>((total, value) => total + (value ?? 0), 0);
    return ok({
      name: found.name,
      month,
      members: members.length,
      tookPart: new Set(rows.map((row) => row.unit)).size,
      kinds: kinds.map((kind) => {
        const of = rows.filter((row) => row.kind === kind);
        return { kind, times: of.length, participants: sum(of.map((row) => row.participants)), found: sum(of.map((row) => row.found)) };
      }),
      crossChecked: members
        .map(({ unit, name }) => ({ unit: name, times: rows.filter((row) => row.checkedUnit === unit).length }))
        .filter(({ times }) => times > 0),
      notChecked: members.filter(({ unit }) => !rows.some((row) => row.checkedUnit === unit)).map(({ name }) => name),
    });
  },
});
