/** A unit's standing on its detail: what those who supervise it see of its duties. */
import { useQuery } from "@tanstack/react-query";
import type { PanelProps } from "../../app/panels.ts";
import { api } from "../../lib/api.ts";
import { useNow } from "../../lib/clock.ts";
import { day } from "../../lib/format.ts";
import { Tag } from "../../ui/meaning.tsx";
import { Loading, Trouble } from "../../ui/state-block.tsx";
import { t } from "./words.ts";
import "./unit-management.css";

const inks = { met: "ink-ok", due: "t2", overdue: "ink-overdue", resting: "t3" } as const;

export default function DutiesPanel({ row }: PanelProps) {
  const now = useNow();
  const { data, error } = useQuery({
    queryKey: ["unit-duties", row.id],
    queryFn: () => api.get("/unit-management/units/{id}/duties", { id: row.id }),
    retry: false,
  });
  if (error) return <Trouble error={error} what={t("duties")} />;
  if (!data) return <Loading what={t("duties")} />;
  const { tally, file, hazards } = data;
  return (
    <>
      <p className="um-none">
        {t("met", { met: tally.met, owed: tally.owed })}
        {tally.overdue > 0 && <span className="ink-overdue">　{t("overdue", { n: tally.overdue })}</span>}　{t("file", { n: file.score })}　
        {t("openHazards", { n: hazards })}
      </p>
      {data.duties.map((duty) => (
        <div key={duty.id} className="um-row">
          <span className="grow">
            {duty.title}
            <small className="t2">{duty.lastOn ? t("last", { day: day(duty.lastOn, now) }) : t("never")}</small>
          </span>
          {duty.confirmed ? <span className={inks[duty.state]}>{t(`s_${duty.state}`)}</span> : <Tag>{t("toConfirm")}</Tag>}
        </div>
      ))}
    </>
  );
}
