/** 任务: what he began stands on top, then by deadline; beside it the week, what is near, and what is done. */
import type { FieldDay } from "@suiren/api-client";
import { useState } from "react";
import { cx } from "../../lib/class.ts";
import { dueWords } from "../../lib/due.ts";
import { dayKey, daysBetween, day as dayWords, time } from "../../lib/format.ts";
import { Go } from "../../lib/go.tsx";
import { Icon } from "../../ui/icon.tsx";
import { StateBlock } from "../../ui/state-block.tsx";
import { useDay } from "./day.ts";
import type { Point, VisitRow } from "./domain/rows.ts";
import { metresBetween, useHere } from "./here.ts";
import { useStored } from "./live-query.ts";
import { Rounds } from "./rounds-card.tsx";
import { FieldShell, Who } from "./shell.tsx";
import { t } from "./words.ts";

const views = ["today", "week", "near", "done"] as const;
type View = (typeof views)[number];
type Task = FieldDay["tasks"][number];
type Unit = FieldDay["units"][number];

export default function Tasks() {
  return (
    <FieldShell title={t("tasks")} end={<Who />} tab="tasks">
      <List />
    </FieldShell>
  );
}

/** Due today or before, or begun; the rest is of the week. */
function sorted(tasks: readonly Task[], visits: readonly VisitRow[], today: string) {
  const open = tasks.filter((task) => !visits.some((visit) => visit.task === task.id && visit.finishedAt !== null));
  const isNow = (task: Task) => visits.some((visit) => visit.task === task.id) || task.dueOn === null || task.dueOn <= today;
  return { today: open.filter(isNow), week: open.filter((task) => !isNow(task)) };
}

function List() {
  const [view, setView] = useState<View>("today");
  const here = useHere();
  const day = useDay();
  const visits = useStored((store) => store.visits.orderBy("startedAt").reverse().toArray());
  if (day === undefined || visits === undefined) return null;
  const units = new Map((day?.body.units ?? []).map((unit) => [unit.id, unit]));
  const tasks = sorted(day?.body.tasks ?? [], visits, dayKey(Date.now()));
  const begun = visits.filter(({ finishedAt }) => finishedAt === null);
  const done = visits.filter(({ finishedAt }) => finishedAt !== null);
  const alone = begun.filter(({ task }) => !tasks.today.some(({ id }) => id === task));
  const counts = { today: tasks.today.length + alone.length, week: tasks.week.length, near: null, done: done.length };
  const cards = (of: readonly Task[]) =>
    of.map((task) => (
      <TaskCard
        key={task.id}
        task={task}
        unit={units.get(task.unit)}
        day={day?.body}
        here={here}
        visit={begun.find((visit) => visit.task === task.id)}
      />
    ));
  return (
    <>
      <div className="field-views" role="tablist">
        {views.map((key) => (
          <button key={key} type="button" role="tab" aria-selected={key === view} onClick={() => setView(key)}>
            {t(key)}
            {counts[key] ? ` ${counts[key]}` : ""}
          </button>
        ))}
      </div>
      <div className="field-cards">
        {day === null && <p className="field-hint">{t("loading")}</p>}
        {view === "today" && (
          <>
            <Rounds />
            {alone.map((visit) => (
              <VisitCard key={visit.id} visit={visit} />
            ))}
            {cards(
              tasks.today.toSorted(
                (a, b) => Number(begun.some(({ task }) => task === b.id)) - Number(begun.some(({ task }) => task === a.id)),
              ),
            )}
            {counts.today === 0 && (
              <StateBlock kind="empty" title={t("noTasks")}>
                {t("noTasksHint")}
              </StateBlock>
            )}
          </>
        )}
        {view === "week" && (tasks.week.length > 0 ? cards(tasks.week) : <StateBlock kind="empty" title={t("noTasksWeek")} />)}
        {view === "near" && <Near units={day?.body.units ?? []} here={here} />}
        {view === "done" &&
          (done.length > 0 ? (
            done.map((visit) => <VisitCard key={visit.id} visit={visit} />)
          ) : (
            <StateBlock kind="empty" title={t("noDone")} />
          ))}
      </div>
    </>
  );
}

function Away({ unit, here }: { readonly unit: Unit | undefined; readonly here: Point | null }) {
  if (!here || unit?.lon == null || unit.lat == null) return null;
  return <span className="field-far">{distance(metresBetween(here, { lon: unit.lon, lat: unit.lat }))}</span>;
}
const distance = (metres: number): string =>
  metres < 950 ? t("m", { n: Math.max(10, Math.round(metres / 10) * 10) }) : t("km", { n: (metres / 1_000).toFixed(1) });

type TaskCardProps = {
  readonly task: Task;
  readonly unit: Unit | undefined;
  readonly day: FieldDay | undefined;
  readonly here: Point | null;
  readonly visit: VisitRow | undefined;
};
function TaskCard({ task, unit, day, here, visit }: TaskCardProps) {
  const list = listOf(task, unit, day);
  const inner = (
    <>
      <div className="field-card-row">
        <h2>{unit?.name ?? "—"}</h2>
        {task.dueOn && <Deadline at={task.dueOn} />}
      </div>
      <div className="field-card-row field-card-sub">
        <span className="truncate">{unit?.address}</span>
        <Away unit={unit} here={here} />
      </div>
      <div className="field-card-row field-card-chips">
        <span className="field-chip">{day ? (day.purposes[task.purpose] ?? task.purpose) : ""}</span>
        <span className="grow truncate">{task.note ?? (list ? t("items", { n: list.items.length }) : "")}</span>
        {visit && (
          <span className="ink-ok field-ready">
            <Icon name="check" size={18} />
            {t("ready")}
          </span>
        )}
      </div>
    </>
  );
  if (!visit)
    return (
      <Go className="field-card" href={`/field/begin?task=${task.id}`}>
        {inner}
      </Go>
    );
  return (
    <section className="field-card">
      {inner}
      <GoOn visit={visit} unit={unit} />
    </section>
  );
}

const answered = ({ answers, list }: VisitRow): string => `${Object.keys(answers).length} / ${list.items.length}`;

function GoOn({ visit, unit }: { readonly visit: VisitRow; readonly unit: Unit | undefined }) {
  return (
    <div className="field-go-on">
      <Go className="field-action" href={`/field/visit/${visit.id}`}>
        {t("goOn")}　<span className="num">{answered(visit)}</span>
      </Go>
      {unit?.lon != null && unit.lat != null && (
        <a
          className="field-square"
          href={`geo:${unit.lat},${unit.lon}?q=${unit.lat},${unit.lon}(${encodeURIComponent(unit.name)})`}
          aria-label={t("map")}
        >
          <Icon name="pin" size={24} />
        </a>
      )}
    </div>
  );
}

function listOf(task: Task, unit: Unit | undefined, day: FieldDay | undefined) {
  const named = task.lists[0] ?? (unit ? day?.listsByKind[unit.kind]?.[0] : undefined);
  return day?.lists.find(({ id, version }) => id === named?.id && version === named?.version);
}

function Deadline({ at }: { readonly at: string }) {
  const now = Date.now();
  const { tone, text } = dueWords(at, now);
  const far = daysBetween(now, at) > 1;
  return (
    <span className={cx("field-due", `ink-${tone === "overdue" ? "overdue" : tone === "soon" ? "soon" : "text2"}`)}>
      {far ? dayWords(at) : text}
    </span>
  );
}

/** A check without a task, or one that is done. */
function VisitCard({ visit }: { readonly visit: VisitRow }) {
  return (
    <section className="field-card">
      <div className="field-card-row">
        <h2>{visit.unitName}</h2>
        {visit.finishedAt && <span className="field-due t2">{t("finishedAt", { time: time(visit.finishedAt) })}</span>}
      </div>
      <div className="field-card-row field-card-sub">
        <span className="truncate">{visit.address}</span>
      </div>
      <div className="field-card-row field-card-chips">
        <span className="field-chip">{visit.purposeLabel}</span>
        <span className="grow num">{answered(visit)}</span>
      </div>
      {!visit.finishedAt && <GoOn visit={visit} unit={undefined} />}
    </section>
  );
}

const MOST_NEAR = 30;
function Near({ units, here }: { readonly units: readonly Unit[]; readonly here: Point | null }) {
  if (!here)
    return (
      <StateBlock kind="empty" title={t("noNear")}>
        {t("noNearHint")}
      </StateBlock>
    );
  const by = units
    .flatMap((unit) =>
      unit.lon === null || unit.lat === null ? [] : [{ unit, metres: metresBetween(here, { lon: unit.lon, lat: unit.lat }) }],
    )
    .toSorted((a, b) => a.metres - b.metres)
    .slice(0, MOST_NEAR);
  return by.map(({ unit }) => (
    <Go key={unit.id} className="field-card" href={`/field/begin?unit=${unit.id}`}>
      <div className="field-card-row">
        <h2>{unit.name}</h2>
        <Away unit={unit} here={here} />
      </div>
      <div className="field-card-row field-card-sub">
        <span className="truncate">{unit.address}</span>
      </div>
    </Go>
  ));
}
