/** Reads and checks the text of a pack: every problem with its line, and the pack as the program reads it once there is no error. */
import { checkExamples } from "../domain/check-examples.ts";
import { checkLineage } from "../domain/check-lineage.ts";
import { checkNames } from "../domain/check-names.ts";
import { checkPack } from "../domain/check-pack.ts";
import { compilePack } from "../domain/compile-pack.ts";
import type { Known } from "../domain/known.ts";
import type { Pack } from "../domain/pack.ts";
import type { Problem } from "../domain/problem.ts";
import { type ClauseText, clauseText, type PackText, packText } from "../domain/schema.ts";
import { problemsOf } from "../domain/value-problems.ts";
import { type LineProblem, readYaml, withLines } from "./read-yaml.ts";

export type Checked = {
  /** Present when nothing stands against it. */
  readonly pack?: Pack;
  readonly problems: readonly LineProblem[];
  /** The line at which each clause begins. */
  readonly lines: ReadonlyMap<string, number>;
};

/** Only the form: whether it reads as a pack, whatever its names mean. */
export function parsePack(
  text: string,
): { readonly ok: true; readonly value: PackText } | { readonly ok: false; readonly problems: readonly LineProblem[] } {
  const read = readYaml(text);
  if (!read.ok) return read;
  const parsed = packText.safeParse(read.data);
  return parsed.success
    ? { ok: true, value: parsed.data }
    : { ok: false, problems: withLines(problemsOf(parsed.error, read.data), read.place) };
}

export function checkText(text: string, known: Known): Checked {
  const read = readYaml(text);
  if (!read.ok) return { problems: read.problems, lines: new Map() };
  const parsed = packText.safeParse(read.data);
  const problems: Problem[] = parsed.success ? [] : [...problemsOf(parsed.error, read.data)];
  const head = headOf(read.data);
  const clauses = parsed.success ? parsed.data.clauses.map(placed) : readableClauses(read.data);
  if (head) {
    problems.push(
      ...checkPack(head, clauses),
      ...checkNames(head, clauses, known),
      ...checkLineage(head, withUnread(clauses, read.data), known),
    );
    problems.push(...checkExamples(head, clauses, known));
  }
  const lines = new Map(clauses.map(({ path, value }) => [value.id, read.place(path).line]));
  const found = withLines(problems, read.place);
  if (!parsed.success || found.some(({ severity }) => severity === "error")) return { problems: found, lines };
  return { pack: compilePack(parsed.data, (measure) => known.measures.get(measure)?.better), problems: found, lines };
}

type PlacedClause = { readonly path: readonly (string | number)[]; readonly value: ClauseText };
const placed = (value: ClauseText, i: number): PlacedClause => ({ path: ["clauses", i], value });
const isObject = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null && !Array.isArray(value);
const rawClauses = (data: unknown): readonly unknown[] => (isObject(data) && Array.isArray(data.clauses) ? data.clauses : []);

/** A slip in one clause does not silence the others. */
const readableClauses = (data: unknown): readonly PlacedClause[] =>
  rawClauses(data).flatMap((raw, i) => {
    const parsed = clauseText.safeParse(raw);
    return parsed.success ? [placed(parsed.data, i)] : [];
  });

/** Clauses that did not read may still be followed. */
function withUnread(clauses: readonly PlacedClause[], data: unknown): readonly PlacedClause[] {
  const known = new Set(clauses.map(({ value }) => value.id));
  const unread = rawClauses(data).flatMap((raw, i): PlacedClause[] =>
    isObject(raw) && typeof raw.id === "string" && !known.has(raw.id)
      ? [{ path: ["clauses", i], value: { id: raw.id } as ClauseText }]
      : [],
  );
  return [...clauses, ...unread];
}

const headSchema = packText.omit({ clauses: true }).loose();
function headOf(data: unknown): Omit<PackText, "clauses"> | undefined {
  const head = headSchema.safeParse(data);
  return head.success ? head.data : undefined;
}
