/** Raw messages 原始报文 are kept for so many days and leave by whole days at night, audited; what was made of them (alarms, readings, history) stays. */
import { sql } from "kysely";
import { writeAudit } from "#platform/audit.ts";
import { asWorker, type Tx } from "#platform/db.ts";
import type { Job } from "#platform/jobs.ts";
import type { Services } from "#platform/services.ts";
import { readSettings } from "#platform/settings.ts";
import { addDays, type CalendarDate } from "#platform/values.ts";
import { limitsOf } from "./domain/limits.ts";

/** A day that somebody reads just then, a backup for instance, waits for the next night: devices must not wait behind us. */
const LOCK_WITHIN = "1s";
const LOCK_NOT_AVAILABLE = "55P03";

export const dropOldMessages: Job = {
  name: "remote-monitoring.drop-old-messages",
  cron: "37 3 * * *",
  run: async (_, services) => void (await dropMessagesBeyond(services)),
};

/** @returns the days dropped */
export async function dropMessagesBeyond(services: Services): Promise<readonly CalendarDate[]> {
  const keepDays = await asWorker(services.db, async (tx) => limitsOf(await readSettings(tx)).messageDays);
  const first = addDays(services.clock.today(), -keepDays);
  const days = (await asWorker(services.db, messageDays)).filter((day) => day < first);
  const gone: CalendarDate[] = [];
  for (const day of days) {
    const dropped = await dropDay(day, keepDays, services).catch((error: unknown) => {
      if ((error as { readonly code?: unknown }).code !== LOCK_NOT_AVAILABLE) throw error;
      services.log.warn({ day }, "messages of a day are being read and stay until the next night");
      return false;
    });
    if (dropped) gone.push(day);
  }
  return gone;
}

/** Each day in a transaction of its own, with its entry. */
const dropDay = (day: CalendarDate, keepDays: number, { db }: Services): Promise<boolean> =>
  asWorker(db, async (tx) => {
    await sql`select set_config('lock_timeout', ${LOCK_WITHIN}, true)`.execute(tx);
    const { rows } = await sql<{ messages: number | null }>`select gateway.drop_message_day(${day}::date) as messages`.execute(tx);
    const messages = rows[0]?.messages ?? null;
    if (messages === null) return false;
    await writeAudit(tx, {
      action: "按保存期限删除原始报文",
      actor: null,
      actorName: "系统",
      subject: "gateway.message",
      subjectId: day,
      detail: { day, messages, keepDays },
    });
    return true;
  });

async function messageDays(tx: Tx): Promise<readonly CalendarDate[]> {
  const { rows } = await sql<{ day: CalendarDate }>`select day from gateway.message_days() order by day`.execute(tx);
  return rows.map(({ day }) => day);
}

/** How far back raw messages reach, for whoever sets how long they are kept. */
export const oldestMessageDay = async (tx: Tx): Promise<CalendarDate | null> => (await messageDays(tx))[0] ?? null;
