/** 班次与交接班: who sits at the desk, and what passes from one shift to the next. Both sign; the log is the ledger of shifts. */
import { sql } from "kysely";
import { z } from "zod";
import { countRows, listRows } from "#platform/ledger/read.ts";
import { readerOf } from "#platform/ledger/routes.ts";
import { rowOf } from "#platform/ledger/shapes.ts";
import { insertRows, uuidv7 } from "#platform/ledger/write.ts";
import { pushLive } from "#platform/live.ts";
import { ok, refuse } from "#platform/result.ts";
import { type RouteContext, route } from "#platform/route.ts";
import { type AreaRange, instant } from "#platform/values.ts";
import { alarm } from "./alarm.ts";
import { shift, window } from "./ledgers.ts";
import { queueRows } from "./queue.ts";
import { queueRow, seat, shiftRow } from "./shapes.ts";

const tag = "远程监控";
const officers = z
  .array(z.object({ id: z.uuid().nullable(), name: z.string().trim().min(1).max(40) }))
  .min(1)
  .max(12);
const newShift = z.object({
  name: z.string().trim().min(1).max(40),
  untilAt: instant,
  leaderName: z.string().trim().max(40).default(""),
  officers,
});

export type ShiftRow = z.output<typeof shiftRow>;

/** The running shift of this desk: a desk is one area. */
export async function runningShift({ tx, actor }: Pick<RouteContext, "tx" | "actor">): Promise<ShiftRow | undefined> {
  const { rows } =
    await sql<ShiftRow>`select id, name, from_at, until_at, leader_name, officers, handed_by, handed_by_name, handed_at, note from remote_monitoring.shift
    where ended_at is null and deleted_at is null and area = ${actor.area.lo} order by from_at desc limit 1`.execute(tx);
  return rows[0];
}

/** Two officers sign on at the same moment: the second waits here until the first has, and then sees his shift. The index `shift_running` says the same. */
const holdDesk = ({ tx, actor }: RouteContext) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`remote-monitoring.shift ${actor.area.lo}`}, 0))`.execute(tx);

async function openShift(context: RouteContext, given: z.infer<typeof newShift>): Promise<string> {
  const { actor, now, services } = context;
  const id = uuidv7(now.getTime());
  await insertRows(
    services.catalog.get(shift.name),
    [{ id, area: actor.area.lo, demo: false, values: { ...given, fromAt: now.toISOString() } }],
    readerOf(context),
  );
  await tell(context, id, "started");
  context.audit({ action: "开班", subject: shift.name, subjectId: id, area: actor.area.lo, detail: given });
  return id;
}

const tell = ({ tx, actor }: RouteContext, id: string, state: string) =>
  pushLive(tx, { topic: "duty", area: actor.area.lo, permission: "remote-monitoring.seat", data: { what: "shift", id, state } });

export const startShift = route({
  method: "POST",
  path: "/duty/shifts",
  tag,
  summary: "开始班次",
  permission: "remote-monitoring.seat",
  input: newShift,
  output: z.object({ id: z.uuid() }),
  async run(context, given) {
    await holdDesk(context);
    const running = await runningShift(context);
    if (running) return refuse("conflict", "remote-monitoring.shift_running", { name: running.name });
    return ok({ id: await openShift(context, given) });
  },
});

export const showShift = route({
  method: "GET",
  path: "/duty/shift",
  tag,
  summary: "当前班次与交接清单",
  permission: "remote-monitoring.seat",
  input: z.object({}),
  output: z.object({
    shift: shiftRow.nullable(),
    handover: z.object({
      alarms: z.array(queueRow),
      windows: z.array(rowOf(window)),
      faults: z.number().int(),
      offline: z.number().int(),
    }),
  }),
  async run(context) {
    const reader = readerOf(context);
    const alarms = await queueRows(context.tx, sql`a.closed_at is null and a.kind in ('fire', 'supervision', 'linkage', 'test')`, 200);
    const windows = await listRows(context.services.catalog.get(window.name), { view: "open", limit: 100 }, reader);
    const count = async (kind: string) => {
      const counted = await countRows(context.services.catalog.get(alarm.name), { where: { open: true, kind } }, reader);
      return counted.ok ? counted.value.count : 0;
    };
    return ok({
      shift: (await runningShift(context)) ?? null,
      handover: {
        alarms,
        windows: windows.ok ? windows.value.rows : [],
        faults: await count("fault"),
        offline: await count("offline"),
      },
    });
  },
});

export const handOverShift = route({
  method: "POST",
  path: "/duty/shifts/hand-over",
  tag,
  summary: "交班签字",
  permission: "remote-monitoring.seat",
  input: z.object({ note: z.string().trim().max(1_000).default("") }),
  output: z.object({ id: z.string() }),
  async run(context, { note }) {
    const { tx, actor, now } = context;
    const running = await runningShift(context);
    if (!running) return refuse("conflict", "remote-monitoring.no_shift");
    await sql`update remote_monitoring.shift set handed_by = ${actor.userId}, handed_by_name = ${actor.name}, handed_at = ${now.toISOString()}, note = ${note},
      version = version + 1, updated_at = now() where id = ${running.id}`.execute(tx);
    await tell(context, running.id, "handed");
    context.audit({ action: "交班签字", subject: shift.name, subjectId: running.id, area: actor.area.lo, detail: { note } });
    return ok({ id: running.id });
  },
});

export const takeOverShift = route({
  method: "POST",
  path: "/duty/shifts/take-over",
  tag,
  summary: "接班签字",
  permission: "remote-monitoring.seat",
  input: newShift,
  output: z.object({ id: z.uuid() }),
  async run(context, given) {
    const { tx, actor, now } = context;
    const seen = await runningShift(context);
    await holdDesk(context);
    const running = await runningShift(context);
    if (!running) return refuse("conflict", "remote-monitoring.no_shift");
    if (seen && seen.id !== running.id)
      return refuse("conflict", "remote-monitoring.shift_taken", { name: running.name, officer: running.officers[0]?.name ?? "" });
    if (!running.handedAt) return refuse("conflict", "remote-monitoring.not_handed");
    if (running.handedBy === actor.userId) return refuse("conflict", "remote-monitoring.same_person");
    await sql`update remote_monitoring.shift set taken_by = ${actor.userId}, taken_by_name = ${actor.name}, taken_at = ${now.toISOString()}, ended_at = ${now.toISOString()},
      open_alarms = (select count(*) from remote_monitoring.alarm where closed_at is null and deleted_at is null), version = version + 1, updated_at = now()
      where id = ${running.id}`.execute(tx);
    context.audit({ action: "接班签字", subject: shift.name, subjectId: running.id, area: actor.area.lo });
    return ok({ id: await openShift(context, given) });
  },
});

export const showPresence = route({
  method: "POST",
  path: "/duty/presence",
  tag,
  summary: "值守台在线与声音状态（每 15 秒）",
  permission: "remote-monitoring.seat",
  audited: false,
  input: z.object({
    sound: z.enum(["on", "off", "blocked"]),
    mutedWhy: z.string().trim().max(100).optional(),
    mutedSeconds: z.number().min(0).optional(),
  }),
  output: z.object({ seats: z.array(seat) }),
  async run(context, { sound, mutedWhy, mutedSeconds }) {
    const { tx, actor, now } = context;
    if (sound === "off" && (mutedSeconds ?? 0) > MUTE_FREE_SECONDS && !mutedWhy)
      return refuse("invalid", "remote-monitoring.mute_needs_reason");
    const { rows } = await sql<{
      sound: string;
      mutedWhy: string | null;
    }>`select sound, muted_why from remote_monitoring.seat where user_id = ${actor.userId}`.execute(tx);
    if (rows[0]?.sound !== sound || rows[0].mutedWhy !== (mutedWhy ?? null))
      context.audit({ action: "值守台声音", subject: "remote-monitoring.seat", detail: { sound, mutedWhy }, area: actor.area.lo });
    await sql`insert into remote_monitoring.seat (user_id, name, area_lo, area_hi, sound, muted_why, seen_at)
      values (${actor.userId}, ${actor.name}, ${actor.area.lo}, ${actor.area.hi}, ${sound}, ${mutedWhy ?? null}, ${now.toISOString()})
      on conflict (user_id) do update set name = excluded.name, area_lo = excluded.area_lo, area_hi = excluded.area_hi, sound = excluded.sound,
        muted_why = excluded.muted_why, seen_at = excluded.seen_at`.execute(tx);
    return ok({ seats: await presentSeats(tx, actor.area, now) });
  },
});
/** A seat that was not seen for this long is empty. */
export const SEAT_SECONDS = 40;

/** Muted longer than this needs a reason (screens.md §10). */
const MUTE_FREE_SECONDS = 60;

export async function presentSeats(
  tx: RouteContext["tx"],
  area: AreaRange,
  now: Date,
): Promise<readonly { userId: string; name: string; sound: string }[]> {
  const { rows } = await sql<{ userId: string; name: string; sound: string }>`select user_id, name, sound from remote_monitoring.seat
    where seen_at > ${new Date(now.getTime() - SEAT_SECONDS * 1_000).toISOString()} and area_lo <= ${area.hi} and area_hi >= ${area.lo} order by name`.execute(
    tx,
  );
  return rows;
}
