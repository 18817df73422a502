/** A clause: how it is carried out, where each area stands, where it comes from, its versions. */
import { sql } from "kysely";
import type { z } from "zod";
import { may } from "#platform/actor.ts";
import type { Tx } from "#platform/db.ts";
import { ok, refuse } from "#platform/result.ts";
import { type RouteContext, route } from "#platform/route.ts";
import { readSettings } from "#platform/settings.ts";
import { type CalendarDate, dayOf, isWithin, subtreeOf } from "#platform/values.ts";
import { packsInForce } from "../packs/store.ts";
import { packsOf } from "./board.ts";
import { addStatus, noCounts } from "./counts.ts";
import { targetSetting } from "./ground.ts";
import { isNamed, isOwed, knowMeasures, type Laid, type LaidDuty } from "./laid.ts";
import { byId, type Line, linesWhere } from "./lines.ts";
import { areaAsked, areaName, type Current, currentOf, organNames, READ, visibleLaid } from "./seen.ts";
import { clauseAsked, clauseShown } from "./shapes.ts";
import { bindingOf, rhythmShown, targetOf } from "./show-duty.ts";

type Shown = z.input<typeof clauseShown>;
const MANY = 300;

export const clauseRoute = route({
  method: "GET",
  path: "/policy-tasks/clauses/:id",
  tag: "政策任务",
  summary: "一条条款：怎样执行、各地现状、来历",
  permission: READ,
  input: clauseAsked,
  output: clauseShown,
  example: { input: { id: "QZ-7.3.4" } },
  async run(context, { id, pack, area: wanted, at }) {
    const { tx, services, today } = context;
    await knowMeasures(tx, services);
    const range = areaAsked(context, wanted);
    if (!range.ok) return range;
    const visible = await visibleLaid(context);
    const found = visible.filter((each) => each.clause === id && (pack === undefined || isNamed(each, pack)));
    // The same letters in several places: the document of the place looked at.
    const first = found.find(({ packArea }) => isWithin(range.value.lo, subtreeOf(packArea))) ?? found[0];
    const own = found.filter((each) => each.pack === first?.pack);
    if (!first) return refuse("not_found", "policy-tasks.unknown_clause", { id });
    const area = range.value.lo;
    const running = currentOf(own, at === "due" ? dueDay(own, today) : today, today);
    const lines = await currentLines(context, running, range.value);
    const rolls = await rollsAt(tx, running, area);
    const settings = await readSettings(tx);
    const unjudged = await unjudgedOf(own, tx);
    const organs = await organNames(tx, [...first.leads, ...first.supports]);
    const named = (ids: readonly string[]) =>
      ids.flatMap((organ) => (organs.has(organ) ? [{ id: organ, name: organs.get(organ) ?? "" }] : []));
    const counts = noCounts();
    for (const line of lines) addStatus(counts, line.status);
    const [packShown] = packsOf([first]);
    if (!packShown) return refuse("not_found", "policy-tasks.unknown_clause", { id });
    const { clause, part } = first.content;
    return ok({
      pack: packShown,
      id,
      section: clause.section,
      part,
      title: clause.title,
      says: clause.says,
      kind: clause.kind,
      subsystem: clause.subsystem,
      capability: clause.capability,
      stage: clause.stage ?? null,
      leads: named(first.leads),
      supports: named(first.supports),
      awaits: clause.awaits ?? null,
      follows: await lineage(context, first),
      counts,
      duties: await Promise.all(
        own.filter(isOwed).map((laid) =>
          dutyShown(
            laid,
            lines.filter(({ duty }) => duty === laid.key),
            rolls.get(laid.id),
            { context, area, settings, unjudged: unjudged.has(laid.id) },
          ),
        ),
      ),
      versions: await versionsOf(tx, first, today),
      frozenYears: await frozenOf(tx, first.packArea),
    });
  },
});

/** The day the clause's figures were due, for what is asked once. */
function dueDay(own: readonly Laid[], today: CalendarDate): CalendarDate {
  const days = own.filter(isOwed).flatMap(({ content: { duty } }) => (duty.rhythm.kind === "by" ? [duty.rhythm.by] : []));
  const day = days.sort()[0];
  return day && day < today ? day : today;
}

const currentLines = (
  { tx, services, today }: RouteContext,
  running: readonly Current[],
  { lo, hi }: { readonly lo: number; readonly hi: number },
): Promise<readonly Line[]> =>
  linesWhere(
    tx,
    byId(running.map(({ laid }) => laid)),
    {
      where: sql`s.area between ${lo} and ${hi} and (s.duty, s.period) in (select * from unnest(${running.map((each) => each.laid.id)}::int[], ${running.map((each) => each.period.key)}::text[]))`,
      order: sql`s.area, s.organ`,
      limit: MANY * Math.max(running.length, 1),
    },
    services,
    today,
  ).then((lines) => lines.map(({ more: _, ...line }) => line));

async function unjudgedOf(own: readonly Laid[], tx: Tx): Promise<ReadonlySet<number>> {
  const { rows } = await sql<{
    id: number;
  }>`select id from policy_tasks.duty where id = any(${own.map(({ id }) => id)}::int[]) and unjudged is not null`.execute(tx);
  return new Set(rows.map(({ id }) => id));
}

type Whole = { readonly value: number | null; readonly num: number | null; readonly den: number | null };

async function rollsAt(tx: Tx, running: readonly Current[], area: number): Promise<ReadonlyMap<number, Whole>> {
  const { rows } = await sql<Whole & { duty: number; period: string }>`select duty, period, value, num, den from policy_tasks.roll
    where area = ${area} and duty = any(${running.map(({ laid }) => laid.id)}::int[])`.execute(tx);
  const wanted = new Map(running.map(({ laid, period }) => [laid.id, period.key]));
  return new Map(
    rows.filter(({ duty, period }) => wanted.get(duty) === period).map(({ duty, value, num, den }) => [duty, { value, num, den }]),
  );
}

async function dutyShown(
  laid: LaidDuty,
  standings: readonly Line[],
  whole: Whole | undefined,
  {
    context,
    area,
    settings,
    unjudged,
  }: {
    readonly context: RouteContext;
    readonly area: number;
    readonly settings: ReadonlyMap<string, unknown>;
    readonly unjudged: boolean;
  },
): Promise<Shown["duties"][number]> {
  const { key, content, pack, packArea } = laid;
  const { duty } = content;
  const [who] = duty.who;
  const target = targetOf(duty);
  const set = target.kind === "configured" ? settings.get(targetSetting(laid)) : undefined;
  return {
    key,
    text: duty.text,
    binding: bindingOf({ ...content, duty }, context.services),
    rhythm: rhythmShown(duty.rhythm),
    who: { level: who?.level ?? null, organ: who?.organ ?? "government", count: standings.length },
    counts: duty.counts,
    target: typeof set === "number" ? { ...target, value: set } : target,
    targetSet: typeof set === "number",
    maySetTarget: target.kind === "configured" && may(context.actor, "policy-tasks.target") && isWithin(packArea, context.actor.area),
    warn: { gap: duty.warn?.gap ?? null, days: duty.warn?.days ?? null },
    after: [...duty.after],
    weight: duty.weight ?? null,
    basis: duty.basis ?? "stated",
    whole: whole ? { ...whole, area: { key: area, name: await areaName(context.tx, area) } } : null,
    unjudged,
    standings: standings.filter((line) => line.pack === pack).slice(0, MANY),
  };
}

/** Above: the documents this one carries out. Below: clauses of others that follow this one. */
async function lineage({ tx, services, today }: RouteContext, { letters, clause, content }: Laid): Promise<Shown["follows"]> {
  const packs = await packsInForce(tx, services, { on: today });
  const own = packs.find(({ id }) => id === content.pack.versionId)?.pack;
  const { follows } = content.clause;
  const named = follows?.pack ? packs.find((other) => other.pack.pack === follows.pack)?.pack : undefined;
  const above: Shown["follows"] = follows
    ? [
        {
          level: named?.level ?? "superior",
          title: named?.title ?? follows.title ?? follows.pack ?? "",
          clause: follows.clause ?? follows.section ?? null,
          here: false,
        },
      ]
    : (own?.superior ?? []).map(({ title }) => ({ level: "superior", title, clause: null, here: false }));
  const below = packs.flatMap((other) =>
    other.pack.clauses
      .filter((each) => each.follows?.pack === letters && each.follows.clause === clause)
      .map((each) => ({ level: other.pack.level, title: `${other.pack.title} ${each.title}`, clause: each.id, here: false })),
  );
  return [...above, { level: own?.level ?? "city", title: content.pack.title, clause, here: true }, ...below];
}

type VersionRow = {
  readonly number: number;
  readonly fromOn: CalendarDate;
  readonly toOn: CalendarDate | null;
  readonly note: string;
  readonly approvedByName: string | null;
  readonly approvedAt: string | null;
};

async function versionsOf(tx: Tx, { content, packArea, letters }: Laid, today: CalendarDate): Promise<Shown["versions"]> {
  const { rows } =
    await sql<VersionRow>`select v.number, v.from_on, v.to_on, v.note, v.approved_by_name, v.approved_at from policy_tasks.pack_version v
    where v.area = ${packArea} and v.pack = ${letters} and v.from_on is not null order by v.number desc limit 50`.execute(tx);
  return rows.map(({ number, fromOn, toOn, note, approvedByName, approvedAt }) => ({
    version: number,
    from: fromOn,
    to: toOn,
    note: note || (number === 1 ? content.pack.title : ""),
    approvedBy: approvedByName,
    approvedOn: approvedAt ? dayOf(new Date(approvedAt)) : null,
    inForce: fromOn <= today && (toOn === null || toOn >= today),
  }));
}

async function frozenOf(tx: Tx, area: number): Promise<number[]> {
  const { rows } = await sql<{
    year: number;
  }>`select distinct year from policy_tasks.frozen_year where area = ${area} order by year`.execute(tx);
  return rows.map(({ year }) => year);
}
