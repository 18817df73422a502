/** 今日警情: received, real, time to accept, and each hour beside yesterday's. */

import type { ReactNode } from "react";
import { number } from "../../lib/format.ts";
import { Go } from "../../lib/go.tsx";
import { alarmsHref } from "../../lib/list-href.ts";
import type { Hour, Wall } from "./model.ts";
import { WallPanel } from "./panel.tsx";
import { t } from "./words.ts";

const TODAY = { openedAt: { from: "today" } } as const;

export function TodayPanel({ today }: { readonly today: Wall["today"] }) {
  const { before } = today;
  const both = today.acceptSeconds !== null && before.acceptSeconds !== null;
  return (
    <WallPanel title={t("today")} aside={t("versusYesterday")} className="wall-today">
      <div className="wall-figures">
        <WallFigure
          label={t("received")}
          value={number(today.fires)}
          unit={t("times")}
          href={alarmsHref({ kind: "fire", ...TODAY })}
          below={<Against value={today.fires - before.fires} />}
        />
        <WallFigure
          label={t("real")}
          value={number(today.real)}
          unit={t("cases")}
          fire={today.real > 0}
          href={alarmsHref({ conclusion: "real", ...TODAY })}
          below={<Against value={today.real - before.real} />}
        />
        <WallFigure
          label={t("accept")}
          value={today.acceptSeconds === null ? "—" : number(today.acceptSeconds, 0)}
          unit={today.acceptSeconds === null ? "" : t("seconds")}
          href={alarmsHref({ kind: "fire", ...TODAY, acceptedAt: { set: true } })}
          below={both && <Against value={Math.round((today.acceptSeconds ?? 0) - (before.acceptSeconds ?? 0))} unit={t("seconds")} />}
        />
      </div>
      <Hours hours={today.hours} />
    </WallPanel>
  );
}

type WallFigureProps = {
  readonly label: string;
  readonly value: string;
  readonly unit: string;
  readonly href: string;
  readonly fire?: boolean;
  readonly below?: ReactNode;
};
export function WallFigure({ label, value, unit, href, fire = false, below }: WallFigureProps) {
  return (
    <Go href={href} className="wall-figure">
      <span className="wall-label">{label}</span>
      <span className={fire ? "ink-fire" : undefined}>
        <b className="num">{value}</b>
        <small>{unit}</small>
      </span>
      <span className="wall-below">{below}</span>
    </Go>
  );
}

/** Fewer and quicker is good in all of these. */
export function Against({ value, unit = "" }: { readonly value: number; readonly unit?: string }) {
  if (value === 0) return <span className="t3">{t("same")}</span>;
  return (
    <span className={value < 0 ? "ink-met" : "ink-soon"}>
      {value > 0 ? "▲" : "▼"} {number(Math.abs(value), 1)}
      {unit && ` ${unit}`}
    </span>
  );
}

const STEP = 6;
function Hours({ hours }: { readonly hours: readonly Hour[] }) {
  const most = Math.max(4, ...hours.map(({ fires, before }) => Math.max(fires, before)));
  const top = Math.ceil(most / 2) * 2;
  const part = (n: number) => `${(n / top) * 100}%`;
  return (
    <div className="wall-hours">
      <span className="wall-hours-top num">{top}</span>
      <span className="wall-hours-half num">{top / 2}</span>
      <div className="wall-hours-bars" role="img" aria-label={hours.map(({ hour, fires }) => `${hour}:00 ${fires}`).join("，")}>
        {hours.map(({ hour, fires, real, before }) => (
          <span key={hour}>
            {before > 0 && <i className="wall-hour-before" style={{ height: part(before) }} />}
            <i className="wall-hour" style={{ height: part(fires) }} />
            {real > 0 && <i className="wall-hour-real" style={{ height: part(real), bottom: part(fires - real) }} />}
          </span>
        ))}
      </div>
      <div className="wall-hours-axis num">
        {hours
          .filter(({ hour }) => hour % STEP === 0)
          .map(({ hour }) => (
            <span key={hour}>{t("hour", { n: hour })}</span>
          ))}
      </div>
    </div>
  );
}
