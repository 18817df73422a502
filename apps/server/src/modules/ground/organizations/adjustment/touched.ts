/** How much a change touches: rows of every ledger, open cases, postings and what else modules count, by the area that changes. */
import { sql } from "kysely";
import { hooksOf } from "#platform/areas/places.ts";
import type { Tx } from "#platform/db.ts";
import type { Language } from "#platform/messages.ts";
import type { Services } from "#platform/services.ts";
import { type AreaKey, isWithin, subtreeOf } from "#platform/values.ts";
import { readBoundaries } from "../boundaries.ts";
import { type Adjustment, spokenOf } from "../domain/adjust.ts";
import type { Draft } from "./ground.ts";

export type Touched = {
  readonly area: AreaKey;
  readonly name: string;
  readonly becomes: readonly { readonly key: AreaKey; readonly name: string }[];
  readonly counts: readonly { readonly of: string; readonly label: string | null; readonly rows: number; readonly open: number | null }[];
  readonly organs: readonly { readonly name: string; readonly becomes: string | null; readonly ends: boolean }[];
};
export type Outlook = {
  readonly touched: readonly Touched[];
  /** 边界: made of those that merge, as it was, or to be imported by the office. */
  readonly outline: "union" | "kept" | "missing";
};

/** The areas a change is about, without those that only take in. */
const aboutOf = (adjustment: Adjustment): readonly AreaKey[] => {
  if (adjustment.kind === "merge") return adjustment.areas;
  return adjustment.kind === "establish" ? adjustment.takes : [adjustment.area];
};

type Count = { readonly of: string; readonly key: AreaKey; readonly rows: number; readonly open: number | null };

export async function outlookOf(
  adjustment: Adjustment,
  { plan, areas, organs }: Draft,
  { tx, services, language }: { readonly tx: Tx; readonly services: Services; readonly language: Language },
): Promise<Outlook> {
  const keys = aboutOf(adjustment).filter((key) => areas.has(key));
  const counts = await countRows(keys, tx, services);
  const nameOf = (key: AreaKey) => areas.get(key)?.name ?? plan.made.find((made) => made.key === key)?.name ?? "";
  const labelOf = (name: string) => services.catalog.find(name) && services.catalog.spoken(name, language).ledger.label;
  const touched = keys.map((key): Touched => {
    const to = plan.moves.find(({ from }) => from === key)?.to ?? key;
    const fresh = plan.renamed.find((each) => each.key === key)?.name ?? nameOf(to);
    const range = subtreeOf(key);
    return {
      area: key,
      name: nameOf(key),
      becomes: [{ key: to, name: fresh }],
      counts: counts.filter((each) => each.key === key).map(({ of, rows, open }) => ({ of, label: labelOf(of) ?? null, rows, open })),
      organs: organs
        .filter(({ area }) => isWithin(area, range))
        .map(({ id, name }) => {
          const end = plan.organs.ended.find(({ from }) => from === id);
          return { name, becomes: end?.into ?? plan.organs.renamed.find((each) => each.id === id)?.name ?? null, ends: end !== undefined };
        }),
    };
  });
  return { touched, outline: await outlineOf(adjustment, tx, services) };
}

async function countRows(keys: readonly AreaKey[], tx: Tx, services: Services): Promise<readonly Count[]> {
  const ledgers = [...services.catalog.entries.values()]
    .filter(({ ledger }) => ledger.readOnlyView === undefined && ledger.name !== "organizations.organ")
    .map(({ ledger, table }) => ({ of: ledger.name, table, where: "t.deleted_at is null", isCase: ledger.isCase }));
  const others = hooksOf(services.registry.modules)
    .flatMap(({ counts = {} }) => Object.entries(counts))
    .map(([of, where]) => ({ of, table: of, where, isCase: false }));
  const parts = [...ledgers, ...others].map(
    ({ of, table, where, isCase }) => sql`select ${of}::text as of, r.key, count(*)::int as rows,
      ${isCase ? sql`count(*) filter (where t.closed_at is null)::int` : sql`null::int`} as open
    from unnest(${keys}::bigint[], ${keys.map((key) => subtreeOf(key).hi)}::bigint[]) as r (key, hi) join ${sql.raw(table)} t on t.area between r.key and r.hi
    where ${sql.raw(where)} group by r.key`,
  );
  const { rows } = await sql<Count>`${sql.join(parts, sql` union all `)} order by 2, 3 desc, 1`.execute(tx);
  return rows;
}

async function outlineOf(adjustment: Adjustment, tx: Tx, services: Services): Promise<Outlook["outline"]> {
  if (adjustment.kind === "rename") return "kept";
  const shaped = new Set((await readBoundaries(tx, services.city.code)).features.map(({ properties }) => properties.area));
  if (adjustment.kind !== "merge")
    return aboutOf(adjustment).every((key) => shaped.has(key)) && adjustment.kind === "move" ? "kept" : "missing";
  const all = "area" in adjustment.into ? spokenOf(adjustment) : adjustment.areas;
  return all.every((key) => shaped.has(key)) ? "union" : "missing";
}
