/** Each night: findings whose day has passed without an answer are marked late, once; a year that is over and whose figures are there, or owed for good, is frozen. */
import { sql } from "kysely";
import { propose } from "#modules/governance/responsibility/index.ts";
import { eraseCase } from "#platform/case/define.ts";
import { moveCase, systemReader } from "#platform/case/store.ts";
import { asWorker, type Tx } from "#platform/db.ts";
import type { Job } from "#platform/jobs.ts";
import type { Row } from "#platform/ledger/define.ts";
import { orThrow } from "#platform/result.ts";
import type { Services } from "#platform/services.ts";
import type { CalendarDate } from "#platform/values.ts";
import { freezingOf, judgeFor, stillWaits } from "./freezing.ts";
import { regroupAll } from "./regroup.ts";
import { proposeSanctions } from "./sanction.ts";
import { keepSituation } from "./situation.ts";
import { finding } from "./supervision.ts";
import { yearCase } from "./year-case.ts";
import { freezeYear } from "./year-moves.ts";
import { entrantsOf, loadYear } from "./years.ts";

export async function markLate(tx: Tx, services: Services): Promise<number> {
  const [now, today] = [services.clock.now(), services.clock.today()];
  const { rows } = await sql<{
    id: string;
  }>`select id from assessment.finding where state = 'sent' and reply_by < ${today} and late_on is null and deleted_at is null limit 2000`.execute(
    tx,
  );
  for (const { id } of rows)
    orThrow(await moveCase(eraseCase(finding), id, "lapse", {}, { actor: null, now, today }, systemReader(services, tx, now, today)));
  return rows.length;
}

type Over = Pick<Row, "id" | "demo">;

/** Years that are over and wait for nothing any more. */
async function dueToFreeze(tx: Tx, services: Services): Promise<readonly Over[]> {
  const today = services.clock.today();
  const { rows } =
    await sql<Over>`select id, demo from assessment.year where state = 'sampling' and until < ${today} and deleted_at is null order by id`.execute(
      tx,
    );
  const due: Over[] = [];
  for (const row of rows) {
    const found = await loadYear(tx, row.id);
    const freezing = await freezingOf({ tx, services }, found, await entrantsOf(tx, row.id));
    if (stillWaits(freezing, found.year.until as CalendarDate, today).length === 0) due.push(row);
  }
  return due;
}

/** Before the freeze, in a transaction of its own: duties whose day was the year's last are met or late only now. */
export async function judgeDue(services: Services): Promise<void> {
  const schemes = await asWorker(services.db, async (tx) => {
    const found = [];
    for (const { id } of await dueToFreeze(tx, services)) found.push((await loadYear(tx, id)).scheme);
    return found;
  });
  await judgeFor(services, schemes);
}

/** Nobody has to be awake for it. */
export async function freezeDue(tx: Tx, services: Services): Promise<number> {
  const [now, today] = [services.clock.now(), services.clock.today()];
  const reader = systemReader(services, tx, now, today);
  const rows = await dueToFreeze(tx, services);
  for (const row of rows) {
    const frozen = orThrow(await freezeYear({ tx, services, now, today, actor: null }, row));
    orThrow(await moveCase(eraseCase(yearCase), row.id, "freeze", frozen, { actor: null, now, today }, reader));
  }
  return rows.length;
}

type Fatal = { readonly id: string; readonly area: number; readonly month: string; readonly deaths: number; readonly source: string };

/** Months in which fires killed are laid before whoever may open a case of accountability; he decides. SH-8.9 @returns how many proposals */
export async function tellOfDeaths(tx: Tx, services: Services): Promise<number> {
  const { rows } = await sql<Fatal>`select id, area, to_char(month, 'YYYY-MM') as month, deaths::int, source from assessment.fire_outcome
    where deaths > 0 and deleted_at is null and month >= ${services.clock.today()}::date - 400 order by month, id limit 2000`.execute(tx);
  return propose(
    tx,
    services,
    "fire",
    rows.map(({ id, area, month, deaths, source }) => ({
      ...{ area, row: id, what: `${month} 亡人火灾`, words: `死亡 ${deaths} 人，来源：${source}`, on: `${month}-01` },
      href: `/assessment/fire-outcome/${id}`,
    })),
  );
}

export const daily: Job = {
  name: "assessment.daily",
  cron: "1 0 * * *",
  run: async (_, services) => {
    await judgeDue(services);
    await asWorker(services.db, async (tx) => {
      await regroupAll(tx);
      const [late, frozen] = [await markLate(tx, services), await freezeDue(tx, services)];
      const proposed = (await proposeSanctions(tx, services)) + (await tellOfDeaths(tx, services));
      await keepSituation(tx, services);
      if (late + frozen + proposed > 0) services.log.info({ late, frozen, proposed }, "assessment.daily");
    });
  },
};
