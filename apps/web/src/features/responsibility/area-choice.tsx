/** Which part of one's own area is looked at: the level below, and the one below that. */
import { useQuery } from "@tanstack/react-query";
import { areasQuery, subtreeEnd } from "../../lib/areas.ts";
import { useMe } from "../../lib/session.ts";
import { Select } from "../../ui/field.tsx";
import { t } from "./words.ts";

export function AreaChoice({
  area,
  onChange,
}: {
  readonly area: number | undefined;
  readonly onChange: (area: number | undefined) => void;
}) {
  const { user } = useMe();
  const own = useQuery(areasQuery(null)).data?.[0];
  const below = useQuery(areasQuery(own?.key ?? null)).data ?? [];
  const first = below.find(({ key }) => area !== undefined && area >= key && area <= subtreeEnd(key) && key !== own?.key);
  const second = useQuery({ ...areasQuery(first?.key ?? null), enabled: first !== undefined }).data ?? [];
  const options = (areas: typeof below) => areas.map(({ key, name }) => ({ value: String(key), label: name }));
  return (
    <>
      <Select
        aria-label={t("area")}
        value={first ? String(first.key) : ""}
        empty={user.areaName}
        options={options(below.filter(({ key }) => key !== own?.key))}
        onChange={(event) => onChange(event.target.value ? Number(event.target.value) : undefined)}
      />
      {first && second.length > 0 && (
        <Select
          aria-label={t("areaBelow", { name: first.name })}
          value={area !== first.key && second.some(({ key }) => key === area) ? String(area) : ""}
          empty={t("all")}
          options={options(second)}
          onChange={(event) => onChange(event.target.value ? Number(event.target.value) : first.key)}
        />
      )}
    </>
  );
}
