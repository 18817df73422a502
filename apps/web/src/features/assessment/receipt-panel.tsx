/** A circular as it reached a government: the standings, and signing for it. */
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { PanelProps } from "../../app/panels.ts";
import { api } from "../../lib/api.ts";
import { Button } from "../../ui/button.tsx";
import { toast } from "../../ui/toast.tsx";
import { Standings } from "./dialogs.tsx";
import { t } from "./words.ts";

type Lines = Parameters<typeof Standings>[0]["lines"];

export default function ReceiptPanel({ row }: PanelProps) {
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const sign = async () => {
    setBusy(true);
    try {
      await api.post("/assessment/receipts/{id}/read", { id: row.id });
      toast.done(t("receiptDone"));
      await client.invalidateQueries({ queryKey: ["ledger", "assessment/receipt"] });
    } catch (error) {
      toast.trouble(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="col" style={{ gap: 12 }}>
      {!row.readAt && (
        <span>
          <Button kind="primary" busy={busy} onClick={() => void sign()}>
            {t("signReceipt")}
          </Button>
        </span>
      )}
      <Standings lines={Array.isArray(row.standings) ? (row.standings as Lines) : []} />
    </div>
  );
}
