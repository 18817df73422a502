/** 四类高风险场所 × 技防手段 JX-4.4.6, and those that must be connected and are not JX-4.4.8. */
import { useQuery } from "@tanstack/react-query";
import { number } from "../../lib/format.ts";
import { Go, useGo } from "../../lib/go.tsx";
import { devicesHref } from "../../lib/list-href.ts";
import { useChoiceWords } from "../../lib/schema.ts";
import { LedgerTable, type TableColumn } from "../../ui/ledger-table.tsx";
import { TargetBar } from "../../ui/meaning.tsx";
import { Panel } from "../../ui/panel.tsx";
import { Loading, StateBlock, Trouble } from "../../ui/state-block.tsx";
import { type Cell, coverageQuery, missingQuery, type Target } from "./model.ts";
import { t } from "./words.ts";

export function CoveragePanel() {
  const { data, error, refetch } = useQuery(coverageQuery);
  const cellOf = (place: string, technique: string) => data?.cells.find((cell) => cell.place === place && cell.technique === technique);
  return (
    <Panel title={t("coverage")} end={t("clause446")} flush scroll>
      {error && <Trouble error={error} what={t("coverage")} onRetry={() => void refetch()} />}
      {!data && !error && <Loading what={t("coverage")} />}
      {data && (
        <table className="coverage">
          <thead>
            <tr>
              <th scope="col">{t("place")}</th>
              {Object.entries(data.techniques).map(([key, label]) => (
                <th key={key} scope="col">
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {Object.entries(data.places).map(([place, label]) => (
              <tr key={place}>
                <th scope="row" title={data.basis[place]}>
                  {label}
                  <small className="t3">{data.basis[place]}</small>
                </th>
                {Object.keys(data.techniques).map((technique) => (
                  <td key={technique}>
                    <CoverageCell cell={cellOf(place, technique)} />
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

function CoverageCell({ cell }: { readonly cell: Cell | undefined }) {
  if (!cell || cell.places === 0) return <span className="t3">{t("noPlaces")}</span>;
  return (
    <Go href={devicesHref({ technique: cell.technique })} className="coverage-cell">
      <span className="num">{t("connected", { n: number(cell.connected), all: number(cell.places) })}</span>
      <TargetBar value={(cell.connected / cell.places) * 100} />
      <small className="t2">
        {t("devices", { n: number(cell.devices) })}
        <br />
        {t("alarms", { n: number(cell.alarms), closed: number(cell.closed) })}
      </small>
    </Go>
  );
}

export function MissingPanel() {
  const go = useGo();
  const { data: answer, error, refetch } = useQuery(missingQuery);
  const data = answer?.rows;
  const reasonOf = useChoiceWords("remote-monitoring/access-target", "why");
  const columns: readonly TableColumn<Target>[] = [
    {
      key: "name",
      label: t("unit"),
      truncate: true,
      cell: (row) => [row._ref?.unit, row.name].filter((words, index, all) => words && all.indexOf(words) === index).join("　"),
    },
    { key: "why", label: t("why"), width: "190px", truncate: true, cell: (row) => reasonOf(row.why) },
    { key: "area", label: t("areaName"), width: "130px", truncate: true, cell: (row) => row.areaName ?? "—" },
  ];
  return (
    <Panel
      title={t("missing")}
      aside={answer && t("missingCount", { n: number(answer.count) })}
      end={
        <>
          {t("clause448")}
          <Go className="link" href="/remote-monitoring/access-target?view=missing">
            {t("openLedger")}
          </Go>
        </>
      }
      flush
      scroll
    >
      {error ? (
        <Trouble error={error} what={t("missing")} onRetry={() => void refetch()} />
      ) : !data ? (
        <Loading what={t("missing")} />
      ) : data.length === 0 ? (
        <StateBlock kind="empty" title={t("connectedAll")}>
          {t("connectedAllHint")}
        </StateBlock>
      ) : (
        <LedgerTable
          columns={columns}
          rows={data}
          rowId={(row) => row.id}
          rowTitle={(row) => row.name}
          onOpen={(row) => go(`/places/unit/${row.unit}`)}
        />
      )}
    </Panel>
  );
}
