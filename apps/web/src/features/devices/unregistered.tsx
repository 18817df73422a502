/** 待登记: addresses nobody registered, with what they sent; those with a fire first, ready to be claimed. */
import { useState } from "react";
import { useNow } from "../../lib/clock.ts";
import { ago, exact, number } from "../../lib/format.ts";
import { Button } from "../../ui/button.tsx";
import { LedgerTable, type TableColumn } from "../../ui/ledger-table.tsx";
import { Panel } from "../../ui/panel.tsx";
import { Loading, StateBlock, Trouble } from "../../ui/state-block.tsx";
import type { DevicesAddress } from "./address.ts";
import { Claim } from "./claim.tsx";
import type { Unregistered } from "./model.ts";
import { t } from "./words.ts";

type Open = (next: Partial<DevicesAddress>) => void;
const SHOWN = 3;
const firesOf = (row: Unregistered): number => row.kinds.fire ?? 0;

const said = (row: Unregistered) =>
  firesOf(row) > 0 ? (
    <span className="ink-fire">{t("fires", { n: number(firesOf(row)) })}</span>
  ) : (
    <span className="t2">{t("messagesCount", { n: number(row.messages) })}</span>
  );

export function UnregisteredPanel({ rows, onOpen }: { readonly rows: readonly Unregistered[] | undefined; readonly onOpen: Open }) {
  const [claiming, setClaiming] = useState<string | null>(null);
  if (!rows || rows.length === 0) return null;
  return (
    <Panel
      title={t("unregistered")}
      aside={number(rows.length)}
      flush
      end={
        rows.length > SHOWN && (
          <button type="button" className="link" onClick={() => onOpen({ tab: "unregistered" })}>
            {t("all")}
          </button>
        )
      }
    >
      {rows.slice(0, SHOWN).map((row) => (
        <div key={row.address} className="unknown-row">
          <button
            type="button"
            className="num unknown-address"
            onClick={() => onOpen({ unit: "", device: row.address, message: row.lastMessageId })}
          >
            {row.address.toUpperCase()}
          </button>
          <span className="small">{said(row)}</span>
          <Button size="small" onClick={() => setClaiming(row.address)}>
            {t("claim")}
          </Button>
        </div>
      ))}
      {claiming && <Claim address={claiming} onClose={() => setClaiming(null)} onOpen={onOpen} />}
    </Panel>
  );
}

export type UnregisteredTableProps = {
  readonly rows: readonly Unregistered[] | undefined;
  readonly error: Error | null;
  readonly onRetry: () => void;
  readonly onOpen: Open;
};
export function UnregisteredTable({ rows, error, onRetry, onOpen }: UnregisteredTableProps) {
  const now = useNow();
  const [claiming, setClaiming] = useState<string | null>(null);
  const columns: readonly TableColumn<Unregistered>[] = [
    { key: "address", label: t("address"), width: "180px", cell: (row) => <span className="num">{row.address.toUpperCase()}</span> },
    { key: "what", label: t("what"), width: "120px", cell: said },
    { key: "messages", label: t("heard"), align: "end", width: "110px", cell: (row) => number(row.messages) },
    { key: "firstAt", label: t("firstAt"), width: "170px", cell: (row) => <span className="num">{exact(row.firstAt)}</span> },
    { key: "lastAt", label: t("lastAt"), width: "120px", cell: (row) => <span title={exact(row.lastAt)}>{ago(row.lastAt, now)}</span> },
    {
      key: "claim",
      label: "",
      cell: (row) => (
        <Button
          size="small"
          onClick={(event) => {
            event.stopPropagation();
            setClaiming(row.address);
          }}
        >
          {t("claim")}
        </Button>
      ),
    },
  ];
  return (
    <Panel flush scroll className="devices-wide">
      {error ? (
        <Trouble error={error} what={t("unregistered")} onRetry={onRetry} />
      ) : !rows ? (
        <Loading what={t("unregistered")} />
      ) : rows.length === 0 ? (
        <StateBlock kind="empty" title={t("nothingUnregistered")}>
          {t("nothingUnregisteredHint")}
        </StateBlock>
      ) : (
        <LedgerTable
          columns={columns}
          rows={rows}
          rowId={(row) => row.address}
          rowTitle={(row) => row.address}
          onOpen={(row) => onOpen({ tab: "registered", unit: "", device: row.address, message: row.lastMessageId })}
        />
      )}
      {claiming && <Claim address={claiming} onClose={() => setClaiming(null)} onOpen={onOpen} />}
    </Panel>
  );
}
