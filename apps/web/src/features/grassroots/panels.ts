import type { DetailPanel } from "../../app/panels.ts";
import { s } from "./standard-words.ts";

const standard: readonly DetailPanel[] = [{ key: "standard", label: () => s("standards"), load: () => import("./standard-panel.tsx") }];

export const panels: Readonly<Record<string, readonly DetailPanel[]>> = {
  "grassroots.office": standard,
  "grassroots.station": standard,
  "grassroots.village-body": standard,
  "micro-station.station": standard,
};
