/** 火警走势: fires each day of the period, the real ones in red on the same axis. */

import { number } from "../../lib/format.ts";
import { Go } from "../../lib/go.tsx";
import { alarmsHref } from "../../lib/list-href.ts";
import { DAYS, type Trends } from "./model.ts";
import { WallPanel } from "./panel.tsx";
import { t } from "./words.ts";

export function TrendPanel({ trends }: { readonly trends: Trends | undefined }) {
  const days = trends?.real.days ?? [];
  const top = Math.max(4, ...days.map(({ den }) => den));
  return (
    <WallPanel title={t("trendTitle")} aside={t("lastDays", { n: DAYS })} className="wall-trend">
      <div className="wall-days">
        {days.map(({ day, den, num }) => (
          <Go key={day} href={alarmsHref({ kind: "fire", closedAt: { from: day, to: day } })} title={`${day} ${number(den)}`}>
            <i className="wall-hour" style={{ height: `${(den / top) * 100}%` }} />
            {num > 0 && (
              <i className="wall-hour-real" style={{ height: `${(num / top) * 100}%`, bottom: `${((den - num) / top) * 100}%` }} />
            )}
          </Go>
        ))}
      </div>
      <div className="wall-days-axis num">
        <span>{days[0]?.day.slice(5).replace("-", "/")}</span>
        <span>{days[Math.floor(days.length / 2)]?.day.slice(5).replace("-", "/")}</span>
        <span>{days.at(-1)?.day.slice(5).replace("-", "/")}</span>
      </div>
    </WallPanel>
  );
}
