/** Checks a text against the running declarations, a city and the other packs, and says what would follow. One way for terminal and screen. */
import type { Catalog } from "#platform/ledger/catalog.ts";
import type { Registry } from "#platform/module.ts";
import { isWithin, keyOfCode, subtreeOf } from "#platform/values.ts";
import { compilePack } from "./domain/compile-pack.ts";
import { COPIED, copiedFrom } from "./domain/copied.ts";
import type { City, Judge, KnownPack } from "./domain/known.ts";
import { type Owed, owedIn, type Sum, sumOf } from "./domain/owed.ts";
import type { Pack } from "./domain/pack.ts";
import type { PackText } from "./domain/schema.ts";
import { type Checked, checkText, parsePack } from "./format/check-text.ts";
import type { LineProblem } from "./format/read-yaml.ts";
import { knownNames, knownPack } from "./known-names.ts";
import { type PackFile, readShipped } from "./shipped.ts";

export type Ground = {
  readonly registry: Registry;
  readonly catalog: Catalog;
  readonly city?: City | undefined;
  /** Packs that may be followed, by their letters. */
  readonly others: ReadonlyMap<string, KnownPack>;
  /** The document's own words, where they are at hand. */
  readonly document?: string | undefined;
  readonly judge?: Judge | undefined;
};
export type Tried = Checked & { readonly owed: readonly Owed[]; readonly sum?: Sum };

export function tryPack(text: string, ground: Ground): Tried {
  const checked = checkText(text, { ...knownNames(ground), packs: ground.others, city: ground.city, judge: ground.judge });
  const problems = [
    ...checked.problems,
    ...(ground.document && checked.pack ? copiedWords(checked.pack, checked.lines, ground.document) : []),
  ];
  if (!checked.pack || !ground.city) return { ...checked, problems, owed: [] };
  const owed = owedWithin(checked.pack, ground.city);
  return { ...checked, problems, owed, sum: sumOf(checked.pack, owed) };
}

/** Organs above the area a pack is laid over may lead and support; what is owed is owed inside it. */
export function owedWithin(pack: Pack, city: City): readonly Owed[] {
  const range = subtreeOf(keyOfCode(city.code));
  return owedIn(pack, { ...city, organs: city.organs.filter(({ area }) => isWithin(area, range)) });
}

/** The packs among files that read as packs, by their letters. */
export const knownAmong = (files: readonly PackFile[]): ReadonlyMap<string, KnownPack> =>
  knownOf(
    files.flatMap(({ text }) => {
      const other = parsePack(text);
      return other.ok ? [other.value] : [];
    }),
  );

const knownOf = (packs: readonly PackText[]): ReadonlyMap<string, KnownPack> =>
  new Map(packs.map((pack) => [pack.pack, knownPack(compilePack(pack, () => undefined))]));

let shipped: ReadonlyMap<string, KnownPack> | undefined;
export function shippedKnown(): ReadonlyMap<string, KnownPack> {
  shipped ??= knownOf(readShipped().map(({ pack }) => pack));
  return shipped;
}

function copiedWords({ clauses }: Pack, lines: ReadonlyMap<string, number>, document: string): readonly LineProblem[] {
  const copied = copiedFrom(document);
  return clauses.flatMap(({ id, says, title, duties }) =>
    [title, says, ...duties.map(({ text }) => text)].flatMap((text): readonly LineProblem[] => {
      const run = text.length < COPIED ? undefined : copied(text);
      return run
        ? [{ line: lines.get(id) ?? 1, column: 1, severity: "error", code: "packs.copied", params: { text: run, length: run.length } }]
        : [];
    }),
  );
}
