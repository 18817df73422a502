/** Documents that bind, have bound or will bind, with the clauses any of their versions has: for whoever names them in a file of his own. */
import { sql } from "kysely";
import type { Tx } from "#platform/db.ts";

/** pack → its clauses */
export async function knownPacks(tx: Tx): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const { rows } = await sql<{ pack: string; clauses: string[] }>`select v.pack, array_agg(distinct c ->> 'id') as clauses
    from policy_tasks.pack_version v cross join lateral jsonb_array_elements(v.compiled -> 'clauses') c group by v.pack order by v.pack`.execute(
    tx,
  );
  return new Map(rows.map(({ pack, clauses }) => [pack, new Set(clauses)]));
}
