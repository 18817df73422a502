import {
  type GeoJSONSource,
  type Map as MapLibre,
  Map as MapLibreMap,
  Marker,
  NavigationControl,
  ScaleControl,
  setWorkerUrl,
} from "maplibre-gl";
import "maplibre-gl/dist/maplibre-gl.css";
import workerUrl from "maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url";
import { useEffect, useRef, useState } from "react";
import { useTheme } from "../../app/theme/preferences.ts";
import { tokens } from "../../app/theme/theme.ts";
import { messages } from "../../lib/i18n.ts";
import sprite from "../icons.svg";
import { StateBlock } from "../state-block.tsx";
import { areaData, baseStyle, lineData, type MapData, nameData, pointData } from "./style.ts";
import type { Bounds, LonLat, MapArea, MapMark, MapProps } from "./types.ts";

setWorkerUrl(workerUrl);

/** One empty list for all that was not given: its identity never changes, so nothing is drawn anew for it. */
const NONE: readonly never[] = [];

const t = messages(
  {
    noGl: "这台电脑画不了地图",
    noGlHint: "浏览器没有 WebGL。列表和其余内容照常使用。",
    map: "地图",
    zoomIn: "放大",
    zoomOut: "缩小",
  },
  {
    noGl: "This computer cannot draw the map",
    noGlHint: "The browser has no WebGL. Everything else works.",
    map: "Map",
    zoomIn: "Zoom in",
    zoomOut: "Zoom out",
  },
);

/** Bounds of a whole city from its areas, [west, south, east, north]. */
export function boundsOf(areas: readonly MapArea[]): Bounds | null {
  let [west, south, east, north] = [180, 90, -180, -90];
  for (const { geometry } of areas) {
    const rings = geometry.type === "Polygon" ? geometry.coordinates : geometry.coordinates.flat();
    for (const ring of rings)
      for (const [lon, lat] of ring) {
        west = Math.min(west, lon);
        south = Math.min(south, lat);
        east = Math.max(east, lon);
        north = Math.max(north, lat);
      }
  }
  return west < east ? [west, south, east, north] : null;
}

/** A square of so many metres across round a place. */
const around = ([lon, lat]: LonLat, metres: number): Bounds => {
  const dLat = metres / 2 / 111_320;
  const dLon = dLat / Math.cos((lat * Math.PI) / 180);
  return [lon - dLon, lat - dLat, lon + dLon, lat + dLat];
};

const asBox = ([west, south, east, north]: Bounds): [number, number, number, number] => [west, south, east, north];

export default function MapView(props: MapProps) {
  const { areas = NONE, points = NONE, marks = NONE, lines = NONE, view, chosen, controls = true, note, label } = props;
  const theme = useTheme();
  const box = useRef<HTMLDivElement>(null);
  const latest = useRef(props);
  latest.current = props;
  const drawn = useRef(theme);
  const [map, setMap] = useState<MapLibre | null>(null);
  const [broken, setBroken] = useState(false);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a map is made once; what it shows is set below
  useEffect(() => {
    if (!box.current) return;
    let made: MapLibre;
    try {
      made = new MapLibreMap({
        container: box.current,
        style: baseStyle(theme),
        attributionControl: false,
        localIdeographFontFamily: tokens.font.text,
        dragRotate: false,
        pitchWithRotate: false,
        fadeDuration: 0,
        locale: { "Map.Title": t("map"), "NavigationControl.ZoomIn": t("zoomIn"), "NavigationControl.ZoomOut": t("zoomOut") },
        ...firstView(latest.current),
      });
    } catch {
      setBroken(true);
      return;
    }
    if (controls) {
      made.addControl(new NavigationControl({ showCompass: false }), "top-right");
      made.addControl(new ScaleControl({ unit: "metric" }), "bottom-left");
    }
    made.touchZoomRotate.disableRotation();
    made.on("load", () => setMap(made));
    made.on("click", (event) => {
      const hit = made.queryRenderedFeatures(event.point, { layers: ["dots"] })[0];
      const id: unknown = hit?.properties.id;
      if (typeof id === "string") latest.current.onChoose?.(id);
      else latest.current.onPlace?.([event.lngLat.lng, event.lngLat.lat]);
    });
    made.on("mousemove", "dots", () => {
      made.getCanvas().style.cursor = "pointer";
    });
    made.on("mouseleave", "dots", () => {
      made.getCanvas().style.cursor = "";
    });
    made.on("moveend", () => {
      const seen = made.getBounds();
      latest.current.onMove?.([seen.getWest(), seen.getSouth(), seen.getEast(), seen.getNorth()]);
    });
    return () => {
      made.remove();
      setMap(null);
    };
  }, []);

  useEffect(() => {
    if (!map || drawn.current === theme) return;
    drawn.current = theme;
    map.once("style.load", () => fill(map, latest.current));
    map.setStyle(baseStyle(theme), { diff: false });
  }, [map, theme]);

  useEffect(() => {
    if (map) fillAreas(map, areas);
  }, [map, areas]);
  useEffect(() => {
    if (map) setSource(map, "points", pointData(points));
  }, [map, points]);
  useEffect(() => {
    if (map) setSource(map, "lines", lineData(lines));
  }, [map, lines]);

  useEffect(() => {
    if (!map?.getLayer("chosen")) return;
    map.setFilter("chosen", ["==", ["get", "id"], chosen ?? ""]);
    const at = points.find(([, , id]) => id === chosen);
    if (at && !map.getBounds().contains([at[0], at[1]])) map.easeTo({ center: [at[0], at[1]] });
  }, [map, chosen, points]);

  const viewKey = JSON.stringify(view);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the view's content matters, not its identity
  useEffect(() => {
    if (map && view)
      map.fitBounds(asBox("bounds" in view ? view.bounds : around(view.center, view.metres)), { padding: 24, animate: false });
  }, [map, viewKey]);

  useMarks(map, marks, latest);

  if (broken)
    return (
      <StateBlock kind="broken" title={t("noGl")}>
        {t("noGlHint")}
      </StateBlock>
    );
  return (
    <section className="map" aria-label={label}>
      <div ref={box} className="map-canvas" />
      <span className="map-note">{note}</span>
    </section>
  );
}

function firstView({
  view,
  areas = [],
}: MapProps):
  | { bounds: [number, number, number, number]; fitBoundsOptions: { padding: number } }
  | { center: [number, number]; zoom: number } {
  const bounds = view ? ("bounds" in view ? view.bounds : around(view.center, view.metres)) : boundsOf(areas);
  return bounds ? { bounds: asBox(bounds), fitBoundsOptions: { padding: 24 } } : { center: [118.87, 28.97], zoom: 8 };
}

const setSource = (map: MapLibre, id: string, data: MapData) => map.getSource<GeoJSONSource>(id)?.setData(data);

function fillAreas(map: MapLibre, areas: readonly MapArea[]): void {
  setSource(map, "areas", areaData(areas));
  setSource(map, "names", nameData(areas));
}

function fill(map: MapLibre, { areas = NONE, points = NONE, lines = NONE }: MapProps): void {
  fillAreas(map, areas);
  setSource(map, "points", pointData(points));
  setSource(map, "lines", lineData(lines));
}

/** The few marks that are page elements: kept by id, moved rather than made anew. */
function useMarks(map: MapLibre | null, marks: readonly MapMark[], latest: { readonly current: MapProps }): void {
  const shown = useRef(new globalThis.Map<string, { readonly marker: Marker; readonly key: string }>());
  useEffect(() => {
    if (!map) return;
    const wanted = new Set(marks.map((mark) => mark.id));
    for (const [id, { marker }] of shown.current) {
      if (wanted.has(id)) continue;
      marker.remove();
      shown.current.delete(id);
    }
    for (const mark of marks) {
      const key = JSON.stringify(mark);
      const before = shown.current.get(mark.id);
      if (before?.key === key) continue;
      before?.marker.remove();
      const marker = new Marker({ element: markElement(mark, () => latest.current.onChoose?.(mark.id)), anchor: "left", offset: [-15, 0] })
        .setLngLat([mark.at[0], mark.at[1]])
        .addTo(map);
      shown.current.set(mark.id, { marker, key });
    }
  }, [map, marks, latest]);
}

function markElement(mark: MapMark, onClick: () => void): HTMLElement {
  const element = document.createElement("button");
  element.type = "button";
  element.className = `map-mark map-mark-${mark.shape} is-${mark.meaning}${mark.pulse ? " map-mark-pulse" : ""}`;
  element.addEventListener("click", (event) => {
    event.stopPropagation();
    onClick();
  });
  const glyph = document.createElement("span");
  glyph.className = "map-mark-glyph";
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  for (const [name, value] of Object.entries({ width: "16", height: "16", fill: "none", stroke: "currentColor", "stroke-width": "2" }))
    svg.setAttribute(name, value);
  const use = document.createElementNS("http://www.w3.org/2000/svg", "use");
  use.setAttribute("href", `${sprite}#${mark.icon}`);
  svg.append(use);
  glyph.append(svg);
  element.append(glyph);
  if (mark.label) {
    const label = document.createElement("span");
    label.className = "map-mark-label";
    label.textContent = mark.label;
    element.append(label);
  }
  return element;
}
