/** 专项整治: what is running in one's area, the city's and one's own, with how far each is. SH-3.13, JX-1.3.2 */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../../lib/api.ts";
import { number } from "../../lib/format.ts";
import { Go, useGo } from "../../lib/go.tsx";
import { useMay } from "../../lib/session.ts";
import { Button, Segments } from "../../ui/button.tsx";
import { PageHead, Panel } from "../../ui/panel.tsx";
import { Loading, StateBlock, Trouble } from "../../ui/state-block.tsx";
import { Rate, share } from "./rate.tsx";
import { t } from "./words.ts";
import "./campaign.css";

export default function Campaigns() {
  const go = useGo();
  const may = useMay();
  const [state, setState] = useState<"open" | "all">("open");
  const found = useQuery({
    queryKey: ["ledger", "key-places/campaign", "running", state],
    queryFn: () => api.get("/key-places/campaigns", { state }),
  });
  const begin = may("key-places.plan") && (
    <Button kind="primary" icon="plus" onClick={() => go("/key-places/campaign/new")}>
      {t("plan")}
    </Button>
  );
  return (
    <>
      <PageHead title={t("campaigns")}>
        <Segments
          label={t("state")}
          items={[
            { key: "open", label: t("running") },
            { key: "all", label: t("all") },
          ]}
          value={state}
          onChange={setState}
        />
        {begin}
      </PageHead>
      <Panel flush scroll className="grow">
        {found.error ? (
          <Trouble error={found.error} what={t("campaigns")} onRetry={() => void found.refetch()} />
        ) : !found.data ? (
          <Loading rows={8} />
        ) : found.data.campaigns.length === 0 ? (
          <StateBlock kind="empty" title={t("noCampaigns")}>
            {t("noCampaignsHint")}
          </StateBlock>
        ) : (
          <table className="campaign-table">
            <thead>
              <tr>
                <th>{t("name")}</th>
                <th>{t("field")}</th>
                <th>{t("area")}</th>
                <th>{t("lead")}</th>
                <th>{t("period")}</th>
                <th className="campaign-number">{t("objects")}</th>
                <th>{t("checkedRate")}</th>
                <th className="campaign-number">{t("problems")}</th>
                <th className="campaign-number">{t("rectified")}</th>
                <th>{t("clearedRate")}</th>
              </tr>
            </thead>
            <tbody>
              {found.data.campaigns.map(({ id, name, fieldLabel, areaName, leadName, startsOn, endsOn, tally }) => (
                <tr key={id}>
                  <td className="campaign-name">
                    <Go href={`/key-places/campaign/${id}`}>{name}</Go>
                  </td>
                  <td>{fieldLabel}</td>
                  <td>{areaName}</td>
                  <td className="campaign-lead">{leadName}</td>
                  <td className="num nowrap">
                    {startsOn.slice(5)} – {endsOn.slice(2)}
                  </td>
                  <td className="campaign-number num">{number(tally.objects)}</td>
                  <td>
                    <Rate label={t("checkedRate")} value={share(tally.surveyed, tally)} />
                  </td>
                  <td className="campaign-number num">{number(tally.problems)}</td>
                  <td className="campaign-number num">{number(tally.rectified)}</td>
                  <td>
                    <Rate label={t("clearedRate")} value={share(tally.cleared, tally)} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Panel>
    </>
  );
}
