import { expect, it } from "vitest";
import { defaultPolicy } from "./policy.ts";
import { endsAt, firstSteps, type Standing } from "./session.ts";

const policy = { ...defaultPolicy, idleMinutes: 60, sessionHours: 12, dutySessionHours: 26 };
const start = new Date("2026-03-18T00:00:00Z");
const hours = (n: number) => new Date(start.getTime() + n * 3_600_000);

it("a session ends after an idle hour, and after twelve hours however busy", () => {
  expect(endsAt({ createdAt: start, lastSeenAt: start }, "inspector", policy)).toEqual(hours(1));
  expect(endsAt({ createdAt: start, lastSeenAt: hours(2) }, "inspector", policy)).toEqual(hours(3));
  expect(endsAt({ createdAt: start, lastSeenAt: hours(11.5) }, "inspector", policy)).toEqual(hours(12));
});

it("a duty seat watched through a quiet night stays open until the shift is over", () => {
  expect(endsAt({ createdAt: start, lastSeenAt: start }, "duty-officer", policy)).toEqual(hours(26));
});

it("somebody without a post is held to the ordinary limits", () => {
  expect(endsAt({ createdAt: start, lastSeenAt: start }, null, policy)).toEqual(hours(1));
});

const standing = (given: Partial<Standing> = {}): Standing => ({
  kind: "official",
  mustChange: false,
  passwordSetAt: start,
  hasTotp: false,
  demo: false,
  ...given,
});
const day = (n: number) => hours(24 * n);

it("a handed-over password is changed first", () => {
  expect(firstSteps(standing({ mustChange: true }), policy, start).mustChangePassword).toBe(true);
  expect(firstSteps(standing(), policy, start).mustChangePassword).toBe(false);
});

it("a password older than the policy allows is changed, unless the policy sets no age or the account is a demonstration", () => {
  expect(firstSteps(standing(), policy, day(90)).mustChangePassword).toBe(false);
  expect(firstSteps(standing(), policy, day(91)).mustChangePassword).toBe(true);
  expect(firstSteps(standing(), { ...policy, passwordDays: 0 }, day(900)).mustChangePassword).toBe(false);
  expect(firstSteps(standing({ demo: true }), policy, day(900)).mustChangePassword).toBe(false);
});

it.each(["system-admin", "security-admin", "audit-admin"] as const)(
  "a %s without a second key enrols one first, where the policy asks",
  (kind) => {
    expect(firstSteps(standing({ kind }), policy, start).mustEnrolTotp).toBe(true);
    expect(firstSteps(standing({ kind, hasTotp: true }), policy, start).mustEnrolTotp).toBe(false);
    expect(firstSteps(standing({ kind }), { ...policy, adminTotp: false }, start).mustEnrolTotp).toBe(false);
  },
);

it("an official need not", () => {
  expect(firstSteps(standing(), policy, start).mustEnrolTotp).toBe(false);
});
