/** 值守台: what the whole seat shows besides the chosen alarm. */
import { sql } from "kysely";
import { z } from "zod";
import { listRows } from "#platform/ledger/read.ts";
import { readerOf } from "#platform/ledger/routes.ts";
import { ok } from "#platform/result.ts";
import { type RouteContext, route } from "#platform/route.ts";
import { readSettings } from "#platform/settings.ts";
import { startOfDay } from "#platform/values.ts";
import { GATEWAY_AWAY_MS } from "./domain/connection.ts";
import { type AlarmKind, alarmKinds, kindOrder } from "./domain/kinds.ts";
import { limitsOf } from "./domain/limits.ts";
import { boardExample } from "./examples.ts";
import { gatewayHere } from "./gateway-port.ts";
import { window } from "./ledgers.ts";
import { QUEUE_WORDS, queueRows } from "./queue.ts";
import { refTitle } from "./rows.ts";
import { board, type openWindowRow } from "./shapes.ts";
import { presentSeats, runningShift } from "./shifts.ts";

export const showBoard = route({
  method: "GET",
  path: "/duty/board",
  tag: "远程监控",
  summary: "值守台：队列、计数、班次、连接",
  permission: "remote-monitoring.seat",
  input: z.object({}),
  composed: [...QUEUE_WORDS, "centre", "label", "hint", "scopeWords", "reason"],
  output: board,
  example: { output: boardExample },
  async run(context) {
    const { tx, now, services } = context;
    const rows = await queueRows(tx, sql`a.closed_at is null`);
    const windows = await openWindows(context);
    const gateway = gatewayHere()?.status();
    return ok({
      now: now.toISOString(),
      centre: `${services.city.name}消防远程监控中心`,
      counts: await counts(context, windows),
      rows,
      devices: await deviceTotals(context),
      messagesPerMinute: await messagesPerMinute(context),
      dutyChecks: await dutyChecks(context),
      windows,
      today: await closedToday(context),
      gateway: {
        ...(await gatewayPulse(context)),
        storing: gateway?.storing ?? null,
        trouble: gateway?.trouble ?? null,
        port: gateway?.port ?? null,
        connections: gateway?.connections ?? null,
      },
      dispatchConnected: (limitsOf(await readSettings(tx)).dispatchUrl ?? services.config.dispatchUrl) !== null,
      shift: (await runningShift(context)) ?? null,
      seats: await presentSeats(tx, context.actor.area, now),
    });
  },
});

type OpenWindow = z.output<typeof openWindowRow>;

async function openWindows(context: RouteContext): Promise<readonly OpenWindow[]> {
  const listed = await listRows(context.services.catalog.get(window.name), { view: "open", limit: 200 }, readerOf(context));
  if (!listed.ok) return [];
  return listed.value.rows.map((row) => ({
    id: row.id,
    kind: row.kind === "test" ? "test" : "shield",
    until: String(row.until),
    unitName: refTitle(row, "unit"),
    scopeWords: String(row.scopeWords),
    reason: String(row.reason),
    muted: Number(row.muted ?? 0),
  }));
}

async function counts({ tx, today, now }: RouteContext, windows: readonly OpenWindow[]) {
  const { rows } = await sql<{ kind: AlarmKind; total: number; unaccepted: number; long: number }>`select kind, count(*)::int as total,
      count(*) filter (where state = 'reported')::int as unaccepted, count(*) filter (where opened_at < ${new Date(now.getTime() - 7_200_000).toISOString()})::int as long
    from remote_monitoring.alarm where closed_at is null and deleted_at is null group by kind`.execute(tx);
  const endOfToday = startOfDay(today).getTime() + 86_400_000;
  const found = new Map(rows.map((row) => [row.kind, row]));
  return kindOrder.map((kind) => {
    const row = found.get(kind) ?? { total: 0, unaccepted: 0, long: 0 };
    const own = windows.filter((window) => window.kind === kind);
    const base = { kind, label: alarmKinds[kind], total: row.total + own.length, unaccepted: row.unaccepted };
    const ending = own.filter((window) => Date.parse(window.until) < endOfToday);
    if (kind === "shield") return { ...base, hint: ending.length > 0 ? `今日到期 ${ending.length}` : "" };
    if (kind === "test") return { ...base, hint: own[0] ? `至 ${clock(own[0].until)}` : "" };
    if (kind === "offline") return { ...base, hint: row.long > 0 ? `超 2 小时 ${row.long}` : "" };
    return { ...base, hint: row.unaccepted > 0 ? `未接 ${row.unaccepted}` : "" };
  });
}
const clock = (at: string): string => new Date(Date.parse(at) + 8 * 3_600_000).toISOString().slice(11, 16);

async function deviceTotals({ tx }: RouteContext) {
  const { rows } = await sql<{
    online: number;
    total: number;
  }>`select count(*)::int as total, count(*) filter (where d.connection = 'online')::int as online
    from remote_monitoring.device d where d.deleted_at is null`.execute(tx);
  return rows[0] ?? { online: 0, total: 0 };
}

/** The last whole minute. Of the whole installation: the stream knows no areas. */
async function messagesPerMinute({ tx, now }: RouteContext): Promise<number> {
  const minute = new Date(Math.floor(now.getTime() / 60_000) * 60_000 - 60_000).toISOString();
  const { rows } = await sql<{ messages: number }>`select messages from remote_monitoring.minute_count where minute = ${minute}`.execute(
    tx,
  );
  return rows[0]?.messages ?? 0;
}

async function dutyChecks({ tx, today }: RouteContext) {
  const { rows } = await sql<{
    asked: number;
    answered: number;
  }>`select count(*)::int as asked, count(*) filter (where outcome = 'answered')::int as answered
    from remote_monitoring.duty_answer where deleted_at is null and sent_at >= ${startOfDay(today).toISOString()}`.execute(tx);
  return rows[0] ?? { asked: 0, answered: 0 };
}

async function closedToday({ tx, today }: RouteContext) {
  const { rows } = await sql<{
    closed: number;
    false: number;
    real: number;
  }>`select count(*)::int as closed, count(*) filter (where conclusion = 'false')::int as "false",
      count(*) filter (where conclusion = 'real')::int as real
    from remote_monitoring.alarm where closed_at >= ${startOfDay(today).toISOString()} and conclusion <> 'merged' and deleted_at is null`.execute(
    tx,
  );
  return rows[0] ?? { closed: 0, false: 0, real: 0 };
}

async function gatewayPulse({ tx, now }: RouteContext) {
  const { rows } = await sql<{ at: string | null }>`select max(at) as at from remote_monitoring.gateway_pulse`.execute(tx);
  const lastAt = rows[0]?.at ?? null;
  return { lastAt, present: lastAt !== null && now.getTime() - Date.parse(lastAt) <= GATEWAY_AWAY_MS };
}
