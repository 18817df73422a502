/** Demonstration: a survey of the city that is running, and the one of half a year ago with its inventory. */
import { sql } from "kysely";
import { demoId, insertDemo } from "#modules/ground/places/index.ts";
import { systemReader } from "#platform/case/store.ts";
import type { Tx } from "#platform/db.ts";
import { findRow } from "#platform/ledger/read.ts";
import { orThrow } from "#platform/result.ts";
import type { Services } from "#platform/services.ts";
import { addDays, startOfDay } from "#platform/values.ts";
import { freezeInventory } from "./freeze.ts";
import { SURVEY, survey } from "./survey.ts";

export async function seedDemo(tx: Tx, services: Services, report: (line: string) => void): Promise<void> {
  const now = services.clock.now();
  const today = services.clock.today();
  const area = services.city.range.lo;
  const { rows } = await sql<{
    id: string;
  }>`select id from organizations.v_organ where kind in ('committee', 'fire-brigade') and level = 'city' order by kind, id limit 1`.execute(
    tx,
  );
  const lead = rows[0]?.id;
  if (!lead) return;
  const row = (key: string, name: string, from: number, to: number, values: object) => ({
    id: demoId(`baseline-survey ${key}`),
    area,
    demo: true,
    values: {
      name,
      ground: "常态化火灾防控工作安排",
      lead,
      startsOn: addDays(today, from),
      endsOn: addDays(today, to),
      state: "running",
      openedAt: startOfDay(addDays(today, from)).toISOString(),
      lastAt: startOfDay(addDays(today, from)).toISOString(),
      dueAt: startOfDay(addDays(today, to + 1)).toISOString(),
      repeats: 1,
      holderOrgan: lead,
      ...values,
    },
  });
  const past = row("past", "人员密集场所隐患调研摸底", -75, -20, {
    kinds: ["shop", "hotel", "entertainment", "restaurant", "school", "hospital", "nursing"],
  });
  await insertDemo(tx, services, survey, [
    past,
    row("now", "全市火灾隐患调研摸底", -40, 25, { kinds: null, content: "先重点行业，后一般单位；查到一处登记一处" }),
  ]);
  const reader = systemReader(services, tx, now, today);
  const found = await findRow(services.catalog.get(SURVEY), past.id, reader);
  if (!found) return;
  const frozen = await freezeInventory({ tx, today: addDays(today, -20) }, found);
  if (!frozen.ok) return;
  const settledAt = startOfDay(addDays(today, -20)).toISOString();
  const { register, surveyed, rate, items, sha256 } = orThrow(frozen);
  await sql`update baseline_survey.survey set state = 'settled', closed_at = ${settledAt}, due_at = null, last_at = ${settledAt}, register = ${register}, surveyed = ${surveyed},
    rate = ${rate}, items = ${items}, sha256 = ${sha256}, settled_on = ${addDays(today, -20)}, conclusion = '底数集中在安全疏散与消防设施，逾期的提请督办' where id = ${past.id}`.execute(
    tx,
  );
  report(`调研摸底 2 次，底数 ${items} 处（演示数据）`);
}
