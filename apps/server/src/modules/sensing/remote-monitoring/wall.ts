/** 驾驶舱大屏: what the wall shows of remote monitoring, in one answer. Every figure is a count of rows its reader may open; no person is named. */
import { sql } from "kysely";
import { z } from "zod";
import { sentenceOf, spokenCase } from "#platform/case/routes.ts";
import { timelineOf } from "#platform/case/store.ts";
import { listRows } from "#platform/ledger/read.ts";
import { readerOf } from "#platform/ledger/routes.ts";
import { ok } from "#platform/result.ts";
import { type RouteContext, route } from "#platform/route.ts";
import { startOfDay } from "#platform/values.ts";
import { alarmCase } from "./carry-out.ts";
import { QUEUE_WORDS, queueRows } from "./queue.ts";
import { numberOrNull } from "./rows.ts";
import { causeCounts, countyFigures, dayOfFires, newsOf, troublesOf, watchFigures } from "./wall-figures.ts";
import { type Fire, wall } from "./wall-shapes.ts";

/** Counties, causes and rates look back this far. */
const DAYS = 30;
const DAY_MS = 86_400_000;
const MOST_FIRES = 100;
/** Only the fires in front are told line by line. */
const TOLD = 2;
const MOST_LINES = 10;

export const showWall = route({
  method: "GET",
  path: "/wall",
  tag: "远程监控",
  summary: "驾驶舱：今日警情、在线、当前处置、动态、比较",
  // A unit's own people hold alarms but no comparison of counties: their desk is /unit.
  permission: "remote-monitoring.access-target.read",
  input: z.object({}),
  composed: QUEUE_WORDS,
  output: wall,
  async run(context) {
    const { tx, now, today, actor } = context;
    const start = startOfDay(today);
    const since = new Date(start.getTime() - (DAYS - 1) * DAY_MS);
    return ok({
      now: now.toISOString(),
      days: DAYS,
      today: await dayOfFires(tx, start, now),
      watch: await watchFigures(tx, since),
      fires: await firesNow(context),
      news: await newsOf(tx, now),
      troubles: await troublesOf(tx),
      causes: await causeCounts(tx, since),
      counties: await countyFigures(tx, actor.area, since),
    });
  },
});

/** Open fires with their place on the map; the first ones with what happened, without names. */
async function firesNow(context: RouteContext): Promise<readonly Fire[]> {
  const { tx, services, language } = context;
  const fires = await queueRows(tx, sql`a.closed_at is null and a.kind = 'fire'`, MOST_FIRES);
  const units = await listRows(
    services.catalog.get("places.unit"),
    { where: { id: [...new Set(fires.map((fire) => fire.unit))] }, limit: MOST_FIRES },
    readerOf(context),
  );
  const places = new Map((units.ok ? units.value.rows : []).map((unit) => [unit.id, unit]));
  const say = (code: string, params: Readonly<Record<string, unknown>>) => services.messages.say(code, params, language);
  return Promise.all(
    fires.map(
      async (
        { id, number, state, stateLabel, grade, raisedWhy, unit, unitName, placeWords, deviceWords, openedAt, acceptedAt, repeats, points },
        index,
      ) => {
        const lines = index < TOLD ? (await timelineOf(id, tx)).slice(0, MOST_LINES) : [];
        return {
          ...{
            id,
            number,
            state,
            stateLabel,
            grade,
            raisedWhy,
            unit,
            unitName,
            placeWords,
            deviceWords,
            openedAt,
            acceptedAt,
            repeats,
            points,
          },
          lon: numberOrNull(places.get(unit)?.lon),
          lat: numberOrNull(places.get(unit)?.lat),
          lines: lines.map((line) => ({
            at: line.at,
            kind: line.kind,
            text: sentenceOf(spokenCase(alarmCase, context), line.code ? line : { ...line, given: {} }, say),
          })),
        };
      },
    ),
  );
}
