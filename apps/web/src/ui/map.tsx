/** The map, loaded when first needed. Same props as `MapView`; until it is there the ground colour stands in its place. */
import { lazy, Suspense } from "react";
import type { MapProps } from "./map/types.ts";
import "./map/map.css";

export type { MapArea, MapLine, MapMark, MapPoints, MapProps } from "./map/types.ts";

const MapView = lazy(() => import("./map/map-view.tsx"));

export const MapPane = (props: MapProps) => (
  <Suspense fallback={<div className="map" aria-busy="true" />}>
    <MapView {...props} />
  </Suspense>
);
