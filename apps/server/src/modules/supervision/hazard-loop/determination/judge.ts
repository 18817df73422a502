/**
 * Judges 重大火灾隐患 by one edition of the standard: element by element, then the counts, then the exclusions. Pure, never throws.
 * Only confirmed rules decide. Whatever hangs on a remembered element, a remembered threshold or a missing figure is a prompt for a person.
 */
import {
  type CompleteSet,
  type Element,
  type ElementState,
  mayDecide,
  type RuleSet,
  setInForce,
  type Threshold,
  type Verdict,
  type Way,
} from "./rule-set.ts";

/** true, false, or null for not known. */
export type Known = boolean | null;
export type Tags = Readonly<Record<string, Known>>;
export type GivenElement = {
  /** By number of the way: does this fact hold? Left out: not answered. */
  readonly facts?: Readonly<Record<number, boolean>>;
  readonly values?: Readonly<Record<string, number>>;
  /** A person confirmed how the text is to be read. */
  readonly confirmed?: boolean;
};
export type Given = {
  /** What kind of place it is; a tag left out is not so. */
  readonly tags: Tags;
  /** Can it be corrected at once? A major hazard cannot. */
  readonly correctable: Known;
  /** By id: does this case of “shall not be determined” hold? Left out: it does not. */
  readonly exclusions: Readonly<Record<string, Known>>;
  readonly elements: Readonly<Record<string, GivenElement>>;
};

export type Measured = {
  readonly way: number;
  readonly quotient: number;
  readonly comparator: string;
  readonly limit: number;
  readonly holds: boolean;
};
export type Reason = {
  readonly clause: string;
  readonly direct: boolean;
  readonly state: ElementState;
  readonly measured: readonly Measured[];
};
export type Count = {
  readonly id: string;
  readonly clause: string;
  readonly applies: Known;
  readonly need: number;
  /** Met by confirmed elements. */
  readonly met: number;
  /** With the unconfirmed ones, and with everything still unknown. */
  readonly withUnconfirmed: number;
  readonly possible: number;
  readonly confirmed: boolean;
  readonly reached: boolean;
};
export type Judgement = {
  readonly edition: string;
  readonly verdict: Verdict;
  /** What the unconfirmed rules would say: for the person who decides. */
  readonly leaning: "major" | "notMajor" | null;
  /** The clauses the verdict rests on. */
  readonly by: readonly string[];
  readonly prompts: readonly ("precondition" | "exclusion" | "unconfirmed" | "unknown" | "threshold")[];
  readonly reasons: readonly Reason[];
  readonly counts: readonly Count[];
};

/** A place's tags with those they bring along. */
export function tagsOf(set: CompleteSet, given: Tags): Tags {
  const all: Record<string, Known> = { ...given };
  for (const [tag, others] of Object.entries(set.implies)) if (given[tag] === true) for (const other of others) all[other] = true;
  return all;
}

const known = (tags: Tags, tag: string): Known => (tag in tags ? (tags[tag] ?? null) : false);
const anyOf = (values: readonly Known[]): Known => (values.includes(true) ? true : values.includes(null) ? null : false);
const allOf = (values: readonly Known[]): Known => (values.includes(false) ? false : values.includes(null) ? null : true);
const not = (value: Known): Known => (value === null ? null : !value);

function appliesTo({ places, notPlaces }: Element, tags: Tags): Known {
  const here = places ? anyOf(places.map((tag) => known(tags, tag))) : true;
  const elsewhere = notPlaces ? not(anyOf(notPlaces.map((tag) => known(tags, tag)))) : true;
  return allOf([here, elsewhere]);
}

const figure = (value: number | undefined): number | undefined =>
  value !== undefined && Number.isFinite(value) && value >= 0 ? value : undefined;
const holds = (quotient: number, comparator: string, limit: number): boolean =>
  comparator === "<" ? quotient < limit : comparator === ">" ? quotient > limit : quotient >= limit;
/** Figures are entered with a few decimals: 3.2 of 4 is exactly 80 %. */
const rounded = (value: number): number => Math.round(value * 1e9) / 1e9;

type Judged = { readonly known: Known; readonly answered: boolean; readonly measured?: Measured };

function judgeWay(one: Way, index: number, given: GivenElement, tags: Tags): Judged {
  if ("yes" in one) {
    const fact = given.facts?.[index];
    return { known: fact ?? null, answered: fact !== undefined };
  }
  const [top, bottom] = one.ratio.map((key) => figure(given.values?.[key]));
  const answered = top !== undefined || bottom !== undefined;
  if (top === undefined || bottom === undefined || bottom === 0) return { known: null, answered };
  const quotient = rounded(top / bottom);
  const { stricter } = one;
  const isStricter = stricter
    ? anyOf([
        ...(stricter.when ?? []).map((tag) => known(tags, tag)),
        ...(stricter.whenAll ? [allOf(stricter.whenAll.map((tag) => known(tags, tag)))] : []),
      ])
    : false;
  const loose = holds(quotient, one.comparator, one.limit);
  const tight = stricter ? holds(quotient, one.comparator, stricter.limit) : loose;
  const result: Known = isStricter === null ? (loose === tight ? loose : null) : isStricter ? tight : loose;
  const limit = isStricter === true && stricter ? stricter.limit : one.limit;
  return result === null
    ? { known: null, answered }
    : { known: result, answered, measured: { way: index, quotient, comparator: one.comparator, limit, holds: result } };
}

/** One element: met, not met, or why that cannot be said. */
export function judgeElement(element: Element, given: GivenElement, tags: Tags): Reason {
  const judged = element.any.map((one, index) => judgeWay(one, index, given, tags));
  const measured = judged.flatMap((each) => each.measured ?? []);
  const shown = { clause: element.clause, direct: element.clause.startsWith("6."), measured };
  const here = appliesTo(element, tags);
  if (here === false) return { ...shown, state: "notApplicable" };
  if (!judged.some((each) => each.answered)) return { ...shown, state: "unanswered" };
  const result = anyOf(judged.map((each) => each.known));
  if (result === false) return { ...shown, state: "notMet" };
  if (result === null || here === null) return { ...shown, state: "unknown" };
  const sure = mayDecide(element.confidence) && (element.askReading === undefined || given.confirmed === true);
  return { ...shown, state: sure ? "met" : "unconfirmed" };
}

function countFor(threshold: Threshold, reasons: readonly Reason[], tags: Tags): Count {
  const { when, unless, need, elements, unconfirmedElements } = threshold;
  const applies = allOf([
    when ? anyOf(when.map((tag) => known(tags, tag))) : true,
    unless ? not(anyOf(unless.map((tag) => known(tags, tag)))) : true,
  ]);
  const among = (clause: string) => elements === "all" || elements.includes(clause);
  const own = reasons.filter(({ direct, clause }) => !direct && among(clause));
  const wider = [...own, ...reasons.filter(({ clause }) => unconfirmedElements.includes(clause))];
  const having = (list: readonly Reason[], ...states: readonly ElementState[]) => list.filter(({ state }) => states.includes(state)).length;
  const met = having(own, "met");
  const confirmed = mayDecide(threshold.confidence);
  return {
    id: threshold.id,
    clause: threshold.clause,
    applies,
    need,
    met,
    withUnconfirmed: having(wider, "met", "unconfirmed"),
    possible: having(wider, "met", "unconfirmed", "unknown"),
    confirmed,
    reached: confirmed && applies === true && met >= need,
  };
}

/**
 * @returns `direct` or `comprehensive` when confirmed rules alone say so, `notMajor` when nothing that was found could make it one,
 *   `prompt` when it hangs on what is not confirmed or not known: then a person decides, and `leaning` says what the rest would say.
 */
export function judge(set: CompleteSet, given: Given): Judgement {
  const tags = tagsOf(set, given.tags);
  const reasons = set.elements.map((element) => judgeElement(element, given.elements[element.clause] ?? {}, tags));
  const counts = set.thresholds.map((threshold) => countFor(threshold, reasons, tags));
  const shown = { edition: set.edition, reasons, counts };
  const excluded = set.exclusions.filter(({ id }) => given.exclusions[id] === true).map(({ id }) => id);
  if (given.correctable === true) return { ...shown, verdict: "notMajor", leaning: null, by: [set.precondition.id], prompts: [] };
  if (excluded.length > 0) return { ...shown, verdict: "notMajor", leaning: null, by: excluded, prompts: [] };

  const direct = reasons.filter((each) => each.direct);
  const directMet = direct.filter(({ state }) => state === "met").map(({ clause }) => clause);
  const reached = counts.find((each) => each.reached);
  const open = [
    ...(given.correctable === null ? (["precondition"] as const) : []),
    ...(set.exclusions.some(({ id }) => id in given.exclusions && given.exclusions[id] === null) ? (["exclusion"] as const) : []),
  ];
  if (directMet.length > 0 || reached) {
    const by =
      directMet.length > 0 ? directMet : reasons.filter((each) => !each.direct && each.state === "met").map(({ clause }) => clause);
    if (open.length > 0) return { ...shown, verdict: "prompt", leaning: "major", by, prompts: open };
    return { ...shown, verdict: directMet.length > 0 ? "direct" : "comprehensive", leaning: null, by, prompts: [] };
  }
  return { ...shown, ...undecided(direct, reasons, counts, open) };
}

function undecided(
  direct: readonly Reason[],
  reasons: readonly Reason[],
  counts: readonly Count[],
  open: readonly ("precondition" | "exclusion")[],
): Pick<Judgement, "verdict" | "leaning" | "by" | "prompts"> {
  const pending = reasons.filter(({ state }) => state === "met" || state === "unconfirmed" || state === "unknown");
  if (pending.length === 0) return { verdict: "notMajor", leaning: null, by: [], prompts: [] };
  const unconfirmed = pending.some(({ state }) => state === "unconfirmed");
  const unknown = pending.some(({ state }) => state === "unknown");
  const prompts = [
    ...open,
    ...(unconfirmed ? (["unconfirmed"] as const) : []),
    ...(unknown ? (["unknown"] as const) : []),
    ...(pending.some((each) => !each.direct) ? (["threshold"] as const) : []),
  ];
  const says =
    direct.some(({ state }) => state === "unconfirmed") ||
    counts.some((each) => each.applies === true && each.withUnconfirmed >= each.need);
  const couldStill =
    direct.some(({ state }) => state === "unknown") || counts.some((each) => each.applies !== false && each.possible >= each.need);
  return { verdict: "prompt", leaning: says ? "major" : couldStill ? null : "notMajor", by: pending.map(({ clause }) => clause), prompts };
}

export type Determination = {
  /** The edition in force on the day of inspection; null when this product holds none for that day. */
  readonly edition: string | null;
  readonly status: "complete" | "awaiting_official_text" | "none";
  readonly verdict: Verdict;
  readonly judgement: Judgement | null;
  /** What an edition that is no longer in force would have said: shown for reference, decides nothing. */
  readonly reference: Judgement | null;
};

/** Judges by the edition in force on the day of inspection. Where its text is awaited nothing is decided; the last known edition is a reference. */
export function determine(sets: readonly RuleSet[], inspectedOn: string, given: Given): Determination {
  const set = setInForce(sets, inspectedOn);
  if (set?.status === "complete") {
    const judgement = judge(set, given);
    return { edition: set.edition, status: "complete", verdict: judgement.verdict, judgement, reference: null };
  }
  const last = sets.flatMap((each) => (each.status === "complete" ? [each] : [])).at(-1);
  const reference = set && last ? judge(last, given) : null;
  return { edition: set?.edition ?? null, status: set ? "awaiting_official_text" : "none", verdict: "prompt", judgement: null, reference };
}
