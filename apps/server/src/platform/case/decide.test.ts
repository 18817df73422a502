/** A deadline that hangs on a day of the case goes with that day, and with no other change. */
import { describe, expect, it } from "vitest";
import type { Actor } from "../actor.ts";
import { day, text } from "../ledger/fields.ts";
import { calendarDate } from "../values.ts";
import { type CaseRow, decide } from "./decide.ts";
import { defineCase, eraseCase } from "./define.ts";

const work = eraseCase(
  defineCase("repairs.work", {
    label: "维修",
    counter: "件",
    title: "what",
    fields: { what: text("事项", { required: true }), endsOn: day("完成期限"), by: text("承办人"), againOn: day("复看日期") },
    list: { columns: ["what"], filters: ["area"] },
    states: {
      running: { label: "在办", due: { field: "endsOn" } },
      waiting: { label: "待复看", due: { working: 3 } },
      done: { label: "办结", end: true },
    },
    start: "running",
    moves: {
      amend: { label: "调整", from: ["running", "waiting"], to: "same", by: "repairs.do", takes: ["endsOn", "by"] },
      redate: { label: "改期", from: ["running"], to: "same", by: "repairs.do", sets: () => ({ endsOn: "2026-09-30" }) },
      hold: { label: "完工", from: ["running"], to: "waiting", by: "repairs.do" },
      finish: { label: "办结", from: ["waiting"], to: "done", by: "repairs.do" },
    },
  }),
);
const actor = { permissions: new Set(["repairs.do"]), organId: "organ", userId: "user" } as unknown as Actor;
const march = "2026-03-31T15:59:59.999Z";
const row = (state: string): CaseRow => ({
  id: "case",
  area: 1,
  state,
  version: 1,
  endsOn: "2026-03-31",
  dueAt: march,
  holderOrgan: "organ",
  holderPost: null,
  holderPerson: null,
});
const context = {
  actor,
  now: new Date("2026-03-18T06:30:20Z"),
  today: calendarDate.parse("2026-03-18"),
  settings: new Map(),
  openRequests: [],
};
const made = (state: string, move: string, given: object): Readonly<Record<string, unknown>> => {
  const decision = decide(work, row(state), move, given as Record<string, unknown>, context);
  if (!decision.ok) throw new Error(decision.refusal.code);
  return { ...row(state), ...decision.value.values };
};

describe("a case that stays in its state", () => {
  it("is due on the new day once its day was moved, by hand or by the move itself", () => {
    expect(made("running", "amend", { endsOn: "2026-06-30" })).toMatchObject({ state: "running", dueAt: "2026-06-30T15:59:59.999Z" });
    expect(made("running", "redate", {})).toMatchObject({ dueAt: "2026-09-30T15:59:59.999Z" });
  });

  it("keeps its deadline when another field changed, or when the deadline hangs on no day", () => {
    expect(made("running", "amend", { by: "李师傅" })).toMatchObject({ dueAt: march });
    expect(made("waiting", "amend", { endsOn: "2026-06-30" })).toMatchObject({ dueAt: march });
  });
});
