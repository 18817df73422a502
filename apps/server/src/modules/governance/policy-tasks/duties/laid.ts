/** Duties laid out: each clause and duty of the packs in force as one row, with who leads, and the measures made for them. */
import { sql } from "kysely";
import type { Tx } from "#platform/db.ts";
import type { Measure } from "#platform/measure/define.ts";
import { registerMeasures } from "#platform/measure/registered.ts";
import type { Services } from "#platform/services.ts";
import { type AreaKey, type CalendarDate, keyOfCode, subtreeOf } from "#platform/values.ts";
import { type Before, sinceOf } from "../packs/domain/chain.ts";
import type { Clause, Duty, PackInForce } from "../packs/domain/pack.ts";
import { organsOfAll } from "../packs/domain/selectors.ts";
import { packsInForce, versionsBefore } from "../packs/store.ts";
import { measureOf, restsOn } from "./measure-of.ts";
import { organsIn, readTree, type Tree } from "./tree.ts";

export type LaidContent = {
  readonly clause: Omit<Clause, "duties" | "lead" | "support">;
  readonly duty: Duty | null;
  readonly part: string | null;
  readonly pack: {
    readonly versionId: string;
    readonly title: string;
    readonly number: string | null;
    readonly issuer: string;
    readonly from: CalendarDate;
    readonly to: CalendarDate | null;
  };
  readonly measure: string | null;
  /** Since when it is owed without a break, and since when as it reads now; laid out before these were kept: since its version. */
  readonly since?: CalendarDate | undefined;
  readonly asSince?: CalendarDate | undefined;
};
export type Laid = {
  readonly id: number;
  /** The letters of its document; where these bind in several places, with the place: `LX@330802`. */
  readonly pack: string;
  readonly letters: string;
  readonly clause: string;
  readonly key: string;
  readonly position: number;
  readonly version: number;
  readonly packArea: number;
  readonly content: LaidContent;
  readonly leads: readonly string[];
  readonly supports: readonly string[];
};
/** One that somebody owes. */
export type LaidDuty = Laid & { readonly content: LaidContent & { readonly duty: Duty } };
export const isOwed = (laid: Laid): laid is LaidDuty => laid.content.duty !== null;

const named = (letters: string, area: AreaKey): string => `${letters}@${String(area).replace(/0+$/, "")}`;

/** What a reader of `policy_tasks.duty d` selects, and from where. */
export const LAID = sql`d.id, d.pack as letters, case when m.pack is null then d.pack else d.pack || '@' || rtrim(d.pack_area::text, '0') end as pack,
  d.clause, d.key, d.position, d.version, d.pack_area, d.content, d.leads, d.supports`;
export const LAID_OUT = sql`policy_tasks.duty d left join (select pack from policy_tasks.duty where ended_on is null group by pack
  having count(distinct pack_area) > 1) m on m.pack = d.pack`;

/** The duties of a document as a screen names it, for a statement that calls them `d`. */
export function isOfPack(name: string) {
  const [letters, code] = name.split("@");
  return code === undefined ? sql`d.pack = ${name}` : sql`d.pack = ${letters} and d.pack_area = ${keyOfCode(code)}::bigint`;
}
/** The letters alone mean the document wherever it binds. */
export const isNamed = ({ pack, letters }: Pick<Laid, "pack" | "letters">, name: string): boolean => pack === name || letters === name;

export async function laidDuties(tx: Tx, { ids }: { readonly ids?: readonly number[] } = {}): Promise<readonly Laid[]> {
  const { rows } = await sql<Laid>`select ${LAID} from ${LAID_OUT} where d.ended_on is null
    ${ids ? sql`and d.id = any(${ids}::int[])` : sql``} order by d.pack, d.pack_area, d.position`.execute(tx);
  return rows;
}

export async function findLaid(tx: Tx, id: number): Promise<Laid | undefined> {
  const { rows } = await sql<Laid>`select ${LAID} from ${LAID_OUT} where d.id = ${id}`.execute(tx);
  return rows[0];
}

/** Whose measures these are: the same letters may mean something else in another place. */
export const measuresOf = ({ pack, area }: Pick<PackInForce, "area"> & { readonly pack: { readonly pack: string } }): string =>
  named(pack.pack, area);

/** `pack`: the letters alone. */
export type NewLaid = Omit<Laid, "id" | "letters"> & { readonly measures: readonly string[] };

export function layOutPack(
  inForce: Omit<PackInForce, "document">,
  before: readonly Before[],
  tree: Tree,
  services: Pick<Services, "registry">,
): readonly NewLaid[] {
  const { pack, version, area, id, from, to } = inForce;
  const organs = organsIn(tree, subtreeOf(area));
  const parts = new Map(pack.parts.map((part) => [part.key, part.name]));
  const head = { versionId: id, title: pack.title, number: pack.number ?? null, issuer: pack.issuer, from, to };
  let position = 0;
  return pack.clauses.flatMap(({ duties, lead, support, ...clause }): NewLaid[] => {
    const common = {
      pack: pack.pack,
      clause: clause.id,
      version,
      packArea: area,
      leads: organsOfAll(lead, organs, tree.areas)
        .map((organ) => organ.id)
        .slice(0, MANY),
      supports: organsOfAll(support, organs, tree.areas)
        .map((organ) => organ.id)
        .slice(0, MANY),
    };
    const part = clause.part === undefined ? null : (parts.get(clause.part) ?? clause.part);
    if (duties.length === 0)
      return [{ ...common, key: "", position: position++, content: { clause, duty: null, part, pack: head, measure: null }, measures: [] }];
    return duties.map((duty) => {
      const measure = measureOf(measuresOf(inForce), duty, services.registry);
      const measures = measure ? restsOn(measure.name, services.registry.measures) : [];
      return {
        ...common,
        key: duty.key,
        position: position++,
        content: { clause, duty, part, pack: head, measure: measure?.name ?? null, ...sinceOf(duty, from, before) },
        measures,
      };
    });
  });
}
/** "All towns support": a list of a thousand organs helps nobody. */
const MANY = 60;

/** Lays out the packs that bind today; clauses that left a pack end. Twice is once. @returns how many duties stand */
export async function layOut(tx: Tx, services: Services, given?: readonly PackInForce[]): Promise<number> {
  const today = services.clock.today();
  const packs = given ?? (await packsInForce(tx, services, { on: today }));
  const tree = await readTree(tx);
  registerMade(services, packs);
  const places = packs.map(({ pack, area, from }) => ({ pack: pack.pack, area, from }));
  const beforeOf = await versionsBefore(tx, places);
  const all = packs.flatMap((pack) =>
    layOutPack(pack, beforeOf({ pack: pack.pack.pack, area: pack.area, from: pack.from }), tree, services),
  );
  await sql`insert into policy_tasks.duty (pack, clause, key, position, version, pack_area, content, measures, leads, supports)
    select x.pack, x.clause, x.key, x.position, x.version, x.pack_area, x.content,
      array(select jsonb_array_elements_text(x.measures)), array(select jsonb_array_elements_text(x.leads)::uuid), array(select jsonb_array_elements_text(x.supports)::uuid)
    from jsonb_to_recordset(${JSON.stringify(all.map(({ packArea, ...each }) => ({ ...each, pack_area: packArea })))}::jsonb)
      x (pack text, clause text, key text, position int, version int, pack_area bigint, content jsonb, measures jsonb, leads jsonb, supports jsonb)
    on conflict (pack, pack_area, clause, key) do update set position = excluded.position, version = excluded.version, content = excluded.content,
      measures = excluded.measures, leads = excluded.leads, supports = excluded.supports, laid_at = now(), ended_on = null
    where (duty.position, duty.version, duty.content, duty.measures, duty.leads, duty.supports, duty.ended_on)
      is distinct from (excluded.position, excluded.version, excluded.content, excluded.measures, excluded.leads, excluded.supports, null::date)`.execute(
    tx,
  );
  const names = all.map(({ pack, packArea, clause, key }) => `${pack} ${packArea} ${clause} ${key}`);
  await sql`update policy_tasks.duty set ended_on = ${today}::date
    where ended_on is null and not (pack || ' ' || pack_area || ' ' || clause || ' ' || key = any(${names}::text[]))`.execute(tx);
  // What ended is not owed any more; what was decided before stays as it was.
  await sql`delete from policy_tasks.roll r using policy_tasks.duty d where d.id = r.duty and d.ended_on is not null
    and not policy_tasks.is_frozen(r.area, r.period)`.execute(tx);
  await sql`delete from policy_tasks.standing s using policy_tasks.duty d where d.id = s.duty and d.ended_on is not null and s.period_to >= d.ended_on
    and not exists (select 1 from policy_tasks.urging u where u.standing = s.id)`.execute(tx);
  return all.filter((each) => each.content.duty !== null).length;
}

/** Makes the measures of ledgers and cases known in this process. @returns whether any was new */
export function registerMade(services: Services, packs: readonly PackInForce[]): boolean {
  const made = packs.flatMap((pack) =>
    pack.pack.clauses.flatMap(({ duties }) =>
      duties.flatMap((duty): readonly Measure[] => {
        const measure = measureOf(measuresOf(pack), duty, services.registry)?.made;
        return measure && services.catalog.find(sourceName(duty)) ? [measure] : [];
      }),
    ),
  );
  return registerMeasures(services, made);
}

const sourceName = ({ binding }: Duty): string => (binding.kind === "ledger" || binding.kind === "case" ? binding.of : "");

/** What this process has seen laid out; another may have put a pack in force since. */
const seen = new WeakMap<Services["registry"], string>();

/** Measures of packs put in force by another process become known here. Cheap: one row is asked. */
export async function knowMeasures(tx: Tx, services: Services): Promise<void> {
  const { rows } = await sql<{ at: string | null }>`select max(laid_at)::text as at from policy_tasks.duty`.execute(tx);
  const at = rows[0]?.at ?? "";
  if (seen.get(services.registry) === at) return;
  registerMade(services, await packsInForce(tx, services, { on: services.clock.today() }));
  seen.set(services.registry, at);
}
