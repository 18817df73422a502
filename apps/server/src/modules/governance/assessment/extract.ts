/** 抄送领导班子考核: one government's approved result as a numbered letter to whoever appraises its leaders, kept as a use of the result. SH-8.7 */
import { sql } from "kysely";
import { z } from "zod";
import { renderDocument } from "#modules/supervision/enforcement/index.ts";
import { readerOf } from "#platform/ledger/routes.ts";
import { insertRows, uuidv7 } from "#platform/ledger/write.ts";
import { ok, refuse } from "#platform/result.ts";
import { route } from "#platform/route.ts";
import { ENTRANT, RESULT_USE } from "./names.ts";
import { allStandings, findEntrant } from "./show.ts";

const MOST_LOST = 5;

export const sendExtract = route({
  method: "POST",
  path: "/assessment/entrants/:id/extract",
  summary: "抄送领导班子考核",
  description: "以审定的结果生成编号的抄告函，并记为一项已办的结果运用。",
  tag: "考核",
  permission: "assessment.run",
  input: z.object({ id: z.uuid(), receiver: z.string().trim().min(2).max(80), person: z.string().trim().min(2).max(80) }),
  output: z.object({ number: z.string(), documentId: z.uuid(), use: z.uuid() }),
  async run(context, { id, receiver, person }) {
    const { tx, services, actor, now, today } = context;
    const found = await findEntrant(tx, id);
    if (!found) return refuse("not_found", "ledger.unknown_row", { id });
    const { year, scheme, entrant } = found;
    const { rows } = await sql<{
      approvedBy: string | null;
      approvalNumber: string | null;
    }>`select approved_by, approval_number from assessment.year
      where id = ${year.id} and approved_on is not null`.execute(tx);
    const approval = rows[0];
    if (!approval?.approvedBy || actor.organId === null) return refuse("conflict", "assessment.not_approved");
    const standing = (await allStandings(context, year.id, "final")).find((each) => each.entrant.id === id);
    const lost = (standing?.score.indicators ?? [])
      .filter(({ status }) => status !== "not-applicable")
      .toSorted((a, b) => b.full - b.points - (a.full - a.points))
      .filter(({ full, points }) => full - points >= 0.05)
      .slice(0, MOST_LOST)
      .map(
        ({ id: own, full, points }) =>
          `${scheme.indicators.find((each) => each.id === own)?.name ?? own} 失 ${(full - points).toFixed(1)} 分`,
      );
    const place = `${entrant.grouping}${entrant.finalTied ? "并列" : ""}第 ${entrant.finalRank ?? "—"} 名`;
    const issued = await renderDocument(tx, services, {
      kind: "assessment-extract",
      area: entrant.area,
      party: receiver,
      by: { actor, now, today },
      values: {
        subject: year.title,
        government: entrant.name,
        person,
        result: `${(entrant.finalScore ?? 0).toFixed(2)} 分，${entrant.finalGrade ?? ""}，${place}`,
        lost: lost.join("；"),
      },
      source: { name: ENTRANT, id },
      approvedBy: { person: approval.approvedBy, ground: approval.approvalNumber ?? "审定" },
    });
    if (!issued.ok) return issued;
    const { number, documentId } = issued.value;
    const use = uuidv7(now.getTime());
    const values = {
      entrant: id,
      kind: "appraisal",
      why: `${year.year} 年度考核结果`,
      executor: actor.organId,
      person,
      dueOn: today,
      doneOn: today,
      receiver,
      number,
      result: "已送达",
    };
    await insertRows(services.catalog.get(RESULT_USE), [{ id: use, area: entrant.area, demo: false, values }], readerOf(context));
    context.audit({ action: "抄送领导班子考核", subject: ENTRANT, subjectId: id, area: entrant.area, detail: { number, receiver } });
    return ok({ number, documentId, use });
  },
});
