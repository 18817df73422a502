/**
 * 派出所: their yearly assessment, an officer for every village with his fire duties, and the log of what he guided.
 * QZ-3.4.2, TY-2.4.1.8. The figures of the score are the product's, to be confirmed by the office.
 */
import { sql } from "kysely";
import { z } from "zod";
import { defineLedger } from "#platform/ledger/define.ts";
import { choice, day, decimal, files, integer, long, organ, ref, text } from "#platform/ledger/fields.ts";
import { ok } from "#platform/result.ts";
import { route } from "#platform/route.ts";

const required = true;
const readOnly = true;
const whole = { min: 0, max: 1_000_000 } as const;

/** Plan carried out 60, training 20, examination 20; what was not planned or held counts nothing. Pure. */
export function policeScore(row: {
  readonly planned?: number | null;
  readonly done?: number | null;
  readonly staff?: number | null;
  readonly trained?: number | null;
  readonly examMean?: number | null;
}): number {
  const share = (part?: number | null, of?: number | null) => (of ? Math.min(1, (part ?? 0) / of) : 0);
  return Math.round(60 * share(row.done, row.planned) + 20 * share(row.trained, row.staff) + 20 * Math.min(1, (row.examMean ?? 0) / 100));
}

export const policeAssessment = defineLedger("inspection.police-assessment", {
  label: "派出所消防监督考核",
  counter: "份",
  title: "station",
  fields: {
    station: text("派出所", { required, max: 80 }),
    organ: organ("机构"),
    year: integer("年度", { required, min: 2_000, max: 2_100, indexed: true }),
    plan: text("工作方案", { max: 200 }),
    documents: files("方案与办法"),
    objects: integer("管辖单位", { ...whole, unit: "家" }),
    planned: integer("计划检查", { ...whole, unit: "次" }),
    done: integer("完成检查", { ...whole, unit: "次" }),
    staff: integer("民警", { ...whole, unit: "人" }),
    trained: integer("培训人数", { ...whole, unit: "人" }),
    trainedOn: day("培训日期"),
    examMean: decimal("考试均分", { min: 0, max: 100, unit: "分" }),
    score: integer("考核分", { readOnly, unit: "分" }),
    note: text("说明", { max: 300 }),
  },
  search: ["station"],
  list: {
    columns: ["station", "year", "area", "objects", "planned", "done", "trained", "examMean", "score"],
    filters: ["area", "year", "organ"],
  },
  views: { low: { label: "低于 60 分", where: { score: { before: 60 } } } },
  derive: (row) => ({ score: policeScore(row) }),
});

export const villageOfficer = defineLedger("inspection.village-officer", {
  label: "驻村民警",
  counter: "人",
  title: "name",
  fields: {
    name: text("民警", { required, max: 40 }),
    station: text("派出所", { required, max: 80 }),
    organ: organ("机构"),
    since: day("驻村起", { required }),
    until: day("驻村止"),
    duties: long("消防职责", { required, max: 1_000 }),
    instrument: text("文件或纪要", { required, max: 200, help: "依据哪份文件或会议纪要确定职责" }),
    instrumentFiles: files("文件"),
    lastVisitOn: day("最近走访", { readOnly, indexed: true }),
  },
  search: ["name", "station"],
  list: { columns: ["name", "station", "area", "since", "instrument", "lastVisitOn"], filters: ["area", "lastVisitOn"] },
  views: { quiet: { label: "三个月未走访", where: { any: [{ lastVisitOn: { set: false } }, { lastVisitOn: { before: "today-90d" } }] } } },
});

export const villageGuidance = defineLedger("inspection.village-guidance", {
  label: "驻村指导记录",
  counter: "次",
  title: "what",
  partOf: "officer",
  record: { on: "visitedOn", lockDays: 15 },
  keeps: { on: "visitedOn", set: { lastVisitOn: "visitedOn" } },
  fields: {
    officer: ref("驻村民警", villageOfficer, { required }),
    visitedOn: day("日期", { required }),
    kind: choice(
      "方式",
      { visit: "走访入户", patrol: "带队巡查", training: "培训宣传", drill: "演练", meeting: "村委会会商" },
      { required },
    ),
    what: text("指导内容", { required, max: 300 }),
    found: integer("发现问题", { ...whole, unit: "处" }),
    photos: files("照片"),
  },
  list: {
    columns: ["what", "visitedOn", "officer", "kind", "found", "area"],
    filters: ["visitedOn", "kind", "officer"],
    sort: "-visitedOn",
  },
});

export const listBareVillages = route({
  method: "GET",
  path: "/inspection/villages-without-officer",
  summary: "没有驻村民警的村社区",
  tag: "驻村民警",
  permission: "inspection.village-officer.read",
  input: z.object({ limit: z.coerce.number().int().min(1).max(500).default(200) }),
  output: z.object({
    villages: z.number().int(),
    without: z.number().int(),
    rows: z.array(z.object({ area: z.number().int(), name: z.string() })),
  }),
  async run({ tx, actor, today }, { limit }) {
    const bare = sql`not exists (select 1 from inspection.village_officer o where o.area = a.key and o.deleted_at is null and (o.until is null or o.until >= ${today}))`;
    const inside = sql`a.level = 'village' and a.valid_to is null and a.key between ${actor.area.lo} and ${actor.area.hi}`;
    const { rows: counts } = await sql<{
      villages: number;
      without: number;
    }>`select count(*)::int as villages, count(*) filter (where ${bare})::int as without from platform.area a where ${inside}`.execute(tx);
    const { rows } = await sql<{
      area: number;
      name: string;
    }>`select a.key as area, a.full_name as name from platform.area a where ${inside} and ${bare} order by a.key limit ${limit}`.execute(
      tx,
    );
    return ok({ villages: counts[0]?.villages ?? 0, without: counts[0]?.without ?? 0, rows: [...rows] });
  },
});
