/** Where the phone is, as well as it knows; nothing is held up by not knowing. */
import { useEffect, useState } from "react";
import type { Point } from "./domain/rows.ts";

export function useHere(): Point | null {
  const [here, setHere] = useState<Point | null>(null);
  useEffect(() => {
    if (!navigator.geolocation) return;
    const watch = navigator.geolocation.watchPosition(
      ({ coords, timestamp }) =>
        setHere({
          lon: coords.longitude,
          lat: coords.latitude,
          accuracyM: Math.round(coords.accuracy),
          at: new Date(timestamp).toISOString(),
        }),
      () => undefined,
      { enableHighAccuracy: true, maximumAge: 30_000, timeout: 20_000 },
    );
    return () => navigator.geolocation.clearWatch(watch);
  }, []);
  return here;
}

const EARTH_M = 6_371_000;
const rad = (degrees: number): number => (degrees * Math.PI) / 180;
type Place = { readonly lon: number; readonly lat: number };

/** As the crow flies. */
export function metresBetween(a: Place, b: Place): number {
  const [dLat, dLon] = [rad(b.lat - a.lat), rad(b.lon - a.lon)];
  const h = Math.sin(dLat / 2) ** 2 + Math.cos(rad(a.lat)) * Math.cos(rad(b.lat)) * Math.sin(dLon / 2) ** 2;
  return 2 * EARTH_M * Math.asin(Math.sqrt(h));
}
