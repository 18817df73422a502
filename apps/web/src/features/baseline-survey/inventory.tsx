/** 底数 by area and type: each cell opens its items below. */
import type { Takes } from "@suiren/api-client";
import { useQuery } from "@tanstack/react-query";
import { api } from "../../lib/api.ts";
import { number } from "../../lib/format.ts";
import { Go } from "../../lib/go.tsx";
import { listHref } from "../../lib/list-href.ts";
import { Panel } from "../../ui/panel.tsx";
import { Loading, StateBlock, Trouble } from "../../ui/state-block.tsx";
import type { Chosen, Whole } from "./survey.tsx";
import { t } from "./words.ts";

export type ProblemType = NonNullable<Takes<"GET", "/baseline-survey/surveys/{id}/chain">["type"]>;
export const TYPES = [
  "evacuation",
  "facilities",
  "power",
  "building",
  "lane",
  "management",
  "lodging",
  "other",
] as const satisfies readonly ProblemType[];

type Props = { readonly whole: Whole; readonly chosen: Chosen; readonly onChoose: (chosen: Chosen) => void };

export function Inventory({ whole: { survey }, chosen, onChoose }: Props) {
  const { id } = survey;
  const { data, error, refetch } = useQuery({
    queryKey: ["ledger", "baseline-survey/item", "inventory", id, survey.state],
    queryFn: () => api.get("/baseline-survey/surveys/{id}/inventory", { id }),
  });
  const types = TYPES.filter((type) => data?.lines.some((line) => (line.types[type] ?? 0) > 0));
  const sum = (type: ProblemType) => (data?.lines ?? []).reduce((all, line) => all + (line.types[type] ?? 0), 0);
  const cell = (area: number | null, areaName: string, type: ProblemType | null, value: number) => {
    if (value === 0) return <span className="t3">0</span>;
    const isChosen = chosen.area === area && chosen.type === type && (area !== null || type !== null);
    return (
      <button
        type="button"
        className="survey-cell num"
        aria-pressed={isChosen}
        onClick={() => onChoose(isChosen ? { area: null, areaName: "", type: null } : { area, areaName, type })}
      >
        {number(value)}
      </button>
    );
  };
  return (
    <Panel
      title={t("inventory")}
      aside={t("inventoryHint")}
      end={
        survey.state === "settled" ? (
          <Go className="link small" href={listHref("baseline-survey/item", { survey: id })}>
            {t("toList")}
          </Go>
        ) : undefined
      }
      flush
    >
      {error ? (
        <Trouble error={error} what={t("inventory")} onRetry={() => void refetch()} />
      ) : !data ? (
        <Loading rows={6} />
      ) : data.lines.length === 0 ? (
        <StateBlock kind="empty" title={t("noItems")} />
      ) : (
        <div className="survey-wide">
          <table className="survey-table">
            <thead>
              <tr>
                <th scope="col">{t("area")}</th>
                {types.map((type) => (
                  <th key={type} scope="col" className="survey-number">
                    {t(type)}
                  </th>
                ))}
                <th scope="col" className="survey-number">
                  {t("total")}
                </th>
              </tr>
            </thead>
            <tbody>
              {data.lines.map((line) => (
                <tr key={line.area}>
                  <td className="nowrap">{line.name}</td>
                  {types.map((type) => (
                    <td key={type} className="survey-number">
                      {cell(line.area, line.name, type, line.types[type] ?? 0)}
                    </td>
                  ))}
                  <td className="survey-number">{cell(line.area, line.name, null, line.total)}</td>
                </tr>
              ))}
              <tr>
                <td>{t("total")}</td>
                {types.map((type) => (
                  <td key={type} className="survey-number">
                    {cell(null, "", type, sum(type))}
                  </td>
                ))}
                <td className="survey-number num">{number(data.lines.reduce((all, line) => all + line.total, 0))}</td>
              </tr>
            </tbody>
          </table>
        </div>
      )}
    </Panel>
  );
}
