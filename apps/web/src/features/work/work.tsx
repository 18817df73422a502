/** 工作台: what waits by its deadline with one verb a row, what I did, what I began, what I was told; beside it the area's own figures. */
import { useState } from "react";
import { serverNow } from "../../lib/clock.ts";
import { day, weekday } from "../../lib/format.ts";
import { useGo, useSearchText } from "../../lib/go.tsx";
import { listHref } from "../../lib/list-href.ts";
import { useAsked, useCaseKinds, useFreshWork, useWorkCounts } from "../../lib/my-work.ts";
import { useMe } from "../../lib/session.ts";
import { Button, Segments } from "../../ui/button.tsx";
import { Checkbox, Select } from "../../ui/field.tsx";
import { PageHead, Panel } from "../../ui/panel.tsx";
import { Loading, StateBlock, Trouble } from "../../ui/state-block.tsx";
import { RequestLine } from "../cases/requests.tsx";
import { AreaFigures } from "./area-figures.tsx";
import { Acts, List, TodoGroups, ToldRows } from "./lists.tsx";
import { Messages } from "./messages.tsx";
import { t } from "./words.ts";
import "./work.css";

const TABS = ["todo", "asked", "done", "opened", "told"] as const;
type Tab = (typeof TABS)[number];

export default function Work() {
  const { user } = useMe();
  const go = useGo();
  const given = new URLSearchParams(useSearchText()).get("tab");
  const tab: Tab = TABS.find((each) => each === given) ?? "todo";
  const counts = useWorkCounts().data;
  const asked = useAsked().data?.requests;
  useFreshWork();
  const now = serverNow();
  const countOf: Readonly<Partial<Record<Tab, number | undefined>>> = {
    todo: counts?.todo,
    asked: asked?.length || undefined,
    told: counts?.unread || undefined,
  };
  return (
    <div className="work">
      <PageHead
        title={tab === "todo" && counts ? `${t("todo")} ${counts.todo}${counts.capped ? "+" : ""}` : t(tab)}
        aside={
          <Segments
            label={t("what")}
            items={TABS.map((key) => ({ key, label: t(key), count: countOf[key] }))}
            value={tab}
            onChange={(key) => go(key === "todo" ? "/work" : `/work?tab=${key}`)}
          />
        }
      >
        <span className="small t2">
          {day(now, now)} {weekday(now)}　{t("charge", { area: user.areaName })}
        </span>
      </PageHead>
      <div className="work-columns">
        <Shown key={tab} tab={tab} />
        <div className="work-side">
          <AreaFigures />
          <Messages />
        </div>
      </div>
    </div>
  );
}

/** The chosen list, under its filter where there is something to choose. */
function Shown({ tab }: { readonly tab: Tab }) {
  const kinds = useCaseKinds();
  const [kind, setKind] = useState("");
  const [isUnread, setUnread] = useState(false);
  const byKind = { kind: kind || undefined };
  const hasKinds = kinds.length > 1 && (tab === "todo" || tab === "done");
  return (
    <Panel flush scroll>
      {hasKinds && (
        <div className="work-filter">
          <Select
            aria-label={t("kind")}
            empty={t("allKinds")}
            options={kinds.map(({ name, label }) => ({ value: name, label }))}
            value={kind}
            onChange={(event) => setKind(event.target.value)}
          />
        </div>
      )}
      {tab === "told" && (
        <div className="work-filter">
          <Checkbox label={t("onlyUnread")} checked={isUnread} onChange={(event) => setUnread(event.target.checked)} />
        </div>
      )}
      {tab === "todo" && (
        <List list="todo" filter={byKind} empty={{ title: t("empty"), hint: t("emptyHint"), action: <InArea /> }}>
          {(todos) => <TodoGroups todos={todos} />}
        </List>
      )}
      {tab === "asked" && <Asked />}
      {tab === "done" && (
        <List list="done" filter={byKind} empty={{ title: t("emptyDone"), hint: t("emptyDoneHint") }}>
          {(acts) => <Acts acts={acts} />}
        </List>
      )}
      {tab === "opened" && (
        <List list="opened" empty={{ title: t("emptyOpened"), hint: t("emptyOpenedHint") }}>
          {(acts) => <Acts acts={acts} />}
        </List>
      )}
      {tab === "told" && (
        <List
          list="told"
          filter={{ unread: isUnread ? "true" : undefined }}
          empty={{
            title: t(isUnread ? "emptyToldUnread" : "emptyTold"),
            hint: t("emptyToldHint"),
            action: isUnread && <Button onClick={() => setUnread(false)}>{t("seeAll")}</Button>,
          }}
        >
          {(told) => <ToldRows told={told} />}
        </List>
      )}
    </Panel>
  );
}

/** What other organs asked of ours: received here, answered here. */
function Asked() {
  const asked = useAsked();
  if (asked.error) return <Trouble error={asked.error} what={t("asked")} onRetry={() => void asked.refetch()} />;
  if (!asked.data) return <Loading what={t("asked")} rows={6} />;
  if (asked.data.requests.length === 0)
    return (
      <StateBlock kind="empty" title={t("emptyAsked")}>
        {t("emptyAskedHint")}
      </StateBlock>
    );
  return (
    <ul className="work-asked">
      {asked.data.requests.map((request) => (
        <RequestLine key={request.id} request={request} showSubject />
      ))}
    </ul>
  );
}

/** Nothing is mine: what is open in my area is a list of its own, one a kind. */
function InArea() {
  const go = useGo();
  return useCaseKinds().map(({ name, label, path }) => (
    <Button key={name} onClick={() => go(listHref(path, { open: true }))}>
      {t("inArea", { label })}
    </Button>
  ));
}
