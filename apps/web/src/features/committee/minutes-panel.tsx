/** 纪要 of the chosen topic: what the meeting saw, the text, what it forgets to say. */
import { useEffect, useState } from "react";
import { serverNow } from "../../lib/clock.ts";
import { dayTime } from "../../lib/format.ts";
import { Button } from "../../ui/button.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Panel } from "../../ui/panel.tsx";
import { StateBlock } from "../../ui/state-block.tsx";
import type { Place } from "./marks.ts";
import type { Agenda, Page } from "./model.ts";
import { Paper } from "./paper.tsx";
import { useDraft } from "./use-draft.ts";
import { t } from "./words.ts";

export type MinutesProps = {
  readonly page: Page;
  readonly agenda: Agenda;
  readonly chosen: string | null;
  readonly writes: boolean;
  /** Lets the page save what is open before it does something of its own. */
  readonly onFlush: (flush: () => Promise<void>) => void;
};

function hintWords({ text, lacks }: Agenda["hints"][number]): string {
  const short = text.length > 26 ? `${text.slice(0, 25)}…` : text;
  if (lacks.includes("organ") && lacks.includes("day")) return t("hintBoth", { text: short });
  if (lacks.includes("day")) return t("hintDay", { text: short });
  return t(lacks.includes("organ") ? "hintOrgan" : "hintOnly", { text: short });
}

export function MinutesPanel({ page, agenda, chosen, writes, onFlush }: MinutesProps) {
  const draft = useDraft(page, agenda.id);
  const [selected, setSelected] = useState<Place | null>(null);
  const { flush } = draft;
  useEffect(() => onFlush(flush), [flush, onFlush]);
  const mark = (kind: "task" | "decision", place: Place) => {
    draft.mark(kind, place);
    setSelected(null);
  };
  const status = draft.saving
    ? t("saving")
    : draft.dirty
      ? t("unsaved")
      : agenda.savedAt
        ? t("savedAt", { at: dayTime(agenda.savedAt, serverNow()) })
        : "";
  const counted = (kind: "task" | "decision") => draft.marks.filter((each) => each.kind === kind).length;
  const begun = page.meeting.state !== "topics" && page.meeting.state !== "noticed";
  return (
    <Panel
      className="meeting-minutes"
      scroll
      title={t("minutes")}
      aside={t("topicOf", { n: agenda.ord, title: agenda.title })}
      end={writes ? status : undefined}
      foot={
        begun && (
          <>
            {writes && selected ? (
              <span className="row grow">
                <Button size="small" kind="primary" onClick={() => mark("task", selected)}>
                  {t("makeTask")}
                </Button>
                <Button size="small" onClick={() => mark("decision", selected)}>
                  {t("makeDecision")}
                </Button>
              </span>
            ) : (
              <span className="grow meeting-keys">
                {writes && (
                  <>
                    {t("keysBefore")} <kbd>t</kbd> {t("keyTask")} <kbd>d</kbd> {t("keyDecision")}
                  </>
                )}
              </span>
            )}
            <span className="nowrap">{t("counts", { tasks: counted("task"), decisions: counted("decision") })}</span>
          </>
        )
      }
    >
      {!begun ? (
        <StateBlock kind="empty" title={t("noMinutesYet")} />
      ) : (
        <>
          {agenda.seen.length > 0 && (
            <p className="meeting-seen small t2">
              <span title={page.meeting.sm3 ? t("hash", { sm3: page.meeting.sm3 }) : undefined}>{t("seen")}</span>
              {agenda.seen.map(({ label, area, value, words }) => (
                <span key={`${label} ${area}`} className="nowrap">
                  {area} {label} {words && <b className="num">{words} = </b>}
                  <b className="num">{value}</b>
                </span>
              ))}
            </p>
          )}
          <Paper
            text={draft.text}
            marks={draft.marks}
            label={t("minutes")}
            placeholder={t("minutesHint")}
            chosen={chosen}
            onType={writes ? draft.type : undefined}
            onMark={writes ? mark : undefined}
            onSelect={setSelected}
          />
          {writes &&
            !draft.dirty &&
            agenda.hints.map((hint) => (
              <p key={`${hint.start} ${hint.text}`} className="meeting-hint">
                <Icon name="fault" size={14} solid />
                <span>{hintWords(hint)}</span>
                <button type="button" className="link" onClick={() => mark("task", hint)}>
                  {t("makeTask")}
                </button>
                <button type="button" className="link t2" onClick={() => draft.aside(hint.text)}>
                  {t("setAside")}
                </button>
              </p>
            ))}
        </>
      )}
    </Panel>
  );
}
