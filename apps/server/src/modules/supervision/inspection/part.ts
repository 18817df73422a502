/** A part of this module: what a module contributes, without its name. Parts are written apart and joined in `module.ts`. */
import type { Module } from "#platform/module.ts";

export type Part = Omit<Module, "name" | "label" | "start">;

const lists = <T>(parts: readonly Part[], of: (part: Part) => readonly T[] | undefined): readonly T[] =>
  parts.flatMap((part) => of(part) ?? []);
const tables = <T>(parts: readonly Part[], of: (part: Part) => Readonly<Record<string, T>> | undefined): Record<string, T> =>
  Object.assign({}, ...parts.map((part) => of(part) ?? {}));

/** Two parts that mean different things by one code would silence each other. @throws when they do */
function spokenOnce(parts: readonly Part[]): Part["messages"] {
  const codes = parts.flatMap((part) => Object.keys(part.messages ?? {}));
  const twice = codes.filter((code, index) => codes.indexOf(code) !== index);
  if (twice.length > 0) throw new Error(`messages said by two parts: ${twice.join(", ")}`);
  return tables(parts, (part) => part.messages);
}

/** Lists one after another, tables one over another, grants of a role together, seeds in turn. */
export function joinParts(parts: readonly Part[]): Part {
  const grants: Record<string, readonly string[]> = {};
  for (const part of parts)
    for (const [role, patterns] of Object.entries(part.grants ?? {})) grants[role] = [...(grants[role] ?? []), ...patterns];
  return {
    ledgers: lists(parts, (part) => part.ledgers),
    cases: lists(parts, (part) => part.cases),
    measures: lists(parts, (part) => part.measures),
    routes: lists(parts, (part) => part.routes),
    raw: (services) => lists(parts, (part) => part.raw?.(services)),
    topics: tables(parts, (part) => part.topics),
    permissions: tables(parts, (part) => part.permissions),
    grants,
    handlers: lists(parts, (part) => part.handlers),
    jobs: lists(parts, (part) => part.jobs),
    formats: tables(parts, (part) => part.formats),
    messages: spokenOnce(parts) ?? {},
    english: {
      words: tables(parts, (part) => part.english?.words),
      sentences: tables(parts, (part) => part.english?.sentences),
    },
    menu: lists(parts, (part) => part.menu),
    async seed(tx, services, options) {
      for (const part of parts) await part.seed?.(tx, services, options);
    },
    async seedWithPeople(tx, services, options) {
      for (const part of parts) await part.seedWithPeople?.(tx, services, options);
    },
  };
}
