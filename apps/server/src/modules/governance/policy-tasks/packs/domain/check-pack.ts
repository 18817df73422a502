/** What must agree inside one pack: numbers, references, one binding and one rhythm a duty, targets with units, days within the document's life. */
import { isCalendarDate } from "#platform/values.ts";
import { checkGroupings } from "./groupings.ts";
import type { Path, Problem } from "./problem.ts";
import type { ClauseText, DutyText, PackText } from "./schema.ts";

type Placed<T> = { readonly path: Path; readonly value: T };
export const bindings = ["measure", "ledger", "case", "document", "awaits"] as const;
export const rhythms = ["every", "by", "steps", "keep"] as const;

type Head = Omit<PackText, "clauses">;

/** Clauses come with their place: one that does not read is left out, the others keep theirs. */
export function checkPack(pack: Head, clauses: readonly Placed<ClauseText>[]): readonly Problem[] {
  return [
    ...(pack.to && pack.to < pack.from
      ? [{ path: ["to"], code: "packs.ends_before_start", params: { from: pack.from, to: pack.to } }]
      : []),
    ...twice(
      (pack.stages ?? []).map(({ key }, i) => ({ path: ["stages", i, "key"], value: key })),
      "packs.same_key",
    ),
    ...twice(
      (pack.parts ?? []).map(({ key }, i) => ({ path: ["parts", i, "key"], value: key })),
      "packs.same_key",
    ),
    ...(pack.stages ?? []).flatMap(({ from, to }, i) => checkStage({ from, to }, pack, i)),
    ...twice(
      clauses.map(({ path, value }) => ({ path: [...path, "id"], value: value.id })),
      "packs.same_id",
    ),
    ...clauses.flatMap((clause) => checkClause(clause, pack)),
    ...checkGroupings(
      pack,
      clauses.map(({ value }) => value.id),
    ),
  ];
}

function checkStage({ from, to }: { readonly from: string; readonly to: string }, pack: Head, i: number): readonly Problem[] {
  if (to < from) return [{ path: ["stages", i, "to"], code: "packs.ends_before_start", params: { from, to } }];
  if (to >= pack.from) return [];
  return [{ path: ["stages", i, "to"], code: "packs.stage_before_document", params: { to, from: pack.from }, severity: "warning" }];
}

function twice(places: readonly Placed<string>[], code: string): readonly Problem[] {
  const first = new Map<string, Path>();
  return places.flatMap(({ path, value }): readonly Problem[] => {
    const other = first.get(value);
    if (!other) first.set(value, path);
    return other ? [{ path, code, params: { value }, other }] : [];
  });
}

function checkClause({ path, value: clause }: Placed<ClauseText>, pack: Head): readonly Problem[] {
  const problems: Problem[] = [];
  const say = (key: string, code: string, params: Problem["params"] = {}) => problems.push({ path: [...path, key], code, params });
  if (!clause.id.startsWith(`${pack.pack}-`)) say("id", "packs.foreign_id", { id: clause.id, pack: pack.pack });
  const among = (key: "part" | "stage", known: readonly { readonly key: string }[] = []) => {
    const value = clause[key];
    if (value !== undefined && !known.some((each) => each.key === value))
      say(key, `packs.unknown_${key}`, { value, known: known.map((each) => each.key).join("、") || "—" });
  };
  among("part", pack.parts);
  among("stage", pack.stages);
  const duties = clause.duties ?? [];
  if (duties.length === 0 && !clause.awaits) say("id", "packs.nothing_follows", { id: clause.id });
  if (duties.length > 0 && clause.awaits) say("awaits", "packs.awaits_and_duties");
  problems.push(
    ...twice(
      duties.map(({ key }, i) => ({ path: [...path, "duties", i, "key"], value: key })),
      "packs.same_key",
    ),
  );
  return [...problems, ...duties.flatMap((duty, i) => checkDuty({ path: [...path, "duties", i], value: duty }, pack))];
}

export function checkDuty({ path, value: duty }: Placed<DutyText>, pack: Pick<PackText, "from" | "to">): readonly Problem[] {
  const one = (keys: readonly (keyof DutyText)[], none: string, several: string): readonly Problem[] => {
    const given = keys.filter((key) => duty[key] !== undefined);
    if (given.length === 0) return [{ path, code: none }];
    return given
      .slice(1)
      .map((key) => ({ path: [...path, key], code: several, params: { key, first: given[0] }, other: [...path, given[0] ?? ""] }));
  };
  const only = (key: keyof DutyText, needs: keyof DutyText): readonly Problem[] =>
    duty[key] !== undefined && duty[needs] === undefined
      ? [{ path: [...path, key], code: "packs.belongs_to", params: { key, needs } }]
      : [];
  return [
    ...one(bindings, "packs.no_binding", "packs.two_bindings"),
    ...one(rhythms, "packs.no_rhythm", "packs.two_rhythms"),
    ...only("where", "case"),
    ...only("then", "by"),
    ...only("within", "every"),
    ...checkTarget(path, duty),
    ...checkDays(path, duty, pack),
    ...checkWithin(path, duty),
  ];
}

function checkTarget(path: Path, duty: DutyText): readonly Problem[] {
  const figure = duty.measure !== undefined || duty.awaits !== undefined;
  const key = duty.target !== undefined ? "target" : "steps";
  if (duty.target !== undefined && duty.steps)
    return [{ path: [...path, "target"], code: "packs.target_and_steps", other: [...path, "steps"] }];
  const has = duty.target !== undefined || (duty.steps !== undefined && figure);
  if (!figure && duty.target !== undefined) return [{ path: [...path, "target"], code: "packs.needs_no_target" }];
  if (duty.measure !== undefined && !has)
    return [{ path: [...path, "measure"], code: "packs.measure_without_target", params: { measure: duty.measure } }];
  if (duty.awaits?.figure && !has)
    return [{ path: [...path, "awaits"], code: "packs.measure_without_target", params: { measure: duty.awaits.figure } }];
  if (has && duty.target !== "baseline" && duty.unit === undefined && duty.awaits?.unit === undefined)
    return [{ path: [...path, key], code: "packs.target_without_unit" }];
  return [];
}

function checkDays(path: Path, { by, steps, early, examples }: DutyText, pack: Pick<PackText, "from" | "to">): readonly Problem[] {
  const days = [
    ...(by ? [{ path: [...path, "by"], day: by }] : []),
    ...(steps ?? []).map((step, i) => ({ path: [...path, "steps", i, "by"], day: step.by })),
  ];
  const problems: Problem[] = [];
  for (const { path: place, day } of days) {
    if (day < pack.from && early === undefined)
      problems.push({ path: place, code: "packs.before_document", params: { day, from: pack.from }, other: ["from"] });
    if (pack.to && pack.to >= pack.from && day > pack.to)
      problems.push({ path: place, code: "packs.after_document", params: { day, to: pack.to }, other: ["to"] });
  }
  for (const [i, step] of (steps ?? []).entries()) {
    const before = steps?.[i - 1];
    if (before && step.by <= before.by)
      problems.push({ path: [...path, "steps", i, "by"], code: "packs.steps_out_of_order", params: { day: step.by, before: before.by } });
  }
  const first = pack.from;
  for (const [i, { on }] of (examples ?? []).entries())
    if (on < first && early === undefined)
      problems.push({
        path: [...path, "examples", i, "on"],
        code: "packs.example_before_document",
        params: { day: on, from: first },
        severity: "warning",
      });
  return problems;
}

function checkWithin(path: Path, { within, every }: DutyText): readonly Problem[] {
  if (within === undefined) return [];
  const place = [...path, "within"];
  const [from = "", to = ""] = within.split("..");
  // A leap year, so that 02-29 may be named.
  if (![from, to].every((day) => isCalendarDate(`2024-${day}`))) return [{ path: place, code: "packs.bad_within" }];
  return every !== undefined && every !== "year" ? [{ path: place, code: "packs.within_needs_year", params: { every } }] : [];
}
