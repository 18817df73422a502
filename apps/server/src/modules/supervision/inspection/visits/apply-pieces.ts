/**
 * Takes what a phone sends, piece by piece, each in its own savepoint: one that is refused or fails keeps no other from arriving. Hazards are
 * raised and conflicts looked for once all pieces are in, so an answer corrected before it was sent raises nothing.
 */
import { createHash, randomBytes } from "node:crypto";
import { z } from "zod";
import { findRow } from "#platform/ledger/read.ts";
import { readerOf } from "#platform/ledger/routes.ts";
import { applyChange, inSavepoint } from "#platform/ledger/write.ts";
import { ok, type Refusal, RefusalError, type Result, refuse } from "#platform/result.ts";
import type { RouteContext } from "#platform/route.ts";
import { type AnsweredList, listAsAnswered } from "./answered-list.ts";
import { begin, type Word } from "./begin-visit.ts";
import { mayExempt } from "./domain/answers.ts";
import { draftRecord } from "./draft-record.ts";
import { finishTask } from "./finish-task.ts";
import { type Answered, type Finished, type Found, type Piece, piece, type Receipt, type Signed } from "./pieces.ts";
import { raiseFailed, raiseFound } from "./raise-hazards.ts";
import { itemsOf, lockVisit, recount, saveAnswer, saveSignature, signaturesOf, takePiece, type Visit } from "./store.ts";
import { mayStraggle, noteLate } from "./straggle.ts";
import { settleDay, type Told } from "./tell-conflict.ts";
import { visit as visitLedger } from "./visit.ts";

export type Applied = { readonly receipts: readonly Receipt[]; readonly visits: readonly Told[] };

export async function applyPieces(context: RouteContext, given: readonly unknown[]): Promise<Applied> {
  const receipts: Receipt[] = [];
  const touched = new Set<string>();
  for (const raw of given) {
    const { receipt, visit } = await applyOne(context, raw);
    receipts.push(receipt);
    if (visit) touched.add(visit);
  }
  const visits: Told[] = [];
  for (const id of touched) {
    const told = await settleVisit(context, id);
    if (told) visits.push(told);
  }
  const inConflict = new Set(
    visits
      .filter(({ conflict }) => conflict !== null)
      .flatMap(({ id, conflict }) => (conflict?.items ?? []).map((item) => `${id} ${item}`)),
  );
  return { receipts: receipts.map((each, i) => withConflict(each, given[i], inConflict, context)), visits };
}

async function applyOne(context: RouteContext, raw: unknown): Promise<{ readonly receipt: Receipt; readonly visit: string | null }> {
  const parsed = piece.safeParse(raw, context.language === "zh" ? { error: z.locales.zhCN().localeError } : undefined);
  const id = String((raw as { readonly id?: unknown } | null)?.id ?? "");
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    return {
      receipt: refused(
        id,
        { kind: "invalid", code: "inspection.bad_piece", params: { field: issue?.path.join(".") ?? "", problem: issue?.message ?? "" } },
        context,
      ),
      visit: null,
    };
  }
  try {
    const result = await inSavepoint(context.tx, async () => {
      const done = await takeOne(context, parsed.data);
      if (!done.ok) throw new RefusalError(done.refusal);
      return done.value;
    });
    return {
      receipt: { id, ...result, message: result.code && say(context, result.code, result.params) },
      visit: "visit" in parsed.data ? parsed.data.visit : null,
    };
  } catch (error) {
    if (error instanceof RefusalError) return { receipt: refused(id, error.refusal, context), visit: null };
    const incident = randomBytes(3).toString("hex").toUpperCase();
    context.services.log.error({ err: error, incident, piece: id, kind: parsed.data.kind }, "piece failed");
    return { receipt: refused(id, { kind: "unavailable", code: "http.fault", params: { incident } }, context), visit: null };
  }
}

const say = ({ services, language }: RouteContext, code: string, params: Readonly<Record<string, unknown>> = {}): string =>
  services.messages.say(code, params, language);

/** What another piece or another day will mend is sent again later; all else waits for a person. */
const refused = (id: string, { kind, code, params }: Refusal, context: RouteContext): Receipt => ({
  ...{ id, receipt: null, code },
  result: kind === "unavailable" ? "later" : "refused",
  message: say(context, code, params),
});

type Answer = Omit<Receipt, "id" | "message"> & { readonly params?: Readonly<Record<string, unknown>> };

async function takeOne(context: RouteContext, given: Piece): Promise<Result<Answer>> {
  const { tx, actor } = context;
  const body = createHash("sha256").update(JSON.stringify(given)).digest("hex");
  const receipt = body.slice(0, 8).toUpperCase();
  const taken = await takePiece(tx, given, { by: actor.userId, at: context.now }, { body, receipt });
  if (taken === "foreign") return refuse("conflict", "inspection.piece_differs");
  if (taken !== "fresh") {
    if (taken.body !== body) return refuse("conflict", "inspection.piece_differs");
    return ok({ result: "had", receipt: taken.receipt, code: null });
  }
  const word = await act(context, given);
  if (!word.ok) return word;
  return ok({ result: "accepted", receipt, code: word.value?.code ?? null, ...(word.value?.params ? { params: word.value.params } : {}) });
}

async function act(context: RouteContext, given: Piece): Promise<Result<Word>> {
  if (given.kind === "visitBegun") return begin(context, given);
  if (given.kind === "hazardFound") return found(context, given);
  const visit = await lockVisit(context.tx, given.visit, context.actor.userId);
  if (!visit) return refuse("unavailable", "inspection.visit_unknown");
  if (given.kind === "itemAnswered") return answer(context, visit, given);
  if (given.kind === "visitSigned") return sign(context, visit, given);
  return finish(context, visit, given);
}

async function answer(context: RouteContext, visit: Visit, given: Answered): Promise<Result<Word>> {
  const { tx, actor } = context;
  const list = await listAsAnswered(tx, visit.checklist, visit.listVersion);
  if (!list?.items.some((item) => item.id === given.item)) return refuse("invalid", "inspection.unknown_item", { item: given.item });
  if (!(await mayStraggle(context, visit, given.at))) return refuse("conflict", "inspection.visit_finished");
  const before = (await itemsOf(tx, visit.id)).find(({ item }) => item === given.item);
  const stands = await saveAnswer(tx, visit, given, actor.userId);
  if (stands && visit.endedAt !== null) noteLate(context, visit, given, before);
  const raised = before?.hazard;
  return ok(stands && given.outcome !== "fail" && raised ? { code: "inspection.hazard_stays" } : undefined);
}

async function sign(context: RouteContext, visit: Visit, given: Signed): Promise<Result<Word>> {
  const { tx, services } = context;
  if (given.strokes.length === 0 && given.refusedWhy === null) return refuse("invalid", "inspection.no_signature");
  if (!(await mayStraggle(context, visit, given.at))) return refuse("conflict", "inspection.visit_finished");
  if (visit.endedAt !== null && (await signaturesOf(tx, visit.id)).some(({ side }) => side === given.side))
    return refuse("conflict", "inspection.signed_already");
  const sealed =
    given.strokes.length > 0 ? services.sealer.seal(JSON.stringify(given.strokes), signaturePlace(visit.id, given.side)) : null;
  await saveSignature(tx, visit, given, sealed);
  return ok(undefined);
}

export const signaturePlace = (visit: string, side: string): string => `inspection.visit/${visit}/signature/${side}`;

async function finish(context: RouteContext, visit: Visit, given: Finished): Promise<Result<Word>> {
  const { tx, services } = context;
  if (visit.endedAt !== null) return refuse("conflict", "inspection.visit_finished");
  const list = await listAsAnswered(tx, visit.checklist, visit.listVersion);
  const exempt = given.firstExempt && mayExempt(gradesOfFailed(list, await itemsOf(tx, visit.id)));
  const reader = readerOf(context);
  const entry = services.catalog.get(visitLedger.name);
  const whole = await findRow(entry, visit.id, reader);
  if (!whole) return refuse("not_found", "ledger.unknown_row");
  const values = {
    endedAt: given.at,
    present: given.present || null,
    presentPost: given.presentPost || null,
    opinion: given.opinion || null,
    firstExempt: exempt,
  };
  await applyChange(entry, visit.id, whole.version, { ...whole, ...values }, values, reader);
  return ok(given.firstExempt && !exempt ? { code: "inspection.not_exempt" } : undefined);
}

const gradesOfFailed = (
  list: AnsweredList | undefined,
  items: readonly { readonly item: string; readonly outcome: string }[],
): readonly string[] =>
  items.filter(({ outcome }) => outcome === "fail").map(({ item }) => list?.items.find(({ id }) => id === item)?.grade ?? "general");

async function found(context: RouteContext, given: Found): Promise<Result<Word>> {
  const raised = await raiseFound(context, given);
  if (!raised.ok) return raised;
  return ok(raised.value.isNew ? undefined : { code: "inspection.hazard_repeated", params: { n: raised.value.repeats } });
}

/** Hazards of the failed items, figures, conflicts: what follows from a visit as it now stands. */
async function settleVisit(context: RouteContext, id: string): Promise<Told | undefined> {
  const visit = await lockVisit(context.tx, id, context.actor.userId);
  if (!visit) return undefined;
  const list = await listAsAnswered(context.tx, visit.checklist, visit.listVersion);
  const raised = await raiseFailed(context, visit, list);
  await recount(context.tx, id);
  await finishTask(context, visit);
  await draftRecord(context, visit, list);
  return settleDay(context, visit, list, raised);
}

function withConflict(receipt: Receipt, raw: unknown, inConflict: ReadonlySet<string>, context: RouteContext): Receipt {
  const given = raw as { readonly visit?: string; readonly item?: string };
  if (receipt.result !== "accepted" || !given.item || !inConflict.has(`${given.visit} ${given.item}`)) return receipt;
  return { ...receipt, result: "conflict", code: "inspection.answers_differ", message: say(context, "inspection.answers_differ") };
}
