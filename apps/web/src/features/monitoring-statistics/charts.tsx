/** The chosen measure by month and by area; why alarms came, and from which units. Every mark opens rows. */
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { serverNow } from "../../lib/clock.ts";
import { dayKey, month, number } from "../../lib/format.ts";
import { Go, useGo } from "../../lib/go.tsx";
import { alarmsHref } from "../../lib/list-href.ts";
import { useChoiceWords } from "../../lib/schema.ts";
import { Chart } from "../../ui/chart.tsx";
import { Panel } from "../../ui/panel.tsx";
import { Loading, StateBlock } from "../../ui/state-block.tsx";
import { busyUnitsQuery, figuresQuery, type tiles } from "./model.ts";
import { type Period, periodOf } from "./period.ts";
import { unitOf, valueText } from "./tile.tsx";
import { t } from "./words.ts";

type Chosen = (typeof tiles)[number];
const HEIGHT = 210;
const rounded = (value: number | null): number | null => (value === null ? null : Math.round(value * 10) / 10);

export function Course({ measure, area }: { readonly measure: Chosen; readonly area: number | null }) {
  const period = periodOf("year", dayKey(serverNow()));
  const { data } = useQuery(figuresQuery(measure.key, "month", period, area));
  const whole = useQuery(figuresQuery(measure.key, "none", period, area)).data?.measure;
  const target = data?.measure.target;
  const figures = data?.figures ?? [];
  return (
    <Panel title={t("byMonth", { name: whole?.label ?? "" })} end={t("last12")}>
      {!data ? (
        <Loading rows={4} />
      ) : figures.length === 0 ? (
        <StateBlock kind="empty" title={t("noData")} />
      ) : (
        <Chart
          title={data.measure.label}
          kind="line"
          height={HEIGHT}
          unit={unitOf(data.measure)}
          categories={figures.map(({ key }) => month(key))}
          series={[
            { name: data.measure.label, values: figures.map(({ value }) => rounded(value)) },
            ...(target === undefined
              ? []
              : [{ name: t("target", { n: target }), values: figures.map(() => target), role: "target" as const }]),
          ]}
        />
      )}
    </Panel>
  );
}

type BreakdownProps = {
  readonly measure: Chosen;
  readonly period: Period;
  readonly area: number | null;
  readonly onArea: (area: number) => void;
};
export function Breakdown({ measure, period, area, onArea }: BreakdownProps) {
  const { data } = useQuery(figuresQuery(measure.key, "area", period, area));
  const sorted = useMemo(
    () => (data?.figures ?? []).filter(({ value }) => value !== null).toSorted((a, b) => (b.value ?? 0) - (a.value ?? 0)),
    [data],
  );
  const most = Math.max(1, ...sorted.map(({ value }) => value ?? 0), data?.measure.unit === "%" ? 100 : 0);
  return (
    <Panel
      className={measure.kind === "stock" ? "stats-alone" : undefined}
      title={t("byArea", { name: data?.measure.label ?? "" })}
      end={measure.kind === "stock" && t("asOfNow")}
    >
      {!data && <Loading rows={4} />}
      {data && sorted.length === 0 && <StateBlock kind="empty" title={t("noData")} />}
      <ul className="stats-bars">
        {data &&
          sorted.slice(0, 10).map((figure) => (
            <li key={figure.key}>
              <button
                type="button"
                onClick={() => onArea(Number(figure.key))}
                title={t("of", { part: number(figure.num), whole: number(figure.den) })}
              >
                <span className="truncate">{figure.label}</span>
                <span className="stats-bar">
                  <i style={{ width: `${((figure.value ?? 0) / most) * 100}%` }} />
                  {data.measure.target !== undefined && <b style={{ left: `${(data.measure.target / most) * 100}%` }} />}
                </span>
                <span className="num">
                  {valueText(figure.value, data.measure)}
                  <small className="t3"> {unitOf(data.measure)}</small>
                </span>
              </button>
            </li>
          ))}
      </ul>
    </Panel>
  );
}

type PeriodProps = { readonly period: Period; readonly area: number | null };
const between = ({ from, to }: Period, field: string) => ({ [field]: { from, to } });

export function Causes({ period, area }: PeriodProps) {
  const go = useGo();
  const { data } = useQuery(figuresQuery("causes", "split", period, area));
  const wordOf = useChoiceWords("remote-monitoring/alarm", "cause");
  const sorted = (data?.figures ?? [])
    .filter(({ key }) => key !== "")
    .toSorted((a, b) => b.num - a.num)
    .slice(0, 9);
  const most = Math.max(1, ...sorted.map(({ num }) => num));
  return (
    <Panel title={t("byCause")} end={t("closedIn")}>
      {!data && <Loading rows={4} />}
      {data && sorted.length === 0 && <StateBlock kind="empty" title={t("noData")} />}
      <ul className="stats-bars">
        {sorted.map(({ key, num }) => (
          <li key={key}>
            <button type="button" onClick={() => go(alarmsHref({ cause: key, ...between(period, "closedAt") }))}>
              <span className="truncate">{wordOf(key)}</span>
              <span className="stats-bar">
                <i style={{ width: `${(num / most) * 100}%` }} />
              </span>
              <span className="num">{number(num)}</span>
            </button>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

export function Units({ period, area }: PeriodProps) {
  const { data } = useQuery(busyUnitsQuery(period, area));
  const most = Math.max(1, ...(data ?? []).map(({ fires }) => fires));
  return (
    <Panel title={t("byUnit")}>
      {!data && <Loading rows={4} />}
      {data?.length === 0 && <StateBlock kind="empty" title={t("noData")} />}
      <ul className="stats-bars stats-bars-wide">
        {data?.slice(0, 9).map((row) => (
          <li key={row.unit}>
            <Go href={alarmsHref({ unit: row.unit, kind: "fire", ...between(period, "openedAt") })}>
              <span className="truncate" title={row.unitName}>
                {row.unitName}
              </span>
              <span className="stats-bar">
                <i style={{ width: `${(row.fires / most) * 100}%` }} />
              </span>
              <span className="num">
                {number(row.fires)}
                <small className="t3"> {t("falseOf", { n: row.false })}</small>
              </span>
            </Go>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
