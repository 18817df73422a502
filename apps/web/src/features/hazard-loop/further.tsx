/** Where a hazard leads beside its own loop: 责令改正文书, 重大隐患判定, 行政处罚, 挂牌. Each for those who may, small below the main moves. */

import { serverNow } from "../../lib/clock.ts";
import { dayKey } from "../../lib/format.ts";
import { useGo } from "../../lib/go.tsx";
import type { Row } from "../../lib/schema.ts";
import { useMay } from "../../lib/session.ts";
import { Button } from "../../ui/button.tsx";
import { useDocuments, useDraft } from "../cases/documents.tsx";
import { type Brought, newHref } from "../ledger/form-values.ts";
import { t } from "./words.ts";

/** Where the documents of a hazard are found. */
export const DOCUMENTS = "enforcement/hazard";
const BEFORE_MENDING = ["found", "graded", "assigned"];
/** Short, so that two stand side by side; the full name is their title. */
const SHORT = { "correct-in-time": "inTime", "correct-at-once": "atOnce", "major-hazard": "majorNotice" } as const;
const shortOf = (kind: string, title: string): string => {
  const known = Object.entries(SHORT).find(([key]) => key === kind);
  return known ? t(known[1]) : title;
};
const text = (value: unknown): string => (typeof value === "string" ? value : "");

/** What a penalty for this hazard begins with. Past its term the act is known; else whoever files it names the act. */
function penaltyOf(row: Row, today: string): Brought {
  const unit = text(row.unit);
  const overdue = text(row.dueOn) !== "" && text(row.dueOn) < today;
  return {
    values: {
      area: row.area,
      unit,
      party: row._ref?.unit ?? "",
      partyKind: unit ? "unit" : "",
      act: overdue ? "hazard-not-cleared" : "",
      origin: overdue ? "hazard" : "inspection",
      hazard: row.id,
      conduct: `${overdue ? "火灾隐患经通知不及时消除：" : ""}${text(row.placeWords)} ${text(row.what)}`,
      conductOn: overdue ? text(row.dueOn) : text(row.foundOn),
      where: text(row.placeWords),
    },
    names: { area: row.areaName ?? "", unit: row._ref?.unit ?? "", hazard: text(row.number) },
  };
}

export function Further({ row }: { readonly row: Row }) {
  const go = useGo();
  const may = useMay();
  const { data } = useDocuments(DOCUMENTS, row.id, row.state);
  const { busy, draft } = useDraft(DOCUMENTS, row.id);
  const isOpen = !row.closedAt;
  const mayDetermine = may("hazard-loop.determine") && row.grade !== "major" && BEFORE_MENDING.includes(String(row.state));
  const mayPenalise = isOpen && may("enforcement.penalty.write") && may("enforcement.penalty.handle");
  const mayList = isOpen && row.grade === "major" && row.listed !== true && may("supervision-listing.propose");
  const offered = data?.offered ?? [];
  if (offered.length === 0 && !mayDetermine && !mayPenalise && !mayList) return null;
  return (
    <div className="hazard-further">
      {offered.map(({ kind, title }) => (
        <Button key={kind} size="small" title={title} busy={busy === kind} onClick={() => void draft(kind)}>
          {shortOf(kind, title)}
        </Button>
      ))}
      {mayDetermine && (
        <Button size="small" onClick={() => go(`/hazard-loop/determination/new?hazard=${row.id}`)}>
          {t("determine")}
        </Button>
      )}
      {mayPenalise && (
        <Button size="small" onClick={() => go(newHref("enforcement/penalty", penaltyOf(row, dayKey(serverNow()))))}>
          {t("penalise")}
        </Button>
      )}
      {mayList && (
        <Button size="small" onClick={() => go(`/supervision-listing/overview?tab=hazards&choose=${row.id}`)}>
          {t("list")}
        </Button>
      )}
    </div>
  );
}
