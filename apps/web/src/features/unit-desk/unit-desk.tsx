/** 单位端: a unit's own devices, alarms and contacts; a phone page first, side by side on a desk. */
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useEffect } from "react";
import { Go, useSearchText } from "../../lib/go.tsx";
import { useMay, useMe } from "../../lib/session.ts";
import { useNarrow } from "../../lib/viewport.ts";
import { Brand, DemoMark, PhoneShell, type Tab as PhoneTab } from "../../ui/frame.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Loading, StateBlock, Trouble } from "../../ui/state-block.tsx";
import { Alarms } from "./alarms.tsx";
import { Contacts } from "./contacts.tsx";
import { Devices } from "./devices.tsx";
import { Burning, Emergency, Home } from "./home.tsx";
import { type Desk, deskQuery, type Tab, tabOf, useDeskFeed, type Window, windowsQuery } from "./model.ts";
import { t } from "./words.ts";
import "./unit-desk.css";

const icons: Readonly<Record<Tab, string>> = { home: "home", devices: "siren", alarms: "flame", contacts: "people" };

export default function UnitDesk() {
  const me = useMe();
  const may = useMay();
  const narrow = useNarrow();
  const tab = tabOf(useSearchText());
  const desk = useQuery(deskQuery);
  const windows = useQuery({ ...windowsQuery, enabled: may("remote-monitoring.window.read") }).data;
  useDeskFeed();
  useEffect(() => {
    document.title = desk.data?.unit?.name ?? t("desk");
  }, [desk.data]);
  const unit = desk.data?.unit;
  const open = desk.data?.alarms.filter((alarm) => alarm.closedAt === null).length ?? 0;
  const items: readonly PhoneTab[] = [
    ...(["home", "devices", "alarms", "contacts"] as const).map((key) => ({
      key,
      label: t(key),
      icon: icons[key],
      href: key === "home" ? "/unit" : `/unit?tab=${key}`,
      count: key === "alarms" && open > 0 ? open : undefined,
    })),
    { key: "mine", label: t("mine"), icon: "user", href: "/mine" },
  ];
  const grades: Readonly<Record<string, string>> = { key: t("grade_key"), general: t("grade_general"), unknown: t("grade_unknown") };
  const sub =
    unit && [unit.responsible && t("responsible", { name: unit.responsible }), unit.grade && grades[unit.grade]].filter(Boolean).join("　");
  const body = desk.isError ? (
    <Trouble error={desk.error} what={t("desk")} onRetry={() => void desk.refetch()} />
  ) : !desk.data ? (
    <Loading what={t("desk")} />
  ) : !desk.data.unit ? (
    <StateBlock kind="empty" title={t("noUnit")}>
      {t("noUnitHint")}
    </StateBlock>
  ) : narrow ? (
    <Chosen tab={tab} desk={desk.data} windows={windows} />
  ) : (
    <Beside desk={desk.data} windows={windows} />
  );
  const title = unit?.name ?? t("desk");
  const about = sub || me.user.name;
  if (!narrow)
    return (
      <DeskShell title={title} sub={about} demo={me.demo} person={me.user.name}>
        {body}
      </DeskShell>
    );
  return (
    <PhoneShell title={title} sub={about} end={me.demo && <DemoMark />} tabs={items} active={tab}>
      {body}
    </PhoneShell>
  );
}

type DeskShellProps = {
  readonly title: string;
  readonly sub: string;
  readonly demo: boolean;
  readonly person: string;
  readonly children: ReactNode;
};
/** On a desk everything is in sight, so there are no tabs: a bar with who and where, and the ways to the ledgers and to oneself. */
function DeskShell({ title, sub, demo, person, children }: DeskShellProps) {
  return (
    <div className="desk">
      <header className="desk-bar">
        <Brand />
        <h1>{title}</h1>
        <span className="desk-bar-sub">{sub}</span>
        {demo && <DemoMark />}
        <Go href="/places/unit" className="desk-bar-go">
          <Icon name="building" size={18} />
          {t("work")}
        </Go>
        <Go href="/mine">
          <Icon name="user" size={18} />
          {person}
        </Go>
      </header>
      <main>{children}</main>
    </div>
  );
}

type PartsProps = { readonly desk: Desk; readonly windows: readonly Window[] | undefined };
function Chosen({ tab, desk, windows }: PartsProps & { readonly tab: Tab }) {
  if (tab === "devices") return <Devices desk={desk} windows={windows} />;
  if (tab === "alarms") return <Alarms alarms={desk.alarms} />;
  if (tab === "contacts") return <Contacts contacts={desk.contacts} unit={desk.unit?.id ?? ""} />;
  return <Home desk={desk} windows={windows} />;
}

const Beside = ({ desk, windows }: PartsProps) => (
  <div className="desk-beside">
    <div className="col desk-gap">
      <Burning desk={desk} />
      <Devices desk={desk} windows={windows} />
    </div>
    <Alarms alarms={desk.alarms} />
    <div className="col desk-gap">
      <Emergency desk={desk} />
      <Contacts contacts={desk.contacts} unit={desk.unit?.id ?? ""} />
    </div>
  </div>
);
