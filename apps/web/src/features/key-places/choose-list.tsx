/** The check list of a campaign's tasks. */
import type { CampaignDetail } from "@suiren/api-client";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../../lib/api.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Field } from "../../ui/field.tsx";
import { toast } from "../../ui/toast.tsx";
import { ChecklistSelect } from "../cases/checklist-select.tsx";
import { t } from "./words.ts";

export function ChooseList({ campaign, onClose }: { readonly campaign: CampaignDetail; readonly onClose: () => void }) {
  const client = useQueryClient();
  const [chosen, setChosen] = useState(campaign.checklist ?? "");
  const [busy, setBusy] = useState(false);
  const save = async () => {
    setBusy(true);
    try {
      const { title, changed } = await api.post("/key-places/campaigns/{id}/checklist", { id: campaign.id, checklist: chosen || null });
      toast.done(t("listChosen", { title: title ?? t("listByKind"), n: changed }));
      await client.invalidateQueries({ queryKey: ["ledger"] });
      onClose();
    } catch (error) {
      toast.trouble(error);
      setBusy(false);
    }
  };
  return (
    <Dialog
      title={t("chooseList")}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button kind="primary" busy={busy} onClick={() => void save()}>
            {t("chooseList")}
          </Button>
        </>
      }
    >
      <Field label={t("checklist")} help={t("checklistHelp")}>
        {(ids) => <ChecklistSelect ids={ids} value={chosen} onChange={setChosen} />}
      </Field>
    </Dialog>
  );
}
