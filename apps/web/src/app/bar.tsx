import { useEffect, useRef } from "react";
import { Go, useGo } from "../lib/go.tsx";
import { getLanguage, messages, setLanguage } from "../lib/i18n.ts";
import { useFreshWork, useWorkCounts, useWorkList } from "../lib/my-work.ts";
import { signOut, useMe } from "../lib/session.ts";
import { Segments } from "../ui/button.tsx";
import { Due } from "../ui/due.tsx";
import { Icon } from "../ui/icon.tsx";
import { MenuButton, Popover } from "../ui/popover.tsx";
import { toast } from "../ui/toast.tsx";
import { type Density, setPreferences, type ThemeChoice, usePreferences } from "./theme/preferences.ts";

const t = messages(
  {
    search: "搜索单位、设备、编号",
    searchShort: "搜索",
    bell: "要办的和未读的",
    told: "抄送",
    quiet: "没有要办的，也没有未读的",
    allWork: "去工作台",
    theme: "明暗",
    light: "亮",
    dark: "暗",
    system: "跟随系统",
    density: "行距",
    dense: "紧凑",
    normal: "标准",
    relaxed: "宽松",
    language: "语言",
    mine: "我的账号",
    out: "退出",
  },
  {
    search: "Search units, devices, numbers",
    searchShort: "Search",
    bell: "Due and unread",
    told: "told us of",
    quiet: "Nothing due, nothing unread",
    allWork: "My work",
    theme: "Theme",
    light: "Light",
    dark: "Dark",
    system: "System",
    density: "Rows",
    dense: "Dense",
    normal: "Normal",
    relaxed: "Relaxed",
    language: "Language",
    mine: "My account",
    out: "Sign out",
  },
);

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || ["INPUT", "TEXTAREA", "SELECT"].includes(target.tagName));

/** One box for everything; `/` brings the cursor here from anywhere but a field. */
export function SearchBox({ narrow }: { readonly narrow: boolean }) {
  const go = useGo();
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      event.preventDefault();
      input.current?.focus();
      input.current?.select();
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, []);
  if (narrow)
    return (
      <Go href="/search" className="bar-button" aria-label={t("searchShort")}>
        <Icon name="search" size={20} />
      </Go>
    );
  return (
    <search>
      <form
        className="bar-search"
        onSubmit={(event) => {
          event.preventDefault();
          const q = input.current?.value.trim();
          if (q) go(`/search?q=${encodeURIComponent(q)}`);
        }}
      >
        <Icon name="search" size={15} />
        <input ref={input} type="search" aria-label={t("search")} placeholder={t("search")} autoComplete="off" />
        <kbd>/</kbd>
      </form>
    </search>
  );
}

/** What presses: mine due today or late, and what we were told and have not read. Opens the newest of both. */
export function Bell() {
  useFreshWork();
  const counts = useWorkCounts().data;
  const n = (counts?.pressing ?? 0) + (counts?.unread ?? 0);
  return (
    <Popover
      align="end"
      width={360}
      buttonClass="bar-button"
      label={`${t("bell")} ${n}`}
      button={
        <>
          <Icon name="bell" size={18} />
          {n > 0 && <span className="bar-badge">{n > 99 ? "99+" : n}</span>}
        </>
      }
    >
      {(close) => <BellList onLeave={close} />}
    </Popover>
  );
}

const BELL_ROWS = 5;

function BellList({ onLeave }: { readonly onLeave: () => void }) {
  const go = useGo();
  const todo = useWorkList("todo");
  const told = useWorkList("told", { unread: "true" });
  const open = (href: string) => {
    onLeave();
    go(href);
  };
  return (
    <div className="bell">
      {todo.items.slice(0, BELL_ROWS).map((each) => (
        <MenuButton key={each.id} onClick={() => open(each.href)}>
          <span className="grow truncate">
            {each.place} {each.title}
          </span>
          {each.dueAt && (
            <span className="small nowrap">
              <Due at={each.dueAt} from={each.openedAt ?? undefined} />
            </span>
          )}
        </MenuButton>
      ))}
      {told.items.slice(0, BELL_ROWS).map((each) => (
        <MenuButton key={each.id} onClick={() => open("/work?tab=told")}>
          <span className="grow truncate">
            {each.byName} {t("told")} {each.subject}
          </span>
        </MenuButton>
      ))}
      {todo.items.length + told.items.length === 0 && !todo.isPending && <p className="small t3 bell-quiet">{t("quiet")}</p>}
      <MenuButton onClick={() => open("/work")}>{t("allWork")}</MenuButton>
    </div>
  );
}

export function PersonMenu() {
  const { user } = useMe();
  return (
    <Popover
      align="end"
      width={250}
      buttonClass="bar-button"
      label={user.name}
      button={
        <>
          <span className="bar-avatar">{user.name.slice(0, 1)}</span>
          <span className="bar-person-name row">
            <b style={{ fontWeight: 500 }}>{user.name}</b>
            <span style={{ color: "var(--barText2)" }}>{user.organ ?? user.post}</span>
          </span>
          <Icon name="down" size={14} />
        </>
      }
    >
      {(close) => <Settings onLeave={close} />}
    </Popover>
  );
}

async function leave(): Promise<void> {
  try {
    await signOut();
    location.assign("/login");
  } catch (error) {
    toast.trouble(error);
  }
}

/** Theme, density, language, own account, out; also the phone's 我的 page. */
export function Settings({ onLeave }: { readonly onLeave?: () => void }) {
  const preferences = usePreferences();
  const go = useGo();
  const themes: readonly ThemeChoice[] = ["light", "dark", "system"];
  const densities: readonly Density[] = ["dense", "normal", "relaxed"];
  return (
    <div className="settings">
      <span className="caption t3">{t("theme")}</span>
      <Segments
        label={t("theme")}
        items={themes.map((key) => ({ key, label: t(key) }))}
        value={preferences.theme}
        onChange={(theme) => setPreferences({ theme })}
      />
      <span className="caption t3">{t("density")}</span>
      <Segments
        label={t("density")}
        items={densities.map((key) => ({ key, label: t(key) }))}
        value={preferences.density}
        onChange={(density) => setPreferences({ density })}
      />
      <span className="caption t3">{t("language")}</span>
      <Segments
        label={t("language")}
        items={[
          { key: "zh", label: "中文" },
          { key: "en", label: "English" },
        ]}
        value={getLanguage()}
        onChange={setLanguage}
      />
      <hr />
      <MenuButton
        onClick={() => {
          onLeave?.();
          go("/mine");
        }}
      >
        <Icon name="user" />
        {t("mine")}
      </MenuButton>
      <MenuButton onClick={() => void leave()}>
        <Icon name="undo" />
        {t("out")}
      </MenuButton>
    </div>
  );
}
