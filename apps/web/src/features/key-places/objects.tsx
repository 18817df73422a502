/** The objects of a campaign, as a list or on the map; one of them chosen is checked on the spot. */
import type { CampaignDetail } from "@suiren/api-client";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../../lib/api.ts";
import { useCityAreas } from "../../lib/city.ts";
import { number } from "../../lib/format.ts";
import { useGrounds } from "../../lib/grounds.ts";
import type { Row } from "../../lib/schema.ts";
import { Button, Segments } from "../../ui/button.tsx";
import { Input } from "../../ui/field.tsx";
import { MapPane } from "../../ui/map.tsx";
import { StateDot } from "../../ui/meaning.tsx";
import { Panel } from "../../ui/panel.tsx";
import { Loading, StateBlock, Trouble } from "../../ui/state-block.tsx";
import { type Page, usePoints } from "../ledger/use-list.ts";
import { CheckObject } from "./check.tsx";
import { t } from "./words.ts";

const PATH = "key-places/campaign-object";
const PAGE = 50;
const states = ["all", "pending", "found", "cleared"] as const;
type State = (typeof states)[number];
const meanings = { pending: "offline", checked: "ok", found: "overdue", cleared: "met", notApplicable: "offline" } as const;
const words = { pending: "pending", checked: "checked", found: "found", cleared: "cleared", notApplicable: "notApplicable" } as const;
export type ObjectState = keyof typeof meanings;
export const stateOf = (row: Row): ObjectState =>
  typeof row.status === "string" && row.status in meanings ? (row.status as ObjectState) : "pending";

export function CampaignObjects({ campaign }: { readonly campaign: CampaignDetail }) {
  const [state, setState] = useState<State>("all");
  const [shows, setShows] = useState<"list" | "map">("list");
  const [q, setQ] = useState("");
  const [page, setPage] = useState(0);
  const [chosen, setChosen] = useState<string | null>(null);
  const where = JSON.stringify({ campaign: campaign.id, ...(state === "all" ? {} : { status: state }) });
  const query = { where, ...(q.trim() ? { q } : {}) };
  const found = useQuery({
    queryKey: ["ledger", PATH, "campaign", query, page],
    queryFn: ({ signal }) => api.get<Page>(PATH, { ...query, sort: "name", limit: PAGE, offset: page * PAGE || undefined }, signal),
  });
  const count = useQuery({
    queryKey: ["ledger", PATH, "campaign-count", query],
    queryFn: ({ signal }) => api.get<{ count: number }>(`${PATH}/count`, query, signal),
  });
  const rows = found.data?.rows ?? [];
  const total = count.data?.count ?? 0;
  const mayCheck = campaign.state === "running" && campaign.can.includes("check");
  const narrow = (next: State) => {
    setState(next);
    setPage(0);
  };
  return (
    <Panel
      title={t("list")}
      aside={number(total)}
      end={
        <Segments
          label={t("list")}
          items={[
            { key: "list", label: t("asList") },
            { key: "map", label: t("map") },
          ]}
          value={shows}
          onChange={setShows}
        />
      }
      foot={
        shows === "list" && total > PAGE ? (
          <span className="row small">
            <Button size="small" reason={page === 0 ? t("previousPage") : undefined} onClick={() => setPage(page - 1)}>
              {t("previousPage")}
            </Button>
            <span className="num">
              {t("pages", { from: page * PAGE + 1, to: Math.min((page + 1) * PAGE, total), total: number(total) })}
            </span>
            <Button size="small" reason={(page + 1) * PAGE >= total ? t("nextPage") : undefined} onClick={() => setPage(page + 1)}>
              {t("nextPage")}
            </Button>
          </span>
        ) : undefined
      }
      flush
      scroll
    >
      <div className="campaign-bar">
        <Segments
          label={t("state")}
          items={states.map((key) => ({ key, label: t(key === "all" ? "stateAll" : words[key]) }))}
          value={state}
          onChange={narrow}
        />
        <Input
          icon="search"
          className="grow"
          aria-label={t("search")}
          placeholder={t("search")}
          value={q}
          onChange={(event) => {
            setQ(event.target.value);
            setPage(0);
          }}
        />
      </div>
      {found.error ? (
        <Trouble error={found.error} what={t("list")} onRetry={() => void found.refetch()} />
      ) : shows === "map" ? (
        <ObjectsMap query={query} chosen={chosen} onChoose={setChosen} />
      ) : !found.data ? (
        <Loading rows={8} />
      ) : rows.length === 0 ? (
        <StateBlock kind="empty" title={t("noObjects")} />
      ) : (
        <table className="campaign-table">
          <tbody>
            {rows.map((row) => (
              <Line key={row.id} row={row} onOpen={mayCheck ? () => setChosen(row.id) : undefined} />
            ))}
          </tbody>
        </table>
      )}
      {chosen && mayCheck && <Chosen id={chosen} campaign={campaign} onClose={() => setChosen(null)} />}
    </Panel>
  );
}

function Line({ row, onOpen }: { readonly row: Row; readonly onOpen: (() => void) | undefined }) {
  const state = stateOf(row);
  const hazards = Number(row.openHazards ?? 0);
  return (
    <tr>
      <td className="truncate" style={{ maxWidth: 220 }} title={typeof row.address === "string" ? row.address : undefined}>
        {String(row.name)}
      </td>
      <td className="small t2 nowrap">{row.areaName}</td>
      <td className="nowrap">
        <StateDot meaning={meanings[state]}>
          {t(words[state])}
          {hazards > 0 && ` ${hazards}`}
        </StateDot>
      </td>
      <td className="small t3 nowrap num">{typeof row.checkedOn === "string" ? row.checkedOn.slice(5) : ""}</td>
      <td className="campaign-number">
        {onOpen && (
          <Button size="small" onClick={onOpen} aria-label={`${t("check")} ${String(row.name)}`}>
            {t("check")}
          </Button>
        )}
      </td>
    </tr>
  );
}

function ObjectsMap({
  query,
  chosen,
  onChoose,
}: {
  readonly query: { readonly where: string; readonly q?: string };
  readonly chosen: string | null;
  readonly onChoose: (id: string) => void;
}) {
  const areas = useCityAreas();
  const grounds = useGrounds();
  const { points, crowd, error, refetch } = usePoints(PATH, query);
  if (error) return <Trouble error={error} what={t("map")} onRetry={() => void refetch()} />;
  return (
    <div className="campaign-map">
      <MapPane
        grounds={grounds}
        label={t("list")}
        areas={areas}
        points={points}
        crowd={crowd}
        chosen={chosen ?? undefined}
        onChoose={onChoose}
      />
    </div>
  );
}

/** The object as it is now, whichever way it was chosen. */
function Chosen({ id, campaign, onClose }: { readonly id: string; readonly campaign: CampaignDetail; readonly onClose: () => void }) {
  const found = useQuery({
    queryKey: ["ledger", PATH, "one", id],
    queryFn: ({ signal }) => api.get<{ row: Row }>(`${PATH}/${id}`, {}, signal),
  });
  return found.data ? <CheckObject campaign={campaign} row={found.data.row} onClose={onClose} /> : null;
}
