/** 执法公信力: appeals upheld, complaints, satisfaction, and one index of the three, by county, beside the year before. SH-2.6 */
import { sql } from "kysely";
import { z } from "zod";
import { ok } from "#platform/result.ts";
import { route } from "#platform/route.ts";

type Counted = {
  readonly appeals: number;
  readonly upheld: number;
  readonly asked: number;
  readonly complaints: number;
  readonly score: number;
};

/** The mean of the parts there are, each from 0 to 100: upheld %, 100 − complaints %, satisfaction × 20. None: no index. Our own formula; the text sets none. */
export function credibilityIndex({ appeals, upheld, asked, complaints, score }: Counted): number | null {
  const parts = [
    ...(appeals > 0 ? [(upheld / appeals) * 100] : []),
    ...(asked > 0 ? [100 - (complaints / asked) * 100, (score / asked) * 20] : []),
  ];
  return parts.length === 0 ? null : Math.round((parts.reduce((sum, part) => sum + part, 0) / parts.length) * 10) / 10;
}

const figures = z.object({
  appeals: z.number().int(),
  upheld: z.number().int(),
  asked: z.number().int(),
  complaints: z.number().int(),
  score: z.number().int(),
  index: z.number().nullable(),
});
const answer = z.object({
  counties: z.array(z.object({ area: z.number(), name: z.string(), now: figures, before: figures })),
});

const indexed = (counted: Counted) => ({ ...counted, index: credibilityIndex(counted) });

export const showCredibility = route({
  method: "GET",
  path: "/enforcement/credibility",
  tag: "行政处罚案件",
  summary: "执法公信力：维持率、投诉率、满意度及其综合值，与上一年比",
  permission: "enforcement.feedback.read",
  input: z.object({ year: z.coerce.number().int().min(2020).max(2100) }),
  output: answer,
  async run({ tx }, { year }) {
    type Line = Counted & { readonly area: number; readonly name: string; readonly year: number };
    const { rows } = await sql<Line>`with said as (
        select area, extract(year from decided_on)::int as year, 1 as appeals, (outcome = 'upheld')::int as upheld, 0 as asked, 0 as complaints, 0 as score
          from enforcement.appeal where outcome is not null and outcome <> 'withdrawn' and deleted_at is null and extract(year from decided_on) in (${year}, ${year - 1})
        union all
        select area, extract(year from asked_on)::int, 0, 0, 1, complaint::int, score::int from enforcement.feedback
          where deleted_at is null and extract(year from asked_on) in (${year}, ${year - 1}))
      select (s.area / 1000000000) * 1000000000 as area, a.name, s.year, sum(appeals)::int as appeals, sum(upheld)::int as upheld, sum(asked)::int as asked,
        sum(complaints)::int as complaints, sum(score)::int as score
      from said s left join platform.area a on a.key = (s.area / 1000000000) * 1000000000 group by 1, 2, 3 order by 1`.execute(tx);
    const none: Counted = { appeals: 0, upheld: 0, asked: 0, complaints: 0, score: 0 };
    const areas = [...new Map(rows.map(({ area, name }) => [area, name ?? ""])).entries()];
    const of = (area: number, wanted: number) => {
      const { appeals, upheld, asked, complaints, score } = rows.find((row) => row.area === area && row.year === wanted) ?? none;
      return indexed({ appeals, upheld, asked, complaints, score });
    };
    return ok({ counties: areas.map(([area, name]) => ({ area, name, now: of(area, year), before: of(area, year - 1) })) });
  },
});
