/** A row of a task table as a task of one organ. */
import type { Result } from "#platform/result.ts";
import type { RouteContext } from "#platform/route.ts";
import { type CalendarDate, calendarDate } from "#platform/values.ts";
import { toWorkday } from "../../duties/working-days.ts";
import { raiseTask } from "../../tasks/raise-task.ts";
import type { NamedOrgan } from "../domain/organ-words.ts";
import { nextDue } from "../domain/owed.ts";
import type { TaskRow } from "./task-table.ts";

/** What goes on for good is looked at again at the end of the year. */
function dueOn({ due }: TaskRow, today: CalendarDate): CalendarDate {
  const yearEnd = calendarDate.parse(`${today.slice(0, 4)}-12-31`);
  if (due?.kind === "by") return due.by;
  return due?.kind === "every" ? (nextDue({ kind: "every", every: due.every }, today, toWorkday) ?? yearEnd) : yearEnd;
}

export function raiseFromRow(
  row: TaskRow,
  organ: NamedOrgan,
  table: { readonly id: string; readonly fileName: string },
  { tx, services, actor, now, today }: RouteContext,
): Promise<Result<{ readonly id: string }>> {
  const supports = row.supports.flatMap(({ organs }) => organs.map(({ id }) => id)).filter((id) => id !== organ.id);
  return raiseTask(
    tx,
    services,
    {
      title: row.title,
      organ: organ.id,
      dueOn: dueOn(row, today),
      sourceKind: "table",
      sourceId: table.id,
      sourceWords: `${table.fileName} 第 ${row.row} 行${row.dueWords ? `，时限：${row.dueWords}` : ""}`,
      // An organ that would be asked by every county at once is told by the row, not by a hundred requests.
      supports: supports.slice(0, MOST_ASKED),
      owner: row.owner,
      content: row.content,
      output: row.output,
      stage: null,
      tag: null,
    },
    { actor, now, today },
  );
}
const MOST_ASKED = 12;
