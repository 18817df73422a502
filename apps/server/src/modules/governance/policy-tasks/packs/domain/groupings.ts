/** Groupings of a pack: which clauses stand together when its progress is told, and what must agree about them. */
import type { Problem } from "./problem.ts";
import type { PackText } from "./schema.ts";

/** `QZ-3.4.1`, or `QZ-3.*` for all below it. */
export const isIn = (clause: string, pattern: string): boolean =>
  pattern.endsWith(".*") ? clause.startsWith(pattern.slice(0, -1)) : clause === pattern;

export const clausesIn = <T extends { readonly id: string }>(clauses: readonly T[], patterns: readonly string[]): readonly T[] =>
  clauses.filter(({ id }) => patterns.some((pattern) => isIn(id, pattern)));

export function checkGroupings({ groupings = [] }: Pick<PackText, "groupings">, ids: readonly string[]): readonly Problem[] {
  const seen = new Set<string>();
  return groupings.flatMap(({ key, kind, by, clause, groups }, i): Problem[] => {
    const path = ["groupings", i];
    const again = seen.has(key);
    seen.add(key);
    const keys = groups.map((group) => group.key);
    return [
      ...(again ? [{ path: [...path, "key"], code: "packs.same_key", params: { value: key } }] : []),
      ...(kind === "milestone" && !by ? [{ path, code: "packs.milestone_without_day" }] : []),
      ...(clause !== undefined && !ids.includes(clause)
        ? [{ path: [...path, "clause"], code: "packs.unknown_clause_here", params: { value: clause } }]
        : []),
      ...groups.flatMap((group, g): Problem[] => [
        ...(keys.indexOf(group.key) < g
          ? [{ path: [...path, "groups", g, "key"], code: "packs.same_key", params: { value: group.key } }]
          : []),
        ...group.clauses.flatMap((pattern, c): Problem[] =>
          ids.some((id) => isIn(id, pattern))
            ? []
            : [{ path: [...path, "groups", g, "clauses", c], code: "packs.unknown_clause_here", params: { value: pattern } }],
        ),
      ]),
    ];
  });
}
