/** What a grid member takes along: who he is, his grids and plan, how far the month is, and the words of the risk form. */
import { sql } from "kysely";
import { z } from "zod";
import { ok } from "#platform/result.ts";
import { route } from "#platform/route.ts";
import { findSources, riskFactors, riskPlaces } from "../domain/risk.ts";
import { patrol } from "../grid/grid.ts";
import { riskRule } from "../standards/shipped.ts";
import { memberOf } from "./sync.ts";

const shown = z
  .object({
    day: z.string(),
    member: z
      .object({
        id: z.uuid(),
        name: z.string(),
        areaName: z.string().nullable(),
        grids: z.array(z.object({ name: z.string(), households: z.number().int().nullable() })),
        planned: z.number().int().nullable(),
        done: z.number().int(),
        lastPatrolOn: z.string().nullable(),
      })
      .nullable()
      .describe("不在网格员名册中为 null"),
    last: z.array(
      z.object({ id: z.uuid(), patrolledOn: z.string(), route: z.string(), objects: z.number().int(), problems: z.number().int() }),
    ),
    places: z.array(z.string()).describe("上几次巡查到过的点，供勾选"),
    factors: z.record(z.string(), z.string()),
    placeKinds: z.record(z.string(), z.string()),
    sources: z.record(z.string(), z.string()),
    points: z.record(z.string(), z.number().int()).describe("每个风险因素的分值，手机上先算一遍"),
    grades: z.object({ red: z.number().int(), orange: z.number().int(), yellow: z.number().int() }),
  })
  .meta({ id: "PatrolDay", description: "网格员一天的巡查资料" });
type Shown = z.output<typeof shown>;

export const patrolDay = route({
  method: "GET",
  path: "/grassroots/field/day",
  tag: "网格巡查",
  summary: "下载网格员的巡查资料",
  permission: `${patrol.name}.write`,
  composed: ["factors", "placeKinds", "sources"],
  input: z.object({}),
  output: shown,
  async run(context) {
    const { tx, today } = context;
    const me = await memberOf(context);
    const first = `${today.slice(0, 7)}-01`;
    const member = me
      ? (
          await sql<
            NonNullable<Shown["member"]>
          >`select m.id, m.name, (select a.name from platform.area a where a.key = m.area) as area_name, coalesce(m.grids, '[]'::jsonb) as grids,
            m.patrols_a_month::int as planned, m.last_patrol_on,
            (select count(*)::int from grassroots.patrol p where p.member = m.id and p.deleted_at is null and p.patrolled_on >= ${first}::date) as done
          from grassroots.grid_member m where m.id = ${me.id}`.execute(tx)
        ).rows[0]
      : undefined;
    const last = me
      ? await sql<
          Shown["last"][number] & { points: { place: string }[] | null }
        >`select id, patrolled_on, route, objects::int, problems::int, points from grassroots.patrol
          where member = ${me.id} and deleted_at is null order by patrolled_on desc, id desc limit 5`.execute(tx)
      : { rows: [] };
    const grids = (member?.grids ?? []).map(({ name, households }) => ({ name, households: households ?? null }));
    return ok({
      day: today,
      member: member ? { ...member, grids } : null,
      last: last.rows.map(({ points: _, ...row }) => row),
      places: [...new Set(last.rows.flatMap(({ points }) => (points ?? []).map(({ place }) => place)))].slice(0, 40),
      factors: riskFactors,
      placeKinds: riskPlaces,
      sources: findSources,
      points: riskRule.points,
      grades: riskRule.grades,
    });
  },
});
