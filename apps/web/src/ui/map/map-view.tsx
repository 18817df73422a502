/** A map on its base map: chooses the ground of the theme, moves what is drawn into its datum, says in the corner what it is. */
import { useTheme } from "../../app/theme/preferences.ts";
import { Corner } from "./corner.tsx";
import { useInDatum } from "./datum.ts";
import { MapCanvas } from "./map-canvas.tsx";
import type { MapProps } from "./types.ts";

export default function MapView({ grounds, note, label, theme: own, ...drawn }: MapProps) {
  const chosen = useTheme();
  const theme = own ?? chosen;
  const ground = grounds?.[theme === "light" ? "light" : "dark"] ?? null;
  const props = useInDatum({ grounds, note, label, ...drawn }, ground?.datum);
  // A list is moved into the base map's datum here; tiles come moved.
  const crowd = drawn.crowd && ground ? `${drawn.crowd}&datum=${ground.datum}` : drawn.crowd;
  if (!grounds) return <div className="map" aria-busy="true" />;
  return (
    <section className="map" aria-label={label}>
      <MapCanvas key={ground?.id ?? "none"} {...props} crowd={crowd} theme={theme} ground={ground} />
      <Corner ground={ground} importHref={grounds.importHref} note={note} />
    </section>
  );
}
