/** 拟题, 议题, 通知, 到会, 召开: everything up to the minutes. QZ-3.3.2, SH-1.9, PT-2.2.3.2 */
import { sql } from "kysely";
import { z } from "zod";
import { dayWords } from "#modules/supervision/enforcement/index.ts";
import { eraseCase } from "#platform/case/define.ts";
import { askRequest } from "#platform/case/requests.ts";
import { moveCase, raiseCase } from "#platform/case/store.ts";
import type { Row } from "#platform/ledger/define.ts";
import { findRow } from "#platform/ledger/read.ts";
import { readerOf } from "#platform/ledger/routes.ts";
import { applyChange, checkReferences, insertRows, labelled, removeRow, uuidv7 } from "#platform/ledger/write.ts";
import { ok, type Result, refuse } from "#platform/result.ts";
import { type RouteContext, route } from "#platform/route.ts";
import type { SnapshotRow } from "#platform/snapshot/canonical.ts";
import { freeze } from "#platform/snapshot/snapshot.ts";
import { calendarDate, dayOf, instant, isWithin } from "#platform/values.ts";
import { agendaKinds, governmentKinds, meetingKinds, presence, themes } from "./domain/kinds.ts";
import { MEETING, meeting } from "./meeting.ts";
import { nextNumber } from "./numbers.ts";
import { actsFor, findCommittee } from "./people.ts";
import { seenNow } from "./seen.ts";
import { keys, meetingPage } from "./shapes.ts";
import { pageOf } from "./show.ts";

const tag = "会议";
const permission = "committee.convene";
const words = (max: number) => z.string().trim().max(max).nullable().default(null);
const text = (value: unknown): string => (typeof value === "string" ? value : "");

/** The meeting, locked, when this person's organ may act for its committee and it stands in one of these states. */
export async function actingOn(context: RouteContext, id: string, states: readonly string[]): Promise<Result<Row>> {
  const { tx, services, actor } = context;
  const row = await findRow(services.catalog.get(MEETING), id, readerOf(context), true);
  if (!row) return refuse("not_found", "ledger.unknown_row", { id });
  const committee = typeof row.committee === "string" ? await findCommittee(tx, row.committee) : undefined;
  if (!committee || !actsFor(actor, committee)) return refuse("forbidden", "committee.not_its_office", { name: committee?.name ?? "" });
  if (!states.includes(String(row.state)))
    return refuse("conflict", "committee.not_in_state", { state: meeting.states[row.state as keyof typeof meeting.states]?.label });
  return ok(row);
}

/** A move of the machine, made in this person's name. */
export function moveByRoute(context: RouteContext, id: string, move: string, given: Readonly<Record<string, unknown>>) {
  const { actor, now, today } = context;
  const permissions = new Set([...actor.permissions, "committee.machine"]);
  return moveCase(eraseCase(meeting), id, move, given, { actor: { ...actor, permissions }, now, today }, readerOf(context));
}

export const startMeeting = route({
  method: "POST",
  path: "/committee/meetings",
  summary: "拟会议",
  description: "成员单位自动列入应到；政府常务会议、办公会议由本级政府召集。",
  tag,
  permission,
  input: z.object({
    committee: z.uuid(),
    kind: z.enum(keys(meetingKinds)),
    theme: z.enum(keys(themes)).default("general"),
    title: z.string().trim().min(4).max(120),
    beginsAt: instant,
    place: words(80),
    presider: words(60),
    recorder: words(60),
    industry: words(60),
  }),
  output: z.object({ id: z.uuid(), number: z.string() }),
  example: {
    input: {
      committee: "01997c2e-8f00-7000-8000-000000000002",
      kind: "plenary",
      title: "市消安委 2026 年第一次全体会议",
      beginsAt: "2026-03-18T01:00:00Z",
      place: "市行政中心 301",
    },
    output: { id: "01997c2e-8f00-7000-8000-000000000001", number: "HY2026-003" },
  },
  async run(context, { committee: committeeId, ...given }) {
    const { tx, services, actor, now, today } = context;
    const committee = await findCommittee(tx, committeeId);
    if (!committee || !isWithin(committee.area, actor.area)) return refuse("invalid", "committee.unknown_committee");
    if (!actsFor(actor, committee)) return refuse("forbidden", "committee.not_its_office", { name: committee.name });
    const byGovernment = governmentKinds.includes(given.kind);
    const number = await nextNumber(tx, "HY", today);
    const reader = readerOf(context);
    const raised = await raiseCase(
      eraseCase(meeting),
      {
        area: committee.area,
        values: {
          ...given,
          presider: given.presider ?? (committee.chair ? `${committee.chairPost ?? ""} ${committee.chair}`.trim() : null),
          recorder: given.recorder ?? actor.name,
          number,
          committee: committee.id,
          level: committee.level,
          organ: byGovernment ? committee.government : (committee.organ ?? committee.government),
        },
        holderOrgan: actor.organId,
        at: now,
        kind: "person",
        actor: actor.userId,
        actorName: actor.name,
      },
      reader,
      services,
    );
    if (!raised.ok) return raised;
    const { id } = raised.value;
    if (!byGovernment) await inviteMembers(context, id, committee.id, committee.area);
    context.audit({ action: "拟会议", subject: MEETING, subjectId: id, area: committee.area, detail: { kind: given.kind } });
    return ok({ id, number });
  },
});

async function inviteMembers(context: RouteContext, meetingId: string, committeeId: string, area: number): Promise<void> {
  const { tx, services, now } = context;
  type Found = { readonly organ: string; readonly name: string; readonly post: string | null; readonly ord: number | null };
  const { rows } = await sql<Found>`select organ, name, post, ord from committee.member
    where committee = ${committeeId} and deleted_at is null and duty <> 'liaison' order by ord nulls last, id`.execute(tx);
  const stored = rows.map((each) => ({
    id: uuidv7(now.getTime()),
    area,
    demo: false,
    values: { ...each, meeting: meetingId, kind: "member", presence: "unknown" },
  }));
  await insertRows(services.catalog.get("committee.attendee"), stored, readerOf(context));
}

export const saveAgenda = route({
  method: "POST",
  path: "/committee/meetings/:id/agenda",
  summary: "加议题或改议题",
  tag,
  permission,
  input: z.object({
    id: z.uuid(),
    agenda: z.uuid().optional(),
    title: z.string().trim().min(2).max(120),
    kind: z.enum(keys(agendaKinds)).default("report"),
    presenterOrgan: z.uuid().nullable().default(null),
    presenter: words(60),
    minutesLong: z.number().int().min(1).max(600).nullable().default(null),
    clause: words(40),
    materials: z.array(z.uuid()).max(20).default([]),
    shows: z
      .array(z.object({ measure: z.string().max(80), area: z.number().int() }))
      .max(6)
      .default([]),
  }),
  output: meetingPage,
  async run(context, { id, agenda, ...values }) {
    const { tx, services, actor, now } = context;
    const found = await actingOn(context, id, ["topics", "noticed", "held", "minutes"]);
    if (!found.ok) return found;
    if (values.shows.some(({ measure, area }) => !services.registry.measures.has(measure) || !isWithin(area, actor.area)))
      return refuse("invalid", "committee.unknown_figure");
    const reader = readerOf(context);
    const entry = services.catalog.get("committee.agenda");
    const current = agenda === undefined ? undefined : await findRow(entry, agenda, reader, true);
    if (agenda !== undefined && current?.meeting !== id) return refuse("not_found", "ledger.unknown_row", { id: agenda });
    const problems = await checkReferences(entry, values, reader, current ?? {});
    if (problems.length > 0) return refuse("invalid", "ledger.invalid", { problems: labelled(entry, problems) });
    if (current) await applyChange(entry, current.id, current.version, { ...current, ...values }, values, reader);
    else {
      const { rows } = await sql<{
        n: number;
      }>`select coalesce(max(ord), 0)::int + 1 as n from committee.agenda where meeting = ${id} and deleted_at is null`.execute(tx);
      const row = {
        id: uuidv7(now.getTime()),
        area: found.value.area,
        demo: false,
        values: { ...values, meeting: id, ord: rows[0]?.n ?? 1 },
      };
      await insertRows(entry, [row], reader);
    }
    context.audit({
      action: current ? "改议题" : "加议题",
      subject: MEETING,
      subjectId: id,
      area: found.value.area,
      detail: { title: values.title },
    });
    return pageOf(context, id);
  },
});

export const dropAgenda = route({
  method: "DELETE",
  path: "/committee/meetings/:id/agenda/:agenda",
  summary: "撤议题",
  tag,
  permission,
  input: z.object({ id: z.uuid(), agenda: z.uuid() }),
  output: meetingPage,
  async run(context, { id, agenda }) {
    const found = await actingOn(context, id, ["topics", "noticed"]);
    if (!found.ok) return found;
    const reader = readerOf(context);
    const entry = context.services.catalog.get("committee.agenda");
    const row = await findRow(entry, agenda, reader);
    if (row?.meeting !== id) return refuse("not_found", "ledger.unknown_row", { id: agenda });
    const gone = await removeRow(entry, agenda, "撤议题", reader);
    return gone.ok ? pageOf(context, id) : gone;
  },
});

export const notifyMembers = route({
  method: "POST",
  path: "/committee/meetings/:id/notify",
  summary: "发会议通知",
  description: "每个参会单位收到一份通知，签收和答复即回执。",
  tag,
  permission,
  input: z.object({ id: z.uuid(), note: z.string().trim().max(400).default("") }),
  output: meetingPage,
  async run(context, { id, note }) {
    const { tx, services, actor, now, today } = context;
    const found = await actingOn(context, id, ["topics"]);
    if (!found.ok) return found;
    const row = found.value;
    const items = await sql<{
      title: string;
    }>`select title from committee.agenda where meeting = ${id} and deleted_at is null order by ord`.execute(tx);
    if (items.rows.length === 0) return refuse("conflict", "committee.no_agenda");
    const people = await sql<{
      organ: string;
    }>`select distinct organ from committee.attendee where meeting = ${id} and deleted_at is null`.execute(tx);
    const begins = dayOf(new Date(String(row.beginsAt)));
    if (begins < today) return refuse("conflict", "committee.begins_in_past");
    const sentence = `${String(row.title)}，${dayWords(begins)}${row.place ? `，${text(row.place)}` : ""}。议题：${items.rows.map(({ title }) => title).join("；")}。${note}`;
    for (const { organ } of people.rows) {
      const asked = await askRequest(
        eraseCase(meeting),
        id,
        { kind: "attend", organ, note: sentence.slice(0, 2_000), files: [], given: {}, dueOn: begins },
        { actor, now, today, tx, services },
        readerOf(context),
      );
      if (!asked.ok) return asked;
    }
    const moved = await moveByRoute(context, id, "notify", { note: `${people.rows.length} 个单位` });
    if (!moved.ok) return moved;
    context.audit({ action: "发会议通知", subject: MEETING, subjectId: id, area: row.area, detail: { organs: people.rows.length } });
    return pageOf(context, id);
  },
});

const came = z.object({
  organ: z.uuid(),
  name: words(60),
  post: words(60),
  kind: z.enum(["member", "invited"]).default("member"),
  presence: z.enum(keys(presence)).default("unknown"),
  deputy: words(60),
  reason: words(200),
});

export const saveAttendance = route({
  method: "POST",
  path: "/committee/meetings/:id/attendance",
  summary: "登记到会：应到、实到、代会、请假",
  description: "按单位登记；名单里没有的单位列为列席。代会须写代会人，请假须写事由。",
  tag,
  permission,
  input: z.object({ id: z.uuid(), attendees: z.array(came).min(1).max(200) }),
  output: meetingPage,
  async run(context, { id, attendees }) {
    const { services, now } = context;
    const found = await actingOn(context, id, ["topics", "noticed", "held", "minutes"]);
    if (!found.ok) return found;
    const silent = attendees.find((each) => (each.presence === "deputed" && !each.deputy) || (each.presence === "leave" && !each.reason));
    if (silent) return refuse("invalid", silent.presence === "deputed" ? "committee.say_deputy" : "committee.say_reason");
    const reader = readerOf(context);
    const entry = services.catalog.get("committee.attendee");
    for (const each of attendees) {
      const { rows } = await sql<{
        id: string;
      }>`select id from committee.attendee where meeting = ${id} and organ = ${each.organ} and deleted_at is null limit 1`.execute(
        context.tx,
      );
      const current = rows[0] ? await findRow(entry, rows[0].id, reader, true) : undefined;
      if (current) {
        const values = {
          presence: each.presence,
          deputy: each.deputy,
          reason: each.reason,
          ...(each.name ? { name: each.name } : {}),
          ...(each.post ? { post: each.post } : {}),
        };
        await applyChange(entry, current.id, current.version, { ...current, ...values }, values, reader);
        continue;
      }
      const values = { ...each, name: each.name ?? "—", meeting: id, kind: "invited", heldOn: found.value.heldOn ?? null };
      const problems = await checkReferences(entry, values, reader);
      if (problems.length > 0) return refuse("invalid", "ledger.invalid", { problems: labelled(entry, problems) });
      await insertRows(entry, [{ id: uuidv7(now.getTime()), area: found.value.area, demo: false, values }], reader);
    }
    await countAttendance(context, id);
    return pageOf(context, id);
  },
});

/** The meeting's own figures of who came. */
async function countAttendance({ tx }: RouteContext, id: string): Promise<void> {
  await sql`update committee.meeting m set expected = x.expected, present = x.present, deputed = x.deputed, on_leave = x.leave, attended = x.present + x.deputed
    from (select count(*)::int as expected, count(*) filter (where presence = 'present')::int as present, count(*) filter (where presence = 'deputed')::int as deputed,
        count(*) filter (where presence = 'leave')::int as leave from committee.attendee where meeting = ${id} and kind = 'member' and deleted_at is null) x
    where m.id = ${id}`.execute(tx);
}

/** What the meeting saw goes under one hash, which the audit chain knows; nothing seen, nothing frozen. */
async function freezeSeen({ tx, actor, now }: RouteContext, row: Row, heldOn: string, rows: readonly SnapshotRow[]) {
  if (rows.length === 0) return { snapshot: null, sm3: null };
  const figures = rows.map(({ rowId, content }) => ({ agenda: rowId, content }));
  const { id, sm3 } = await freeze(
    tx,
    {
      kind: MEETING,
      subject: String(row.title),
      area: row.area,
      query: { meeting: row.id, heldOn },
      figures,
      ruleVersion: "committee.meeting/1",
      rows,
    },
    { userId: actor.userId, name: actor.name, now },
  );
  return { snapshot: id, sm3 };
}

export const holdMeeting = route({
  method: "POST",
  path: "/committee/meetings/:id/hold",
  summary: "召开",
  description: "会上所用的数据在此刻冻结，以后不变。",
  tag,
  permission,
  input: z.object({ id: z.uuid(), heldOn: calendarDate.optional() }),
  output: meetingPage,
  async run(context, { id, heldOn = context.today }) {
    const { tx, services, now, today } = context;
    if (heldOn > today) return refuse("invalid", "committee.held_in_future");
    const found = await actingOn(context, id, ["topics", "noticed"]);
    if (!found.ok) return found;
    const reader = readerOf(context);
    const entry = services.catalog.get("committee.agenda");
    const { rows } = await sql<{
      id: string;
    }>`select id from committee.agenda where meeting = ${id} and deleted_at is null order by ord`.execute(tx);
    if (rows.length === 0) return refuse("conflict", "committee.no_agenda");
    const frozen: SnapshotRow[] = [];
    for (const { id: agendaId } of rows) {
      const agenda = await findRow(entry, agendaId, reader, true);
      const shows = Array.isArray(agenda?.shows) ? (agenda.shows as { measure: string; area: number }[]) : [];
      if (!agenda || shows.length === 0) continue;
      const values = { seen: await seenNow(context, shows, heldOn), seenAt: now.toISOString() };
      frozen.push({
        part: "seen",
        ledger: "committee.agenda",
        rowId: agendaId,
        version: agenda.version + 1,
        content: { shows, seen: values.seen },
      });
      await applyChange(entry, agendaId, agenda.version, { ...agenda, ...values }, values, reader);
    }
    const kept = await freezeSeen(context, found.value, heldOn, frozen);
    const moved = await moveByRoute(context, id, "hold", { heldOn, frozenAt: now.toISOString(), ...kept });
    if (!moved.ok) return moved;
    await sql`update committee.meeting set items = ${rows.length} where id = ${id}`.execute(tx);
    await sql`update committee.attendee set held_on = ${heldOn} where meeting = ${id} and deleted_at is null`.execute(tx);
    await countAttendance(context, id);
    context.audit({ action: "召开会议", subject: MEETING, subjectId: id, area: found.value.area, detail: { heldOn } });
    return pageOf(context, id);
  },
});
