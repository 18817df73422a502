/** 双随机抽查: every draw with its state, and the way to a new one. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../../lib/api.ts";
import { day, number } from "../../lib/format.ts";
import { Go } from "../../lib/go.tsx";
import { useLedger } from "../../lib/schema.ts";
import { Button } from "../../ui/button.tsx";
import { Tag } from "../../ui/meaning.tsx";
import { PageHead, Panel } from "../../ui/panel.tsx";
import { Loading, StateBlock, Trouble } from "../../ui/state-block.tsx";
import { DraftDialog } from "./draft-dialog.tsx";
import { t } from "./words.ts";
import "./draws.css";

type Row = {
  readonly id: string;
  readonly title: string;
  readonly number: string;
  readonly areaName: string | null;
  readonly state: string;
  readonly ask: number;
  readonly objects: number | null;
  readonly committedAt: string | null;
  readonly dueOn: string;
};

export default function DrawsPage() {
  const { data, error, refetch } = useQuery({
    queryKey: ["draws", "list"],
    queryFn: () => api.get("/inspection/draw", { limit: 100, sort: "-openedAt" }),
  });
  const { data: me } = useQuery({
    queryKey: ["draws", "mine"],
    queryFn: () => api.get("/inspection/inspectors", { purpose: "supervision" }),
  });
  const { schema } = useLedger("inspection/draw");
  const [drafting, setDrafting] = useState(false);
  if (error) return <Trouble error={error} what={t("draws")} onRetry={() => void refetch()} />;
  if (!data || !schema) return <Loading what={t("draws")} />;
  const rows = data.rows as unknown as readonly Row[];
  const states = schema.case?.states;
  const draft = (
    <Button kind="primary" icon="plus" onClick={() => setDrafting(true)}>
      {t("draftNew")}
    </Button>
  );
  return (
    <>
      <PageHead title={t("draws")} aside={t("about")}>
        {rows.length > 0 && draft}
      </PageHead>
      {rows.length === 0 ? (
        <StateBlock kind="empty" title={t("noneTitle")} actions={draft}>
          {t("none2")}
        </StateBlock>
      ) : (
        <Panel flush scroll>
          {rows.map((row) => (
            <Go key={row.id} className="draws-row" href={`/inspection/draws/${row.id}`}>
              <b>{row.title}</b>
              <span className="t2">{row.areaName}</span>
              <span className="num t2">
                {number(row.ask)}
                {row.objects === null ? "" : ` / ${number(row.objects)}`} {t("units")}
              </span>
              <span className="small t2 grow">{row.committedAt ? t("at", { at: day(row.committedAt) }) : ""}</span>
              <span className="small t2">{day(row.dueOn)}</span>
              <Tag>{states?.[row.state]?.label ?? row.state}</Tag>
            </Go>
          ))}
        </Panel>
      )}
      {drafting && <DraftDialog able={me?.inspectors.length ?? 0} onClose={() => setDrafting(false)} />}
    </>
  );
}
