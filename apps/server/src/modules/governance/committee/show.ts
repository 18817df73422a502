/** One meeting, whole: read by its page and by everything that decides about it. */
import { sql } from "kysely";
import { z } from "zod";
import { findRow } from "#platform/ledger/read.ts";
import { readerOf } from "#platform/ledger/routes.ts";
import { ok, type Result, refuse } from "#platform/result.ts";
import { type RouteContext, route } from "#platform/route.ts";
import { type CalendarDate, dayOf } from "#platform/values.ts";
import { listWords, type Signature, stands } from "./domain/cosign.ts";
import { lackingOf, whyHeldBack } from "./domain/hold-back.ts";
import { MEETING } from "./meeting.ts";
import { actsFor, findCommittee, knownOrgans, spreadOver } from "./people.ts";
import { type KnownOrgan, unmarked } from "./reading/sentences.ts";
import { type MeetingPage, meetingPage } from "./shapes.ts";

type Loose = Readonly<Record<string, unknown>>;
const text = (value: unknown): string | null => (typeof value === "string" && value !== "" ? value : null);
const rowsOf = (value: unknown): readonly Loose[] => (Array.isArray(value) ? (value as readonly Loose[]) : []);

/** The words of a choice, in the language asked. */
export function labelsOf({ services, language }: RouteContext, ledger: string, field: string): Readonly<Record<string, string>> {
  return services.spoken[language].registry.ledgers.find(({ name }) => name === ledger)?.fields[field]?.choices ?? {};
}

type Attendee = MeetingPage["attendees"][number];
type NoticeRow = {
  readonly organ: string;
  readonly receivedAt: string | null;
  readonly answeredAt: string | null;
  readonly answer: string | null;
};

async function attendeesOf({ tx }: RouteContext, id: string): Promise<readonly Attendee[]> {
  const { rows } = await sql<
    Omit<Attendee, "notice">
  >`select a.id, a.organ, coalesce(o.short_name, '') as organ_name, a.name, a.post, a.kind,
      a.presence, a.deputy, a.reason from committee.attendee a left join organizations.v_organ o on o.id = a.organ
    where a.meeting = ${id} and a.deleted_at is null order by a.kind desc, a.ord nulls last, a.id`.execute(tx);
  const notices =
    await sql<NoticeRow>`select distinct on (r.to_organ) r.to_organ as organ, r.received_at, r.answered_at, r.answer from platform.request r
    where r.case_name = ${MEETING} and r.case_id = ${id} and r.kind = 'attend' order by r.to_organ, r.asked_at desc, r.id desc`.execute(tx);
  const byOrgan = new Map(notices.rows.map(({ organ, ...notice }) => [organ, notice]));
  return rows.map((row) => ({ ...row, notice: byOrgan.get(row.organ) ?? null }));
}

async function agendasOf(
  context: RouteContext,
  id: string,
  { on, organs, marks, reads }: { on: CalendarDate; organs: readonly KnownOrgan[]; marks: MeetingPage["resolutions"]; reads: boolean },
): Promise<MeetingPage["agendas"]> {
  type Found = Omit<MeetingPage["agendas"][number], "hints" | "kindLabel" | "setAside" | "seen" | "shows" | "materials" | "text"> & {
    readonly setAside: unknown;
    readonly seen: unknown;
    readonly shows: unknown;
    readonly materials: string[] | null;
    readonly minutesText: string | null;
  };
  const { rows } =
    await sql<Found>`select a.id, a.version, a.ord, a.title, a.kind, a.presenter_organ, o.short_name as presenter_organ_name, a.presenter,
      a.minutes_long, a.clause, a.materials, a.shows, a.seen, a.seen_at, a.minutes_text, a.saved_at, a.set_aside
    from committee.agenda a left join organizations.v_organ o on o.id = a.presenter_organ
    where a.meeting = ${id} and a.deleted_at is null order by a.ord, a.id`.execute(context.tx);
  const kinds = labelsOf(context, "committee.agenda", "kind");
  return rows.map(({ setAside, seen, shows, materials, minutesText, ...row }) => {
    const aside = rowsOf(setAside).flatMap((each) => text(each.text) ?? []);
    const own = marks.filter((mark) => mark.agenda === row.id);
    const hints = reads ? unmarked(minutesText ?? "", on, { organs, marks: own, setAside: aside }) : [];
    return {
      ...row,
      kindLabel: kinds[row.kind] ?? row.kind,
      materials: materials ?? [],
      shows: rowsOf(shows).map((each) => ({ measure: String(each.measure), area: Number(each.area) })),
      seen: rowsOf(seen).map((each) => ({
        label: text(each.label) ?? "",
        area: text(each.area) ?? "",
        value: text(each.value) ?? "",
        words: text(each.words) ?? "",
      })),
      text: minutesText ?? "",
      setAside: aside,
      hints: hints.map(({ start, end, text: words, lacks }) => ({ start, end, text: words, lacks: [...lacks] })),
    };
  });
}

type Cosigned = Signature & { readonly id: string; readonly organ: string; readonly name: string };

async function resolutionsOf(
  context: RouteContext,
  meeting: { readonly id: string; readonly area: number; readonly committee: string | null },
  cosigned: readonly Cosigned[],
  today: CalendarDate,
): Promise<Pick<MeetingPage, "resolutions" | "silent">> {
  const { tx, services, language } = context;
  type Found = Omit<MeetingPage["resolutions"][number], "no" | "lacks" | "cosign" | "tasks" | "supports" | "organName" | "words"> & {
    readonly supports: unknown;
    readonly organName: string | null;
    readonly words: string | null;
  };
  const { rows } =
    await sql<Found>`select r.id, r.agenda, r.kind, r.title, r.words, r.start, r."end", r.spread, r.organ, o.short_name as organ_name,
      r.supports, r.owner, r.due_on, r.clause
    from committee.resolution r left join organizations.v_organ o on o.id = r.organ join committee.agenda a on a.id = r.agenda
    where r.meeting = ${meeting.id} and r.deleted_at is null order by a.ord, r.start, r.id`.execute(tx);
  type Task = MeetingPage["resolutions"][number]["tasks"][number] & { readonly href: string | null };
  const tasks = await sql<Task>`select t.id, t.number, t.state, t.closed_at is not null as closed, t.source_href as href,
      coalesce((select o.short_name from organizations.v_organ o where o.id = t.lead), '') as organ
    from policy_tasks.task t where t.source_kind = 'minutes' and t.source_id = ${meeting.id} and t.deleted_at is null order by t.area, t.id`.execute(
    tx,
  );
  const states = services.spoken[language].registry.cases.get("policy-tasks.task")?.states ?? {};
  const labels = labelsOf(context, "committee.resolution", "spread");
  const wide = new Map<string, readonly string[]>();
  for (const spread of new Set(rows.map(({ spread }) => spread)))
    if (spread !== "one")
      wide.set(
        spread,
        (await spreadOver(tx, spread, meeting.area, meeting.committee)).map(({ id }) => id),
      );
  const counts = new Map<string, number>();
  const falling = (row: Pick<Found, "spread" | "organ">) =>
    row.spread === "one" ? (row.organ ? [row.organ] : []) : (wide.get(row.spread) ?? []);
  const standing = cosigned.map((each) => {
    const own = rows.filter((row) => row.kind === "task" && falling(row).includes(each.organ));
    return { ...each, stands: stands(each, listWords(own)), concerned: own.length > 0 };
  });
  const resolutions = rows.map(({ supports, organName, words, ...row }) => {
    const place = `${row.agenda} ${row.kind}`;
    const no = (counts.get(place) ?? 0) + 1;
    counts.set(place, no);
    const asked = standing.filter(({ organ }) => falling(row).includes(organ));
    return {
      ...row,
      no,
      words: words ?? "",
      organName: row.spread === "one" ? (organName ?? "") : (labels[row.spread] ?? row.spread),
      supports: rowsOf(supports).map((each) => ({ organ: String(each.organ), name: text(each.name) ?? "" })),
      lacks: row.kind === "task" ? [...lackingOf(row, today)] : [],
      cosign: {
        asked: asked.length,
        granted: asked.filter((each) => each.stands === "signed").length,
        refused: asked.filter((each) => each.stands === "refused").length,
      },
      tasks: tasks.rows
        .filter(({ href }) => href?.endsWith(`mark=${row.id}`))
        .map(({ href: _, ...task }) => ({ ...task, stateLabel: states[task.state]?.label ?? task.state })),
    };
  });
  return { resolutions, silent: standing.filter((each) => each.concerned && each.stands === "silent").map(({ name }) => name) };
}

/** The latest co-signature of each organ asked. */
export async function cosignedOf({ tx }: RouteContext, id: string): Promise<readonly Cosigned[]> {
  const { rows } =
    await sql<Cosigned>`select distinct on (r.to_organ) r.id, r.to_organ as organ, r.note, r.granted, r.answered_at is not null as answered,
      coalesce((select o.short_name from organizations.v_organ o where o.id = r.to_organ), '') as name
    from platform.request r where r.case_name = ${MEETING} and r.case_id = ${id} and r.kind = 'cosign' order by r.to_organ, r.asked_at desc, r.id desc`.execute(
      tx,
    );
  return rows;
}

/** Everything about one meeting, or that there is none in this person's area. */
export async function pageOf(context: RouteContext, id: string): Promise<Result<MeetingPage>> {
  const { tx, services, actor, today, language } = context;
  const row = await findRow(services.catalog.get(MEETING), id, readerOf(context));
  if (!row) return refuse("not_found", "ledger.unknown_row", { id });
  const refs = (row._ref ?? {}) as Readonly<Record<string, string>>;
  const committee = typeof row.committee === "string" ? await findCommittee(tx, row.committee) : undefined;
  const state = String(row.state);
  const reads = state === "held" || state === "minutes";
  const on = (text(row.heldOn) ?? dayOf(new Date(String(row.beginsAt)))) as CalendarDate;
  const cosigned = await cosignedOf(context, id);
  const { resolutions, silent } = await resolutionsOf(context, { id, area: row.area, committee: committee?.id ?? null }, cosigned, today);
  const organs = reads ? await knownOrgans(tx, row.area) : [];
  const agendas = await agendasOf(context, id, { on, organs, marks: resolutions, reads });
  const attendees = await attendeesOf(context, id);
  const members = attendees.filter(({ kind }) => kind === "member");
  const counted = (presence: Attendee["presence"]) => members.filter((each) => each.presence === presence).length;
  const year = on.slice(0, 4);
  const others = await sql<{ held: number; openBefore: number }>`select
      (select count(*)::int from committee.meeting m where m.deleted_at is null and m.committee = ${committee?.id ?? null} and m.kind = ${row.kind}
        and m.held_on between ${`${year}-01-01`}::date and ${`${year}-12-31`}::date) as held,
      (select count(*)::int from policy_tasks.task t join committee.meeting m on m.id::text = t.source_id and t.source_kind = 'minutes'
        where t.closed_at is null and t.deleted_at is null and m.committee = ${committee?.id ?? null} and m.begins_at < ${row.beginsAt}) as open_before`.execute(
    tx,
  );
  const held = whyHeldBack(
    {
      tasks: resolutions.filter(({ kind }) => kind === "task"),
      agendas: agendas.map((agenda) => ({ id: agenda.id, text: agenda.text, unmarked: agenda.hints.length })),
      refusedBy: cosigned.filter(({ granted }) => granted === false).map(({ name }) => name),
    },
    today,
  );
  const states = services.spoken[language].registry.cases.get(MEETING)?.states ?? {};
  return ok({
    meeting: {
      id: row.id,
      version: row.version,
      number: String(row.number),
      title: String(row.title),
      kind: row.kind as MeetingPage["meeting"]["kind"],
      kindLabel: labelsOf(context, MEETING, "kind")[String(row.kind)] ?? "",
      theme: row.theme as MeetingPage["meeting"]["theme"],
      themeLabel: labelsOf(context, MEETING, "theme")[String(row.theme)] ?? "",
      state,
      stateLabel: states[state]?.label ?? state,
      area: row.area,
      committee: committee?.id ?? null,
      committeeName: committee?.name ?? null,
      organName: refs.organ ?? null,
      openedAt: String(row.openedAt),
      beginsAt: String(row.beginsAt),
      place: text(row.place),
      presider: text(row.presider),
      recorder: text(row.recorder),
      noticedOn: text(row.noticedOn),
      heldOn: text(row.heldOn),
      minutesDueOn: text(row.minutesDueOn),
      issuedOn: text(row.issuedOn),
      issuedBy: text(row.issuedBy),
      minutesNumber: text(row.minutesNumber),
      frozenAt: text(row.frozenAt),
      sm3: text(row.sm3),
    },
    attendance: {
      expected: members.length,
      present: counted("present"),
      deputed: counted("deputed"),
      leave: counted("leave"),
      absent: counted("absent"),
      unknown: counted("unknown"),
    },
    attendees: [...attendees],
    agendas,
    resolutions,
    heldBack: reads
      ? held.map((each) => ({
          kind: each.kind,
          n: each.n,
          lacks: "lacks" in each ? [...each.lacks] : [],
          agendas: "agendas" in each ? [...each.agendas] : [],
          organs: "organs" in each ? [...each.organs] : [],
        }))
      : [],
    silent: reads ? silent : [],
    owed: { perYear: row.kind === "plenary" ? (committee?.plenaryPerYear ?? null) : null, held: others.rows[0]?.held ?? 0 },
    openBefore: others.rows[0]?.openBefore ?? 0,
    acts: committee ? actsFor(actor, committee) : false,
  });
}

export const showMeeting = route({
  method: "GET",
  path: "/committee/meetings/:id",
  summary: "一次会议",
  tag: "会议",
  permission: `${MEETING}.read`,
  input: z.object({ id: z.uuid() }),
  output: meetingPage,
  run: (context, { id }) => pageOf(context, id),
});
