/** Life of a session 会话, and what its owner must do before anything else. */
import type { Policy } from "./policy.ts";
import { isAdmin, type Kind, staysOpen } from "./roles.ts";

export type SessionTimes = { readonly createdAt: Date; readonly lastSeenAt: Date };

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/**
 * When a session ends unless it is used. A duty post 值班岗位 is watched without touching it for hours: it ends with the shift, not by idleness.
 */
export function endsAt({ createdAt, lastSeenAt }: SessionTimes, role: string | null, policy: Policy): Date {
  const onDuty = role !== null && staysOpen(role);
  const absolute = createdAt.getTime() + (onDuty ? policy.dutySessionHours : policy.sessionHours) * 60 * MINUTE_MS;
  const idle = onDuty ? absolute : lastSeenAt.getTime() + policy.idleMinutes * MINUTE_MS;
  return new Date(Math.min(absolute, idle));
}

export type Standing = {
  readonly kind: Kind;
  readonly mustChange: boolean;
  readonly passwordSetAt: Date;
  readonly hasTotp: boolean;
  /** Accounts of the demonstration city do not age. */
  readonly demo: boolean;
};
export type FirstSteps = { readonly mustChangePassword: boolean; readonly mustEnrolTotp: boolean };

/** Until these are done the session may do nothing else. */
export function firstSteps(standing: Standing, policy: Policy, now: Date): FirstSteps {
  const age = now.getTime() - standing.passwordSetAt.getTime();
  const expired = policy.passwordDays > 0 && !standing.demo && age > policy.passwordDays * DAY_MS;
  return {
    mustChangePassword: standing.mustChange || expired,
    mustEnrolTotp: isAdmin(standing.kind) && policy.adminTotp && !standing.hasTotp,
  };
}
