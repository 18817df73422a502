/** What the tests of this module start from: 东风商厦 with a connected panel, and signals of its devices. */
import { randomBytes } from "node:crypto";
import type { App } from "#kit/kit.ts";
import { asWorker } from "#platform/db.ts";
import { insertRows, uuidv7 } from "#platform/ledger/write.ts";
import { applySignals, type Turn } from "./apply-signals.ts";
import type { Operation, Signal, StatusFlags, TransmitterFlags } from "./signal.ts";

export const noFlags: StatusFlags = {
  fire: false,
  fault: false,
  shielded: false,
  supervision: false,
  started: false,
  feedback: false,
  delayed: false,
  mainsFault: false,
  backupFault: false,
  busFault: false,
  manual: false,
  configChanged: false,
  reset: false,
  test: false,
};
export const healthy: TransmitterFlags = {
  fire: false,
  fault: false,
  mainsFault: false,
  backupFault: false,
  channelFault: false,
  lineFault: false,
  test: false,
};

let messages = 0;
const source = (address: string, at: string) => ({ messageId: `m-${++messages}`, part: 0, address, receivedAt: at, sentAt: at });

export const componentSignal = (
  address: string,
  componentAddress: number,
  at: string,
  flags: Partial<StatusFlags>,
  componentType = 40,
): Signal => ({
  ...source(address, at),
  kind: "component",
  systemType: 1,
  systemAddress: 1,
  componentType,
  componentAddress,
  status: 0,
  flags: { ...noFlags, ...flags },
  description: "",
  occurredAt: at,
});
export const lifeSignal = (address: string, at: string): Signal => ({ ...source(address, at), kind: "life" });
export const transmitterSignal = (address: string, at: string, flags: Partial<TransmitterFlags>): Signal => ({
  ...source(address, at),
  kind: "transmitter",
  status: 0,
  flags: { ...healthy, ...flags },
  occurredAt: at,
});

/** Loop 2, point n, as the address the panel sends. */
export const loop2 = (point: number): number => point * 65_536 + 2;

export const newAddress = (): string => randomBytes(6).toString("hex");

/** A networked unit in 荷花街道 with two smoke detectors and a call point in zone B of floor 3. */
export async function networkedUnit(app: App, name = "东风商厦") {
  const area = 330_802_001_001_000;
  await app.sql(
    `insert into platform.area (key, level, code, name, full_name) values ($1, 'village', '330802001001', '荷花社区', '柯城区荷花街道荷花社区') on conflict do nothing`,
    [area],
  );
  const { services } = app;
  const unit = uuidv7();
  const transmitter = uuidv7();
  const address = newAddress();
  await asWorker(services.db, async (tx) => {
    const reader = { tx, sealer: services.sealer, scope: { area: services.city.range, unitId: null, userId: null } };
    const put = (ledger: string, id: string, values: object) =>
      insertRows(services.catalog.get(ledger), [{ id, area, values: { ...values }, demo: false }], reader);
    await put("places.unit", unit, {
      name,
      kind: "shop",
      address: "府东街 128 号",
      vehicleEntry: "府东街北门，高 4.2 米",
      lon: 118.87,
      lat: 28.95,
      datum: "wgs84",
    });
    await put("facilities.transmitter", transmitter, {
      unit,
      name: "传输装置 1#",
      address,
      kind: "transmitter",
      state: "inUse",
      heartbeatSeconds: 60,
    });
    await put("facilities.control-room", uuidv7(), { unit, name: "消防控制室", phone: "0570-3051190" });
    for (const [point, place] of [
      [37, "女装区东侧走道"],
      [41, "女装区收银台"],
      [5, "东侧楼梯口"],
    ] as const) {
      await put("facilities.component", uuidv7(), {
        unit,
        address,
        systemType: 1,
        systemAddress: 1,
        componentAddress: loop2(point),
        componentType: point === 5 ? 23 : 40,
        floor: 3,
        zone: "B",
        place,
        state: "inUse",
      });
    }
  });
  return { unit, transmitter, address, area };
}

export const apply = (app: App, signals: readonly Signal[], turn: Turn = {}): Promise<void> =>
  asWorker(app.services.db, (tx) => applySignals(tx, signals, app.services, turn));

export const systemOperation = (address: string, at: string, operations: readonly Operation[]): Signal => ({
  ...source(address, at),
  kind: "facility-operation",
  systemType: 1,
  systemAddress: 1,
  operations,
  operator: 1,
  occurredAt: at,
});

export const dutyAnswerSignal = (address: string, at: string): Signal => ({
  ...source(address, at),
  kind: "transmitter-operation",
  operations: ["duty-answer"],
  operator: 3,
  occurredAt: at,
});
