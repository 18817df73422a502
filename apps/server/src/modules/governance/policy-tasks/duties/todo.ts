/** 催办 in 待办: an urging that nobody answered waits for the people of the organ urged, until it is answered or what it was about is met. */
import { sql } from "kysely";
import type { TodoSource } from "#platform/case/todo-source.ts";
import { READ } from "./recompute.ts";

export const URGING = "policy-tasks.urging";
const VERBS = { zh: "答复", en: "Answer" } as const;
const STATES = { zh: "待答复", en: "To be answered" } as const;

/** An urging that names no day is answered within a week, as the form proposes. */
const ANSWER_DAYS = 7;
const DUE = sql`((coalesce(u.answer_by, u.on_day + ${sql.raw(String(ANSWER_DAYS))}) + 1)::timestamp at time zone 'Asia/Shanghai' - interval '1 millisecond')`;

export const urgings: TodoSource = {
  name: URGING,
  label: "催办",
  permission: READ,
  // Of one duty of one organ only the newest: an answer to it answers the older ones.
  waiting: ({ organId }) =>
    sql`select u.id, ${DUE} as due_at from policy_tasks.urging u join policy_tasks.standing s on s.id = u.standing
      where u.to_organ = ${organId}::uuid and u.kind = 'urge' and u.answered_at is null and not s.frozen
        and s.status in ('overdue', 'no-data', 'at-risk', 'open')
        and not exists (select 1 from policy_tasks.urging v join policy_tasks.standing z on z.id = v.standing
          where z.duty = s.duty and z.organ = s.organ and v.to_organ = u.to_organ and v.kind = 'urge' and (v.at, v.id) > (u.at, u.id))`,
  async read(ids, { tx, language }) {
    type Row = { id: string; standing: string; title: string; area: string; organ: string | null; dueAt: string | null; at: string };
    const { rows } =
      await sql<Row>`select u.id, u.standing, coalesce(d.content->'duty'->>'text', d.content->'clause'->>'title') as title, a.name as area,
        (select o.short_name from organizations.v_organ o where o.id = u.to_organ) as organ, u.at,
        ${DUE} as due_at from policy_tasks.urging u join policy_tasks.standing s on s.id = u.standing join policy_tasks.duty d on d.id = s.duty
        join platform.area a on a.key = s.area where u.id = any(${ids as string[]}::uuid[])`.execute(tx);
    return rows.map(({ id, standing, title, area, organ, dueAt, at }) => ({
      id,
      title,
      place: area,
      state: STATES[language],
      dueAt,
      openedAt: at,
      holder: organ,
      href: `/policy-tasks/standing?open=${standing}&answer=${id}`,
      verb: VERBS[language],
    }));
  },
};
