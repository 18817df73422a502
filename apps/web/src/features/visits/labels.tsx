/** 单位码: a sheet of labels to print and stick at the doors of an area. */
import type { UnitLabel } from "@suiren/api-client";
import { useMutation } from "@tanstack/react-query";
import encode from "qr";
import { useMemo, useState } from "react";
import { api } from "../../lib/api.ts";
import type { Area } from "../../lib/areas.ts";
import { AreaPicker } from "../../ui/area-filter.tsx";
import { Button } from "../../ui/button.tsx";
import { PageHead, Panel } from "../../ui/panel.tsx";
import { Popover } from "../../ui/popover.tsx";
import { StateBlock } from "../../ui/state-block.tsx";
import { toast } from "../../ui/toast.tsx";
import { t } from "./words.ts";
import "./visits.css";

export default function Labels() {
  const [area, setArea] = useState<Area>();
  const made = useMutation({
    mutationFn: (chosen: Area) => api.post("/inspection/unit-labels", { area: chosen.key }),
    onError: toast.trouble,
  });
  const choose = (chosen: Area) => {
    setArea(chosen);
    made.mutate(chosen);
  };
  const labels = made.data?.labels ?? [];
  return (
    <>
      <PageHead title={t("labels")} aside={t("labelsAside")}>
        <Popover button={area?.name ?? t("chooseArea")} label={t("area")} buttonClass="btn btn-plain btn-normal" align="end" width={300}>
          {(close) => (
            <AreaPicker
              onChoose={(chosen) => {
                choose(chosen);
                close();
              }}
            />
          )}
        </Popover>
        {labels.length > 0 && (
          <Button kind="primary" onClick={() => print()}>
            {t("printSheet", { n: labels.length })}
          </Button>
        )}
      </PageHead>
      <Panel className="grow" scroll>
        {made.data?.more && <p className="ink-soon small">{t("more")}</p>}
        {!made.data && <StateBlock kind="empty" title={t("chooseArea")} />}
        {made.data && labels.length === 0 && <StateBlock kind="empty" title={t("noLabels")} />}
        <ul className="visit-labels">
          {labels.map((label) => (
            <Label key={label.unit} label={label} />
          ))}
        </ul>
      </Panel>
    </>
  );
}

const inFours = (code: string): string => code.replace(/(.{4})(?=.)/g, "$1-");

function Label({ label }: { readonly label: UnitLabel }) {
  const address = `${location.origin}/field/u/${label.code}`;
  return (
    <li>
      <Code text={address} />
      <div>
        <b>{label.name}</b>
        <span className="t2 small">{label.address}</span>
        <span className="num visit-code">{inFours(label.code)}</span>
        <span className="small">{t("scanMe")}</span>
      </div>
    </li>
  );
}

/** Dark on white in every theme, so that any camera reads it. */
function Code({ text }: { readonly text: string }) {
  const { path, size } = useMemo(() => {
    const rows = encode(text, "raw", { ecc: "medium", border: 2 });
    const dots = rows.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])));
    return { path: dots.join(""), size: rows.length };
  }, [text]);
  return (
    <svg className="visit-qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={text} shapeRendering="crispEdges">
      <path d={path} />
    </svg>
  );
}
