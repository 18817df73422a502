/** What the moves of a year prepare: the draw, the freeze, the count of open appeals, the final scores, the circular. All in the move's own transaction. */
import { createHash } from "node:crypto";
import { sql } from "kysely";
import { freezeYear as closePolicyYear } from "#modules/governance/policy-tasks/index.ts";
import { renderDocument } from "#modules/supervision/enforcement/index.ts";
import type { Given, Ready } from "#platform/case/define.ts";
import { tellOrgan } from "#platform/case/notices.ts";
import type { Row } from "#platform/ledger/define.ts";
import { readerOf } from "#platform/ledger/routes.ts";
import { insertRows, uuidv7 } from "#platform/ledger/write.ts";
import { ok, type Result, refuse } from "#platform/result.ts";
import type { RouteContext } from "#platform/route.ts";
import { freeze } from "#platform/snapshot/snapshot.ts";
import { areaKey, type CalendarDate } from "#platform/values.ts";
import { circularValues, type Line, lastPlaces } from "./circular.ts";
import { withUpheld } from "./domain/appeal.ts";
import { betterOfRule, lowestGrade } from "./domain/scheme.ts";
import { mayFreeze } from "./domain/year.ts";
import { drawPlaces } from "./draw-places.ts";
import { evidenceOf } from "./evidence.ts";
import { freezingOf, judgeFor, stillWaits } from "./freezing.ts";
import { type FrozenFigures, keptOf, upheldOf } from "./frozen.ts";
import { RECEIPT, SITE_CHECK, YEAR } from "./names.ts";
import { regroup } from "./regroup.ts";
import { ranked, standingsOf } from "./standings.ts";
import { type Asked, valuesOf } from "./values.ts";
import { type Assessed, entrantsOf, loadYear, type YearWithScheme } from "./years.ts";

const text = (value: unknown): string => (typeof value === "string" ? value : "");
const mean = (scores: readonly number[]): number | null =>
  scores.length === 0 ? null : Math.round((scores.reduce((sum, score) => sum + score, 0) / scores.length) * 100) / 100;

async function asked(
  { tx, services, now, today }: RouteContext,
  row: Row,
): Promise<YearWithScheme & { readonly entrants: readonly Assessed[]; readonly asked: Asked }> {
  const found = await loadYear(tx, row.id);
  const entrants = await entrantsOf(tx, row.id);
  return { ...found, entrants, asked: { tx, services, now, today, year: found.year, entrants } };
}

export const signedOf: Ready = async ({ tx }, row) => {
  const signed = (await entrantsOf(tx, row.id)).filter(({ pledgedOn }) => pledgedOn !== null).length;
  return ok({ signed });
};

/** Towns (or villages) of each assessed area, drawn by the public number; the list and its digest stand before the number is used. */
export const drawOf: Ready = async (context, row, given) => {
  const { tx, services } = context;
  const { entrants } = await asked(context, row);
  const below = await sql<{ key: number; name: string; parent: number }>`select key, name, parent from platform.area
    where parent = any(${entrants.map(({ area }) => area)}::bigint[]) and valid_to is null order by key`.execute(tx);
  const ask = Number(given.sampleAsk ?? 0);
  const value = text(given.sampleValue);
  if (ask < 1 || !value.trim()) return refuse("invalid", "assessment.sample_asks");
  const lists = entrants.map(({ id, area }) => ({ id, area, places: below.rows.filter(({ parent }) => parent === area) }));
  const short = lists.find(({ places }) => places.length < ask);
  if (short) return refuse("conflict", "assessment.sample_too_many", { ask, has: short.places.length });
  const drawn = drawPlaces(row.id, lists, ask, value);
  await insertRows(
    services.catalog.get(SITE_CHECK),
    drawn.picks.map(({ entrant, area, place, name, order }) => ({
      id: uuidv7(context.now.getTime()),
      area,
      demo: row.demo,
      values: { entrant, place: name, placeKey: place, drawnAs: order },
    })),
    readerOf(context),
  );
  return ok({ sampleCommitment: drawn.commitment, sampled: drawn.picks.length });
};

/** Every assessed area's figures, scores and rows, each under its own hash; not while figures of the year may still come. */
export const freezeOf: Ready = async (context, row) => {
  const { tx, services, today } = context;
  const found = await loadYear(tx, row.id);
  // What is not over is refused by the move itself.
  if (!mayFreeze(found.year.until, today)) return ok({});
  const freezing = await freezingOf(context, found, await entrantsOf(tx, row.id));
  const owing = stillWaits(freezing, found.year.until as CalendarDate, today);
  if (owing.length > 0) return refuse("conflict", "assessment.december_owed", { names: owing.join("、"), on: freezing.on });
  await judgeFor(services, [found.scheme]);
  return freezeYear(context, row);
};

export async function freezeYear(
  context: Pick<RouteContext, "tx" | "services" | "now" | "today"> & { readonly actor: RouteContext["actor"] | null },
  row: Pick<Row, "id" | "demo">,
): Promise<Result<Given>> {
  const { tx, services, now, today, actor } = context;
  const { year, scheme } = await loadYear(tx, row.id);
  await regroup(tx, year, scheme);
  const entrants = await entrantsOf(tx, row.id);
  const ask: Asked = { tx, services, now, today, year, entrants, isClosing: true };
  const standings = standingsOf(scheme, entrants, await valuesOf(ask, scheme));
  const ruleVersion = `${scheme.scheme} 第${year.edition}版 sm3:${createHash("sm3").update(year.source, "utf8").digest("hex")}`;
  const by = { userId: actor?.userId ?? null, name: actor?.name ?? "系统", now };
  for (const { entrant, score, ranked: place } of standings) {
    const parts = [];
    const rows = [];
    for (const { id, name, source } of [...scheme.indicators, ...scheme.bonuses, ...scheme.deductions, ...scheme.vetoes]) {
      const evidence = await evidenceOf({ id, source, better: betterOfRule(scheme, id) }, entrant.area, entrant.id, ask);
      parts.push({ id, name, total: evidence.total, columns: evidence.columns });
      rows.push(...evidence.rows);
    }
    const figures: FrozenFigures = { score, grouping: entrant.grouping, people: entrant.people, rank: place.rank, tied: place.tied };
    const query = {
      title: year.title,
      year: year.year,
      from: year.from,
      until: year.until,
      scheme: `${scheme.scheme} ${year.edition}`,
      parts,
    };
    const subject = `${entrant.name} ${year.year} 年度考核`;
    const frozen = await freeze(
      tx,
      { kind: "assessment.entrant", subject, area: entrant.area, query, figures, ruleVersion, rows, demo: row.demo },
      by,
    );
    await sql`update assessment.entrant set snapshot = ${frozen.id}, sm3 = ${frozen.sm3}, frozen_on = ${today}, frozen_at = ${now.toISOString()}, frozen_score = ${score.total},
        frozen_low = ${score.low}, frozen_high = ${score.high}, frozen_grade = ${score.grade}, frozen_rank = ${place.rank}, frozen_tied = ${place.tied},
        version = version + 1, updated_at = now() where id = ${entrant.id}`.execute(tx);
  }
  // From here on no version of a pack takes effect or ends in this year: what was judged stays judged.
  for (const { entrant } of standings)
    await closePolicyYear(tx, { area: areaKey.parse(entrant.area), year: year.year, why: `${year.title} 已冻结`, by: by.userId });
  return ok({ frozenAt: now.toISOString(), meanScore: mean(standings.map(({ score }) => score.total)) });
}

export const submissionOf: Ready = async ({ tx }, row) => {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from assessment.appeal a join assessment.entrant e on e.id = a.entrant
    where e.year = ${row.id} and a.closed_at is null and a.deleted_at is null`.execute(tx);
  return ok({ openAppeals: rows[0]?.n ?? 0 });
};

/** Final scores: the frozen ones and what the appeals upheld, ranked anew. */
export const approvalOf: Ready = (context, row) => finalize(context, row);

export async function finalize({ tx }: Pick<RouteContext, "tx">, row: Pick<Row, "id">): Promise<Result<Given>> {
  const { scheme } = await loadYear(tx, row.id);
  const entrants = await entrantsOf(tx, row.id);
  const upheld = await upheldOf(
    tx,
    entrants.map(({ id }) => id),
  );
  const missing = entrants.find(({ snapshot }) => snapshot === null);
  if (missing) return refuse("conflict", "assessment.not_frozen", { name: missing.name });
  const standings = ranked(withUpheld(scheme, await keptOf(tx, entrants), upheld));
  for (const { entrant, score, ranked: place } of standings)
    await sql`update assessment.entrant set final_score = ${score.total}, final_low = ${score.low}, final_high = ${score.high}, final_grade = ${score.grade}, final_failed = ${score.grade === lowestGrade(scheme)},
        final_rank = ${place.rank}, final_tied = ${place.tied}, version = version + 1, updated_at = now() where id = ${entrant.id}`.execute(
      tx,
    );
  return ok({ meanScore: mean(standings.map(({ score }) => score.total)) });
}

/** The circular as a numbered document, and to each assessed government its copy with the standings. */
export const circularOf: Ready = async (context, row) => {
  const { tx, services, actor, now, today } = context;
  const { year } = await loadYear(tx, row.id);
  const entrants = await entrantsOf(tx, row.id);
  const lines = circularValues(entrants, await lastPlaces(tx, year));
  if (typeof row.approvedBy !== "string") return refuse("conflict", "assessment.not_approved");
  const issued = await renderDocument(tx, services, {
    kind: "assessment-circular",
    area: row.area,
    party: entrants
      .map(({ name }) => name)
      .join("、")
      .slice(0, 200),
    by: { actor, now, today },
    values: {
      subject: year.title,
      basis: text(row.approvalNumber),
      period: `${year.from} 至 ${year.until}`,
      count: String(entrants.length),
      standings: lines.map(documentLine),
      method: `${year.schemeCode} 第 ${year.edition} 版；同组相比，误差范围重叠的并列`,
    },
    source: { name: YEAR, id: row.id },
    approvedBy: { person: row.approvedBy, ground: text(row.approvalNumber) || "审定" },
  });
  if (!issued.ok) return issued;
  const { number, documentId } = issued.value;
  const title = `关于${year.title}结果的通报`.slice(0, 100);
  const receivers = entrants.filter(({ organ }) => organ !== null);
  await insertRows(
    services.catalog.get(RECEIPT),
    receivers.map(({ area, organ }) => ({
      id: uuidv7(now.getTime()),
      area,
      demo: row.demo,
      values: { yearId: row.id, title, number, receiver: organ, sentOn: today, standings: lines },
    })),
    readerOf(context),
  );
  for (const { area, organ } of receivers)
    if (organ)
      await tellOrgan(tx, {
        caseName: "organizations.organ",
        caseId: organ,
        area,
        organ,
        note: `${number} ${title}，请签收`,
        subject: title,
        at: now,
      });
  return ok({ circular: number, document: documentId });
};

const documentLine = ({ grouping, rank, name, score, grade, change }: Line) => ({ grouping, rank, name, score, grade, change });
