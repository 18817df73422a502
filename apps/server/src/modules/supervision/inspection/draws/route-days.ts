/**
 * 按路线排日程: the visits of each lead in a row that saves way, so many a day. Who was drawn and with whom is not touched, only the days. Pure.
 * Town by town; within a town from the westernmost place always to the nearest one left; places without coordinates at the end of their town.
 * Straight lines, no roads: enough to keep neighbours on one day, no promise of the shortest way.
 */
export type Stop = {
  readonly id: string;
  readonly lead: string;
  readonly second: string | null;
  readonly town: number;
  readonly lon: number | null;
  readonly lat: number | null;
};
export type Planned = { readonly id: string; readonly planOn: string; readonly turn: number };
type Placed = Stop & { readonly lon: number; readonly lat: number };

const isPlaced = (stop: Stop): stop is Placed => stop.lon !== null && stop.lat !== null;
/** Degrees of longitude are shorter than those of latitude here: compared at the place's own latitude. */
const apart = (a: Placed, b: Placed): number => Math.hypot((a.lon - b.lon) * Math.cos((a.lat * Math.PI) / 180), a.lat - b.lat);

/** The places of one town, always on to the nearest. Begins at the place nearest to where the lead comes from, else in the west. */
function nearestNext(stops: readonly Stop[], from: Placed | undefined): readonly Stop[] {
  const left = stops.filter(isPlaced).toSorted((a, b) => a.lon - b.lon || a.id.localeCompare(b.id));
  const way: Placed[] = [];
  let at = from;
  while (left.length > 0) {
    const here = at;
    const next = here ? left.reduce((best, each) => (apart(here, each) < apart(here, best) ? each : best)) : left[0];
    if (!next) break;
    left.splice(left.indexOf(next), 1);
    way.push(next);
    at = next;
  }
  return [...way, ...stops.filter((stop) => !isPlaced(stop))];
}

/** @param days working days of the span; when they are too few for `perDay`, each takes more */
export function routeDays(stops: readonly Stop[], days: readonly string[], perDay: number): readonly Planned[] {
  return [...Map.groupBy(stops, ({ lead }) => lead).values()].flatMap((own) => {
    const way: Stop[] = [];
    for (const [, inTown] of [...Map.groupBy(own, ({ town }) => town)].toSorted(([a], [b]) => a - b))
      way.push(...nearestNext(inTown, way.findLast(isPlaced)));
    const aDay = Math.max(perDay, Math.ceil(way.length / Math.max(1, days.length)));
    return way.map(({ id }, index) => ({ id, planOn: days[Math.floor(index / aDay)] ?? days.at(-1) ?? "", turn: index + 1 }));
  });
}

/** People who would be needed in two rows on one day: a lead's second may go with another lead as well. */
export function clashesOf(stops: readonly Stop[], planned: readonly Planned[]): number {
  const dayOf = new Map(planned.map(({ id, planOn }) => [id, planOn]));
  const leads = new Map<string, Set<string>>();
  for (const stop of stops)
    for (const person of [stop.lead, stop.second]) {
      if (!person) continue;
      const key = `${dayOf.get(stop.id)} ${person}`;
      leads.set(key, (leads.get(key) ?? new Set()).add(stop.lead));
    }
  return [...leads.values()].filter(({ size }) => size > 1).length;
}
