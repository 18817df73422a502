/** 治理措施: the catalogue, where each is applied, and hazards cleared and time to close before and after. PT-4.2.6 */
import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { serverNow } from "../../lib/clock.ts";
import { day, number } from "../../lib/format.ts";
import { Go } from "../../lib/go.tsx";
import { Tag } from "../../ui/meaning.tsx";
import { PageHead, Panel } from "../../ui/panel.tsx";
import { Loading, StateBlock, Trouble } from "../../ui/state-block.tsx";
import { type Practices, practicesQuery } from "./model.ts";
import { s } from "./standard-words.ts";
import "./grassroots.css";

type Applied = Practices[number]["applied"][number];

export default function PracticesPage() {
  const { data, error, refetch } = useQuery(practicesQuery);
  useEffect(() => {
    document.title = s("practices");
  }, []);
  if (error) return <Trouble error={error} what={s("practices")} onRetry={() => void refetch()} />;
  if (!data) return <Loading what={s("practices")} rows={8} />;
  const sorted = data.practices.toSorted((a, b) => b.applied.length - a.applied.length);
  return (
    <div className="grass">
      <PageHead title={s("practices")} aside={`${data.practices.length}`}>
        <Go href="/policy-tasks/practice">{s("catalogue")}</Go>
      </PageHead>
      {sorted.length === 0 && <StateBlock kind="empty" title={s("noPractices")} />}
      {sorted.map((practice) => (
        <Panel
          key={practice.id}
          title={<Go href={`/policy-tasks/practice/${practice.id}`}>{practice.title}</Go>}
          aside={practice.topic}
          end={practice.recommended ? <Tag>{s("recommended")}</Tag> : undefined}
          flush
        >
          <p className="small t2 desk-empty">{practice.summary}</p>
          {practice.applied.length === 0 ? <p className="small t3 desk-empty">{s("notApplied")}</p> : <Table applied={practice.applied} />}
        </Panel>
      ))}
    </div>
  );
}

function Table({ applied }: { readonly applied: readonly Applied[] }) {
  return (
    <table className="grass-table">
      <thead>
        <tr>
          <th>{s("where")}</th>
          <th>{s("since")}</th>
          <th className="amount">{s("cleared")}</th>
          <th className="amount">{s("closeDays")}</th>
          <th className="grass-wide">{s("change")}</th>
        </tr>
      </thead>
      <tbody>
        {applied.map((each) => (
          <tr key={each.id}>
            <td>
              {each.areaName} <span className="small t3 grass-wide">{each.way}</span>
            </td>
            <td className="num nowrap">{day(each.adoptedOn, serverNow())}</td>
            <td className="amount num">{pair(each.before.cleared, each.after.cleared)}</td>
            <td className="amount num">{pair(each.before.days, each.after.days)}</td>
            <td className="grass-wide">
              <Change applied={each} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const shown = (value: number | null): string => (value === null ? "—" : number(value, 1));
const pair = (before: number | null, after: number | null): string => s("beforeAfter", { before: shown(before), after: shown(after) });

function Change({ applied: { days, cleared, faster } }: { readonly applied: Applied }) {
  if (days === 0) return <span className="small t3">{s("tooEarly")}</span>;
  return (
    <span className="row row-wide small">
      {cleared !== null && (
        <span className={cleared >= 0 ? "ink-met" : "ink-soon"}>{`${cleared >= 0 ? "▲" : "▼"} ${Math.abs(cleared)}%`}</span>
      )}
      {faster !== null && faster !== 0 && (
        <span className={faster > 0 ? "ink-met" : "ink-soon"}>
          {s(faster > 0 ? "faster" : "slower", { n: number(Math.abs(faster), 1) })}
        </span>
      )}
      <span className="t3">{s("sameLength", { n: days })}</span>
    </span>
  );
}
