/** The words of a document at the place a clause comes from: 七（三）, 二（二）3, 第十二条, 引言. */

type Level = 1 | 2 | 3;
type Heading = { readonly level: Level; readonly key: string };

const NUMERAL = "[一二三四五六七八九十百]+";
const HEADINGS: readonly (readonly [Level, RegExp])[] = [
  [1, new RegExp(`^(${NUMERAL})、`)],
  [1, new RegExp(`^第(${NUMERAL}|\\d+)[章条]`)],
  [2, new RegExp(`^[（(](${NUMERAL})[）)]`)],
  [3, /^(\d{1,3})[.．、]/],
];

const headingOf = (line: string): Heading | undefined => {
  for (const [level, pattern] of HEADINGS) {
    const key = pattern.exec(line)?.[1];
    if (key !== undefined) return { level, key };
  }
  return undefined;
};

/** `七（三）2` → 七, 三, 2. */
export function placeOf(section: string): readonly string[] {
  const found = [...section.matchAll(new RegExp(`第?(${NUMERAL})[章条]?|(\\d{1,3})`, "g"))].map(([, word, digits]) => word ?? digits ?? "");
  return found.slice(0, 3);
}

/** @returns the paragraphs there; empty when the document has no such place. Without numbers in `section`: what stands before the first heading. */
export function wordsAt(document: string, section: string): readonly string[] {
  const lines = document.split(/\r?\n/).flatMap((line) => line.trim() || []);
  const wanted = placeOf(section);
  const first = lines.findIndex((line) => headingOf(line)?.level === 1);
  if (wanted.length === 0) return lines.slice(0, Math.max(0, first));
  const path: string[] = [];
  const found: string[] = [];
  for (const line of lines) {
    const heading = headingOf(line);
    if (heading) path.splice(heading.level - 1, path.length, heading.key);
    if (wanted.every((key, i) => path[i] === key)) found.push(line);
  }
  return found;
}
