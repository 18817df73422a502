/** 形势综合指数: the figure as a sum one can check by hand, its twelve months, and whether the end-state is reached. TY-1.22 */
import type { Gives } from "@suiren/api-client";
import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { api } from "../../lib/api.ts";
import { month as monthWord, number } from "../../lib/format.ts";
import { Go, useSearchText } from "../../lib/go.tsx";
import { Chart } from "../../ui/chart.tsx";
import { Figure, StateDot } from "../../ui/meaning.tsx";
import { PageHead, Panel } from "../../ui/panel.tsx";
import { Loading, Trouble } from "../../ui/state-block.tsx";
import { w } from "./sheet-words.ts";
import "./assessment.css";

type Situation = Gives<"GET", "/assessment/situation">;
type Verdict = Situation["verdict"];
const meanings = { reached: "met", better: "met", level: "soon", worse: "overdue", unknown: "offline" } as const;

export default function SituationPage() {
  const area = Number(new URLSearchParams(useSearchText()).get("area")) || null;
  const { data, error, refetch } = useQuery({
    queryKey: ["assessment", "situation", area],
    queryFn: () => api.get("/assessment/situation", area === null ? {} : { area }),
  });
  useEffect(() => {
    document.title = w("situation");
  }, []);
  if (error) return <Trouble error={error} what={w("situation")} onRetry={() => void refetch()} />;
  if (!data) return <Loading what={w("situation")} rows={10} />;
  const { better, months, swing } = data.rule;
  const known = data.months.filter(({ index }) => index !== null);
  return (
    <div className="assess">
      <PageHead title={w("situation")} aside={`${data.areaName}　${data.month}`}>
        <span className="small t3">{w("lowerBetter")}</span>
      </PageHead>
      <div className="situation-grid">
        <Panel>
          <Figure label={w("index")} value={data.index} size="l" meaning={meanings[data.verdict]} />
          <p>
            <StateDot meaning={meanings[data.verdict]}>{w(data.verdict)}</StateDot>
          </p>
          <p className="small t2">{w("target", { n: better, m: months, s: swing })}</p>
        </Panel>
        <Panel title={w("trend")}>
          <Chart
            kind="line"
            title={w("trend")}
            height={190}
            unit=""
            categories={known.map(({ month }) => monthWord(month))}
            series={[{ name: w("index"), values: known.map(({ index }) => index) }]}
          />
        </Panel>
        <Panel title={w("parts")} flush>
          <Parts data={data} />
        </Panel>
        {data.areas.length > 0 && (
          <Panel title={w("areas")} flush>
            <table className="sheet-table">
              <tbody>
                {data.areas.map((each) => (
                  <tr key={each.area}>
                    <td>
                      <Go href={`/assessment/situation?area=${each.area}`}>{each.areaName}</Go>
                    </td>
                    <td className="amount num">{each.index === null ? "—" : number(each.index, 1)}</td>
                    <td>
                      <StateDot meaning={meanings[each.verdict as Verdict]}>{w(each.verdict as Verdict)}</StateDot>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </Panel>
        )}
      </div>
    </div>
  );
}

function Parts({ data }: { readonly data: Situation }) {
  const last = data.months.at(-1);
  return (
    <table className="sheet-table">
      <thead>
        <tr>
          <th>{w("part")}</th>
          <th className="amount">{w("now")}</th>
          <th className="amount">{w("before")}</th>
          <th className="amount">{w("ratio")}</th>
          <th className="amount">{w("weight")}</th>
          <th className="amount">{w("points")}</th>
        </tr>
      </thead>
      <tbody>
        {(last?.parts ?? []).map((part) => {
          const name = data.names.find(({ key }) => key === part.key);
          return (
            <tr key={part.key}>
              <td>
                <Go href={`/statistics/measures?measure=${name?.measure ?? ""}`}>{name?.name ?? part.key}</Go>
              </td>
              <td className="amount num">{number(part.now)}</td>
              <td className="amount num">{number(part.before)}</td>
              <td className="amount num">
                {part.ratio === null ? <span className="t3">{w("notCounted")}</span> : `${number(part.ratio, 0)}%`}
              </td>
              <td className="amount num t2">{part.weight}</td>
              <td className="amount num">{part.ratio === null ? "—" : number(part.points, 1)}</td>
            </tr>
          );
        })}
        <tr>
          <th colSpan={5}>{w("sum")}</th>
          <td className="amount num">
            <b>{last?.index == null ? "—" : number(last.index, 1)}</b>
          </td>
        </tr>
      </tbody>
    </table>
  );
}
