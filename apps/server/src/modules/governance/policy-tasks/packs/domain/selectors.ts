/** Selectors on the tree: how they are written, and which organs of a city they mean. */
import { type AreaKey, isWithin, keyOfCode, levelOfKey, subtreeOf } from "#platform/values.ts";
import type { Selector } from "./pack.ts";
import type { SelectorLevel, SelectorText } from "./schema.ts";

export type Organ = {
  readonly id: string;
  readonly area: number;
  readonly name: string;
  readonly kind: string;
  readonly level: string;
  readonly member: boolean;
};
export type AreaOf = {
  readonly key: number;
  readonly name: string;
  readonly level: string;
  readonly attributes: Readonly<Record<string, unknown>>;
  /** What it was merged into or renamed to, where that has happened. */
  readonly became?: readonly number[] | null | undefined;
};

/** The office of a committee is an organ of the committee's kind; it is told by its name. */
const isOffice = (organ: Organ): boolean => organ.kind === "committee" && organ.name.endsWith("办公室");

/** `town` is the government of each town; `members@county` every member of the county's committee. */
export function selectorOf(text: SelectorText): Selector {
  if (typeof text !== "string") return text;
  const [organ = "", level] = text.split("@");
  if (level === undefined) return { level: organ as SelectorLevel, organ: organ === "village" ? "community-committee" : "government" };
  if (organ === "members") return { level: level as SelectorLevel, organ: "any", members: true };
  return { level: level as SelectorLevel, organ };
}

export const wordOfSelector = ({ level, organ, members }: Selector): string => `${members && organ === "any" ? "members" : organ}@${level}`;

const asked = (value: unknown, wanted: unknown): boolean =>
  Array.isArray(wanted) ? wanted.includes(value) : value === wanted || (wanted === false && value === undefined);

/** @returns the organs meant, in the order given. `areas` are asked for attributes only. */
export function organsOf(selector: Selector, organs: readonly Organ[], areas: ReadonlyMap<number, AreaOf>): readonly Organ[] {
  const ranges = selector.areas?.flatMap((code) => successors(keyOfCode(code), areas)).map(subtreeOf);
  return organs.filter((organ) => {
    if (selector.level !== "*" && organ.level !== selector.level) return false;
    if (selector.organ === "committee-office" ? !isOffice(organ) : selector.organ !== "any" && organ.kind !== selector.organ) return false;
    if (selector.organ === "committee" && isOffice(organ)) return false;
    if (selector.members && !organ.member) return false;
    if (ranges && !ranges.some((range) => isWithin(organ.area, range))) return false;
    const attributes = areas.get(organ.area)?.attributes ?? {};
    return Object.entries(selector.where ?? {}).every(([key, wanted]) => asked(attributes[key], wanted));
  });
}

/** An area as it was named, and what it has become: a document of 2018 still means the district that took the old one in. */
function successors(key: number, areas: ReadonlyMap<number, AreaOf>): readonly number[] {
  const found = new Set([key]);
  for (const each of found) for (const next of areas.get(each)?.became ?? []) found.add(next);
  return [...found];
}

/** Each organ once, in the order of the selectors. */
export function organsOfAll(
  selectors: readonly Selector[],
  organs: readonly Organ[],
  areas: ReadonlyMap<number, AreaOf>,
): readonly Organ[] {
  const found = new Map(selectors.flatMap((selector) => organsOf(selector, organs, areas)).map((organ) => [organ.id, organ]));
  return [...found.values()];
}

/** The division code of an area: its digits without the noughts below its level. */
export function codeOf(key: AreaKey): string {
  const digits = String(key).padStart(15, "0");
  for (const length of [2, 4, 6, 9, 12]) if (keyOfCode(digits.slice(0, length)) === key) return digits.slice(0, Math.max(length, 6));
  return digits.slice(0, 12);
}

/** Which level issues what is written in an area: below a town nobody does. */
export function issuingLevel(key: AreaKey): "province" | "city" | "county" | "town" {
  const level = levelOfKey(key);
  return level === "village" || level === "grid" ? "town" : level;
}
