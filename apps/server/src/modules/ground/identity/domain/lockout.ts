/**
 * Lock-out 登录失败锁定: counted per account and, more loosely, per address, known account or not.
 * Source: GB/T 22239-2019 8.1.4.1 b) (结束会话、限制非法登录次数).
 */
export type Throttle = {
  readonly failures: number;
  readonly lastFailedAt: Date | null;
  readonly lockedUntil: Date | null;
};
/** `after` failures within `minutes` of each other lock for `minutes`. */
export type LockRule = { readonly after: number; readonly minutes: number };

export const untouched: Throttle = { failures: 0, lastFailedAt: null, lockedUntil: null };

const MINUTE_MS = 60_000;

/** Whole minutes until the lock opens, rounded up; 0 when open. */
export const minutesLocked = (throttle: Throttle, now: Date): number =>
  throttle.lockedUntil === null ? 0 : Math.max(0, Math.ceil((throttle.lockedUntil.getTime() - now.getTime()) / MINUTE_MS));

/**
 * The count after one more failure. A failure long after the one before starts anew; the one that reaches the limit locks; one that was
 * under way when the lock fell changes nothing, or guesses sent side by side would open it again.
 */
export function afterFailure(throttle: Throttle, rule: LockRule, now: Date): Throttle {
  if (minutesLocked(throttle, now) > 0) return throttle;
  const span = rule.minutes * MINUTE_MS;
  const recent = throttle.lastFailedAt !== null && now.getTime() - throttle.lastFailedAt.getTime() <= span;
  const failures = (recent ? throttle.failures : 0) + 1;
  if (failures < rule.after) return { failures, lastFailedAt: now, lockedUntil: null };
  return { failures: 0, lastFailedAt: now, lockedUntil: new Date(now.getTime() + span) };
}
