/** YAML with a line for every place in it. Never throws: what cannot be read is a problem with its line. */
import { isMap, isPair, isScalar, isSeq, LineCounter, type ParsedNode, parseDocument } from "yaml";
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
  | { readonly ok: true; readonly data: unknown; place(path: Path): Place }
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
  const deep = tooDeep(text);
  if (deep !== undefined) return failed("packs.too_deep", deep);
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true, version: "1.2", schema: "core" });
  if (document.errors.length > 0)
    return {
      ok: false,
      problems: document.errors.map(({ code, pos, message }) => ({
        ...at(lines, pos[0]),
        severity: "error",
        code: syntax[code] ?? "packs.yaml",
        params: { detail: message },
      })),
    };
  try {
    const data: unknown = document.toJS({ maxAliasCount: MOST_ALIASES });
    return { ok: true, data, place: (path) => at(lines, offsetOf(document.contents, path)) };
  } catch (error) {
    // Aliases that multiply, or one to an anchor that is not there: the library says so by throwing.
    return failed("packs.yaml", 1, { detail: error instanceof Error ? error.message : String(error) });
  }
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
function offsetOf(root: ParsedNode | null, path: Path): number {
  let node: unknown = root;
  let offset = startOf(node) ?? 0;
  for (const part of path) {
    if (isMap(node)) {
      const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(part));
      if (!pair) return offset;
      offset = startOf(pair.key) ?? offset;
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
