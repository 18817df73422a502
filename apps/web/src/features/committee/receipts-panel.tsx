/** 签收情况 of a document issued: who received it, who handed its tasks on, who is late; and sending it to more. PT-0.1, TY-3.1.1 */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { PanelProps } from "../../app/panels.ts";
import { api } from "../../lib/api.ts";
import { serverNow } from "../../lib/clock.ts";
import { day } from "../../lib/format.ts";
import { Go } from "../../lib/go.tsx";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Loading, Trouble } from "../../ui/state-block.tsx";
import { toast } from "../../ui/toast.tsx";
import { OrgansInput } from "./organs-input.tsx";
import { t } from "./words.ts";
import "./committee.css";

export default function ReceiptsPanel({ row }: PanelProps) {
  const [sending, setSending] = useState(false);
  const { data, error, refetch } = useQuery({
    queryKey: ["ledger", "policy-tasks/issue", "receipts", row.id],
    queryFn: () => api.get("/policy-tasks/issues/{id}/receipts", { id: row.id }),
  });
  if (error) return <Trouble error={error} what={t("receipts")} onRetry={() => void refetch()} />;
  if (!data) return <Loading what={t("receipts")} />;
  return (
    <div className="col" style={{ gap: 10 }}>
      {data.receipts.length === 0 && <p className="t3 small">{t("notSent")}</p>}
      {data.receipts.map((each) => (
        <Go key={each.id} href={`/policy-tasks/receipt?open=${each.id}`} className="lineage-line">
          <span className="grow truncate">
            {each.organ} <span className="small t2">{each.owner}</span>
          </span>
          <span className={`caption nowrap ${each.late ? "ink-overdue" : each.closed ? "ink-met" : "t2"}`}>
            {each.stateLabel}
            {each.late && `　${t("isLate")}`}
            {each.tasks > 0 && `　${t("nTasks", { n: each.tasks })}`}
            {each.receivedOn && `　${day(each.receivedOn, serverNow())}`}
          </span>
        </Go>
      ))}
      {data.send && (
        <div>
          <Button kind={data.receipts.length === 0 ? "primary" : "plain"} onClick={() => setSending(true)}>
            {t("sendOut")}
          </Button>
        </div>
      )}
      {sending && <SendDialog id={row.id} onClose={() => setSending(false)} />}
    </div>
  );
}

function SendDialog({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const client = useQueryClient();
  const [organs, setOrgans] = useState<readonly string[]>([]);
  const [busy, setBusy] = useState(false);
  const send = async () => {
    setBusy(true);
    try {
      const { sent, already } = await api.post("/policy-tasks/issues/{id}/send", { id, organs: [...organs] });
      await client.invalidateQueries({ queryKey: ["ledger"] });
      toast.done(`${t("sentTo", { n: sent })}${already > 0 ? t("sentBefore", { n: already }) : ""}`);
      onClose();
    } catch (error) {
      toast.trouble(error);
      setBusy(false);
    }
  };
  return (
    <Dialog
      title={t("sendOut")}
      width={520}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button
            kind="primary"
            busy={busy}
            reason={organs.length === 0 ? t("undone", { fields: t("addressees") }) : undefined}
            onClick={() => void send()}
          >
            {t("sendOut")}
          </Button>
        </>
      }
    >
      <p className="small t2">{t("sendHint")}</p>
      <OrgansInput value={organs} onChange={setOrgans} />
    </Dialog>
  );
}
