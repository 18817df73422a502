/** What the administrators may do with an account; every act asks why. */
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { PanelProps } from "../../app/panels.ts";
import { api } from "../../lib/api.ts";
import { useMay } from "../../lib/session.ts";
import { Button } from "../../ui/button.tsx";
import { toast } from "../../ui/toast.tsx";
import { ReasonDialog } from "../ledger/reveal.tsx";
import { OncePassword } from "./once-password.tsx";
import { t } from "./words.ts";

const acts = {
  disable: { path: "disable", permission: "identity.account" },
  enable: { path: "enable", permission: "identity.account" },
  unlock: { path: "unlock", permission: "identity.account" },
  resetPassword: { path: "reset-password", permission: "identity.account" },
  resetTotp: { path: "reset-totp", permission: "identity.grant" },
} as const;
type Act = keyof typeof acts;

export default function AccountPanel({ row }: PanelProps) {
  const may = useMay();
  const client = useQueryClient();
  const [asking, setAsking] = useState<Act | null>(null);
  const [reason, setReason] = useState("");
  const [password, setPassword] = useState<string>();
  const fits: readonly Act[] = [row.state === "disabled" ? "enable" : "disable", "unlock", "resetPassword", "resetTotp"];
  const open = fits.filter((act) => may(acts[act].permission));
  const carryOut = async (act: Act) => {
    try {
      const answer = await api.post<{ password?: string }>(`identity/accounts/${row.id}/${acts[act].path}`, { reason: reason.trim() });
      setPassword(answer.password);
      setAsking(null);
      setReason("");
      toast.done(t("done", { act: t(act) }));
      await client.invalidateQueries({ queryKey: ["ledger", "identity/user"] });
    } catch (error) {
      toast.trouble(error);
    }
  };
  return (
    <div className="col" style={{ gap: 16 }}>
      {open.length === 0 ? (
        <p className="small t2">{t("ownerOnly")}</p>
      ) : (
        <div className="row" style={{ flexWrap: "wrap" }}>
          {open.map((act) => (
            <Button key={act} onClick={() => setAsking(act)}>
              {t(act)}
            </Button>
          ))}
        </div>
      )}
      {password && <OncePassword password={password} />}
      {asking && (
        <ReasonDialog
          title={t(asking)}
          hint={t("reasonHint")}
          verb={t(asking)}
          reason={reason}
          onReason={setReason}
          onClose={() => setAsking(null)}
          onDone={() => void carryOut(asking)}
        />
      )}
    </div>
  );
}
