import type { DetailPanel } from "../../app/panels.ts";
import { t } from "./words.ts";

export const panels: Readonly<Record<string, readonly DetailPanel[]>> = {
  "policy-tasks.task": [{ key: "lineage", label: () => t("lineage"), load: () => import("./task-lineage.tsx") }],
  "policy-tasks.finding": [{ key: "measures", label: () => t("toMeasure"), load: () => import("./finding-measures.tsx") }],
  "policy-tasks.issue": [{ key: "receipts", label: () => t("receipts"), load: () => import("./receipts-panel.tsx") }],
  "policy-tasks.receipt": [{ key: "assign", label: () => t("assignTasks"), load: () => import("./assign-panel.tsx") }],
  "committee.meeting": [{ key: "overview", label: () => t("meeting"), load: () => import("./meeting-panel.tsx") }],
};
export const registers = { "policy-tasks.task": "policy-tasks.assign" };
