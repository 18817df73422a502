/** Operations people make on panels and devices 操作信息: shown on the open alarms there; a reset ends what the panel had active. */
import { sql } from "kysely";
import { addLine } from "#platform/case/store.ts";
import type { Tx } from "#platform/db.ts";
import { ALARM } from "./alarm.ts";
import type { AlarmKind } from "./domain/kinds.ts";
import { type Effect, operationSentence } from "./domain/meaning.ts";
import { tellAlarms } from "./queue.ts";
import type { Signal } from "./signal.ts";

type Operated = Extract<Signal, { kind: "facility-operation" | "transmitter-operation" }>;
const isOperated = (signal: Signal): signal is Operated => signal.kind === "facility-operation" || signal.kind === "transmitter-operation";

/** A reset panel says nothing of components it forgot: they are off until they speak again. */
export async function resetSystems(tx: Tx, signals: readonly Signal[]): Promise<readonly Effect[]> {
  const effects: Effect[] = [];
  for (const signal of signals) {
    if (signal.kind !== "facility-operation" || !signal.operations.includes("reset")) continue;
    const { rows } = await sql<{ componentAddress: number; componentType: number; active: AlarmKind[] }>`with was as (
        select component_address, component_type, active from remote_monitoring.component_state
        where address = ${signal.address} and system_type = ${signal.systemType} and system_address = ${signal.systemAddress} and active <> '{}' and last_at < ${signal.receivedAt}),
      cleared as (update remote_monitoring.component_state s set active = '{}', words = '', since = ${signal.receivedAt} from was
        where s.address = ${signal.address} and s.system_type = ${signal.systemType} and s.system_address = ${signal.systemAddress} and s.component_address = was.component_address)
      select * from was`.execute(tx);
    const { address, systemType, systemAddress, receivedAt, messageId } = signal;
    for (const { componentAddress, componentType, active } of rows)
      for (const kind of active)
        effects.push({
          key: { address, systemType, systemAddress, componentAddress },
          componentType,
          kind,
          on: false,
          words: "控制器复位",
          description: "",
          at: receivedAt,
          occurredAt: signal.occurredAt,
          messageId,
        });
  }
  return effects;
}

/** Each operation becomes a line on the open fires of its device. */
export async function noteOperations(tx: Tx, signals: readonly Signal[]): Promise<void> {
  const operated = signals.filter(isOperated).filter((signal) => signal.operations.some((each) => each !== "duty-answer"));
  if (operated.length === 0) return;
  const addresses = [...new Set(operated.map((signal) => signal.address))];
  const { rows } = await sql<{ id: string; address: string }>`select id, address from remote_monitoring.alarm
    where closed_at is null and deleted_at is null and kind in ('fire', 'test') and address = any(${addresses}::text[])`.execute(tx);
  for (const { id, address } of rows) {
    for (const signal of operated.filter((each) => each.address === address)) {
      await addLine(tx, {
        caseName: ALARM,
        caseId: id,
        at: new Date(signal.receivedAt),
        kind: "device",
        actorName: signal.kind === "facility-operation" ? "消防控制室" : "传输装置",
        code: "remote-monitoring.operated",
        given: { what: operationSentence(signal.operations), operator: signal.operator },
      });
    }
  }
  await tellAlarms(
    tx,
    rows.map((row) => row.id),
    "operated",
  );
}
