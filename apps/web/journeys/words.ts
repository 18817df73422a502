/** Words of another language on a screen: what a translation forgot. Codes, units and names of standards are not words, names are nobody's. */
import type { Page } from "playwright-core";

const ALLOWED = new Set([
  "English", // the language switch names itself
  "Space", // what is printed on the key
  "Enter",
  "GB",
  "CAP",
  "TCP",
  "UDP",
  "IP",
  "TOTP",
  "MB",
  "Excel",
  "API",
  "ID",
  "IMEI",
  "kPa",
  "MPa",
  "km",
  "mm",
  "HJ", // an alarm's number
  "WGS", // reference systems of coordinates
  "GCJ",
  "BD",
  "CGCS",
]);
/** The switch to Chinese names itself. */
const CHINESE_ALLOWED = new Set(["中文"]);

/** @returns words of two and more Latin letters the page shows, without those that belong there */
export async function foreignWords(page: Page): Promise<string[]> {
  // biome-ignore lint/performance/useDomNodeTextContent: what is hidden is no word on the screen
  const text = await page.evaluate(() => document.body.innerText);
  const words = text.match(/(?<![\w-])[A-Za-z]{2,}(?![\w])/g) ?? [];
  return [...new Set(words)].filter((word) => !ALLOWED.has(word));
}

/** Everything a page says: its texts, the names it gives to pictures and fields, its title. */
const saidOn = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const said = [document.title];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode())
      if (!node.parentElement?.closest("script, style, noscript")) said.push(node.textContent ?? "");
    for (const name of ["aria-label", "title", "placeholder", "alt"])
      for (const element of document.querySelectorAll(`[${name}]`)) said.push(element.getAttribute(name) ?? "");
    return said.map((text) => text.trim()).filter((text) => text !== "");
  });

/** Every Chinese text in an answer or a generated city: names, addresses, what people typed. */
export function namesIn(data: unknown, names: Set<string> = new Set()): Set<string> {
  if (typeof data === "string") {
    if (/[\u4e00-\u9fff]/.test(data)) names.add(data.trim());
  } else if (typeof data === "object" && data !== null) for (const each of Object.values(data)) namesIn(each, names);
  return names;
}

/** @returns what an English page says in Chinese beside the names it was given */
export async function chineseLeft(page: Page, names: ReadonlySet<string>): Promise<string[]> {
  const longestFirst = [...names].toSorted((a, b) => b.length - a.length);
  const left = (await saidOn(page)).filter((text) => {
    if (!/[\u4e00-\u9fff]/.test(text) || CHINESE_ALLOWED.has(text)) return false;
    return /[\u4e00-\u9fff]/.test(longestFirst.reduce((rest, name) => (rest.includes(name) ? rest.replaceAll(name, "") : rest), text));
  });
  return [...new Set(left)];
}
