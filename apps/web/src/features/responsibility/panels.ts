import type { DetailPanel } from "../../app/panels.ts";
import { t } from "./words.ts";

export const panels: Readonly<Record<string, readonly DetailPanel[]>> = {
  "responsibility.proposal": [{ key: "evidence", label: () => t("evidence"), load: () => import("./proposal-panel.tsx") }],
  "responsibility.pledge": [{ key: "paper", label: () => t("paper"), load: () => import("./pledge-panel.tsx") }],
  "places.unit": [{ key: "regulator", label: () => t("regulator"), load: () => import("./regulator-panel.tsx") }],
};
