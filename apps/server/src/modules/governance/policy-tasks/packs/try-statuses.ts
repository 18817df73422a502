/** What a version would do to how things stand, by the figures there are: judged twice and compared, nothing written. */
import type { Measure } from "#platform/measure/define.ts";
import type { RouteContext } from "#platform/route.ts";
import { type AreaKey, addDays, type CalendarDate } from "#platform/values.ts";
import { readGround } from "../duties/ground.ts";
import { judgeAll } from "../duties/judge-all.ts";
import { type LaidDuty, laidDuties } from "../duties/laid.ts";
import { measureOf } from "../duties/measure-of.ts";
import { readTree } from "../duties/tree.ts";
import type { Pack } from "./domain/pack.ts";

export type StatusChange = { readonly from: string; readonly to: string; readonly count: number };
type Asked = {
  readonly before: Pack | undefined;
  readonly after: Pack;
  readonly area: AreaKey;
  readonly on: CalendarDate;
  /** Only these can differ. */
  readonly duties: ReadonlySet<string>;
};

export async function statusChanges(
  context: Pick<RouteContext, "tx" | "services">,
  { before, after, area, on, duties }: Asked,
): Promise<readonly StatusChange[]> {
  if (duties.size === 0) return [];
  const [was, is] = [
    before ? await stateOf(before, { area, on, duties }, context) : new Map<string, string>(),
    await stateOf(after, { area, on, duties }, context),
  ];
  const counts = new Map<string, StatusChange>();
  for (const owner of new Set([...was.keys(), ...is.keys()])) {
    const [from, to] = [was.get(owner) ?? "none", is.get(owner) ?? "none"];
    if (from === to) continue;
    const key = `${from} ${to}`;
    counts.set(key, { from, to, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  return [...counts.values()].toSorted((a, b) => b.count - a.count);
}

/** Duty and organ → status on the day. */
async function stateOf(
  pack: Pack,
  { area, on, duties }: Pick<Asked, "area" | "on" | "duties">,
  { tx, services }: Pick<RouteContext, "tx" | "services">,
): Promise<ReadonlyMap<string, string>> {
  const { laid, measures } = await layTrial(pack, { area, duties }, { tx, services });
  const state = new Map<string, { readonly from: CalendarDate; readonly status: string }>();
  const asked = {
    tx,
    services,
    tried: measures,
    tree: await readTree(tx),
    ground: await readGround(tx),
    today: on,
    seen: { from: addDays(on, -SEEN_DAYS), to: on },
  };
  for await (const { laid: duty, period, rows } of judgeAll(laid, asked))
    for (const { organ, status } of rows) {
      const key = `${duty.content.duty.id} ${organ}`;
      const known = state.get(key);
      if (period.from <= on && (!known || period.from >= known.from)) state.set(key, { from: period.from, status });
    }
  return new Map([...state].map(([key, { status }]) => [key, status]));
}
const SEEN_DAYS = 366;

/** Duties as they would be laid out; those that stand already keep their number, and with it the proof entered for them. */
async function layTrial(
  pack: Pack,
  { area, duties }: Pick<Asked, "area" | "duties">,
  { tx, services }: Pick<RouteContext, "tx" | "services">,
): Promise<{ readonly laid: readonly LaidDuty[]; readonly measures: ReadonlyMap<string, Measure> }> {
  const numbers = new Map((await laidDuties(tx, { packs: [pack.pack] })).map(({ id, clause, key }) => [`${clause}/${key}`, id]));
  const head = { versionId: "", title: pack.title, number: pack.number ?? null, issuer: pack.issuer, from: pack.from, to: pack.to ?? null };
  const measures = new Map<string, Measure>();
  const laid = pack.clauses.flatMap(({ duties: own, lead: _, support: __, ...clause }) =>
    own.flatMap((duty, i): readonly LaidDuty[] => {
      if (!duties.has(duty.id)) return [];
      // Under a name of its own: the one in force may mean something else by the same duty.
      const measure = measureOf(`trial-${pack.pack}`, duty, services.registry);
      if (measure?.made) measures.set(measure.name, measure.made);
      const id = numbers.get(duty.id) ?? -1 - i;
      const content = { clause, duty, part: null, pack: head, measure: measure?.name ?? null };
      return [
        {
          id,
          pack: pack.pack,
          clause: clause.id,
          key: duty.key,
          position: i,
          version: 0,
          packArea: area,
          content,
          leads: [],
          supports: [],
        },
      ];
    }),
  );
  return { laid, measures };
}
