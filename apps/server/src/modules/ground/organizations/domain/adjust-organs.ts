/** What becomes of the organs of areas that change: one of a kind in each place goes on, the others end and name who does their work. Pure. */
import { type AreaKey, isWithin, subtreeOf } from "#platform/values.ts";
import type { Plan, TreeArea } from "./adjust.ts";

export type PlacedOrgan = {
  readonly id: string;
  readonly area: AreaKey;
  readonly name: string;
  readonly shortName: string;
  readonly kind: string;
  readonly level: string;
  readonly parent: string | null;
};
export type OrganPlan = {
  /** `to` does the work of `from` from now on. */
  readonly ended: readonly { readonly from: string; readonly to: string; readonly into: string }[];
  readonly renamed: readonly { readonly id: string; readonly name: string; readonly shortName: string }[];
  readonly under: readonly { readonly id: string; readonly parent: string }[];
};

export function planOrgans(organs: readonly PlacedOrgan[], plan: Plan, areas: ReadonlyMap<AreaKey, TreeArea>): OrganPlan {
  const nameOf = new Map([...areas.values(), ...plan.made].map(({ key, name }) => [key, name]));
  const after = new Map(plan.moves.map((move) => [move.from, move]));
  const placeOf = ({ area }: PlacedOrgan): AreaKey => after.get(area)?.to ?? area;
  const ended = new Map<string, PlacedOrgan>();
  const staying = organs.filter(({ area }) => after.get(area)?.kind !== "merge");
  for (const organ of organs) {
    const move = after.get(organ.area);
    if (move?.kind !== "merge") continue;
    const same = staying.find((other) => placeOf(other) === move.to && other.kind === organ.kind && other.level === organ.level);
    if (same && organ.kind !== "other") ended.set(organ.id, same);
    else staying.push(organ);
  }
  return {
    ended: [...ended].map(([from, to]) => ({ from, to: to.id, into: renamedName(to, plan, nameOf, areas).name })),
    renamed: staying.flatMap((organ) => {
      const fresh = renamedName(organ, plan, nameOf, areas);
      return fresh.name === organ.name && fresh.shortName === organ.shortName ? [] : [{ id: organ.id, ...fresh }];
    }),
    under: staying.flatMap((organ) => underWhom(organ, staying, ended, after.has(organ.area), placeOf)),
  };
}

/** The name of its place in an organ's name follows the place. */
function renamedName(
  { area, name, shortName }: PlacedOrgan,
  { moves, renamed }: Plan,
  nameOf: ReadonlyMap<AreaKey, string>,
  areas: ReadonlyMap<AreaKey, TreeArea>,
): { readonly name: string; readonly shortName: string } {
  const to = moves.find(({ from }) => from === area)?.to;
  const places: readonly (readonly [string, string])[] = [
    ...(to === undefined ? [] : [[nameOf.get(area) ?? "", nameOf.get(to) ?? ""] as const]),
    ...renamed
      .filter(({ key }) => isWithin(area, subtreeOf(key)))
      .map(({ key, name: fresh }) => [areas.get(key)?.name ?? "", fresh] as const),
  ].filter(([old, fresh]) => old !== "" && old !== fresh);
  const said = (text: string) => places.reduce((sum, [old, fresh]) => sum.replaceAll(old, fresh), text);
  return { name: said(name), shortName: said(shortName) };
}

/** Above an organ that moved stands one of the same kind over its new place, else the government there. */
function underWhom(
  organ: PlacedOrgan,
  all: readonly PlacedOrgan[],
  ended: ReadonlyMap<string, PlacedOrgan>,
  isMoved: boolean,
  placeOf: (organ: PlacedOrgan) => AreaKey,
): OrganPlan["under"] {
  const parent = all.find(({ id }) => id === organ.parent) ?? ended.get(organ.parent ?? "");
  if (!isMoved || !parent) return [];
  const place = placeOf(organ);
  const isOver = (other: PlacedOrgan) => other.id !== organ.id && isWithin(place, subtreeOf(placeOf(other)));
  if (isOver(parent)) return [];
  const over = all.filter(isOver).sort((a, b) => placeOf(b) - placeOf(a));
  const next = over.find(({ kind }) => kind === parent.kind) ?? over.find(({ kind }) => kind === "government");
  return next ? [{ id: organ.id, parent: next.id }] : [];
}
