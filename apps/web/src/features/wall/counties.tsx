/** 县（市、区）比较: fires as bars from zero, the false share beside them; small counts say so. */

import { number } from "../../lib/format.ts";
import { Go } from "../../lib/go.tsx";
import { alarmsHref, devicesHref, inArea } from "../../lib/list-href.ts";
import { type County, lastDays } from "./model.ts";
import { WallPanel } from "./panel.tsx";
import { t } from "./words.ts";

/** Below this many concluded alarms a rate says little. */
const FEW = 10;
const MOST = 10;

/** Tree keys of counties end in nine zeros. */
const isStreets = ([first]: readonly County[]): boolean => first !== undefined && first.area % 1e9 !== 0;

export function Counties({ counties, days }: { readonly counties: readonly County[]; readonly days: number }) {
  const most = Math.max(1, ...counties.map((county) => county.fires));
  return (
    <WallPanel
      title={t(isStreets(counties) ? "streets" : "counties")}
      aside={t("countiesOf", { n: days })}
      className="wall-rows wall-counties"
    >
      {counties.slice(0, MOST).map((county, index) => (
        <Go key={county.area} href={alarmsHref({ kind: "fire", ...lastDays, ...inArea(county.area) })} className="wall-county">
          <span className="num t3">{index + 1}</span>
          <span>{county.name}</span>
          <span className="wall-bar">
            <i style={{ width: `${(county.fires / most) * 100}%` }} />
          </span>
          <b className="num">{number(county.fires)}</b>
          <span className="wall-county-share num">
            {county.concluded === 0 ? "—" : county.concluded < FEW ? t("small") : `${Math.round((county.false / county.concluded) * 100)}%`}
          </span>
        </Go>
      ))}
    </WallPanel>
  );
}

/** Connected devices of each county, those online filled in; its open faults beside them. */
export function Connection({ counties }: { readonly counties: readonly County[] }) {
  const most = Math.max(1, ...counties.map(({ devices }) => devices));
  return (
    <WallPanel title={t("connection")} aside={t("nowOpen")} className="wall-rows wall-connection">
      {counties.map((county) => (
        <Go key={county.area} href={devicesHref(inArea(county.area))} className="wall-county">
          <span />
          <span>{county.name}</span>
          <span className="wall-bar">
            <u style={{ width: `${(county.devices / most) * 100}%` }} />
            <i style={{ width: `${(county.online / most) * 100}%` }} />
          </span>
          <b className="num">{number(county.online)}</b>
          <span className="wall-county-share num">
            <span className={county.faults > 0 ? "ink-fault" : undefined}>
              {t("k_fault")} {number(county.faults)}
            </span>
          </span>
        </Go>
      ))}
    </WallPanel>
  );
}
