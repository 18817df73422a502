/** Days of a draw that were changed after its tasks were sent out: the organs of those who go are told, whom and when. */
import { sql } from "kysely";
import { tellOrgan } from "#platform/case/notices.ts";
import type { RouteContext } from "#platform/route.ts";
import { DRAW } from "./draw.ts";

const NAMED = 6;
type Changed = {
  readonly organ: string;
  readonly units: readonly { readonly name: string; readonly on: string; readonly who: string }[];
};

/** @param picks those whose day is another one now; before the tasks are sent nobody has heard of the old one */
export async function tellNewDays(
  draw: { readonly id: string; readonly title: string; readonly area: number },
  picks: readonly string[],
  { tx, now }: RouteContext,
): Promise<void> {
  const { rows } =
    await sql<Changed>`select i.organ, jsonb_agg(jsonb_build_object('name', p.unit_name, 'on', p.plan_on, 'who', i.names) order by p.plan_on, p.ord) as units
    from inspection.draw_pick p join inspection.task t on t.id = p.task and t.state = 'pending'
    cross join lateral (select v.organ, string_agg(v.name, '、' order by v.id <> t.lead) as names from inspection.v_inspector v
      where v.id in (t.lead, t.second) and v.organ is not null group by v.organ) i
    where p.id = any(${[...picks]}::uuid[]) group by i.organ order by i.organ`.execute(tx);
  for (const { organ, units } of rows)
    await tellOrgan(tx, { caseName: DRAW, caseId: draw.id, area: draw.area, organ, note: sentence(units), subject: draw.title, at: now });
}

function sentence(units: Changed["units"]): string {
  const named = units.slice(0, NAMED).map(({ name, on, who }) => `${name.slice(0, 30)} ${on}（${who}）`);
  return `检查日程有变，共 ${units.length} 家：${named.join("；")}${units.length > NAMED ? " 等" : ""}`;
}
