import { useState } from "react";
import { useCityAreas } from "../../lib/city.ts";
import { useGrounds } from "../../lib/grounds.ts";
import { messages } from "../../lib/i18n.ts";
import { Input, Select } from "../../ui/field.tsx";
import { MapPane } from "../../ui/map.tsx";

export type PointValue = { readonly lon: number; readonly lat: number; readonly datum: string };
const t = messages(
  { lon: "经度", lat: "纬度", datum: "坐标系", place: "点地图取位置，或填经纬度", gcj02: "GCJ-02（高德、腾讯）", bd09: "BD-09（百度）" },
  {
    lon: "Longitude",
    lat: "Latitude",
    datum: "Reference system",
    place: "Touch the map or enter the coordinate",
    gcj02: "GCJ-02 (Amap, Tencent)",
    bd09: "BD-09 (Baidu)",
  },
);
const datums = () => [
  { value: "cgcs2000", label: "CGCS2000 / WGS-84" },
  { value: "gcj02", label: t("gcj02") },
  { value: "bd09", label: t("bd09") },
];

/** A place by touching the map or by figures with their reference system; it is stored as CGCS2000. */
export function PointInput({
  id,
  value,
  onChange,
}: {
  readonly id: string;
  readonly value: PointValue | null;
  readonly onChange: (value: PointValue | null) => void;
}) {
  const areas = useCityAreas();
  const grounds = useGrounds();
  const [text, setText] = useState({
    lon: value ? String(value.lon) : "",
    lat: value ? String(value.lat) : "",
    datum: value?.datum ?? "cgcs2000",
  });
  const set = (change: Partial<typeof text>) => {
    const next = { ...text, ...change };
    setText(next);
    const [lon, lat] = [Number(next.lon), Number(next.lat)];
    onChange(next.lon === "" || next.lat === "" || Number.isNaN(lon) || Number.isNaN(lat) ? null : { lon, lat, datum: next.datum });
  };
  return (
    <div className="col" style={{ gap: 8 }}>
      <div className="row">
        <Input
          id={id}
          aria-label={t("lon")}
          placeholder={t("lon")}
          inputMode="decimal"
          value={text.lon}
          onChange={(event) => set({ lon: event.target.value.trim() })}
        />
        <Input
          aria-label={t("lat")}
          placeholder={t("lat")}
          inputMode="decimal"
          value={text.lat}
          onChange={(event) => set({ lat: event.target.value.trim() })}
        />
        <Select aria-label={t("datum")} options={datums()} value={text.datum} onChange={(event) => set({ datum: event.target.value })} />
      </div>
      <div style={{ height: 220, border: "1px solid var(--line)", borderRadius: 4 }}>
        {areas.length > 0 && (
          <MapPane
            grounds={grounds}
            label={t("place")}
            note={t("place")}
            areas={areas}
            view={value ? { center: [value.lon, value.lat], metres: 4_000 } : undefined}
            marks={
              value ? [{ id: "here", at: [value.lon, value.lat], name: t("place"), icon: "pin", meaning: "primary", shape: "square" }] : []
            }
            onPlace={([lon, lat]) => set({ lon: lon.toFixed(6), lat: lat.toFixed(6), datum: "cgcs2000" })}
          />
        )}
      </div>
    </div>
  );
}
