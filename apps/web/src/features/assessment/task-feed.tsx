/** 任务考评: tasks done and in time as points of the yearly assessment, the special one and government supervision. PT-4.3.2 */
import type { Gives } from "@suiren/api-client";
import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { api } from "../../lib/api.ts";
import { serverNow } from "../../lib/clock.ts";
import { number } from "../../lib/format.ts";
import { Go, useGo, useSearchText } from "../../lib/go.tsx";
import { Select } from "../../ui/field.tsx";
import { PageHead, Panel } from "../../ui/panel.tsx";
import { Loading, StateBlock, Trouble } from "../../ui/state-block.tsx";
import { Tabs } from "../../ui/tabs.tsx";
import { levelOf } from "./model.ts";
import { w } from "./sheet-words.ts";
import "./assessment.css";

type Feed = Gives<"GET", "/assessment/task-feed">;
const kinds = ["yearly", "special", "supervision"] as const;

export default function TaskFeedPage() {
  const go = useGo();
  const given = new URLSearchParams(useSearchText());
  const kind = kinds.find((key) => key === given.get("kind")) ?? "yearly";
  const now = new Date(serverNow()).getUTCFullYear();
  const year = Number(given.get("year")) || now;
  const { data, error, refetch } = useQuery({
    queryKey: ["assessment", "feed", kind, year],
    queryFn: () => api.get("/assessment/task-feed", { kind, year }),
  });
  useEffect(() => {
    document.title = w("feed");
  }, []);
  const show = (next: { readonly kind?: string; readonly year?: number }) =>
    go(`/assessment/task-feed?kind=${next.kind ?? kind}&year=${next.year ?? year}`, { replace: true });
  return (
    <div className="assess">
      <PageHead title={w("feed")}>
        <Select
          aria-label={w("year")}
          value={String(year)}
          options={[now, now - 1, now - 2].map((each) => ({ value: String(each), label: String(each) }))}
          onChange={(event) => show({ year: Number(event.target.value) })}
        />
        <Go className="btn btn-plain btn-normal" href="/assessment/task-mapping">
          {w("mappings")}
        </Go>
      </PageHead>
      <Tabs label={w("feed")} value={kind} items={kinds.map((key) => ({ key, label: w(key) }))} onChange={(key) => show({ kind: key })} />
      {error ? (
        <Trouble error={error} what={w("feed")} onRetry={() => void refetch()} />
      ) : !data ? (
        <Loading what={w("feed")} rows={8} />
      ) : data.mappings.length === 0 ? (
        <StateBlock kind="empty" title={w("noMapping")} />
      ) : (
        <Panel flush>{data.rows.length === 0 ? <StateBlock kind="empty" title={w("none")} /> : <Table feed={data} />}</Panel>
      )}
    </div>
  );
}

function Table({ feed }: { readonly feed: Feed }) {
  return (
    <table className="sheet-table">
      <thead>
        <tr>
          <th>{w("area")}</th>
          {feed.mappings.map((mapping) => (
            <th key={mapping.id} className="amount">
              <Go href={`/assessment/task-mapping/${mapping.id}`}>{mapping.name}</Go>
              <small className="t3">
                {w("ofPoints", { n: mapping.weight })}
                {"\u3000"}
                {mapping.known
                  ? w("range", { zero: `${mapping.zeroAt}${mapping.unit}`, full: `${mapping.fullAt}${mapping.unit}` })
                  : w("unknownMeasure")}
              </small>
            </th>
          ))}
          <th className="amount">{w("total")}</th>
        </tr>
      </thead>
      <tbody>
        {feed.rows.map((row) => (
          <tr key={row.area}>
            <td>{row.areaName}</td>
            {row.parts.map((part) => {
              const mapping = feed.mappings.find(({ id }) => id === part.mapping);
              return (
                <td key={part.mapping} className="amount num">
                  {part.points === null ? (
                    <span className="t3">—</span>
                  ) : (
                    <>
                      <span className={`ink-${levelOf(part.points, part.weight)}`}>{number(part.points, 1)}</span>
                      <span className="small t3">
                        {"\u3000"}
                        {part.value === null ? "" : number(part.value, 1)}
                        {mapping?.unit}
                      </span>
                    </>
                  )}
                </td>
              );
            })}
            <td className="amount num">
              <b>{row.total === null ? "—" : number(row.total, 1)}</b>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
