/** 认领: an address that spoke before it was registered takes up its life: its state, and a fire that is still young. */
import { sql } from "kysely";
import { z } from "zod";
import { DEFAULT_HEARTBEAT_SECONDS, deviceKinds } from "#modules/ground/facilities/index.ts";
import type { Tx } from "#platform/db.ts";
import { readerOf } from "#platform/ledger/routes.ts";
import { createRow } from "#platform/ledger/write.ts";
import { pushLive } from "#platform/live.ts";
import { publish } from "#platform/outbox.ts";
import { ok, refuse } from "#platform/result.ts";
import { type RouteContext, route } from "#platform/route.ts";
import type { Services } from "#platform/services.ts";
import { readSettings } from "#platform/settings.ts";
import { applyEffects } from "./apply-signals.ts";
import { limitsOf } from "./domain/limits.ts";
import type { PointState } from "./domain/meaning.ts";
import { projectDevices, projectPoints } from "./project-devices.ts";
import { findDevices } from "./rows.ts";
import { takeUnregistered } from "./unregistered.ts";

/** @returns how many fires were raised at once */
export async function adopt(tx: Tx, address: string, services: Services): Promise<number> {
  const devices = await findDevices(tx, [address]);
  const heard = devices.has(address) ? await takeUnregistered(tx, address) : undefined;
  if (!heard) return 0;
  const source = { messageId: heard.lastMessageId, part: 0, address, receivedAt: heard.lastAt, sentAt: null };
  await projectDevices(tx, [{ ...source, kind: "life" }], devices);
  const minutes = limitsOf(await readSettings(tx)).claimFireMinutes;
  const youngest = services.clock.now().getTime() - minutes * 60_000;
  const fires = Object.values(heard.fires).filter((fire) => Date.parse(fire.at) >= youngest);
  const states = fires.map(({ kind, on: _, ...fire }): PointState => ({ ...fire, status: 2, active: [kind] }));
  await projectPoints(tx, states, devices);
  await applyEffects(tx, fires, devices, services);
  const device = devices.get(address);
  if (device)
    await pushLive(tx, {
      topic: "device",
      area: device.area,
      unitId: device.unit,
      permission: "remote-monitoring.device.read",
      data: { what: "claimed", address, unit: device.unit },
    });
  return fires.length;
}

/** Devices registered by form or import after they had spoken. */
export async function adoptRegistered(tx: Tx, services: Services): Promise<void> {
  const { rows } = await sql<{
    address: string;
  }>`select u.address from remote_monitoring.unregistered u join facilities.v_device v on v.address = u.address limit 50`.execute(tx);
  for (const { address } of rows) await adopt(tx, address, services);
}

const kinds = z.enum(Object.keys(deviceKinds) as [keyof typeof deviceKinds, ...(keyof typeof deviceKinds)[]]);

export const claimDevice = route({
  method: "POST",
  path: "/devices/unregistered/:address/claim",
  tag: "远程监控",
  summary: "认领待登记设备",
  permission: "remote-monitoring.claim",
  // Unregistered addresses have no place in the tree; the new device is checked against the claimer's area by `createRow`.
  scope: "owner",
  input: z.object({
    address: z.string().max(60),
    unit: z.uuid(),
    name: z.string().trim().min(1).max(60),
    kind: kinds.default("transmitter"),
    building: z.uuid().optional(),
    profile: z.string().max(60).optional(),
    model: z.string().max(60).optional(),
    heartbeatSeconds: z.number().int().min(5).max(86_400).default(DEFAULT_HEARTBEAT_SECONDS),
  }),
  output: z.object({ id: z.uuid(), address: z.string(), raised: z.number().int() }),
  example: { input: { address: "000128330285", unit: "01997c2e-8f00-7000-8000-000000000001", name: "传输装置 3#" } },
  async run(context: RouteContext, { address: given, ...values }) {
    const { tx, services, now, today } = context;
    const address = given.toLowerCase();
    const { rows } = await sql`select 1 from remote_monitoring.unregistered where address = ${address}`.execute(tx);
    if (rows.length === 0) return refuse("not_found", "remote-monitoring.never_heard");
    const entry = services.catalog.get("facilities.transmitter");
    const made = await createRow(
      entry,
      { values: { ...values, address, state: "inUse", installedOn: today }, lacking: true },
      readerOf(context),
    );
    if (!made.ok) return made;
    await publish(tx, { type: "facilities.transmitter.saved", area: made.value.area, actor: context.actor.userId, id: made.value.id });
    const raised = await adopt(tx, address, services);
    context.audit({
      action: "认领设备",
      subject: "facilities.transmitter",
      subjectId: made.value.id,
      area: made.value.area,
      detail: { address, at: now },
    });
    return ok({ id: made.value.id, address, raised });
  },
});
