/** Readings against the limits registered for their component: beyond is supervision 监管, inside again restores it. TY-2.6.1.1. */
import { sql } from "kysely";
import type { Tx } from "#platform/db.ts";
import { type Effect, keyText } from "./domain/meaning.ts";
import { beyond } from "./domain/threshold.ts";
import { asRecords, KEY_RECORD, keyColumns, pointIn, samePoint } from "./rows.ts";
import type { Signal } from "./signal.ts";

type Analog = Extract<Signal, { kind: "analog" }>;
type Limited = {
  readonly address: string;
  readonly systemType: number;
  readonly systemAddress: number;
  readonly componentAddress: number;
  readonly lowLimit: number | null;
  readonly highLimit: number | null;
  readonly wasBeyond: boolean;
};

export async function readingEffects(tx: Tx, readings: readonly Analog[]): Promise<readonly Effect[]> {
  if (readings.length === 0) return [];
  const keys = new Map(readings.map((each) => [keyText(each), each]));
  const { rows } = await sql<Limited>`select c.address, c.system_type, c.system_address, c.component_address, c.low_limit, c.high_limit,
      exists (select from remote_monitoring.alarm_point p where ${samePoint("p")} and p.kind = 'supervision' and p.open) as was_beyond
    from jsonb_to_recordset(${asRecords([...keys.values()].map(keyColumns))}::jsonb) x(${KEY_RECORD}) ${pointIn("facilities.v_component", "c")}
    where c.low_limit is not null or c.high_limit is not null`.execute(tx);
  const limits = new Map(rows.map((row) => [keyText(row), row]));
  const was = new Map(rows.map((row) => [keyText(row), row.wasBeyond]));
  return readings.flatMap((reading) => {
    const text = keyText(reading);
    const limit = limits.get(text);
    if (!limit) return [];
    const words = beyond(reading.value, reading.unit, limit, was.get(text) ?? false);
    if ((words !== null) === was.get(text)) return [];
    was.set(text, words !== null);
    const { address, systemType, systemAddress, componentAddress } = reading;
    const effect: Effect = {
      key: { address, systemType, systemAddress, componentAddress },
      componentType: reading.componentType,
      kind: "supervision",
      on: words !== null,
      words: words ?? "",
      description: "",
      at: reading.receivedAt,
      occurredAt: reading.sampledAt,
      messageId: reading.messageId,
    };
    return [effect];
  });
}
