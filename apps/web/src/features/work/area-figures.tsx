import { useQueries, useQuery } from "@tanstack/react-query";
import { measureQuery, measuresQuery } from "../../lib/measures.ts";
import { Figure } from "../../ui/meaning.tsx";
import { Panel } from "../../ui/panel.tsx";
import { Loading } from "../../ui/state-block.tsx";
import { t } from "./words.ts";

const IN_SIGHT = 8;

/** This month's measures of the person's own area; each opens the ledger behind it. */
export function AreaFigures() {
  const names = useQuery(measuresQuery);
  const measures = names.data?.slice(0, IN_SIGHT) ?? [];
  const figures = useQueries({ queries: measures.map((measure) => measureQuery(measure.name)) });
  if (names.error || names.data?.length === 0) return null;
  return (
    <Panel title={t("figures")} end={t("month")} flush>
      {names.isPending && <Loading rows={3} />}
      <div className="work-figure-grid">
        {measures.map((measure, index) => {
          const answer = figures[index]?.data;
          const value = answer?.figures[0]?.value;
          return (
            <Figure
              key={measure.name}
              label={measure.label}
              value={typeof value === "number" ? Number(value.toFixed(measure.decimals ?? 1)) : null}
              unit={measure.unit}
              href={answer?.measure.path ? `/${answer.measure.path}` : undefined}
            />
          );
        })}
      </div>
    </Panel>
  );
}
