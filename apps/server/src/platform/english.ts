/**
 * Chinese first, English beside it. Declarations and the record are written in Chinese; a module brings one English table, and what people
 * read is said from it: the words of its declarations, and the sentences the program composes and stores. docs/adr/0008-english-is-a-reading.md.
 */
type Table = Readonly<Record<string, string>>;

export type EnglishTable = {
  /**
   * Chinese word of a declaration → English. Where one word means two things, the place of the declaration is the key:
   * `alarm/states/accepted`, `unit/fields/grade`, `unit/fields/grade/choices/key`; it wins over the word.
   */
  readonly words: Table;
  /** What rules compose, whole (`主电故障`) or with parts: `{who}` a text, itself read; `{+list}` one with commas; `{#n}` a number. */
  readonly sentences?: Table;
};

export const hasHan = (text: string): boolean => /[\u4e00-\u9fff]/.test(text);

/** Not words of the program: the law a ledger with personal data rests on is quoted as it stands, and so is the document's example. */
const QUOTED = new Set(["purpose", "source", "example"]);
/** A field may bear such a name; it is then a word like any other. */
const isQuoted = (at: string, key: string): boolean => QUOTED.has(key) && !at.endsWith("/fields");
const isPlain = (value: unknown): value is object =>
  typeof value === "object" && value !== null && (Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype);
const placeOf = (path: string, key: string): string => (key === "label" ? path : `${path}/${key}`);

/** A declaration with every Chinese word of it said anew; functions and names stay what they are. */
export function reworded<T>(declared: T, path: string, say: (path: string, word: string) => string): T {
  const walk = (value: unknown, at: string): unknown => {
    if (typeof value === "string") return hasHan(value) ? say(at, value) : value;
    if (!isPlain(value)) return value;
    if (Array.isArray(value)) return value.map((each, i) => walk(each, `${at}/${i}`));
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, isQuoted(at, key) ? each : walk(each, placeOf(at, key))]));
  };
  return walk(declared, path) as T;
}

/** The English of one word of a module's declarations; undefined where its table has none. */
export function wordOf(tables: readonly (EnglishTable | undefined)[], path: string, word: string): string | undefined {
  for (const table of tables) {
    const found = table?.words[path] ?? table?.words[word] ?? table?.sentences?.[word];
    if (found !== undefined) return found;
  }
  return undefined;
}

type Template = { readonly pattern: RegExp; readonly names: readonly string[]; readonly english: string };

/** What a part of a sentence may be; a number may carry the letter of a sub-rule (19b). */
const PARTS: Readonly<Record<string, string>> = { "#": "(-?\\d[\\d.,]*[a-z]?)", "+": "(.+?)" };

function compile([chinese, english]: readonly [string, string]): Template {
  const names: string[] = [];
  const pattern = chinese.split(/(\{[#+]?\w+\})/).map((part) => {
    const name = /^\{([#+]?\w+)\}$/.exec(part)?.[1];
    if (name === undefined) return part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
    names.push(name);
    return PARTS[name[0] ?? ""] ?? "([^，；]+?)";
  });
  return { pattern: new RegExp(`^${pattern.join("")}$`, "s"), names, english };
}

const REMEMBERED = 20_000;
/** Lists in Chinese and how English strings them. */
const LISTS: readonly (readonly [string, string])[] = [
  ["；", "; "],
  ["，", ", "],
  ["、", ", "],
];

/**
 * Reads what the program composed in Chinese. Text of people and names match no sentence and stay as they are.
 * Known parts of a list are read one by one. Never throws, never empties a text.
 */
export function createReader(tables: readonly EnglishTable[]): (text: string) => string {
  const entries = tables.flatMap((table) => [...Object.entries(table.sentences ?? {}), ...Object.entries(table.words)]);
  const whole = new Map(entries.filter(([chinese]) => !chinese.includes("{")).toReversed());
  const templates = entries.filter(([chinese]) => chinese.includes("{")).map(compile);
  const remembered = new Map<string, string>();

  const byTemplate = (text: string): string | undefined => {
    for (const { pattern, names, english } of templates) {
      const match = pattern.exec(text);
      if (match) return english.replace(/\{([#+]?\w+)\}/g, (_, name: string) => read(match[names.indexOf(name) + 1] ?? ""));
    }
    return undefined;
  };
  const byParts = (text: string): string | undefined => {
    for (const [comma, english] of LISTS) {
      const parts = text.split(comma);
      if (parts.length < 2) continue;
      const said = parts.map(read);
      // A list of names alone is left as it stands; one of figures only changes its commas.
      return !hasHan(text) || said.some((each, i) => each !== parts[i]) ? said.join(english) : undefined;
    }
    return undefined;
  };
  function read(text: string): string {
    const known = whole.get(text) ?? remembered.get(text);
    if (known !== undefined || !/[\u4e00-\u9fff、，；]/.test(text)) return known ?? text;
    const said = byTemplate(text) ?? byParts(text) ?? text;
    if (remembered.size >= REMEMBERED) remembered.clear();
    remembered.set(text, said);
    return said;
  }
  return read;
}

/** How one language says what the program composed; Chinese is said as it stands. */
export type Read = (text: string) => string;
export const asWritten: Read = (text) => text;

/** The texts under these keys, at any depth of an answer, read; all else is a name, a number, or a person's own words. */
export function readUnder(value: unknown, keys: ReadonlySet<string>, read: Read): unknown {
  if (Array.isArray(value)) return value.map((each) => readUnder(each, keys, read));
  if (!isPlain(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [
      key,
      typeof each === "string" ? (keys.has(key) ? read(each) : each) : readUnder(each, keys, read),
    ]),
  );
}
