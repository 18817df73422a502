/** The states of a block: each names its cause and its way out, and a broken block leaves the page alive. */

import { type ReactNode, useEffect, useState } from "react";
import { ApiError, sentenceOf } from "../lib/api.ts";
import { inTurn } from "../lib/format.ts";
import { messages } from "../lib/i18n.ts";
import { Button } from "./button.tsx";
import { Icon } from "./icon.tsx";
import { EmptyDrawing } from "./state-drawing.tsx";
import "./state-block.css";

const t = messages(
  {
    retry: "重试",
    copy: "复制编号 {n}",
    broken: "{what}没有取到",
    brokenHint: "其余内容不受影响",
    noPermission: "看不了这份内容",
    notFound: "没有这一页",
    notFoundHint: "地址有误，或内容不在您的辖区",
    home: "回首页",
    slow: "{what}取得较慢，仍在等待",
    stale: "连接断开，显示 {time} 的数据，正在重连（第 {n} 次）",
    retryNow: "立即重试",
    changedBy: "{by} {at} 改过这一条",
    kept: "你填的还在。",
    mine: "用我的",
    theirs: "用对方的",
    compare: "逐项比较",
  },
  {
    retry: "Retry",
    copy: "Copy number {n}",
    broken: "{what} could not be loaded",
    brokenHint: "Everything else works",
    noPermission: "You cannot see this",
    notFound: "No such page",
    notFoundHint: "The address is wrong, or the content is outside your area",
    home: "Home",
    slow: "{what} is slow, still waiting",
    stale: "Connection lost, showing data of {time}, reconnecting (try {n})",
    retryNow: "Retry now",
    changedBy: "{by} changed this at {at}",
    kept: "What you typed is kept.",
    mine: "Keep mine",
    theirs: "Take theirs",
    compare: "Compare",
  },
);

export type StateKind = "empty" | "filtered" | "broken" | "locked" | "missing";

/** Drawing, what it is, why, and one or two ways out. */
export function StateBlock({
  kind,
  title,
  children,
  actions,
}: {
  readonly kind: StateKind;
  readonly title: ReactNode;
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
}) {
  return (
    <div className="state">
      <EmptyDrawing kind={kind} />
      <h3>{title}</h3>
      {children !== undefined && <p>{children}</p>}
      {actions !== undefined && <div className="state-actions">{actions}</div>}
    </div>
  );
}

/** What an error looks like where the content should be: no permission, not there, or broken with its number. */
export function Trouble({
  error,
  what,
  onRetry,
}: {
  readonly error: unknown;
  readonly what: string;
  readonly onRetry?: (() => void) | undefined;
}) {
  const status = error instanceof ApiError ? error.status : 0;
  if (status === 403)
    return (
      <StateBlock kind="locked" title={t("noPermission")}>
        {sentenceOf(error)}
      </StateBlock>
    );
  if (status === 404 && error instanceof ApiError && error.code !== "http.unknown_path") return <NotFound />;
  const incident = error instanceof ApiError ? error.incident : undefined;
  return (
    <StateBlock
      kind="broken"
      title={t("broken", { what })}
      actions={
        <>
          {onRetry && (
            <Button kind="primary" onClick={onRetry}>
              {t("retry")}
            </Button>
          )}
          {incident && <Button onClick={() => void navigator.clipboard.writeText(incident)}>{t("copy", { n: incident })}</Button>}
        </>
      }
    >
      {sentenceOf(error)}
      {incident ? "" : inTurn(["", t("brokenHint")])}
    </StateBlock>
  );
}

export const NotFound = () => (
  <StateBlock kind="missing" title={t("notFound")} actions={<Button onClick={() => location.assign("/")}>{t("home")}</Button>}>
    {t("notFoundHint")}
  </StateBlock>
);

/** Nothing for 200 ms, then a skeleton in the true layout; after 5 s it says what is slow. */
export function Loading({ what, rows = 7 }: { readonly what?: string; readonly rows?: number }) {
  const [stage, setStage] = useState<"none" | "skeleton" | "slow">("none");
  useEffect(() => {
    const soon = setTimeout(() => setStage("skeleton"), 200);
    const late = setTimeout(() => setStage("slow"), 5_000);
    return () => {
      clearTimeout(soon);
      clearTimeout(late);
    };
  }, []);
  if (stage === "none") return <div className="skeleton" aria-busy="true" />;
  return (
    <div className="skeleton" aria-busy="true">
      {stage === "slow" && what && <p className="small t2">{t("slow", { what })}</p>}
      {Array.from({ length: rows }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows of a skeleton have no identity
        <div key={index} className="skeleton-row">
          <i style={{ width: 16 }} />
          <i style={{ width: `${48 - ((index * 7) % 11)}%` }} />
          <i style={{ width: "13%", marginLeft: "auto" }} />
          <i style={{ width: "16%" }} />
        </div>
      ))}
    </div>
  );
}

/** The amber line: how old the data is and what is being done. */
export function StaleLine({ time, tries, onRetry }: { readonly time: string; readonly tries: number; readonly onRetry: () => void }) {
  return (
    <div className="stale" role="status">
      <Icon name="offline" size={16} />
      <span className="grow">{t("stale", { time, n: tries })}</span>
      <button type="button" onClick={onRetry}>
        {t("retryNow")}
      </button>
    </div>
  );
}

/** Somebody saved first. Both versions are kept until a person chooses. */
export function ChangedByOther(props: {
  readonly by: string;
  readonly at: string;
  readonly differences: ReactNode;
  readonly onMine: () => void;
  readonly onTheirs: () => void;
  readonly onCompare?: () => void;
}) {
  return (
    <div className="changed">
      <div className="changed-what">
        <Icon name="fault" size={18} />
        <div>
          <b>{t("changedBy", { by: props.by, at: props.at })}</b>
          <div className="small t2">
            {t("kept")}
            {props.differences}
          </div>
        </div>
      </div>
      <div className="row">
        <Button kind="primary" onClick={props.onMine}>
          {t("mine")}
        </Button>
        <Button onClick={props.onTheirs}>{t("theirs")}</Button>
        {props.onCompare && <Button onClick={props.onCompare}>{t("compare")}</Button>}
      </div>
    </div>
  );
}
