/**
 * 行政区划调整: what a change of areas makes of the tree, as a plan, or every reason why it cannot be made. Pure; nothing here knows a row.
 * A key is never used again and what a row moves to was never held by another area, so a plan carried out twice moves nothing twice.
 */
import { type AreaKey, type AreaLevel, areaLevels, isWithin, levelOfKey, rangeOf, subtreeOf } from "#platform/values.ts";

export type TreeArea = {
  readonly key: AreaKey;
  readonly level: AreaLevel;
  readonly parent: AreaKey | null;
  readonly code: string | null;
  readonly name: string;
  readonly fullName: string;
  readonly pinyin: string;
  readonly lon: number | null;
  readonly lat: number | null;
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly validFrom: string | null;
  readonly validTo: string | null;
};

type NewPlace = { readonly parent: AreaKey; readonly name: string; readonly code: string | null };
export type Adjustment =
  | { readonly kind: "rename"; readonly area: AreaKey; readonly name: string }
  | { readonly kind: "merge"; readonly areas: readonly AreaKey[]; readonly into: { readonly area: AreaKey } | NewPlace }
  | { readonly kind: "move"; readonly area: AreaKey; readonly parent: AreaKey; readonly code: string | null }
  /** A new area, empty or made of areas one level below it that leave where they were. */
  | ({ readonly kind: "establish"; readonly takes: readonly AreaKey[] } & NewPlace);
export type AdjustmentKind = Adjustment["kind"];

/** An area that ends, and what it becomes. `merge`: it goes up in one that has rows of its own; `move`: it goes on under another key. */
export type Move = { readonly from: AreaKey; readonly to: AreaKey; readonly kind: "merge" | "move" };
export type Plan = {
  readonly moves: readonly Move[];
  /** In the order in which they can be written: parents first. */
  readonly made: readonly Omit<TreeArea, "validTo">[];
  readonly renamed: readonly { readonly key: AreaKey; readonly name: string; readonly fullName: string; readonly pinyin: string }[];
  /** What gave something away and stays: from the old to the new area. */
  readonly split: readonly { readonly from: AreaKey; readonly to: AreaKey }[];
};
export type AdjustProblem = { readonly code: `organizations.adjust_${string}`; readonly params: Readonly<Record<string, string>> };
export type Planned = { readonly plan: Plan; readonly problems: readonly AdjustProblem[] };

export type AdjustGround = {
  readonly areas: ReadonlyMap<AreaKey, TreeArea>;
  /** The top of this installation: it and what is above stay. */
  readonly root: AreaKey;
  /** `YYYY-MM-DD`, the first day on which the change holds. */
  readonly on: string;
  pinyinOf(name: string): string;
};

const DIGITS: Readonly<Record<AreaLevel, number>> = { province: 2, city: 4, county: 6, town: 9, village: 12, grid: 15 };
const belowOf = (level: AreaLevel): AreaLevel | undefined => areaLevels[areaLevels.indexOf(level) + 1];
const spanOf = (level: AreaLevel): number => rangeOf(0, level).hi + 1;
/** The digits of a key down to its own level: what its code is where no office gave it another. */
export const codeOfKey = (key: AreaKey): string => String(key).padStart(15, "0").slice(0, DIGITS[levelOfKey(key)]);

export function planAdjustment(adjustment: Adjustment, ground: AdjustGround): Planned {
  const work = new Work(ground);
  switch (adjustment.kind) {
    case "rename":
      work.rename(adjustment.area, adjustment.name);
      break;
    case "merge":
      work.merge(adjustment.areas, adjustment.into);
      break;
    case "move":
      work.move(adjustment.area, adjustment.parent, adjustment.code);
      break;
    case "establish":
      work.establish(adjustment, adjustment.takes);
  }
  return work.planned();
}

/** Areas a change speaks of, from top to bottom: whoever may change must have them all in his range. */
export function spokenOf(adjustment: Adjustment): readonly AreaKey[] {
  switch (adjustment.kind) {
    case "rename":
      return [adjustment.area];
    case "merge":
      return [...adjustment.areas, "area" in adjustment.into ? adjustment.into.area : adjustment.into.parent];
    case "move":
      return [adjustment.area, adjustment.parent];
    case "establish":
      return [...adjustment.takes, adjustment.parent];
  }
}

/** One plan in the making: a thing with a life, because each key given out takes its place from the next. */
class Work {
  readonly #ground: AdjustGround;
  readonly #taken: Set<AreaKey>;
  readonly #problems: AdjustProblem[] = [];
  readonly #moves: Move[] = [];
  readonly #made: Omit<TreeArea, "validTo">[] = [];
  readonly #renamed: Plan["renamed"][number][] = [];
  readonly #split: Plan["split"][number][] = [];

  constructor(ground: AdjustGround) {
    this.#ground = ground;
    this.#taken = new Set(ground.areas.keys());
  }

  planned(): Planned {
    return { plan: { moves: this.#moves, made: this.#made, renamed: this.#renamed, split: this.#split }, problems: this.#problems };
  }

  rename(key: AreaKey, name: string): void {
    const area = this.#changeable(key);
    if (!area) return;
    if (area.name === name) this.#refuse("same_name", { name });
    if (area.parent !== null) this.#checkName(name, area.parent, key);
    const above = area.fullName.slice(0, area.fullName.length - area.name.length);
    const fullNames = new Map([[key, `${above}${name}`]]);
    this.#renamed.push({ key, name, fullName: `${above}${name}`, pinyin: this.#ground.pinyinOf(name) });
    for (const below of this.#below(key)) {
      const fullName = `${fullNames.get(below.parent ?? key) ?? ""}${below.name}`;
      fullNames.set(below.key, fullName);
      this.#renamed.push({ key: below.key, name: below.name, fullName, pinyin: below.pinyin });
    }
  }

  merge(keys: readonly AreaKey[], into: { readonly area: AreaKey } | NewPlace): void {
    const sources = [...new Set(keys)].flatMap((key) => this.#changeable(key) ?? []);
    const first = sources[0];
    if (keys.length === 0) this.#refuse("nothing", {});
    if (!first) return;
    const strange = sources.filter(({ level }) => level !== first.level);
    for (const { name } of strange) this.#refuse("other_level", { name, than: first.name });
    const target = "area" in into ? this.#targetOf(into.area, sources) : this.#newArea(into, first.level, sources);
    if (!target || strange.length > 0) return;
    for (const source of sources) {
      this.#moves.push({ from: source.key, to: target.key, kind: "merge" });
      for (const child of this.#childrenOf(source.key)) this.#carry(child, target);
    }
  }

  move(key: AreaKey, parentKey: AreaKey, code: string | null): void {
    const area = this.#changeable(key);
    const parent = this.#current(parentKey);
    if (!area || !parent) return;
    const both = { name: area.name, parent: parent.name };
    if (key === parentKey) this.#refuse("itself", { name: area.name });
    else if (isWithin(parentKey, subtreeOf(key))) this.#refuse("cycle", both);
    else if (area.parent === parentKey) this.#refuse("same_parent", both);
    else if (belowOf(parent.level) !== area.level) this.#refuse("other_level", { name: area.name, than: parent.name });
    else {
      this.#checkName(area.name, parentKey);
      this.#carry(area, parent, code);
    }
  }

  establish(place: NewPlace, takes: readonly AreaKey[]): void {
    const parent = this.#current(place.parent);
    const level = parent && belowOf(parent.level);
    if (parent && !level) this.#refuse("no_level_below", { name: parent.name });
    if (!parent || !level) return;
    const parts = [...new Set(takes)].flatMap((key) => this.#changeable(key) ?? []);
    const strange = parts.filter((part) => part.level !== belowOf(level));
    for (const { name } of strange) this.#refuse("other_level", { name, than: place.name });
    const made = this.#newArea(place, level, parts);
    if (!made || strange.length > 0) return;
    for (const part of parts) {
      const giver = part.parent;
      if (giver !== null && !this.#split.some(({ from }) => from === giver)) this.#split.push({ from: giver, to: made.key });
      this.#carry(part, made);
    }
  }

  /** What an existing area takes in must be of its level and something else than itself. */
  #targetOf(key: AreaKey, sources: readonly TreeArea[]): TreeArea | undefined {
    const target = this.#current(key);
    if (!target) return undefined;
    const [first] = sources;
    if (sources.some((source) => source.key === key)) return this.#refuse("itself", { name: target.name });
    const inside = sources.find((source) => isWithin(key, subtreeOf(source.key)));
    if (inside) return this.#refuse("cycle", { name: inside.name, parent: target.name });
    if (first && target.level !== first.level) return this.#refuse("other_level", { name: first.name, than: target.name });
    return target;
  }

  #newArea({ parent: above, name, code }: NewPlace, level: AreaLevel, from: readonly TreeArea[]): Omit<TreeArea, "validTo"> | undefined {
    const parent = this.#current(above);
    if (!parent) return undefined;
    if (belowOf(parent.level) !== level) return this.#refuse("other_level", { name, than: parent.name });
    const inside = from.find((source) => isWithin(above, subtreeOf(source.key)));
    if (inside) return this.#refuse("cycle", { name: inside.name, parent: parent.name });
    // A name may go on: what bears it ends with this change.
    this.#checkName(name, above, ...from.map(({ key }) => key));
    const key = this.#keyUnder(parent, level, null, code);
    if (key === undefined) return undefined;
    const middle = (of: (area: TreeArea) => number | null) => {
      const known = from.flatMap((area) => of(area) ?? []);
      return known.length === 0 ? null : Math.round((known.reduce((sum, each) => sum + each, 0) / known.length) * 1e5) / 1e5;
    };
    const sameLevel = from.find((source) => source.level === level);
    const made = {
      ...{ key, level, parent: above, code: code ?? codeOfKey(key), name, fullName: `${parent.fullName}${name}` },
      ...{ pinyin: this.#ground.pinyinOf(name), lon: middle(({ lon }) => lon) ?? parent.lon, lat: middle(({ lat }) => lat) ?? parent.lat },
      attributes: { ...sameLevel?.attributes, approximate: true, ...(code === null ? { provisionalCode: true } : {}) },
      validFrom: this.#ground.on,
    };
    this.#made.push(made);
    return made;
  }

  /** An area with all that is below it, to a new key under another one. */
  #carry(area: TreeArea, parent: Pick<TreeArea, "key" | "level" | "name" | "fullName">, code: string | null = null): void {
    const key = this.#keyUnder(parent, area.level, area.key, code);
    if (key === undefined) return;
    const carried = new Map<AreaKey, { key: AreaKey; fullName: string }>([[area.parent ?? 0, parent]]);
    for (const each of [area, ...this.#below(area.key)]) {
      const above = carried.get(each.parent ?? 0) ?? parent;
      const to = key + (each.key - area.key);
      const fullName = `${above.fullName}${each.name}`;
      const given = each === area && code !== null;
      const { provisionalCode: _, ...attributes } = each.attributes;
      carried.set(each.key, { key: to, fullName });
      this.#taken.add(to);
      this.#made.push({
        ...{ key: to, level: each.level, parent: above.key, code: codeOfKey(to), name: each.name, fullName, pinyin: each.pinyin },
        ...{ lon: each.lon, lat: each.lat, attributes: given ? attributes : { ...attributes, provisionalCode: true } },
        validFrom: this.#ground.on,
      });
      this.#moves.push({ from: each.key, to, kind: "move" });
    }
  }

  /** The code an office gave, the old place among the new neighbours, or the highest place that is free: official codes count up from below. */
  #keyUnder(
    parent: Pick<TreeArea, "key" | "level" | "name">,
    level: AreaLevel,
    old: AreaKey | null,
    code: string | null,
  ): AreaKey | undefined {
    const step = spanOf(level);
    const range = rangeOf(parent.key, parent.level);
    if (code !== null) {
      const key = Number(code.padEnd(15, "0"));
      if (code.length !== DIGITS[level] || !isWithin(key, range) || levelOfKey(key) !== level)
        return this.#refuse("bad_code", { code, parent: parent.name, digits: String(DIGITS[level]) });
      if (this.#taken.has(key)) return this.#refuse("code_taken", { code, name: this.#ground.areas.get(key)?.name ?? "" });
      this.#taken.add(key);
      return key;
    }
    const same = old === null ? 0 : parent.key + (old % spanOf(parent.level));
    const places = spanOf(parent.level) / step - 1;
    const highest = Array.from({ length: places }, (_, i) => parent.key + (places - i) * step);
    const key = [...(same > parent.key && levelOfKey(same) === level ? [same] : []), ...highest].find((each) => !this.#taken.has(each));
    if (key === undefined) return this.#refuse("no_key", { parent: parent.name });
    this.#taken.add(key);
    return key;
  }

  #checkName(name: string, parent: AreaKey, ...except: readonly AreaKey[]): void {
    if (this.#childrenOf(parent).some((area) => area.name === name && !except.includes(area.key))) this.#refuse("name_taken", { name });
  }

  /** An area that is there, ends here, and is not the ground one stands on. */
  #changeable(key: AreaKey): TreeArea | undefined {
    const area = this.#current(key);
    if (!area) return undefined;
    if (isWithin(this.#ground.root, subtreeOf(key))) return this.#refuse("root", { name: area.name });
    return area;
  }

  #current(key: AreaKey): TreeArea | undefined {
    const area = this.#ground.areas.get(key);
    if (!area) return this.#refuse("unknown", { key: String(key) });
    if (area.validTo !== null) return this.#refuse("ended", { name: area.name, on: area.validTo });
    if (area.validFrom !== null && area.validFrom > this.#ground.on)
      return this.#refuse("before_its_time", { name: area.name, on: area.validFrom });
    return area;
  }

  readonly #childrenOf = (key: AreaKey): readonly TreeArea[] =>
    [...this.#ground.areas.values()].filter(({ parent, validTo }) => parent === key && validTo === null);

  /** Everything below, parents first: a key below is larger. */
  readonly #below = (key: AreaKey): readonly TreeArea[] => {
    const range = subtreeOf(key);
    return [...this.#ground.areas.values()]
      .filter((area) => area.key !== key && area.validTo === null && isWithin(area.key, range))
      .sort((a, b) => a.key - b.key);
  };

  #refuse(reason: string, params: AdjustProblem["params"]): undefined {
    this.#problems.push({ code: `organizations.adjust_${reason}`, params });
  }
}
