/** What a version would do to how things stand, by the figures there are: judged twice and compared, nothing written. */
import type { Measure } from "#platform/measure/define.ts";
import type { RouteContext } from "#platform/route.ts";
import { type AreaKey, addDays, type CalendarDate } from "#platform/values.ts";
import { readGround } from "../duties/ground.ts";
import { judgeAll } from "../duties/judge-all.ts";
import { type LaidDuty, laidDuties } from "../duties/laid.ts";
import { measureOf } from "../duties/measure-of.ts";
import { readTree } from "../duties/tree.ts";
import { type Before, sinceOf } from "./domain/chain.ts";
import type { Pack } from "./domain/pack.ts";
import { versionsBefore } from "./store.ts";

export type StatusChange = { readonly from: string; readonly to: string; readonly count: number };
type Asked = {
  /** The version that gives way, and since when it bound. */
  readonly before: { readonly pack: Pack; readonly from: CalendarDate } | undefined;
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
  // As they would be laid out: what is owed counts from the first version of those that go on without a break.
  const place = (from: CalendarDate) => ({ pack: after.pack, area, from });
  const beforeOf = await versionsBefore(context.tx, before ? [place(before.from)] : []);
  const old = before ? beforeOf(place(before.from)) : [];
  const going = before ? [before, ...old] : [];
  const [was, is] = [
    before ? await stateOf({ ...before, chain: old }, { area, on, duties }, context) : new Map<string, string>(),
    await stateOf({ pack: after, from: on, chain: going }, { area, on, duties }, context),
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

type Trial = { readonly pack: Pack; readonly from: CalendarDate; readonly chain: readonly Before[] };

/** Duty and organ → status on the day. */
async function stateOf(
  trial: Trial,
  { area, on, duties }: Pick<Asked, "area" | "on" | "duties">,
  { tx, services }: Pick<RouteContext, "tx" | "services">,
): Promise<ReadonlyMap<string, string>> {
  const { laid, measures } = await layTrial(trial, { area, duties }, { tx, services });
  const state = new Map<string, { readonly from: CalendarDate; readonly status: string }>();
  const asked = {
    tx,
    services,
    tried: measures,
    tree: await readTree(tx),
    ground: await readGround(tx),
    today: on,
    seen: { from: addDays(on, -SEEN_DAYS), to: on },
    // One that cannot be judged has no status in either.
    failed: () => undefined,
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
  { pack, from, chain }: Trial,
  { area, duties }: Pick<Asked, "area" | "duties">,
  { tx, services }: Pick<RouteContext, "tx" | "services">,
): Promise<{ readonly laid: readonly LaidDuty[]; readonly measures: ReadonlyMap<string, Measure> }> {
  const numbers = new Map<string, number>(
    (await laidDuties(tx)).flatMap(({ id, letters, packArea, clause, key }) =>
      letters === pack.pack && packArea === area ? [[`${clause}/${key}`, id] as const] : [],
    ),
  );
  const head = { versionId: "", title: pack.title, number: pack.number ?? null, issuer: pack.issuer, from, to: pack.to ?? null };
  const measures = new Map<string, Measure>();
  const laid = pack.clauses.flatMap(({ duties: own, lead: _, support: __, ...clause }) =>
    own.flatMap((duty, i): readonly LaidDuty[] => {
      if (!duties.has(duty.id)) return [];
      // Under a name of its own: the one in force may mean something else by the same duty.
      const measure = measureOf(`trial-${pack.pack}`, duty, services.registry);
      if (measure?.made) measures.set(measure.name, measure.made);
      const id = numbers.get(duty.id) ?? -1 - i;
      const content = { clause, duty, part: null, pack: head, measure: measure?.name ?? null, ...sinceOf(duty, from, chain) };
      return [
        {
          id,
          pack: pack.pack,
          letters: pack.pack,
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
