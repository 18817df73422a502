/** What the screens of packs share: where the cursor stands in the text, what may be written there, a clause as text. */
import type { Meaning } from "../../app/theme/theme.ts";

export type Level = "head" | "clause" | "duty";
export type Context = {
  readonly level: Level;
  /** The key of the line, where the cursor is behind its colon. */
  readonly key: string | null;
  /** The letters before the cursor that a name would begin with. */
  readonly word: string;
};

/** @param at offset of the cursor. Goes by indentation alone, so it also works while the text does not read. */
export function contextAt(text: string, at: number): Context {
  const before = text.slice(0, at);
  const line = before.slice(before.lastIndexOf("\n") + 1);
  const word = /[\w.@-]*$/.exec(line)?.[0] ?? "";
  const key = /([a-zA-Z]+)\s*:\s*[^:]*$/.exec(line)?.[1] ?? null;
  const lines = before.split("\n");
  const indent = line.search(/\S/);
  const own = indent < 0 ? line.length : indent;
  let level: Level = "head";
  for (let i = lines.length - 1; i >= 0; i -= 1) {
    const each = lines[i] ?? "";
    const its = each.search(/\S/);
    if (its < 0 || (its >= own && i !== lines.length - 1 && !/^\s*-/.test(each))) continue;
    if (/^\s*duties\s*:/.test(each) && its < own) return { level: "duty", key, word };
    if (/^clauses\s*:/.test(each)) return { level: "clause", key, word };
    if (its === 0) return { level: "head", key, word };
    level = "clause";
  }
  return { level, key, word };
}

/** Shown by a problem that was clicked: from its first letter to its last. */
export const isWholeLine = (text: string, from: number, to: number): boolean =>
  to > from && (from === 0 || text[from - 1] === "\n") && (to === text.length || text[to] === "\n");

/** Where a clause goes: behind the last, whatever else is selected; its indentation is that of the others. Pure. */
export function placeOfClause(text: string, clause: string): { readonly from: number; readonly to: number; readonly insert: string } {
  const head = /^clauses[ \t]*:[ \t]*(\[[ \t]*\][ \t]*)?(#.*)?$/m.exec(text);
  if (!head) return { from: text.length, to: text.length, insert: `${text === "" || text.endsWith("\n") ? "" : "\n"}clauses:\n${clause}` };
  const begin = head.index + head[0].length;
  const next = /^[^\s#-]/m.exec(text.slice(begin));
  const block = text.slice(begin, next ? begin + next.index : text.length).replace(/(\n[ \t]*(#.*)?)*$/, "");
  const indent = /^([ \t]*)- /m.exec(block)?.[1] ?? "  ";
  const lines = clause
    .replace(/\n$/, "")
    .split("\n")
    .map((line) => (line === "" ? line : `${indent}${line.replace(/^ {2}/, "")}`));
  const own = head[1] === undefined ? text.slice(head.index, begin) : `clauses:`;
  return {
    from: head[1] === undefined ? begin + block.length : head.index,
    to: begin + block.length,
    insert: `${head[1] === undefined ? "" : own}\n${lines.join("\n")}${begin + block.length === text.length ? "\n" : ""}`,
  };
}

/** The offset at which a line begins. */
export function offsetOfLine(text: string, line: number): number {
  let at = 0;
  for (let n = 1; n < line; n += 1) {
    const next = text.indexOf("\n", at);
    if (next < 0) return at;
    at = next + 1;
  }
  return at;
}

export type NewClause = {
  readonly id: string;
  readonly section: string;
  readonly title: string;
  readonly says: string;
  readonly kind: string;
  readonly subsystem: string;
  readonly capability: string;
  readonly lead: string;
  readonly who: string;
  readonly binding: "measure" | "ledger" | "case" | "document" | "awaits";
  readonly name: string;
  readonly rhythm: "by" | "every" | "keep";
  readonly by: string;
  readonly every: string;
  readonly target: string;
  readonly unit: string;
};

const PLAIN = /^[\p{L}\p{N}_][\p{L}\p{N}_.（）、，。；/-]*$/u;
/** Text that YAML would read as something else is put in quotes. */
export const quoted = (text: string): string =>
  PLAIN.test(text) && !/^[\d.+-]+$/.test(text) && !/^(true|false|null|yes|no|on|off)$/i.test(text) ? text : JSON.stringify(text);
const organs = (words: string): readonly string[] => words.split(/[,，、\s]+/).filter(Boolean);

/** A clause as it is appended to the text. */
export function clauseText(clause: NewClause): string {
  const { binding, name, rhythm } = clause;
  const isFigure = binding === "measure" || binding === "awaits";
  const judged =
    binding === "ledger"
      ? `ledger: { of: ${name}, all: {} }`
      : binding === "awaits"
        ? `awaits: { capability: ${quoted(clause.capability)}, figure: ${quoted(name)}, unit: ${quoted(clause.unit)} }`
        : `${binding}: ${quoted(name)}`;
  const when = rhythm === "by" ? `by: ${clause.by}` : rhythm === "every" ? `every: ${clause.every}` : "keep: true";
  const who = organs(clause.who);
  return [
    `  - id: ${clause.id}`,
    `    section: ${quoted(clause.section)}`,
    `    title: ${quoted(clause.title)}`,
    `    says: ${quoted(clause.says)}`,
    `    kind: ${clause.kind}`,
    `    subsystem: ${clause.subsystem}`,
    `    capability: ${quoted(clause.capability)}`,
    `    lead: [${organs(clause.lead).join(", ")}]`,
    "    duties:",
    `      - key: a`,
    ...(who.length > 0 ? [`        who: ${who.length === 1 ? who[0] : `[${who.join(", ")}]`}`] : []),
    `        ${judged}`,
    `        ${when}`,
    ...(isFigure && clause.target !== "" ? [`        target: ${clause.target}`, `        unit: ${quoted(clause.unit)}`] : []),
    "",
  ].join("\n");
}

/** The number after the last: LX-3 → LX-4, QZ-7.3.9 → QZ-7.3.10. */
export function nextId(text: string, pack: string): string {
  const last = [...text.matchAll(/^\s*-\s*id:\s*(\S+)/gm)].at(-1)?.[1];
  if (!last) return `${pack}-1`;
  return last.replace(/(\d+)(\D*)$/, (_, n: string, rest: string) => `${Number(n) + 1}${rest}`);
}

type Named = { readonly pack: string; readonly area: number; readonly state: VersionState; readonly number: number };
/** The version a link `?pack=QZ` or `QZ@3308` means: the one in force, else the newest. Pure. */
export function versionMeant<T extends Named>(versions: readonly T[], name: string): T | undefined {
  const [letters, place] = name.split("@");
  const own = versions.filter(({ pack, area }) => pack === letters && (place === undefined || String(area).startsWith(place)));
  return own.find(({ state }) => state === "inForce") ?? own.toSorted((a, b) => b.number - a.number)[0];
}

export type VersionState = "draft" | "checked" | "approved" | "inForce" | "superseded" | "withdrawn";
export const stateMeaning: Readonly<Record<VersionState, Meaning | undefined>> = {
  draft: undefined,
  checked: "soon",
  approved: "primary",
  inForce: "met",
  superseded: undefined,
  withdrawn: undefined,
};
