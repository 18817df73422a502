/** 责任清单: organs, the four layers, industries, groups, units without a department, the countryside. SH-1.1, SH-1.8, JX-0.2, JX-2.2, TY-2.4.1.2 */
import { useEffect } from "react";
import { useGo, useSearchText } from "../../lib/go.tsx";
import { PageHead } from "../../ui/panel.tsx";
import { Tabs } from "../../ui/tabs.tsx";
import { Groups } from "./groups.tsx";
import { Industries } from "./industries.tsx";
import { Layers } from "./layers.tsx";
import { Organs } from "./organs.tsx";
import { Rural } from "./rural.tsx";
import { Unplaced } from "./unplaced.tsx";
import { t } from "./words.ts";
import "./responsibility.css";

const tabs = { organs: Organs, layers: Layers, industries: Industries, groups: Groups, unplaced: Unplaced, rural: Rural } as const;
type Tab = keyof typeof tabs;
const keys = Object.keys(tabs) as readonly Tab[];

export default function Responsibility() {
  const go = useGo();
  const given = new URLSearchParams(useSearchText()).get("tab");
  const tab: Tab = keys.find((key) => key === given) ?? "organs";
  const Shown = tabs[tab];
  useEffect(() => {
    document.title = t("title");
  }, []);
  return (
    <div className="duty-page">
      <PageHead title={t("title")} />
      <Tabs
        label={t("title")}
        items={keys.map((key) => ({ key, label: t(key) }))}
        value={tab}
        onChange={(key) => go(`/responsibility${key === "organs" ? "" : `?tab=${key}`}`, { replace: true })}
      />
      <Shown />
    </div>
  );
}
