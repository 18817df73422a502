/** What the embedded page shows and does: my events, my month of patrols, what is lacking; a patrol, a hazard, an answer. Everything by its token. */
import { sql } from "kysely";
import { z } from "zod";
import { HAZARD, raiseHazard } from "#modules/supervision/hazard-loop/index.ts";
import { eraseCase } from "#platform/case/define.ts";
import { moveCase } from "#platform/case/store.ts";
import { parseAsked } from "#platform/http/server.ts";
import type { Reader } from "#platform/ledger/read.ts";
import { createRow } from "#platform/ledger/write.ts";
import { publish } from "#platform/outbox.ts";
import { ok, refuse } from "#platform/result.ts";
import type { RawRoute } from "#platform/route.ts";
import { calendarDate, isWithin } from "#platform/values.ts";
import { patrol } from "../grid/grid.ts";
import { EVENT, event } from "./event.ts";
import { type EmbeddedContext, inEmbedded } from "./session.ts";
import { findByKey } from "./store.ts";

const tag = "嵌入页";
const nullable = z.string().nullable();
const base = { tag, permission: "public", proof: "bearer" } as const;

const readerOf = ({ tx, actor, services, now, today }: EmbeddedContext): Reader => ({
  tx,
  catalog: services.catalog,
  scope: { area: actor.area, unitId: null, userId: actor.userId, organId: actor.organId },
  moments: { today, now },
  sealer: services.sealer,
});

const listed = z.object({
  id: z.uuid(),
  number: z.string(),
  title: z.string(),
  placeWords: z.string(),
  state: z.string(),
  dueAt: nullable,
  kind: z.string(),
});
const home = z.object({
  name: z.string(),
  areaName: z.string(),
  platform: z.string(),
  may: z.object({ patrol: z.boolean(), handle: z.boolean(), find: z.boolean() }),
  member: z
    .object({
      id: z.uuid(),
      planned: z.number().int().nullable(),
      patrols: z.number().int(),
      problems: z.number().int(),
      lastPatrolOn: nullable,
    })
    .nullable(),
  events: z.array(listed),
  hazards: z.object({ open: z.number().int(), overdue: z.number().int() }),
  registers: z.object({ stale: z.number().int(), completeness: z.number().nullable() }),
  station: z
    .object({
      town: z.string(),
      staffPresent: z.number().int().nullable(),
      staffStandard: z.number().int().nullable(),
      phone: nullable,
      onDuty: z.array(z.string()),
    })
    .nullable(),
  areas: z.array(z.object({ key: z.number().int(), name: z.string() })),
});

async function readHome(context: EmbeddedContext): Promise<z.output<typeof home>> {
  const { tx, actor, platform, now, today } = context;
  const { lo, hi } = actor.area;
  const first = `${today.slice(0, 7)}-01`;
  const may = (permission: string) => actor.permissions.has(permission);
  const member = await sql<NonNullable<z.output<typeof home>["member"]>>`select m.id, m.patrols_a_month as planned, m.last_patrol_on,
      (select count(*)::int from grassroots.patrol p where p.member = m.id and p.deleted_at is null and p.patrolled_on >= ${first}::date) as patrols,
      (select coalesce(sum(problems), 0)::int from grassroots.patrol p where p.member = m.id and p.deleted_at is null and p.patrolled_on >= ${first}::date) as problems
    from grassroots.grid_member m where m."user" = ${actor.userId} and m.status = 'active' and m.deleted_at is null order by m.id limit 1`.execute(
    tx,
  );
  const events = await sql<z.output<typeof listed>>`select id, number, title, place_words, state, due_at, kind from grassroots.event
    where closed_at is null and deleted_at is null and area between ${lo} and ${hi} order by due_at nulls last, id limit 20`.execute(tx);
  const hazards = await sql<{
    open: number;
    overdue: number;
  }>`select count(*)::int as open, count(*) filter (where due_at < ${now.toISOString()})::int as overdue
    from hazard_loop.hazard where closed_at is null and deleted_at is null and area between ${lo} and ${hi}`.execute(tx);
  const registers = await sql<{
    stale: number;
    completeness: number | null;
  }>`select count(*) filter (where fresh_until is null or fresh_until < ${today}::date)::int as stale,
      round((sum(filled)::float8 / nullif(sum(cells), 0) * 100)::numeric, 1)::float8 as completeness
    from grassroots.register where deleted_at is null and area between ${lo} and ${hi}`.execute(tx);
  const station = await sql<NonNullable<z.output<typeof home>["station"]>>`select s.town, s.staff_present, s.staff_standard, s.phone,
      array(select case when p.standing = 'b' then p.holder_b else p.holder_a end from grassroots.station_post p
        where p.station = s.id and p.standing in ('a', 'b') and p.deleted_at is null order by p.post) as on_duty
    from grassroots.station s where s.deleted_at is null and s.area between ${lo} and ${hi} order by s.area limit 1`.execute(tx);
  const areas = await sql<{
    key: number;
    name: string;
  }>`select key, name from platform.area where key between ${lo} and ${hi} and level = 'village' and valid_to is null order by key limit 60`.execute(
    tx,
  );
  return {
    name: actor.name,
    areaName: actor.areaName,
    platform: platform.name,
    may: { patrol: may("grassroots.patrol.write"), handle: may("grassroots.handle"), find: may("hazard-loop.find") },
    member: member.rows[0] ?? null,
    events: events.rows,
    hazards: hazards.rows[0] ?? { open: 0, overdue: 0 },
    registers: registers.rows[0] ?? { stale: 0, completeness: null },
    station: station.rows[0] ?? null,
    areas: areas.rows,
  };
}

const showHome: RawRoute = {
  ...base,
  method: "GET",
  path: "/embedded/home",
  summary: "嵌入页：我的事件、巡查、缺口",
  input: z.object({}),
  output: home,
  answer: ({ request, services }) =>
    inEmbedded(request, services, "grassroots.station.read", null, async (context) => ok(await readHome(context))),
};

const patrolInput = z.object({
  id: z.uuid().optional().describe("页面自编；重复提交不重复登记"),
  route: z.string().trim().min(1).max(200),
  objects: z.number().int().min(0).max(500),
  problems: z.number().int().min(0).max(200),
  onSpot: z.number().int().min(0).max(200).default(0),
  foundWords: z.string().trim().min(1).max(300),
});
const made = z.object({ id: z.uuid() });

const addPatrol: RawRoute = {
  ...base,
  method: "POST",
  path: "/embedded/patrols",
  summary: "嵌入页：登记一次巡查",
  input: patrolInput,
  output: made,
  example: { input: { route: "荷花小区 1–6 幢", objects: 12, problems: 1, onSpot: 1, foundWords: "楼道清理 1 处" } },
  answer: async ({ request, services }) => {
    const given = parseAsked(patrolInput, request.body, request);
    if (!given.ok) return given;
    return inEmbedded(request, services, "grassroots.patrol.write", { action: "嵌入页登记巡查", subject: patrol.name }, async (context) => {
      const { tx, actor, today, now } = context;
      const { id, ...values } = given.value;
      const mine = await sql<{
        id: string;
      }>`select id from grassroots.grid_member where "user" = ${actor.userId} and status = 'active' and deleted_at is null order by id limit 1`.execute(
        tx,
      );
      const [member] = mine.rows;
      if (!member) return refuse("forbidden", "grassroots.no_grid_member");
      if (id) {
        const had = await sql`select 1 from grassroots.patrol where id = ${id} and member = ${member.id}`.execute(tx);
        if (had.rows.length > 0) return ok({ id });
      }
      const row = await createRow(
        services.catalog.get(patrol.name),
        { ...(id ? { id } : {}), values: { ...values, member: member.id, patrolledOn: today, beganAt: now.toISOString() }, lacking: true },
        readerOf(context),
      );
      if (!row.ok) return row;
      await sql`update grassroots.patrol set via = 'embedded' where id = ${row.value.id}`.execute(tx);
      await publish(tx, { type: `${patrol.name}.saved`, area: row.value.area, actor: actor.userId, id: row.value.id });
      return ok({ id: row.value.id });
    });
  },
};

const hazardInput = z.object({
  id: z.uuid().optional(),
  area: z.number().int(),
  placeWords: z.string().trim().min(1).max(200),
  what: z.string().trim().min(2).max(1_000),
});

const addHazard: RawRoute = {
  ...base,
  method: "POST",
  path: "/embedded/hazards",
  summary: "嵌入页：登记隐患",
  input: hazardInput,
  output: made.extend({ number: z.string() }),
  answer: async ({ request, services }) => {
    const given = parseAsked(hazardInput, request.body, request);
    if (!given.ok) return given;
    return inEmbedded(
      request,
      services,
      "hazard-loop.find",
      { action: "嵌入页登记隐患", subject: HAZARD },
      async ({ tx, actor, now, today }) => {
        const { id, area, placeWords, what } = given.value;
        if (!isWithin(area, actor.area)) return refuse("invalid", "hazard-loop.outside_area");
        const found = { ...(id ? { id } : {}), area, unit: null, placeWords, what, item: null, origin: "patrol", foundOn: today } as const;
        const raised = await raiseHazard(tx, services, found, { actor, actorName: actor.name, organ: actor.organId, now, today });
        if (!raised.ok) return raised;
        const { rows } = await sql<{ number: string }>`select number from hazard_loop.hazard where id = ${raised.value.id}`.execute(tx);
        return rows[0] ? ok({ id: raised.value.id, number: rows[0].number }) : refuse("conflict", "hazard-loop.id_taken");
      },
    );
  },
};

const moveInput = z.object({
  id: z.uuid(),
  move: z.enum(["take", "finish"]),
  dueOn: calendarDate.optional(),
  result: z.string().trim().min(1).max(2_000).optional(),
});

const moveEvent: RawRoute = {
  ...base,
  method: "POST",
  path: "/embedded/events/:id/:move",
  summary: "嵌入页：受理或办结事件",
  input: moveInput,
  output: z.object({ state: z.string() }),
  answer: async ({ request, services }) => {
    const given = parseAsked(moveInput, { ...(request.body as object), ...(request.params as object) }, request);
    if (!given.ok) return given;
    const { id, move, ...values } = given.value;
    return inEmbedded(request, services, "grassroots.handle", { action: "嵌入页办理事件", subject: EVENT }, async (context) => {
      const { actor, now, today } = context;
      const moved = await moveCase(eraseCase(event), id, move, values, { actor, now, today }, readerOf(context));
      return moved.ok ? ok({ state: String(moved.value.state) }) : moved;
    });
  },
};

export const embeddedRoutes: readonly RawRoute[] = [showHome, addPatrol, addHazard, moveEvent];

const PAGE = /^\/embedded\/([a-z0-9][a-z0-9-]{3,39})$/;

/** The embedded page may stand in the frames of the origin its platform is registered with, as long as that is in force. */
export async function framedBy(path: string, services: Parameters<typeof inEmbedded>[1]): Promise<readonly string[] | undefined> {
  const key = PAGE.exec(path)?.[1];
  if (!key) return undefined;
  const platform = await services.db.transaction().execute((tx) => findByKey(tx, key));
  return platform?.state === "active" && platform.scopes.includes("embed") && platform.origin ? [platform.origin] : undefined;
}
