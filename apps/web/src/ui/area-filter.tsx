/** Choosing an area 辖区: down the tree one level at a time; the choice is the whole subtree. */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { type Area, areasQuery, subtreeEnd } from "../lib/areas.ts";
import { type Condition, isComparison, type Test } from "../lib/condition.ts";
import { messages } from "../lib/i18n.ts";
import { Button } from "./button.tsx";
import { Icon } from "./icon.tsx";
import { Loading, Trouble } from "./state-block.tsx";
import "./area-filter.css";

const t = messages(
  { area: "辖区", choose: "选 {name}", deeper: "{name} 下级" },
  { area: "Areas", choose: "Choose {name}", deeper: "Below {name}" },
);

export function AreaPicker({ onChoose }: { readonly onChoose: (area: Area) => void }) {
  const [path, setPath] = useState<readonly Area[]>([]);
  const here = path.at(-1);
  const query = useQuery(areasQuery(here?.key ?? null));
  if (query.error) return <Trouble error={query.error} what={t("area")} onRetry={() => void query.refetch()} />;
  return (
    <div className="area-picker">
      {path.length > 0 && (
        <div className="row small">
          {path.map((area, index) => (
            <button key={area.key} type="button" className="link" onClick={() => setPath(path.slice(0, index))}>
              {area.name}
            </button>
          ))}
        </div>
      )}
      {here && (
        <Button kind="primary" onClick={() => onChoose(here)}>
          {t("choose", { name: here.name })}
        </Button>
      )}
      {!query.data && <Loading rows={3} />}
      <ul>
        {query.data?.map((area) => (
          <li key={area.key} className="row">
            <button type="button" className="grow menu-button" onClick={() => onChoose(area)}>
              {area.name}
            </button>
            {area.hasChildren && (
              <button
                type="button"
                className="icon-btn"
                aria-label={t("deeper", { name: area.name })}
                onClick={() => setPath([...path, area])}
              >
                <Icon name="right" size={14} />
              </button>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

export const AreaFilter = ({ onTest }: { readonly onTest: (test: Test | undefined) => void }) => (
  <AreaPicker onChoose={(area) => onTest({ from: area.key, to: subtreeEnd(area.key) })} />
);

/** The name of a chosen subtree, from what has been looked at; the key's own range where it has not. */
export function useAreaName(): (test: Test | readonly Condition[] | undefined) => string | undefined {
  const client = useQueryClient();
  return (test) => {
    const from = isComparison(test) ? test.from : test;
    const known = client.getQueriesData<readonly Area[]>({ queryKey: ["areas"] }).flatMap(([, areas]) => areas ?? []);
    return known.find((area) => area.key === from)?.name;
  };
}
