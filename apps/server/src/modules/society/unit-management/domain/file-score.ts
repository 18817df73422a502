/** What a unit must have 配备 and must keep on file 制度文件, what lacks, and what its standard set scores. Pure. SH-1.16, SH-1.17, SH-1.18. */
import { classesOf, isSeen, type UnitFacts } from "./duties.ts";
import { type DutyFile, type StandardSet, sourceWords } from "./duty-file.ts";

export type Held = { readonly item: string; readonly count: number; readonly usable: boolean };
export type Gap = {
  readonly item: string;
  readonly title: string;
  readonly required: number;
  readonly held: number;
  readonly counter: string;
  readonly source: string;
  /** Only a confirmed requirement becomes a hazard; others are shown. */
  readonly confirmed: boolean;
};

/** Items of the required list a unit lacks; unusable ones do not count. */
export function equipmentGaps(file: DutyFile, facts: UnitFacts, held: readonly Held[]): readonly Gap[] {
  return requiredEquipment(file, facts).flatMap((need) => {
    const count = held.filter((each) => each.usable && each.item === need.item).reduce((sum, each) => sum + each.count, 0);
    return count < need.required ? [{ ...need, held: count }] : [];
  });
}

export function requiredEquipment(file: DutyFile, facts: UnitFacts): readonly Omit<Gap, "held">[] {
  const classes = classesOf(file.classes, facts);
  return file.equipment
    .filter((rule) => rule.for.some((name) => classes.has(name)))
    .map((rule) => ({
      item: rule.item,
      title: rule.title,
      required: Math.max(rule.least, rule.perM2 && facts.areaM2 ? Math.ceil(facts.areaM2 / rule.perM2) : 0),
      counter: rule.counter,
      source: sourceWords(rule.source),
      confirmed: isSeen(rule.confidence),
    }));
}

export type Filed = { readonly kind: string; readonly reviewBy: string | null };
export type FileScore = { readonly score: number; readonly missing: readonly string[]; readonly expired: readonly string[] };

/** Completeness of a unit's file in percent: each demanded document there and not past its review day, each of the two persons named. */
export function fileScore(
  file: DutyFile,
  facts: UnitFacts,
  filed: readonly Filed[],
  persons: { readonly responsible: boolean; readonly manager: boolean },
  today: string,
): FileScore {
  const classes = classesOf(file.classes, facts);
  const asked = file.documents.filter(
    (rule) => rule.for.some((name) => classes.has(name)) && !rule.unless?.some((name) => classes.has(name)),
  );
  const inForce = (kind: string) => filed.filter((each) => each.kind === kind);
  const missing = asked.filter((rule) => inForce(rule.kind).length === 0).map((rule) => rule.title);
  const expired = asked
    .filter((rule) => inForce(rule.kind).length > 0 && inForce(rule.kind).every((each) => each.reviewBy !== null && each.reviewBy < today))
    .map((rule) => rule.title);
  const people = [...(persons.responsible ? [] : ["消防安全责任人"]), ...(persons.manager ? [] : ["消防安全管理人"])];
  const total = asked.length + 2;
  const lacking = missing.length + people.length + expired.length / 2;
  return { score: Math.round(((total - lacking) / total) * 100), missing: [...people, ...missing], expired };
}

/** The set a unit is scored by: the last fitting one, since the general set stands first. */
export function standardFor(file: DutyFile, facts: UnitFacts): StandardSet {
  const classes = classesOf(file.classes, facts);
  const fitting = file.standards.filter((set) => set.for.some((name) => classes.has(name))).at(-1);
  if (!fitting) throw new Error("rules/unit-duties.yaml has no standard set for every unit");
  return fitting;
}

export const levels = { A: "一级", B: "二级", C: "三级", none: "未达标" } as const;
export type Level = keyof typeof levels;

/** Points given per item, each at most its weight; 90, 75 and 60 of 100 make the three levels (product default). */
export function scoreOf(
  set: StandardSet,
  given: Readonly<Record<string, number>>,
): { readonly score: number; readonly level: Level; readonly over: readonly string[] } {
  const over = set.items.filter(([key, , weight]) => (given[key] ?? 0) > weight || (given[key] ?? 0) < 0).map(([, title]) => title);
  const score = set.items.reduce((sum, [key, , weight]) => sum + Math.min(weight, Math.max(0, given[key] ?? 0)), 0);
  return { score, level: score >= 90 ? "A" : score >= 75 ? "B" : score >= 60 ? "C" : "none", over };
}
