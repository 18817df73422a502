/** 行政区划: the areas in force and what they were, and the changes that made them so. For the administrators. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useState } from "react";
import { cx } from "../../lib/class.ts";
import { number } from "../../lib/format.ts";
import { useGo, useSearchText } from "../../lib/go.tsx";
import { useLive } from "../../lib/live.ts";
import { Button } from "../../ui/button.tsx";
import { StateDot, Tag } from "../../ui/meaning.tsx";
import { PageHead, Panel } from "../../ui/panel.tsx";
import { Loading, StateBlock, Trouble } from "../../ui/state-block.tsx";
import { AdjustmentDrawer } from "./adjustment-drawer.tsx";
import { AdjustmentForm } from "./adjustment-form.tsx";
import { Tree } from "./lineage.tsx";
import { type Adjustment, adjustmentsQuery, KEY } from "./model.ts";
import { stateMeaning, titleOf } from "./said.ts";
import { t } from "./words.ts";
import "./areas.css";

export default function AreasPage() {
  const go = useGo();
  const client = useQueryClient();
  const open = new URLSearchParams(useSearchText()).get("open");
  const { data, error, refetch } = useQuery(adjustmentsQuery);
  const [isPreparing, setPreparing] = useState(false);
  const readAgain = useCallback(() => {
    for (const key of [KEY, "areas"]) void client.invalidateQueries({ queryKey: [key] });
  }, [client]);
  useLive("organizations.areas", readAgain);
  useEffect(() => {
    document.title = t("title");
  }, []);
  if (error) return <Trouble error={error} what={t("title")} onRetry={() => void refetch()} />;
  if (!data) return <Loading what={t("title")} />;
  const shown = data.adjustments.find(({ id }) => id === open);
  return (
    <div className="with-drawer">
      <div className="areas-page">
        <PageHead title={t("title")} aside={t("about")}>
          {data.mayPrepare && (
            <Button kind="primary" icon="plus" onClick={() => setPreparing(true)}>
              {t("prepare")}
            </Button>
          )}
        </PageHead>
        <div className="areas-halves">
          <Tree />
          <Panel title={t("changes")} aside={data.adjustments.length} className="areas-panel" flush>
            {data.adjustments.length === 0 ? (
              <StateBlock kind="empty" title={t("noChanges")}>
                {data.mayPrepare ? t("noChangesHint") : undefined}
              </StateBlock>
            ) : (
              data.adjustments.map((each) => (
                <Row
                  key={each.id}
                  adjustment={each}
                  isOpen={each.id === open}
                  onOpen={() => go(`/organizations/areas?open=${each.id}`, { replace: open !== null })}
                />
              ))
            )}
          </Panel>
        </div>
      </div>
      {shown && <AdjustmentDrawer id={shown.id} may={data} onClose={() => go("/organizations/areas", { replace: true })} />}
      {isPreparing && (
        <AdjustmentForm
          onClose={() => setPreparing(false)}
          onDone={(id) => {
            setPreparing(false);
            go(`/organizations/areas?open=${id}`);
          }}
        />
      )}
    </div>
  );
}

function Row({ adjustment, isOpen, onOpen }: { readonly adjustment: Adjustment; readonly isOpen: boolean; readonly onOpen: () => void }) {
  const { kind, state, effectiveOn, document, stepsDone, steps, rows } = adjustment;
  return (
    <button type="button" className={cx("areas-change", isOpen && "is-open")} onClick={onOpen}>
      <span className="row">
        <Tag>{t(kind)}</Tag>
        <span className="grow truncate">{titleOf(adjustment)}</span>
        <StateDot meaning={stateMeaning[state]}>{t(state)}</StateDot>
      </span>
      <span className="small t2">
        {[
          t("since", { day: effectiveOn }),
          document,
          state === "running" && steps ? t("progress", { done: stepsDone, all: steps }) : "",
          state === "done" && rows > 0 ? t("rows", { n: number(rows) }) : "",
        ]
          .filter(Boolean)
          .join(" · ")}
      </span>
    </button>
  );
}
