/** 四层责任: government, department, unit and foundation work, each with what is complete of what is owed. JX-0.2 */
import type { ResponsibilityLayer } from "@suiren/api-client";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../../lib/api.ts";
import { number } from "../../lib/format.ts";
import { Go } from "../../lib/go.tsx";
import { StateDot, TargetBar } from "../../ui/meaning.tsx";
import { Panel } from "../../ui/panel.tsx";
import { Loading, Trouble } from "../../ui/state-block.tsx";
import { AreaChoice } from "./area-choice.tsx";
import { t } from "./words.ts";

export function Layers() {
  const [area, setArea] = useState<number | undefined>();
  const { data, error, refetch } = useQuery({
    queryKey: ["responsibility", "layers", area],
    queryFn: () => api.get("/responsibility/layers", area === undefined ? {} : { area }),
    placeholderData: keepPreviousData,
  });
  if (error) return <Trouble error={error} what={t("layers")} onRetry={() => void refetch()} />;
  if (!data) return <Loading what={t("layers")} rows={12} />;
  return (
    <>
      <div className="row duty-choose">
        <AreaChoice area={area} onChange={setArea} />
        <span className="small t2">{t("layersNote")}</span>
      </div>
      <div className="duty-layers">
        {data.layers.map((layer) => (
          <Layer key={layer.key} layer={layer} />
        ))}
      </div>
    </>
  );
}

const tone = (percent: number | null) => (percent === null ? "primary" : percent >= 90 ? "met" : percent >= 60 ? "soon" : "overdue");

const Layer = ({ layer }: { readonly layer: ResponsibilityLayer }) => (
  <Panel
    title={t(`layer_${layer.key}`)}
    aside={<span className="num">{layer.percent === null ? t("nothingOwed") : `${layer.percent}%`}</span>}
    end={layer.overdue > 0 ? <StateDot meaning="overdue">{t("late", { n: number(layer.overdue) })}</StateDot> : undefined}
    foot={<span className="small t3">{t("clausesOf", { list: layer.clauses.join("、") })}</span>}
  >
    <dl className="duty-indicators">
      {layer.parts.map(({ key, num, den, percent, href }) => (
        <div key={key}>
          <dt>
            {href ? (
              <Go className="link" href={href}>
                {t(`part_${key}`)}
              </Go>
            ) : (
              t(`part_${key}`)
            )}
          </dt>
          <dd>
            {percent === null ? (
              <span className="t3">{t("nothingOwed")}</span>
            ) : (
              <>
                <TargetBar value={percent} target={100} meaning={tone(percent)} />
                <span className="num">{percent}%</span>{" "}
                <span className="small t3 num">{t("numOf", { num: number(num), den: number(den) })}</span>
              </>
            )}
          </dd>
        </div>
      ))}
    </dl>
  </Panel>
);
