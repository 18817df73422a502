/** Words of another language on a Chinese screen: what a translation forgot. Codes, units and names of standards are not words. */
import type { Page } from "playwright-core";

const ALLOWED = new Set([
  "English", // the language switch names itself
  "Space", // what is printed on the key
  "Enter",
  "GB",
  "CAP",
  "Excel",
  "API",
  "ID",
  "IMEI",
  "kPa",
  "MPa",
  "km",
  "mm",
  "HJ", // an alarm's number, by its kind
  "JG",
  "QD",
  "GZ",
  "PB",
  "LX",
  "CS",
  "WGS", // reference systems of coordinates
  "GCJ",
  "BD",
  "CGCS",
]);

/** @returns words of two and more Latin letters the page shows, without those that belong there */
export async function foreignWords(page: Page): Promise<string[]> {
  // biome-ignore lint/performance/useDomNodeTextContent: what is hidden is no word on the screen
  const text = await page.evaluate(() => document.body.innerText);
  const words = text.match(/(?<![\w-])[A-Za-z]{2,}(?![\w])/g) ?? [];
  return [...new Set(words)].filter((word) => !ALLOWED.has(word));
}
