import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Actor } from "#platform/actor.ts";
import { type CaseRow, decide } from "#platform/case/decide.ts";
import { checkCase, eraseCase } from "#platform/case/define.ts";
import { calendarDate } from "#platform/values.ts";
import { alarm, alarmMoves } from "./alarm.ts";
import { type AlarmKind, alarmKinds } from "./domain/kinds.ts";
import { remoteMonitoring } from "./module.ts";

const declared = eraseCase(alarm);
const permissions = new Set(Object.keys(remoteMonitoring.permissions ?? {}));
const NOW = new Date("2026-03-18T06:30:20Z");

const officer = (n: number): Actor => ({
  userId: `00000000-0000-4000-8000-00000000000${n}`,
  account: `duty${n}`,
  name: `值班员 ${n}`,
  kind: "official",
  post: "duty-officer",
  organId: "10000000-0000-4000-8000-000000000000",
  organName: "衢州市消防远程监控中心",
  area: { lo: 0, hi: 999_999_999_999_999 },
  areaName: "衢州市",
  unitId: null,
  permissions,
});
const reported = (kind: AlarmKind): CaseRow => ({
  id: "01997c2e-8f00-7000-8000-000000000001",
  area: 330_802_001_001_000,
  state: "reported",
  version: 1,
  holderOrgan: "10000000-0000-4000-8000-000000000000",
  holderPost: "duty-officer",
  holderPerson: null,
  kind,
});
/** Everything a move may ask for; each step gives some of it. */
const answers = {
  verifyMethod: "call",
  cause: "cooking",
  operatorName: "李文斌",
  repairBy: "衢州安泰消防",
  note: "控制室答复",
  holderPerson: officer(2).userId,
  testUntil: "2026-03-18T08:00:00.000Z",
} as const;
const keys = Object.keys(answers) as (keyof typeof answers)[];
const step = fc.record({ move: fc.constantFrom(...alarmMoves), who: fc.integer({ min: 0, max: 2 }), gives: fc.subarray(keys) });
const walk = fc.record({ kind: fc.constantFrom(...(Object.keys(alarmKinds) as AlarmKind[])), steps: fc.array(step, { maxLength: 25 }) });

function walked({
  kind,
  steps,
}: {
  kind: AlarmKind;
  steps: readonly { move: string; who: number; gives: readonly (keyof typeof answers)[] }[];
}): readonly CaseRow[] {
  const states = [reported(kind)];
  for (const { move, who, gives } of steps) {
    const row = states.at(-1) ?? reported(kind);
    const given = Object.fromEntries(gives.map((key) => [key, answers[key]]));
    const actor = who === 0 ? null : officer(who);
    const context = { actor, now: NOW, today: calendarDate.parse("2026-03-18"), settings: new Map<string, unknown>(), openRequests: [] };
    const decision = decide(declared, row, move, given, context);
    if (decision.ok) states.push({ ...row, ...decision.value.values });
  }
  return states;
}
const isEnd = (row: CaseRow): boolean => declared.states[row.state]?.end === true;

describe("the alarm case", () => {
  it("is declared without a dead end, an unknown field or an unknown right", () => {
    expect(checkCase(declared, permissions)).toEqual([]);
  });

  it("has a holder organ after any order of moves", () => {
    fc.assert(
      fc.property(walk, (given) => walked(given).every((row) => row.holderOrgan !== null)),
      { numRuns: 2_000 },
    );
  });

  it("ends no fire without a conclusion and a cause", () => {
    const fire = fc.record({ kind: fc.constant<AlarmKind>("fire"), steps: fc.array(step, { maxLength: 25 }) });
    fc.assert(
      fc.property(fire, (given) =>
        walked(given).every((row) => !isEnd(row) || (typeof row.conclusion === "string" && typeof row.cause === "string")),
      ),
      { numRuns: 2_000 },
    );
  });

  it("is worked on by nobody before somebody accepted it, and leaves no end", () => {
    fc.assert(
      fc.property(walk, (given) => {
        const rows = walked(given);
        const firstEnd = rows.findIndex(isEnd);
        const workedOn = rows.filter((row) => ["verifying", "confirmed", "handling", "closed"].includes(row.state));
        return (firstEnd === -1 || firstEnd === rows.length - 1) && workedOn.every((row) => row.acceptedAt === NOW.toISOString());
      }),
      { numRuns: 2_000 },
    );
  });

  it("is closed by the machine only when it is no fire", () => {
    const context = {
      actor: null,
      now: NOW,
      today: calendarDate.parse("2026-03-18"),
      settings: new Map<string, unknown>(),
      openRequests: [],
    };
    expect(decide(declared, reported("fire"), "restore", {}, context)).toMatchObject({
      ok: false,
      refusal: { code: "remote-monitoring.not_for_kind" },
    });
    expect(decide(declared, reported("fault"), "restore", {}, context)).toMatchObject({ ok: true, value: { to: "restored" } });
  });

  it("opens no test window longer than a week", () => {
    const row: CaseRow = { ...reported("fire"), state: "accepted", holderPerson: officer(1).userId };
    const context = {
      actor: officer(1),
      now: NOW,
      today: calendarDate.parse("2026-03-18"),
      settings: new Map<string, unknown>(),
      openRequests: [],
    };
    const test = (testUntil: string) => decide(declared, row, "test", { testUntil }, context);
    expect(test("2026-03-25T06:30:20Z")).toMatchObject({ ok: true, value: { to: "tested" } });
    expect(test("2062-03-18T06:30:20Z")).toMatchObject({
      ok: false,
      refusal: { code: "remote-monitoring.window_too_long", params: { days: 7 } },
    });
    expect(test("2026-03-18T06:30:20Z")).toMatchObject({ ok: false, refusal: { code: "remote-monitoring.window_in_past" } });
  });

  it("grants the machine's moves to no role", () => {
    const granted = Object.values(remoteMonitoring.grants ?? {}).flat();
    expect(granted).not.toContain("remote-monitoring.machine");
    expect(granted).not.toContain("remote-monitoring.*");
  });
});
