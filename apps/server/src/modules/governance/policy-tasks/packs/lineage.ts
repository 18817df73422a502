/** 来自哪里: the documents a pack rests on and those that rest on it; what was renewed above since is to be looked at again. PT-0.2 */
import type { CalendarDate } from "#platform/values.ts";
import type { Pack } from "./domain/pack.ts";

export type Bound = { readonly id: string; readonly number: number; readonly from: CalendarDate; readonly pack: Pack };
export type Above = {
  readonly title: string;
  readonly number: string | null;
  readonly pack: string | null;
  readonly version: string | null;
  /** The day its present version took effect, if that is later than ours. */
  readonly renewedOn: CalendarDate | null;
  readonly clauses: number;
};
export type Below = { readonly version: string; readonly pack: string; readonly title: string; readonly clauses: number };

const named = ({ superior, clauses }: Pack): ReadonlySet<string> =>
  new Set([
    ...superior.flatMap(({ pack }) => pack ?? []),
    ...clauses.flatMap(({ follows }) => follows?.pack ?? follows?.clause?.split("-")[0] ?? []),
  ]);
const following = ({ clauses }: Pack, pack: string): number =>
  clauses.filter(({ follows }) => (follows?.pack ?? follows?.clause?.split("-")[0]) === pack).length;

/** @param since the day our version took effect; null while it is a draft */
export function lineageOf(
  pack: Pack,
  since: CalendarDate | null,
  bound: readonly Bound[],
): { readonly above: readonly Above[]; readonly below: readonly Below[] } {
  const others = bound.filter((each) => each.pack.pack !== pack.pack);
  const own = named(pack);
  const written = pack.superior.map(({ title, number = null, pack: letters = null }) => ({ title, number, pack: letters }));
  const cited = [...own]
    .filter((letters) => letters !== pack.pack && !written.some((each) => each.pack === letters))
    .map((letters) => ({ title: letters, number: null, pack: letters }));
  return {
    above: [...written, ...cited].map((each): Above => {
      const here = others.find((other) => other.pack.pack === each.pack);
      const isRenewed = here !== undefined && here.number > 1 && since !== null && here.from > since;
      return {
        ...each,
        title: each.title === each.pack ? (here?.pack.title ?? each.title) : each.title,
        version: here?.id ?? null,
        renewedOn: isRenewed ? here.from : null,
        clauses: each.pack ? following(pack, each.pack) : 0,
      };
    }),
    below: others
      .filter((other) => named(other.pack).has(pack.pack))
      .map((other) => ({ version: other.id, pack: other.pack.pack, title: other.pack.title, clauses: following(other.pack, pack.pack) })),
  };
}

export const asBound = ({
  id,
  version,
  from,
  pack,
}: {
  readonly id: string;
  readonly version: number;
  readonly from: CalendarDate;
  readonly pack: Pack;
}): Bound => ({ id, number: version, from, pack });
