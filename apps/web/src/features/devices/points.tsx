/** 点位表: the registered components of a device with their live state. */
import { useQuery } from "@tanstack/react-query";
import type { Meaning } from "../../app/theme/theme.ts";
import { api } from "../../lib/api.ts";
import { useNow } from "../../lib/clock.ts";
import { ago } from "../../lib/format.ts";
import { Go, useGo } from "../../lib/go.tsx";
import { listHref } from "../../lib/list-href.ts";
import { type Row, useChoiceWords } from "../../lib/schema.ts";
import { Segments } from "../../ui/button.tsx";
import { LedgerTable, type TableColumn } from "../../ui/ledger-table.tsx";
import { StateDot } from "../../ui/meaning.tsx";
import { Panel } from "../../ui/panel.tsx";
import { Loading, StateBlock, Trouble } from "../../ui/state-block.tsx";
import type { DevicesAddress } from "./address.ts";
import { unitDevicesQuery } from "./model.ts";
import { t } from "./words.ts";

type Point = Row & {
  readonly name: string | null;
  readonly placeWords: string | null;
  readonly address: string;
  readonly condition: string;
  readonly words: string | null;
  readonly lastAt: string | null;
};
const MOST = 200;
const meanings: Readonly<Record<string, Meaning>> = {
  normal: "ok",
  fire: "fire",
  fault: "fault",
  shield: "shield",
  active: "supervise",
  unheard: "offline",
};

export type PointsProps = { readonly unit: string; readonly device: string; readonly onOpen: (next: Partial<DevicesAddress>) => void };

export function Points({ unit, device, onOpen }: PointsProps) {
  const go = useGo();
  const now = useNow();
  const devices = useQuery(unitDevicesQuery(unit)).data ?? [];
  const conditionOf = useChoiceWords("remote-monitoring/point", "condition");
  const { data, error, refetch } = useQuery({
    queryKey: ["devices", "point-rows", device],
    queryFn: async () => (await api.get("/remote-monitoring/point", { where: JSON.stringify({ address: device }), limit: MOST })).rows,
    enabled: device !== "",
  });
  const columns: readonly TableColumn<Point>[] = [
    { key: "name", label: t("point"), width: "240px", truncate: true, cell: (row) => row.name ?? "—" },
    { key: "place", label: t("place"), truncate: true, cell: (row) => row.placeWords ?? "—" },
    {
      key: "condition",
      label: t("condition"),
      width: "130px",
      cell: (row) => <StateDot meaning={meanings[row.condition] ?? "offline"}>{conditionOf(row.condition)}</StateDot>,
    },
    { key: "words", label: t("stateWords"), width: "200px", truncate: true, cell: (row) => row.words ?? "—" },
    { key: "lastAt", label: t("lastState"), width: "110px", cell: (row) => (row.lastAt ? ago(row.lastAt, now) : "—") },
  ];
  const ledger = listHref("remote-monitoring/point", { address: device });
  return (
    <Panel
      className="devices-wide"
      flush
      scroll
      title={devices[0]?._ref?.unit ?? t("points")}
      aside={
        devices.length > 1 && (
          <Segments
            label={t("points")}
            value={device}
            onChange={(next) => onOpen({ unit, device: next })}
            items={devices.slice(0, 6).map((each) => ({ key: each.address, label: each.name }))}
          />
        )
      }
      end={
        <Go className="link" href={ledger}>
          {t("openLedger")}
        </Go>
      }
      foot={data?.length === MOST ? t("points200") : undefined}
    >
      {error ? (
        <Trouble error={error} what={t("points")} onRetry={() => void refetch()} />
      ) : !data ? (
        <Loading what={t("points")} />
      ) : data.length === 0 ? (
        <StateBlock kind="empty" title={t("noPoints")}>
          {t("noPointsHint")}
        </StateBlock>
      ) : (
        <LedgerTable
          columns={columns}
          rows={data}
          rowId={(row) => row.id}
          rowTitle={(row) => row.name ?? ""}
          onOpen={(row) => go(`/facilities/component/${row.id}`)}
        />
      )}
    </Panel>
  );
}
