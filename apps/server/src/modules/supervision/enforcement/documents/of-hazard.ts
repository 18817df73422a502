/** 责令改正 and 重大火灾隐患整改通知 from a hazard: what was found, where, against what, by when. 消防法 第五十四条 */
import type { Row } from "#platform/ledger/define.ts";
import { type CaseDocuments, caseDocuments } from "./case-documents.ts";

const text = (value: unknown): string => (typeof value === "string" ? value : "");

/** Whoever has to mend it: the unit, else the organ or person named, else the place itself. */
function partyOf(row: Row): string {
  const refs = row._ref as Readonly<Record<string, string>> | undefined;
  return refs?.unit || refs?.rectifierOrgan || text(row.rectifierName) || text(row.placeWords);
}

const ofHazard: CaseDocuments = {
  name: "hazard-loop.hazard",
  path: "enforcement/hazard",
  tag: "火灾隐患",
  kinds: ["correct-at-once", "correct-in-time", "major-hazard"],
  offered(row) {
    if (row.state === "found" || row.state === "graded" || row.state === "assigned")
      return row.grade === "major" && row.majorDecidedOn ? ["major-hazard", "correct-in-time"] : ["correct-in-time", "correct-at-once"];
    return [];
  },
  known: (_, row) =>
    Promise.resolve({
      party: partyOf(row),
      values: {
        checkedOn: row.foundOn,
        officers: row.foundBy,
        dueOn: row.dueOn,
        determinedOn: row.majorDecidedOn,
        measures: text(row.temporaryMeasures) || text(row.measures),
        findings: [{ place: text(row.placeWords), what: text(row.what), ground: text(row.majorWhy) || text(row.ground) }],
      },
    }),
};

export const hazardDocuments = caseDocuments(ofHazard);
