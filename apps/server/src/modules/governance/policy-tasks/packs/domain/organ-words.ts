/** 牵头单位 and 配合单位 as a task table names them, held against the organs of a city: one by one, or 各县（市、区）政府. */
import type { Selector } from "./pack.ts";
import { codeOf, organsOf } from "./selectors.ts";

export type NamedOrgan = {
  readonly id: string;
  readonly area: number;
  readonly name: string;
  readonly shortName: string;
  readonly kind: string;
  readonly level: string;
  readonly member: boolean;
};
/** What one piece of such a cell means. */
export type Meant = { readonly words: string; readonly organs: readonly NamedOrgan[]; readonly selector: Selector };

const GROUPS: readonly (readonly [RegExp, Selector])[] = [
  [/^各?(县|区|市、区|县（市、区）|县\(市、区\)|县市区|区县|区市县)(（市、区）)?(人民)?(政府)?$/, { level: "county", organ: "government" }],
  [
    /^各?(乡镇|镇街|街镇|乡镇（街道）|乡镇\(街道\)|乡镇街道|街道（乡镇）|街道、乡镇|镇（街道）)(（街道）)?(政府|办事处)?$/,
    { level: "town", organ: "government" },
  ],
  [/^(各)?(消安委|消防安全委员会)?各?成员单位$/, { level: "city", organ: "any", members: true }],
];

const squeezed = (words: string): string => words.replaceAll(/[\s〔〕]/g, (mark) => (mark === "〔" ? "（" : mark === "〕" ? "）" : ""));

/** Cells join names with 、，；and lines; brackets keep theirs together: 各县（市、区）政府. */
export function piecesOf(cell: string): readonly string[] {
  const pieces: string[] = [];
  let piece = "";
  let depth = 0;
  for (const letter of cell.replaceAll("〔", "（").replaceAll("〕", "）")) {
    if (letter === "（" || letter === "(") depth += 1;
    if (letter === "）" || letter === ")") depth = Math.max(0, depth - 1);
    if (depth === 0 && /[、，,；;\n/]/.test(letter)) {
      pieces.push(piece);
      piece = "";
    } else piece += letter;
  }
  return [...pieces, piece]
    .map((each) =>
      squeezed(each)
        .replace(/^(牵头|配合|责任)(单位)?[:：]/, "")
        .replace(/[（(]?(牵头|按职责分工负责|等)[）)]?$/, ""),
    )
    .filter((each) => each !== "");
}

/** The organs of the level one speaks at come first: 住建局 in a city's table is the city's. */
export function organsMeant(words: string, organs: readonly NamedOrgan[]): Meant | undefined {
  const wanted = squeezed(words);
  for (const [pattern, selector] of GROUPS) {
    if (!pattern.test(wanted)) continue;
    const found = organs.filter(
      (organ) => organ.level === selector.level && (selector.members ? organ.member : organ.kind === selector.organ),
    );
    return found.length > 0 ? { words, organs: found, selector } : undefined;
  }
  const exact = organs.filter(({ name, shortName }) => name === wanted || shortName === wanted);
  const loose =
    exact.length > 0 ? exact : organs.filter(({ name, shortName }) => [name, shortName].some((each) => bare(each) === bare(wanted)));
  const organ = loose[0];
  if (!organ) return undefined;
  const office = organ.kind === "committee" && organ.name.endsWith("办公室");
  const like = { level: organ.level as Selector["level"], organ: office ? "committee-office" : organ.kind };
  // 柯城区政府 is one county's: the kind alone would mean every county's.
  const isAlone = organsOf(like, organs, new Map()).length < 2;
  const selector: Selector = isAlone ? like : { ...like, areas: [codeOf(organ.area)] };
  return { words, organs: [organ], selector };
}

/** 市住建局 and 住建局 are one; a town keeps its name. */
const bare = (name: string): string => name.replace(/^(全|本)?[市县区](?=.{2})/, "");
