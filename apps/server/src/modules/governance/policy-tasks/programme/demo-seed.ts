/** Tasks of the three-year action of one county, by group and year: what its board tells after the document has ended. */
import { sql } from "kysely";
import { demoId, insertDemo } from "#modules/ground/places/index.ts";
import type { Tx } from "#platform/db.ts";
import type { StoredRow } from "#platform/ledger/write.ts";
import type { Services } from "#platform/services.ts";
import { addDays, type CalendarDate, startOfDay } from "#platform/values.ts";
import { nextTaskNumber } from "../tasks/store.ts";
import { TASK, task } from "../tasks/task.ts";

const GROUPS = [
  ["TY-2.1.1.1", "划定消防通道"],
  ["TY-2.2.1.5", "高层水系统测试"],
  ["TY-2.3.1.1", "老旧场所升级"],
  ["TY-2.4.3.2", "乡镇队伍建设"],
  ["TY-2.5.1.1", "重点行业排查"],
  ["TY-2.6.1.1", "感知设备安装"],
  ["TY-2.7.2.2", "重点人群培训"],
] as const;
const YEARS = [2020, 2021, 2022] as const;

export async function seedProgramme(tx: Tx, services: Services): Promise<void> {
  const { rows } = await sql<{
    area: number;
  }>`select area from policy_tasks.pack_version where pack = 'TY' and from_on is not null limit 1`.execute(tx);
  const area = rows[0]?.area;
  if (area === undefined) return;
  const { rows: organs } = await sql<{ id: string; name: string }>`select id, short_name as name from organizations.v_organ
    where area = ${area} and kind = 'government' order by name limit 1`.execute(tx);
  const lead = organs[0];
  if (!lead) return;
  const made: StoredRow[] = [];
  for (const [g, [clause, title]] of GROUPS.entries())
    for (const year of YEARS) {
      const dueOn = `${year}-11-30` as CalendarDate;
      const finishedOn = addDays(dueOn, (g + year) % 5 === 0 ? 12 : -9 - g);
      const at = (day: CalendarDate) => new Date(startOfDay(day).getTime() + 9 * 3_600_000).toISOString();
      made.push({
        id: demoId(`three years ${clause} ${year}`),
        area,
        demo: true,
        values: {
          number: await nextTaskNumber(tx, dueOn),
          title: `${title}（${year} 年）`,
          lead: lead.id,
          assigner: lead.id,
          owner: "分管副县长（演示）",
          dueOn,
          sourceKind: "clause",
          clause,
          pack: "TY",
          extensions: 0,
          passed: 0,
          progressPercent: 100,
          result: "已完成并存档",
          submittedOn: finishedOn,
          finishedOn,
          onTime: finishedOn <= dueOn,
          state: "done",
          openedAt: at(`${year}-08-10` as CalendarDate),
          lastAt: at(finishedOn),
          closedAt: at(finishedOn),
          holderOrgan: lead.id,
          repeats: 1,
        },
      });
    }
  await insertDemo(tx, services, task, made);
  const lines = made.map(({ id, values }) => ({ id, at: values.openedAt, closed: values.closedAt }));
  await sql`insert into platform.timeline (case_name, case_id, at, kind, actor_name, move, from_state, to_state, given)
    select ${TASK}, x.id, x.at, 'person', ${lead.name}, null, null, 'toSign', '{}'::jsonb
      from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) x (id uuid, at timestamptz, closed timestamptz)
    union all select ${TASK}, x.id, x.closed, 'person', ${lead.name}, 'accept', 'checking', 'done', '{}'::jsonb
      from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) x (id uuid, at timestamptz, closed timestamptz)`.execute(tx);
}
