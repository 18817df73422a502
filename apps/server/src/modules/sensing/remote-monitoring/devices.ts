/** 设备接入: what each device said, byte by byte, and the addresses nobody knows. This is how installers debug. */
import { sql } from "kysely";
import { z } from "zod";
import { componentTypeName } from "#modules/ground/facilities/index.ts";
import { findRow, listRows } from "#platform/ledger/read.ts";
import { readerOf } from "#platform/ledger/routes.ts";
import { ok, refuse } from "#platform/result.ts";
import { type RouteContext, route } from "#platform/route.ts";
import { readSettings } from "#platform/settings.ts";
import {
  deviceDetail,
  type HeardPoint,
  heardPoint,
  type MadeCase,
  madeCase,
  messageHead,
  type NuisanceRow,
  nuisanceRow,
  type pointFigures,
  rolloutRow,
  type SentCommand,
  summary,
  unreadable,
  unregistered,
  wholeMessage,
} from "./device-shapes.ts";
import { limitsOf } from "./domain/limits.ts";
import { type Gateway, gatewayHere } from "./gateway-port.ts";
import { device } from "./ledgers.ts";
import { refTitle } from "./rows.ts";
import { listUnregistered } from "./unregistered.ts";

const tag = "远程监控";
const permission = "remote-monitoring.device.read";
const address = z
  .string()
  .max(60)
  .transform((text) => text.toLowerCase());
const before = z.string().max(60).optional();
const PAGE = 50;

async function deviceRow(given: string, context: RouteContext) {
  const listed = await listRows(context.services.catalog.get(device.name), { where: { address: given }, limit: 1 }, readerOf(context));
  return listed.ok ? listed.value.rows[0] : undefined;
}

type RegisterFigures = Pick<z.output<typeof summary>, "registered" | "online" | "faulty" | "messagesToday" | "unheardPoints">;
const NO_DEVICES: RegisterFigures = { registered: 0, online: 0, faulty: 0, messagesToday: 0, unheardPoints: 0 };

export const deviceSummary = route({
  method: "GET",
  path: "/devices/summary",
  tag,
  summary: "设备接入：各页签的数",
  permission,
  input: z.object({}),
  output: summary,
  async run({ tx, today }) {
    const { rows } =
      await sql<RegisterFigures>`select count(*)::int as registered, count(*) filter (where connection = 'online')::int as online,
        count(*) filter (where fault)::int as faulty, coalesce(sum(messages_today), 0)::int as messages_today,
        (select count(*)::int from remote_monitoring.point where condition = 'unheard') as unheard_points
      from remote_monitoring.device where deleted_at is null`.execute(tx);
    const gateway = gatewayHere()?.status();
    return ok({
      ...(rows[0] ?? NO_DEVICES),
      today,
      port: gateway?.port ?? null,
      connections: gateway?.connections ?? null,
      deniedToday: gateway?.deniedToday ?? null,
    });
  },
});

export const showDevice = route({
  method: "GET",
  path: "/devices/:address",
  tag,
  summary: "设备：状态、连接、时钟、最近消息、点位对应",
  permission,
  composed: ["faultWords"],
  input: z.object({ address }),
  output: deviceDetail,
  async run(context, { address: given }) {
    const { tx, services } = context;
    const row = await deviceRow(given, context);
    if (!row) return refuse("not_found", "remote-monitoring.unknown_device");
    const register = await findRow(services.catalog.get("facilities.transmitter"), row.id, readerOf(context));
    const points = await sql<
      z.output<typeof pointFigures>
    >`select (select count(*)::int from remote_monitoring.point where address = ${given} and deleted_at is null) as registered,
        count(*)::int as heard, count(*) filter (where not exists (select from remote_monitoring.point k where k.address = s.address and k.system_type = s.system_type
          and k.system_address = s.system_address and k.component_address = s.component_address and k.deleted_at is null))::int as unmatched
      from remote_monitoring.component_state s where s.address = ${given} and s.component_address >= 0`.execute(tx);
    const state = await sql<{
      facts: Record<string, unknown>;
      firstMessageAt: string;
    }>`select facts, first_message_at from remote_monitoring.device_state where address = ${given}`.execute(tx);
    const commands =
      await sql<SentCommand>`select id, command, asked_by_name, asked_at, state, finished_at, message_id from remote_monitoring.command
      where address = ${given} order by asked_at desc limit 10`.execute(tx);
    const gateway = gatewayHere();
    const connection = gateway?.connectionOf(given);
    return ok({
      device: row,
      register: register ?? null,
      connection: connection ?? null,
      points: points.rows[0] ?? { registered: 0, heard: 0, unmatched: 0 },
      facts: state.rows[0]?.facts ?? {},
      commands: commands.rows,
      messages: gateway ? await gateway.messagesOf(tx, given, null, 20, context.language) : [],
    });
  },
});

/** Runs `work` with this process's gateway, or says that there is none. */
async function withGateway<T>(work: (gateway: Gateway) => Promise<T>) {
  const gateway = gatewayHere();
  return gateway ? ok(await work(gateway)) : refuse("unavailable", "remote-monitoring.gateway_elsewhere");
}

export const listMessages = route({
  method: "GET",
  path: "/devices/:address/messages",
  tag,
  summary: "设备的报文，新的在前",
  permission,
  scope: "owner",
  input: z.object({ address, before }),
  output: z.object({ messages: z.array(messageHead), next: z.string().nullable() }),
  async run(context, given) {
    if (!(await deviceRow(given.address, context))) return refuse("not_found", "remote-monitoring.unknown_device");
    return withGateway(async (gateway) => {
      const messages = await gateway.messagesOf(context.tx, given.address, given.before ?? null, PAGE, context.language);
      return { messages, next: messages.length === PAGE ? (messages.at(-1)?.id ?? null) : null };
    });
  },
});

export const showMessage = route({
  method: "GET",
  path: "/messages/:id",
  tag,
  summary: "一条报文：字节、逐字段、生成的警情",
  permission,
  scope: "owner",
  composed: ["words", "deviceWords", "placeWords", "typeName"],
  input: z.object({ id: z.string().max(60) }),
  output: z.object({ message: wholeMessage, cases: z.array(madeCase), point: heardPoint.nullable() }),
  async run(context, { id }) {
    const gateway = gatewayHere();
    if (!gateway) return refuse("unavailable", "remote-monitoring.gateway_elsewhere");
    const message = await gateway.message(context.tx, id, context.language);
    const mine = message && (await deviceRow(message.address, context));
    const unclaimed =
      message && !mine && context.actor.permissions.has("remote-monitoring.claim") && !(await isRegistered(message.address, context));
    if (!message || !(mine || unclaimed)) return refuse("not_found", "remote-monitoring.no_message");
    const cases =
      await sql<MadeCase>`select distinct a.id, a.number, a.kind, a.unit_name, a.repeats, a.grade, a.state from remote_monitoring.alarm a
      left join platform.timeline l on l.case_id = a.id and l.given ->> 'messageId' = ${id}
      where a.address = ${message.address} and (a.message_id = ${id} or l.id is not null) limit 20`.execute(context.tx);
    const points = await sql<
      Omit<HeardPoint, "typeName">
    >`select s.system_type, s.system_address, s.component_address, s.component_type, s.words, k.name as device_words, k.place_words
      from remote_monitoring.component_state s left join facilities.v_component k on k.address = s.address and k.system_type = s.system_type
        and k.system_address = s.system_address and k.component_address = s.component_address
      where s.address = ${message.address} and s.message_id = ${id} limit 1`.execute(context.tx);
    const point = points.rows[0];
    return ok({
      message,
      cases: cases.rows,
      point: point ? { ...point, typeName: componentTypeName(point.componentType) } : null,
    });
  },
});

async function isRegistered(given: string, { tx }: RouteContext): Promise<boolean> {
  const { rows } = await sql`select 1 from facilities.v_device where address = ${given}`.execute(tx);
  return rows.length > 0;
}

export const showUnregistered = route({
  method: "GET",
  path: "/devices/unregistered",
  tag,
  summary: "待登记设备",
  permission: "remote-monitoring.claim",
  scope: "owner",
  input: z.object({}),
  output: z.object({ rows: z.array(unregistered) }),
  async run({ tx }) {
    const rows = await listUnregistered(tx);
    return ok({
      rows: rows.map(({ fires, ...row }) => ({
        ...row,
        openFires: Object.values(fires).length,
        lastFireAt:
          Object.values(fires)
            .map((fire) => fire.at)
            .toSorted()
            .at(-1) ?? null,
      })),
    });
  },
});

export const showUnreadable = route({
  method: "GET",
  path: "/devices/unreadable",
  tag,
  summary: "读不懂的字节，连同原因",
  permission: "remote-monitoring.claim",
  scope: "owner",
  input: z.object({ before }),
  output: z.object({ rows: z.array(unreadable), next: z.string().nullable() }),
  run: ({ tx, language }, given) =>
    withGateway(async (gateway) => {
      const rows = await gateway.unreadable(tx, given.before ?? null, PAGE, language);
      return { rows, next: rows.length === PAGE ? (rows.at(-1)?.id ?? null) : null };
    }),
});

export const listNuisance = route({
  method: "GET",
  path: "/devices/nuisance",
  tag,
  summary: "频繁误报的点位",
  permission: "remote-monitoring.alarm.read",
  composed: ["placeWords", "deviceWords"],
  input: z.object({}),
  output: z.object({ times: z.number().int(), days: z.number().int(), rows: z.array(nuisanceRow) }),
  async run({ tx, now }) {
    const { nuisanceTimes: times, nuisanceDays: days } = limitsOf(await readSettings(tx));
    const since = new Date(now.getTime() - days * 86_400_000).toISOString();
    const { rows } =
      await sql<NuisanceRow>`select address, system_type, system_address, component_address, unit, min(unit_name) as unit_name, max(place_words) as place_words,
        max(device_words) as device_words, count(*)::int as false_alarms, max(closed_at) as last_at, mode() within group (order by cause) as cause
      from remote_monitoring.alarm where conclusion = 'false' and kind = 'fire' and closed_at >= ${since} and deleted_at is null
      group by address, system_type, system_address, component_address, unit having count(*) >= ${times} order by count(*) desc, max(closed_at) desc limit 500`.execute(
        tx,
      );
    return ok({ times, days, rows });
  },
});

export const listRollouts = route({
  method: "GET",
  path: "/devices/rollouts",
  tag,
  summary: "推广批次：计划、已装、在线",
  permission: "facilities.rollout.read",
  input: z.object({}),
  output: z.object({ rows: z.array(rolloutRow) }),
  async run(context) {
    const batches = await listRows(context.services.catalog.get("facilities.rollout"), { limit: 200 }, readerOf(context));
    const { rows } = await sql<{ rollout: string; installed: number; online: number }>`select rollout, count(*)::int as installed,
        count(*) filter (where connection = 'online')::int as online from remote_monitoring.device where rollout is not null and deleted_at is null group by rollout`.execute(
      context.tx,
    );
    const found = new Map(rows.map((row) => [row.rollout, row]));
    return ok({
      rows: (batches.ok ? batches.value.rows : []).map((batch) => ({
        ...batch,
        organName: refTitle(batch, "organ"),
        installed: found.get(batch.id)?.installed ?? 0,
        online: found.get(batch.id)?.online ?? 0,
      })),
    });
  },
});
