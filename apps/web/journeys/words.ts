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
  "xlsx", // endings of files
  "csv",
  "bin",
  "HJ", // an alarm's number, by its kind
  "JG",
  "QD",
  "GZ",
  "PB",
  "LX",
  "CS",
  "JX", // a clause
  "QZ",
  "PT",
  "TY",
  "SH",
  "JT", // letters of the pack a journey writes
  "Word",
  "CSV",
  "docx",
  "PDF",
  "SR", // models of the demonstration city's devices
  "WGS", // reference systems of coordinates
  "GCJ",
  "BD",
  "CGCS",
]);
/** The switch to Chinese names itself. */
const CHINESE_ALLOWED = new Set(["中文"]);

/**
 * @param names what may hold Latin letters by itself: a unit called 汇泰KTV
 * @returns words of two and more Latin letters the page shows or names things with, without those that belong there
 */
export async function foreignWords(page: Page, names: ReadonlySet<string> = new Set()): Promise<string[]> {
  // biome-ignore lint/performance/useDomNodeTextContent: what is hidden is no word on the screen
  const shown = await page.evaluate(() => document.body.innerText);
  const text = withoutNames([shown, ...(await titlesOn(page))].join("\n"), names).replace(IDENTIFIER, "");
  const words = text.match(/(?<![\w-])[A-Za-z]{2,}(?![\w])/g) ?? [];
  return [...new Set(words)].filter((word) => !ALLOWED.has(word) && !BYTE.test(word));
}
/** `places.*.read`: what a permission is called in a role. */
const IDENTIFIER = /[a-z-]+(?:\.[\w*-]+)+/g;
/** A byte of a frame. */
const BYTE = /^[A-F]{2}$/;

const withoutNames = (text: string, names: ReadonlySet<string>): string =>
  [...names].toSorted((a, b) => b.length - a.length).reduce((rest, name) => (rest.includes(name) ? rest.replaceAll(name, "") : rest), text);

/** What a page calls itself, its pictures, buttons and fields. */
const titlesOn = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const titles = [document.title];
    for (const name of ["aria-label", "title", "placeholder", "alt"])
      for (const element of document.querySelectorAll(`[${name}]`)) titles.push(element.getAttribute(name) ?? "");
    return titles;
  });

/** Its texts, hidden ones too: another step of a form is shown later. */
const textsOn = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const texts: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode())
      if (!node.parentElement?.closest("script, style, noscript")) texts.push(node.textContent ?? "");
    return texts;
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
  const said = [...(await titlesOn(page)), ...(await textsOn(page))].map((text) => text.trim());
  const left = said.filter(
    (text) => /[\u4e00-\u9fff]/.test(text) && !CHINESE_ALLOWED.has(text) && /[\u4e00-\u9fff]/.test(withoutNames(text, names)),
  );
  return [...new Set(left)];
}
