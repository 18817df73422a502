/** How a standing looks: colour, glyph and word together. Pure but for the words. */
import type { BoardCell, DutyTarget, StandingStatus } from "@suiren/api-client";
import type { Meaning } from "../../app/theme/theme.ts";
import { day, number } from "../../lib/format.ts";
import type { MatrixTone } from "../../ui/matrix.tsx";
import { t } from "./words.ts";

const looks: Readonly<Record<StandingStatus, { readonly word: Parameters<typeof t>[0]; readonly meaning: Meaning }>> = {
  met: { word: "met", meaning: "met" },
  "at-risk": { word: "atRisk", meaning: "soon" },
  open: { word: "openStatus", meaning: "offline" },
  overdue: { word: "overdue", meaning: "overdue" },
  "no-data": { word: "noData", meaning: "overdue" },
  waived: { word: "waived", meaning: "shield" },
  "not-due": { word: "notDue", meaning: "offline" },
  "not-applicable": { word: "notApplicable", meaning: "offline" },
};
export const wordOf = (status: StandingStatus): string => t(looks[status].word);
export const meaningOf = (status: StandingStatus): Meaning => looks[status].meaning;
const tones: Readonly<Record<StandingStatus, MatrixTone>> = {
  met: "met",
  "at-risk": "soon",
  overdue: "overdue",
  "no-data": "blank",
  open: "open",
  waived: "off",
  "not-due": "none",
  "not-applicable": "none",
};
export const toneOf = (status: StandingStatus): MatrixTone => tones[status];
/** 红黄: what a mayor asks about. */
export const isRed = (status: StandingStatus): boolean => status === "overdue" || status === "no-data";

/** 逾期 77 天 and 还有 12 天 beside the word; nothing where no day counts. */
export function statusWords(status: StandingStatus, days: number | null): string {
  if (days === null || days === 0) return wordOf(status);
  if (status === "overdue") return t("overdueDays", { n: number(days) });
  if (days < 0 && (status === "open" || status === "at-risk" || status === "not-due"))
    return `${wordOf(status)}　${t("daysLeft", { n: number(-days) })}`;
  return wordOf(status);
}

export const valueText = (value: number | null, decimals: number): string => (value === null ? "—" : number(value, decimals));

/** What stands in a cell of the matrix: the figure, or the word where there is none. */
export function cellText(cell: Pick<BoardCell, "status" | "value">, decimals: number): string {
  if (cell.status === "not-applicable" || cell.status === "not-due") return cell.value === null ? "" : valueText(cell.value, decimals);
  if (cell.status === "waived") return t("waived");
  if (cell.value !== null) return valueText(cell.value, decimals);
  return t(valueless[cell.status]);
}
/** Where no figure is known: 未填 for what should have one, 未完成 for what is late, a dash for what is still open. */
const valueless = {
  met: "done",
  "at-risk": "none",
  open: "dash",
  overdue: "notDone",
  "no-data": "none",
  waived: "waived",
  "not-due": "dash",
  "not-applicable": "dash",
} as const satisfies Readonly<Record<StandingStatus, Parameters<typeof t>[0]>>;

const signs = { atLeast: "≥", atMost: "≤", below: "<", above: ">", equal: "=" } as const;
/** 目标 ≥ 100 %, 不高于去年同期, 待设定. */
export function targetWords(target: DutyTarget | null, decimals = 2): string {
  if (!target) return "";
  if (target.kind === "baseline") return t(target.is === "atLeast" || target.is === "above" ? "notBelowLastYear" : "notAboveLastYear");
  if (target.kind === "by" && target.value === null) return t("targetByArea");
  if (target.value === null) return target.kind === "configured" ? t("targetUnset") : "";
  return `${signs[target.is]} ${number(target.value, decimals)}${target.unit ? ` ${target.unit}` : ""}`;
}

/** One sentence of a cell for whoever hears the screen. */
export function cellSentence(
  cell: BoardCell,
  row: { readonly title: string; readonly unit: string; readonly decimals: number },
  column: string,
  today: number,
): string {
  const value = cell.value === null ? "" : `${valueText(cell.value, row.decimals)} ${row.unit}`;
  const parts = [`${column} ${row.title}`, statusWords(cell.status, cell.days), value];
  if (cell.evidence === "hand") parts.push(t("byHand"));
  if (cell.dueOn) parts.push(t("dueOn", { on: day(cell.dueOn, today) }));
  if (cell.of > 1) parts.push(t("severalOf", { n: cell.of, red: cell.red }));
  return parts.filter((part) => part !== "").join("，");
}
