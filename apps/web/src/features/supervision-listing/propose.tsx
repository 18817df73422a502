/** Puts chosen rows before a government: which one, in which batch, and why. */
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { ApiError, api } from "../../lib/api.ts";
import { listed } from "../../lib/format.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Field, TextArea } from "../../ui/field.tsx";
import { toast } from "../../ui/toast.tsx";
import { Control } from "../ledger/form-control.tsx";
import { t } from "./words.ts";

export type Proposed = {
  readonly target: "hazard" | "unit" | "area" | "town";
  readonly name: string;
  readonly area: number;
  readonly hazard?: string;
  readonly unit?: string;
  readonly basis?: string;
};
const IN_SIGHT = 4;
const text = (value: unknown): string | null => (typeof value === "string" && value !== "" ? value : null);

export function Propose({
  items,
  year,
  why = "",
  onClose,
}: {
  readonly items: readonly Proposed[];
  readonly year: number;
  /** The reason, as far as it is known already. */
  readonly why?: string;
  readonly onClose: () => void;
}) {
  const client = useQueryClient();
  const [government, setGovernment] = useState<string | null>(null);
  const [batch, setBatch] = useState<string | null>(null);
  const [reason, setReason] = useState(why);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const send = async () => {
    setTried(true);
    if (!government || reason.trim().length < 2) return;
    setBusy(true);
    try {
      const sent = await api.post("/supervision-listing/proposals", {
        government,
        batch,
        year,
        items: items.map(({ name: _, target, area, ...more }) => ({
          target,
          ...more,
          ...(target === "town" || target === "area" ? { area } : {}),
          reason: reason.trim(),
        })),
      });
      const fresh = sent.listings.filter(({ isNew }) => isNew).length;
      const old = sent.listings.length - fresh;
      toast.done(`${t("done", { n: fresh })}${old > 0 ? t("already", { n: old }) : ""}`);
      await client.invalidateQueries({ queryKey: ["supervision-listing"] });
      onClose();
    } catch (error) {
      if (error instanceof ApiError) toast.trouble(error);
      else throw error;
    } finally {
      setBusy(false);
    }
  };
  const names = `${listed(items.slice(0, IN_SIGHT).map(({ name }) => name))}${items.length > IN_SIGHT ? "…" : ""}`;
  return (
    <Dialog
      title={t("proposeN", { n: items.length })}
      width={520}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button kind="primary" busy={busy} onClick={() => void send()}>
            {t("propose")}
          </Button>
        </>
      }
    >
      <div className="col" style={{ gap: 12 }}>
        <p className="t2">{names}</p>
        <Field label={t("toGovernment")} error={tried && !government ? t("required") : undefined}>
          {(ids) => (
            <Control
              ids={ids}
              field={{ key: "government", label: t("toGovernment"), kind: "organ", ref: "organizations.organ" }}
              value={government}
              onChange={(value) => setGovernment(text(value))}
            />
          )}
        </Field>
        <Field label={t("batch")} optional>
          {(ids) => (
            <Control
              ids={ids}
              field={{ key: "batch", label: t("batch"), kind: "ref", ref: "supervision-listing.batch" }}
              value={batch}
              onChange={(value) => setBatch(text(value))}
            />
          )}
        </Field>
        <Field label={t("reason")} error={tried && reason.trim().length < 2 ? t("required") : undefined}>
          {(ids) => <TextArea {...ids} maxLength={1_000} value={reason} onChange={(event) => setReason(event.target.value)} />}
        </Field>
      </div>
    </Dialog>
  );
}
