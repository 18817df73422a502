/** 工作台: one list by due date, one verb a row; beside it the area's own figures, each opening its rows. */
import { useState } from "react";
import { serverNow } from "../../lib/clock.ts";
import { day, weekday } from "../../lib/format.ts";
import { useGo } from "../../lib/go.tsx";
import { useMe } from "../../lib/session.ts";
import { type Group, groupOf, isMine, type Todo, useTodos } from "../../lib/todo.ts";
import { Button, Segments } from "../../ui/button.tsx";
import { Due } from "../../ui/due.tsx";
import { Tag } from "../../ui/meaning.tsx";
import { PageHead, Panel } from "../../ui/panel.tsx";
import { Loading, StateBlock, Trouble } from "../../ui/state-block.tsx";
import { AreaFigures } from "./area-figures.tsx";
import { t } from "./words.ts";
import "./work.css";

const GROUPS: readonly Group[] = ["overdue", "today", "week", "later", "none"];

export default function Work() {
  const { user } = useMe();
  const { todos, pending, error } = useTodos();
  const [shown, setShown] = useState<"todo" | "area">("todo");
  const mine = todos.filter((todo) => isMine(todo, user.id));
  const list = shown === "todo" ? mine : todos;
  const now = serverNow();
  return (
    <div className="work">
      <PageHead
        title={`${t("todo")} ${mine.length}`}
        aside={
          <Segments
            label={t("what")}
            items={[
              { key: "todo", label: t("todo"), count: mine.length },
              { key: "area", label: t("area"), count: todos.length },
            ]}
            value={shown}
            onChange={setShown}
          />
        }
      >
        <span className="small t2">
          {day(now, now)} {weekday(now)}　{t("charge", { area: user.areaName })}
        </span>
      </PageHead>
      <div className="work-columns">
        <Panel flush scroll>
          {error ? (
            <Trouble error={error} what={t("what")} />
          ) : pending ? (
            <Loading what={t("what")} rows={10} />
          ) : list.length === 0 ? (
            <StateBlock kind="empty" title={t("empty")}>
              {t("emptyHint")}
            </StateBlock>
          ) : (
            GROUPS.map((group) => <TodoGroup key={group} group={group} todos={list.filter((todo) => groupOf(todo.dueAt, now) === group)} />)
          )}
        </Panel>
        <AreaFigures />
      </div>
    </div>
  );
}

function TodoGroup({ group, todos }: { readonly group: Group; readonly todos: readonly Todo[] }) {
  const go = useGo();
  if (todos.length === 0) return null;
  return (
    <section>
      <h2 className={`work-group${group === "overdue" ? " ink-overdue" : ""}`}>
        {t(group)} {todos.length}
        {group === "overdue" && <i className="work-square" />}
      </h2>
      <ul>
        {todos.map((todo) => (
          <li key={todo.id} className="work-row">
            <Tag>{todo.kind}</Tag>
            <span className="grow truncate" title={todo.title}>
              {todo.place} {todo.title}
            </span>
            <span className="small t2 work-state">{todo.state}</span>
            <span className="work-due small">
              <Due at={todo.dueAt} from={todo.openedAt} />
            </span>
            <Button kind={group === "overdue" ? "primary" : "plain"} className="work-verb" onClick={() => go(todo.href)}>
              {t("go")}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
