/** Tasks for whoever has not been visited yet. */
import type { CampaignDetail } from "@suiren/api-client";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import { api } from "../../lib/api.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Field, Select } from "../../ui/field.tsx";
import { toast } from "../../ui/toast.tsx";
import { t } from "./words.ts";

const DayField = lazy(() => import("../../ui/antd/day-field.tsx"));

export function SendTasks({ campaign, onClose }: { readonly campaign: CampaignDetail; readonly onClose: () => void }) {
  const client = useQueryClient();
  const [dueOn, setDueOn] = useState<string | null>(campaign.endsOn);
  const [lead, setLead] = useState("");
  const [busy, setBusy] = useState(false);
  const people = useQuery({
    queryKey: ["inspectors", "special"],
    queryFn: () => api.get("/inspection/inspectors", { purpose: "special" }),
  });
  const send = async () => {
    if (!dueOn) return;
    setBusy(true);
    try {
      const { tasks, left } = await api.post("/key-places/campaigns/{id}/tasks", { id: campaign.id, dueOn, ...(lead ? { lead } : {}) });
      toast.done(t("tasksSent", { n: tasks, left }));
      await client.invalidateQueries({ queryKey: ["ledger"] });
      onClose();
    } catch (error) {
      toast.trouble(error);
      setBusy(false);
    }
  };
  return (
    <Dialog
      title={t("tasks")}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button kind="primary" busy={busy} onClick={() => void send()}>
            {t("send")}
          </Button>
        </>
      }
    >
      <p className="small t2">{t("sendHint")}</p>
      <p className="small">
        {t("checklist")}：{campaign.checklistTitle ?? t("listByKind")}
      </p>
      <Field label={t("dueOn")} error={dueOn ? undefined : t("required")}>
        {(ids) => (
          <Suspense fallback={<div style={{ height: 32 }} />}>
            <DayField id={ids.id} value={dueOn} withTime={false} onChange={setDueOn} />
          </Suspense>
        )}
      </Field>
      <Field label={t("inspector")} optional>
        {(ids) => (
          <Select
            {...ids}
            empty="—"
            options={(people.data?.inspectors ?? []).map(({ id, name, organName }) => ({
              value: id,
              label: organName ? `${name} ${organName}` : name,
            }))}
            value={lead}
            onChange={(event) => setLead(event.target.value)}
          />
        )}
      </Field>
    </Dialog>
  );
}
