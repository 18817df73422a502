/** One alarm with everything its handling needs, without scrolling: who to call, what this point did before, who and what is near. */
import { sql } from "kysely";
import { z } from "zod";
import { sentenceOf, spokenCase } from "#platform/case/routes.ts";
import { movesOf, timelineOf } from "#platform/case/store.ts";
import type { Row } from "#platform/ledger/define.ts";
import { findRow, listRows, mapPoints } from "#platform/ledger/read.ts";
import { readerOf } from "#platform/ledger/routes.ts";
import { ok, refuse } from "#platform/result.ts";
import { type RouteContext, route } from "#platform/route.ts";
import { ALARM } from "./alarm.ts";
import { alarmCase } from "./carry-out.ts";
import { contactsOf } from "./contacts.ts";
import { boxAround, straightM } from "./domain/distance.ts";
import { alarmId } from "./examples.ts";
import { QUEUE_WORDS, queueRows } from "./queue.ts";
import { numberOrNull, textOf, textOrNull } from "./rows.ts";
import {
  alarmDetail,
  type FloorPlan,
  type Forward,
  type Near,
  type PastAlarm,
  type PointLine,
  type Step,
  type UnitSummary,
} from "./shapes.ts";

export const showAlarm = route({
  method: "GET",
  path: "/duty/alarms/:id",
  tag: "远程监控",
  summary: "警情处置页：单位、联系人、时间线、点位历史、周边",
  permission: `${ALARM}.read`,
  input: z.object({ id: z.uuid() }),
  composed: [...QUEUE_WORDS, "words", "actorName", "role", "post", "trouble", "to", "how", "causeNote", "label"],
  output: alarmDetail,
  example: { input: { id: alarmId } },
  async run(context, { id }) {
    const { services, tx, language } = context;
    const reader = readerOf(context);
    const row = await findRow(services.catalog.get(ALARM), id, reader);
    if (!row) return refuse("not_found", "ledger.unknown_row", { id });
    const unit = await findRow(services.catalog.get("places.unit"), textOf(row.unit), reader);
    const say = (code: string, params: Readonly<Record<string, unknown>>) => services.messages.say(code, params, language);
    const [head] = await queueRows(tx, sql`a.id = ${id}`, 1);
    const lines = await timelineOf(id, tx);
    const { can, cannot } = await movesOf(spokenCase(alarmCase, context), row, context, tx);
    if (!head) return refuse("not_found", "ledger.unknown_row", { id });
    return ok({
      row,
      head,
      unit: unit ? unitSummary(unit) : null,
      contacts: await contactsOf(textOf(row.unit), context),
      timeline: lines.map((line) => ({ ...line, sentence: sentenceOf(spokenCase(alarmCase, context), line, say) })),
      points: await pointsOf(id, context),
      history: await historyOfPoint(row, context),
      near: unit ? await nearTo(unit, context) : [],
      plan: await planOf(row, context),
      forward: (await forwardOf(id, context)) ?? null,
      steps: await stepsOf(id, context),
      next: { can, cannot: cannot.map((each) => ({ ...each, message: say(each.code, each.params) })) },
    });
  },
});

const SHOWN = Object.keys(alarmDetail.shape.unit.unwrap().shape);

/** The unit in brief, with the rescue notes for the foot of the page. */
const unitSummary = (unit: Row) => Object.fromEntries(SHOWN.map((key) => [key, unit[key] ?? null])) as UnitSummary;

async function pointsOf(id: string, { tx }: RouteContext): Promise<readonly PointLine[]> {
  const { rows } =
    await sql<PointLine>`select number, place_words, device_words, words, first_at, last_at, times, restored_at, component from remote_monitoring.alarm_point
    where alarm_id = ${id} order by first_at limit 500`.execute(tx);
  return rows;
}

const HISTORY_DAYS = 90;

async function historyOfPoint(row: Row, { tx, now }: RouteContext) {
  const since = new Date(now.getTime() - HISTORY_DAYS * 86_400_000).toISOString();
  const { rows } = await sql<PastAlarm>`
    select id, number, kind, opened_at, conclusion, cause, state from remote_monitoring.alarm
    where unit = ${textOf(row.unit)} and opened_at >= ${since} and address = ${textOf(row.address)} and system_type is not distinct from ${row.systemType}
      and system_address is not distinct from ${row.systemAddress} and component_address is not distinct from ${row.componentAddress}
      and kind in ('fire', 'test') and id <> ${row.id} and deleted_at is null order by opened_at desc limit 100`.execute(tx);
  const those = (conclusion: string) => rows.filter((each) => each.conclusion === conclusion).length;
  return { days: HISTORY_DAYS, alarms: rows.length, false: those("false"), real: those("real"), recent: rows.slice(0, 20) };
}

/** Ledgers of other modules that may stand near a fire; each is shown when its module is there. */
const NEAR = [
  { as: "micro", label: "微型消防站", ledger: "micro-station.station", withinM: 3_000, most: 3 },
  { as: "station", label: "消防救援站", ledger: "forces.station", withinM: 20_000, most: 2 },
  { as: "hydrant", label: "消火栓", ledger: "water-sources.hydrant", withinM: 500, most: 8 },
] as const;

async function nearTo(unit: Row, context: RouteContext): Promise<readonly Near[]> {
  const { lon, lat } = unit;
  if (typeof lon !== "number" || typeof lat !== "number") return [];
  const { read } = context.services.spoken[context.language];
  const found: Near[] = [];
  for (const { as, label, ledger, withinM, most } of NEAR) {
    const entry = context.services.catalog.find(ledger);
    if (!entry?.ledger.place) continue;
    const here = { lon, lat };
    const points = await mapPoints(entry, { bbox: boxAround(here, withinM) as [number, number, number, number] }, readerOf(context), 2_000);
    if (!points.ok) continue;
    const nearest = points.value.points
      .map(([x, y, id, title]) => ({
        as,
        label,
        ledger,
        id,
        title,
        lon: x,
        lat: y,
        straightM: Math.round(straightM(here, { lon: x, lat: y })),
      }))
      .filter((each) => each.straightM <= withinM)
      .toSorted((a, b) => a.straightM - b.straightM)
      .slice(0, most);
    for (const each of nearest) found.push({ ...each, ...strengthOf(await findRow(entry, each.id, readerOf(context))) });
  }
  return found;
}

/** What a force brings, as far as its register says: people on duty of a micro station, engines and crew of a fire station. */
function strengthOf(row: Row | undefined): Record<"onDuty" | "vehicles" | "crew", number | null> {
  const figure = (key: string) => (typeof row?.[key] === "number" ? row[key] : null);
  return { onDuty: figure("onDuty"), vehicles: figure("vehicles"), crew: figure("crew") };
}

/** The floor's plan, if the building has one, with its components and which of them report. */
async function planOf(row: Row, context: RouteContext): Promise<FloorPlan | null> {
  if (typeof row.building !== "string" || typeof row.floor !== "number") return null;
  const reader = readerOf(context);
  const building = await findRow(context.services.catalog.get("places.building"), row.building, reader);
  const plans = Array.isArray(building?.plans) ? (building.plans as readonly Record<string, unknown>[]) : [];
  const drawn = plans.find((each) => each.floor === row.floor);
  const where = { unit: textOf(row.unit), floor: row.floor };
  const listed = await listRows(context.services.catalog.get("facilities.component"), { where, limit: 500 }, reader);
  const active = await sql<{
    address: string;
    systemType: number;
    systemAddress: number;
    componentAddress: number;
    active: string[];
  }>`select address, system_type, system_address,
      component_address, active from remote_monitoring.component_state where unit = ${textOf(row.unit)} and active <> '{}' limit 2000`.execute(
    context.tx,
  );
  const key = (each: Readonly<Record<string, unknown>>) =>
    [each.address, each.systemType, each.systemAddress, each.componentAddress].join("/");
  const states = new Map(active.rows.map((each) => [key(each), each.active]));
  const components = (listed.ok ? listed.value.rows : []).map((each) => ({
    id: each.id,
    name: textOrNull(each.name),
    number: numberOrNull(each.point),
    zone: textOrNull(each.zone),
    placeWords: textOrNull(each.placeWords),
    x: numberOrNull(each.planX),
    y: numberOrNull(each.planY),
    active: states.get(key(each)) ?? [],
  }));
  return { building: textOrNull(building?.name), floor: row.floor, plan: textOrNull(drawn?.plan), components };
}

async function forwardOf(id: string, { tx }: RouteContext): Promise<Forward | undefined> {
  const { rows } =
    await sql<Forward>`select identifier, state, attempts, first_at, last_at, status, receipt, trouble, delivered_at, by_phone
    from remote_monitoring.forward where alarm_id = ${id}`.execute(tx);
  return rows[0];
}

async function stepsOf(id: string, { tx }: RouteContext): Promise<readonly Step[]> {
  const { rows } = await sql<Step>`select at, given ->> 'what' as what, given ->> 'to' as "to", given ->> 'how' as how,
      code = 'remote-monitoring.reminded' as delivered from platform.timeline
    where case_id = ${id} and code in ('remote-monitoring.reminded', 'remote-monitoring.not_reminded') order by id`.execute(tx);
  return rows;
}
