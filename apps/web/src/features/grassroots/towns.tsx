/** 乡镇街道: one line a town: office, station, people, seconds, grid members, the month's patrols, how far it is. QZ-1.2.5 */
import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { Go } from "../../lib/go.tsx";
import { Checkbox, Input } from "../../ui/field.tsx";
import { StateDot } from "../../ui/meaning.tsx";
import { PageHead, Panel } from "../../ui/panel.tsx";
import { Loading, StateBlock, Trouble } from "../../ui/state-block.tsx";
import { type TownLine, townsQuery } from "./model.ts";
import { t } from "./words.ts";
import "./grassroots.css";

const hasGap = (town: TownLine): boolean => !town.station || !town.staffMet || town.paired < town.posts;

export default function Towns() {
  const { data, error, refetch } = useQuery(townsQuery);
  const [q, setQ] = useState("");
  const [only, setOnly] = useState(false);
  useEffect(() => {
    document.title = t("towns");
  }, []);
  if (error) return <Trouble error={error} what={t("towns")} onRetry={() => void refetch()} />;
  if (!data) return <Loading what={t("towns")} rows={12} />;
  const shown = data.towns.filter((town) => (q === "" || `${town.county}${town.name}`.includes(q.trim())) && (!only || hasGap(town)));
  return (
    <div className="grass">
      <PageHead title={t("towns")} aside={`${shown.length}`}>
        <Checkbox label={t("onlyGaps")} checked={only} onChange={(event) => setOnly(event.target.checked)} />
        <Input icon="search" aria-label={t("search")} placeholder={t("search")} value={q} onChange={(event) => setQ(event.target.value)} />
      </PageHead>
      <Panel className="grass-panel" flush foot={<span className="small t3">{`${t("maturity")}：${t("maturityHint")}`}</span>}>
        {shown.length === 0 ? <StateBlock kind="filtered" title={t("none")} /> : <Table towns={shown} />}
      </Panel>
    </div>
  );
}

function Table({ towns }: { readonly towns: readonly TownLine[] }) {
  return (
    <table className="grass-table">
      <thead>
        <tr>
          <th>{t("town")}</th>
          <th className="grass-wide">{t("county")}</th>
          <th className="grass-wide">{t("office")}</th>
          <th>{t("station")}</th>
          <th className="amount">{t("staff")}</th>
          <th className="amount">{t("pairs")}</th>
          <th className="amount grass-wide">{t("members")}</th>
          <th className="amount grass-wide">{t("patrolsMonth")}</th>
          <th className="amount">{t("maturity")}</th>
        </tr>
      </thead>
      <tbody>
        {towns.map((town) => (
          <tr key={town.area}>
            <td>
              <Go href={`/grassroots/towns/${town.area}`}>{town.name}</Go>
            </td>
            <td className="t2 grass-wide">{town.county}</td>
            <td className="grass-wide">
              <StateDot meaning={town.office ? "ok" : "offline"}>{t(town.office ? "set" : "unset")}</StateDot>
            </td>
            <td>
              <StateDot meaning={town.station ? "ok" : "offline"}>{t(town.station ? "set" : "unset")}</StateDot>
            </td>
            <td className={town.staffMet ? "amount num" : "amount num ink-overdue"}>
              {town.staffPresent}/{town.staffStandard}
            </td>
            <td className={town.paired < town.posts ? "amount num ink-soon" : "amount num"}>
              {town.paired}/{town.posts}
            </td>
            <td className="amount num grass-wide">{town.members}</td>
            <td className="amount num grass-wide">{town.patrols}</td>
            <td className="amount num">{town.maturity}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
