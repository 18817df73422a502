/** 履职: the calendar of what is owed, what the unit's file lacks, and the way to each ledger. */
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../../lib/api.ts";
import { useNow } from "../../lib/clock.ts";
import { day, duration, listed } from "../../lib/format.ts";
import { Go } from "../../lib/go.tsx";
import { useMay } from "../../lib/session.ts";
import { Button } from "../../ui/button.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Tag } from "../../ui/meaning.tsx";
import { Panel } from "../../ui/panel.tsx";
import { toast } from "../../ui/toast.tsx";
import type { Duty, Standing } from "./model.ts";
import { w } from "./own-words.ts";

const order: Readonly<Record<Duty["state"], number>> = { overdue: 0, due: 1, met: 2, resting: 3 };
const byNeed = (a: Duty, b: Duty): number =>
  Number(b.confirmed) - Number(a.confirmed) || order[a.state] - order[b.state] || (a.daysLeft ?? 999) - (b.daysLeft ?? 999);
const inks: Readonly<Record<Duty["state"], string>> = { overdue: "ink-overdue", due: "t2", met: "ink-ok", resting: "t3" };
/** A duty due within so many days is worth an amber word. */
const SOON_DAYS = 7;

/** 剩 13 天, 剩 40 分钟, 逾期 18 天. */
export function leftWords(duty: Duty): string {
  if (duty.state === "met" || duty.state === "resting") return w(`state_${duty.state}`);
  if (duty.state === "overdue")
    return duty.daysLeft !== null && duty.daysLeft < 0 ? w("lateDays", { n: -duty.daysLeft }) : w("state_overdue");
  if (duty.slotMinutes !== null && duty.minutesLeft !== null) return w("minutesLeft", { left: duration(duty.minutesLeft * 60) });
  return duty.daysLeft === null || duty.daysLeft === 0 ? w("dueToday") : w("daysLeft", { n: duty.daysLeft });
}

export function Duties({ standing, few = false }: { readonly standing: Standing; readonly few?: boolean }) {
  const now = useNow();
  const rows = standing.duties
    .toSorted(byNeed)
    .filter((duty) => !few || (duty.confirmed && duty.state !== "met" && duty.state !== "resting"));
  return (
    <Panel
      title={w("duties")}
      aside={`${standing.tally.met}/${standing.tally.owed}`}
      end={
        few && (
          <Go href="/unit?tab=duties" className="link">
            {w("more")}
          </Go>
        )
      }
      flush
    >
      {rows.length === 0 && <p className="desk-none ink-ok">{w("dutiesFine")}</p>}
      {rows.slice(0, few ? 8 : rows.length).map((duty) => (
        <div key={duty.id} className="desk-row" data-duty={duty.key}>
          <span className="grow">
            <b>{duty.title}</b>
            <small className="t2">
              {[duty.source, duty.lastOn ? w("lastOn", { day: day(duty.lastOn, now) }) : w("neverDone")].join("　")}
            </small>
          </span>
          {duty.confirmed ? (
            <span className={duty.state === "due" && (duty.daysLeft ?? 99) <= SOON_DAYS ? "ink-soon nowrap" : `${inks[duty.state]} nowrap`}>
              {leftWords(duty)}
            </span>
          ) : (
            <span title={w("unconfirmedHint")}>
              <Tag>{w("toBeConfirmed")}</Tag>
            </span>
          )}
        </div>
      ))}
    </Panel>
  );
}

/** Ledgers a unit keeps, in the order of a year's work. */
const ledgers = [
  ["service-report", "l_service_report"],
  ["drill", "l_drill"],
  ["training", "l_training"],
  ["evaluation", "l_evaluation"],
  ["document", "l_document"],
  ["responsible", "l_responsible"],
  ["equipment", "l_equipment"],
  ["patrol-point", "l_patrol_point"],
  ["self-check-plan", "l_self_check_plan"],
  ["self-check", "l_self_check"],
  ["patrol", "l_patrol"],
  ["profile", "l_profile"],
  ["group-member", "l_group_member"],
  ["budget", "l_budget"],
  ["estate", "l_estate"],
  ["service-item", "l_service_item"],
  ["joint-activity", "l_joint_activity"],
  ["standardisation", "l_standardisation"],
  ["fund-request", "l_fund_request"],
] as const;

export function UnitFile({ standing }: { readonly standing: Standing }) {
  const client = useQueryClient();
  const may = useMay();
  const [busy, setBusy] = useState(false);
  const { file, gaps } = standing;
  const report = async () => {
    setBusy(true);
    try {
      const { hazards } = await api.post("/unit/equipment-gaps", {});
      toast.done(w("gapsReported", { n: hazards.length }));
      await client.invalidateQueries({ queryKey: ["unit"] });
    } catch (error) {
      toast.trouble(error);
    } finally {
      setBusy(false);
    }
  };
  const confirmed = gaps.filter((gap) => gap.confirmed);
  return (
    <Panel title={w("fileTitle")} aside={`${w("fileScore")} ${file.score} %`} flush>
      {file.missing.length > 0 && <p className="desk-none ink-soon">{w("missing", { what: listed(file.missing) })}</p>}
      {file.expired.length > 0 && <p className="desk-none ink-soon">{w("expired", { what: listed(file.expired) })}</p>}
      {gaps.map((gap) => (
        <div key={gap.item} className="desk-row">
          <Icon name="fault" size={18} />
          <span className="grow">
            {w("gap", { title: gap.title, required: gap.required, held: gap.held, counter: gap.counter })}
            <small className="t2">{gap.source}</small>
          </span>
          {!gap.confirmed && <Tag>{w("toBeConfirmed")}</Tag>}
        </div>
      ))}
      {confirmed.length > 0 && may("unit-management.own") && (
        <div className="desk-none">
          <Button busy={busy} onClick={() => void report()}>
            {w("reportGaps")}
          </Button>
        </div>
      )}
    </Panel>
  );
}

export function Ledgers() {
  const may = useMay();
  return (
    <Panel title={w("ledgers")} flush>
      <div className="desk-ledgers">
        {ledgers
          .filter(([key]) => may(`unit-management.${key}.read`))
          .map(([key, label]) => (
            <Go key={key} href={`/unit-management/${key}`} className="desk-ledger">
              {w(label)}
              <Icon name="right" size={16} />
            </Go>
          ))}
      </div>
    </Panel>
  );
}
