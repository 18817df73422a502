/** 交办任务 by hand: each organ named gets a copy of its own. */
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../../lib/api.ts";
import { listed } from "../../lib/format.ts";
import { Go, useGo } from "../../lib/go.tsx";
import { Button } from "../../ui/button.tsx";
import { Icon } from "../../ui/icon.tsx";
import { PageHead, Panel } from "../../ui/panel.tsx";
import { toast } from "../../ui/toast.tsx";
import { blankTask, lackingIn, sentTask, TaskFields } from "./task-fields.tsx";
import { t } from "./words.ts";
import "./committee.css";

export default function NewTask() {
  const go = useGo();
  const client = useQueryClient();
  const [form, setForm] = useState(blankTask);
  const [busy, setBusy] = useState(false);
  const lacking = lackingIn(form, false);
  const send = async () => {
    setBusy(true);
    try {
      const made = await api.post("/policy-tasks/tasks", { ...sentTask(form), tag: form.tag, side: form.side });
      await client.invalidateQueries({ queryKey: ["ledger"] });
      toast.done(t("gave", { n: made.tasks.length }));
      go(`/policy-tasks/task?open=${made.tasks[0]?.id ?? ""}`);
    } catch (error) {
      toast.trouble(error);
      setBusy(false);
    }
  };
  return (
    <>
      <PageHead
        up={
          <>
            <Go href="/policy-tasks/task">{t("tasksList")}</Go>
            <Icon name="right" size={14} />
          </>
        }
        title={t("newTask")}
      />
      <Panel
        scroll
        className="grow"
        foot={
          <>
            <span className="grow small t2">{lacking.length > 0 ? t("undone", { fields: listed(lacking) }) : ""}</span>
            <Button size="large" onClick={() => go("/policy-tasks/task")}>
              {t("cancel")}
            </Button>
            <Button
              kind="primary"
              size="large"
              busy={busy}
              reason={lacking.length > 0 ? t("undone", { fields: listed(lacking) }) : undefined}
              onClick={() => void send()}
            >
              {t("give")}
            </Button>
          </>
        }
      >
        <div className="task-form">
          <TaskFields form={form} onChange={setForm} asMeasure={false} />
        </div>
      </Panel>
    </>
  );
}
