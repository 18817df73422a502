/**
 * Drawing on a shifted base map. GCJ-02 and BD-09 maps are moved by up to some hundred metres; our places are CGCS2000. The map stays as
 * it is and everything drawn above it is moved into its datum; what is clicked or seen is moved back. Both ways agree to centimetres.
 */
import gcoord from "gcoord";
import { useMemo } from "react";
import type { Bounds, Datum, LonLat, MapArea, MapGeometry, MapProps } from "./types.ts";

export type Shift = { readonly to: (at: LonLat) => LonLat; readonly back: (at: LonLat) => LonLat };

const systems = { gcj02: gcoord.GCJ02, bd09: gcoord.BD09 } as const;

/** Null where nothing is to be moved: WGS-84 and CGCS2000 differ by centimetres. */
export function shiftOf(datum: Datum | undefined): Shift | null {
  if (datum !== "gcj02" && datum !== "bd09") return null;
  const system = systems[datum];
  return {
    to: ([lon, lat]) => pair(gcoord.transform([lon, lat], gcoord.WGS84, system)),
    back: ([lon, lat]) => pair(gcoord.transform([lon, lat], system, gcoord.WGS84)),
  };
}

const pair = ([lon = 0, lat = 0]: readonly number[]): LonLat => [lon, lat];

const moveBox = ([west, south, east, north]: Bounds, move: (at: LonLat) => LonLat): Bounds => {
  const [[w, s], [e, n]] = [move([west, south]), move([east, north])];
  return [w, s, e, n];
};

const moveGeometry = (geometry: MapGeometry, move: (at: LonLat) => LonLat): MapGeometry =>
  geometry.type === "Polygon"
    ? { type: "Polygon", coordinates: geometry.coordinates.map((ring) => ring.map(move)) }
    : { type: "MultiPolygon", coordinates: geometry.coordinates.map((polygon) => polygon.map((ring) => ring.map(move))) };

const moveArea = (area: MapArea, move: (at: LonLat) => LonLat): MapArea => ({ ...area, geometry: moveGeometry(area.geometry, move) });

/** The same map in the datum of what it lies on; each list keeps its identity while it does not change. */
export function useInDatum(props: MapProps, datum: Datum | undefined): MapProps {
  const { areas, points, marks, lines, view, onPlace } = props;
  const shift = useMemo(() => shiftOf(datum), [datum]);
  const moved = {
    areas: useMemo(() => (shift ? areas?.map((area) => moveArea(area, shift.to)) : areas), [areas, shift]),
    points: useMemo(
      () => (shift ? points?.map(([lon, lat, ...rest]) => [...shift.to([lon, lat]), ...rest] as const) : points),
      [points, shift],
    ),
    marks: useMemo(() => (shift ? marks?.map((mark) => ({ ...mark, at: shift.to(mark.at) })) : marks), [marks, shift]),
    lines: useMemo(() => (shift ? lines?.map((line) => ({ ...line, path: line.path.map(shift.to) })) : lines), [lines, shift]),
  };
  if (!shift) return props;
  return {
    ...props,
    ...moved,
    view: view && ("bounds" in view ? { bounds: moveBox(view.bounds, shift.to) } : { ...view, center: shift.to(view.center) }),
    onPlace: onPlace && ((at) => onPlace(shift.back(at))),
  };
}
