/** 暴露的问题: each problem of a fire with its hazard, the checks of similar units and what they found, until nothing is left. JX-1.5.5 */
import type { ExposedProblem } from "@suiren/api-client";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { PanelProps } from "../../app/panels.ts";
import { api } from "../../lib/api.ts";
import { day } from "../../lib/format.ts";
import { Go } from "../../lib/go.tsx";
import { listHref } from "../../lib/list-href.ts";
import { Button } from "../../ui/button.tsx";
import { Due } from "../../ui/due.tsx";
import { StateDot } from "../../ui/meaning.tsx";
import { Panel } from "../../ui/panel.tsx";
import { Loading, StateBlock, Trouble } from "../../ui/state-block.tsx";
import { ExposeDialog } from "./expose-dialog.tsx";
import { t } from "./words.ts";
import "./fire-investigation.css";

const TASKS = "inspection/task";

export default function ProblemsPanel({ row }: PanelProps) {
  const [adds, setAdds] = useState(false);
  const { data, error, refetch } = useQuery({
    queryKey: ["ledger", "fire-investigation/problem", "of", row.id, row.state],
    queryFn: () => api.get("/fire-investigation/investigations/{id}/problems", { id: row.id }),
    refetchInterval: 60_000,
  });
  if (error) return <Trouble error={error} what={t("problems")} onRetry={() => void refetch()} />;
  if (!data) return <Loading what={t("problems")} rows={4} />;
  const { problems, left, can } = data;
  return (
    <Panel
      title={t("problems")}
      aside={problems.length === 0 ? undefined : left > 0 ? t("left", { n: left }) : t("nothingLeft")}
      end={
        can ? (
          <Button size="small" kind="primary" icon="plus" onClick={() => setAdds(true)}>
            {t("expose")}
          </Button>
        ) : undefined
      }
      flush
    >
      {problems.length === 0 ? (
        <StateBlock kind="empty" title={t("none")}>
          {t("noneHint")}
        </StateBlock>
      ) : (
        <table className="exposed-table">
          <thead>
            <tr>
              <th scope="col">{t("problem")}</th>
              <th scope="col">{t("here")}</th>
              <th scope="col">{t("similar")}</th>
              <th scope="col">{t("state")}</th>
            </tr>
          </thead>
          <tbody>
            {problems.map((problem) => (
              <Line key={problem.id} problem={problem} />
            ))}
          </tbody>
        </table>
      )}
      {adds && <ExposeDialog row={row} onClose={() => setAdds(false)} />}
    </Panel>
  );
}

function Line({ problem }: { readonly problem: ExposedProblem }) {
  const {
    id,
    what,
    placeWords,
    hazard,
    hazardNumber,
    hazardOpen,
    hazardDueAt,
    tasks,
    tasksDone,
    tasksLate,
    similarDueOn,
    found,
    foundOpen,
    left,
  } = problem;
  return (
    <tr>
      <td>
        {what}
        <br />
        <span className="small t2">{placeWords}</span>
      </td>
      <td className="nowrap">
        {hazard ? (
          <>
            <Go className="link num" href={`/hazard-loop/hazard/${hazard}`}>
              {hazardNumber}
            </Go>
            <br />
            <Due at={hazardDueAt} done={!hazardOpen} />
          </>
        ) : (
          <span className="t3">—</span>
        )}
      </td>
      <td className="nowrap">
        {tasks === 0 ? (
          <span className="t3">—</span>
        ) : (
          <>
            <Go className="link num" href={listHref(TASKS, { originId: id })}>
              {t("done", { done: tasksDone, all: tasks })}
            </Go>
            <br />
            {tasksLate > 0 ? (
              <span className="ink-overdue">{t("late", { n: tasksLate })}</span>
            ) : (
              <span className="small t2">{similarDueOn ? t("by", { day: day(similarDueOn) }) : ""}</span>
            )}
            {found > 0 && (
              <>
                <br />
                <span className="small">{t("foundN", { n: found, open: foundOpen })}</span>
              </>
            )}
          </>
        )}
      </td>
      <td className="nowrap">
        {left === 0 ? <StateDot meaning="met">{t("settled")}</StateDot> : <StateDot meaning="soon">{t("leftN", { n: left })}</StateDot>}
      </td>
    </tr>
  );
}
