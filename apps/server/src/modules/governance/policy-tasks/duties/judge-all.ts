/** Judges many: for each duty its periods, for each period its owners, from figures read once a measure. Writes nothing. */
import type { Tx } from "#platform/db.ts";
import { natureOf, type Span } from "#platform/measure/compile.ts";
import type { Measure } from "#platform/measure/define.ts";
import { type Areas, ownPair, type Pair, rowSeries, type Series, seriesOf, valueIn } from "#platform/measure/series.ts";
import type { Services } from "#platform/services.ts";
import { addDays, type CalendarDate, subtreeOf } from "#platform/values.ts";
import { organsOfAll } from "../packs/domain/selectors.ts";
import { aimOf } from "./domain/duty.ts";
import { type Forecast, redWithin } from "./domain/forecast.ts";
import { judge, type Known, lateFrom } from "./domain/judge.ts";
import { type DutyPeriod, periodsOf, yearBefore } from "./domain/periods.ts";
import type { Evidence, Status } from "./domain/standing.ts";
import { type JudgeGround, proofFor } from "./ground.ts";
import { isByHand, wholeOf } from "./judge-example.ts";
import type { LaidDuty } from "./laid.ts";
import { organsIn, stepOf, type Tree } from "./tree.ts";
import { toWorkday } from "./working-days.ts";

export type Subject = { readonly organ: string; readonly area: number };
export type JudgedRow = {
  readonly duty: number;
  readonly version: number;
  readonly area: number;
  readonly organ: string;
  readonly period: DutyPeriod;
  readonly status: Status;
  readonly value: number | null;
  readonly num: number | null;
  readonly den: number | null;
  readonly target: number | null;
  readonly evidence: Evidence;
  readonly lateFrom: CalendarDate;
  readonly forecast: Forecast | undefined;
};
/** What a duty came to in a period: its owners, and the figure of every area above them. */
export type JudgedPeriod = {
  readonly laid: LaidDuty;
  readonly period: DutyPeriod;
  readonly rows: readonly JudgedRow[];
  /** Nothing of it could be judged again: all who owe it have frozen its year, or nobody looked at its stock then. */
  readonly isSettled: boolean;
  figureOf(area: number): Figure;
};
export type Figure = { readonly value: number | null; readonly num: number | null; readonly den: number | null };

export type Asked = {
  readonly tx: Tx;
  readonly services: Services;
  readonly tree: Tree;
  readonly ground: JudgeGround;
  readonly today: CalendarDate;
  /** Periods that touch these days. */
  readonly seen: { readonly from: CalendarDate; readonly to: CalendarDate };
  /** Only owners of these areas. */
  readonly only?: ReadonlySet<number> | undefined;
  readonly isWanted?: ((period: DutyPeriod, laid: LaidDuty) => boolean) | undefined;
  /** One that cannot be judged stops no other. */
  failed(laid: LaidDuty, error: unknown): void;
  /** Measures of a pack that is only tried: they have no cells, and are read from the rows. */
  readonly tried?: ReadonlyMap<string, Measure> | undefined;
};

/** What opens within a month is shown as not yet begun. */
export const AHEAD_DAYS = 31;

export const subjectsOf = (laid: LaidDuty, tree: Tree): readonly Subject[] =>
  organsOfAll(laid.content.duty.who, organsIn(tree, subtreeOf(laid.packArea)), tree.areas).map(({ id, area }) => ({ organ: id, area }));

export const periodsFor = (
  laid: LaidDuty,
  seen: { readonly from: CalendarDate; readonly to: CalendarDate },
  today: CalendarDate,
): readonly DutyPeriod[] =>
  periodsOf(laid.content.duty.rhythm, { ...laid.content.pack, from: laid.content.since ?? laid.content.pack.from }, seen, toWorkday).filter(
    ({ from, kind }) => from <= addDays(today, kind === "keep" ? 0 : AHEAD_DAYS),
  );

/** What is kept leaves a standing at the end of each quarter behind, beside that of this month and the last: months between tell nothing more. */
const isKeptOn = ({ kind, to }: DutyPeriod, today: CalendarDate): boolean =>
  kind !== "keep" || addDays(to, 31) >= today || ["03", "06", "09", "12"].includes(to.slice(5, 7));

/** What ended while the document asked something else was settled by that; what is done once may be done late. */
const isAsked = ({ content }: LaidDuty, { kind, to }: DutyPeriod): boolean =>
  kind === "once" || kind === "step" || to >= (content.asSince ?? content.pack.from);

/** Owners of duties; hundreds of duties are owed by the same few kinds of organs. */
export function ownersBy(tree: Tree, only?: ReadonlySet<number>): (laid: LaidDuty) => readonly Subject[] {
  const owners = new Map<string, readonly Subject[]>();
  return (laid) => {
    const who = `${laid.packArea} ${JSON.stringify(laid.content.duty.who)}`;
    const known = owners.get(who) ?? subjectsOf(laid, tree).filter(({ area }) => !only || only.has(area));
    owners.set(who, known);
    return known;
  };
}

/** Duties of one measure together, so that its cells are read once. `undefined`: those a person enters. */
export async function* judgeAll(duties: readonly LaidDuty[], asked: Asked): AsyncGenerator<JudgedPeriod> {
  const byMeasure = new Map<string | null, LaidDuty[]>();
  for (const laid of duties) byMeasure.set(laid.content.measure, [...(byMeasure.get(laid.content.measure) ?? []), laid]);
  const ownersOf = ownersBy(asked.tree, asked.only);
  const attempt = <T>(laid: LaidDuty, work: () => T): T | undefined => {
    try {
      return work();
    } catch (error) {
      asked.failed(laid, error);
      return undefined;
    }
  };
  for (const [name, group] of byMeasure) {
    const measure = name === null ? undefined : (asked.tried?.get(name) ?? asked.services.registry.measures.get(name));
    const plan = (laid: LaidDuty): Planned => {
      const subjects = ownersOf(laid);
      // What an event touches is judged where somebody owes it; all is judged also where nobody does any more.
      if (subjects.length === 0 && asked.only) return { laid, subjects, periods: [] };
      const periods = periodsFor(laid, asked.seen, asked.today).filter(
        (period) => isAsked(laid, period) && isKeptOn(period, asked.today) && (asked.isWanted?.(period, laid) ?? true),
      );
      return { laid, subjects, periods: periods.map((period) => ({ period, span: spanOf(period, laid, asked.today) })) };
    };
    const planned = group.flatMap((laid) => attempt(laid, () => plan(laid)) ?? []).filter(({ periods }) => periods.length > 0);
    const owed = planned.filter(({ subjects }) => subjects.length > 0);
    const series = measure && owed.length > 0 ? await readSeries(measure, owed, asked) : undefined;
    for (const { laid, subjects, periods } of planned) {
      // What is kept month by month and was red last month has been red since then.
      const redSince = new Map<string, CalendarDate>();
      for (const { period, span } of periods) {
        const judged = attempt(laid, () => judgePeriod({ laid, subjects, period, span, measure, series, redSince }, asked));
        if (!judged) break;
        yield judged;
      }
    }
  }
}

type Planned = {
  readonly laid: LaidDuty;
  readonly subjects: readonly Subject[];
  readonly periods: readonly { readonly period: DutyPeriod; readonly span: Span }[];
};

/** What is done once may be done late: its figure is counted to this day. */
const spanOf = ({ counted, kind, dueOn }: DutyPeriod, { content }: LaidDuty, today: CalendarDate): Span =>
  kind === "once" && today > dueOn && content.duty.rhythm.kind === "by" && !content.duty.rhythm.thenKeep
    ? { from: counted.from, to: today }
    : counted;

const isBaseline = ({ content }: LaidDuty): boolean => content.duty.target?.kind === "baseline";

function readSeries(measure: Measure, planned: readonly Planned[], { tx, services, tree, only, today, tried }: Asked): Promise<Series> {
  const spans = new Map<string, Span>();
  const note = (span: Span) => spans.set(`${span.from}..${span.to}`, span);
  let step = 1e13;
  const named = new Set<number>();
  for (const { laid, subjects, periods } of planned) {
    for (const { period, span } of periods) {
      note(span);
      if (isForecast(period, today)) for (const month of monthsBefore(today)) note(month);
      if (isBaseline(laid)) note(yearBefore(span as DutyPeriod["counted"]));
    }
    for (const { area } of subjects) {
      const isOwn = laid.content.duty.counts === "own";
      step = Math.min(step, isOwn ? Math.max(1e3, stepOf(area) / 1e3) : stepOf(area));
      if (!only) continue;
      for (const each of [area, ...tree.aboveOf(area), ...(isOwn ? tree.childrenOf(area) : [])]) named.add(each);
    }
  }
  const areas: Areas = only ? { areas: [...named] } : { step: [1e3, 1e6, 1e9, 1e11, 1e13].findLast((each) => each <= step) ?? 1e3 };
  const moments = { today, now: services.clock.now() };
  return (tried?.has(measure.name) ? rowSeries : seriesOf)(measure, [...spans.values()], areas, {
    tx,
    catalog: services.catalog,
    measures: services.registry.measures,
    moments,
  });
}

type Judging = {
  readonly laid: LaidDuty;
  readonly subjects: readonly Subject[];
  readonly period: DutyPeriod;
  readonly span: Span;
  readonly measure: Measure | undefined;
  readonly series: Series | undefined;
  readonly redSince: Map<string, CalendarDate>;
};

function judgePeriod({ laid, subjects, period, span, measure, series, redSince }: Judging, { tree, ground, today }: Asked): JudgedPeriod {
  const { duty } = laid.content;
  const read = (area: number, of: Span, isOwn = duty.counts === "own"): Pair | undefined =>
    series && (isOwn ? ownPair(series, area, tree.childrenOf(area), of) : series.at(area, of));
  const figureOf = (area: number): Figure => shown(measure, read(area, span, false));
  const rows = subjects.flatMap(({ organ, area }): readonly JudgedRow[] => {
    if (ground.isFrozen(area, period)) return [];
    const pair = read(area, span);
    const computed = measure && valueIn(measure, pair);
    // Nobody looked at this stock while the period ran: what was not seen is not judged afterwards.
    if (measure && pair === undefined && natureOf(measure) === "stock" && period.to < today) return [];
    const proof = computed === undefined ? proofFor(ground.proofsOf(laid.id, organ), period) : undefined;
    const value: Known =
      computed === null
        ? "not-applicable"
        : (computed ?? (proof ? (duty.binding.kind === "document" ? 1 : (proof.value ?? "unknown")) : "unknown"));
    const baseline = measure && isBaseline(laid) ? (valueIn(measure, read(area, yearBefore(span as DutyPeriod["counted"]))) ?? null) : null;
    const aim = aimOf(duty.target, wholeOf(duty), {
      attributes: tree.areas.get(area)?.attributes ?? {},
      configured: ground.configured(laid),
      baseline,
      step: period.target,
    });
    const { status } = judge({
      period,
      today,
      is: duty.is,
      aim,
      value,
      unit: duty.unit,
      warn: duty.warn,
      waivers: ground.waiversOf(laid.id, organ),
      byHand: measure === undefined && isByHand(duty),
    });
    const since = (period.kind === "every" ? undefined : redSince.get(organ)) ?? lateFrom(period);
    if (status === "overdue") redSince.set(organ, since);
    else redSince.delete(organ);
    const isFine = status === "met" || status === "at-risk";
    const past =
      isFine && measure && isForecast(period, today)
        ? monthsBefore(today).map((month) => valueIn(measure, read(area, month)) ?? null)
        : undefined;
    const figure = pair && measure ? shown(measure, pair) : { value: typeof value === "number" ? value : null, num: null, den: null };
    return [
      {
        duty: laid.id,
        version: laid.version,
        area,
        organ,
        period,
        status,
        ...figure,
        target: aim.value,
        evidence: computed !== undefined ? "computed" : proof ? "hand" : "none",
        lateFrom: status === "overdue" ? since : lateFrom(period),
        forecast:
          past && aim.value !== null
            ? redWithin(past, aim.value, duty.is === "atMost" || duty.is === "below", today, FORECAST_DAYS)
            : undefined,
      },
    ];
  });
  const isSettled = rows.length === 0 && subjects.length > 0;
  return { laid, period, rows, isSettled, figureOf };
}

/** Only what must be kept can turn red by its figure alone; the rest turns red by its day. */
const isForecast = (period: DutyPeriod, today: CalendarDate): boolean =>
  period.kind === "keep" && period.from <= today && today <= period.to;
const FORECAST_DAYS = 30;

/** The months a forecast goes by: this one and the five before. */
function monthsBefore(today: CalendarDate): readonly Span[] {
  if (lastAsked.today === today) return lastAsked.months;
  const [year, month] = [Number(today.slice(0, 4)), Number(today.slice(5, 7))];
  const months = Array.from({ length: 6 }, (_, i) => {
    const first = new Date(Date.UTC(year, month - 6 + i, 1)).toISOString().slice(0, 10);
    return { from: first, to: new Date(Date.UTC(year, month - 5 + i, 0)).toISOString().slice(0, 10) };
  });
  lastAsked = { today, months };
  return months;
}
/** Asked for every owner of what is kept, and the same all day. */
let lastAsked: { readonly today: string; readonly months: readonly Span[] } = { today: "", months: [] };

function shown(measure: Measure | undefined, pair: Pair | undefined): Figure {
  const value = measure && valueIn(measure, pair);
  return { value: value ?? null, num: pair?.num ?? null, den: pair?.den ?? null };
}
