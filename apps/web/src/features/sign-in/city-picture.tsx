import { useMemo } from "react";
import type { City } from "../../lib/city.ts";
import { dots, fitTo, outline } from "../../lib/city-outline.ts";

const WIDTH = 560;
const HEIGHT = 600;
/** Kinds that glow: units under special care. */
const isKey = (kind: string): boolean => kind === "key" || kind === "重点";

/** Boundary file alone: areas in ink, units like city lights, key units as embers. */
export function CityPicture({ city }: { readonly city: City }) {
  const drawn = useMemo(() => {
    if (!city.boundary || city.boundary.features.length === 0) return null;
    const project = fitTo(city.boundary, WIDTH - 20, HEIGHT - 20);
    const at = (key: boolean) => city.units.filter(([, , kind]) => isKey(kind) === key).map(([lon, lat]) => [lon, lat] as const);
    return {
      areas: city.boundary.features.map((feature) => outline(feature.geometry, project)),
      units: dots(at(false), project),
      keyUnits: dots(at(true), project),
    };
  }, [city]);
  if (!drawn) return null;
  return (
    <svg className="login-city" viewBox={`-10 -10 ${WIDTH} ${HEIGHT}`} role="img" aria-label={city.name}>
      {drawn.areas.map((path) => (
        <path key={path.slice(0, 40)} d={path} className="login-area" />
      ))}
      <path d={drawn.units} className="login-units" />
      <path d={drawn.keyUnits} className="login-key-units" />
    </svg>
  );
}
