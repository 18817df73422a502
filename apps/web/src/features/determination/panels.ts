import type { DetailPanel } from "../../app/panels.ts";
import { t } from "./words.ts";

/** A hazard's own page says whether it was determined, and begins it. */
export const panels: Readonly<Record<string, readonly DetailPanel[]>> = {
  "hazard-loop.hazard": [{ key: "determination", label: () => t("ofHazard"), load: () => import("./of-hazard.tsx") }],
};
