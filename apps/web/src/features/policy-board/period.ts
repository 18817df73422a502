/** `2026-Q1` → 2026 年 1 季度. */
import { periodParts } from "./model.ts";
import { t } from "./words.ts";

export function periodWords(key: string): string {
  const parts = periodParts(key);
  if (!parts) return key;
  if (parts.kind === "year") return t("year", { y: parts.y });
  if (parts.kind === "half") return t("halfYear", { y: parts.y, h: t(parts.h === 1 ? "first" : "second") });
  return parts.kind === "quarter" ? t("quarter", { y: parts.y, q: parts.q }) : t("monthOf", { y: parts.y, m: parts.m });
}
