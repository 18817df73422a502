/** The console's frame: bar 48, menu 160 (176 from 1600, folded 56), content. Below 1024 a phone: short bar above, tabs below. */
import type { ReactNode } from "react";
import { cx } from "../lib/class.ts";
import { Go } from "../lib/go.tsx";
import { messages } from "../lib/i18n.ts";
import type { MenuEntry } from "../lib/session.ts";
import { Icon } from "./icon.tsx";
import "./frame.css";

const t = messages(
  { fold: "收起", unfold: "展开菜单", menu: "主菜单", pages: "本项各页", demo: "演示数据", skip: "跳到内容", brand: "燧人", mine: "我的" },
  {
    fold: "Fold",
    unfold: "Unfold menu",
    menu: "Main menu",
    pages: "Pages",
    demo: "Demo data",
    skip: "Skip to content",
    brand: "Suiren",
    mine: "Me",
  },
);

export const Brand = () => (
  <Go href="/" className="brand" aria-label={t("brand")}>
    <Icon name="mark" size={26} />
    <b>{t("brand")}</b>
  </Go>
);

export const DemoMark = () => <span className="demo-mark">{t("demo")}</span>;

export type FrameProps = {
  readonly place: string;
  readonly demo: boolean;
  readonly menus: readonly MenuEntry[];
  readonly path: string;
  readonly folded: boolean;
  readonly onFold: (folded: boolean) => void;
  readonly search: ReactNode;
  readonly person: ReactNode;
  /** A line under the bar for the whole page: lost link, drill. */
  readonly notice?: ReactNode;
  readonly narrow: boolean;
  readonly children: ReactNode;
};

const belongs = (path: string, entry: { readonly path: string }): boolean => {
  const own = entry.path.split("?")[0] ?? entry.path;
  return own !== "" && (path === own || path.startsWith(`${own}/`));
};
type Page = MenuEntry["children"][number];
const holds = (path: string, page: Page): boolean => belongs(path, page) || page.tabs.some((tab) => belongs(path, tab));
const isActive = (path: string, entry: MenuEntry): boolean => belongs(path, entry) || entry.children.some((child) => holds(path, child));
/** Of pages one under the other the longest address is meant: `/unit-management/rules` is not `/unit-management`. */
const nearest = <T extends { readonly path: string }>(path: string, among: readonly T[]): T | undefined =>
  among.filter((each) => belongs(path, each)).toSorted((a, b) => b.path.length - a.path.length)[0];
const firstPath = (entry: MenuEntry): string => entry.path || (entry.children[0]?.path ?? "/");

export function Frame(props: FrameProps) {
  const { place, demo, search, person, notice, narrow, path, children } = props;
  return (
    <div className={cx("frame", props.folded && "frame-folded", narrow && "frame-narrow")}>
      <a className="frame-skip" href="#content">
        {t("skip")}
      </a>
      <header className="bar">
        <Brand />
        <span className="bar-place truncate">{place}</span>
        {demo && <DemoMark />}
        <span className="grow" />
        {search}
        {person}
      </header>
      {!narrow && <SideMenu {...props} />}
      <main id="content" className="frame-main" tabIndex={-1}>
        {notice}
        <PageTabs menus={props.menus} path={path} />
        <div className="frame-content">{children}</div>
      </main>
      {narrow && <BottomTabs menus={props.menus} path={props.path} />}
    </div>
  );
}

/** The pages of one capability, over whichever of them is open. A page of one row stands alone. */
function PageTabs({ menus, path }: { readonly menus: readonly MenuEntry[]; readonly path: string }) {
  const tabs = menus.flatMap((entry) => entry.children).find((page) => holds(path, page) && page.tabs.length > 0)?.tabs;
  const open = tabs && nearest(path, tabs);
  if (!tabs || !open || path !== (open.path.split("?")[0] ?? "")) return null;
  return (
    <nav className="page-tabs" aria-label={t("pages")}>
      {tabs.map((tab) => (
        <Go
          key={tab.key}
          href={tab.path}
          className={cx("page-tab", tab.key === open.key && "page-tab-active")}
          aria-current={tab.key === open.key ? "page" : undefined}
        >
          {tab.label}
        </Go>
      ))}
    </nav>
  );
}

function SideMenu({ menus, path, folded, onFold }: FrameProps) {
  return (
    <nav className="side" aria-label={t("menu")}>
      <ul className="side-list">
        {menus.map((entry) => {
          const active = isActive(path, entry);
          return (
            <li key={entry.key}>
              <Go
                href={firstPath(entry)}
                className={cx("side-entry", active && "side-active")}
                aria-current={active ? "page" : undefined}
                title={folded ? entry.label : undefined}
              >
                <Icon name={entry.icon} size={18} />
                <span className="side-label">{entry.label}</span>
                {entry.count ? <span className="side-count num">{entry.count}</span> : null}
              </Go>
              {active && !folded && entry.children.length > 1 && (
                <ul>
                  {entry.children.map((child) => (
                    <li key={child.key}>
                      <Go href={child.path} className={cx("side-child", holds(path, child) && "side-child-active")}>
                        {child.label}
                      </Go>
                    </li>
                  ))}
                </ul>
              )}
            </li>
          );
        })}
      </ul>
      <button
        type="button"
        className="side-fold"
        aria-pressed={folded}
        aria-label={t(folded ? "unfold" : "fold")}
        onClick={() => onFold(!folded)}
      >
        <Icon name={folded ? "right" : "left"} size={16} />
        <span className="side-label">{t("fold")}</span>
      </button>
    </nav>
  );
}

export type Tab = {
  readonly key: string;
  readonly label: string;
  readonly icon: string;
  readonly href: string;
  readonly count?: number | undefined;
};

/** Four places and 我的 within the thumb. */
function BottomTabs({ menus, path }: { readonly menus: readonly MenuEntry[]; readonly path: string }) {
  const tabs: readonly Tab[] = [
    ...menus
      .slice(0, 4)
      .map((entry) => ({ key: entry.key, label: entry.label, icon: entry.icon, href: firstPath(entry), count: entry.count })),
    { key: "mine", label: t("mine"), icon: "user", href: "/mine" },
  ];
  const active = menus.find((entry) => isActive(path, entry))?.key ?? (path === "/mine" ? "mine" : "");
  return <PhoneTabs tabs={tabs} active={active} />;
}

export function PhoneTabs({ tabs, active }: { readonly tabs: readonly Tab[]; readonly active: string }) {
  return (
    <nav className="phone-tabs" aria-label={t("menu")}>
      {tabs.map((tab) => (
        <Go
          key={tab.key}
          href={tab.href}
          className={cx(tab.key === active && "phone-tab-active")}
          aria-current={tab.key === active ? "page" : undefined}
        >
          <Icon name={tab.icon} size={22} />
          <span className="truncate">
            {tab.label}
            {tab.count ? ` ${tab.count}` : ""}
          </span>
        </Go>
      ))}
    </nav>
  );
}

/** A phone page of its own (unit desk, field work): dark head with who and where, content, tabs within the thumb. */
export function PhoneShell({
  title,
  sub,
  end,
  tabs,
  active,
  children,
}: {
  readonly title: ReactNode;
  readonly sub?: ReactNode;
  readonly end?: ReactNode;
  readonly tabs: readonly Tab[];
  readonly active: string;
  readonly children: ReactNode;
}) {
  return (
    <div className="phone">
      <header className="phone-head">
        <div className="grow">
          <h1>{title}</h1>
          {sub !== undefined && <p>{sub}</p>}
        </div>
        {end}
      </header>
      <main className="phone-main">{children}</main>
      <PhoneTabs tabs={tabs} active={active} />
    </div>
  );
}
