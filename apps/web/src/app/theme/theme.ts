/** tokens.json → CSS variables on `:root`, `[data-theme=dark]`, `[data-theme=wall]`. Screens name a meaning (`--fireText`), never a colour. */
import tokens from "./tokens.json";

export { tokens };
export type Theme = "light" | "dark" | "wall";
export type Meaning =
  | "fire"
  | "supervise"
  | "linkage"
  | "fault"
  | "shield"
  | "offline"
  | "test"
  | "ok"
  | "overdue"
  | "soon"
  | "met"
  | "primary";

const block = (selector: string, variables: Readonly<Record<string, string>>): string =>
  `${selector}{${Object.entries(variables)
    .map(([name, value]) => `--${name}:${value}`)
    .join(";")}}`;

/** `type.console.body` [14, 22] → `--t-body: 14px/22px`, used as `font: 400 var(--t-body) var(--font-text)`. */
const typeScale = (scale: Readonly<Record<string, readonly number[]>>): Record<string, string> =>
  Object.fromEntries(Object.entries(scale).map(([name, [size, line]]) => [`t-${name}`, `${size}px/${line}px`]));

const pixels = (prefix: string, values: Readonly<Record<string, number>>): Record<string, string> =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [`${prefix}-${name}`, `${value}px`]));

const chartColours = (theme: Theme): Record<string, string> => ({
  ...Object.fromEntries(tokens.chart[theme].map((colour, index) => [`chart${index + 1}`, colour])),
  // Parts of a score, from the first on lighter: the same on every ground.
  ...Object.fromEntries(tokens.scoreParts.map((colour, index) => [`part${index + 1}`, colour])),
});

/** The whole style sheet as text; pure, so it can be tested and injected once before the first paint. */
export function themeSheet(): string {
  const { font, motion } = tokens;
  return [
    block(":root", {
      "font-text": font.text,
      "font-serif": font.serif,
      "font-number": font.number,
      "font-mono": font.mono,
      ...typeScale(tokens.type.console),
      ...pixels("radius", tokens.radius),
      ...pixels("h", tokens.height),
      ...pixels("w", tokens.width),
      "motion-fast": `${motion.fast} ${motion.ease}`,
      "motion-mid": `${motion.mid} ${motion.ease}`,
      "motion-slow": `${motion.slow} ${motion.ease}`,
      ...Object.fromEntries(Object.entries(tokens.z).map(([name, value]) => [`z-${name}`, String(value)])),
    }),
    block(":root,[data-theme=light]", { ...tokens.semantic.light, ...chartColours("light"), "color-scheme-name": "light" }),
    block("[data-theme=dark]", { ...tokens.semantic.dark, ...chartColours("dark"), "color-scheme-name": "dark" }),
    block("[data-theme=wall]", { ...tokens.semantic.wall, ...chartColours("wall"), "color-scheme-name": "dark" }),
    "[data-theme=light]{color-scheme:light}[data-theme=dark],[data-theme=wall]{color-scheme:dark}",
  ].join("\n");
}
