/** The wall's lists: the present fire with its lines, what happened last, what is out of order, why alarms were false, which points keep raising them. */

import { useQuery } from "@tanstack/react-query";
import { meaningOf } from "../../lib/alarm-kinds.ts";
import { cx } from "../../lib/class.ts";
import { useNow } from "../../lib/clock.ts";
import { clock, number, running, time } from "../../lib/format.ts";
import { Go } from "../../lib/go.tsx";
import { alarmsHref } from "../../lib/list-href.ts";
import { useChoiceWords } from "../../lib/schema.ts";
import { type Fire, lastDays, type News, type Nuisance, type Wall } from "./model.ts";
import { WallPanel } from "./panel.tsx";
import { t } from "./words.ts";

const MOST_ROWS = 10;

type NowPanelProps = {
  readonly fires: readonly Fire[];
  /** All open fires; `fires` are the first of them. */
  readonly total: number;
  readonly today: number;
};
const MOST_OTHERS = 4;

export function NowPanel({ fires, total, today }: NowPanelProps) {
  const now = useNow();
  const [first, ...others] = fires;
  if (!first)
    return (
      <WallPanel title={t("now")} className="wall-now">
        <p className="wall-quiet">{t("quiet")}</p>
        {today > 0 && <p className="wall-note">{t("quietMore", { n: number(today) })}</p>}
      </WallPanel>
    );
  return (
    <WallPanel title={t("now")} aside={t("nowCount", { n: total })} className="wall-now">
      <Go href={`/duty?alarm=${first.id}`} className="wall-fire">
        <span className="wall-fire-chip">{t(first.grade === "raised" ? "raised" : "fire")}</span>
        <b className="truncate">{first.unitName}</b>
        <span className="wall-running num">{running((now - Date.parse(first.openedAt)) / 1000)}</span>
        <span className="wall-fire-place truncate">
          {first.placeWords}　{first.stateLabel}
        </span>
      </Go>
      <ol className="wall-lines">
        {first.lines.slice(0, MOST_ROWS).map((line) => (
          <li key={`${line.at}${line.text}`} className={cx(line.kind === "device" ? "is-fire" : "is-linkage")}>
            <span className="num">{clock(line.at)}</span>
            <i className="dot" />
            <span className="truncate">{line.text}</span>
          </li>
        ))}
      </ol>
      {others.slice(0, MOST_OTHERS).map((fire) => (
        <Go key={fire.id} href={`/duty?alarm=${fire.id}`} className="wall-fire wall-fire-next">
          <b>
            {fire.unitName} {fire.placeWords}
          </b>
          <span className="t2">{fire.stateLabel}</span>
          <span className="wall-running num">{running((now - Date.parse(fire.openedAt)) / 1000)}</span>
        </Go>
      ))}
      {total - 1 > MOST_OTHERS && <p className="wall-note">{t("more", { n: total - 1 - MOST_OTHERS })}</p>}
    </WallPanel>
  );
}

const newsWord = ({ what, kind, conclusion }: News): string => {
  if (what === "opened") return t(`k_${kind}`);
  if (what === "accepted") return t("n_accepted");
  if (what === "confirmed") return t("n_confirmed");
  const ends = ["real", "false", "test", "operation", "restored", "settled"] as const;
  const end = ends.find((each) => each === conclusion);
  return end ? t(`c_${end}`) : t("c_settled");
};
const newsInk = ({ what, kind, conclusion }: News): string => {
  if (what === "confirmed" || conclusion === "real") return "ink-fire";
  if (what === "opened") return `ink-${meaningOf[kind]}`;
  return what === "closed" ? "ink-met" : "ink-primary";
};

export function NewsPanel({ news }: { readonly news: readonly News[] }) {
  return (
    <WallPanel title={t("news")} aside={t("newsSpan")} className="wall-rows wall-news">
      {news.slice(0, MOST_ROWS).map((each) => (
        <Go key={`${each.id}${each.what}`} href={`/remote-monitoring/alarm?open=${each.id}`} className="wall-item">
          <span className="num t2">{time(each.at)}</span>
          <span className={newsInk(each)}>{newsWord(each)}</span>
          <span className="truncate">
            {each.unitName} {each.placeWords}
          </span>
        </Go>
      ))}
      {news.length === 0 && <p className="wall-quiet">{t("noneYet")}</p>}
    </WallPanel>
  );
}

/** 3 天, 5 小时, 12 分: how long it has been out of order, read from afar. */
function since(at: string, now: number): string {
  const minutes = Math.max(0, Math.floor((now - Date.parse(at)) / 60_000));
  if (minutes >= 1_440) return t("days", { n: Math.floor(minutes / 1_440) });
  return minutes >= 60 ? t("hours", { n: Math.floor(minutes / 60) }) : t("minutes", { n: minutes });
}

export function TroublesPanel({ troubles }: { readonly troubles: Wall["troubles"] }) {
  const now = useNow();
  const open = (troubles.open.fault ?? 0) + (troubles.open.offline ?? 0) + (troubles.open.shield ?? 0);
  return (
    <WallPanel title={t("troubles")} aside={t("troubleCount", { n: number(open) })} className="wall-rows wall-troubles">
      {troubles.rows.map((row) => (
        <Go key={row.id} href={`/remote-monitoring/alarm?open=${row.id}`} className="wall-item">
          <span className={`ink-${meaningOf[row.kind]}`}>{t(`k_${row.kind}`)}</span>
          <span className="truncate">
            {row.unitName} {row.placeWords}
          </span>
          <span className="wall-item-end num">
            {row.isRepairing && <small className="t2">{t("repairing")}</small>} {since(row.openedAt, now)}
          </span>
        </Go>
      ))}
      {troubles.rows.length === 0 && <p className="wall-quiet">{t("noneYet")}</p>}
    </WallPanel>
  );
}

export function CausesPanel({ causes, days }: { readonly causes: Wall["causes"]; readonly days: number }) {
  const wordOf = useChoiceWords("remote-monitoring/alarm", "cause");
  const most = Math.max(1, ...causes.map(({ n }) => n));
  return (
    <WallPanel title={t("causes")} aside={t("lastDays", { n: days })} className="wall-rows wall-causes">
      {causes.map(({ cause, n }) => (
        <Go key={cause} href={alarmsHref({ kind: "fire", conclusion: "false", cause, ...lastDays })} className="wall-cause">
          <span>{wordOf(cause)}</span>
          <span className="wall-bar">
            <i style={{ width: `${(n / most) * 100}%` }} />
          </span>
          <b className="num">{number(n)}</b>
        </Go>
      ))}
      {causes.length === 0 && <p className="wall-quiet">{t("noneYet")}</p>}
    </WallPanel>
  );
}

export function NuisancePanel({ nuisance }: { readonly nuisance: Nuisance | undefined }) {
  return (
    <WallPanel
      title={t("nuisance")}
      aside={nuisance && t("nuisanceRule", { days: nuisance.days, times: nuisance.times })}
      className="wall-rows wall-nuisance"
    >
      {nuisance?.rows.slice(0, MOST_ROWS).map((row) => (
        <Go
          key={[row.address, row.systemType, row.systemAddress, row.componentAddress].join("/")}
          href={alarmsHref({ conclusion: "false", address: row.address, componentAddress: row.componentAddress })}
          className="wall-item"
        >
          <span className="num ink-soon">{t("nowCount", { n: row.falseAlarms })}</span>
          <span className="truncate">
            {row.unitName} {row.placeWords}
          </span>
        </Go>
      ))}
      {nuisance?.rows.length === 0 && <p className="wall-quiet">{t("noneYet")}</p>}
    </WallPanel>
  );
}
