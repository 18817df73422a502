/** 排查覆盖: who of the register has been looked at, by area, industry or department, and who has not; and sending somebody there. TY-3.2.1 */
import { type RawBuilder, sql } from "kysely";
import { z } from "zod";
import { type UnitKind, unitKinds } from "#modules/ground/places/index.ts";
import { stepBelow } from "#modules/objects/key-places/index.ts";
import { listUsed, raiseTasks } from "#modules/supervision/inspection/index.ts";
import { erase } from "#platform/ledger/define.ts";
import { ok, refuse } from "#platform/result.ts";
import { type RouteContext, route } from "#platform/route.ts";
import { areaKey, calendarDate } from "#platform/values.ts";
import { surveyAt } from "./find-survey.ts";
import { registerOf } from "./relations.ts";
import { coverageLine } from "./shapes.ts";
import { SURVEY } from "./survey.ts";

const tag = "调研摸底";
const SHOWN = 100;
const MOST = 1_000;
const kind = z.enum(Object.keys(unitKinds) as [UnitKind, ...UnitKind[]]);
const part = { id: z.uuid(), area: z.coerce.number().pipe(areaKey).optional(), kind: kind.optional() };
const ofKind = (wanted: UnitKind | undefined) => (wanted ? sql`and r.kind = ${wanted}` : sql``);

type Line = z.output<typeof coverageLine>;

export const showCoverage = route({
  method: "GET",
  path: "/baseline-survey/surveys/:id/coverage",
  summary: "排查覆盖：对照台账",
  description: "按下级辖区、行业或主管部门；排查过：期间有完成的检查、整治对象检查、排查表或摸底登记的隐患。",
  tag,
  permission: `${SURVEY}.read`,
  input: z.object({ ...part, by: z.enum(["area", "industry", "department"]).default("area") }),
  output: z.object({ area: z.number().int(), lines: z.array(coverageLine) }),
  async run(context, { by, kind: wanted, ...asked }) {
    const found = await surveyAt(asked, context);
    if (!found.ok) return found;
    const { survey, area } = found.value;
    const step = sql.raw(String(stepBelow(area)));
    const key: Readonly<Record<typeof by, RawBuilder<unknown>>> = {
      area: sql`(r.area / ${step} * ${step})::text`,
      industry: sql`r.kind`,
      department: sql`coalesce(r.regulator::text, '')`,
    };
    const label: Readonly<Record<typeof by, RawBuilder<unknown>>> = {
      area: sql`(select a.name from platform.area a where a.key = x.key::bigint)`,
      industry: sql`x.key`,
      department: sql`(select g.name from organizations.v_organ g where g.id = nullif(x.key, '')::uuid)`,
    };
    const { rows } = await sql<Omit<Line, "label"> & { label: string | null }>`with ${registerOf(survey, area)}
      select x.*, ${label[by]} as label from (select ${key[by]} as key, count(*)::int as register, count(*) filter (where r.surveyed)::int as surveyed,
          count(*) filter (where r.problems > 0)::int as troubled, coalesce(sum(r.problems), 0)::int as problems
        from register r where true ${ofKind(wanted)} group by 1) x
      order by x.surveyed::float8 / x.register, x.register desc, x.key`.execute(context.tx);
    const words = by === "industry" ? kindWords(context) : {};
    return ok({ area, lines: rows.map((line) => ({ ...line, label: words[line.key] ?? line.label ?? "" })) });
  },
});

function kindWords({ services, language }: RouteContext): Readonly<Record<string, string>> {
  const ledger = services.spoken[language].registry.ledgers.find(({ name }) => name === "places.unit");
  return (ledger ? erase(ledger).fields.kind?.choices : undefined) ?? {};
}

export const listUnsurveyed = route({
  method: "GET",
  path: "/baseline-survey/surveys/:id/unsurveyed",
  summary: "还没有排查的单位",
  tag,
  permission: `${SURVEY}.read`,
  input: z.object(part),
  output: z.object({
    count: z.number().int(),
    sent: z.number().int().describe("其中已派排查任务"),
    units: z.array(z.object({ id: z.uuid(), name: z.string(), address: z.string(), areaName: z.string().nullable(), sent: z.boolean() })),
  }),
  async run(context, { kind: wanted, ...asked }) {
    const found = await surveyAt(asked, context);
    if (!found.ok) return found;
    const { survey, area } = found.value;
    const { rows } = await sql<{
      id: string;
      name: string;
      address: string;
      areaName: string | null;
      sent: boolean;
      count: number;
      sentAll: number;
    }>`
      with ${registerOf(survey, area)}, missing as (select r.*, ${hasTask(survey.id)} as sent from register r where not r.surveyed ${ofKind(wanted)})
      select m.id, m.name, m.address, a.name as area_name, m.sent, (select count(*)::int from missing) as count, (select count(*)::int from missing where sent) as sent_all
      from missing m left join platform.area a on a.key = m.area order by m.sent, m.area, m.name, m.id limit ${SHOWN}`.execute(context.tx);
    return ok({
      count: rows[0]?.count ?? 0,
      sent: rows[0]?.sentAll ?? 0,
      units: rows.map(({ count: _, sentAll: __, ...unit }) => unit),
    });
  },
});

const hasTask = (survey: string) =>
  sql`exists (select 1 from inspection.v_check t where t.unit = r.id and t.origin = 'survey' and t.origin_id = ${survey} and t.closed_at is null)`;

export const sendSurveyTasks = route({
  method: "POST",
  path: "/baseline-survey/surveys/:id/tasks",
  summary: "给未排查的单位派排查任务",
  description: "只派本人辖区内、还没有派过的；一次最多 1000 家。",
  tag,
  permission: "baseline-survey.send",
  input: z.object({
    id: z.uuid(),
    area: areaKey.optional(),
    kind: kind.optional(),
    dueOn: calendarDate,
    lead: z.uuid().optional(),
    checklist: z.string().max(60).optional(),
  }),
  output: z.object({ tasks: z.number().int(), left: z.number().int() }),
  example: { input: { dueOn: "2026-04-20" }, output: { tasks: 36, left: 0 } },
  async run(context, { dueOn, lead, checklist, kind: wanted, ...asked }) {
    const { tx, services, actor, now, today } = context;
    const found = await surveyAt(asked, context);
    if (!found.ok) return found;
    const { survey, area } = found.value;
    if (survey.state !== "running") return refuse("conflict", "baseline-survey.not_running");
    const lists = await listUsed(tx, checklist, today);
    if (!lists.ok) return lists;
    // Two who send at once would send to the same units.
    await sql`select pg_advisory_xact_lock(hashtext(${`${SURVEY} ${survey.id}`}))`.execute(tx);
    const { rows } = await sql<{ id: string; n: number }>`with ${registerOf(survey, area)}
      select r.id, count(*) over ()::int as n from register r where not r.surveyed ${ofKind(wanted)} and not ${hasTask(survey.id)}
      order by r.area, r.id limit ${MOST}`.execute(tx);
    if (rows.length === 0) return refuse("conflict", "baseline-survey.nobody_left");
    const raised = await raiseTasks(
      tx,
      services,
      rows.map(({ id }) => ({
        unit: id,
        purpose: "survey" as const,
        origin: "survey" as const,
        originId: survey.id,
        dueOn,
        lead: lead ?? null,
        checklists: lists.value,
        note: survey.name,
      })),
      { actor, actorName: actor.name, now, today },
    );
    if (!raised.ok) return raised;
    context.audit({ action: "派排查任务", subject: SURVEY, subjectId: survey.id, area, detail: { tasks: rows.length } });
    return ok({ tasks: rows.length, left: (rows[0]?.n ?? 0) - rows.length });
  },
});
