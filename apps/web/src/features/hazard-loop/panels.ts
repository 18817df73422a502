import type { DetailPanel } from "../../app/panels.ts";
import { t } from "./words.ts";

export const panels: Readonly<Record<string, readonly DetailPanel[]>> = {
  "remote-monitoring.alarm": [{ key: "hazard", label: () => t("hazards"), load: () => import("./of-alarm.tsx") }],
};
export const registers = { "hazard-loop.hazard": "hazard-loop.find" };
