/** 读不懂: pieces of bytes nobody could read, each with its reason and where the reading stopped. */
import { useState } from "react";
import { exact, number } from "../../lib/format.ts";
import { Button } from "../../ui/button.tsx";
import { bytesOf, HexFrame } from "../../ui/hex-frame.tsx";
import { LedgerTable, type TableColumn } from "../../ui/ledger-table.tsx";
import { Panel } from "../../ui/panel.tsx";
import { Loading, StateBlock, Trouble } from "../../ui/state-block.tsx";
import type { DevicesAddress } from "./address.ts";
import type { Unreadable } from "./model.ts";
import { t } from "./words.ts";

export type UnreadableProps = {
  readonly rows: readonly Unreadable[];
  readonly pending: boolean;
  readonly error: Error | null;
  readonly onRetry: () => void;
  readonly onMore: (() => void) | undefined;
  readonly onOpen: (next: Partial<DevicesAddress>) => void;
};

const START = 14;
const columns: readonly TableColumn<Unreadable>[] = [
  { key: "at", label: t("time"), width: "160px", cell: (row) => <span className="num">{exact(row.receivedAt)}</span> },
  { key: "address", label: t("address"), width: "130px", cell: (row) => <span className="num">{row.address?.toUpperCase() ?? "—"}</span> },
  { key: "peer", label: t("peer"), width: "160px", cell: (row) => <span className="num t2">{row.remote ?? "—"}</span> },
  { key: "reason", label: t("reason"), truncate: true, cell: (row) => row.reason },
  { key: "offset", label: t("offset"), width: "110px", cell: (row) => (row.offset === null ? "—" : t("offsetAt", { n: row.offset })) },
  { key: "length", label: t("bytes"), align: "end", width: "70px", cell: (row) => number(row.hex.length / 2) },
  {
    key: "hex",
    label: t("raw"),
    width: "330px",
    cell: (row) => <span className="num t2">{bytesOf(row.hex).slice(0, START).join(" ")}</span>,
  },
];

export function UnreadablePanel({ rows, pending, error, onRetry, onMore }: UnreadableProps) {
  const [openId, setOpenId] = useState<string | null>(null);
  const open = rows.find((row) => row.id === openId) ?? rows[0];
  if (error) return <Trouble error={error} what={t("unreadable")} onRetry={onRetry} />;
  if (pending) return <Loading what={t("unreadable")} />;
  if (!open)
    return (
      <Panel className="devices-wide">
        <StateBlock kind="empty" title={t("nothingUnreadable")}>
          {t("nothingUnreadableHint")}
        </StateBlock>
      </Panel>
    );
  return (
    <div className="unreadable">
      <Panel flush scroll foot={onMore && <Button onClick={onMore}>{t("more")}</Button>}>
        <LedgerTable
          columns={columns}
          rows={rows}
          rowId={(row) => row.id}
          rowTitle={(row) => row.reason}
          openId={open.id}
          onOpen={(row) => setOpenId(row.id)}
        />
      </Panel>
      <Panel title={open.reason} aside={exact(open.receivedAt)} flush scroll>
        <HexFrame hex={open.hex} fields={[]} />
      </Panel>
    </div>
  );
}
