/** 屏蔽与测试时段: opened and ended by people, always with a reason and an end. */
import { sql } from "kysely";
import { z } from "zod";
import type { Tx } from "#platform/db.ts";
import { findRow } from "#platform/ledger/read.ts";
import { readerOf } from "#platform/ledger/routes.ts";
import { insertRows, uuidv7 } from "#platform/ledger/write.ts";
import { pushLive } from "#platform/live.ts";
import { ok, refuse } from "#platform/result.ts";
import { type RouteContext, route } from "#platform/route.ts";
import type { Services } from "#platform/services.ts";
import { instant } from "#platform/values.ts";
import { refuseEnd, soonerEnd } from "./domain/windows.ts";
import { window } from "./ledgers.ts";
import { afterWindow } from "./tick.ts";

const number = z.number().int().min(0);

type NewWindow = {
  readonly kind: "shield" | "test";
  readonly unit: string;
  readonly area: number;
  readonly address: string | null;
  readonly systemType: number | null;
  readonly systemAddress: number | null;
  readonly componentAddress: number | null;
  readonly scopeWords: string;
  readonly reason: string;
  readonly fromAt: string;
  readonly until: string;
  readonly madeBy: string | null;
  readonly demo: boolean;
};

async function saveWindow(tx: Tx, services: Services, id: string, { area, demo, ...values }: NewWindow): Promise<void> {
  const writer = { tx, sealer: services.sealer, scope: { area: services.city.range, unitId: null, userId: values.madeBy } };
  await insertRows(services.catalog.get(window.name), [{ id, area, demo, values: { ...values, state: "open", muted: 0 } }], writer);
  await pushLive(tx, {
    topic: "duty",
    area,
    unitId: values.unit,
    permission: `${window.name}.read`,
    data: { what: "window", id, kind: values.kind, until: values.until, state: "open" },
  });
}

/** Opens the window an officer named with the conclusion 测试. Idempotent: it has the alarm's id. Never longer than a window may be. */
export async function openTestWindow(
  tx: Tx,
  services: Services,
  given: {
    readonly id: string;
    readonly unit: string;
    readonly address: string;
    readonly until: string;
    readonly reason: string;
    readonly by: string | null;
  },
): Promise<void> {
  const { rows } = await sql<{ area: number; name: string; demo: boolean; known: boolean }>`select v.area, v.name, v.demo,
      exists (select from remote_monitoring."window" w where w.id = ${given.id}) as known from facilities.v_device v where v.address = ${given.address}`.execute(
    tx,
  );
  const device = rows[0];
  if (!device || device.known) return;
  const now = services.clock.now();
  await saveWindow(tx, services, given.id, {
    kind: "test",
    unit: given.unit,
    area: device.area,
    address: given.address,
    systemType: null,
    systemAddress: null,
    componentAddress: null,
    scopeWords: `${device.name}全部部件`,
    reason: given.reason,
    fromAt: now.toISOString(),
    until: soonerEnd(given.until, now),
    madeBy: given.by,
    demo: device.demo,
  });
}

const openInput = z.object({
  kind: z.enum(["shield", "test"]),
  unit: z.uuid(),
  address: z.string().max(60).optional(),
  systemType: number.max(255).optional(),
  systemAddress: number.max(255).optional(),
  componentAddress: number.max(4_294_967_295).optional(),
  reason: z.string().trim().min(2).max(200),
  fromAt: instant.optional(),
  until: instant,
});

const scopeWordsOf = (given: z.infer<typeof openInput>): string => {
  if (given.componentAddress !== undefined) return `部件 ${given.componentAddress}`;
  if (given.systemType !== undefined) return `系统 ${given.systemType}-${given.systemAddress ?? "全部"}`;
  return given.address ? `设备 ${given.address}` : "整个单位";
};

export const openWindow = route({
  method: "POST",
  path: "/duty/windows",
  tag: "远程监控",
  summary: "办理屏蔽或测试时段",
  permission: "remote-monitoring.window",
  input: openInput,
  output: z.object({ id: z.uuid() }),
  async run(context: RouteContext, given) {
    const { tx, actor, now, services } = context;
    const unit = await findRow(services.catalog.get("places.unit"), given.unit, readerOf(context));
    if (!unit) return refuse("invalid", "ledger.unknown_reference");
    const fromAt = given.fromAt ?? now.toISOString();
    const fault = refuseEnd(given.until, fromAt, now);
    if (fault) return refuse("invalid", fault.code, fault.params);
    const id = uuidv7(now.getTime());
    await saveWindow(tx, services, id, {
      kind: given.kind,
      unit: given.unit,
      area: unit.area,
      address: given.address?.toLowerCase() ?? null,
      systemType: given.systemType ?? null,
      systemAddress: given.systemAddress ?? null,
      componentAddress: given.componentAddress ?? null,
      scopeWords: scopeWordsOf(given),
      reason: given.reason,
      fromAt,
      until: given.until,
      madeBy: actor.userId,
      demo: unit.demo,
    });
    context.audit({
      action: given.kind === "test" ? "开始测试" : "屏蔽",
      subject: window.name,
      subjectId: id,
      area: unit.area,
      detail: given,
    });
    return ok({ id });
  },
});

export const endWindow = route({
  method: "POST",
  path: "/duty/windows/:id/end",
  tag: "远程监控",
  summary: "提前结束屏蔽或测试",
  permission: "remote-monitoring.window",
  scope: "owner",
  input: z.object({ id: z.uuid(), reason: z.string().trim().min(2).max(200) }),
  output: z.object({ id: z.uuid() }),
  async run(context: RouteContext, { id, reason }) {
    const { tx, now, services } = context;
    const row = await findRow(services.catalog.get(window.name), id, readerOf(context), true);
    if (!row) return refuse("not_found", "ledger.unknown_row", { id });
    if (row.state !== "open") return refuse("conflict", "remote-monitoring.window_ended");
    const { rows } = await sql<
      Parameters<typeof afterWindow>[1]
    >`update remote_monitoring."window" set state = 'ended', ended_at = ${now.toISOString()}, ended_why = ${reason},
      version = version + 1, updated_at = now() where id = ${id} returning id, unit, area, address, system_type, system_address, component_address`.execute(
      tx,
    );
    for (const ended of rows) await afterWindow(tx, ended, now, services);
    context.audit({ action: "提前结束屏蔽或测试", subject: window.name, subjectId: id, area: row.area, detail: { reason } });
    return ok({ id });
  },
});
