/** One cell for one field: what people type for a day, a figure, yes, a choice. Pure; what needs other rows (places, references) is found later. */
import { isCalendarDate } from "../../values.ts";
import type { Field } from "../fields.ts";
import { type Cell, isBlank, isBroken, isDate, shownText } from "./cell.ts";
import { nearness } from "./match-headers.ts";
import { dateOfSerial } from "./sheet-read.ts";

export type Fix = { readonly label: string; readonly value: string };
export type Parsed =
  | { readonly value: unknown; readonly note?: { readonly code: string; readonly params?: Readonly<Record<string, unknown>> } }
  | { readonly code: string; readonly params?: Readonly<Record<string, unknown>>; readonly fix?: Fix };

export const isProblem = (parsed: Parsed): parsed is Extract<Parsed, { code: string }> => "code" in parsed;

const NOTHING = /^[\s/\\—–\-－]*$|^(无|n\/a|null|不详|暂无)$/i;
const halfWidth = (text: string): string => text.normalize("NFKC").trim();

/** @param also the field in another language, whose choices are understood as well */
export function parseCell(cell: Cell, field: Field, also?: Field): Parsed {
  if (isBlank(cell)) return { value: null };
  if (isBroken(cell)) {
    if (cell.broken === "formula") return { code: "import.formula_without_result" };
    return cell.broken === "error" ? { code: "import.formula_error", params: { shown: cell.shown } } : { code: "ledger.no_such_day" };
  }
  switch (field.kind) {
    case "integer":
    case "decimal":
      return figure(cell, field);
    case "yes":
      return yesOrNo(cell);
    case "day":
      return day(cell);
    case "instant":
      return instant(cell);
    case "choice":
      return choice(halfWidth(shownText(cell)), field, also);
    case "many":
      return many(cell, field, also);
    default:
      return text(cell, field);
  }
}

/** Excel keeps 15 digits: a longer number has already lost its end. */
const EXACT = 1e15;

function text(cell: Cell, field: Field): Parsed {
  if (typeof cell === "number") {
    if (Math.abs(cell) >= EXACT) return { code: "import.digits_lost", params: { shown: cell } };
    return { value: String(cell) };
  }
  const shown = shownText(cell).trim();
  return { value: field.format ? halfWidth(shown).replaceAll(/\s/g, "") : shown };
}

function figure(cell: Cell, field: Field): Parsed {
  if (typeof cell === "number") return { value: cell };
  if (typeof cell !== "string") return { code: "ledger.not_a_number" };
  const shown = halfWidth(cell);
  if (NOTHING.test(shown)) return { value: null };
  const unit = field.unit ? halfWidth(field.unit) : "";
  const bare = (unit && shown.toLowerCase().endsWith(unit.toLowerCase()) ? shown.slice(0, -unit.length) : shown)
    .replace(/(平方米|㎡|m2|米|层|人|个|间|张|吨|台|家)$/i, "")
    .replace(/,(?=\d{3}(\D|$))/g, "")
    .trim();
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d{1,3})?$/i.test(bare) ? { value: Number(bare) } : { code: "ledger.not_a_number" };
}

const YES = new Set(["是", "有", "√", "✓", "对", "y", "yes", "true", "1", "已", "已设", "已装"]);
const NO = new Set(["否", "无", "×", "✗", "x", "错", "n", "no", "false", "0", "未", "未设", "未装", "没有"]);

function yesOrNo(cell: Cell): Parsed {
  if (typeof cell === "boolean") return { value: cell };
  const shown = halfWidth(shownText(cell)).toLowerCase();
  if (YES.has(shown)) return { value: true };
  if (NO.has(shown)) return { value: false };
  return NOTHING.test(shown) ? { value: null } : { code: "import.not_yes_or_no" };
}

const WRITTEN_DAY = /^(\d{4})(?:[-/.年](\d{1,2})[-/.月](\d{1,2})日?|(\d{2})(\d{2}))$/;

/** `2026-03-18`, `2026/3/18`, `2026.3.18`, `2026年3月18日`, `20260318`. Undefined: not written as a day; null: no such day. */
export function readDay(shown: string): string | null | undefined {
  const match = WRITTEN_DAY.exec(shown.replaceAll(/\s/g, ""));
  if (!match) return undefined;
  const iso = `${match[1]}-${(match[2] ?? match[4] ?? "").padStart(2, "0")}-${(match[3] ?? match[5] ?? "").padStart(2, "0")}`;
  return isCalendarDate(iso) ? iso : null;
}

/** Day numbers of 1954 to 2119: a date whose cell lost its format. */
const isLikelySerial = (figure: number): boolean => figure >= 20_000 && figure <= 80_000;

function day(cell: Cell): Parsed {
  if (isDate(cell)) return { value: cell.day };
  if (typeof cell === "number" && isLikelySerial(cell)) {
    const found = dateOfSerial(Math.floor(cell));
    if (isDate(found)) return { value: found.day, note: { code: "import.read_as_day", params: { day: found.day } } };
  }
  const shown = halfWidth(shownText(cell));
  if (NOTHING.test(shown)) return { value: null };
  const found = readDay(shown.replace(/[ T]\d{1,2}:\d{2}(:\d{2})?$/, ""));
  if (found === undefined) return { code: "import.not_a_day" };
  return found === null ? { code: "ledger.no_such_day" } : { value: found };
}

function instant(cell: Cell): Parsed {
  if (isDate(cell)) return { value: `${cell.day}T${cell.time ?? "00:00:00"}+08:00` };
  const shown = halfWidth(shownText(cell));
  if (NOTHING.test(shown)) return { value: null };
  const match = /^(.+?)(?:[ T](\d{1,2}):(\d{2})(?::(\d{2}))?)?$/.exec(shown);
  const found = readDay(match?.[1] ?? "");
  if (found === undefined) return { code: "import.not_a_day" };
  const [hour = "0", minute = "00", second = "00"] = [match?.[2], match?.[3], match?.[4]];
  if (found === null || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return { code: "ledger.no_such_day" };
  return { value: `${found}T${hour.padStart(2, "0")}:${minute}:${second}+08:00` };
}

const bare = (label: string): string =>
  halfWidth(label)
    .replaceAll(/[\s()、,/]/g, "")
    .toLowerCase();

function choice(shown: string, field: Field, also: Field | undefined): Parsed {
  const entries = [...Object.entries(field.choices ?? {}), ...Object.entries(also?.choices ?? {})];
  const found =
    entries.find(([key, label]) => label === shown || key === shown) ?? entries.find(([, label]) => bare(label) === bare(shown));
  if (found) return { value: found[0] };
  if (NOTHING.test(shown)) return { value: null };
  const near = entries.map(([, label]) => ({ label, score: nearness(bare(shown), bare(label)) })).sort((a, b) => b.score - a.score)[0];
  const isNear = near !== undefined && near.score >= 0.5;
  return {
    code: isNear ? "import.choice_near" : "ledger.not_a_choice",
    params: { choices: choicesShown(field), near: near?.label },
    ...(isNear ? { fix: { label: `改为${near.label}`, value: near.label } } : {}),
  };
}

/** As many as a sentence can carry. */
function choicesShown(field: Field): string {
  const labels = Object.values(field.choices ?? {});
  return labels.length > 12 ? `${labels.slice(0, 12).join("、")}…` : labels.join("、");
}

function many(cell: Cell, field: Field, also: Field | undefined): Parsed {
  const values: unknown[] = [];
  for (const part of shownText(cell).split(/[、,，;；/|\n]+/)) {
    const shown = halfWidth(part);
    if (shown === "") continue;
    const one = choice(shown, field, also);
    if (isProblem(one)) return { code: "ledger.not_a_choice", params: { choices: choicesShown(field) } };
    if (one.value !== null && !values.includes(one.value)) values.push(one.value);
  }
  return { value: values };
}
