/** 单位端: a unit's own duties, hazards, devices and alarms; a phone page first, side by side on a desk. */
import { useQuery } from "@tanstack/react-query";
import { type ReactNode, useEffect } from "react";
import { Go, useGo, useSearchText } from "../../lib/go.tsx";
import { useMay, useMe } from "../../lib/session.ts";
import { useNarrow } from "../../lib/viewport.ts";
import { Brand, DemoMark, PhoneShell, type Tab as PhoneTab } from "../../ui/frame.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Loading, StateBlock, Trouble } from "../../ui/state-block.tsx";
import { Tabs } from "../../ui/tabs.tsx";
import { Alarms } from "./alarms.tsx";
import { Check } from "./check.tsx";
import { Contacts } from "./contacts.tsx";
import { Devices } from "./devices.tsx";
import { Duties, Ledgers, UnitFile } from "./duties.tsx";
import { Hazards } from "./hazards.tsx";
import { Burning, Emergency, Home } from "./home.tsx";
import {
  type Desk,
  deskQuery,
  hazardsQuery,
  type Standing,
  standingQuery,
  type Tab,
  tabOf,
  useDeskFeed,
  type Window,
  windowsQuery,
} from "./model.ts";
import { w } from "./own-words.ts";
import { Patrol } from "./patrol.tsx";
import { Commitment, Standard } from "./promise.tsx";
import { useDraft } from "./self-check.ts";
import { CheckCard, MendNext } from "./today.tsx";
import { t } from "./words.ts";
import "./own.css";
import "./unit-desk.css";

export default function UnitDesk() {
  const me = useMe();
  const may = useMay();
  const narrow = useNarrow();
  const asked = tabOf(useSearchText());
  const isOwn = may("unit-management.own") && me.user.unitId !== null;
  const tab: Tab = isOwn || !OWN_TABS.has(asked) ? asked : "home";
  const desk = useQuery(deskQuery);
  const windows = useQuery({ ...windowsQuery, enabled: may("remote-monitoring.window.read") }).data;
  const standing = useQuery({ ...standingQuery, enabled: isOwn }).data;
  const hazards = useQuery({ ...hazardsQuery, enabled: isOwn && may("hazard-loop.hazard.read") }).data;
  const drafting = useDraft(me.user.unitId ?? undefined);
  useDeskFeed();
  useEffect(() => {
    document.title = desk.data?.unit?.name ?? t("desk");
  }, [desk.data]);
  const unit = desk.data?.unit;
  const grades: Readonly<Record<string, string>> = { key: t("grade_key"), general: t("grade_general"), unknown: t("grade_unknown") };
  const sub =
    unit && [unit.responsible && t("responsible", { name: unit.responsible }), unit.grade && grades[unit.grade]].filter(Boolean).join("　");
  const toMend = hazards?.filter((row) => row.state === "assigned" && row.rectifier === "unit").length ?? 0;
  const open = desk.data?.alarms.filter((alarm) => alarm.closedAt === null).length ?? 0;
  const parts = desk.data && { desk: desk.data, windows, standing, drafting, kind: standing?.unit.kind ?? unit?.kind ?? "" };
  const body = desk.isError ? (
    <Trouble error={desk.error} what={t("desk")} onRetry={() => void desk.refetch()} />
  ) : !parts ? (
    <Loading what={t("desk")} />
  ) : !parts.desk.unit ? (
    <StateBlock kind="empty" title={t("noUnit")}>
      {t("noUnitHint")}
    </StateBlock>
  ) : narrow ? (
    <Chosen tab={tab} {...parts} />
  ) : (
    <OnDesk tab={tab} {...parts} />
  );
  const title = unit?.name ?? t("desk");
  const about = sub || me.user.name;
  if (!narrow)
    return (
      <DeskShell title={title} sub={about} demo={me.demo} person={me.user.name} tab={tab} isOwn={isOwn} toMend={toMend} open={open}>
        {body}
      </DeskShell>
    );
  const end = (
    <>
      {me.demo && <DemoMark />}
      {standing?.commitment && (
        <Go href="/unit?tab=promise" className="desk-qr" aria-label={w("poster")}>
          <Icon name="qr" size={26} />
        </Go>
      )}
    </>
  );
  return (
    <PhoneShell title={title} sub={about} end={end} tabs={phoneTabs(isOwn, toMend, open)} active={homeOf[tab] ?? tab}>
      {body}
    </PhoneShell>
  );
}

/** What only a unit that manages itself sees. */
const OWN_TABS: ReadonlySet<Tab> = new Set(["check", "hazards", "mine", "duties", "promise", "standard"]);
/** Pages without a tab of their own light the tab they are reached from. */
const homeOf: Readonly<Partial<Record<Tab, Tab>>> = {
  contacts: "home",
  alarms: "devices",
  duties: "mine",
  promise: "mine",
  standard: "mine",
};

function phoneTabs(isOwn: boolean, toMend: number, open: number): readonly PhoneTab[] {
  const tab = (key: Tab, label: string, icon: string, count = 0): PhoneTab => ({
    key,
    label,
    icon,
    href: key === "home" ? "/unit" : `/unit?tab=${key}`,
    count: count > 0 ? count : undefined,
  });
  return isOwn
    ? [
        tab("home", t("home"), "home"),
        tab("check", w("check"), "check"),
        tab("hazards", w("hazards"), "shield", toMend),
        tab("devices", t("devices"), "siren", open),
        tab("mine", t("mine"), "user"),
      ]
    : [
        tab("home", t("home"), "home"),
        tab("devices", t("devices"), "siren"),
        tab("alarms", t("alarms"), "flame", open),
        tab("contacts", t("contacts"), "people"),
        { key: "mine", label: t("mine"), icon: "user", href: "/mine" },
      ];
}

type DeskShellProps = {
  readonly title: string;
  readonly sub: string;
  readonly demo: boolean;
  readonly person: string;
  readonly tab: Tab;
  readonly isOwn: boolean;
  readonly toMend: number;
  readonly open: number;
  readonly children: ReactNode;
};
/** On a desk: a bar with who and where, tabs of the unit's work below it, and the ways to the ledgers and to oneself. */
function DeskShell({ title, sub, demo, person, tab, isOwn, toMend, open, children }: DeskShellProps) {
  const go = useGo();
  const item = (key: Tab, label: string, count?: number) => ({ key, label, count: count || undefined });
  const items = [
    item("home", w("overview")),
    item("check", w("check")),
    item("hazards", w("hazards"), toMend),
    item("devices", w("devicesAlarms"), open),
    item("duties", w("duties")),
    item("promise", w("promise")),
    item("standard", w("standardTitle")),
  ];
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
      {isOwn && (
        <Tabs
          label={t("desk")}
          items={items}
          value={tab === "mine" ? "duties" : tab === "alarms" || tab === "contacts" ? "devices" : tab}
          onChange={(key) => go(key === "home" ? "/unit" : `/unit?tab=${key}`)}
        />
      )}
      <main>{children}</main>
    </div>
  );
}

type PartsProps = {
  readonly desk: Desk;
  readonly windows: readonly Window[] | undefined;
  readonly standing: Standing | undefined;
  readonly drafting: ReturnType<typeof useDraft>;
  readonly kind: string;
};
type ChosenProps = PartsProps & { readonly tab: Tab };

function Chosen({ tab, desk, windows, standing, drafting, kind }: ChosenProps) {
  switch (tab) {
    case "check":
      return (
        <>
          <Patrol duties={standing?.duties ?? []} />
          <Check drafting={drafting} />
        </>
      );
    case "hazards":
      return <Hazards kind={kind} />;
    case "devices":
      return (
        <>
          <Devices desk={desk} windows={windows} />
          <Alarms alarms={desk.alarms} />
        </>
      );
    case "alarms":
      return <Alarms alarms={desk.alarms} />;
    case "contacts":
      return <Contacts contacts={desk.contacts} unit={desk.unit?.id ?? ""} />;
    case "mine":
    case "duties":
      return standing ? (
        <>
          <ul className="desk-card">
            <li>
              <Go href="/mine" className="desk-line">
                <Icon name="user" size={22} />
                <span className="grow">{w("account")}</span>
                <span />
                <Icon name="right" size={18} />
              </Go>
            </li>
          </ul>
          <UnitFile standing={standing} />
          <Duties standing={standing} />
          <Ledgers />
        </>
      ) : (
        <Loading />
      );
    case "promise":
      return standing ? <Commitment standing={standing} unit={desk.unit} /> : <Loading />;
    case "standard":
      return <Standard />;
    default:
      return <Home desk={desk} windows={windows} standing={standing} draft={drafting.draft} />;
  }
}

function OnDesk(props: ChosenProps) {
  const { tab, desk, windows, standing, drafting } = props;
  if (!standing || tab === "devices" || tab === "alarms" || tab === "contacts") return <Beside desk={desk} windows={windows} />;
  if (tab === "home")
    return (
      <div className="desk-beside">
        <div className="col desk-gap">
          <Burning desk={desk} />
          <CheckCard standing={standing} draft={drafting.draft} />
          <MendNext />
          <Emergency desk={desk} helpers={standing.helpers} />
        </div>
        <Duties standing={standing} few />
        <div className="col desk-gap">
          <UnitFile standing={standing} />
          <Alarms alarms={desk.alarms.slice(0, 6)} />
        </div>
      </div>
    );
  if (tab === "duties" || tab === "mine")
    return (
      <div className="desk-two">
        <Duties standing={standing} />
        <div className="col desk-gap">
          <UnitFile standing={standing} />
          <Ledgers />
        </div>
      </div>
    );
  return (
    <div className="desk-one col desk-gap">
      <Chosen {...props} />
    </div>
  );
}

const Beside = ({ desk, windows }: Pick<PartsProps, "desk" | "windows">) => (
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
