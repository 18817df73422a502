import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Actor } from "#platform/actor.ts";
import { type CaseRow, decide } from "#platform/case/decide.ts";
import { eraseCase } from "#platform/case/define.ts";
import { addDays, type CalendarDate, calendarDate } from "#platform/values.ts";
import { penalty } from "../penalty.ts";
import { articleOf, clockOf, penaltyRules } from "../rules-in-force.ts";
import { nextStep } from "./escalate.ts";
import {
  refuseClosing,
  refuseCourt,
  refuseDecision,
  refuseDeferral,
  refuseHearing,
  refuseService,
  refuseSpot,
  refuseUrging,
  setsNotice,
} from "./procedure.ts";
import { hearingOffered, judgeFine, lastDayOf, lateFine, readPenaltyRules } from "./rules.ts";

const day = (text: string): CalendarDate => calendarDate.parse(text);
const today = day("2026-03-18");
const at = (on: CalendarDate) => ({ actor: null, today: on, now: new Date(`${on}T04:00:00Z`) });
const told = {
  partyKind: "unit",
  article: "PEN-60",
  kinds: ["fine"],
  fineYuan: 10_000,
  noticeOn: "2026-03-10",
  hearingRight: true,
  hearingBy: "2026-03-17",
  decideBy: "2026-06-01",
};

describe("periods", () => {
  it("five working days after Wednesday 18 March 2026 end on Wednesday 25 March; ninety natural days on 16 June", () => {
    expect(lastDayOf(clockOf("hearing"), today)).toBe("2026-03-25");
    expect(lastDayOf(clockOf("decide"), today)).toBe("2026-06-16");
  });
  it("working days step over Qingming 2026 (4 to 6 April)", () =>
    expect(lastDayOf({ amount: 3, unit: "working" }, day("2026-04-02"))).toBe("2026-04-08"));
  it("two years after 29 February end on 28 February", () =>
    expect(lastDayOf(clockOf("limitation"), day("2024-02-29"))).toBe("2026-02-28"));
});

describe("range of discretion", () => {
  const article = articleOf("PEN-60");
  it("以下 includes the number: 5,000 and 50,000 are inside, 4,999 and 50,001 outside", () => {
    expect([5_000, 50_000].map((yuan) => judgeFine(article ?? {}, yuan).in)).toEqual([true, true]);
    expect([4_999, 50_001].map((yuan) => judgeFine(article ?? {}, yuan).in)).toEqual([false, false]);
  });
  it("an article without a fine allows none", () => expect(judgeFine(articleOf("PEN-67") ?? {}, 1).in).toBe(false));
  it("outside it, a decision needs its reason and a collective record", () => {
    const low = { ...told, fineYuan: 3_000 };
    expect(refuseDecision({ ...low, hearingBy: "2026-03-17" }, { fineYuan: 3_000 }, at(today))).toMatchObject({
      code: "enforcement.outside_needs_reason",
      params: { min: 5_000, max: 50_000 },
    });
    expect(refuseDecision(low, { fineYuan: 3_000, outsideWhy: "减轻情节" }, at(today))).toMatchObject({
      code: "enforcement.needs_collective",
    });
    expect(
      refuseDecision(low, { fineYuan: 3_000, outsideWhy: "减轻情节", collectiveOn: "2026-03-18", collectiveRecord: "全体同意" }, at(today)),
    ).toBeUndefined();
  });
  it("late payment adds 3 % a day and never more than the fine", () => {
    expect(lateFine(penaltyRules.limits, 10_000, day("2026-03-01"), day("2026-03-11"))).toBe(3_000);
    expect(lateFine(penaltyRules.limits, 10_000, day("2026-01-01"), day("2026-12-31"))).toBe(10_000);
    expect(lateFine(penaltyRules.limits, 10_000, day("2026-03-20"), today)).toBe(0);
  });
});

describe("told before decided", () => {
  it("a case nobody was told of is not decided", () =>
    expect(refuseDecision({ ...told, noticeOn: null }, {}, at(today))).toMatchObject({ code: "enforcement.not_noticed" }));
  it("while a hearing may still be asked for it waits; a waiver in writing opens it", () => {
    const waiting = { ...told, hearingBy: "2026-03-18" };
    expect(refuseDecision(waiting, {}, at(today))).toMatchObject({ code: "enforcement.hearing_open" });
    expect(refuseDecision({ ...waiting, hearingWaived: true }, {}, at(today))).toBeUndefined();
    expect(refuseDecision(waiting, {}, at(day("2026-03-19")))).toBeUndefined();
  });
  it("nothing heavier than told is decided, and a statement is answered", () => {
    expect(refuseDecision(told, { fineYuan: 20_000 }, at(today))).toMatchObject({ code: "enforcement.heavier_than_told" });
    expect(refuseDecision({ ...told, statement: "已改正" }, {}, at(today))).toMatchObject({ code: "enforcement.statement_unanswered" });
  });
  it("past its ninety days a decision needs the reason", () =>
    expect(refuseDecision({ ...told, decideBy: "2026-03-17" }, {}, at(today))).toMatchObject({ code: "enforcement.decided_late" }));
  it("the officers of a case do not decide it", () =>
    expect(refuseDecision({ ...told, officerOne: "a" }, {}, { ...at(today), actor: { userId: "a" } as Actor })).toMatchObject({
      code: "enforcement.officers_do_not_decide",
    }));
  it("as long as this place's large fine is not known, every fine carries the right to a hearing; a warning does not", () => {
    expect(penaltyRules.limits.largeFine.unit).toBeNull();
    expect(hearingOffered(penaltyRules.limits, { party: "unit", yuan: 100, kinds: ["fine"] })).toBe(true);
    expect(hearingOffered(penaltyRules.limits, { party: "unit", yuan: 0, kinds: ["warning"] })).toBe(false);
    expect(
      hearingOffered(
        { ...penaltyRules.limits, largeFine: { ...penaltyRules.limits.largeFine, unit: 30_000 } },
        { party: "unit", yuan: 20_000, kinds: ["fine"] },
      ),
    ).toBe(false);
    expect(setsNotice({ ...told }, { documentServedOn: "2026-03-18" })).toMatchObject({
      noticeOn: "2026-03-18",
      hearingRight: true,
      hearingBy: "2026-03-25",
    });
  });
  it("a hearing asked for too late is refused", () =>
    expect(refuseHearing(told, { hearingAskedOn: "2026-03-18" }, at(today))).toMatchObject({ code: "enforcement.hearing_too_late" }));
});

describe("on the spot", () => {
  it("a unit up to 3,000 yuan, a person up to 200; nothing but a warning or a fine", () => {
    const spot = (partyKind: string, fineYuan: number, kinds = ["fine"]) =>
      refuseSpot({ partyKind }, { fineYuan, kinds, article: "PEN-60b" });
    expect(spot("person", 200)).toBeUndefined();
    expect(spot("person", 201)).toMatchObject({ code: "enforcement.not_on_spot", params: { most: 200 } });
    expect(refuseSpot({ partyKind: "unit" }, { fineYuan: 3_001, kinds: ["fine"], article: "PEN-60" })).toMatchObject({
      params: { most: 3_000 },
    });
    expect(spot("person", 0, ["stop"])).toMatchObject({ code: "enforcement.not_on_spot_kind" });
  });
});

describe("execution", () => {
  it("the court is asked ten working days after urging at the earliest", () => {
    expect(refuseCourt({ urgedOn: "2026-03-18" }, { courtOn: "2026-04-01" }, at(day("2026-04-02")))).toMatchObject({
      code: "enforcement.court_too_early",
    });
    expect(refuseCourt({ urgedOn: "2026-03-18" }, { courtOn: "2026-04-02" }, at(day("2026-04-02")))).toBeUndefined();
  });
  it("the term to pay ends no earlier than the day it is set on, nor before the decision reached the party", () => {
    const past = { code: "enforcement.pay_by_past" };
    expect(refuseDecision(told, { payBy: "2026-03-17" }, at(today))).toMatchObject(past);
    expect(refuseDecision(told, { payBy: "2026-03-18" }, at(today))).toBeUndefined();
    const decided = { decidedOn: "2026-03-18", payBy: "2026-04-02" };
    expect(refuseService(decided, { documentServedOn: "2026-04-03" })).toMatchObject({ ...past, params: { on: "2026-04-03" } });
    expect(refuseService(decided, { documentServedOn: "2026-04-03", payBy: "2026-04-02" })).toMatchObject(past);
    expect(refuseService(decided, { documentServedOn: "2026-04-03", payBy: "2026-04-18" })).toBeUndefined();
    expect(refuseDeferral({}, { payBy: "2026-03-17" }, at(today))).toMatchObject(past);
  });
  it("an urging served before the term to pay had passed is none, and starts no wait for the court", () => {
    const due = { payBy: "2026-04-20" };
    const early = { code: "enforcement.urged_before_due" };
    expect(refuseUrging(due, { documentServedOn: "2026-04-20" }, at(day("2026-04-21")))).toMatchObject(early);
    expect(refuseUrging(due, { documentServedOn: "2026-04-21" }, at(day("2026-04-21")))).toBeUndefined();
    const asked = { courtOn: "2026-05-20" };
    expect(refuseCourt({ ...due, urgedOn: "2026-04-01" }, asked, at(day("2026-05-20")))).toMatchObject(early);
    expect(refuseCourt({ ...due, urgedOn: "2026-04-21" }, asked, at(day("2026-05-20")))).toBeUndefined();
  });
  it("a case ends paid or with a reason, published or with a reason", () => {
    expect(refuseClosing({ fineYuan: 5_000, paidYuan: 2_000 }, {})).toMatchObject({
      code: "enforcement.not_paid",
      params: { open: 3_000 },
    });
    expect(refuseClosing({ fineYuan: 5_000, paidYuan: 5_000 }, {})).toMatchObject({ code: "enforcement.not_published" });
    expect(refuseClosing({ fineYuan: 5_000, paidYuan: 5_000 }, { publishedOn: "2026-03-18" })).toBeUndefined();
  });
});

describe("any order of moves", () => {
  const declared = eraseCase(penalty);
  const all = Object.keys(penalty.moves);
  const givenOf = (on: CalendarDate) => ({
    evidenceWords: "现场照片",
    article: "PEN-60",
    kinds: ["fine"],
    fineYuan: 8_000,
    discretion: "一般情节",
    statement: "",
    statementAnswer: "",
    hearingAskedOn: on,
    hearingOn: on,
    hearingResult: "维持",
    exemptGround: "slight",
    transferTo: "公安",
    paidYuan: 8_000,
    paidOn: on,
    payBy: addDays(on, 15),
    courtOn: on,
    publishedOn: on,
    note: "说明",
    documentServedOn: on,
    documentNumber: "柯城消罚〔2026〕第0001号",
  });

  it("never decides what was not told, never executes what was not decided and served, never leaves an end", () =>
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...all), fc.integer({ min: 0, max: 20 })), { maxLength: 40 }), (steps) => {
        let row: CaseRow = {
          id: "x",
          area: 1,
          state: "filed",
          version: 1,
          holderOrgan: null,
          holderPost: null,
          holderPerson: null,
          partyKind: "unit",
          decideBy: "2027-01-01",
          fineYuan: null,
        } as CaseRow;
        let on = today;
        for (const [move, days] of steps) {
          on = addDays(on, days);
          const ended = declared.states[row.state]?.end === true;
          const decision = decide(declared, row, move, givenOf(on), { ...at(on), settings: new Map(), openRequests: [] });
          if (!decision.ok) continue;
          expect(ended).toBe(false);
          row = { ...row, ...decision.value.values, state: decision.value.to } as CaseRow;
          const spot = move === "spot";
          if (row.state === "decided" || spot) {
            expect(row.noticeOn).toBeTruthy();
            expect(row.decidedOn).toBeTruthy();
          }
          if (["executing", "urged", "court", "closed"].includes(row.state)) {
            expect(row.noticeOn).toBeTruthy();
            expect(row.decidedOn).toBeTruthy();
            expect(row.servedOn).toBeTruthy();
            expect(String(row.noticeOn) <= String(row.decidedOn)).toBe(true);
            expect(String(row.decidedOn) <= String(row.servedOn)).toBe(true);
          }
          if (row.state === "court") expect(row.urgedOn).toBeTruthy();
        }
      }),
      { numRuns: 1_000 },
    ));
});

describe("rules as data", () => {
  it("an act that names an article nobody knows stops the start", () =>
    expect(() => readPenaltyRules({ ...penaltyRules, acts: [{ ...penaltyRules.acts[0], articles: ["PEN-99"] }] })).toThrow("PEN-99"));
  it("every act says who may punish it and what evidence it takes", () =>
    expect(penaltyRules.acts.filter((act) => act.competent.length === 0 || act.evidence.length === 0)).toEqual([]));
});

describe("the next step for a hazard that was not rectified", () => {
  it.each([
    [{ grade: "minor", returns: 0, extensions: 0 }, "order"],
    [{ grade: "general", returns: 0, extensions: 0 }, "penalty"],
    [{ grade: "minor", returns: 1, extensions: 0 }, "penalty"],
    [{ grade: "general", returns: 0, extensions: 1 }, "penalty"],
    [{ grade: "major", returns: 0, extensions: 0 }, "seal"],
  ] as const)("%j → %s", (hazard, step) => expect(nextStep(hazard).step).toBe(step));
});
