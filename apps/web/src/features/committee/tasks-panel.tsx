/** 任务: what the minutes give whom by when; what is lacking is asked for in place; after issue, how far each is. */
import { useState } from "react";
import { cx } from "../../lib/class.ts";
import { serverNow } from "../../lib/clock.ts";
import { day, listed } from "../../lib/format.ts";
import { Go } from "../../lib/go.tsx";
import { Segments } from "../../ui/button.tsx";
import { Input } from "../../ui/field.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Panel } from "../../ui/panel.tsx";
import { StateBlock } from "../../ui/state-block.tsx";
import { Control } from "../ledger/form-control.tsx";
import type { HeldBack, Page, Resolution, SentMark } from "./model.ts";
import { t } from "./words.ts";

const lackWord = { organ: "lackOrgan", owner: "lackOwner", day: "lackDay", late: "lackLate" } as const;
export const lackWords = (lacks: HeldBack["lacks"]): string => listed(lacks.map((each) => t(lackWord[each])));

function CosignWord({ cosign, spread }: Pick<Resolution, "cosign" | "spread">) {
  const { asked, granted, refused } = cosign;
  if (refused > 0) return <span className="ink-overdue">{t("cosignRefused")}</span>;
  if (asked === 0) return <span className="t3">{t("cosignNone")}</span>;
  if (spread !== "one") return <span className="t2">{t("cosignOf", { n: granted, all: asked })}</span>;
  return granted > 0 ? <span className="ink-met">{t("cosignDone")}</span> : <span className="t2">{t("cosignWait")}</span>;
}

export type TasksProps = {
  readonly page: Page;
  readonly agenda: string | undefined;
  readonly writes: boolean;
  readonly copy: string | null;
  readonly onCopy: (organ: string | null) => void;
  readonly onTell: (resolution: Resolution, told: Partial<SentMark>) => void;
  readonly onEdit: (resolution: Resolution) => void;
};

export function TasksPanel({ page, agenda, writes, copy, onCopy, onTell, onEdit }: TasksProps) {
  const [scope, setScope] = useState<"this" | "all">("all");
  const tasks = page.resolutions.filter(({ kind }) => kind === "task");
  const here = tasks.filter((each) => each.agenda === agenda);
  const shown = scope === "this" ? here : tasks;
  const issued = page.meeting.issuedOn !== null;
  return (
    <Panel
      flush
      scroll
      className="meeting-tasks"
      title={t("taskPanel")}
      aside={t("taskAside", { n: tasks.length })}
      end={
        <Segments
          solid
          label={t("taskPanel")}
          items={[
            { key: "this", label: t("thisTopic", { n: here.length }) },
            { key: "all", label: t("allTopics", { n: tasks.length }) },
          ]}
          value={scope}
          onChange={setScope}
        />
      }
      foot={
        <>
          <span className="grow">{t(issued ? "footIssued" : "foot")}</span>
          <span className="nowrap">{t("total", { n: tasks.length })}</span>
        </>
      }
    >
      {shown.length === 0 && (
        <StateBlock kind="empty" title={t("noTasks")}>
          {writes ? t("noTasksHint") : undefined}
        </StateBlock>
      )}
      <ul>
        {shown.map((each) => (
          <TaskLine key={each.id} resolution={each} issued={issued} writes={writes} onTell={onTell} onEdit={onEdit} />
        ))}
      </ul>
      {writes && page.meeting.state === "minutes" && (
        <div className="meeting-copy">
          <span className="nowrap">{t("copy", { who: "" })}</span>
          <Control
            ids={{ id: "copy", "aria-describedby": "copy-d", "aria-invalid": false }}
            field={{ key: "copy", label: t("copyTo"), kind: "organ", ref: "organizations.organ" }}
            value={copy}
            onChange={(value) => onCopy(typeof value === "string" ? value : null)}
          />
        </div>
      )}
    </Panel>
  );
}

function TaskLine({
  resolution,
  issued,
  writes,
  onTell,
  onEdit,
}: {
  readonly resolution: Resolution;
  readonly issued: boolean;
  readonly writes: boolean;
  readonly onTell: TasksProps["onTell"];
  readonly onEdit: TasksProps["onEdit"];
}) {
  const { lacks, organName, title, owner, dueOn, clause, tasks } = resolution;
  const lacking = !issued && lacks.length > 0;
  const [typed, setTyped] = useState<string>();
  return (
    <li className={cx("meeting-task", lacking && "is-lacking")}>
      <div className="row">
        <b className="grow truncate meeting-task-organ">{organName || t("lackOrgan")}</b>
        {lacking ? (
          <span className="ink-soon nowrap caption meeting-lacks">
            <Icon name="fault" size={12} solid /> {t("lacks", { what: lackWords(lacks) })}
          </span>
        ) : issued ? null : (
          <span className="caption nowrap">
            <CosignWord {...resolution} />
          </span>
        )}
      </div>
      {writes ? (
        <button type="button" className="meeting-task-title" title={t("editTask")} onClick={() => onEdit(resolution)}>
          {title}
        </button>
      ) : (
        <span>{title}</span>
      )}
      {lacking && writes ? (
        <div className="meeting-fill">
          {lacks.includes("organ") && (
            <Control
              ids={{ id: `organ ${resolution.id}`, "aria-describedby": `organ ${resolution.id}`, "aria-invalid": true }}
              field={{ key: "organ", label: t("leadOrgan"), kind: "organ", ref: "organizations.organ" }}
              value={null}
              onChange={(value) => typeof value === "string" && onTell(resolution, { organ: value, spread: "one" })}
            />
          )}
          <Input
            aria-label={`${t("owner")} ${title}`}
            placeholder={t("owner")}
            maxLength={60}
            value={typed ?? owner ?? ""}
            onChange={(event) => setTyped(event.target.value)}
            onKeyDown={(event) => event.key === "Enter" && event.currentTarget.blur()}
            onBlur={() => {
              if (typed !== undefined && typed.trim() !== (owner ?? "")) onTell(resolution, { owner: typed.trim() || null });
            }}
          />
          <input
            className="meeting-day"
            type="date"
            aria-label={`${t("dueOn")} ${title}`}
            value={dueOn ?? ""}
            onChange={(event) => event.target.value && onTell(resolution, { dueOn: event.target.value })}
          />
        </div>
      ) : (
        <div className="row caption t2">
          <span className="grow truncate">
            {owner} {dueOn && <span className="nowrap">　{day(dueOn, serverNow())}</span>}
          </span>
          {clause && <span className="num meeting-clause">{clause}</span>}
        </div>
      )}
      {tasks.length > 0 && (
        <div className="meeting-given caption">
          {tasks.map((task) => (
            <Go key={task.id} href={`/policy-tasks/task?open=${task.id}`} className={task.closed ? "ink-met" : undefined}>
              {task.organ} {task.stateLabel}
            </Go>
          ))}
        </div>
      )}
    </li>
  );
}
