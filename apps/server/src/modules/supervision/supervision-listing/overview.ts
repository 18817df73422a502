/** 总览: each government in a year: its batches, its plates, who owes one, what is overdue. JX-1.2.1, QZ-2.1.4, TY-1.8, TY-3.3.2. */
import { sql } from "kysely";
import { z } from "zod";
import { ok } from "#platform/result.ts";
import { route } from "#platform/route.ts";
import { owedIn } from "./domain/obligations.ts";

const owed = z.enum(["met", "due", "missed"]);
const government = z.object({
  id: z.uuid(),
  name: z.string(),
  level: z.string(),
  owesMajor: z.boolean().describe("每年至少一次重大火灾隐患单位挂牌：县级政府与管委会"),
  area: z.number().int(),
  batches: z.number().int(),
  proposed: z.number().int(),
  open: z.number().int(),
  overdue: z.number().int(),
  delisted: z.number().int(),
  onTime: z.number().int(),
  majorListings: z.number().int(),
  batchOwed: owed,
  majorOwed: owed,
});
type Counted = Omit<z.output<typeof government>, "batchOwed" | "majorOwed">;
const tools = z.object({
  listings: z.number().int(),
  interviews: z.number().int(),
  interviewed: z.number().int(),
  exposures: z.number().int(),
  improved: z.number().int(),
  exposedNow: z.number().int(),
});

export const showOverview = route({
  method: "GET",
  path: "/supervision-listing/overview",
  summary: "挂牌督办总览",
  tag: "挂牌督办",
  permission: "supervision-listing.listing.read",
  input: z.object({ year: z.coerce.number().int().min(2000).max(2100).optional(), towns: z.enum(["true", "false"]).default("false") }),
  output: z.object({
    year: z.number().int(),
    governments: z.array(government),
    towns: z.object({ all: z.number().int(), withBatch: z.number().int() }),
    unlistedMajor: z.number().int(),
    interviewsDue: z.number().int(),
    tools,
  }),
  async run({ tx, actor, today }, { year: asked, towns }) {
    const year = asked ?? Number(today.slice(0, 4));
    const { lo, hi } = actor.area;
    // Row-level security shows each government the plates of its own range; its own row stands in v_organ.
    const levels = towns === "true" ? ["city", "county", "town"] : ["city", "county"];
    const { rows } =
      await sql<Counted>`select o.id, o.short_name as name, o.level, o.area, (o.level = 'county' or o.kind = 'management-committee') as owes_major,
        (select count(*)::int from supervision_listing.batch b where b.government = o.id and b.year = ${year} and b.issued_on is not null and b.deleted_at is null) as batches,
        count(l.id) filter (where l.state = 'proposed')::int as proposed, count(l.id) filter (where l.state in ('listed', 'review', 'delisting'))::int as open,
        count(l.id) filter (where l.state in ('listed', 'review') and l.due_on < ${today})::int as overdue, count(l.id) filter (where l.state = 'delisted')::int as delisted,
        count(l.id) filter (where l.state = 'delisted' and l.on_time)::int as on_time,
        count(l.id) filter (where l.target = 'hazard' and l.listed_on is not null)::int as major_listings
      from organizations.v_organ o left join supervision_listing.listing l on l.government = o.id and l.deleted_at is null and l.year = ${year}
      where o.kind in ('government', 'management-committee') and o.level = any(${levels}::text[]) and o.area between ${lo} and ${hi}
      group by o.id, o.short_name, o.level, o.area, o.kind order by array_position(array['city', 'county', 'town'], o.level), o.kind <> 'government', o.area limit 500`.execute(
        tx,
      );
    const small = await sql<{
      all: number;
      withBatch: number;
    }>`select count(*)::int as all, count(*) filter (where exists (select 1 from supervision_listing.batch b
        where b.government = o.id and b.year = ${year} and b.issued_on is not null and b.deleted_at is null))::int as with_batch
      from organizations.v_organ o where o.kind = 'government' and o.level = 'town' and o.area between ${lo} and ${hi}`.execute(tx);
    const [begin, end] = [`${year}-01-01`, `${year}-12-31`];
    const used = await sql<z.output<typeof tools> & { unlistedMajor: number; interviewsDue: number }>`select
        (select count(*)::int from supervision_listing.listing where listed_on between ${begin} and ${end} and deleted_at is null) as listings,
        (select count(*)::int from supervision_listing.interview where held_on between ${begin} and ${end} and deleted_at is null) as interviews,
        (select coalesce(sum(jsonb_array_length(attendees)), 0)::int from supervision_listing.interview where held_on between ${begin} and ${end} and deleted_at is null) as interviewed,
        (select count(*)::int from supervision_listing.interview where held_on between ${begin} and ${end} and state = 'improved' and deleted_at is null) as improved,
        (select count(*)::int from supervision_listing.exposure where published_on between ${begin} and ${end} and deleted_at is null) as exposures,
        (select count(*)::int from supervision_listing.exposure where state = 'shown' and deleted_at is null) as exposed_now,
        (select count(*)::int from supervision_listing.interview where state = 'held' and next_on <= ${today} and deleted_at is null) as interviews_due,
        (select count(*)::int from hazard_loop.hazard h where h.grade = 'major' and h.closed_at is null and h.deleted_at is null and h.area between ${lo} and ${hi}
          and not exists (select 1 from supervision_listing.listing l where l.target_key = 'hazard:' || h.id and l.closed_at is null and l.deleted_at is null)) as unlisted_major`.execute(
      tx,
    );
    const figures = used.rows[0];
    return ok({
      year,
      governments: rows.map((row) => {
        const { batch, major } = owedIn(year, today, row);
        return { ...row, batchOwed: batch, majorOwed: major };
      }),
      towns: small.rows[0] ?? { all: 0, withBatch: 0 },
      unlistedMajor: figures?.unlistedMajor ?? 0,
      interviewsDue: figures?.interviewsDue ?? 0,
      tools: {
        listings: figures?.listings ?? 0,
        interviews: figures?.interviews ?? 0,
        interviewed: figures?.interviewed ?? 0,
        improved: figures?.improved ?? 0,
        exposures: figures?.exposures ?? 0,
        exposedNow: figures?.exposedNow ?? 0,
      },
    });
  },
});
