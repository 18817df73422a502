/** When an edition comes into force, the one before it is replaced: at most one of a code is in force in an area. */
import { sql } from "kysely";
import { moveCase } from "#platform/case/store.ts";
import type { Row } from "#platform/ledger/define.ts";
import { readerOf } from "#platform/ledger/routes.ts";
import { orThrow } from "#platform/result.ts";
import type { RouteContext } from "#platform/route.ts";
import { SCHEME } from "./names.ts";

export async function retireOlder(context: RouteContext, row: Row): Promise<void> {
  const { tx, services, now, today } = context;
  const declared = services.registry.cases.get(SCHEME);
  const { rows } = await sql<{ id: string }>`select id from assessment.scheme where code = ${row.code} and area = ${row.area}
    and state = 'inForce' and id <> ${row.id} and deleted_at is null for update`.execute(tx);
  if (!declared) return;
  for (const { id } of rows)
    orThrow(
      await moveCase(declared, id, "replace", { note: `第 ${String(row.edition)} 版施行` }, { actor: null, now, today }, readerOf(context)),
    );
}
