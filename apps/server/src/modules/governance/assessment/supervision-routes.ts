/** The numbered letter of a supervision round, and signing for a circular. */

import { sql } from "kysely";
import { z } from "zod";
import { draftDocument, issueDocument } from "#modules/supervision/enforcement/index.ts";
import { eraseCase } from "#platform/case/define.ts";
import { moveCase } from "#platform/case/store.ts";
import { findRow } from "#platform/ledger/read.ts";
import { readerOf } from "#platform/ledger/routes.ts";
import { ok, refuse } from "#platform/result.ts";
import { route } from "#platform/route.ts";
import { calendarDate } from "#platform/values.ts";
import { findingKinds } from "./domain/kinds.ts";
import { FINDING, RECEIPT, ROUND } from "./names.ts";
import { mayJudge } from "./over.ts";
import { finding } from "./supervision.ts";

type Found = {
  readonly id: string;
  readonly area: number;
  readonly kind: keyof typeof findingKinds;
  readonly what: string;
  readonly guidance: string | null;
  readonly version: number;
};

export const sendFeedback = route({
  method: "POST",
  path: "/assessment/rounds/:id/feedback",
  summary: "书面反馈督导问题",
  description: "把这一轮里给某个政府的待反馈问题合成一份编号的反馈函，并逐项交给它限期报整改。",
  tag: "督导",
  permission: "assessment.supervise",
  input: z.object({ id: z.uuid(), target: z.uuid(), replyBy: calendarDate }),
  output: z.object({ number: z.string(), findings: z.number().int(), documentId: z.uuid() }),
  async run(context, { id, target, replyBy }) {
    const { tx, services, actor, now, today } = context;
    const reader = readerOf(context);
    const round = await findRow(services.catalog.get(ROUND), id, reader);
    if (!round) return refuse("not_found", "ledger.unknown_row", { id });
    const over = await mayJudge(context, target, round.host);
    if (!over.ok) return over;
    if (replyBy <= today) return refuse("invalid", "assessment.reply_in_past");
    const { rows } =
      await sql<Found>`select id, area, kind, what, guidance, version from assessment.finding where round = ${id} and target = ${target}
      and state = 'found' and deleted_at is null order by opened_at, id for update`.execute(tx);
    const first = rows[0];
    if (!first) return refuse("conflict", "assessment.nothing_to_send");
    const organ = await sql<{ name: string }>`select short_name as name from organizations.v_organ where id = ${target}`.execute(tx);
    const by = { actor, now, today };
    const drafted = await draftDocument(tx, services, {
      kind: "supervision-feedback",
      area: first.area,
      party: organ.rows[0]?.name ?? "",
      by,
      values: {
        round: String(round.name),
        days: `${String(round.from)} 至 ${String(round.until)}`,
        team: String(round.team),
        findings: rows.map(({ kind, what, guidance }) => ({ kind: findingKinds[kind], what, guidance: guidance ?? "" })),
        replyBy,
      },
      source: { name: ROUND, id },
    });
    if (!drafted.ok) return drafted;
    const issued = await issueDocument(tx, services, drafted.value.documentId, by);
    if (!issued.ok) return issued;
    const { number, documentId } = issued.value;
    for (const each of rows) {
      const moved = await moveCase(eraseCase(finding), each.id, "send", { replyBy, letter: number }, by, reader);
      if (!moved.ok) return moved;
    }
    context.audit({
      action: "书面反馈督导问题",
      subject: FINDING,
      subjectId: first.id,
      area: first.area,
      detail: { number, findings: rows.length },
    });
    return ok({ number, findings: rows.length, documentId });
  },
});

export const signReceipt = route({
  method: "POST",
  path: "/assessment/receipts/:id/read",
  summary: "签收通报",
  tag: "考核",
  permission: "assessment.receipt.read",
  input: z.object({ id: z.uuid() }),
  output: z.object({ readAt: z.string(), reader: z.string() }),
  async run(context, { id }) {
    const { tx, actor, now } = context;
    const { rows } = await sql<{
      area: number;
      readAt: string | null;
      reader: string | null;
    }>`select area, read_at, reader from assessment.receipt where id = ${id} and deleted_at is null for update`.execute(tx);
    const row = rows[0];
    if (!row) return refuse("not_found", "ledger.unknown_row", { id });
    if (row.readAt && row.reader) return ok({ readAt: row.readAt, reader: row.reader });
    if (actor.area.lo !== row.area) return refuse("forbidden", "assessment.not_yours");
    await sql`update assessment.receipt set read_at = ${now.toISOString()}, reader = ${actor.name}, version = version + 1, updated_at = now() where id = ${id}`.execute(
      tx,
    );
    context.audit({ action: "签收考核通报", subject: RECEIPT, subjectId: id, area: row.area });
    return ok({ readAt: now.toISOString(), reader: actor.name });
  },
});
