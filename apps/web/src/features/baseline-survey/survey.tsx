/** One survey on its page: coverage against the register, the inventory by area and type, and every item of it followed to its end. */
import type { Gives } from "@suiren/api-client";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../../lib/api.ts";
import { day } from "../../lib/format.ts";
import { Go } from "../../lib/go.tsx";
import { useLedger } from "../../lib/schema.ts";
import { Icon } from "../../ui/icon.tsx";
import { Figure, Tag } from "../../ui/meaning.tsx";
import { PageHead, Panel } from "../../ui/panel.tsx";
import { Loading, NotFound, Trouble } from "../../ui/state-block.tsx";
import { CaseMoves } from "../cases/case-panel.tsx";
import { useLedgerAddress } from "../ledger/route.ts";
import { useRow } from "../ledger/use-row.ts";
import { Chain } from "./chain.tsx";
import { Coverage } from "./coverage.tsx";
import { Inventory, type ProblemType } from "./inventory.tsx";
import { share } from "./rate.tsx";
import { t } from "./words.ts";
import "./baseline-survey.css";

const PATH = "baseline-survey/survey";
export type Whole = Gives<"GET", "/baseline-survey/surveys/{id}">;
/** What of the inventory is looked at. */
export type Chosen = { readonly area: number | null; readonly areaName: string; readonly type: ProblemType | null };

export default function SurveyPage() {
  const { id } = useLedgerAddress();
  const { data, error, refetch } = useQuery({
    queryKey: ["ledger", PATH, "whole", id],
    queryFn: () => api.get("/baseline-survey/surveys/{id}", { id: id ?? "" }),
    enabled: id !== undefined,
    refetchInterval: 120_000,
  });
  if (!id) return <NotFound />;
  if (error) return <Trouble error={error} what={t("surveys")} onRetry={() => void refetch()} />;
  return data ? <Survey whole={data} /> : <Loading rows={12} />;
}

function Survey({ whole }: { readonly whole: Whole }) {
  const { survey, seenArea, seenAreaName, totals, can } = whole;
  const [chosen, setChosen] = useState<Chosen>({ area: null, areaName: "", type: null });
  return (
    <div className="survey-page">
      <PageHead
        up={
          <>
            <Go href={`/${PATH}`}>{t("surveys")}</Go>
            <Icon name="right" size={14} />
          </>
        }
        title={survey.name}
        aside={seenArea === survey.area ? undefined : t("upper", { area: seenAreaName ?? "" })}
      />
      <Panel>
        <p className="survey-meta small t2">
          <Tag>{t(survey.state)}</Tag>
          <span>{survey.areaName}</span>
          <span>{survey.leadName}</span>
          <span className="num">
            {survey.startsOn} – {survey.endsOn}
          </span>
          {survey.sha256 && (
            <span title={survey.sha256}>
              {t("hash")} <span className="num">{survey.sha256.slice(0, 16).replace(/(.{4})/g, "$1 ")}…</span>
            </span>
          )}
          <span className="truncate">{survey.conclusion ?? survey.content ?? survey.ground}</span>
        </p>
        <div className="survey-figures">
          <Figure label={t("register")} value={survey.register} />
          <Figure label={t("coverageRate")} value={share(survey.surveyed ?? 0, survey.register ?? 0)} unit="%" />
          <Figure
            label={t("items")}
            value={totals.items}
            note={survey.settledOn ? t("asOf", { day: day(survey.settledOn) }) : t("living")}
          />
          <Figure label={t("step_listed")} value={totals.listed} />
          <Figure label={t("step_enforced")} value={totals.enforced} />
          <Figure label={t("step_exposed")} value={totals.exposed} />
          <Figure label={t("step_closed")} value={totals.closed} />
          <Figure label={t("step_none")} value={totals.none} />
        </div>
        {can.includes("run") && survey.state === "running" && <Moves id={survey.id} />}
      </Panel>
      <div className="survey-halves">
        <Coverage whole={whole} />
        <Inventory whole={whole} chosen={chosen} onChoose={setChosen} />
      </div>
      <Chain whole={whole} chosen={chosen} onChoose={setChosen} />
    </div>
  );
}

function Moves({ id }: { readonly id: string }) {
  const { schema } = useLedger(PATH);
  const { data } = useRow(PATH, id);
  return schema && data ? <CaseMoves path={PATH} schema={schema} row={data.row} /> : null;
}
