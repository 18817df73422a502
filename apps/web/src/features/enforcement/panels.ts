import type { DetailPanel } from "../../app/panels.ts";
import { t } from "./words.ts";

const documents: DetailPanel = { key: "documents", label: () => t("paper"), load: () => import("../cases/documents-panel.tsx") };

export const panels: Readonly<Record<string, readonly DetailPanel[]>> = {
  "enforcement.document": [{ key: "paper", label: () => t("paper"), load: () => import("./paper-panel.tsx") }],
  "enforcement.penalty": [{ key: "documents", label: () => t("caseDocuments"), load: () => import("./case-documents.tsx") }],
  "enforcement.seal": [documents],
  "enforcement.stop-order": [documents],
  "enforcement.utility-cut": [documents],
  "enforcement.hot-work": [{ key: "code", label: () => t("code"), load: () => import("./ticket-code.tsx") }],
};

export const registers: Readonly<Record<string, string>> = { "enforcement.document": "enforcement.draft" };
