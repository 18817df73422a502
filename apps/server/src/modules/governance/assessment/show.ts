/** The board of a year and one assessed government's indicators: live from today's figures, or as frozen, or as approved. */
import { sql } from "kysely";
import { z } from "zod";
import { may } from "#platform/actor.ts";
import { pastRowFilter, type Tx } from "#platform/db.ts";
import { ok, refuse } from "#platform/result.ts";
import { type RouteContext, route } from "#platform/route.ts";
import { isWithin } from "#platform/values.ts";
import { lastPlaces } from "./circular.ts";
import { type Upheld, withUpheld } from "./domain/appeal.ts";
import { changeOf } from "./domain/ranking.ts";
import { betterOf, type Indicator, type Scheme, type Source } from "./domain/scheme.ts";
import type { Effect } from "./domain/score.ts";
import { steps } from "./domain/year.ts";
import { freezingOf } from "./freezing.ts";
import { frozenOf, keptOf, upheldOf } from "./frozen.ts";
import { board, entrantShown, yearLine } from "./shapes.ts";
import { ranked, type Standing, standingsOf } from "./standings.ts";
import { valuesOf } from "./values.ts";
import { type Assessed, entrantsOf, findYear, listYears, loadYear, type Year, type YearWithScheme } from "./years.ts";

export const kinds = z.enum(["live", "frozen", "final"]);
export type ScoreKind = z.output<typeof kinds>;

const has = (year: Year, kind: ScoreKind): boolean =>
  kind === "live"
    ? steps.indexOf(year.state) < steps.indexOf("frozen")
    : kind === "frozen"
      ? year.frozenAt !== null
      : year.approvedOn !== null;
const kindsOf = (year: Year): readonly ScoreKind[] => (["live", "frozen", "final"] as const).filter((kind) => has(year, kind));

/** Scores of everybody in the year, whoever asks: a place is a place among all. What is shown is cut to the asker's rows afterwards. */
export function allStandings(
  { tx: asking, services, now, today }: Pick<RouteContext, "tx" | "services" | "now" | "today">,
  yearId: string,
  kind: ScoreKind,
): Promise<readonly Standing[]> {
  return pastRowFilter(asking, async (tx) => {
    const { year, scheme } = await loadYear(tx, yearId);
    const entrants = await entrantsOf(tx, yearId);
    if (kind === "live") return standingsOf(scheme, entrants, await valuesOf({ tx, services, now, today, year, entrants }, scheme));
    const kept = await keptOf(tx, entrants);
    const upheld =
      kind === "final"
        ? await upheldOf(
            tx,
            entrants.map(({ id: of }) => of),
          )
        : new Map<string, Upheld>();
    return ranked(withUpheld(scheme, kept, upheld));
  });
}

export const shownYear = (year: Year, { actor }: Pick<RouteContext, "actor">) => ({
  id: year.id,
  title: year.title,
  year: year.year,
  level: year.level,
  areaName: year.areaName,
  state: year.state,
  runs: isWithin(year.area, actor.area),
});

const rulesOf = (scheme: Scheme) => [...scheme.bonuses, ...scheme.deductions, ...scheme.vetoes];
const shownEffects = (scheme: Scheme, effects: readonly Effect[]) =>
  effects.filter(({ points, cap, grade }) => points !== 0 || cap !== null || grade !== null).map((effect) => shownEffect(scheme, effect));
function shownEffect(scheme: Scheme, effect: Effect) {
  const rule = rulesOf(scheme).find(({ id }) => id === effect.id);
  return { ...effect, unit: rule?.unit ?? "", basis: rule?.basis ?? "", byHand: rule !== undefined && "hand" in rule.source };
}

export const listAssessments = route({
  method: "GET",
  path: "/assessment/years",
  summary: "年度考核目录",
  tag: "考核",
  permission: "assessment.entrant.read",
  input: z.object({}),
  output: z.object({ years: z.array(yearLine) }),
  async run(context) {
    const years = await listYears(context.tx);
    return ok({ years: years.map((year) => shownYear(year, context)) });
  },
});

export const showBoard = route({
  method: "GET",
  path: "/assessment/years/:id/board",
  summary: "年度考核：步骤与名次",
  description: "未冻结时为今天的实时分；被考核的政府只看到自己的行，名次仍是在全部中的名次。",
  tag: "考核",
  permission: "assessment.entrant.read",
  input: z.object({ id: z.uuid(), score: kinds.optional() }),
  output: board,
  async run(context, { id, score: wanted }) {
    const found = await findYear(context.tx, id);
    if (!found) return refuse("not_found", "ledger.unknown_row", { id });
    const { year, scheme } = found;
    const scores = kindsOf(year);
    const score = wanted && scores.includes(wanted) ? wanted : (scores.at(-1) ?? "live");
    const visible = new Set((await entrantsOf(context.tx, id)).map((entrant) => entrant.id));
    const standings = (await allStandings(context, id, score)).filter(({ entrant }) => visible.has(entrant.id));
    const before = await pastRowFilter(context.tx, (tx) => lastPlaces(tx, year));
    const appeals = await openAppeals(context.tx, id);
    // Who owes is told to who assesses, and to the assessed of itself.
    const freezing = year.frozenAt === null ? await freezingOf(context, found, await entrantsOf(context.tx, id)) : null;
    const { id: schemeId, ...rest } = { id: year.schemeId, code: year.schemeCode, edition: year.edition };
    return ok({
      year: { ...shownYear(year, context), ...daysOf(year) },
      scheme: { id: schemeId, ...rest, full: scheme.full, gradesBasis: scheme.gradesBasis },
      score,
      scores: [...scores],
      dimensions: scheme.dimensions,
      groups: scheme.groups.map(({ name, from, below }) => ({ name, from: from ?? null, below: below ?? null })),
      rows: standings.map(({ entrant, score: found, ranked: place }) => {
        const last = before.get(entrant.area);
        return {
          id: entrant.id,
          area: entrant.area,
          name: entrant.name,
          grouping: entrant.grouping,
          people: entrant.people,
          pledgedOn: entrant.pledgedOn,
          score: found.total,
          low: found.low,
          high: found.high,
          grade: found.grade,
          place: { rank: place.rank, tied: place.tied, of: place.of },
          parts: found.parts,
          owed: found.owed,
          change: last && last.grouping === entrant.grouping ? changeOf(place.rank, last.rank) : null,
          effects: shownEffects(scheme, found.effects),
          openAppeals: appeals.byEntrant.get(entrant.id) ?? 0,
          endedOn: entrant.endedOn !== null && entrant.endedOn <= year.until ? entrant.endedOn : null,
        };
      }),
      appeals: { filed: appeals.filed, open: appeals.open },
      checked: appeals.checked,
      freezing: freezing && { ...freezing, owing: context.today > year.until ? [...freezing.owing] : [] },
    });
  },
});

const daysOf = (year: Year) => ({
  from: year.from,
  until: year.until,
  pledgeBy: year.pledgeBy,
  entrants: year.entrants,
  signed: year.signed,
  sampled: year.sampled,
  frozenAt: year.frozenAt,
  appealUntil: year.appealUntil,
  replyBy: year.replyBy,
  approvedOn: year.approvedOn,
  circular: year.circular,
  issuedOn: year.issuedOn,
  demo: year.demo,
  host: year.host,
});

async function openAppeals(tx: Tx, yearId: string) {
  const { rows } = await sql<{
    entrant: string;
    filed: number;
    open: number;
  }>`select e.id as entrant, count(a.id)::int as filed, count(a.id) filter (where a.closed_at is null)::int as open
    from assessment.entrant e join assessment.appeal a on a.entrant = e.id and a.deleted_at is null where e.year = ${yearId} group by e.id`.execute(
    tx,
  );
  const checks = await sql<{
    n: number;
  }>`select count(*)::int as n from assessment.site_check c join assessment.entrant e on e.id = c.entrant
    where e.year = ${yearId} and c.checked_on is not null and c.deleted_at is null`.execute(tx);
  const sum = (of: (row: (typeof rows)[number]) => number) => rows.reduce((all, row) => all + of(row), 0);
  return {
    filed: sum(({ filed }) => filed),
    open: sum(({ open }) => open),
    byEntrant: new Map(rows.map(({ entrant, open }) => [entrant, open])),
    checked: checks.rows[0]?.n ?? 0,
  };
}

function curveOf({ score }: Indicator) {
  const none = { from: null, to: null, steps: [], better: betterOf(score), last: null };
  if ("linear" in score) return { ...none, by: "linear" as const, ...score.linear };
  if ("step" in score) return { ...none, by: "step" as const, steps: score.step };
  return { ...none, by: "rank" as const, last: score.rank.last };
}

/** The measure's own name in the asker's language; the scheme's words stay as its authors wrote them. */
export function sourceWords(source: Source, { services, language }: Pick<RouteContext, "services" | "language">) {
  if ("measure" in source)
    return { kind: "measure" as const, words: services.spoken[language].registry.measures.get(source.measure)?.label ?? source.measure };
  if ("duty" in source) return { kind: "duty" as const, words: source.duty.clause ?? source.duty.pack };
  if ("pledge" in source) return { kind: "pledge" as const, words: "" };
  if ("site" in source) return { kind: "site" as const, words: "" };
  return { kind: "hand" as const, words: source.hand };
}

const median = (values: readonly number[]): number | null => {
  if (values.length === 0) return null;
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? (sorted[middle] ?? null) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
};

export async function findEntrant(tx: Tx, id: string): Promise<(YearWithScheme & { readonly entrant: Assessed }) | undefined> {
  const { rows } = await sql<{ year: string }>`select year from assessment.entrant where id = ${id} and deleted_at is null`.execute(tx);
  const yearId = rows[0]?.year;
  if (!yearId) return undefined;
  const found = await loadYear(tx, yearId);
  const entrant = (await entrantsOf(tx, yearId)).find((each) => each.id === id);
  return entrant && { ...found, entrant };
}

export const showEntrant = route({
  method: "GET",
  path: "/assessment/entrants/:id",
  summary: "一个被考核政府的各项指标",
  tag: "考核",
  permission: "assessment.entrant.read",
  input: z.object({ id: z.uuid(), score: kinds.optional() }),
  output: entrantShown,
  async run(context, { id, score: wanted }) {
    const found = await findEntrant(context.tx, id);
    if (!found) return refuse("not_found", "ledger.unknown_row", { id });
    const { year, scheme, entrant } = found;
    const scores = kindsOf(year);
    const kind = wanted && scores.includes(wanted) ? wanted : (scores.at(-1) ?? "live");
    const standings = await allStandings(context, year.id, kind);
    const own = standings.find((each) => each.entrant.id === id);
    if (!own) return refuse("not_found", "ledger.unknown_row", { id });
    const isRunner = isWithin(year.area, context.actor.area);
    // Others' figures by name are for who assesses; the assessed see the middle of their group.
    const others = isRunner ? standings : [own];
    const group = standings.filter((each) => each.entrant.grouping === entrant.grouping);
    const upheld = (await upheldOf(context.tx, [id])).get(id) ?? new Map<string, number>();
    const frozen = entrant.snapshot ? await frozenOf(context.tx, entrant.snapshot) : undefined;
    const { rows } = await sql<{
      ruleVersion: string | null;
    }>`select (select rule_version from platform.snapshot s where s.id::text = e.snapshot) as rule_version from assessment.entrant e where e.id = ${id}`.execute(
      context.tx,
    );
    const kept = rows[0];
    const { pledge } = entrant;
    return ok({
      id,
      year: year.id,
      name: entrant.name,
      area: entrant.area,
      grouping: entrant.grouping,
      organ: entrant.organ,
      people: entrant.people,
      place: { rank: own.ranked.rank, tied: own.ranked.tied, of: own.ranked.of },
      total: own.score.total,
      low: own.score.low,
      high: own.score.high,
      grade: own.score.grade,
      score: kind,
      parts: own.score.parts.map((part, i) => ({ ...part, median: median(group.map((each) => each.score.parts[i]?.points ?? 0)) })),
      indicators: scheme.indicators.map((indicator, i) => {
        const scored = own.score.indicators[i];
        if (!scored) throw new Error(`no score of ${indicator.id}`);
        return {
          id: indicator.id,
          name: indicator.name,
          dimension: indicator.dimension,
          unit: indicator.unit,
          clause: indicator.clause ?? null,
          lead: indicator.lead ?? null,
          curve: curveOf(indicator),
          source: sourceWords(indicator.source, context),
          sample: indicator.sample,
          status: scored.status,
          value: scored.value,
          num: scored.num,
          den: scored.den,
          points: scored.points,
          full: scored.full,
          low: scored.low,
          high: scored.high,
          byHand: scored.byHand,
          place: scored.place,
          upheld: kind === "final" ? (upheld.get(indicator.id) ?? 0) : 0,
          others: others.map((each) => ({
            name: each.entrant.name,
            value: each.score.indicators[i]?.value ?? null,
            points: each.score.indicators[i]?.points ?? 0,
            own: each.entrant.id === id,
          })),
        };
      }),
      effects: own.score.effects.map((effect) => shownEffect(scheme, effect)),
      owed: own.score.owed,
      spread: own.score.spread,
      snapshot: frozen ? { id: frozen.id, sm3: frozen.sm3, at: frozen.at, rows: frozen.rows, ruleVersion: kept?.ruleVersion ?? "" } : null,
      pledge: pledge?.pledgedOn
        ? {
            id: pledge.id,
            on: pledge.pledgedOn,
            signer: pledge.pledgerName ?? "",
            bothOn: pledge.signedOn,
            superior: pledge.superiorName,
            targets: pledge.targets.map(({ words, aim }) => ({ item: words, target: aim ?? "—" })),
          }
        : null,
      drafted:
        pledge && !pledge.pledgedOn
          ? {
              id: pledge.id,
              state: pledge.state,
              signBy: pledge.signBy,
              targets: pledge.targets.map(({ words, aim }) => ({ item: words, target: aim ?? "" })),
            }
          : null,
      may: mayWhat(context, year, entrant),
    });
  },
});

/** Filing is the assessed government's own: its people stand at its very place in the tree. */
function mayWhat({ actor }: RouteContext, year: Year, entrant: Assessed) {
  const isOwn = actor.area.lo === entrant.area;
  const before = steps.indexOf(year.state) < steps.indexOf("frozen");
  return {
    pledge: year.state === "pledging" && may(actor, "assessment.pledge") && (isOwn || isWithin(year.area, actor.area)),
    appeal: year.state === "appealing" && may(actor, "assessment.appeal") && isOwn,
    enter: before && may(actor, "assessment.hand-value.write") && isWithin(year.area, actor.area),
  };
}
