/** 行业主管台: one department in one area, its units with what stands against them, indicators, areas, tasks and urgings. SH-1.8, JX-2.2, QZ-2.2.3 */
import type { DepartmentConsole } from "@suiren/api-client";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { api } from "../../lib/api.ts";
import { cx } from "../../lib/class.ts";
import { day, number } from "../../lib/format.ts";
import { Go, useGo, useSearchText } from "../../lib/go.tsx";
import { useMay } from "../../lib/session.ts";
import { Segments } from "../../ui/button.tsx";
import { Input, Select } from "../../ui/field.tsx";
import { Figure, StateDot, Tag, TargetBar } from "../../ui/meaning.tsx";
import { PageHead, Panel } from "../../ui/panel.tsx";
import { Loading, StateBlock, Trouble } from "../../ui/state-block.tsx";
import { AreaChoice } from "./area-choice.tsx";
import { counted, PAGE, UnitTable } from "./unit-table.tsx";
import { t } from "./words.ts";
import "./responsibility.css";

const statuses = ["all", "overdue", "open", "unchecked", "untrained", "fires"] as const;
type Status = (typeof statuses)[number];

export default function Console() {
  const go = useGo();
  const given = new URLSearchParams(useSearchText());
  const area = Number(given.get("area")) || undefined;
  const { data, error, refetch } = useQuery({
    queryKey: ["responsibility", "departments"],
    queryFn: () => api.get("/responsibility/departments", {}),
  });
  const kinds = data?.kinds ?? [];
  const kind = given.get("kind") ?? data?.own ?? kinds[0]?.kind;
  useEffect(() => {
    document.title = t("console");
  }, []);
  const open = (next: { readonly kind?: string | undefined; readonly area?: number | undefined; readonly status?: string }) => {
    const asked = { kind, area, status: given.get("status") ?? "all", ...next };
    const query = new URLSearchParams();
    if (asked.kind) query.set("kind", asked.kind);
    if (asked.area) query.set("area", String(asked.area));
    if (asked.status !== "all") query.set("status", asked.status);
    go(`/responsibility/console?${query.toString()}`, { replace: true });
  };
  if (error) return <Trouble error={error} what={t("console")} onRetry={() => void refetch()} />;
  return (
    <div className="duty-page">
      <PageHead title={t("console")}>
        <Select
          aria-label={t("department")}
          value={kind ?? ""}
          options={kinds.map((each) => ({ value: each.kind, label: each.key ? `${each.label} ${t("keyMark")}` : each.label }))}
          onChange={(event) => open({ kind: event.target.value, area })}
        />
        <AreaChoice area={area} onChange={(next) => open({ area: next })} />
      </PageHead>
      {kind === undefined ? (
        data ? (
          <StateBlock kind="empty" title={t("noIndustry")} />
        ) : (
          <Loading what={t("console")} rows={12} />
        )
      ) : (
        <Department
          kind={kind}
          area={area}
          status={statuses.find((each) => each === given.get("status")) ?? "all"}
          onStatus={(status) => open({ status })}
          onArea={(next) => open({ area: next })}
        />
      )}
    </div>
  );
}

type Of = { readonly kind: string; readonly area: number | undefined };
type Choosing = { readonly status: Status; readonly onStatus: (status: Status) => void; readonly onArea: (area: number) => void };

function Department({ kind, area, status, onStatus, onArea }: Of & Choosing) {
  const asked = { kind, ...(area === undefined ? {} : { area }) };
  const { data, error, refetch } = useQuery({
    queryKey: ["responsibility", "department", kind, area],
    queryFn: () => api.get("/responsibility/departments/{kind}", asked),
    placeholderData: keepPreviousData,
  });
  if (error) return <Trouble error={error} what={t("console")} onRetry={() => void refetch()} />;
  if (!data) return <Loading what={t("console")} rows={12} />;
  const { figures } = data;
  const show = (next: Status) =>
    `/responsibility/console?${new URLSearchParams({ kind, ...(area ? { area: String(area) } : {}), status: next }).toString()}`;
  return (
    <>
      <Panel className="duty-strip">
        <div className="duty-figures">
          <Figure label={t("units")} value={figures.units} href={show("all")} />
          <Figure
            label={t("overdue")}
            value={figures.overdue}
            href={show("overdue")}
            meaning={figures.overdue > 0 ? "overdue" : undefined}
          />
          <Figure label={t("hazards")} value={figures.open} href={show("open")} note={t("majorNote", { n: figures.major })} />
          <Figure
            label={t("unchecked")}
            value={figures.units - figures.checked}
            href={show("unchecked")}
            note={t("visitsNote", { n: number(figures.visits) })}
          />
          <Figure label={t("untrained")} value={figures.units - figures.trained} href={show("untrained")} />
          <Figure label={t("fires")} value={figures.fires} href={show("fires")} />
        </div>
        <p className="small t2 duty-falls">
          {data.key && <Tag>{t("keyMark")}</Tag>} {data.falls.length > 0 ? t("falls", { rules: data.falls.join("；") }) : t("noRule")}
        </p>
      </Panel>
      <div className="duty-console">
        <Units key={`${kind} ${area ?? ""} ${status}`} kind={kind} area={area} status={status} onStatus={onStatus} />
        <div className="duty-side">
          <Indicators data={data} />
          <Areas data={data} onArea={onArea} />
          <Work data={data} />
          <Urgings data={data} />
          {data.licences.all > 0 && <Licences data={data} />}
        </div>
      </div>
    </>
  );
}

function Units({ kind, area, status, onStatus }: Of & Omit<Choosing, "onArea">) {
  const [asked, setAsked] = useState({ q: "", offset: 0 });
  const [typed, setTyped] = useState("");
  const { data, error, refetch } = useQuery({
    queryKey: ["responsibility", "units", kind, area, status, asked],
    queryFn: () =>
      api.get("/responsibility/departments/{kind}/units", { kind, status, limit: PAGE, ...asked, ...(area === undefined ? {} : { area }) }),
    placeholderData: keepPreviousData,
  });
  return (
    <Panel
      flush
      scroll
      title={t("units")}
      aside={data && counted(data)}
      end={
        <form
          onSubmit={(event) => {
            event.preventDefault();
            setAsked({ q: typed.trim(), offset: 0 });
          }}
        >
          <Input
            icon="search"
            aria-label={t("find")}
            placeholder={t("find")}
            value={typed}
            onChange={(event) => setTyped(event.target.value)}
          />
        </form>
      }
    >
      <div className="duty-status">
        <Segments
          label={t("status")}
          items={statuses.map((key) => ({ key, label: t(key === "all" ? "all" : key === "open" ? "hazards" : key) }))}
          value={status}
          onChange={onStatus}
        />
      </div>
      {error ? (
        <Trouble error={error} what={t("units")} onRetry={() => void refetch()} />
      ) : data ? (
        <UnitTable page={data} offset={asked.offset} onOffset={(offset) => setAsked({ ...asked, offset })} />
      ) : (
        <Loading rows={12} />
      )}
    </Panel>
  );
}

type Shown = { readonly data: DepartmentConsole };

const Indicators = ({ data }: Shown) => (
  <Panel title={t("indicators")}>
    <dl className="duty-indicators">
      {data.indicators.map(({ key, num, den, percent }) => (
        <div key={key}>
          <dt>{t(`indicator_${key}`)}</dt>
          <dd>
            {percent === null ? (
              <span className="t3">{t("nothingOwed")}</span>
            ) : (
              <>
                <TargetBar value={percent} target={100} meaning={percent >= 90 ? "met" : percent >= 60 ? "soon" : "overdue"} />
                <span className="num">{percent}%</span>{" "}
                <span className="small t3 num">{t("numOf", { num: number(num), den: number(den) })}</span>
              </>
            )}
          </dd>
        </div>
      ))}
    </dl>
  </Panel>
);

const Areas = ({ data, onArea }: Shown & Pick<Choosing, "onArea">) =>
  data.areas.length === 0 ? null : (
    <Panel flush title={t("area")} aside={data.areaName}>
      <table className="duty-table duty-small">
        <thead>
          <tr>
            <th>{t("area")}</th>
            <th className="duty-number">{t("units")}</th>
            <th className="duty-number">{t("overdue")}</th>
            <th className="duty-number">{t("hazards")}</th>
          </tr>
        </thead>
        <tbody>
          {data.areas.slice(0, 12).map((line) => (
            <tr key={line.area}>
              <td>
                <button type="button" className="link" onClick={() => onArea(line.area)}>
                  {line.name}
                </button>
              </td>
              <td className="duty-number num">{number(line.units)}</td>
              <td className={cx("duty-number num", line.overdue > 0 ? "duty-late" : "t3")}>{number(line.overdue)}</td>
              <td className="duty-number num">{number(line.open)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );

const Work = ({ data: { open, tasks } }: Shown) => (
  <Panel flush title={t("tasksHead")} aside={number(open.tasks)}>
    <p className="duty-line small t2">
      {t("dutiesMet", { met: open.met, of: open.duties })}
      {open.overdue > 0 && <span className="duty-late">{t("late", { n: open.overdue })}</span>}
      {open.yearTasks > 0 && <span>{t("yearOpen", { n: open.yearTasks })}</span>}
      {open.yearLate > 0 && <span className="duty-late">{t("late", { n: open.yearLate })}</span>}
    </p>
    <ul className="duty-list">
      {tasks.slice(0, 8).map((task) => (
        <li key={task.id}>
          <Go className="link grow" href={`/policy-tasks/task/${task.id}`}>
            {task.title}
          </Go>
          <span className={cx("small num", task.late ? "duty-late" : "t2")}>{day(task.dueOn)}</span>
        </li>
      ))}
    </ul>
  </Panel>
);

function Urgings({ data: { urgings } }: Shown) {
  const may = useMay();
  return (
    <Panel
      flush
      title={t("urgings")}
      aside={number(urgings.length)}
      end={
        may("responsibility.guidance.write") && (
          <Go className="link" href="/responsibility/guidance/new">
            {t("newGuidance")}
          </Go>
        )
      }
    >
      {urgings.length === 0 ? (
        <StateBlock kind="empty" title={t("noUrging")} />
      ) : (
        <ul className="duty-list">
          {urgings.slice(0, 12).map((line, n) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the list is a picture of one moment and never reordered
            <li key={n}>
              <span className="small t2 num">{day(line.at)}</span>
              <span className="grow duty-two">
                <Go className="link" href={line.href}>
                  {line.who}
                </Go>
                <span className="small t2">
                  {t(`urging_${line.kind}`)} {line.words} <span className="t3">{line.by}</span>
                </span>
              </span>
              {line.answered !== null && (
                <StateDot meaning={line.answered ? "met" : "soon"}>{t(line.answered ? "answered" : "unanswered")}</StateDot>
              )}
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

const Licences = ({ data: { licences } }: Shown) => (
  <Panel flush title={t("licences")} aside={t("licencesOf", { all: licences.all, n: licences.unmatched })}>
    <ul className="duty-list">
      {licences.rows.slice(0, 10).map((line) => (
        <li key={line.id}>
          <Go className="link grow" href={`/responsibility/licence/${line.id}`}>
            {line.holder}
          </Go>
          <span className="small t2">{line.what}</span>
        </li>
      ))}
    </ul>
  </Panel>
);
