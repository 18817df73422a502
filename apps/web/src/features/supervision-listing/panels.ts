import type { DetailPanel } from "../../app/panels.ts";
import { t } from "./words.ts";

const documents: DetailPanel = { key: "documents", label: () => t("documents"), load: () => import("../cases/documents-panel.tsx") };

/** The notices drawn up for a listing and an interview. */
export const panels: Readonly<Record<string, readonly DetailPanel[]>> = {
  "supervision-listing.listing": [documents],
  "supervision-listing.interview": [documents],
};
