/** The panel beside the board: one standing in full, or a list. A whole page on phones. */
import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { serverNow } from "../../lib/clock.ts";
import { day } from "../../lib/format.ts";
import { Loading, Trouble } from "../../ui/state-block.tsx";
import type { Address, Open } from "./address.ts";
import { AheadList, DayList, SeveralList, StatusList } from "./lists.tsx";
import { type PolicyBoard, standingQuery } from "./model.ts";
import { PanelFrame } from "./panel-frame.tsx";
import { StandingPanel } from "./standing.tsx";
import { wordOf } from "./status.ts";
import { t } from "./words.ts";

type Props = {
  readonly board: PolicyBoard;
  readonly address: Address;
  readonly open: Open;
  readonly onOpen: (open: Open) => void;
  readonly onClose: () => void;
};

export function BoardPanel({ board, address, open, onOpen, onClose }: Props) {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === "Escape" && !event.defaultPrevented && !document.querySelector("dialog[open], [popover]:popover-open")) onClose();
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, [onClose]);
  if (open.kind === "standing") return <Standing id={open.id} onClose={onClose} />;
  const label = open.kind === "several" ? board.columns.find(({ key }) => key === open.column)?.label : undefined;
  if (open.kind === "several")
    return (
      <PanelFrame title={t("severalTitle", { clause: open.clause.split("#")[0] ?? "", column: label ?? "" })} onClose={onClose}>
        <SeveralList board={board} address={address} clause={open.clause} column={open.column} onOpen={onOpen} />
      </PanelFrame>
    );
  if (open.kind === "day")
    return (
      <PanelFrame title={t("dayItems", { on: day(open.on, serverNow()) })} onClose={onClose}>
        <DayList address={address} on={open.on} onOpen={onOpen} />
      </PanelFrame>
    );
  if (open.kind === "ahead")
    return (
      <PanelFrame title={t("aheadTitle")} aside={t("aheadHint")} onClose={onClose}>
        <AheadList address={address} onOpen={onOpen} />
      </PanelFrame>
    );
  return (
    <PanelFrame title={wordOf(open.status)} onClose={onClose}>
      <StatusList address={address} status={open.status} onOpen={onOpen} />
    </PanelFrame>
  );
}

function Standing({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const { data, error, isPlaceholderData, refetch } = useQuery(standingQuery(id));
  if (error)
    return (
      <PanelFrame title={t("title")} onClose={onClose}>
        <Trouble error={error} what={t("title")} onRetry={() => void refetch()} />
      </PanelFrame>
    );
  if (!data)
    return (
      <PanelFrame title={t("title")} onClose={onClose}>
        <Loading rows={9} what={t("title")} />
      </PanelFrame>
    );
  return <StandingPanel key={data.id} standing={data} dimmed={isPlaceholderData} onClose={onClose} />;
}
