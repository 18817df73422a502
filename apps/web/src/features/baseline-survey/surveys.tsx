/** 调研摸底: the surveys that concern one's area, the city's and one's own, with coverage and inventory. SH-3.1, TY-3.2.1 */
import { useQuery } from "@tanstack/react-query";
import { api } from "../../lib/api.ts";
import { number } from "../../lib/format.ts";
import { Go, useGo } from "../../lib/go.tsx";
import { useMay } from "../../lib/session.ts";
import { Button } from "../../ui/button.tsx";
import { PageHead, Panel } from "../../ui/panel.tsx";
import { Loading, StateBlock, Trouble } from "../../ui/state-block.tsx";
import { Rate, share } from "./rate.tsx";
import { t } from "./words.ts";
import "./baseline-survey.css";

export default function Surveys() {
  const go = useGo();
  const may = useMay();
  const { data, error, refetch } = useQuery({
    queryKey: ["ledger", "baseline-survey/survey", "all"],
    queryFn: () => api.get("/baseline-survey/surveys", {}),
  });
  return (
    <>
      <PageHead title={t("surveys")}>
        {may("baseline-survey.survey.write") && (
          <Button kind="primary" icon="plus" onClick={() => go("/baseline-survey/survey/new")}>
            {t("begin")}
          </Button>
        )}
      </PageHead>
      <Panel flush scroll className="grow">
        {error ? (
          <Trouble error={error} what={t("surveys")} onRetry={() => void refetch()} />
        ) : !data ? (
          <Loading rows={6} />
        ) : data.surveys.length === 0 ? (
          <StateBlock kind="empty" title={t("none")}>
            {t("noneHint")}
          </StateBlock>
        ) : (
          <table className="survey-table">
            <thead>
              <tr>
                <th scope="col">{t("name")}</th>
                <th scope="col">{t("area")}</th>
                <th scope="col">{t("lead")}</th>
                <th scope="col">{t("period")}</th>
                <th scope="col">{t("state")}</th>
                <th scope="col" className="survey-number">
                  {t("register")}
                </th>
                <th scope="col">{t("coverageRate")}</th>
                <th scope="col" className="survey-number">
                  {t("items")}
                </th>
                <th scope="col">{t("settledOn")}</th>
              </tr>
            </thead>
            <tbody>
              {data.surveys.map((survey) => (
                <tr key={survey.id}>
                  <td>
                    <Go className="link" href={`/baseline-survey/survey/${survey.id}`}>
                      {survey.name}
                    </Go>
                  </td>
                  <td>{survey.areaName}</td>
                  <td>{survey.leadName}</td>
                  <td className="num nowrap">
                    {survey.startsOn} – {survey.endsOn.slice(5)}
                  </td>
                  <td>{t(survey.state)}</td>
                  <td className="survey-number num">{survey.register === null ? "—" : number(survey.register)}</td>
                  <td>
                    <Rate label={t("coverageRate")} value={share(survey.surveyed ?? 0, survey.register ?? 0)} />
                  </td>
                  <td className="survey-number num">{survey.items === null ? "—" : number(survey.items)}</td>
                  <td className="num">{survey.settledOn ?? "—"}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Panel>
    </>
  );
}
