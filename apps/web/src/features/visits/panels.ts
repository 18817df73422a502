import type { DetailPanel } from "../../app/panels.ts";
import { t } from "./words.ts";

export const panels: Readonly<Record<string, readonly DetailPanel[]>> = {
  "inspection.visit": [{ key: "record", label: () => t("record"), load: () => import("./record-panel.tsx") }],
  "inspection.conflict": [{ key: "compare", label: () => t("compare"), load: () => import("./compare-panel.tsx") }],
};
