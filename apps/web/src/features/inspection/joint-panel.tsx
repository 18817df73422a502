/** 联合检查 of a joint action: team, the one check list, objects with what was found, findings of departments, and what followed. PT-2.2.3.5 */
import type { JointCheck, JointFollow } from "@suiren/api-client";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { PanelProps } from "../../app/panels.ts";
import { api } from "../../lib/api.ts";
import { day } from "../../lib/format.ts";
import { Go, useGo } from "../../lib/go.tsx";
import { fieldOf, schemaOf } from "../../lib/schema.ts";
import { useMay } from "../../lib/session.ts";
import { Button } from "../../ui/button.tsx";
import { StateDot, Tag } from "../../ui/meaning.tsx";
import { Panel } from "../../ui/panel.tsx";
import { Loading, StateBlock, Trouble } from "../../ui/state-block.tsx";
import { newHref } from "../ledger/form-values.ts";
import { type About, FollowDialog } from "./joint-follow.tsx";
import { AddObjects, ChooseList } from "./joint-objects.tsx";
import { t } from "./joint-words.ts";
import "./inspection.css";

export default function JointPanel({ row }: PanelProps) {
  const { data, error, refetch } = useQuery({
    queryKey: ["ledger", "enforcement/joint-action", "check", row.id, row.state],
    queryFn: () => api.get("/inspection/joint-actions/{id}", { id: row.id }),
  });
  if (error) return <Trouble error={error} what={t("panel")} onRetry={() => void refetch()} />;
  if (!data) return <Loading what={t("panel")} rows={6} />;
  const brought = { values: { action: row.id, area: row.area }, names: { action: String(row.name), area: row.areaName ?? "" } };
  return (
    <div className="col" style={{ gap: 10 }}>
      <Team check={data} brought={brought} />
      <Objects check={data} />
      <Findings check={data} brought={brought} />
    </div>
  );
}

type Brought = Parameters<typeof newHref>[1];
type Props = { readonly check: JointCheck };
const isOpen = ({ state }: JointCheck): boolean => state === "planned" || state === "running";

function Team({ check, brought }: Props & { readonly brought: Brought }) {
  const go = useGo();
  const may = useMay();
  const schema = useQuery(schemaOf("enforcement/joint-part")).data;
  const roles = (schema && fieldOf(schema, "role")?.choices) ?? {};
  return (
    <Panel
      title={t("team")}
      end={
        may("enforcement.joint-part.write") && isOpen(check) ? (
          <Button size="small" onClick={() => go(newHref("/enforcement/joint-part", brought))}>
            {t("addPart")}
          </Button>
        ) : undefined
      }
      flush
    >
      {check.team.length === 0 && <p className="insp-note small t2">{t("noTeam")}</p>}
      {check.team.map(({ organ, organName, role, task, people }) => (
        <p key={`${organ} ${role}`} className="insp-block insp-line">
          <b>{organName}</b>
          <Tag>{roles[role] ?? role}</Tag>
          <span className="grow">{task}</span>
          {people !== null && <span className="small t2">{t("people", { n: people })}</span>}
        </p>
      ))}
    </Panel>
  );
}

function Objects({ check }: Props) {
  const [adds, setAdds] = useState(false);
  const [chooses, setChooses] = useState(false);
  const [about, setAbout] = useState<About | null>(null);
  const { action, can, objects, checklistTitle } = check;
  return (
    <Panel
      title={t("objects")}
      aside={
        <>
          {t("list")}：{checklistTitle ?? t("noList")}
        </>
      }
      end={
        can && isOpen(check) ? (
          <span className="row">
            <Button size="small" onClick={() => setChooses(true)}>
              {t("chooseList")}
            </Button>
            <Button size="small" kind="primary" icon="plus" onClick={() => setAdds(true)}>
              {t("addObjects")}
            </Button>
          </span>
        ) : undefined
      }
      flush
    >
      {objects.length === 0 ? (
        <StateBlock kind="empty" title={t("noObjects")}>
          {t("noObjectsHint")}
        </StateBlock>
      ) : (
        <table className="insp-table">
          <thead>
            <tr>
              <th scope="col">{t("object")}</th>
              <th scope="col">{t("lead")}</th>
              <th scope="col">{t("result")}</th>
              <th scope="col">{t("hazards")}</th>
            </tr>
          </thead>
          <tbody>
            {objects.map((each) => (
              <tr key={each.task}>
                <td>
                  <Go className="link" href={`/inspection/task/${each.task}`}>
                    {each.unitName}
                  </Go>{" "}
                  <span className="small t2">{each.areaName}</span>
                </td>
                <td className="nowrap">{each.lead ?? "—"}</td>
                <td className="nowrap">
                  {each.state === "done" ? (
                    <StateDot meaning={each.result === "none" ? "met" : "soon"}>
                      {t(each.result === "none" || each.result === "notDone" ? each.result : "found")}
                    </StateDot>
                  ) : (
                    <span className="t2">
                      {t(each.state === "doing" ? "doing" : "pending")} {day(each.dueOn)}
                    </span>
                  )}
                </td>
                <td>
                  {each.hazards.length === 0 && <span className="t3">—</span>}
                  {each.hazards.map((hazard) => (
                    <div key={hazard.id} className="insp-line">
                      <Go className="link num" href={`/hazard-loop/hazard/${hazard.id}`}>
                        {hazard.number}
                      </Go>
                      <span className="grow truncate">{hazard.what}</span>
                      <Followed follows={check.follows.filter((follow) => follow.hazard === hazard.id)} />
                      {can && (
                        <Button
                          size="small"
                          reason={check.state === "planned" ? t("notBegun") : undefined}
                          onClick={() => setAbout({ hazard: hazard.id, finding: null, what: hazard.what, party: each.unitName })}
                        >
                          {t("follow")}
                        </Button>
                      )}
                    </div>
                  ))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {adds && <AddObjects action={action} onClose={() => setAdds(false)} />}
      {chooses && <ChooseList action={action} current={check.checklist ?? ""} onClose={() => setChooses(false)} />}
      {about && <FollowDialog action={action} about={about} onClose={() => setAbout(null)} />}
    </Panel>
  );
}

function Findings({ check, brought }: Props & { readonly brought: Brought }) {
  const go = useGo();
  const may = useMay();
  const [about, setAbout] = useState<About | null>(null);
  return (
    <Panel
      title={t("findings")}
      end={
        may("enforcement.joint-finding.write") && check.state === "running" ? (
          <Button size="small" onClick={() => go(newHref("/enforcement/joint-finding", brought))}>
            {t("addFinding")}
          </Button>
        ) : undefined
      }
      flush
    >
      {check.findings.length === 0 && <p className="insp-note small t2">{t("noFindings")}</p>}
      {check.findings.map((finding) => (
        <div key={finding.id} className="insp-block">
          <p className="insp-line">
            <b>{finding.target}</b>
            <span className="small t2">{[finding.organName, day(finding.checkedOn)].filter(Boolean).join("　")}</span>
            <span className="grow" />
            <span className="small t2">{t("problemsN", { n: finding.problems })}</span>
            {check.can && finding.problems > 0 && (
              <Button
                size="small"
                reason={check.state === "planned" ? t("notBegun") : undefined}
                onClick={() => setAbout({ finding: finding.id, hazard: null, what: finding.found ?? "", party: finding.target })}
              >
                {t("follow")}
              </Button>
            )}
          </p>
          {finding.found && <p className="small">{finding.found}</p>}
          <Followed follows={check.follows.filter((follow) => follow.finding === finding.id)} />
        </div>
      ))}
      {about && <FollowDialog action={check.action} about={about} onClose={() => setAbout(null)} />}
    </Panel>
  );
}

/** What followed, each a way to what was made. */
const Followed = ({ follows }: { readonly follows: readonly JointFollow[] }) => (
  <span className="row" style={{ flexWrap: "wrap" }}>
    {follows.map((follow) => {
      const words = [t(follow.kind), follow.points === null ? "" : t("points", { n: follow.points }), follow.organName ?? ""]
        .filter(Boolean)
        .join(" ");
      return follow.madeName && follow.madeId ? (
        <Go key={follow.id} className="link small nowrap" href={`/${follow.madeName.replace(".", "/")}?open=${follow.madeId}`}>
          {words}
        </Go>
      ) : (
        <Tag key={follow.id}>{words}</Tag>
      );
    })}
  </span>
);
