import { useMemo } from "react";
import { useCityAreas } from "../../lib/city.ts";
import { useGrounds } from "../../lib/grounds.ts";
import { titleOf } from "../../lib/schema.ts";
import { MapPane, type MapPoints } from "../../ui/map.tsx";
import { Loading, Trouble } from "../../ui/state-block.tsx";
import type { ListPanelProps } from "./list-panel.tsx";
import { usePoints } from "./use-list.ts";
import { useRow } from "./use-row.ts";
import { t } from "./words.ts";

/** The same filter as points; a point opens the same drawer as its row. */
export function ListMap({ path, schema, query, address, onChoose }: ListPanelProps & { readonly onChoose: (id: string) => void }) {
  const areas = useCityAreas();
  const grounds = useGrounds();
  const { points, crowd, error, refetch } = usePoints(path, query);
  const opened = useOpened({ path, schema, address });
  if (error) return <Trouble error={error} what={t("asMap")} onRetry={() => void refetch()} />;
  if (areas.length === 0) return <Loading what={t("asMap")} />;
  return (
    <MapPane
      grounds={grounds}
      label={schema.label}
      areas={areas}
      points={crowd ? opened : points}
      crowd={crowd}
      chosen={address.open}
      onChoose={onChoose}
      note={crowd ? t("thinned") : undefined}
    />
  );
}

/** Of a crowd the opened row alone is a point of its own: tiles may have left it out. */
function useOpened({ path, schema, address }: Pick<ListPanelProps, "path" | "schema" | "address">): MapPoints | undefined {
  const row = useRow(path, address.open).data?.row;
  return useMemo(
    () =>
      row && typeof row.lon === "number" && typeof row.lat === "number" ? [[row.lon, row.lat, row.id, titleOf(schema, row)]] : undefined,
    [row, schema],
  );
}
