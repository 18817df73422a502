/** A plan's tasks: who in its scope is due, sending them out, and how far it has come by area. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { PanelProps } from "../../app/panels.ts";
import { api } from "../../lib/api.ts";
import { day, number } from "../../lib/format.ts";
import { Go } from "../../lib/go.tsx";
import { inArea, listHref } from "../../lib/list-href.ts";
import { useMay } from "../../lib/session.ts";
import { Button } from "../../ui/button.tsx";
import { confirm } from "../../ui/dialog.tsx";
import { Field, Input } from "../../ui/field.tsx";
import { Figure } from "../../ui/meaning.tsx";
import { Panel } from "../../ui/panel.tsx";
import { Loading, StateBlock, Trouble } from "../../ui/state-block.tsx";
import { toast } from "../../ui/toast.tsx";
import { t } from "./words.ts";
import "./inspection.css";

const TASKS = "inspection/task";

export default function PlanPanel({ row }: PanelProps) {
  const may = useMay();
  return (
    <div className="col" style={{ gap: 10 }}>
      {may("inspection.arrange") && <Issue id={row.id} until={String(row.dueOn)} />}
      <Progress id={row.id} />
    </div>
  );
}

function Issue({ id, until }: { readonly id: string; readonly until: string }) {
  const [dueOn, setDueOn] = useState(until);
  const [busy, setBusy] = useState(false);
  const client = useQueryClient();
  const { data, error } = useQuery({
    queryKey: ["inspection", "plan", id, "due", dueOn],
    queryFn: () => api.post("/inspection/plans/{id}/issue", { id, dueOn, dryRun: true }),
    enabled: dueOn !== "",
    retry: false,
  });
  const left = data ? data.due - data.open - data.capped : 0;
  const issue = async () => {
    if (!(await confirm({ title: t("issue"), text: t("issueAsk", { n: left, day: day(dueOn) }), verb: t("issue") }))) return;
    setBusy(true);
    try {
      const { made } = await api.post("/inspection/plans/{id}/issue", { id, dueOn });
      toast.done(t("issued", { n: made }));
      await Promise.all([["inspection"], ["ledger"]].map((queryKey) => client.invalidateQueries({ queryKey })));
    } catch (trouble) {
      toast.trouble(trouble);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Panel
      title={t("issue")}
      end={
        <Button size="small" kind="primary" busy={busy} reason={left > 0 ? undefined : t("nothingDue")} onClick={() => void issue()}>
          {t("issue")}
        </Button>
      }
      flush
    >
      <div className="insp-figures">
        <Field label={t("issueBy")} error={error ? error.message : undefined}>
          {(ids) => <Input {...ids} type="date" value={dueOn} onChange={(event) => setDueOn(event.target.value)} />}
        </Field>
        <Figure label={t("inScope")} value={data?.inScope ?? null} />
        <Figure label={t("dueIn")} value={data?.due ?? null} />
        <Figure label={t("hasOpen")} value={data?.open ?? null} />
        <Figure label={t("capped")} value={data?.capped ?? null} />
        <Figure label={t("willMake")} value={data ? left : null} />
      </div>
    </Panel>
  );
}

const columns = ["tasks", "done", "late", "noInspector", "found"] as const;
const words = { tasks: "tasks", done: "done", late: "late", noInspector: "noInspector", found: "problems" } as const;
const whereOf = {
  tasks: {},
  done: { state: "done" },
  late: { open: true, dueOn: { before: "today" } },
  noInspector: { open: true, lead: { set: false } },
  found: { result: "found" },
} as const;

function Progress({ id }: { readonly id: string }) {
  const { data, error, refetch } = useQuery({
    queryKey: ["inspection", "plan", id, "progress"],
    queryFn: () => api.get("/inspection/plans/{id}/progress", { id }),
  });
  if (error) return <Trouble error={error} what={t("progress")} onRetry={() => void refetch()} />;
  if (!data) return <Loading what={t("progress")} rows={4} />;
  const tasks = (column: (typeof columns)[number], area?: number) =>
    listHref(TASKS, { originId: id, ...(area === undefined ? {} : inArea(area)), ...whereOf[column] });
  return (
    <Panel title={t("progress")} aside={data.tasks > 0 ? `${number((data.done / data.tasks) * 100, 1)} %` : undefined} flush>
      {data.tasks === 0 ? (
        <StateBlock kind="empty" title={t("noTasks")} />
      ) : (
        <>
          <div className="insp-figures">
            {columns.map((column) => (
              <Figure key={column} label={t(words[column])} value={data[column]} href={tasks(column)} />
            ))}
          </div>
          <table className="insp-table">
            <thead>
              <tr>
                <th scope="col">{t("area")}</th>
                {columns.map((column) => (
                  <th key={column} scope="col" className="insp-number">
                    {t(words[column])}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {data.rows.map((row) => (
                <tr key={row.area}>
                  <td>{row.name}</td>
                  {columns.map((column) => (
                    <td key={column} className="insp-number num">
                      {row[column] === 0 ? (
                        <span className="t3">0</span>
                      ) : (
                        <Go className="link" href={tasks(column, row.area)}>
                          {number(row[column])}
                        </Go>
                      )}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </Panel>
  );
}
