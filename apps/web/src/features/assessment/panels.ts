import type { DetailPanel } from "../../app/panels.ts";
import { w } from "./sheet-words.ts";
import { t } from "./words.ts";

export const panels: Readonly<Record<string, readonly DetailPanel[]>> = {
  "assessment.scheme": [{ key: "text", label: () => t("schemeText"), load: () => import("./scheme-panel.tsx") }],
  "assessment.year": [{ key: "board", label: () => t("ranking"), load: () => import("./year-panel.tsx") }],
  "assessment.receipt": [{ key: "standings", label: () => t("standings"), load: () => import("./receipt-panel.tsx") }],
  "assessment.round": [
    { key: "sheet", label: () => w("sheet"), load: () => import("./sheet-panel.tsx") },
    { key: "feedback", label: () => t("feedback"), load: () => import("./feedback-panel.tsx") },
  ],
};

/** Schemes are written in their own editor. */
export const registers: Readonly<Record<string, string>> = { "assessment.scheme": "assessment.configure" };
