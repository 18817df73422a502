/** 机构职责: every organ with what it owes and what is missing. SH-1.1, QZ-2.1.6 */
import type { ResponsibleOrgan } from "@suiren/api-client";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../../lib/api.ts";
import { number } from "../../lib/format.ts";
import { Go } from "../../lib/go.tsx";
import { useMay } from "../../lib/session.ts";
import { Button } from "../../ui/button.tsx";
import { Checkbox } from "../../ui/field.tsx";
import { StateDot } from "../../ui/meaning.tsx";
import { Panel } from "../../ui/panel.tsx";
import { Loading, StateBlock, Trouble } from "../../ui/state-block.tsx";
import { toast } from "../../ui/toast.tsx";
import { DraftPledges } from "./draft-pledges.tsx";
import { t } from "./words.ts";

/** What an organ lacks, most telling first. */
const hasGap = (organ: ResponsibleOrgan): boolean =>
  organ.duties === 0 ||
  organ.bare > 0 ||
  organ.expired > 0 ||
  organ.late > 0 ||
  organ.pledge === "late" ||
  (organ.member && organ.level !== "town" && (organ.listedOn === null || organ.listExpired));

export function Organs() {
  const client = useQueryClient();
  const may = useMay();
  const [gaps, setGaps] = useState(false);
  const [busy, setBusy] = useState(false);
  const [drafting, setDrafting] = useState(false);
  const { data, error, refetch } = useQuery({ queryKey: ["responsibility"], queryFn: () => api.get("/responsibility/tree", {}) });
  if (error) return <Trouble error={error} what={t("organs")} onRetry={() => void refetch()} />;
  if (!data) return <Loading what={t("organs")} rows={12} />;
  const rows = gaps ? data.organs.filter(hasGap) : data.organs;
  const isBare = data.organs.some(({ duties }) => duties === 0);
  const take = async () => {
    setBusy(true);
    try {
      toast.done(t("took", await api.post("/responsibility/duties/defaults", {})));
      await client.invalidateQueries({ queryKey: ["responsibility"] });
    } catch (failure) {
      toast.trouble(failure);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Panel
      flush
      scroll
      className="grow"
      title={t("organs")}
      aside={number(rows.length)}
      end={
        <span className="row">
          <Checkbox label={t("gaps")} checked={gaps} onChange={(event) => setGaps(event.target.checked)} />
          {may("responsibility.pledge") && <Button onClick={() => setDrafting(true)}>{t("draftPledges")}</Button>}
          {isBare && may("responsibility.duty.write") && (
            <Button busy={busy} title={t("takeHint")} onClick={() => void take()}>
              {t("take")}
            </Button>
          )}
        </span>
      }
    >
      {drafting && <DraftPledges onClose={() => setDrafting(false)} />}
      {rows.length === 0 ? (
        <StateBlock kind="empty" title={t(gaps ? "allGood" : "empty")} />
      ) : (
        <table className="duty-table">
          <thead>
            <tr>
              <th>{t("organ")}</th>
              <th className="duty-number">{t("duties")}</th>
              <th>{t("posts")}</th>
              <th>{t("list")}</th>
              <th>{t("tasks", { year: data.year })}</th>
              <th>{t("pledge")}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((organ) => (
              <OrganLine key={organ.id} organ={organ} />
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  );
}

const where = (condition: object): string => encodeURIComponent(JSON.stringify(condition));

function OrganLine({ organ }: { readonly organ: ResponsibleOrgan }) {
  const of = where({ organ: organ.id });
  return (
    <tr>
      <td className={`duty-organ is-${organ.level}`}>
        {organ.name}
        {organ.level === "town" || organ.level === "county" ? <span className="small t3"> {organ.areaName}</span> : null}
      </td>
      <td className="duty-number">
        {organ.duties === 0 ? (
          <StateDot meaning="overdue">{t("noDuty")}</StateDot>
        ) : (
          <Go className="link num" href={`/responsibility/duty?where=${of}`}>
            {number(organ.duties)}
          </Go>
        )}
      </td>
      <td>
        {organ.bare > 0 ? (
          <StateDot meaning="soon">{t("barePosts", { n: organ.bare })}</StateDot>
        ) : organ.expired > 0 ? (
          <StateDot meaning="soon">{t("expired", { n: organ.expired })}</StateDot>
        ) : (
          <span className="num t2">{number(organ.posts)}</span>
        )}
      </td>
      <td>
        <PublicList organ={organ} />
      </td>
      <td>
        <Tasks organ={organ} of={of} />
      </td>
      <td>
        <Pledge organ={organ} of={where({ pledger: organ.id })} />
      </td>
    </tr>
  );
}

function PublicList({ organ }: { readonly organ: ResponsibleOrgan }) {
  if (organ.listedOn === null)
    return organ.member && organ.level !== "town" ? (
      <StateDot meaning="soon">{t("noList")}</StateDot>
    ) : (
      <span className="t3">{t("none")}</span>
    );
  return organ.listExpired ? (
    <StateDot meaning="overdue">{t("listExpired")}</StateDot>
  ) : (
    <Go className="link num" href={`/responsibility/power-list?where=${where({ organ: organ.id })}`}>
      {organ.listedOn}
    </Go>
  );
}

function Tasks({ organ, of }: { readonly organ: ResponsibleOrgan; readonly of: string }) {
  if (organ.tasks === 0)
    return organ.leaders > 0 && organ.member ? <StateDot meaning="soon">{t("noPlan")}</StateDot> : <span className="t3">{t("none")}</span>;
  return (
    <Go className="link" href={`/responsibility/year-task?where=${of}`}>
      <span className="num">{t("doneOf", { done: organ.done, all: organ.tasks })}</span>
      {organ.late > 0 && <span className="duty-late"> {t("late", { n: organ.late })}</span>}
    </Go>
  );
}

function Pledge({ organ: { pledge }, of }: { readonly organ: ResponsibleOrgan; readonly of: string }) {
  if (pledge === "none") return <span className="t3">{t("none")}</span>;
  const [meaning, words] = ({ signed: ["met", "signed"], late: ["overdue", "lateSign"], open: ["soon", "open"] } as const)[pledge];
  return (
    <Go className="link" href={`/responsibility/pledge?where=${of}`}>
      <StateDot meaning={meaning}>{t(words)}</StateDot>
    </Go>
  );
}
