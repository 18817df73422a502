import type { DetailPanel } from "../../app/panels.ts";
import { t } from "./words.ts";

export const panels: Readonly<Record<string, readonly DetailPanel[]>> = {
  "fire-investigation.investigation": [{ key: "problems", label: () => t("panel"), load: () => import("./problems-panel.tsx") }],
};
