/** What the schema found wrong, in the words of the pack: one problem per place, with what may stand there. */
import type { z } from "zod";
import { FAR, FIRST_YEAR, LAST_YEAR } from "./days.ts";
import { likely, listed, type Path, type Problem } from "./problem.ts";
import { clauseText, dutyText, groupingText, groupText, packText } from "./schema.ts";

type Issue = z.core.$ZodIssue;
const plain = (path: readonly PropertyKey[]): Path => path.map((part) => (typeof part === "number" ? part : String(part)));

/** Keys there are where an unknown one stands, so that a slip can be named. */
function keysAt(path: Path): readonly string[] {
  if (path.length === 0) return Object.keys(packText.shape);
  if (path[0] === "groupings" && path.length === 2) return Object.keys(groupingText.shape);
  if (path[0] === "groupings" && path[2] === "groups" && path.length === 4) return Object.keys(groupText.shape);
  if (path[0] === "clauses" && path.length === 2) return Object.keys(clauseText.shape);
  if (path[0] === "clauses" && path[2] === "duties" && path.length === 4) return Object.keys(dutyText.shape);
  return [];
}

const at = (data: unknown, path: Path): unknown =>
  path.reduce<unknown>(
    (value, part) => (typeof value === "object" && value !== null ? (value as Record<string, unknown>)[part] : undefined),
    data,
  );

/** Of several forms, the one the writer meant: that which got furthest. */
function meant(issue: Extract<Issue, { code: "invalid_union" }>, value: unknown): readonly Issue[] | undefined {
  const branches = issue.errors.filter((errors) => !errors.some((each) => each.code === "invalid_type" && each.path.length === 0));
  if (branches.length === 0) return undefined;
  if (typeof value !== "object" || value === null) return branches[0];
  return branches.toSorted((a, b) => a.length - b.length)[0];
}

export const problemsOf = (error: z.ZodError, data: unknown): readonly Problem[] =>
  error.issues.flatMap((issue) => problemsOfIssue(issue, [], data));

function problemsOfIssue(issue: Issue, base: Path, data: unknown): readonly Problem[] {
  const path = [...base, ...plain(issue.path)];
  const field = fieldOf(path);
  const value = at(data, path);
  switch (issue.code) {
    case "unrecognized_keys": {
      const keys = keysAt(path);
      return issue.keys.map((key) => ({
        path: [...path, key],
        code: "packs.unknown_key",
        params: { key, meant: likely(key, keys)[0] ?? listed(keys) },
      }));
    }
    case "invalid_type":
      if (value === undefined) return [{ path, code: "packs.missing", params: { field } }];
      if (DAYS.has(field)) return [{ path, code: "packs.no_such_day", params: { field, value: shown(value) } }];
      return [{ path, code: "packs.wrong_type", params: { field, expected: typeWord(issue.expected) } }];
    case "invalid_value":
      return [
        {
          path,
          code: value === undefined ? "packs.missing" : "packs.not_a_choice",
          params: { field, value: shown(value), choices: listed(issue.values.map(String)) },
        },
      ];
    case "too_big":
      return [{ path, code: sizeCode(issue.origin, "big"), params: { field, most: Number(issue.maximum), length: sizeOf(value) } }];
    case "too_small":
      return [
        {
          path,
          code: value === undefined ? "packs.missing" : sizeCode(issue.origin, "small"),
          params: { field, least: Number(issue.minimum) },
        },
      ];
    case "invalid_format":
      return [{ path, code: formCode(field, path), params: { field, value: shown(value) } }];
    case "invalid_union": {
      const inner = meant(issue, value);
      if (value === undefined) return [{ path, code: "packs.missing", params: { field } }];
      const form = formCode(field, path);
      // One value that fits none of several forms is best told what the forms are.
      return inner && (typeof value === "object" || form === "packs.wrong_form")
        ? inner.flatMap((each) => problemsOfIssue(each, path, data))
        : [{ path, code: form, params: { field, value: shown(value) } }];
    }
    case "custom":
      return issue.params?.why === FAR
        ? [{ path, code: "packs.far_day", params: { field, value: shown(value), first: FIRST_YEAR, last: LAST_YEAR } }]
        : [{ path, code: "packs.no_such_day", params: { field, value: shown(value) } }];
    default:
      return [{ path, code: "packs.wrong_form", params: { field, value: shown(value) } }];
  }
}

/** `clauses[2]` for the third of a list; the text as a whole has no name. */
function fieldOf(path: Path): string {
  const last = path.at(-1);
  if (last === undefined) return "YAML";
  return typeof last === "number" ? `${path.at(-2) ?? ""}[${last + 1}]` : last;
}

const DAYS: ReadonlySet<string> = new Set(["from", "to", "by", "on"]);

/** Never throws, whatever was given: what leads into itself is shown as such. */
function shown(value: unknown): string {
  try {
    return (JSON.stringify(value) ?? "").slice(0, 60);
  } catch {
    return "…";
  }
}
const sizeOf = (value: unknown): number => (typeof value === "string" || Array.isArray(value) ? value.length : 0);
const sizeCode = (origin: string, way: "big" | "small"): string =>
  origin === "string"
    ? way === "big"
      ? "packs.too_long"
      : "packs.empty"
    : origin === "array"
      ? way === "big"
        ? "packs.too_many"
        : "packs.empty_list"
      : way === "big"
        ? "packs.too_big"
        : "packs.too_small";

const typeWords: Readonly<Record<string, string>> = {
  string: "文字",
  number: "数",
  int: "整数",
  array: "列表（每项以 - 开头）",
  object: "一组“栏: 值”",
  record: "一组“栏: 值”",
  boolean: "true 或 false",
};
const typeWord = (expected: string): string => typeWords[expected] ?? expected;

/** Where the form itself is wrong, say what it should look like. */
function formCode(field: string, path: Path): string {
  if (field === "id") return "packs.bad_id";
  if (field === "pack") return "packs.bad_letters";
  if (field === "area") return "packs.bad_area";
  if (field === "within") return "packs.bad_within";
  if (field === "key") return "packs.bad_key";
  if (field === "who" || path.includes("lead") || path.includes("support") || path.includes("who")) return "packs.bad_selector";
  if (field === "target") return "packs.bad_target";
  if (DAYS.has(field)) return "packs.no_such_day";
  return "packs.wrong_form";
}
