/** A finding turned into measures: tasks with a tag and a side. SH-0.2 */
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { PanelProps } from "../../app/panels.ts";
import { api } from "../../lib/api.ts";
import { listed } from "../../lib/format.ts";
import { Go } from "../../lib/go.tsx";
import { listHref } from "../../lib/list-href.ts";
import { useMay } from "../../lib/session.ts";
import { Button } from "../../ui/button.tsx";
import { toast } from "../../ui/toast.tsx";
import { blankTask, lackingIn, sentTask, TaskFields } from "./task-fields.tsx";
import { t } from "./words.ts";
import "./committee.css";

export default function FindingMeasures({ row }: PanelProps) {
  const may = useMay();
  const client = useQueryClient();
  const [form, setForm] = useState({ ...blankTask, title: "" });
  const [busy, setBusy] = useState(false);
  const lacking = lackingIn(form, true);
  const count = Number(row.measures ?? 0);
  const send = async () => {
    const { tag, side } = form;
    if (!tag || !side) return;
    setBusy(true);
    try {
      const made = await api.post("/policy-tasks/findings/{id}/measures", { id: row.id, ...sentTask(form), tag, side });
      await client.invalidateQueries({ queryKey: ["ledger"] });
      toast.done(t("converted", { n: made.tasks.length }));
      setForm(blankTask);
    } catch (error) {
      toast.trouble(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="col" style={{ gap: 12 }}>
      {count > 0 && <Go href={listHref("policy-tasks/task", { sourceId: row.id })}>{t("converted", { n: count })}</Go>}
      {may("policy-tasks.assign") && (
        <>
          <p className="small t2">{t("measuresHint")}</p>
          <TaskFields form={form} onChange={setForm} asMeasure />
          <div>
            <Button
              kind="primary"
              busy={busy}
              reason={lacking.length > 0 ? t("undone", { fields: listed(lacking) }) : undefined}
              onClick={() => void send()}
            >
              {t("measures")}
            </Button>
          </div>
        </>
      )}
    </div>
  );
}
