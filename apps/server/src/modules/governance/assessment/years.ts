/**
 * A year of assessment as everybody concerned may know it. The year's own row belongs to the area that assesses; the assessed see its state, its
 * days and its scheme by the published view `v_year`, and of the scores their own until the circular has reached them.
 */
import { sql } from "kysely";
import { type Pledged, pledgesOf } from "#modules/governance/responsibility/index.ts";
import type { Tx } from "#platform/db.ts";
import type { Scheme } from "./domain/scheme.ts";
import type { Step } from "./domain/year.ts";
import { readScheme } from "./read-scheme.ts";

export type Year = {
  readonly id: string;
  readonly area: number;
  readonly areaName: string;
  readonly title: string;
  readonly year: number;
  readonly level: "county" | "town";
  readonly state: Step;
  readonly from: string;
  readonly until: string;
  readonly pledgeBy: string | null;
  readonly entrants: number;
  readonly signed: number;
  readonly sampled: number | null;
  readonly frozenAt: string | null;
  readonly appealUntil: string | null;
  readonly replyBy: string | null;
  readonly approvedOn: string | null;
  readonly circular: string | null;
  readonly issuedOn: string | null;
  readonly demo: boolean;
  readonly schemeId: string;
  readonly schemeCode: string;
  readonly edition: number;
  readonly source: string;
  readonly host: string;
};
export type YearWithScheme = { readonly year: Year; readonly scheme: Scheme };

/** A scheme in force passed its check when it was written; one that no longer reads is a fault of the program, not of the asker. */
export function schemeOf(year: Pick<Year, "source" | "schemeCode" | "edition">): Scheme {
  const reading = readScheme(year.source);
  if (!reading.ok)
    throw new Error(
      `scheme ${year.schemeCode} ${year.edition} does not read: ${reading.errors.map(({ line, code }) => `${line} ${code}`).join(", ")}`,
    );
  return reading.scheme;
}

/** The years in which something within the asker's range is assessed, or that he himself runs. */
const seen = sql`(v.area between current_setting('suiren.lo')::bigint and current_setting('suiren.hi')::bigint
  or exists (select 1 from assessment.entrant e where e.year = v.id and e.deleted_at is null))`;

/** Newest first. */
export async function listYears(tx: Tx): Promise<readonly Year[]> {
  const { rows } = await sql<Year>`select v.* from assessment.v_year v where ${seen} order by v.year desc, v.level, v.id`.execute(tx);
  return rows;
}

export async function findYear(tx: Tx, id: string): Promise<YearWithScheme | undefined> {
  const { rows } = await sql<Year>`select v.* from assessment.v_year v where v.id = ${id} and ${seen}`.execute(tx);
  const year = rows[0];
  return year && { year, scheme: schemeOf(year) };
}

/** For the program's own work, past the row filter's question of who asks. */
export async function loadYear(tx: Tx, id: string): Promise<YearWithScheme> {
  const { rows } = await sql<Year>`select * from assessment.v_year where id = ${id}`.execute(tx);
  const year = rows[0];
  if (!year) throw new Error(`no year ${id}`);
  return { year, scheme: schemeOf(year) };
}

export type Assessed = {
  readonly id: string;
  readonly area: number;
  readonly name: string;
  readonly organ: string | null;
  readonly grouping: string;
  readonly people: number | null;
  /** Its pledge of the year, as responsibility keeps it: the day it signed, and the day both sides had. */
  readonly pledge: Pledged | null;
  readonly pledgedOn: string | null;
  readonly snapshot: string | null;
  readonly sm3: string | null;
  readonly frozenAt: string | null;
  readonly frozenScore: number | null;
  readonly frozenLow: number | null;
  readonly frozenHigh: number | null;
  readonly frozenGrade: string | null;
  readonly frozenRank: number | null;
  readonly frozenTied: boolean | null;
  readonly finalScore: number | null;
  readonly finalLow: number | null;
  readonly finalHigh: number | null;
  readonly finalGrade: string | null;
  readonly finalRank: number | null;
  readonly finalTied: boolean | null;
  /** The day the area ceased to be: merged or abolished during the year. */
  readonly endedOn: string | null;
};

/** Those of a year within the reader's rows, each with its pledge. */
export async function entrantsOf(tx: Tx, yearId: string): Promise<readonly Assessed[]> {
  const { rows } = await sql<
    Omit<Assessed, "pledge" | "pledgedOn"> & { readonly calendarYear: number }
  >`select e.id, e.area, e.name, e.organ, e.calendar_year, coalesce(e.grouping, '') as grouping, e.people, e.snapshot, e.sm3, e.frozen_at,
      e.frozen_score, e.frozen_low, e.frozen_high, e.frozen_grade, e.frozen_rank, e.frozen_tied, e.final_score, e.final_low, e.final_high, e.final_grade, e.final_rank,
      e.final_tied, a.valid_to as ended_on
    from assessment.entrant e left join platform.area a on a.key = e.area where e.year = ${yearId} and e.deleted_at is null order by e.area`.execute(
    tx,
  );
  const year = rows[0]?.calendarYear;
  const pledges =
    year === undefined
      ? new Map<string, Pledged>()
      : await pledgesOf(
          tx,
          year,
          rows.flatMap(({ organ }) => organ ?? []),
        );
  return rows.map(({ calendarYear: _, ...row }) => {
    const pledge = pledges.get(row.organ ?? "") ?? null;
    return { ...row, pledge, pledgedOn: pledge?.pledgedOn ?? null };
  });
}
