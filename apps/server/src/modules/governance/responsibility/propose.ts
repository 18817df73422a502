/** Each night the rules of rules/responsibility.yaml look for what speaks for a case of accountability, and lay it before the committee office. */
import { sql } from "kysely";
import { eraseCase } from "#platform/case/define.ts";
import { tellOrgan } from "#platform/case/notices.ts";
import { raiseCase, systemReader } from "#platform/case/store.ts";
import type { Tx } from "#platform/db.ts";
import { orThrow } from "#platform/result.ts";
import type { Services } from "#platform/services.ts";
import type { CalendarDate } from "#platform/values.ts";
import { defaults } from "./defaults.ts";
import { type Fact, type Proposed, proposedOf } from "./domain/findings.ts";
import type { ProposalRule } from "./domain/kinds.ts";
import { proposal } from "./proposal.ts";

/** What another module found: an area, and the government that answers for it is looked up here. */
export type Finding = Pick<Fact, "row" | "what" | "words" | "on" | "href"> & { readonly area: number };
type Rule = (typeof defaults.proposals)[number];
const MANY = 5_000;

const ruleOf = (key: ProposalRule): Rule => {
  const rule = defaults.proposals.find((each) => each.key === key);
  if (!rule) throw new Error(`rules/responsibility.yaml has no proposal ${key}`);
  return rule;
};

/** Policies' duties overdue beyond the grace, by who owes them. */
async function lateDuties(tx: Tx, today: CalendarDate, { graceDays }: Rule): Promise<readonly Fact[]> {
  const { rows } =
    await sql<Fact>`select s.organ, o.area as organ_area, o.short_name as organ_name, s.id::text as row, coalesce(s.turned_on, s.due_on + 1)::text as "on",
      left(d.content -> 'duty' ->> 'text', 200) as what, d.clause || ' 期限 ' || s.due_on || '，逾期 ' || (${today}::date - coalesce(s.turned_on, s.due_on + 1)) || ' 天' as words,
      '/policy-tasks/clauses/' || d.clause as href
    from policy_tasks.standing s join policy_tasks.duty d on d.id = s.duty and d.ended_on is null join organizations.v_organ o on o.id = s.organ
    where s.status = 'overdue' and not s.frozen and s.period_to >= ${today}::date - 400 and coalesce(s.turned_on, s.due_on + 1) < ${today}::date - ${graceDays}::int
    order by s.due_on limit ${MANY}`.execute(tx);
  return rows;
}

/** Urgings nobody answered within the grace, of duties that are still overdue. */
async function unanswered(tx: Tx, today: CalendarDate, { graceDays }: Rule): Promise<readonly Fact[]> {
  const { rows } =
    await sql<Fact>`select u.organ, o.area as organ_area, o.short_name as organ_name, u.id::text as row, u.on_day::text as "on",
      left(d.content -> 'duty' ->> 'text', 200) as what, left(d.clause || ' ' || u.message || '，至今未答复', 200) as words, '/policy-tasks/clauses/' || d.clause as href
    from policy_tasks.urging u join policy_tasks.standing s on s.id = u.standing and s.status = 'overdue' join policy_tasks.duty d on d.id = s.duty and d.ended_on is null
      join organizations.v_organ o on o.id = u.organ
    where u.kind = 'urge' and u.answered_at is null and coalesce(u.answer_by, u.on_day) < ${today}::date - ${graceDays}::int and u.on_day >= ${today}::date - 400
    order by u.at limit ${MANY}`.execute(tx);
  return rows;
}

/** The government that answers for a place: of its town, else of its county. */
const governmentOf = (
  area: string,
) => sql`lateral (select o.id, o.area, o.short_name from organizations.v_organ o where o.kind in ('government', 'management-committee')
  and o.area in (${sql.raw(area)} - ${sql.raw(area)} % 1000000, ${sql.raw(area)} - ${sql.raw(area)} % 1000000000) order by o.area desc, o.kind, o.id limit 1)`;

/** Major hazards past their day by more than the grace: whoever supervises them, else the government of the place. */
async function lateHazards(tx: Tx, today: CalendarDate, { graceDays }: Rule): Promise<readonly Fact[]> {
  const { rows } =
    await sql<Fact>`select coalesce(s.id, g.id) as organ, coalesce(s.area, g.area) as organ_area, coalesce(s.short_name, g.short_name) as organ_name, h.id::text as row,
      (h.due_at at time zone 'Asia/Shanghai')::date::text as "on", left(h.what, 200) as what, h.number || ' 重大隐患，期限 ' || (h.due_at at time zone 'Asia/Shanghai')::date || ' 已过' as words, '/hazard-loop/hazard/' || h.id as href
    from hazard_loop.hazard h left join organizations.v_organ s on s.id = h.supervisor left join ${governmentOf("h.area")} g on true
    where h.closed_at is null and h.deleted_at is null and h.grade = 'major' and h.due_at < (${today}::date - ${graceDays}::int)::timestamp at time zone 'Asia/Shanghai' and coalesce(s.id, g.id) is not null
    order by h.due_at limit ${MANY}`.execute(tx);
  return rows;
}

/** Towns whose fires of this year or the last killed somebody. */
async function fatalFires(tx: Tx, today: CalendarDate): Promise<readonly Fact[]> {
  const year = Number(today.slice(0, 4));
  const { rows } =
    await sql<Fact>`select g.id as organ, g.area as organ_area, g.short_name as organ_name, f.id::text as row, f.year || '-01-01' as "on",
      f.year || ' 年亡人火灾 ' || f.fatal_fires || ' 起' as what, '死亡 ' || f.deaths || ' 人，来源：' || f.source as words, '/supervision-listing/town-fires/' || f.id as href
    from supervision_listing.town_fires f join ${governmentOf("f.area")} g on true where f.deleted_at is null and f.deaths > 0 and f.year >= ${year - 1} order by f.year, f.id limit ${MANY}`.execute(
      tx,
    );
  return rows;
}

async function told(tx: Tx, rule: ProposalRule): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const { rows } = await sql<{
    organ: string;
    rows: string[];
  }>`select p.organ, array_agg(distinct e ->> 'row') as rows from responsibility.proposal p,
      jsonb_array_elements(coalesce(p.evidence, '[]')) e where p.rule = ${rule} and p.deleted_at is null group by 1`.execute(tx);
  return new Map(rows.map(({ organ, rows: of }) => [organ, new Set(of)]));
}

type Judge = { readonly id: string; readonly area: number };

/** Who may open a case about an organ: the committee office of its county, for county governments and what is above them that of the city. */
async function judgeOf(tx: Tx, organ: string): Promise<Judge | undefined> {
  const { rows } =
    await sql<Judge>`select c.id, c.area from organizations.v_organ o join organizations.v_organ c on c.kind = 'committee' and c.id <> o.id
      and c.area <= o.area and responsibility.area_end(c.area) >= o.area
    where o.id = ${organ} and (c.level = 'city' or (c.level = 'county' and not (o.level = 'county' and o.kind in ('government', 'committee', 'management-committee'))))
    order by c.area desc, position('办公室' in c.name) > 0 desc, c.id limit 1`.execute(tx);
  return rows[0];
}

const evidenceOf = (facts: readonly Fact[]) =>
  facts.map(({ what, words, on, href, row }) => ({ what, words: words.slice(0, 200), on, href, row }));

async function layBefore(tx: Tx, services: Services, rule: Rule, made: Proposed, demo: boolean): Promise<boolean> {
  const [now, today] = [services.clock.now(), services.clock.today()];
  const judge = await judgeOf(tx, made.organ);
  if (!judge) return false;
  const evidence = evidenceOf(made.facts);
  const grown =
    await sql`update responsibility.proposal set evidence = evidence || ${JSON.stringify(evidence)}::jsonb, items = items + ${evidence.length}, version = version + 1,
      last_at = ${now.toISOString()}, updated_at = now() where rule = ${rule.key} and organ = ${made.organ} and closed_at is null and deleted_at is null`.execute(
      tx,
    );
  if ((grown.numAffectedRows ?? 0n) > 0n) return false;
  const what = `${made.organName}：${rule.words} ${evidence.length} 项`;
  const raised = orThrow(
    await raiseCase(
      eraseCase(proposal),
      {
        area: judge.area,
        values: {
          ...{ what, rule: rule.key, trigger: rule.trigger, organ: made.organ, organArea: made.organArea, source: rule.source.join("、") },
          ...{ graceDays: rule.graceDays, from: made.from, items: evidence.length, evidence },
        },
        holderOrgan: judge.id,
        at: now,
        demo,
        kind: "system",
        actorName: "系统",
      },
      systemReader(services, tx, now, today),
      services,
    ),
  );
  await tellOrgan(tx, {
    caseName: proposal.name,
    caseId: raised.id,
    area: judge.area,
    organ: judge.id,
    note: "请决定是否立案",
    subject: what,
    at: now,
  });
  return true;
}

async function layAll(tx: Tx, services: Services, key: ProposalRule, facts: readonly Fact[], demo: boolean): Promise<number> {
  let made = 0;
  for (const each of proposedOf(facts, await told(tx, key))) if (await layBefore(tx, services, ruleOf(key), each, demo)) made += 1;
  return made;
}

/** For a module that knows of deaths this one cannot see. As the worker. @returns how many proposals were made */
export async function propose(tx: Tx, services: Services, rule: ProposalRule, findings: readonly Finding[]): Promise<number> {
  if (findings.length === 0) return 0;
  const { rows } =
    await sql<Fact>`select g.id as organ, g.area as organ_area, g.short_name as organ_name, f.row, f.what, f.words, f."on", f.href
    from jsonb_to_recordset(${JSON.stringify(findings)}::jsonb) f (area bigint, row text, what text, words text, "on" text, href text) join ${governmentOf("f.area")} g on true`.execute(
      tx,
    );
  return layAll(tx, services, rule, rows, false);
}

/** As the worker, each night. @returns how many proposals were made */
export async function proposeAll(tx: Tx, services: Services, demo = false): Promise<number> {
  const today = services.clock.today();
  const made = [
    await layAll(tx, services, "duty", await lateDuties(tx, today, ruleOf("duty")), demo),
    await layAll(tx, services, "urging", await unanswered(tx, today, ruleOf("urging")), demo),
    await layAll(tx, services, "hazard", await lateHazards(tx, today, ruleOf("hazard")), demo),
    await layAll(tx, services, "fire", await fatalFires(tx, today), demo),
  ];
  return made.reduce((sum, n) => sum + n, 0);
}
