import { useCityAreas } from "../../lib/city.ts";
import { useGrounds } from "../../lib/grounds.ts";
import { MapPane } from "../../ui/map.tsx";
import { Loading, Trouble } from "../../ui/state-block.tsx";
import type { ListPanelProps } from "./list-panel.tsx";
import { usePoints } from "./use-list.ts";
import { t } from "./words.ts";

/** The same filter as points; a point opens the same drawer as its row. */
export function ListMap({ path, schema, query, address, onChoose }: ListPanelProps & { readonly onChoose: (id: string) => void }) {
  const areas = useCityAreas();
  const grounds = useGrounds();
  const { data, error, refetch } = usePoints(path, query, true);
  if (error) return <Trouble error={error} what={t("asMap")} onRetry={() => void refetch()} />;
  if (areas.length === 0) return <Loading what={t("asMap")} />;
  return (
    <MapPane
      grounds={grounds}
      label={schema.label}
      areas={areas}
      points={data?.points}
      chosen={address.open}
      onChoose={onChoose}
      note={data?.truncated ? t("truncated") : undefined}
    />
  );
}
