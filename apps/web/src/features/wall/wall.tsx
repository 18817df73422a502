/** 驾驶舱大屏: the whole city read from six metres; columns follow the screen's proportions, letters follow its height. */
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useEffect, useSyncExternalStore } from "react";
import { cx } from "../../lib/class.ts";
import { serverNow, useNow } from "../../lib/clock.ts";
import { clock, day, time, weekday } from "../../lib/format.ts";
import { Go } from "../../lib/go.tsx";
import { type Me, useMay, useMe } from "../../lib/session.ts";
import { Icon } from "../../ui/icon.tsx";
import { Loading, Trouble } from "../../ui/state-block.tsx";
import { CityMap } from "./city-map.tsx";
import { CloseUp } from "./close-up.tsx";
import { Connection, Counties } from "./counties.tsx";
import { KindStrip } from "./kind-strip.tsx";
import { CausesPanel, NewsPanel, NowPanel, NuisancePanel, TroublesPanel } from "./lists.tsx";
import { nuisanceQuery, type Trends, unregisteredQuery, useNightlyReload, useTrends, useWallFeed, type Wall, wallQuery } from "./model.ts";
import { Strong } from "./strong.tsx";
import { TodayPanel } from "./today.tsx";
import { TrendPanel } from "./trend.tsx";
import { WatchPanel } from "./watch.tsx";
import { t } from "./words.ts";
import "./frame.css";
import "./panels.css";
import "./maps.css";
import "./narrow.css";

/** Older than four answers: something between here and the data is broken. */
const STALE_MS = 60_000;

export default function WallPage() {
  const me = useMe();
  const now = useNow();
  const wall = useQuery(wallQuery);
  const trends = useTrends(now);
  const columns = useColumns();
  useWallFeed();
  useNightlyReload(serverNow);
  useEffect(() => {
    document.title = t("name");
  }, []);
  const readAt = wall.data ? Date.parse(wall.data.now) : 0;
  const stale = wall.data !== undefined && now - readAt > STALE_MS;
  return (
    <main className={cx("wall", `wall-${columns}`, stale && "wall-stale")} data-theme="wall">
      <Head me={me} now={now} readAt={readAt} stale={stale} />
      {wall.data ? (
        <Body wall={wall.data} trends={trends} columns={columns} />
      ) : wall.isError || wall.failureCount > 1 ? (
        <Trouble error={wall.failureReason ?? wall.error} what={t("name")} onRetry={() => void wall.refetch()} />
      ) : (
        <Loading what={t("name")} />
      )}
    </main>
  );
}

type HeadProps = { readonly me: Me; readonly now: number; readonly readAt: number; readonly stale: boolean };
function Head({ me, now, readAt, stale }: HeadProps) {
  return (
    <header className="wall-head">
      <span className="wall-clock num">{clock(now)}</span>
      <span className="wall-date">
        {day(now)}　{weekday(now)}
      </span>
      <h1>
        <Go href="/work" aria-label={t("leave")} title={t("leave")}>
          <Icon name="mark" size={34} />
        </Go>
        {t("title", { city: me.city.name })}
      </h1>
      <span className="wall-head-end">
        <span>{t("area", { name: me.user.areaName })}</span>
        {readAt > 0 && (
          <span className={stale ? "ink-soon" : undefined} role="status">
            {t(stale ? "stale" : "asOf", { at: time(readAt) })}
          </span>
        )}
        {me.demo && <span className="wall-demo">{t("demo")}</span>}
      </span>
      <svg className="wall-ember" viewBox="0 0 1000 12" preserveAspectRatio="none" aria-hidden="true">
        <path d="M0 2H440l8 8H552l8-8H1000" className="wall-ember-line" />
        <path d="M448 10H552" className="wall-ember-fire" />
      </svg>
    </header>
  );
}

type BodyProps = { readonly wall: Wall; readonly trends: Trends | undefined; readonly columns: Columns };
function Body({ wall, trends, columns }: BodyProps) {
  const may = useMay();
  const nuisance = useQuery(nuisanceQuery).data;
  const unregistered = useQuery({ ...unregisteredQuery, enabled: may("remote-monitoring.claim") }).data ?? null;
  const { fires } = wall;
  const today = <TodayPanel key="today" today={wall.today} />;
  const watch = <WatchPanel key="watch" watch={wall.watch} days={wall.days} />;
  const current = <NowPanel key="now" fires={fires} total={wall.troubles.open.fire ?? fires.length} today={wall.today.fires} />;
  const news = <NewsPanel key="news" news={wall.news} />;
  const troubles = <TroublesPanel key="troubles" troubles={wall.troubles} />;
  const causes = <CausesPanel key="causes" causes={wall.causes} days={wall.days} />;
  const counties = <Counties key="counties" counties={wall.counties} days={wall.days} />;
  const connection = <Connection key="connection" counties={wall.counties} />;
  const often = <NuisancePanel key="nuisance" nuisance={nuisance} />;
  const trend = <TrendPanel key="trend" trends={trends} />;
  // Several fires take the news' place.
  const turn = fires.length === 0 ? [news] : fires.length === 1 ? [current, news] : [current];
  const sides: Readonly<Record<Columns, readonly [left: readonly (readonly ReactNode[])[], right: readonly (readonly ReactNode[])[]]>> = {
    1: [[], [[...turn, today, watch, troubles, counties, causes, often]]],
    2: [[[today, turn[0]]], [[watch, counties]]],
    3: [[[today, ...turn, causes]], [[watch, troubles, often, counties]]],
    5: [
      [
        [today, trend, causes],
        [current, news],
      ],
      [
        [troubles, often],
        [watch, counties, connection],
      ],
    ],
    7: [
      [[today, causes], [current], [news]],
      [
        [troubles, often],
        [watch, connection],
        [counties, trend],
      ],
    ],
  };
  const [left, right] = sides[columns];
  const [first] = fires;
  const closeUp = columns >= 5 && first && first.lon !== null && first.lat !== null && <CloseUp fire={first} at={[first.lon, first.lat]} />;
  return (
    <div className="wall-body">
      {left.map((panels, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: columns are places, not things
        <div key={index} className="wall-column">
          {panels}
        </div>
      ))}
      <section className="wall-middle">
        <Strong trends={trends} />
        <div className={cx("wall-maps", closeUp && "wall-maps-split")}>
          <CityMap wall={wall} />
          {closeUp}
        </div>
        <KindStrip open={wall.troubles.open} windows={wall.troubles.windows} unregistered={unregistered} />
      </section>
      {right.map((panels, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: columns are places, not things
        <div key={index} className="wall-column">
          {panels}
        </div>
      ))}
    </div>
  );
}

/** 1 is a hand-held screen: the same panels below each other, scrolled. */
type Columns = 1 | 2 | 3 | 5 | 7;
const HAND_HELD = 1_024;
const columnsOf = (width: number, aspect: number): Columns =>
  width < HAND_HELD ? 1 : aspect < 1.6 ? 2 : aspect < 2.6 ? 3 : aspect < 4 ? 5 : 7;
const listen = (listener: () => void) => {
  window.addEventListener("resize", listener);
  return () => window.removeEventListener("resize", listener);
};
const useColumns = (): Columns => useSyncExternalStore(listen, () => columnsOf(window.innerWidth, window.innerWidth / window.innerHeight));
