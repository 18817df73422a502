/** 履职台账: how units answer for themselves this month, by area and by kind, and the way to each ledger. */
import { useQueries, useQuery } from "@tanstack/react-query";
import { number } from "../../lib/format.ts";
import { Go } from "../../lib/go.tsx";
import { measureQuery } from "../../lib/measures.ts";
import { schemaNames, schemaOf } from "../../lib/schema.ts";
import { Figure } from "../../ui/meaning.tsx";
import { PageHead, Panel } from "../../ui/panel.tsx";
import { t } from "./words.ts";
import "./unit-management.css";

const strong = [
  "self_check_rate",
  "activity_rate",
  "high_risk_standard_rate",
  "evaluation_rate",
  "maintenance_rate",
  "drill_rate",
  "adoption_rate",
  "file_score",
] as const;
const compared = {
  area: ["self_check_rate", "activity_rate", "standard_rate", "maintenance_rate", "drill_rate"],
  kind: ["self_check_rate", "activity_rate", "maintenance_rate", "drill_rate"],
  industry: ["standard_rate", "commitment_rate"],
} as const;
const titles = { area: "byArea", kind: "byKind", industry: "byIndustry" } as const;
const full = (key: string) => `unit-management.${key}`;

export default function Overview() {
  const figures = useQueries({ queries: strong.map((key) => measureQuery(full(key))) });
  return (
    <div className="um-page">
      <PageHead title={t("title")} aside={t("thisMonth")} />
      <div className="um-figures">
        {figures.map(({ data }, i) => {
          const figure = data?.figures[0];
          return (
            <Figure
              key={strong[i]}
              size="m"
              label={data?.measure.label ?? ""}
              value={figure?.value === null || figure?.value === undefined ? null : Math.round(figure.value * 10) / 10}
              unit={data?.measure.unit ?? ""}
            />
          );
        })}
      </div>
      <div className="um-two">
        <Compared by="area" />
        <Compared by="kind" />
        <Compared by="industry" />
      </div>
      <Links />
    </div>
  );
}

/** One row an area or kind, one column a measure. */
function Compared({ by }: { readonly by: keyof typeof compared }) {
  const columns = useQueries({ queries: compared[by].map((key) => measureQuery(full(key), { by: by === "area" ? "area" : "split" })) });
  const keys = new Map<string, string>();
  for (const { data } of columns) for (const figure of data?.figures ?? []) keys.set(figure.key, figure.label ?? figure.key);
  const choices = useQuery(schemaOf("unit-management/duty-month")).data?.fields.find((field) => field.key === by)?.choices;
  const valueAt = (column: number, key: string): number | null =>
    columns[column]?.data?.figures.find((figure) => figure.key === key)?.value ?? null;
  return (
    <Panel title={t(titles[by])} flush scroll>
      {keys.size === 0 ? (
        <p className="um-none t2">{t("none")}</p>
      ) : (
        <table className="um-table">
          <thead>
            <tr>
              <th scope="col">{t(by)}</th>
              {columns.map(({ data }, i) => (
                <th key={compared[by][i]} scope="col">
                  {data?.measure.label ?? ""}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {[...keys].map(([key, label]) => (
              <tr key={key}>
                <th scope="row">{choices?.[key] ?? label}</th>
                {compared[by].map((measure, i) => {
                  const value = valueAt(i, key);
                  return (
                    <td key={measure} className="num">
                      {value === null ? "—" : `${number(value, 1)} %`}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  );
}

function Links() {
  const names = useQuery(schemaNames).data?.ledgers.filter(({ name }) => name.startsWith("unit-management."));
  return (
    <Panel title={t("ledgers")} flush>
      <div className="um-links">
        {names?.map(({ path, label }) => (
          <Go key={path} href={`/${path}`} className="link">
            {label}
          </Go>
        ))}
      </div>
    </Panel>
  );
}
