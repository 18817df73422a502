/** A chart with its table: the same data, copyable, and a sentence for readers. ECharts comes when the chart comes into view. */

import { lazy, Suspense, useEffect, useRef, useState } from "react";
import { bracketed } from "../lib/format.ts";
import { messages } from "../lib/i18n.ts";
import { IconButton } from "./button.tsx";
import { type ChartData, cellText, summaryOf } from "./chart/data.ts";
import "./chart/chart.css";

export type { ChartData, ChartSeries } from "./chart/data.ts";

const Plot = lazy(() => import("./chart/plot.tsx"));
const t = messages({ table: "看表格", chart: "看图" }, { table: "Table", chart: "Chart" });

export type ChartProps = ChartData & {
  readonly height?: number;
  /** Every mark opens rows. */
  readonly onOpen?: ((category: string, series: string) => void) | undefined;
};

export function Chart({ height = 200, onOpen, ...data }: ChartProps) {
  const box = useRef<HTMLDivElement>(null);
  const [seen, setSeen] = useState(false);
  const [asTable, setAsTable] = useState(false);
  useEffect(() => {
    if (!box.current || seen) return;
    const observer = new IntersectionObserver(([entry]) => entry?.isIntersecting && setSeen(true));
    observer.observe(box.current);
    return () => observer.disconnect();
  }, [seen]);
  return (
    <figure ref={box} className="chart" style={{ minHeight: height }}>
      <figcaption className="sr-only">{summaryOf(data)}</figcaption>
      <span className="chart-switch">
        <IconButton
          icon={asTable ? "chart" : "list"}
          size={14}
          label={t(asTable ? "chart" : "table")}
          onClick={() => setAsTable(!asTable)}
        />
      </span>
      {asTable ? (
        <ChartTable {...data} />
      ) : (
        seen && (
          <Suspense fallback={null}>
            <Plot data={data} height={height} onOpen={onOpen} />
          </Suspense>
        )
      )}
    </figure>
  );
}

function ChartTable({ categories, series, unit }: ChartData) {
  return (
    <div className="chart-table">
      <table>
        <thead>
          <tr>
            <th />
            {series.map((each) => (
              <th key={each.name} scope="col">
                {each.name}
                {unit && bracketed(unit)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {categories.map((category, index) => (
            <tr key={category}>
              <th scope="row">{category}</th>
              {series.map((each) => (
                <td key={each.name} className="num">
                  {cellText(each.values[index])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
