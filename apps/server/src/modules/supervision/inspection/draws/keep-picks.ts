/** What was drawn, as rows: in the order drawn, each on a working day of the span. */
import { sql } from "kysely";
import { addWorkingDays } from "#platform/case/calendar.ts";
import type { Reader } from "#platform/ledger/read.ts";
import { insertRows, uuidv7 } from "#platform/ledger/write.ts";
import { addDays, type CalendarDate } from "#platform/values.ts";
import { pick } from "./pick.ts";

type Picked = { readonly object: string; readonly inspectors: readonly string[]; readonly samePairAgain: boolean };
export async function keepPicks(
  writer: Reader,
  now: Date,
  row: { readonly id: string; readonly area: number; readonly startOn: string; readonly dueOn: string; readonly demo: boolean },
  picks: readonly Picked[],
  plan: {
    readonly objects: readonly { readonly id: string; readonly class: string; readonly weight: number; readonly area: number }[];
    readonly conflicts: readonly (readonly [string, string])[];
  },
) {
  const { tx } = writer;
  const objects = new Map(plan.objects.map((each) => [each.id, each]));
  const { rows: units } = await sql<{
    id: string;
    name: string;
  }>`select id, name from places.unit where id = any(${picks.map(({ object }) => object)}::uuid[])`.execute(tx);
  const { rows: people } = await sql<{
    id: string;
    name: string;
  }>`select id, name from inspection.v_inspector where id = any(${[...new Set(picks.flatMap(({ inspectors }) => inspectors))]}::uuid[])`.execute(
    tx,
  );
  const [unitNames, names] = [new Map(units.map((each) => [each.id, each.name])), new Map(people.map((each) => [each.id, each.name]))];
  const barred = new Map<string, number>();
  for (const [, object] of plan.conflicts) barred.set(object, (barred.get(object) ?? 0) + 1);
  const days = workingDays(row.startOn, row.dueOn);
  const rows = picks.map(({ object, inspectors: [lead, second, ...others], samePairAgain }, i) => ({
    id: uuidv7(now.getTime()),
    area: objects.get(object)?.area ?? row.area,
    demo: row.demo,
    values: {
      draw: row.id,
      ord: i + 1,
      unit: object,
      unitName: unitNames.get(object) ?? "",
      risk: objects.get(object)?.class,
      weight: objects.get(object)?.weight,
      lead,
      leadName: names.get(lead ?? "") ?? null,
      second: second ?? null,
      secondName: names.get(second ?? "") ?? null,
      others: others.map((id) => names.get(id) ?? id).join("、") || null,
      avoided: barred.get(object) ?? 0,
      samePairAgain,
      planOn: days[Math.floor((i * days.length) / picks.length)] ?? row.dueOn,
    },
  }));
  await insertRows(writer.catalog.get(pick.name), rows, writer);
  return rows.map(({ id, values }) => ({ id, ...values }));
}

/** The working days of a span; the last day alone where there is none. */
export function workingDays(from: string, to: string): readonly string[] {
  const days: string[] = [];
  for (let day = addWorkingDays(addDays(from as CalendarDate, -1), 1); day <= to && days.length < 400; day = addWorkingDays(day, 1))
    days.push(day);
  return days.length > 0 ? days : [to];
}
