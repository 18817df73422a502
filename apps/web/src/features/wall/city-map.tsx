/** The city in the middle: counties shaded by a figure that exists, units like city lights, open fires as red discs with their names. */

import { useQuery } from "@tanstack/react-query";
import { type RefObject, useEffect, useMemo, useRef, useState } from "react";
import { tokens } from "../../app/theme/theme.ts";
import { type City, cityQuery } from "../../lib/city.ts";
import { dots, fitTo, outline, type Projection } from "../../lib/city-outline.ts";
import { cx } from "../../lib/class.ts";
import { number } from "../../lib/format.ts";
import { Go } from "../../lib/go.tsx";
import { alarmsHref, inArea } from "../../lib/list-href.ts";
import { Icon } from "../../ui/icon.tsx";
import { classLimits, classOf, heartOf, type LabelSize, type Part, placeLabels, ratioOf } from "./geometry.ts";
import { type County, type Fire, lastDays, type Wall } from "./model.ts";
import { t } from "./words.ts";

const HEIGHT = 1_000;
const EDGE = 14;
const MOST_LABELS = 6;
/** Of a label, in letters of its own: its line, its distance from the point (maps.css), the flame and the edges beside its words. */
const LABEL = { line: 1.65, gap: 1.65, besides: 2.9 };

type Drawn = {
  readonly width: number;
  readonly areas: readonly { readonly key: number; readonly name: string; readonly path: string; readonly x: number; readonly y: number }[];
  readonly units: string;
  readonly keyUnits: string;
  readonly project: Projection;
};

/** @param focus a county that fills the picture alone, for those who see no other */
function draw(city: City, focus: number): Drawn | null {
  const features = city.boundary?.features ?? [];
  const counties = features.filter(({ properties }) => properties?.level !== "city");
  const own = counties.filter(({ properties }) => properties?.area === focus);
  const shown = own.length > 0 ? own : counties.length > 0 ? counties : features;
  if (!city.boundary || shown.length === 0) return null;
  const width = HEIGHT * ratioOf(shown.map(({ geometry }) => geometry));
  const project = fitTo({ ...city.boundary, features: shown }, width, HEIGHT);
  const at = (key: boolean) => city.units.filter(([, , kind]) => (kind === "key") === key).map(([lon, lat]) => [lon, lat] as const);
  return {
    width,
    project,
    areas: shown.map(({ geometry, properties }) => {
      const [x, y] = project(heartOf(geometry));
      return {
        key: Number(properties?.area ?? 0),
        name: String(properties?.name ?? ""),
        path: outline(geometry, project),
        x: x / width,
        y: y / HEIGHT,
      };
    }),
    units: dots(at(false), project),
    keyUnits: dots(at(true), project),
  };
}

const COUNTY = 1e9;
/** The county whose streets are compared; none where counties are. */
const countyOf = (key: number): number => (key % COUNTY === 0 ? 0 : Math.floor(key / COUNTY) * COUNTY);

export function CityMap({ wall }: { readonly wall: Wall }) {
  const city = useQuery(cityQuery).data;
  const focus = countyOf(wall.counties[0]?.area ?? 0);
  const drawn = useMemo(() => (city ? draw(city, focus) : null), [city, focus]);
  const labels = useRef<HTMLDivElement>(null);
  if (!drawn) return <div className="wall-map" />;
  const { width, areas, project } = drawn;
  const counties = new Map(wall.counties.map((county) => [county.area, county]));
  // A district's own people compare streets, which the outline does not draw: then the map shows places alone.
  const known = areas.some(({ key }) => counties.has(key));
  const limits = classLimits(wall.counties.map(({ fires }) => fires));
  return (
    <div className="wall-map">
      <div className="wall-map-fit" style={{ aspectRatio: width / HEIGHT, width: `min(100cqw, 100cqh * ${width / HEIGHT})` }}>
        <svg viewBox={`${-EDGE} ${-EDGE} ${width + 2 * EDGE} ${HEIGHT + 3 * EDGE}`} role="img" aria-label={city?.name}>
          <g transform="translate(0 16)" className="wall-map-side">
            {areas.map(({ key, path }) => (
              <path key={key} d={path} />
            ))}
          </g>
          {areas.map(({ key, path, name }) => (
            <path key={key} d={path} className="wall-map-area" fill={shadeOf(counties.get(key), limits)}>
              <title>{name}</title>
            </path>
          ))}
          <path d={drawn.units} className="wall-map-units" />
          <path d={drawn.keyUnits} className="wall-map-keys" />
        </svg>
        <div ref={labels} className="wall-map-labels">
          {areas.map(({ key, name, x, y }) => (
            <Go
              key={key}
              href={alarmsHref({ kind: "fire", ...lastDays, ...inArea(key) })}
              className="wall-map-name"
              style={{ left: `${x * 100}%`, top: `${y * 100}%` }}
            >
              {name}
              {known && <b className="num">{number(counties.get(key)?.fires ?? 0)}</b>}
            </Go>
          ))}
          <Fires fires={wall.fires} project={project} width={width} labels={labels} />
        </div>
      </div>
      {known && <Legend limits={limits} days={wall.days} />}
      <ul className="wall-map-key">
        <li>
          <i className="wall-disc" />
          {t("onFire")}
        </li>
        <li>
          <i className="wall-light wall-light-key" />
          {t("keyUnit")}
        </li>
        <li>
          <i className="wall-light" />
          {t("unit")}
        </li>
      </ul>
    </div>
  );
}

const shadeOf = (county: County | undefined, limits: readonly number[]): string =>
  tokens.wallIndexRamp[classOf(county?.fires ?? 0, limits)] ?? tokens.wallIndexRamp[0] ?? "";

/** What labels must know of the drawn map: how large a letter is on it, and where the names of counties stand. */
type Measured = { readonly size: LabelSize; readonly names: readonly Part[] };

/** A Chinese sign is one letter wide, a figure or Latin letter a little more than half. */
const lettersOf = (text: string): number => [...text].reduce((sum, sign) => sum + (sign.charCodeAt(0) > 0x2e80 ? 1 : 0.58), 0);

function measure(box: HTMLElement): Measured {
  const all = box.getBoundingClientRect();
  const letter = Number.parseFloat(getComputedStyle(box).fontSize) || 1;
  const names = [...box.querySelectorAll(".wall-map-name")].map((name): Part => {
    const { left, right, top, bottom } = name.getBoundingClientRect();
    return {
      left: (left - all.left) / all.width,
      right: (right - all.left) / all.width,
      top: (top - all.top) / all.height,
      bottom: (bottom - all.top) / all.height,
    };
  });
  const widthOf = (text: string) => ((lettersOf(text) + LABEL.besides) * letter) / all.width;
  return { size: { height: (LABEL.line * letter) / all.height, gap: (LABEL.gap * letter) / all.width, widthOf }, names };
}

/** Measured when drawn, and again with every other size of the wall. */
function useMeasured(labels: RefObject<HTMLDivElement | null>): Measured | null {
  const [measured, setMeasured] = useState<Measured | null>(null);
  useEffect(() => {
    const box = labels.current; // there only now: the box is drawn round this part of it
    if (!box) return;
    const observer = new ResizeObserver(() => setMeasured(measure(box)));
    observer.observe(box);
    return () => observer.disconnect();
  }, [labels]);
  return measured;
}

type FiresProps = {
  readonly fires: readonly Fire[];
  readonly project: Projection;
  readonly width: number;
  readonly labels: RefObject<HTMLDivElement | null>;
};
function Fires({ fires, project, width, labels: box }: FiresProps) {
  const measured = useMeasured(box);
  const placed = fires.flatMap((fire) => {
    if (fire.lon === null || fire.lat === null) return [];
    const [x, y] = project([fire.lon, fire.lat]);
    return [{ fire, x: x / width, y: y / HEIGHT }];
  });
  // One label a unit, however many of its zones report.
  const units = placed.filter(({ fire }, index) => placed.findIndex((each) => each.fire.unit === fire.unit) === index);
  const ofUnit = (unit: string) => fires.filter((fire) => fire.unit === unit).length;
  const textOf = (fire: Fire) => `${fire.unitName} ${ofUnit(fire.unit) > 1 ? t("nowCount", { n: ofUnit(fire.unit) }) : fire.stateLabel}`;
  const toLabel = units.slice(0, MOST_LABELS).map((each) => ({ ...each, text: textOf(each.fire) }));
  const labels = measured ? placeLabels(toLabel, measured.size, measured.names) : [];
  return (
    <>
      {placed.map(({ fire, x, y }) => (
        <i key={fire.id} className="wall-alarm" style={{ left: `${x * 100}%`, top: `${y * 100}%` }} />
      ))}
      {labels.map(({ item: { fire, text }, x, labelY, side }) => (
        <Go
          key={fire.id}
          href={`/duty?alarm=${fire.id}`}
          className={cx("wall-alarm-label", side === "west" && "wall-label-west")}
          style={{ left: `${x * 100}%`, top: `${labelY * 100}%` }}
        >
          <Icon name="flame" size={16} solid />
          {text}
        </Go>
      ))}
      {measured && units.length > labels.length && (
        <span className="wall-alarm-more">{t("more", { n: units.length - labels.length })}</span>
      )}
    </>
  );
}

function Legend({ limits, days }: { readonly limits: readonly number[]; readonly days: number }) {
  const words = [...limits.map((limit, index) => (index === 0 ? `< ${limit}` : `${limits[index - 1]}–${limit - 1}`)), `≥ ${limits.at(-1)}`];
  return (
    <div className="wall-legend">
      <span>{t("legend", { n: days })}</span>
      {words.toReversed().map((word, index) => (
        <span key={word}>
          <i style={{ background: tokens.wallIndexRamp[words.length - 1 - index] }} />
          {word}
        </span>
      ))}
    </div>
  );
}
