/** Drafting, changing and issuing a document, for the screens and for other modules (the door). */

import type { Actor } from "#platform/actor.ts";
import { scopeOf } from "#platform/actor.ts";
import { eraseCase } from "#platform/case/define.ts";
import { moveCase, raiseCase } from "#platform/case/store.ts";
import type { Tx } from "#platform/db.ts";
import { findRow, type Reader } from "#platform/ledger/read.ts";
import { applyChange, inSavepoint } from "#platform/ledger/write.ts";
import { ok, orThrow, RefusalError, type Result, refuse } from "#platform/result.ts";
import type { Services } from "#platform/services.ts";
import type { CalendarDate } from "#platform/values.ts";
import { DOCUMENT, draftersOf, enforcementDocument, ofOwnOrgan } from "./document.ts";
import type { DocumentKind } from "./domain/kind.ts";
import { checkDocument, type DocumentValues } from "./domain/values.ts";
import { keepValues, keptValues, readyToIssue } from "./issue.ts";
import { documentKinds } from "./kinds.ts";

/** Who has it made: a person in a post. His rights to the row are those of his scope; whether he may, the caller has asked. */
export type DocumentBy = { readonly actor: Actor; readonly now: Date; readonly today: CalendarDate };

export type DocumentAsked = {
  readonly kind: string;
  readonly values: DocumentValues;
  readonly area: number;
  readonly by: DocumentBy;
  /** The organ whose document it is; the actor's own unless said. */
  readonly organ?: string | null | undefined;
  readonly unit?: string | null | undefined;
  /** 当事人 as written in the document: a unit's or a person's name. */
  readonly party: string;
  readonly source?: { readonly name: string; readonly id: string } | undefined;
};

const readerFor = (tx: Tx, services: Services, { actor, now, today }: DocumentBy): Reader => ({
  tx,
  catalog: services.catalog,
  scope: scopeOf(actor),
  moments: { today, now },
  sealer: services.sealer,
});

const titleFor = (kind: DocumentKind, party: string): string => `${kind.title}（${party.slice(0, 40)}）`;

/** Puts a draft on the record. What is missing may follow until it is issued; what is wrong is refused now. */
export async function draftDocument(tx: Tx, services: Services, asked: DocumentAsked): Promise<Result<{ readonly documentId: string }>> {
  const kind = documentKinds.get(asked.kind);
  if (!kind) return refuse("invalid", "enforcement.unknown_kind", { kind: asked.kind });
  const problems = checkDocument(kind, asked.values, true);
  if (problems.length > 0) return refuse("invalid", "ledger.invalid", { problems });
  const organ = asked.organ ?? asked.by.actor.organId;
  if (!organ) return refuse("conflict", "enforcement.no_organ");
  const { actor, now } = asked.by;
  const checkedOn = asked.values.checkedOn;
  const values = {
    title: titleFor(kind, asked.party),
    kind: kind.key,
    kindTitle: kind.title,
    organ,
    unit: asked.unit ?? null,
    party: asked.party,
    checkedOn: typeof checkedOn === "string" ? checkedOn : null,
    content: keepValues(kind, asked.values),
    draftedBy: actor.userId,
    drafters: asDrafters([actor.userId]),
    sourceName: asked.source?.name ?? null,
    sourceId: asked.source?.id ?? null,
  };
  const raise = {
    area: asked.area,
    values,
    holderOrgan: organ,
    at: now,
    kind: "person" as const,
    actor: actor.userId,
    actorName: actor.name,
  };
  const raised = await raiseCase(eraseCase(enforcementDocument), raise, readerFor(tx, services, asked.by), services);
  return raised.ok ? ok({ documentId: raised.value.id }) : raised;
}

const asDrafters = (people: readonly string[]) => people.map((person) => ({ person }));

/** Changes a draft of one's own organ; once it is submitted it only comes back by 退回修改. Whoever changed it has drafted it too. */
export async function changeDraft(
  tx: Tx,
  services: Services,
  id: string,
  change: { readonly values: DocumentValues; readonly party?: string | undefined; readonly version: number },
  by: DocumentBy,
): Promise<Result<null>> {
  const reader = readerFor(tx, services, by);
  const entry = services.catalog.get(DOCUMENT);
  const row = await findRow(entry, id, reader, true);
  if (!row) return refuse("not_found", "ledger.unknown_row", { id });
  const others = ofOwnOrgan(row, by);
  if (others) return refuse("conflict", others.code);
  if (row.version !== change.version) return refuse("conflict", "ledger.changed_by_other", { theirs: row, version: row.version });
  if (row.state !== "draft") return refuse("conflict", "enforcement.not_draft");
  const kind = documentKinds.get(String(row.kind));
  if (!kind) return refuse("invalid", "enforcement.unknown_kind", { kind: row.kind });
  const values = { ...keptValues(kind, row.content), ...change.values };
  const problems = checkDocument(kind, values, true);
  if (problems.length > 0) return refuse("invalid", "ledger.invalid", { problems });
  const party = change.party ?? String(row.party);
  const drafters = asDrafters([...new Set([...draftersOf(row), by.actor.userId])]);
  const columns = { content: keepValues(kind, values), party, title: titleFor(kind, party), drafters };
  await applyChange(entry, id, row.version, { ...row, ...columns }, columns, reader);
  return ok(null);
}

export type Issued = { readonly documentId: string; readonly number: string; readonly fileId: string };

/** A refusal undoes what was done on the way to it, the number taken above all, whatever the caller does with its transaction. */
async function allOrNothing<T>(tx: Tx, work: () => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return ok(await inSavepoint(tx, async () => orThrow(await work())));
  } catch (error) {
    if (error instanceof RefusalError) return { ok: false, refusal: error.refusal };
    throw error;
  }
}

/** Issues a draft that needs no approval, or an approved document: number, file and checksum. */
export const issueDocument = (tx: Tx, services: Services, id: string, by: DocumentBy): Promise<Result<Issued>> =>
  allOrNothing(tx, () => issue(tx, services, id, by));

async function issue(tx: Tx, services: Services, id: string, by: DocumentBy): Promise<Result<Issued>> {
  const reader = readerFor(tx, services, by);
  const row = await findRow(services.catalog.get(DOCUMENT), id, reader, true);
  if (!row) return refuse("not_found", "ledger.unknown_row", { id });
  const ready = await readyToIssue({ tx, services, now: by.now, today: by.today }, row);
  if (!ready.ok) return ready;
  const permissions = new Set([...by.actor.permissions, "enforcement.draft"]);
  const moved = await moveCase(
    eraseCase(enforcementDocument),
    id,
    "issue",
    ready.value,
    { ...by, actor: { ...by.actor, permissions } },
    reader,
  );
  return moved.ok ? ok({ documentId: id, number: String(moved.value.number), fileId: String(moved.value.sha256) }) : moved;
}

/**
 * Drafts and issues at once, for a module whose own case has carried the approval; `approvedBy` says so on the document.
 * A kind that needs approval is refused without it: nobody passes the leader by going another way.
 */
export const renderDocument = (tx: Tx, services: Services, asked: ApprovedElsewhere): Promise<Result<Issued>> =>
  allOrNothing(tx, () => render(tx, services, asked));

type ApprovedElsewhere = DocumentAsked & { readonly approvedBy?: { readonly person: string; readonly ground: string } | undefined };

async function render(tx: Tx, services: Services, asked: ApprovedElsewhere): Promise<Result<Issued>> {
  const drafted = await draftDocument(tx, services, asked);
  if (!drafted.ok) return drafted;
  const id = drafted.value.documentId;
  if (asked.approvedBy) {
    const reader = readerFor(tx, services, asked.by);
    const entry = services.catalog.get(DOCUMENT);
    const row = await findRow(entry, id, reader, true);
    if (!row) return refuse("not_found", "ledger.unknown_row", { id });
    const columns = { state: "approved", approvedBy: asked.approvedBy.person, approvalGround: asked.approvedBy.ground.slice(0, 200) };
    await applyChange(entry, id, row.version, { ...row, ...columns }, columns, reader);
  }
  return issue(tx, services, id, asked.by);
}
