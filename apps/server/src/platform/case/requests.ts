/**
 * Side requests of a case: 抄告, 协办, 会签, 延期 … The case keeps its one state and holder; another organ owes an answer by a day.
 * asked → received 签收 → answered (words, or granted or not) → where the declaration says so accepted by who asked, or sent back.
 */
import { sql } from "kysely";
import { type Actor, may } from "../actor.ts";
import type { Tx } from "../db.ts";
import type { Row } from "../ledger/define.ts";
import { visibleFiles } from "../ledger/files-of-rows.ts";
import { findNamed, findRow, type Reader } from "../ledger/read.ts";
import { uuidv7 } from "../ledger/write.ts";
import { pushLive } from "../live.ts";
import { ok, type Result, refuse } from "../result.ts";
import type { Services } from "../services.ts";
import { readSettings } from "../settings.ts";
import { addDays, type CalendarDate, startOfDay } from "../values.ts";
import { dueAt } from "./calendar.ts";
import type { AnyCase, AnyRequestKind } from "./define.ts";
import type { AskedRequest } from "./request-shapes.ts";
import { addLine, checkGiven, moveCase } from "./store.ts";

export type Asking = {
  readonly kind: string;
  readonly organ?: string | undefined;
  readonly dueOn?: CalendarDate | undefined;
  readonly note: string;
  readonly files: readonly string[];
  readonly given: Readonly<Record<string, unknown>>;
};
export type Work = {
  readonly actor: Actor;
  readonly now: Date;
  readonly today: CalendarDate;
  readonly tx: Tx;
  readonly services: Services;
};

const ORGAN = "organizations.organ";
const COLUMNS = sql`r.id, r.number, r.case_name, r.case_id, r.kind, r.subject, r.note, r.given, r.files, r.asked_at, r.due_at, r.received_at, r.answered_at,
  r.granted, r.answer, r.answer_files, r.settled_at, r.returns, r.to_organ, r.from_organ,
  (select o.name from organizations.v_organ o where o.id = r.to_organ) as to_name,
  (select o.name from organizations.v_organ o where o.id = r.from_organ) as from_name,
  (select u.name from identity.user u where u.id = r.asked_by) as by_name,
  (select u.name from identity.user u where u.id = r.answered_by) as answered_by_name`;

/** What a case has been asked, newest first. */
export async function requestsOf(caseId: string, tx: Tx): Promise<readonly AskedRequest[]> {
  const { rows } = await sql<AskedRequest>`select ${COLUMNS} from platform.request r where r.case_id = ${caseId} and r.kind <> 'notice'
    order by r.asked_at desc, r.id desc limit 200`.execute(tx);
  return rows;
}

/** Which kinds this person may ask of this case now. */
export const askable = (declared: AnyCase, row: Row, actor: Actor): readonly string[] =>
  row.closedAt
    ? []
    : Object.entries(declared.requests ?? {}).flatMap(([key, kind]) =>
        may(actor, kind.by) && (kind.from ?? [row.state]).includes(String(row.state)) ? [key] : [],
      );

/** Asks. The day, where one is named, must not have passed; the organ must exist. */
export async function askRequest(declared: AnyCase, id: string, asking: Asking, work: Work, reader: Reader): Promise<Result<AskedRequest>> {
  const { tx, actor, now, today, services } = work;
  const kind = Object.hasOwn(declared.requests ?? {}, asking.kind) ? declared.requests?.[asking.kind] : undefined;
  if (!kind) return refuse("not_found", "case.unknown_request");
  if (!may(actor, kind.by)) return refuse("forbidden", "http.no_permission", { permission: kind.by });
  const entry = services.catalog.get(declared.name);
  const row = await findRow(entry, id, reader);
  if (!row) return refuse("not_found", "ledger.unknown_row", { id });
  if (!askable(declared, row, actor).includes(asking.kind))
    return refuse("conflict", "case.request_not_now", { label: kind.label, state: declared.states[String(row.state)]?.label });
  const organ = await organAsked(kind, asking, row, reader, services);
  if (!organ.ok) return organ;
  const given = await asksOf(kind, declared, asking, work, reader);
  if (!given.ok) return given;
  const seen = await visibleFiles(asking.files, tx);
  if (asking.files.some((file) => !seen.has(file))) return refuse("invalid", "ledger.unknown_file");
  if (asking.dueOn && asking.dueOn < today) return refuse("invalid", "case.request_due_in_past");
  const due = asking.dueOn
    ? new Date(startOfDay(addDays(asking.dueOn, 1)).getTime() - 1)
    : dueAt(kind.due, now, today, row, await readSettings(tx));
  const requestId = uuidv7(now.getTime());
  const number = kind.numbered ? await nextNumber(kind.numbered, today, tx) : null;
  await sql`insert into platform.request (id, number, case_name, case_id, area, kind, asked_at, asked_by, from_organ, to_organ, due_at, note, given, files, subject)
    values (${requestId}, ${number}, ${declared.name}, ${id}, ${row.area}, ${asking.kind}, ${now.toISOString()}, ${actor.userId}, ${actor.organId},
      ${organ.value.id}, ${due?.toISOString() ?? null}, ${asking.note}, ${JSON.stringify(given.value)}::jsonb, ${asking.files as string[]}::uuid[], ${subjectOf(declared, row)})`.execute(
    tx,
  );
  await line(work, declared, id, "case.asked", { what: kind.label, organ: organ.value.name, note: asking.note, number: number ?? "" });
  await tell(work, declared, row);
  const [made] = (await requestsOf(id, tx)).filter((request) => request.id === requestId);
  return made ? ok(made) : refuse("not_found", "case.unknown_request");
}

/** What an organ was asked and has not answered changed meanwhile: it is asked the same anew, in other words; what it received before it receives again. */
export async function rewordRequest(id: string, note: string, { tx, now }: Pick<Work, "tx" | "now">): Promise<void> {
  await sql`update platform.request set note = ${note}, asked_at = ${now.toISOString()}, received_at = null, received_by = null
    where id = ${id} and answered_at is null`.execute(tx);
}

async function organAsked(
  kind: AnyRequestKind,
  asking: Asking,
  row: Row,
  reader: Reader,
  services: Services,
): Promise<Result<{ readonly id: string; readonly name: string }>> {
  const id = kind.to === "named" ? asking.organ : row[kind.to.organ];
  const found = typeof id === "string" ? await findNamed(services.catalog.get(ORGAN), id, reader) : undefined;
  return found ? ok({ id: found.id, name: found.title }) : refuse("invalid", "case.name_an_organ");
}

async function asksOf(
  kind: AnyRequestKind,
  declared: AnyCase,
  { given }: Asking,
  { actor, now, today, services }: Work,
  reader: Reader,
): Promise<Result<Readonly<Record<string, unknown>>>> {
  const asked = Object.fromEntries((kind.asks ?? []).map((key) => [key, given[key]]));
  const missing = Object.entries(asked).filter(([, value]) => value === undefined || value === null || value === "");
  if (missing.length > 0)
    return refuse("invalid", "case.asks", {
      fields: missing.map(([key]) => declared.fields[key]?.label ?? key).join("、"),
      keys: missing.map(([key]) => key),
    });
  return checkGiven(services.catalog.get(declared.name), asked, { actor, now, today }, reader);
}

const subjectOf = (declared: AnyCase, row: Row): string => {
  const refs = (row._ref ?? {}) as Readonly<Record<string, string>>;
  const place = refs.unit ?? row.areaName ?? "";
  const words = ["what", declared.title].map((key) => row[key]).find((value) => typeof value === "string");
  return `${place} ${words ?? ""}`.trim().slice(0, 400);
};

async function nextNumber(prefix: string, today: CalendarDate, tx: Tx): Promise<string> {
  const year = Number(today.slice(0, 4));
  const { rows } = await sql<{ last: number }>`insert into platform.request_counter (prefix, year, last) values (${prefix}, ${year}, 1)
    on conflict (prefix, year) do update set last = platform.request_counter.last + 1 returning last`.execute(tx);
  return `${prefix}〔${year}〕${rows[0]?.last ?? 0}号`;
}

/** What an organ was asked and has not answered, by its day. */
export async function askedOf(organId: string, limit: number, tx: Tx): Promise<readonly AskedRequest[]> {
  const { rows } = await sql<AskedRequest>`select ${COLUMNS} from platform.request r where r.to_organ = ${organId} and r.answered_at is null
    and r.kind <> 'notice' order by r.due_at, r.id limit ${limit}`.execute(tx);
  return rows;
}

/** One request, for the organ asked, and for whoever may read the case (the row filter says so). */
export async function findRequest(id: string, tx: Tx, forUpdate = false): Promise<AskedRequest | undefined> {
  const { rows } = await sql<AskedRequest>`select ${COLUMNS} from platform.request r where r.id = ${id} and r.kind <> 'notice'
    ${forUpdate ? sql`for update of r` : sql``}`.execute(tx);
  return rows[0];
}

const ownOf = (request: AskedRequest | undefined, actor: Actor): Result<AskedRequest> => {
  if (!request) return refuse("not_found", "case.unknown_request");
  return request.toOrgan === actor.organId ? ok(request) : refuse("forbidden", "case.asked_of_other", { organ: request.toName });
};

/** 签收: the organ asked has it. Twice is once. */
export async function receiveRequest(id: string, work: Work): Promise<Result<AskedRequest>> {
  const found = ownOf(await findRequest(id, work.tx, true), work.actor);
  if (!found.ok) return found;
  if (!found.value.receivedAt) {
    await sql`update platform.request set received_at = ${work.now.toISOString()}, received_by = ${work.actor.userId} where id = ${id}`.execute(
      work.tx,
    );
    const declared = caseOf(found.value, work.services);
    await line(work, declared, found.value.caseId, "case.request_received", {
      what: labelOf(declared, found.value),
      organ: found.value.toName ?? "",
    });
  }
  const after = await findRequest(id, work.tx);
  return after ? ok(after) : refuse("not_found", "case.unknown_request");
}

export type Answering = { readonly granted?: boolean | undefined; readonly answer: string; readonly files: readonly string[] };

/** The answer. A decision that grants makes the declared move at once, with what was asked for. */
export async function answerRequest(id: string, given: Answering, work: Work, readerOfCase: Reader): Promise<Result<AskedRequest>> {
  const { tx, actor, now, services } = work;
  const found = ownOf(await findRequest(id, tx, true), actor);
  if (!found.ok) return found;
  const request = found.value;
  const declared = caseOf(request, services);
  const kind = declared.requests?.[request.kind];
  if (!kind) return refuse("not_found", "case.unknown_request");
  if (request.answeredAt) return refuse("conflict", "case.request_answered", { by: request.answeredByName, label: kind.label });
  if (kind.answer === "decision" && given.granted === undefined) return refuse("invalid", "case.say_yes_or_no");
  if (kind.decidedBy && !may(actor, kind.decidedBy)) return refuse("forbidden", "http.no_permission", { permission: kind.decidedBy });
  const seen = await visibleFiles(given.files, tx);
  if (given.files.some((file) => !seen.has(file))) return refuse("invalid", "ledger.unknown_file");
  const granted = kind.answer === "decision" ? given.granted === true : null;
  const settled = kind.accepted ? null : now.toISOString();
  await sql`update platform.request set answered_at = ${now.toISOString()}, answered_by = ${actor.userId}, granted = ${granted}, answer = ${given.answer},
    answer_files = ${given.files as string[]}::uuid[], received_at = coalesce(received_at, ${now.toISOString()}), settled_at = ${settled} where id = ${id}`.execute(
    tx,
  );
  if (granted && kind.onGrant) {
    const moved = await moveCase(
      declared,
      request.caseId,
      kind.onGrant,
      { ...request.given, note: given.answer || kind.label },
      { actor: null, now, today: work.today },
      readerOfCase,
    );
    if (!moved.ok) return moved;
  }
  const code = granted === null ? "case.request_replied" : granted ? "case.request_granted" : "case.request_refused";
  await line(work, declared, request.caseId, code, { what: kind.label, organ: request.toName ?? "", note: given.answer });
  await pushLive(tx, {
    topic: "work",
    area: null,
    permission: `${declared.name}.read`,
    data: { caseName: declared.name, id: request.caseId },
  });
  const after = await findRequest(id, tx);
  return after ? ok(after) : refuse("not_found", "case.unknown_request");
}

/** Looked at by who asked: accepted, or sent back with the reason and then owed again. */
export async function settleRequest(
  id: string,
  given: { readonly accepted: boolean; readonly note: string },
  work: Work,
): Promise<Result<AskedRequest>> {
  const { tx, actor, now, services } = work;
  const request = await findRequest(id, tx, true);
  if (!request) return refuse("not_found", "case.unknown_request");
  const declared = caseOf(request, services);
  const kind = declared.requests?.[request.kind];
  if (!kind?.accepted || !may(actor, kind.by)) return refuse("forbidden", "http.no_permission", { permission: kind?.by ?? "" });
  if (request.toOrgan === actor.organId && request.fromOrgan !== actor.organId) return refuse("forbidden", "case.accepts_own_work");
  if (!request.answeredAt) return refuse("conflict", "case.request_not_answered", { organ: request.toName });
  if (request.settledAt) return refuse("conflict", "case.request_answered", { by: request.toName, label: kind.label });
  if (!given.accepted && given.note.trim() === "") return refuse("invalid", "case.say_why");
  if (given.accepted)
    await sql`update platform.request set settled_at = ${now.toISOString()}, settled_by = ${actor.userId} where id = ${id}`.execute(tx);
  else await sql`update platform.request set answered_at = null, answered_by = null, returns = returns + 1 where id = ${id}`.execute(tx);
  await line(work, declared, request.caseId, given.accepted ? "case.request_accepted" : "case.request_sent_back", {
    what: kind.label,
    organ: request.toName ?? "",
    note: given.note,
  });
  const after = await findRequest(id, tx);
  return after ? ok(after) : refuse("not_found", "case.unknown_request");
}

const caseOf = (request: AskedRequest, services: Services): AnyCase => {
  const declared = services.registry.cases.get(request.caseName);
  if (!declared) throw new Error(`request ${request.id} of an unknown case ${request.caseName}`);
  return declared;
};
const labelOf = (declared: AnyCase, { kind }: AskedRequest): string => declared.requests?.[kind]?.label ?? kind;

const line = ({ tx, actor, now }: Work, declared: AnyCase, caseId: string, code: string, given: Readonly<Record<string, unknown>>) =>
  addLine(tx, { caseName: declared.name, caseId, at: now, kind: "person", actor: actor.userId, actorName: actor.name, code, given });

const tell = ({ tx }: Work, declared: AnyCase, row: Row) =>
  pushLive(tx, { topic: "work", area: row.area, permission: `${declared.name}.read`, data: { caseName: declared.name, id: row.id } });
