/** Commands down 下发命令: asked here, sent by the process that has the gateway, answered or timed out. The table is the queue between them. */
import { sql } from "kysely";
import { z } from "zod";
import { asWorker, type Tx } from "#platform/db.ts";
import { insertRows, uuidv7 } from "#platform/ledger/write.ts";
import { pushLive } from "#platform/live.ts";
import { publish } from "#platform/outbox.ts";
import { ok, refuse } from "#platform/result.ts";
import { type RouteContext, route } from "#platform/route.ts";
import type { Services } from "#platform/services.ts";
import { readSettings } from "#platform/settings.ts";
import { limitsOf } from "./domain/limits.ts";
import { type CommandOutcome, type DeviceCommand, gatewayHere } from "./gateway-port.ts";
import { dutyAnswer } from "./ledgers.ts";

const byte = z.number().int().min(0).max(255);
const plainKinds = ["synchronise-clock", "initialise", "read-transmitter", "read-transmitter-time", "read-transmitter-version"] as const;
const commandInput = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("read-system"), systemType: byte, systemAddress: byte }),
  z.object({
    kind: z.literal("read-component"),
    systemType: byte,
    systemAddress: byte,
    componentAddress: z.number().int().min(0).max(4_294_967_295),
  }),
  z.object({ kind: z.enum(plainKinds) }),
]);

type Target = { readonly id: string; readonly address: string; readonly unit: string; readonly area: number; readonly demo: boolean };
type Asked = { readonly id: string; readonly target: Target; readonly command: DeviceCommand; readonly dutyAnswer: string | null };

async function ask({ tx, actor, now }: RouteContext, asked: readonly Asked[]): Promise<void> {
  const records = asked.map(({ id, target, command, dutyAnswer: answer }) => ({
    id,
    address: target.address,
    area: target.area,
    unit: target.unit,
    command,
    duty_answer: answer,
    asked_by: actor.userId,
    asked_by_name: actor.name,
    asked_at: now.toISOString(),
    state: "queued",
  }));
  await sql`insert into remote_monitoring.command (id, address, area, unit, command, duty_answer, asked_by, asked_by_name, asked_at, state)
    select id, address, area, unit, command, duty_answer, asked_by, asked_by_name, asked_at, state
    from jsonb_populate_recordset(null::remote_monitoring.command, ${JSON.stringify(records)}::jsonb)`.execute(tx);
  // Wakes the process with the gateway at once.
  await publish(tx, { type: "remote-monitoring.commands-asked", actor: actor.userId, count: asked.length });
}

/** Devices in use that the asker may see. */
async function targets(tx: Tx, where: ReturnType<typeof sql>): Promise<readonly Target[]> {
  const { rows } = await sql<Target>`select t.id, t.address, t.unit, t.area, t.demo from remote_monitoring.device t
    where t.deleted_at is null and ${where} order by t.address limit 20000`.execute(tx);
  return rows;
}

export const sendDeviceCommand = route({
  method: "POST",
  path: "/duty/commands",
  tag: "远程监控",
  summary: "向设备下发命令",
  permission: "remote-monitoring.command",
  input: z.object({ address: z.string().max(60), command: commandInput }),
  output: z.object({ id: z.uuid() }),
  example: { input: { address: "000128330280", command: { kind: "synchronise-clock" } } },
  async run(context, { address, command }) {
    const [target] = await targets(context.tx, sql`t.address = ${address.toLowerCase()}`);
    if (!target) return refuse("not_found", "remote-monitoring.unknown_device");
    const id = uuidv7(context.now.getTime());
    await ask(context, [{ id, target, command, dutyAnswer: null }]);
    context.audit({ action: "下发命令", subject: "facilities.transmitter", subjectId: target.id, area: target.area, detail: { command } });
    return ok({ id });
  },
});

const commandState = z.object({
  id: z.string(),
  address: z.string(),
  state: z.string(),
  askedAt: z.string(),
  finishedAt: z.string().nullable(),
  messageId: z.string().nullable(),
});

export const showCommand = route({
  method: "GET",
  path: "/duty/commands/:id",
  tag: "远程监控",
  summary: "命令的结果",
  permission: "remote-monitoring.command",
  input: z.object({ id: z.uuid() }),
  output: commandState,
  async run({ tx }, { id }) {
    const { rows } = await sql<
      z.infer<typeof commandState>
    >`select id, address, state, asked_at, finished_at, message_id from remote_monitoring.command where id = ${id}`.execute(tx);
    return rows[0] ? ok(rows[0]) : refuse("not_found", "ledger.unknown_row", { id });
  },
});

export const checkDuty = route({
  method: "POST",
  path: "/duty/duty-check",
  tag: "远程监控",
  summary: "查岗：一台、若干或全部",
  permission: "remote-monitoring.command",
  input: z.object({
    addresses: z.array(z.string().max(60)).max(5_000).optional(),
    units: z.array(z.uuid()).max(5_000).optional(),
    all: z.literal(true).optional(),
    answerMinutes: z.number().int().min(1).max(120).optional(),
  }),
  output: z.object({ checkId: z.string(), asked: z.number().int() }),
  example: { input: { all: true }, output: { checkId: "01997c2e-8f00-7000-8000-000000000001", asked: 80 } },
  async run(context, given) {
    const { tx, now, actor, services } = context;
    const wanted = given.all
      ? sql`t.kind = 'transmitter'`
      : sql`(t.address = any(${(given.addresses ?? []).map((each) => each.toLowerCase())}::text[]) or (t.kind = 'transmitter' and t.unit = any(${given.units ?? []}::uuid[])))`;
    const found = await targets(tx, wanted);
    if (found.length === 0) return refuse("invalid", "remote-monitoring.nobody_to_check");
    const answerMinutes = given.answerMinutes ?? limitsOf(await readSettings(tx)).dutyAnswerMinutes;
    const checkId = uuidv7(now.getTime());
    const answers = found.map((target) => ({ id: uuidv7(now.getTime()), target }));
    const writer = { tx, sealer: services.sealer, scope: { area: actor.area, unitId: null, userId: actor.userId } };
    const rows = answers.map(({ id, target: { area, demo, unit, address, id: transmitter } }) => ({
      id,
      area,
      demo,
      values: {
        checkId,
        unit,
        transmitter,
        address,
        sentAt: now.toISOString(),
        answerBy: new Date(now.getTime() + answerMinutes * 60_000).toISOString(),
        outcome: "sending",
        askedBy: actor.userId,
      },
    }));
    await insertRows(services.catalog.get(dutyAnswer.name), rows, writer);
    await ask(
      context,
      answers.map(({ id, target }) => ({
        id: uuidv7(now.getTime()),
        target,
        command: { kind: "duty-check", answerMinutes },
        dutyAnswer: id,
      })),
    );
    context.audit({ action: "查岗", subject: dutyAnswer.name, subjectId: checkId, detail: { asked: found.length, answerMinutes } });
    return ok({ checkId, asked: found.length });
  },
});

type Taken = {
  readonly id: string;
  readonly address: string;
  readonly area: number;
  readonly unit: string;
  readonly command: DeviceCommand;
  readonly dutyAnswer: string | null;
};
const AT_ONCE = 64;

/** Sends what waits, if this process has the gateway. @returns how many it took */
export async function sendWaiting(services: Services): Promise<number> {
  const gateway = gatewayHere();
  if (!gateway) return 0;
  const taken = await asWorker(services.db, async (tx) => {
    const { rows } =
      await sql<Taken>`update remote_monitoring.command c set state = 'sending', taken_at = ${services.clock.now().toISOString()}
      where c.id in (select id from remote_monitoring.command where state = 'queued' order by asked_at limit ${AT_ONCE} for update skip locked)
      returning id, address, area, unit, command, duty_answer`.execute(tx);
    return rows;
  });
  await Promise.all(
    taken.map(async (each) => {
      const outcome = await gateway.sendCommand(each.address, each.command).catch((error: unknown): CommandOutcome => {
        services.log.warn({ err: error, address: each.address }, "command");
        return { state: "not-connected" };
      });
      await asWorker(services.db, (tx) => finish(tx, each, outcome, services.clock.now()));
    }),
  );
  return taken.length;
}

const undeliveredWords: Readonly<Record<CommandOutcome["state"], string>> = {
  answered: "",
  denied: "设备否认",
  timeout: "设备无应答（3 次）",
  "not-connected": "设备未连接",
};

async function finish(
  tx: Tx,
  { id, address, area, unit, command, dutyAnswer: answer }: Taken,
  outcome: CommandOutcome,
  now: Date,
): Promise<void> {
  const messageId = outcome.state === "answered" ? (outcome.messageId ?? null) : null;
  await sql`update remote_monitoring.command set state = ${outcome.state}, finished_at = ${now.toISOString()}, message_id = ${messageId} where id = ${id}`.execute(
    tx,
  );
  if (answer)
    await sql`update remote_monitoring.duty_answer set outcome = ${outcome.state === "answered" ? "waiting" : "undelivered"},
      trouble = nullif(${undeliveredWords[outcome.state]}, ''), version = version + 1, updated_at = now() where id = ${answer} and outcome = 'sending'`.execute(
      tx,
    );
  await pushLive(tx, {
    topic: "device",
    area,
    unitId: unit,
    permission: "remote-monitoring.device.read",
    data: { what: "command", id, address, kind: command.kind, state: outcome.state, dutyAnswer: answer },
  });
}

/** A process that died while sending leaves no command waiting for ever. */
export const giveUpStale = (tx: Tx, now: Date) =>
  sql`update remote_monitoring.command set state = 'timeout', finished_at = ${now.toISOString()}
    where state in ('queued', 'sending') and coalesce(taken_at, asked_at) < ${new Date(now.getTime() - 120_000).toISOString()}`.execute(tx);
