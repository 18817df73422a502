/** 结果指标: a year of fires, deaths, injuries, loss, the death rate, what people know; and who has not reported yet. */
import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { serverNow } from "../../lib/clock.ts";
import { day, dayKey, month, number } from "../../lib/format.ts";
import { Go, useGo, useSearchText } from "../../lib/go.tsx";
import { useMay } from "../../lib/session.ts";
import { Button } from "../../ui/button.tsx";
import { Select } from "../../ui/field.tsx";
import { PageHead, Panel } from "../../ui/panel.tsx";
import { Loading, Trouble } from "../../ui/state-block.tsx";
import { type Outcome, outcomeQuery } from "./model.ts";
import { figureText, OutcomeFigure } from "./outcome-strip.tsx";
import { t } from "./words.ts";
import "./assessment.css";

const YEARS = 4;

export default function OutcomePage() {
  const go = useGo();
  const may = useMay();
  const given = new URLSearchParams(useSearchText());
  const thisYear = Number(dayKey(serverNow()).slice(0, 4));
  const year = Number(given.get("year")) || thisYear;
  const { data, error, refetch } = useQuery(outcomeQuery(year, undefined));
  useEffect(() => {
    document.title = t("outcome");
  }, []);
  if (error) return <Trouble error={error} what={t("outcome")} onRetry={() => void refetch()} />;
  if (!data) return <Loading what={t("outcome")} />;
  return (
    <div className="assess">
      <PageHead title={t("outcome")} aside={t("monthsTo", { from: day(`${year}-01-01`), to: day(data.until) })}>
        <Select
          aria-label={t("year")}
          value={String(year)}
          options={Array.from({ length: YEARS }, (_, ago) => ({
            value: String(thisYear - ago),
            label: t("yearOf", { n: thisYear - ago }),
          }))}
          onChange={(event) => go(`/assessment/outcome?year=${event.target.value}`, { replace: true })}
        />
        {may("assessment.population.write") && <Button onClick={() => go("/assessment/population")}>{t("enterPeople")}</Button>}
        {may("assessment.awareness.write") && <Button onClick={() => go("/assessment/awareness")}>{t("enterSurvey")}</Button>}
        {may("assessment.fire-outcome.write") && (
          <Button kind="primary" onClick={() => go("/assessment/fire-outcome")}>
            {t("enterFires")}
          </Button>
        )}
      </PageHead>
      <Panel flush className="assess-outcomes">
        <div className="assess-strip is-wide">
          {data.figures.map((figure) => (
            <OutcomeFigure key={figure.key} figure={figure} />
          ))}
        </div>
      </Panel>
      <div className="assess-outcome-grid">
        <Panel
          title={t("byMonth")}
          end={<Legend />}
          foot={
            <span className="caption t2">
              {data.population ? t("popNote", { year: data.population.year, source: data.population.source }) : t("popNone")}
            </span>
          }
        >
          <Months months={data.months} until={data.until} />
          <Projection data={data} />
        </Panel>
        <Panel title={t("owing")} aside={String(data.owing.length)} scroll>
          {data.owing.length === 0 && <p className="small t2">{t("nobodyOwes")}</p>}
          <ul className="assess-receipts small">
            {data.owing.map(({ name, what, months }) => (
              <li key={`${name} ${what}`}>
                <b>{name}</b>
                <Go className="link grow" href={what === "population" ? "/assessment/population" : "/assessment/fire-outcome"}>
                  {what === "population" ? t("owesPopulation") : t("owesFires", { months: months.map((key) => month(key)).join("、") })}
                </Go>
              </li>
            ))}
          </ul>
        </Panel>
      </div>
    </div>
  );
}

const Legend = () => (
  <span className="assess-legend caption">
    <span>
      <i className="assess-swatch assess-part0" />
      {t("thisYear")}
    </span>
    <span>
      <i className="assess-swatch assess-before" />
      {t("lastYear")}
    </span>
  </span>
);

const W = 720;
const H = 200;

/** Two bars a month; months to come have only last year's. */
function Months({ months, until }: { readonly months: Outcome["months"]; readonly until: string }) {
  const most = Math.max(1, ...months.flatMap(({ fires, firesBefore }) => [fires, firesBefore ?? 0]));
  const step = W / 12;
  const y = (n: number) => (n / most) * (H - 40);
  return (
    <svg
      className="assess-months"
      viewBox={`0 0 ${W} ${H}`}
      role="img"
      aria-label={months.map(({ month: key, fires }) => `${month(key)} ${fires}`).join("，")}
    >
      {months.map(({ month: key, fires, firesBefore }, i) => {
        const isOver = `${key}-01` <= until;
        return (
          <g key={key} transform={`translate(${i * step} 0)`}>
            <rect
              className="assess-before"
              x={step * 0.2}
              width={step * 0.26}
              y={H - 20 - y(firesBefore ?? 0)}
              height={y(firesBefore ?? 0)}
            />
            {isOver && <rect className="assess-part0" x={step * 0.5} width={step * 0.26} y={H - 20 - y(fires)} height={y(fires)} />}
            {isOver && fires > 0 && (
              <text className="assess-tick" x={step * 0.63} y={H - 24 - y(fires)} textAnchor="middle">
                {fires}
              </text>
            )}
            <text className="assess-tick" x={step / 2} y={H - 4} textAnchor="middle">
              {month(key)}
            </text>
          </g>
        );
      })}
    </svg>
  );
}

function Projection({ data }: { readonly data: Outcome }) {
  const projected = data.figures.filter(
    ({ projected: to, value, key }) => to !== null && value !== null && ["fires", "deaths", "deathRate"].includes(key) && to !== value,
  );
  if (projected.length === 0) return null;
  return (
    <p className="small t2 row row-wide">
      {projected.map((figure) => (
        <span key={figure.key}>
          {t(figure.key)} {figureText(figure)}，
          {t("projected", { n: figure.key === "deathRate" ? (figure.projected ?? 0).toFixed(3) : number(figure.projected ?? 0, 0) })}
        </span>
      ))}
    </p>
  );
}
