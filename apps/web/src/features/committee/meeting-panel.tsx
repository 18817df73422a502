/** Of a meeting, beside the list: the plain facts and the way to its page. */
import { useQuery } from "@tanstack/react-query";
import type { PanelProps } from "../../app/panels.ts";
import { serverNow } from "../../lib/clock.ts";
import { dayTime } from "../../lib/format.ts";
import { useGo } from "../../lib/go.tsx";
import { Button } from "../../ui/button.tsx";
import { CaseBar } from "../../ui/case-bar.tsx";
import { Facts } from "../../ui/panel.tsx";
import { Loading, Trouble } from "../../ui/state-block.tsx";
import { stepsOf } from "./meeting.tsx";
import { meetingQuery } from "./model.ts";
import { t } from "./words.ts";
import "./committee.css";

export default function MeetingSummary({ row }: PanelProps) {
  const go = useGo();
  const { data, error, refetch } = useQuery(meetingQuery(row.id));
  if (error) return <Trouble error={error} what={t("meeting")} onRetry={() => void refetch()} />;
  if (!data) return <Loading what={t("meeting")} />;
  const { meeting, attendance } = data;
  return (
    <div className="col" style={{ gap: 14 }}>
      <CaseBar steps={stepsOf(data)} />
      <Facts
        items={[
          [t("kind"), meeting.kindLabel],
          [t("committee"), meeting.committeeName ?? t("none")],
          [t("beginsAt"), dayTime(meeting.beginsAt, serverNow())],
          [t("place"), meeting.place ?? t("none")],
          [t("presider"), meeting.presider ?? t("none")],
          [
            t("attendance"),
            `${t("expected")} ${attendance.expected}　${t("present")} ${attendance.present}　${t("deputed")} ${attendance.deputed}　${t("leave")} ${attendance.leave}`,
          ],
          [t("agenda"), data.agendas.map(({ title }) => title).join("；")],
          [t("tasks"), String(data.resolutions.filter(({ kind }) => kind === "task").length)],
        ]}
      />
      <div>
        <Button kind="primary" onClick={() => go(`/committee/meeting/${row.id}`)}>
          {t("openPage")}
        </Button>
      </div>
    </div>
  );
}
