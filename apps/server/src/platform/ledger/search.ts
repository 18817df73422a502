/** Text a row is found by: its search fields, and the pinyin initials of its title. */
import { pinyin } from "pinyin-pro";
import type { AnyLedger } from "./define.ts";

/** Initials of Chinese text in lower case: 东风商厦 → dfss. Cached: names repeat in imports and alarms. */
const initialsCache = new Map<string, string>();
export function initialsOf(text: string): string {
  const known = initialsCache.get(text);
  if (known !== undefined) return known;
  const found = /[\u4e00-\u9fff]/.test(text)
    ? pinyin(text, { pattern: "first", toneType: "none", type: "array", nonZh: "consecutive" }).join("").toLowerCase()
    : "";
  if (initialsCache.size > 50_000) initialsCache.clear();
  initialsCache.set(text, found);
  return found;
}

export function searchTextOf(ledger: AnyLedger, row: Readonly<Record<string, unknown>>): string {
  const words = (ledger.search ?? [ledger.title]).map((key) => row[key]).filter((value) => typeof value === "string" && value !== "");
  const title = row[ledger.title];
  return [...words, ...(typeof title === "string" ? [initialsOf(title)] : [])].join(" ").toLowerCase();
}

/** The same grams as `platform.bigrams` in SQL, for the asked text. */
export function gramsOf(text: string): readonly string[] {
  const letters = [...text.toLowerCase()];
  return [...new Set(letters.slice(0, -1).map((letter, i) => letter + (letters[i + 1] ?? "")))].filter((gram) => !/\s/.test(gram));
}
