/** From which day a draft is in force; afterwards nobody changes it. */
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../../lib/api.ts";
import { useNow } from "../../lib/clock.ts";
import { day, dayKey } from "../../lib/format.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Field, Input } from "../../ui/field.tsx";
import { toast } from "../../ui/toast.tsx";
import { t } from "./words.ts";

export function FinalizeDialog({ rowId, onClose }: { readonly rowId: string; readonly onClose: () => void }) {
  const now = useNow();
  const client = useQueryClient();
  const [from, setFrom] = useState(() => dayKey(now));
  const finalize = async () => {
    try {
      await api.post("/inspection/checklists/drafts/{rowId}/in-force", { rowId, validFrom: from });
      toast.done(t("done", { day: day(from) }));
      await client.invalidateQueries({ queryKey: ["checklists"] });
      onClose();
    } catch (error) {
      toast.trouble(error);
    }
  };
  return (
    <Dialog
      title={t("finalize")}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button kind="primary" onClick={() => void finalize()}>
            {t("finalize")}
          </Button>
        </>
      }
    >
      <p>{t("finalizeHelp")}</p>
      <Field label={t("from")}>
        {(ids) => <Input {...ids} type="date" min={dayKey(now)} value={from} onChange={(event) => setFrom(event.target.value)} />}
      </Field>
    </Dialog>
  );
}
