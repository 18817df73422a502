/**
 * 责任书 drawn from the targets of the year, one source of truth for whoever asks (an assessment among them): drafted, signed by both sides with
 * their days, or recorded from paper. SH-8.3
 */
import { sql } from "kysely";
import { z } from "zod";
import { type AnyCase, eraseCase } from "#platform/case/define.ts";
import { moveCase, raiseCase } from "#platform/case/store.ts";
import type { Tx } from "#platform/db.ts";
import { readerOf } from "#platform/ledger/routes.ts";
import { ok, type Result, refuse } from "#platform/result.ts";
import { type RouteContext, route } from "#platform/route.ts";
import { type CalendarDate, calendarDate } from "#platform/values.ts";
import { pledge } from "./cases.ts";
import { whole } from "./console-shapes.ts";

export type PledgeTarget = {
  readonly words: string;
  readonly aim: string | null;
  readonly clause: string | null;
  readonly measure: string | null;
  /** Number of an indicator of the assessment that follows it. */
  readonly indicator: string | null;
};
export type Pledged = {
  readonly id: string;
  readonly pledger: string;
  readonly state: "draft" | "offered" | "pledged" | "signed";
  readonly signBy: string;
  /** The day the lower side signed, and the day both had. */
  readonly pledgedOn: string | null;
  readonly signedOn: string | null;
  readonly pledgerName: string | null;
  readonly superiorName: string | null;
  readonly targets: readonly PledgeTarget[];
  readonly papers: readonly string[];
};

/** The pledges of a year by who pledged, within the asker's rows; of several the one that went furthest. */
export async function pledgesOf(tx: Tx, year: number, pledgers: readonly string[]): Promise<ReadonlyMap<string, Pledged>> {
  const { rows } =
    await sql<Pledged>`select distinct on (pledger) id, pledger, state, sign_by::text, pledged_on::text, signed_on::text, pledger_name, superior_name,
      coalesce(targets, '[]') as targets, coalesce(papers, '{}') as papers
    from responsibility.pledge where year = ${year} and pledger = any(${[...pledgers]}::uuid[]) and state <> 'withdrawn' and deleted_at is null
    order by pledger, array_position(array['signed', 'pledged', 'offered', 'draft'], state), opened_at desc`.execute(tx);
  return new Map(rows.map((row) => [row.pledger, row]));
}

/** What policies in force set an organ for the year, as its pledge says it: every duty of its own with an aim. */
export async function targetsOf(tx: Tx, organ: string, year: number): Promise<readonly PledgeTarget[]> {
  const { rows } = await sql<{ words: string; target: number; unit: string | null; clause: string; measure: string | null }>`
    select distinct on (d.id) d.content -> 'duty' ->> 'text' as words, s.target, d.content -> 'duty' ->> 'unit' as unit, d.clause, d.measures[1] as measure
    from policy_tasks.standing s join policy_tasks.duty d on d.id = s.duty
    where s.organ = ${organ} and s.target is not null and d.ended_on is null and s.period_from <= ${`${year}-12-31`}::date and s.period_to >= ${`${year}-01-01`}::date
    order by d.id, s.period_from desc limit 60`.execute(tx);
  return rows
    .filter(({ words }) => words)
    .map(({ words, target, unit, clause, measure }) => ({
      ...{
        words: words.slice(0, 200),
        aim: `${Math.round(target * 100) / 100}${unit ?? ""}`.slice(0, 60),
        clause,
        measure,
        indicator: null,
      },
    }));
}

export type DraftAsked = {
  readonly year: number;
  readonly superior: string;
  readonly signBy: CalendarDate;
  readonly demo?: boolean;
  readonly pledgers: readonly { readonly organ: string; readonly area: number; readonly name: string }[];
  /** Targets of the assessment of the year; those of policies come after them. */
  readonly targets?: readonly PledgeTarget[];
};

/** Drafts a pledge for each who has none of the year; one still in draft takes the targets it lacks. Signed ones are left alone. @returns how many were drafted */
export async function draftPledges(context: RouteContext, asked: DraftAsked): Promise<Result<number>> {
  const { tx } = context;
  const known = await pledgesOf(
    tx,
    asked.year,
    asked.pledgers.map(({ organ }) => organ),
  );
  let drafted = 0;
  for (const { organ, area, name } of asked.pledgers) {
    const had = known.get(organ);
    const targets = merged(had?.targets ?? [], [...(asked.targets ?? []), ...(await targetsOf(tx, organ, asked.year))]);
    if (had) {
      if (had.state === "draft" && targets.length > had.targets.length)
        await sql`update responsibility.pledge set targets = ${JSON.stringify(targets)}::jsonb, version = version + 1, updated_at = now() where id = ${had.id}`.execute(
          tx,
        );
      continue;
    }
    const raised = await raise(context, {
      year: asked.year,
      superior: asked.superior,
      pledger: organ,
      area,
      name,
      signBy: asked.signBy,
      targets,
    });
    if (!raised.ok) return raised;
    drafted += 1;
  }
  return ok(drafted);
}

/** What is already there stays first and as it was written. */
export const merged = (had: readonly PledgeTarget[], more: readonly PledgeTarget[]): readonly PledgeTarget[] => {
  const words = new Set(had.map((target) => target.words));
  return [...had, ...more.filter((target) => !words.has(target.words))].slice(0, 100);
};

type One = Pick<DraftAsked, "year" | "superior" | "signBy"> & {
  readonly pledger: string;
  readonly area: number;
  readonly name: string;
  readonly targets: readonly PledgeTarget[];
};

async function raise(context: RouteContext, { area, name, ...values }: One): Promise<Result<string>> {
  const { actor, services, now } = context;
  const raised = await raiseCase(
    eraseCase(pledge),
    {
      area,
      values: { ...values, title: `${values.year} 年消防安全责任书 ${name}`.slice(0, 100) },
      holderOrgan: values.superior,
      at: now,
      kind: "person",
      actor: actor.userId,
      actorName: actor.name,
    },
    readerOf(context),
    services,
  );
  return raised.ok ? ok(raised.value.id) : raised;
}

export type PaperPledge = One & {
  readonly pledgedOn: CalendarDate;
  readonly pledgerName: string;
  /** Absent: the paper bears one side's name; the other signs here. */
  readonly superiorName: string | null;
  readonly papers: readonly string[];
};

/** A pledge signed on paper is recorded as signed that day: the same pledge, the same states, whoever records it. */
export async function recordPledge(context: RouteContext, paper: PaperPledge): Promise<Result<Pledged>> {
  const { tx } = context;
  const { pledgedOn, pledgerName, superiorName, papers, ...draft } = paper;
  if (superiorName === pledgerName) return refuse("conflict", "responsibility.signs_both_sides");
  const had = (await pledgesOf(tx, draft.year, [draft.pledger])).get(draft.pledger);
  if (had?.pledgedOn) return refuse("conflict", "responsibility.pledged_already", { name: draft.name });
  const id = had ? ok(had.id) : await raise(context, draft);
  if (!id.ok) return id;
  const steps: readonly (readonly [string, Readonly<Record<string, unknown>>])[] = [
    ...(had?.state === "offered" ? [] : [["offer", { targets: draft.targets }] as const]),
    ["sign", { pledgerName, papers, on: pledgedOn }],
    ...(superiorName ? [["countersign", { superiorName, on: pledgedOn }] as const] : []),
  ];
  for (const [move, given] of steps) {
    const moved = await step(eraseCase(pledge), id.value, move, given, context);
    if (!moved.ok) return moved;
  }
  const after = (await pledgesOf(tx, draft.year, [draft.pledger])).get(draft.pledger);
  if (!after) throw new Error("a pledge just recorded is not there");
  return ok(after);
}

const step = (declared: AnyCase, id: string, move: string, given: Readonly<Record<string, unknown>>, context: RouteContext) =>
  moveCase(declared, id, move, given, { actor: null, now: context.now, today: context.today }, readerOf(context));

export const generatePledges = route({
  method: "POST",
  path: "/responsibility/pledges/generate",
  summary: "按全年目标起草责任书",
  description: "给下一级政府和本级成员单位各起草一份；目标取自现行文件的指标。已有的不重复。",
  tag: "责任体系",
  permission: "responsibility.pledge",
  input: z.object({
    year: z.number().int().min(2000).max(2100),
    signBy: calendarDate,
    whom: z.array(z.enum(["governments", "departments"])).min(1),
  }),
  output: z.object({ drafted: whole, of: whole }),
  async run(context, { year, signBy, whom }) {
    const { tx, actor, today } = context;
    if (actor.organId === null) return refuse("conflict", "responsibility.no_organ");
    if (signBy < today) return refuse("invalid", "responsibility.sign_by_past");
    const { rows } = await sql<{ organ: string; area: number; name: string }>`select o.id as organ, o.area, o.short_name as name
      from organizations.organ o join platform.area a on a.key = o.area
      where o.deleted_at is null and o.id <> ${actor.organId} and (
        (${whom.includes("governments")} and a.parent = ${actor.area.lo} and o.kind in ('government', 'management-committee'))
        or (${whom.includes("departments")} and o.area = ${actor.area.lo} and o.member and o.kind not in ('government', 'committee')))
      order by o.area, o.sort nulls last, o.id limit 500`.execute(tx);
    const drafted = await draftPledges(context, { year, superior: actor.organId, signBy, pledgers: rows });
    if (!drafted.ok) return drafted;
    context.audit({ action: "起草责任书", subject: pledge.name, detail: { year, drafted: drafted.value, of: rows.length } });
    return ok({ drafted: drafted.value, of: rows.length });
  },
});
