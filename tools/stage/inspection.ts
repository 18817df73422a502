/**
 * What a careful eye finds on a page, by measuring it: text too faint for its ground, controls without a name or too small for a thumb,
 * things pushed out at the side, a control lying under something else. Measured over what the browser really drew, so it holds for every
 * theme, size and language alike.
 */
import type { Page } from "playwright-core";

export type Defect = {
  readonly kind: "contrast" | "sideways" | "nameless" | "small" | "covered" | "landmark";
  readonly where: string;
  readonly what: string;
};

/** @returns the defects of the page as it stands; `touch`: it is looked at on a phone, so controls are measured for a thumb */
export async function inspect(page: Page, { touch }: { readonly touch: boolean }): Promise<Defect[]> {
  const functions = [colourOf, over, luminance, contrast, isShown, groundOf, nameOf, pathOf, canScroll, isClipped];
  const checks = [faintText, pushedOut, nameless, covered, landmarks, ...(touch ? [tooSmall] : [])];
  const source = [...functions, ...checks].map(String).join("\n");
  const calls = checks.map(({ name }) => `...${name}()`).join(", ");
  return page.evaluate<Defect[]>(`(() => { ${source}\nreturn [${calls}]; })()`);
}

/* Everything below runs inside the page and may use nothing but its neighbours and the DOM. */

type Rgba = readonly [red: number, green: number, blue: number, alpha: number];

/** A CSS colour as the browser computed it: `rgb(…)` or, where colours were mixed, `color(srgb …)`. */
function colourOf(css: string): Rgba {
  const [r = 0, g = 0, b = 0, a = 1] = (css.match(/-?[\d.]+(?:e-?\d+)?/g) ?? []).map(Number);
  return css.startsWith("color(srgb") ? [r * 255, g * 255, b * 255, a] : [r, g, b, a];
}

function over([r, g, b, a]: Rgba, [r2, g2, b2]: Rgba): Rgba {
  const mix = (top: number, below: number) => top * a + below * (1 - a);
  return [mix(r, r2), mix(g, g2), mix(b, b2), 1];
}

function luminance([r, g, b]: Rgba): number {
  const linear = (value: number) => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4);
  return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
}

function contrast(a: Rgba, b: Rgba): number {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

/** Drawn and not kept off the screen above or left of it, as a skip link is until it has the focus. */
function isShown(element: Element): boolean {
  const { width, height, right, bottom } = element.getBoundingClientRect();
  const isAway = right + window.scrollX <= 0 || bottom + window.scrollY <= 0;
  return width > 1 && height > 1 && !isAway && element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
}

/** What lies behind the text of an element; null where a picture or a drawn surface does, which cannot be measured like this. */
function groundOf(element: Element): Rgba | null {
  const layers: Rgba[] = [];
  for (let each: Element | null = element; each; each = each.parentElement) {
    const { backgroundColor, backgroundImage, position } = getComputedStyle(each);
    if (backgroundImage !== "none") return null;
    const colour = colourOf(backgroundColor);
    if (colour[3] > 0) layers.push(colour);
    if (colour[3] === 1) break;
    if (position === "absolute" && each.parentElement?.querySelector("canvas, img")) return null;
  }
  const start: Rgba = layers.at(-1)?.[3] === 1 ? (layers.pop() ?? [255, 255, 255, 1]) : [255, 255, 255, 1];
  return layers.reduceRight<Rgba>((below, layer) => over(layer, below), start);
}

function nameOf(element: Element): string {
  const labelled = element.getAttribute("aria-labelledby")?.split(/\s+/) ?? [];
  const labels = "labels" in element ? [...((element as HTMLInputElement).labels ?? [])] : [];
  const inner = [...element.querySelectorAll("[aria-label], img[alt], title")].map(
    (each) => each.getAttribute("aria-label") ?? each.getAttribute("alt") ?? each.textContent,
  );
  return [
    element.getAttribute("aria-label"),
    ...labelled.map((id) => document.getElementById(id)?.textContent),
    ...labels.map((each) => each.textContent),
    element.textContent,
    ...inner,
    element.getAttribute("title"),
  ]
    .join("")
    .trim();
}

/** Enough to find it again: the nearest three classes and the words. */
function pathOf(element: Element): string {
  const steps: string[] = [];
  for (let each: Element | null = element; each && steps.length < 3; each = each.parentElement)
    steps.unshift(`${each.tagName.toLowerCase()}${[...each.classList].map((name) => `.${name}`).join("")}`);
  return `${steps.join(" > ")} “${(element.textContent ?? "").trim().slice(0, 24)}”`;
}

/** Inside something that scrolls sideways by itself, so that being wider than the window is no harm. */
function canScroll(element: Element): boolean {
  for (let each = element.parentElement; each; each = each.parentElement) {
    const { overflowX } = getComputedStyle(each);
    if (overflowX === "auto" || overflowX === "scroll" || overflowX === "hidden" || overflowX === "clip") return true;
  }
  return false;
}

/** WCAG 2.2 AA: 4.5 to 1, large letters 3 to 1; what is switched off may be faint. */
function faintText(): Defect[] {
  const found = new Map<string, Defect>();
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = texts.nextNode(); node; node = texts.nextNode()) {
    const element = node.parentElement;
    if (!element || !node.textContent?.trim() || !isShown(element)) continue;
    if (element.closest("[aria-disabled=true], :disabled, [inert], canvas, [aria-hidden=true]")) continue;
    const ground = groundOf(element);
    if (!ground) continue;
    const style = getComputedStyle(element);
    const size = Number.parseFloat(style.fontSize);
    const needed = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700) ? 3 : 4.5;
    const ink = element.closest("svg") && style.fill !== "none" ? style.fill : style.color;
    const ratio = contrast(over(colourOf(ink), ground), ground);
    if (ratio >= needed - 0.05) continue;
    const where = pathOf(element);
    found.set(`${where}`, {
      kind: "contrast",
      where,
      what: `${ratio.toFixed(2)} : 1, ${ink} on rgb(${ground.slice(0, 3).map(Math.round)})`,
    });
  }
  return [...found.values()];
}

function pushedOut(): Defect[] {
  const wide = document.documentElement.scrollWidth - window.innerWidth;
  const out = [...document.body.querySelectorAll("*")].filter((element) => {
    const { right, left, width } = element.getBoundingClientRect();
    return (
      width > 1 && (right > window.innerWidth + 1 || left < -1) && isShown(element) && !canScroll(element) && !element.closest(".sr-only")
    );
  });
  const first = out.filter((element) => !out.some((other) => other !== element && other.contains(element)));
  return [
    ...(wide > 0 ? [{ kind: "sideways" as const, where: "page", what: `${wide} px wider than the window` }] : []),
    ...first.map((element) => ({
      kind: "sideways" as const,
      where: pathOf(element),
      what: `reaches ${Math.round(element.getBoundingClientRect().right)} px`,
    })),
  ];
}

function nameless(): Defect[] {
  const controls = document.querySelectorAll(
    "a[href], button, input:not([type=hidden]), select, textarea, [role=button], [role=dialog], dialog[open]",
  );
  const unnamed = [...controls].filter((element) => isShown(element) && nameOf(element) === "");
  const pictures = [
    ...document.querySelectorAll("img:not([alt]), svg[role=img]:not([aria-label], [aria-hidden=true]):not(:has(title))"),
  ].filter(isShown);
  return [...unnamed, ...pictures].map((element) => ({ kind: "nameless", where: pathOf(element), what: "no accessible name" }));
}

/** Scrolled out of the box it lies in. */
function isClipped(element: Element, x: number, y: number): boolean {
  for (let each = element.parentElement; each; each = each.parentElement) {
    const { overflowX, overflowY } = getComputedStyle(each);
    if (overflowX === "visible" && overflowY === "visible") continue;
    const { left, top, right, bottom } = each.getBoundingClientRect();
    if (x < left || x > right || y < top || y > bottom) return true;
  }
  return false;
}

/** A control in sight whose middle belongs to something else cannot be touched. */
function covered(): Defect[] {
  const root: ParentNode = [...document.querySelectorAll("dialog[open]")].at(-1) ?? document;
  return [...root.querySelectorAll("button, a[href], input, select")].flatMap((element): Defect[] => {
    if (!isShown(element) || element.closest(".map-canvas, [inert]")) return [];
    const box = element.getBoundingClientRect();
    const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
    if (x < 0 || y < 0 || x >= window.innerWidth || y >= window.innerHeight || isClipped(element, x, y)) return [];
    const top = document.elementFromPoint(x, y);
    if (!top || element.contains(top) || top.contains(element) || top.closest("label")?.contains(element)) return [];
    const inScroller = top.closest("header, footer, nav, [class*=foot], [class*=head], [class*=bar], [class*=tabs]") !== null;
    return inScroller ? [] : [{ kind: "covered", where: pathOf(element), what: `under ${pathOf(top)}` }];
  });
}

function landmarks(): Defect[] {
  const mains = [...document.querySelectorAll("main")].filter(isShown).length;
  const heads = document.querySelectorAll("h1").length;
  const headings = [...document.querySelectorAll("h1, h2, h3")].filter(isShown).length;
  const ids = [...document.querySelectorAll("[id]")].map(({ id }) => id);
  const twice = [...new Set(ids.filter((id, index) => ids.indexOf(id) !== index))];
  return [
    ...(mains === 1 ? [] : [{ kind: "landmark" as const, where: "page", what: `${mains} main landmarks` }]),
    ...(heads <= 1 ? [] : [{ kind: "landmark" as const, where: "page", what: `${heads} first headings` }]),
    ...(headings > 0 ? [] : [{ kind: "landmark" as const, where: "page", what: "no heading" }]),
    ...twice.map((id) => ({ kind: "landmark" as const, where: `#${id}`, what: "one id on several elements" })),
  ];
}

/** A thumb wants 44 × 44; a link inside a sentence is as high as its line. */
function tooSmall(): Defect[] {
  const controls = document.querySelectorAll("a[href], button, input:not([type=hidden]), select, textarea, summary");
  return [...controls].flatMap((element): Defect[] => {
    if (!isShown(element) || element.closest(".map-canvas, .sr-only, [aria-disabled=true]")) return [];
    const target = element.matches("input[type=checkbox], input[type=radio], input[type=file]")
      ? (element.closest("label") ?? element)
      : element;
    const { width, height } = target.getBoundingClientRect();
    if (width >= 43.5 && height >= 43.5) return [];
    const words = target.parentElement?.textContent?.trim() ?? "";
    const inSentence = getComputedStyle(target).display === "inline" && words.length > (target.textContent?.trim().length ?? 0);
    return inSentence ? [] : [{ kind: "small", where: pathOf(target), what: `${Math.round(width)} × ${Math.round(height)}` }];
  });
}
