/**
 * Reminders 三级提醒 and escalation 逾期上报: before, at and after a deadline, each level once a deadline. The holder is told; from the level that
 * escalates on, the organ above it too. Overdue itself is never stored: this only says who was told, and when.
 */
import { sql } from "kysely";
import { asWorker, type Tx } from "../db.ts";
import type { Job } from "../jobs.ts";
import { qualified } from "../ledger/names.ts";
import { uuidv7 } from "../ledger/write.ts";
import type { Services } from "../services.ts";
import { type CalendarDate, startOfDay } from "../values.ts";
import { addWorkingDays, takeWorkingDays } from "./calendar.ts";
import type { AnyCase, Reminder } from "./define.ts";
import { NOTICE } from "./notices.ts";

const BATCH = 500;

/**
 * Deadlines up to this moment have reached the level. Three working days before: today and the three working days that follow; two after: all
 * that ended before the last two working days began.
 */
export function reached({ working }: Pick<Reminder, "working">, now: Date, today: CalendarDate): Date {
  if (working < 0) return new Date(startOfDay(addWorkingDays(today, -working)).getTime() + 86_400_000 - 1);
  if (working === 0) return now;
  return new Date(startOfDay(takeWorkingDays(today, working)).getTime() + 86_400_000 - 1);
}

type Due = {
  readonly id: string;
  readonly area: number;
  readonly dueAt: string;
  readonly holderOrgan: string | null;
  readonly subject: string;
};

/** Sends what has become due of one kind of case. @returns how many reminders left */
export async function remind(declared: AnyCase, tx: Tx, now: Date, today: CalendarDate): Promise<number> {
  let sent = 0;
  // From the last level down: a case that was found late is told once, at the level it has reached.
  for (const reminder of (declared.reminders ?? []).toSorted((a, b) => b.level - a.level))
    sent += await remindLevel(declared, reminder, tx, now, today);
  return sent;
}

async function remindLevel(declared: AnyCase, reminder: Reminder, tx: Tx, now: Date, today: CalendarDate): Promise<number> {
  const title = declared.title.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  const { rows } = await sql<Due>`with due as (
      select t.id, t.area, t.due_at, t.holder_organ, t.${sql.ref(title)}::text as subject from ${sql.raw(qualified(declared.name))} t
      where t.closed_at is null and t.deleted_at is null and t.due_at <= ${reached(reminder, now, today).toISOString()}
        and not exists (select 1 from platform.reminder m where m.case_id = t.id and m.due_at = t.due_at and m.level >= ${reminder.level})
      order by t.due_at, t.id limit ${BATCH}),
    noted as (insert into platform.reminder (case_name, case_id, level, due_at, area, sent_at, to_organ, escalated)
      select ${declared.name}, id, ${reminder.level}, due_at, area, ${now.toISOString()}, holder_organ, ${reminder.escalates ?? false} from due
      on conflict do nothing returning case_id)
    select due.* from due join noted on noted.case_id = due.id`.execute(tx);
  if (rows.length === 0) return 0;
  const above = reminder.escalates ? await organsAbove(tx, rows) : new Map<string, Above>();
  await tellHolders(declared, reminder, rows, above, tx, now);
  await noteLines(declared, reminder, rows, above, tx, now);
  return rows.length;
}

type Above = { readonly id: string; readonly name: string };

/** The organ an organ answers to: its parent, else the government of the area above it. */
async function organsAbove(tx: Tx, rows: readonly Due[]): Promise<ReadonlyMap<string, Above>> {
  const ids = [...new Set(rows.flatMap((row) => row.holderOrgan ?? []))];
  const found = await sql<{ id: string; above: string; name: string }>`select o.id, a.id as above, a.name from organizations.v_organ o
    join lateral (select p.id, p.name from organizations.v_organ p
      where p.id = o.parent or (o.parent is null and p.kind = 'government' and p.area in (select parent from platform.area where key = o.area))
      order by (p.id = o.parent) desc, p.id limit 1) a on true
    where o.id = any(${ids}::uuid[])`.execute(tx);
  return new Map(found.rows.map(({ id, above, name }) => [id, { id: above, name }]));
}

/** One notice per case and organ, in 抄送 of everybody there. */
async function tellHolders(
  declared: AnyCase,
  reminder: Reminder,
  rows: readonly Due[],
  above: ReadonlyMap<string, Above>,
  tx: Tx,
  now: Date,
): Promise<void> {
  const notices = rows.flatMap((row) => {
    const organs = [row.holderOrgan, row.holderOrgan ? above.get(row.holderOrgan)?.id : undefined];
    return organs.flatMap((organ) =>
      organ
        ? [
            {
              id: uuidv7(now.getTime()),
              case_id: row.id,
              area: row.area,
              organ,
              due_at: row.dueAt,
              subject: row.subject,
              note: wordsOf(reminder),
            },
          ]
        : [],
    );
  });
  await sql`insert into platform.request (id, case_name, case_id, area, kind, asked_at, to_organ, due_at, note, subject)
    select x.id, ${declared.name}, x.case_id, x.area, ${NOTICE}, ${now.toISOString()}, x.organ, x.due_at, x.note, x.subject
    from jsonb_to_recordset(${JSON.stringify(notices)}::jsonb) x (id uuid, case_id uuid, area bigint, organ uuid, due_at timestamptz, note text, subject text)`.execute(
    tx,
  );
}

const wordsOf = ({ working, escalates }: Reminder): string =>
  working < 0 ? "临期提醒" : working === 0 ? "到期提醒" : escalates ? "逾期上报" : "逾期催办";

async function noteLines(
  declared: AnyCase,
  reminder: Reminder,
  rows: readonly Due[],
  above: ReadonlyMap<string, Above>,
  tx: Tx,
  now: Date,
): Promise<void> {
  const lines = rows.map((row) => {
    const up = row.holderOrgan ? above.get(row.holderOrgan) : undefined;
    return {
      case_id: row.id,
      code: up ? "case.escalated" : "case.reminded",
      given: { level: reminder.level, what: wordsOf(reminder), organ: up?.name ?? "" },
    };
  });
  await sql`insert into platform.timeline (case_name, case_id, at, kind, actor_name, code, given)
    select ${declared.name}, x.case_id, ${now.toISOString()}, 'system', '系统', x.code, x.given
    from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) x (case_id uuid, code text, given jsonb)`.execute(tx);
}

type Owed = {
  readonly id: string;
  readonly caseName: string;
  readonly caseId: string;
  readonly area: number;
  readonly kind: string;
  readonly subject: string;
  readonly dueAt: string;
  readonly toOrgan: string;
  readonly toName: string | null;
  readonly above: string | null;
  readonly aboveName: string | null;
};

/** Requests whose day has passed without an answer: who owes it hears again, and the organ the declaration names hears too. Once each. */
export async function remindOfAnswers(registry: Services["registry"], tx: Tx, now: Date): Promise<number> {
  const kinds = [...registry.cases.values()].flatMap((declared) =>
    Object.entries(declared.requests ?? {}).map(([kind, { escalatesTo }]) => ({
      case_name: declared.name,
      kind,
      escalates_to: escalatesTo ?? null,
    })),
  );
  if (kinds.length === 0) return 0;
  const { rows } = await sql<Owed>`with owed as (update platform.request r set escalated_at = ${now.toISOString()} from (
        select q.id, k.escalates_to from platform.request q join jsonb_to_recordset(${JSON.stringify(kinds)}::jsonb)
          k (case_name text, kind text, escalates_to text) on k.case_name = q.case_name and k.kind = q.kind
        where q.answered_at is null and q.escalated_at is null and q.due_at < ${now.toISOString()} order by q.due_at limit ${BATCH}) late
      where late.id = r.id returning r.*, late.escalates_to)
    select o.id, o.case_name, o.case_id, o.area, o.kind, o.subject, o.due_at, o.to_organ,
      (select n.name from organizations.v_organ n where n.id = o.to_organ) as to_name, a.id as above, a.name as above_name
    from owed o left join lateral (select v.id, v.name from organizations.v_organ v join platform.area p on p.key = v.area
      where v.kind = o.escalates_to and o.area between v.area and v.area + (case p.level when 'province' then 1e13 when 'city' then 1e11
        when 'county' then 1e9 when 'town' then 1e6 when 'village' then 1e3 else 1 end)::bigint - 1 order by v.area desc, v.id limit 1) a on true`.execute(
    tx,
  );
  if (rows.length === 0) return 0;
  const notices = rows.flatMap((row) =>
    [row.toOrgan, row.above].flatMap((organ) => (organ ? [{ ...row, id: uuidv7(now.getTime()), organ }] : [])),
  );
  await sql`insert into platform.request (id, case_name, case_id, area, kind, asked_at, to_organ, due_at, note, subject)
    select x.id, x."caseName", x."caseId", x.area, ${NOTICE}, ${now.toISOString()}, x.organ, x."dueAt", '逾期未答复', x.subject
    from jsonb_to_recordset(${JSON.stringify(notices)}::jsonb)
      x (id uuid, "caseName" text, "caseId" uuid, area bigint, organ uuid, "dueAt" timestamptz, subject text)`.execute(tx);
  const lines = rows.map((row) => ({
    case_name: row.caseName,
    case_id: row.caseId,
    code: row.aboveName ? "case.answer_escalated" : "case.answer_late",
    given: {
      organ: row.toName ?? "",
      above: row.aboveName ?? "",
      what: registry.cases.get(row.caseName)?.requests?.[row.kind]?.label ?? "",
    },
  }));
  await sql`insert into platform.timeline (case_name, case_id, at, kind, actor_name, code, given)
    select x.case_name, x.case_id, ${now.toISOString()}, 'system', '系统', x.code, x.given
    from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) x (case_name text, case_id uuid, code text, given jsonb)`.execute(tx);
  return rows.length;
}

/** Every ten minutes; each batch in its own transaction, so a long backlog is neither lost nor one long lock. */
export const remindJob: Job = {
  name: "platform.remind",
  cron: "*/10 * * * *",
  run: (_, services) => remindAll(services),
};

export async function remindAll(services: Services): Promise<void> {
  for (const declared of services.registry.cases.values()) {
    if (!declared.reminders) continue;
    const once = () => asWorker(services.db, (tx) => remind(declared, tx, services.clock.now(), services.clock.today()));
    while ((await once()) > 0);
  }
  const answers = () => asWorker(services.db, (tx) => remindOfAnswers(services.registry, tx, services.clock.now()));
  while ((await answers()) > 0);
}
