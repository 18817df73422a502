/** 综合查一次: units that several organs are to check within weeks; what the one visit would be, and combining it. */
import type { MergeableUnit } from "@suiren/api-client";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "../../lib/api.ts";
import { day, listed, number } from "../../lib/format.ts";
import { Go, useGo } from "../../lib/go.tsx";
import { Button, Segments } from "../../ui/button.tsx";
import { confirm } from "../../ui/dialog.tsx";
import { Checkbox } from "../../ui/field.tsx";
import { Tag } from "../../ui/meaning.tsx";
import { PageHead, Panel } from "../../ui/panel.tsx";
import { Loading, StateBlock, Trouble } from "../../ui/state-block.tsx";
import { toast } from "../../ui/toast.tsx";
import { t } from "./words.ts";
import "./inspection.css";

const windows = ["15", "30", "60"] as const;

export default function MergePage() {
  const [days, setDays] = useState<(typeof windows)[number]>("60");
  const [open, setOpen] = useState<string>();
  const { data, error, refetch } = useQuery({
    queryKey: ["inspection", "merge", days],
    queryFn: () => api.get("/inspection/merge", { days: Number(days) }),
  });
  if (error) return <Trouble error={error} what={t("merge")} onRetry={() => void refetch()} />;
  if (!data) return <Loading what={t("merge")} />;
  const chosen = data.units.find(({ unit }) => unit === open) ?? data.units[0];
  return (
    <>
      <PageHead title={t("merge")} aside={t("mergeAside", { n: number(data.saved) })}>
        <span className="small t2">{t("window")}</span>
        <Segments
          label={t("window")}
          value={days}
          onChange={setDays}
          items={windows.map((key) => ({ key, label: t("days", { n: key }) }))}
        />
      </PageHead>
      {!chosen ? (
        <StateBlock kind="empty" title={t("noMergeable")}>
          {t("noMergeable2")}
        </StateBlock>
      ) : (
        <div className="insp-two">
          <Panel title={t("mergeable")} aside={t("units", { n: number(data.units.length) })} flush scroll>
            {data.units.map((each) => (
              <button
                key={each.unit}
                type="button"
                className="insp-unit"
                aria-pressed={each.unit === chosen.unit}
                onClick={() => setOpen(each.unit)}
              >
                <span className="row">
                  <b className="grow truncate">{each.unitName}</b>
                  <span className="small ink-met">{t("saves", { n: each.saves })}</span>
                </span>
                <span className="small t2 truncate">
                  {each.areaName}　{t("tasksOf", { n: each.tasks.length })}　{listed(each.organs)}
                </span>
              </button>
            ))}
          </Panel>
          <Combined key={`${chosen.unit} ${chosen.tasks.length}`} unit={chosen} />
        </div>
      )}
    </>
  );
}

function Combined({ unit }: { readonly unit: MergeableUnit }) {
  const [taken, setTaken] = useState<ReadonlySet<string>>(() => new Set(unit.tasks.map(({ id }) => id)));
  const [busy, setBusy] = useState(false);
  const client = useQueryClient();
  const go = useGo();
  const tasks = unit.tasks.filter(({ id }) => taken.has(id));
  const people = unit.people.filter(({ id }) => tasks.some((task) => task.people.some((each) => each.id === id)));
  const lists = unit.checklists.filter(({ list }) => tasks.some(({ checklists }) => checklists.some((each) => each.list === list)));
  const lone = unit.lone.filter(({ id }) => people.some((each) => each.id === id));
  const reason = tasks.length < 2 ? t("pickTwo") : lone.length > 0 ? t("lone", { who: listed(lone.map(({ name }) => name)) }) : undefined;
  const toggle = (id: string) => setTaken(new Set(taken.has(id) ? [...taken].filter((each) => each !== id) : [...taken, id]));
  const merge = async () => {
    if (!(await confirm({ title: unit.unitName, text: t("mergeAsk", { n: tasks.length }), verb: t("mergeVerb") }))) return;
    setBusy(true);
    try {
      const made = await api.post("/inspection/merge", { tasks: tasks.map(({ id }) => id) });
      toast.done(t("merged", { n: made.savedVisits }));
      await Promise.all([["inspection"], ["ledger"]].map((queryKey) => client.invalidateQueries({ queryKey })));
      go(`/inspection/task/${made.id}`);
    } catch (error) {
      toast.trouble(error);
      setBusy(false);
    }
  };
  const role = (n: number) => (n === 0 ? t("lead") : n === 1 ? t("second") : t("member"));
  return (
    <Panel
      title={
        <Go className="link" href={`/places/unit/${unit.unit}`}>
          {unit.unitName}
        </Go>
      }
      aside={tasks.length > 1 ? t("saves", { n: tasks.length - 1 }) : undefined}
      end={
        <Button kind="primary" size="small" busy={busy} reason={reason} onClick={() => void merge()}>
          {t("mergeVerb")}
        </Button>
      }
      flush
      scroll
    >
      <section className="insp-block">
        <h3>{t("chosen")}</h3>
        {unit.tasks.map((task) => (
          <div key={task.id} className="insp-line">
            <Checkbox
              checked={taken.has(task.id)}
              onChange={() => toggle(task.id)}
              label={`${task.organName ?? t("noOrgan")} ${t(task.purpose)}`}
            />
            <span className="small t2 truncate grow">
              {task.people.length > 0 ? listed(task.people.map(({ name }) => name)) : t("nobody")}
            </span>
            <span className="small t2 nowrap">{t("due", { day: day(task.dueOn) })}</span>
          </div>
        ))}
        {reason && <p className="small ink-soon">{reason}</p>}
      </section>
      <section className="insp-block">
        <h3>{t("takePart")}</h3>
        {people.length === 0 && <p className="small t2">{t("nobody")}</p>}
        {people.map((each, n) => (
          <div key={each.id} className="insp-line">
            <Tag>{role(n)}</Tag>
            <span>{each.name}</span>
            <span className="small t2 truncate">{each.organName}</span>
          </div>
        ))}
      </section>
      <section className="insp-block">
        <h3>
          {t("combined")}{" "}
          <span className="small t2">
            {t("combinedAside", { n: lists.length, items: number(lists.reduce((sum, { items }) => sum + items, 0)) })}
          </span>
        </h3>
        {lists.length === 0 && <p className="small t2">{t("noLists")}</p>}
        {lists.map((list) => (
          <div key={list.list} className="insp-line">
            <Go
              className="link grow truncate"
              href={`/inspection/checklists?purpose=supervision&open=${encodeURIComponent(`${list.list}@${list.version}`)}`}
            >
              {list.title}
            </Go>
            <span className="num small t2">{t("items", { n: list.items })}</span>
          </div>
        ))}
      </section>
    </Panel>
  );
}
