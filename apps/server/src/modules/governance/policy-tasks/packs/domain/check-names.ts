/** Names a pack uses, held against the product and a city: measures, ledgers, cases, fields, units, organs. */
import { isWithin, keyOfCode, subtreeOf } from "#platform/values.ts";
import type { City, Known } from "./known.ts";
import { likely, listed, type Path, type Problem } from "./problem.ts";
import { type ClauseText, type DutyText, organLevels, type PackText, type SelectorText } from "./schema.ts";
import { organsOf, selectorOf, wordOfSelector } from "./selectors.ts";

type Placed<T> = { readonly path: Path; readonly value: T };

export function checkNames(pack: Pick<PackText, "area">, clauses: readonly Placed<ClauseText>[], known: Known): readonly Problem[] {
  const organs = known.city ? organChecker(known.city, isOf(pack.area, known.city.code)) : () => [];
  return [...checkArea(pack.area, known.city), ...clauses.flatMap((clause) => namesIn(clause, organs, known))];
}

/** A county's document laid over its city would bind every county. */
function checkArea(area: string, city: City | undefined): readonly Problem[] {
  const key = keyOfCode(area);
  if (!city || key === keyOfCode(city.code) || !isWithin(key, subtreeOf(keyOfCode(city.code)))) return [];
  const params = { area: city.areas.get(key)?.name ?? area, city: city.name };
  return [{ path: ["area"], code: "packs.area_below", params, severity: "warning" }];
}

function namesIn(
  { path, value: clause }: Placed<ClauseText>,
  organs: (selector: Placed<SelectorText>, owes?: boolean) => readonly Problem[],
  known: Known,
): readonly Problem[] {
  return [
    ...clause.lead.flatMap((selector, i) => organs({ path: [...path, "lead", i], value: selector })),
    ...(clause.support ?? []).flatMap((selector, i) => organs({ path: [...path, "support", i], value: selector })),
    ...(clause.duties ?? []).flatMap((duty, i) => {
      const place = [...path, "duties", i];
      const who = duty.who === undefined ? [] : Array.isArray(duty.who) ? duty.who : [duty.who];
      return [
        ...who.flatMap((selector, j) =>
          organs({ path: Array.isArray(duty.who) ? [...place, "who", j] : [...place, "who"], value: selector }, true),
        ),
        ...checkBinding(place, duty, known),
        ...checkAttribute(place, duty, known.city),
      ];
    }),
  ];
}

/** Whether a document binds this city: issued for it, for what lies above, or for a part of it. */
export function isOf(area: string, city: string): boolean {
  const [a, b] = [keyOfCode(area), keyOfCode(city)];
  return isWithin(a, subtreeOf(b)) || isWithin(b, subtreeOf(a));
}

function checkBinding(path: Path, duty: DutyText, { measures, ledgers }: Known): readonly Problem[] {
  if (duty.measure !== undefined) {
    const measure = measures.get(duty.measure);
    if (!measure) return unknownName([...path, "measure"], "measure", duty.measure, measures.keys());
    if (duty.unit !== undefined && duty.unit !== measure.unit)
      return [
        { path: [...path, "unit"], code: "packs.other_unit", params: { unit: duty.unit, measure: duty.measure, expected: measure.unit } },
      ];
    return [];
  }
  if (duty.ledger) {
    const place = [...path, "ledger"];
    const ledger = ledgers.get(duty.ledger.of);
    if (!ledger) return unknownName([...place, "of"], "ledger", duty.ledger.of, ledgers.keys());
    return [
      ...checkCondition([...place, "all"], duty.ledger.all, ledger),
      ...checkCondition([...place, "where"], duty.ledger.where, ledger),
    ];
  }
  if (duty.case !== undefined) {
    const found = ledgers.get(duty.case);
    const cases = [...ledgers].filter(([, each]) => each.isCase).map(([name]) => name);
    if (!found) return unknownName([...path, "case"], "case", duty.case, cases);
    if (!found.isCase) return [{ path: [...path, "case"], code: "packs.no_case", params: { name: duty.case, label: found.label } }];
    return checkCondition([...path, "where"], duty.where, found);
  }
  const { awaits, unit } = duty;
  if (awaits?.unit !== undefined && unit !== undefined && unit !== awaits.unit)
    return [
      {
        path: [...path, "unit"],
        code: "packs.other_unit",
        params: { unit, measure: awaits.figure ?? awaits.capability, expected: awaits.unit },
      },
    ];
  return [];
}

const unknownName = (path: Path, kind: string, name: string, names: Iterable<string>): readonly Problem[] => {
  const found = likely(name, names);
  return [{ path, code: `packs.unknown_${kind}`, params: { name, likely: found.length > 0 ? found.join("、") : "—" } }];
};

function checkCondition(
  path: Path,
  condition: Readonly<Record<string, unknown>> | undefined,
  ledger: {
    faultIn: (c: Readonly<Record<string, unknown>>) => { field: string; isUnknown: boolean; fields: readonly string[] } | undefined;
    label: string;
  },
): readonly Problem[] {
  const fault = condition && ledger.faultIn(condition);
  if (!condition || !fault) return [];
  const { field, isUnknown, fields } = fault;
  return [
    {
      path: Object.hasOwn(condition, field) ? [...path, field] : path,
      code: isUnknown ? "packs.unknown_field" : "packs.bad_condition",
      params: { field, ledger: ledger.label, likely: likely(field, fields).join("、") || listed(fields) },
    },
  ];
}

/** From the city downwards; an installation whose root is no level of the tree has nobody above it. */
const downwards: readonly string[] = organLevels;
const levelIndex = (level: string | undefined): number => downwards.indexOf(level ?? "");

/**
 * @returns a checker of selectors: what a level above this installation owes is only said, and in a city the document was not written for,
 * a missing supporter is only a warning.
 */
function organChecker(city: City, isOwn: boolean) {
  const kinds = new Set(city.organs.map(({ kind }) => kind));
  const root = levelIndex(city.areas.get(keyOfCode(city.code))?.level);
  return ({ path, value }: Placed<SelectorText>, owes = false): readonly Problem[] => {
    const selector = selectorOf(value);
    const lighter = isOwn || owes ? {} : { severity: "warning" as const };
    const unknown = checkAreas(path, selector.areas ?? [], city);
    if (unknown.some(({ severity }) => severity === undefined)) return unknown;
    if (organsOf(selector, city.organs, city.areas).length > 0) return unknown;
    if (selector.level !== "*" && levelIndex(selector.level) < root)
      return [
        { path, code: "packs.owed_above", params: { selector: wordOfSelector(selector), city: city.name }, severity: "warning" as const },
      ];
    if (selector.level === "village" && !city.organs.some(({ level }) => level === "village"))
      return [{ path, code: "packs.no_village_organs", params: { city: city.name }, ...lighter }];
    const known = selector.organ === "any" || selector.organ === "committee-office" || kinds.has(selector.organ);
    const levels = organLevels.filter((level) => organsOf({ ...selector, level }, city.organs, city.areas).length > 0);
    const there = selector.level === "*" ? [...kinds] : city.organs.filter(({ level }) => level === selector.level).map(({ kind }) => kind);
    return [
      {
        path,
        code: levels.length > 0 && known ? "packs.nobody_at_level" : "packs.nobody",
        params: {
          selector: wordOfSelector(selector),
          city: city.name,
          levels: levels.map((level) => `${selector.organ}@${level}`).join("、"),
          likely: likely(selector.organ, new Set(there)).join("、") || "—",
          there: listed(new Set(there)) || "—",
        },
        ...lighter,
      },
    ];
  };
}

/** Codes that are no area, and areas that were merged or renamed since. */
function checkAreas(path: Path, codes: readonly string[], { areas, name }: City): readonly Problem[] {
  return codes.flatMap((code, i): readonly Problem[] => {
    const place = [...path, "areas", i];
    const area = areas.get(keyOfCode(code));
    if (!area) return [{ path: place, code: "packs.unknown_area", params: { code, city: name } }];
    const became = (area.became ?? []).map((key) => areas.get(key)?.name ?? String(key)).join("、");
    return became ? [{ path: place, code: "packs.area_changed", params: { area: area.name, became }, severity: "warning" }] : [];
  });
}

function checkAttribute(path: Path, { target }: DutyText, city: City | undefined): readonly Problem[] {
  if (!city || typeof target !== "object" || !("by" in target) || target.otherwise !== undefined) return [];
  const attributes = new Set([...city.areas.values()].flatMap((area) => Object.keys(area.attributes)));
  if (attributes.has(target.by)) return [];
  return [
    { path: [...path, "target"], code: "packs.unset_attribute", params: { attribute: target.by, city: city.name }, severity: "warning" },
  ];
}
