/**
 * The shipped packs against the documents they are taken from, where these lie beside the project: every clause is there once, in the
 * document's order, and nothing of the document's own words stands in a pack twelve characters in a row (its number apart).
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { z } from "zod";

const ROOT = join(import.meta.dirname, "../..");
const SHARED = join(ROOT, "../shared/policies");
const RUN = 12;

const entry = z.looseObject({ id: z.string(), kind: z.string(), capability: z.string() });
const packed = z.looseObject({
  pack: z.string(),
  clauses: z.array(entry.extend({ duties: z.array(z.unknown()).default([]), awaits: z.unknown().optional() })),
});

const packs = readdirSync(join(ROOT, "policies"))
  .filter((file) => /^[A-Z][A-Z0-9]*\.yaml$/.test(file))
  .map((file) => packed.parse(parse(readFileSync(join(ROOT, "policies", file), "utf8"))));
const clauses = existsSync(SHARED) ? z.array(entry).parse(parse(readFileSync(join(SHARED, "clauses.yaml"), "utf8"))) : [];
const isNumber = (path: string): boolean => path.endsWith(".number");

/** Every piece of text with where it stands. */
function textsOf(value: unknown, path: string): readonly (readonly [path: string, text: string])[] {
  if (typeof value === "string") return [[path, value]];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => textsOf(each, `${path}.${key}`));
}

/** Blanks do not hide a copy. */
const squeezed = (text: string): string => text.replace(/\s+/g, "");

function copiedRun(text: string, document: string): string | undefined {
  const own = squeezed(text);
  for (let at = 0; at + RUN <= own.length; at += 1) {
    const run = own.slice(at, at + RUN);
    if (/\p{Script=Han}/u.test(run) && document.includes(run)) return run;
  }
  return undefined;
}

it("finds a run of twelve characters and lets eleven pass", () => {
  const document = "各级机关应当按照规定落实消防安全责任";
  expect(copiedRun("应当按照 规定落实消防安全", document)).toBe("应当按照规定落实消防安全");
  expect(copiedRun("应当按照规定落实消防安", document)).toBeUndefined();
});

it.each(packs)("every clause of $pack is owed or says what it waits for", ({ clauses: own }) => {
  expect(own.filter(({ duties, awaits }) => duties.length > 0 === (awaits !== undefined)).map(({ id }) => id)).toEqual([]);
});

describe.skipIf(clauses.length === 0).each(packs)("$pack beside its document", (pack) => {
  const expected = clauses.filter(({ id }) => id.startsWith(`${pack.pack}-`));

  it.skipIf(expected.length === 0)("has the clauses of the decomposition, each once, in their order", () => {
    const shortened = (list: readonly z.output<typeof entry>[]) => list.map(({ id, kind, capability }) => `${id} ${kind} ${capability}`);
    expect(shortened(pack.clauses)).toEqual(shortened(expected));
  });

  it.skipIf(!existsSync(join(SHARED, "source", `${pack.pack}.txt`)))("is written in our own words", () => {
    const document = squeezed(readFileSync(join(SHARED, "source", `${pack.pack}.txt`), "utf8"));
    const copied = textsOf(pack, pack.pack).flatMap(([path, text]) => {
      const run = isNumber(path) ? undefined : copiedRun(text, document);
      return run ? [`${path}: ${run}`] : [];
    });
    expect(copied).toEqual([]);
  });
});
