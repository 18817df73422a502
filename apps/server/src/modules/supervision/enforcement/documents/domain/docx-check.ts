/**
 * An office's own template: a real .docx without anything that runs or calls out, whose every name is one the kind knows.
 * Wrong names are answered with the allowed ones and the nearest of them; nothing is replaced until it is right.
 */
import Docxtemplater from "docxtemplater";
import PizZip from "pizzip";
import type { TagTree } from "./kind.ts";

export const MOST_TEMPLATE_BYTES = 2 * 1_048_576;
const MOST_UNPACKED = 20 * 1_048_576;
const MOST_PARTS = 200;

export type WrongTag = { readonly tag: string; readonly nearest: string | null };
export type TemplateVerdict =
  | { readonly ok: true; readonly tags: readonly string[] }
  | { readonly ok: false; readonly code: string; readonly what?: string; readonly wrong?: readonly WrongTag[] };

/** What no form of ours needs: macros, embedded objects, controls, foreign text pulled in when opened. */
const RUNS = /vbaProject|vbaData|\/embeddings\/|\/activeX\/|\/afchunk|\.bin$/i;
const CALLS_OUT = /TargetMode\s*=\s*["']External["']/i;
const FIELDS_OUT = /<w:instrText[^>]*>[^<]*\b(DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|IMPORT|LINK)\b/i;

export function openDocx(
  bytes: Buffer,
): { readonly ok: true; readonly zip: PizZip } | { readonly ok: false; readonly code: string; readonly what?: string } {
  if (bytes.length > MOST_TEMPLATE_BYTES) return { ok: false, code: "enforcement.template_too_large" };
  let zip: PizZip;
  try {
    zip = new PizZip(bytes);
  } catch {
    return { ok: false, code: "enforcement.not_docx" };
  }
  const parts = Object.values(zip.files).filter((part) => !part.dir);
  const unpacked = parts.reduce((sum, part) => sum + declaredSize(part), 0);
  if (parts.length > MOST_PARTS || unpacked > MOST_UNPACKED) return { ok: false, code: "enforcement.template_too_large" };
  const types = zip.file("[Content_Types].xml")?.asText() ?? "";
  if (!zip.file("word/document.xml") || !/wordprocessingml\.document\.main\+xml/.test(types))
    return { ok: false, code: "enforcement.not_docx" };
  for (const part of parts) {
    if (RUNS.test(part.name)) return { ok: false, code: "enforcement.template_runs", what: part.name };
    if (!/\.(xml|rels)$/.test(part.name)) continue;
    const text = part.asText();
    if (/<!DOCTYPE|<!ENTITY/i.test(text)) return { ok: false, code: "enforcement.template_runs", what: part.name };
    if (part.name.endsWith(".rels") && CALLS_OUT.test(text)) return { ok: false, code: "enforcement.template_calls_out", what: part.name };
    if (FIELDS_OUT.test(text)) return { ok: false, code: "enforcement.template_calls_out", what: part.name };
  }
  return { ok: true, zip };
}

/** The size the archive's own directory states; unpacking it gives no more, or fails. */
const declaredSize = (part: unknown): number => {
  const data = (part as { readonly _data?: { readonly uncompressedSize?: number } })._data;
  return data?.uncompressedSize ?? 0;
};

const flat = (tree: TagTree): readonly string[] => Object.entries(tree).flatMap(([tag, inner]) => [tag, ...(inner ? flat(inner) : [])]);

type Part = { readonly type: string; readonly value: string; readonly subparsed?: readonly Part[] };
type Names = { [tag: string]: Names };

function namesOf(parts: readonly Part[], names: Names = {}): Names {
  for (const part of parts.filter(({ type }) => type === "placeholder")) {
    const inner = names[part.value] ?? {};
    names[part.value] = namesOf(part.subparsed ?? [], inner);
  }
  return names;
}

/** Hears the names of every part of the file, headers and footers included, as the engine parsed them. */
function createListener() {
  const names: Names = {};
  const module = {
    name: "Names",
    set({ inspect }: { readonly inspect?: { readonly postparsed?: readonly Part[] } }) {
      if (inspect?.postparsed) namesOf(inspect.postparsed, names);
    },
  };
  return { module, names };
}

/** Names used that are not allowed where they stand: inside a list its columns and the outer names, outside only the outer ones. */
function wrongIn(used: Names, allowed: TagTree, outer: TagTree): readonly string[] {
  return Object.entries(used).flatMap(([tag, inner]) => {
    const known = Object.hasOwn(allowed, tag) ? allowed[tag] : Object.hasOwn(outer, tag) ? outer[tag] : undefined;
    if (known === undefined) return [tag];
    return wrongIn(inner, known ?? {}, { ...outer, ...allowed });
  });
}

export function checkTemplate(bytes: Buffer, allowed: TagTree): TemplateVerdict {
  const opened = openDocx(bytes);
  if (!opened.ok) return opened;
  const { module, names: used } = createListener();
  try {
    new Docxtemplater(opened.zip, { modules: [module], paragraphLoop: true, linebreaks: true, errorLogging: false });
  } catch (error) {
    return { ok: false, code: "enforcement.template_syntax", what: syntaxOf(error) };
  }
  const wrong = [...new Set(wrongIn(used, allowed, {}))];
  if (wrong.length > 0)
    return { ok: false, code: "enforcement.wrong_tags", wrong: wrong.map((tag) => ({ tag, nearest: nearestOf(tag, flat(allowed)) })) };
  const tags = Object.keys(used);
  for (const needed of ["文号", "制作日期"])
    if (!tags.includes(needed)) return { ok: false, code: "enforcement.template_lacks", what: needed };
  return { ok: true, tags };
}

type Explained = {
  readonly properties?: {
    readonly errors?: readonly Explained[];
    readonly xtag?: unknown;
    readonly context?: unknown;
    readonly id?: string;
  };
};

/** Where the braces do not close, in a few words: the names as they stand in the file. */
function syntaxOf(error: unknown): string {
  const { properties } = error as Explained;
  const each = properties?.errors ?? [error as Explained];
  const places = each.map(({ properties: one }) => String(one?.xtag ?? one?.context ?? "").slice(0, 40)).filter((place) => place !== "");
  return [...new Set(places)].slice(0, 10).join("、") || "{ }";
}

/** The allowed name most like a wrong one, if any is: at most half its signs differ. */
export function nearestOf(tag: string, allowed: readonly string[]): string | null {
  const ranked = allowed.map((name) => ({ name, distance: distanceOf(tag, name) })).sort((a, b) => a.distance - b.distance);
  const best = ranked[0];
  return best && best.distance <= Math.max(1, Math.floor(Math.max(tag.length, best.name.length) / 2)) ? best.name : null;
}

function distanceOf(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1)
      next.push(Math.min((next[j - 1] ?? 0) + 1, (row[j] ?? 0) + 1, (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)));
    row = next;
  }
  return row[b.length] ?? 0;
}

/** Fills a checked template. The same bytes and values give the same text. */
export function fillTemplate(bytes: Buffer, told: Readonly<Record<string, unknown>>): Buffer {
  const document = new Docxtemplater(new PizZip(bytes), {
    paragraphLoop: true,
    linebreaks: true,
    nullGetter: () => "",
    errorLogging: false,
  });
  document.render(told);
  return document.getZip().generate({ type: "nodebuffer", compression: "DEFLATE" }) as Buffer;
}
