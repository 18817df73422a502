/** What was drawn to be looked at again, beside what the re-check found; and of whose checks one may still draw. */
import { sql } from "kysely";
import { z } from "zod";
import { ok } from "#platform/result.ts";
import { route } from "#platform/route.ts";
import { notSampled } from "./quality.ts";

const sample = z
  .object({
    recheck: z.uuid(),
    original: z.uuid(),
    unit: z.uuid(),
    unitName: z.string(),
    doneOn: z.string().nullable(),
    inspector: z.uuid().nullable(),
    inspectorName: z.string().nullable(),
    originalFound: z.number().int(),
    dueOn: z.string(),
    state: z.string(),
    result: z
      .object({
        id: z.uuid(),
        checkedOn: z.string(),
        found: z.number().int(),
        missedSerious: z.number().int(),
        missedOther: z.number().int(),
        score: z.number().int(),
        note: z.string().nullable(),
      })
      .nullable(),
  })
  .meta({ id: "QualitySample", description: "抽中复核的一次检查：原检查与复核结果" });
type Sample = z.infer<typeof sample>;

export const listSamples = route({
  method: "GET",
  path: "/inspection/quality/samples",
  summary: "质量复核样本",
  description: "抽中复核的检查，原查出与复核对照；以及近期还可抽的，按检查人员。",
  tag: "检查质量复核",
  permission: "inspection.quality-check.read",
  input: z.object({ withinDays: z.coerce.number().int().min(1).max(366).default(30) }),
  output: z.object({
    mayReview: z.boolean(),
    finished: z.number().int().describe("近期查完、还没有抽过的次数"),
    byInspector: z.array(z.object({ id: z.uuid(), name: z.string(), finished: z.number().int() })),
    samples: z.array(sample),
  }),
  async run({ tx, actor, today }, { withinDays }) {
    const { lo, hi } = actor.area;
    const { rows: samples } =
      await sql<Sample>`select q.id as recheck, t.id as original, t.unit, t.unit_name, t.done_on, t.lead as inspector, i.name as inspector_name,
        coalesce(t.found_count, 0)::int as original_found, q.due_on, q.state,
        case when c.id is null then null else jsonb_build_object('id', c.id, 'checkedOn', c.checked_on, 'found', c.found, 'missedSerious', c.missed_serious,
          'missedOther', c.missed_other, 'score', c.score, 'note', c.note) end as result
      from inspection.task q join inspection.task t on t.id = platform.uuid_of(q.origin_id) left join inspection.v_inspector i on i.id = t.lead
      left join inspection.quality_check c on c.original = t.id and c.deleted_at is null
      where q.origin = 'quality' and q.deleted_at is null and q.state <> 'cancelled' and q.area between ${lo} and ${hi} order by (c.id is not null), q.due_on desc, q.id limit 300`.execute(
        tx,
      );
    const { rows: left } = await sql<{
      id: string | null;
      name: string | null;
      finished: number;
    }>`select t.lead as id, i.name, count(*)::int as finished
      from inspection.task t left join inspection.v_inspector i on i.id = t.lead where ${notSampled({ lo, hi }, today, withinDays)} group by 1, 2 order by 3 desc, 2`.execute(
      tx,
    );
    return ok({
      mayReview: actor.permissions.has("inspection.review-quality"),
      finished: left.reduce((sum, each) => sum + each.finished, 0),
      byInspector: left.flatMap(({ id, name, finished }) => (id && name ? [{ id, name, finished }] : [])),
      samples: [...samples],
    });
  },
});
