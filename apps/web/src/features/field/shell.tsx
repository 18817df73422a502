/** The frame of a field page: who he is, the one line about signal or session, the five places within the thumb. */
import { useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useEffect, useState } from "react";
import { cx } from "../../lib/class.ts";
import { Go, useGo, usePath } from "../../lib/go.tsx";
import { type Me, meQuery } from "../../lib/session.ts";
import { DemoMark } from "../../ui/frame.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Loading, StateBlock } from "../../ui/state-block.tsx";
import { look, startEngine, useSending } from "./engine.ts";
import { useQueue } from "./live-query.ts";
import { personNow, usePerson } from "./person.ts";
import { t } from "./words.ts";
import { installWorker } from "./worker/install.ts";
import "../../ui/meaning.css";
import "./field.css";

const LOW_MB = 200;
const MB = 1_048_576;

/** Everything of the field stands beneath it: before there is a person on this phone, it sends him to sign in. */
export function FieldShell(props: PageProps) {
  const { person, standing } = usePerson();
  const path = usePath();
  const signedIn = useQueryClient().getQueryData<Me | null>(meQuery.queryKey)?.user.id;
  useEffect(() => {
    installWorker();
    // Somebody signed in since, in this very page: the same person again, or another.
    const { standing: now, person: known } = personNow();
    if (!startEngine() && (now !== "known" || (signedIn && signedIn !== known?.id))) look();
  }, [signedIn]);
  if (person) return <Page {...props} />;
  if (standing === "signedOut") return <ToLogin path={path} />;
  if (standing === "notAllowed") return <Alone title={t("notAllowed")}>{""}</Alone>;
  if (standing === "away") return <Alone title={t("firstTime")}>{t("firstTimeHint")}</Alone>;
  return <Loading />;
}

function ToLogin({ path }: { readonly path: string }) {
  const go = useGo();
  useEffect(() => go(`/login?next=${encodeURIComponent(path)}`, { replace: true }), [go, path]);
  return null;
}

const Alone = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => (
  <main className="state-page">
    <StateBlock kind="locked" title={title}>
      {children}
    </StateBlock>
  </main>
);

type PageProps = {
  readonly title: ReactNode;
  readonly end?: ReactNode;
  /** Which of the five places; none on a page that has its own foot. */
  readonly tab?: "tasks" | "scan" | "snap" | "queue" | "mine";
  readonly head?: ReactNode;
  readonly foot?: ReactNode;
  readonly children: ReactNode;
};

function Page({ title, end, tab, head, foot, children }: PageProps) {
  const queue = useQueue();
  const left = queue?.left.pieces ?? 0;
  useLeaving(left);
  return (
    <div className={cx("fieldwork", foot !== undefined && "field-footed")}>
      {head ?? (
        <header className="field-head">
          <h1>{title}</h1>
          <div className="field-end">{end}</div>
        </header>
      )}
      <Banner left={left} queue={tab === "queue"} />
      <main className="field-main">{children}</main>
      {foot !== undefined ? <footer className="field-foot">{foot}</footer> : <Tabs active={tab} left={left} />}
    </div>
  );
}

/** Said once, calmly; a lost session before a lost signal. */
function Banner({ left, queue }: { readonly left: number; readonly queue: boolean }) {
  const { standing } = usePerson();
  const { online } = useSending();
  const path = usePath();
  const low = useStorageLow();
  if (standing === "signedOut")
    return (
      <div className="field-banner" role="status">
        <Icon name="lock" size={18} />
        <span className="grow">{t("signedOut")}</span>
        <Go href={`/login?next=${encodeURIComponent(path)}`} className="field-banner-go">
          {t("signIn")}
        </Go>
      </div>
    );
  if (!online)
    return (
      <div className="field-banner" role="status">
        <Icon name="offline" size={18} />
        {queue ? t("offlineQueue") : left > 0 ? t("offline", { n: left }) : t("offlineNone")}
      </div>
    );
  if (low !== null)
    return (
      <div className="field-banner field-banner-soon" role="status">
        <Icon name="fault" size={18} />
        {t("storageLow", { n: low })}
      </div>
    );
  return null;
}

/** Megabytes left, when they are few. */
function useStorageLow(): number | null {
  const [low, setLow] = useState<number | null>(null);
  useEffect(() => {
    const ask = () =>
      void navigator.storage?.estimate?.().then(({ quota = 0, usage = 0 }) => {
        const left = Math.floor((quota - usage) / MB);
        setLow(quota > 0 && left < LOW_MB ? left : null);
      });
    ask();
    const timer = setInterval(ask, 60_000);
    return () => clearInterval(timer);
  }, []);
  return low;
}

/** The browser asks before the page is closed with something unsent. */
function useLeaving(left: number): void {
  useEffect(() => {
    if (left === 0) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener("beforeunload", ask);
    return () => removeEventListener("beforeunload", ask);
  }, [left]);
}

const places = [
  { key: "tasks", icon: "list", href: "/field" },
  { key: "scan", icon: "qr", href: "/field/scan" },
  { key: "snap", icon: "camera", href: "/field/snap" },
  { key: "queue", icon: "sync", href: "/field/queue" },
  { key: "mine", icon: "user", href: "/field/mine" },
] as const;

function Tabs({ active, left }: { readonly active: PageProps["tab"]; readonly left: number }) {
  return (
    <nav className="phone-tabs field-tabs" aria-label={t("nav")}>
      {places.map(({ key, icon, href }) => (
        <Go
          key={key}
          href={href}
          aria-current={key === active ? "page" : undefined}
          aria-label={key === "scan" ? t("scan") : undefined}
          className={cx(key === active && "phone-tab-active", key === "scan" && "field-tab-scan")}
        >
          <Icon name={icon} size={key === "scan" ? 26 : 24} solid={key === "scan"} />
          {key !== "scan" && <span className="truncate">{key === "queue" && left > 0 ? `${t("queue")} ${left}` : t(key)}</span>}
        </Go>
      ))}
    </nav>
  );
}

/** Who, and of which organ, at the upper right. */
export function Who() {
  const { person } = usePerson();
  return (
    <span className="field-who">
      {person?.name}　{person?.organ}
      {person?.demo && <DemoMark />}
    </span>
  );
}
