/** 重点镇街: assessed at the end of the year by the fall of their fires, rolled over when they stay listed. JX-1.2.3, JX-1.2.4. */
import { sql } from "kysely";
import { z } from "zod";
import { eraseCase } from "#platform/case/define.ts";
import { moveCase, systemReader } from "#platform/case/store.ts";
import type { Tx } from "#platform/db.ts";
import { findRow } from "#platform/ledger/read.ts";
import { readerOf } from "#platform/ledger/routes.ts";
import { ok, refuse } from "#platform/result.ts";
import { type RouteContext, route } from "#platform/route.ts";
import { type Decline, FEW_FIRES, judgeDecline } from "./domain/decline.ts";
import { LISTING, listing } from "./listing.ts";
import { proposeOne, subjectOf } from "./propose.ts";

const tag = "挂牌督办";
type Fires = { readonly year: number; readonly fires: number };

async function firesOf(tx: Tx, area: number, year: number): Promise<{ readonly before?: number; readonly now?: number }> {
  const { rows } = await sql<Fires>`select year::int, fires::int from supervision_listing.town_fires
    where area = ${area} and year in (${year - 1}, ${year}) and deleted_at is null`.execute(tx);
  const find = (wanted: number) => rows.find((row) => row.year === wanted)?.fires;
  const [before, now] = [find(year - 1), find(year)];
  return { ...(before === undefined ? {} : { before }), ...(now === undefined ? {} : { now }) };
}

/** The fall asked for in this town: of the nearest government above it that has set one for the year. */
async function targetFor(tx: Tx, area: number, year: number): Promise<number | undefined> {
  const { rows } = await sql<{
    percent: number;
  }>`select t.percent from supervision_listing.decline_target t join platform.area a on a.key = t.area
    where t.year = ${year} and t.deleted_at is null and ${area} between t.area and t.area + (case a.level when 'city' then 100000000000
      when 'county' then 1000000000 when 'town' then 1000000 else 1 end) - 1 order by t.area desc, t.id desc limit 1`.execute(tx);
  return rows[0]?.percent;
}

export const smallNumbersOf = ({ small, firesBefore, chancePercent }: Decline): string | null =>
  !small ? null : firesBefore < FEW_FIRES ? `样本少：上年仅 ${firesBefore} 起` : `降幅可能出于偶然（概率 ${chancePercent ?? 0}%）`;

const assessed = z.object({
  proposal: z.enum(["delist", "keep"]),
  firesBefore: z.number().int(),
  firesNow: z.number().int(),
  declineRate: z.number().nullable(),
  declineTarget: z.number(),
  smallNumbers: z.string().nullable(),
});

/** Reads the figures, proposes to delist or to keep, and puts it before the government: nothing is delisted here. */
export const assessTown = route({
  method: "POST",
  path: "/supervision-listing/listing/:id/assessment",
  summary: "重点镇街年度考评",
  tag,
  permission: "supervision-listing.propose",
  composed: ["smallNumbers"],
  input: z.object({ id: z.uuid(), year: z.number().int().min(2000).max(2100) }),
  output: assessed,
  example: {
    input: { year: 2026 },
    output: { proposal: "delist", firesBefore: 64, firesNow: 42, declineRate: 34.4, declineTarget: 20, smallNumbers: null },
  },
  async run(context, { id, year }) {
    const { tx, services, actor, now, today } = context;
    const row = await findRow(services.catalog.get(LISTING), id, readerOf(context));
    if (!row) return refuse("not_found", "ledger.unknown_row", { id });
    if (row.target !== "town") return refuse("conflict", "supervision-listing.only_towns");
    const { before, now: fires } = await firesOf(tx, row.area, year);
    if (before === undefined || fires === undefined)
      return refuse("conflict", "supervision-listing.fires_missing", { years: `${year - 1}、${year}` });
    const declineTarget = await targetFor(tx, row.area, year);
    if (declineTarget === undefined) return refuse("conflict", "supervision-listing.no_decline_target", { year });
    const judged = judgeDecline(before, fires, declineTarget);
    const found = { ...judged, declineTarget, smallNumbers: smallNumbersOf(judged) };
    const note = `${year} 年火灾 ${fires} 起，上年 ${before} 起`;
    const moved = await moveCase(
      eraseCase(listing),
      id,
      "assess",
      { ...found, note },
      { actor: null, now, today },
      systemReader(services, tx, now, today),
    );
    if (!moved.ok) return moved;
    context.audit({
      action: "重点镇街年度考评",
      subject: LISTING,
      subjectId: id,
      area: row.area,
      detail: { ...found, by: actor.userId, year },
    });
    return ok({
      proposal: found.proposal,
      firesBefore: before,
      firesNow: fires,
      declineRate: found.declineRate,
      declineTarget,
      smallNumbers: found.smallNumbers,
    });
  },
});

/** 滚动续挂: the listing of an earlier year ends as rolled over, and a new one of this year stands in its place, with its history. */
export const rollOver = route({
  method: "POST",
  path: "/supervision-listing/listing/:id/roll-over",
  summary: "滚动续挂",
  tag,
  permission: "supervision-listing.propose",
  input: z.object({ id: z.uuid(), batch: z.uuid().nullable().default(null), reason: z.string().trim().min(2).max(1_000) }),
  output: z.object({ id: z.uuid(), timesListed: z.number().int() }),
  async run(context, { id, batch, reason }) {
    const { tx, services, now, today } = context;
    const reader = readerOf(context);
    const row = await findRow(services.catalog.get(LISTING), id, reader);
    if (!row) return refuse("not_found", "ledger.unknown_row", { id });
    const year = Number(today.slice(0, 4));
    if (Number(row.year) >= year) return refuse("conflict", "supervision-listing.rolls_yearly", { year: Number(row.year) });
    const moved = await moveCase(
      eraseCase(listing),
      id,
      "roll",
      { note: reason },
      { actor: null, now, today },
      systemReader(services, tx, now, today),
    );
    if (!moved.ok) return moved;
    const given = await again(row, reason, context);
    if (!given.ok) return given;
    const raised = await proposeOne(given.value.item, given.value.subject, { government: String(row.government), batch, year }, context);
    return raised.ok ? ok({ id: raised.value.id, timesListed: Number(row.timesListed ?? 1) + 1 }) : raised;
  },
});

async function again(row: Readonly<Record<string, unknown>>, reason: string, context: RouteContext) {
  const target = row.target as "hazard" | "unit" | "area" | "town";
  const named = target === "area" && String(row.targetKey).split(":").length > 2 ? { name: String(row.targetName) } : {};
  const refs = { ...(row.hazard ? { hazard: String(row.hazard) } : {}), ...(row.unit ? { unit: String(row.unit) } : {}) };
  const item = { target, ...refs, area: Number(row.area), ...named, title: String(row.title), reason };
  const subject = await subjectOf(item, context);
  return subject.ok ? ok({ item, subject: subject.value }) : subject;
}
