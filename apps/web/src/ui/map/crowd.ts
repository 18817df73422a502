/** A crowd of points as vector tiles: read and cut away from the page, kept while the hand pans. */
import type { Map as MapLibre, VectorTileSource } from "maplibre-gl";
import type { Theme } from "../../app/theme/theme.ts";
import { crowdLayers } from "./style.ts";
import type { Bounds } from "./types.ts";

/** From here on the server leaves no point out; nearer the map enlarges. */
const MOST_ZOOM = 16;
/** Our own dots and what stands out of them lie above. */
const ABOVE = "dots";

/** Draws the crowd, another one, or none. `within`: where tiles can have anything. */
export function fillCrowd(map: MapLibre, address: string | undefined, theme: Theme, within: Bounds | null): void {
  const source = map.getSource<VectorTileSource>("crowd");
  if (!address) {
    if (!source) return;
    for (const { id } of crowdLayers(theme)) if (map.getLayer(id)) map.removeLayer(id);
    map.removeSource("crowd");
    return;
  }
  const tiles = [new URL(address, globalThis.location.origin).href.replaceAll("%7B", "{").replaceAll("%7D", "}")];
  if (source) {
    if (source.tiles[0] !== tiles[0]) source.setTiles(tiles);
    return;
  }
  if (!map.getLayer(ABOVE)) return; // between two styles: filled again when the new one is there
  map.addSource("crowd", { type: "vector", tiles, maxzoom: MOST_ZOOM, ...(within ? { bounds: [...within] } : {}) });
  for (const layer of crowdLayers(theme)) map.addLayer({ ...layer }, ABOVE);
}
