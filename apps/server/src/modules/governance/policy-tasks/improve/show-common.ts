/** 共性问题: hazards closed in a span, put together by what was wrong and why, with the measures, documents and practices that answer each. TY-3.4.1 */
import { sql } from "kysely";
import { z } from "zod";
import { may } from "#platform/actor.ts";
import { ok, refuse } from "#platform/result.ts";
import { route } from "#platform/route.ts";
import { addDays, areaKey, calendarDate } from "#platform/values.ts";
import { areaAsked, areaName } from "../duties/seen.ts";
import { nearDay } from "../packs/domain/days.ts";
import { type CauseKind, causeKinds, suggestCause } from "./causes.ts";
import { cause as causeLedger } from "./ledgers.ts";

const FINDING = "policy-tasks.finding";
const YEAR = 365;
const MOST = 100;
const keys = Object.keys(causeKinds) as [CauseKind, ...CauseKind[]];

const cluster = z
  .object({
    key: z.string().describe("问题代号：检查项"),
    label: z.string(),
    cause: z.enum(keys),
    settled: z.boolean().describe("消安办已归类；否则由字面推断"),
    why: z.string().nullable(),
    count: z.number().int(),
    areas: z.number().int().describe("涉及的乡镇街道"),
    repeated: z.number().int().describe("曾出现过的"),
    meanDays: z.number().int().nullable(),
    finding: z.object({ id: z.uuid(), title: z.string(), measures: z.number().int() }).nullable(),
    documents: z.number().int(),
    practices: z.number().int(),
  })
  .meta({ id: "ProblemCluster", description: "一类共性问题" });

const shown = z
  .object({
    area: z.object({ key: areaKey, name: z.string() }),
    from: calendarDate,
    to: calendarDate,
    closed: z.number().int().describe("期间销号的隐患"),
    causes: z.array(z.object({ cause: z.enum(keys), label: z.string(), count: z.number().int(), clusters: z.number().int() })),
    clusters: z.array(cluster),
    may: z.object({ settle: z.boolean(), find: z.boolean() }),
  })
  .meta({ id: "CommonProblems", description: "共性问题分析" });

export const showCommon = route({
  method: "GET",
  path: "/policy-tasks/common-problems",
  tag: "政策任务",
  summary: "共性问题分析",
  description: "从已销号的隐患里按问题和成因归类，并列出针对它的措施、文件和经验做法。",
  permission: `${FINDING}.read`,
  input: z.object({
    area: z.coerce.number().pipe(areaKey).optional(),
    from: nearDay.optional().describe("缺省为一年前"),
    to: nearDay.optional(),
  }),
  output: shown,
  composed: ["label"],
  example: { input: {} },
  async run(context, asked) {
    const { tx, today, actor } = context;
    const range = areaAsked(context, asked.area);
    if (!range.ok) return range;
    const { lo, hi } = range.value;
    const to = asked.to ?? today;
    const from = asked.from ?? addDays(to, -YEAR);
    if (to < from) return refuse("invalid", "policy-tasks.ends_before");
    type Row = Omit<z.output<typeof cluster>, "cause" | "settled" | "finding"> & {
      cause: CauseKind | null;
      findingId: string | null;
      findingTitle: string | null;
      findingMeasures: number;
    };
    const { rows } = await sql<Row>`with c as (
        select v.item as key, mode() within group (order by v.what) as label, count(*)::int as count, count(distinct v.area / 1000000)::int as areas,
          count(*) filter (where v.times_before > 0)::int as repeated, round(avg(v.closed_on - v.found_on))::int as mean_days
        from hazard_loop.v_closed v where v.item is not null and v.area between ${lo} and ${hi} and v.closed_on between ${from}::date and ${to}::date
        group by v.item order by count(*) desc, v.item limit ${MOST})
      select c.*, k.cause, k.why, f.id as finding_id, f.title as finding_title, coalesce(f.measures, 0)::int as finding_measures,
        (select count(*)::int from policy_tasks.issue i join policy_tasks.finding g on g.id = i.finding where g.cluster = c.key and i.deleted_at is null) as documents,
        (select count(*)::int from policy_tasks.practice p join policy_tasks.finding g on g.id = p.finding where g.cluster = c.key and p.deleted_at is null) as practices
      from c left join policy_tasks.cause k on k.cluster = c.key and k.deleted_at is null
        left join lateral (select id, title, measures from policy_tasks.finding g where g.cluster = c.key and g.deleted_at is null order by g.created_at desc limit 1) f on true
      order by c.count desc, c.key`.execute(tx);
    const clusters = rows.map(({ cause, findingId, findingTitle, findingMeasures, ...row }) => ({
      ...row,
      cause: cause ?? suggestCause(row.label),
      settled: cause !== null,
      finding: findingId === null ? null : { id: findingId, title: findingTitle ?? "", measures: findingMeasures },
    }));
    const { rows: all } = await sql<{ n: number }>`select count(*)::int as n from hazard_loop.v_closed v
      where v.area between ${lo} and ${hi} and v.closed_on between ${from}::date and ${to}::date`.execute(tx);
    return ok({
      area: { key: lo, name: await areaName(tx, lo) },
      from,
      to,
      closed: all[0]?.n ?? 0,
      causes: keys
        .map((cause) => {
          const own = clusters.filter((each) => each.cause === cause);
          return { cause, label: causeKinds[cause], count: own.reduce((sum, { count }) => sum + count, 0), clusters: own.length };
        })
        .filter(({ clusters: n }) => n > 0)
        .toSorted((a, b) => b.count - a.count),
      clusters,
      may: { settle: may(actor, `${causeLedger.name}.write`), find: may(actor, `${FINDING}.write`) },
    });
  },
});
