/** 查岗应答: a device's type 24 bit 5 answers the newest open question put to it. */
import { sql } from "kysely";
import type { Tx } from "#platform/db.ts";
import { pushLive } from "#platform/live.ts";
import type { Signal } from "./signal.ts";

export async function noteDutyAnswers(tx: Tx, signals: readonly Signal[]): Promise<void> {
  for (const signal of signals) {
    if (signal.kind !== "transmitter-operation" || !signal.operations.includes("duty-answer")) continue;
    const { rows } = await sql<Answer>`update remote_monitoring.duty_answer
      set outcome = 'answered', answered_at = ${signal.receivedAt}, operator_code = ${signal.operator}, version = version + 1, updated_at = now()
      where id = (select id from remote_monitoring.duty_answer where address = ${signal.address} and sent_at <= ${signal.receivedAt} and deleted_at is null
        and (outcome in ('sending', 'waiting') or (outcome = 'undelivered' and answer_by >= ${signal.receivedAt})) order by sent_at desc limit 1)
      returning id, area, unit, check_id`.execute(tx);
    await tellAnswers(tx, rows, "answered");
  }
}

export type Answer = { readonly id: string; readonly area: number; readonly unit: string; readonly checkId: string };

/** Tells the screens how a duty check of a device came out. */
export async function tellAnswers(tx: Tx, answers: readonly Answer[], outcome: "answered" | "timeout"): Promise<void> {
  for (const { id, area, unit, checkId } of answers)
    await pushLive(tx, {
      topic: "duty",
      area,
      unitId: unit,
      permission: "remote-monitoring.duty-answer.read",
      data: { what: "duty-check", id, checkId, outcome },
    });
}
