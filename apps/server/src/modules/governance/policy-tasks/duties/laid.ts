/** Duties laid out: each clause and duty of the packs in force as one row, with who leads, and the measures made for them. */
import { sql } from "kysely";
import type { Tx } from "#platform/db.ts";
import type { Measure } from "#platform/measure/define.ts";
import { registerMeasures } from "#platform/measure/registered.ts";
import type { Services } from "#platform/services.ts";
import { type CalendarDate, subtreeOf } from "#platform/values.ts";
import type { Clause, Duty, PackInForce } from "../packs/domain/pack.ts";
import { organsOfAll } from "../packs/domain/selectors.ts";
import { packsInForce } from "../packs/store.ts";
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
};
export type Laid = {
  readonly id: number;
  readonly pack: string;
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

const COLUMNS = sql`id, pack, clause, key, position, version, pack_area, content, leads, supports`;

export async function laidDuties(
  tx: Tx,
  { packs, ids }: { readonly packs?: readonly string[]; readonly ids?: readonly number[] } = {},
): Promise<readonly Laid[]> {
  const { rows } = await sql<Laid>`select ${COLUMNS} from policy_tasks.duty where ended_on is null
    ${packs ? sql`and pack = any(${packs}::text[])` : sql``} ${ids ? sql`and id = any(${ids}::int[])` : sql``} order by pack, position`.execute(
    tx,
  );
  return rows;
}

export async function findLaid(tx: Tx, id: number): Promise<Laid | undefined> {
  const { rows } = await sql<Laid>`select ${COLUMNS} from policy_tasks.duty where id = ${id}`.execute(tx);
  return rows[0];
}

/** Where a document is laid over several places its id alone does not tell them apart. */
export const packKey = (
  { pack, area }: Pick<PackInForce, "area"> & { readonly pack: { readonly pack: string; readonly area: string } },
  packs: readonly PackInForce[],
): string =>
  packs.filter((other) => other.pack.pack === pack.pack).length > 1 ? `${pack.pack}@${String(area).replace(/0+$/, "")}` : pack.pack;

export type NewLaid = Omit<Laid, "id"> & { readonly measures: readonly string[] };

export function layOutPack(
  inForce: Omit<PackInForce, "document">,
  name: string,
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
      pack: name,
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
      const measure = measureOf(name, duty, services.registry);
      const measures = measure ? restsOn(measure.name, services.registry.measures) : [];
      return {
        ...common,
        key: duty.key,
        position: position++,
        content: { clause, duty, part, pack: head, measure: measure?.name ?? null },
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
  const all = packs.flatMap((pack) => layOutPack(pack, packKey(pack, packs), tree, services));
  await sql`insert into policy_tasks.duty (pack, clause, key, position, version, pack_area, content, measures, leads, supports)
    select x.pack, x.clause, x.key, x.position, x.version, x.pack_area, x.content,
      array(select jsonb_array_elements_text(x.measures)), array(select jsonb_array_elements_text(x.leads)::uuid), array(select jsonb_array_elements_text(x.supports)::uuid)
    from jsonb_to_recordset(${JSON.stringify(all.map(({ packArea, ...each }) => ({ ...each, pack_area: packArea })))}::jsonb)
      x (pack text, clause text, key text, position int, version int, pack_area bigint, content jsonb, measures jsonb, leads jsonb, supports jsonb)
    on conflict (pack, clause, key) do update set position = excluded.position, version = excluded.version, pack_area = excluded.pack_area, content = excluded.content,
      measures = excluded.measures, leads = excluded.leads, supports = excluded.supports, laid_at = now(), ended_on = null
    where (duty.position, duty.version, duty.pack_area, duty.content, duty.measures, duty.leads, duty.supports, duty.ended_on)
      is distinct from (excluded.position, excluded.version, excluded.pack_area, excluded.content, excluded.measures, excluded.leads, excluded.supports, null::date)`.execute(
    tx,
  );
  const names = all.map(({ pack, clause, key }) => `${pack} ${clause} ${key}`);
  await sql`update policy_tasks.duty set ended_on = ${today}::date where ended_on is null and not (pack || ' ' || clause || ' ' || key = any(${names}::text[]))`.execute(
    tx,
  );
  // What ended is not owed any more; what was decided before stays as it was.
  await sql`delete from policy_tasks.roll r using policy_tasks.duty d where d.id = r.duty and d.ended_on is not null`.execute(tx);
  await sql`delete from policy_tasks.standing s using policy_tasks.duty d where d.id = s.duty and d.ended_on is not null and s.period_to >= d.ended_on
    and not exists (select 1 from policy_tasks.urging u where u.standing = s.id)`.execute(tx);
  return all.filter((each) => each.content.duty !== null).length;
}

/** Makes the measures of ledgers and cases known in this process. @returns whether any was new */
export function registerMade(services: Services, packs: readonly PackInForce[]): boolean {
  const made = packs.flatMap((pack) =>
    pack.pack.clauses.flatMap(({ duties }) =>
      duties.flatMap((duty): readonly Measure[] => {
        const measure = measureOf(packKey(pack, packs), duty, services.registry)?.made;
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
