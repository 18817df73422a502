/** The map: a base map where the office imported one, and always readable with nothing but boundaries. Colours are those of the theme. */
import type { GeoJSONSource, LayerSpecification, StyleSpecification } from "maplibre-gl";
import { type Theme, tokens } from "../../app/theme/theme.ts";
import { groundLayers, groundSource } from "./ground.ts";
import type { Ground, LonLat, MapArea, MapGeometry, MapLine, MapPoints } from "./types.ts";

const ramp = (theme: Theme): readonly string[] => {
  if (theme === "wall") return tokens.wallIndexRamp;
  const { index1, index2, index3, index4, index5 } = tokens.semantic[theme];
  return [index1, index2, index3, index4, index5];
};

/** MapLibre's own GeoJSON asks for mutable arrays; ours are read-only and it does not write them. */
export type MapData = Parameters<GeoJSONSource["setData"]>[0];
const collection = (features: readonly unknown[]): MapData => ({ type: "FeatureCollection", features }) as MapData;

export const areaData = (areas: readonly MapArea[]) =>
  collection(areas.map(({ id, name, geometry, level }) => ({ type: "Feature", geometry, properties: { id, name, level: level ?? 0 } })));
/** One name an area, at the middle of its largest ring, however many pieces it has. */
export const nameData = (areas: readonly MapArea[]) =>
  collection(
    areas.map(({ name, geometry }) => ({
      type: "Feature",
      geometry: { type: "Point", coordinates: middleOf(geometry) },
      properties: { name },
    })),
  );

/** The area's centre of gravity, by the shoelace sum over its largest ring. */
function middleOf(geometry: MapGeometry): LonLat {
  const rings =
    geometry.type === "Polygon" ? geometry.coordinates.slice(0, 1) : geometry.coordinates.flatMap((polygon) => polygon.slice(0, 1));
  const weighed = rings.map(weigh).sort((a, b) => Math.abs(b.doubleArea) - Math.abs(a.doubleArea))[0];
  return weighed ? [weighed.x / (3 * weighed.doubleArea), weighed.y / (3 * weighed.doubleArea)] : [0, 0];
}

function weigh(ring: readonly LonLat[]): { readonly doubleArea: number; readonly x: number; readonly y: number } {
  let [doubleArea, x, y] = [0, 0, 0];
  ring.forEach(([x0, y0], index) => {
    const [x1, y1] = ring[index + 1] ?? ring[0] ?? [x0, y0];
    const cross = x0 * y1 - x1 * y0;
    doubleArea += cross;
    x += (x0 + x1) * cross;
    y += (y0 + y1) * cross;
  });
  return { doubleArea, x, y };
}

export const pointData = (points: MapPoints) =>
  collection(
    points.map(([lon, lat, id, title, tone]) => ({
      type: "Feature",
      geometry: { type: "Point", coordinates: [lon, lat] },
      properties: { id, title, tone: tone ?? "" },
    })),
  );
export const lineData = (lines: readonly MapLine[]) =>
  collection(
    lines.map(({ id, path, kind }) => ({ type: "Feature", geometry: { type: "LineString", coordinates: path }, properties: { id, kind } })),
  );

const EMPTY = collection([]);
const OUTLINE_PX = 0.75;
const LABEL_FONT = ["Noto Sans Regular"];

/** Names of single points, from here on nearer. */
const NAMES_ZOOM = 13;

type Circle = Extract<LayerSpecification, { readonly type: "circle" }>;
type Symbols = Extract<LayerSpecification, { readonly type: "symbol" }>;

function dotPaint(theme: Theme): NonNullable<Circle["paint"]> {
  const { fire, overdue, soon, fault, offline, ok, linkage } = tokens.semantic[theme];
  const tones = { fire, overdue, soon, fault, offline, ok, linkage };
  return {
    ...plainDot(theme),
    "circle-color": ["match", ["get", "tone"], ...Object.entries(tones).flat(), dotColour(theme)] as never,
  };
}

const dotColour = (theme: Theme): string => (theme === "wall" ? tokens.map.wall.unit : tokens.semantic[theme].primary);
const plainDot = (theme: Theme): NonNullable<Circle["paint"]> => ({
  "circle-radius": ["interpolate", ["linear"], ["zoom"], 7, 1.6, 11, 3.5, 15, 6],
  "circle-color": dotColour(theme),
  "circle-stroke-width": ["interpolate", ["linear"], ["zoom"], 10, 0, 12, 1.2],
  "circle-stroke-color": tokens.map[theme].halo,
});

const nameLooks = (theme: Theme): Pick<Symbols, "layout" | "paint"> => ({
  layout: {
    "text-field": ["get", "title"],
    "text-size": 12,
    "text-font": LABEL_FONT,
    "text-offset": [0, 1.1],
    "text-anchor": "top",
    "text-max-width": 12,
  },
  paint: { "text-color": tokens.map[theme].label, "text-halo-color": tokens.map[theme].halo, "text-halo-width": 1.2 },
});

/** A crowd's dots, all alike, and nearer its names; its tiles come from the server. */
export function crowdLayers(theme: Theme): readonly (Circle | Symbols)[] {
  const from = { source: "crowd", "source-layer": "points" };
  return [
    { id: "crowd-dots", type: "circle", ...from, paint: plainDot(theme) },
    { id: "crowd-names", type: "symbol", ...from, minzoom: NAMES_ZOOM, ...nameLooks(theme) },
  ];
}

/** Land, base map, choropleth, lines of approach, dots; below zoom 11 dots without names. */
export function baseStyle(theme: Theme, ground: Ground | null): StyleSpecification {
  const map = tokens.map[theme];
  const colour = tokens.semantic[theme];
  const [one, two, three, four, five] = ramp(theme);
  const source = { type: "geojson", data: EMPTY } as StyleSpecification["sources"][string];
  // Half a boundary's width: finer corners would be drawn and not seen.
  const outlines = { ...source, tolerance: OUTLINE_PX } as StyleSpecification["sources"][string];
  const beneath = ground ? groundLayers(ground, theme) : { ground: [], names: [] };
  return {
    version: 8,
    sources: {
      ...(ground ? { ground: groundSource(ground, globalThis.location.origin) } : {}),
      ...{ areas: outlines, names: source, points: source, lines: source },
    },
    layers: [
      { id: "outside", type: "background", paint: { "background-color": map.outside } },
      { id: "land", type: "fill", source: "areas", paint: { "fill-color": map.land, "fill-antialias": false } },
      ...beneath.ground,
      {
        id: "index",
        type: "fill",
        source: "areas",
        filter: [">", ["get", "level"], 0],
        paint: {
          "fill-opacity": ground ? 0.6 : 1,
          "fill-color": [
            "match",
            ["get", "level"],
            1,
            one ?? map.land,
            2,
            two ?? map.land,
            3,
            three ?? map.land,
            4,
            four ?? map.land,
            5,
            five ?? map.land,
            map.land,
          ],
        },
      },
      { id: "boundary", type: "line", source: "areas", paint: { "line-color": map.boundary, "line-width": 1 } },
      ...beneath.names,
      {
        id: "lines",
        type: "line",
        source: "lines",
        layout: { "line-cap": "round", "line-join": "round" },
        filter: ["==", ["get", "kind"], "approach"],
        paint: { "line-color": colour.primary, "line-width": 4 },
      },
      {
        id: "rivals",
        type: "line",
        source: "lines",
        filter: ["==", ["get", "kind"], "rival"],
        paint: { "line-color": colour.offline, "line-width": 2, "line-dasharray": [2, 2] },
      },
      { id: "dots", type: "circle", source: "points", paint: dotPaint(theme) },
      {
        id: "chosen",
        type: "circle",
        source: "points",
        filter: ["==", ["get", "id"], ""],
        paint: { "circle-radius": 9, "circle-color": colour.primary, "circle-stroke-width": 3, "circle-stroke-color": map.halo },
      },
      {
        id: "area-names",
        type: "symbol",
        source: "names",
        maxzoom: 12,
        layout: { "text-field": ["get", "name"], "text-size": 13, "text-font": LABEL_FONT },
        paint: { "text-color": map.label, "text-halo-color": map.halo, "text-halo-width": 1.4 },
      },
      { id: "point-names", type: "symbol", source: "points", minzoom: NAMES_ZOOM, ...nameLooks(theme) },
    ],
  };
}
