/** 上位依据: what a clause follows and what the document rests on, without going round in a circle. */
import type { Known } from "./known.ts";
import { likely, type Path, type Problem } from "./problem.ts";
import type { ClauseText, PackText } from "./schema.ts";

type Placed<T> = { readonly path: Path; readonly value: T };
type Head = Pick<PackText, "pack" | "superior">;

export function checkLineage(pack: Head, clauses: readonly Placed<ClauseText>[], known: Pick<Known, "packs">): readonly Problem[] {
  const own = new Map(clauses.map(({ value }) => [value.id, value.follows?.clause]));
  const after = (id: string): string | undefined => {
    if (own.has(id)) return own.get(id);
    for (const [name, each] of known.packs) if (name !== pack.pack && each.clauses.has(id)) return each.clauses.get(id);
    return undefined;
  };
  return [
    ...clauses.flatMap(({ path, value: { id, follows } }): readonly Problem[] => {
      if (!follows?.clause) return [];
      const place = [...path, "follows"];
      const unknown = checkFollowed(follows.clause, follows.pack, { pack, own, known });
      if (unknown) return [{ path: [...place, "clause"], ...unknown }];
      const circle = circleFrom(id, (each) => [after(each)].filter((next) => next !== undefined));
      return circle ? [{ path: place, code: "packs.circle", params: { circle: circle.join(" → ") } }] : [];
    }),
    ...checkSuperior(pack, known),
  ];
}

function checkFollowed(
  clause: string,
  named: string | undefined,
  { pack, own, known }: { readonly pack: Head; readonly own: ReadonlyMap<string, unknown>; readonly known: Pick<Known, "packs"> },
): Omit<Problem, "path"> | undefined {
  const letters = named ?? clause.split("-")[0] ?? "";
  const names = letters === pack.pack ? own : known.packs.get(letters)?.clauses;
  if (!names) return { code: "packs.superior_not_here", params: { pack: letters }, severity: "warning" };
  return names.has(clause)
    ? undefined
    : { code: "packs.unknown_clause", params: { clause, pack: letters, likely: likely(clause, names.keys()).join("、") || "—" } };
}

function checkSuperior(pack: Head, known: Pick<Known, "packs">): readonly Problem[] {
  const above = (name: string): readonly string[] =>
    name === pack.pack ? (pack.superior ?? []).flatMap((each) => each.pack ?? []) : (known.packs.get(name)?.superior ?? []);
  return (pack.superior ?? []).flatMap((each, i): readonly Problem[] => {
    if (!each.pack) return [];
    const circle = circleFrom(pack.pack, (name) => (name === pack.pack ? [each.pack ?? ""] : above(name)));
    return circle ? [{ path: ["superior", i, "pack"], code: "packs.circle", params: { circle: circle.join(" → ") } }] : [];
  });
}

/** @returns the way from `start` back to itself, if there is one */
function circleFrom(start: string, next: (name: string) => readonly string[]): readonly string[] | undefined {
  const seen = new Set<string>();
  const stack: (readonly string[])[] = [[start]];
  for (let way = stack.pop(); way; way = stack.pop()) {
    for (const name of next(way.at(-1) ?? "")) {
      if (name === start) return [...way, name];
      if (!seen.has(name)) {
        seen.add(name);
        stack.push([...way, name]);
      }
    }
  }
  return undefined;
}
