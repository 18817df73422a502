import { useState } from "react";
import { useCityAreas } from "../../lib/city.ts";
import { useGrounds } from "../../lib/grounds.ts";
import { type Bounds, MapPane } from "../../ui/map.tsx";
import { Loading, Trouble } from "../../ui/state-block.tsx";
import type { ListPanelProps } from "./list-panel.tsx";
import { type Sight, usePoints } from "./use-list.ts";
import { t } from "./words.ts";

/** The same filter as points; a point opens the same drawer as its row. */
export function ListMap({ path, schema, query, address, onChoose }: ListPanelProps & { readonly onChoose: (id: string) => void }) {
  const areas = useCityAreas();
  const grounds = useGrounds();
  const [sight, setSight] = useState<Sight>();
  const { points, truncated, thinned, error, refetch } = usePoints(path, query, sight);
  if (error) return <Trouble error={error} what={t("asMap")} onRetry={() => void refetch()} />;
  if (areas.length === 0) return <Loading what={t("asMap")} />;
  return (
    <MapPane
      grounds={grounds}
      label={schema.label}
      areas={areas}
      points={points}
      chosen={address.open}
      onChoose={onChoose}
      onMove={(bounds, zoom) => setSight(sightOf(bounds, zoom))}
      note={truncated ? t("truncated") : thinned ? t("thinned") : undefined}
    />
  );
}

/** What is in sight, widened to a grid of its own size: a little pan asks for nothing new. */
function sightOf([west, south, east, north]: Bounds, zoom: number): Sight {
  const step = 360 / 2 ** Math.floor(zoom);
  const wide = [Math.floor(west / step), Math.floor(south / step), Math.ceil(east / step), Math.ceil(north / step)];
  return { zoom: Math.floor(zoom), bbox: wide.map((each) => (each * step).toFixed(4)).join(",") };
}
