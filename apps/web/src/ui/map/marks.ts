/** Marks on the map that are page elements: few, pressed like buttons, their names kept off each other. */
import { type Map as MapLibre, Marker } from "maplibre-gl";
import { useEffect, useRef } from "react";
import sprite from "../icons.svg";
import { placeMarks } from "./labels.ts";
import type { MapMark } from "./types.ts";

/** The few marks that are page elements: kept by id, moved rather than made anew. */
export function useMarks(
  map: MapLibre | null,
  marks: readonly MapMark[],
  latest: { readonly current: { readonly onChoose?: ((id: string) => void) | undefined } },
): void {
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
      const { pulse = false, ...looks } = mark;
      const key = JSON.stringify(looks);
      const before = shown.current.get(mark.id);
      before?.marker.getElement().classList.toggle("map-mark-pulse", pulse);
      if (before?.key === key) continue;
      before?.marker.remove();
      const marker = new Marker({ element: markElement(mark, () => latest.current.onChoose?.(mark.id)), anchor: "center" })
        .setLngLat([mark.at[0], mark.at[1]])
        .addTo(map);
      shown.current.set(mark.id, { marker, key });
    }
    const arrange = () => arrangeMarks(map, marks, shown.current);
    // After the frame: names are measured for it, and a new fire must not wait for that.
    let timer: ReturnType<typeof setTimeout> | undefined;
    const frame = requestAnimationFrame(() => {
      timer = setTimeout(arrange);
    });
    map.on("moveend", arrange);
    map.on("resize", arrange);
    return () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
      map.off("moveend", arrange);
      map.off("resize", arrange);
    };
  }, [map, marks, latest]);
}

/** Fires first, then by the order given; the map's own buttons keep their place. */
function arrangeMarks(map: MapLibre, marks: readonly MapMark[], shown: ReadonlyMap<string, { readonly marker: Marker }>): void {
  const box = map.getContainer().getBoundingClientRect();
  const inOrder = [...marks].sort((a, b) => Number(b.meaning === "fire") - Number(a.meaning === "fire"));
  const toPlace = inOrder.map(({ id, at }) => {
    const { x, y } = map.project([at[0], at[1]]);
    return { id, x, y, labelWidth: labelWidthOf(shown.get(id)?.marker.getElement()) };
  });
  const controls = [
    ...(map.getContainer().closest(".map")?.parentElement?.querySelectorAll(".maplibregl-ctrl, [data-over-map]") ?? []),
  ].map((element) => {
    const { left, top, right, bottom } = element.getBoundingClientRect();
    return { left: left - box.left, top: top - box.top, right: right - box.left, bottom: bottom - box.top };
  });
  for (const [id, { side, dx, dy }] of placeMarks(toPlace, box, controls)) {
    const marker = shown.get(id)?.marker;
    marker?.setOffset([dx, dy]);
    if (marker) marker.getElement().dataset.side = side;
  }
}

/** Measured once, while it is drawn: a name left out has no width of its own. */
function labelWidthOf(element: HTMLElement | undefined): number {
  const label = element?.querySelector<HTMLElement>(".map-mark-label");
  if (!element || !label) return 0;
  if (label.offsetWidth > 0) label.dataset.width = String(label.offsetWidth);
  return Number(label.dataset.width ?? 0);
}

function markElement(mark: MapMark, onClick: () => void): HTMLElement {
  const element = document.createElement("button");
  element.type = "button";
  element.setAttribute("aria-label", mark.label ?? mark.name ?? "");
  element.title = mark.label ?? mark.name ?? "";
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
