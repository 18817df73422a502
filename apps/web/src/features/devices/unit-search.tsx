/** Finds a unit by name, initials or number, as one types. */
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../../lib/api.ts";
import { Input } from "../../ui/field.tsx";
import { t } from "./words.ts";

export type FoundUnit = {
  readonly id: string;
  readonly name: string;
  readonly address: string | null;
  readonly areaName?: string | null | undefined;
};

export function UnitSearch({ onChoose }: { readonly onChoose: (unit: FoundUnit) => void }) {
  const [q, setQ] = useState("");
  const { data } = useQuery({
    queryKey: ["devices", "unit-search", q],
    queryFn: ({ signal }) => api.get("/places/unit", { q: q || undefined, where: q ? undefined : NETWORKED, limit: 8 }, signal),
    placeholderData: keepPreviousData,
  });
  return (
    <div className="unit-search">
      <Input
        icon="search"
        autoFocus
        value={q}
        placeholder={t("searchUnit")}
        aria-label={t("searchUnit")}
        onChange={(event) => setQ(event.target.value)}
      />
      <ul>
        {data?.rows.map((unit) => (
          <li key={unit.id}>
            <button type="button" onClick={() => onChoose(unit)}>
              <b>{unit.name}</b>
              <small className="t3 truncate">{[unit.areaName, unit.address].filter(Boolean).join("　")}</small>
            </button>
          </li>
        ))}
        {data?.rows.length === 0 && <li className="t2">{t("noUnitFound")}</li>}
      </ul>
    </div>
  );
}
const NETWORKED = JSON.stringify({ networked: true });
