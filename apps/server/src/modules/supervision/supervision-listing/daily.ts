/** Each night: an overdue plate goes up to the next government, a public notice whose time is over comes down, who owes the year's batch is told. */
import { sql } from "kysely";
import { eraseCase } from "#platform/case/define.ts";
import { tellOrgan } from "#platform/case/notices.ts";
import { moveCase, systemReader } from "#platform/case/store.ts";
import { asWorker, type Tx } from "#platform/db.ts";
import type { Job } from "#platform/jobs.ts";
import { orThrow } from "#platform/result.ts";
import type { Services } from "#platform/services.ts";
import { readSettings } from "#platform/settings.ts";
import { limitsOf } from "./domain/limits.ts";
import { remindsOfBatch } from "./domain/obligations.ts";
import { exposure } from "./exposure.ts";
import { LISTING, listing } from "./listing.ts";

type Overdue = {
  readonly id: string;
  readonly area: number;
  readonly title: string;
  readonly dueOn: string;
  readonly above: string | null;
};

/** Listings past their term that nobody above was told of since that term; told: the organ above, for information. @returns how many went up */
export async function escalateOverdue(tx: Tx, services: Services): Promise<number> {
  const now = services.clock.now();
  const today = services.clock.today();
  const reader = systemReader(services, tx, now, today);
  // The government above is the parent of the one that listed; where none is recorded, that of the next area up.
  const { rows } =
    await sql<Overdue>`select l.id, l.area, l.title, l.due_on, coalesce(o.parent, (select p.id from organizations.v_organ p join platform.area pa on pa.key = p.area
        join platform.area oa on oa.key = o.area where p.kind = 'government' and p.area = oa.parent limit 1)) as above
    from supervision_listing.listing l join organizations.v_organ o on o.id = l.government
    where l.state in ('listed', 'review') and l.due_on < ${today} and l.deleted_at is null and (l.escalated_on is null or l.escalated_on <= l.due_on) limit 2000`.execute(
      tx,
    );
  for (const { id, area, title, dueOn, above } of rows) {
    orThrow(
      await moveCase(
        eraseCase(listing),
        id,
        "escalate",
        { escalatedTo: above, note: `期限 ${dueOn} 已过` },
        { actor: null, now, today },
        reader,
      ),
    );
    if (above)
      await tellOrgan(tx, {
        caseName: LISTING,
        caseId: id,
        area,
        organ: above,
        note: `挂牌督办逾期，期限 ${dueOn}`,
        subject: title,
        at: now,
      });
  }
  return rows.length;
}

export async function withdrawEnded(tx: Tx, services: Services): Promise<number> {
  const now = services.clock.now();
  const today = services.clock.today();
  const reader = systemReader(services, tx, now, today);
  const { rows } = await sql<{
    id: string;
  }>`select id from supervision_listing.exposure where state in ('approved', 'shown') and show_until < ${today} and deleted_at is null limit 2000`.execute(
    tx,
  );
  for (const { id } of rows) orThrow(await moveCase(eraseCase(exposure), id, "expire", {}, { actor: null, now, today }, reader));
  return rows.length;
}

type Owing = { readonly id: string; readonly area: number };

/** Governments that have published no batch this year are told so in 抄送, once, from the month the office has set. JX-1.2.1 @returns how many */
export async function remindOfBatch(tx: Tx, services: Services): Promise<number> {
  const today = services.clock.today();
  const { batchNoticeMonth } = limitsOf(await readSettings(tx));
  if (!remindsOfBatch(today, batchNoticeMonth)) return 0;
  const year = Number(today.slice(0, 4));
  const subject = `${year} 年度挂牌批次`;
  const { rows } = await sql<Owing>`select o.id, o.area from organizations.v_organ o
    where o.kind in ('government', 'management-committee') and o.level in ('city', 'county')
      and not exists (select 1 from supervision_listing.batch b where b.government = o.id and b.year = ${year} and b.issued_on is not null and b.deleted_at is null)
      and not exists (select 1 from platform.request r where r.kind = 'notice' and r.to_organ = o.id and r.case_id = o.id and r.subject = ${subject})
    order by o.area limit 500`.execute(tx);
  const note = `${year} 年还没有公布挂牌督办批次，请于 12 月 31 日前确定并公布`;
  for (const { id, area } of rows)
    await tellOrgan(tx, { caseName: "organizations.organ", caseId: id, area, organ: id, note, subject, at: services.clock.now() });
  return rows.length;
}

export const daily: Job = {
  name: "supervision-listing.daily",
  cron: "20 0 * * *",
  run: (_, services) =>
    asWorker(services.db, async (tx) => {
      const [escalated, ended] = [await escalateOverdue(tx, services), await withdrawEnded(tx, services)];
      const reminded = await remindOfBatch(tx, services);
      if (escalated + ended + reminded > 0) services.log.info({ escalated, ended, reminded }, "supervision-listing.daily");
    }),
};
