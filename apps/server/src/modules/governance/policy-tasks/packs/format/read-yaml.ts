/** YAML with a line for every place in it. Never throws: what cannot be read is a problem with its line. For packs and for schemes of assessment. */
import { type Document, isMap, isPair, isScalar, isSeq, LineCounter, type ParsedNode, parseDocument, visit } from "yaml";
import type { Path, Problem } from "../domain/problem.ts";

export type LineProblem = {
  readonly line: number;
  readonly column: number;
  readonly severity: "error" | "warning";
  readonly code: string;
  readonly params: Readonly<Record<string, unknown>>;
};
export type Place = { readonly line: number; readonly column: number };
export type Read =
  /** `place` is where the key stands, or where its value begins. */
  | { readonly ok: true; readonly data: unknown; place(path: Path, of?: "key" | "value"): Place }
  | { readonly ok: false; readonly problems: readonly LineProblem[] };

export const TEXT_LIMIT = 2_000_000;
const DEEPEST = 40;
const MOST_ALIASES = 100;

const failed = (code: string, line = 1, params: LineProblem["params"] = {}): Read => ({
  ok: false,
  problems: [{ line, column: 1, severity: "error", code, params }],
});

export function readYaml(text: string): Read {
  if (text.length > TEXT_LIMIT) return failed("packs.text_too_long", 1, { limit: TEXT_LIMIT / 1_000_000 });
  const unreadable = UNREADABLE.exec(text);
  if (unreadable)
    return failed(
      "\ufffd\0".includes(unreadable[0]) ? "packs.not_utf8" : "packs.yaml_letter",
      text.slice(0, unreadable.index).split("\n").length,
    );
  const deep = tooDeep(text);
  if (deep !== undefined) return failed("packs.too_deep", deep);
  const lines = new LineCounter();
  try {
    const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true, version: "1.2", schema: "core" });
    const faults = document.errors.map(({ code, pos, message }) => ({
      code: syntax[code] ?? "packs.yaml",
      offset: pos[0],
      detail: message,
    }));
    const found = faults.length > 0 ? faults : faultsIn(document);
    if (found.length > 0)
      return {
        ok: false,
        problems: found.map(({ code, offset, detail }) => ({ ...at(lines, offset), severity: "error", code, params: { detail } })),
      };
    const data: unknown = document.toJS({ maxAliasCount: MOST_ALIASES });
    return { ok: true, data, place: (path, of) => at(lines, offsetOf(document.contents, path, of)) };
  } catch (error) {
    // Aliases that multiply: the library says so by throwing.
    const detail = error instanceof Error ? error.message : String(error);
    const code = error instanceof ReferenceError ? "packs.yaml_alias" : "packs.yaml";
    return failed(code, Math.max(1, text.split("\n").findIndex((line) => ALIAS.test(line)) + 1), { detail });
  }
}

/** NUL and other letters no text has, halves of letters, and what stands for a letter the encoding does not know. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const UNREADABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffd]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;
const ALIAS = /(^|[\s:[,-])\*\S/;

type Fault = { readonly code: string; readonly offset: number; readonly detail: string };

/** What reads and still cannot be used: an alias to nothing or to what it stands in, a key that is no word, escapes that are no letter. */
function faultsIn(document: Document.Parsed): readonly Fault[] {
  const faults: Fault[] = [];
  let aliases = 0;
  visit(document, {
    Alias(_, alias) {
      const offset = startOf(alias) ?? 0;
      aliases += 1;
      // Each is looked for from the beginning of the text.
      if (aliases > MOST_ALIASES) {
        faults.push({ code: "packs.yaml_alias", offset, detail: `*${alias.source}` });
        return visit.BREAK;
      }
      const source = alias.resolve(document);
      const range = source?.range;
      if (!source || (range && range[0] <= offset && offset < range[2]))
        faults.push({ code: "packs.yaml_alias", offset, detail: `*${alias.source}` });
      return undefined;
    },
    Pair(_, { key }) {
      if (isMap(key) || isSeq(key))
        faults.push({ code: "packs.yaml_unexpected", offset: startOf(key) ?? 0, detail: "a list or map as a key" });
    },
    Scalar(_, scalar) {
      if (typeof scalar.value === "string" && UNREADABLE.test(scalar.value))
        faults.push({ code: "packs.yaml_letter", offset: startOf(scalar) ?? 0, detail: "" });
    },
  });
  return faults;
}

/** Library codes whose cause a writer can be told in his own words. */
const syntax: Readonly<Record<string, string>> = {
  BAD_INDENT: "packs.yaml_indent",
  TAB_AS_INDENT: "packs.yaml_tab",
  DUPLICATE_KEY: "packs.yaml_same_key",
  BAD_SCALAR_START: "packs.yaml_quote",
  UNEXPECTED_TOKEN: "packs.yaml_unexpected",
  MISSING_CHAR: "packs.yaml_missing",
  MULTILINE_IMPLICIT_KEY: "packs.yaml_missing",
  BLOCK_AS_IMPLICIT_KEY: "packs.yaml_nested",
  MULTIPLE_DOCS: "packs.yaml_several",
  BAD_ALIAS: "packs.yaml_alias",
  ALIAS_PROPS: "packs.yaml_alias",
  BAD_DQ_ESCAPE: "packs.yaml_escape",
  KEY_OVER_1024_CHARS: "packs.yaml_missing",
  BLOCK_IN_FLOW: "packs.yaml_nested",
};

function at(lines: LineCounter, offset: number): Place {
  const { line, col } = lines.linePos(offset);
  return { line: Math.max(line, 1), column: Math.max(col, 1) };
}

/** A deep nest would exhaust the stack of whoever walks it. @returns the line where it becomes too deep */
function tooDeep(text: string): number | undefined {
  let line = 1;
  let depth = 0;
  for (let i = 0; i < text.length; i += 1) {
    const letter = text[i];
    if (letter === "\n") {
      line += 1;
      const indent = /^[ ?:-]*/.exec(text.slice(i + 1, i + 1 + 8 * DEEPEST))?.[0].length ?? 0;
      if (indent > 4 * DEEPEST) return line;
    }
    if (letter === "[" || letter === "{") depth += 1;
    if (letter === "]" || letter === "}") depth = Math.max(0, depth - 1);
    if (depth > DEEPEST) return line;
  }
  return /^[ ?:-]{161}/.test(text) ? 1 : undefined;
}

/** Where a place begins: the key of a pair, an item's first letter; for what is not there, the nearest thing around it. */
function offsetOf(root: ParsedNode | null, path: Path, of: "key" | "value" = "key"): number {
  let node: unknown = root;
  let offset = startOf(node) ?? 0;
  for (const part of path) {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(part));
      if (!pair) return offset;
      offset = startOf(of === "key" ? pair.key : pair.value) ?? startOf(pair.key) ?? offset;
      node = pair.value;
    } else if (isSeq(node)) {
      node = node.items[Number(part)];
      if (node === undefined) return offset;
      offset = startOf(isPair(node) ? node.key : node) ?? offset;
    } else return offset;
  }
  return offset;
}

const startOf = (node: unknown): number | undefined =>
  typeof node === "object" && node !== null && "range" in node && Array.isArray(node.range) ? (node.range[0] as number) : undefined;

/** Problems with their lines, in the order of the text. */
export const withLines = (problems: readonly Problem[], place: (path: Path) => Place): readonly LineProblem[] =>
  problems
    .map(({ path, code, params = {}, other, severity }): LineProblem => {
      const otherLine = other ? { otherLine: place(other).line } : {};
      return { ...place(path), severity: severity ?? "error", code, params: { ...params, ...otherLine } };
    })
    .toSorted((a, b) => a.line - b.line || a.column - b.column);
