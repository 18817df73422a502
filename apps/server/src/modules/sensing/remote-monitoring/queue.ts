/** An alarm as the duty seat's queue shows it, already in words; the same row goes to the board, the live feed and the detail's head. */
import { type RawBuilder, sql } from "kysely";
import type { Tx } from "#platform/db.ts";
import { pushLive } from "#platform/live.ts";
import { ALARM, alarm } from "./alarm.ts";
import type { SpokenRow } from "./shapes.ts";

type QueueRow = Omit<SpokenRow, "stateLabel">;

const COLUMNS = sql`a.id, a.area, a.version, a.number, a.kind, a.state, a.grade, a.raised_why, a.unit, a.unit_name, a.place_words, a.device_words, a.numbers,
  a.what, a.points, a.repeats, a.opened_at, a.last_at, a.due_at, a.accepted_at, a.closed_at, a.conclusion, a.repair_by, a.holder_person, a.demo, a.lon, a.lat,
  (select u.name from identity.user u where u.id = a.holder_person) as holder_name, p.lon, p.lat`;

/** Texts of a queue row the program composed. */
export const QUEUE_WORDS = ["placeWords", "deviceWords", "what", "raisedWhy", "stateLabel", "numbers"] as const;

const spoken = (row: QueueRow): SpokenRow => ({ ...row, stateLabel: stateLabelOf(row.state) });
const stateLabelOf = (state: string): string => Object.entries(alarm.states).find(([key]) => key === state)?.[1].label ?? state;

/** Rows that satisfy `where` (over alias `a`), fire first, raised before plain, oldest unaccepted first. */
export async function queueRows(tx: Tx, where: RawBuilder<unknown>, limit = 300): Promise<readonly SpokenRow[]> {
  const { rows } =
    await sql<QueueRow>`select ${COLUMNS} from remote_monitoring.alarm a left join places.unit p on p.id = a.unit where a.deleted_at is null and ${where}
    order by array_position(array['fire','supervision','linkage','fault','shield','offline','test'], a.kind), a.grade desc, a.opened_at desc limit ${limit}`.execute(
      tx,
    );
  return rows.map(spoken);
}

/** Tells every screen that may see it: fire at once (`fire.alarm`), the rest in batches (`alarm`). */
export async function tellAlarms(tx: Tx, ids: readonly string[], why: string): Promise<void> {
  if (ids.length === 0) return;
  const rows = await queueRows(tx, sql`a.id = any(${[...ids]}::uuid[])`, ids.length);
  const messages = rows.map((row) => ({
    topic: row.kind === "fire" ? "fire.alarm" : "alarm",
    area: row.area,
    unitId: row.unit,
    permission: `${ALARM}.read`,
    data: { ...row, why },
    composed: QUEUE_WORDS,
  }));
  await pushLive(tx, ...messages);
}
