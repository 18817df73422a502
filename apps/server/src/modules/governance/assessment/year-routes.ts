/** Beginning a year of assessment, reading its circular before it goes out, and what its results suggest. */

import { sql } from "kysely";
import { z } from "zod";
import { draftPledges } from "#modules/governance/responsibility/index.ts";
import { eraseCase } from "#platform/case/define.ts";
import { raiseCase } from "#platform/case/store.ts";
import { readerOf } from "#platform/ledger/routes.ts";
import { insertRows, uuidv7 } from "#platform/ledger/write.ts";
import { ok, refuse } from "#platform/result.ts";
import { type RouteContext, route } from "#platform/route.ts";
import { calendarDate, subtreeOf } from "#platform/values.ts";
import { circularValues, lastPlaces } from "./circular.ts";
import { uses } from "./domain/kinds.ts";
import { groupOf } from "./domain/ranking.ts";
import { lowestGrade } from "./domain/scheme.ts";
import { targetsOfScheme } from "./domain/targets.ts";
import { periodOf } from "./domain/year.ts";
import { ENTRANT, YEAR } from "./names.ts";
import { yearCase } from "./year-case.ts";
import { entrantsOf, findYear, schemeOf } from "./years.ts";

type SchemeRow = {
  readonly id: string;
  readonly code: string;
  readonly edition: number;
  readonly source: string;
  readonly state: string;
  readonly level: "county" | "town";
};
type Area = {
  readonly key: number;
  readonly code: string | null;
  readonly name: string;
  readonly organ: string | null;
  readonly people: number | null;
};

/** The areas of the level under the one that assesses, with the government of each and the newest count of its people up to the year. */
async function areasUnder({ tx }: RouteContext, area: number, level: string, year: number): Promise<readonly Area[]> {
  const { lo, hi } = subtreeOf(area);
  const { rows } = await sql<Area>`select a.key, a.code, a.name,
      (select o.id from organizations.v_organ o where o.area = a.key and o.kind in ('government', 'management-committee') order by o.kind, o.id limit 1) as organ,
      (select p.people from assessment.population p where p.area = a.key and p.year between ${year - 2} and ${year} and p.deleted_at is null order by p.year desc limit 1) as people
    from platform.area a where a.level = ${level} and a.key between ${lo} and ${hi} and (a.valid_to is null or a.valid_to >= ${`${year}-01-01`}::date) order by a.key`.execute(
    tx,
  );
  return rows;
}

export const openYear = route({
  method: "POST",
  path: "/assessment/years",
  summary: "开始一个年度的考核",
  tag: "考核",
  permission: "assessment.run",
  input: z.object({
    scheme: z.uuid(),
    year: z.number().int().min(2000).max(2100),
    pledgeBy: calendarDate,
    group: z.string().trim().max(300).nullable().default(null),
  }),
  output: z.object({ id: z.uuid(), entrants: z.number().int(), ungrouped: z.array(z.string()).describe("没有人口数、未能分组的") }),
  async run(context, { scheme: schemeId, year, pledgeBy, group }) {
    const { tx, actor, services, now } = context;
    const { rows } =
      await sql<SchemeRow>`select s.id, s.code, s.edition, s.source, s.state, s.level from assessment.v_scheme s where s.id = ${schemeId}`.execute(
        tx,
      );
    const row = rows[0];
    if (row?.state !== "inForce") return refuse("conflict", "assessment.scheme_not_in_force");
    const scheme = schemeOf({ source: row.source, schemeCode: row.code, edition: row.edition });
    const { from, to } = periodOf(year);
    if (scheme.from > to || (scheme.to !== undefined && scheme.to < from))
      return refuse("conflict", "assessment.scheme_other_years", { from: scheme.from });
    const area = actor.area.lo;
    if (actor.organId === null) return refuse("conflict", "assessment.no_organ");
    const taken =
      await sql`select 1 from assessment.year where area = ${area} and year = ${year} and level = ${row.level} and deleted_at is null`.execute(
        tx,
      );
    if (taken.rows.length > 0) return refuse("conflict", "assessment.year_exists", { year });
    const areas = await areasUnder(context, area, row.level, year);
    if (areas.length === 0) return refuse("conflict", "assessment.nobody_to_assess");
    const name = await sql<{ name: string }>`select name from platform.area where key = ${area}`.execute(tx);
    const raised = await raiseCase(
      eraseCase(yearCase),
      {
        area,
        values: {
          title: `${name.rows[0]?.name ?? ""} ${year} 年度${row.level === "county" ? "县（市、区）" : "乡镇（街道）"}消防工作考核`,
          year,
          level: row.level,
          scheme: schemeId,
          host: actor.organId,
          from,
          until: to,
          pledgeBy,
          group,
          entrants: areas.length,
          signed: 0,
        },
        holderOrgan: actor.organId,
        at: now,
        kind: "person",
        actor: actor.userId,
        actorName: actor.name,
      },
      readerOf(context),
      services,
    );
    if (!raised.ok) return raised;
    const entrants = areas.map((each) => ({
      ...each,
      grouping: groupOf(scheme.groups, each.code ?? String(each.key).slice(0, 6), each.people) ?? "",
    }));
    await insertRows(
      services.catalog.get(ENTRANT),
      entrants.map(({ key, name: title, organ, people, grouping }) => ({
        id: uuidv7(now.getTime()),
        area: key,
        demo: false,
        values: { year: raised.value.id, calendarYear: year, name: title, organ, people, grouping, startedOn: from },
      })),
      readerOf(context),
    );
    const drafted = await draftPledges(context, {
      ...{ year, superior: actor.organId, signBy: pledgeBy, targets: targetsOfScheme(scheme) },
      pledgers: areas.flatMap(({ key, name: title, organ }) => (organ ? [{ organ, area: key, name: title }] : [])),
    });
    if (!drafted.ok) return drafted;
    context.audit({
      action: "开始年度考核",
      subject: YEAR,
      subjectId: raised.value.id,
      area,
      detail: { year, scheme: row.code, edition: row.edition, entrants: areas.length },
    });
    return ok({
      id: raised.value.id,
      entrants: areas.length,
      ungrouped: entrants.filter(({ grouping }) => grouping === "").map(({ name: title }) => title),
    });
  },
});

const circularLine = z.object({
  grouping: z.string(),
  rank: z.string(),
  name: z.string(),
  score: z.string(),
  grade: z.string(),
  change: z.string(),
});

export const previewCircular = route({
  method: "GET",
  path: "/assessment/years/:id/circular",
  summary: "预看通报",
  tag: "考核",
  permission: "assessment.run",
  input: z.object({ id: z.uuid() }),
  output: z.object({
    title: z.string(),
    number: z.string().nullable(),
    lines: z.array(circularLine),
    receivers: z.array(z.object({ name: z.string(), readAt: z.string().nullable(), reader: z.string().nullable() })),
  }),
  async run({ tx }, { id }) {
    const found = await findYear(tx, id);
    if (!found) return refuse("not_found", "ledger.unknown_row", { id });
    const entrants = await entrantsOf(tx, id);
    if (!found.year.approvedOn) return refuse("conflict", "assessment.not_approved");
    const lines = circularValues(entrants, await lastPlaces(tx, found.year));
    const receipts = await sql<{
      name: string;
      readAt: string | null;
      reader: string | null;
    }>`select coalesce(o.short_name, '') as name, r.read_at, r.reader from assessment.receipt r
      left join organizations.v_organ o on o.id = r.receiver where r.year_id = ${id} and r.deleted_at is null order by r.area`.execute(tx);
    const receivers = receipts.rows.length > 0 ? receipts.rows : entrants.map(({ name }) => ({ name, readAt: null, reader: null }));
    return ok({ title: `关于${found.year.title}结果的通报`, number: found.year.circular, lines: [...lines], receivers });
  },
});

const useKeys = Object.keys(uses) as [keyof typeof uses, ...(keyof typeof uses)[]];
const suggestion = z
  .object({
    entrant: z.uuid(),
    name: z.string(),
    kind: z.enum(useKeys),
    why: z.enum(["failed", "excellent", "manyLate", "cap", "fell"]),
    n: z.number(),
  })
  .meta({
    id: "AssessmentSuggestion",
    description: "由结果提出的建议；由人决定",
  });

/** Suggestions only: the decision, the notice and what came of it are a person's, kept as 结果运用. PT-2.2.4.8 */
export const suggestUses = route({
  method: "GET",
  path: "/assessment/years/:id/suggestions",
  summary: "结果运用建议",
  tag: "考核",
  permission: "assessment.run",
  input: z.object({ id: z.uuid() }),
  output: z.object({ suggestions: z.array(suggestion) }),
  async run({ tx }, { id }) {
    const found = await findYear(tx, id);
    if (!found) return refuse("not_found", "ledger.unknown_row", { id });
    const { year, scheme } = found;
    if (!year.approvedOn) return ok({ suggestions: [] });
    const [best, lowest] = [scheme.grades.toSorted((a, b) => b.from - a.from)[0]?.name, lowestGrade(scheme)];
    const before = await lastPlaces(tx, year);
    const entrants = await entrantsOf(tx, id);
    const spans = JSON.stringify(entrants.map(({ area }) => ({ area, hi: subtreeOf(area).hi })));
    const late = await sql<{
      area: number;
      n: number;
    }>`select e.area, count(f.id)::int as n from jsonb_to_recordset(${spans}::jsonb) e (area bigint, hi bigint)
      join assessment.finding f on f.area between e.area and e.hi
      and f.late_on between ${year.from}::date and ${year.until}::date and f.deleted_at is null group by e.area`.execute(tx);
    const done = await sql<{
      entrant: string;
      kind: string;
    }>`select u.entrant, u.kind from assessment.result_use u join assessment.entrant e on e.id = u.entrant where e.year = ${id} and u.deleted_at is null`.execute(
      tx,
    );
    const isDone = (entrant: string, kind: string) => done.rows.some((row) => row.entrant === entrant && row.kind === kind);
    const suggestions = entrants.flatMap((entrant) => {
      const { id: own, name, finalGrade, finalRank, grouping, area } = entrant;
      const last = before.get(area);
      const fell = last && last.grouping === grouping && finalRank !== null ? finalRank - last.rank : 0;
      const lateOnes = late.rows.find((row) => row.area === area)?.n ?? 0;
      return [
        ...(finalGrade === lowest ? [{ kind: "interview" as const, why: "failed" as const, n: entrant.finalScore ?? 0 }] : []),
        ...(finalGrade === best ? [{ kind: "praise" as const, why: "excellent" as const, n: entrant.finalScore ?? 0 }] : []),
        ...(lateOnes >= 3 ? [{ kind: "criticism" as const, why: "manyLate" as const, n: lateOnes }] : []),
        ...(fell >= 2 ? [{ kind: "urge" as const, why: "fell" as const, n: fell }] : []),
      ]
        .filter(({ kind }) => !isDone(own, kind))
        .map((each) => ({ entrant: own, name, ...each }));
    });
    return ok({ suggestions });
  },
});
