/** One draw: on the left how it was drawn, in four dated steps; on the right whom it drew, and what of it is public. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useState } from "react";
import { api } from "../../lib/api.ts";
import { download } from "../../lib/download.ts";
import { Go, useGo } from "../../lib/go.tsx";
import { Button } from "../../ui/button.tsx";
import { confirm, Dialog } from "../../ui/dialog.tsx";
import { Field, TextArea } from "../../ui/field.tsx";
import { Signal, Tag } from "../../ui/meaning.tsx";
import { PageHead } from "../../ui/panel.tsx";
import { Loading, Trouble } from "../../ui/state-block.tsx";
import { toast } from "../../ui/toast.tsx";
import { DrawResult } from "./draw-result.tsx";
import { DrawSteps } from "./draw-steps.tsx";
import { type Draw, drawQuery, picksQuery, verificationQuery } from "./model.ts";
import { t } from "./words.ts";
import "./draws.css";

export default function DrawPage() {
  const params: Readonly<Record<string, string | undefined>> = useParams({ strict: false });
  const id = params.id ?? "";
  const { data: draw, error, refetch } = useQuery(drawQuery(id));
  const drawn = draw !== undefined && draw.seed !== null;
  const { data: picks } = useQuery(picksQuery(id, drawn));
  const { data: verdict } = useQuery(verificationQuery(id, drawn));
  const [redrawing, setRedrawing] = useState(false);
  const act = useAct(id);
  if (error) return <Trouble error={error} what={t("draws")} onRetry={() => void refetch()} />;
  if (!draw) return <Loading what={t("draws")} />;
  const can = (step: Draw["can"][number]) => draw.can.includes(step);
  const dispatch = async () => {
    if (await confirm({ title: t("dispatch"), text: t("dispatchText"), verb: t("dispatch") }))
      await act(() => api.post("/inspection/draws/{id}/dispatch", { id }));
  };
  const publish = async () => {
    if (await confirm({ title: t("publishTitle"), text: t("publishText"), verb: t("publish") }))
      await act(() => api.post("/inspection/draws/{id}/publication", { id }));
  };
  return (
    <>
      <PageHead
        up={<Go href="/inspection/draws">{t("draws")}</Go>}
        title={draw.title}
        aside={
          <span className="row row-wide">
            {verdict?.same && <Signal meaning="ok">{t("recomputable")}</Signal>}
            {draw.state === "void" && <Tag>{t("voided", { why: draw.voidWhy ?? "" })}</Tag>}
            <span>{draw.areaName}</span>
            {draw.organs.length > 1 && <span>{t("joint", { n: draw.organs.length })}</span>}
          </span>
        }
      >
        {can("redraw") && <Button onClick={() => setRedrawing(true)}>{t("redraw")}</Button>}
        {drawn && (
          <Button icon="download" onClick={() => download(`/api/v1/inspection/draws/${id}/package`)}>
            {t("package")}
          </Button>
        )}
        {can("dispatch") && (
          <Button kind="primary" onClick={() => void dispatch()}>
            {t("dispatch")}
          </Button>
        )}
        {can("publish") && (
          <Button kind="primary" onClick={() => void publish()}>
            {t("publish")}
          </Button>
        )}
      </PageHead>
      {draw.redrawOf && (
        <p className="draw-note small t2">
          <Go className="link" href={`/inspection/draws/${draw.redrawOf.id}`}>
            {t("redrawOf", { title: draw.redrawOf.title, why: draw.redrawOf.voidWhy ?? "" })}
          </Go>
        </p>
      )}
      {draw.redrawnAs && (
        <p className="draw-note small t2">
          <Go className="link" href={`/inspection/draws/${draw.redrawnAs.id}`}>
            {t("redrawnAs", { title: draw.redrawnAs.title })}
          </Go>
        </p>
      )}
      <div className="draw-page">
        <DrawSteps draw={draw} verdict={verdict} onAct={act} />
        <DrawResult draw={draw} picks={picks ?? []} />
      </div>
      {redrawing && <Redraw draw={draw} onClose={() => setRedrawing(false)} />}
    </>
  );
}

/** Does it and reads the draw anew; a refusal is said. */
function useAct(id: string) {
  const client = useQueryClient();
  return async (work: () => Promise<unknown>): Promise<boolean> => {
    try {
      await work();
      return true;
    } catch (error) {
      toast.trouble(error);
      return false;
    } finally {
      await client.invalidateQueries({ queryKey: ["draws"] });
      await client.invalidateQueries({ queryKey: ["draws", "one", id] });
    }
  };
}

function Redraw({ draw, onClose }: { readonly draw: Draw; readonly onClose: () => void }) {
  const go = useGo();
  const [reason, setReason] = useState("");
  const redraw = async () => {
    try {
      const next = await api.post("/inspection/draws/{id}/redraw", { id: draw.id, reason });
      onClose();
      go(`/inspection/draws/${next.id}`);
    } catch (error) {
      toast.trouble(error);
    }
  };
  return (
    <Dialog
      title={`${t("redraw")} ${draw.title}`}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button kind="primary" reason={reason.trim().length < 4 ? t("reason") : undefined} onClick={() => void redraw()}>
            {t("redraw")}
          </Button>
        </>
      }
    >
      <p>{t("redrawNote")}</p>
      <Field label={t("reason")}>
        {(ids) => <TextArea {...ids} maxLength={200} value={reason} onChange={(event) => setReason(event.target.value)} />}
      </Field>
    </Dialog>
  );
}
