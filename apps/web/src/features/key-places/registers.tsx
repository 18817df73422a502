/** 重点场所: the registers in groups, each with how much it holds; opens as the list, or as the form of a new entry. */
import { useQueries, useQuery } from "@tanstack/react-query";
import { api } from "../../lib/api.ts";
import { Go } from "../../lib/go.tsx";
import { schemaNames } from "../../lib/schema.ts";
import { PageHead, Panel } from "../../ui/panel.tsx";
import { Loading, Trouble } from "../../ui/state-block.tsx";
import { countText } from "../ledger/use-list.ts";
import { t } from "./words.ts";
import "./campaign.css";

const groups = [
  { title: "groupSurvey", ledgers: ["survey-sheet", "high-risk-place"] },
  {
    title: "groupPlaces",
    ledgers: [
      "old-place",
      "large-mall",
      "urban-village",
      "village-house",
      "rental-house",
      "rental-patrol",
      "historic-district",
      "district-gate",
    ],
  },
  { title: "groupSecurity", ledgers: ["security-zone", "zone-day", "event-security", "event-venue", "event-report"] },
  {
    title: "groupVillage",
    ledgers: ["traditional-village", "rural-work", "village-condition", "supported-industry", "industry-visit", "service-request"],
  },
] as const;

export default function Registers() {
  const names = useQuery(schemaNames);
  const known = names.data?.ledgers ?? [];
  const paths = groups
    .flatMap(({ ledgers }) => ledgers.map((name) => `key-places/${name}`))
    .filter((path) => known.some((each) => each.path === path));
  const counts = useQueries({
    queries: paths.map((path) => ({
      queryKey: ["ledger", path, "count", {}],
      queryFn: () => api.get<{ count: number; capped: boolean }>(`${path}/count`),
      staleTime: 30_000,
    })),
  });
  const countOf = (path: string): string => {
    const data = counts[paths.indexOf(path)]?.data;
    return data ? countText(data) : "";
  };
  if (names.error) return <Trouble error={names.error} what={t("registers")} />;
  if (!names.data) return <Loading rows={10} />;
  // A high-risk place is entered by its sheet.
  const mayBegin = (name: string, can: readonly string[]): boolean => can.includes("write") && name !== "key-places.high-risk-place";
  return (
    <>
      <PageHead title={t("registers")} />
      <div className="registers">
        {groups.map(({ title, ledgers }) => (
          <Panel key={title} title={t(title)}>
            <ul>
              {ledgers.flatMap((name) => {
                const path = `key-places/${name}`;
                const ledger = known.find((each) => each.path === path);
                if (!ledger) return [];
                return [
                  <li key={name}>
                    <Go className="grow" href={`/${path}`}>
                      {ledger.label}
                    </Go>
                    <span className="num t2">{countOf(path)}</span>
                    {mayBegin(ledger.name, ledger.can) && (
                      <Go className="small" href={`/${path}/new`} aria-label={`${t("begin")} ${ledger.label}`}>
                        {t("begin")}
                      </Go>
                    )}
                  </li>,
                ];
              })}
            </ul>
          </Panel>
        ))}
      </div>
    </>
  );
}
