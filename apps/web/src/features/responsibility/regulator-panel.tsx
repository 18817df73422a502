/** Which department looks after a unit, by which rule, and its group. SH-1.8 */
import type { Gives } from "@suiren/api-client";
import { useQuery } from "@tanstack/react-query";
import type { PanelProps } from "../../app/panels.ts";
import { api } from "../../lib/api.ts";
import { Go } from "../../lib/go.tsx";
import { useMay } from "../../lib/session.ts";
import { StateDot, Tag } from "../../ui/meaning.tsx";
import { Facts } from "../../ui/panel.tsx";
import { Loading, StateBlock, Trouble } from "../../ui/state-block.tsx";
import { t } from "./words.ts";
import "./responsibility.css";

export default function Regulator({ row }: PanelProps) {
  const may = useMay()("responsibility.duty.read");
  const { data, error, refetch } = useQuery({
    queryKey: ["responsibility", "regulator", row.id],
    queryFn: () => api.get("/responsibility/units/{id}/regulator", { id: row.id }),
    enabled: may,
  });
  if (!may) return <StateBlock kind="locked" title={t("regulator")} />;
  if (error) return <Trouble error={error} what={t("regulator")} onRetry={() => void refetch()} />;
  if (!data) return <Loading rows={4} />;
  return (
    <div className="col" style={{ gap: 12 }}>
      <Facts
        items={[
          [t("regulator"), <Given key="regulator" data={data} />],
          [t("group"), data.group ?? "—"],
        ]}
      />
      <ul className="duty-list">
        {data.rules.map((rule) => (
          <li key={rule.id}>
            <Go className="link grow" href={`/responsibility/regulator-rule/${rule.id}`}>
              {rule.label}
            </Go>
            <span className="small t2">{t("rank", { n: rule.rank })}</span>
            {rule.decides && <StateDot meaning={data.outcome === "conflict" ? "overdue" : "met"}>{t("decides")}</StateDot>}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Given({ data }: { readonly data: Gives<"GET", "/responsibility/units/{id}/regulator"> }) {
  if (data.regulator === null)
    return (
      <StateDot meaning="soon">
        {t(data.outcome === "conflict" ? "why_conflict" : data.outcome === "none" ? "why_none" : "why_notRun")}
      </StateDot>
    );
  return (
    <>
      {data.regulator} {data.byHand && <Tag>{t("byHand")}</Tag>}
    </>
  );
}
