/** One change that waits to be confirmed, so that the page of areas has something to look at. */
import { sql } from "kysely";
import type { Tx } from "#platform/db.ts";
import { uuidv7 } from "#platform/ledger/write.ts";
import type { Services } from "#platform/services.ts";
import { addDays } from "#platform/values.ts";
import { type Asked, asked } from "./asked.ts";

export async function seedAdjustment(tx: Tx, { clock, city }: Services): Promise<void> {
  const { rows: towns } = await sql<{ key: number; name: string }>`select key, name from platform.area where level = 'town'
    and key between ${city.range.lo} and ${city.range.hi} order by parent desc, key desc limit 2`.execute(tx);
  const [from, to] = towns;
  if (!from || !to) return;
  const given: Asked = asked.parse({
    kind: "merge",
    areas: [from.key],
    into: to.key,
    effectiveOn: addDays(clock.today(), 45),
    document: "政函〔演示〕1号",
    reason: "演示：规模较小的两个乡镇合并设置",
  });
  const names = { areas: [from.name], into: to.name };
  await sql`insert into organizations.area_adjustment (id, kind, given, effective_on, document, reason, state, names, prepared_by, prepared_by_name, prepared_at)
    values (${uuidv7(clock.now().getTime())}, 'merge', ${JSON.stringify(given)}::jsonb, ${given.effectiveOn}::date, ${given.document}, ${given.reason}, 'prepared', ${JSON.stringify(names)}::jsonb,
      null, '系统管理员（演示）', ${clock.now().toISOString()})`.execute(tx);
}
