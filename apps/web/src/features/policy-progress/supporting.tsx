/** 配套措施: clause × area, how many measures were recorded; clauses with none stand first where asked. QZ-8.1 */
import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { api } from "../../lib/api.ts";
import { cx } from "../../lib/class.ts";
import { number } from "../../lib/format.ts";
import { Go, useGo } from "../../lib/go.tsx";
import { listHref } from "../../lib/list-href.ts";
import { Button } from "../../ui/button.tsx";
import { Checkbox, Select } from "../../ui/field.tsx";
import { PageHead, Panel } from "../../ui/panel.tsx";
import { Loading, StateBlock, Trouble } from "../../ui/state-block.tsx";
import { useAddress } from "./use-asked.ts";
import { t } from "./words.ts";
import "../../ui/meaning.css";
import "./policy-progress.css";

const LEDGER = "policy-tasks/supporting-measure";

export default function Supporting() {
  const go = useGo();
  const { asked, get, set } = useAddress("/policy-tasks/supporting");
  useEffect(() => {
    document.title = t("supporting");
  }, []);
  const { data, error, refetch } = useQuery({
    queryKey: ["policy-tasks", "supporting", asked],
    queryFn: () => api.get("/policy-tasks/supporting", asked),
    placeholderData: (before) => before,
  });
  const onlyBare = get("bare") === "1";
  if (error) return <Trouble error={error} what={t("supporting")} onRetry={() => void refetch()} />;
  if (!data) return <Loading what={t("supporting")} rows={12} />;
  const clauses = data.clauses.filter(({ count }) => !onlyBare || count === 0);
  const pack = data.pack ?? "";
  return (
    <div className="progress">
      <PageHead title={t("supporting")} aside={data.area.name}>
        {data.packs.length > 1 && (
          <Select
            aria-label={t("pack")}
            options={data.packs.map(({ id, title }) => ({ value: id, label: title }))}
            value={pack}
            onChange={(event) => set({ pack: event.target.value })}
          />
        )}
        <Checkbox
          label={t("onlyBare", { n: number(data.bare) })}
          checked={onlyBare}
          onChange={(event) => set({ bare: event.target.checked ? "1" : null })}
        />
        <Button onClick={() => go(listHref(LEDGER, { pack }))}>{t("allMeasures")}</Button>
      </PageHead>
      <Panel flush scroll className="grow">
        {clauses.length === 0 ? (
          <StateBlock kind="empty" title={t(onlyBare && data.clauses.length > 0 ? "noBare" : "noPack")} />
        ) : (
          <table className="progress-table support-table">
            <thead>
              <tr>
                <th>{t("clause")}</th>
                <th>{t("requirement")}</th>
                <th>{t("lead")}</th>
                {data.columns.map(({ key, label }) => (
                  <th key={key} className="amount progress-year">
                    {label}
                  </th>
                ))}
                <th>{t("measures")}</th>
              </tr>
            </thead>
            <tbody>
              {clauses.map((clause) => (
                <tr key={clause.id}>
                  <td>
                    <Go
                      className="num link"
                      href={`/policy-tasks/clauses/${encodeURIComponent(clause.id)}?pack=${encodeURIComponent(pack)}`}
                    >
                      {clause.id}
                    </Go>
                  </td>
                  <td>{clause.title}</td>
                  <td className="small t2">{clause.lead ?? "—"}</td>
                  {clause.cells.map((n, i) => (
                    <td key={data.columns[i]?.key} className="amount progress-year">
                      {n === 0 ? (
                        <span className={cx("num", clause.count === 0 ? "ink-overdue" : "t3")}>0</span>
                      ) : (
                        <Go className="num link" href={listHref(LEDGER, { pack, clause: clause.id })}>
                          {n}
                        </Go>
                      )}
                    </td>
                  ))}
                  <td>
                    <div className="support-measures">
                      {clause.count === 0 && <span className="small ink-overdue">{t("none")}</span>}
                      {clause.measures.slice(0, 1).map((each) => (
                        <Go key={each.id} className="truncate" href={`/${LEDGER}?open=${each.id}`} title={each.title}>
                          {each.title}
                        </Go>
                      ))}
                      {data.may.write && (
                        <Button size="small" onClick={() => go(`/${LEDGER}/new?pack=${pack}&clause=${encodeURIComponent(clause.id)}`)}>
                          {t("record1")}
                        </Button>
                      )}
                    </div>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Panel>
    </div>
  );
}
