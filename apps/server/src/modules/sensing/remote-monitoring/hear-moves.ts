/** What follows a person's move on an alarm: every open screen sees it, and a conclusion 测试 with an end opens its test window. */
import { sql } from "kysely";
import type { EventHandler } from "#platform/outbox.ts";
import { ALARM, alarmMoves } from "./alarm.ts";
import { tellAlarms } from "./queue.ts";
import { openTestWindow } from "./windows.ts";

export const tellMoves: EventHandler = {
  name: "remote-monitoring.tell",
  types: alarmMoves.map((move) => `${ALARM}.${move}`),
  async handle(event, tx) {
    await tellAlarms(tx, [String(event.payload.id)], event.type.slice(ALARM.length + 1));
  },
};

type Tested = {
  readonly id: string;
  readonly unit: string;
  readonly address: string;
  readonly testUntil: string | null;
  readonly number: string;
  readonly by: string | null;
};

export const windowAfterTest: EventHandler = {
  name: "remote-monitoring.test-window",
  types: [`${ALARM}.test`],
  async handle(event, tx, services) {
    const { rows } =
      await sql<Tested>`select id, unit, address, test_until, number, holder_person as by from remote_monitoring.alarm where id = ${String(event.payload.id)}`.execute(
        tx,
      );
    const row = rows[0];
    if (!row?.testUntil) return;
    await openTestWindow(tx, services, { ...row, until: row.testUntil, reason: `${row.number} 核为测试` });
  },
};
