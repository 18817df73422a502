import { getLanguage } from "./i18n.ts";

/** A download the browser makes itself: it streams, and the page stays. Headers cannot be set: the language is said in the address. */
export function download(href: string): void {
  const link = document.createElement("a");
  link.href = `${href}${href.includes("?") ? "&" : "?"}language=${getLanguage()}`;
  link.download = "";
  link.click();
}
