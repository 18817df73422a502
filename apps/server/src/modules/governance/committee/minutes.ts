/** 纪要: the text of one topic with the sentences marked in it. What a mark leaves out is read from its sentence; a person corrects it. */

import { sql } from "kysely";
import { z } from "zod";
import type { Row } from "#platform/ledger/define.ts";
import { findRow, type Reader } from "#platform/ledger/read.ts";
import { readerOf } from "#platform/ledger/routes.ts";
import { applyChange, insertRows, removeRow, uuidv7 } from "#platform/ledger/write.ts";
import { ok, type Result, refuse } from "#platform/result.ts";
import { type RouteContext, route } from "#platform/route.ts";
import { type CalendarDate, calendarDate } from "#platform/values.ts";
import { actingOn } from "./convene.ts";
import { resolutionKinds, spreads } from "./domain/kinds.ts";
import { answersFor, knownOrgans } from "./people.ts";
import { daysIn } from "./reading/days.ts";
import { clauseIn, type KnownOrgan, organIn, titleOf } from "./reading/sentences.ts";
import { keys, meetingPage } from "./shapes.ts";
import { pageOf } from "./show.ts";

const RESOLUTION = "committee.resolution";
const mark = z.object({
  id: z.uuid().optional(),
  kind: z.enum(keys(resolutionKinds)),
  start: z.number().int().min(0),
  end: z.number().int().min(1),
  spread: z.enum(keys(spreads)).optional(),
  organ: z.uuid().nullable().optional(),
  supports: z.array(z.uuid()).max(20).optional(),
  owner: z.string().trim().max(60).nullable().optional(),
  dueOn: calendarDate.nullable().optional(),
  title: z.string().trim().max(200).nullable().optional(),
  clause: z.string().trim().max(40).nullable().optional(),
});
type Mark = z.output<typeof mark>;

/** Marks lie inside the text, hold words, and do not overlap. */
export function badMarks(text: string, marks: readonly Pick<Mark, "start" | "end">[]): boolean {
  const ordered = marks.toSorted((a, b) => a.start - b.start);
  return ordered.some(
    ({ start, end }, index) =>
      end > text.length || start >= end || text.slice(start, end).trim() === "" || (index > 0 && start < (ordered[index - 1]?.end ?? 0)),
  );
}

type Facts = {
  readonly context: RouteContext;
  readonly meeting: Row;
  readonly agenda: Row;
  readonly on: CalendarDate;
  readonly organs: readonly KnownOrgan[];
  readonly reader: Reader;
};

/** What the sentence itself says, for whatever was not given. */
async function read(
  { context, meeting, agenda, on, organs }: Facts,
  given: Mark,
  words: string,
): Promise<Readonly<Record<string, unknown>>> {
  const organ = organIn(words, organs);
  const day = daysIn(words, on).at(-1);
  const spread = given.spread ?? organ?.spread ?? "one";
  const led = given.organ !== undefined ? given.organ : spread === "one" ? (organ?.id ?? null) : null;
  const committee = typeof meeting.committee === "string" ? meeting.committee : null;
  const isTask = given.kind === "task";
  return {
    spread,
    organ: led,
    owner: given.owner !== undefined ? given.owner : isTask && led ? await answersFor(context.tx, led, committee) : null,
    dueOn: given.dueOn !== undefined ? given.dueOn : isTask ? (day?.day ?? null) : null,
    title: given.title || titleOf(words, organ, day?.words),
    clause: given.clause !== undefined ? given.clause : (clauseIn(words) ?? agenda.clause ?? null),
  };
}

async function supportsOf({ tx }: RouteContext, ids: readonly string[]): Promise<readonly { organ: string; name: string }[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<{ organ: string; name: string }>`select id as organ, short_name as name from organizations.v_organ
    where id = any(${ids as string[]}::uuid[]) order by area, id`.execute(tx);
  return rows;
}

async function saveMark(facts: Facts, given: Mark, text: string): Promise<Result<string>> {
  const { context, meeting, agenda, reader } = facts;
  const entry = context.services.catalog.get(RESOLUTION);
  const words = text.slice(given.start, given.end).trim().slice(0, 600);
  const place = { kind: given.kind, start: given.start, end: given.end, words };
  if (given.organ && !(await supportsOf(context, [given.organ])).length) return refuse("invalid", "committee.unknown_organ");
  const supports = given.supports === undefined ? undefined : await supportsOf(context, given.supports);
  if (given.id === undefined) {
    const id = uuidv7(context.now.getTime());
    const values = {
      ...place,
      ...(await read(facts, given, words)),
      supports: supports ?? [],
      meeting: meeting.id,
      agenda: agenda.id,
      carriedOut: false,
    };
    await insertRows(entry, [{ id, area: meeting.area, demo: meeting.demo, values }], reader);
    return ok(id);
  }
  const current = await findRow(entry, given.id, reader, true);
  if (current?.agenda !== agenda.id) return refuse("not_found", "ledger.unknown_row", { id: given.id });
  const told = Object.fromEntries(
    (["spread", "organ", "owner", "dueOn", "title", "clause"] as const).flatMap((key) =>
      given[key] === undefined ? [] : [[key, given[key]]],
    ),
  );
  const values: Record<string, unknown> = { ...place, ...told, ...(supports ? { supports } : {}) };
  if (values.title === null || values.title === "") values.title = titleOf(words, undefined, undefined);
  const changed = Object.entries(values).some(([key, value]) => JSON.stringify(value ?? null) !== JSON.stringify(current[key] ?? null));
  if (changed) await applyChange(entry, current.id, current.version, { ...current, ...values }, values, reader);
  return ok(current.id);
}

export const saveMinutes = route({
  method: "PUT",
  path: "/committee/meetings/:id/minutes",
  summary: "存一个议题的纪要和标记",
  description: "标记是纪要里的一段文字：任务或决定。没有给的承办单位、责任人、期限、条款从原句读出；列表里没有的标记即撤销。",
  tag: "会议",
  permission: "committee.convene",
  input: z.object({
    id: z.uuid(),
    agenda: z.uuid(),
    version: z.number().int(),
    text: z.string().max(8_000),
    setAside: z.array(z.string().max(600)).max(60).default([]),
    marks: z.array(mark).max(80),
  }),
  output: meetingPage,
  async run(context, { id, agenda: agendaId, version, text, setAside, marks }) {
    const { tx, services, now } = context;
    const found = await actingOn(context, id, ["held", "minutes"]);
    if (!found.ok) return found;
    const reader = readerOf(context);
    const entry = services.catalog.get("committee.agenda");
    const agenda = await findRow(entry, agendaId, reader, true);
    if (agenda?.meeting !== id) return refuse("not_found", "ledger.unknown_row", { id: agendaId });
    if (agenda.version !== version) return refuse("conflict", "ledger.changed_by_other", { theirs: agenda, version: agenda.version });
    if (badMarks(text, marks)) return refuse("invalid", "committee.bad_mark");
    const on = calendarDate.parse(found.value.heldOn);
    const facts = { context, meeting: found.value, agenda, on, organs: await knownOrgans(tx, found.value.area), reader };
    const kept: string[] = [];
    for (const each of marks) {
      const saved = await saveMark(facts, each, text);
      if (!saved.ok) return saved;
      kept.push(saved.value);
    }
    const { rows } = await sql<{ id: string }>`select id from committee.resolution where agenda = ${agendaId} and deleted_at is null
      and not (id = any(${kept}::uuid[]))`.execute(tx);
    for (const { id: gone } of rows) await removeRow(services.catalog.get(RESOLUTION), gone, "撤销标记", reader);
    const values = { minutesText: text, setAside: setAside.map((each) => ({ text: each })), savedAt: now.toISOString() };
    await applyChange(entry, agendaId, agenda.version, { ...agenda, ...values }, values, reader);
    return pageOf(context, id);
  },
});
