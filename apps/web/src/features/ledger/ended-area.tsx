/** A saved link to an area that was merged or moved: what it became, in the place of an empty list. */
import { useQuery } from "@tanstack/react-query";
import { api } from "../../lib/api.ts";
import { subtreeEnd } from "../../lib/areas.ts";
import { type Condition, isComparison } from "../../lib/condition.ts";
import { messages } from "../../lib/i18n.ts";
import { Icon } from "../../ui/icon.tsx";

const t = messages(
  { became: "{name}已于 {on} 后撤并，记录已转入", show: "看 {name}" },
  { became: "{name} ended on {on}; its rows went to", show: "Show {name}" },
);

type Props = { readonly where: Condition | undefined; readonly onWhere: (where: Condition) => void };

export function EndedArea({ where, onWhere }: Props) {
  const test = where?.area;
  const from = isComparison(test) ? test.from : test;
  const key = typeof from === "number" ? from : null;
  const { data } = useQuery({
    queryKey: ["areas", "one", key],
    queryFn: () => api.get("/areas/{key}", { key: key ?? 0 }),
    enabled: key !== null,
    retry: false,
  });
  if (!where || !data?.ended) return null;
  const { area, ended } = data;
  return (
    <div className="stale" role="status">
      <Icon name="swap" size={16} />
      <span className="grow">{t("became", { name: area.name, on: ended.on })}</span>
      {ended.became.map((next) => (
        <button key={next.key} type="button" onClick={() => onWhere({ ...where, area: { from: next.key, to: subtreeEnd(next.key) } })}>
          {t("show", { name: next.name })}
        </button>
      ))}
    </div>
  );
}
