/** 行动进展: a document by its own groups, goals, stages and years; a checklist against its day; key tasks carried from year to year. */
import type { PackProgress, ProgressGrouping } from "@suiren/api-client";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { api } from "../../lib/api.ts";
import { serverNow } from "../../lib/clock.ts";
import { day, number } from "../../lib/format.ts";
import { Go, useGo } from "../../lib/go.tsx";
import { Button, Segments } from "../../ui/button.tsx";
import { Select } from "../../ui/field.tsx";
import { Tag } from "../../ui/meaning.tsx";
import { PageHead, Panel } from "../../ui/panel.tsx";
import { Loading, StateBlock, Trouble } from "../../ui/state-block.tsx";
import { toast } from "../../ui/toast.tsx";
import { Figure } from "./bits.tsx";
import { GroupPanel } from "./group-panel.tsx";
import { GroupTable } from "./group-table.tsx";
import { KeyTasks } from "./key-tasks.tsx";
import { useAddress } from "./use-asked.ts";
import { t } from "./words.ts";
import "../../ui/meaning.css";
import "./policy-progress.css";

const PATH = "/policy-tasks/programme-view";
const STAGES = "stages";
const KEY_TASKS = "key-tasks";

export default function Progress() {
  const { asked, get, set } = useAddress(PATH);
  const go = useGo();
  useEffect(() => {
    document.title = t("progress");
  }, []);
  const { data, error, refetch } = useQuery({
    queryKey: ["policy-tasks", "progress", asked],
    queryFn: () => api.get("/policy-tasks/programme-view", asked),
    placeholderData: (before) => before,
  });
  if (error)
    return (
      <>
        <PageHead title={t("progress")} />
        <Trouble error={error} what={t("progress")} onRetry={() => void refetch()} />
      </>
    );
  if (!data)
    return (
      <>
        <PageHead title={t("progress")} />
        <Loading what={t("progress")} rows={10} />
      </>
    );
  const tabs = tabsOf(data);
  const tab = tabs.find(({ key }) => key === get("by"))?.key ?? tabs[0]?.key ?? STAGES;
  return (
    <div className="progress">
      <PageHead
        title={t("progress")}
        aside={<Segments label={t("groupedBy")} items={tabs} value={tab} onChange={(key) => set({ by: key, group: null })} />}
      >
        {data.packs.length > 1 && (
          <Select
            aria-label={t("pack")}
            options={data.packs.map(({ id, title }) => ({ value: id, label: title }))}
            value={data.pack?.id ?? ""}
            onChange={(event) => set({ pack: event.target.value, by: null, group: null })}
          />
        )}
        <Button onClick={() => go(`/policy-tasks/supporting${data.pack ? `?pack=${data.pack.id}` : ""}`)}>{t("supporting")}</Button>
        <Button onClick={() => go(`/policy-tasks/effect${data.pack ? `?pack=${data.pack.id}` : ""}`)}>{t("effect")}</Button>
        <Record progress={data} />
      </PageHead>
      {data.pack ? (
        <Body progress={data} tab={tab} group={get("group")} onGroup={(group) => set({ group })} />
      ) : (
        <StateBlock kind="empty" title={t("noPack")}>
          {t("noPackHint")}
        </StateBlock>
      )}
    </div>
  );
}

const tabsOf = ({ groupings, stages, pack }: PackProgress) => [
  ...groupings.map(({ key, name }) => ({ key, label: name })),
  ...(stages.length > 0 ? [{ key: STAGES, label: t("stages") }] : []),
  ...(pack ? [{ key: KEY_TASKS, label: t("keyTasks") }] : []),
];

type BodyProps = {
  readonly progress: PackProgress;
  readonly tab: string;
  readonly group: string | null;
  readonly onGroup: (key: string) => void;
};
function Body({ progress, tab, group, onGroup }: BodyProps) {
  const grouping = progress.groupings.find(({ key }) => key === tab);
  const stages = progress.stages.map(({ key, when, from, to, group: own }) => ({ ...own, key, when, from, to }));
  const groups = grouping?.groups ?? stages;
  const now = stages.find(({ when }) => when === "now")?.key;
  const chosen = groups.find(({ key }) => key === group) ?? groups.find(({ key }) => key === now) ?? groups[0];
  if (tab === KEY_TASKS)
    return (
      <>
        <Head progress={progress} />
        <KeyTasks progress={progress} />
      </>
    );
  return (
    <>
      <Head progress={progress} grouping={grouping} />
      <div className="progress-body">
        <Panel flush scroll className="progress-groups">
          <GroupTable
            groups={groups}
            years={progress.years}
            chosen={chosen?.key ?? null}
            stages={grouping ? undefined : stages}
            onChoose={onGroup}
          />
        </Panel>
        {chosen && (
          <GroupPanel
            group={chosen}
            pack={progress.pack?.id ?? ""}
            keyTasks={grouping ? [] : progress.keyTasks.flatMap(({ tasks }) => tasks).filter(({ stage }) => stage === chosen.key)}
          />
        )}
      </div>
    </>
  );
}

/** What is owed of the whole document; of a checklist how ready it is, and how long there is. */
function Head({ progress, grouping }: { readonly progress: PackProgress; readonly grouping?: ProgressGrouping | undefined }) {
  const { whole, tasks, pack, area } = progress;
  const now = serverNow();
  return (
    <div className="panel progress-head">
      {grouping?.kind === "milestone" && grouping.by ? (
        <>
          <Figure
            label={t("readiness")}
            value={`${grouping.readiness ?? 0} %`}
            ink={grouping.readiness === 100 ? "ink-met" : lateInk(grouping)}
          />
          <Figure
            label={t("complete")}
            value={t("of", {
              n: grouping.groups.filter(({ progress: { percent } }) => percent === 100).length,
              all: grouping.groups.length,
            })}
          />
          <span className="progress-figure">
            <span className="t2">{t("by")}</span>
            <b className={`progress-value ${lateInk(grouping)}`}>
              {(grouping.days ?? 0) < 0 ? t("daysPast", { n: -(grouping.days ?? 0) }) : t("daysLeft", { n: grouping.days ?? 0 })}
            </b>
            <span className="small t2">{day(grouping.by, now)}</span>
          </span>
        </>
      ) : (
        <>
          <Figure
            label={t("met")}
            value={whole.percent === null ? "—" : `${whole.percent} %`}
            ink={whole.percent === 100 ? "ink-met" : ""}
          />
          <Figure label={t("owed")} value={number(whole.owed)} />
          <Figure label={t("overdue")} value={number(whole.overdue)} ink={whole.overdue > 0 ? "ink-overdue" : "t3"} />
          <Figure label={t("tasks")} value={`${number(tasks.done)} / ${number(tasks.total)}`} />
        </>
      )}
      <span className="grow" />
      {pack && (
        <span className="small t2 progress-pack">
          {area.name}　{pack.issuer} {pack.number}　{t("span", { from: day(pack.from, now), to: pack.to ? day(pack.to, now) : t("noEnd") })}
          {pack.ended && <Tag>{t("ended")}</Tag>}
        </span>
      )}
    </div>
  );
}
const lateInk = ({ days, readiness }: ProgressGrouping): string =>
  readiness === 100 ? "ink-met" : (days ?? 0) < 0 ? "ink-overdue" : (days ?? 0) < 90 ? "ink-soon" : "";

/** The programme registered for this document, or the button that registers it. */
function Record({ progress: { record, pack, area, may } }: { readonly progress: PackProgress }) {
  const go = useGo();
  const client = useQueryClient();
  const [busy, setBusy] = useState(false);
  if (record)
    return (
      <Go className="link small" href={`/policy-tasks/programme?open=${record.id}`} title={record.lacking ?? undefined}>
        {t("record")}
      </Go>
    );
  if (!pack || !may.record) return null;
  const build = async () => {
    setBusy(true);
    try {
      const made = await api.post("/policy-tasks/programme-view/record", { pack: pack.id, area: area.key });
      await client.invalidateQueries({ queryKey: ["policy-tasks", "progress"] });
      toast.done(t("recorded", { n: made.stages }));
      go(`/policy-tasks/programme?open=${made.id}`);
    } catch (failure) {
      toast.trouble(failure);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Button busy={busy} onClick={() => void build()}>
      {t("buildRecord")}
    </Button>
  );
}
