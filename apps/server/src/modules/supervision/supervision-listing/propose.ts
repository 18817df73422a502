/** 提请挂牌: puts hazards, units, areas or towns before the government that is to list them, singly or as the lines of a batch. JX-1.2.1, JX-1.2.2. */
import { sql } from "kysely";
import { z } from "zod";
import { HAZARD } from "#modules/supervision/hazard-loop/index.ts";
import { eraseCase } from "#platform/case/define.ts";
import { raiseCase } from "#platform/case/store.ts";
import type { Tx } from "#platform/db.ts";
import type { Row } from "#platform/ledger/define.ts";
import { findRow } from "#platform/ledger/read.ts";
import { readerOf } from "#platform/ledger/routes.ts";
import { ok, type Result, refuse } from "#platform/result.ts";
import { type RouteContext, route } from "#platform/route.ts";
import { readSettings } from "#platform/settings.ts";
import { isWithin, subtreeOf } from "#platform/values.ts";
import { BATCH } from "./batch.ts";
import { type Level, targets } from "./domain/kinds.ts";
import { limitsOf } from "./domain/limits.ts";
import { LISTING, listing } from "./listing.ts";
import { nextNumber } from "./numbers.ts";

const targetKeys = Object.keys(targets) as [keyof typeof targets, ...(keyof typeof targets)[]];
const item = z.object({
  target: z.enum(targetKeys),
  hazard: z.uuid().optional(),
  unit: z.uuid().optional(),
  /** Tree key, for areas and towns. */
  area: z.number().int().optional(),
  /** Name of an area that is no division: 老城历史街区. */
  name: z.string().trim().min(2).max(120).optional(),
  title: z.string().trim().min(2).max(200).optional(),
  reason: z.string().trim().min(2).max(1_000),
  basis: z.string().max(300).optional(),
});
export type ProposedItem = z.output<typeof item>;
export type Subject = {
  readonly key: string;
  readonly name: string;
  readonly area: number;
  readonly hazard: string | null;
  readonly unit: string | null;
};

const text = (value: unknown): string => (typeof value === "string" ? value : "");

/** What is to be listed, as far as the proposer may see it. */
export async function subjectOf(given: ProposedItem, context: RouteContext): Promise<Result<Subject>> {
  const { services, actor, tx } = context;
  const reader = readerOf(context);
  if (given.target === "hazard") {
    const row = given.hazard ? await findRow(services.catalog.get(HAZARD), given.hazard, reader) : undefined;
    if (!row) return refuse("invalid", "supervision-listing.unknown_target");
    if (row.closedAt !== null) return refuse("conflict", "supervision-listing.hazard_closed");
    if (row.grade !== "major") return refuse("conflict", "supervision-listing.hazard_not_major");
    const unit = text(row.unit) || null;
    const name = (row._ref as Readonly<Record<string, string>> | undefined)?.unit ?? text(row.placeWords);
    return ok({ key: `hazard:${row.id}`, name, area: row.area, hazard: row.id, unit });
  }
  if (given.target === "unit") {
    const row = given.unit ? await findRow(services.catalog.get("places.unit"), given.unit, reader) : undefined;
    return row
      ? ok({ key: `unit:${row.id}`, name: text(row.name), area: row.area, hazard: null, unit: row.id })
      : refuse("invalid", "supervision-listing.unknown_target");
  }
  if (given.area === undefined || !isWithin(given.area, actor.area)) return refuse("invalid", "supervision-listing.unknown_target");
  const { rows } = await sql<{
    name: string;
    level: string;
  }>`select name, level from platform.area where key = ${given.area} and valid_to is null`.execute(tx);
  const [area] = rows;
  if (!area) return refuse("invalid", "supervision-listing.unknown_target");
  if (given.target === "town" && area.level !== "town") return refuse("invalid", "supervision-listing.not_a_town");
  const name = given.target === "area" ? (given.name ?? area.name) : area.name;
  return ok({
    key: `${given.target}:${given.area}${given.target === "area" && given.name ? `:${given.name.slice(0, 30)}` : ""}`,
    name,
    area: given.area,
    hazard: null,
    unit: null,
  });
}

/** The government that lists: one whose area the target lies in. */
export async function governmentOf(id: string, area: number, context: RouteContext): Promise<Result<Row>> {
  const row = await findRow(context.services.catalog.get("organizations.organ"), id, readerOf(context));
  if (!row || !["government", "management-committee", "committee"].includes(text(row.kind)))
    return refuse("invalid", "supervision-listing.not_a_government");
  return isWithin(area, subtreeOf(row.area)) ? ok(row) : refuse("invalid", "supervision-listing.outside_government");
}
const levelOf = (organ: Row): Level => (organ.level === "city" ? "city" : organ.level === "county" ? "county" : "town");

/** The brigade that looks again: the nearest one at or above the place. */
export async function brigadeFor(tx: Tx, area: number): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`select o.id from organizations.v_organ o join platform.area a on a.key = o.area
    where o.kind = 'fire-brigade' and ${area} between o.area and o.area + (case a.level when 'city' then 100000000000
      when 'county' then 1000000000 when 'town' then 1000000 when 'village' then 1000 else 1 end) - 1
    order by o.area desc, o.id limit 1`.execute(tx);
  return rows[0]?.id ?? null;
}

type Before = { readonly id: string; readonly times: number };
/** The last time this was listed, and how often. */
async function listedBefore(tx: Tx, key: string): Promise<Before | undefined> {
  const { rows } = await sql<Before>`select id, times_listed::int as times from supervision_listing.listing
    where target_key = ${key} and state in ('delisted', 'rolled') and deleted_at is null order by closed_at desc limit 1`.execute(tx);
  return rows[0];
}

export type Proposal = { readonly government: string; readonly batch: string | null; readonly year: number };

/** In the caller's transaction. @returns the listing, new or the one that is open already */
export async function proposeOne(given: ProposedItem, subject: Subject, proposal: Proposal, context: RouteContext) {
  const { tx, services, actor, now, today } = context;
  const government = await governmentOf(proposal.government, subject.area, context);
  if (!government.ok) return government;
  const before = await listedBefore(tx, subject.key);
  const title =
    given.title ?? `${subject.name}${given.target === "hazard" ? "重大火灾隐患" : given.target === "town" ? "火灾防控" : "火灾隐患"}`;
  const raised = await raiseCase(
    eraseCase(listing),
    {
      area: subject.area,
      values: {
        number: await nextNumber(tx, "GP", today),
        title: title.slice(0, 200),
        target: given.target,
        targetKey: subject.key,
        targetName: subject.name,
        hazard: subject.hazard,
        unit: subject.unit,
        level: levelOf(government.value),
        government: proposal.government,
        batch: proposal.batch,
        year: proposal.year,
        reason: given.reason,
        basis: given.basis ?? null,
        proposer: actor.organId,
        turn: actor.organId,
        reviewer: await brigadeFor(tx, subject.area),
        extensionsMost: limitsOf(await readSettings(tx)).extensionsMost,
        previous: before?.id ?? null,
        timesListed: (before?.times ?? 0) + 1,
      },
      holderOrgan: proposal.government,
      at: now,
      kind: "person",
      actorName: actor.name,
      actor: actor.userId,
    },
    readerOf(context),
    services,
  );
  if (raised.ok && raised.value.isNew)
    context.audit({
      action: "提请挂牌督办",
      subject: LISTING,
      subjectId: raised.value.id,
      area: subject.area,
      detail: { title, times: (before?.times ?? 0) + 1 },
    });
  return raised;
}

const proposed = z.object({ id: z.uuid(), targetName: z.string(), isNew: z.boolean() });

export const proposeListings = route({
  method: "POST",
  path: "/supervision-listing/proposals",
  summary: "提请挂牌督办",
  description: "一次可提多件；同一对象已在挂牌中的不重复立案，答其已有的一件。",
  tag: "挂牌督办",
  permission: "supervision-listing.propose",
  input: z.object({
    government: z.uuid(),
    batch: z.uuid().nullable().default(null),
    year: z.number().int().min(2000).max(2100).optional(),
    items: z.array(item).min(1).max(200),
  }),
  output: z.object({ listings: z.array(proposed) }),
  example: {
    input: {
      government: "01997c2e-8f00-7000-8000-000000000002",
      items: [{ target: "hazard", hazard: "01997c2e-8f00-7000-8000-000000000001", reason: "安全出口数量不足，不能立即改正" }],
    },
    output: { listings: [{ id: "01997c2e-8f00-7000-8000-000000000003", targetName: "东风商厦", isNew: true }] },
  },
  async run(context, { government, batch, year, items }) {
    if (batch && !(await findRow(context.services.catalog.get(BATCH), batch, readerOf(context))))
      return refuse("invalid", "supervision-listing.unknown_batch");
    const made: z.output<typeof proposed>[] = [];
    const proposal = { government, batch, year: year ?? Number(context.today.slice(0, 4)) };
    for (const each of items) {
      const subject = await subjectOf(each, context);
      if (!subject.ok) return subject;
      const raised = await proposeOne(each, subject.value, proposal, context);
      if (!raised.ok) return raised;
      made.push({ id: raised.value.id, targetName: subject.value.name, isNew: raised.value.isNew });
    }
    return ok({ listings: made });
  },
});
