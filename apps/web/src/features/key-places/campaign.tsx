/**
 * One campaign on its page: figures, stages with their goals, coverage by street or industry, and its objects as list or map, from which a
 * check is recorded. SH-3.10, SH-3.13, JX-1.3.2, TY-2.5.1.1
 */
import type { CampaignDetail } from "@suiren/api-client";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../../lib/api.ts";
import { number } from "../../lib/format.ts";
import { Go } from "../../lib/go.tsx";
import { inArea, listHref } from "../../lib/list-href.ts";
import { type LedgerSchema, useLedger } from "../../lib/schema.ts";
import { Button, Segments } from "../../ui/button.tsx";
import { CaseBar } from "../../ui/case-bar.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Figure, Tag } from "../../ui/meaning.tsx";
import { PageHead, Panel } from "../../ui/panel.tsx";
import { Loading, NotFound, Trouble } from "../../ui/state-block.tsx";
import { toast } from "../../ui/toast.tsx";
import { CaseMoves } from "../cases/case-panel.tsx";
import { useLedgerAddress } from "../ledger/route.ts";
import { useRow } from "../ledger/use-row.ts";
import { ChooseList } from "./choose-list.tsx";
import { CampaignObjects } from "./objects.tsx";
import { Rate, share } from "./rate.tsx";
import { SendTasks } from "./send-tasks.tsx";
import { t } from "./words.ts";
import "./campaign.css";

const PATH = "key-places/campaign";
const HAZARDS = "hazard-loop/hazard";
const OBJECTS = "key-places/campaign-object";
const stageWords = { ahead: "stageAhead", now: "stageNow", reached: "stageReached", missed: "stageMissed", over: "stageOver" } as const;
const stageSteps = { ahead: "later", now: "now", reached: "done", missed: "done", over: "done" } as const;

export default function CampaignPage() {
  const { id } = useLedgerAddress();
  const { schema, error } = useLedger(PATH);
  const campaign = useQuery({
    queryKey: ["ledger", "key-places/campaign", "whole", id],
    queryFn: () => api.get("/key-places/campaigns/{id}", { id: id ?? "" }),
    enabled: id !== undefined,
    refetchInterval: 60_000,
  });
  const trouble = error ?? campaign.error;
  if (!id) return <NotFound />;
  if (trouble) return <Trouble error={trouble} what={t("campaigns")} onRetry={() => void campaign.refetch()} />;
  return schema && campaign.data ? <Campaign schema={schema} campaign={campaign.data} /> : <Loading rows={12} />;
}

function Campaign({ schema, campaign }: { readonly schema: LedgerSchema; readonly campaign: CampaignDetail }) {
  const { id } = campaign;
  const isWhole = campaign.seenArea === campaign.area;
  return (
    <div className="campaign-page">
      <PageHead
        up={
          <>
            <Go href="/key-places/campaign">{t("campaigns")}</Go>
            <Icon name="right" size={14} />
          </>
        }
        title={campaign.name}
        aside={isWhole ? undefined : t("upper", { area: campaign.seenAreaName ?? "" })}
      >
        <Actions campaign={campaign} />
      </PageHead>
      <Panel>
        <div className="campaign-top">
          <div className="grow">
            <p className="row row-wide small t2">
              <Tag>{campaign.fieldLabel}</Tag>
              <span>{campaign.areaName}</span>
              <span>{campaign.leadName}</span>
              <span className="num">
                {campaign.startsOn} – {campaign.endsOn}
              </span>
              <span className="truncate">{campaign.ground}</span>
            </p>
            <ListLine campaign={campaign} />
            {campaign.finding && (
              <p className="small t2">
                {t("finding")}：{campaign.finding}
              </p>
            )}
          </div>
          <Figures campaign={campaign} />
        </div>
        <CaseBar
          steps={campaign.stages.map((stage, index) => ({
            key: `${index}`,
            label: stage.name,
            state: stageSteps[stage.state],
            flagged: stage.state === "missed",
            below: (
              <>
                {stage.from.slice(5)} – {stage.to.slice(5)}　{t(stageWords[stage.state])}
                {stage.of &&
                  stage.rate !== null &&
                  `　${t(stage.of === "checked" ? "checkedRate" : "clearedRate")} ${number(stage.rate, 1)} %`}
              </>
            ),
          }))}
        />
        {campaign.can.includes("run") && <Moves schema={schema} id={id} />}
      </Panel>
      <div className="campaign-halves">
        <Coverage campaign={campaign} />
        <CampaignObjects campaign={campaign} />
      </div>
    </div>
  );
}

/** The list its inspection tasks are checked by, and another one for those not begun. */
function ListLine({ campaign }: { readonly campaign: CampaignDetail }) {
  const [chooses, setChooses] = useState(false);
  const isOpen = campaign.state === "planned" || campaign.state === "running";
  return (
    <p className="row small t2">
      <span>
        {t("checklist")}：{campaign.checklistTitle ?? t("listByKind")}
      </span>
      {isOpen && campaign.can.includes("run") && (
        <button type="button" className="link" onClick={() => setChooses(true)}>
          {t("chooseList")}
        </button>
      )}
      {chooses && <ChooseList campaign={campaign} onClose={() => setChooses(false)} />}
    </p>
  );
}

function Figures({ campaign: { id, tally, effect } }: { readonly campaign: CampaignDetail }) {
  const rows = (where: object): string => listHref(OBJECTS, { campaign: id, ...where });
  return (
    <div className="campaign-figures">
      <Figure label={t("objects")} value={tally.objects} href={rows({})} />
      <Figure
        label={t("checkedRate")}
        value={share(tally.surveyed, tally)}
        unit="%"
        href={rows({ status: ["checked", "found", "cleared"] })}
      />
      <Figure label={t("problems")} value={tally.problems} href={listHref(HAZARDS, { campaign: id })} />
      <Figure label={t("rectified")} value={tally.rectified} href={listHref(HAZARDS, { campaign: id, state: "closed" })} />
      <Figure label={t("clearedRate")} value={share(tally.cleared, tally)} unit="%" href={rows({ status: ["checked", "cleared"] })} />
      {effect && (
        <Figure
          label={effect.label}
          value={effect.now === null ? null : Math.round(effect.now * 10) / 10}
          unit={effect.unit}
          note={effect.before === null ? undefined : t("effectBefore", { value: `${Math.round(effect.before * 10) / 10} ${effect.unit}` })}
        />
      )}
    </div>
  );
}

/** Start, amend, wind up: the moves of the campaign as a case, for who runs it. */
function Moves({ schema, id }: { readonly schema: LedgerSchema; readonly id: string }) {
  const { data } = useRow(PATH, id);
  return data ? <CaseMoves path={PATH} schema={schema} row={data.row} /> : null;
}

function Actions({ campaign }: { readonly campaign: CampaignDetail }) {
  const client = useQueryClient();
  const [sends, setSends] = useState(false);
  const refresh = async () => {
    try {
      const { added, objects } = await api.post("/key-places/campaigns/{id}/objects", { id: campaign.id });
      toast.done(t("refreshed", { n: added, total: objects }));
      await client.invalidateQueries({ queryKey: ["ledger", "key-places/campaign"] });
      await client.invalidateQueries({ queryKey: ["ledger", OBJECTS] });
    } catch (error) {
      toast.trouble(error);
    }
  };
  const isOpen = campaign.state === "planned" || campaign.state === "running";
  return (
    <>
      <Go className="btn btn-plain btn-normal" href={`/hazard-loop/lists?campaign=${campaign.id}`}>
        {t("twoLists")}
      </Go>
      {isOpen && campaign.can.includes("run") && <Button onClick={() => void refresh()}>{t("refresh")}</Button>}
      {campaign.state === "running" && campaign.can.includes("check") && <Button onClick={() => setSends(true)}>{t("tasks")}</Button>}
      {sends && <SendTasks campaign={campaign} onClose={() => setSends(false)} />}
    </>
  );
}

type By = "area" | "industry" | "department";
function Coverage({ campaign }: { readonly campaign: CampaignDetail }) {
  const [by, setBy] = useState<By>("area");
  const [area, setArea] = useState<number | null>(null);
  const { id } = campaign;
  const progress = useQuery({
    queryKey: ["ledger", "key-places/campaign", "progress", id, by, area],
    queryFn: () => api.get("/key-places/campaigns/{id}/progress", { id, by, ...(area === null ? {} : { area }) }),
    refetchInterval: 60_000,
  });
  const where = (key: string): object => (by === "area" ? inArea(Number(key)) : { [by]: key || { set: false } });
  const lines = progress.data?.lines ?? [];
  const endsThings = lines.some((line) => line.demolished + line.relocated > 0);
  return (
    <Panel
      title={t("coverage")}
      end={
        <Segments
          label={t("coverage")}
          items={[
            { key: "area", label: t("byArea") },
            { key: "industry", label: t("byIndustry") },
            { key: "department", label: t("byDepartment") },
          ]}
          value={by}
          onChange={setBy}
        />
      }
      flush
      scroll
    >
      {progress.error ? (
        <Trouble error={progress.error} what={t("coverage")} onRetry={() => void progress.refetch()} />
      ) : !progress.data ? (
        <Loading rows={6} />
      ) : (
        <table className="campaign-table">
          <thead>
            <tr>
              <th>
                {by === "area" && area !== null ? (
                  <button type="button" className="link" onClick={() => setArea(null)}>
                    {campaign.seenAreaName}
                  </button>
                ) : (
                  t(by === "area" ? "area" : by === "industry" ? "byIndustry" : "byDepartment")
                )}
              </th>
              <th className="campaign-number">{t("objects")}</th>
              <th>{t("checkedRate")}</th>
              <th className="campaign-number">{t("problems")}</th>
              <th className="campaign-number">{t("rectified")}</th>
              <th className="campaign-number" title={t("clearedHint")}>
                {t("cleared")}
              </th>
              {endsThings && <th className="campaign-number">{`${t("demolished")}/${t("relocated")}`}</th>}
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={line.key}>
                <td className="truncate">
                  {by === "area" && Number(line.key) % 1_000 === 0 && Number(line.key) !== area && Number(line.key) % 1e6 === 0 ? (
                    <button type="button" className="link" onClick={() => setArea(Number(line.key))}>
                      {line.label || t("none")}
                    </button>
                  ) : (
                    line.label || t("none")
                  )}
                </td>
                <td className="campaign-number num">
                  <Go href={listHref(OBJECTS, { campaign: id, ...where(line.key) })}>{number(line.objects)}</Go>
                </td>
                <td>
                  <Rate label={`${line.label} ${t("checkedRate")}`} value={share(line.surveyed, line)} />
                </td>
                <td className="campaign-number num">{line.problems === 0 ? <span className="t3">0</span> : number(line.problems)}</td>
                <td className="campaign-number num">{line.rectified === 0 ? <span className="t3">0</span> : number(line.rectified)}</td>
                <td className="campaign-number num">{number(line.cleared)}</td>
                {endsThings && (
                  <td className="campaign-number num">
                    {number(line.demolished)}/{number(line.relocated)}
                  </td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  );
}
