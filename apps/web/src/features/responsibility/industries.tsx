/** 行业部门: every department with the units of its industry; the eight key ones marked. SH-1.8, QZ-2.2.3 */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../../lib/api.ts";
import { number } from "../../lib/format.ts";
import { Go } from "../../lib/go.tsx";
import { useMay } from "../../lib/session.ts";
import { Button } from "../../ui/button.tsx";
import { Checkbox } from "../../ui/field.tsx";
import { Tag } from "../../ui/meaning.tsx";
import { Panel } from "../../ui/panel.tsx";
import { Loading, StateBlock, Trouble } from "../../ui/state-block.tsx";
import { usePost } from "./use-post.ts";
import { t } from "./words.ts";

const figures = ["units", "open", "overdue", "major", "visits", "trained", "fires", "guided"] as const;
const heads = {
  units: "units",
  open: "hazards",
  overdue: "overdue",
  major: "major",
  visits: "visits",
  trained: "trained",
  fires: "fires",
  guided: "guided",
} as const;

export function Industries() {
  const may = useMay();
  const { busy, act } = usePost();
  const [keyOnly, setKeyOnly] = useState(false);
  const { data, error, refetch } = useQuery({
    queryKey: ["responsibility", "industries"],
    queryFn: () => api.get("/responsibility/industries", {}),
  });
  if (error) return <Trouble error={error} what={t("industries")} onRetry={() => void refetch()} />;
  if (!data) return <Loading what={t("industries")} rows={12} />;
  const assign = () => act(async () => t("assigned", await api.post("/responsibility/regulators/assign", {})));
  const takeRules = () => act(async () => t("tookRules", await api.post("/responsibility/regulators/defaults", {})));
  const rows = keyOnly ? data.departments.filter(({ key }) => key) : data.departments;
  return (
    <Panel
      flush
      scroll
      className="grow duty-industries"
      title={t("industries")}
      aside={number(rows.length)}
      end={
        <span className="row">
          <Checkbox label={t("keyOnly")} checked={keyOnly} onChange={(event) => setKeyOnly(event.target.checked)} />
          <Go className="link" href="/responsibility/regulator-rule">
            {t("rules", { n: data.rules })}
          </Go>
          {data.unregulated > 0 && (
            <Go className="link" href="/responsibility?tab=unplaced">
              {t("unregulated", { n: number(data.unregulated) })}
            </Go>
          )}
          {data.rules === 0 && may("responsibility.regulator-rule.write") ? (
            <Button busy={busy} kind="primary" title={t("takeRulesHint")} onClick={() => void takeRules()}>
              {t("takeRules")}
            </Button>
          ) : (
            may("responsibility.determine") && (
              <Button busy={busy} title={t("assignHint")} onClick={() => void assign()}>
                {t("assign")}
              </Button>
            )
          )}
        </span>
      }
    >
      {rows.length === 0 ? (
        <StateBlock kind="empty" title={t("noIndustry")} />
      ) : (
        <table className="duty-table">
          <thead>
            <tr>
              <th>{t("department")}</th>
              {figures.map((key) => (
                <th key={key} className="duty-number">
                  {t(heads[key])}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((line) => (
              <tr key={line.organ}>
                <td>
                  <Go className="link" href={`/responsibility/console?kind=${line.kind}`}>
                    {line.name}
                  </Go>{" "}
                  {line.key && <Tag>{t("keyMark")}</Tag>}
                </td>
                {figures.map((key) => (
                  <td key={key} className={`duty-number num${line[key] === 0 ? " t3" : key === "overdue" ? " duty-late" : ""}`}>
                    {number(line[key])}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  );
}
