/** Changing a unit's supervision class with a reason, and the coverage in figures. */
import { sql } from "kysely";
import { z } from "zod";
import { findRow } from "#platform/ledger/read.ts";
import { readerOf } from "#platform/ledger/routes.ts";
import { insertRows, uuidv7 } from "#platform/ledger/write.ts";
import { ok, refuse } from "#platform/result.ts";
import { route } from "#platform/route.ts";
import { areaKey, isWithin, subtreeOf } from "#platform/values.ts";
import { inspectorsById, organNames } from "../tasks/people.ts";
import { changeObject } from "./keep-objects.ts";
import { classChange, classSources, object } from "./object.ts";
import { type Credit, classRules, credits, type Risk, risks } from "./supervision-class.ts";

const tag = "检查对象";
const keys = <K extends string>(table: Readonly<Record<K, string>>) => z.enum(Object.keys(table) as [K, ...K[]]);
const EXAMPLE = "01997c2e-8f00-7000-8000-000000000001";

export const setClass = route({
  method: "POST",
  path: "/inspection/objects/:id/class",
  summary: "改监管类别",
  description: "风险或信用变了就记一笔：从什么改到什么、依据哪里来、为什么。抽取权重和检查间隔随之重算。",
  tag,
  permission: "inspection.classify",
  input: z.object({
    id: z.uuid(),
    risk: keys(risks).optional(),
    credit: keys(credits).optional(),
    source: keys(classSources).exclude(["initial"]),
    reason: z.string().trim().min(4, "请写明理由").max(300),
  }),
  output: z.object({
    risk: keys(risks),
    credit: keys(credits),
    weight: z.number().int(),
    everyMonths: z.number().int(),
    dueOn: z.string().nullable(),
  }),
  example: {
    input: { id: EXAMPLE, risk: "red", source: "assessment", reason: "年度评估为重大风险" },
    output: { risk: "red", credit: "unknown", weight: 400, everyMonths: 6, dueOn: "2026-09-18" },
  },
  async run(context, { id, risk, credit, source, reason }) {
    const { tx, services, actor, today, now } = context;
    const entry = services.catalog.get(object.name);
    const row = await findRow(entry, id, readerOf(context), true);
    if (!row) return refuse("not_found", "ledger.unknown_row", { id });
    const before = { risk: row.risk as Risk, credit: row.credit as Credit };
    const after = { risk: risk ?? before.risk, credit: credit ?? before.credit };
    if (after.risk === before.risk && after.credit === before.credit) return refuse("invalid", "inspection.class_unchanged");
    await changeObject(row, { ...after, classWhy: `${classSources[source]}：${reason}`.slice(0, 300), classOn: today }, tx, services);
    const line = {
      object: id,
      unitName: row.unitName,
      setOn: today,
      riskBefore: before.risk,
      creditBefore: before.credit,
      ...after,
      source,
      reason,
      byName: actor.name,
    };
    await insertRows(
      services.catalog.get(classChange.name),
      [{ id: uuidv7(now.getTime()), area: row.area, values: line, demo: row.demo }],
      readerOf(context),
    );
    context.audit({ action: "改监管类别", subject: object.name, subjectId: id, area: row.area, detail: { before, after, reason } });
    const changed = await findRow(entry, id, readerOf(context));
    return ok({
      ...after,
      weight: Number(changed?.weight ?? 0),
      everyMonths: Number(changed?.everyMonths ?? 0),
      dueOn: (changed?.dueOn ?? null) as string | null,
    });
  },
});

export const nameSupervisors = route({
  method: "POST",
  path: "/inspection/objects/supervisors",
  summary: "指定监管人",
  description: "行业监管单位随单位的行业主管部门，属地监管单位为乡镇街道；这里指定到人，属地单位也可改派。不给的不变。",
  tag,
  permission: "inspection.classify",
  input: z.object({
    objects: z.array(z.uuid()).min(1).max(500),
    industryPerson: z.uuid().nullable().optional(),
    areaOrgan: z.uuid().optional(),
    areaPerson: z.uuid().nullable().optional(),
  }),
  output: z.object({ changed: z.number().int() }),
  example: { input: { objects: [EXAMPLE], areaPerson: EXAMPLE }, output: { changed: 1 } },
  async run(context, { objects, industryPerson, areaOrgan, areaPerson }) {
    const { tx, services } = context;
    const people = [industryPerson, areaPerson].filter((id) => typeof id === "string");
    const known = await inspectorsById(people, tx);
    if (people.some((id) => !known.has(id))) return refuse("invalid", "inspection.unknown_person");
    if (areaOrgan && !(await organNames([areaOrgan], tx)).has(areaOrgan)) return refuse("invalid", "ledger.unknown_reference");
    const values = Object.fromEntries(Object.entries({ industryPerson, areaOrgan, areaPerson }).filter(([, value]) => value !== undefined));
    let changed = 0;
    for (const id of new Set(objects)) {
      const row = await findRow(services.catalog.get(object.name), id, readerOf(context), true);
      if (!row) return refuse("not_found", "ledger.unknown_row", { id });
      await changeObject(row, values, tx, services);
      changed++;
    }
    context.audit({ action: "指定监管人", subject: object.name, detail: { objects: changed, ...values } });
    return ok({ changed });
  },
});

const figure = z.number().int();
export const showCoverage = route({
  method: "GET",
  path: "/inspection/coverage",
  summary: "监管覆盖",
  description: "按下级辖区：对象数、两方监管单位齐备数、缺行业或属地监管单位、从未检查、到期应查。",
  tag,
  permission: "inspection.object.read",
  input: z.object({ area: z.coerce.number().pipe(areaKey).optional().describe("看这个辖区的下级") }),
  output: z.object({
    confirmed: z.boolean().describe("分级分类的数值是否经本单位核定"),
    rows: z.array(
      z.object({
        area: figure,
        name: z.string(),
        objects: figure,
        both: figure,
        noIndustry: figure,
        noArea: figure,
        never: figure,
        due: figure,
        checkedYear: figure,
      }),
    ),
  }),
  async run({ tx, actor, today }, { area }) {
    if (area !== undefined && !isWithin(area, actor.area)) return refuse("forbidden", "ledger.outside_area");
    const { lo, hi } = area === undefined ? actor.area : subtreeOf(area);
    const span = hi - lo >= 1e10 ? 1e9 : hi - lo >= 1e7 ? 1e6 : 1e3;
    const { rows } = await sql<{
      area: number;
      name: string;
      objects: number;
      both: number;
      noIndustry: number;
      noArea: number;
      never: number;
      due: number;
      checkedYear: number;
    }>`
      select g.area, coalesce((select a.name from platform.area a where a.key = g.area), '') as name, g.objects, g.both, g.no_industry, g.no_area, g.never, g.due, g.checked_year from (
        select area / ${span}::bigint * ${span}::bigint as area, count(*)::int as objects,
          count(*) filter (where industry_organ is not null and area_organ is not null)::int as both, count(*) filter (where industry_organ is null)::int as no_industry,
          count(*) filter (where area_organ is null)::int as no_area, count(*) filter (where last_checked_on is null)::int as never,
          count(*) filter (where due_on <= ${today})::int as due, count(*) filter (where last_checked_on > ${today}::date - 365)::int as checked_year
        from inspection.object where area between ${lo} and ${hi} and deleted_at is null group by 1) g order by g.area limit 400`.execute(
      tx,
    );
    return ok({ confirmed: classRules.confirmed, rows: [...rows] });
  },
});
