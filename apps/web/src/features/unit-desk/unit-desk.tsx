/** 单位端: a unit's own devices, alarms and contacts; a phone page first, side by side on a desk. */
import { useQuery } from "@tanstack/react-query";
import { useEffect } from "react";
import { useSearchText } from "../../lib/go.tsx";
import { useMay, useMe } from "../../lib/session.ts";
import { useNarrow } from "../../lib/viewport.ts";
import { DemoMark, PhoneShell, type Tab as PhoneTab } from "../../ui/frame.tsx";
import { Loading, StateBlock, Trouble } from "../../ui/state-block.tsx";
import { Alarms } from "./alarms.tsx";
import { Contacts } from "./contacts.tsx";
import { Devices } from "./devices.tsx";
import { Emergency, Home } from "./home.tsx";
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
  return (
    <PhoneShell
      title={unit?.name ?? t("desk")}
      sub={sub || me.user.name}
      end={me.demo && <DemoMark />}
      tabs={items}
      active={narrow ? tab : "home"}
    >
      {desk.isError ? (
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
      )}
    </PhoneShell>
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
      <Devices desk={desk} windows={windows} />
    </div>
    <Alarms alarms={desk.alarms} />
    <div className="col desk-gap">
      <Emergency desk={desk} />
      <Contacts contacts={desk.contacts} unit={desk.unit?.id ?? ""} />
    </div>
  </div>
);
