/** 未归口单位: why each has no department, and the way to a decision. SH-1.8, JX-2.2.11, QZ-2.2.2 */
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../../lib/api.ts";
import { Go, useGo } from "../../lib/go.tsx";
import { useMay } from "../../lib/session.ts";
import { Button, Segments } from "../../ui/button.tsx";
import { StateDot } from "../../ui/meaning.tsx";
import { Panel } from "../../ui/panel.tsx";
import { Loading, StateBlock, Trouble } from "../../ui/state-block.tsx";
import { counted, PAGE, Pager } from "./unit-table.tsx";
import { usePost } from "./use-post.ts";
import { t } from "./words.ts";

const reasons = ["all", "conflict", "none", "noOrgan", "notRun"] as const;

export function Unplaced() {
  const go = useGo();
  const may = useMay();
  const { busy, act } = usePost();
  const [why, setWhy] = useState<(typeof reasons)[number]>("all");
  const [offset, setOffset] = useState(0);
  const { data, error, refetch } = useQuery({
    queryKey: ["responsibility", "unplaced", why, offset],
    queryFn: () => api.get("/responsibility/unplaced", { limit: PAGE, offset, ...(why === "all" ? {} : { why }) }),
    placeholderData: keepPreviousData,
  });
  if (error) return <Trouble error={error} what={t("unplaced")} onRetry={() => void refetch()} />;
  if (!data) return <Loading what={t("unplaced")} rows={12} />;
  const assign = () => act(async () => t("assigned", await api.post("/responsibility/regulators/assign", {})));
  const determine = async (id: string) => {
    const made = await api.post("/responsibility/units/{id}/determination", { id });
    go(`/responsibility/determination/${made.id}`);
    return t("beingDetermined");
  };
  return (
    <Panel
      flush
      scroll
      className="grow"
      title={t("unplaced")}
      aside={counted(data)}
      end={
        may("responsibility.determine") && (
          <Button busy={busy} title={t("assignHint")} onClick={() => void assign()}>
            {t("assign")}
          </Button>
        )
      }
    >
      <div className="duty-status">
        <Segments
          label={t("why")}
          items={reasons.map((key) => ({ key, label: t(key === "all" ? "all" : `why_${key}`) }))}
          value={why}
          onChange={(next) => {
            setWhy(next);
            setOffset(0);
          }}
        />
      </div>
      {data.rows.length === 0 ? (
        <StateBlock kind="empty" title={t(why === "all" ? "allPlaced" : "noUnit")} />
      ) : (
        <table className="duty-table">
          <thead>
            <tr>
              <th>{t("unit")}</th>
              <th>{t("why")}</th>
              <th>{t("candidates")}</th>
              <th />
            </tr>
          </thead>
          <tbody>
            {data.rows.map((row) => (
              <tr key={row.id}>
                <td className="duty-name">
                  <Go className="link" href={`/places/unit/${row.id}`}>
                    {row.name}
                  </Go>
                  <span className="small t3"> {row.areaName}</span>
                </td>
                <td>
                  <StateDot meaning={row.why === "conflict" ? "overdue" : "soon"}>{t(`why_${row.why}`)}</StateDot>
                </td>
                <td>
                  {row.candidates.map(({ label, industry }) => t("candidate", { label, industry })).join("、") || (
                    <span className="t3">—</span>
                  )}
                </td>
                <td className="duty-number">
                  {row.determination ? (
                    <Go className="link" href={`/responsibility/determination/${row.determination}`}>
                      {t("beingDetermined")}
                    </Go>
                  ) : (
                    may("responsibility.determine") &&
                    row.why !== "notRun" && (
                      <Button size="small" busy={busy} onClick={() => void act(() => determine(row.id))}>
                        {t("determine")}
                      </Button>
                    )
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <Pager page={data} offset={offset} onOffset={setOffset} />
    </Panel>
  );
}
