/** 质量核查: finished checks drawn to be looked at again; what each found beside what the re-check found, and the score. */
import type { QualitySample } from "@suiren/api-client";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../../lib/api.ts";
import { day, number } from "../../lib/format.ts";
import { Go } from "../../lib/go.tsx";
import { Button } from "../../ui/button.tsx";
import { PageHead, Panel } from "../../ui/panel.tsx";
import { Loading, StateBlock, Trouble } from "../../ui/state-block.tsx";
import { DrawSamples, EnterResult } from "./quality-dialogs.tsx";
import { t } from "./words.ts";
import "./inspection.css";

export default function QualityPage() {
  const { data, error, refetch } = useQuery({
    queryKey: ["inspection", "quality"],
    queryFn: () => api.get("/inspection/quality/samples", {}),
  });
  const client = useQueryClient();
  const [drawing, setDrawing] = useState(false);
  const [entering, setEntering] = useState<QualitySample>();
  if (error) return <Trouble error={error} what={t("quality")} onRetry={() => void refetch()} />;
  if (!data) return <Loading what={t("quality")} />;
  const done = () => {
    setDrawing(false);
    setEntering(undefined);
    for (const queryKey of [["inspection"], ["ledger"]]) void client.invalidateQueries({ queryKey });
  };
  const draw = data.mayReview && (
    <Button kind="primary" onClick={() => setDrawing(true)}>
      {t("draw")}
    </Button>
  );
  return (
    <>
      <PageHead title={t("quality")} aside={t("qualityAside")}>
        <Go className="btn btn-plain btn-normal" href="/inspection/quality-check">
          {t("records")}
        </Go>
        {draw}
      </PageHead>
      {data.samples.length === 0 ? (
        <StateBlock kind="empty" title={t("noSamples")} actions={draw || undefined}>
          {t("noSamples2")}
        </StateBlock>
      ) : (
        <div className="insp-two insp-wide">
          <Panel
            title={t("samples")}
            aside={`${number(data.samples.length)} ${t("times")}`}
            flush
            scroll
            foot={<span className="small t2">{t("scoreRule")}</span>}
          >
            <Samples samples={data.samples} onEnter={data.mayReview ? setEntering : undefined} />
          </Panel>
          <Panel title={t("perInspector")} flush scroll foot={<span className="small t2">{t("ofFinished", { n: data.finished })}</span>}>
            {scoresOf(data.samples).map(({ name, score, n }) => (
              <div key={name} className="insp-block">
                <b>{name}</b>
                <p className="small t2" style={{ margin: 0 }}>
                  {t("average", { score: number(score, 1), n })}
                </p>
              </div>
            ))}
          </Panel>
        </div>
      )}
      {drawing && <DrawSamples byInspector={data.byInspector} finished={data.finished} onDone={done} onClose={() => setDrawing(false)} />}
      {entering && <EnterResult sample={entering} onDone={done} onClose={() => setEntering(undefined)} />}
    </>
  );
}

/** Mean of the scores of each inspector, lowest first. */
export function scoresOf(samples: readonly QualitySample[]) {
  const scores = new Map<string, number[]>();
  for (const { inspectorName, result } of samples)
    if (inspectorName && result) scores.set(inspectorName, [...(scores.get(inspectorName) ?? []), result.score]);
  return [...scores]
    .map(([name, all]) => ({ name, n: all.length, score: all.reduce((sum, each) => sum + each, 0) / all.length }))
    .sort((a, b) => a.score - b.score || a.name.localeCompare(b.name, "zh"));
}

type SamplesProps = {
  readonly samples: readonly QualitySample[];
  readonly onEnter: ((sample: QualitySample) => void) | undefined;
};

function Samples({ samples, onEnter }: SamplesProps) {
  return (
    <table className="insp-table">
      <thead>
        <tr>
          <th scope="col">{t("unit")}</th>
          <th scope="col">{t("inspector")}</th>
          <th scope="col">{t("checkedOn")}</th>
          {[t("originalFound"), t("found"), t("missed"), t("score")].map((word) => (
            <th key={word} scope="col" className="insp-number">
              {word}
            </th>
          ))}
          <th />
        </tr>
      </thead>
      <tbody>
        {samples.map((sample) => (
          <tr key={sample.recheck}>
            <td>
              <Go className="link truncate" href={`/inspection/task/${sample.original}`}>
                {sample.unitName}
              </Go>
            </td>
            <td className="nowrap">{sample.inspectorName}</td>
            <td className="num nowrap">{sample.doneOn ? day(sample.doneOn) : ""}</td>
            <td className="insp-number num">{sample.originalFound}</td>
            <td className="insp-number num">{sample.result ? sample.result.found : "—"}</td>
            <td className="insp-number">{sample.result ? <Missed result={sample.result} /> : "—"}</td>
            <td className="insp-number num">{sample.result ? <b>{sample.result.score}</b> : "—"}</td>
            <td className="insp-number small">
              {sample.result ? (
                <span className="t2">{day(sample.result.checkedOn)}</span>
              ) : onEnter ? (
                <Button size="small" onClick={() => onEnter(sample)}>
                  {t("enter")}
                </Button>
              ) : (
                <span className="t2">
                  {t("waiting")} {t("due", { day: day(sample.dueOn) })}
                </span>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Missed({ result }: { readonly result: NonNullable<QualitySample["result"]> }) {
  const { missedSerious, missedOther } = result;
  if (missedSerious + missedOther === 0) return <span className="t2">{t("agrees")}</span>;
  return (
    <span className="num">
      {missedSerious + missedOther}
      {missedSerious > 0 && <span className="small ink-overdue"> {t("ofThemSerious", { n: missedSerious })}</span>}
    </span>
  );
}
