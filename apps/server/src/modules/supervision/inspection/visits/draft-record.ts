/** A finished visit drafts its 监督检查记录 as a document, once; numbering, issue and service are the office's, in 执法. */
import { sql } from "kysely";
import { draftDocument } from "#modules/supervision/enforcement/index.ts";
import { may } from "#platform/actor.ts";
import { inSavepoint } from "#platform/ledger/write.ts";
import { orThrow, RefusalError } from "#platform/result.ts";
import type { RouteContext } from "#platform/route.ts";
import { purposes } from "../tasks/purposes.ts";
import type { AnsweredList } from "./answered-list.ts";
import { itemsOf, type Visit } from "./store.ts";
import { visit as visitLedger } from "./visit.ts";

type Ended = {
  readonly unitName: string;
  readonly inspectors: string;
  readonly purpose: keyof typeof purposes;
  readonly present: string | null;
  readonly opinion: string | null;
  readonly listTitle: string;
  readonly listVersion: number;
  readonly answered: number;
  readonly failed: number;
};
const MOST_FINDINGS = 200;

/** What the document refuses keeps no record from arriving: it can be drafted by hand. */
export async function draftRecord(context: RouteContext, visit: Visit, list: AnsweredList | undefined): Promise<void> {
  const { tx, services, actor, now, today } = context;
  if (!may(actor, "enforcement.draft")) return;
  const { rows } = await sql<Ended>`select unit_name, inspectors, purpose, present, opinion, list_title, list_version, answered, failed
    from inspection.visit v where id = ${visit.id} and ended_at is not null
      and not exists (select 1 from enforcement.document d where d.source_id = ${visit.id} and d.source_name = ${visitLedger.name} and d.deleted_at is null)`.execute(
    tx,
  );
  const ended = rows[0];
  if (!ended) return;
  const failed = (await itemsOf(tx, visit.id)).filter(({ outcome }) => outcome === "fail");
  const text = (id: string) => list?.items.find((item) => item.id === id);
  const values = {
    checkedOn: visit.onDay,
    officers: ended.inspectors,
    form: purposes[ended.purpose],
    attendant: ended.present ?? "",
    content: `按《${ended.listTitle}》（第 ${ended.listVersion} 版）检查 ${ended.answered} 项，不合格 ${ended.failed} 项。${ended.opinion ?? ""}`,
    findings: failed.slice(0, MOST_FINDINGS).map(({ item, note, place }, i) => ({
      no: i + 1,
      place: place ?? text(item)?.section ?? "",
      what: note ?? `${text(item)?.text ?? item}：不合格`,
      ground: text(item)?.ground ?? "",
    })),
    oral: failed
      .filter(({ remedy }) => remedy === "onSpot")
      .map(({ item, note }) => note ?? text(item)?.text ?? item)
      .join("；"),
  };
  const source = { name: visitLedger.name, id: visit.id };
  const asked = {
    kind: "inspection-record",
    values,
    area: visit.area,
    by: { actor, now, today },
    unit: visit.unit,
    party: ended.unitName,
    source,
  };
  try {
    await inSavepoint(tx, async () => orThrow(await draftDocument(tx, services, asked)));
  } catch (error) {
    if (!(error instanceof RefusalError)) throw error;
    services.log.warn({ visit: visit.id, code: error.refusal.code }, "record not drafted");
  }
}
