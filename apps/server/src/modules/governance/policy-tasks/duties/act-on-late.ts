/** The rules of a pack for what is late: urge, report to the leading organ, draft an interview for it; each on its day, once. */
import { sql } from "kysely";
import { INTERVIEW, prepareInterview } from "#modules/supervision/supervision-listing/index.ts";
import { tellOrgan } from "#platform/case/notices.ts";
import type { Tx } from "#platform/db.ts";
import { uuidv7 } from "#platform/ledger/write.ts";
import { orThrow } from "#platform/result.ts";
import type { Services } from "#platform/services.ts";
import { addDays, type CalendarDate } from "#platform/values.ts";
import { isOwed, type LaidDuty, laidDuties } from "./laid.ts";

const STANDING = "policy-tasks.standing";

type Rule = "urge" | "report" | "interview";
/** A standing that is late by a rule's days and was not acted on by it yet. */
type Late = {
  readonly id: string;
  readonly duty: number;
  readonly area: number;
  readonly organ: string;
  readonly dueOn: string;
  readonly days: number;
  readonly rule: Rule;
  readonly ruleDays: number;
};
type Acted = Late & { readonly of: LaidDuty; readonly to: string; readonly message: string };

const AT_ONCE = 500;
const DAYS_BACK = -400;

/** @returns how many acted; fewer than are late when there are many: ask again */
export async function actOnLate(tx: Tx, services: Services): Promise<number> {
  const now = services.clock.now();
  const laid = new Map((await laidDuties(tx)).filter(isOwed).map((each) => [each.id, each]));
  const late = await lateBy([...laid.values()], services.clock.today(), tx);
  const found = late.flatMap((each): readonly Acted[] => {
    const of = laid.get(each.duty);
    return of ? [{ ...each, of, to: each.rule === "urge" ? each.organ : (of.leads[0] ?? each.organ), message: wordsOf(each) }] : [];
  });
  if (found.length === 0) return 0;
  const acted = await noteActed(found, services, tx);
  await tell(
    acted.filter(({ rule }) => rule !== "interview"),
    now,
    tx,
  );
  await draftInterviews(
    acted.filter(({ rule }) => rule === "interview"),
    services,
    tx,
  );
  return acted.length;
}

async function lateBy(duties: readonly LaidDuty[], today: CalendarDate, tx: Tx): Promise<readonly Late[]> {
  const rules = duties.flatMap(({ id, content }) => content.duty.after.map((rule) => ({ duty: id, ...rule })));
  if (rules.length === 0) return [];
  const { rows } =
    await sql<Late>`with r as (select * from unnest(${rules.map(({ duty }) => duty)}::int[], ${rules.map((rule) => rule.do)}::text[],
      ${rules.map(({ days }) => days)}::int[]) x (duty, rule, rule_days))
    select s.id, s.duty, s.area, s.organ, s.due_on, d.days, r.rule, r.rule_days
    from policy_tasks.standing s join r on r.duty = s.duty
      cross join lateral (select (${today}::date - coalesce(s.turned_on, s.due_on + 1))::int as days) d
    where s.status = 'overdue' and not s.frozen and s.period_to >= ${addDays(today, DAYS_BACK)}::date and d.days >= r.rule_days
      and not exists (select from policy_tasks.urging u where u.standing = s.id and u.kind = r.rule and u.rule_days = r.rule_days)
    order by s.due_on, s.id, r.rule_days limit ${AT_ONCE}`.execute(tx);
  return rows;
}

/** @returns those noted here: another who was at it at the same time has told of the rest */
async function noteActed(found: readonly Acted[], services: Services, tx: Tx): Promise<readonly Acted[]> {
  const now = services.clock.now();
  const of = (take: (each: Acted) => string | number): (string | number)[] => found.map(take);
  const { rows } = await sql<{
    standing: string;
    kind: string;
    ruleDays: number;
  }>`insert into policy_tasks.urging (id, standing, area, organ, kind, rule_days, message, on_day, at, to_organ)
    select x.id, x.standing, x.area, x.organ, x.kind, x.rule_days, x.message, ${services.clock.today()}::date, ${now.toISOString()}, x.to_organ
    from unnest(${of(() => uuidv7(now.getTime()))}::uuid[], ${of(({ id }) => id)}::uuid[], ${of(({ area }) => area)}::bigint[], ${of(({ organ }) => organ)}::uuid[],
      ${of(({ rule }) => rule)}::text[], ${of(({ ruleDays }) => ruleDays)}::int[], ${of(({ message }) => message)}::text[], ${of(({ to }) => to)}::uuid[])
      x (id, standing, area, organ, kind, rule_days, message, to_organ)
    on conflict (standing, kind, rule_days) where rule_days is not null do nothing returning standing, kind, rule_days`.execute(tx);
  const noted = new Set(rows.map(({ standing, kind, ruleDays }) => `${standing} ${kind} ${ruleDays}`));
  return found.filter(({ id, rule, ruleDays }) => noted.has(`${id} ${rule} ${ruleDays}`));
}

/** So many of one kind at once are told one by one; more are told together, as when a document has just come into force. */
const ONE_BY_ONE = 3;
const NAMED = 3;

async function tell(acted: readonly Acted[], at: Date, tx: Tx): Promise<void> {
  for (const [first, ...others] of Map.groupBy(acted, ({ to, rule }) => `${to} ${rule}`).values()) {
    if (!first) continue;
    const all = [first, ...others];
    if (all.length <= ONE_BY_ONE)
      for (const { id, area, to, message, of } of all)
        await tellOrgan(tx, { caseName: STANDING, caseId: id, area, organ: to, note: message, subject: of.content.duty.text, at });
    else
      await tellOrgan(tx, {
        ...{ caseName: STANDING, caseId: first.id, area: first.area, organ: first.to, at },
        note: first.rule === "urge" ? "逾期催办，已逐项列入待办" : "逾期未完成，报请关注，已逐项记入各项责任",
        subject: togetherOf(all),
      });
  }
}

/** 36 项责任逾期：半年研判等 */
function togetherOf(acted: readonly Acted[]): string {
  const texts = [...new Set(acted.map(({ of }) => of.content.duty.text))];
  return `${acted.length} 项责任逾期：${texts.slice(0, NAMED).join("、")}${texts.length > NAMED ? "等" : ""}`.slice(0, 200);
}

/** Whoever is to talk is told once of a draft, however many it invites. */
async function draftInterviews(acted: readonly Acted[], services: Services, tx: Tx): Promise<void> {
  const told = new Set<string>();
  for (const each of acted) {
    const drafted = await draftInterview(tx, services, each);
    const notice = drafted ?? { id: each.id, host: each.to, area: each.area };
    if (told.has(notice.id)) continue;
    told.add(notice.id);
    await tellOrgan(tx, {
      ...{ caseName: drafted ? INTERVIEW : STANDING, caseId: notice.id, area: notice.area, organ: notice.host },
      ...{ note: each.message, subject: each.of.content.duty.text, at: services.clock.now() },
    });
  }
}

type Drafted = { readonly id: string; readonly host: string; readonly area: number };

/** The organ that leads the duty is to talk to whoever is late; where that is itself, the organ above. It confirms the draft or discards it. */
async function draftInterview(tx: Tx, services: Services, { of, ...late }: Acted): Promise<Drafted | undefined> {
  const { rows } = await sql<{
    id: string;
    area: number;
    who: string;
  }>`select h.id, h.area, o.short_name as who from organizations.v_organ o
      join organizations.v_organ h on h.id = ${of.leads[0] ?? null}::uuid and h.id <> o.id or (coalesce(${of.leads[0] ?? null}::uuid, o.id) = o.id and h.id = o.parent)
    where o.id = ${late.organ} limit 1`.execute(tx);
  const host = rows[0];
  if (!host) return undefined;
  const { clause, duty } = of.content;
  const made = orThrow(
    await prepareInterview(tx, services, {
      ...{ host: host.id, area: host.area, title: `${duty.text}逾期`, who: host.who, why: `期限 ${late.dueOn}，逾期 ${late.days} 天` },
      ...{ origin: `${clause.id} 逾期规则`, originKey: `policy-tasks.duty/${of.id}` },
    }),
  );
  return { id: made, host: host.id, area: host.area };
}

const wordsOf = ({ rule, dueOn }: Late): string =>
  rule === "urge"
    ? `逾期催办，期限 ${dueOn}`
    : rule === "report"
      ? `逾期未完成，报请关注，期限 ${dueOn}`
      : `逾期未完成，已拟约谈，请确认，期限 ${dueOn}`;
