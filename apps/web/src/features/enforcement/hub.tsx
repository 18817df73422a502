/** 执法: the way to every case and register of enforcement, with what waits there, and the figures of credibility. */
import { useQueries, useQuery } from "@tanstack/react-query";
import { api } from "../../lib/api.ts";
import { serverNow } from "../../lib/clock.ts";
import { Go, useGo } from "../../lib/go.tsx";
import { schemaNames } from "../../lib/schema.ts";
import { useMay } from "../../lib/session.ts";
import { Button } from "../../ui/button.tsx";
import { PageHead, Panel } from "../../ui/panel.tsx";
import { Loading, Trouble } from "../../ui/state-block.tsx";
import { type Count, countText } from "../ledger/use-list.ts";
import { DrawReviews } from "./draw-reviews.tsx";
import { t } from "./words.ts";
import "./enforcement.css";

type Entry = { readonly name: string; readonly where?: object };
const open = { open: true };
const groups: readonly {
  readonly key: "cases" | "measures" | "together" | "things" | "building" | "base";
  readonly entries: readonly Entry[];
}[] = [
  {
    key: "cases",
    entries: [
      { name: "enforcement.escalation", where: open },
      { name: "enforcement.penalty", where: open },
      { name: "enforcement.document", where: open },
      { name: "enforcement.appeal" },
      { name: "enforcement.feedback" },
    ],
  },
  {
    key: "measures",
    entries: [
      { name: "enforcement.seal", where: open },
      { name: "enforcement.seal-check" },
      { name: "enforcement.stop-order", where: open },
      { name: "enforcement.utility-cut", where: open },
    ],
  },
  {
    key: "together",
    entries: [
      { name: "enforcement.joint-action", where: open },
      { name: "enforcement.joint-finding" },
      { name: "enforcement.hand-over", where: open },
      { name: "enforcement.guidance" },
    ],
  },
  {
    key: "things",
    entries: [
      { name: "enforcement.hot-work" },
      { name: "enforcement.product-check" },
      { name: "enforcement.product-holding" },
      { name: "enforcement.batch-alert", where: open },
    ],
  },
  {
    key: "building",
    entries: [
      { name: "enforcement.project" },
      { name: "enforcement.review", where: open },
      { name: "enforcement.project-issue", where: open },
      { name: "enforcement.project-check" },
    ],
  },
  {
    key: "base",
    entries: [
      { name: "enforcement.case-review" },
      { name: "enforcement.officer" },
      { name: "enforcement.office" },
      { name: "enforcement.template" },
    ],
  },
];

export default function Hub() {
  const go = useGo();
  const may = useMay();
  const names = useQuery(schemaNames);
  const known = new Map((names.data?.ledgers ?? []).filter(({ can }) => can.includes("read")).map((ledger) => [ledger.name, ledger]));
  const entries = groups.flatMap((group) => group.entries).filter((entry) => known.has(entry.name));
  const counts = useQueries({
    queries: entries.map(({ name, where }) => {
      const path = known.get(name)?.path ?? "";
      return {
        queryKey: ["ledger", path, "count", where ?? {}],
        queryFn: ({ signal }: { signal: AbortSignal }) =>
          api.get<Count>(`${path}/count`, where ? { where: JSON.stringify(where) } : {}, signal),
        staleTime: 30_000,
      };
    }),
  });
  if (names.error) return <Trouble error={names.error} what={t("title")} onRetry={() => void names.refetch()} />;
  if (!names.data) return <Loading what={t("title")} />;
  const countOf = (name: string): string => {
    const count = counts[entries.findIndex((entry) => entry.name === name)]?.data;
    return count ? countText(count) : "";
  };
  return (
    <>
      <PageHead title={t("title")}>
        {known.has("enforcement.hot-work") && <Button onClick={() => go("/enforcement/hot-work-tickets")}>{t("checkTicket")}</Button>}
        {may("enforcement.case-review.draw") && <DrawReviews />}
        {known.get("enforcement.template")?.can.includes("read") && (
          <Button onClick={() => go("/enforcement/templates")}>{t("templates")}</Button>
        )}
        {may("enforcement.draft") && (
          <Button kind="primary" icon="plus" onClick={() => go("/enforcement/document/new")}>
            {t("draft")}
          </Button>
        )}
      </PageHead>
      <div className="enforcement-hub">
        {groups.map((group) => {
          const own = group.entries.filter((entry) => known.has(entry.name));
          if (own.length === 0) return null;
          return (
            <Panel key={group.key} title={t(group.key)} flush>
              {own.map(({ name, where }) => (
                <Go
                  key={name}
                  className="enforcement-line"
                  href={`/${known.get(name)?.path ?? ""}${where ? `?where=${encodeURIComponent(JSON.stringify(where))}` : ""}`}
                >
                  <span className="grow truncate">{known.get(name)?.label}</span>
                  <span className="num t2">{countOf(name)}</span>
                </Go>
              ))}
            </Panel>
          );
        })}
        {known.has("enforcement.feedback") && <Credibility />}
      </div>
    </>
  );
}

function Credibility() {
  const year = new Date(serverNow()).getFullYear();
  const { data, error, refetch } = useQuery({
    queryKey: ["enforcement", "credibility", year],
    queryFn: () => api.get("/enforcement/credibility", { year }),
  });
  const percent = (part: number, of: number): string => (of === 0 ? "—" : `${Math.round((part / of) * 1_000) / 10} %`);
  return (
    <Panel title={t("credibility")} aside={String(year)} flush className="enforcement-wide">
      {error ? (
        <Trouble error={error} what={t("credibility")} onRetry={() => void refetch()} />
      ) : data?.counties.length === 0 ? (
        <p className="small t3" style={{ padding: 12 }}>
          {t("credibilityNone")}
        </p>
      ) : (
        <>
          <table className="enforcement-table">
            <thead>
              <tr>
                <th>{t("area")}</th>
                {(["upheld", "complaints", "satisfaction", "index", "before"] as const).map((key) => (
                  <th key={key} className="end">
                    {t(key)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {data?.counties.map(({ area, name, now, before }) => (
                <tr key={area}>
                  <td>{name}</td>
                  <td className="end num">{percent(now.upheld, now.appeals)}</td>
                  <td className="end num">{percent(now.complaints, now.asked)}</td>
                  <td className="end num">{now.asked === 0 ? "—" : (now.score / now.asked).toFixed(2)}</td>
                  <td className="end num">{now.index ?? "—"}</td>
                  <td className="end num t2">{before.index ?? "—"}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <p className="caption t3" style={{ padding: "6px 12px 10px" }}>
            {t("formula")}
          </p>
        </>
      )}
    </Panel>
  );
}
