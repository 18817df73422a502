/** 成效与优化: each street by the platform's own figures, the review made of them, and what was changed because of it. PT-3.3.2 */
import { sql } from "kysely";
import { z } from "zod";
import { may } from "#platform/actor.ts";
import { readerOf } from "#platform/ledger/routes.ts";
import { insertRows, uuidv7 } from "#platform/ledger/write.ts";
import { ok, refuse } from "#platform/result.ts";
import { type RouteContext, route } from "#platform/route.ts";
import { areaKey, calendarDate, isWithin, subtreeOf } from "#platform/values.ts";
import { knowMeasures } from "../duties/laid.ts";
import { areaAsked, areaName, READ } from "../duties/seen.ts";
import { latestOf, percentOf, sumOf } from "../programme/domain.ts";
import { countedOf, dutiesOf, taskCounts, type Version, versionsHere } from "../programme/read.ts";
import { chosenVersion } from "../programme/show-progress.ts";
import { effectReview, reviewGrades } from "./ledgers.ts";
import { PROPOSAL, subjectKinds } from "./proposal.ts";

const tag = "政策任务";
export const REVIEW = `${effectReview.name}.write`;
const grades = Object.keys(reviewGrades) as [keyof typeof reviewGrades, ...(keyof typeof reviewGrades)[]];

const figures = z.object({
  owed: z.number().int(),
  met: z.number().int(),
  overdue: z.number().int(),
  percent: z.number().int().nullable(),
  tasksTotal: z.number().int(),
  tasksDone: z.number().int(),
});
const shown = z
  .object({
    packs: z.array(z.object({ id: z.string(), title: z.string() })),
    pack: z.string().nullable(),
    area: z.object({ key: areaKey, name: z.string() }),
    places: z.array(
      z.object({
        area: z.object({ key: areaKey, name: z.string() }),
        now: figures,
        review: z
          .object({
            id: z.uuid(),
            on: calendarDate,
            grade: z.enum(grades),
            gradeLabel: z.string(),
            percent: z.number().nullable(),
            conclusion: z.string(),
          })
          .nullable(),
        proposals: z.number().int().describe("据其评估提出、待审定的建议"),
      }),
    ),
    changes: z
      .array(
        z.object({
          id: z.uuid(),
          kindLabel: z.string(),
          subject: z.string(),
          version: z.number().int(),
          title: z.string(),
          shouldBe: z.string(),
          reason: z.string(),
          decidedOn: calendarDate.nullable(),
          effectiveOn: calendarDate.nullable(),
        }),
      )
      .describe("已采纳的改动，按对象和版本"),
    may: z.object({ review: z.boolean(), propose: z.boolean() }),
  })
  .meta({ id: "EffectShown", description: "各地成效、评估与已采纳的改动" });
type Shown = z.output<typeof shown>;

async function figuresAt(context: RouteContext, version: Version, duties: Awaited<ReturnType<typeof dutiesOf>>, area: number) {
  const range = subtreeOf(area);
  const { counted } = await countedOf(context.tx, duties, range);
  const sum = sumOf(latestOf(counted, context.today).now.values());
  const tasks = await taskCounts(context.tx, version.pack, range, context.today);
  return {
    owed: sum.owed,
    met: sum.met,
    overdue: sum.overdue + sum.noData,
    percent: percentOf(sum),
    tasksTotal: tasks.reduce((all, { total }) => all + total, 0),
    tasksDone: tasks.reduce((all, { done }) => all + done, 0),
  };
}

export const showEffect = route({
  method: "GET",
  path: "/policy-tasks/effect",
  tag,
  summary: "成效与优化",
  permission: READ,
  input: z.object({ pack: z.string().max(40).optional(), area: z.coerce.number().pipe(areaKey).optional() }),
  output: shown,
  example: { input: { pack: "QZ" } },
  async run(context, asked) {
    const { tx, actor, services } = context;
    await knowMeasures(tx, services);
    const range = areaAsked(context, asked.area);
    if (!range.ok) return range;
    const { lo } = range.value;
    const versions = await versionsHere(tx, lo, context.today);
    const version = chosenVersion(versions, asked.pack);
    const { rows: below } = await sql<{
      key: number;
      name: string;
    }>`select key, name from platform.area where parent = ${lo} order by key`.execute(tx);
    const duties = version ? await dutiesOf(context, version) : [];
    const places: Shown["places"] = [];
    for (const area of version ? below : []) {
      if (!version) break;
      places.push({ area, now: await figuresAt(context, version, duties, area.key), ...(await reviewOf(context, version.pack, area.key)) });
    }
    return ok({
      packs: versions.map(({ pack, title }) => ({ id: pack, title })),
      pack: version?.pack ?? null,
      area: { key: lo, name: await areaName(tx, lo) },
      places,
      changes: await changesIn(context, lo),
      may: { review: may(actor, REVIEW), propose: may(actor, `${PROPOSAL}.write`) },
    });
  },
});

async function reviewOf({ tx, services, language }: RouteContext, pack: string, area: number) {
  type Row = Omit<NonNullable<Shown["places"][number]["review"]>, "gradeLabel">;
  const { rows } = await sql<Row>`select id, reviewed_on as "on", grade, percent, conclusion from policy_tasks.effect_review
    where deleted_at is null and pack = ${pack} and area = ${area} order by reviewed_on desc, id desc limit 1`.execute(tx);
  const { rows: open } = await sql<{
    n: number;
  }>`select count(*)::int as n from policy_tasks.proposal p join policy_tasks.effect_review r on r.id = p.review
    where p.deleted_at is null and p.closed_at is null and r.area = ${area}`.execute(tx);
  const labels = services.spoken[language].registry.ledgers.find(({ name }) => name === effectReview.name)?.fields.grade?.choices ?? {};
  const [row] = rows;
  return { review: row ? { ...row, gradeLabel: labels[row.grade] ?? row.grade } : null, proposals: open[0]?.n ?? 0 };
}

/** What was adopted here and above: it binds the places below. */
async function changesIn({ tx, services, language }: RouteContext, area: number): Promise<Shown["changes"]> {
  type Row = Omit<Shown["changes"][number], "kindLabel"> & { kind: string };
  const { rows } =
    await sql<Row>`select id, kind, subject, version_number::int as version, title, should_be, reason, decided_on, effective_on
    from policy_tasks.proposal where deleted_at is null and state = 'adopted' and area between ${area} and ${subtreeOf(area).hi}
    order by subject, version_number desc limit 200`.execute(tx);
  const labels = services.spoken[language].registry.ledgers.find(({ name }) => name === PROPOSAL)?.fields.kind?.choices ?? subjectKinds;
  return rows.map(({ kind, ...row }) => ({ ...row, kindLabel: (labels as Readonly<Record<string, string>>)[kind] ?? kind }));
}

export const reviewEffect = route({
  method: "POST",
  path: "/policy-tasks/effect/reviews",
  tag,
  summary: "成效评估",
  description: "评估当日的数由平台写入，评估意见由人写；之后可据以提出优化建议。",
  permission: REVIEW,
  input: z.object({
    area: areaKey,
    pack: z.string().max(40),
    grade: z.enum(grades),
    conclusion: z.string().trim().min(4).max(2_000),
  }),
  output: z.object({ id: z.uuid(), percent: z.number().int().nullable() }),
  example: { input: { area: 330802006000000, pack: "QZ", grade: "fair", conclusion: "微型站出勤偏低，建议提高权重" } },
  refuses: ["not_found"],
  async run(context, { area, pack, grade, conclusion }) {
    const { tx, actor, services, today, now } = context;
    if (!isWithin(area, actor.area)) return refuse("not_found", "ledger.outside_area");
    await knowMeasures(tx, services);
    const version = chosenVersion(await versionsHere(tx, area, today), pack);
    if (!version) return refuse("not_found", "policy-tasks.unknown_pack", { pack });
    const counted = await figuresAt(context, version, await dutiesOf(context, version), area);
    const id = uuidv7(now.getTime());
    const values = { pack, reviewedOn: today, grade, conclusion, ...counted };
    await insertRows(services.catalog.get(effectReview.name), [{ id, area, demo: false, values }], readerOf(context));
    context.audit({ action: "成效评估", subject: effectReview.name, subjectId: id, area, detail: { pack, grade } });
    return ok({ id, percent: counted.percent });
  },
});
