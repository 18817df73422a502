import {
  type GeoJSONSource,
  type Map as MapLibre,
  Map as MapLibreMap,
  type MapMouseEvent,
  NavigationControl,
  ScaleControl,
  setWorkerUrl,
} from "maplibre-gl";
import "maplibre-gl/dist/maplibre-gl.css";
import workerUrl from "maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url";
import { useEffect, useRef, useState } from "react";
import { type Theme, tokens } from "../../app/theme/theme.ts";
import { messages } from "../../lib/i18n.ts";
import { StateBlock } from "../state-block.tsx";
import { fillCrowd } from "./crowd.ts";
import { isDrawnBySoftware } from "./drawing.ts";
import { useMarks } from "./marks.ts";
import { spareProcessor } from "./software.ts";
import { areaData, baseStyle, lineData, type MapData, nameData, pointData } from "./style.ts";
import type { Bounds, Edges, Ground, LonLat, MapArea, MapLine, MapProps } from "./types.ts";

setWorkerUrl(workerUrl);

/** Pixels left free round what is looked at. */
const EDGE = 24;
/** Layers whose points can be chosen. */
const DOTS = ["dots", "crowd-dots"] as const;
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
function boundsOf(areas: readonly MapArea[]): Bounds | null {
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

type CanvasProps = Omit<MapProps, "grounds" | "note" | "label" | "theme"> & { readonly theme: Theme; readonly ground: Ground | null };

/** The drawn map alone, in the datum of its ground. Another ground is another canvas. */
export function MapCanvas(props: CanvasProps) {
  const { areas = NONE, points = NONE, marks = NONE, lines = NONE, crowd, view, chosen, controls = true, theme, ground } = props;
  const box = useRef<HTMLDivElement>(null);
  const latest = useRef(props);
  latest.current = props;
  const drawn = useRef(theme);
  /** Was anything given to draw yet? An empty map is soon idle. */
  const filled = useRef(false);
  const [map, setMap] = useState<MapLibre | null>(null);
  const [broken, setBroken] = useState(false);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a map is made once; what it shows is set below
  useEffect(() => {
    if (!box.current) return;
    let made: MapLibre;
    try {
      made = new MapLibreMap({
        container: box.current,
        style: baseStyle(theme, ground),
        attributionControl: false,
        localIdeographFontFamily: tokens.font.text,
        dragRotate: false,
        pitchWithRotate: false,
        fadeDuration: 0,
        renderWorldCopies: false,
        locale: { "Map.Title": t("map"), "NavigationControl.ZoomIn": t("zoomIn"), "NavigationControl.ZoomOut": t("zoomOut") },
        ...firstView(latest.current),
      });
    } catch {
      setBroken(true);
      return;
    }
    if (isDrawnBySoftware(made.getCanvas())) document.documentElement.dataset.drawing = "software";
    if (controls) {
      made.addControl(new NavigationControl({ showCompass: false }), "top-right");
      made.addControl(new ScaleControl({ unit: "metric" }), "bottom-left");
    }
    made.touchZoomRotate.disableRotation();
    made.on("load", () => setMap(made));
    // Set by hand: tiles come and go while the hand pans, and nothing else of the page depends on it.
    const element = box.current;
    const setBusy = (busy: boolean) => element.setAttribute("aria-busy", String(busy));
    setBusy(true);
    made.on("dataloading", () => setBusy(true));
    const sparing = spareProcessor(made);
    made.on("idle", () => setBusy(!filled.current || sparing.isCoarse()));
    const dotAt = (point: MapMouseEvent["point"]): unknown =>
      made.queryRenderedFeatures(point, { layers: DOTS.filter((layer) => made.getLayer(layer)) })[0]?.properties.id;
    made.on("click", (event) => {
      const id = dotAt(event.point);
      if (typeof id === "string") latest.current.onChoose?.(id);
      else latest.current.onPlace?.([event.lngLat.lng, event.lngLat.lat]);
    });
    made.on("mousemove", ({ point }) => {
      if (!made.isMoving()) made.getCanvas().style.cursor = dotAt(point) === undefined ? "" : "pointer";
    });
    return () => {
      sparing.stop();
      made.remove();
      setMap(null);
    };
  }, []);

  useEffect(() => {
    if (!map || drawn.current === theme) return;
    drawn.current = theme;
    map.once("style.load", () => fill(map, latest.current));
    map.setStyle(baseStyle(theme, ground), { diff: false });
  }, [map, theme, ground]);

  useEffect(() => {
    if (map) fillAreas(map, areas);
  }, [map, areas]);
  useEffect(() => {
    if (map) setSource(map, "points", pointData(points));
  }, [map, points]);
  useEffect(() => {
    if (map) fillLines(map, lines);
  }, [map, lines]);
  useEffect(() => {
    if (!map) return;
    fillCrowd(map, crowd, drawn.current, boundsOf(areas));
    filled.current = true;
  }, [map, crowd, areas]);

  useEffect(() => {
    if (!map?.getLayer("chosen")) return;
    map.setFilter("chosen", ["==", ["get", "id"], chosen ?? ""]);
    const at = points.find(([, , id]) => id === chosen);
    if (at && !map.getBounds().contains([at[0], at[1]])) map.easeTo({ center: [at[0], at[1]] });
  }, [map, chosen, points]);

  const viewKey = JSON.stringify(view);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the view's content matters, not its identity
  useEffect(() => {
    const bounds = viewed(latest.current);
    if (map && bounds) map.fitBounds(asBox(bounds), { padding: latest.current.edge ?? EDGE, animate: false });
  }, [map, viewKey]);

  useMarks(map, marks, latest);

  if (broken)
    return (
      <StateBlock kind="broken" title={t("noGl")}>
        {t("noGlHint")}
      </StateBlock>
    );
  return <div ref={box} className="map-canvas" />;
}

/** What is asked to be seen; without a wish, all areas. */
const viewed = ({ view, areas = NONE }: CanvasProps): Bounds | null =>
  view ? ("bounds" in view ? view.bounds : around(view.center, view.metres)) : boundsOf(areas);

function firstView(
  props: CanvasProps,
):
  | { bounds: [number, number, number, number]; fitBoundsOptions: { padding: number | Edges } }
  | { center: [number, number]; zoom: number } {
  const bounds = viewed(props);
  return bounds ? { bounds: asBox(bounds), fitBoundsOptions: { padding: props.edge ?? EDGE } } : { center: [118.87, 28.97], zoom: 8 };
}

const setSource = (map: MapLibre, id: string, data: MapData) => map.getSource<GeoJSONSource>(id)?.setData(data);

function fillAreas(map: MapLibre, areas: readonly MapArea[]): void {
  setSource(map, "areas", areaData(areas));
  setSource(map, "names", nameData(areas));
}

/** Layers without anything are hidden: even empty ones cost a pass over every pixel. */
function fillLines(map: MapLibre, lines: readonly MapLine[]): void {
  setSource(map, "lines", lineData(lines));
  for (const layer of ["lines", "rivals"])
    if (map.getLayer(layer)) map.setLayoutProperty(layer, "visibility", lines.length > 0 ? "visible" : "none");
}

function fill(map: MapLibre, { areas = NONE, points = NONE, lines = NONE, crowd, theme }: CanvasProps): void {
  fillAreas(map, areas);
  setSource(map, "points", pointData(points));
  fillLines(map, lines);
  fillCrowd(map, crowd, theme, boundsOf(areas));
}
