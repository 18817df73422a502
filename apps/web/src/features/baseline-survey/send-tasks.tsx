/** Survey tasks for units nobody has been to, with a day, a person and a check list. */
import type { Takes } from "@suiren/api-client";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { lazy, Suspense, useState } from "react";
import { api } from "../../lib/api.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Field, Select } from "../../ui/field.tsx";
import { toast } from "../../ui/toast.tsx";
import { ChecklistSelect } from "../cases/checklist-select.tsx";
import { t } from "./words.ts";

const DayField = lazy(() => import("../../ui/antd/day-field.tsx"));
export type Kind = NonNullable<Takes<"POST", "/baseline-survey/surveys/{id}/tasks">["kind"]>;

type Props = {
  readonly id: string;
  readonly place: string;
  readonly asked: { readonly area?: number; readonly kind?: Kind };
  readonly until: string;
  readonly onClose: () => void;
};

export function SendTasks({ id, place, asked, until, onClose }: Props) {
  const client = useQueryClient();
  const [dueOn, setDueOn] = useState<string | null>(until);
  const [lead, setLead] = useState("");
  const [checklist, setChecklist] = useState("");
  const [busy, setBusy] = useState(false);
  const people = useQuery({
    queryKey: ["inspectors", "survey"],
    queryFn: () => api.get("/inspection/inspectors", { purpose: "survey" }),
  });
  const send = async () => {
    if (!dueOn) return;
    setBusy(true);
    try {
      const { tasks, left } = await api.post("/baseline-survey/surveys/{id}/tasks", {
        id,
        ...asked,
        dueOn,
        ...(lead ? { lead } : {}),
        ...(checklist ? { checklist } : {}),
      });
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
      title={t("send")}
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
      <div className="col" style={{ gap: 12 }}>
        <p className="small t2">{t("sendHint", { place })}</p>
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
              options={(people.data?.inspectors ?? []).map(({ id: person, name, organName }) => ({
                value: person,
                label: organName ? `${name} ${organName}` : name,
              }))}
              value={lead}
              onChange={(event) => setLead(event.target.value)}
            />
          )}
        </Field>
        <Field label={t("checklist")} optional>
          {(ids) => <ChecklistSelect ids={ids} value={checklist} onChange={setChecklist} />}
        </Field>
      </div>
    </Dialog>
  );
}
