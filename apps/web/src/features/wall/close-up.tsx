/** 周边: the surroundings of the fire in front, true to scale, from what the registers know, on the office's base map where there is one. */
import { useQuery } from "@tanstack/react-query";
import { cityQuery } from "../../lib/city.ts";
import { cx } from "../../lib/class.ts";
import { Go } from "../../lib/go.tsx";
import { useGrounds } from "../../lib/grounds.ts";
import { Icon } from "../../ui/icon.tsx";
import { MapPane } from "../../ui/map.tsx";
import { metresFrom, placeLabels } from "./geometry.ts";
import { type Fire, type Near, nearQuery } from "./model.ts";
import { t } from "./words.ts";

/** Half the height of the picture. */
const REACH_M = 800;
const RINGS = [250, 500, 750] as const;
const icons: Readonly<Record<string, string>> = { micro: "home", station: "truck", hydrant: "hydrant" };

export type CloseUpProps = { readonly fire: Fire; readonly at: readonly [lon: number, lat: number] };
/** Labels stand east of their points; none is wider than half the picture. */
const LABEL = { height: 0.06, gap: 0, widthOf: () => 0.5, eastOnly: true };

export function CloseUp({ fire, at }: CloseUpProps) {
  const near = useQuery(nearQuery(fire.id)).data ?? [];
  const city = useQuery(cityQuery).data;
  const grounds = useGrounds();
  const part = (lon: number, lat: number) => {
    const [east, north] = metresFrom(at, [lon, lat]);
    return { east, north, x: 0.5 + east / (2 * REACH_M), y: 0.5 - north / (2 * REACH_M) };
  };
  const lights = (city?.units ?? [])
    .map(([lon, lat, kind]) => ({ kind, ...part(lon, lat) }))
    .filter(({ x, y }) => x > -0.6 && x < 1.6 && y > 0 && y < 1);
  const stations = near
    .map((each) => ({ each, ...part(each.lon, each.lat) }))
    .filter(({ x, y }) => x > -0.4 && x < 1.4 && y > 0.04 && y < 0.96);
  // The alarm's own label is placed first: the others keep clear of it.
  const alarm = { each: null, x: 0.5, y: 0.5, text: "" };
  const others = stations
    .filter(({ each }) => each.as !== "hydrant" && each.straightM > 0)
    .map((station) => ({ ...station, text: station.each.title }));
  const named = placeLabels([alarm, ...others], LABEL);
  return (
    <div className="wall-close">
      {grounds?.dark && (
        <div className="wall-close-ground">
          <MapPane
            grounds={grounds}
            theme="wall"
            view={{ center: at, metres: 2 * REACH_M }}
            edge={0}
            controls={false}
            label={t("ground")}
          />
        </div>
      )}
      <p className="wall-close-title">{t("around", { name: fire.unitName, m: REACH_M })}</p>
      <div className="wall-close-fit">
        <svg viewBox="-1000 -1000 2000 2000" aria-hidden="true">
          {RINGS.map((ring) => (
            <circle key={ring} r={(ring / REACH_M) * 1_000} className="wall-ring" />
          ))}
          {lights.map(({ x, y, kind }) => (
            <circle
              key={`${x}${y}`}
              cx={(x - 0.5) * 2_000}
              cy={(y - 0.5) * 2_000}
              r={kind === "key" ? 9 : 5}
              className={cx("wall-near-unit", kind === "key" && "wall-near-key")}
            />
          ))}
        </svg>
        {RINGS.map((ring) => (
          <span key={ring} className="wall-ring-label num" style={{ left: "50%", top: `${50 - (ring / REACH_M) * 50}%` }}>
            {t("ring", { m: ring })}
          </span>
        ))}
        {stations.map(({ each, x, y }) => (
          <i key={each.id} className={cx("wall-near", `wall-near-${each.as}`)} style={{ left: `${x * 100}%`, top: `${y * 100}%` }}>
            <Icon name={icons[each.as] ?? "pin"} size={18} solid />
          </i>
        ))}
        {named.map(({ item: { each }, x, labelY }) =>
          each ? (
            <span key={each.id} className="wall-near-label" style={{ left: `${x * 100}%`, top: `${labelY * 100}%` }}>
              {each.title} {t("straight", { m: distance(each) })}
            </span>
          ) : (
            <Go key="alarm" href={`/duty?alarm=${fire.id}`} className="wall-alarm-label" style={{ left: "50%", top: `${labelY * 100}%` }}>
              <Icon name="flame" size={16} solid />
              {fire.unitName} {fire.placeWords}
            </Go>
          ),
        )}
        <i className="wall-alarm" style={{ left: "50%", top: "50%" }} />
      </div>
    </div>
  );
}

const distance = ({ straightM }: Near): string => (straightM < 1_000 ? `${straightM} m` : `${(straightM / 1_000).toFixed(1)} km`);
