/** The four lists of 工作台. Every row says whose turn it is and opens its case. */
import type { ReactNode } from "react";
import { serverNow } from "../../lib/clock.ts";
import { dayTime } from "../../lib/format.ts";
import { Go, useGo } from "../../lib/go.tsx";
import {
  type Act,
  type CaseItem,
  type Group,
  groupOf,
  type Todo,
  type Told,
  useMarkRead,
  useWorkList,
  type WorkList,
} from "../../lib/my-work.ts";
import { Button } from "../../ui/button.tsx";
import { Due } from "../../ui/due.tsx";
import { Tag } from "../../ui/meaning.tsx";
import { Loading, StateBlock, Trouble } from "../../ui/state-block.tsx";
import { toast } from "../../ui/toast.tsx";
import { t } from "./words.ts";

const GROUPS: readonly Group[] = ["overdue", "today", "week", "later", "none"];

export type ListProps<K extends keyof WorkList> = {
  readonly list: K;
  readonly filter?: Readonly<Record<string, string | undefined>>;
  readonly empty: { readonly title: string; readonly hint: string; readonly action?: ReactNode };
  readonly children: (items: readonly WorkList[K][]) => ReactNode;
};

/** Loading, broken, empty, rows, and the way to further ones. */
export function List<K extends keyof WorkList>({ list, filter, empty, children }: ListProps<K>) {
  const page = useWorkList(list, filter);
  if (page.error) return <Trouble error={page.error} what={t(list)} onRetry={() => void page.refetch()} />;
  if (page.isPending) return <Loading what={t(list)} rows={10} />;
  if (page.items.length === 0)
    return (
      <StateBlock kind="empty" title={empty.title} actions={empty.action}>
        {empty.hint}
      </StateBlock>
    );
  return (
    <>
      {children(page.items)}
      {page.hasNextPage && (
        <p className="work-more">
          <Button busy={page.isFetchingNextPage} onClick={() => void page.fetchNextPage()}>
            {t("more")}
          </Button>
        </p>
      )}
    </>
  );
}

export function TodoGroups({ todos }: { readonly todos: readonly Todo[] }) {
  const now = serverNow();
  return GROUPS.map((group) => {
    const rows = todos.filter((todo) => groupOf(todo.dueAt, now) === group);
    return (
      rows.length > 0 && (
        <section key={group}>
          <h2 className={`work-group${group === "overdue" ? " ink-overdue" : ""}`}>
            {t(group)} {rows.length}
            {group === "overdue" && <i className="work-square" />}
          </h2>
          <ul>
            {rows.map((todo) => (
              <TodoRow key={todo.id} todo={todo} pressing={group === "overdue"} />
            ))}
          </ul>
        </section>
      )
    );
  });
}

function TodoRow({ todo, pressing }: { readonly todo: Todo; readonly pressing: boolean }) {
  const go = useGo();
  return (
    <li className="work-row">
      <Tag>{todo.kind}</Tag>
      <Subject item={todo} />
      <span className="small t2 work-state">{todo.state}</span>
      <span className="work-due small">
        <Due at={todo.dueAt} from={todo.openedAt ?? undefined} />
      </span>
      <Button kind={pressing ? "primary" : "plain"} className="work-verb" onClick={() => go(todo.href)}>
        {todo.verb ?? t("go")}
      </Button>
    </li>
  );
}

function Subject({ item }: { readonly item: CaseItem }) {
  const subject = item.title === item.place ? item.title : `${item.place} ${item.title}`;
  return (
    <Go className="grow truncate work-subject" href={item.href} title={subject}>
      {subject}
    </Go>
  );
}

/** 已办 and 我发起: what I did, when, and where the matter stands. */
export const Acts = ({ acts }: { readonly acts: readonly Act[] }) => (
  <ul>
    {acts.map((act) => (
      <li key={act.lineId} className="work-row">
        <Tag>{act.what === "notice" ? t("told") : act.kind}</Tag>
        {act.item ? <Subject item={act.item} /> : <span className="grow t3">{act.subject || t("outside")}</span>}
        <span className="small t2 work-did">{didWhat(act)}</span>
        <span className="small t2 work-turn">{act.item && turnOf(act.item)}</span>
      </li>
    ))}
  </ul>
);

function didWhat(act: Act): string {
  const at = dayTime(act.at, serverNow());
  if (act.what === "notice") return t("toldTo", { at, to: act.to ?? "" });
  return act.moveLabel ? t("moved", { at, move: act.moveLabel }) : t("openedAt", { at });
}
function turnOf({ isClosed, state, holder }: CaseItem): string {
  if (isClosed) return `${state} ${t("ended")}`;
  return `${state} ${holder ? t("withWhom", { who: holder }) : t("nobody")}`;
}

/** 抄送: unread ones stand out; opening or noting one reads it. */
export function ToldRows({ told }: { readonly told: readonly Told[] }) {
  const go = useGo();
  const markRead = useMarkRead();
  const open = async ({ id, href, readAt }: Told) => {
    try {
      if (!readAt) await markRead([id]);
      if (href) go(href);
    } catch (error) {
      toast.trouble(error);
    }
  };
  return (
    <ul>
      {told.map((each) => (
        <li key={each.id} className={`work-row${each.readAt ? "" : " work-unread"}`}>
          <Tag>{each.kind || t("told")}</Tag>
          <span className="grow work-told">
            <span className="truncate">{each.subject}</span>
            {each.note && <span className="small t2">{each.note}</span>}
          </span>
          <span className="small t2 work-did">{t("toldBy", { by: each.byName ?? "", at: dayTime(each.askedAt, serverNow()) })}</span>
          {(each.href || !each.readAt) && (
            <Button className="work-verb" onClick={() => void open(each)}>
              {each.href ? t("look") : t("read")}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
