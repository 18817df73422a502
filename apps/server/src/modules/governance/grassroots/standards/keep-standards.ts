/** The city starts with the shipped norms and ways of working as rows it can change; what is there already stays as it is. */
import { sql } from "kysely";
import type { Tx } from "#platform/db.ts";
import { insertRows, uuidv7 } from "#platform/ledger/write.ts";
import type { Services } from "#platform/services.ts";
import { norm, workflow } from "./ledgers.ts";
import { shippedNorms, shippedWorkflows } from "./shipped.ts";

export async function keepStandards(tx: Tx, services: Services): Promise<void> {
  const today = services.clock.today();
  const reader = { tx, sealer: services.sealer, scope: { area: services.city.range, unitId: null, userId: null } };
  const area = services.city.range.lo;
  const empty = async (table: string) => (await sql`select 1 from ${sql.raw(table)} limit 1`.execute(tx)).rows.length === 0;
  const row = (values: Readonly<Record<string, unknown>>) => ({
    id: uuidv7(),
    area,
    demo: false,
    values: { ...values, status: "inForce", from: today },
  });
  if (await empty("grassroots.norm")) await insertRows(services.catalog.get(norm.name), shippedNorms.map(row), reader);
  if (await empty("grassroots.workflow")) await insertRows(services.catalog.get(workflow.name), shippedWorkflows.map(row), reader);
}
