/**
 * Reads a scheme file and says every error with its line. Pure: no database, no clock. Whether the measures it names exist is asked with the
 * names there are, so that the same check serves the screen, the terminal and the tests.
 */
import { z } from "zod";
import { readYaml } from "#modules/governance/policy-tasks/index.ts";
import { type Indicator, type Scheme, schemeShape } from "./domain/scheme.ts";
import { pointsOf } from "./domain/score.ts";

export type SchemeError = {
  readonly line: number;
  readonly path: string;
  readonly code: string;
  readonly params: Readonly<Record<string, unknown>>;
};
export type SchemeReading =
  | { readonly ok: true; readonly scheme: Scheme }
  | { readonly ok: false; readonly errors: readonly SchemeError[] };
/** pack → its clauses */
export type KnownPacks = ReadonlyMap<string, ReadonlySet<string>>;
export type KnownMeasures = ReadonlyMap<string, { readonly unit: string }>;

type Path = readonly (string | number)[];
type Say = (path: Path, code: string, params?: Readonly<Record<string, unknown>>) => void;

export function readScheme(text: string, measures?: KnownMeasures, packs?: KnownPacks): SchemeReading {
  const read = readYaml(text);
  if (!read.ok) return { ok: false, errors: sorted(read.problems.map(({ line, code, params }) => ({ line, path: "", code, params }))) };
  const errors: SchemeError[] = [];
  const say: Say = (path, code, params = {}) => {
    errors.push({ line: read.place(path, "value").line, path: path.join("."), code: `assessment.${code}`, params });
  };
  const parsed = schemeShape.safeParse(read.data, { error: z.locales.zhCN().localeError });
  if (!parsed.success) {
    const english = schemeShape.safeParse(read.data).error?.issues ?? [];
    parsed.error.issues.forEach(({ path, message, ...issue }, i) => {
      if (issue.code === "unrecognized_keys")
        say([...(path as Path), issue.keys[0] ?? ""], "scheme_unknown_key", { key: issue.keys.join("、") });
      else say(path as Path, "scheme_shape", { path: path.join("."), what: message, inEnglish: english[i]?.message ?? message });
    });
    return { ok: false, errors: sorted(errors) };
  }
  checkWhole(parsed.data, say, measures);
  if (packs) checkPacks(parsed.data, say, packs);
  return errors.length > 0 ? { ok: false, errors: sorted(errors) } : { ok: true, scheme: parsed.data };
}
const sorted = (errors: readonly SchemeError[]) => errors.toSorted((a, b) => a.line - b.line);
const isSame = (a: number, b: number): boolean => Math.abs(a - b) < 1e-6;

function checkWhole(scheme: Scheme, say: Say, measures: KnownMeasures | undefined): void {
  const total = scheme.dimensions.reduce((sum, { weight }) => sum + weight, 0);
  if (!isSame(total, scheme.full)) say(["dimensions"], "scheme_total", { sum: Number(total.toFixed(2)), full: scheme.full });
  scheme.dimensions.forEach(({ name, weight }, i) => {
    const sum = scheme.indicators.filter(({ dimension }) => dimension === name).reduce((all, each) => all + each.weight, 0);
    if (!isSame(sum, weight)) say(["dimensions", i, "weight"], "scheme_dimension_sum", { name, sum: Number(sum.toFixed(2)), weight });
  });
  const names = new Set(scheme.dimensions.map(({ name }) => name));
  const seen = new Set<string>();
  scheme.indicators.forEach((each, i) => {
    if (!names.has(each.dimension))
      say(["indicators", i, "dimension"], "scheme_unknown_dimension", { name: each.dimension, known: [...names].join("、") });
    checkIndicator(each, ["indicators", i], say);
  });
  for (const list of ["indicators", "bonuses", "deductions", "vetoes"] as const)
    scheme[list].forEach((each, i) => {
      if (seen.has(each.id)) say([list, i, "id"], "scheme_twice", { id: each.id });
      seen.add(each.id);
      if (measures && "measure" in each.source)
        checkMeasure(each.source.measure, each.unit, list === "indicators", [list, i], say, measures);
    });
  const grades = scheme.grades.map(({ name }) => name);
  if (!scheme.grades.some(({ from }) => from <= 0)) say(["grades"], "scheme_no_lowest");
  if (new Set(scheme.grades.map(({ from }) => from)).size < scheme.grades.length) say(["grades"], "scheme_grade_twice");
  scheme.vetoes.forEach((veto, i) => {
    for (const part of ["cap", "grade"] as const)
      if (veto[part] !== undefined && !grades.includes(veto[part]))
        say(["vetoes", i, part], "scheme_unknown_grade", { name: veto[part], known: grades.join("、") });
    if (veto.deduct === undefined && veto.cap === undefined && veto.grade === undefined)
      say(["vetoes", i], "scheme_veto_of_nothing", { id: veto.id });
  });
  checkGroups(scheme, say);
  if (scheme.to !== undefined && scheme.to < scheme.from) say(["to"], "scheme_ends_before");
}

function checkMeasure(name: string, unit: string, hasUnit: boolean, at: Path, say: Say, measures: KnownMeasures): void {
  const measure = measures.get(name);
  if (!measure) {
    say([...at, "source", "measure"], "scheme_unknown_measure", { name, near: nearest(name, measures) });
    return;
  }
  if (hasUnit && measure.unit !== unit) say([...at, "unit"], "scheme_unit", { name, unit, own: measure.unit });
}

/** What no document says would count as nothing to divide by, and its weight would be spread without a word. */
function checkPacks(scheme: Scheme, say: Say, packs: KnownPacks): void {
  scheme.indicators.forEach(({ source }, i) => {
    if (!("duty" in source)) return;
    const { pack, clause } = source.duty;
    const clauses = packs.get(pack);
    const at = ["indicators", i, "source", "duty"] as const;
    if (!clauses) say([...at, "pack"], "scheme_unknown_pack", { pack, known: [...packs.keys()].join("、") || "—" });
    else if (clause !== undefined && !clauses.has(clause))
      say([...at, "clause"], "scheme_unknown_clause", { pack, clause, near: mostAlike(clause, [...clauses]) });
  });
}

/** The known name most alike: of the same capability, by what they share. */
function nearest(name: string, measures: KnownMeasures): string {
  const [capability = ""] = name.split(".");
  const all = [...measures.keys()];
  const near = all.filter((each) => each.startsWith(`${capability}.`));
  return mostAlike(name, near.length > 0 ? near : all);
}

function mostAlike(name: string, known: readonly string[]): string {
  const grams = (text: string) => new Set([...text].slice(1).map((sign, i) => `${text[i]}${sign}`));
  const own = grams(name);
  const likeness = (other: string) => {
    const theirs = grams(other);
    return (2 * [...theirs].filter((gram) => own.has(gram)).length) / (own.size + theirs.size);
  };
  return known.toSorted((a, b) => likeness(b) - likeness(a))[0] ?? "";
}

function checkIndicator(indicator: Indicator, at: Path, say: Say): void {
  const { score, weight } = indicator;
  if ("linear" in score && score.linear.from === score.linear.to) say([...at, "score", "linear"], "scheme_flat", { id: indicator.id });
  if ("step" in score) {
    const best = Math.max(...score.step.map(({ points }) => points));
    if (!isSame(best, weight)) say([...at, "score", "step"], "scheme_step_full", { id: indicator.id, best, weight });
    const ordered = score.step.toSorted((a, b) => (score.better === "higher" ? a.at - b.at : b.at - a.at));
    if (ordered.some(({ points }, i) => i > 0 && points < (ordered[i - 1]?.points ?? 0)))
      say([...at, "score", "step"], "scheme_step_falls", { id: indicator.id });
  }
  if ("rank" in score && score.rank.last > weight) say([...at, "score", "rank"], "scheme_rank_last", { id: indicator.id });
  if ("rank" in score && indicator.examples.length > 0) {
    say([...at, "examples"], "scheme_rank_example", { id: indicator.id });
    return;
  }
  indicator.examples.forEach(({ value, points }, i) => {
    const found = pointsOf(score, weight, value);
    if (Math.abs(found - points) > 0.005)
      say([...at, "examples", i], "scheme_example", { id: indicator.id, value, points, found: Number(found.toFixed(3)) });
  });
}

/** Every size has one group: no gap, no overlap. */
function checkGroups(scheme: Scheme, say: Say): void {
  const sized = scheme.groups.filter(({ areas }) => !areas?.length).toSorted((a, b) => (a.from ?? 0) - (b.from ?? 0));
  let reached = 0;
  for (const { name, from = 0, below = Number.POSITIVE_INFINITY } of sized) {
    if (from > reached) say(["groups", scheme.groups.findIndex((each) => each.name === name)], "scheme_groups_gap", { at: reached });
    if (from < reached) say(["groups", scheme.groups.findIndex((each) => each.name === name)], "scheme_groups_overlap", { name, at: from });
    reached = below;
  }
  if (Number.isFinite(reached)) say(["groups"], "scheme_groups_gap", { at: reached });
}
