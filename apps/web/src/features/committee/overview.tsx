/** 消安委: the tree of committees with what each owes and held this year, its next meeting and open tasks; and who answers what it is asked. */
import { useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { cx } from "../../lib/class.ts";
import { serverNow } from "../../lib/clock.ts";
import { day, dayKey, daysBetween, dayTime, number } from "../../lib/format.ts";
import { Go, useGo, useSearchText } from "../../lib/go.tsx";
import { listHref } from "../../lib/list-href.ts";
import { useMay } from "../../lib/session.ts";
import { Button } from "../../ui/button.tsx";
import { Select } from "../../ui/field.tsx";
import { PageHead, Panel } from "../../ui/panel.tsx";
import { Loading, StateBlock, Trouble } from "../../ui/state-block.tsx";
import { Tabs } from "../../ui/tabs.tsx";
import { type Committee, feedbackQuery, type Overview, overviewQuery } from "./model.ts";
import { NewMeeting } from "./new-meeting.tsx";
import { t } from "./words.ts";
import "../../ui/meaning.css";
import "./committee.css";

export default function CommitteeOverview() {
  const go = useGo();
  const may = useMay();
  const given = new URLSearchParams(useSearchText());
  const thisYear = Number(dayKey(serverNow()).slice(0, 4));
  const year = Number(given.get("year")) || thisYear;
  const tab = given.get("tab") === "feedback" ? "feedback" : "all";
  const [towns, setTowns] = useState(false);
  const [planning, setPlanning] = useState(false);
  const { data, error, refetch } = useQuery(overviewQuery(year, towns));
  useEffect(() => {
    document.title = t("committees");
  }, []);
  if (error) return <Trouble error={error} what={t("committees")} onRetry={() => void refetch()} />;
  if (!data) return <Loading what={t("committees")} />;
  const open = (next: { readonly year?: number; readonly tab?: string }) =>
    go(`/committee/overview?${new URLSearchParams({ year: String(next.year ?? year), tab: next.tab ?? tab }).toString()}`, {
      replace: true,
    });
  const own = data.committees.filter(({ acts }) => acts);
  return (
    <div className="committee">
      <PageHead title={t("committees")}>
        <Select
          aria-label={t("year")}
          value={String(year)}
          options={[0, 1, 2].map((ago) => ({ value: String(thisYear - ago), label: String(thisYear - ago) }))}
          onChange={(event) => open({ year: Number(event.target.value) })}
        />
        {may("committee.convene") && own.length > 0 && (
          <Button kind="primary" icon="plus" onClick={() => setPlanning(true)}>
            {t("newMeeting")}
          </Button>
        )}
      </PageHead>
      <Panel flush className="committee-panel grow">
        <div className="committee-tabs">
          <Tabs
            label={t("committees")}
            value={tab}
            onChange={(next) => open({ tab: next })}
            items={[
              { key: "all", label: t("all"), count: data.committees.filter(({ level }) => level !== "town").length },
              { key: "feedback", label: t("feedback") },
            ]}
          />
        </div>
        <div className="committee-body">
          {tab === "feedback" ? <Feedback year={year} /> : <Tree data={data} towns={towns} onTowns={() => setTowns(!towns)} />}
        </div>
      </Panel>
      {planning && <NewMeeting committees={own} onClose={() => setPlanning(false)} />}
    </div>
  );
}

function Tree({ data, towns, onTowns }: { readonly data: Overview; readonly towns: boolean; readonly onTowns: () => void }) {
  if (data.committees.length === 0)
    return (
      <StateBlock kind="empty" title={t("noCommittees")} actions={<Go href="/committee/committee">{t("register")}</Go>}>
        {t("noCommitteesHint")}
      </StateBlock>
    );
  return (
    <>
      <table className="committee-table committee-tree">
        <thead>
          <tr>
            <th>{t("committee")}</th>
            <th>{t("chair")}</th>
            <th className="amount">{t("members")}</th>
            <th>{t("executive")}</th>
            <th className="amount">{t("plenary")}</th>
            <th>{t("consultation")}</th>
            <th>{t("next")}</th>
            <th className="amount">{t("tasks")}</th>
          </tr>
        </thead>
        <tbody>
          {data.committees.map((each) => (
            <CommitteeRow key={each.id} each={each} />
          ))}
        </tbody>
      </table>
      {data.towns.all > 0 && (
        <p className="committee-foot small t2">
          <span className="grow">{t("townsNote", { all: data.towns.all, n: data.towns.established })}</span>
          <Button size="small" onClick={onTowns}>
            {t(towns ? "hideTowns" : "showTowns")}
          </Button>
        </p>
      )}
    </>
  );
}

const quarter = (key: string): string => key.replace(/^\d{4}/, "");

function Periods({ executive }: Pick<Committee, "executive">) {
  if (executive.length === 0) return <span className="t3">{t("none")}</span>;
  return (
    <span className="committee-periods">
      {executive.map(({ key, state, held, daysLeft }) => {
        const words = t(state, { key, n: held, days: daysLeft });
        return (
          <span key={key} className={cx("committee-period", `is-${state}`)} title={words} role="img" aria-label={words}>
            {quarter(key) || key}
          </span>
        );
      })}
    </span>
  );
}

function CommitteeRow({ each }: { readonly each: Committee }) {
  const { plenary, consultation, next, minutes } = each;
  const short = plenary.owed !== null && plenary.held < plenary.owed;
  const today = dayKey(serverNow());
  return (
    <tr className={`committee-${each.level}`}>
      <th scope="row">
        <Go href={`/committee/committee?open=${each.id}`}>{each.name.replace(/消防安全委员会$/, "")}</Go>
        {each.lacking && <span className="caption ink-soon committee-lacking">{each.lacking}</span>}
      </th>
      <td>
        {each.chair ?? <span className="t3">{t("none")}</span>} <span className="caption t2">{each.chairPost}</span>
      </td>
      <td className="amount" data-label={t("members")}>
        <Go href={listHref("committee/member", { committee: each.id })}>{each.members}</Go>
      </td>
      <td data-label={t("executive")}>
        <Periods executive={each.executive} />
      </td>
      <td className="amount" data-label={t("plenary")}>
        <Go className={short ? "ink-soon" : undefined} href={listHref("committee/meeting", { committee: each.id, kind: "plenary" })}>
          {plenary.owed === null ? t("plenaryHeld", { held: plenary.held }) : t("plenaryOf", { held: plenary.held, owed: plenary.owed })}
        </Go>
      </td>
      <td className={consultation.late ? "ink-overdue" : undefined} data-label={t("consultation")}>
        {consultation.late && consultation.lastOn
          ? t("late", { days: daysBetween(consultation.lastOn, today) })
          : consultation.lastOn
            ? t("lastOn", { day: day(consultation.lastOn, serverNow()) })
            : consultation.everyDays === null
              ? t("none")
              : t("never")}
      </td>
      <td className="committee-next" data-label={t("next")}>
        {minutes && (
          <Go href={`/committee/meeting/${minutes.id}`} className="ink-soon">
            {t("minutesWaiting")}
          </Go>
        )}
        {next ? (
          <Go href={`/committee/meeting/${next.id}`}>{dayTime(next.beginsAt, serverNow())}</Go>
        ) : (
          !minutes && <span className="t3">{t("none")}</span>
        )}
      </td>
      <td className="amount nowrap" data-label={t("tasks")}>
        {each.openTasks === 0 ? (
          <span className="t3">0</span>
        ) : (
          <>
            {each.openTasks}
            {each.overdueTasks > 0 && <span className="ink-overdue">　{t("overdueTasks", { n: each.overdueTasks })}</span>}
          </>
        )}
      </td>
    </tr>
  );
}

function Feedback({ year }: { readonly year: number }) {
  const { data, error, refetch } = useQuery(feedbackQuery(year));
  if (error) return <Trouble error={error} what={t("feedback")} onRetry={() => void refetch()} />;
  if (!data) return <Loading what={t("feedback")} />;
  if (data.organs.length === 0) return <StateBlock kind="empty" title={t("noFeedback")} />;
  return (
    <table className="committee-table">
      <thead>
        <tr>
          <th>{t("organ")}</th>
          <th className="amount">{t("asked")}</th>
          <th className="amount">{t("answered")}</th>
          <th className="amount">{t("rate")}</th>
          <th className="amount">{t("lateAnswers")}</th>
          <th className="amount">{t("mean")}</th>
        </tr>
      </thead>
      <tbody>
        {data.organs.map((each) => (
          <tr key={each.organ}>
            <th scope="row">{each.name}</th>
            <td className="amount">{each.asked}</td>
            <td className="amount">{each.answered}</td>
            <td className="amount">{number((each.answered / each.asked) * 100, 1)}%</td>
            <td className={cx("amount", each.late > 0 && "ink-overdue")}>{each.late}</td>
            <td className="amount">{each.meanHours === null ? t("none") : t("hours", { n: number(each.meanHours, 1) })}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
