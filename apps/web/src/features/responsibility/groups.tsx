/** 企业集团: subsidiaries roll up to the group, state-owned groups to who supervises them. JX-2.2.9 */
import type { GroupLine } from "@suiren/api-client";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../../lib/api.ts";
import { cx } from "../../lib/class.ts";
import { number } from "../../lib/format.ts";
import { Go } from "../../lib/go.tsx";
import { useMay } from "../../lib/session.ts";
import { Tag } from "../../ui/meaning.tsx";
import { Panel } from "../../ui/panel.tsx";
import { Loading, StateBlock, Trouble } from "../../ui/state-block.tsx";
import { counted, PAGE, UnitTable } from "./unit-table.tsx";
import { t } from "./words.ts";

const figures = ["units", "overdue", "open", "major", "visits", "trained", "fires"] as const;
const heads = {
  units: "members",
  overdue: "overdue",
  open: "hazards",
  major: "major",
  visits: "visits",
  trained: "trained",
  fires: "fires",
} as const;
type Sum = Pick<GroupLine, (typeof figures)[number] | "owed" | "met">;

/** A group below another stands under it. */
function inTree(groups: readonly GroupLine[]): readonly GroupLine[] {
  const ids = new Set(groups.map(({ id }) => id));
  const under = (parent: string | null): readonly GroupLine[] =>
    groups
      .filter((each) => (each.parent !== null && ids.has(each.parent) ? each.parent : null) === parent)
      .flatMap((each) => [each, ...under(each.id)]);
  const shown = under(null);
  return shown.length === groups.length ? shown : groups;
}

export function Groups() {
  const may = useMay();
  const [chosen, setChosen] = useState<GroupLine | null>(null);
  const { data, error, refetch } = useQuery({
    queryKey: ["responsibility", "groups"],
    queryFn: () => api.get("/responsibility/groups", {}),
  });
  if (error) return <Trouble error={error} what={t("groups")} onRetry={() => void refetch()} />;
  if (!data) return <Loading what={t("groups")} rows={8} />;
  return (
    <>
      <Panel
        flush
        scroll
        title={t("groups")}
        aside={number(data.groups.length)}
        end={
          <span className="row">
            <Go className="link" href="/responsibility/affiliation">
              {t("affiliations")}
            </Go>
            {may("responsibility.group.write") && (
              <Go className="link" href="/responsibility/group/new">
                {t("newGroup")}
              </Go>
            )}
          </span>
        }
      >
        {data.groups.length === 0 ? (
          <StateBlock kind="empty" title={t("noGroup")}>
            {t("noGroupHint")}
          </StateBlock>
        ) : (
          <table className="duty-table">
            <thead>
              <tr>
                <th>{t("group")}</th>
                {figures.map((key) => (
                  <th key={key} className="duty-number">
                    {t(heads[key])}
                  </th>
                ))}
                <th>{t("fulfilled")}</th>
                <th>{t("supervisor")}</th>
              </tr>
            </thead>
            <tbody>
              {inTree(data.groups).map((line) => (
                <tr key={line.id} className={cx(chosen?.id === line.id && "is-chosen")}>
                  <td style={{ paddingLeft: 10 + line.depth * 16 }}>
                    <button type="button" className="link" onClick={() => setChosen(chosen?.id === line.id ? null : line)}>
                      {line.name}
                    </button>{" "}
                    {line.stateOwned && <Tag>{t("stateOwned")}</Tag>}
                  </td>
                  <Figures sum={line} />
                  <td>{line.supervisor ?? "—"}</td>
                </tr>
              ))}
              <tr className="duty-total">
                <td>{t("total")}</td>
                <Figures sum={data.total} />
                <td />
              </tr>
            </tbody>
          </table>
        )}
      </Panel>
      {chosen && <Members key={chosen.id} group={chosen} />}
    </>
  );
}

const Figures = ({ sum }: { readonly sum: Sum }) => (
  <>
    {figures.map((key) => (
      <td key={key} className={cx("duty-number num", sum[key] === 0 ? "t3" : key === "overdue" && "duty-late")}>
        {number(sum[key])}
      </td>
    ))}
    <td className="num">{sum.owed === 0 ? <span className="t3">—</span> : t("numOf", { num: number(sum.met), den: number(sum.owed) })}</td>
  </>
);

function Members({ group }: { readonly group: GroupLine }) {
  const [offset, setOffset] = useState(0);
  const { data, error, refetch } = useQuery({
    queryKey: ["responsibility", "members", group.id, offset],
    queryFn: () => api.get("/responsibility/groups/{id}/units", { id: group.id, limit: PAGE, offset }),
    placeholderData: keepPreviousData,
  });
  return (
    <Panel flush scroll title={group.name} aside={data && counted(data)}>
      {error ? (
        <Trouble error={error} what={group.name} onRetry={() => void refetch()} />
      ) : data ? (
        <UnitTable page={data} offset={offset} onOffset={setOffset} />
      ) : (
        <Loading rows={6} />
      )}
    </Panel>
  );
}
