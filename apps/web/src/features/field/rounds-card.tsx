/** 网格巡查 at the head of the tasks of who is a grid member: the patrol under way, or a new one, and a risk check. */
import { day as dayWords } from "../../lib/format.ts";
import { Go } from "../../lib/go.tsx";
import { usePatrolUnderWay, useRounds } from "./rounds.ts";
import { t } from "./words.ts";

export function Rounds() {
  const rounds = useRounds();
  const open = usePatrolUnderWay();
  const member = rounds?.body.member;
  if (!rounds || !member || open === undefined) return null;
  const { done, planned, lastPatrolOn } = member;
  return (
    <section className="field-card">
      <div className="field-card-row">
        <h2>{t("patrol")}</h2>
        <span className="field-due t2">{planned === null ? t("patrolNoPlan", { done }) : t("patrolPlan", { done, planned })}</span>
      </div>
      <div className="field-card-row field-card-sub">
        <span className="truncate">{open ? open.route : (member.grids[0]?.name ?? member.areaName)}</span>
        {lastPatrolOn && <span className="nowrap">{t("patrolLast", { day: dayWords(lastPatrolOn) })}</span>}
      </div>
      <div className="field-go-on field-rounds">
        <Go className="field-action" href="/field/patrol">
          {open ? t("patrolGoOn") : t("patrolBegin")}
          {open && <span className="num">　{open.facts.length}</span>}
        </Go>
        <Go className="field-action field-action-plain" href="/field/risk">
          {t("riskBegin")}
        </Go>
      </div>
    </section>
  );
}
