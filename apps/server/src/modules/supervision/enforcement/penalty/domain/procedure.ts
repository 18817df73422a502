/** What the penalty procedure refuses, as pure rules over the case, what is given and the day. Periods: rules/penalties.yaml. */
import type { Given, MoveContext, MoveRefusal } from "#platform/case/define.ts";
import { type CalendarDate, calendarDate } from "#platform/values.ts";
import { articleOf, clockOf, penaltyRules } from "../rules-in-force.ts";
import { hearingOffered, judgeFine, lastDayOf, mayBeSpot } from "./rules.ts";

type Row = { readonly [key: string]: unknown };
const no = (code: string, params: Readonly<Record<string, unknown>> = {}): MoveRefusal => ({ code: `enforcement.${code}`, params });
const kindsOf = (row: Row): readonly string[] => (Array.isArray(row.kinds) ? row.kinds.map(String) : []);
const yuanOf = (row: Row): number => (typeof row.fineYuan === "number" ? row.fineYuan : 0);
const partyOf = (row: Row): "unit" | "person" => (row.partyKind === "person" ? "person" : "unit");
const dayOf = (value: unknown): CalendarDate | null => (typeof value === "string" ? calendarDate.parse(value.slice(0, 10)) : null);
const blank = (value: unknown): boolean => value === undefined || value === null || value === "";

/** Kinds and fine agree: a fine has an amount, an amount is a fine, and the article allows it to be one. */
function agree(whole: Row): MoveRefusal | undefined {
  const fined = kindsOf(whole).includes("fine");
  if (fined && yuanOf(whole) <= 0) return no("fine_without_amount");
  if (!fined && yuanOf(whole) > 0) return no("amount_without_fine");
  const article = articleOf(whole.article);
  return article && article.subject === "person" && partyOf(whole) === "unit"
    ? no("article_for_persons", { article: article.article })
    : undefined;
}

export const refuseNotice = (row: Row, given: Given): MoveRefusal | undefined => agree({ ...row, ...given });

/** 当场处罚: facts clear, a warning or a small fine. 第五十一条 */
export function refuseSpot(row: Row, given: Given): MoveRefusal | undefined {
  const whole = { ...row, ...given };
  const kinds = kindsOf(whole);
  if (kinds.some((kind) => kind !== "fine" && kind !== "warning")) return no("not_on_spot_kind");
  const most = penaltyRules.limits.spot[partyOf(whole)];
  return mayBeSpot(penaltyRules.limits, partyOf(whole), yuanOf(whole)) ? agree(whole) : no("not_on_spot", { most });
}

export function setsNotice(row: Row, given: Given) {
  const right = hearingOffered(penaltyRules.limits, { party: partyOf(row), yuan: yuanOf(row), kinds: kindsOf(row) });
  const on = dayOf(given.documentServedOn);
  return {
    noticeOn: on,
    hearingRight: right,
    hearingBy: right && on ? lastDayOf(clockOf("hearing"), on) : null,
    hearingAskedOn: null,
    hearingOn: null,
    hearingResult: null,
    hearingWaived: null,
  };
}

/** Only what was offered can be asked for, and only in time. */
export function refuseHearing(row: Row, given: Given, { today }: MoveContext): MoveRefusal | undefined {
  const asked = dayOf(given.hearingAskedOn);
  if (!blank(row.hearingOn)) return no("hearing_held");
  if (row.hearingRight !== true) return no("no_hearing_right");
  if (asked === null || asked > today || (typeof row.noticeOn === "string" && asked < row.noticeOn)) return no("hearing_day");
  return typeof row.hearingBy === "string" && asked > row.hearingBy ? no("hearing_too_late", { by: row.hearingBy }) : undefined;
}

export const refuseHearingHeld = (row: Row, given: Given, { today }: MoveContext): MoveRefusal | undefined =>
  String(given.hearingOn) > today || String(given.hearingOn) < String(row.hearingAskedOn) ? no("hearing_day") : undefined;

/** 第五十七条第二款: grave kinds, a large fine, and any fine outside the article's range, are decided collectively. */
export function needsCollective(whole: Row): boolean {
  if (kindsOf(whole).some((kind) => ["stop", "revoke", "close", "confiscate"].includes(kind))) return true;
  const large = penaltyRules.limits.largeFine[partyOf(whole)];
  return (large !== null && yuanOf(whole) >= large) || isOutside(whole);
}

export function isOutside(whole: Row): boolean {
  const article = articleOf(whole.article);
  return yuanOf(whole) > 0 && (!article || !judgeFine(article, yuanOf(whole)).in);
}

/** A term to pay ends no earlier than the day it is set on. */
const refuseTerm = (payBy: unknown, on: unknown): MoveRefusal | undefined =>
  typeof payBy === "string" && typeof on === "string" && payBy < on ? no("pay_by_past", { on }) : undefined;

export const refuseDeferral = (_: Row, given: Given, { today }: MoveContext): MoveRefusal | undefined => refuseTerm(given.payBy, today);

export function refuseDecision(row: Row, given: Given, context: MoveContext): MoveRefusal | undefined {
  const whole = { ...row, ...given };
  const { actor, today } = context;
  if (blank(row.noticeOn)) return no("not_noticed");
  if (actor && (row.officerOne === actor.userId || row.officerTwo === actor.userId)) return no("officers_do_not_decide");
  if (isHearingOpen(row, today)) return no("hearing_open", { by: row.hearingBy });
  if (yuanOf(whole) > yuanOf(row) || kindsOf(whole).some((kind) => !kindsOf(row).includes(kind))) return no("heavier_than_told");
  if (!blank(row.statement) && blank(whole.statementAnswer)) return no("statement_unanswered");
  const disagree = agree(whole);
  if (disagree) return disagree;
  if (isOutside(whole) && blank(given.outsideWhy)) return no("outside_needs_reason", rangeOf(whole));
  const term = refuseTerm(given.payBy, today);
  if (term) return term;
  if (needsCollective(whole) && (blank(given.collectiveRecord) || blank(given.collectiveOn))) return no("needs_collective");
  return typeof row.decideBy === "string" && today > row.decideBy && blank(given.lateWhy)
    ? no("decided_late", { by: row.decideBy })
    : undefined;
}

const rangeOf = (whole: Row) => {
  const article = articleOf(whole.article);
  return { article: article?.article ?? "", min: article?.fine?.[0] ?? 0, max: article?.fine?.[1] ?? 0 };
};

/** The party may still ask for a hearing: not held, not waived in writing, and the last day not over. */
const isHearingOpen = (row: Row, today: string): boolean =>
  row.hearingRight === true &&
  blank(row.hearingOn) &&
  row.hearingWaived !== true &&
  typeof row.hearingBy === "string" &&
  today <= row.hearingBy;

export function refuseExemption(row: Row, given: Given, { actor }: MoveContext): MoveRefusal | undefined {
  if (actor && (row.officerOne === actor.userId || row.officerTwo === actor.userId)) return no("officers_do_not_decide");
  const earlier = Number(given.earlier ?? row.earlier ?? 0);
  if (given.exemptGround === "first" && earlier > 0) return no("not_first", { n: earlier });
  return (given.exemptGround === "slight" || given.exemptGround === "first") && row.harm === true ? no("harm_done") : undefined;
}

/** Served after it was decided, and in time for the party to pay by the day that was set. */
export const refuseService = (row: Row, given: Given): MoveRefusal | undefined =>
  typeof row.decidedOn === "string" && String(given.documentServedOn) < row.decidedOn
    ? no("served_before_decided")
    : refuseTerm(given.payBy ?? row.payBy, given.documentServedOn);

/** Urged after the term to pay had passed. 行政强制法 第五十四条 */
export function refuseUrging(row: Row, given: Given, { today }: MoveContext): MoveRefusal | undefined {
  if (typeof row.payBy === "string" && today <= row.payBy) return no("not_due_yet", { by: row.payBy });
  return isUrgedEarly(row.payBy, given.documentServedOn) ? no("urged_before_due", { by: row.payBy }) : undefined;
}

const isUrgedEarly = (payBy: unknown, urgedOn: unknown): boolean =>
  typeof payBy === "string" && typeof urgedOn === "string" && urgedOn <= payBy;

export function refuseCourt(row: Row, given: Given, { today }: MoveContext): MoveRefusal | undefined {
  const urged = dayOf(row.urgedOn);
  const on = dayOf(given.courtOn);
  if (urged === null || on === null || on > today) return no("court_day");
  if (isUrgedEarly(row.payBy, urged)) return no("urged_before_due", { by: row.payBy });
  const waits = lastDayOf(clockOf("court"), urged);
  return on <= waits ? no("court_too_early", { by: waits }) : undefined;
}

/** Closed when carried out, or when carrying it out ended for a reason; and when its publication is settled. */
export function refuseClosing(row: Row, given: Given): MoveRefusal | undefined {
  const whole = { ...row, ...given };
  const open = yuanOf(whole) - (typeof whole.paidYuan === "number" ? whole.paidYuan : 0);
  if (open > 0 && blank(given.endWhy)) return no("not_paid", { open });
  return blank(whole.publishedOn) && blank(whole.unpublishedWhy) ? no("not_published") : undefined;
}
