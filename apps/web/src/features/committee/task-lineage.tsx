/** Where a task comes from and where it went: the sentence, clause or task above, and the copies below; passing it down. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { PanelProps } from "../../app/panels.ts";
import { api } from "../../lib/api.ts";
import { serverNow } from "../../lib/clock.ts";
import { day } from "../../lib/format.ts";
import { Go } from "../../lib/go.tsx";
import { useMay } from "../../lib/session.ts";
import { Button } from "../../ui/button.tsx";
import { Dialog } from "../../ui/dialog.tsx";
import { Field, Input } from "../../ui/field.tsx";
import { Facts } from "../../ui/panel.tsx";
import { Loading, Trouble } from "../../ui/state-block.tsx";
import { toast } from "../../ui/toast.tsx";
import { Control } from "../ledger/form-control.tsx";
import { OrgansInput } from "./organs-input.tsx";
import { t } from "./words.ts";
import "./committee.css";

export default function TaskLineage({ row }: PanelProps) {
  const may = useMay();
  const [passing, setPassing] = useState(false);
  const { data, error, refetch } = useQuery({
    queryKey: ["ledger", "policy-tasks/task", "lineage", row.id],
    queryFn: () => api.get("/policy-tasks/tasks/{id}/lineage", { id: row.id }),
  });
  if (error) return <Trouble error={error} what={t("lineage")} onRetry={() => void refetch()} />;
  if (!data) return <Loading what={t("lineage")} />;
  const line = (each: (typeof data.children)[number]) => (
    <Go key={each.id} href={`/policy-tasks/task?open=${each.id}`} className="lineage-line">
      <span className="grow truncate">
        {each.organ} <span className="t2">{each.title}</span>
      </span>
      <span className="caption t2 nowrap">
        {each.stateLabel}　{day(each.dueOn, serverNow())}
      </span>
    </Go>
  );
  return (
    <div className="col" style={{ gap: 14 }}>
      <Facts
        items={[
          [
            t("from"),
            <span key="from">
              {data.sourceWords ?? t("none")} {data.sourceHref && <Go href={data.sourceHref}>{t("source")}</Go>}
            </span>,
          ],
          ...(data.clause
            ? ([
                [
                  t("clause"),
                  <span key="clause" className="num">
                    {data.clause}
                  </span>,
                ],
              ] as const)
            : []),
        ]}
      />
      {data.superior && (
        <section>
          <h3 className="small t2">{t("superior")}</h3>
          {line(data.superior)}
        </section>
      )}
      <section>
        <h3 className="small t2">{t("children")}</h3>
        {data.children.length === 0 ? <p className="t3 small">{t("noChildren")}</p> : data.children.map(line)}
      </section>
      {data.holds && may("policy-tasks.handle") && (
        <div>
          <Button onClick={() => setPassing(true)}>{t("passDown")}</Button>
        </div>
      )}
      {passing && (
        <PassDown id={row.id} title={String(row.title ?? "")} dueOn={String(row.dueOn ?? "")} onClose={() => setPassing(false)} />
      )}
    </div>
  );
}

function PassDown({
  id,
  title: given,
  dueOn: limit,
  onClose,
}: {
  readonly id: string;
  readonly title: string;
  readonly dueOn: string;
  readonly onClose: () => void;
}) {
  const client = useQueryClient();
  const [organs, setOrgans] = useState<readonly string[]>([]);
  const [title, setTitle] = useState(given);
  const [dueOn, setDueOn] = useState<string | null>(limit);
  const [busy, setBusy] = useState(false);
  const send = async () => {
    setBusy(true);
    try {
      const made = await api.post("/policy-tasks/tasks/{id}/pass-down", {
        id,
        organs: [...organs],
        title: title.trim(),
        ...(dueOn ? { dueOn } : {}),
      });
      await client.invalidateQueries({ queryKey: ["ledger"] });
      toast.done(t("passedDown", { n: made.tasks.length }));
      onClose();
    } catch (error) {
      toast.trouble(error);
      setBusy(false);
    }
  };
  return (
    <Dialog
      title={t("passDown")}
      width={520}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button
            kind="primary"
            busy={busy}
            reason={organs.length === 0 ? t("undone", { fields: t("organs") }) : undefined}
            onClick={() => void send()}
          >
            {t("passDown")}
          </Button>
        </>
      }
    >
      <div className="col" style={{ gap: 12 }}>
        <Field label={t("organs")}>{() => <OrgansInput value={organs} onChange={setOrgans} />}</Field>
        <Field label={t("taskTitle")}>
          {(ids) => <Input {...ids} maxLength={200} value={title} onChange={(event) => setTitle(event.target.value)} />}
        </Field>
        <Field label={t("dueOn")}>
          {(ids) => (
            <Control
              ids={ids}
              field={{ key: "dueOn", label: t("dueOn"), kind: "day" }}
              value={dueOn}
              onChange={(value) => setDueOn(typeof value === "string" ? value : null)}
            />
          )}
        </Field>
      </div>
    </Dialog>
  );
}
