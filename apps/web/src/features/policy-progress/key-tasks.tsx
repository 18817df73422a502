/** 年度重点任务: year by year, what was done, what was carried over, and since when. */
import type { PackProgress } from "@suiren/api-client";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../../lib/api.ts";
import { serverNow } from "../../lib/clock.ts";
import { dayKey } from "../../lib/format.ts";
import { Go, useGo } from "../../lib/go.tsx";
import { Button } from "../../ui/button.tsx";
import { Panel } from "../../ui/panel.tsx";
import { StateBlock } from "../../ui/state-block.tsx";
import { toast } from "../../ui/toast.tsx";
import { t } from "./words.ts";

export function KeyTasks({ progress: { keyTasks, pack, area, may } }: { readonly progress: PackProgress }) {
  const go = useGo();
  const year = Number(dayKey(serverNow()).slice(0, 4));
  const enter = may.carry && pack && (
    <Button icon="plus" onClick={() => go(`/policy-tasks/key-task/new?pack=${pack.id}&year=${year}&state=open`)}>
      {t("addKeyTask")}
    </Button>
  );
  if (keyTasks.length === 0)
    return (
      <StateBlock kind="empty" title={t("noKeyTasks")} actions={enter}>
        {t("noKeyTasksHint")}
      </StateBlock>
    );
  return (
    <div className="progress-years">
      {keyTasks.toReversed().map((each) => (
        <Panel
          key={each.year}
          flush
          title={t("yearOf", { year: each.year })}
          aside={t("yearSum", { done: each.done, total: each.total, carried: each.carriedIn })}
          end={
            <span className="row">
              {may.carry && pack && each.year < year && each.tasks.some(({ state }) => state === "open") && (
                <Carry pack={pack.id} area={area.key} year={each.year} />
              )}
              {each.year === year && enter}
            </span>
          }
        >
          <ul>
            {each.tasks.map((task) => (
              <li key={task.id} className="progress-line">
                <Go className="grow truncate" href={`/policy-tasks/key-task?open=${task.id}`}>
                  {task.title}
                </Go>
                {task.since < each.year && <span className="small ink-soon nowrap">{t("since", { year: task.since })}</span>}
                <span className="small t2 nowrap progress-organ">{task.organ}</span>
                <span
                  className={`small nowrap progress-state${task.state === "done" ? " ink-met" : task.state === "carried" ? " ink-soon" : ""}`}
                >
                  {task.stateLabel}
                </span>
              </li>
            ))}
          </ul>
        </Panel>
      ))}
    </div>
  );
}

function Carry({ pack, area, year }: { readonly pack: string; readonly area: number; readonly year: number }) {
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  const carry = async () => {
    setBusy(true);
    try {
      const { carried } = await api.post("/policy-tasks/programme-view/carry", { pack, area, year });
      await client.invalidateQueries({ queryKey: ["policy-tasks", "progress"] });
      toast.done(t("carried", { n: carried, year: year + 1 }));
    } catch (failure) {
      toast.trouble(failure);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button busy={busy} onClick={() => void carry()}>
      {t("carry")}
    </Button>
  );
}
