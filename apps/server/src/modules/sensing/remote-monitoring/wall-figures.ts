/** The figures of the wall, each one statement over rows; the reader's area is held by row-level security and by the explicit range of counties. */
import { sql } from "kysely";
import type { Tx } from "#platform/db.ts";
import { type AreaRange, areaKey, subtreeOf } from "#platform/values.ts";
import type { AlarmKind } from "./domain/kinds.ts";
import type { County, DayOfFires, News, Trouble, Troubles, WatchFigures } from "./wall-shapes.ts";

const counted = sql`a.deleted_at is null and a.state <> 'merged'`;

type Day = Omit<DayOfFires, "before" | "hours">;

type HourRow = {
  readonly hour: number;
  readonly isToday: boolean;
  readonly isSoFar: boolean;
  readonly fires: number;
  readonly real: number;
  readonly accepted: number;
  readonly seconds: number;
};

/** Fires since `start` of the day, by hour, beside those of the day before until the same time of day. */
export async function dayOfFires(tx: Tx, start: Date, now: Date): Promise<DayOfFires> {
  const dayMs = 86_400_000;
  const { rows } = await sql<HourRow>`select extract(hour from a.opened_at at time zone 'Asia/Shanghai')::int as hour,
      a.opened_at >= ${start} as is_today, (a.opened_at >= ${start} or a.opened_at <= ${new Date(now.getTime() - dayMs)}) as is_so_far,
      count(*)::int as fires, count(*) filter (where a.conclusion = 'real')::int as real, count(a.accepted_at)::int as accepted,
      coalesce(sum(extract(epoch from a.accepted_at - a.opened_at)), 0)::float8 as seconds
    from remote_monitoring.alarm a where ${counted} and a.kind = 'fire' and a.opened_at >= ${new Date(start.getTime() - dayMs)}
    group by 1, 2, 3 order by 1`.execute(tx);
  const today = rows.filter((row) => row.isToday);
  const before = rows.filter((row) => !row.isToday);
  const hours = Array.from({ length: 24 }, (_, hour) => ({
    hour,
    fires: total(today, (row) => (row.hour === hour ? row.fires : 0)),
    real: total(today, (row) => (row.hour === hour ? row.real : 0)),
    before: total(before, (row) => (row.hour === hour ? row.fires : 0)),
  }));
  return { ...dayOf(today), before: dayOf(before.filter((row) => row.isSoFar)), hours };
}

const total = <T>(rows: readonly T[], of: (row: T) => number): number => rows.reduce((sum, row) => sum + of(row), 0);

function dayOf(rows: readonly HourRow[]): Day {
  const accepted = total(rows, (row) => row.accepted);
  return {
    fires: total(rows, (row) => row.fires),
    real: total(rows, (row) => row.real),
    acceptSeconds: accepted === 0 ? null : total(rows, (row) => row.seconds) / accepted,
  };
}

/** Parts and wholes, never rates: the screen divides, and shows the counts beside small wholes. */
export async function watchFigures(tx: Tx, since: Date): Promise<WatchFigures> {
  const { rows } = await sql<WatchFigures>`select d.*, p.*, q.*, f.* from
    (select count(*)::int as transmitters, count(*) filter (where connection = 'online')::int as online, count(distinct unit)::int as units
      from remote_monitoring.device where deleted_at is null and kind = 'transmitter') d,
    (select count(*)::int as points, count(*) filter (where not active && array['fault', 'shield'])::int as intact
      from remote_monitoring.component_state where component_address >= 0) p,
    (select count(*)::int as asked, count(*) filter (where outcome = 'answered')::int as answered from remote_monitoring.duty_answer
      where deleted_at is null and sent_at >= ${since} and outcome not in ('sending', 'waiting')) q,
    (select count(*)::int as concluded, count(*) filter (where a.conclusion = 'false')::int as "false" from remote_monitoring.alarm a
      where ${counted} and a.kind = 'fire' and a.closed_at >= ${since}) f`.execute(tx);
  return rows[0] ?? { transmitters: 0, online: 0, points: 0, intact: 0, asked: 0, answered: 0, concluded: 0, false: 0, units: 0 };
}

const NEWS_DAYS = 2;
const MOST_NEWS = 16;

/** What happened last: reported, accepted, confirmed, closed. Lost connections are told by the troubles, not line by line. */
export async function newsOf(tx: Tx, now: Date): Promise<readonly News[]> {
  const since = new Date(now.getTime() - NEWS_DAYS * 86_400_000);
  const event = (what: News["what"], at: string) =>
    sql`select a.id, ${sql.ref(`a.${at}`)} as at, ${what}::text as what, a.kind, a.conclusion, a.unit_name, a.place_words from recent a where ${sql.ref(`a.${at}`)} is not null`;
  const { rows } = await sql<News>`with recent as materialized (select a.* from remote_monitoring.alarm a
      where ${counted} and a.kind <> 'offline' and (a.opened_at >= ${since} or a.closed_at >= ${since}))
    ${event("opened", "opened_at")} union all ${event("accepted", "accepted_at")} union all ${event("confirmed", "confirmed_at")} union all ${event("closed", "closed_at")}
    order by at desc limit ${MOST_NEWS}`.execute(tx);
  return rows;
}

const MOST_TROUBLES = 8;

/** What is open now, by kind; of faults, lost devices and shielded points the oldest stand first. */
export async function troublesOf(tx: Tx): Promise<Troubles> {
  const counts = await sql<{
    kind: AlarmKind;
    n: number;
  }>`select a.kind, count(*)::int as n from remote_monitoring.alarm a where ${counted} and a.closed_at is null group by 1`.execute(tx);
  const windows = await sql<{ n: number }>`select count(*)::int as n from remote_monitoring."window"
    where deleted_at is null and state = 'open'`.execute(tx);
  const { rows } =
    await sql<Trouble>`select a.id, a.kind, a.unit_name, a.place_words, a.what, a.opened_at, a.repair_by is not null as is_repairing
    from remote_monitoring.alarm a where ${counted} and a.closed_at is null and a.kind in ('fault', 'offline', 'shield')
    order by a.opened_at limit ${MOST_TROUBLES}`.execute(tx);
  return { open: Object.fromEntries(counts.rows.map(({ kind, n }) => [kind, n])), windows: windows.rows[0]?.n ?? 0, rows };
}

export async function causeCounts(tx: Tx, since: Date): Promise<readonly { readonly cause: string; readonly n: number }[]> {
  const { rows } = await sql<{
    cause: string;
    n: number;
  }>`select coalesce(a.cause, 'unknown') as cause, count(*)::int as n from remote_monitoring.alarm a
    where ${counted} and a.kind = 'fire' and a.conclusion = 'false' and a.closed_at >= ${since} group by 1 order by 2 desc, 1 limit 8`.execute(
    tx,
  );
  return rows;
}

/** The areas directly below the reader's: counties of a city, streets of a district. */
export async function countyFigures(tx: Tx, range: AreaRange, since: Date): Promise<readonly County[]> {
  const children = await sql<{
    key: number;
    name: string;
  }>`select key, name from platform.area where parent = ${range.lo} and valid_to is null order by key`.execute(tx);
  const ranges = children.rows.map(({ key }) => subtreeOf(areaKey.parse(key)));
  const { rows } = await sql<
    Omit<County, "name">
  >`select c.lo as area, f.*, g.*, d.* from unnest(${ranges.map(({ lo }) => lo)}::bigint[], ${ranges.map(({ hi }) => hi)}::bigint[]) c(lo, hi),
    lateral (select count(*)::int as fires, count(*) filter (where a.conclusion is not null)::int as concluded, count(*) filter (where a.conclusion = 'false')::int as "false"
      from remote_monitoring.alarm a where ${counted} and a.kind = 'fire' and a.opened_at >= ${since} and a.area between c.lo and c.hi) f,
    lateral (select count(*)::int as faults from remote_monitoring.alarm a where ${counted} and a.kind = 'fault' and a.closed_at is null and a.area between c.lo and c.hi) g,
    lateral (select count(*)::int as devices, count(*) filter (where v.connection = 'online')::int as online
      from remote_monitoring.device v where v.deleted_at is null and v.area between c.lo and c.hi) d`.execute(tx);
  const names = new Map(children.rows.map(({ key, name }) => [key, name]));
  return rows.map((row) => ({ ...row, name: names.get(row.area) ?? "" })).toSorted((a, b) => b.fires - a.fires);
}
