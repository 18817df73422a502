/** One assessed government: the rows behind a score, the check of its hash, its pledge, its appeals. */

import { sql } from "kysely";
import { z } from "zod";
import { recordPledge } from "#modules/governance/responsibility/index.ts";
import { raiseCase } from "#platform/case/store.ts";
import { pastRowFilter, type Tx } from "#platform/db.ts";
import { pathOf } from "#platform/ledger/names.ts";
import { readerOf } from "#platform/ledger/routes.ts";
import { ok, refuse } from "#platform/result.ts";
import { type RouteContext, route } from "#platform/route.ts";
import { readSnapshotRows, verifySnapshot } from "#platform/snapshot/snapshot.ts";
import { addDays, calendarDate, isWithin, startOfDay } from "#platform/values.ts";
import { effectsOf } from "./appeal-effect.ts";
import { betterOfRule } from "./domain/scheme.ts";
import { evidenceOf, type RowContent, rowsToday } from "./evidence.ts";
import { frozenOf } from "./frozen.ts";
import { APPEAL, ENTRANT } from "./names.ts";
import { effectShown, evidenceShown } from "./shapes.ts";
import { findEntrant } from "./show.ts";
import { entrantsOf } from "./years.ts";

const paging = {
  limit: z.coerce.number().int().min(1).max(500).default(100),
  offset: z.coerce.number().int().min(0).max(100_000).default(0),
};

export const showEvidence = route({
  method: "GET",
  path: "/assessment/entrants/:id/evidence",
  summary: "一项指标背后的行：冻结时与现在",
  description: "冻结以后，冻结时的内容来自快照，不再变化；现在的内容另列。冻结以前为今天的行。",
  tag: "考核",
  permission: "assessment.entrant.read",
  input: z.object({ id: z.uuid(), indicator: z.string().max(20), ...paging }),
  output: evidenceShown,
  async run(context, { id, indicator, limit, offset }) {
    const found = await findEntrant(context.tx, id);
    if (!found) return refuse("not_found", "ledger.unknown_row", { id });
    const { year, scheme, entrant } = found;
    const rule = [...scheme.indicators, ...scheme.bonuses, ...scheme.deductions, ...scheme.vetoes].find((each) => each.id === indicator);
    if (!rule) return refuse("not_found", "assessment.unknown_indicator", { id: indicator });
    const frozen = entrant.snapshot ? await frozenOf(context.tx, entrant.snapshot) : undefined;
    if (!frozen) {
      const { tx, services, now, today } = context;
      const asked = { id: indicator, source: rule.source, better: betterOfRule(scheme, indicator) };
      const live = await evidenceOf(asked, entrant.area, id, { tx, services, now, today, year, entrants: [entrant] });
      const rows = live.rows.map((row, ord) => shownRow(ord, row.rowId, row.content as RowContent, null));
      const ledger = live.rows[0]?.ledger ?? null;
      return ok({
        frozen: false,
        ledger,
        path: ledger && pathOf(ledger),
        total: live.total,
        kept: live.rows.length,
        bad: rows.filter(({ good }) => !good).length,
        columns: [...live.columns],
        rows: rows.slice(offset, offset + limit),
      });
    }
    const part = frozen.query.parts.find((each) => each.id === indicator);
    const [kept, page] = [
      await countRows(context, frozen.id, indicator),
      await readSnapshotRows(context.tx, frozen.id, { part: indicator, limit, offset }),
    ];
    const ledger = page[0]?.ledger ?? null;
    const columns = part?.columns ?? [];
    const ids = page.flatMap(({ rowId }) => (rowId ? [rowId] : []));
    const today = ledger ? await rowsToday(ledger, ids, columns, context) : new Map<string, RowContent>();
    return ok({
      frozen: true,
      ledger,
      path: ledger && pathOf(ledger),
      total: part?.total ?? 0,
      kept: kept.all,
      bad: kept.bad,
      columns: [...columns],
      rows: page.map(({ ord, rowId, content }) => shownRow(ord, rowId, content as RowContent, (rowId && today.get(rowId)?.shown) || null)),
    });
  },
});

const shownRow = (ord: number, rowId: string | null, content: RowContent, now: RowContent["shown"] | null) => ({
  ord,
  rowId,
  title: content.title,
  place: content.place,
  good: content.good,
  files: content.files,
  was: content.shown,
  now,
});

async function countRows({ tx }: RouteContext, snapshot: string, part: string): Promise<{ readonly all: number; readonly bad: number }> {
  const { rows } = await sql<{
    all: number;
    bad: number;
  }>`select count(*)::int as "all", count(*) filter (where content ->> 'good' = 'false')::int as bad
    from platform.snapshot_row where snapshot = ${snapshot} and part = ${part}`.execute(tx);
  return rows[0] ?? { all: 0, bad: 0 };
}

export const verifyEntrant = route({
  method: "GET",
  path: "/assessment/entrants/:id/verify",
  summary: "核验冻结的证据",
  tag: "考核",
  permission: "assessment.entrant.read",
  input: z.object({ id: z.uuid() }),
  output: z.object({
    verdict: z.enum(["same", "changed", "unknown"]),
    sm3: z.string(),
    rows: z.number().int(),
    auditId: z.number().int().nullable(),
    sealed: z.boolean(),
  }),
  async run({ tx }, { id }) {
    const found = await findEntrant(tx, id);
    if (!found?.entrant.snapshot) return refuse("not_found", "assessment.not_frozen", { name: found?.entrant.name ?? "" });
    const { snapshot } = found.entrant;
    const check = await pastRowFilter(tx, (owner) => verifySnapshot(owner, snapshot));
    if (!check) return refuse("not_found", "ledger.unknown_row", { id });
    const { verdict, sm3, rows, auditId, sealed } = check;
    return ok({ verdict, sm3, rows, auditId, sealed });
  },
});

export const signPledge = route({
  method: "POST",
  path: "/assessment/entrants/:id/pledge",
  summary: "签订责任状",
  description: "登记已签的责任书：与责任清单里的责任书是同一份。写明上级签订人的，双方都已签；不写的，待上级签订。",
  tag: "考核",
  permission: "assessment.pledge",
  input: z.object({
    id: z.uuid(),
    signedOn: calendarDate,
    signer: z.string().trim().min(2).max(40),
    superiorSigner: z.string().trim().min(2).max(40).nullable().default(null),
    targets: z
      .array(z.object({ item: z.string().trim().min(1).max(80), target: z.string().trim().min(1).max(60) }))
      .min(1)
      .max(60),
    papers: z.array(z.uuid()).max(10).default([]),
  }),
  output: z.object({ signed: z.number().int(), of: z.number().int() }),
  async run(context, { id, signedOn, signer, superiorSigner, targets, papers }) {
    const { tx, actor, today } = context;
    const found = await findEntrant(tx, id);
    if (!found) return refuse("not_found", "ledger.unknown_row", { id });
    const { year, entrant } = found;
    if (year.state !== "pledging") return refuse("conflict", "assessment.pledging_over");
    if (actor.area.lo !== entrant.area && !isWithin(year.area, actor.area)) return refuse("forbidden", "assessment.not_yours");
    // The upper side's name is entered by the upper side: nobody records both for himself.
    if (superiorSigner && !isWithin(year.area, actor.area)) return refuse("forbidden", "assessment.own_matter");
    if (signedOn > today) return refuse("invalid", "assessment.signed_in_future");
    if (entrant.pledgedOn) return refuse("conflict", "assessment.signed_already", { name: entrant.name });
    const superior = await hostOf(tx, year.id);
    if (!entrant.organ || !superior) return refuse("conflict", "assessment.no_organ");
    const known = await sql<{ n: number }>`select count(*)::int as n from platform.file where id = any(${papers}::uuid[])`.execute(tx);
    if ((known.rows[0]?.n ?? 0) < new Set(papers).size) return refuse("invalid", "ledger.unknown_reference");
    const had = new Map((entrant.pledge?.targets ?? []).map((target) => [target.words, target]));
    const recorded = await recordPledge(context, {
      ...{
        year: year.year,
        superior,
        signBy: calendarDate.parse(year.pledgeBy ?? signedOn),
        pledger: entrant.organ,
        area: entrant.area,
        name: entrant.name,
      },
      targets: targets.map(({ item, target }) => ({
        ...(had.get(item) ?? { clause: null, measure: null, indicator: null }),
        words: item,
        aim: target,
      })),
      ...{ pledgedOn: signedOn, pledgerName: signer, superiorName: superiorSigner, papers },
    });
    if (!recorded.ok) return recorded;
    const signed = await countSigned(tx, year.id, entrant.organ);
    context.audit({
      action: "签订消防工作责任状",
      subject: ENTRANT,
      subjectId: id,
      area: entrant.area,
      detail: { signer, superiorSigner, signedOn, targets: targets.length, pledge: recorded.value.id },
    });
    return ok({ signed, of: year.entrants });
  },
});

/** The year's own row may lie above the signer's rows: what it says is the program's to read. */
const hostOf = (tx: Tx, yearId: string): Promise<string | null> =>
  pastRowFilter(tx, async (owner) => {
    const { rows } = await sql<{ host: string | null }>`select host from assessment.year where id = ${yearId}`.execute(owner);
    return rows[0]?.host ?? null;
  });

/** Those signed before, and this one. */
const countSigned = (tx: Tx, yearId: string, justNow: string): Promise<number> =>
  pastRowFilter(
    tx,
    async (owner) => (await entrantsOf(owner, yearId)).filter(({ pledgedOn, organ }) => pledgedOn !== null || organ === justNow).length,
  );

export const fileAppeal = route({
  method: "POST",
  path: "/assessment/entrants/:id/appeals",
  summary: "提出申诉",
  description: "只由被考核的政府提出；主张逐项列明，可指冻结的行。",
  tag: "考核",
  permission: "assessment.appeal",
  input: z.object({
    id: z.uuid(),
    indicator: z.string().max(20),
    reason: z.string().trim().min(4).max(2_000),
    claims: z
      .array(
        z.object({
          ord: z.number().int().min(0).nullable().default(null),
          what: z.string().trim().min(1).max(200),
          words: z.string().max(300).nullable().default(null),
        }),
      )
      .min(1)
      .max(500),
    papers: z.array(z.uuid()).max(30).default([]),
  }),
  output: z.object({ id: z.uuid() }),
  async run(context, { id, indicator, reason, claims, papers }) {
    const { tx, actor, services, now, today } = context;
    const found = await findEntrant(tx, id);
    if (!found) return refuse("not_found", "ledger.unknown_row", { id });
    const { year, scheme, entrant } = found;
    if (actor.area.lo !== entrant.area) return refuse("forbidden", "assessment.not_yours");
    if (year.state !== "appealing" || (year.appealUntil !== null && today > year.appealUntil))
      return refuse("conflict", "assessment.no_appeal_now", { until: year.appealUntil ?? "" });
    const rule = scheme.indicators.find((each) => each.id === indicator);
    const effects = await effectsSeen(tx, id, indicator, [0]);
    const frozen = effects?.[0];
    if (!rule || !frozen || frozen.value === null) return refuse("invalid", "assessment.unknown_indicator", { id: indicator });
    const ords = claims.flatMap(({ ord }) => (ord === null ? [] : [ord]));
    const wrong = await foreignRows(tx, entrant.snapshot ?? "", indicator, ords);
    if (new Set(ords).size < ords.length || wrong > 0) return refuse("invalid", "assessment.claim_of_other_row");
    const again = await claimedBefore(tx, id, indicator, claims);
    if (again) return refuse("conflict", "assessment.claimed_before", { what: again });
    const declared = services.registry.cases.get(APPEAL);
    if (!declared) throw new Error("no case of appeals");
    const host = await hostOf(tx, year.id);
    const values = {
      title: `${entrant.name} ${rule.id} ${rule.name}`.slice(0, 120),
      entrant: id,
      host,
      indicator,
      reason,
      claims: claims.map((claim) => ({ ...claim, accepted: null })),
      claimed: claims.length,
      papers,
      frozenValue: frozen.value,
      frozenPoints: frozen.points,
    };
    const raise = {
      area: entrant.area,
      values,
      holderOrgan: host,
      at: now,
      kind: "person" as const,
      actor: actor.userId,
      actorName: actor.name,
    };
    const raised = await raiseCase(declared, raise, readerOf(context), services);
    if (!raised.ok) return raised;
    if (year.replyBy) {
      const end = startOfDay(addDays(calendarDate.parse(year.replyBy), 1)).toISOString();
      await sql`update assessment.appeal set due_at = ${end} where id = ${raised.value.id}`.execute(tx);
    }
    context.audit({
      action: "提出考核申诉",
      subject: APPEAL,
      subjectId: raised.value.id,
      area: entrant.area,
      detail: { indicator, claims: claims.length },
    });
    return ok({ id: raised.value.id });
  },
});

/** Claims that point at rows of another indicator, of nobody, or at rows that counted in favour anyway. */
async function foreignRows(tx: RouteContext["tx"], snapshot: string, indicator: string, ords: readonly number[]): Promise<number> {
  if (ords.length === 0) return 0;
  const { rows } = await sql<{
    n: number;
  }>`select count(distinct ord)::int as n from platform.snapshot_row where snapshot::text = ${snapshot} and part = ${indicator}
    and content ->> 'good' = 'false' and ord = any(${ords}::int[])`.execute(tx);
  return new Set(ords).size - (rows[0]?.n ?? 0);
}

/** One row, one claim: what an appeal that is open or was accepted speaks of is not claimed once more, by its row or by the same words. */
async function claimedBefore(
  tx: RouteContext["tx"],
  entrant: string,
  indicator: string,
  claims: readonly { readonly ord: number | null; readonly what: string }[],
): Promise<string | undefined> {
  const { rows } = await sql<{ ord: number | null; what: string }>`select (c ->> 'ord')::int as ord, c ->> 'what' as what
    from assessment.appeal a cross join lateral jsonb_array_elements(coalesce(a.claims, '[]')) c
    where a.entrant = ${entrant} and a.indicator = ${indicator} and a.state in ('filed', 'consulting', 'accepted') and a.deleted_at is null`.execute(
    tx,
  );
  const sameWords = (a: string, b: string) => a.trim() === b.trim();
  return claims.find(({ ord, what }) =>
    rows.some((had) => (ord === null && had.ord === null ? sameWords(what, had.what) : ord !== null && ord === had.ord)),
  )?.what;
}

const claimShown = z.object({
  ord: z.number().int().nullable(),
  what: z.string(),
  words: z.string().nullable(),
  accepted: z.boolean().nullable(),
});
const appealShown = z
  .object({
    id: z.uuid(),
    entrant: z.uuid(),
    name: z.string(),
    indicator: z.string(),
    title: z.string(),
    state: z.enum(["filed", "consulting", "accepted", "rejected", "withdrawn"]),
    reason: z.string(),
    by: z.string().nullable(),
    at: z.string(),
    dueAt: z.string().nullable(),
    version: z.number().int(),
    papers: z.array(z.object({ id: z.string(), name: z.string(), uploadedAt: z.string(), late: z.boolean().describe("上传晚于冻结") })),
    claims: z.array(claimShown),
    accepted: z.number().int().nullable(),
    reply: z.string().nullable(),
    effects: z.array(effectShown).describe("冻结时、逐个采纳数、全部采纳"),
  })
  .meta({ id: "AppealWithEffects", description: "一件申诉，及采纳若干项的结果" });

type StoredAppeal = Omit<z.output<typeof appealShown>, "papers" | "effects" | "claims" | "name"> & {
  readonly papers: readonly string[] | null;
  readonly claims: z.output<typeof claimShown>[] | null;
  readonly name: string;
  readonly frozenAt: string | null;
};

export const listAppeals = route({
  method: "GET",
  path: "/assessment/years/:id/appeals",
  summary: "申诉与采纳的结果",
  tag: "考核",
  permission: "assessment.appeal.read",
  input: z.object({ id: z.uuid(), entrant: z.uuid().optional() }),
  output: z.object({ appeals: z.array(appealShown) }),
  async run({ tx, services }, { id, entrant }) {
    const { rows } =
      await sql<StoredAppeal>`select a.id, a.entrant, e.name, a.indicator, a.title, a.state, a.reason, a.opened_at as at, a.due_at, a.version, a.papers, a.claims, a.accepted, a.reply, e.frozen_at,
        (select t.actor_name from platform.timeline t where t.case_id = a.id and t.move is null order by t.at limit 1) as by
      from assessment.appeal a join assessment.entrant e on e.id = a.entrant where e.year = ${id} and a.deleted_at is null
        and (${entrant ?? null}::uuid is null or a.entrant = ${entrant ?? null}::uuid) order by a.closed_at is not null, a.opened_at limit 200`.execute(
        tx,
      );
    const appeals = [];
    for (const { papers, claims, frozenAt, ...row } of rows) {
      const files = await sql<{
        id: string;
        name: string;
        uploadedAt: string;
      }>`select id, name, uploaded_at from platform.file where id = any(${papers ?? []}::uuid[]) order by uploaded_at`.execute(tx);
      const all = claims ?? [];
      const isOpen = row.state === "filed" || row.state === "consulting";
      const counts = isOpen
        ? Array.from({ length: all.length + 1 }, (_, n) => n)
        : [0, ...(row.accepted ? [row.accepted] : []), all.length];
      appeals.push({
        ...row,
        claims: all.map(({ ord, what, words, accepted }) => ({ ord: ord ?? null, what, words: words ?? null, accepted: accepted ?? null })),
        papers: files.rows.map((file) => ({ ...file, late: frozenAt !== null && file.uploadedAt > frozenAt })),
        effects: isOpen
          ? [...((await effectsSeen(tx, row.entrant, row.indicator, counts)) ?? [])]
          : [...((await settledEffects(tx, row.entrant, row.indicator, counts)) ?? [])],
      });
    }
    return ok({ appeals });
  },
});

/** A decided appeal is among those upheld: its counts start from what is frozen. */
async function settledEffects(tx: Tx, entrant: string, indicator: string, counts: readonly number[]) {
  const own = counts.length > 2 ? (counts[1] ?? 0) : 0;
  const effects = await effectsSeen(
    tx,
    entrant,
    indicator,
    counts.map((n) => n - own),
  );
  return effects?.map((effect, i) => ({ ...effect, accepted: counts[i] ?? 0 }));
}

/** The effect on who was seen already; places within its group rest on figures of others, of which nothing is told. */
const effectsSeen = (tx: Tx, entrant: string, indicator: string, counts: readonly number[]) =>
  pastRowFilter(tx, (all) => effectsOf(all, entrant, indicator, counts));
