/** Places of the tree by the names people use: full, short, by code, or written in pieces over several columns. */
import { sql } from "kysely";
import type { Tx } from "../../db.ts";
import { type AreaKey, type AreaRange, isWithin, levelOfKey, subtreeOf } from "../../values.ts";
import { nearness } from "./match-headers.ts";
import type { Fix } from "./parse-cell.ts";

export type NamedArea = { readonly key: AreaKey; readonly name: string; readonly fullName: string; readonly code: string | null };
export type FoundArea =
  | { readonly key: AreaKey }
  | { readonly code: string; readonly params?: Readonly<Record<string, unknown>>; readonly fix?: Fix };

export type AreaNames = {
  /** `parts`: what stands in the columns meant for the place, coarse to fine. */
  find(parts: readonly string[], range: AreaRange): FoundArea;
};

export async function readAreas(tx: Tx): Promise<readonly NamedArea[]> {
  const { rows } = await sql<NamedArea>`select key, name, full_name, code from platform.area where valid_to is null order by key`.execute(
    tx,
  );
  return rows;
}

/** 石梁镇 → 石梁: what is left when the kind of place is dropped. */
const stem = (name: string): string => name.replace(/(街道办事处|街道|社区居委会|居委会|村委会|社区|乡|镇|村|县|市|区)$/, "");
const plain = (text: string): string => text.normalize("NFKC").replaceAll(/[\s/>\-·、]/g, "");

export function areaNames(areas: readonly NamedArea[]): AreaNames {
  const byName = new Map<string, NamedArea[]>();
  const byFull = new Map<string, NamedArea>();
  const byCode = new Map<string, NamedArea>();
  const add = (name: string, area: NamedArea) => {
    const known = byName.get(name);
    if (known) known.push(area);
    else byName.set(name, [area]);
  };
  for (const area of areas) {
    add(plain(area.name), area);
    byFull.set(plain(area.fullName), area);
    if (area.code) byCode.set(area.code, area);
    byCode.set(String(area.key), area);
  }
  const known = new Map<string, FoundArea>();
  return {
    find(parts, range) {
      const texts = parts.map(plain).filter((part) => part !== "");
      const id = `${range.lo}/${texts.join("/")}`;
      const before = known.get(id);
      if (before) return before;
      const found = decide(texts, range, { areas, byName, byFull, byCode });
      if (known.size > 20_000) known.clear();
      known.set(id, found);
      return found;
    },
  };
}

type Index = {
  readonly areas: readonly NamedArea[];
  readonly byName: ReadonlyMap<string, readonly NamedArea[]>;
  readonly byFull: ReadonlyMap<string, NamedArea>;
  readonly byCode: ReadonlyMap<string, NamedArea>;
};

function decide(texts: readonly string[], range: AreaRange, index: Index): FoundArea {
  const last = texts.at(-1);
  if (last === undefined) return ownArea(range);
  const exact =
    index.byFull.get(texts.join("")) ?? index.byFull.get(last) ?? (/^\d{6,15}$/.test(last) ? index.byCode.get(last) : undefined);
  if (exact) return within(exact, range);
  const named = candidates(texts, index).filter((area) => isUnder(area, texts.slice(0, -1), index));
  const mine = named.filter((area) => isWithin(area.key, range));
  if (mine.length === 1 && mine[0]) return { key: mine[0].key };
  const [first, second] = mine;
  if (first && second)
    return {
      code: "import.area_ambiguous",
      params: {
        areas: mine
          .slice(0, 4)
          .map((area) => area.fullName)
          .join("、"),
      },
    };
  if (named.length > 0) return { code: "ledger.outside_area" };
  return near(last, range, index);
}

/** By name; else by the end of a run of names: 柯城区府山街道 ends in 府山街道. */
function candidates(texts: readonly string[], { byName }: Index): readonly NamedArea[] {
  const last = texts.at(-1) ?? "";
  const direct = byName.get(last);
  if (direct) return direct;
  for (let start = 1; start <= last.length - 2; start++) {
    const found = byName.get(last.slice(start));
    if (found) return found.filter((area) => plain(area.fullName).endsWith(last) || hasAncestorNamed(area, last.slice(0, start), byName));
  }
  return [];
}

const hasAncestorNamed = (area: NamedArea, lead: string, byName: Index["byName"]): boolean => {
  for (let end = lead.length, from = 0; from < end; from++)
    if ((byName.get(lead.slice(from)) ?? []).some((above) => isWithin(area.key, subtreeOf(above.key)))) return true;
  return false;
};

/** Does every coarser piece name a place above this one? */
const isUnder = (area: NamedArea, above: readonly string[], { byName, byFull }: Index): boolean =>
  above.every((name) => {
    const named = byFull.get(name) ? [byFull.get(name)] : (byName.get(name) ?? []);
    return named.some((place) => place !== undefined && isWithin(area.key, subtreeOf(place.key)));
  });

const within = (area: NamedArea, range: AreaRange): FoundArea =>
  isWithin(area.key, range) ? { key: area.key } : { code: "ledger.outside_area" };

/** Nothing given: somebody of a town or village means his own place, anybody above must say. */
function ownArea(range: AreaRange): FoundArea {
  const level = levelOfKey(range.lo);
  return level === "town" || level === "village" || level === "grid" ? { key: range.lo } : { code: "ledger.required" };
}

function near(name: string, range: AreaRange, { areas }: Index): FoundArea {
  const best = areas
    .filter((area) => isWithin(area.key, range))
    .map((area) => ({ area, score: stem(area.name) === stem(name) ? 0.99 : nearness(name, plain(area.name)) }))
    .reduce<{ readonly area: NamedArea; readonly score: number } | null>((a, b) => (a && a.score >= b.score ? a : b), null);
  if (!best || best.score < 0.5) return { code: "ledger.unknown_area" };
  return {
    code: "import.area_near",
    params: { near: best.area.name },
    fix: { label: `改为${best.area.name}`, value: best.area.fullName },
  };
}
