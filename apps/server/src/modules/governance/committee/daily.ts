/** What comes due by the calendar: in January each government's yearly report is put on its desk, once; before a period ends without a meeting, its government is told. QZ-2.1.3, SH-1.3, QZ-2.1.2 */
import { sql } from "kysely";
import { eraseCase } from "#platform/case/define.ts";
import { tellOrgan } from "#platform/case/notices.ts";
import { raiseCase, systemReader } from "#platform/case/store.ts";
import { asWorker, type Tx } from "#platform/db.ts";
import type { Job } from "#platform/jobs.ts";
import { orThrow } from "#platform/result.ts";
import type { Services } from "#platform/services.ts";
import { COMMITTEE } from "./committee.ts";
import { owedIn, type Rhythm, yearlyReportDue } from "./domain/owed.ts";
import { nextNumber } from "./numbers.ts";
import { report } from "./report.ts";

/** Governments of the city and its counties without a report on last year get a draft. @returns how many */
export async function openYearlyReports(tx: Tx, services: Services): Promise<number> {
  const today = services.clock.today();
  if (today.slice(5, 7) !== "01") return 0;
  const now = services.clock.now();
  const year = Number(today.slice(0, 4)) - 1;
  const { rows } = await sql<{
    id: string;
    area: number;
    name: string;
    parent: string | null;
  }>`select o.id, o.area, o.short_name as name, o.parent
    from organizations.organ o where o.deleted_at is null and o.kind = 'government' and o.level in ('city', 'county')
      and not exists (select 1 from committee.report r where r.organ = o.id and r.kind = 'yearly' and r.year = ${year} and r.deleted_at is null
        and r.state <> 'withdrawn') order by o.area`.execute(tx);
  for (const government of rows) {
    const values = {
      number: await nextNumber(tx, "BG", today),
      kind: "yearly",
      title: `${government.name} ${year} 年消防工作情况报告`,
      organ: government.id,
      to: government.parent,
      year,
      dueOn: yearlyReportDue(year),
    };
    const reader = systemReader(services, tx, now, today);
    orThrow(
      await raiseCase(
        eraseCase(report),
        { area: government.area, values, holderOrgan: government.id, at: now, kind: "system", actorName: "系统" },
        reader,
        services,
      ),
    );
  }
  return rows.length;
}

export const yearlyReports: Job = {
  name: "committee.yearly-reports",
  cron: "20 5 * 1 *",
  run: async (_, services) => {
    await asWorker(services.db, (tx) => openYearlyReports(tx, services));
  },
};

const DAYS_BEFORE = 10;
type Owing = {
  readonly id: string;
  readonly area: number;
  readonly name: string;
  readonly government: string;
  readonly secretariat: string | null;
  readonly every: Rhythm;
  readonly since: string | null;
  readonly held: readonly string[];
};

/** Tells a government and its committee's office, once a period, that no executive meeting has heard of fire yet and its end is near. @returns how many committees */
export async function warnOfOwedMeetings(tx: Tx, services: Services): Promise<number> {
  const [today, at] = [services.clock.today(), services.clock.now()];
  const year = Number(today.slice(0, 4));
  const { rows } =
    await sql<Owing>`select c.id, c.area, c.name, c.government, c.secretariat, c.executive_every as every, c.owed_since as since,
      array(select m.held_on::text from committee.meeting m where m.committee = c.id and m.kind in ('executive', 'office') and m.held_on is not null
        and m.deleted_at is null) as held
    from committee.committee c where c.deleted_at is null and c.executive_every is not null`.execute(tx);
  let warned = 0;
  for (const { id, area, name, government, secretariat, every, since, held } of rows) {
    const due = owedIn(year, { every, since }, held, today).find(({ state, daysLeft }) => state === "due" && daysLeft <= DAYS_BEFORE);
    if (!due) continue;
    const note = `${due.key} 政府常务会议还没有研究消防工作，${due.to} 到期`;
    const told = await sql`select 1 from platform.request where case_id = ${id} and kind = 'notice' and note = ${note} limit 1`.execute(tx);
    if (told.rows.length > 0) continue;
    for (const organ of new Set([government, ...(secretariat ? [secretariat] : [])]))
      await tellOrgan(tx, { caseName: COMMITTEE, caseId: id, area, organ, note, subject: name, at });
    warned += 1;
  }
  return warned;
}

export const owedMeetings: Job = {
  name: "committee.owed-meetings",
  cron: "40 5 * * *",
  run: async (_, services) => {
    await asWorker(services.db, (tx) => warnOfOwedMeetings(tx, services));
  },
};
