/** The rows that spoil a figure, by area below, each group opening the ledger; or the rows counted where nothing can spoil. */
import { useQuery } from "@tanstack/react-query";
import { number } from "../../lib/format.ts";
import { Go } from "../../lib/go.tsx";
import { inArea, listHref } from "../../lib/list-href.ts";
import { schemaOf } from "../../lib/schema.ts";
import type { Standing } from "./model.ts";
import { t } from "./words.ts";

export function RowsBehind({ standing: { rows, area } }: { readonly standing: Standing }) {
  const counter = useQuery({ ...schemaOf(rows?.path ?? ""), enabled: rows !== null }).data?.counter;
  if (!rows) return null;
  const href = (key: number): string => listHref(rows.path, { ...rows.where, ...inArea(key) });
  return (
    <section className="policy-section policy-section-flush">
      <h3 className="policy-section-head">
        {t(rows.part === "spoil" ? "spoiling" : "behind", { label: rows.label, n: number(rows.count), counter: counter ?? t("counter") })}
        <Go className="link caption" href={href(area.key)}>
          {t("openLedger", { label: rows.label })}
        </Go>
      </h3>
      {rows.count === 0 && <p className="small t3 policy-inset">{t("noSpoiling")}</p>}
      <ul className="policy-groups">
        {rows.groups.map((group) => (
          <li key={group.area.key}>
            <Go href={href(group.area.key)}>
              <span className="truncate">{group.area.name}</span>
              <b className="num">{number(group.count)}</b>
              <span className="truncate t2 small">{group.what.map(({ label, count }) => `${label} ${number(count)}`).join("，")}</span>
              {group.oldestDays !== null && (
                <span className="ink-overdue small nowrap">{t("oldest", { n: number(group.oldestDays) })}</span>
              )}
            </Go>
          </li>
        ))}
      </ul>
    </section>
  );
}
