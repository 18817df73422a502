/** The head of the unit's first page: the check of this month with what is left, then what must be mended next. */
import { useQuery } from "@tanstack/react-query";
import { useNow } from "../../lib/clock.ts";
import { day, daysBetween, month } from "../../lib/format.ts";
import { Go, useGo } from "../../lib/go.tsx";
import { Button } from "../../ui/button.tsx";
import { Icon } from "../../ui/icon.tsx";
import { dueWords } from "./hazards.tsx";
import { checkListQuery, type Duty, hazardsQuery, type Standing } from "./model.ts";
import { w } from "./own-words.ts";
import { type Draft, minutesFor } from "./self-check.ts";

type CheckCardProps = { readonly standing: Standing; readonly draft: Draft | null | undefined };
export function CheckCard({ standing, draft }: CheckCardProps) {
  const go = useGo();
  const now = useNow();
  const items = useQuery(checkListQuery).data?.items ?? [];
  const duty = standing.duties.find((each) => each.matter === "selfCheck" && each.confirmed);
  const isMet = duty?.state === "met";
  const done = draft ? items.filter(({ id }) => draft.answers[id]).length : isMet ? items.length : 0;
  const all = items.length;
  const left = all - done;
  return (
    <section className="desk-card desk-today" data-check={draft ? "begun" : isMet ? "met" : "open"}>
      <div className="row">
        <h2 className="grow">{duty?.every === "month" ? w("monthCheck", { month: month(duty.period.from) }) : w("nowCheck")}</h2>
        {duty && <span className={isMet ? "ink-ok" : duty.state === "overdue" ? "ink-overdue" : "ink-soon"}>{checkWords(duty, now)}</span>}
      </div>
      <div className="desk-steps" aria-hidden>
        {items.map(({ id }, i) => (
          <i key={id} className={i < done ? "is-done" : undefined} />
        ))}
      </div>
      <p className="t2">
        {draft?.waits
          ? w("waits")
          : done > 0 && left > 0
            ? w("progress", { all, done, minutes: minutesFor(left) })
            : isMet && !draft && duty.by
              ? w("checkedOn", { day: day(duty.by.on, now) })
              : w("notBegun", { all, minutes: minutesFor(all) })}
      </p>
      <Button kind={isMet && !draft ? "plain" : "primary"} size="large" onClick={() => go("/unit?tab=check")}>
        {w(draft ? "goOn" : isMet ? "again" : "begin")}
      </Button>
    </section>
  );
}

function checkWords(duty: Duty, now: number): string {
  if (duty.state === "met") return w("state_met");
  if (duty.state === "overdue") return w("lateDays", { n: Math.max(1, -(duty.daysLeft ?? -1)) });
  const left = duty.dueAt ? daysBetween(now, duty.dueAt) : 0;
  return left === 0 ? w("dueToday") : w("daysLeft", { n: left });
}

/** The two whose term is nearest. */
export function MendNext() {
  const now = useNow();
  const rows = useQuery(hazardsQuery).data?.filter((row) => row.state === "assigned" && row.rectifier === "unit") ?? [];
  return rows.slice(0, 2).map((row) => (
    <section
      key={row.id}
      className={row.dueOn && daysBetween(now, row.dueOn) < 2 ? "desk-card desk-mend desk-hazard-late" : "desk-card desk-mend"}
    >
      <span className="desk-mend-mark">
        <Icon name="fault" size={22} />
      </span>
      <span className="grow">
        <b>{row.what}</b>
        <small className={row.dueOn && daysBetween(now, row.dueOn) < 2 ? "ink-overdue" : "t2"}>
          {[dueWords(row.dueOn, now), w("photoThenMend")].filter(Boolean).join("，")}
        </small>
      </span>
      <Go href={`/unit?tab=hazards&mend=${row.id}`} className="btn btn-plain btn-normal">
        <Icon name="camera" size={18} />
        {w("photo")}
      </Go>
    </section>
  ));
}
