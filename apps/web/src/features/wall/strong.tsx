/** At most four strong figures over the map, each with its course and the period before. */

import { number } from "../../lib/format.ts";
import { Go } from "../../lib/go.tsx";
import { alarmsHref } from "../../lib/list-href.ts";
import { DAYS, lastDays, type Trend, type Trends } from "./model.ts";
import { t } from "./words.ts";

const closed = { closedAt: lastDays.openedAt } as const;
const rate = ({ num, den }: { readonly num: number; readonly den: number }): number | null => (den === 0 ? null : num / den);

export function Strong({ trends }: { readonly trends: Trends | undefined }) {
  if (!trends) return <div className="wall-strong" aria-busy="true" />;
  const { real, accept } = trends;
  const wrong = trends.false;
  return (
    <div className="wall-strong">
      <StrongFigure
        label={t("fires30", { n: DAYS })}
        value={number(real.now.den)}
        unit={t("times")}
        change={real.now.den - real.before.den}
        changeWords={percent(real.now.den, real.before.den)}
        href={alarmsHref({ kind: "fire", ...closed })}
        course={real.days.map(({ den }) => den)}
      />
      <StrongFigure
        label={t("real30", { n: DAYS })}
        value={number(real.now.num)}
        unit={t("cases")}
        change={real.now.num - real.before.num}
        changeWords={number(Math.abs(real.now.num - real.before.num))}
        href={alarmsHref({ conclusion: "real", ...closed })}
        course={real.days.map(({ num }) => num)}
      />
      <RateFigure
        label={t("false30")}
        trend={wrong}
        times={100}
        unit="%"
        decimals={1}
        href={alarmsHref({ kind: "fire", conclusion: "false", ...closed })}
      />
      <RateFigure
        label={t("accept30")}
        trend={accept}
        times={1}
        unit={t("seconds")}
        decimals={1}
        href={alarmsHref({ kind: "fire", ...lastDays })}
      />
    </div>
  );
}

const percent = (now: number, before: number): string =>
  before === 0 ? number(Math.abs(now)) : `${number((Math.abs(now - before) / before) * 100, 1)}%`;

type RateFigureProps = {
  readonly label: string;
  readonly trend: Trend;
  readonly times: number;
  readonly unit: string;
  readonly decimals: number;
  readonly href: string;
};
function RateFigure({ label, trend, times, unit, decimals, href }: RateFigureProps) {
  const [now, before] = [rate(trend.now), rate(trend.before)];
  const change = now !== null && before !== null ? Number(((now - before) * times).toFixed(decimals)) : 0;
  return (
    <StrongFigure
      label={label}
      value={now === null ? "—" : (now * times).toFixed(decimals)}
      unit={now === null ? "" : unit}
      change={change}
      changeWords={number(Math.abs(change), decimals)}
      href={href}
      course={trend.days.map((each) => (rate(each) ?? 0) * times)}
    />
  );
}

type StrongFigureProps = {
  readonly label: string;
  readonly value: string;
  readonly unit: string;
  /** Less is better in all four. */
  readonly change: number;
  readonly changeWords: string;
  readonly href: string;
  readonly course: readonly number[];
};
function StrongFigure({ label, value, unit, change, changeWords, href, course }: StrongFigureProps) {
  return (
    <Go href={href} className="wall-strong-figure">
      <span className="wall-label">{label}</span>
      <span className="wall-strong-value">
        <b className="num">{value}</b>
        <small>{unit}</small>
      </span>
      <span className="wall-below">
        {change === 0 ? (
          <span className="t3">{t("same")}</span>
        ) : (
          <span className={change < 0 ? "ink-met" : "ink-soon"}>
            {change > 0 ? "▲" : "▼"} {changeWords}
          </span>
        )}
        <span className="t3"> {t("versusBefore", { n: DAYS })}</span>
      </span>
      <Course values={weekly(course)} />
    </Go>
  );
}

const SPAN = 3;
/** Means of three days: the direction, not the noise. Pure. */
const weekly = (values: readonly number[]): readonly number[] =>
  Array.from(
    { length: Math.floor(values.length / SPAN) },
    (_, index) => values.slice(index * SPAN, (index + 1) * SPAN).reduce((a, b) => a + b, 0) / SPAN,
  );

function Course({ values }: { readonly values: readonly number[] }) {
  const top = Math.max(1e-9, ...values);
  const at = values.map((value, index) => `${(index / (values.length - 1)) * 100} ${36 - (value / top) * 32}`);
  return (
    <svg className="wall-course" viewBox="0 0 100 40" preserveAspectRatio="none" aria-hidden="true">
      <path d={`M${at.join("L")}L100 40L0 40Z`} className="wall-course-area" />
      <path d={`M${at.join("L")}`} className="wall-course-line" />
    </svg>
  );
}
