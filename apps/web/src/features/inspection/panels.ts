import type { DetailPanel } from "../../app/panels.ts";
import { t as joint } from "./joint-words.ts";
import { t } from "./words.ts";

export const panels: Readonly<Record<string, readonly DetailPanel[]>> = {
  "inspection.plan": [{ key: "progress", label: () => t("planPanel"), load: () => import("./plan-panel.tsx") }],
  "inspection.object": [{ key: "class", label: () => t("classPanel"), load: () => import("./class-panel.tsx") }],
  "enforcement.joint-action": [{ key: "check", label: () => joint("panel"), load: () => import("./joint-panel.tsx") }],
};
