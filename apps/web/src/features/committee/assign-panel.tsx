/** 分解任务 of a document received: each task inside goes to organs of one's own. PT-0.1 */
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { PanelProps } from "../../app/panels.ts";
import { api } from "../../lib/api.ts";
import { listed } from "../../lib/format.ts";
import { Go } from "../../lib/go.tsx";
import { listHref } from "../../lib/list-href.ts";
import { useMay, useMe } from "../../lib/session.ts";
import { Button } from "../../ui/button.tsx";
import { toast } from "../../ui/toast.tsx";
import { blankTask, lackingIn, sentTask, TaskFields } from "./task-fields.tsx";
import { t } from "./words.ts";
import "./committee.css";

const holderOf = ({ _ref }: PanelProps["row"]): string | null | undefined => _ref?.holderOrgan;

export default function AssignPanel({ row }: PanelProps) {
  const may = useMay();
  const { user } = useMe();
  const client = useQueryClient();
  const [form, setForm] = useState(blankTask);
  const [busy, setBusy] = useState(false);
  const lacking = lackingIn(form, false);
  const count = Number(row.tasks ?? 0);
  const isOurs = row.state === "toAssign" && user.organ !== null && holderOf(row) === user.organ;
  const send = async () => {
    setBusy(true);
    try {
      const { tag, side } = form;
      const made = await api.post("/policy-tasks/receipts/{id}/tasks", { id: row.id, ...sentTask(form), tag, side });
      await client.invalidateQueries({ queryKey: ["ledger"] });
      toast.done(t("gave", { n: made.tasks.length }));
      setForm(blankTask);
    } catch (error) {
      toast.trouble(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="col" style={{ gap: 12 }}>
      {count > 0 ? (
        <Go href={listHref("policy-tasks/task", { sourceId: row.id })}>{t("assigned", { n: count })}</Go>
      ) : (
        !isOurs && <p className="t3 small">{t("notAssigned")}</p>
      )}
      {isOurs && may("policy-tasks.handle") && (
        <>
          <p className="small t2">{t("assignHint")}</p>
          <TaskFields form={form} onChange={setForm} asMeasure={false} />
          <div>
            <Button
              kind="primary"
              busy={busy}
              reason={lacking.length > 0 ? t("undone", { fields: listed(lacking) }) : undefined}
              onClick={() => void send()}
            >
              {t("assignTasks")}
            </Button>
          </div>
        </>
      )}
    </div>
  );
}
