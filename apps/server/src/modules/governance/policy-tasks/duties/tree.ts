/** The tree and its organs as duties need them: who owes, under whom, with which attributes. */
import { sql } from "kysely";
import type { Tx } from "#platform/db.ts";
import { type AreaRange, isWithin } from "#platform/values.ts";
import type { AreaOf, Organ } from "../packs/domain/selectors.ts";

export type Tree = {
  readonly areas: ReadonlyMap<number, AreaOf & { readonly parent: number | null }>;
  readonly organs: readonly Organ[];
  /** Areas of the next lower step of the key, for what an area did itself. */
  childrenOf(area: number): readonly number[];
  /** From the next above up to the root, itself not among them. */
  aboveOf(area: number): readonly number[];
};

const STEPS = [1e3, 1e6, 1e9, 1e11, 1e13];
/** The key one level up by division; cells follow the division and no other tree. */
export function divisionAbove(area: number): number | undefined {
  const level = STEPS.findLastIndex((step) => area % step === 0);
  const step = STEPS[level + 1];
  return step === undefined ? undefined : Math.floor(area / step) * step;
}
export const stepOf = (area: number): number => STEPS.findLast((step) => area % step === 0) ?? 1;

let remembered: { readonly stamp: string; readonly tree: Tree } | undefined;

/** The whole tree; read again when an area or an organ was written. */
export async function readTree(tx: Tx): Promise<Tree> {
  const { rows } = await sql<{ stamp: string }>`select stamp from platform.revision where name = 'tree'`.execute(tx);
  const stamp = rows[0]?.stamp ?? "";
  if (remembered?.stamp !== stamp) remembered = { stamp, tree: await loadTree(tx) };
  return remembered.tree;
}

async function loadTree(tx: Tx): Promise<Tree> {
  const areas = await sql<
    AreaOf & { parent: number | null; ended: boolean }
  >`select a.key, a.name, a.level, a.parent, a.attributes, a.valid_to is not null as ended,
      (select jsonb_agg(c.to_key order by c.to_key) from platform.area_change c where c.from_key = a.key and c.to_key <> a.key) as became
    from platform.area a where a.level <> 'grid'`.execute(tx);
  const organs = await sql<Organ>`select id, area, name, kind, level, coalesce(member, false) as member from organizations.organ
    where deleted_at is null order by area, sort nulls last, id`.execute(tx);
  const byKey = new Map(areas.rows.map((area) => [area.key, area]));
  const children = new Map<number, number[]>();
  for (const { key, ended } of areas.rows) {
    const above = divisionAbove(key);
    if (above === undefined || ended) continue;
    const known = children.get(above);
    if (known) known.push(key);
    else children.set(above, [key]);
  }
  const chains = new Map<number, readonly number[]>();
  const aboveOf = (area: number): readonly number[] => {
    const known = chains.get(area);
    if (known) return known;
    const parent = byKey.get(area)?.parent ?? null;
    const chain = parent === null ? [] : [parent, ...aboveOf(parent)];
    chains.set(area, chain);
    return chain;
  };
  return { areas: byKey, organs: organs.rows, childrenOf: (area) => children.get(area) ?? [], aboveOf };
}

export const organsIn = ({ organs }: Tree, range: AreaRange): readonly Organ[] => organs.filter(({ area }) => isWithin(area, range));
