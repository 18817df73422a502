/** A download the browser makes itself: it streams, and the page stays. */
export function download(href: string): void {
  const link = document.createElement("a");
  link.href = href;
  link.download = "";
  link.click();
}
