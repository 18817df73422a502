import type { DetailPanel } from "../../app/panels.ts";
import { t } from "./words.ts";

export const panels: Readonly<Record<string, readonly DetailPanel[]>> = {
  "places.unit": [{ key: "duties", label: () => t("duties"), load: () => import("./duties-panel.tsx") }],
};
