/** What a body lacks of its norm, and the way to its page. */
import { useQuery } from "@tanstack/react-query";
import type { PanelProps } from "../../app/panels.ts";
import { Go } from "../../lib/go.tsx";
import { StateDot } from "../../ui/meaning.tsx";
import { Loading, Trouble } from "../../ui/state-block.tsx";
import { bodyQuery, type Force } from "./model.ts";
import { s } from "./standard-words.ts";
import "./grassroots.css";

const forces: Readonly<Record<string, Force>> = {
  "grassroots.office": "office",
  "grassroots.station": "station",
  "grassroots.village-body": "village",
  "micro-station.station": "microStation",
};

export default function StandardPanel({ schema, row }: PanelProps) {
  const force = forces[schema.name] ?? "office";
  const { data, error, refetch } = useQuery(bodyQuery(force, row.id));
  if (error) return <Trouble error={error} what={s("standards")} onRetry={() => void refetch()} />;
  if (!data) return <Loading rows={6} />;
  return (
    <div className="col" style={{ gap: 8 }}>
      <p>
        <Go href={`/grassroots/standards/${force}/${row.id}`}>{data.norm.name}</Go>
        {data.met !== null && <b>　{s("metShare", { n: data.met })}</b>}
      </p>
      <ul className="std-list">
        {data.items.map((item) => (
          <li key={item.what}>
            <span className="grow">{item.what}</span>
            {item.met === null ? (
              <span className="t3">{s("open")}</span>
            ) : (
              <StateDot meaning={item.met ? "met" : "overdue"}>{s(item.met ? "met" : "not")}</StateDot>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
