/** 议程: topics in their order, who reports, how long, and what came of each. */
import { cx } from "../../lib/class.ts";
import { Tag } from "../../ui/meaning.tsx";
import { Panel } from "../../ui/panel.tsx";
import { StateBlock } from "../../ui/state-block.tsx";
import type { Agenda, Page } from "./model.ts";
import { t } from "./words.ts";

export function AgendaPanel({
  page,
  chosen,
  onChoose,
  onAdd,
  onEdit,
}: {
  readonly page: Page;
  readonly chosen: string | undefined;
  readonly onChoose: (id: string) => void;
  readonly onAdd?: (() => void) | undefined;
  readonly onEdit?: ((agenda: Agenda) => void) | undefined;
}) {
  const minutes = page.agendas.reduce((sum, { minutesLong }) => sum + (minutesLong ?? 0), 0);
  const of = (agenda: Agenda, kind: "task" | "decision") =>
    page.resolutions.filter((each) => each.agenda === agenda.id && each.kind === kind).length;
  return (
    <Panel
      flush
      scroll
      className="meeting-agenda"
      title={t("agenda")}
      aside={t("agendaAside", { n: page.agendas.length, minutes })}
      end={
        onAdd && (
          <button type="button" className="link" onClick={onAdd}>
            {t("addAgenda")}
          </button>
        )
      }
      foot={
        <>
          {page.meeting.presider && <span>{t("presiderFoot", { who: page.meeting.presider })}</span>}
          {page.meeting.recorder && <span>{t("recorderFoot", { who: page.meeting.recorder })}</span>}
        </>
      }
    >
      {page.agendas.length === 0 && <StateBlock kind="empty" title={t("noAgenda")} />}
      <ol className="meeting-topics">
        {page.agendas.map((agenda) => {
          const [tasks, decisions] = [of(agenda, "task"), of(agenda, "decision")];
          return (
            <li key={agenda.id} className={cx("meeting-topic", agenda.id === chosen && "is-chosen")}>
              <button type="button" aria-current={agenda.id === chosen} onClick={() => onChoose(agenda.id)}>
                <b className="num">{agenda.ord}</b>
                <span className="meeting-topic-main">
                  <span className="meeting-topic-title">{agenda.title}</span>
                  <span className="caption t2 row">
                    <span className="grow truncate">{[agenda.presenterOrganName, agenda.presenter].filter(Boolean).join(" ")}</span>
                    {agenda.minutesLong && <span className="nowrap">{t("minute", { n: agenda.minutesLong })}</span>}
                  </span>
                  <span className="meeting-tags">
                    {tasks > 0 && <span className="meeting-tag-task">{t("tagTasks", { n: tasks })}</span>}
                    {decisions > 0 && <span className="meeting-tag-decision">{t("tagDecisions", { n: decisions })}</span>}
                    {agenda.materials.length > 0 && <Tag>{t("tagMaterials", { n: agenda.materials.length })}</Tag>}
                    {agenda.hints.length > 0 && <span className="meeting-tag-soon">{t("tagHints", { n: agenda.hints.length })}</span>}
                    {tasks + decisions === 0 && agenda.text !== "" && <Tag>{t("tagMinutes")}</Tag>}
                    {tasks + decisions === 0 && agenda.text === "" && <Tag>{agenda.kindLabel}</Tag>}
                  </span>
                </span>
              </button>
              {onEdit && agenda.id === chosen && (
                <button type="button" className="link caption meeting-topic-edit" onClick={() => onEdit(agenda)}>
                  {t("editAgenda")}
                </button>
              )}
            </li>
          );
        })}
      </ol>
    </Panel>
  );
}
