/** 倒计时板: how many days to the opening, which venues nobody has seen, which have open hazards, and the confirmation that there is none. JX-1.3.7 */
import { sql } from "kysely";
import { z } from "zod";
import { may } from "#platform/actor.ts";
import { eraseCase } from "#platform/case/define.ts";
import { moveCase } from "#platform/case/store.ts";
import { findRow } from "#platform/ledger/read.ts";
import { readerOf } from "#platform/ledger/routes.ts";
import { rowOf } from "#platform/ledger/shapes.ts";
import { ok, refuse } from "#platform/result.ts";
import { type RouteContext, route } from "#platform/route.ts";
import { calendarDate } from "#platform/values.ts";
import { EVENT, eventSecurity } from "./event-security.ts";
import { clearedOf, stateOf, venuesOf } from "./venues.ts";

const tag = "重大活动消防安保";
const venue = z.object({
  id: z.uuid(),
  name: z.string(),
  unit: z.uuid().nullable(),
  checkedOn: calendarDate.nullable(),
  openHazards: z.number().int(),
});
const report = z.object({
  reportOn: calendarDate,
  found: z.number().int(),
  fixed: z.number().int(),
  incidents: z.number().int(),
  what: z.string(),
});

export const showEvent = route({
  method: "GET",
  path: "/key-places/events/:id/board",
  summary: "活动安保倒计时板",
  tag,
  permission: `${EVENT}.read`,
  input: z.object({ id: z.uuid() }),
  output: z.object({
    row: rowOf(eventSecurity),
    daysLeft: z.number().int().describe("距开幕；负数为已开幕的天数"),
    venues: z.array(venue),
    unchecked: z.number().int(),
    openHazards: z.number().int(),
    reports: z.array(report),
    reportedToday: z.boolean(),
    mayConfirm: z.boolean(),
  }),
  async run(context, { id }) {
    const row = await findRow(context.services.catalog.get(EVENT), id, readerOf(context));
    if (!row) return refuse("not_found", "ledger.unknown_row", { id });
    const venues = await venuesOf(id, context);
    const { rows: reports } = await sql<
      z.output<typeof report>
    >`select report_on, found, fixed, incidents, what from key_places.event_report
      where event = ${id} and deleted_at is null order by report_on desc limit 60`.execute(context.tx);
    const { unchecked, openHazards } = stateOf(venues);
    return ok({
      row,
      daysLeft: Math.round((Date.parse(String(row.opensOn)) - Date.parse(context.today)) / 86_400_000),
      venues,
      unchecked,
      openHazards,
      reports,
      reportedToday: reports.some(({ reportOn }) => reportOn === context.today),
      mayConfirm: row.state === "planned" && may(context.actor, "key-places.secure"),
    } as never);
  },
});

export const confirmZero = route({
  method: "POST",
  path: "/key-places/events/:id/confirm",
  summary: "活动安保清零确认",
  description: "场馆都查过、没有未销号的隐患，才能确认。",
  tag,
  permission: "key-places.secure",
  input: z.object({ id: z.uuid(), confirmNote: z.string().trim().min(2).max(1_000) }),
  output: rowOf(eventSecurity),
  async run(context, { id, confirmNote }) {
    const venues = await venuesOf(id, context);
    const cleared = clearedOf(venues);
    if (!cleared.ok) return cleared;
    // The move belongs to the machine: this route is what has looked.
    const actor = { ...context.actor, permissions: new Set([...context.actor.permissions, "key-places.machine"]) };
    const moved = await moveCase(eraseCase(eventSecurity), id, "confirm", { confirmNote }, { ...context, actor }, readerOf(context));
    if (!moved.ok) return moved;
    await sql`update key_places.event_security set venues_checked = ${venues.length} where id = ${id}`.execute(context.tx);
    context.audit({ action: "活动安保清零确认", subject: EVENT, subjectId: id, area: moved.value.area, detail: { venues: venues.length } });
    return ok({ ...moved.value, venuesChecked: venues.length } as never);
  },
});
