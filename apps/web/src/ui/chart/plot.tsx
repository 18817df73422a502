import { BarChart, LineChart } from "echarts/charts";
import { GridComponent, TooltipComponent } from "echarts/components";
import { init, use as install } from "echarts/core";
import { LabelLayout } from "echarts/features";
import { SVGRenderer } from "echarts/renderers";
import { useEffect, useRef } from "react";
import { useTheme } from "../../app/theme/preferences.ts";
import { type Theme, tokens } from "../../app/theme/theme.ts";
import { type ChartData, type ChartSeries, cellText } from "./data.ts";

install([BarChart, LineChart, GridComponent, LabelLayout, TooltipComponent, SVGRenderer]);

type PlotProps = {
  readonly data: ChartData;
  readonly height: number;
  readonly onOpen?: ((category: string, series: string) => void) | undefined;
};

export default function Plot({ data, height, onOpen }: PlotProps) {
  const box = useRef<HTMLDivElement>(null);
  const theme = useTheme();
  useEffect(() => {
    if (!box.current) return;
    const chart = init(box.current, null, { renderer: "svg" });
    chart.setOption(optionOf(data, theme));
    chart.on("click", ({ name, seriesName }) => onOpen?.(name, seriesName ?? ""));
    const observer = new ResizeObserver(() => chart.resize());
    observer.observe(box.current);
    return () => {
      observer.disconnect();
      chart.dispose();
    };
  }, [data, theme, onOpen]);
  return <div ref={box} style={{ height }} />;
}

function colourOf(series: ChartSeries, index: number, theme: Theme): string {
  if (series.role === "fire") return tokens.semantic[theme].fire;
  if (series.role === "previous") return tokens.chart.previous[theme === "light" ? "light" : "dark"];
  if (series.role === "target") return tokens.semantic[theme].text2;
  return tokens.chart[theme][index] ?? tokens.semantic[theme].primary;
}

/** Pixels a label of 12 px takes beside the end of its line: Chinese letters are square, others half as wide. */
const roomFor = (label: string): number => 12 + [...label].reduce((sum, letter) => sum + (letter > "\u2e7f" ? 12 : 7), 0);

/** Labels at the line's end instead of a legend; bars from zero; two or three lines in the grid. */
function optionOf({ kind, categories, series, unit, cut = false }: ChartData, theme: Theme) {
  const colour = tokens.semantic[theme];
  const text = { color: colour.text2, fontFamily: tokens.font.text, fontSize: theme === "wall" ? 16 : 12 };
  const categoryAxis = {
    type: "category" as const,
    data: [...categories],
    axisTick: { show: false },
    axisLine: { lineStyle: { color: colour.lineStrong } },
    axisLabel: { ...text, hideOverlap: true },
    inverse: kind === "bars",
    boundaryGap: kind !== "line",
  };
  const valueAxis = {
    type: "value" as const,
    splitNumber: 3,
    scale: cut && kind === "line",
    ...(cut ? {} : { minInterval: 1 }),
    axisLabel: { ...text, show: kind !== "bars" },
    splitLine: { show: kind !== "bars", lineStyle: { color: colour.line } },
  };
  return {
    animationDuration: 240,
    textStyle: text,
    grid: {
      left: 4,
      right: kind === "line" ? Math.max(76, ...series.map(({ name }) => roomFor(name))) : 40,
      top: 12,
      bottom: 4,
      outerBoundsMode: "same" as const,
      outerBoundsContain: "axisLabel" as const,
    },
    tooltip: {
      trigger: "axis" as const,
      backgroundColor: colour.raised,
      borderColor: colour.line,
      textStyle: { color: colour.text, fontSize: 13 },
      valueFormatter: (value: unknown) => `${cellText(typeof value === "number" ? value : null)}${unit ? ` ${unit}` : ""}`,
    },
    xAxis: kind === "bars" ? valueAxis : categoryAxis,
    yAxis: kind === "bars" ? categoryAxis : valueAxis,
    series: series.map((each, index) => {
      const color = colourOf(each, index, theme);
      // The line of before recedes; its words must still be read.
      const written = each.role === "previous" ? tokens.semantic[theme].text3 : color;
      const shared = { name: each.name, data: [...each.values], itemStyle: { color } };
      if (kind === "line")
        return {
          ...shared,
          type: "line" as const,
          showSymbol: false,
          labelLayout: { moveOverlap: "shiftY" as const },
          lineStyle: { width: 2, color, type: each.role === "target" ? ("dashed" as const) : ("solid" as const) },
          endLabel: { show: true, formatter: "{a} {c}", color: written, fontFamily: tokens.font.text, fontSize: text.fontSize },
        };
      return {
        ...shared,
        type: "bar" as const,
        barMaxWidth: kind === "bars" ? 10 : 18,
        barGap: "20%",
        label: { show: kind === "bars", position: "right" as const, color: colour.text, fontFamily: tokens.font.number, fontWeight: 600 },
      };
    }),
  };
}
