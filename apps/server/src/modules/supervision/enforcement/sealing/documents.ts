/** The documents of seals, stop orders and utility cut-offs, filled from their cases. */
import { sql } from "kysely";
import type { RouteContext } from "#platform/route.ts";
import { dayOf } from "#platform/values.ts";
import { type CaseDocuments, caseDocuments, dayWords } from "../documents/case-documents.ts";
import { seal, stopOrder, utilityCut } from "./cases.ts";

const text = (value: unknown): string => (typeof value === "string" ? value : "");

/** The number under which a kind of document was issued for this case. */
async function numberOf({ tx }: RouteContext, id: string, kind: string): Promise<string> {
  const { rows } = await sql<{ number: string }>`select number from enforcement.document
    where source_id = ${id} and kind = ${kind} and state in ('issued', 'served') and deleted_at is null order by issued_at desc limit 1`.execute(
    tx,
  );
  return rows[0]?.number ?? "";
}

const ofSeal: CaseDocuments = {
  name: seal.name,
  path: "enforcement/seal",
  tag: seal.label,
  kinds: ["seal", "seal-lifted"],
  offered: ({ state }) =>
    ["liftAsked", "liftChecked", "lifted"].includes(String(state)) ? ["seal-lifted", "seal"] : state === "notSealed" ? [] : ["seal"],
  known: async (context, row, kind) => ({
    party: text(row.party),
    values: {
      checkedOn: kind === "seal" ? row.checkedOn : row.liftCheckedOn,
      circumstance: row.facts,
      place: row.placeWords,
      from: row.sealFrom,
      until: row.sealUntil,
      sealNumber: kind === "seal-lifted" ? await numberOf(context, row.id, "seal") : "",
      lifted: row.cleared === true ? "解除" : row.cleared === false ? "不予解除" : "",
      why: row.liftFinding,
    },
  }),
};

const ofStop: CaseDocuments = {
  name: stopOrder.name,
  path: "enforcement/stop-order",
  tag: stopOrder.label,
  kinds: ["stop-use", "resume"],
  offered: ({ state }) =>
    ["resumeAsked", "resumeChecked", "resumed"].includes(String(state)) ? ["resume", "stop-use"] : state === "rejected" ? [] : ["stop-use"],
  known: async (context, row) => ({
    party: text(row.party),
    values: {
      conduct: row.facts,
      article: row.basis,
      scope: row.scope,
      from: row.from,
      checkedOn: row.resumeCheckedOn,
      orderNumber: text(row.decisionNumber) || (await numberOf(context, row.id, "stop-use")),
      agreed: row.cleared === true ? "同意" : row.cleared === false ? "不同意" : "",
      why: row.resumeFinding,
    },
  }),
};

const utilities: Readonly<Record<string, string>> = { power: "供电", water: "供水", gas: "供气" };

const ofCut: CaseDocuments = {
  name: utilityCut.name,
  path: "enforcement/utility-cut",
  tag: utilityCut.label,
  kinds: ["utility-notice"],
  offered: ({ state }) => (["approved", "notified", "cut"].includes(String(state)) ? ["utility-notice"] : []),
  known: (_, row) =>
    Promise.resolve({
      party: text(row.party),
      values: {
        supplier: row.supplier,
        utility: utilities[text(row.utility)],
        approval: [text(row.approvedBy), text(row.approvalNumber)].filter(Boolean).join(" "),
        basis: row.basis,
        from: typeof row.cutAt === "string" ? dayWords(dayOf(new Date(row.cutAt))) : "",
        why: row.why,
      },
    }),
};

export const sealingDocuments = [ofSeal, ofStop, ofCut].flatMap(caseDocuments);
