/** Who acts: a person in a post, with a place in the tree. Decided once at the door, then carried by value. */
import type { Scope } from "./db.ts";
import type { AreaRange } from "./values.ts";

export const actorKinds = ["official", "unit", "system-admin", "security-admin", "audit-admin"] as const;
export type ActorKind = (typeof actorKinds)[number];

export type Actor = {
  readonly userId: string;
  readonly account: string;
  readonly name: string;
  readonly kind: ActorKind;
  readonly post: string | null;
  /** Key of the role he acts in, for rules that speak of roles; the program's own errands have none. */
  readonly role?: string | null;
  readonly organId: string | null;
  readonly organName: string | null;
  readonly area: AreaRange;
  readonly areaName: string;
  /** Set for a unit's own people: they see this unit's rows and nothing else. */
  readonly unitId: string | null;
  readonly permissions: ReadonlySet<string>;
};

export const scopeOf = (actor: Actor): Scope => ({
  area: actor.area,
  unitId: actor.unitId,
  userId: actor.userId,
  organId: actor.organId,
});

/** Permissions are asked by full name; a grant may end in `*`. */
export const may = (actor: Actor, permission: string): boolean => actor.permissions.has(permission);

/** Whether somebody's area is the whole installation: what belongs to no area is his to see, what holds everywhere his to set. */
export const isOverAll = ({ area }: Pick<Actor, "area">, city: AreaRange): boolean => area.lo <= city.lo && area.hi >= city.hi;

/** Expands grants such as `places.*.read` or `remote-monitoring.*` over the known permission names. */
export function expandGrants(grants: readonly string[], known: readonly string[]): ReadonlySet<string> {
  const patterns = grants.map((grant) => new RegExp(`^${grant.replaceAll(".", "\\.").replaceAll("*", "[^.]+(?:\\..+)?")}$`));
  return new Set(known.filter((name) => patterns.some((pattern) => pattern.test(name))));
}
