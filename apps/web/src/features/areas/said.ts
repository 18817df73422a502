/** What a change is called, and the meaning its state carries. */
import type { Adjustment } from "./model.ts";
import { t } from "./words.ts";

export const stateMeaning = {
  prepared: "soon",
  approved: "linkage",
  running: "linkage",
  done: "ok",
  failed: "overdue",
  withdrawn: "offline",
} as const;

export const titleOf = ({ names: { areas, into } }: Pick<Adjustment, "names">): string =>
  areas.length === 0 ? (into ?? "") : t("into", { areas: areas.join("、"), into: into ?? "" });
